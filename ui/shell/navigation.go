package shell

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"primadesk/ui/kit"
	"primadesk/ui/screen"
)

// navigation is the screens and which of them is shown.
type navigation struct {
	screens  []screen.Screen
	now      screen.Screen
	holder   *fyne.Container // shows the screen
	wasShown map[string]bool // by id: the others are as they were left
	recent   []visit         // records that were gone to, the last first
}

// named finds a screen by its id; nil if there is none.
func (n *navigation) named(id string) screen.Screen {
	for _, s := range n.screens {
		if s.ID() == id {
			return s
		}
	}
	return nil
}

// showing finds the screen that has a place for records of an entity; nil if there is none.
func (n *navigation) showing(entity string) screen.Screen {
	for _, s := range n.screens {
		if r, ok := s.(screen.Revealer); ok && slices.Contains(r.Shows(), entity) {
			return s
		}
	}
	return nil
}

// show puts a screen into view.
func (n *navigation) show(next screen.Screen) {
	if n.now == next {
		return
	}
	if n.now != nil {
		n.now.Hidden()
	}
	n.now = next
	n.wasShown[next.ID()] = true
	n.holder.Objects = []fyne.CanvasObject{next.Content()}
	n.holder.Refresh()
	next.Shown()
}

// close ends all screens.
func (n *navigation) close() {
	if n == nil {
		return
	}
	if n.now != nil {
		n.now.Hidden()
		n.now = nil
	}
	for _, s := range n.screens {
		if c, ok := s.(screen.Closer); ok {
			c.Close()
		}
	}
	n.screens = nil
}

// dirty is the screen in view, if it has something that is not saved.
func (n *navigation) dirty() screen.Saver {
	if n == nil {
		return nil
	}
	if saver, ok := n.now.(screen.Saver); ok && saver.Dirty() {
		return saver
	}
	return nil
}

// Go shows another screen, at one of its records, or at the form of a new one.
func (s *Shell) Go(screenID, recordID string) {
	if s.nav == nil {
		return
	}
	next := s.nav.named(screenID)
	if next == nil {
		return
	}
	if next == s.nav.now && recordID == "" {
		s.frame.rail.Choose(screenID)
		s.win.Canvas().Unfocus()
		s.begin()
		return
	}
	s.goTo(next, func() {
		switch recordID {
		case "":
		case screen.NewRecord:
			if c, ok := next.(screen.Creator); ok {
				c.New()
			}
		default:
			if o, ok := next.(screen.Opener); ok {
				o.Open(recordID)
			}
		}
	})
}

// goTo shows a screen once the one before may be left, and then does something there.
func (s *Shell) goTo(next screen.Screen, then func()) {
	s.frame.rail.Choose(s.nav.now.ID()) // until it is sure that it may be left
	s.leave(func() {
		if s.nav.now != next {
			s.remember()
			s.win.Canvas().Unfocus() // what had the keyboard goes out of view
		}
		s.nav.show(next)
		s.frame.rail.Choose(next.ID())
		s.trace.Info("screen shown", "id", next.ID())
		then()
		s.begin()
	})
}

// begin gives the keyboard to where one begins on the screen in view, unless something on it has the keyboard already.
func (s *Shell) begin() {
	if first, ok := s.nav.now.(screen.Starter); ok {
		kit.Begin(s.win.Canvas(), first.First())
	}
}

// Reveal shows a record of any entity on the screen that has a place for it.
func (s *Shell) Reveal(entity, recordID, field string) bool {
	if s.nav == nil {
		return false
	}
	next := s.nav.showing(entity)
	if next == nil {
		return false
	}
	s.goTo(next, func() {
		next.(screen.Revealer).Reveal(entity, recordID, field)
		if recordID != "" && recordID != screen.NewRecord && !strings.HasPrefix(recordID, screen.Narrowed) {
			s.nav.visited(visit{entity, recordID})
		}
		s.trace.Info("revealed", "entity", entity, "field", field)
	})
	return true
}
