package kit

// box turns one of the boxes of a row over, counted from the first column.
func (t *Table) box(row, nth int) {
	if row < 0 {
		return
	}
	cells, ok := t.p.Source.Row(row)
	for i, c := range t.p.Columns {
		if !ok || c.Kind != CellCheck || i >= len(cells) {
			continue
		}
		if nth--; nth < 0 {
			t.p.OnBox(row, c.ID, !cells[i].On)
			return
		}
	}
}

// boxes is how many columns of boxes stand before a column.
func (t *Table) boxes(column int) int {
	n := 0
	for _, c := range t.p.Columns[:column] {
		if c.Kind == CellCheck {
			n++
		}
	}
	return n
}
