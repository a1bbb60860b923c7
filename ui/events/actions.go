package events

import (
	"fyne.io/fyne/v2"

	"primadesk/data"
	"primadesk/ui/kit"
)

// Open implements screen.Opener: an event's own page, or with an empty id the list alone.
func (s *events) Open(id string) {
	s.chosen = true
	if id == "" {
		s.close()
		return
	}
	s.choose(id)
	s.toPage()
}

// choose makes an event the one that is shown.
func (s *events) choose(id string) {
	if id == s.opened {
		return
	}
	s.page.forget()
	s.opened = id
	s.mark()
	s.read(id)
}

// toPage shows the page of the event that is chosen.
func (s *events) toPage() {
	if s.opened == "" {
		return
	}
	s.paged = true
	if s.side.now != nil && s.side.now.event.ID == s.opened {
		s.page.show(s.side.now)
	}
	s.list.Hide()
	s.page.view.Show()
	s.content.Refresh()
	if s.stop != nil { // the screen is in view: the keyboard goes with it
		s.page.tabs.Focus()
	}
}

// toList shows the list again.
func (s *events) toList() {
	was := s.paged
	s.paged = false
	s.page.view.Hide()
	s.list.Show()
	s.content.Refresh()
	if was && s.stop != nil {
		s.focusView()
	}
}

// FocusSearch implements screen.Searcher.
func (s *events) FocusSearch() {
	s.leavePage(func() { s.header.Search().Focus() })
}

// Search implements screen.Searcher.
func (s *events) Search(text string) {
	s.leavePage(func() {
		s.header.Search().SetText(text)
		s.search(text)
	})
}

// New implements screen.Creator: the page of an event that is saved for the first time with Save.
func (s *events) New() {
	if s.readOnly() {
		return
	}
	if s.fresh = s.book == nil; s.fresh {
		return // the book is on its way
	}
	if s.newOn == "" && !s.paged && s.view == viewMonth && s.canvas().Focused() == fyne.Focusable(s.calendar.month) {
		s.newOn = data.Date(s.calendar.month.Day()) // the day that the keyboard is on, also where it has events
	}
	s.leavePage(func() {
		e := newEvent(s.book, s.Workspace.Settings.Author(), s.want.organiser)
		e.Start, s.newOn = data.Wall(s.newOn), ""
		s.create(e)
	})
}

// create shows the page of an event that is not written yet.
func (s *events) create(e *data.Event) {
	s.chosen = true
	s.page.forget()
	s.reading.Cancel()
	s.page.create(e)
	s.opened = e.ID
	s.paged = true
	s.list.Hide()
	s.page.view.Show()
	s.content.Refresh()
	s.mark()
	s.focus(s.page.plan.event, "name")
}

// Dirty implements screen.Saver.
func (s *events) Dirty() bool { return s.page.dirty() }

// Fresh implements screen.Beginner.
func (s *events) Fresh() bool { return s.page.forms != nil && s.page.fresh }

// Save implements screen.Saver.
func (s *events) Save() bool { return s.page.save() }

// Discard implements screen.Saver.
func (s *events) Discard() { s.page.revert() }

// Delete implements screen.Deleter: the event that is shown goes into the trash. On its page the Delete key belongs to
// what is chosen there; the page has its own link.
func (s *events) Delete() {
	if !s.paged {
		s.deleteEvent()
		return
	}
	s.page.deleteChosen()
}

// deleteEvent puts the event that is shown into the trash, and shows its neighbour.
func (s *events) deleteEvent() {
	if s.readOnly() || s.opened == "" {
		return
	}
	if s.page.fresh {
		s.page.cancel()
		return
	}
	d := s.side.now
	if d == nil || d.event.ID != s.opened {
		return
	}
	next := s.source.neighbour(s.opened)
	s.page.forget()
	if !s.trash(data.EntityOf(d.event), s.Printer.T("events.deleted", "Title", s.Printer.Quote(d.event.Title(s.Printer.Lang()))), s.opened) {
		return
	}
	s.close()
	if next != "" {
		s.choose(next)
	}
}

// Back implements screen.Backer: from what has the focus on the page to the page, from the page to the list, from a search
// to all events.
func (s *events) Back() bool {
	switch {
	case s.paged && s.page.tabs.Chosen() == tabPeople && s.page.people.back():
	case s.paged:
		s.leavePage(s.focusView)
	case s.want.narrowed():
		s.clear()
	case s.opened != "":
		s.close()
	default:
		return false
	}
	return true
}

// leavePage goes to the list, after asking about what is not saved on the page.
func (s *events) leavePage(then func()) {
	if !s.paged {
		then()
		return
	}
	leave := func() {
		if s.page.fresh {
			s.page.cancel()
		} else {
			s.toList()
		}
		then()
	}
	if !s.page.dirty() {
		leave()
		return
	}
	s.ask(leave)
}

// ask offers to save, to throw away, or to stay.
func (s *events) ask(leave func()) {
	p := s.Printer
	var d *kit.Dialog
	discard := kit.NewLink(p.T("events.discard"), func() {
		d.Close()
		s.page.revert()
		leave()
	})
	d = kit.ShowDialog(s.canvas(), kit.DialogParams{
		Title: p.T("events.unsaved"), Text: p.T("events.unsaved_text"), Body: kit.HStack(0, discard, kit.NewSpring()),
		Yes: p.T("events.save"), No: p.T("events.stay"),
		OnYes: func() {
			if s.page.save() {
				leave()
			}
		},
	})
}

// focus puts the keyboard into a field of a form that has just been shown, and so was not drawn yet.
func (s *events) focus(f *kit.Form, id string) { s.canvas().Focus(f.Control(id).Target()) }

func (s *events) canvas() fyne.Canvas { return s.Shell.Window().Canvas() }
