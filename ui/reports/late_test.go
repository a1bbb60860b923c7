package reports

import (
	"path/filepath"
	"testing"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/screen/screentest"
)

// late is the screen, once it was read, with an Exec that holds its answers back.
func late(t *testing.T) (*desk, *screentest.Held) {
	t.Helper()
	sh, h := screentest.Open(t, screentest.Params{Today: day}), &screentest.Held{}
	d := &desk{shell: sh, Screen: newScreen(Params{Workspace: sh.Work, Shell: sh, Printer: sh.Printer}, h)}
	sh.Show(t, d.Screen)
	if h.Backwards() == 0 || d.panel.sheets == nil {
		t.Fatal("nothing was read")
	}
	return d, h
}

func TestALatePreviewIsDropped(t *testing.T) {
	d, h := late(t)
	d.set(app.OptCountry, "GR")
	d.set(app.OptCountry, "ES")
	if n := h.Backwards(); n < 2 {
		t.Fatalf("%d answers", n)
	}
	if got := texts(d.panel.sheets.holder); !has(got, "ES-01") || has(got, "EL-01") {
		t.Errorf("Spain was asked for last, and shown is %q", got)
	}
}

func TestLateChoicesAreDropped(t *testing.T) {
	d, h := late(t)
	before := len(d.options.menu.options[app.OptPartner])
	d.load() // knows nothing yet of the partner
	screentest.Keep(t, d.shell.Work, &data.Partner{Project: d.event(t, "EL-01").Project, LegalName: "Late", ShortName: "LATE"})
	d.load()
	h.Backwards()
	if got := len(d.options.menu.options[app.OptPartner]); got != before+1 {
		t.Errorf("%d partners can be chosen, want %d", got, before+1)
	}
}

func TestALateListOfWhatWasWrittenIsDropped(t *testing.T) {
	d, h := late(t)
	d.past.load() // before anything was written
	if _, err := d.shell.Work.Reports.Write(t.Context(), app.ReportParams{Name: "deliverable", Lang: "en", File: filepath.Join(t.TempDir(), "r.xlsx")}); err != nil {
		t.Fatal(err)
	}
	d.past.load()
	h.Backwards()
	if len(d.past.list) != 1 {
		t.Errorf("%d reports were written", len(d.past.list))
	}
}

func TestWhatComesAfterTheScreenWasLeftIsDropped(t *testing.T) {
	d, h := late(t)
	d.set(app.OptCountry, "GR")
	d.Hidden()
	h.Backwards()
	if got := texts(d.panel.sheets.holder); !has(got, "ES-01") {
		t.Errorf("hidden, and shown is %q", got)
	}
}
