package reports

import (
	"errors"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/xuri/excelize/v2"

	"primadesk/data"
)

// ownForm makes a workbook as somebody in a consortium would.
func ownForm(t *testing.T, cells map[string]string) string {
	t.Helper()
	f := excelize.NewFile()
	var errs []error
	for cell, text := range cells {
		errs = append(errs, f.SetCellValue("Sheet1", cell, text))
	}
	path := filepath.Join(t.TempDir(), "form.xlsx")
	if err := errors.Join(append(errs, f.SaveAs(path), f.Close())...); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestTemplateIsFilledFromTheProject(t *testing.T) {
	for _, lang := range data.Languages {
		o := options(lang)
		o.Template = ownForm(t, map[string]string{
			"A1": "{{project.acronym}} ({{project.grant_number}})", "B1": "{{report.date}}", "C1": "{{total.people}}", "D1": "{{total.gender.female}}", "E1": "{{report.draft}}",
			"A3": "{{#events}}{{event.number}}", "B3": "{{event.start}}", "C3": "{{event.people}}", "D3": "{{event.gender.female}}", "E3": "{{event.name}}",
			"F3": "{{event.dates}}", "A5": "{{#indicators}}{{indicator.code}}", "B5": "{{indicator.actual}}", "A7": "{{#takeaways}}{{takeaway.text}}",
		})
		src := sampleProject(t)
		path := filepath.Join(t.TempDir(), "filled.xlsx")
		result, err := Write(t.Context(), src, "template", o, path, nil)
		if err != nil {
			t.Fatal(err)
		}
		d, err := gather(t.Context(), src, o)
		if err != nil {
			t.Fatal(err)
		}
		w := reopen(t, path)
		at := func(cell string) string {
			s, err := w.file.GetCellValue("Sheet1", cell, excelize.Options{RawCellValue: true})
			if err != nil {
				t.Fatal(err)
			}
			return s
		}
		if want := d.project.Acronym + " (" + d.project.GrantNumber + ")"; at("A1") != want || result.Events != len(d.held) {
			t.Errorf("%s: %q, %+v", lang, at("A1"), result)
		}
		if want := map[bool]string{true: o.Printer.T("report.draft")}[result.Draft]; !result.Draft || at("E1") != want {
			t.Errorf("%s: the draft is marked %q, want %q", lang, at("E1"), want)
		}
		people, women := 0, 0
		for i, held := range d.held {
			row := 3 + i
			if got := at("A" + strconv.Itoa(row)); got != held.Number {
				t.Errorf("%s: row %d is of %q, want %s", lang, row, got, held.Number)
			}
			if got, want := at("F"+strconv.Itoa(row)), d.when(held.Event); got != want {
				t.Errorf("%s: %q, want %q", lang, got, want)
			}
			people, women = people+held.tally.Total, women+held.tally.By["gender"].Count["female"]
		}
		if at("C1") != o.Printer.Number(people) && at("C1") != strconv.Itoa(people) || at("D1") != strconv.Itoa(women) {
			t.Errorf("%s: totals %s %s, want %d %d", lang, at("C1"), at("D1"), people, women)
		}
		row := 5 + len(d.held) - 1
		if got := at("A" + strconv.Itoa(row)); got != d.indicators[0].Code {
			t.Errorf("%s: row %d has %q, want the first indicator", lang, row, got)
		}
		row = 7 + len(d.held) - 1 + len(d.indicators) - 1
		if got, want := at("A"+strconv.Itoa(row)), d.lessons[0].Text.Show(lang); got != want {
			t.Errorf("%s: row %d has %q, want %q", lang, row, got, want)
		}
	}
}

// At an event at which nobody was counted nothing is known, and zero would be a number; the target of a partner is its own.
func TestTemplateLeavesEmptyWhatNobodyKnows(t *testing.T) {
	m := uncounted(t)
	m.indicators = []*data.Indicator{{Code: "I1", Count: "events_held", Target: exact(12), Targets: data.Rows[data.PartnerTarget]{{Partner: "p1", Target: exact(3)}}}}
	for code, want := range map[string]string{"": "12", "EL": "3"} {
		o := options("en")
		o.Partner = code
		o.Template = ownForm(t, map[string]string{
			"A1": "{{#events}}{{event.number}}", "B1": "{{event.people}}", "C1": "{{event.named}}", "D1": "{{event.organisations}}", "E1": "{{event.countries}}",
			"A3": "{{#indicators}}{{indicator.code}}", "B3": "{{indicator.target}}",
		})
		path := filepath.Join(t.TempDir(), "filled.xlsx")
		result, err := Write(t.Context(), m, "template", o, path, nil)
		if err != nil || result.Events == 0 {
			t.Fatal(result, err)
		}
		w := reopen(t, path)
		for row := 1; row <= result.Events; row++ {
			for _, column := range []string{"B", "C", "D", "E"} {
				if got := w.raw("Sheet1", column+strconv.Itoa(row)); got != "" {
					t.Errorf("%s%d of an event that nobody counted holds %q", column, row, got)
				}
			}
		}
		if got := w.raw("Sheet1", "B"+strconv.Itoa(2+result.Events)); got != want {
			t.Errorf("%q: the target is %q, want %s", code, got, want)
		}
	}
}

// The example of the manual is filled without a question.
func TestExampleTemplate(t *testing.T) {
	o := options("en")
	o.Template = filepath.Join("..", "docs", "examples", "events.xlsx")
	path := filepath.Join(t.TempDir(), "filled.xlsx")
	result, err := Write(t.Context(), sampleProject(t), "template", o, path, nil)
	if err != nil {
		t.Fatal(err)
	}
	w := reopen(t, path)
	sheet := w.file.GetSheetList()[0]
	total, err := w.file.CalcCellValue(sheet, "E"+strconv.Itoa(6+result.Events))
	d, gone := gather(t.Context(), sampleProject(t), o)
	if gone != nil {
		t.Fatal(gone)
	}
	if want := strconv.Itoa(d.participants()); total != want || err != nil {
		t.Errorf("the total of the example is %q, want %s (%v)", total, want, err)
	}
}

func TestTemplateRefusesWhatItDoesNotKnow(t *testing.T) {
	o := options("en")
	// The name that a file came with is personal, and power is nobody else's business.
	o.Template = ownForm(t, map[string]string{"A1": "{{project.nonsense}}", "B2": "{{#partners}}{{partner.contact_person}}", "C3": "{{#contacts}}"})
	path := filepath.Join(t.TempDir(), "x.xlsx")
	_, err := Write(t.Context(), sampleProject(t), "template", o, path, nil)
	if e := codeOf(t, err); e.Code != "report.template" || len(e.Details) != 3 {
		t.Errorf("%v", err)
	}
	o.Template = ""
	if _, err := Write(t.Context(), sampleProject(t), "template", o, path, nil); codeOf(t, err).Code != "report.needs" {
		t.Errorf("without a template: %v", err)
	}
}
