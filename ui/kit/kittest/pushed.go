package kittest

import (
	"fmt"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

// Settle lays out anew what asks for another size than it has, as a window does before it draws and the window of tests does not: a
// view that scrolls learns how far.
func Settle(o fyne.CanvasObject) {
	if o == nil || !o.Visible() {
		return
	}
	switch o := o.(type) {
	case *fyne.Container:
		for _, child := range o.Objects {
			Settle(child)
		}
		if o.Layout != nil {
			o.Layout.Layout(o.Objects, o.Size())
		}
	case *container.Scroll:
		Settle(o.Content)
		o.Refresh()
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(o).Objects() {
			Settle(child)
		}
		test.WidgetRenderer(o).Layout(o.Size())
	}
}

// Pushed gives a sentence for each text, picture and control that lies, wholly or in part, outside of what it stands in: the window, a
// pane, a card, a row, which is where it is cut off or lies over its neighbour. What one can scroll to is not outside, nor
// what is clipped on purpose.
func Pushed(o fyne.CanvasObject) []string {
	p := pushing{}
	room := area{high: fyne.NewPos(o.Size().Width, o.Size().Height)}
	p.at(o, fyne.Position{}.Subtract(o.Position()), room)
	return p.found
}

type pushing struct{ found []string }

// at looks at an object and what is in it; pos is where its parent is, and room what all that it stands in leaves it.
func (p *pushing) at(o fyne.CanvasObject, pos fyne.Position, room area) {
	if o == nil || !o.Visible() {
		return
	}
	pos = pos.Add(o.Position())
	here := area{pos, pos.Add(o.Size())}
	if what := shown(o); what != "" {
		if seen := occupied(o, here); !seen.within(room) {
			p.found = append(p.found, fmt.Sprintf("%s is pushed out of its pane: it is at %s, and there is room at %s", what, seen, room))
			return
		}
	}
	inner := room.cut(here)
	var children []fyne.CanvasObject
	switch o := o.(type) {
	case *container.Clip:
		return // such as a header, which goes with what is scrolled under it
	case *container.Scroll:
		inner = scrolled(inner, o.Direction)
		children = test.WidgetRenderer(o).Objects()
	case *fyne.Container:
		children = o.Objects
	case fyne.Widget:
		children = test.WidgetRenderer(o).Objects()
	}
	for _, child := range children {
		p.at(child, pos, inner)
	}
}

// scrolled is an area without end where one can scroll.
func scrolled(a area, direction container.ScrollDirection) area {
	if direction == container.ScrollBoth || direction == container.ScrollHorizontalOnly {
		a.low.X, a.high.X = -math.MaxFloat32, math.MaxFloat32
	}
	if direction == container.ScrollBoth || direction == container.ScrollVerticalOnly {
		a.low.Y, a.high.Y = -math.MaxFloat32, math.MaxFloat32
	}
	return a
}

// shown says what an object is that somebody has to see whole; "" of what is decoration, or holds others.
func shown(o fyne.CanvasObject) string {
	switch o := o.(type) {
	case *canvas.Text:
		if o.Text != "" {
			return fmt.Sprintf("%q", o.Text)
		}
	case *canvas.Image:
		return "a picture"
	case fyne.Focusable:
		return fmt.Sprintf("a %T", o)
	}
	return ""
}

// occupied is the part of an object's area that is drawn on: a text can be given more room than it needs.
func occupied(o fyne.CanvasObject, a area) area {
	text, ok := o.(*canvas.Text)
	if !ok {
		return a
	}
	need := text.MinSize()
	spare := fyne.NewSize(max(0, a.high.X-a.low.X-need.Width), max(0, a.high.Y-a.low.Y-need.Height))
	switch text.Alignment {
	case fyne.TextAlignTrailing:
		a.low.X += spare.Width
	case fyne.TextAlignCenter:
		a.low.X += spare.Width / 2
		a.high.X -= spare.Width / 2
	default:
		a.high.X -= spare.Width
	}
	a.low.Y += spare.Height / 2
	a.high.Y -= spare.Height / 2
	return a
}

func (a area) String() string {
	return fmt.Sprintf("%.0f,%.0f–%.0f,%.0f", a.low.X, a.low.Y, a.high.X, a.high.Y)
}
