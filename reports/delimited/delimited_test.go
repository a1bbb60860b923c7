package delimited

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"primadesk/reports/workbook"
)

// kept collects files in memory.
type kept struct {
	tables []Table
	files  []*bytes.Buffer
	closed int
}

type keptFile struct {
	*bytes.Buffer
	of *kept
}

func (f keptFile) Close() error { f.of.closed++; return nil }

func (k *kept) create(t Table) (io.WriteCloser, error) {
	k.tables, k.files = append(k.tables, t), append(k.files, &bytes.Buffer{})
	return keptFile{k.files[len(k.files)-1], k}, nil
}

type row struct {
	text   string
	number float64
	cell   workbook.Cell
}

func table(id string, rows ...row) workbook.Table[row] {
	return workbook.Table[row]{ID: id, Rows: workbook.Of(rows...), Empty: "nothing", Columns: []workbook.Column[row]{
		{ID: "text", Header: "=Text", Value: func(r row) workbook.Cell { return workbook.Text(r.text) }, Total: workbook.Label("Total")},
		{ID: "number", Header: "Number; all", Kind: workbook.KindDecimal, Value: func(r row) workbook.Cell { return workbook.Number(r.number) }, Total: workbook.Sum()},
		{ID: "cell", Header: "Cell", Value: func(r row) workbook.Cell { return r.cell }},
	}}
}

func write(t testing.TB, w workbook.Workbook, separator rune) *kept {
	t.Helper()
	k := &kept{}
	if err := Write(context.Background(), w, Options{Separator: separator, Create: k.create}); err != nil {
		t.Fatal(err)
	}
	if k.closed != len(k.files) {
		t.Errorf("%d files, %d closed", len(k.files), k.closed)
	}
	return k
}

func TestFiles(t *testing.T) {
	at := time.Date(2025, 6, 2, 10, 0, 0, 0, time.UTC)
	w := workbook.Workbook{Sheets: []workbook.Sheet{
		{ID: "late", Name: "Late", Layout: workbook.Form, Late: true, Blocks: []workbook.Block{table("summary", row{"sum", 0, workbook.TotalOf("list", "number")})}},
		{ID: "first", Name: "First", Layout: workbook.Register, Blocks: []workbook.Block{
			table("list", row{"Ελλάδα", -1234.5, workbook.Date(at)}, row{`a "b"; c, d`, 1e6, workbook.DateTime(at)}, row{"-5", 1. / 8, workbook.Text("09:30")},
				row{"", 0, workbook.Missing("to complete")}, row{"x", 2, workbook.Text("site").LinkOut("https://example.org")}),
			workbook.Heading{Text: "no table"}, table("empty"),
		}},
	}}
	k := write(t, w, ';')
	if want := []Table{{1, "first", "list", ""}, {1, "first", "empty", ""}, {0, "late", "summary", ""}}; !slices.Equal(k.tables, want) {
		t.Fatalf("%+v", k.tables)
	}
	want := "\ufeff'=Text;\"Number; all\";Cell\r\n" +
		"Ελλάδα;-1234.5;2025-06-02\r\n" +
		"\"a \"\"b\"\"; c, d\";1000000;2025-06-02T10:00\r\n" +
		"'-5;0.125;09:30\r\n" +
		";0;\r\n" +
		"x;2;site\r\n"
	if got := k.files[0].String(); got != want {
		t.Errorf("%q\n%q", got, want)
	}
	if got := k.files[1].String(); got != "\ufeff'=Text;\"Number; all\";Cell\r\n" {
		t.Errorf("%q", got)
	}
	if got := k.files[2].String(); !strings.HasSuffix(got, "sum;0;998767.625\r\n") {
		t.Errorf("%q", got)
	}
	if comma := write(t, w, ',').files[0].String(); !strings.HasPrefix(comma, "\ufeff'=Text,\"Number; all\",Cell\r\n") {
		t.Errorf("%q", comma)
	}
}

