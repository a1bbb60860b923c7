package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// popover shows something under (or over, where there is no room) an object, above the rest of the window. A click
// outside closes it.
type popover struct {
	widget.BaseWidget
	canvas  fyne.Canvas
	anchor  fyne.CanvasObject
	content fyne.CanvasObject
	card    *canvas.Rectangle
	wide    bool          // as wide as the anchor at least
	pos     fyne.Position // the part of the anchor that it belongs to; all of it where size is zero
	size    fyne.Size
	closed  func()
}

// showPopover opens one; it gives nil where the anchor is in no window.
func showPopover(anchor, content fyne.CanvasObject, wide bool, closed func()) *popover {
	c := canvasOf(anchor)
	if c == nil {
		return nil
	}
	p := &popover{canvas: c, anchor: anchor, content: content, wide: wide, closed: closed, card: canvas.NewRectangle(nil)}
	p.ExtendBaseWidget(p)
	c.Overlays().Add(p)
	p.Resize(c.Size())
	return p
}

// close takes it away. The object that had the focus in the window below has it again.
func (p *popover) close() {
	p.canvas.Overlays().Remove(p)
	if p.closed != nil {
		p.closed()
	}
}

// at puts it beside a part of the anchor.
func (p *popover) at(pos fyne.Position, size fyne.Size) {
	p.pos, p.size = pos, size
	p.Refresh()
}

// Tapped implements fyne.Tappable: outside the content.
func (p *popover) Tapped(*fyne.PointEvent) { p.close() }

func (p *popover) CreateRenderer() fyne.WidgetRenderer {
	return newPaint(p, []fyne.CanvasObject{p.card, p.content},
		func() fyne.Size { return fyne.Size{} },
		func(s fyne.Size) {
			at := fyne.CurrentApp().Driver().AbsolutePositionForObject(p.anchor).Add(p.pos)
			anchor := p.size
			if anchor.IsZero() {
				anchor = p.anchor.Size()
			}
			size := p.content.MinSize()
			if p.wide {
				size.Width = max(size.Width, anchor.Width)
			}
			x := max(0, min(at.X, s.Width-size.Width-U(4)))
			y := at.Y + anchor.Height + U(4)
			if y+size.Height > s.Height-U(4) {
				y = max(U(4), at.Y-size.Height-U(4))
			}
			place(p.content, x, y, size.Width, size.Height)
			placeRect(p.card, fyne.NewPos(x, y), size)
		},
		func() {
			paintRect(p.card, BoxStyle{Fill: TokenSurface, Stroke: TokenLine, Radius: ControlRadius, Shadow: true})
			p.content.Refresh()
		})
}
