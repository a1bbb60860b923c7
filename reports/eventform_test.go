package reports

import (
	"testing"

	"primadesk/data"
)

// What the screen shows of an event sheet stands in the workbook's, line by line and in its language.
func TestTheFormIsTheSheet(t *testing.T) {
	m := sampleProject(t)
	for _, lang := range []string{"en", "el"} {
		o := options(lang)
		w := write(t, m, o)
		for _, e := range m.events {
			if !e.Held() {
				continue
			}
			f, err := Sheet(t.Context(), m, o, m.figures(e))
			if err != nil || !f.Held {
				t.Fatalf("%s: %+v, %v", e.Number, f, err)
			}
			name := joined(" ", e.Number, string(e.Start.Day()))
			for _, line := range append(f.Lines, f.Tables[0].Lines...) {
				row := w.find(name, line.Label, 1)
				if row == 0 {
					t.Errorf("%s %s: no %q in the sheet", lang, name, line.Label)
				}
				if at := line.At; at.Entity != "" && (at.Record == "" || !hasColumn(at)) {
					t.Errorf("%s: %q is entered at %+v", name, line.Label, at)
				}
			}
		}
	}
}

func hasColumn(at Place) bool {
	e, ok := data.EntityNamed(at.Entity)
	if !ok {
		return false
	}
	_, ok = e.Column(at.Field)
	return ok
}

func TestAFormWithGaps(t *testing.T) {
	m := sampleProject(t)
	e := &data.Event{Name: data.TextIn("en", "Round table")}
	e.ID = "e"
	f, err := Sheet(t.Context(), m, options("en"), EventFigures{Event: e})
	if err != nil || f.Held || !f.Total.Missing || !f.Account.Missing || f.Tables[0].Agrees || f.Tables[0].Sum != "" {
		t.Fatalf("%+v, %v", f, err)
	}
	missing := 0
	for _, line := range f.Lines {
		if line.Missing != (line.Text == "") {
			t.Errorf("%+v", line)
		}
		if line.Missing {
			missing++
		}
	}
	if missing != 8 { // all but the project and the name
		t.Errorf("%d lines are missing: %+v", missing, f.Lines)
	}
}
