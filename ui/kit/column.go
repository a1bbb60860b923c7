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
	CellMark   // text; a chip where the cell has a tone
)

// Column is a column of a Table.
type Column struct {
	ID, Title string
	Name      string  // what it is called where it has no title, such as a box that says by itself what it is for
	Width     float32 // least width at scale 1
	Grow      float32 // its share of the width that is left over
	Kind      CellKind
	Sortable  bool
	Off       bool // not shown until it is chosen
}

// Cell is what one row has in one column.
type Cell struct {
	Text  string
	Tone  Tone  // of a chip, or a mark
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

// RowIDs is what a TableSource has besides where rows can be picked: picked rows are known by their ids, so that they
// stay picked when the rows are read again.
type RowIDs interface {
	// ID gives a row's id, empty where it is not there yet.
	ID(i int) string
	// Range gives the ids of rows first to last, at once or later, on the UI's goroutine.
	Range(first, last int, give func(ids []string))
}

// span is where a column lies, in the window's units.
type span struct{ x, w float32 }

const columnGap = 16 // between columns, at scale 1

// spans divides a width among columns: each gets its own, what is left goes to those that grow. Where there is too
// little, those that grow give way first, down to narrowColumn, then all alike. Before is what is left free at the left,
// besides the margin.
func spans(cols []Column, width, before, margin float32) []span {
	free := width - U(before) - 2*U(margin) - U(columnGap)*float32(max(0, len(cols)-1))
	widths := make([]float32, len(cols))
	var least, grow, give float32
	for i, c := range cols {
		widths[i] = U(c.Width)
		least += widths[i]
		grow += c.Grow
		if c.Grow > 0 {
			give += max(0, U(c.Width-narrowColumn))
		}
	}
	missing := max(0, least-free)
	taken := min(missing, give)
	shrink := float32(1)
	if missing > give && least > give {
		shrink = max(0, free/(least-give))
	}
	out := make([]span, len(cols))
	x := U(before) + U(margin)
	for i, c := range cols {
		w := widths[i]
		if c.Grow > 0 {
			w += max(0, free-least) * c.Grow / grow
			if give > 0 {
				w -= taken * max(0, U(c.Width-narrowColumn)) / give
			}
		}
		out[i] = span{x, w * shrink}
		x += w*shrink + U(columnGap)
	}
	return out
}

const narrowColumn = 70 // how far a column that grows gives way before the others do, at scale 1
