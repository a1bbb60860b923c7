package fields

import (
	"fyne.io/fyne/v2"

	"primadesk/ui/kit"
)

// besideWidth is from which width on, at scale 1, the translation of a long text stands beside the original.
const besideWidth = 900

// beside is the layout of a Texts: the original, and the translation under it, or beside it where there is room.
type beside struct {
	t     *Texts
	width float32 // the last one, which decides the height
}

const besideGap, underGap = 14, 6 // at scale 1

func (b *beside) wide() bool {
	return b.t.Lines > 1 && len(b.t.shown) == 1 && b.width >= kit.U(besideWidth)
}

// MinSize implements fyne.Layout.
func (b *beside) MinSize(objs []fyne.CanvasObject) fyne.Size {
	first, second := objs[0].MinSize(), objs[1].MinSize()
	if b.wide() {
		return fyne.NewSize(max(first.Width, second.Width), max(first.Height, second.Height))
	}
	return fyne.NewSize(max(first.Width, second.Width), first.Height+kit.U(underGap)+second.Height)
}

// Layout implements fyne.Layout.
func (b *beside) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	b.width = size.Width
	put := func(o fyne.CanvasObject, x, y, width float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(width, o.MinSize().Height))
	}
	if b.wide() {
		width := (size.Width - kit.U(besideGap)) / 2
		put(objs[0], 0, 0, width)
		put(objs[1], width+kit.U(besideGap), 0, width)
		return
	}
	put(objs[0], 0, 0, size.Width)
	put(objs[1], 0, objs[0].MinSize().Height+kit.U(underGap), size.Width)
}
