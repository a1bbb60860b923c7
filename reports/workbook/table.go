package workbook

import (
	"iter"
)

// Table is a Block: columns over rows of type T, with a header and, where a column has one, a totals row. As the first block of
// a Register it is a native Excel table with filters.
type Table[T any] struct {
	// ID names the table to expressions, charts and defined names; unique in the workbook, or empty.
	ID string
	// Heading stands above the table; not in a Register.
	Heading string
	Columns []Column[T]
	// Rows are read once, one by one. An error among them ends the writing, and nothing is left of the file.
	Rows iter.Seq2[T, error]
	// Expected is about how many rows there will be, for the progress; 0 if it is not known.
	Expected int
	// Months draws a plan beside the table; nil is none.
	Months *Months
	// RowHeight is the least height of a row, in points. Lines then part its cells: it is for what is written by hand.
	RowHeight float64
	// Empty is shown in the first column when there are no rows.
	Empty string
}

// Of is the sequence of a slice, for tables that are small.
func Of[T any](rows ...T) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for _, row := range rows {
			if !yield(row, nil) {
				return
			}
		}
	}
}

func (t Table[T]) columns() int { return len(t.Columns) + t.Months.count() }

// tabular is a table of any row type.
type tabular interface {
	// read hands the table on to a [Reader].
	read(r *reading) error
}

func (t Table[T]) expected() int { return t.Expected }

func (t Table[T]) write(s *sheet) error {
	if len(t.Columns) == 0 || t.Rows == nil {
		return invalid("table %q has no columns or no rows", t.ID)
	}
	w, err := newTableWriter(t, s)
	if err != nil {
		return err
	}
	if err := w.header(); err != nil {
		return err
	}
	for row, err := range t.Rows {
		if err != nil {
			return rowError(err)
		}
		if err := w.row(row); err != nil {
			return err
		}
	}
	if w.info.rows == 0 {
		if err := w.noRows(); err != nil {
			return err
		}
	}
	w.info.last = s.row
	if err := w.totals(); err != nil {
		return err
	}
	return w.finish()
}

// rowError marks an error of the sequence of rows, unless it is only the news that the work was called off.
func rowError(err error) error {
	if known := classify(err); known.Code == CodeCancelled {
		return known
	}
	return &Error{Code: CodeRows, Cause: err}
}
