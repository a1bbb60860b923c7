package workbook

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

// form makes a template with all that filling has to keep: styles, a merge, heights, totals, a name, a table, a chart, print
// setup, and a second sheet that refers to the first.
func form(t *testing.T) string {
	t.Helper()
	f := excelize.NewFile()
	bold, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}, NumFmt: 3})
	if err != nil {
		t.Fatal(err)
	}
	dated := "dd.mm.yyyy"
	day, err := f.NewStyle(&excelize.Style{CustomNumFmt: &dated})
	if err != nil {
		t.Fatal(err)
	}
	steps := []error{
		f.SetSheetName("Sheet1", "Events"),
		f.SetSheetRow("Events", "A1", &[]any{"{{project}}: {{n}} events on {{day}}"}),
		f.SetSheetRow("Events", "A3", &[]any{"Title", "Number", "People", "Double", "Day"}),
		f.SetSheetRow("Events", "A4", &[]any{"{{#events}}{{event.title}}", "", "{{event.people}}", nil, "{{ event.day }}"}),
		f.MergeCell("Events", "A4", "B4"),
		f.SetRowHeight("Events", 4, 31),
		f.SetCellStyle("Events", "C4", "C4", bold), f.SetCellStyle("Events", "E4", "E4", day),
		f.SetCellFormula("Events", "D4", "C4*2"),
		f.SetCellFormula("Events", "C5", "SUM(C4:C4)"),
		f.SetCellFormula("Events", "D5", `IF(C5>0,"C4:C4",SUM($D$4:$D$4))`),
		f.SetCellValue("Events", "A7", "{{#partners}}{{partner}}"),
		f.SetCellFormula("Events", "A8", "COUNTA(A7:A7)"),
		f.SetDefinedName(&excelize.DefinedName{Name: "people", RefersTo: "Events!$C$4:$C$4"}),
		f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Area", RefersTo: "Events!$A$1:$E$5", Scope: "Events"}),
		f.AddChart("Events", "H1", &excelize.Chart{Type: excelize.Col, Series: []excelize.ChartSeries{{Categories: "Events!$A$4:$A$4", Values: "Events!$C$4:$C$4"}}}),
		f.SetHeaderFooter("Events", &excelize.HeaderFooterOptions{OddFooter: "&L{{project}}&RPage &P"}),
	}
	if _, err := f.NewSheet("It's else"); err != nil {
		t.Fatal(err)
	}
	steps = append(steps,
		f.SetCellFormula("It's else", "A1", "SUM(Events!C4:C4)"),
		f.SetSheetRow("It's else", "A3", &[]any{"Title", "People"}),
		f.SetSheetRow("It's else", "A4", &[]any{"{{#events}}{{event.title}}", "{{event.people}}"}),
		f.AddTable("It's else", &excelize.Table{Range: "A3:B4", Name: "listed"}),
		f.SetCellFormula("It's else", "A9", "SUM('It''s else'!B4:B4)"),
	)
	path := filepath.Join(t.TempDir(), "template.xlsx")
	if err := errors.Join(append(steps, f.SaveAs(path), f.Close())...); err != nil {
		t.Fatal(err)
	}
	return path
}

func slotsOf(events int) Slots {
	day := time.Date(2025, 6, 2, 0, 0, 0, 0, time.UTC)
	list := func(n int, marks map[string]func(i int) Cell) TemplateList {
		l := TemplateList{Knows: func(mark string) bool { return marks[mark] != nil }}
		for i := range n {
			l.Rows = append(l.Rows, func(mark string) Cell { return marks[mark](i) })
		}
		return l
	}
	return Slots{
		Words: Words{
			Number: func(n float64, _ Kind) string { return fmt.Sprint(n) }, Date: func(d time.Time) string { return d.Format("2 January 2006") },
			DateTime: func(d time.Time) string { return d.String() },
		},
		Value: func(mark string) (Cell, bool) {
			c, ok := map[string]Cell{"project": Text("=PRIMA & Co"), "n": Int(events), "day": Date(day)}[mark]
			return c, ok
		},
		Lists: map[string]TemplateList{
			"events": list(events, map[string]func(int) Cell{
				"event.title":  func(i int) Cell { return Text(fmt.Sprintf("=Event %d", i+1)) },
				"event.people": func(i int) Cell { return Int(10 * (i + 1)) },
				"event.day":    func(i int) Cell { return Date(day.AddDate(0, 0, i)) },
			}),
			"partners": list(2, map[string]func(int) Cell{"partner": func(i int) Cell { return Text(fmt.Sprintf("P%d", i+1)) }}),
		},
	}
}

