package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// FilterChip is a filter that is set (selected, with a cross to take it away), a choice that can be selected, or a
// button beside such chips (plain). It is 26 high.
type FilterChip struct {
	press
	text      string
	selected  bool
	removable bool

	rect  *canvas.Rectangle
	label *canvas.Text
	ring  ring
}

// NewFilterChip makes a plain chip that can be pressed.
func NewFilterChip(text string, tapped func()) *FilterChip {
	c := &FilterChip{text: text, rect: canvas.NewRectangle(nil), label: canvas.NewText("", nil), ring: newRing()}
	c.extend(c, tapped)
	return c
}

// NewFilterSet makes the chip of a filter that is set; pressing it, or Delete, takes the filter away.
func NewFilterSet(text string, remove func()) *FilterChip {
	c := NewFilterChip(text, remove)
	c.selected, c.removable = true, true
	return c
}

// Selected tells whether the chip is selected.
func (c *FilterChip) Selected() bool { return c.selected }

// SetSelected selects the chip or not.
func (c *FilterChip) SetSelected(on bool) {
	c.selected = on
	c.Refresh()
}

// Text gives the chip's words.
func (c *FilterChip) Text() string { return c.text }

// SetText changes the chip's words.
func (c *FilterChip) SetText(text string) {
	c.text = text
	c.Refresh()
}

// TypedKey implements fyne.Focusable.
func (c *FilterChip) TypedKey(ev *fyne.KeyEvent) {
	if c.removable && (ev.Name == fyne.KeyDelete || ev.Name == fyne.KeyBackspace) {
		c.run()
		return
	}
	c.press.TypedKey(ev)
}

func (c *FilterChip) shown() string {
	if c.removable {
		return c.text + " ✕"
	}
	return c.text
}

// CreateRenderer implements fyne.Widget.
func (c *FilterChip) CreateRenderer() fyne.WidgetRenderer {
	return newPaint(c, []fyne.CanvasObject{c.rect, c.label, c.ring.rect},
		func() fyne.Size {
			w := fyne.MeasureText(c.shown(), U(TextMedium), fyne.TextStyle{}).Width
			return fyne.NewSize(w+U(24), U(FilterHeight))
		},
		func(s fyne.Size) {
			placeRect(c.rect, fyne.Position{}, s)
			m := c.label.MinSize()
			c.label.Resize(m)
			c.label.Move(fyne.NewPos((s.Width-m.Width)/2, (s.Height-m.Height)/2))
			c.ring.around(fyne.Position{}, s, 2)
		}, c.paint)
}

func (c *FilterChip) paint() {
	style := BoxStyle{Fill: TokenSurface, Stroke: TokenLine, Radius: FilterHeight / 2}
	token := TokenMuted
	if c.hovered {
		style.Fill = TokenHover
	}
	if c.selected {
		style.Fill, style.Stroke, token = TokenSelected, "", TokenAccent
	}
	paintRect(c.rect, style)
	c.label.Text, c.label.TextSize, c.label.Color = c.shown(), U(TextMedium), token.Color()
	c.ring.paint(c.focused, FilterHeight/2+2, TokenFocus)
}
