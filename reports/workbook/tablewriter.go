package workbook

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"
)

// columnState is what is gathered of a column while rows go by.
type columnState struct {
	// from and to are the sheet's columns.
	from, to int
	widest   float64 // characters
	wrapRoom float64 // pixels at the widest
	full     bool    // already as wide as it may be
	format   string
	sum      float64
	numbers  int
	greatest float64
	// styles by kind: plain, strong, missing, link.
	styles [styleKinds]int
}

const (
	stylePlain = iota
	styleStrong
	styleMissing
	styleLink
	styleKinds
)

// rowPadding is what a table row has above and below its text, in points.
const rowPadding = 5

// tableWriter writes one table onto a sheet.
type tableWriter[T any] struct {
	table  Table[T]
	sheet  *sheet
	native bool
	// headers as they are written: one line, no two alike.
	headers []string
	states  []columnState
	info    *written
	// missing are the words that mark missing cells, which banding must not paint over.
	missing []string
	// bottom is what stands in the totals row.
	bottom []any
	// monthsFrom is the first column of the months.
	monthsFrom, monthStyle int
}

func newTableWriter[T any](t Table[T], s *sheet) (*tableWriter[T], error) {
	w := &tableWriter[T]{table: t, sheet: s, native: s.plan.Layout == Register && s.tables == 0}
	w.info = &written{sheet: s.name, columns: make(map[string]int), sums: make(map[string]float64)}
	w.states = make([]columnState, len(t.Columns))
	s.tables++
	if t.ID != "" && s.book.tables[t.ID] != nil {
		return nil, invalid("two tables are called %q", t.ID)
	}
	if s.plan.Layout == Form && len(t.Columns) > gridColumns {
		return nil, invalid("table %q: %d columns on a form of %d", t.ID, len(t.Columns), gridColumns)
	}
	spans := w.spans()
	seen := make(map[string]bool)
	for i, column := range t.Columns {
		if column.Value == nil {
			return nil, invalid("table %q: column %q has no value", t.ID, column.ID)
		}
		state := &w.states[i]
		state.from, state.to = spans[i][0], spans[i][1]
		state.format = column.Kind.format(s.formats)
		if _, twice := w.info.columns[column.ID]; twice && column.ID != "" {
			return nil, invalid("table %q: two columns are called %q", t.ID, column.ID)
		}
		w.info.columns[column.ID] = state.from
		w.headers = append(w.headers, uniqueHeader(column.Header, seen))
		if err := w.measureHeader(i, column); err != nil {
			return nil, err
		}
		if err := w.prepareStyles(i, column); err != nil {
			return nil, err
		}
	}
	return w, w.prepareMonths()
}

// uniqueHeader makes a header fit for a native table: one line, not empty, no two alike in any case of letters.
func uniqueHeader(header string, seen map[string]bool) string {
	// "_x0041_" stands for a character in a table's column names; the cell would then differ from the name.
	base := strings.ReplaceAll(oneLine(header), "_x", "_ x")
	if base == "" {
		base = "–"
	}
	base = head(base, maxHeader)
	name := base
	for n := 2; seen[strings.ToLower(name)]; n++ {
		name = fmt.Sprintf("%s (%d)", base, n)
	}
	seen[strings.ToLower(name)] = true
	return name
}

// maxHeader keeps a header below the 255 characters that a table's column name may have, with room for a number.
const maxHeader = 240

// arrow is the room that a filter's button takes in a header, in pixels.
const arrow = 20

func (w *tableWriter[T]) headerLook(i int) look {
	across := w.table.Columns[i].across()
	if w.native && across == "right" { // at the right stands the filter's button
		across = "center"
	}
	return look{bold: true, colour: colourOnHeader, fill: colourHeader, across: across, wrap: true, right: colourHeadLine, indent: indentOf(across)}
}

// indentOf is the indent of cells: text keeps off the line beside it, what is centred needs none.
func indentOf(across string) int {
	if across == "center" {
		return 0
	}
	return 1
}

// indentPixels is how much narrower an indent makes a cell.
const indentPixels = 9

// minBar is how wide a column with data bars is at least, in characters.
const minBar = 15