func fillForm(t *testing.T, events int) *excelize.File {
	t.Helper()
	path := filepath.Join(t.TempDir(), "filled.xlsx")
	if err := Fill(t.Context(), form(t), path, slotsOf(events), Options{}); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	return f
}

func TestFillRepeatsARowWithAllThatItHas(t *testing.T) {
	f := fillForm(t, 3)
	cells := map[string]string{
		"A1": "=PRIMA & Co: 3 events on 2 June 2025", "A4": "=Event 1", "A5": "=Event 2", "A6": "=Event 3", "C5": "20", "E6": "04.06.2025", "A9": "P1", "A10": "P2",
	}
	for cell, want := range cells {
		if got, err := f.GetCellValue("Events", cell); got != want || err != nil {
			t.Errorf("%s is %q, want %q (%v)", cell, got, want, err)
		}
	}
	formulas := map[string]string{
		"Events!D4": "C4*2", "Events!D5": "C5*2", "Events!D6": "C6*2", "Events!C7": "SUM(C4:C6)", "Events!D7": `IF(C7>0,"C4:C4",SUM($D$4:$D$6))`,
		"Events!A11": "COUNTA(A9:A10)", "It's else!A1": "SUM(Events!C4:C6)", "It's else!A11": "SUM('It''s else'!B4:B6)",
	}
	for at, want := range formulas {
		sheet, cell, _ := strings.Cut(at, "!")
		if got, _ := f.GetCellFormula(sheet, cell); got != want {
			t.Errorf("the formula of %s is %q, want %q", at, got, want)
		}
	}
	for row := 4; row <= 6; row++ {
		if h, _ := f.GetRowHeight("Events", row); h != 31 {
			t.Errorf("row %d is %v high", row, h)
		}
		style, _ := f.GetCellStyle("Events", fmt.Sprintf("C%d", row))
		if s, err := f.GetStyle(style); err != nil || !s.Font.Bold {
			t.Errorf("row %d lost its style: %v", row, err)
		}
	}
	if extent, err := f.GetSheetDimension("Events"); extent != "" || err != nil {
		t.Errorf("the sheet grew, and still says that it is %q (%v)", extent, err)
	}
	merged, _ := f.GetMergeCells("Events")
	if len(merged) != 3 {
		t.Errorf("merges: %v", merged)
	}
	for _, name := range f.GetDefinedName() {
		if want := map[string]string{"people": "Events!$C$4:$C$6", "_xlnm.Print_Area": "Events!$A$1:$E$7"}[name.Name]; name.RefersTo != want {
			t.Errorf("the name %s refers to %s, want %s", name.Name, name.RefersTo, want)
		}
	}
	if tables, _ := f.GetTables("It's else"); len(tables) != 1 || tables[0].Range != "A3:B6" {
		t.Errorf("tables: %+v", tables)
	}
	chart, _ := f.Pkg.Load("xl/charts/chart1.xml")
	if text, _ := chart.([]byte); !strings.Contains(string(text), "Events!$C$4:$C$6") || strings.Contains(string(text), "numCache") {
		t.Errorf("the chart: %s", text)
	}
	if o, _ := f.GetHeaderFooter("Events"); o.OddFooter != "&L=PRIMA && Co&RPage &P" {
		t.Errorf("the footer is %q", o.OddFooter)
	}
	for cell, want := range map[string]string{"C7": "60", "D6": "60"} {
		if got, err := f.CalcCellValue("Events", cell); got != want || err != nil {
			t.Errorf("%s comes to %q, want %s (%v)", cell, got, want, err)
		}
	}
	if kind, _ := f.GetCellType("Events", "A4"); kind == excelize.CellTypeFormula {
		t.Error("a text became a formula")
	}
}

