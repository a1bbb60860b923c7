package kit

import "fyne.io/fyne/v2"

// Measures of a Grid at scale 1.
const (
	gridTitle = 190 // the column of the rows' titles
	gridLeast = 128 // any other
	gridGap   = 4
)

// gridLayout puts the cells of a Grid, row by row, the titles first.
type gridLayout struct {
	columns int // with that of the titles
	width   float32
	heights []float32
}

func (l *gridLayout) row(objs []fyne.CanvasObject, i int) []fyne.CanvasObject {
	return objs[i*l.columns : min((i+1)*l.columns, len(objs))]
}

func (l *gridLayout) rows(objs []fyne.CanvasObject) int {
	if l.columns == 0 {
		return 0
	}
	return (len(objs) + l.columns - 1) / l.columns
}

// MinSize implements fyne.Layout.
func (l *gridLayout) MinSize(objs []fyne.CanvasObject) fyne.Size {
	s := fyne.NewSize(U(gridTitle)+float32(max(0, l.columns-1))*U(gridLeast), 0)
	for i := range l.rows(objs) {
		h := float32(0)
		for _, o := range l.row(objs, i) {
			h = max(h, o.MinSize().Height)
		}
		s.Height += h + U(gridGap)
	}
	return s
}

// Layout implements fyne.Layout.
func (l *gridLayout) Layout(objs []fyne.CanvasObject, s fyne.Size) {
	l.width, l.heights = 0, nil
	if l.columns > 1 {
		l.width = max(U(gridLeast), min(U(2*gridLeast), (s.Width-U(gridTitle))/float32(l.columns-1)))
	}
	y := float32(0)
	for i := range l.rows(objs) {
		h := float32(0)
		for _, o := range l.row(objs, i) {
			h = max(h, o.MinSize().Height)
		}
		for j, o := range l.row(objs, i) {
			if j == 0 {
				place(o, 0, y, U(gridTitle), h)
			} else {
				place(o, U(gridTitle)+float32(j-1)*l.width, y, l.width-U(gridGap), h)
			}
		}
		l.heights = append(l.heights, h)
		y += h + U(gridGap)
	}
}

// spot is where a cell stands, counted without the titles.
func (l *gridLayout) spot(row, column int) (fyne.Position, fyne.Size) {
	y := float32(0)
	for i, h := range l.heights {
		if i == row+1 {
			return fyne.NewPos(U(gridTitle)+float32(column)*l.width, y), fyne.NewSize(l.width, h)
		}
		y += h + U(gridGap)
	}
	return fyne.Position{}, fyne.Size{}
}

// cellAt is the cell at a place; ok is false on a title and beside the cells.
func (l *gridLayout) cellAt(at fyne.Position) (row, column int, ok bool) {
	if at.X < U(gridTitle) || l.width <= 0 {
		return 0, 0, false
	}
	column = int((at.X - U(gridTitle)) / l.width)
	y := float32(0)
	for i, h := range l.heights {
		if at.Y >= y && at.Y < y+h {
			return i - 1, column, i > 0 && column < l.columns-1
		}
		y += h + U(gridGap)
	}
	return 0, 0, false
}
