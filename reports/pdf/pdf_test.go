package pdf

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"primadesk/assets"
	"primadesk/reports/workbook"
)

var english = workbook.Words{
	Number: func(n float64, kind workbook.Kind) string {
		if kind == workbook.KindPercent {
			return fmt.Sprintf("%.0f%%", 100*n)
		}
		return fmt.Sprint(n)
	},
	Date:     func(t time.Time) string { return t.Format("02/01/2006") },
	DateTime: func(t time.Time) string { return t.Format("02/01/2006 15:04") },
}

type town struct {
	name   string
	people int
}

func towns(id string, rows ...town) workbook.Table[town] {
	return workbook.Table[town]{ID: id, Heading: "Towns of " + id, Rows: workbook.Of(rows...), Empty: "no town", Columns: []workbook.Column[town]{
		{ID: "name", Header: "Town", Value: func(t town) workbook.Cell { return workbook.Text(t.name) }, Total: workbook.Label("All")},
		{ID: "people", Header: "People", Kind: workbook.KindInt, Value: func(t town) workbook.Cell { return workbook.Int(t.people) }, Total: workbook.Sum()},
		{ID: "double", Header: "Twice", Kind: workbook.KindInt, Bar: true, Value: func(t town) workbook.Cell { return workbook.Formula("2*{people}", 2*float64(t.people)) }},
		{ID: "day", Header: "Day", Kind: workbook.KindDate, Value: func(t town) workbook.Cell {
			if t.people == 0 {
				return workbook.Missing("to complete")
			}
			return workbook.Date(time.Date(2025, 6, t.people, 23, 30, 0, 0, time.UTC))
		}},
	}}
}

func many(n int) []town {
	rows := make([]town, n)
	for i := range rows {
		rows[i] = town{fmt.Sprintf("Town %d", i), i%20 + 1}
	}
	return rows
}

// example has every kind of block, and a cover whose figures come from the sheets behind it.
func example(t testing.TB) workbook.Workbook {
	picture, err := assets.EmblemPNG(60)
	if err != nil {
		t.Fatal(err)
	}
	return workbook.Workbook{
		Properties: workbook.Properties{Title: "Τίτλος · Title", Creator: "Région", Language: "el", Created: time.Date(2025, 9, 18, 10, 42, 0, 0, time.UTC)},
		Footer:     workbook.Footer{Left: "PRIMA · 101140836", Page: "page {page} of {pages}", Draft: "DRAFT"},
		Sheets: []workbook.Sheet{
			{ID: "cover", Name: "Cover", Layout: workbook.Form, Late: true, Blocks: []workbook.Block{
				workbook.Picture{PNG: picture, Height: 40, Alt: "The emblem, Ελλάδα", Beside: "Funded by the European Union"},
				workbook.Gap(10), workbook.Banner{Title: "Εκδηλώσεις", Below: "D2.1"},
				workbook.Paragraph{Text: "Some is missing", Tone: workbook.Warning, Bold: true},
				workbook.Pairs{Lined: true, Pairs: []workbook.Pair{
					{Label: "Sum", Value: workbook.TotalOf("list", "people")}, {Label: "Rows", Value: workbook.CountOf("list")},
					{Label: "Part", Value: workbook.Number(0.25), Kind: workbook.KindPercent}, {Label: "Gone", Value: workbook.Missing("unknown")},
					{Label: "Site", Value: workbook.Text("example").LinkOut("https://example.org/site")}, {Label: "Nothing", Value: workbook.Empty()},
				}},
				workbook.Links{Links: []workbook.Link{{Text: "To the list", Sheet: "list", Value: workbook.CountOf("list")}}},
				workbook.PageBreak{}, workbook.Paragraph{Text: "small print", Tone: workbook.Small}, workbook.Paragraph{Text: "muted", Tone: workbook.Muted},
			}},
			{ID: "list", Name: "List", Title: "The list", Caption: "of towns", Layout: workbook.Register, Blocks: []workbook.Block{
				towns("list", append(many(120), town{"Nowhere", 0})...),
				workbook.Chart{Title: "Chart", Table: "list", Category: "name", Series: []string{"people"}},
				towns("few", many(3)...),
			}},
			{ID: "stack", Name: "Stack", Layout: workbook.Stack, Blocks: []workbook.Block{
				workbook.Heading{Text: "Part"}, towns("none"), workbook.Heading{Text: "Within", Level: 2}, towns("small", many(2)...),
			}},
		},
	}
}

func write(t testing.TB, w workbook.Workbook) ([]byte, Report) {
	t.Helper()
	var out bytes.Buffer
	report, err := Write(context.Background(), &out, w, english)
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes(), report
}

