package workbook

import (
	"math"
	"slices"

	"github.com/xuri/excelize/v2"
)

// maxMissingWords is how many different words for missing cells the banding rule can leave alone.
const maxMissingWords = 8

// maxLinks a sheet: Excel takes 65,530, but excelize looks through all of them for each. Cells beyond are plain text.
const maxLinks = 10_000

// row writes one row: values and styles go into the sheet's own cells, so that nothing is allocated for them.
func (w *tableWriter[T]) row(row T) error {
	s := w.sheet
	if err := s.next(); err != nil {
		return err
	}
	lines := 1
	clear(s.values)
	var kinds [64]uint8
	styled := kinds[:0]
	for i := range w.table.Columns {
		kind, height, err := w.cell(i, w.table.Columns[i].Value(row))
		if err != nil {
			return err
		}
		styled = append(styled, kind)
		lines = max(lines, height)
	}
	for i, kind := range styled {
		state := &w.states[i]
		style := state.styles[kind]
		for column := state.from; column <= state.to; column++ {
			s.cells[column].StyleID = style
			s.values[column] = &s.cells[column]
		}
		if state.to > state.from {
			if err := s.merge(state.from, s.row, state.to, s.row); err != nil {
				return err
			}
		}
	}
	w.monthCells()
	w.info.rows++
	s.progress.row(s.name)
	return s.set(s.values, max(float64(lines)*lineHeight+rowPadding, w.table.RowHeight))
}

// cell puts a value into the sheet's cell of column i and gives the kind of style and the lines that it needs.
func (w *tableWriter[T]) cell(i int, c Cell) (kind uint8, lines int, err error) {
	s, state := w.sheet, &w.states[i]
	target := &s.cells[state.from]
	*target = excelize.Cell{}
	for column := state.from + 1; column <= state.to; column++ {
		s.cells[column] = excelize.Cell{}
	}
	lines, kind = 1, stylePlain
	switch c.kind {
	case cellEmpty:
		return kind, lines, nil
	case cellText, cellMissing:
		target.Value = c.text
		lines = w.measure(state, c.text, c.strong)
		if c.kind == cellMissing {
			kind = styleMissing
			w.noteMissing(c.text)
		}
	case cellFormula, cellTotal, cellCount:
		resolved, err := s.resolve(c, here{w.info.columns, s.row})
		if err != nil {
			return 0, 0, err
		}
		target.Formula, target.Value = resolved.text, number(resolved.cached)
		w.count(state, resolved.cached)
	default:
		target.Value = number(c.number)
		w.count(state, c.number)
	}
	switch {
	case c.kind == cellMissing:
	case c.link != "":
		kind = styleLink
		err = s.link(cellName(state.from, s.row), c)
	case c.strong:
		kind = styleStrong
	}
	return kind, lines, err
}

// measure widens a column for a text and says in how many lines it stands when the column is as wide as it may be.
func (w *tableWriter[T]) measure(state *columnState, text string, strong bool) int {
	f := font{bodySize, strong}
	if !state.full {
		needed := chars(f.width(text)/wrapMargin + 2 + indentPixels)
		limit := (state.wrapRoom + indentPixels + cellPadding) / columnUnit
		if needed >= limit {
			needed, state.full = limit, true
		}
		if needed > state.widest {
			state.widest = needed
			w.sheet.fit(state.from, needed)
		}
		if !state.full {
			return 1 + newlines(text)
		}
	}
	lines, broken := f.wrap(text, state.wrapRoom)
	if broken == 0 || w.sheet.plan.Layout == Form {
		return lines
	}
	// A column is rather wider than it may be than to break a word in two.
	if needed := chars(broken/wrapMargin + 2 + indentPixels); needed <= mostWord && needed > state.widest {
		state.widest, state.wrapRoom = needed, room(needed)-indentPixels
		w.sheet.fit(state.from, needed)
		return f.lines(text, state.wrapRoom)
	}
	return lines
}

// mostWord is how wide a word may make a column, in characters: most e-mail addresses are no wider. A longer one is broken.
const mostWord = 34

func newlines(s string) int {
	n := 0
	for i := range len(s) {
		if s[i] == '\n' {
			n++
		}
	}
	return n
}

// count takes a number into the column's sum and width.
func (w *tableWriter[T]) count(state *columnState, value float64) {
	if math.IsNaN(value) {
		return
	}
	state.numbers++
	state.sum += value
	state.greatest = max(state.greatest, value)
	if w.sheet.plan.Layout == Form {
		return
	}
	if needed := numberChars(state.format, value) + 1; needed > state.widest {
		state.widest = needed
		w.sheet.fit(state.from, needed)
	}
}

// numberChars is about how many characters of width a number needs in a format.
func numberChars(format string, value float64) float64 {
	if format == "" {
		return 10
	}
	if isDateFormat(format) {
		return float64(len(format)) + 1.5
	}
	digits := 1.0
	for rest := value; rest >= 10 || rest <= -10; rest /= 10 {
		digits++
	}
	if format[len(format)-1] == '%' {
		return digits + 4.5
	}
	// Thousands are marked; what stands behind the decimal point is in the format.
	return digits + float64(int(digits-1)/3) + 2 + decimals(format)
}

func decimals(format string) float64 {
	for i := range len(format) {
		if format[i] == '.' {
			return float64(len(format) - i)
		}
	}
	return 0
}

func isDateFormat(format string) bool {
	for _, c := range format {
		if c == 'd' || c == 'y' || c == 'h' {
			return true
		}
	}
	return false
}

func (w *tableWriter[T]) noteMissing(word string) {
	if word != "" && len(w.missing) < maxMissingWords && len(word) < 100 && !slices.Contains(w.missing, word) {
		w.missing = append(w.missing, word)
	}
}
