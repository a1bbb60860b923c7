package contacts

import (
	"context"

	"fyne.io/fyne/v2"

	"primadesk/ui/screen"
)

// Open implements screen.Opener.
func (s *contacts) Open(id string) {
	if id == "" {
		s.chosen = true
		s.record.close()
		return
	}
	if s.asked && s.source.index(id) < 0 && s.want.narrowed() {
		s.clear() // the list was narrowed to others
	}
	s.show(id)
}

// FocusSearch implements screen.Searcher.
func (s *contacts) FocusSearch() { s.header.Search().Focus() }

// Search implements screen.Searcher.
func (s *contacts) Search(text string) {
	s.header.Search().SetText(text)
	s.search(text)
}

// New implements screen.Creator.
func (s *contacts) New() {
	if s.readOnly() {
		return
	}
	s.chosen = true
	s.record.create()
	s.mark()
}

// Dirty implements screen.Saver. Drafts of contacts that are not shown count, too: closing would lose them.
func (s *contacts) Dirty() bool {
	return s.record.now != nil && s.record.form.Dirty() || len(s.record.drafts) > 0
}

// Save implements screen.Saver. It saves what is in the form; as long as drafts of others wait it says so, and does not
// count as done. Where the form itself has nothing to save, the next draft is opened.
func (s *contacts) Save() bool {
	r := s.record
	wrote := r.now != nil && (r.form.Dirty() || r.now.fresh)
	if wrote && !r.save() {
		return false
	}
	n := len(r.drafts)
	if n == 0 {
		return true
	}
	s.Shell.Status(s.Printer.N("contacts.drafts", n))
	if !wrote {
		s.nextDraft()
	}
	return false
}

// Discard implements screen.Saver: the form's changes and all drafts go.
func (s *contacts) Discard() {
	clear(s.record.drafts)
	s.record.revert()
	s.bar.show()
	s.table.Reload()
}

// Delete implements screen.Deleter.
func (s *contacts) Delete() {
	r := s.record
	if r.now == nil || s.readOnly() {
		return
	}
	if r.now.fresh {
		r.discard()
		return
	}
	ctx, stop := context.WithTimeout(context.Background(), patience)
	defer stop()
	contact, next := r.now.contact, s.source.neighbour(r.id())
	r.saving = true
	done, err := s.Workspace.Records.Trash(ctx, entity(), contact.ID)
	r.saving = false
	if err != nil {
		s.Shell.ShowError(err)
		return
	}
	r.discard()
	if next != "" {
		s.show(next)
	}
	p := s.Printer
	s.Shell.Toast(screen.Toast{
		Text:    p.T("contacts.deleted", "Name", contact.Title(p.Lang())),
		Actions: []screen.Action{{Text: p.T("contacts.undo"), Do: func() { s.Shell.Undo(done.Batch) }}},
	})
}

// Back implements screen.Backer: from the form to the table, from the record to the list alone, from a search to everybody.
func (s *contacts) Back() bool {
	c := s.Shell.Window().Canvas()
	switch focused := c.Focused(); {
	case s.record.now != nil && focused != nil && focused != fyne.Focusable(s.table):
		s.table.Focus()
	case s.record.now != nil:
		s.record.close()
	case s.want.narrowed():
		s.clear()
	default:
		return false
	}
	return true
}

// nextDraft opens a draft that waits.
func (s *contacts) nextDraft() {
	if ids := s.record.draftIDs(); len(ids) > 0 {
		s.record.show(ids[0], row{})
		s.mark()
	}
}
