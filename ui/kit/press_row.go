package kit

import "fyne.io/fyne/v2"

// NewPressRow lets a row of a card be pressed as a whole, with the pointer or the keyboard.
func NewPressRow(row fyne.CanvasObject, tapped func()) fyne.CanvasObject {
	a := newArea(tapped, TokenFocus)
	a.radius, a.hover = 4, TokenHover
	return Stack(a, row)
}

// First is the first thing in an object that can have the keyboard; nil where there is none.
func First(o fyne.CanvasObject) fyne.Focusable {
	if all := focusables(o); len(all) > 0 {
		return all[0]
	}
	return nil
}

// Begin gives something the keyboard where nothing has it and nothing lies over the window.
func Begin(c fyne.Canvas, first fyne.Focusable) {
	if first != nil && c.Focused() == nil && c.Overlays().Top() == nil {
		c.Focus(first)
	}
}

// Focus puts the keyboard on a widget in a window; of a card or a row that can be pressed, on what is pressed.
func Focus(o fyne.CanvasObject) {
	if c, ok := o.(*fyne.Container); ok {
		for _, inner := range c.Objects {
			if a, ok := inner.(*area); ok {
				focus(a)
			}
		}
		return
	}
	if w, ok := o.(fyne.Focusable); ok {
		focus(w)
	}
}
