package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Search is the field that searches while one types.
type Search struct {
	widget.BaseWidget
	in    *input
	frame *inputFrame
	down  func()
}

// NewSearch makes a search field with its shortcut shown at the right. changed is called with each change by the user.
func NewSearch(placeholder, hint string, changed func(text string)) *Search {
	s := &Search{in: newInput(1)}
	s.in.kind = "search"
	s.ExtendBaseWidget(s)
	s.in.SetPlaceHolder(placeholder)
	s.in.SetName(placeholder)
	s.in.OnChanged = changed
	s.in.onKey = s.key
	right := fyne.CanvasObject(nil)
	if hint != "" {
		right = Pad(Inset{0, 8, 0, 4}, HStack(0, NewKeycap(hint)))
	}
	s.frame = newEntryFrame(s.in, right)
	s.frame.inner = Framed(Borders{Left: Pad(Inset{0, 0, 0, 8}, HStack(0, NewIcon(IconSearch(), TokenMuted, 15)))}, s.frame.inner)
	return s
}

func (s *Search) key(ev *fyne.KeyEvent) bool {
	switch {
	case ev.Name == fyne.KeyEscape && s.in.Text != "":
		s.in.SetText("")
		return true
	case ev.Name == fyne.KeyDown && s.down != nil:
		s.down()
		return true
	}
	return false
}

// Text gives what is searched for.
func (s *Search) Text() string { return s.in.Text }

// SetText changes what is searched for, without calling back.
func (s *Search) SetText(text string) { s.in.set(text) }

// OnDone sets what Enter does; f may be nil.
func (s *Search) OnDone(f func(text string)) { s.in.OnSubmitted = f }

// OnDown sets what Down does: as a rule it goes to the table.
func (s *Search) OnDown(f func()) { s.down = f }

// Focus puts the keyboard into the field.
func (s *Search) Focus() { focus(s.in) }

// CreateRenderer implements fyne.Widget.
func (s *Search) CreateRenderer() fyne.WidgetRenderer { return newWrap(s, s.frame, nil) }

// Target is what gets the keyboard.
func (s *Search) Target() fyne.Focusable { return s.in }
