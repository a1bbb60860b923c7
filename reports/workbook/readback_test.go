package workbook

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

func open(t *testing.T, path string) *excelize.File {
	t.Helper()
	file, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = file.Close() })
	return file
}

// read is a cell as the file has it.
type read struct {
	value, formula, format string
	kind                   excelize.CellType
	fill                   string
}

func readCell(t *testing.T, file *excelize.File, sheet, cell string) read {
	t.Helper()
	var r read
	var err error
	if r.value, err = file.GetCellValue(sheet, cell, excelize.Options{RawCellValue: true}); err != nil {
		t.Fatal(err)
	}
	r.formula, _ = file.GetCellFormula(sheet, cell)
	r.kind, _ = file.GetCellType(sheet, cell)
	id, _ := file.GetCellStyle(sheet, cell)
	style, err := file.GetStyle(id)
	if err != nil {
		t.Fatal(err)
	}
	if style.CustomNumFmt != nil {
		r.format = *style.CustomNumFmt
	}
	if len(style.Fill.Color) > 0 {
		r.fill = style.Fill.Color[0]
	}
	return r
}

const (
	inline = excelize.CellTypeInlineString
	plainN = excelize.CellTypeUnset // a cell without a type is a number
)

func TestRegisterReadBackCellByCell(t *testing.T) {
	file := open(t, writeSample(t, sampleWorkbook(t)))
	serial := strconv.Itoa(int(day(2025, 3, 31).Sub(epoch).Hours() / 24))
	for cell, want := range map[string]read{
		"A1":  {value: "Événements", kind: inline},
		"A4":  {value: "N°", kind: inline, fill: colourHeader},
		"I4":  {value: "Part de la cible", kind: inline, fill: colourHeader},
		"A5":  {value: "E1", kind: inline},
		"D5":  {value: serial, kind: plainN, format: "dd/mm/yyyy"},
		"E5":  {value: "24", kind: plainN, format: "#,##0"},
		"G5":  {value: "0", kind: plainN, format: "#,##0"},
		"H5":  {value: "42", kind: plainN, formula: "SUM(E5:G5)", format: "#,##0"},
		"I5":  {value: "1.05", kind: plainN, format: `0" "%`},
		"B7":  {value: `=HYPERLINK("http://example.org")`, kind: inline},
		"D10": {value: "à compléter", kind: inline, format: "dd/mm/yyyy", fill: colourMissing},
		"E10": {value: "", kind: plainN, format: "#,##0"},
		"B11": {value: "Total", kind: inline, fill: colourTotals},
		"C11": {value: "4 pays", kind: inline, fill: colourTotals},
		"E11": {value: "92", kind: plainN, formula: `IF(SUBTOTAL(102,E5:E10)=0,"",SUBTOTAL(109,E5:E10))`, format: "#,##0", fill: colourTotals},
		"G11": {value: "2", kind: plainN, formula: `IF(SUBTOTAL(102,G5:G10)=0,"",SUBTOTAL(109,G5:G10))`, format: "#,##0", fill: colourTotals},
		"H11": {value: "167", kind: plainN, formula: `IF(SUBTOTAL(102,H5:H10)=0,"",SUBTOTAL(109,H5:H10))`, format: "#,##0", fill: colourTotals},
		"I11": {value: "0.550898203592814", kind: plainN, formula: `IF(SUBTOTAL(102,I5:I10)=0,"",E11/H11)`, format: `0" "%`, fill: colourTotals},
	} {
		if got := readCell(t, file, "Événements", cell); got != want {
			t.Errorf("%s: %+v, want %+v", cell, got, want)
		}
	}
	for _, cell := range []string{"E11", "F11", "G11", "H11"} {
		cached, _ := file.GetCellValue("Événements", cell, excelize.Options{RawCellValue: true})
		if live, err := file.CalcCellValue("Événements", cell, excelize.Options{RawCellValue: true}); err != nil || live != cached {
			t.Errorf("%s: calculated %q, cached %q, %v", cell, live, cached, err)
		}
	}
}

