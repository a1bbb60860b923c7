package kit

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Link is a word that does something.
type Link struct {
	Text string
	Do   func()
}

// Toast says what was done, with what can be done about it (Undo, Open, Show in folder).
type Toast struct {
	Text  string
	Links []Link
	Stay  time.Duration // how long it is shown; 6 s when zero, 10 s with links; for good when negative
	Error bool          // marked as something that went wrong
}

// Toasts is a layer over the window's content that shows toasts at its bottom, the newest lowest. Clicks beside them
// reach what lies under the layer. Tab reaches their links after everything else.
type Toasts struct {
	widget.BaseWidget
	after After
	box   *fyne.Container
	shown []*toastCard
}

const mostToasts = 4 // at a time; older ones go

// NewToasts makes an empty layer; after is that of an Exec.
func NewToasts(after After) *Toasts {
	t := &Toasts{after: after, box: VStack(8)}
	t.ExtendBaseWidget(t)
	return t
}

// Push shows a toast and gives a func that takes it away again.
func (t *Toasts) Push(toast Toast) (dismiss func()) {
	card := newToastCard(t, toast)
	t.shown = append(t.shown, card)
	if len(t.shown) > mostToasts {
		t.remove(t.shown[0])
	}
	t.arrange()
	card.arm()
	return func() { t.remove(card) }
}

// Texts gives what is shown, oldest first.
func (t *Toasts) Texts() []string {
	out := make([]string, len(t.shown))
	for i, c := range t.shown {
		out[i] = c.toast.Text
	}
	return out
}

// Focus puts the keyboard on the first link of the newest toast that has one, and tells whether there was one.
func (t *Toasts) Focus() bool {
	for i := len(t.shown) - 1; i >= 0; i-- {
		if links := t.shown[i].links; len(links) > 0 {
			focus(links[0])
			return true
		}
	}
	return false
}

// Dismiss takes the newest toast away, and tells whether there was one.
func (t *Toasts) Dismiss() bool {
	if len(t.shown) == 0 {
		return false
	}
	t.remove(t.shown[len(t.shown)-1])
	return true
}

func (t *Toasts) remove(card *toastCard) {
	for i, c := range t.shown {
		if c == card {
			card.disarm()
			t.shown = append(t.shown[:i:i], t.shown[i+1:]...)
			t.arrange()
			return
		}
	}
}

func (t *Toasts) arrange() {
	t.box.Objects = nil
	for _, c := range t.shown {
		t.box.Add(HStack(0, NewSpring(), c, NewSpring()))
	}
	t.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (t *Toasts) CreateRenderer() fyne.WidgetRenderer {
	return newPaint(t, []fyne.CanvasObject{t.box},
		func() fyne.Size { return fyne.Size{} },
		func(s fyne.Size) {
			h := t.box.MinSize().Height
			place(t.box, 0, s.Height-h-U(StatusHeight+18), s.Width, h)
		}, nil)
}

// toastCard is one toast on the screen. While the pointer or the keyboard is on it, it stays.
type toastCard struct {
	widget.BaseWidget
	of      *Toasts
	toast   Toast
	links   []*Button
	content fyne.CanvasObject
	hovered bool
	stop    func()
}

func newToastCard(of *Toasts, toast Toast) *toastCard {
	c := &toastCard{of: of, toast: toast}
	c.ExtendBaseWidget(c)
	row := HStack(18)
	if toast.Error {
		row.Add(NewBox(dotStyle(TokenError)))
	}
	row.Add(NewText(toast.Text, TextStyle{Token: TokenOnToast}))
	for _, l := range toast.Links {
		b := NewLink(l.Text, func() {
			of.remove(c)
			l.Do()
		}).SetToken(TokenToastLink)
		c.links = append(c.links, b)
		row.Add(b)
	}
	c.content = Sized(0, 37, Stack(
		NewBox(BoxStyle{Fill: TokenToast, Radius: 9, Shadow: true}),
		Pad(Sides(0, 16), row),
	))
	return c
}

func (c *toastCard) arm() {
	stay := c.toast.Stay
	switch {
	case stay < 0:
		return
	case stay == 0 && len(c.links) > 0:
		stay = 10 * time.Second
	case stay == 0:
		stay = 6 * time.Second
	}
	c.stop = c.of.after(stay, func() {
		if c.held() {
			c.arm()
			return
		}
		c.of.remove(c)
	})
}

func (c *toastCard) held() bool {
	for _, l := range c.links {
		if l.focused {
			return true
		}
	}
	return c.hovered
}

func (c *toastCard) disarm() {
	if c.stop != nil {
		c.stop()
		c.stop = nil
	}
}

// MouseIn implements desktop.Hoverable.
func (c *toastCard) MouseIn(*desktop.MouseEvent) { c.hovered = true }

// MouseMoved implements desktop.Hoverable.
func (c *toastCard) MouseMoved(*desktop.MouseEvent) { c.hovered = true }

// MouseOut implements desktop.Hoverable.
func (c *toastCard) MouseOut() { c.hovered = false }

// Tapped implements fyne.Tappable: a click beside the links takes the toast away.
func (c *toastCard) Tapped(*fyne.PointEvent) { c.of.remove(c) }

func (c *toastCard) CreateRenderer() fyne.WidgetRenderer { return newWrap(c, c.content, nil) }
