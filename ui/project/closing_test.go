package project

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"primadesk/data"
	"primadesk/ui/kit"
	"primadesk/ui/screen/screentest"
)

// periodsTab shows the reporting periods and gives what stands there as text.
func (w *world) periodsTab(t *testing.T) string {
	t.Helper()
	w.project.Reveal("closing", "", "")
	if w.now.id != partGrant {
		t.Fatalf("%s is shown", w.now.id)
	}
	g := w.now.body.(*grant)
	if g.pane.Tab() != tabPeriods {
		t.Fatalf("the tab is %s", g.pane.Tab())
	}
	return strings.Join(screentest.Texts(g.Content()), "\n")
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
	w.ToOpen = sent
	pane.closeWith(1, closeSent)
	text := w.periodsTab(t)
	for _, want := range []string{"Closed on 1 December 2025", "sent.xlsx · SHA-256 7e8e", "No differences", "Open again"} {
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
	e.Expected = number(99)
	screentest.Keep(t, w.Work, e)
	text = w.periodsTab(t)
	if !strings.Contains(text, "1 difference from what was reported") || !strings.Contains(text, "Expected participants: reported ") || !strings.Contains(text, "now 99") {
		t.Fatal(text)
	}
	pane.reopen(1)
	if text = w.periodsTab(t); !strings.Contains(text, "Opened again on 1 December 2025") || strings.Count(text, "Close the period …") != 2 {
		t.Error(text)
	}
	w.Shell.UndoLast(t)
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
	w.ToSave = path
	g.askClose(1)
	dialog := w.Dialog(t)
	if text := strings.Join(screentest.Texts(dialog), "\n"); !strings.Contains(text, "Close period 1") || !strings.Contains(text, "Write the deliverable of the period now") {
		t.Fatal(text)
	}
	dialog.(*kit.Dialog).Yes()
	if _, err := os.Stat(path); err != nil {
		t.Fatal(err)
	}
	if text := w.periodsTab(t); !strings.Contains(text, "P1.xlsx · SHA-256") {
		t.Error(text)
	}
}