func TestReferencesAcrossSheets(t *testing.T) {
	file := open(t, writeSample(t, sampleWorkbook(t)))
	rows, err := file.GetRows("Couverture")
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]read{}
	for i, row := range rows {
		for _, label := range []string{"Participations", "Événements", "Participants", "Données arrêtées au", "Date de fin"} {
			if len(row) > 0 && row[0] == label {
				for _, column := range []string{"E", "K"} {
					if r := readCell(t, file, "Couverture", column+strconv.Itoa(i+1)); r.value != "" {
						found[label] = r
					}
				}
			}
		}
	}
	for label, want := range map[string]read{
		"Participations":      {value: "167", formula: "'Événements'!$H$11", kind: plainN, format: "#,##0"},
		"Événements":          {value: "6", formula: "ROWS('Événements'!$A$5:$A$10)", kind: plainN, format: "#,##0"},
		"Participants":        {value: "167", formula: "'Participants'!$B$10", kind: plainN, format: "#,##0"},
		"Données arrêtées au": {value: "45918.4458333333", kind: plainN, format: "dd/mm/yyyy hh:mm"},
		"Date de fin":         {value: "à compléter", kind: inline, fill: colourMissing},
	} {
		got := found[label]
		if label == "Participants" { // its row depends on the layout
			got.formula, want.formula = strings.TrimRight(got.formula, "0123456789"), "'Participants'!$B$"
		}
		if got != want {
			t.Errorf("%s: %+v, want %+v", label, got, want)
		}
	}
}

func TestDaysAreNotShifted(t *testing.T) {
	athens, err := time.LoadLocation("Europe/Athens")
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		cell Cell
		want float64
		text string
	}{
		"midnight in the east":  {cell: Date(time.Date(2025, 6, 2, 0, 30, 0, 0, athens)), want: 45810},
		"late in the west":      {cell: Date(time.Date(2025, 6, 2, 23, 59, 0, 0, time.FixedZone("", -11*3600))), want: 45810},
		"wall time":             {cell: DateTime(time.Date(2025, 6, 2, 12, 0, 0, 0, athens)), want: 45810.5},
		"first day":             {cell: Date(day(1900, 3, 1)), want: 61},
		"last day":              {cell: Date(day(9999, 12, 31)), want: 2958465},
		"before Excel's time":   {cell: Date(day(1815, 6, 18)), text: "1815-06-18"},
		"in the false leap day": {cell: Date(day(1900, 2, 28)), text: "1900-02-28"},
		"no time":               {cell: Date(time.Time{})},
		"not a number":          {cell: Number(math.NaN())},
		"too great a number":    {cell: Number(math.Inf(1))},
	} {
		if c.cell.number != c.want || c.cell.text != c.text {
			t.Errorf("%s: %v %q, want %v %q", name, c.cell.number, c.cell.text, c.want, c.text)
		}
		if c.want == 0 && c.text == "" && c.cell.kind != cellEmpty {
			t.Errorf("%s: not empty", name)
		}
	}
}

func TestLongTextIsWholeAndHasRowsEnough(t *testing.T) {
	file := open(t, writeSample(t, sampleWorkbook(t)))
	const sheet = "EL-03 2025-06-02"
	merged, err := file.GetMergeCells(sheet)
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(merged, func(m excelize.MergeCell) bool { return m.GetCellValue() == greekAccount })
	if i < 0 {
		t.Fatal("the account is not in a merged cell")
	}
	_, from, _ := excelize.CellNameToCoordinates(merged[i].GetStartAxis())
	_, to, _ := excelize.CellNameToCoordinates(merged[i].GetEndAxis())
	height := 0.0
	for row := from; row <= to; row++ {
		points, _ := file.GetRowHeight(sheet, row)
		height += points
	}
	// Eight columns of the grid hold about 68 characters of Greek a line.
	if least := float64(len([]rune(greekAccount))) / 68 * lineHeight * 0.9; height < least || height > 1.5*least {
		t.Errorf("%.0f points for %d characters, expected about %.0f", height, len([]rune(greekAccount)), least)
	}
}
