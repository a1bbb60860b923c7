package workbook

import "strings"

func splitReference(s string) (table, column string) {
	table, column, _ = strings.Cut(s, "!")
	return table, column
}

// head is what a table is, with its headers as they are written.
func (t Table[T]) head() Head {
	h := Head{ID: t.ID, Heading: oneLine(t.Heading), Empty: cleanText(t.Empty)}
	seen := make(map[string]bool)
	for _, c := range t.Columns {
		align := AlignLeft
		switch c.across() {
		case "right":
			align = AlignRight
		case "center":
			align = AlignCentre
		}
		h.Columns = append(h.Columns, HeadColumn{
			ID: c.ID, Header: uniqueHeader(c.Header, seen), Kind: c.Kind, Align: align, Width: c.widest(), Bar: c.Bar,
		})
	}
	return h
}

// read hands the rows on and computes what the totals row of a sheet would show.
func (t Table[T]) read(r *reading) error {
	if len(t.Columns) == 0 || t.Rows == nil {
		return invalid("table %q has no columns or no rows", t.ID)
	}
	if t.ID != "" && r.tables[t.ID] != nil {
		return invalid("two tables are called %q", t.ID)
	}
	if err := r.to.Head(t.head()); err != nil {
		return err
	}
	columns, rows := make([]columnState, len(t.Columns)), 0
	for row, err := range t.Rows {
		if err != nil {
			return rowError(err)
		}
		if err := r.ctx.Err(); err != nil {
			return err
		}
		values := make([]Value, len(t.Columns))
		for i, column := range t.Columns {
			cell := column.Value(row)
			if values[i], err = r.value(cell, column.Kind); err != nil {
				return err
			}
			if values[i].Kind == ValueEmpty {
				continue
			}
			if values[i].Kind == ValueNumber {
				columns[i].numbers++
				columns[i].sum += values[i].Number
			}
		}
		rows++
		if err := r.to.Row(values); err != nil {
			return err
		}
	}
	known := &tallied{rows: rows, sums: make(map[string]float64)}
	totals := t.foot(columns, known)
	if t.ID != "" {
		r.tables[t.ID] = known
	}
	return r.to.Foot(totals)
}

// foot is the totals row, or nil, and notes in known what others may refer to.
func (t Table[T]) foot(columns []columnState, known *tallied) []Value {
	totals, some := make([]Value, len(t.Columns)), false
	for i, column := range t.Columns {
		number, kind := 0.0, column.Kind
		switch column.Total.kind {
		case totalNone:
			continue
		case totalLabel:
			some = true
			totals[i] = Text(oneLine(column.Total.label)).value(KindText)
			continue
		case totalSum:
			number = columns[i].sum
		case totalFormula:
			number = column.Total.cached()
		case totalNumber:
			number = column.Total.number
		}
		if columns[i].numbers == 0 && (column.Total.kind == totalSum || column.Total.kind == totalFormula) {
			number = NoNumber()
		}
		some = true
		totals[i] = Formula("", number).value(kind)
		known.sums[column.ID] = number
	}
	if !some {
		return nil
	}
	return totals
}
