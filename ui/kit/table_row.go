package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// tableRow draws one row. It is used again for other rows while the table scrolls.
type tableRow struct {
	widget.BaseWidget
	body    *tableBody
	index   int
	cells   []Cell
	there   bool
	hovered bool

	ground *canvas.Rectangle
	under  *canvas.Rectangle
	drawn  []*tableCell
}

func newTableRow(b *tableBody) *tableRow {
	r := &tableRow{body: b, index: -1, ground: canvas.NewRectangle(nil), under: canvas.NewRectangle(nil)}
	for _, c := range b.table.p.Columns {
		r.drawn = append(r.drawn, newTableCell(c.Kind))
	}
	r.ExtendBaseWidget(r)
	return r
}

// put shows a row of the table, or hides the widget where there is none for it.
func (r *tableRow) put(index int, visible, again bool, height float32) {
	if !visible {
		r.index, r.hovered = -1, false
		r.Hide()
		return
	}
	if index != r.index || again || !r.there {
		if index != r.index {
			r.hovered = false
		}
		r.index = index
		r.cells, r.there = r.body.table.p.Source.Row(index)
		r.Refresh()
	}
	r.Show()
	r.Resize(fyne.NewSize(r.body.width, height))
	r.Move(fyne.NewPos(0, float32(index)*height))
}

// Tapped implements fyne.Tappable.
func (r *tableRow) Tapped(ev *fyne.PointEvent) {
	if r.index >= 0 {
		r.body.table.click(r.index, ev.Position.X)
	}
}

// MouseIn implements desktop.Hoverable.
func (r *tableRow) MouseIn(*desktop.MouseEvent) { r.hovered = true; r.paintGround() }

// MouseMoved implements desktop.Hoverable.
func (r *tableRow) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (r *tableRow) MouseOut() { r.hovered = false; r.paintGround() }

func (r *tableRow) paintGround() {
	style := BoxStyle{}
	switch {
	case r.index >= 0 && r.index == r.body.table.selected:
		style.Fill = TokenSelected
	case r.hovered:
		style.Fill = TokenHover
	}
	paintRect(r.ground, style)
	paintRect(r.under, BoxStyle{Fill: TokenLine})
	canvas.Refresh(r)
}

func (r *tableRow) CreateRenderer() fyne.WidgetRenderer {
	objs := []fyne.CanvasObject{r.ground, r.under}
	for _, c := range r.drawn {
		objs = append(objs, c.objects()...)
	}
	return newPaint(r, objs,
		func() fyne.Size { return fyne.NewSize(1, U(RowHeight)) },
		func(s fyne.Size) {
			placeRect(r.ground, fyne.Position{}, s)
			placeRect(r.under, fyne.NewPos(0, s.Height-U(1)), fyne.NewSize(s.Width, U(1)))
			for i, c := range r.drawn {
				if i < len(r.body.spans) {
					c.place(r.body.spans[i], s.Height)
				}
			}
		},
		func() {
			r.paintGround()
			for i, c := range r.drawn {
				cell := Cell{}
				if r.there && i < len(r.cells) {
					cell = r.cells[i]
				}
				c.paint(cell, r.there)
			}
		})
}