func (w *tableWriter[T]) prepareStyles(i int, column Column[T]) error {
	base := look{across: column.across(), indent: indentOf(column.across()), wrap: column.across() == "left", format: w.states[i].format, below: colourLine}
	if w.table.RowHeight > 0 {
		base.below, base.right = colourMuted, colourMuted
	}
	strong, missing, link := base, base, base
	strong.bold = true
	missing.fill, missing.colour, missing.across = colourMissing, colourOnAmber, "left"
	link.colour = colourAccent
	for kind, style := range []look{stylePlain: base, styleStrong: strong, styleMissing: missing, styleLink: link} {
		id, err := w.sheet.styles.id(style)
		if err != nil {
			return err
		}
		w.states[i].styles[kind] = id
	}
	return nil
}

func (w *tableWriter[T]) header() error {
	s := w.sheet
	if w.table.Heading != "" {
		if err := (Heading{Text: w.table.Heading}).write(s); err != nil {
			return err
		}
	}
	lines := 1
	spans := make([]span, len(w.states))
	for i, state := range w.states {
		width := s.room(state.from, state.to) - indentPixels
		if w.native {
			width -= arrow
		}
		style := w.headerLook(i)
		lines = max(lines, style.font().lines(w.headers[i], width))
		spans[i] = span{from: state.from, to: state.to, value: w.headers[i], look: style}
	}
	height := font{size: bodySize}.height(lines) + 2*rowPadding
	if months := w.monthSpans(); len(months) > 0 {
		spans, height = append(spans, months...), max(height, monthHeight)
	}
	if err := s.put(height, spans...); err != nil {
		return err
	}
	w.info.header, w.info.first, s.body = s.row, s.row+1, s.row+1
	if w.native || s.plan.Repeat && s.headerRow == 0 {
		s.headerRow = s.row
	}
	return nil
}

// noRows writes the row that a table without rows has, since a native one must have one.
func (w *tableWriter[T]) noRows() error {
	first := w.states[0]
	last := w.states[len(w.states)-1]
	part := span{from: first.from, to: last.to, look: look{colour: colourMuted, below: colourLine, across: "left", indent: 1}, loose: w.native}
	if text := cleanText(w.table.Empty); text != "" {
		part.value = text
	}
	if err := w.sheet.put(lineHeight+rowPadding, part); err != nil {
		return err
	}
	return nil
}

// finish records the table and gives it its filters, banding and bars.
func (w *tableWriter[T]) finish() error {
	s := w.sheet
	if w.table.ID != "" {
		s.book.tables[w.table.ID] = w.info
	}
	if err := w.formats(); err != nil {
		return err
	}
	if err := w.monthRules(); err != nil {
		return err
	}
	if w.native {
		s.tableEnd = s.row
		if err := w.makeNative(); err != nil {
			return err
		}
		return w.legend()
	}
	if err := w.legend(); err != nil {
		return err
	}
	return s.gap(lineHeight * 0.8)
}

// formats adds data bars and banding. Banding is a rule, not a fill, so that it stays even when readers sort.
func (w *tableWriter[T]) formats() error {
	s := w.sheet
	if w.info.rows == 0 {
		return nil
	}
	for i, column := range w.table.Columns {
		if !column.Bar {
			continue
		}
		state := w.states[i]
		top := state.greatest
		if column.Kind == KindPercent {
			top = max(top, 1)
		}
		cells := cellName(state.from, w.info.first) + ":" + cellName(state.from, w.info.last)
		s.bars = append(s.bars, bar{cells, top})
		if err := s.file.SetConditionalFormat(s.name, cells, []excelize.ConditionalFormatOptions{{
			Type: "data_bar", BarColor: colourBar, BarSolid: true, Criteria: "=",
			MinType: "num", MinValue: "0", MaxType: "num", MaxValue: fmt.Sprint(top),
		}}); err != nil {
			return invalid("data bar: %w", err)
		}
	}
	corner := cellName(0, w.info.first)
	rule := fmt.Sprintf("MOD(ROW()-%d,2)=1", w.info.first)
	if len(w.missing) > 0 {
		parts := []string{rule}
		for _, word := range w.missing {
			parts = append(parts, fmt.Sprintf(`%s<>"%s"`, corner, strings.ReplaceAll(word, `"`, `""`)))
		}
		rule = "AND(" + strings.Join(parts, ",") + ")"
	}
	band, err := s.band()
	if err != nil {
		return err
	}
	end := cellName(w.states[len(w.states)-1].to, w.info.last)
	err = s.file.SetConditionalFormat(s.name, corner+":"+end, []excelize.ConditionalFormatOptions{{
		Type: "formula", Criteria: rule, Format: &band,
	}})
	if err != nil {
		return invalid("banding: %w", err)
	}
	return nil
}
