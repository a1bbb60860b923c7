package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Sheet is a card over the window without a question, such as the box of Go anywhere. Esc or a click beside it closes
// it, and the keyboard is then where it was before.
type Sheet struct {
	widget.BaseWidget
	canvas  fyne.Canvas
	veil    *canvas.Rectangle
	card    *canvas.Rectangle
	body    fyne.CanvasObject
	content fyne.CanvasObject // the body with its margin
	focus   fyne.Focusable
	width   float32
	keys    func(*fyne.KeyEvent)
	closed  func()
}

// ShowSheet opens a sheet of a width (at scale 1) on a window's canvas, with the keyboard at focus. closed is called
// when it goes, whatever closed it; it may be nil.
func ShowSheet(on fyne.Canvas, content fyne.CanvasObject, focus fyne.Focusable, width float32, closed func()) *Sheet {
	s := &Sheet{
		canvas: on, veil: canvas.NewRectangle(nil), card: canvas.NewRectangle(nil), body: content, content: Pad(Even(14), content),
		focus: focus, width: width, closed: closed,
	}
	s.ExtendBaseWidget(s)
	s.keys = on.OnTypedKey()
	on.SetOnTypedKey(func(ev *fyne.KeyEvent) {
		if ev.Name == fyne.KeyEscape {
			s.Close()
		}
	})
	on.Overlays().Add(s)
	s.Resize(on.Size())
	on.Focus(focus)
	return s
}

// Content gives what the sheet shows.
func (s *Sheet) Content() fyne.CanvasObject { return s.body }

// Close takes the sheet away.
func (s *Sheet) Close() {
	s.canvas.SetOnTypedKey(s.keys)
	s.canvas.Overlays().Remove(s)
	if s.closed != nil {
		s.closed()
	}
}

// Tapped implements fyne.Tappable: beside the card it closes the sheet, on the card the keyboard stays where it belongs.
func (s *Sheet) Tapped(ev *fyne.PointEvent) {
	at, size := s.card.Position(), s.card.Size()
	if ev.Position.X < at.X || ev.Position.Y < at.Y || ev.Position.X > at.X+size.Width || ev.Position.Y > at.Y+size.Height {
		s.Close()
		return
	}
	s.canvas.Focus(s.focus)
}

// CreateRenderer implements fyne.Widget.
func (s *Sheet) CreateRenderer() fyne.WidgetRenderer {
	return newPaint(s, []fyne.CanvasObject{s.veil, s.card, s.content},
		func() fyne.Size { return fyne.Size{} },
		func(room fyne.Size) {
			placeRect(s.veil, fyne.Position{}, room)
			w := min(U(s.width), room.Width-U(40))
			h := min(s.content.MinSize().Height, room.Height-U(80))
			x, y := floor((room.Width-w)/2), floor(min(U(90), max(U(20), (room.Height-h)/2)))
			place(s.content, x, y, w, h)
			placeRect(s.card, fyne.NewPos(x, y), fyne.NewSize(w, h))
		},
		func() {
			paintRect(s.veil, BoxStyle{Fill: TokenVeil})
			paintRect(s.card, BoxStyle{Fill: TokenSurface, Radius: CardRadius, Shadow: true})
		})
}
