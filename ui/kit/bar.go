package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Bar is a part of a whole, as a rounded bar 8 high.
type Bar struct {
	widget.BaseWidget
	part        float64
	token       Token
	track, fill *canvas.Rectangle
}

// NewBar makes a bar; part is from 0 to 1, the token TokenAccent or TokenGold as a rule.
func NewBar(part float64, token Token) *Bar {
	b := &Bar{token: token, track: canvas.NewRectangle(nil), fill: canvas.NewRectangle(nil)}
	b.ExtendBaseWidget(b)
	b.Set(part)
	return b
}

// Set changes the part; what is over 1 shows as full.
func (b *Bar) Set(part float64) {
	b.part = min(max(part, 0), 1)
	b.Refresh()
}

// Part gives the part that is shown.
func (b *Bar) Part() float64 { return b.part }

// CreateRenderer implements fyne.Widget.
func (b *Bar) CreateRenderer() fyne.WidgetRenderer {
	return newPaint(b, []fyne.CanvasObject{b.track, b.fill},
		func() fyne.Size { return usize(40, 8) },
		func(s fyne.Size) {
			h := U(8)
			y := (s.Height - h) / 2
			placeRect(b.track, fyne.NewPos(0, y), fyne.NewSize(s.Width, h))
			w := s.Width * float32(b.part)
			if b.part > 0 {
				w = max(w, h) // less than its own roundness would not look like a bar
			}
			placeRect(b.fill, fyne.NewPos(0, y), fyne.NewSize(w, h))
		},
		func() {
			paintRect(b.track, BoxStyle{Fill: TokenLine, Radius: 4})
			paintRect(b.fill, BoxStyle{Fill: b.token, Radius: 4})
			b.fill.Hidden = b.part == 0
		})
}

// NewTarget is a target: what it is, how far it is, and the bar under both.
func NewTarget(name, count string, part float64, token Token) fyne.CanvasObject {
	return VStack(5,
		HStack(8, Grow(NewText(name, TextStyle{Cut: true})), NewText(count, TextStyle{Token: TokenMuted})),
		NewBar(part, token))
}

// NewBarRow is one line of a small bar chart: a word, the bar, the number.
func NewBarRow(name, count string, part float64, token Token) fyne.CanvasObject {
	return HStack(8,
		Sized(92, 0, NewText(name, TextStyle{Cut: true})),
		Grow(NewBar(part, token)),
		Sized(24, 0, NewText(count, TextStyle{Align: fyne.TextAlignTrailing})))
}
