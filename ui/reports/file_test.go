package reports

import (
	"path/filepath"
	"testing"

	"primadesk/app"
)

func TestFileNames(t *testing.T) {
	for _, c := range []struct {
		report, acronym, subject, period, lang, want string
	}{
		{"deliverable", "PRIMACENTERS", "D2.1", "", "fr", "PRIMACENTERS-D2.1-fr.xlsx"},
		{"deliverable", "PRIMACENTERS", "", "1", "en", "PRIMACENTERS-deliverable-P1-en.xlsx"},
		{"readiness", "ΑΓΡΟ/Δίκτυο: 2", "", "", "el", "ΑΓΡΟ-Δίκτυο-2-readiness-el.xlsx"},
		{"readiness", "", "", "", "it", "readiness-it.xlsx"},
		{"deliverable", `..\..\x<>|?*"`, "...", "", "es", "x-es.xlsx"},
	} {
		r := request{report: app.Report{Name: c.report, Ending: ".xlsx", Takes: []app.ReportOption{app.OptPeriod}}, lang: c.lang, values: map[app.ReportOption]string{}}
		if c.period != "" {
			r.values[app.OptPeriod] = c.period
		}
		if got := r.fileName(c.acronym, c.subject); got != c.want {
			t.Errorf("%+v: %s", c, got)
		}
	}
}

func TestRequestAsksOnlyWhatTheReportTakes(t *testing.T) {
	r := request{lang: "fr", report: app.Report{Name: "x", Takes: []app.ReportOption{app.OptPeriod, app.OptFinal}}, values: map[app.ReportOption]string{
		app.OptPeriod: "2", app.OptFinal: final, app.OptCountry: "GR", app.OptPersonalData: withName,
	}}
	o := r.params().Options
	if o.Period != 2 || !o.Final || o.Country != "" || o.WithPersonalData || r.params().Lang != "fr" {
		t.Errorf("%+v", o)
	}
	r.values = map[app.ReportOption]string{app.OptPeriod: all}
	if o := r.params().Options; o.Period != 0 || o.Final {
		t.Errorf("%+v", o)
	}
}

func TestNumbersAndSentences(t *testing.T) {
	for text, want := range map[string]bool{
		"1 208": true, "1.208,5": true, "58 %": true, "−2": true, "": false, "EL-03": false, "02/06/2025": false, "–": false,
	} {
		if isNumber(text) != want {
			t.Errorf("%q is a number: %v", text, !want)
		}
	}
	for _, c := range [][3]string{
		{"EL-01 Event: no list.", "EL-01 Event", "No list."},
		{"In EL-01 nothing.", "EL-01", "In EL-01 nothing."},
		{"EL-01", "EL-01", "EL-01"},
		{"ES-01 Réunion : sans date", "ES-01 Réunion", "Sans date"},
	} {
		if got := without(c[0], c[1]); got != c[2] {
			t.Errorf("%q without %q: %q", c[0], c[1], got)
		}
	}
}

func TestTheProposedName(t *testing.T) {
	d := start(t)
	d.shell.SaveTo = t.TempDir()
	d.set(app.OptPeriod, days)
	d.options.from.SetValue("2025-05-01")
	d.changed(optFrom, "2025-05-01")
	d.Write()
	d.shell.Last().Actions[0].Do()
	if got := filepath.Base(d.shell.Opened[0]); got != "PRIMACENTERS-D2.1-2025-05-01-en.xlsx" {
		t.Errorf("proposed %q", got)
	}
}
