package record

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"primadesk/ui/kit"
)

// fold is a part of the form behind a line that opens it.
type fold struct {
	widget.BaseWidget
	line    *kit.Button
	body    fyne.CanvasObject
	content *fyne.Container
	folded  func()
}

func newFold(title string, body fyne.CanvasObject, folded func()) *fold {
	f := &fold{body: body, folded: folded}
	f.line = kit.NewLink(title, func() {
		f.set(!f.isOpen())
		f.folded()
	})
	f.line.SetTextSize(kit.TextMedium)
	f.content = kit.VStack(8, kit.HStack(0, f.line), body)
	f.ExtendBaseWidget(f)
	f.set(false)
	return f
}

func (f *fold) isOpen() bool { return f.body.Visible() }

func (f *fold) set(open bool) {
	icon := theme.MenuExpandIcon()
	if open {
		icon = theme.MenuDropDownIcon()
	}
	f.line.SetIcon(icon)
	setVisible(f.body, open)
	f.content.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (f *fold) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(f.content) }

func setVisible(o fyne.CanvasObject, on bool) {
	if on {
		o.Show()
	} else {
		o.Hide()
	}
}
