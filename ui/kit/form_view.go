package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Scrolls is something that brings a part of itself into view: it is told in what it lies.
type Scrolls interface{ SetScroll(*container.Scroll) }

// NewScroll makes a view that scrolls up and down. What is Scrolls in it (a Form), or in containers in it, is told.
func NewScroll(o fyne.CanvasObject) *container.Scroll {
	s := container.NewVScroll(o)
	linkScroll(s, o)
	return s
}

func linkScroll(s *container.Scroll, o fyne.CanvasObject) {
	if in, ok := o.(Scrolls); ok {
		in.SetScroll(s)
	}
	if c, ok := o.(*fyne.Container); ok {
		for _, child := range c.Objects {
			linkScroll(s, child)
		}
	}
}

// SetScroll implements Scrolls: a field that gets the focus below the view is brought into it.
func (f *Form) SetScroll(s *container.Scroll) { f.scroll = s }

// focusing is told when a field gets the focus or loses it.
func (f *Form) focusing(id string, on bool) {
	if on {
		reveal(f.scroll, f.boxes[id])
		return
	}
	if c := canvasOf(f); c != nil {
		if _, list := c.Overlays().Top().(*popover); list {
			return // the field's own list is open
		}
	}
	f.checkLeft(id)
}

// checkLeft shows what is wrong with a field that was left: what it holds is no value, it was emptied although it is
// required, or what the screen's OnLeft says.
func (f *Form) checkLeft(id string) {
	b := f.boxes[id]
	text := problem(b.field.Control)
	switch {
	case text != "":
	case b.field.Required && f.Value(id) == "":
		if f.Value(id) != f.clean[id] {
			text = f.p.Required
		}
	case f.p.OnLeft != nil:
		text = f.p.OnLeft(id)
	}
	if text != "" && text != f.errors[id] {
		f.SetError(id, text)
	}
}

func problem(c Control) string {
	if checker, ok := c.(Checker); ok {
		return checker.Problem()
	}
	return ""
}

// reveal scrolls just as far as an object needs to be seen, with some room around it.
func reveal(s *container.Scroll, o fyne.CanvasObject) {
	if s == nil || o == nil || s.Size().Height <= 0 {
		return
	}
	d := fyne.CurrentApp().Driver()
	room := U(8)
	top := d.AbsolutePositionForObject(o).Y - d.AbsolutePositionForObject(s).Y - room
	height := min(o.Size().Height+2*room, s.Size().Height)
	at := s.Offset
	switch {
	case top < 0:
		at.Y = max(0, at.Y+top)
	case top+height > s.Size().Height:
		at.Y += top + height - s.Size().Height
	default:
		return
	}
	s.ScrollToOffset(at)
}

// Open tells whether a section is shown; one that is not behind a fold always is.
func (f *Form) Open(section string) bool {
	fold := f.folds[section]
	return fold == nil || fold.Open()
}

// SetOpen opens or closes a section that is behind a fold, without calling back.
func (f *Form) SetOpen(section string, open bool) {
	if fold := f.folds[section]; fold != nil {
		fold.SetOpen(open)
		f.content.Refresh()
	}
}

// unfold opens the section of a field, so that it can be seen.
func (f *Form) unfold(field string) {
	if fold := f.within[field]; fold != nil && !fold.Open() {
		fold.turn()
		f.content.Refresh()
	}
}
