package bulletin

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"primadesk/ui/kit"
)

// newColumns puts the list, the form and the preview beside each other. While no issue is shown, the list has all the room.
// Where there is too little for three, the list stands over the other two.
func newColumns(list, form, side fyne.CanvasObject) *fyne.Container {
	return container.New(columns{}, list, form, side)
}

type columns struct{}

// Measures at scale 1.
const (
	listWidth    = 226
	formLeast    = 330
	formMost     = 430
	sideLeast    = 330
	listHigh     = 0.34 // its share of the height, over the others
	threeColumns = listWidth + formLeast + sideLeast
)

// MinSize implements fyne.Layout.
func (columns) MinSize(objs []fyne.CanvasObject) fyne.Size {
	list := objs[0].MinSize()
	if !objs[1].Visible() {
		return list
	}
	return fyne.NewSize(max(kit.U(listWidth), kit.U(300)), max(list.Height, objs[1].MinSize().Height))
}

// Layout implements fyne.Layout.
func (columns) Layout(objs []fyne.CanvasObject, s fyne.Size) {
	list, form, side := objs[0], objs[1], objs[2]
	if !form.Visible() {
		put(list, 0, 0, s.Width, s.Height)
		return
	}
	left, top := kit.U(listWidth), float32(0)
	if s.Width < kit.U(threeColumns) {
		left, top = 0, float32(int(s.Height*listHigh))
		put(list, 0, 0, s.Width, top)
	} else {
		put(list, 0, 0, left, s.Height)
	}
	middle := min(kit.U(formMost), (s.Width-left)/2)
	put(form, left, top, middle, s.Height-top)
	put(side, left+middle, top, s.Width-left-middle, s.Height-top)
}

func put(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(max(0, w), max(0, h)))
}
