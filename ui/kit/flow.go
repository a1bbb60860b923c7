package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
)

// Flow puts objects beside each other and goes on in the next line where the width ends (chips). A NewSpring takes what its
// line leaves over.
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
		if o.Visible() && !isSpring(o) {
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
	first := 0 // of the line
	for i, o := range objs {
		if !o.Visible() || isSpring(o) {
			continue
		}
		m := o.MinSize()
		m.Width = min(m.Width, width)
		if x > 0 && x+m.Width > width {
			if put {
				putLine(objs[first:i], gap, y, width, height)
			}
			x, y, height, first = 0, y+height+gap, 0, i
		}
		x += m.Width + gap
		height = max(height, m.Height)
	}
	if put {
		putLine(objs[first:], gap, y, width, height)
	}
	return y + height
}

// putLine puts the objects of one line, centred in its height.
func putLine(objs []fyne.CanvasObject, gap, y, width, height float32) {
	free, springs := width+gap, 0
	for _, o := range objs {
		switch {
		case !o.Visible():
		case isSpring(o):
			springs++
		default:
			free -= min(o.MinSize().Width, width) + gap
		}
	}
	x := float32(0)
	for _, o := range objs {
		switch {
		case !o.Visible():
		case isSpring(o):
			x += floor(max(0, free) / float32(springs))
		default:
			m := o.MinSize()
			m.Width = min(m.Width, width)
			place(o, x, y+floor((height-m.Height)/2), m.Width, m.Height)
			x += m.Width + gap
		}
	}
}

func isSpring(o fyne.CanvasObject) bool {
	_, ok := o.(layout.SpacerObject)
	return ok
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