func TestPages(t *testing.T) {
	file, report := write(t, example(t))
	pages := pagesOf(t, file)
	if len(pages) != report.Pages || report.Pages < 5 || report.Replaced != "" {
		t.Fatalf("%d pages read, %+v", len(pages), report)
	}
	cover := pages[0]
	for _, text := range []string{
		"Funded by the European Union", "Εκδηλώσεις", "Some is missing", "Sum 1260", "Rows 121", "Part 25%", "unknown", "To the list 121",
		"PRIMA · 101140836", "DRAFT · ", "Cover", fmt.Sprintf("page 1 of %d", report.Pages),
	} {
		if !cover.has(text) {
			t.Errorf("the cover lacks %q: %q", text, cover.texts)
		}
	}
	if !pages[1].has("small print") || cover.has("small print") {
		t.Error("what stands behind a page break is not on the next page")
	}
	headers := 0
	for i, p := range pages {
		if p.has("Town People Twice Day") {
			headers++
		}
		if !p.has(fmt.Sprintf("page %d of %d", i+1, report.Pages)) || !p.has("DRAFT") {
			t.Errorf("page %d has no foot: %q", i+1, p.texts)
		}
	}
	last := pages[len(pages)-1]
	if headers < 4 || !last.has("no town") || !last.has("All 3") {
		t.Errorf("%d pages with a header; the last: %q", headers, last.texts)
	}
	all := ""
	for _, p := range pages {
		all += strings.Join(p.texts, " ") + " "
	}
	for _, text := range []string{"Town 0 1 2 01/06/2025", "Town 119 20 40 20/06/2025", "Nowhere 0 0 to complete", "All 1260", "Towns of small"} {
		if strings.Count(all, text) < 1 {
			t.Errorf("%q is not there", text)
		}
	}
}

func TestProperties(t *testing.T) {
	file, _ := write(t, example(t))
	again, _ := write(t, example(t))
	if !bytes.Equal(file, again) {
		t.Error("the same declaration gave other bytes")
	}
	for _, want := range []string{"/Lang (el)", "/MediaBox [0 0 841.89 595.28]", "/CreationDate (D:20250918104200", "/Outlines", "https://example.org/site", "/Dest ["} {
		if !bytes.Contains(file, []byte(want)) {
			t.Errorf("no %s in the file", want)
		}
	}
	if !strings.Contains(pagesOf(t, file)[0].raw, "/Span <</Alt <FEFF00540068006500200065006D0062006C0065006D002C002003950") {
		t.Error("the picture is not described")
	}
	w := example(t)
	w.Properties.Created = time.Time{}
	one, _ := write(t, w)
	two, _ := write(t, w)
	if !bytes.Equal(one, two) {
		t.Error("without a time, the clock decides")
	}
}

// Every word of every cell is somewhere on the pages, however many columns there are and however long the texts.
func TestNothingIsLost(t *testing.T) {
	word := rapid.StringMatching(`[A-Za-zάέήίόύώΑ-ΡΣ-Ω0-9]{1,40}`)
	text := rapid.Map(rapid.SliceOfN(word, 0, 25), func(words []string) string { return strings.Join(words, " ") })
	rapid.Check(t, func(t *rapid.T) {
		columns := rapid.IntRange(1, 12).Draw(t, "columns")
		rows := rapid.SliceOfN(rapid.SliceOfN(text, columns, columns), 0, 6).Draw(t, "rows")
		table := workbook.Table[[]string]{ID: "t", Rows: workbook.Of(rows...)}
		for i := range columns {
			table.Columns = append(table.Columns, workbook.Column[[]string]{
				ID: fmt.Sprint(i), Header: fmt.Sprintf("Header%d", i), Value: func(r []string) workbook.Cell { return workbook.Text(r[i]) },
			})
		}
		layout := workbook.Layout(rapid.IntRange(0, 1).Draw(t, "layout"))
		var out bytes.Buffer
		if _, err := Write(context.Background(), &out, workbook.Workbook{Sheets: []workbook.Sheet{{Name: "T", Layout: layout, Blocks: []workbook.Block{table}}}}, english); err != nil {
			t.Fatal(err)
		}
		letters := map[rune]int{}
		for _, p := range pagesOf(t, out.Bytes()) {
			for _, s := range p.texts {
				for _, r := range s {
					letters[r]++
				}
			}
		}
		for _, row := range rows {
			for _, cell := range row {
				for _, r := range cell {
					if r != ' ' {
						letters[r]--
					}
				}
			}
		}
		for r, n := range letters {
			if n < 0 {
				t.Fatalf("%d of %q are missing", -n, r)
			}
		}
	})
}

