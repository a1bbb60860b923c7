package main

import (
	"fmt"
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"primadesk/ui/kit"
)

// drawn is what is seen of the window, lowest first.
type drawn struct {
	object   fyne.CanvasObject
	pos, end fyne.Position
}

// walk collects texts and filled rectangles with their places in the window, cut where they scroll out of view.
func walk(o fyne.CanvasObject, at, low, high fyne.Position, out *[]drawn) {
	if o == nil || !o.Visible() {
		return
	}
	at = at.Add(o.Position())
	end := at.Add(o.Size())
	switch o := o.(type) {
	case *fyne.Container:
		for _, child := range o.Objects {
			walk(child, at, low, high, out)
		}
		return
	case *container.Scroll:
		low, high = fyne.NewPos(max(low.X, at.X), max(low.Y, at.Y)), fyne.NewPos(min(high.X, end.X), min(high.Y, end.Y))
	case *canvas.Text, *canvas.Rectangle:
		if at.X >= low.X && at.Y >= low.Y && end.X <= high.X+1 && end.Y <= high.Y+1 {
			*out = append(*out, drawn{o, at, end})
		}
		return
	}
	if w, ok := o.(fyne.Widget); ok {
		for _, child := range test.WidgetRenderer(w).Objects() {
			walk(child, at, low, high, out)
		}
	}
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

// Each text on each page stands on a ground that it can be read on (WCAG 2, 1.4.3), as drawn: whatever widget draws it,
// and on whatever that is put.
func TestTextsCanBeRead(t *testing.T) {
	d, win := open(t)
	texts := 0
	for _, look := range []kit.Look{kit.LookLight, kit.LookDark} {
		for _, p := range pages() {
			d.page, d.look = p.id, kit.ThemeParams{Look: look, Scale: 1}
			d.apply()
			d.rebuild()
			var all []drawn
			walk(win.Content(), fyne.Position{}, fyne.Position{}, fyne.NewPos(1366, 768), &all)
			for i, o := range all {
				text, ok := o.object.(*canvas.Text)
				if !ok || text.Text == "" {
					continue
				}
				texts++
				if ground := under(all[:i], o); ground != nil {
					a, b := luminance(text.Color), luminance(ground)
					if c := (max(a, b) + 0.05) / (min(a, b) + 0.05); c < 4.5 {
						t.Errorf("%s, %s: %q has a contrast of %.2f", look, p.id, text.Text, c)
					}
				} else {
					t.Errorf("%s, %s: %q stands on nothing", look, p.id, text.Text)
				}
			}
		}
	}
	if texts < 500 {
		t.Error(fmt.Sprint("only ", texts, " texts were looked at"))
	}
}

// under gives the colour of the uppermost ground below the middle of a text.
func under(below []drawn, text drawn) color.Color {
	mid := fyne.NewPos((text.pos.X+text.end.X)/2, (text.pos.Y+text.end.Y)/2)
	for i := len(below) - 1; i >= 0; i-- {
		rect, ok := below[i].object.(*canvas.Rectangle)
		if !ok || rect.FillColor == nil {
			continue
		}
		if _, _, _, alpha := rect.FillColor.RGBA(); alpha < 0xFFFF {
			continue
		}
		if p, e := below[i].pos, below[i].end; mid.X >= p.X && mid.Y >= p.Y && mid.X <= e.X && mid.Y <= e.Y {
			return rect.FillColor
		}
	}
	return nil
}
