package events

import (
	"os"
	"testing"

	"primadesk/app"
	"primadesk/ui/kit"
	"primadesk/ui/screen/screentest"
)

const today = screentest.Today

func TestMain(m *testing.M) { os.Exit(screentest.Main(m)) }

// open makes a workspace with the sample, and shows the screen over it.
func open(t *testing.T, lang string) (*events, *screentest.Shell) {
	t.Helper()
	s, f := build(t, screentest.Params{Lang: lang})
	f.Show(t, s)
	return s, f
}

// build makes the screen, which is not shown yet.
func build(t *testing.T, p screentest.Params) (*events, *screentest.Shell) {
	t.Helper()
	f := screentest.Open(t, p)
	return newEvents(Params{Workspace: f.Work, Shell: f, Printer: f.Printer}, kit.Inline()), f
}

// evidenceOf is a piece of evidence of an event.
func evidenceOf(t *testing.T, f *screentest.Shell, event string) string {
	t.Helper()
	page, err := f.Work.Records.List(t.Context(), app.Query{Entity: "evidence", Where: []app.Cond{app.Where("event", "=", event)}})
	if err != nil || len(page.Records) == 0 {
		t.Fatalf("no evidence, %v", err)
	}
	return page.Records[0].Head().ID
}
