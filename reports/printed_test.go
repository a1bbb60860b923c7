package reports

import (
	"regexp"
	"strings"
	"testing"

	"primadesk/assets/i18n"

	"github.com/xuri/excelize/v2"
)

// numbered is a header that only a number tells from another one.
var numbered = regexp.MustCompile(` \(\d+\)$`)

// Two columns of a register are never called alike in any language: a number behind the word says nothing.
func TestHeadersTellColumnsApart(t *testing.T) {
	m := sampleProject(t)
	for _, lang := range i18n.Languages {
		for _, r := range List() {
			if r.Ending != ".xlsx" || len(r.Needs) > 0 {
				continue
			}
			file := writeNamed(t, m, r.Name, options(lang)).file
			for _, sheet := range file.GetSheetList() {
				tables, err := file.GetTables(sheet)
				if err != nil {
					t.Fatal(err)
				}
				for _, table := range tables {
					for _, header := range headers(t, file, sheet, table) {
						if numbered.MatchString(header) {
							t.Errorf("%s, %s, %s: a column is called %q", lang, r.Name, sheet, header)
						}
					}
				}
			}
		}
	}
}

func headers(t *testing.T, file *excelize.File, sheet string, table excelize.Table) []string {
	t.Helper()
	from, to, _ := strings.Cut(table.Range, ":")
	first, row, err := excelize.CellNameToCoordinates(from)
	if err != nil {
		t.Fatal(err)
	}
	last, _, err := excelize.CellNameToCoordinates(to)
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for column := first; column <= last; column++ {
		cell, err := excelize.CoordinatesToCellName(column, row)
		if err != nil {
			t.Fatal(err)
		}
		header, err := file.GetCellValue(sheet, cell)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, header)
	}
	return list
}

// The register leaves the project alone, so it carries the emblem, and says itself that it is a draft, and of the sample.
func TestTheRegisterSaysWhatItIs(t *testing.T) {
	m := sampleProject(t)
	for _, lang := range i18n.Languages {
		w := writeNamed(t, m, "event-register", options(lang))
		p := i18n.For(lang)
		sheet := p.T("report.sheet.definitions")
		pictures, err := w.file.GetPictureCells(sheet)
		if err != nil || len(pictures) != 1 {
			t.Errorf("%s: pictures %v, %v", lang, pictures, err)
		}
		text := sheetText(w, sheet)
		for _, want := range []string{p.T("report.draft") + " · ", m.project.Notice.In[lang], p.FundingStatement(m.project.Funding)} {
			if !strings.Contains(text, want) {
				t.Errorf("%s: %q is not on %q", lang, want, sheet)
			}
		}
	}
}

// On paper, an organisation has as much room as a name, and a box no more than it needs.
func TestTheSignInSheetHasRoomForOrganisations(t *testing.T) {
	m := sampleProject(t)
	for _, lang := range i18n.Languages {
		o := options(lang)
		o.Events = []string{"CY-01"}
		w := writeNamed(t, m, "sign-in-sheet", o)
		p := i18n.For(lang)
		row := w.find("CY-01 2025-03-31", p.FieldShort("number"), 2)
		width := map[string]int{}
		merged, err := w.file.GetMergeCells("CY-01 2025-03-31")
		if err != nil {
			t.Fatal(err)
		}
		for _, cells := range merged {
			from, at, _ := excelize.CellNameToCoordinates(cells.GetStartAxis())
			to, _, _ := excelize.CellNameToCoordinates(cells.GetEndAxis())
			if at == row {
				width[cells.GetCellValue()] = to - from + 1
			}
		}
		for _, word := range []string{p.T("report.sign_in.person"), p.Field("organisation"), p.T("report.sign_in.signature")} {
			if width[word] != 3 {
				t.Errorf("%s: %q takes %d of 12 columns: %v", lang, word, width[word], width)
			}
		}
	}
}

// A chart says what it counts, not by what alone.
func TestChartsOfAttendanceSayWhatTheyCount(t *testing.T) {
	file := writeNamed(t, sampleProject(t), "attendance", options("fr")).file
	found := 0
	for name, part := range chartParts(file) {
		found++
		if !strings.Contains(part, "Participants par ") {
			t.Errorf("%s has another title", name)
		}
	}
	if found != 2 {
		t.Errorf("%d charts", found)
	}
}

func chartParts(file *excelize.File) map[string]string {
	parts := map[string]string{}
	file.Pkg.Range(func(key, value any) bool {
		if name, ok := key.(string); ok && strings.HasPrefix(name, "xl/charts/chart") {
			parts[name] = string(value.([]byte))
		}
		return true
	})
	return parts
}
