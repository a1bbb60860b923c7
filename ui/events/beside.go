package events

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"primadesk/ui/kit"
)

// fieldBeside puts what else can be done at the right of a field, or under it where the window is too narrow for both.
func fieldBeside(field, ways fyne.CanvasObject) *fyne.Container {
	return container.New(&beside{}, field, ways)
}

// beside is its layout. It learns its width before its height is asked for, as lines that wrap do.
type beside struct{ width float32 }

const (
	besideField = 240 // how narrow the field may be, and how wide, at scale 1
	besideMost  = 380
)

func (b *beside) stacked(ways fyne.Size) bool {
	return b.width > 0 && ways.Width+kit.U(besideField) > b.width
}

// MinSize implements fyne.Layout.
func (b *beside) MinSize(objs []fyne.CanvasObject) fyne.Size {
	field, ways := objs[0].MinSize(), objs[1].MinSize()
	if b.stacked(ways) {
		return fyne.NewSize(0, field.Height+ways.Height+kit.U(8))
	}
	return fyne.NewSize(0, max(field.Height, ways.Height))
}

// Layout implements fyne.Layout.
func (b *beside) Layout(objs []fyne.CanvasObject, s fyne.Size) {
	b.width = s.Width
	field, ways := objs[0].MinSize(), objs[1].MinSize()
	if b.stacked(ways) {
		objs[0].Resize(fyne.NewSize(s.Width, field.Height))
		objs[0].Move(fyne.Position{})
		objs[1].Resize(fyne.NewSize(s.Width, ways.Height))
		objs[1].Move(fyne.NewPos(0, field.Height+kit.U(8)))
		return
	}
	objs[0].Resize(fyne.NewSize(min(kit.U(besideMost), s.Width-ways.Width-kit.U(12)), field.Height))
	objs[0].Move(fyne.Position{})
	objs[1].Resize(ways)
	objs[1].Move(fyne.NewPos(s.Width-ways.Width, s.Height-ways.Height))
}

// level gives a link or a text among buttons their height, so that their words stand on one line.
func level(o fyne.CanvasObject) fyne.CanvasObject {
	return kit.Sized(0, kit.ControlHeight, kit.HStack(0, o))
}
