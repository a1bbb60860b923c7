package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// SaveBarParams is what a SaveBar is made from.
type SaveBarParams struct {
	Save, Cancel     string
	OnSave, OnCancel func()
}

// SaveBar is the bottom of a record: a note at the left, Cancel and Save in the same corner always.
type SaveBar struct {
	widget.BaseWidget
	note         *Text
	save, cancel *Button
	content      fyne.CanvasObject
}

// NewSaveBar makes a bar whose buttons wait for a change (SetDirty).
func NewSaveBar(p SaveBarParams) *SaveBar {
	b := &SaveBar{
		note:   NewText("", TextStyle{Size: TextSmall, Token: TokenMuted, Wrap: true}),
		save:   NewButton(ButtonPrimary, p.Save, p.OnSave),
		cancel: NewButton(ButtonSecondary, p.Cancel, p.OnCancel),
	}
	b.ExtendBaseWidget(b)
	b.content = Stack(
		NewBox(BoxStyle{Fill: TokenSurface}),
		Framed(Borders{Top: NewLine()}, Pad(Sides(10, PageMargin), HStack(8, Grow(centred(b.note)), b.cancel, b.save))),
	)
	b.SetDirty(false, "")
	return b
}

// SetDirty enables Save and Cancel, or not, and says what is the matter ("Not saved · draft kept").
func (b *SaveBar) SetDirty(dirty bool, note string) {
	b.note.SetText(note)
	for _, button := range []*Button{b.save, b.cancel} {
		if dirty {
			button.Enable()
		} else {
			button.Disable()
		}
	}
}

// Note gives what the bar says.
func (b *SaveBar) Note() string { return b.note.Text() }

// CreateRenderer implements fyne.Widget.
func (b *SaveBar) CreateRenderer() fyne.WidgetRenderer { return newWrap(b, b.content, nil) }
