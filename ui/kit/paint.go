package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// paint is the renderer of all our widgets: three funcs instead of a type for each.
type paint struct {
	of      fyne.Widget
	objects func() []fyne.CanvasObject
	layout  func(fyne.Size)
	min     func() fyne.Size
	refresh func() // brings colours, texts and sizes of the theme in force into the objects
	destroy func()
}

// newPaint makes a renderer over objects that stay the same, and paints them a first time.
func newPaint(of fyne.Widget, objs []fyne.CanvasObject, least func() fyne.Size, layout func(fyne.Size), refresh func()) *paint {
	p := &paint{of: of, objects: func() []fyne.CanvasObject { return objs }, min: least, layout: layout, refresh: refresh}
	if refresh != nil {
		refresh()
	}
	return p
}

// newWrap makes the renderer of a widget that only holds other widgets.
func newWrap(of fyne.Widget, content fyne.CanvasObject, refresh func()) *paint {
	again := func() {
		if refresh != nil {
			refresh()
		}
		content.Refresh()
	}
	p := newPaint(of, []fyne.CanvasObject{content}, content.MinSize, content.Resize, refresh)
	p.refresh = again
	return p
}

func (p *paint) Layout(s fyne.Size)           { p.layout(s) }
func (p *paint) MinSize() fyne.Size           { return p.min() }
func (p *paint) Objects() []fyne.CanvasObject { return p.objects() }

func (p *paint) Refresh() {
	if p.refresh != nil {
		p.refresh()
	}
	p.layout(p.of.Size())
	canvas.Refresh(p.of)
}

func (p *paint) Destroy() {
	if p.destroy != nil {
		p.destroy()
	}
}
