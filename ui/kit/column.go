package kit

// CellKind is how a column's cells are drawn.
type CellKind int

// The kinds of cell.
const (
	CellText CellKind = iota
	CellMuted
	CellBold
	CellChip   // the text on the tone's colour; nothing where the text is empty
	CellNumber // to the right
	CellCheck  // a box, ticked when On
)

// Column is a column of a Table.
type Column struct {
	ID, Title string
	Width     float32 // least width at scale 1
	Grow      float32 // its share of the width that is left over
	Kind      CellKind
	Sortable  bool
}

// Cell is what one row has in one column.
type Cell struct {
	Text  string
	Tone  Tone  // of a chip
	Token Token // the text's colour, where it is not the kind's own
	On    bool  // a check's state
}

// TableSource is what a table shows. It answers at once with what it has, and fetches what it lacks.
type TableSource interface {
	// Len is the number of all rows.
	Len() int
	// Row gives the cells of a row, in the columns' order; false where they are not there yet.
	Row(i int) ([]Cell, bool)
	// Need says which rows are in view, so that they can be fetched.
	Need(first, last int)
}

// span is where a column lies, in the window's units.
type span struct{ x, w float32 }

const columnGap = 16 // between columns, at scale 1

// spans divides a width among columns: each gets its own, what is left goes to those that grow; where there is too
// little, all give way alike.
func spans(cols []Column, width, margin float32) []span {
	free := width - 2*U(margin) - U(columnGap)*float32(max(0, len(cols)-1))
	var least, grow float32
	for _, c := range cols {
		least += U(c.Width)
		grow += c.Grow
	}
	shrink := float32(1)
	if least > free && least > 0 {
		shrink = max(0, free/least)
	}
	extra := max(0, free-least)
	out := make([]span, len(cols))
	x := U(margin)
	for i, c := range cols {
		w := U(c.Width) * shrink
		if grow > 0 {
			w += extra * c.Grow / grow
		}
		out[i] = span{x, w}
		x += w + U(columnGap)
	}
	return out
}
