package workbook

import (
	"fmt"
	"math"
	"strings"
)

// written is what is known of a table once it is on its sheet.
type written struct {
	sheet string
	// header, first, last and totals are row numbers; without totals the last is 0.
	header, first, last, totals int
	rows                        int
	columns                     map[string]int // from 0
	// sums are the values in the totals row, by column id.
	sums map[string]float64
}

// here is the row in which an expression stands; table is nil outside a table.
type here struct {
	columns map[string]int
	row     int
}

// expand fills in the references of an expression (see [Expression]).
func (b *book) expand(expression Expression, at here) (string, error) {
	rest := string(expression)
	var out strings.Builder
	for {
		before, after, found := strings.Cut(rest, "{")
		out.WriteString(before)
		if !found {
			break
		}
		token, behind, closed := strings.Cut(after, "}")
		if !closed {
			return "", invalid("formula %q: a brace is not closed", expression)
		}
		text, err := b.reference(token, at)
		if err != nil {
			return "", err
		}
		out.WriteString(text)
		rest = behind
	}
	if out.Len() > maxFormula || out.Len() == 0 {
		return "", invalid("formula of %d characters", out.Len())
	}
	return out.String(), nil
}

// maxFormula is the longest formula that Excel takes, in characters.
const maxFormula = 8192

func (b *book) reference(token string, at here) (string, error) {
	id, column, elsewhere := strings.Cut(token, "!")
	if !elsewhere {
		position, ok := at.columns[token]
		if !ok {
			return "", invalid("formula: no column %q in this table", token)
		}
		return cellName(position, at.row), nil
	}
	table, ok := b.tables[id]
	if !ok {
		return "", invalid("formula: table %q is not written yet", id)
	}
	if column == "#" {
		return table.count(), nil
	}
	column, whole := strings.CutSuffix(column, ":")
	position, ok := table.columns[column]
	if !ok {
		return "", invalid("formula: table %q has no column %q", id, column)
	}
	sheet := quoteSheet(table.sheet)
	if whole {
		return sheet + "!" + area(position, table.first, position, table.last), nil
	}
	if table.totals == 0 {
		return "", invalid("formula: table %q has no totals", id)
	}
	return sheet + "!" + corner(position, table.totals), nil
}

// count is a formula for the number of rows. A table without rows has one empty one, which does not count.
func (w *written) count() string {
	if w.rows == 0 {
		return "0"
	}
	return fmt.Sprintf("ROWS(%s!%s)", quoteSheet(w.sheet), area(0, w.first, 0, w.last))
}

// resolve turns a cell that refers to something into a formula and its value.
func (b *book) resolve(c Cell, at here) (formula, error) {
	expression, cached := Expression(c.text), c.number
	switch c.kind {
	case cellTotal:
		id, column, _ := strings.Cut(c.text, "!")
		expression = Expression("{" + c.text + "}")
		if table, ok := b.tables[id]; ok {
			sum, known := table.sums[column]
			if !known {
				return formula{}, invalid("table %q has no total of column %q", id, column)
			}
			cached = sum
		}
	case cellCount:
		expression = Expression("{" + c.text + "!#}")
		if table, ok := b.tables[c.text]; ok {
			cached = float64(table.rows)
		}
	}
	text, err := b.expand(expression, at)
	return formula{text, cached}, err
}

// number gives a number to excelize as an integer where it is one: it is then written without a detour. None is nothing.
func number(f float64) any {
	if math.IsNaN(f) {
		return nil
	}
	if n := int64(f); float64(n) == f && n > -1<<53 && n < 1<<53 {
		return n
	}
	return f
}
