package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Banner is a line over a screen that stays, such as "these people are invented", with an optional link.
type Banner struct {
	widget.BaseWidget
	text    *Text
	content fyne.CanvasObject
}

// NewBanner makes a banner in a tone. action may be nil; then there is no link.
func NewBanner(tone Tone, text, link string, action func()) *Banner {
	b := &Banner{text: NewText(text, TextStyle{Size: TextMedium, Token: tone.Text(), Cut: true})}
	b.ExtendBaseWidget(b)
	row := HStack(12, Grow(b.text))
	if action != nil {
		row.Add(NewLink(link, action).SetTextSize(TextMedium).SetToken(tone.Text()))
	}
	b.content = Sized(0, 30, Stack(
		NewBox(BoxStyle{Fill: tone.Ground()}),
		Pad(Sides(0, PageMargin), row),
	))
	return b
}

// SetText changes what the banner says.
func (b *Banner) SetText(s string) { b.text.SetText(s) }

// CreateRenderer implements fyne.Widget.
func (b *Banner) CreateRenderer() fyne.WidgetRenderer { return newWrap(b, b.content, nil) }