// A day keeps the format of its cell, built in or its own, and has that of a day where there is none: the first of a month too.
func TestFillKeepsTheFormatOfDays(t *testing.T) {
	own := "yyyy/mm/dd"
	first := time.Date(2026, 9, 1, 0, 0, 0, 0, time.UTC)
	for i, c := range []struct {
		style excelize.Style
		cell  Cell
		want  int
	}{
		{excelize.Style{Font: &excelize.Font{Bold: true}}, Date(first), 14},
		{excelize.Style{Font: &excelize.Font{Bold: true}}, Date(first.AddDate(0, 0, 1)), 14},
		{excelize.Style{Font: &excelize.Font{Bold: true}, NumFmt: 15}, Date(first), 15},
		{excelize.Style{Font: &excelize.Font{Bold: true}, CustomNumFmt: &own}, Date(first), 0},
		{excelize.Style{Font: &excelize.Font{Bold: true}}, DateTime(first.Add(9 * time.Hour)), 22},
	} {
		f := excelize.NewFile()
		style, err := f.NewStyle(&c.style)
		from, path := filepath.Join(t.TempDir(), "form.xlsx"), filepath.Join(t.TempDir(), "filled.xlsx")
		if err := errors.Join(err, f.SetCellStr("Sheet1", "A1", "{{it}}"), f.SetCellStyle("Sheet1", "A1", "A1", style), f.SaveAs(from), f.Close()); err != nil {
			t.Fatal(err)
		}
		slots := Slots{Value: func(mark string) (Cell, bool) { return c.cell, mark == "it" }}
		if err := Fill(t.Context(), from, path, slots, Options{}); err != nil {
			t.Fatal(err)
		}
		if f, err = excelize.OpenFile(path); err != nil {
			t.Fatal(err)
		}
		id, _ := f.GetCellStyle("Sheet1", "A1")
		got, err := f.GetStyle(id)
		if err != nil || got.Font == nil || !got.Font.Bold || got.NumFmt != c.want || (got.CustomNumFmt != nil) != (c.want == 0) {
			t.Errorf("%d: the style is %+v (%v)", i, got, err)
		}
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestFillOfNothingAndOfOne(t *testing.T) {
	for events, want := range map[int]string{0: "", 1: "=Event 1"} {
		f := fillForm(t, events)
		if got, _ := f.GetCellValue("Events", "A4"); got != want {
			t.Errorf("%d events: A4 is %q", events, got)
		}
		if got, _ := f.GetCellFormula("Events", "C5"); got != "SUM(C4:C4)" {
			t.Errorf("%d events: the sum is %q", events, got)
		}
		if got, _ := f.GetCellValue("Events", "A7"); got != "P1" {
			t.Errorf("%d events: A7 is %q", events, got)
		}
	}
}

func TestFillNamesEveryUnknownMark(t *testing.T) {
	f := excelize.NewFile()
	err := errors.Join(
		f.SetCellValue("Sheet1", "B2", "{{nobody}} and {{project}}"), f.SetCellValue("Sheet1", "C3", "{{#nothing}}{{event.title}}"),
		f.SetCellValue("Sheet1", "D4", "{{event.title}}"), // outside a row of events
		f.SetHeaderFooter("Sheet1", &excelize.HeaderFooterOptions{OddHeader: "{{who}}"}))
	from := filepath.Join(t.TempDir(), "template.xlsx")
	if err = errors.Join(err, f.SaveAs(from), f.Close()); err != nil {
		t.Fatal(err)
	}
	to := filepath.Join(t.TempDir(), "x.xlsx")
	wrong, ok := errors.AsType[*TemplateError](Fill(t.Context(), from, to, slotsOf(1), Options{}))
	if !ok {
		t.Fatal("filled")
	}
	want := []UnknownMark{{"Sheet1", "B2", "nobody"}, {"Sheet1", "C3", "#nothing"}, {"Sheet1", "C3", "event.title"}, {"Sheet1", "D4", "event.title"}, {"Sheet1", "", "who"}}
	if fmt.Sprint(wrong.Marks) != fmt.Sprint(want) {
		t.Errorf("%v, want %v", wrong.Marks, want)
	}
	if left, _ := filepath.Glob(filepath.Join(filepath.Dir(to), "*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestFillOfWhatIsNoWorkbook(t *testing.T) {
	from := filepath.Join(t.TempDir(), "nowhere.xlsx")
	err, ok := errors.AsType[*Error](Fill(t.Context(), from, filepath.Join(t.TempDir(), "x.xlsx"), Slots{}, Options{}))
	if !ok || err.Code != CodeTemplate || err.Path != from {
		t.Errorf("%v", err)
	}
}
