package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// StatusBar is the line at the bottom of the window: a dot, what is going on, and a hint at the right. 26 high.
type StatusBar struct {
	widget.BaseWidget
	dot         *Box
	text, right *Text
	content     fyne.CanvasObject
}

// NewStatusBar makes an empty status bar.
func NewStatusBar() *StatusBar {
	b := &StatusBar{
		dot:   NewBox(dotStyle(TokenOk)),
		text:  NewText("", TextStyle{Size: TextSmall, Token: TokenMuted, Cut: true}),
		right: NewText("", TextStyle{Size: TextSmall, Token: TokenMuted}),
	}
	b.ExtendBaseWidget(b)
	b.content = Sized(0, StatusHeight, Stack(
		NewBox(BoxStyle{Fill: TokenSurface}),
		Framed(Borders{Top: NewLine()}, Pad(Sides(0, PageMargin), HStack(6, b.dot, Grow(b.text), b.right))),
	))
	return b
}

func dotStyle(token Token) BoxStyle { return BoxStyle{Fill: token, Radius: 3.5, Width: 7, Height: 7} }

// Set changes the dot's colour and the text.
func (b *StatusBar) Set(dot Token, text string) {
	b.dot.SetStyle(dotStyle(dot))
	b.text.SetText(text)
}

// SetRight changes the hint at the right.
func (b *StatusBar) SetRight(text string) {
	b.right.SetText(text)
	b.content.Refresh()
}

// Text gives what the bar says.
func (b *StatusBar) Text() string { return b.text.Text() }

// CreateRenderer implements fyne.Widget.
func (b *StatusBar) CreateRenderer() fyne.WidgetRenderer { return newWrap(b, b.content, nil) }
