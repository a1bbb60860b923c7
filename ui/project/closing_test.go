package project

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"primadesk/data"
	"primadesk/ui/kit"
	"primadesk/ui/screen/screentest"
)

// texts are the words in view.
func texts(o fyne.CanvasObject) string {
	var words []string
	for _, x := range test.LaidOutObjects(o) {
		if text, ok := x.(*kit.Text); ok && x.Visible() {
			words = append(words, text.Text())
		}
		if button, ok := x.(*kit.Button); ok && x.Visible() {
			words = append(words, kit.NameOf(button))
		}
	}
	return strings.Join(words, "\n")
}

// periodsTab shows the reporting periods and gives what stands there as text.
func (w *world) periodsTab(t *testing.T) string {
	t.Helper()
	w.project.Reveal("closing", "01900000-0000-7000-8000-00000000c011", "")
	if w.now.id != partGrant {
		t.Fatalf("%s is shown", w.now.id)
	}
	g := w.now.body.(*grant)
	if g.pane.Tab() != tabPeriods {
		t.Fatalf("the tab is %s", g.pane.Tab())
	}
	return texts(g.Content())
}

// A period is closed, tells what differs afterwards with the way there, and is opened again; all of it can be undone.
func TestClosingAPeriod(t *testing.T) {
	w := open(t, screentest.Params{Today: "2025-12-01"})
	g := w.part(partGrant)
	if text := w.periodsTab(t); !strings.Contains(text, "Close the period …") || strings.Contains(text, "SHA-256") {
		t.Fatal(text)
	}
	if n := strings.Count(w.periodsTab(t), "Close the period …"); n != 2 {
		t.Errorf("%d periods can be closed, two have begun", n)
	}
	pane := g.body.(*grant)
	sent := filepath.Join(t.TempDir(), "sent.xlsx")
	if err := os.WriteFile(sent, []byte("a workbook"), 0o600); err != nil {
		t.Fatal(err)
	}
	w.OpenFrom = sent
	pane.closeWith(1, closeSent)
	text := w.periodsTab(t)
	for _, want := range []string{"Closed on 1 December 2025", "sent.xlsx · SHA-256 37d8bc64", "No differences", "Open again"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing in\n%s", want, text)
		}
	}
	// The mark of the period is kept by a form that does not show it.
	pane.pane.SetValue("acronym", "OTHER")
	if !pane.pane.Save() {
		t.Fatal("not saved")
	}
	if p := first[*data.Project](t, w); !p.Periods[0].Closed || p.Periods[1].Closed {
		t.Errorf("%+v", p.Periods)
	}
	e := first[*data.Event](t, w)
	expected := 99
	e.Expected = &expected
	screentest.Keep(t, w.Work, e)
	text = w.periodsTab(t)
	if !strings.Contains(text, "1 difference from what was reported") || !strings.Contains(text, "Expected participants: reported ") || !strings.Contains(text, "now 99") {
		t.Fatal(text)
	}
	pane.reopen(1)
	if text = w.periodsTab(t); !strings.Contains(text, "Opened again on 1 December 2025") || strings.Count(text, "Close the period …") != 2 {
		t.Error(text)
	}
	w.Last().Actions[0].Do()
	if text = w.periodsTab(t); strings.Contains(text, "Opened again") || strings.Count(text, "Close the period …") != 1 {
		t.Error(text)
	}
}

// Closing can write the workbook; the dialog offers it first.
func TestClosingWritesTheWorkbook(t *testing.T) {
	w := open(t, screentest.Params{Today: "2025-12-01"})
	w.periodsTab(t)
	g := w.part(partGrant).body.(*grant)
	path := filepath.Join(t.TempDir(), "P1.xlsx")
	w.SaveTo = path
	g.askClose(1)
	if text := texts(w.Win.Canvas().Overlays().Top()); !strings.Contains(text, "Close period 1") {
		t.Fatal(text)
	}
	w.Win.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if _, err := os.Stat(path); err != nil {
		t.Fatal(err)
	}
	if text := w.periodsTab(t); !strings.Contains(text, "P1.xlsx · SHA-256") {
		t.Error(text)
	}
}
