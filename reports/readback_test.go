package reports

import (
	"archive/zip"
	"fmt"
	"io"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"primadesk/data"
)

// written is a workbook that was written and opened again.
type written struct {
	t      testing.TB
	path   string
	file   *excelize.File
	result Result
}

// write makes the deliverable and opens it.
func write(t testing.TB, src Source, o Options) *written {
	t.Helper()
	return writeNamed(t, src, "deliverable", o)
}

// writeNamed makes any report that is a workbook and opens it.
func writeNamed(t testing.TB, src Source, name string, o Options) *written {
	t.Helper()
	path := filepath.Join(t.TempDir(), name+".xlsx")
	result, err := Write(t.Context(), src, name, o, path, nil)
	if err != nil {
		t.Fatalf("%+v", err)
	}
	w := reopen(t, path)
	w.result = result
	return w
}

func reopen(t testing.TB, path string) *written {
	t.Helper()
	file, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = file.Close() })
	return &written{t: t, path: path, file: file}
}

// raw is a cell's value as it is stored: a number without its format.
func (w *written) raw(sheet, cell string) string {
	w.t.Helper()
	s, err := w.file.GetCellValue(sheet, cell, excelize.Options{RawCellValue: true})
	if err != nil {
		w.t.Fatal(err)
	}
	return s
}

// find gives the first row from a row on whose first column holds the text; 0 is none.
func (w *written) find(sheet, text string, from int) int {
	w.t.Helper()
	rows, err := w.file.GetRows(sheet, excelize.Options{RawCellValue: true})
	if err != nil {
		w.t.Fatal(err)
	}
	for i := from - 1; i < len(rows); i++ {
		if len(rows[i]) > 0 && rows[i][0] == text {
			return i + 1
		}
	}
	return 0
}

// table reads the table whose header row begins with a text: a map by header for each row, up to and with the total.
func (w *written) table(sheet, firstHeader, total string) []map[string]string {
	w.t.Helper()
	at := w.find(sheet, firstHeader, 1)
	if at == 0 {
		w.t.Fatalf("%s: no header %q", sheet, firstHeader)
	}
	rows, _ := w.file.GetRows(sheet, excelize.Options{RawCellValue: true})
	var list []map[string]string
	for _, row := range rows[at:] {
		if len(row) == 0 {
			break
		}
		record := map[string]string{}
		for i, header := range rows[at-1] {
			if header != "" && i < len(row) {
				record[header] = row[i]
			}
		}
		list = append(list, record)
		if row[0] == total {
			break
		}
	}
	return list
}

// formulas calls for every formula of the workbook with its stored value and type.
func (w *written) formulas(each func(sheet, cell, formula, value string)) {
	w.t.Helper()
	for _, sheet := range w.file.GetSheetList() {
		dimension, err := w.file.GetSheetDimension(sheet)
		if err != nil {
			w.t.Fatal(err)
		}
		_, end, _ := strings.Cut(dimension, ":")
		columns, rows, err := excelize.CellNameToCoordinates(end)
		if err != nil {
			w.t.Fatal(err)
		}
		for row := 1; row <= rows; row++ {
			for column := 1; column <= columns; column++ {
				cell, _ := excelize.CoordinatesToCellName(column, row)
				if formula, _ := w.file.GetCellFormula(sheet, cell); formula != "" {
					each(sheet, cell, formula, w.raw(sheet, cell))
				}
			}
		}
	}
}

// bytes is the text of every part of the package.
func (w *written) bytes() string {
	w.t.Helper()
	z, err := zip.OpenReader(w.path)
	if err != nil {
		w.t.Fatal(err)
	}
	defer z.Close()
	var all strings.Builder
	for _, part := range z.File {
		r, err := part.Open()
		if err != nil {
			w.t.Fatal(err)
		}
		if _, err := io.Copy(&all, r); err != nil {
			w.t.Fatal(err)
		}
		r.Close()
	}
	return all.String()
}