func TestOnlyTheSheetsAskedFor(t *testing.T) {
	w := workbook.Workbook{Sheets: []workbook.Sheet{
		{ID: "a", Name: "A", Layout: workbook.Stack, Blocks: []workbook.Block{table("a", row{text: "x"})}},
		{ID: "b", Name: "B", Layout: workbook.Form, Blocks: []workbook.Block{table("b", row{text: "y"})}},
	}}
	k := &kept{}
	err := Write(t.Context(), w, Options{Separator: ',', Create: k.create, Only: func(s workbook.Sheet) bool { return s.Layout == workbook.Stack }})
	if err != nil || len(k.tables) != 1 || k.tables[0].ID != "a" {
		t.Errorf("%v %+v", err, k.tables)
	}
}

func TestErrors(t *testing.T) {
	w := workbook.Workbook{Sheets: []workbook.Sheet{{Name: "A", Layout: workbook.Stack, Blocks: []workbook.Block{table("a", row{text: strings.Repeat("x", 9000)})}}}}
	broken := errors.New("broken")
	if err := Write(t.Context(), w, Options{Separator: ',', Create: func(Table) (io.WriteCloser, error) { return nil, broken }}); !errors.Is(err, broken) {
		t.Error(err)
	}
	bad := &full{err: broken}
	if err := Write(t.Context(), w, Options{Separator: ',', Create: func(Table) (io.WriteCloser, error) { return bad, nil }}); !errors.Is(err, broken) || !bad.closed {
		t.Error(err, bad.closed)
	}
}

// full is a disk without room.
type full struct {
	err    error
	closed bool
}

func (f *full) Write([]byte) (int, error) { return 0, f.err }
func (f *full) Close() error              { f.closed = true; return nil }

func TestHarmless(t *testing.T) {
	for text, want := range map[string]string{
		"=1+1": "'=1+1", "+1": "'+1", "-1": "'-1", "@SUM(A1)": "'@SUM(A1)", "\t=1": "'\t=1", "\rx": "'\rx", "\nx": "'\nx", "  =1": "'  =1",
		"\u200b=1": "'\u200b=1", "＝1": "'＝1", "": "", "a=1": "a=1", "'=1": "'=1", " ": " ", "Ελένη": "Ελένη",
	} {
		if got := harmless(text); got != want {
			t.Errorf("%q: %q, not %q", text, got, want)
		}
	}
}

// Whatever a cell holds, a reader of RFC 4180 finds one row of three cells again, and no text that would be calculated.
func FuzzText(f *testing.F) {
	for _, s := range []string{"", "=cmd|' /C calc'!A0", "a;b", "a,b", "\"", "a\r\nb", "\r", " x ", "'", "\ufeff=1", "漢", "\x00", "x\n=1", "a\";=1;\""} {
		f.Add(s, true)
		f.Add(s, false)
	}
	f.Fuzz(func(t *testing.T, text string, comma bool) {
		separator := ';'
		if comma {
			separator = ','
		}
		w := workbook.Workbook{Sheets: []workbook.Sheet{{Name: "A", Layout: workbook.Stack, Blocks: []workbook.Block{table("a", row{text: text, number: 1})}}}}
		content := write(t, w, separator).files[0].String()
		if !utf8.ValidString(content) {
			t.Fatalf("%q is not UTF-8", content)
		}
		in := csv.NewReader(strings.NewReader(strings.TrimPrefix(content, "\ufeff")))
		in.Comma = separator
		rows, err := in.ReadAll()
		if err != nil || len(rows) != 2 || len(rows[1]) != 3 || rows[1][1] != "1" {
			t.Fatalf("%q: %q %v", content, rows, err)
		}
		got := rows[1][0]
		want := ""
		for _, r := range preview(w) {
			want = r
		}
		if got != want && got != "'"+want {
			t.Errorf("%q became %q", want, got)
		}
		if trimmed := strings.TrimLeft(got, " "); trimmed != "" && strings.ContainsRune(formulas, []rune(trimmed)[0]) {
			t.Errorf("%q would be calculated", got)
		}
	})
}

// preview are the texts of the first column as a workbook holds them.
func preview(w workbook.Workbook) (texts []string) {
	none := func(time.Time) string { return "" }
	for _, s := range workbook.Show(w, 5, workbook.Words{Number: func(float64, workbook.Kind) string { return "" }, Date: none, DateTime: none}) {
		for _, r := range s.Rows {
			texts = append(texts, r[0])
		}
	}
	return texts
}
