package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Stack puts objects over each other at the same size.
func Stack(objs ...fyne.CanvasObject) *fyne.Container { return container.NewStack(objs...) }

// Borders are the objects around the middle; each may be nil.
type Borders struct{ Top, Bottom, Left, Right fyne.CanvasObject }

// Framed puts objects around a middle, without gaps (Fyne's border layout leaves some).
func Framed(b Borders, middle fyne.CanvasObject) *fyne.Container {
	var objs []fyne.CanvasObject
	for _, o := range []fyne.CanvasObject{b.Top, b.Left, middle, b.Right, b.Bottom} { // the order of Tab
		if o != nil {
			objs = append(objs, o)
		}
	}
	return container.New(&frame{b, middle}, objs...)
}

type frame struct {
	Borders
	middle fyne.CanvasObject
}

func minOf(o fyne.CanvasObject) fyne.Size {
	if o == nil || !o.Visible() {
		return fyne.Size{}
	}
	return o.MinSize()
}

func (f *frame) MinSize([]fyne.CanvasObject) fyne.Size {
	top, bottom, left, right, mid := minOf(f.Top), minOf(f.Bottom), minOf(f.Left), minOf(f.Right), minOf(f.middle)
	return fyne.NewSize(
		max(top.Width, bottom.Width, left.Width+mid.Width+right.Width),
		top.Height+bottom.Height+max(left.Height, mid.Height, right.Height))
}

func (f *frame) Layout(_ []fyne.CanvasObject, s fyne.Size) {
	top, bottom := minOf(f.Top).Height, minOf(f.Bottom).Height
	left, right := minOf(f.Left).Width, minOf(f.Right).Width
	place(f.Top, 0, 0, s.Width, top)
	place(f.Bottom, 0, s.Height-bottom, s.Width, bottom)
	height := max(0, s.Height-top-bottom)
	place(f.Left, 0, top, left, height)
	place(f.Right, s.Width-right, top, right, height)
	place(f.middle, left, top, max(0, s.Width-left-right), height)
}

func place(o fyne.CanvasObject, x, y, w, h float32) {
	if o == nil {
		return
	}
	o.Resize(fyne.NewSize(w, h))
	o.Move(fyne.NewPos(x, y))
}
