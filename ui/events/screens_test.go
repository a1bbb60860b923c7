//go:build screenshots

package events

import (
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"primadesk/ui/kit"
)

// TestScreens draws the screen for the manual, into the folder that PRIMADESK_SCREENS names.
func TestScreens(t *testing.T) {
	dir := os.Getenv("PRIMADESK_SCREENS")
	if dir == "" {
		t.Fatal("PRIMADESK_SCREENS names no folder")
	}
	for _, x := range []struct {
		name, lang string
		look       kit.ThemeParams
	}{
		{"-en", "en", kit.ThemeParams{Look: kit.LookLight}},
		{"-en-dark", "en", kit.ThemeParams{Look: kit.LookDark}},
		{"-el", "el", kit.ThemeParams{Look: kit.LookLight}},
		{"-el-dark", "el", kit.ThemeParams{Look: kit.LookDark}},
		{"-nl-large", "nl", kit.ThemeParams{Look: kit.LookLight, Scale: 1.5}},
	} {
		s, f := build(t, x.lang, x.look, true)
		f.win.SetContent(kit.Stack(kit.NewBox(kit.BoxStyle{Fill: kit.TokenGround}), s.Content()))
		s.Shown()
		draw := func(screen string) { capture(t, f.win, filepath.Join(dir, screen+x.name+".png")) }
		s.Open("")
		s.choose(f.event(t, "EL-01").ID)
		draw("events")
		s.setView(viewMonth)
		s.calendar.month.SetDay("2026-12-11")
		draw("events-month")
		s.setView(viewYear)
		s.calendar.year.SetYear(2025)
		s.calendar.read()
		draw("events-year")
		s.setView(viewList)
		s.toPage()
		for _, tab := range []string{tabPlan, tabAgenda, tabChecklist, tabPeople, tabAccount, tabEvidence} {
			if number := map[string]string{tabPlan: "EL-02", tabPeople: "EL-01"}[tab]; number != "" {
				s.Open(f.event(t, number).ID)
			}
			s.page.choose(tab)
			if tab == tabPeople {
				s.page.people.selected(0)
				s.page.people.table.Select(0)
			}
			draw("event-" + tab)
		}
		s.Hidden()
	}
}

// capture draws a window twice the same: what wraps has learnt its width by the second time.
func capture(t *testing.T, w fyne.Window, file string) {
	t.Helper()
	size := fyne.NewSize(1170, 742)
	w.Resize(size.AddWidthHeight(1, 0))
	w.Resize(size)
	out, err := os.Create(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := png.Encode(out, w.Canvas().Capture()); err != nil {
		t.Fatal(err)
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
}
