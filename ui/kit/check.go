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
	label *canvas.Text
	ring  ring
}

// NewCheck makes a box that is not ticked.
func NewCheck(text string) *Check {
	c := &Check{text: text, rect: canvas.NewRectangle(nil), tick: &canvas.Image{}, label: canvas.NewText("", nil), ring: newRing()}
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
		func() fyne.Size {
			w := U(checkSize)
			if c.text != "" {
				w += U(8) + fyne.MeasureText(c.text, U(TextBody), fyne.TextStyle{}).Width
			}
			return fyne.NewSize(w, U(ControlHeight))
		},
		func(s fyne.Size) {
			y := (s.Height - U(checkSize)) / 2
			placeCheck(c.rect, c.tick, fyne.NewPos(0, y))
			m := c.label.MinSize()
			place(c.label, U(checkSize+8), (s.Height-m.Height)/2, m.Width, m.Height)
			c.ring.around(fyne.NewPos(0, y), usize(checkSize, checkSize), 3)
		},
		func() {
			paintCheck(c.rect, c.tick, c.on)
			if c.invalid {
				paintRect(c.rect, BoxStyle{Fill: TokenSurface, Stroke: TokenError, Radius: 5})
			}
			token := TokenText
			if c.Disabled() {
				token = TokenMuted
			}
			c.label.Text, c.label.TextSize, c.label.Color = c.text, U(TextBody), token.Color()
			c.ring.paint(c.focused, 7, TokenFocus)
		})
}
