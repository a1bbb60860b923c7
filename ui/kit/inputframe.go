package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// inputFrame is the box of a control: 32 high, radius 8, a 2 px ring when focused, red when wrong.
type inputFrame struct {
	widget.BaseWidget
	focused, invalid, disabled bool

	rect  *canvas.Rectangle
	inner fyne.CanvasObject
	inset Inset
}

// newInputFrame puts a frame around something.
func newInputFrame(inset Inset, inner fyne.CanvasObject) *inputFrame {
	f := &inputFrame{rect: canvas.NewRectangle(nil), inner: inner, inset: inset}
	f.ExtendBaseWidget(f)
	return f
}

// newEntryFrame frames an input, with something at its right, and follows its focus.
func newEntryFrame(in *input, right fyne.CanvasObject) *inputFrame {
	var inner fyne.CanvasObject = in
	if !in.MultiLine {
		inner = withoutBars(in)
	}
	if right != nil {
		inner = Framed(Borders{Right: right}, inner)
	}
	f := newInputFrame(Inset{Left: 4, Right: 4}, inner)
	told := in.onFocus
	in.onFocus = func(on bool) {
		f.setFocused(on)
		if told != nil {
			told(on)
		}
	}
	return f
}

func (f *inputFrame) setFocused(on bool) {
	f.focused = on
	f.Refresh()
}

func (f *inputFrame) setInvalid(on bool) {
	if f.invalid != on {
		f.invalid = on
		f.Refresh()
	}
}

// Held implements Holder.
func (f *inputFrame) Held() []fyne.CanvasObject { return []fyne.CanvasObject{f.inner} }

func (f *inputFrame) CreateRenderer() fyne.WidgetRenderer {
	p := newPaint(f, []fyne.CanvasObject{f.rect, f.inner},
		func() fyne.Size {
			return f.inset.MinSize([]fyne.CanvasObject{f.inner}).Max(fyne.NewSize(0, U(ControlHeight)))
		},
		func(s fyne.Size) {
			placeRect(f.rect, fyne.Position{}, s)
			m := f.inner.MinSize()
			in := f.inset
			h := s.Height
			if m.Height <= U(ControlHeight)+1 { // one line: centred
				h = min(m.Height, s.Height)
			}
			place(f.inner, U(in.Left), (s.Height-h)/2, max(0, s.Width-U(in.Left+in.Right)), h)
		}, f.paint)
	return p
}

func (f *inputFrame) paint() {
	style := BoxStyle{Fill: TokenSurface, Stroke: TokenLine, Radius: ControlRadius}
	switch {
	case f.focused:
		style.Stroke, style.StrokeWidth = TokenFocus, 2
	case f.invalid:
		style.Stroke = TokenError
	}
	if f.disabled {
		style.Fill = TokenHover
	}
	paintRect(f.rect, style)
}
