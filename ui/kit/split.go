package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// MasterDetail puts a list at the left and a record pane of 404 at the right. While the pane is hidden, the list has all
// the room; in a window that is too narrow for both, the pane gives way, down to 300. At a scale above 1.5 they do not
// fit beside each other on a laptop's screen: then the pane stands under the list.
func MasterDetail(list, pane fyne.CanvasObject) *fyne.Container {
	return container.New(masterDetail{}, list, pane)
}

type masterDetail struct{}

// stackedList is the list's share of the height where the pane stands under it: its header and a few rows.
const stackedList = 0.4

// stacked tells whether the scale leaves no room beside each other.
func stacked() bool { return U(1) > 1.5 }

func (masterDetail) MinSize(objs []fyne.CanvasObject) fyne.Size {
	list, pane := minOf(objs[0]), minOf(objs[1])
	width := list.Width
	if objs[1].Visible() && !stacked() {
		width += U(300)
	}
	return fyne.NewSize(width, max(list.Height, pane.Height))
}

func (masterDetail) Layout(objs []fyne.CanvasObject, s fyne.Size) {
	if objs[1].Visible() && stacked() {
		top := floor(s.Height * stackedList)
		place(objs[0], 0, 0, s.Width, top)
		place(objs[1], 0, top, s.Width, s.Height-top)
		return
	}
	right := float32(0)
	if objs[1].Visible() {
		right = min(U(PaneWidth), max(U(300), s.Width-U(420)))
	}
	place(objs[0], 0, 0, max(0, s.Width-right), s.Height)
	place(objs[1], s.Width-right, 0, right, s.Height)
}

// centred puts an object in the middle of the height it is given, at its own height.
func centred(o fyne.CanvasObject) *fyne.Container { return container.New(middle{}, o) }

type middle struct{}

func (middle) MinSize(objs []fyne.CanvasObject) fyne.Size { return objs[0].MinSize() }

func (middle) Layout(objs []fyne.CanvasObject, s fyne.Size) {
	o := objs[0]
	place(o, 0, 0, s.Width, s.Height) // a text that wraps learns its width, then its height
	h := min(s.Height, o.MinSize().Height)
	place(o, 0, (s.Height-h)/2, s.Width, h)
}
