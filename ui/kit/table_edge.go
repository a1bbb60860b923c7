package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// headerEdge is the place between two titles: dragged, it changes the width of the column at its left.
type headerEdge struct {
	widget.BaseWidget
	of      *tableHeader
	id      string
	hovered bool
	line    *canvas.Rectangle
}

func newHeaderEdge(of *tableHeader) *headerEdge {
	e := &headerEdge{of: of, line: canvas.NewRectangle(nil)}
	e.ExtendBaseWidget(e)
	return e
}

// Dragged implements fyne.Draggable.
func (e *headerEdge) Dragged(ev *fyne.DragEvent) { e.of.widen(e.id, ev.Dragged.DX) }

// DragEnd implements fyne.Draggable.
func (e *headerEdge) DragEnd() {}

// MouseIn implements desktop.Hoverable.
func (e *headerEdge) MouseIn(*desktop.MouseEvent) { e.hovered = true; e.Refresh() }

// MouseMoved implements desktop.Hoverable.
func (e *headerEdge) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (e *headerEdge) MouseOut() { e.hovered = false; e.Refresh() }

// Cursor implements desktop.Cursorable.
func (e *headerEdge) Cursor() desktop.Cursor { return desktop.HResizeCursor }

func (e *headerEdge) CreateRenderer() fyne.WidgetRenderer {
	return newPaint(e, []fyne.CanvasObject{e.line},
		func() fyne.Size { return usize(8, TableHeader) },
		func(s fyne.Size) {
			placeRect(e.line, fyne.NewPos(floor(s.Width/2), U(6)), fyne.NewSize(U(1), s.Height-U(12)))
		},
		func() {
			paintRect(e.line, BoxStyle{Fill: TokenAccent})
			e.line.Hidden = !e.hovered
		})
}

// headerBox is the box over the boxes: ticked when all rows are picked, barred when some are.
type headerBox struct {
	widget.BaseWidget
	table *Table
	rect  *canvas.Rectangle
	bar   *canvas.Rectangle
	tick  *canvas.Image
}

func newHeaderBox(t *Table) *headerBox {
	b := &headerBox{table: t, rect: canvas.NewRectangle(nil), bar: canvas.NewRectangle(nil), tick: &canvas.Image{FillMode: canvas.ImageFillContain}}
	b.ExtendBaseWidget(b)
	return b
}

// Tapped implements fyne.Tappable.
func (b *headerBox) Tapped(*fyne.PointEvent) {
	if b.table.p.Pick {
		b.table.toggleAll()
	}
}

// Cursor implements desktop.Cursorable.
func (b *headerBox) Cursor() desktop.Cursor { return desktop.PointerCursor }

func (b *headerBox) CreateRenderer() fyne.WidgetRenderer {
	return newPaint(b, []fyne.CanvasObject{b.rect, b.tick, b.bar},
		func() fyne.Size { return usize(checkSize, checkSize) },
		func(s fyne.Size) {
			placeCheck(b.rect, b.tick, fyne.Position{})
			placeRect(b.bar, fyne.NewPos(U(4), s.Height/2-U(1)), fyne.NewSize(s.Width-U(8), U(2)))
		},
		func() {
			picked := b.table.Picked()
			all := picked.All && len(picked.IDs) == 0
			paintCheck(b.rect, b.tick, all || !picked.Empty())
			paintRect(b.bar, BoxStyle{Fill: TokenOnAccent, Radius: 1})
			b.rect.Hidden = !b.table.p.Pick
			b.tick.Hidden = b.rect.Hidden || !all
			b.bar.Hidden = b.rect.Hidden || all || picked.Empty()
		})
}
