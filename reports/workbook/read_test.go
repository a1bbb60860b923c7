package workbook

import (
	"context"
	"errors"
	"iter"
	"math"
	"path/filepath"
	"slices"
	"strconv"
	"testing"

	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"
)

// heard is what a reader was told, by sheet.
type heard struct {
	order   []int
	names   []string
	numbers map[string][]float64
	texts   map[string][]string
	heads   []Head
	totals  [][]Value
	blocks  int
}

func (h *heard) Sheet(at int, name string, _ Sheet) error {
	h.order, h.names = append(h.order, at), append(h.names, name)
	return nil
}

func (h *heard) take(values []Value) {
	name := h.names[len(h.names)-1]
	for _, v := range values {
		switch v.Kind {
		case ValueNumber:
			h.numbers[name] = append(h.numbers[name], v.Number)
		case ValueDate, ValueDateTime:
			h.numbers[name] = append(h.numbers[name], float64(v.Time.Unix()-epoch.Unix())/86400)
		case ValueText, ValueMissing:
			h.texts[name] = append(h.texts[name], v.Text)
		}
	}
}

func (h *heard) Block(_ Block, values []Value) error { h.blocks++; h.take(values); return nil }
func (h *heard) Head(head Head) error                { h.heads = append(h.heads, head); return nil }
func (h *heard) Row(values []Value) error            { h.take(values); return nil }
func (h *heard) Foot(totals []Value) error {
	h.totals = append(h.totals, totals)
	h.take(totals)
	return nil
}

func listen(t testing.TB, w Workbook) *heard {
	t.Helper()
	h := &heard{numbers: map[string][]float64{}, texts: map[string][]string{}}
	if err := Read(context.Background(), w, h); err != nil {
		t.Fatal(err)
	}
	return h
}

// numbersIn are all numbers of a sheet of a file, in order of size.
func numbersIn(t testing.TB, file *excelize.File, sheet string) []float64 {
	t.Helper()
	rows, err := file.GetRows(sheet, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	var list []float64
	for y, row := range rows {
		for x, text := range row {
			if kind, _ := file.GetCellType(sheet, cellName(x, y+1)); kind == excelize.CellTypeInlineString || kind == excelize.CellTypeSharedString {
				continue
			}
			if n, err := strconv.ParseFloat(text, 64); err == nil {
				list = append(list, n)
			}
		}
	}
	slices.Sort(list)
	return list
}

// What another renderer is told is what stands in the cells of the workbook, calculated ones included.
func TestReadTellsTheFiguresOfTheWorkbook(t *testing.T) {
	w := sampleWorkbook(t)
	path := filepath.Join(t.TempDir(), "w.xlsx")
	if err := WriteFile(t.Context(), path, w, Options{}); err != nil {
		t.Fatal(err)
	}
	file := open(t, path)
	h := listen(t, w)
	for _, name := range file.GetSheetList() {
		want, got := numbersIn(t, file, name), h.numbers[name]
		slices.Sort(got)
		if !slices.EqualFunc(want, got, func(a, b float64) bool { return math.Abs(a-b) < 1e-6 }) {
			t.Errorf("%s: the workbook has %v, the reader was told %v", name, want, got)
		}
	}
	if len(h.order) != len(w.Sheets) || !slices.Equal(h.order, writingOrder(w.Sheets)) {
		t.Errorf("order %v", h.order)
	}
}

func TestReadTotals(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		columns := rapid.IntRange(1, 6).Draw(t, "columns")
		rows := rapid.SliceOfN(rapid.Map(rapid.SliceOfN(anyCell(), columns, columns), func(c []Cell) anyRow { return c }), 0, 9).Draw(t, "rows")
		table := anyTable(columns, rows)
		table.Columns[0].Total = TotalNumber(7)
		h := &heard{numbers: map[string][]float64{}, texts: map[string][]string{}}
		late := Sheet{Name: "First", Layout: Form, Late: true, Blocks: []Block{Pairs{Pairs: []Pair{{Label: "n", Value: CountOf("any")}, {Label: "t", Value: TotalOf("any", "c0")}}}}}
		if err := Read(context.Background(), Workbook{Sheets: []Sheet{late, {Name: "Any", Layout: Stack, Blocks: []Block{table}}}}, h); err != nil {
			t.Fatal(err)
		}
		if got := h.numbers["First"]; !slices.Equal(got, []float64{float64(len(rows)), 7}) {
			t.Fatalf("%d rows: %v", len(rows), got)
		}
	})
}

func TestReadRefusesWhatWritingRefuses(t *testing.T) {
	sheet := func(blocks ...Block) Workbook {
		return Workbook{Sheets: []Sheet{{Name: "A", Layout: Stack, Blocks: blocks}}}
	}
	broken := errors.New("broken")
	failing := groupTable("x", "", "Name")
	failing.Rows = iter.Seq2[group, error](func(yield func(group, error) bool) { yield(group{}, broken) })
	for name, c := range map[string]struct {
		w    Workbook
		code Code
	}{
		"a table ahead":      {sheet(Pairs{Pairs: []Pair{{Value: TotalOf("later", "people")}}}), CodeInvalid},
		"no such total":      {sheet(groupTable("x", "", "Name"), Pairs{Pairs: []Pair{{Value: TotalOf("x", "share")}}}), CodeInvalid},
		"no such sheet":      {sheet(Links{Links: []Link{{Text: "x", Sheet: "nowhere"}}}), CodeInvalid},
		"the same id twice":  {sheet(groupTable("x", "", "Name"), groupTable("x", "", "Name")), CodeInvalid},
		"no columns":         {sheet(Table[group]{Rows: Of[group]()}), CodeInvalid},
		"an error in a row":  {sheet(failing), CodeRows},
		"no count of itself": {sheet(Pairs{Pairs: []Pair{{Value: CountOf("x")}}}), CodeInvalid},
	} {
		h := &heard{numbers: map[string][]float64{}, texts: map[string][]string{}}
		err := Read(t.Context(), c.w, h)
		if known, ok := errors.AsType[*Error](err); !ok || known.Code != c.code || known.Sheet != "A" {
			t.Errorf("%s: %v", name, err)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := Read(ctx, sampleWorkbook(t), &heard{}); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}
