package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

const choiceRows = 8 // seen at once

// choices is the list that Select and Combo open. It draws the rows in view only. When it belongs to a text field, what
// is typed goes on to that field.
type choices struct {
	widget.BaseWidget
	options []Option
	at      int // the marked one, -1 for none
	top     int // the first in view
	rows    []*choiceRow
	bar     *canvas.Rectangle

	forward *input
	picked  func(i int)
	left    func(tab bool, back bool) // Esc, or Tab
	typed   string
}

func newChoices(options []Option, at int) *choices {
	c := &choices{at: at, bar: canvas.NewRectangle(nil)}
	c.ExtendBaseWidget(c)
	c.set(options)
	c.mark(at)
	return c
}

func (c *choices) set(options []Option) {
	c.options, c.top = options, 0
	c.at = min(c.at, len(options)-1)
	for len(c.rows) < min(choiceRows, len(options)) {
		c.rows = append(c.rows, newChoiceRow(c))
	}
	c.rows = c.rows[:min(len(c.rows), len(options))]
	c.Refresh()
}

// mark moves the mark and brings it into view.
func (c *choices) mark(i int) {
	if len(c.options) == 0 {
		return
	}
	c.at = min(max(i, -1), len(c.options)-1)
	if c.at >= 0 {
		c.top = min(c.top, c.at)
		c.top = max(c.top, c.at-len(c.rows)+1)
	}
	c.Refresh()
}

// Scrolled implements fyne.Scrollable.
func (c *choices) Scrolled(ev *fyne.ScrollEvent) {
	step := 1
	if ev.Scrolled.DY > 0 {
		step = -1
	}
	c.top = max(0, min(c.top+step, len(c.options)-len(c.rows)))
	c.Refresh()
}

// FocusGained implements fyne.Focusable.
func (c *choices) FocusGained() {}

// FocusLost implements fyne.Focusable.
func (c *choices) FocusLost() {}

// AcceptsTab implements fyne.Tabbable: Tab closes the list and goes on from its field.
func (c *choices) AcceptsTab() bool { return true }

// TypedRune implements fyne.Focusable.
func (c *choices) TypedRune(r rune) {
	if c.forward != nil {
		c.forward.TypedRune(r)
		return
	}
	for _, try := range []string{c.typed + string(r), string(r)} {
		for i, o := range c.options {
			if strings.HasPrefix(fold(o.Text), fold(try)) {
				c.typed = try
				c.mark(i)
				return
			}
		}
	}
	c.typed = ""
}

// TypedShortcut implements fyne.Shortcutable.
func (c *choices) TypedShortcut(s fyne.Shortcut) {
	if c.forward != nil {
		c.forward.TypedShortcut(s)
		return
	}
	passShortcut(canvasOf(c), s)
}

// TypedKey implements fyne.Focusable.
func (c *choices) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyUp:
		c.mark(max(0, c.at-1))
	case fyne.KeyDown:
		c.mark(c.at + 1)
	case fyne.KeyPageUp:
		c.mark(max(0, c.at-choiceRows))
	case fyne.KeyPageDown:
		c.mark(c.at + choiceRows)
	case fyne.KeyReturn, fyne.KeyEnter:
		c.enter(ev)
	case fyne.KeyEscape:
		c.left(false, false)
	case fyne.KeyTab:
		c.left(true, shiftHeld())
	default:
		c.other(ev)
	}
}

// enter picks the marked option; where none is marked, what was typed stands.
func (c *choices) enter(ev *fyne.KeyEvent) {
	if c.at >= 0 {
		c.picked(c.at)
		return
	}
	c.left(false, false)
	if c.forward != nil {
		c.forward.TypedKey(ev)
	}
}

func (c *choices) other(ev *fyne.KeyEvent) {
	switch {
	case c.forward != nil:
		c.forward.TypedKey(ev)
	case ev.Name == fyne.KeyHome:
		c.mark(0)
	case ev.Name == fyne.KeyEnd:
		c.mark(len(c.options) - 1)
	}
}

func shiftHeld() bool {
	d, ok := fyne.CurrentApp().Driver().(desktop.Driver)
	return ok && d.CurrentKeyModifiers()&fyne.KeyModifierShift != 0
}

func (c *choices) CreateRenderer() fyne.WidgetRenderer {
	return &paint{
		of: c,
		objects: func() []fyne.CanvasObject {
			objs := []fyne.CanvasObject{}
			for _, r := range c.rows {
				objs = append(objs, r)
			}
			return append(objs, c.bar)
		},
		min: func() fyne.Size {
			w := U(140)
			for _, o := range c.options {
				w = max(w, choiceWidth(o))
			}
			return fyne.NewSize(min(w, U(420)), float32(len(c.rows))*U(30)+U(8))
		},
		layout: func(s fyne.Size) {
			for i, r := range c.rows {
				place(r, U(4), U(4)+float32(i)*U(30), s.Width-U(8), U(30))
			}
			if n := len(c.options); n > len(c.rows) {
				room := s.Height - U(8)
				placeRect(c.bar, fyne.NewPos(s.Width-U(6), U(4)+room*float32(c.top)/float32(n)),
					fyne.NewSize(U(3), room*float32(len(c.rows))/float32(n)))
			}
		},
		refresh: func() {
			paintRect(c.bar, BoxStyle{Fill: TokenLine, Radius: 1.5})
			c.bar.Hidden = len(c.options) <= len(c.rows)
			for i, r := range c.rows {
				r.show(c.top + i)
			}
		},
	}
}
