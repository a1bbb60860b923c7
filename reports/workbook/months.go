package workbook

import (
	"fmt"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"
)

// Months is a plan drawn beside a table: a column a month, coloured by conditional formats that read the dates in the row's own
// cells, so that a bar follows a date that somebody changes.
type Months struct {
	// From and To are the first and the last month, each by any of its days.
	From, To time.Time
	// Marks in the order in which they count: the first that holds colours the cell.
	Marks []Mark
}

// Mark says when the cell of a month has a colour.
type Mark struct {
	// When is a condition. {start} is the cell of column "start" in the same row, {month} the month's first day.
	When Expression
	// Fill colours the cell, as RRGGBB; Line draws a line at its left instead, beside whatever colour it has.
	Fill, Line string
	// Label explains it below the table; "" leaves it out there.
	Label string
}

const (
	// monthWidth of a column, in characters.
	monthWidth = 2.9
	// monthHeight is what a turned month needs in the header, in points.
	monthHeight = 40
	monthFormat = "mm/yy"
	// mostMonths keeps a wrong date from making a sheet of a thousand columns.
	mostMonths = 240
)

// count is how many columns there are.
func (m *Months) count() int {
	if m == nil || m.From.IsZero() || m.To.IsZero() {
		return 0
	}
	n := (m.To.Year()-m.From.Year())*12 + int(m.To.Month()) - int(m.From.Month()) + 1
	return min(max(n, 0), mostMonths)
}

func (m *Months) month(n int) time.Time {
	return time.Date(m.From.Year(), m.From.Month()+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
}

// prepareMonths makes room for the months, and their style.
func (w *tableWriter[T]) prepareMonths() (err error) {
	n := w.table.Months.count()
	if n == 0 {
		return nil
	}
	if w.sheet.plan.Layout == Form {
		return invalid("table %q: months on a form", w.table.ID)
	}
	w.monthsFrom = len(w.states)
	w.sheet.slim = w.monthsFrom
	for column := w.monthsFrom; column < w.monthsFrom+n; column++ {
		w.sheet.fit(column, monthWidth)
	}
	w.monthStyle, err = w.sheet.styles.id(look{below: colourLine, right: colourLine})
	return err
}

// monthSpans are the months' cells of the header: dates.
func (w *tableWriter[T]) monthSpans() []span {
	spans := make([]span, w.table.Months.count())
	for n := range spans {
		column := w.monthsFrom + n
		spans[n] = span{from: column, to: column, value: number(Date(w.table.Months.month(n)).number), look: look{
			size: 8, colour: colourOnHeader, fill: colourHeader, right: colourHeadLine, across: "center", format: monthFormat, turned: true,
		}}
	}
	return spans
}

// monthCells are empty: only conditional formats show there.
func (w *tableWriter[T]) monthCells() {
	s := w.sheet
	for n := range w.table.Months.count() {
		column := w.monthsFrom + n
		s.cells[column] = excelize.Cell{StyleID: w.monthStyle}
		s.values[column] = &s.cells[column]
	}
}

// monthRules adds the conditional formats. A cell that has both a colour and a line has one rule for the two: some programs let
// only the first rule that holds count. The line goes on through the header, which has no colours.
func (w *tableWriter[T]) monthRules() error {
	n := w.table.Months.count()
	if n == 0 || w.info.rows == 0 {
		return nil
	}
	var lines, fills []Mark
	for _, mark := range w.table.Months.Marks {
		if mark.Line != "" {
			lines = append(lines, mark)
		} else {
			fills = append(fills, mark)
		}
	}
	var marks []Mark
	for _, fill := range fills {
		for _, line := range lines {
			marks = append(marks, Mark{When: "AND(" + line.When + "," + fill.When + ")", Fill: fill.Fill, Line: line.Line})
		}
		marks = append(marks, fill)
	}
	last := w.monthsFrom + n - 1
	if err := w.conditional(append(marks, lines...), w.info.first, cellName(last, w.info.last)); err != nil {
		return err
	}
	return w.conditional(lines, w.info.header, cellName(last, w.info.header))
}

// conditional colours the months from a row to a cell, by the first mark that holds.
func (w *tableWriter[T]) conditional(marks []Mark, row int, end string) error {
	if len(marks) == 0 {
		return nil
	}
	options := make([]excelize.ConditionalFormatOptions, 0, len(marks))
	for _, mark := range marks {
		condition, err := w.monthCondition(mark.When, row)
		if err != nil {
			return err
		}
		style := &excelize.Style{}
		if mark.Fill != "" {
			style.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{mark.Fill}}
		}
		if mark.Line != "" {
			style.Border = []excelize.Border{{Type: "left", Color: mark.Line, Style: 1}}
		}
		id, err := w.sheet.file.NewConditionalStyle(style)
		if err != nil {
			return invalid("months: %w", err)
		}
		options = append(options, excelize.ConditionalFormatOptions{Type: "formula", Criteria: condition, Format: &id})
	}
	if err := w.sheet.file.SetConditionalFormat(w.sheet.name, cellName(w.monthsFrom, row)+":"+end, options); err != nil {
		return invalid("months: %w", err)
	}
	return nil
}

// monthCondition fills in the references as they are for the first cell; the others follow from it.
func (w *tableWriter[T]) monthCondition(when Expression, row int) (string, error) {
	names := map[string]string{"month": fmt.Sprintf("%s$%d", columnName(w.monthsFrom), w.info.header)}
	for id, column := range w.info.columns {
		names[id] = fmt.Sprintf("$%s%d", columnName(column), row)
	}
	rest, out := string(when), strings.Builder{}
	for {
		before, after, found := strings.Cut(rest, "{")
		out.WriteString(before)
		if !found {
			return out.String(), nil
		}
		id, behind, closed := strings.Cut(after, "}")
		if !closed || names[id] == "" {
			return "", invalid("months: no column %q", id)
		}
		out.WriteString(names[id])
		rest = behind
	}
}

// legend explains the colours below the table.
func (w *tableWriter[T]) legend() error {
	if w.table.Months.count() == 0 || len(w.states) < 2 {
		return nil
	}
	if err := w.sheet.gap(8); err != nil {
		return err
	}
	for _, rule := range w.table.Months.Marks {
		if rule.Label == "" {
			continue
		}
		sample := look{fill: rule.Fill, right: rule.Line, rightKind: 2}
		if err := w.sheet.put(lineHeight+2, span{look: sample}, span{from: 1, to: 1, value: oneLine(rule.Label), look: look{colour: colourMuted, across: "left", indent: 1}}); err != nil {
			return err
		}
	}
	return nil
}
