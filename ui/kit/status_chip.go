package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// StatusChip is a state as a word on its colour, about 18 high.
type StatusChip struct {
	widget.BaseWidget
	text string
	tone Tone

	rect  *canvas.Rectangle
	label *canvas.Text
}

// NewStatusChip makes a chip.
func NewStatusChip(text string, tone Tone) *StatusChip {
	c := &StatusChip{text: text, tone: tone, rect: canvas.NewRectangle(nil), label: canvas.NewText("", nil)}
	c.ExtendBaseWidget(c)
	return c
}

// Set changes word and tone.
func (c *StatusChip) Set(text string, tone Tone) {
	c.text, c.tone = text, tone
	c.Refresh()
}

// Text gives the chip's word.
func (c *StatusChip) Text() string { return c.text }

// CreateRenderer implements fyne.Widget.
func (c *StatusChip) CreateRenderer() fyne.WidgetRenderer {
	return newPaint(c, []fyne.CanvasObject{c.rect, c.label},
		func() fyne.Size { return chipSize(c.text) },
		func(s fyne.Size) { placeChip(c.rect, c.label, fyne.Position{}, s) },
		func() { paintChip(c.rect, c.label, c.text, c.tone) })
}

func chipSize(text string) fyne.Size {
	return fyne.NewSize(fyne.MeasureText(text, U(TextSmall), fyne.TextStyle{}).Width+U(18), U(ChipHeight))
}

// paintChip and placeChip draw a chip with two canvas objects; table rows use them without a widget for each cell.
func paintChip(rect *canvas.Rectangle, label *canvas.Text, text string, tone Tone) {
	paintRect(rect, BoxStyle{Fill: tone.Ground(), Radius: ChipHeight / 2})
	label.Text, label.TextSize, label.Color = text, U(TextSmall), tone.Text().Color()
}

func placeChip(rect *canvas.Rectangle, label *canvas.Text, pos fyne.Position, s fyne.Size) {
	placeRect(rect, pos, s)
	m := label.MinSize()
	label.Resize(m)
	label.Move(pos.AddXY((s.Width-m.Width)/2, (s.Height-m.Height)/2))
}

// NewTag makes a small outlined mark, such as a language's code; a tone other than ToneNeutral colours it, faint pales it.
func NewTag(text string, tone Tone, faint bool) fyne.CanvasObject {
	token, stroke := TokenText, TokenLine
	if tone == ToneReported {
		tone = ToneHeld // the other's text is written on its own ground alone
	}
	switch {
	case tone != ToneNeutral:
		token, stroke = tone.Text(), tone.Dot()
	case faint:
		token = TokenMuted
	}
	return Stack(
		NewBox(BoxStyle{Stroke: stroke, Radius: 4, Height: 16}),
		Pad(Sides(0, 6), NewText(text, TextStyle{Size: TextTiny, Token: token})),
	)
}
