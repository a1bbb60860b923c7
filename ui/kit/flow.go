package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Flow puts objects beside each other and goes on in the next line where the width ends (chips).
func Flow(gap float32, objs ...fyne.CanvasObject) *fyne.Container {
	return container.New(&flow{gap: gap}, objs...)
}

type flow struct {
	gap   float32
	width float32 // the last width, which decides the height
}

func (f *flow) MinSize(objs []fyne.CanvasObject) fyne.Size {
	widest := float32(0)
	for _, o := range objs {
		if o.Visible() {
			widest = max(widest, o.MinSize().Width)
		}
	}
	width := f.width
	if width == 0 {
		width = fyne.NewSize(1e6, 0).Width
	}
	return fyne.NewSize(min(widest, U(flowLeast)), f.run(objs, width, false))
}

// flowLeast is how wide a Flow asks to be at most, at scale 1: what is wider gives way, so that one long word does not
// widen a form.
const flowLeast = 200

func (f *flow) Layout(objs []fyne.CanvasObject, s fyne.Size) {
	f.width = s.Width
	f.run(objs, s.Width, true)
}

// run goes through the objects line by line, puts them when asked to, and gives the height.
func (f *flow) run(objs []fyne.CanvasObject, width float32, put bool) float32 {
	gap := U(f.gap)
	var x, y, height float32
	for _, o := range objs {
		if !o.Visible() {
			continue
		}
		m := o.MinSize()
		m.Width = min(m.Width, width)
		if x > 0 && x+m.Width > width {
			x, y, height = 0, y+height+gap, 0
		}
		if put {
			o.Resize(m)
			o.Move(fyne.NewPos(x, y))
		}
		x += m.Width + gap
		height = max(height, m.Height)
	}
	return y + height
}

// Share divides a width among objects by weight, with a gap; a weight of 0 counts as 1.
func Share(gap float32, weights []float32, objs ...fyne.CanvasObject) *fyne.Container {
	return container.New(&share{gap, weights}, objs...)
}

type share struct {
	gap     float32
	weights []float32
}

func (sh *share) weight(i int) float32 {
	if i < len(sh.weights) && sh.weights[i] > 0 {
		return sh.weights[i]
	}
	return 1
}

func (sh *share) MinSize(objs []fyne.CanvasObject) fyne.Size {
	s := fyne.Size{Width: U(sh.gap) * float32(max(0, len(objs)-1))}
	for _, o := range objs {
		m := minOf(o)
		s.Width += m.Width
		s.Height = max(s.Height, m.Height)
	}
	return s
}

func (sh *share) Layout(objs []fyne.CanvasObject, s fyne.Size) {
	total := float32(0)
	for i := range objs {
		total += sh.weight(i)
	}
	free := max(0, s.Width-U(sh.gap)*float32(max(0, len(objs)-1)))
	x := float32(0)
	for i, o := range objs {
		w := free * sh.weight(i) / total
		place(o, floor(x), 0, floor(w), s.Height)
		x += w + U(sh.gap)
	}
}
