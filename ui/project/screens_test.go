//go:build screenshots

package project

import (
	"os"
	"path/filepath"
	"testing"

	"primadesk/ui/kit"
	"primadesk/ui/record"
	"primadesk/ui/screen/screentest"
)

// TestScreens draws every part of the screen.
func TestScreens(t *testing.T) {
	for _, look := range []struct {
		name string
		p    screentest.Params
	}{
		{"en", screentest.Params{}},
		{"el", screentest.Params{Lang: "el"}},
		{"el-dark", screentest.Params{Lang: "el", Look: kit.ThemeParams{Look: kit.LookDark}}},
		{"nl-15", screentest.Params{Lang: "nl", Look: kit.ThemeParams{Scale: 1.5}}},
	} {
		t.Run(look.name, func(t *testing.T) {
			w := open(t, look.p)
			for _, part := range w.parts {
				w.show(part.id)
				w.Capture(t, "project-"+part.id+"-"+look.name)
				w.tabs(t, part.body, look.name)
			}
		})
	}
}

// closed draws the reporting periods with one that is closed and of which something was changed since.
func (w *world) closed(t *testing.T, g *grant, look string) {
	t.Helper()
	sent := filepath.Join(t.TempDir(), "PRIMACENTERS D2.1 v1.0.xlsx")
	if err := os.WriteFile(sent, []byte("a workbook"), 0o600); err != nil {
		t.Fatal(err)
	}
	w.OpenFrom = sent
	g.closeWith(1, closeSent)
	e := screentest.Event(t, w.Work, "IT-01")
	e.Start, e.End = "2026-05-22T10:00", "2026-05-22T12:00"
	screentest.Keep(t, w.Work, e)
	g.pane.SetTab(tabPeriods)
	w.Capture(t, "project-periods-closed-"+look)
	g.askClose(2)
	w.Capture(t, "project-periods-close-"+look)
	w.Win.Canvas().Overlays().Top().(*kit.Dialog).Close()
}

// tabs draws what stands beside a part's form.
func (w *world) tabs(t *testing.T, shown body, look string) {
	t.Helper()
	switch b := shown.(type) {
	case *grant:
		for _, tab := range []string{tabPeriods, tabStatements, tabWeb} {
			b.pane.SetTab(tab)
			w.Capture(t, "project-"+tab+"-"+look)
		}
		w.closed(t, b, look)
		b.pane.SetTab("form")
	case *indicators:
		for _, tab := range []string{tabProgress, tabTargets} {
			b.Pane().SetTab(tab)
			w.Capture(t, "project-"+tab+"-"+look)
		}
	case *partners:
		b.take(b.Pane().ID(), picture(t))
		b.Pane().SetTab(tabLogo)
		w.Capture(t, "project-"+tabLogo+"-"+look)
	case *words:
		b.selected(4)
		w.Capture(t, "project-word-"+look)
	case *compiling:
		b.grid.Select(3, 0)
		b.tell()
		w.Capture(t, "project-compiling-"+look)
		b.turn(viewList)
		w.Capture(t, "project-collections-list-"+look)
	case *record.Desk:
		for _, tab := range []string{tabTasks, tabVersions} {
			if b.Pane().SetTab(tab); b.Pane().Tab() == tab {
				w.Capture(t, "project-"+tab+"-tab-"+look)
			}
		}
	}
}
