package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Tall stacks objects whose height depends on the width they get, such as texts that wrap. Where it fills, the last one
// takes what is left over.
type Tall struct {
	Gap   float32 // at scale 1
	Fill  bool
	Grew  func() // told when a new width asks for another height; may be nil
	width float32
}

// MinSize implements fyne.Layout.
func (t *Tall) MinSize(objs []fyne.CanvasObject) fyne.Size {
	var s fyne.Size
	n := 0
	for _, o := range objs {
		if !o.Visible() {
			continue
		}
		m := o.MinSize()
		s.Width, s.Height = max(s.Width, m.Width), s.Height+m.Height
		n++
	}
	s.Height += U(t.Gap) * float32(max(0, n-1))
	return s
}

// Layout implements fyne.Layout.
func (t *Tall) Layout(objs []fyne.CanvasObject, s fyne.Size) {
	var y float32
	for i, o := range objs {
		if !o.Visible() {
			continue
		}
		o.Resize(fyne.NewSize(s.Width, o.MinSize().Height)) // what wraps learns its width
		h := o.MinSize().Height
		if t.Fill && i == len(objs)-1 {
			h = max(h, s.Height-y)
		}
		place(o, 0, y, s.Width, h)
		y += h + U(t.Gap)
	}
	if t.width != s.Width {
		t.width = s.Width
		if t.Grew != nil && t.MinSize(objs).Height != s.Height {
			t.Grew()
		}
	}
}

// TallScroll scrolls a stack of objects down, with a margin around it.
func TallScroll(t *Tall, margin Inset, objs ...fyne.CanvasObject) *container.Scroll {
	scroll := container.NewVScroll(Pad(margin, container.New(t, objs...)))
	t.Grew = scroll.Refresh
	return scroll
}
