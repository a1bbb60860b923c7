package kit

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
)

// VStack stacks objects under each other with a gap (at scale 1); NewSpring takes what is left over.
func VStack(gap float32, objs ...fyne.CanvasObject) *fyne.Container {
	return container.New(&line{gap: gap, down: true}, objs...)
}

// HStack puts objects beside each other, centred in height, with a gap (at scale 1); NewSpring takes what is left over.
func HStack(gap float32, objs ...fyne.CanvasObject) *fyne.Container {
	return container.New(&line{gap: gap}, objs...)
}

// NewSpring makes an empty object that takes what an HStack or VStack leaves over.
func NewSpring() fyne.CanvasObject { return layout.NewSpacer() }

// Grow wraps an object that takes what an HStack or VStack leaves over.
func Grow(o fyne.CanvasObject) *fyne.Container { return container.New(grow{}, o) }

type grow struct{}

func (grow) MinSize(objs []fyne.CanvasObject) fyne.Size { return objs[0].MinSize() }
func (grow) Layout(objs []fyne.CanvasObject, s fyne.Size) {
	objs[0].Resize(s)
	objs[0].Move(fyne.Position{})
}

func grows(o fyne.CanvasObject) bool {
	if s, ok := o.(layout.SpacerObject); ok {
		return s.ExpandHorizontal() || s.ExpandVertical()
	}
	c, ok := o.(*fyne.Container)
	if !ok {
		return false
	}
	_, ok = c.Layout.(grow)
	return ok
}

// line is the layout of HStack and VStack.
type line struct {
	gap  float32
	down bool
}

func (l *line) MinSize(objs []fyne.CanvasObject) fyne.Size {
	var along, across float32
	n := 0
	for _, o := range objs {
		if !o.Visible() {
			continue
		}
		a, c := l.split(o.MinSize())
		along += a
		across = max(across, c)
		n++
	}
	along += U(l.gap) * float32(max(0, n-1))
	return l.join(along, across)
}

func (l *line) Layout(objs []fyne.CanvasObject, s fyne.Size) {
	total, across := l.split(s)
	used, _ := l.split(l.MinSize(objs))
	springs := 0
	for _, o := range objs {
		if o.Visible() && grows(o) {
			springs++
		}
	}
	extra := float32(0)
	if springs > 0 {
		extra = max(0, total-used) / float32(springs)
	}
	at := float32(0)
	for _, o := range objs {
		if !o.Visible() {
			continue
		}
		a, c := l.split(o.MinSize())
		if grows(o) {
			a += extra
		}
		if l.down {
			o.Resize(fyne.NewSize(across, a))
			o.Move(fyne.NewPos(0, at))
		} else {
			if grows(o) {
				c = across
			}
			o.Resize(fyne.NewSize(a, c))
			o.Move(fyne.NewPos(at, floor((across-c)/2)))
		}
		at += a + U(l.gap)
	}
}

func (l *line) split(s fyne.Size) (along, across float32) {
	if l.down {
		return s.Height, s.Width
	}
	return s.Width, s.Height
}

func (l *line) join(along, across float32) fyne.Size {
	if l.down {
		return fyne.NewSize(across, along)
	}
	return fyne.NewSize(along, across)
}

// Inset is a margin at scale 1.
type Inset struct{ Top, Right, Bottom, Left float32 }

// Even is the same margin on all sides.
func Even(n float32) Inset { return Inset{n, n, n, n} }

// Sides is a margin of y above and below, x left and right.
func Sides(y, x float32) Inset { return Inset{y, x, y, x} }

// Pad puts a margin around an object.
func Pad(in Inset, o fyne.CanvasObject) *fyne.Container { return container.New(in, o) }

// MinSize implements fyne.Layout.
func (in Inset) MinSize(objs []fyne.CanvasObject) fyne.Size {
	s := fyne.Size{}
	for _, o := range objs {
		s = s.Max(o.MinSize())
	}
	return s.AddWidthHeight(U(in.Left+in.Right), U(in.Top+in.Bottom))
}

// Layout implements fyne.Layout.
func (in Inset) Layout(objs []fyne.CanvasObject, s fyne.Size) {
	for _, o := range objs {
		o.Resize(fyne.NewSize(max(0, s.Width-U(in.Left+in.Right)), max(0, s.Height-U(in.Top+in.Bottom))))
		o.Move(fyne.NewPos(U(in.Left), U(in.Top)))
	}
}

// Sized gives an object a size at scale 1, its own where that is zero.
func Sized(w, h float32, o fyne.CanvasObject) *fyne.Container { return container.New(sized{w, h}, o) }

type sized struct{ w, h float32 }

func (z sized) MinSize(objs []fyne.CanvasObject) fyne.Size {
	s := objs[0].MinSize()
	if z.w > 0 {
		s.Width = U(z.w)
	}
	if z.h > 0 {
		s.Height = U(z.h)
	}
	return s
}

func (z sized) Layout(objs []fyne.CanvasObject, s fyne.Size) { grow{}.Layout(objs, s) }

// floor keeps edges on whole pixels.
func floor(v float32) float32 { return float32(math.Floor(float64(v))) }
