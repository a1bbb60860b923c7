package organisations

import (
	"context"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/kit"
	"primadesk/ui/record"
	"primadesk/ui/screen"
)

// patience is how long a write may wait for another writer, such as an import.
const patience = 20 * time.Second

// peopleTab lists the organisation's people, each a way to her, and adds others: somebody who is known, or new.
func (s *organisations) peopleTab(rec data.Record, of any) fyne.CanvasObject {
	t := s.printer()
	f, ok := of.(*facts)
	if !ok {
		return kit.NewText("", kit.TextStyle{})
	}
	box := kit.VStack(12)
	if !s.readOnly() {
		box.Add(s.adder(organisation(rec)))
	}
	if len(f.people) == 0 {
		box.Add(kit.NewText(t.T("organisations.people_none"), kit.TextStyle{Token: kit.TokenMuted, Wrap: true}))
		return box
	}
	lines := kit.VStack(0)
	for i, c := range f.people {
		lines.Add(s.way(contacts().Name, c.ID, c.Title(t.Lang()), reachOfPerson(c), nil, i == len(f.people)-1))
	}
	box.Add(lines)
	if more := f.People - len(f.people); more > 0 {
		box.Add(kit.NewText(t.N("organisations.people_more", more), kit.TextStyle{Size: kit.TextSmall, Token: kit.TokenMuted, Wrap: true}))
	}
	return box
}

// reachOfPerson is a person's role, and how she is reached.
func reachOfPerson(c *data.Contact) string {
	var parts []string
	if c.Role != "" {
		parts = append(parts, c.Role)
	}
	if len(c.Emails) > 0 {
		parts = append(parts, c.Emails[0].Address)
	} else if len(c.Phones) > 0 {
		parts = append(parts, c.Phones[0].Number)
	}
	return strings.Join(parts, " · ")
}

// adder is the field that adds a person by typing her name.
func (s *organisations) adder(o *data.Organisation) fyne.CanvasObject {
	t := s.printer()
	find := func(ctx context.Context, typed string) ([]kit.Option, error) {
		return record.FindRecords(ctx, s.Workspace, t.Lang(), contacts().Name, typed)
	}
	field := kit.NewCombo(kit.ComboParams{
		Exec: s.exec, Find: find, Unknown: t.T("record.reference_unknown"),
		Create:   func(typed string) string { return t.T("organisations.person_create", "Name", t.Quote(typed)) },
		OnCreate: func(typed string) { s.createPerson(o, typed) },
	})
	kit.SetName(field, t.T("organisations.person_add"))
	field.OnEdited(func() {
		if id := field.Value(); id != "" {
			field.SetValue("")
			s.join(o, id)
		}
	})
	return kit.VStack(4, kit.NewText(t.T("organisations.person_add"), kit.TextStyle{Size: kit.TextSmall, Token: kit.TokenMuted}), field)
}

// join makes somebody who is known one of the organisation's people.
func (s *organisations) join(o *data.Organisation, id string) {
	ctx, stop := context.WithTimeout(context.Background(), patience)
	defer stop()
	var person data.Record
	args := map[string]any{"Entity": contacts().Name, "Record": id}
	done, err := s.Workspace.Records.Write(ctx, "joined", args, func(tx *app.Tx) error {
		rec, err := tx.Get(contacts(), id)
		if err != nil {
			return err
		}
		person = rec
		rec.(*data.Contact).Organisation = o.ID
		return tx.Save(rec)
	})
	if err != nil {
		s.Shell.ShowError(err)
		return
	}
	s.told("organisations.joined", person, done)
}

// createPerson makes a new person of the organisation. The last word that is typed is the family name.
func (s *organisations) createPerson(o *data.Organisation, typed string) {
	ctx, stop := context.WithTimeout(context.Background(), patience)
	defer stop()
	c := &data.Contact{Organisation: o.ID, Country: o.Country, Place: o.Place}
	c.ID, c.Owner = record.NewID(), o.Owner
	words := strings.Fields(typed)
	if n := len(words); n > 0 {
		c.GivenName, c.FamilyName = strings.Join(words[:n-1], " "), words[n-1]
	}
	done, err := s.Workspace.Records.Save(ctx, c)
	if err != nil {
		s.Shell.ShowError(err)
		return
	}
	s.told("organisations.person_made", c, done)
}

//i18n:prefix organisations.joined organisations.person_made
func (s *organisations) told(id string, person data.Record, done app.Done) {
	t := s.printer()
	s.Shell.Toast(screen.Toast{Text: t.T(id, "Name", person.Title(t.Lang())), Actions: []screen.Action{
		{Text: t.T("organisations.open"), Do: func() { s.Shell.Reveal(contacts().Name, person.Head().ID, "") }},
		{Text: t.T("record.undo"), Do: func() { s.Shell.Undo(done.Batch) }},
	}})
}

// findPeople finds with whom of the organisation somebody was in touch: its own people first, then anybody.
func (s *organisations) findPeople(ctx context.Context, typed string) ([]kit.Option, error) {
	t := s.printer()
	var own []kit.Option
	if f, ok := s.Pane().Facts().(*facts); ok {
		for _, c := range f.people {
			if strings.Contains(data.Fold(c.Title(t.Lang())), data.Fold(strings.TrimSpace(typed))) {
				own = append(own, kit.Option{Value: c.ID, Text: c.Title(t.Lang()), Note: c.Role})
			}
		}
	}
	found, err := record.FindRecords(ctx, s.Workspace, t.Lang(), contacts().Name, typed)
	for _, o := range found {
		if !slices.ContainsFunc(own, func(k kit.Option) bool { return k.Value == o.Value }) {
			own = append(own, o)
		}
	}
	return own, err
}
