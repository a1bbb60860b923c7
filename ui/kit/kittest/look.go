package kittest

import (
	"fmt"
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

// ReadableContrast is what WCAG 2.2 asks of texts (1.4.3, level AA).
const ReadableContrast = 4.5

// area is a part of the window.
type area struct{ low, high fyne.Position }

func (a area) within(b area) bool {
	return a.low.X >= b.low.X-1 && a.low.Y >= b.low.Y-1 && a.high.X <= b.high.X+1 && a.high.Y <= b.high.Y+1
}

func (a area) cut(b area) area {
	return area{
		fyne.NewPos(max(a.low.X, b.low.X), max(a.low.Y, b.low.Y)),
		fyne.NewPos(min(a.high.X, b.high.X), min(a.high.Y, b.high.Y)),
	}
}

// drawn is a text or a rectangle, where it is, and the widget that draws it.
type drawn struct {
	object fyne.CanvasObject
	area   area
	widget area
}

// look collects what is seen of an object and what is in it, lowest first.
type look struct {
	out []drawn
}

func (l *look) at(o fyne.CanvasObject, pos fyne.Position, view, widget area) {
	if o == nil || !o.Visible() {
		return
	}
	pos = pos.Add(o.Position())
	here := area{pos, pos.Add(o.Size())}
	switch o := o.(type) {
	case *fyne.Container:
		for _, child := range o.Objects {
			l.at(child, pos, view, widget)
		}
		return
	case *canvas.Text, *canvas.Rectangle:
		if here.within(view) {
			l.out = append(l.out, drawn{o, here, widget})
		}
		return
	case *container.Scroll:
		view = view.cut(here)
	}
	if w, ok := o.(fyne.Widget); ok {
		for _, child := range test.WidgetRenderer(w).Objects() {
			l.at(child, pos, view, here)
		}
	}
}

func lookAt(o fyne.CanvasObject) []drawn {
	var l look
	all := area{high: fyne.NewPos(o.Size().Width, o.Size().Height)}
	l.at(o, fyne.Position{}.Subtract(o.Position()), all, all)
	return l.out
}

// Unreadable gives a sentence for each text in an object that has too little contrast with what it stands on, and how
// many texts were looked at. The object must have its size; a ground is a rectangle that is not seen through.
func Unreadable(o fyne.CanvasObject) (found []string, texts int) {
	all := lookAt(o)
	for i, d := range all {
		text, ok := d.object.(*canvas.Text)
		if !ok || text.Text == "" {
			continue
		}
		texts++
		ground := under(all[:i], d.area)
		if ground == nil {
			found = append(found, fmt.Sprintf("%q stands on nothing", text.Text))
			continue
		}
		if c := Contrast(blend(text.Color, ground), ground); c < ReadableContrast {
			found = append(found, fmt.Sprintf("%q has a contrast of %.2f", text.Text, c))
		}
	}
	return found, texts
}

// Overflowing gives a sentence for each text in an object that is wider than the widget that draws it, and for what is pushed out of
// its pane; see [Pushed].
func Overflowing(o fyne.CanvasObject) (found []string) {
	found = Pushed(o)
	for _, d := range lookAt(o) {
		text, ok := d.object.(*canvas.Text)
		if !ok || text.Text == "" {
			continue
		}
		wide := text.MinSize().Width
		if wide > d.area.high.X-d.area.low.X+1 && d.area.low.X+wide > d.widget.high.X+1 {
			found = append(found, fmt.Sprintf("%q is %.0f wide and has %.0f", text.Text, wide, d.widget.high.X-d.area.low.X))
		}
	}
	return found
}

// under gives the colour of the uppermost ground below the middle of an area.
func under(below []drawn, a area) color.Color {
	mid := fyne.NewPos((a.low.X+a.high.X)/2, (a.low.Y+a.high.Y)/2)
	for i := len(below) - 1; i >= 0; i-- {
		rect, ok := below[i].object.(*canvas.Rectangle)
		if !ok || rect.FillColor == nil {
			continue
		}
		if _, _, _, alpha := rect.FillColor.RGBA(); alpha < 0xFFFF {
			continue
		}
		if b := below[i].area; (area{mid, mid}).within(b) {
			return rect.FillColor
		}
	}
	return nil
}

// Contrast is WCAG's contrast of two colours, from 1 to 21.
func Contrast(a, b color.Color) float64 {
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

func luminance(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	channel := func(v uint32) float64 {
		f := float64(v) / 0xFFFF
		if f <= 0.04045 {
			return f / 12.92
		}
		return math.Pow((f+0.055)/1.055, 2.4)
	}
	return 0.2126*channel(r) + 0.7152*channel(g) + 0.0722*channel(b)
}

// blend is a colour as it looks on a ground, where it can be seen through.
func blend(c, ground color.Color) color.Color {
	r, g, b, a := c.RGBA() // alpha-premultiplied
	gr, gg, gb, _ := ground.RGBA()
	mix := func(v, under uint32) uint16 { return uint16(v + under*(0xFFFF-a)/0xFFFF) }
	return color.RGBA64{R: mix(r, gr), G: mix(g, gg), B: mix(b, gb), A: 0xFFFF}
}