func TestReadBackCellByCell(t *testing.T) {
	w := write(t, small(t), options("en"))
	if w.result.Draft || w.result.Events != 2 || w.result.Sheets != 13 {
		t.Errorf("result %+v", w.result)
	}
	want := []string{"Cover", "Document control", "Summary", "Events", "Participants", "Key learnings", "Follow-up", "Organisations involved",
		"Indicators", "Communication", "Definitions", "IT-01 2025-05-22", "EL-03 2025-06-02"}
	if got := w.file.GetSheetList(); fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("sheets %q", got)
	}
	events := w.table("Events", "No.", "Total")
	check(t, "Events", events, []map[string]string{
		{"No.": "IT-01", "Title": "Round table", "Type": "Round table", "Date(s)": "45799", "City": "Palermo", "Country": "Italy", "Organiser": "REGION",
			"WP · task": "WP2 · T2.1", "Deliv.": "D2.1", "Participants": "33", "Women": "19", "Men": "13", "Non-bin.": "0", "Not stated": "1",
			"Countries": "1", "Org.": "1", "Evidence on file": ""},
		{"No.": "EL-03", "Participants": "38", "Women": "20", "Men": "17", "Non-bin.": "1", "Not stated": "0", "Countries": "2", "Org.": "2",
			"Evidence on file": "Signed attendance list, Photographs"},
		{"Participants": "71", "Women": "39", "Men": "30", "Non-bin.": "1", "Not stated": "1", "Countries": "3", "Org.": "2"},
	})
	check(t, "Summary", w.table("Summary", "Country of the events", "Total"), []map[string]string{
		{"Country of the events": "Greece", "Events": "1", "Participants": "38", "Women": "20", "Organisations": "2", "Key learnings": "2"},
		{"Country of the events": "Italy", "Events": "1", "Participants": "33", "Women": "19", "Organisations": "1", "Key learnings": "1"},
		{"Events": "2", "Participants": "71", "Organisations": "2", "Key learnings": "2"},
	})
	check(t, "Participants by age", w.table("Participants", "Age band", "Total"), []map[string]string{
		{"Age band": "Under 18", "Participants": "0"}, {"Participants": "67"}, {"Participants": "4"}, {"Participants": "0"}, {"Participants": "71"},
	})
	check(t, "Participants by country", w.table("Participants", "Country", "Total"), []map[string]string{
		{"Country": "Cyprus", "Participants": "8"}, {"Country": "Greece", "Participants": "30"}, {"Country": "Italy", "Participants": "30"},
		{"Country": "Not stated", "Participants": "3"}, {"Participants": "71"},
	})
	check(t, "Key learnings", w.table("Key learnings", "Country", ""), []map[string]string{
		{"Country": "Greece", "Event(s)": "EL-03", "Theme": "Cooperatives", "Key learning": "Cooperatives need support"},
		{"Country": "Greece, Italy", "Event(s)": "EL-03, IT-01", "Theme": "Decent work", "Key learning": "[FR] Un travail décent pour tous"},
	})
	check(t, "Follow-up", w.table("Follow-up", "Status", ""), []map[string]string{
		{"Status": "Open", "Due date": "45992", "Follow-up by": "REGION", "What is to be done": "Write to the cooperatives", "Event(s)": "EL-03"},
	})
	check(t, "Organisations", w.table("Organisations involved", "Group", ""), []map[string]string{
		{"Group": "Primary-sector employers", "Country": "Italy", "Level": "Regional", "Organisation": "Cooperativa Esempio", "Events attended": "2"},
		{"Group": "Regional or local authorities", "Country": "Greece", "Level": "Local", "Organisation": "Δήμος Παραδείγματος (Municipality of Example)", "Events attended": "1"},
	})
	check(t, "Indicators", w.table("Indicators", "Code", ""), []map[string]string{
		{"Code": "I1", "Target": "4", "Actual": "2", "Share of target": "0.5"},
		{"Code": "I2", "Target": "100", "Actual": "38", "Share of target": "0.38"},
		{"Code": "I3", "Target": "10", "Actual": "2", "Share of target": "0.2"},
		{"Code": "I4", "Target": "10", "Actual": "", "Share of target": ""},
	})
	check(t, "Communication", w.table("Communication", "Title", "Total"), []map[string]string{
		{"Title": "Newsletter", "Channel": "Newsletter", "Date": "45839", "Reached": "120", "Status": "Delivered"}, {"Reached": "120"},
	})
	sheet := "EL-03 2025-06-02"
	for label, value := range map[string]string{
		"Participant (partner)": "Region of Example", "PIC": "999999999", "Project name and acronym": "EXAMPLE – An example project",
		"Event number": "EL-03", "Event name": "Networking event", "Event type": "Networking event", "In situ/online": "In person",
		"Location (country, city)": "Greece, Tripoli", "Date(s)": "45810", "Website(s)": "https://example.org/e2",
	} {
		if row := w.find(sheet, label, 1); row == 0 || w.raw(sheet, fmt.Sprint("E", row)) != value {
			t.Errorf("%s: row %d is %q", label, row, w.raw(sheet, fmt.Sprint("E", max(row, 1))))
		}
	}
}

// check compares the cells that are wanted with those that are there.
func check(t *testing.T, name string, got, want []map[string]string) {
	t.Helper()
	if len(got) < len(want) {
		t.Errorf("%s: %d rows %v", name, len(got), got)
		return
	}
	for i, row := range want {
		for header, value := range row {
			if got[i][header] != value {
				t.Errorf("%s row %d, %s: %q, not %q", name, i+1, header, got[i][header], value)
			}
		}
	}
}

// numbered tells whether a formula's stored value is a number, or is none because the formula counts numbers and finds none.
func (w *written) numbered(sheet, cell, formula, value string) bool {
	w.t.Helper()
	if value == "" && (strings.HasPrefix(formula, "IF(SUBTOTAL(102,") || strings.HasPrefix(formula, "IF(COUNT(")) {
		live, err := w.file.CalcCellValue(sheet, cell, excelize.Options{RawCellValue: true})
		return err == nil && live == ""
	}
	_, err := strconv.ParseFloat(value, 64)
	return err == nil
}

func TestCachedValuesAreNumbersInEveryLanguage(t *testing.T) {
	for _, lang := range data.Languages {
		w := write(t, sampleProject(t), options(lang))
		n := 0
		w.formulas(func(sheet, cell, formula, value string) {
			n++
			if !w.numbered(sheet, cell, formula, value) {
				t.Errorf("%s %s!%s %s: cached %q", lang, sheet, cell, formula, value)
			}
			if kind, _ := w.file.GetCellType(sheet, cell); kind == excelize.CellTypeSharedString || kind == excelize.CellTypeInlineString {
				t.Errorf("%s %s!%s: cached as text", lang, sheet, cell)
			}
		})
		if n < 100 {
			t.Errorf("%s: only %d formulas", lang, n)
		}
		props, _ := w.file.GetDocProps()
		if !strings.HasPrefix(props.Language, lang) {
			t.Errorf("%s: language %q", lang, props.Language)
		}
	}
}
