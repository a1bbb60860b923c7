package workbook

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

func plainTable(id, heading string, rows int) Table[visit] {
	return Table[visit]{ID: id, Heading: heading, Columns: visitColumns()[4:6], Rows: Of(make([]visit, rows)...)}
}

func registerOf(blocks ...Block) Workbook {
	return Workbook{Sheets: []Sheet{{Name: "Register", Title: "Register", Layout: Register, Blocks: blocks}}}
}

var rowBreak = regexp.MustCompile(`<brk id="(\d+)"`)

// begun gives the first rows of pages that a workbook's first sheet begins, its part of the package and that of the workbook.
func begun(t *testing.T, book Workbook) (rows []int, sheet, whole string) {
	t.Helper()
	path := writeSample(t, book)
	sheet = partOf(t, path, "xl/worksheets/sheet1.xml")
	for _, found := range rowBreak.FindAllStringSubmatch(sheet, -1) {
		row, err := strconv.Atoi(found[1])
		if err != nil {
			t.Fatal(err)
		}
		rows = append(rows, row+1)
	}
	return rows, sheet, partOf(t, path, "xl/workbook.xml")
}

// rowOf is the row of the cell with a text.
func rowOf(t *testing.T, book Workbook, text string) int {
	t.Helper()
	file := open(t, writeSample(t, book))
	cells, err := file.SearchSheet(file.GetSheetName(0), text)
	if err != nil || len(cells) == 0 {
		t.Fatalf("%q: %v, %v", text, cells, err)
	}
	row, err := strconv.Atoi(strings.TrimLeft(cells[0], "ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
	if err != nil {
		t.Fatal(err)
	}
	return row
}

// A chart that a page's end would cut in two begins a page; one that has room does not.
func TestChartsStayInOnePiece(t *testing.T) {
	for rows, breaks := range map[int]int{3: 0, 19: 1} {
		book := registerOf(plainTable("visits", "", rows), Chart{Title: "x", Table: "visits", Category: "women", Series: []string{"men"}})
		if got, _, _ := begun(t, book); len(got) != breaks {
			t.Errorf("%d rows: pages begin at %d", rows, got)
		}
	}
}

// A small table is not parted from its heading nor cut, wherever on the page it would stand.
func TestSmallTablesStayInOnePiece(t *testing.T) {
	for rows := 4; rows < 40; rows++ {
		book := registerOf(plainTable("visits", "", rows), plainTable("first", "First part", 6), plainTable("second", "Second part", 6))
		pages, sheet, _ := begun(t, book)
		if strings.Contains(sheet, `fitToHeight="1"`) {
			continue
		}
		for _, heading := range []string{"First part", "Second part"} {
			from := rowOf(t, book, heading)
			for _, page := range pages {
				if page > from && page <= from+8 {
					t.Errorf("%d rows: %q stands in row %d, and a page begins in row %d", rows, heading, from, page)
				}
			}
		}
		if len(pages) == 0 {
			t.Errorf("%d rows: more than a page, and none is begun", rows)
		}
	}
}

// A table of more than half a page begins below its heading where it stands, rather than leave most of a page empty.
func TestLargerTablesBeginWhereTheyStand(t *testing.T) {
	list := Workbook{Sheets: []Sheet{{Name: "List", Layout: Form, Repeat: true, Blocks: []Block{
		plainTable("facts", "Facts", 12), plainTable("list", "", 26),
	}}}}
	pages, _, _ := begun(t, list)
	if len(pages) != 1 || pages[0] < 20 {
		t.Errorf("pages begin at %d", pages)
	}
}

// A table of many pages leaves them to the program, which a filter makes fewer; what follows it begins one, with the header on each.
func TestLongTablesBreakByThemselves(t *testing.T) {
	book := registerOf(plainTable("visits", "", 500), plainTable("first", "First part", 6))
	pages, _, whole := begun(t, book)
	if first := rowOf(t, book, "First part"); len(pages) != 1 || pages[0] > first || pages[0] < first-1 {
		t.Errorf("pages begin at %d, the second table in row %d", pages, first)
	}
	if !strings.Contains(whole, "_xlnm.Print_Titles") {
		t.Error("the header is not repeated")
	}
	book = registerOf(plainTable("visits", "", 18), plainTable("first", "First part", 16))
	if pages, _, whole = begun(t, book); strings.Contains(whole, "_xlnm.Print_Titles") || len(pages) != 1 {
		t.Errorf("the header would stand above the other table alone; pages begin at %d", pages)
	}
}

// What follows a short table may be the long one: then its header stands on every page.
func TestTheLastTableRepeatsItsHeader(t *testing.T) {
	for rows, repeated := range map[int]bool{16: false, 90: true} {
		book := registerOf(plainTable("visits", "", 18), plainTable("each", "Each of them", rows), Paragraph{Text: "That is all."})
		_, _, whole := begun(t, book)
		header := rowOf(t, book, "Each of them") + 1
		if got := strings.Contains(whole, fmt.Sprintf("!$%d:$%d<", header, header)); got != repeated {
			t.Errorf("%d rows: the header of row %d is repeated: %t", rows, header, got)
		}
	}
	// Above a chart on the last page it says nothing.
	book := registerOf(plainTable("visits", "", 18), plainTable("each", "Each of them", 38), Chart{Title: "x", Table: "each", Category: "women", Series: []string{"men"}})
	if _, _, whole := begun(t, book); strings.Contains(whole, "_xlnm.Print_Titles") {
		t.Error("a header stands above a chart")
	}
}

// A sheet of little more than a page is made a little smaller; one of much more is not, nor one with breaks of its own.
func TestAlmostOnePage(t *testing.T) {
	form := func(rows int, blocks ...Block) Workbook {
		return Workbook{Sheets: []Sheet{{Name: "Form", Layout: Form, Blocks: append(blocks, plainTable("visits", "Visits", rows))}}}
	}
	for _, c := range []struct {
		book Workbook
		one  bool
	}{
		{form(10), false},
		{form(37), true},
		{form(60), false},
		{form(34, Paragraph{Text: "First"}, PageBreak{}), false},
	} {
		_, sheet, _ := begun(t, c.book)
		if one := strings.Contains(sheet, `fitToHeight="1"`); one != c.one {
			t.Errorf("%d blocks: on one page is %t", len(c.book.Sheets[0].Blocks), one)
		}
	}
}

// A long text begins below its heading and is cut between lines.
func TestLongTextsKeepTheirHeading(t *testing.T) {
	var lines []string
	for n := range 60 {
		lines = append(lines, fmt.Sprintf("Line %d", n))
	}
	book := Workbook{Sheets: []Sheet{{Name: "Form", Layout: Form, Blocks: []Block{
		plainTable("visits", "Visits", 32), Heading{Text: "Account"}, Paragraph{Text: strings.Join(lines, "\n")},
	}}}}
	pages, _, _ := begun(t, book)
	if heading := rowOf(t, book, "Account"); len(pages) == 0 || pages[0] != heading && pages[0] != heading-1 {
		t.Errorf("the heading stands in row %d, pages begin at %d", heading, pages)
	}
}

// The last row of a register stays with the row before it, also where it takes most of a page itself.
func TestAHighLastRowBeginsAPage(t *testing.T) {
	account := Column[visit]{ID: "account", Header: "Account", Kind: KindWrapped, Value: func(v visit) Cell { return Text(v.account) }}
	table := Table[visit]{ID: "visits", Columns: []Column[visit]{account}}
	table.Rows = Of(append(make([]visit, 20), visit{account: strings.Repeat("word ", 3000)})...)
	if got, _, _ := begun(t, registerOf(table)); len(got) == 0 {
		t.Error("all is on one page")
	}
}
