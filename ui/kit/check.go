package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Check is a box that is ticked or not, with words beside it. Its value is "true" or "false".
type Check struct {
	press
	edits
	text    string
	on      bool
	invalid bool

	rect  *canvas.Rectangle
	tick  *canvas.Image
	label *Text
	width float32 // the last one, which decides into how many lines the words go
	ring  ring
}

// checkLeast is how wide a Check asks to be at most, at scale 1: longer words go on in the next line where there is no room.
const checkLeast = 260

// NewCheck makes a box that is not ticked.
func NewCheck(text string) *Check {
	c := &Check{text: text, rect: canvas.NewRectangle(nil), tick: &canvas.Image{}, label: NewText(text, TextStyle{Wrap: true}), ring: newRing()}
	c.extend(c, func() {
		c.on = !c.on
		c.Refresh()
		c.tell()
	})
	return c
}

// Text gives the words beside the box.
func (c *Check) Text() string { return c.text }

// On tells whether the box is ticked.
func (c *Check) On() bool { return c.on }

// Value implements Control.
func (c *Check) Value() string {
	if c.on {
		return "true"
	}
	return "false"
}

// SetValue implements Control.
func (c *Check) SetValue(v string) {
	c.on = v == "true"
	c.Refresh()
}

// SetInvalid implements Control.
func (c *Check) SetInvalid(on bool) {
	c.invalid = on
	c.Refresh()
}

// SetEnabled implements Control.
func (c *Check) SetEnabled(on bool) {
	if on {
		c.Enable()
	} else {
		c.Disable()
	}
}

// Target implements Control.
func (c *Check) Target() fyne.Focusable { return c }

// CreateRenderer implements fyne.Widget.
func (c *Check) CreateRenderer() fyne.WidgetRenderer {
	return newPaint(c, []fyne.CanvasObject{c.rect, c.tick, c.label, c.ring.rect},
		c.least, c.place,
		func() {
			paintCheck(c.rect, c.tick, c.on)
			if c.invalid {
				paintRect(c.rect, BoxStyle{Fill: TokenSurface, Stroke: TokenError, Radius: 5})
			}
			token := TokenText
			if c.Disabled() {
				token = TokenMuted
			}
			c.label.style.Token = token
			c.label.Refresh()
			c.ring.paint(c.focused, 7, TokenFocus)
		})
}

// beside is where the words begin.
func (c *Check) beside() float32 { return U(checkSize + 8) }

func (c *Check) least() fyne.Size {
	if c.text == "" {
		return usize(checkSize, ControlHeight)
	}
	width := c.beside() + fyne.MeasureText(c.text, U(TextBody), fyne.TextStyle{}).Width
	if width <= c.width || c.width == 0 {
		return fyne.NewSize(min(width, U(checkLeast)), U(ControlHeight))
	}
	return fyne.NewSize(min(width, U(checkLeast)), max(U(ControlHeight), c.label.MinSize().Height+U(8)))
}

func (c *Check) place(s fyne.Size) {
	c.width = s.Width
	width := max(0, s.Width-c.beside())
	c.label.Resize(fyne.NewSize(width, s.Height))
	words := c.label.MinSize().Height
	top := floor((s.Height - words) / 2)
	place(c.label, c.beside(), top, width, words)
	y := (s.Height - U(checkSize)) / 2
	if n := len(c.label.lines); n > 1 { // beside the first line
		y = floor(top + (words/float32(n)-U(checkSize))/2)
	}
	placeCheck(c.rect, c.tick, fyne.NewPos(0, y))
	c.ring.around(fyne.NewPos(0, y), usize(checkSize, checkSize), 3)
}
