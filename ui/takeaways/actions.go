package takeaways

import (
	"primadesk/data"
	"primadesk/ui/kit"
)

// Open implements screen.Opener.
func (s *takeaways) Open(id string) {
	s.chosen = true
	if id == "" {
		s.record.close()
		return
	}
	if have := s.source.have(); have != nil && s.source.index(id) < 0 && s.want.narrowed() {
		s.clear() // the list was narrowed to others
	}
	s.pick(id)
}

// pick shows a takeaway beside the cards, after asking about what is not saved in the form.
func (s *takeaways) pick(id string) {
	if id == s.record.id() {
		return
	}
	s.leave(func() { s.record.open(id) })
}

// FocusSearch implements screen.Searcher.
func (s *takeaways) FocusSearch() { s.header.Search().Focus() }

// Search implements screen.Searcher.
func (s *takeaways) Search(text string) {
	s.header.Search().SetText(text)
	s.search(text)
}

// New implements screen.Creator.
func (s *takeaways) New() {
	if s.readOnly() {
		return
	}
	s.chosen = true
	s.leave(s.record.create)
}

// Dirty implements screen.Saver.
func (s *takeaways) Dirty() bool { return s.record.dirty() }

// Save implements screen.Saver.
func (s *takeaways) Save() bool { return s.record.save() }

// Discard implements screen.Saver.
func (s *takeaways) Discard() { s.record.revert() }

// Delete implements screen.Deleter.
func (s *takeaways) Delete() {
	r := s.record
	if r.now == nil || s.readOnly() {
		return
	}
	if r.fresh {
		r.close()
		return
	}
	now, next := r.now, s.source.neighbour(r.id())
	ctx, stop := waiting()
	defer stop()
	r.saving = true
	done, err := s.Workspace.Records.Trash(ctx, entity(), now.ID)
	r.saving = false
	if err != nil {
		s.Shell.ShowError(err)
		return
	}
	r.close()
	if next != "" {
		r.open(next)
	}
	s.undoable(s.Printer.T("takeaways.deleted"), done)
}

// Back implements screen.Backer: from the takeaway to the cards, from a search to all.
func (s *takeaways) Back() bool {
	switch {
	case s.record.now != nil:
		s.leave(s.record.close)
	case s.want.narrowed():
		s.clear()
	default:
		return false
	}
	return true
}

// leave goes on with something that takes the form away, after offering to save, to throw away, or to stay.
func (s *takeaways) leave(then func()) {
	if !s.record.dirty() {
		then()
		return
	}
	p := s.Printer
	var d *kit.Dialog
	discard := kit.NewLink(p.T("takeaways.discard"), func() {
		d.Close()
		s.record.revert()
		then()
	})
	d = kit.ShowDialog(s.Shell.Window().Canvas(), kit.DialogParams{
		Title: p.T("takeaways.unsaved"), Text: p.T("takeaways.unsaved_text"), Body: kit.HStack(0, discard, kit.NewSpring()),
		Yes: p.T("takeaways.save"), No: p.T("takeaways.stay"),
		OnYes: func() {
			if s.record.save() {
				then()
			}
		},
	})
}

// newTakeaway is one to be written: of the current project, for those in the project alone until somebody makes it public.
func newTakeaway(b *book, author string) *data.Takeaway {
	t := &data.Takeaway{Kind: "finding", Visibility: "internal"}
	t.ID = newID()
	if b.project != nil {
		t.Project = b.project.ID
	}
	if a := b.authors[author]; a != nil {
		t.Owner = a.Partner
	}
	return t
}
