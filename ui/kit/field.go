package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Field is one field of a form.
type Field struct {
	ID       string
	Label    string
	Required bool
	Hint     string // shown under the control, muted, while there is no error
	Control  Control
	Weight   float32 // its share of the row; 1 when zero
	Break    bool    // begins a new line, in a row of a RowsEditor
}

// fieldBox draws a field: the label over the control, the error under it.
type fieldBox struct {
	widget.BaseWidget
	field   Field
	message *Text
	below   *fyne.Container // what a caller shows under it
	content *fyne.Container
}

func newFieldBox(f Field) *fieldBox {
	b := &fieldBox{field: f}
	SetName(f.Control, f.Label)
	b.ExtendBaseWidget(b)
	label := HStack(3, NewText(f.Label, TextStyle{Size: TextSmall, Token: TokenMuted}))
	if f.Required {
		label.Add(NewText("•", TextStyle{Size: TextSmall, Token: TokenWarm}))
	}
	b.message = NewText(f.Hint, TextStyle{Size: TextSmall, Token: TokenMuted, Wrap: true})
	b.message.Hidden = f.Hint == ""
	b.below = VStack(4)
	b.below.Hide()
	b.content = VStack(4, cutRow(label), f.Control, b.message, b.below)
	return b
}

// cutRow lets a row be narrower than it would like, so that a long label does not widen the form.
func cutRow(o fyne.CanvasObject) fyne.CanvasObject {
	return Sized(1, 0, o)
}

// setError shows a sentence under the control, or takes it away.
func (b *fieldBox) setError(text string) {
	b.field.Control.SetInvalid(text != "")
	shown, token := text, TokenError
	if text == "" {
		shown, token = b.field.Hint, TokenMuted
	}
	b.message.SetToken(token)
	b.message.SetText(shown)
	b.message.Hidden = shown == ""
	b.Refresh()
}

// Held implements Holder.
func (b *fieldBox) Held() []fyne.CanvasObject { return []fyne.CanvasObject{b.field.Control, b.below} }

func (b *fieldBox) CreateRenderer() fyne.WidgetRenderer { return newWrap(b, b.content, nil) }
