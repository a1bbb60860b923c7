package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Reader is a view of a long text that scrolls: with the wheel, and when it has the keyboard with the arrow keys, Page Up and
// Down, Home and End.
type Reader struct {
	widget.BaseWidget
	named
	scroll  *container.Scroll
	focused bool
	ring    ring
}

var (
	_ fyne.Focusable    = (*Reader)(nil)
	_ desktop.Mouseable = (*Reader)(nil)
)

// NewReader makes a view; its name is what the keyboard is said to be at.
func NewReader(name string, o fyne.CanvasObject) *Reader {
	r := &Reader{scroll: container.NewVScroll(o), ring: newRing()}
	r.name = name
	r.ExtendBaseWidget(r)
	return r
}

// SetContent puts another text into view, from its top.
func (r *Reader) SetContent(o fyne.CanvasObject) {
	r.scroll.Content = o
	r.scroll.Offset = fyne.Position{}
	r.scroll.Refresh()
}

// Renew puts the text into view as it is now, where its reader is in it.
func (r *Reader) Renew(o fyne.CanvasObject) {
	at := r.scroll.Offset
	r.scroll.Content = o
	r.scroll.Refresh()
	r.scroll.ScrollToOffset(at)
}

// Held gives what the view holds.
func (r *Reader) Held() []fyne.CanvasObject { return []fyne.CanvasObject{r.scroll} }

// MouseDown implements desktop.Mouseable: a click gives it the keyboard.
func (r *Reader) MouseDown(*desktop.MouseEvent) { focus(r) }

// MouseUp implements desktop.Mouseable.
func (r *Reader) MouseUp(*desktop.MouseEvent) {}

// FocusGained implements fyne.Focusable.
func (r *Reader) FocusGained() { r.focused = true; r.Refresh() }

// FocusLost implements fyne.Focusable.
func (r *Reader) FocusLost() { r.focused = false; r.Refresh() }

// TypedRune implements fyne.Focusable.
func (r *Reader) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (r *Reader) TypedKey(ev *fyne.KeyEvent) {
	line, page := U(40), max(U(40), r.scroll.Size().Height-U(40))
	switch ev.Name {
	case fyne.KeyUp:
		r.by(-line)
	case fyne.KeyDown:
		r.by(line)
	case fyne.KeyPageUp:
		r.by(-page)
	case fyne.KeyPageDown, fyne.KeySpace:
		r.by(page)
	case fyne.KeyHome:
		r.scroll.ScrollToTop()
	case fyne.KeyEnd:
		r.scroll.ScrollToBottom()
	default:
		passKey(r, ev)
	}
}

func (r *Reader) by(d float32) {
	r.scroll.ScrollToOffset(fyne.NewPos(0, max(0, r.scroll.Offset.Y+d))) // Fyne stops at the end
}

// CreateRenderer implements fyne.Widget.
func (r *Reader) CreateRenderer() fyne.WidgetRenderer {
	return newPaint(r, []fyne.CanvasObject{r.scroll, r.ring.rect},
		func() fyne.Size { return r.scroll.MinSize() },
		func(s fyne.Size) {
			place(r.scroll, 0, 0, s.Width, s.Height)
			r.ring.around(fyne.NewPos(U(2), U(2)), s.SubtractWidthHeight(U(4), U(4)), 0)
		},
		func() { r.ring.paint(r.focused, 7, TokenFocus) })
}
