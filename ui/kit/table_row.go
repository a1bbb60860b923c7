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
	edge   *canvas.Rectangle // tells the selected row from those that are picked
	box    *canvas.Rectangle // of the picks
	tick   *canvas.Image
	drawn  []*tableCell
	from   []int // which of the source's cells each draws
}

func newTableRow(b *tableBody) *tableRow {
	r := &tableRow{body: b, index: -1, ground: canvas.NewRectangle(nil), under: canvas.NewRectangle(nil)}
	r.edge = canvas.NewRectangle(nil)
	r.box, r.tick = canvas.NewRectangle(nil), &canvas.Image{FillMode: canvas.ImageFillContain}
	for _, at := range b.table.columns.order() {
		r.drawn = append(r.drawn, newTableCell(b.table.p.Columns[at].Kind))
		r.from = append(r.from, at)
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
func (r *tableRow) MouseMoved(ev *desktop.MouseEvent) {
	for i, s := range r.body.spans {
		if ev.Position.X < s.x || ev.Position.X >= s.x+s.w || i >= len(r.drawn) {
			continue
		}
		if c := r.drawn[i]; c.cut() {
			armTip(r, fyne.NewPos(s.x, 0), fyne.NewSize(s.w, r.Size().Height-U(8)), c.cell.Text)
			return
		}
	}
	dropTip(r)
}

// MouseOut implements desktop.Hoverable.
func (r *tableRow) MouseOut() {
	r.hovered = false
	r.paintGround()
	dropTip(r)
}

func (r *tableRow) paintGround() {
	style := BoxStyle{}
	switch {
	case r.index >= 0 && (r.index == r.body.table.selected || r.picked()):
		style.Fill = TokenSelected
	case r.hovered:
		style.Fill = TokenHover
	}
	paintRect(r.ground, style)
	paintRect(r.edge, BoxStyle{Fill: TokenAccent})
	r.edge.Hidden = !r.body.table.p.Pick || r.index < 0 || r.index != r.body.table.selected
	paintRect(r.under, BoxStyle{Fill: TokenLine})
	canvas.Refresh(r)
}

func (r *tableRow) picked() bool { return r.there && r.body.table.rowPicked(r.index) }

func (r *tableRow) paintBox() {
	paintCheck(r.box, r.tick, r.picked())
	r.box.Hidden = !r.body.table.p.Pick || !r.there
	r.tick.Hidden = r.tick.Hidden || r.box.Hidden
}

func (r *tableRow) CreateRenderer() fyne.WidgetRenderer {
	objs := []fyne.CanvasObject{r.ground, r.under, r.edge, r.box, r.tick}
	for _, c := range r.drawn {
		objs = append(objs, c.objects()...)
	}
	return newPaint(r, objs,
		func() fyne.Size { return fyne.NewSize(1, U(RowHeight)) },
		func(s fyne.Size) {
			placeRect(r.ground, fyne.Position{}, s)
			placeRect(r.under, fyne.NewPos(0, s.Height-U(1)), fyne.NewSize(s.Width, U(1)))
			placeRect(r.edge, fyne.Position{}, fyne.NewSize(U(3), s.Height))
			placeCheck(r.box, r.tick, fyne.NewPos(U(r.body.table.p.Margin), (s.Height-U(checkSize))/2))
			for i, c := range r.drawn {
				if i < len(r.body.spans) {
					c.place(r.body.spans[i], s.Height)
				}
			}
		},
		func() {
			r.paintGround()
			r.paintBox()
			for i, c := range r.drawn {
				cell := Cell{}
				if at := r.from[i]; r.there && at < len(r.cells) {
					cell = r.cells[at]
				}
				c.paint(cell, r.there)
			}
		})
}
