package reports

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"primadesk/ui/kit"
)

// newHalves puts the list at the left, at most 330 wide and less in a narrow window, a line, and the rest.
func newHalves(list, rest fyne.CanvasObject) fyne.CanvasObject {
	return container.New(halves{}, list, kit.NewUpright(), rest)
}

type halves struct{}

const listWidth, listLeast = 330, 190

// MinSize implements fyne.Layout.
func (halves) MinSize(objs []fyne.CanvasObject) fyne.Size {
	list, rest := objs[0].MinSize(), objs[2].MinSize()
	return fyne.NewSize(kit.U(listLeast)+rest.Width, max(list.Height, rest.Height))
}

// Layout implements fyne.Layout.
func (halves) Layout(objs []fyne.CanvasObject, s fyne.Size) {
	w := max(kit.U(listLeast), min(kit.U(listWidth), s.Width*0.29))
	put(objs[0], 0, 0, w, s.Height)
	put(objs[1], w, 0, kit.U(1), s.Height)
	put(objs[2], w+kit.U(1), 0, max(0, s.Width-w-kit.U(1)), s.Height)
}

func put(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(w, h))
}

// watch gives its object all the room and tells when that changed.
type watch struct {
	told func()
	size fyne.Size
}

// MinSize implements fyne.Layout.
func (w *watch) MinSize(objs []fyne.CanvasObject) fyne.Size { return objs[0].MinSize() }

// Layout implements fyne.Layout.
func (w *watch) Layout(objs []fyne.CanvasObject, s fyne.Size) {
	put(objs[0], 0, 0, s.Width, s.Height)
	if w.size != s {
		w.size = s
		w.told()
	}
}

// fieldRows puts fields beside each other in as many rows as it takes, as evenly as it goes; the first of all, the
// period, is wider.
type fieldRows struct{ width float32 }

const (
	fieldLeast  = 140
	fieldGap    = 14
	fieldWeight = 1.45 // of the first field
)

// MinSize implements fyne.Layout.
func (f *fieldRows) MinSize(objs []fyne.CanvasObject) fyne.Size {
	if len(objs) == 0 {
		return fyne.Size{}
	}
	rows := f.rows(len(objs), f.width)
	h := objs[0].MinSize().Height
	return fyne.NewSize(kit.U(fieldLeast), float32(rows)*(h+kit.U(10))-kit.U(10))
}

// rows is how many rows so many fields take in a width.
func (f *fieldRows) rows(n int, width float32) int {
	if width == 0 {
		return min(n, 1)
	}
	beside := max(1, int((width+kit.U(fieldGap))/kit.U(fieldLeast+fieldGap)))
	return (n + beside - 1) / beside
}

// Layout implements fyne.Layout.
func (f *fieldRows) Layout(objs []fyne.CanvasObject, s fyne.Size) {
	f.width = s.Width
	rows := f.rows(len(objs), s.Width)
	var y float32
	for row, at := 0, 0; row < rows; row++ {
		n := (len(objs) - at) / (rows - row)
		line := objs[at : at+n]
		at += n
		parts := float32(n)
		if row == 0 && n > 1 {
			parts += fieldWeight - 1
		}
		part := max(0, s.Width-float32(n-1)*kit.U(fieldGap)) / parts
		var x float32
		for i, o := range line {
			w := part
			if row == 0 && i == 0 && n > 1 {
				w *= fieldWeight
			}
			put(o, x, y, w, o.MinSize().Height)
			x += w + kit.U(fieldGap)
		}
		y += line[0].MinSize().Height + kit.U(10)
	}
}
