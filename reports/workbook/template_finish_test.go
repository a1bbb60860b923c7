package workbook

import (
	"archive/zip"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// filledKind fills a template of a kind, with what a form may have around its repeated row, and gives the parts of what comes out.
func filledKind(t *testing.T, ending string, events int, more func(f *excelize.File) error) (map[string]string, error) {
	t.Helper()
	f := excelize.NewFile()
	err := errors.Join(
		f.SetSheetRow("Sheet1", "A3", &[]any{"Title", "People"}),
		f.SetSheetRow("Sheet1", "A4", &[]any{"{{#events}}{{event.title}}", "{{event.people}}"}),
		f.SetCellFormula("Sheet1", "C4", `IF(B4>10,"many","few")`), f.SetCellFormula("Sheet1", "D4", "B4>10"), f.SetCellFormula("Sheet1", "E4", "B4/0"),
		f.SetCellFormula("Sheet1", "B5", "SUM(B4:B4)"), f.SetCellFormula("Sheet1", "F5", "NOSUCHFUNCTION(B4)"),
		more(f),
	)
	path := filepath.Join(t.TempDir(), "form"+ending)
	if err := errors.Join(err, f.SaveAs(path), f.Close()); err != nil {
		t.Fatal(err)
	}
	to := filepath.Join(t.TempDir(), "filled.xlsx")
	if err := Fill(t.Context(), path, to, slotsOf(events), Options{}); err != nil {
		if _, there := os.Stat(to); there == nil {
			t.Error("something was written all the same")
		}
		return nil, err
	}
	z, err := zip.OpenReader(to)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = z.Close() }()
	parts := map[string]string{}
	for _, file := range z.File {
		content, err := readPart(z, file.Name)
		if err != nil {
			t.Fatal(err)
		}
		parts[file.Name] = string(content)
	}
	again, err := excelize.OpenFile(to)
	if err != nil {
		t.Fatal(err)
	}
	return parts, again.Close()
}

func nothingMore(*excelize.File) error { return nil }

// Where nothing is calculated, as in a protected view, the values of formulas are seen all the same.
func TestFillLeavesFormulasTheirValues(t *testing.T) {
	parts, err := filledKind(t, ".xlsx", 2, nothingMore)
	if err != nil {
		t.Fatal(err)
	}
	sheet := parts["xl/worksheets/sheet1.xml"]
	for _, want := range []string{
		`<c r="C4" t="str"><f>IF(B4&gt;10,&#34;many&#34;,&#34;few&#34;)</f><v>few</v></c>`, `</f><v>many</v></c>`, `<c r="D4" t="b"><f>B4&gt;10</f><v>0</v></c>`, `<c r="D5" t="b"><f>B5&gt;10</f><v>1</v></c>`,
		`<c r="E4" t="e"><f>B4/0</f><v>#DIV/0!</v></c>`, `<c r="B6"><f>SUM(B4:B5)</f><v>30</v></c>`,
	} {
		if !strings.Contains(sheet, want) {
			t.Errorf("the sheet lacks %s:\n%s", want, sheet)
		}
	}
	if strings.Contains(sheet, "NOSUCHFUNCTION(B4)</f><v>") {
		t.Error("what cannot be worked out has a value")
	}
	if !strings.Contains(parts["xl/workbook.xml"], `fullCalcOnLoad="true"`) {
		t.Error("Excel is not asked to calculate")
	}
}

