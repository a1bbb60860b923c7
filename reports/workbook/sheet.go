package workbook

import (
	"math"
	"slices"

	"github.com/xuri/excelize/v2"
)

const (
	// gridColumns of a Form, and the width of each in characters: together they fill A4 between its margins.
	gridColumns = 12
	gridWidth   = 7.75
	// stackWidth is the least total width of a Stack, in characters, so that its texts have room.
	stackWidth = 93
)

// sheet is a sheet while it is written: a cursor that only moves down.
type sheet struct {
	*book
	plan   Sheet
	name   string
	stream *excelize.StreamWriter
	// row is the last one that is in use.
	row int
	// widths of the columns so far, in characters.
	widths []float64
	// headerRow is the header that is repeated in print, at first that of the first table; 0 is none.
	headerRow int
	// onePage tells that all rows are printed on one page.
	onePage bool
	// heights of the rows in points; inked is the last row with something in it, tableEnd that of the native table; body and lastEnd
	// are the first and the last row of the last table.
	heights                        []float32
	inked, tableEnd, body, lastEnd int
	// heading is the row of one that waits for what stands below it, kept what stays together in print.
	heading  int
	kept     []together
	tables   int
	merges   int
	links    int
	bars     []bar
	charts   []placedChart
	slim     int // the first column that may be narrower than others; 0 is none
	pictures []placedPicture
	breaks   []int
	// cells is used again for every row.
	cells  []excelize.Cell
	values []any
}

// blockColumns is how many columns the sheet has.
func (s Sheet) blockColumns() int {
	if s.Layout == Form {
		return gridColumns
	}
	most := 1
	for _, block := range s.Blocks {
		most = max(most, block.columns())
	}
	return most
}

func (b *book) newSheet(plan Sheet, name string) *sheet {
	count := plan.blockColumns()
	s := &sheet{book: b, plan: plan, name: name, widths: make([]float64, count)}
	s.cells = make([]excelize.Cell, count)
	s.values = make([]any, count)
	if plan.Layout == Form {
		for i := range s.widths {
			s.widths[i] = gridWidth
		}
	}
	return s
}

// span is a value over some columns of one row.
type span struct {
	from, to int // columns from 0, both included
	value    any
	look     look
	// loose spans are styled but not merged.
	loose bool
}

// put writes a row of the given height in points (0 leaves it to the program that opens the file) and moves to it.
func (s *sheet) put(height float64, spans ...span) error {
	if err := s.next(); err != nil {
		return err
	}
	clear(s.values)
	for _, part := range spans {
		id, err := s.styles.id(part.look)
		if err != nil {
			return err
		}
		for column := part.from; column <= part.to; column++ {
			s.cells[column] = excelize.Cell{StyleID: id}
			s.values[column] = &s.cells[column]
		}
		cell := &s.cells[part.from]
		switch value := part.value.(type) {
		case nil:
		case formula:
			cell.Formula, cell.Value = value.text, number(value.cached)
		default:
			cell.Value = value
		}
		if part.to > part.from && !part.loose {
			if err := s.merge(part.from, s.row, part.to, s.row); err != nil {
				return err
			}
		}
	}
	return s.set(s.values, height)
}

// formula is a resolved one with its value, which may be [NoNumber].
type formula struct {
	text   string
	cached float64
}

// next moves the cursor down by a row, and looks whether the work was called off.
func (s *sheet) next() error {
	if err := s.ctx.Err(); err != nil {
		return err
	}
	if s.row >= MaxRows {
		return &Error{Code: CodeTooManyRows, Sheet: s.name}
	}
	s.row++
	return nil
}

func (s *sheet) set(values []any, height float64) error {
	s.unpacked += weight(values)
	s.heights = append(s.heights, float32(max(height, 1)))
	if values != nil {
		s.inked = s.row
	}
	return s.stream.SetRow(cellName(0, s.row), values, excelize.RowOpts{Height: min(height, excelize.MaxRowHeight)})
}