func TestWideTablesAreParted(t *testing.T) {
	table := workbook.Table[int]{ID: "wide", Rows: workbook.Of(1, 2, 3)}
	for i := range 40 {
		table.Columns = append(table.Columns, workbook.Column[int]{
			ID: fmt.Sprint(i), Header: fmt.Sprintf("Quarter%d", i), Kind: workbook.KindInt, Value: func(n int) workbook.Cell { return workbook.Int(1000*n + i) },
		})
	}
	file, _ := write(t, workbook.Workbook{Sheets: []workbook.Sheet{{Name: "Wide", Layout: workbook.Register, Freeze: 1, Blocks: []workbook.Block{table}}}})
	text := ""
	for _, p := range pagesOf(t, file) {
		text += strings.Join(p.texts, " ") + " "
	}
	for i := range 40 {
		if want := fmt.Sprintf("Quarter%d ", i); !strings.Contains(text, want) || !strings.Contains(text, fmt.Sprint(3000+i)) {
			t.Errorf("column %d is not there", i)
		}
	}
	if strings.Count(text, "Quarter0 ") < 2 || strings.Count(text, "Quarter1 ") != 1 {
		t.Error("only the columns that stay in view are repeated")
	}
}

// What is to stand on one page is drawn smaller as far as one can read it; what does not fit even so is as large as the rest.
func TestOnePage(t *testing.T) {
	for rows, pages := range map[int]map[bool]int{20: {false: 1, true: 1}, 45: {false: 2, true: 1}, 120: {false: 3, true: 3}} {
		for one, want := range pages {
			links := workbook.Links{Links: []workbook.Link{{Text: "To the site", Address: "https://example.org/site", Value: workbook.Empty()}}}
			file, report := write(t, workbook.Workbook{Footer: workbook.Footer{Page: "page {page}"}, Sheets: []workbook.Sheet{
				{ID: "s", Name: "S", Layout: workbook.Form, OnePage: one, Blocks: []workbook.Block{links, towns("list", many(rows)...)}},
				{ID: "next", Name: "Next", Layout: workbook.Form, Blocks: []workbook.Block{workbook.Paragraph{Text: "as large as ever"}}},
			}})
			drawn := pagesOf(t, file)
			if report.Pages != want+1 || !drawn[want-1].has(many(rows)[rows-1].name) || !drawn[want].has("as large as ever") {
				t.Errorf("%d rows, one page %t: %d pages and the next", rows, one, report.Pages-1)
			}
		}
	}
}

func TestHostileTexts(t *testing.T) {
	foreign := map[rune]bool{}
	for _, r := range "שלום😀مرحبا" {
		foreign[r] = true
	}
	long := strings.Repeat("Μεγάλο κείμενο, ", 4000)
	w := workbook.Workbook{
		Properties: workbook.Properties{Title: "a)b(c\\d", Language: "en"},
		Footer:     workbook.Footer{Left: strings.Repeat("long ", 200), Page: "page {page}"},
		Sheets: []workbook.Sheet{{Name: "a[]:*?/\\", Layout: workbook.Form, Blocks: []workbook.Block{
			workbook.Paragraph{Text: long},
			workbook.Pairs{Pairs: []workbook.Pair{{Label: strings.Repeat("x", 500), Value: workbook.Text(long)}}},
			towns("t", town{"שלום 😀 مرحبا \x00\x07 (a)\\ ἀρχή ﬁn \u202fx", 1}, town{strings.Repeat("ж", 5000), 2}),
		}}},
	}
	file, report := write(t, w)
	pages := pagesOf(t, file)
	text := ""
	for _, p := range pages {
		text += strings.Join(p.texts, " ")
	}
	if len(pages) < 10 || report.Replaced != string(slices.Sorted(maps.Keys(foreign))) || !strings.Contains(text, "(a)\\ αρχή ﬁn") {
		t.Errorf("%d pages, %+v", len(pages), report)
	}
	if n := strings.Count(text, "ж"); n != 5000 {
		t.Errorf("%d of 5,000 letters", n)
	}
}

func TestRefused(t *testing.T) {
	bad := workbook.Workbook{Sheets: []workbook.Sheet{{Name: "A", Layout: workbook.Form, Blocks: []workbook.Block{workbook.Picture{PNG: []byte("no picture")}}}}}
	known := (*workbook.Error)(nil)
	if _, err := Write(t.Context(), &bytes.Buffer{}, bad, english); !errors.As(err, &known) || known.Code != workbook.CodeInvalid {
		t.Error(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Write(ctx, &bytes.Buffer{}, example(t), english); !errors.As(err, &known) || known.Code != workbook.CodeCancelled {
		t.Error(err)
	}
}
