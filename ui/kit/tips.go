package kit

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// tipDelay is how long the pointer rests before a tip is shown.
const tipDelay = 600 * time.Millisecond

// Tips is a layer over the window's content in which tips are shown: what an icon does, what a cut text says in full. A
// window without such a layer shows none. The layer takes no clicks.
type Tips struct {
	widget.BaseWidget
	after  After
	stop   func()
	owner  fyne.CanvasObject
	anchor fyne.Position
	size   fyne.Size
	full   string
	rect   *canvas.Rectangle
	lines  []*canvas.Text
}

// NewTips makes a layer; after is that of an Exec.
func NewTips(after After) *Tips {
	t := &Tips{after: after, rect: canvas.NewRectangle(nil)}
	t.ExtendBaseWidget(t)
	return t
}

// Text gives the tip that is shown, empty where there is none.
func (t *Tips) Text() string { return t.full }

// tipsOf finds the layer of the window that an object is in: it lies directly in the window's content, so that a pointer
// that moves does not walk through all that is in it.
func tipsOf(o fyne.CanvasObject) *Tips {
	c := canvasOf(o)
	if c == nil {
		return nil
	}
	content, ok := c.Content().(*fyne.Container)
	if !ok {
		return nil
	}
	for _, o := range content.Objects {
		if t, ok := o.(*Tips); ok {
			return t
		}
	}
	return nil
}

// armTip shows a tip beside a part of an object when the pointer has rested there.
func armTip(o fyne.CanvasObject, pos fyne.Position, size fyne.Size, text string) {
	t := tipsOf(o)
	if t == nil || text == "" || t.owner == o && t.full == text {
		return
	}
	t.clear()
	t.owner = o
	t.stop = t.after(tipDelay, func() {
		t.stop = nil
		t.anchor = fyne.CurrentApp().Driver().AbsolutePositionForObject(o).Add(pos)
		t.size, t.full = size, text
		t.Refresh()
	})
}

// dropTip takes an object's tip away.
func dropTip(o fyne.CanvasObject) {
	if t := tipsOf(o); t != nil && t.owner == o {
		t.clear()
	}
}

func (t *Tips) clear() {
	if t.stop != nil {
		t.stop()
		t.stop = nil
	}
	t.owner = nil
	if t.full != "" {
		t.full = ""
		t.Refresh()
	}
}

// CreateRenderer implements fyne.Widget.
func (t *Tips) CreateRenderer() fyne.WidgetRenderer {
	t.paint()
	return &paint{
		of: t,
		objects: func() []fyne.CanvasObject {
			objs := []fyne.CanvasObject{t.rect}
			for _, l := range t.lines {
				objs = append(objs, l)
			}
			return objs
		},
		min: func() fyne.Size { return fyne.Size{} }, layout: t.place, refresh: t.paint,
	}
}

func (t *Tips) paint() {
	t.rect.Hidden, t.lines = t.full == "", nil
	if t.full == "" {
		return
	}
	paintRect(t.rect, BoxStyle{Fill: TokenToast, Stroke: TokenLine, Radius: 6, Shadow: true})
	for _, line := range wrapped(t.full, U(320), U(TextMedium), fyne.TextStyle{}) {
		text := canvas.NewText(line, TokenOnToast.Color())
		text.TextSize = U(TextMedium)
		t.lines = append(t.lines, text)
	}
}

func (t *Tips) place(s fyne.Size) {
	if t.full == "" {
		return
	}
	high, widest := lineHeight(TextMedium), float32(0)
	for _, l := range t.lines {
		widest = max(widest, l.MinSize().Width)
	}
	box := fyne.NewSize(widest+U(16), high*float32(len(t.lines))+U(10))
	at := t.anchor.Subtract(fyne.CurrentApp().Driver().AbsolutePositionForObject(t))
	x := min(max(U(4), at.X+t.size.Width/2-box.Width/2), max(U(4), s.Width-box.Width-U(4)))
	y := at.Y + t.size.Height + U(6)
	if y+box.Height > s.Height-U(4) {
		y = max(U(4), at.Y-box.Height-U(6))
	}
	placeRect(t.rect, fyne.NewPos(x, y), box)
	for i, l := range t.lines {
		place(l, x+U(8), y+U(5)+high*float32(i), widest, high)
	}
}

// Tip gives a tip to something that the pointer has no other business with, such as an icon or a cut text.
type Tip struct {
	widget.BaseWidget
	content fyne.CanvasObject
	text    string
}

// NewTip makes it.
func NewTip(o fyne.CanvasObject, text string) *Tip {
	t := &Tip{content: o, text: text}
	t.ExtendBaseWidget(t)
	return t
}

// SetTip changes the words.
func (t *Tip) SetTip(text string) { t.text = text }

// MouseIn implements desktop.Hoverable.
func (t *Tip) MouseIn(*desktop.MouseEvent) { armTip(t, fyne.Position{}, t.Size(), t.text) }

// MouseMoved implements desktop.Hoverable.
func (t *Tip) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (t *Tip) MouseOut() { dropTip(t) }

// CreateRenderer implements fyne.Widget.
func (t *Tip) CreateRenderer() fyne.WidgetRenderer { return newWrap(t, t.content, nil) }
