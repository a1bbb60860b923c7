package workbook

// Kind says how a column's cells are shown. It does not change what they are: a text in a column of numbers stays text.
type Kind int

// The kinds of column.
const (
	KindText    Kind = iota // a short text
	KindWrapped             // a long text: wider, and wrapped
	KindInt                 // whole numbers, Formats.Int
	KindDecimal             // Formats.Decimal
	KindPercent             // a fraction, Formats.Percent
	KindDate                // Formats.Date
	KindDateTime
)

// Align overrides where a column's cells stand.
type Align int

// The alignments; AlignAuto is right for numbers and left for all else.
const (
	AlignAuto Align = iota
	AlignLeft
	AlignCentre
	AlignRight
)

// Column declares one column of a table whose rows are of type T.
type Column[T any] struct {
	// ID is stable and is what expressions and charts call the column: letters, digits, _ and -.
	ID string
	// Header is what readers see; in one table no two are alike (a second one becomes "Header (2)").
	Header string
	// Width is the most that the column may take, in characters; it shrinks to what its cells need, and longer text is
	// wrapped. 0 is 34 for text, 62 for wrapped text.
	Width float64
	Kind  Kind
	Align Align
	// Value reads the cell off a row.
	Value func(T) Cell
	Total Total
	// Bar draws a data bar behind the numbers, from 0 to the greatest, and at least to 1 in a column of percentages.
	Bar bool
}

type totalKind int

const (
	totalNone totalKind = iota
	totalSum
	totalLabel
	totalFormula
	totalNumber
)

// Total says what stands in the totals row below a column. A table has such a row when one of its columns has a total.
type Total struct {
	kind       totalKind
	label      string
	expression Expression
	cached     func() float64
	number     float64
}

// Sum is a live sum of the rows that a filter leaves. As every total that is computed it is empty where its column has no number:
// what nobody counted is not known, and is not zero.
func Sum() Total { return Total{kind: totalSum} }

// Label is a fixed text, such as the word for "total".
func Label(text string) Total { return Total{kind: totalLabel, label: text} }

// TotalFormula is a formula in the totals row, with its value once the rows are through; {column} there is the total of that
// column.
func TotalFormula(expression Expression, cached func() float64) Total {
	return Total{kind: totalFormula, expression: expression, cached: cached}
}

// TotalNumber is a number that does not follow the rows, because they do not show all that it counts.
func TotalNumber(n float64) Total { return Total{kind: totalNumber, number: n} }

// widest is the column's greatest width in characters.
func (c Column[T]) widest() float64 {
	switch {
	case c.Width > 0:
		return min(c.Width, maxColumnWidth)
	case c.Kind == KindWrapped:
		return 62
	default:
		return 34
	}
}

// maxColumnWidth is Excel's.
const maxColumnWidth = 255

// format is the number format of the column's cells.
func (k Kind) format(f Formats) string {
	switch k {
	case KindInt:
		return f.Int
	case KindDecimal:
		return f.Decimal
	case KindPercent:
		return f.Percent
	case KindDate:
		return f.Date
	case KindDateTime:
		return f.DateTime
	default:
		return ""
	}
}

// across is where the column's cells stand.
func (c Column[T]) across() string {
	switch c.Align {
	case AlignLeft:
		return "left"
	case AlignCentre:
		return "center"
	case AlignRight:
		return "right"
	}
	switch c.Kind {
	case KindInt, KindDecimal, KindPercent:
		return "right"
	default:
		return "left"
	}
}
