package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// BoxStyle is how a Box looks.
type BoxStyle struct {
	Fill, Stroke  Token   // nothing when empty
	StrokeWidth   float32 // at scale 1; 1 when zero and there is a stroke
	Radius        float32
	Shadow        bool
	Width, Height float32 // least size at scale 1
}

// Box is a rectangle that follows the theme.
type Box struct {
	widget.BaseWidget
	style BoxStyle
	rect  *canvas.Rectangle
}

// NewBox makes a box.
func NewBox(style BoxStyle) *Box {
	b := &Box{style: style, rect: canvas.NewRectangle(nil)}
	b.ExtendBaseWidget(b)
	return b
}

// NewLine makes a thin horizontal line.
func NewLine() *Box { return NewBox(BoxStyle{Fill: TokenLine, Height: 1}) }

// NewUpright makes a thin vertical line.
func NewUpright() *Box { return NewBox(BoxStyle{Fill: TokenLine, Width: 1}) }

// NewSpace makes an empty space of a size at scale 1.
func NewSpace(w, h float32) *Box { return NewBox(BoxStyle{Width: w, Height: h}) }

// SetStyle changes the look.
func (b *Box) SetStyle(style BoxStyle) {
	if b.style == style {
		return
	}
	b.style = style
	b.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (b *Box) CreateRenderer() fyne.WidgetRenderer {
	return newPaint(b, []fyne.CanvasObject{b.rect},
		func() fyne.Size { return usize(b.style.Width, b.style.Height) },
		func(s fyne.Size) { placeRect(b.rect, fyne.Position{}, s) },
		func() { paintRect(b.rect, b.style) })
}

// paintRect brings a style into a canvas rectangle.
func paintRect(r *canvas.Rectangle, style BoxStyle) {
	r.FillColor, r.StrokeColor, r.StrokeWidth = TokenNone.Color(), nil, 0
	if style.Fill != "" {
		r.FillColor = style.Fill.Color()
	}
	if style.Stroke != "" {
		r.StrokeColor = style.Stroke.Color()
		r.StrokeWidth = U(max(style.StrokeWidth, 1))
	}
	r.CornerRadius = U(style.Radius)
	r.Shadow = canvas.Shadow{}
	if style.Shadow {
		r.Shadow = canvas.Shadow{Color: TokenShadow.Color(), BlurRadius: U(2), Offset: fyne.NewPos(0, U(1))}
	}
}

// placeRect puts a rectangle. The window's painter draws a stroke inside of the edge.
func placeRect(r *canvas.Rectangle, pos fyne.Position, s fyne.Size) {
	r.Move(pos)
	r.Resize(s.Max(fyne.Size{})) // painters cannot draw less than nothing
}
