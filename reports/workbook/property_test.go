package workbook

import (
	"bytes"
	"fmt"
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"
)

// anyRow is a row of cells as they come.
type anyRow []Cell

func anyCell() *rapid.Generator[Cell] {
	text := rapid.OneOf(
		rapid.String(),
		rapid.SampledFrom([]string{"=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "\t=1", "'", "_x0041_", "_x005F_x0041_", " a ", "a\r\nb", "\x00\x08", "&<>\"", "Ελένη", "😀", "12", "TRUE", "#N/A"}),
	)
	return rapid.Custom(func(t *rapid.T) Cell {
		switch rapid.IntRange(0, 5).Draw(t, "kind") {
		case 0:
			return Text(text.Draw(t, "text"))
		case 1:
			return Int(rapid.IntRange(-1<<50, 1<<50).Draw(t, "int"))
		case 2:
			return Number(rapid.Float64Range(-1e12, 1e12).Draw(t, "number"))
		case 3:
			return Date(day(1900, 3, 1).AddDate(0, 0, rapid.IntRange(0, 2_900_000).Draw(t, "day")))
		case 4:
			return Missing(text.Draw(t, "word"))
		default:
			return Empty()
		}
	})
}

// anyTable declares so many columns over rows of cells; every column is summed.
func anyTable(columns int, rows []anyRow) Table[anyRow] {
	table := Table[anyRow]{ID: "any", Rows: Of(rows...)}
	for i := range columns {
		table.Columns = append(table.Columns, Column[anyRow]{
			ID: fmt.Sprint("c", i), Header: fmt.Sprint("Column ", i), Kind: Kind(i % 8), Total: Sum(),
			Value: func(r anyRow) Cell { return r[i] },
		})
	}
	return table
}

func TestRandomRowsComeBack(t *testing.T) {
	scratch := t.TempDir()
	rapid.Check(t, func(t *rapid.T) {
		columns := rapid.IntRange(1, 12).Draw(t, "columns")
		rows := rapid.SliceOfN(rapid.Map(rapid.SliceOfN(anyCell(), columns, columns), func(c []Cell) anyRow { return c }), 1, 12).Draw(t, "rows")
		layout := Layout(rapid.IntRange(0, 1).Draw(t, "layout"))
		w := Workbook{Sheets: []Sheet{{Name: rapid.String().Draw(t, "name"), Layout: layout, Blocks: []Block{anyTable(columns, rows)}}}}
		var out bytes.Buffer
		if err := Write(t.Context(), &out, w, Options{Scratch: scratch}); err != nil {
			t.Fatal(err)
		}
		file, err := excelize.OpenReader(&out)
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = file.Close() }()
		sheet := file.GetSheetName(0)
		for i := range columns {
			sum, numbers := 0.0, 0
			for n, row := range rows {
				sum += checkCell(t, file, sheet, cellName(i, n+2), row[i])
				if row[i].kind != cellEmpty && row[i].kind != cellText && row[i].kind != cellMissing {
					numbers++
				}
			}
			total := cellName(i, len(rows)+2)
			text, _ := file.GetCellValue(sheet, total, excelize.Options{RawCellValue: true})
			got, err := strconv.ParseFloat(text, 64)
			if numbers == 0 && text != "" || numbers > 0 && (err != nil || math.Abs(got-sum) > 1e-9*max(1, math.Abs(sum))) {
				t.Fatalf("%s: total %q, want %v", total, text, sum)
			}
			if formula, _ := file.GetCellFormula(sheet, total); formula != fmt.Sprintf(`IF(SUBTOTAL(102,%[1]s)=0,"",SUBTOTAL(109,%[1]s))`, cellName(i, 2)+":"+cellName(i, len(rows)+1)) {
				t.Fatalf("%s: formula %q", total, formula)
			}
		}
	})
}

// checkCell compares a cell that was read with what was written and gives what it adds to a sum.
func checkCell(t *rapid.T, file *excelize.File, sheet, cell string, want Cell) float64 {
	text, err := file.GetCellValue(sheet, cell, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	kind, _ := file.GetCellType(sheet, cell)
	if formula, _ := file.GetCellFormula(sheet, cell); formula != "" {
		t.Fatalf("%s: became the formula %q", cell, formula)
	}
	switch want.kind {
	case cellText, cellMissing:
		if text != want.text || text != "" && kind != excelize.CellTypeInlineString {
			t.Fatalf("%s: %q of type %v, want %q", cell, text, kind, want.text)
		}
	case cellEmpty:
		if text != "" {
			t.Fatalf("%s: %q, want nothing", cell, text)
		}
	default:
		got, err := strconv.ParseFloat(text, 64)
		if err != nil || kind != excelize.CellTypeUnset || math.Abs(got-want.number) > 1e-9*max(1, math.Abs(want.number)) {
			t.Fatalf("%s: %q of type %v, want %v", cell, text, kind, want.number)
		}
		return want.number
	}
	return 0
}

func TestWrappedLines(t *testing.T) {
	f := font{size: bodySize}
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.RuneFrom([]rune("aiWΩλ é-"))).Draw(t, "text")
		pixels := rapid.Float64Range(20, 900).Draw(t, "pixels")
		lines := f.lines(text, pixels)
		if least := int(math.Ceil(f.width(strings.TrimSpace(text)) / pixels)); lines < least {
			t.Fatalf("%d lines, which hold less than the text's %d", lines, least)
		}
		if more := f.lines(text+" "+text, pixels); more < lines {
			t.Fatalf("more text in fewer lines: %d, %d", more, lines)
		}
		if wide := f.lines(text, pixels*2); wide > lines {
			t.Fatalf("more lines in more room: %d, %d", wide, lines)
		}
	})
}
