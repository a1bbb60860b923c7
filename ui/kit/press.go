package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// press is what everything that can be pressed shares: pointer, keyboard and focus. A widget embeds it, sets self and
// act, and draws from hovered and focused.
type press struct {
	widget.DisableableWidget
	named
	watched
	hovered, focused bool
	self             fyne.Widget
	act              func()
	tip              string
}

// extend is called by the constructor of the widget that embeds press.
func (p *press) extend(self fyne.Widget, act func()) {
	p.self, p.act = self, act
	p.ExtendBaseWidget(self)
}

// Tapped implements fyne.Tappable.
func (p *press) Tapped(*fyne.PointEvent) { p.run() }

func (p *press) run() {
	p.showTip(false)
	if !p.Disabled() && p.act != nil {
		p.act()
	}
}

// SetTip sets the words that are shown when the pointer rests on it or the keyboard comes to it; what has no words of
// its own is called by them.
func (p *press) SetTip(text string) {
	p.tip = text
	if p.name == "" {
		p.name = text
	}
}

func (p *press) showTip(on bool) {
	if p.tip == "" {
		return
	}
	if on {
		armTip(p.self, fyne.Position{}, p.Size(), p.tip)
	} else {
		dropTip(p.self)
	}
}

// FocusGained implements fyne.Focusable.
func (p *press) FocusGained() {
	p.focused = true
	p.Refresh()
	p.showTip(true)
	p.tellFocus(true)
	inView(p.self)
}

// FocusLost implements fyne.Focusable.
func (p *press) FocusLost() {
	p.focused = false
	p.Refresh()
	p.showTip(false)
	p.tellFocus(false)
}

// TypedRune implements fyne.Focusable.
func (p *press) TypedRune(rune) {}

// TypedKey implements fyne.Focusable: Space and Enter press it, other keys go on to the window.
func (p *press) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		p.run()
	default:
		passKey(p.self, ev)
	}
}

// MouseIn implements desktop.Hoverable.
func (p *press) MouseIn(*desktop.MouseEvent) {
	p.hovered = true
	p.Refresh()
	p.showTip(true)
}

// MouseMoved implements desktop.Hoverable.
func (p *press) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (p *press) MouseOut() {
	p.hovered = false
	p.Refresh()
	p.showTip(false)
}

// Cursor implements desktop.Cursorable.
func (p *press) Cursor() desktop.Cursor {
	if p.Disabled() {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// canvasOf is the canvas that an object is on. Fyne learns that when it first draws the object, and a user may type
// before: then it is the canvas of the only window, if there is one only.
func canvasOf(o fyne.CanvasObject) fyne.Canvas {
	driver := fyne.CurrentApp().Driver()
	if c := driver.CanvasForObject(o); c != nil {
		return c
	}
	if all := driver.AllWindows(); len(all) == 1 {
		return all[0].Canvas()
	}
	return nil
}

// passKey gives a key that a focused widget has no use for (Esc, F1) to its window, which would otherwise not see it:
// Fyne hands keys to the focused widget alone.
func passKey(from fyne.CanvasObject, ev *fyne.KeyEvent) {
	c := canvasOf(from)
	if c == nil {
		return
	}
	if typed := c.OnTypedKey(); typed != nil {
		typed(ev)
	}
}

// ring is the focus ring: 2 px, just outside an object's edge or on it.
type ring struct{ rect *canvas.Rectangle }

func newRing() ring { return ring{canvas.NewRectangle(nil)} }

// paint shows or hides the ring. The token is TokenFocus, but for the rail.
func (r ring) paint(on bool, radius float32, token Token) {
	style := BoxStyle{Radius: radius}
	if on {
		style.Stroke, style.StrokeWidth = token, 2
	}
	paintRect(r.rect, style)
	r.rect.Hidden = !on
}

// around puts the ring around an area, out by some pixels at scale 1.
func (r ring) around(pos fyne.Position, s fyne.Size, out float32) {
	d := U(out)
	placeRect(r.rect, pos.SubtractXY(d, d), s.AddWidthHeight(2*d, 2*d))
}
