package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// OrderParams is what an Order is made from.
type OrderParams struct {
	Gap     float32 // between the rows, at scale 1
	Name    string  // what the grips are called
	Drop    float32 // how far below the row's top a grip stands, at scale 1; in its middle when zero
	OnMoved func(from, to int)
	OnOpen  func(row int) // Enter on a grip; may be nil
	OnFocus func(row int) // the keyboard has come to a grip; may be nil
}

// Order is a list of rows of any kind whose order is changed by hand: a grip before each is dragged, or with the keyboard
// on it Alt with up and down moves the row. Up and down go from grip to grip.
type Order struct {
	widget.BaseWidget
	p     OrderParams
	rows  []fyne.CanvasObject
	grips []*orderGrip
	lift  *canvas.Rectangle // behind the row that is dragged
	from  int               // where the dragged row was, -1 when none is
	to    int
}

// NewOrder makes a list.
func NewOrder(p OrderParams, rows ...fyne.CanvasObject) *Order {
	o := &Order{p: p, lift: canvas.NewRectangle(nil), from: -1}
	o.ExtendBaseWidget(o)
	o.SetRows(rows)
	return o
}

// SetRows changes the rows. The keyboard stays at the place where it was.
func (o *Order) SetRows(rows []fyne.CanvasObject) {
	o.rows, o.from = rows, -1
	for len(o.grips) < len(rows) {
		o.grips = append(o.grips, newOrderGrip(o, len(o.grips)))
	}
	o.Refresh()
}

// Rows gives the rows in their order.
func (o *Order) Rows() []fyne.CanvasObject { return o.rows }

// Focus puts the keyboard on the grip of a row.
func (o *Order) Focus(row int) {
	if row >= 0 && row < len(o.rows) {
		focus(o.grips[row])
	}
}

// Focused is the row whose grip has the keyboard, -1 where none has.
func (o *Order) Focused() int {
	for i, g := range o.grips[:len(o.rows)] {
		if g.focused {
			return i
		}
	}
	return -1
}

// MoveRow puts a row to another place, and tells. It is for what moves a row from elsewhere, such as a menu.
func (o *Order) MoveRow(from, to int) {
	to = min(max(to, 0), len(o.rows)-1)
	if from < 0 || from >= len(o.rows) || from == to {
		return
	}
	o.rows = moved(o.rows, from, to)
	o.Refresh()
	if o.p.OnMoved != nil {
		o.p.OnMoved(from, to)
	}
}

// shown gives the rows in the order in which they are drawn: while one is dragged, it lies where it would come to.
func (o *Order) shown() []fyne.CanvasObject {
	if o.from < 0 || o.from >= len(o.rows) {
		return o.rows
	}
	return moved(o.rows, o.from, o.to)
}

// rowAt is the place of a row that would be put down at a height.
func (o *Order) rowAt(y float32) int {
	for i, row := range o.shown() {
		if y < row.Position().Y+row.Size().Height {
			return i
		}
	}
	return len(o.rows) - 1
}

func (o *Order) dragTo(from int, y float32) {
	if o.from < 0 {
		o.from, o.to = from, from
	}
	if to := o.rowAt(y); to != o.to {
		o.to = to
	}
	o.Refresh()
}

func (o *Order) drop() {
	from, to := o.from, o.to
	o.from = -1
	if from < 0 {
		return
	}
	if from == to {
		o.Refresh()
		return
	}
	o.MoveRow(from, to)
	o.Focus(to)
}

const gripWidth = 22 // at scale 1

// Held implements Holder: each row's grip and the row, as Tab goes.
func (o *Order) Held() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for i, row := range o.rows {
		out = append(out, o.grips[i], row)
	}
	return out
}

// CreateRenderer implements fyne.Widget.
func (o *Order) CreateRenderer() fyne.WidgetRenderer {
	return &paint{
		of: o,
		objects: func() []fyne.CanvasObject {
			objs := []fyne.CanvasObject{o.lift}
			for i, row := range o.rows {
				objs = append(objs, o.grips[i], row)
			}
			return objs
		},
		min:    o.minSize,
		layout: o.place,
		refresh: func() {
			paintRect(o.lift, BoxStyle{Fill: TokenSelected, Radius: ControlRadius})
			o.lift.Hidden = o.from < 0
			for _, g := range o.grips {
				g.Refresh()
			}
		},
	}
}

