package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Select is a field for one of a fixed set of words; it holds the word's code.
type Select struct {
	press
	edits
	options []Option
	empty   string // the word for "none"; no such choice when empty
	value   string
	invalid bool

	rect *canvas.Rectangle
	text *canvas.Text
	down *canvas.Image
	list *choices
	pop  *popover
}

// NewSelect makes a field. With a word for none, such as "not known", the value may be empty.
func NewSelect(options []Option, none string) *Select {
	s := &Select{empty: none, rect: canvas.NewRectangle(nil), text: canvas.NewText("", nil), down: &canvas.Image{}}
	s.extend(s, s.open)
	s.SetOptions(options)
	return s
}

// SetOptions changes the choices. A value that is no longer among them is kept, and shown as its code.
func (s *Select) SetOptions(options []Option) {
	s.options = slices.Clone(options)
	if s.empty != "" {
		s.options = slices.Insert(s.options, 0, Option{Text: s.empty})
	}
	s.Refresh()
}

// Value implements Control: the code.
func (s *Select) Value() string { return s.value }

// SetValue implements Control.
func (s *Select) SetValue(code string) {
	s.value = code
	s.Refresh()
}

// Shown gives the word that is shown.
func (s *Select) Shown() string {
	if i := s.index(); i >= 0 {
		return s.options[i].Text
	}
	return s.value
}

// SetInvalid implements Control.
func (s *Select) SetInvalid(on bool) {
	s.invalid = on
	s.Refresh()
}

// SetEnabled implements Control.
func (s *Select) SetEnabled(on bool) {
	if on {
		s.Enable()
	} else {
		s.Disable()
	}
}

// Target implements Control.
func (s *Select) Target() fyne.Focusable { return s }

func (s *Select) index() int {
	return slices.IndexFunc(s.options, func(o Option) bool { return o.Value == s.value })
}

// TypedKey implements fyne.Focusable: Down opens the list, Delete empties the field.
func (s *Select) TypedKey(ev *fyne.KeyEvent) {
	switch {
	case ev.Name == fyne.KeyDown || ev.Name == fyne.KeyUp:
		s.run()
	case (ev.Name == fyne.KeyDelete || ev.Name == fyne.KeyBackspace) && s.empty != "" && !s.Disabled():
		s.choose("")
	default:
		s.press.TypedKey(ev)
	}
}

// TypedRune implements fyne.Focusable: a letter opens the list at the words that begin with it.
func (s *Select) TypedRune(r rune) {
	if r == ' ' {
		return // Space has opened the list already
	}
	s.run()
	if s.list != nil {
		s.list.TypedRune(r)
	}
}

func (s *Select) choose(code string) {
	if code == s.value {
		return
	}
	s.SetValue(code)
	s.tell()
}

func (s *Select) open() {
	if s.pop != nil || len(s.options) == 0 {
		return
	}
	focus(s)
	s.list = newChoices(s.options, s.index())
	s.list.picked = func(i int) {
		code := s.options[i].Value
		s.close()
		s.choose(code)
	}
	s.list.left = func(tab, back bool) {
		s.close()
		leave(s, tab, back)
	}
	s.pop = showPopover(s, s.list, true, func() { s.pop, s.list = nil, nil })
	if s.pop != nil {
		s.pop.canvas.Focus(s.list)
	}
}

func (s *Select) close() {
	if s.pop != nil {
		s.pop.close()
	}
}

// leave goes on to the next field, or back, after Tab in a list.
func leave(from fyne.CanvasObject, tab, back bool) {
	c := canvasOf(from)
	if c == nil || !tab {
		return
	}
	if back {
		c.FocusPrevious()
	} else {
		c.FocusNext()
	}
}

// CreateRenderer implements fyne.Widget.
func (s *Select) CreateRenderer() fyne.WidgetRenderer {
	return newPaint(s, []fyne.CanvasObject{s.rect, s.text, s.down},
		func() fyne.Size { return usize(60, ControlHeight) },
		func(size fyne.Size) {
			placeRect(s.rect, fyne.Position{}, size)
			s.text.Text = ellipsis(s.Shown(), size.Width-U(22)-U(13), s.text.TextSize, fyne.TextStyle{})
			m := s.text.MinSize()
			s.text.Resize(m)
			s.text.Move(fyne.NewPos(U(11), (size.Height-m.Height)/2))
			s.down.Resize(usize(10, 10))
			s.down.Move(fyne.NewPos(U(11)+m.Width+U(5), (size.Height-U(10))/2+U(1)))
		}, s.paint)
}

func (s *Select) paint() {
	style := BoxStyle{Fill: TokenSurface, Stroke: TokenLine, Radius: ControlRadius}
	token := TokenText
	if s.value == "" {
		token = TokenMuted
	}
	switch {
	case s.focused:
		style.Stroke, style.StrokeWidth = TokenFocus, 2
	case s.invalid:
		style.Stroke = TokenError
	case s.Disabled():
		style.Fill, token = TokenHover, TokenMuted
	case s.hovered:
		style.Fill = TokenHover
	}
	paintRect(s.rect, style)
	s.text.TextSize, s.text.Color = U(TextBody), token.Color()
	s.down.Resource = tinted(iconDown(), token)
	s.down.Refresh()
}
