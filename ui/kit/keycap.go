package kit

import "fyne.io/fyne/v2"

// NewKeycap shows a shortcut as a small key, as in a search field. The result ignores the pointer.
func NewKeycap(keys string) fyne.CanvasObject {
	return Stack(
		NewBox(BoxStyle{Fill: TokenSurface, Stroke: TokenLine, Radius: 4}),
		Pad(Sides(0, 6), NewText(keys, TextStyle{Size: TextTiny, Token: TokenMuted})),
	)
}
