package kit

import "fyne.io/fyne/v2"

// NewPressRow lets a row of a card be pressed as a whole, with the pointer or the keyboard.
func NewPressRow(row fyne.CanvasObject, tapped func()) fyne.CanvasObject {
	a := newArea(tapped, TokenFocus)
	a.radius, a.hover = 4, TokenHover
	return Stack(a, row)
}
