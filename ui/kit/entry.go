package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Entry is a field for text, of one line or more.
type Entry struct {
	widget.BaseWidget
	edits
	self  fyne.Widget
	in    *input
	frame *inputFrame
	usual func(text string) string // may be nil
	given string                   // what was put into the field, not typed
}

// NewEntry makes a field of one line.
func NewEntry() *Entry { return newEntry(1) }

// NewTextArea makes a field of several lines, of which some are seen at once; the text wraps at words.
func NewTextArea(lines int) *Entry { return newEntry(max(2, lines)) }

func newEntry(lines int) *Entry {
	e := &Entry{}
	e.extend(e, lines)
	return e
}

// extend is called by the constructor of a widget that embeds Entry.
func (e *Entry) extend(self fyne.Widget, lines int) {
	e.self, e.in = self, newInput(lines)
	e.ExtendBaseWidget(self)
	e.frame = newEntryFrame(e.in, nil)
	e.in.OnChanged = func(string) { e.tell() }
}

// SetPlaceholder sets what is shown while the field is empty.
func (e *Entry) SetPlaceholder(s string) *Entry {
	e.in.SetPlaceHolder(s)
	return e
}

// OnEnter sets what Enter does; without it Enter goes to the window.
func (e *Entry) OnEnter(f func(text string)) { e.in.OnSubmitted = f }

// OnLeave brings what was typed into its usual form as the field is left: f gives what it then holds. Whoever asks for the
// value before, because the form is saved with the keyboard still in the field, gets that form, too.
func (e *Entry) OnLeave(f func(text string) string) *Entry {
	e.usual = f
	e.in.watch(func(on bool) {
		if on || e.in.Text == e.given { // going through a form changes nothing in it
			return
		}
		if text := f(e.in.Text); text != e.in.Text {
			e.in.SetText(text)
		}
	})
	return e
}

// Value implements Control.
func (e *Entry) Value() string {
	if e.usual != nil && e.in.Text != e.given {
		return e.usual(e.in.Text)
	}
	return e.in.Text
}

// SetValue implements Control.
func (e *Entry) SetValue(s string) {
	e.given = s
	e.in.set(s)
}

// SetInvalid implements Control.
func (e *Entry) SetInvalid(on bool) { e.frame.setInvalid(on) }

// SetEnabled implements Control.
func (e *Entry) SetEnabled(on bool) { enableInput(e.in, e.frame, on) }

// Target implements Control.
func (e *Entry) Target() fyne.Focusable { return e.in }

// Held implements Holder.
func (e *Entry) Held() []fyne.CanvasObject { return []fyne.CanvasObject{e.frame} }

// CreateRenderer implements fyne.Widget.
func (e *Entry) CreateRenderer() fyne.WidgetRenderer { return newWrap(e.self, e.frame, nil) }

func enableInput(in *input, frame *inputFrame, on bool) {
	frame.disabled = !on
	if on {
		in.Enable()
	} else {
		in.Disable()
	}
	frame.Refresh()
}
