package kit

import (
	"fyne.io/fyne/v2"
)

// NewHeading makes a section's heading: small, bold, in capitals, muted.
func NewHeading(text string) *Text {
	return NewText(text, TextStyle{Size: TextSmall, Bold: true, Caps: true, Token: TokenMuted, Cut: true})
}

// NewDefinition makes a row of a name and what it is, for records that are only read.
func NewDefinition(name, value string) fyne.CanvasObject {
	return Share(14, []float32{1, 2},
		NewText(name, TextStyle{Token: TokenMuted, Wrap: true}),
		NewText(value, TextStyle{Wrap: true}))
}

// NewListRow makes a row of a card: something at the left, what it says, something at the right, a line under it unless
// it is the last. Left and right may be nil.
func NewListRow(left, middle, right fyne.CanvasObject, last bool) fyne.CanvasObject {
	row := HStack(10)
	if left != nil {
		row.Add(left)
	}
	row.Add(Grow(middle))
	if right != nil {
		row.Add(right)
	}
	b := Borders{Bottom: NewLine()}
	if last {
		b.Bottom = nil
	}
	return Sized(0, 34, Framed(b, row))
}

// NewDot makes a small square mark in a tone, as before the lines of a check list.
func NewDot(token Token) fyne.CanvasObject {
	return NewBox(BoxStyle{Fill: token, Radius: 2, Width: 8, Height: 8})
}
