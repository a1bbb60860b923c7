package takeaways

import (
	"cmp"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/fields"
	"primadesk/ui/kit"
	"primadesk/ui/record"
)

// newPane makes the record beside the cards: the text in two languages, what it is, and what is to follow from it.
func newPane(s *takeaways) *record.Pane {
	p := s.Printer
	return record.New(record.Params{
		Workspace: s.Workspace, Shell: s.Shell, Printer: p, Exec: s.exec, Entity: entity(),
		Sections: []record.Section{
			{ID: "takeaway", Rows: [][]string{{"text"}, {"kind", "theme"}, {"events"}, {"visibility"}}},
			{ID: "follow_up", Title: p.T("takeaways.follow_up_section"), Rows: [][]string{
				{"follow_up"}, {"follow_up_owner", "follow_up_due"}, {"follow_up_state"},
			}},
			{ID: "more", More: true, Rows: [][]string{{"country"}, {"target_groups"}, {"evidence"}}},
		},
		New: func() data.Record { return newTakeaway(s.book) }, Head: s.head, Control: s.control,
		BeforeSave: s.beforeSave, NotCopied: []string{"follow_up", "follow_up_owner", "follow_up_due", "follow_up_state", "order"},
		Next: s.neighbour, OnShown: s.opened, OnMark: s.marked,
	})
}

// textLines is how much of the text is seen at once.
const textLines = 4

// control gives the text more room than a title has.
func (s *takeaways) control(col *data.Column) kit.Control {
	if col.ID != "text" {
		return nil
	}
	return fields.NewTexts(fields.TextsParams{
		Printer: s.Printer, Lines: textLines, Field: col.ID,
		Translations: fields.TranslationsOf(s.Workspace, s.exec, s.written),
	})
}

// written is the takeaway that is shown, once it was saved.
func (s *takeaways) written() (*data.Entity, string) {
	if s.pane.Fresh() {
		return entity(), ""
	}
	return entity(), s.pane.ID()
}

// head says which takeaway it is: theme, or kind, and its events.
func (s *takeaways) head(rec data.Record, _ map[string]string) (title, subtitle string) {
	p, t := s.Printer, rec.(*data.Takeaway)
	if s.book == nil {
		return p.Entity("takeaway"), ""
	}
	if t.Base == 0 {
		return p.T("takeaways.new_title"), p.T("takeaways.new_subtitle")
	}
	title = cmp.Or(s.book.theme(t.Theme), p.Enum(data.TakeawayKind.Name, t.Kind), p.Entity("takeaway"))
	return title, s.book.eventsOf(t)
}

// newTakeaway is one to be written: of the current project, for those in the project alone until somebody makes it public.
func newTakeaway(b *book) *data.Takeaway {
	t := &data.Takeaway{Kind: "finding", Visibility: "internal"}
	t.ID = newID()
	if b != nil {
		t.Project, t.Owner = b.project, b.partner
	}
	return t
}

// beforeSave puts a new takeaway behind the others of its events, and gives it their country and owner where it has none. A
// follow-up that was written without a state is open.
func (s *takeaways) beforeSave(tx *app.Tx, rec data.Record, fresh bool) error {
	t := rec.(*data.Takeaway)
	if t.FollowUp != "" && t.FollowUpState == "" {
		t.FollowUpState = "open"
	}
	if !fresh {
		return nil
	}
	r, err := tx.Reader()
	if err != nil {
		return err
	}
	last := ""
	for _, id := range t.Events {
		for other, err := range r.Each(app.Query{Entity: "takeaway", Where: []app.Cond{app.Where("events", "has", id)}}) {
			if err != nil {
				return err
			}
			last = max(last, other.(*data.Takeaway).Order)
		}
		if e := s.book.events[id]; e != nil {
			t.Country, t.Owner = cmp.Or(t.Country, e.Country), cmp.Or(t.Owner, e.Owner)
		}
	}
	t.Order = data.Between(last, "")
	return nil
}
