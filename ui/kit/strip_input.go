package kit

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// FocusGained implements fyne.Focusable. A strip without a picked dot picks its first, so that keys act on something
// that is seen; it tells nobody, for whoever only passes by with Tab has chosen nothing.
func (s *Strip) FocusGained() {
	s.focused = true
	if s.at(s.picked) < 0 && s.tapped.IsZero() {
		if first := s.firstDot(); first >= 0 {
			s.Pick(s.dots[first].ID)
		}
	}
	s.Refresh()
}

// FocusLost implements fyne.Focusable.
func (s *Strip) FocusLost() { s.focused = false; s.Refresh() }

// TypedRune implements fyne.Focusable.
func (s *Strip) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (s *Strip) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyLeft:
		s.along(-1)
	case fyne.KeyRight:
		s.along(1)
	case fyne.KeyHome:
		s.along(-len(s.dots))
	case fyne.KeyEnd:
		s.along(len(s.dots))
	case fyne.KeyUp:
		s.across(-1)
	case fyne.KeyDown:
		s.across(1)
	case fyne.KeyPageUp:
		s.turn(s.year - 1)
	case fyne.KeyPageDown:
		s.turn(s.year + 1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		s.open()
	default:
		passKey(s, ev)
	}
}

func (s *Strip) open() {
	if id := s.Picked(); id != "" && s.p.OnOpen != nil {
		s.p.OnOpen(id)
	}
}

// dotAt gives the dot at a position, -1 where there is none.
func (s *Strip) dotAt(pos fyne.Position) int {
	for i := len(s.dots) - 1; i >= 0; i-- { // the uppermost first
		if d := s.dots[i]; d.day.Year() == s.year && within(pos, d.shape) {
			return i
		}
	}
	return -1
}

// Tapped implements fyne.Tappable.
func (s *Strip) Tapped(ev *fyne.PointEvent) {
	i := s.dotAt(ev.Position)
	double := i >= 0 && s.dots[i].ID == s.picked && s.p.Now().Sub(s.tapped) < 400*time.Millisecond
	s.tapped = s.p.Now()
	focus(s)
	s.take(i)
	if double {
		s.open()
	}
}

// MouseIn implements desktop.Hoverable.
func (s *Strip) MouseIn(ev *desktop.MouseEvent) { s.MouseMoved(ev) }

// MouseMoved implements desktop.Hoverable.
func (s *Strip) MouseMoved(ev *desktop.MouseEvent) {
	id := ""
	if i := s.dotAt(ev.Position); i >= 0 {
		id = s.dots[i].ID
	}
	s.hover(id)
}

// MouseOut implements desktop.Hoverable.
func (s *Strip) MouseOut() { s.hover("") }

func (s *Strip) hover(id string) {
	if id != s.hovered {
		s.hovered = id
		s.Refresh()
	}
}

// Cursor implements desktop.Cursorable.
func (s *Strip) Cursor() desktop.Cursor {
	if s.hovered != "" {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}
