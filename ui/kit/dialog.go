package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// DialogParams is what a dialog is made from.
type DialogParams struct {
	Title, Text string
	Body        fyne.CanvasObject // instead of, or under, the text; may be nil
	Yes, No     string            // No is left out for a message
	Danger      bool              // Yes does something that cannot be undone: then the focus begins on No
	OnYes       func()
	OnNo        func()
	Keep        func() bool // asked before Yes closes: true keeps the dialog open; may be nil
	Width       float32     // at scale 1; 420 when zero
}

// Dialog is a question or a message over the window. Enter says yes, Esc no; Tab stays inside.
type Dialog struct {
	widget.BaseWidget
	p       DialogParams
	canvas  fyne.Canvas
	yes, no *Button
	veil    *canvas.Rectangle
	card    *canvas.Rectangle
	content fyne.CanvasObject
	keys    func(*fyne.KeyEvent)
}

// ShowDialog opens a dialog on a window's canvas.
func ShowDialog(on fyne.Canvas, p DialogParams) *Dialog {
	if p.Width == 0 {
		p.Width = 420
	}
	d := &Dialog{p: p, canvas: on, veil: canvas.NewRectangle(nil), card: canvas.NewRectangle(nil)}
	d.ExtendBaseWidget(d)
	kind := ButtonPrimary
	if p.Danger {
		kind = ButtonDanger
	}
	d.yes = NewButton(kind, p.Yes, d.accept)
	d.no = NewButton(ButtonSecondary, p.No, d.refuse)
	d.no.Hidden = p.No == ""
	parts := VStack(10, NewText(p.Title, TextStyle{Size: TextTitle, Bold: true, Wrap: true}))
	if p.Text != "" {
		parts.Add(NewText(p.Text, TextStyle{Wrap: true}))
	}
	if p.Body != nil {
		parts.Add(p.Body)
	}
	parts.Add(Pad(Inset{Top: 8}, HStack(8, NewSpring(), d.no, d.yes)))
	d.content = Pad(Even(20), parts)
	d.keys = on.OnTypedKey()
	on.SetOnTypedKey(d.key)
	on.Overlays().Add(d)
	d.Resize(on.Size())
	if p.Danger && p.No != "" {
		on.Focus(d.no)
	} else {
		on.Focus(d.yes)
	}
	return d
}

// key gets the keys that the focused widget of the dialog has no use for.
func (d *Dialog) key(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyEscape:
		d.refuse()
	case fyne.KeyReturn, fyne.KeyEnter:
		d.accept()
	}
}

func (d *Dialog) accept() {
	if d.p.Keep != nil && d.p.Keep() {
		return
	}
	d.Close()
	if d.p.OnYes != nil {
		d.p.OnYes()
	}
}

func (d *Dialog) refuse() {
	d.Close()
	if d.p.OnNo != nil {
		d.p.OnNo()
	}
}

// Close takes the dialog away without an answer.
func (d *Dialog) Close() {
	d.canvas.SetOnTypedKey(d.keys)
	d.canvas.Overlays().Remove(d)
}

// Tapped implements fyne.Tappable, so that a click beside the card does not reach the window.
func (d *Dialog) Tapped(*fyne.PointEvent) {}

// CreateRenderer implements fyne.Widget.
func (d *Dialog) CreateRenderer() fyne.WidgetRenderer {
	return newPaint(d, []fyne.CanvasObject{d.veil, d.card, d.content},
		func() fyne.Size { return fyne.Size{} },
		func(s fyne.Size) {
			placeRect(d.veil, fyne.Position{}, s)
			w := min(U(d.p.Width), s.Width-U(40))
			place(d.content, 0, 0, w, d.content.MinSize().Height) // what wraps learns its width
			h := min(d.content.MinSize().Height, s.Height-U(40))
			x, y := floor((s.Width-w)/2), floor((s.Height-h)/3)
			place(d.content, x, y, w, h)
			placeRect(d.card, fyne.NewPos(x, y), fyne.NewSize(w, h))
		},
		func() {
			paintRect(d.veil, BoxStyle{Fill: TokenVeil})
			paintRect(d.card, BoxStyle{Fill: TokenSurface, Radius: CardRadius, Shadow: true})
		})
}