func (o *Order) minSize() fyne.Size {
	s := fyne.Size{}
	for i, row := range o.rows {
		m := minOf(row)
		s.Width = max(s.Width, m.Width)
		s.Height += max(m.Height, U(gripWidth))
		if i > 0 {
			s.Height += U(o.p.Gap)
		}
	}
	return s.AddWidthHeight(U(gripWidth+4), 0)
}

func (o *Order) place(s fyne.Size) {
	y, left := float32(0), U(gripWidth+4)
	for i, row := range o.shown() {
		h := max(minOf(row).Height, U(gripWidth))
		place(row, left, y, max(0, s.Width-left), h)
		at := (h - U(gripWidth)) / 2
		if o.p.Drop > 0 {
			at = U(o.p.Drop)
		}
		place(o.grips[i], 0, y+at, U(gripWidth), U(gripWidth))
		if o.from >= 0 && i == o.to {
			placeRect(o.lift, fyne.NewPos(0, y-U(2)), fyne.NewSize(s.Width, h+U(4)))
		}
		y += h + U(o.p.Gap)
	}
}

// orderGrip is what a row is moved by.
type orderGrip struct {
	press
	of    *Order
	row   int
	drag  drag
	y     float32 // where the drag began, in the list
	image *canvas.Image
	ring  ring
}

func newOrderGrip(of *Order, row int) *orderGrip {
	g := &orderGrip{of: of, row: row, image: &canvas.Image{FillMode: canvas.ImageFillContain}, ring: newRing()}
	g.name = of.p.Name
	g.extend(g, func() {
		if of.p.OnOpen != nil {
			of.p.OnOpen(row)
		}
	})
	g.watch(func(on bool) {
		if on && of.p.OnFocus != nil && !g.hovered {
			of.p.OnFocus(row)
		}
	})
	return g
}

// TypedKey implements fyne.Focusable.
func (g *orderGrip) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyUp:
		g.of.Focus(g.row - 1)
	case fyne.KeyDown:
		g.of.Focus(g.row + 1)
	case fyne.KeyHome:
		g.of.Focus(0)
	case fyne.KeyEnd:
		g.of.Focus(len(g.of.rows) - 1)
	default:
		g.press.TypedKey(ev)
	}
}

// TypedShortcut implements fyne.Shortcutable.
func (g *orderGrip) TypedShortcut(s fyne.Shortcut) {
	to := g.row
	switch withKey(s, fyne.KeyModifierAlt) {
	case fyne.KeyUp:
		to--
	case fyne.KeyDown:
		to++
	default:
		passShortcut(canvasOf(g), s)
		return
	}
	if to >= 0 && to < len(g.of.rows) {
		g.of.MoveRow(g.row, to)
		g.of.Focus(to)
	}
}

// MouseDown implements desktop.Mouseable.
func (g *orderGrip) MouseDown(ev *desktop.MouseEvent) { g.drag.down(ev) }

// MouseUp implements desktop.Mouseable.
func (g *orderGrip) MouseUp(*desktop.MouseEvent) { g.drag.pressed = false }

// Tapped implements fyne.Tappable: the keyboard comes here.
func (g *orderGrip) Tapped(*fyne.PointEvent) { focus(g) }

// Dragged implements fyne.Draggable.
func (g *orderGrip) Dragged(ev *fyne.DragEvent) {
	if g.drag.moved(ev) {
		g.y = g.Position().Y
	}
	g.of.dragTo(g.row, g.y+g.drag.at.Y)
}

// DragEnd implements fyne.Draggable.
func (g *orderGrip) DragEnd() {
	g.drag.end()
	g.of.drop()
}

func (g *orderGrip) CreateRenderer() fyne.WidgetRenderer {
	return newPaint(g, []fyne.CanvasObject{g.image, g.ring.rect},
		func() fyne.Size { return usize(gripWidth, gripWidth) },
		func(s fyne.Size) {
			place(g.image, (s.Width-U(14))/2, (s.Height-U(14))/2, U(14), U(14))
			g.ring.around(fyne.Position{}, s, 0)
		},
		func() {
			token := TokenMuted
			if g.hovered {
				token = TokenText
			}
			g.image.Resource = tinted(iconGrip(), token)
			g.image.Refresh()
			g.ring.paint(g.focused, 5, TokenFocus)
		})
}
