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
	icon      fyne.Resource // before the words
	after     fyne.Resource // after them: a cross, or a triangle where it opens a list
	tone      Tone          // of a chip that warns; empty: none

	rect  *canvas.Rectangle
	label *canvas.Text
	image *canvas.Image
	tail  *canvas.Image
	ring  ring
}

// NewFilterChip makes a plain chip that can be pressed.
func NewFilterChip(text string, tapped func()) *FilterChip {
	c := &FilterChip{
		text: text, rect: canvas.NewRectangle(nil), label: canvas.NewText("", nil),
		image: &canvas.Image{}, tail: &canvas.Image{}, ring: newRing(),
	}
	c.extend(c, tapped)
	return c
}

// NewFilterSet makes the chip of a filter that is set; pressing it, or Delete, takes the filter away.
func NewFilterSet(text string, remove func()) *FilterChip {
	c := NewFilterChip(text, remove)
	c.selected, c.removable, c.after = true, true, iconCross()
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

// SetIcon puts an icon before the words.
func (c *FilterChip) SetIcon(icon fyne.Resource) *FilterChip {
	c.icon = icon
	return c
}

// SetTone colours a chip that warns of something while it is not selected.
func (c *FilterChip) SetTone(tone Tone) *FilterChip {
	c.tone = tone
	return c
}

// SetOpens marks the chip as one that opens a list.
func (c *FilterChip) SetOpens() *FilterChip {
	c.after = iconDown()
	return c
}

// CreateRenderer implements fyne.Widget.
func (c *FilterChip) CreateRenderer() fyne.WidgetRenderer {
	return newPaint(c, []fyne.CanvasObject{c.rect, c.image, c.label, c.tail, c.ring.rect},
		func() fyne.Size {
			before, text, after := c.widths()
			return fyne.NewSize(before+text+after+U(24), U(FilterHeight))
		}, c.place, c.paint)
}

func (c *FilterChip) widths() (before, text, after float32) {
	if c.icon != nil {
		before = U(17)
	}
	if c.after != nil {
		after = U(13)
	}
	return before, fyne.MeasureText(c.text, U(TextMedium), fyne.TextStyle{}).Width, after
}

func (c *FilterChip) place(s fyne.Size) {
	placeRect(c.rect, fyne.Position{}, s)
	before, text, after := c.widths()
	text = min(text, max(0, s.Width-before-after-U(24)))
	c.label.Text = ellipsis(c.text, text, c.label.TextSize, c.label.TextStyle)
	m := c.label.MinSize()
	x := max(0, (s.Width-before-text-after)/2)
	place(c.image, x, (s.Height-U(13))/2, U(13), U(13))
	place(c.label, x+before, (s.Height-m.Height)/2, m.Width, m.Height)
	place(c.tail, x+before+text+U(5), (s.Height-U(8))/2+U(1), U(8), U(8))
	c.ring.around(fyne.Position{}, s, 2)
}

func (c *FilterChip) paint() {
	style := BoxStyle{Fill: TokenSurface, Stroke: TokenLine, Radius: FilterHeight / 2}
	token := TokenMuted
	switch {
	case c.tone != "":
		style.Fill, style.Stroke, token = c.tone.Ground(), "", c.tone.Text()
		if c.hovered {
			style.Stroke = token
		}
	case c.hovered:
		style.Fill = TokenHover
	}
	if c.selected {
		style.Fill, style.Stroke, token = TokenSelected, "", TokenAccent
	}
	paintRect(c.rect, style)
	c.label.Text, c.label.TextSize, c.label.Color = c.text, U(TextMedium), token.Color()
	for image, icon := range map[*canvas.Image]fyne.Resource{c.image: c.icon, c.tail: c.after} {
		image.Hidden = icon == nil
		if icon != nil {
			image.Resource = tinted(icon, token)
			image.Refresh()
		}
	}
	c.ring.paint(c.focused, FilterHeight/2+2, TokenFocus)
}
