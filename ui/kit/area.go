package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// area is a plain area that can be pressed, laid under the content that it stands for.
type area struct {
	press
	focusToken Token
	radius     float32
	hover      Token
	step       func(by int) // of the up and down keys; may be nil
	rect       *canvas.Rectangle
	ring       ring
}

func newArea(act func(), focusToken Token) *area {
	a := &area{focusToken: focusToken, rect: canvas.NewRectangle(nil), ring: newRing(), radius: 7}
	a.extend(a, act)
	return a
}

// TypedKey implements fyne.Focusable.
func (a *area) TypedKey(ev *fyne.KeyEvent) {
	switch {
	case a.step != nil && ev.Name == fyne.KeyUp:
		a.step(-1)
	case a.step != nil && ev.Name == fyne.KeyDown:
		a.step(1)
	default:
		a.press.TypedKey(ev)
	}
}

func (a *area) CreateRenderer() fyne.WidgetRenderer {
	return newPaint(a, []fyne.CanvasObject{a.rect, a.ring.rect},
		func() fyne.Size { return fyne.Size{} },
		func(s fyne.Size) {
			placeRect(a.rect, fyne.Position{}, s)
			a.ring.around(fyne.Position{}, s, 0)
		},
		func() {
			style := BoxStyle{Radius: a.radius}
			if a.hovered {
				style.Fill = a.hover
			}
			paintRect(a.rect, style)
			a.ring.paint(a.focused, a.radius, a.focusToken)
		})
}
