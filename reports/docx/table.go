package docx

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

func (t Table) write(b *body) {
	if len(t.Columns) == 0 {
		return
	}
	if t.Caption != "" {
		b.paragraph(string(Caption), nil)
		b.runs(Text(t.Caption))
		b.end()
	}
	header := make([]Cell, len(t.Columns))
	for i, c := range t.Columns {
		header[i] = Text(c.Header)
	}
	widths := share(t.Columns, append([][]Cell{header}, t.Rows...))
	b.startTable(look{firstRow: true, lastRow: t.Total}, t.Caption, widths)
	b.row(header, t.Columns, widths, true)
	for _, cells := range t.Rows {
		b.row(cells, t.Columns, widths, false)
	}
	b.endTable()
}

func (f Facts) write(b *body) {
	if len(f.Rows) == 0 {
		return
	}
	columns := []Column{{Width: 34}, {Width: 66}}
	rows := make([][]Cell, len(f.Rows))
	for i, fact := range f.Rows {
		rows[i] = []Cell{Text(fact.Label), fact.Value}
	}
	widths := share(columns, rows)
	b.startTable(look{firstColumn: true}, f.Name, widths)
	for _, cells := range rows {
		b.row(cells, columns, widths, false)
	}
	b.endTable()
}

// What a word takes in a table, in twentieths of a point: a letter of the tables' style in bold, rather too wide than too narrow,
// and the margins of a cell. A word of more letters than longestKept is broken: it is a web address or a sum.
const (
	letterWidth = 112
	cellMargins = 2 * 108
	longestKept = 24
)

// share parts the page's width among columns as they were declared, and gives one that would break a word the room that it lacks, as
// long as the others have it.
func share(columns []Column, rows [][]Cell) []int {
	all := 0
	for _, c := range columns {
		all += max(c.Width, 1)
	}
	widths, least := make([]int, len(columns)), leastWidths(len(columns), rows)
	lacking, spare := 0, 0
	for i, c := range columns {
		widths[i] = textWidth * max(c.Width, 1) / all
		lacking += max(0, least[i]-widths[i])
		spare += max(0, widths[i]-least[i])
	}
	rest := textWidth
	for i := range widths {
		if more := widths[i] - least[i]; lacking > 0 && lacking <= spare {
			widths[i] = least[i] + max(0, more) - max(0, more)*lacking/spare
		}
		rest -= widths[i]
	}
	widths[len(widths)-1] += rest
	return widths
}

// leastWidths are those of the longest words of each column.
func leastWidths(columns int, rows [][]Cell) []int {
	least := make([]int, columns)
	for _, cells := range rows {
		for i, cell := range cells[:min(len(cells), columns)] {
			for word := range strings.FieldsSeq(plain(cell)) {
				if n := utf8.RuneCountInString(word); n <= longestKept {
					least[i] = max(least[i], cellMargins+n*letterWidth)
				}
			}
		}
	}
	return least
}

// look says which rows and columns the table's style sets apart.
type look struct{ firstRow, lastRow, firstColumn bool }

func (b *body) startTable(l look, name string, widths []int) {
	flag := func(set bool) string {
		if set {
			return "1"
		}
		return "0"
	}
	b.start("w:tbl")
	b.start("w:tblPr")
	b.empty("w:tblStyle", "w:val", "ReportTable")
	b.empty("w:tblW", "w:w", strconv.Itoa(textWidth), "w:type", "dxa")
	b.empty("w:tblLayout", "w:type", "fixed")
	b.empty("w:tblLook", "w:val", lookValue(l), "w:firstRow", flag(l.firstRow), "w:lastRow", flag(l.lastRow),
		"w:firstColumn", flag(l.firstColumn), "w:lastColumn", "0", "w:noHBand", "1", "w:noVBand", "1")
	if name != "" {
		b.empty("w:tblCaption", "w:val", name)
	}
	b.end()
	b.start("w:tblGrid")
	for _, w := range widths {
		b.empty("w:gridCol", "w:w", strconv.Itoa(w))
	}
	b.end()
}

// lookValue is the same as a bit mask, for older programs (ECMA-376, part 4, tblLook).
func lookValue(l look) string {
	n := 0x0600
	for _, bit := range []struct {
		set   bool
		value int
	}{{l.firstRow, 0x20}, {l.lastRow, 0x40}, {l.firstColumn, 0x80}} {
		if bit.set {
			n |= bit.value
		}
	}
	s := strconv.FormatInt(int64(n), 16)
	return "0000"[len(s):] + s
}

// endTable closes it with a paragraph behind it, without which two tables would be one.
func (b *body) endTable() {
	b.end()
	b.paragraph("AfterTable", nil)
	b.end()
}

func (b *body) row(cells []Cell, columns []Column, widths []int, header bool) {
	b.start("w:tr")
	b.start("w:trPr")
	b.empty("w:cantSplit")
	if header {
		b.empty("w:tblHeader")
	}
	b.end()
	for i, c := range columns {
		b.start("w:tc")
		b.start("w:tcPr")
		b.empty("w:tcW", "w:w", strconv.Itoa(widths[i]), "w:type", "dxa")
		b.end()
		var right func()
		if c.Right {
			right = func() { b.empty("w:jc", "w:val", "right") }
		}
		b.paragraph("TableText", right)
		if i < len(cells) {
			b.runs(cells[i])
		}
		b.end()
		b.end()
	}
	b.end()
}