func TestFillBringsAlongWhatStandsAroundTheRow(t *testing.T) {
	parts, err := filledKind(t, ".xlsx", 3, func(f *excelize.File) error {
		_, err := f.NewSheet("Other")
		return errors.Join(err,
			f.SetConditionalFormat("Sheet1", "B4:B4", []excelize.ConditionalFormatOptions{{Type: "data_bar", Criteria: "=", MinType: "min", MaxType: "max", BarColor: "#638EC6", BarSolid: true}}),
			f.SetConditionalFormat("Sheet1", "A3:A4", []excelize.ConditionalFormatOptions{{Type: "formula", Criteria: "B3>SUM(B$4:B$4)"}}),
			f.SetConditionalFormat("Sheet1", "B5:B5", []excelize.ConditionalFormatOptions{{Type: "formula", Criteria: "B5>1"}}),
			f.AutoFilter("Sheet1", "A3:B4", nil),
			f.InsertPageBreak("Sheet1", "A3"), f.InsertPageBreak("Sheet1", "A8"),
			f.AddComment("Sheet1", excelize.Comment{Cell: "A3", Author: "a", Text: "above"}), f.AddComment("Sheet1", excelize.Comment{Cell: "A9", Author: "a", Text: "below"}),
			f.AddComment("Other", excelize.Comment{Cell: "A9", Author: "a", Text: "elsewhere"}),
			f.AddChartSheet("Drawn", &excelize.Chart{Type: excelize.Col, Series: []excelize.ChartSeries{{Categories: "Sheet1!$A$4:$A$4", Values: "Sheet1!$B$4:$B$4"}}}),
		)
	})
	if err != nil {
		t.Fatal(err)
	}
	sheet := parts["xl/worksheets/sheet1.xml"]
	for _, want := range []string{
		`<conditionalFormatting sqref="B4:B6">`, `<conditionalFormatting sqref="A3:A6">`, `<formula>B3&gt;SUM(B$4:B$6)</formula>`, `<conditionalFormatting sqref="B7:B7">`, `<formula>B7&gt;1</formula>`,
		`<xm:sqref>B4:B6</xm:sqref>`, `<brk id="2"`, `<brk id="9"`, `<autoFilter ref="$A$3:$B$6"`,
	} {
		if !strings.Contains(sheet, want) {
			t.Errorf("the sheet lacks %s:\n%s", want, sheet)
		}
	}
	if n := strings.Count(sheet, "<conditionalFormatting "); n != 3 {
		t.Errorf("%d conditional formats", n)
	}
	notes := []string{}
	for name, content := range parts {
		if strings.HasPrefix(name, "xl/comments") {
			for _, m := range noteCell.FindAllStringSubmatch(content, -1) {
				notes = append(notes, m[2])
			}
		}
	}
	slices.Sort(notes)
	if want := []string{"A11", "A3", "A9"}; !slices.Equal(notes, want) {
		t.Errorf("notes stand at %q, want %q", notes, want)
	}
	drawn := fmt.Sprint(parts["xl/drawings/vmlDrawing1.vml"], parts["xl/drawings/vmlDrawing2.vml"])
	for _, row := range []string{"<x:Row>2<", "<x:Row>10<", "<x:Row>8<"} {
		if !strings.Contains(drawn, row) {
			t.Errorf("no note is drawn at %s", row)
		}
	}
	charts := 0
	for name, content := range parts {
		if strings.HasPrefix(name, "xl/charts/chart") {
			charts++
			if !strings.Contains(content, "Sheet1!$B$4:$B$6") {
				t.Error("the chart on a sheet of its own did not grow")
			}
		}
	}
	if charts != 1 {
		t.Errorf("%d charts", charts)
	}
}

func TestFillSaysWhatItIs(t *testing.T) {
	path := filepath.Join(t.TempDir(), "filled.xlsx")
	slots := slotsOf(1)
	slots.Status = "ΣΧΕΔΙΟ"
	if err := Fill(t.Context(), form(t), path, slots, Options{}); err != nil {
		t.Fatal(err)
	}
	z, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = z.Close() }()
	if core, err := readPart(z, "docProps/core.xml"); err != nil || !strings.Contains(string(core), "contentStatus>ΣΧΕΔΙΟ</") {
		t.Errorf("the properties do not say that it is a draft: %s %v", core, err)
	}
}

func TestFillOfOtherKindsOfTemplate(t *testing.T) {
	parts, err := filledKind(t, ".xltx", 1, nothingMore)
	if err != nil {
		t.Fatal(err)
	}
	if types := parts["[Content_Types].xml"]; !strings.Contains(types, "spreadsheetml.sheet.main+xml") || strings.Contains(types, "template.main+xml") {
		t.Error("a template comes out, and not a workbook")
	}
	_, err = filledKind(t, ".xlsm", 1, func(f *excelize.File) error {
		return f.AddVBAProject(append([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), make([]byte, 600)...))
	})
	if e, ok := errors.AsType[*Error](err); !ok || e.Code != CodeMacros {
		t.Errorf("macros give %v", err)
	}
}