// weight is about how many bytes a row takes as XML.
func weight(values []any) int {
	const row, markup = 40, 30
	bytes := row
	for _, value := range values {
		cell, ok := value.(*excelize.Cell)
		if !ok {
			continue
		}
		text, _ := cell.Value.(string)
		bytes += markup + len(cell.Formula) + len(text)
	}
	return bytes
}

// gap leaves an empty row of the given height.
func (s *sheet) gap(points float64) error {
	if err := s.next(); err != nil {
		return err
	}
	return s.set(nil, points)
}

func (s *sheet) merge(fromColumn, fromRow, toColumn, toRow int) error {
	if fromColumn == toColumn && fromRow == toRow {
		return nil
	}
	s.merges++
	return s.stream.MergeCell(cellName(fromColumn, fromRow), cellName(toColumn, toRow))
}

// last is the last column.
func (s *sheet) last() int { return len(s.widths) - 1 }

// room is how many pixels of text columns hold, as far as is known: columns only grow.
func (s *sheet) room(from, to int) float64 {
	total := 0.0
	for _, width := range s.widths[from : to+1] {
		total += width
	}
	if s.plan.Layout == Stack && from == 0 && to == s.last() {
		total = max(total, stackWidth)
	}
	return room(total)
}

// fit makes a column at least so many characters wide.
func (s *sheet) fit(column int, chars float64) {
	s.widths[column] = max(s.widths[column], min(chars, maxColumnWidth))
}

// longText is the number of lines from which a text is spread over rows.
const longText = 12

// text writes a wrapped text over columns, with as many lines as it needs, and other spans beside its first row. A long one is
// merged over several rows of a line each: a row can be 409 points at most, and a page is broken only between rows.
func (s *sheet) text(value any, words string, style look, from, to int, padding float64, beside ...span) error {
	style.wrap = true
	lines := style.font().lines(words, s.room(from, to))
	rows := 1
	height := style.font().height(lines) + padding
	if lines > longText {
		rows = lines
		height = style.font().height(1)
	}
	top := s.row + 1
	parts := append(slices.Clone(beside), span{from: from, to: to, value: value, look: style})
	for i := range parts {
		parts[i].loose = true
		if rows > 1 {
			parts[i].look.down = "top"
		}
	}
	for row := range rows {
		if row == 1 {
			for i := range parts {
				parts[i].value = nil
			}
		}
		if err := s.put(height, parts...); err != nil {
			return err
		}
	}
	for _, part := range parts {
		if err := s.merge(part.from, top, part.to, s.row); err != nil {
			return err
		}
	}
	return nil
}

// finalWidths are the columns' widths once every cell is known.
func (s *sheet) finalWidths() []float64 {
	widths := slices.Clone(s.widths)
	total := 0.0
	for i, width := range widths {
		if widths[i] = width; s.slim == 0 || i < s.slim {
			widths[i] = max(width, minColumnWidth)
		}
		total += widths[i]
	}
	if s.plan.Layout == Stack && total < stackWidth {
		for i := range widths {
			widths[i] *= stackWidth / total
		}
	}
	for i, width := range widths {
		widths[i] = math.Round(width*100) / 100
	}
	return widths
}

const minColumnWidth = 5

// pixels is the whole width of the sheet.
func (s *sheet) pixels() int {
	total := 0.0
	for _, width := range s.finalWidths() {
		total += width * columnUnit
	}
	return int(math.Floor(total))
}

// cellName is a reference like "B7" for a column from 0 and a row from 1.
func cellName(column, row int) string {
	name, err := excelize.CoordinatesToCellName(column+1, row)
	if err != nil { // out of the sheet: both are checked before
		return ""
	}
	return name
}

// corner is a reference like "$B$7".
func corner(column, row int) string {
	name, _ := excelize.CoordinatesToCellName(column+1, row, true)
	return name
}

// area is a reference like "$A$1:$C$7".
func area(fromColumn, fromRow, toColumn, toRow int) string {
	return corner(fromColumn, fromRow) + ":" + corner(toColumn, toRow)
}
