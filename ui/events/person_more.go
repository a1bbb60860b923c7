package events

import (
	"context"

	"fyne.io/fyne/v2"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/kit"
)

// paperConsents are the purposes that stand on a signed list, in the order of its columns.
var paperConsents = []string{"photographs", "newsletter"}

// consents are the boxes that somebody ticked on paper.
type consents struct {
	v       *people
	contact string
	boxes   map[string]*kit.Check
	content *fyne.Container
}

func newConsents(v *people) *consents {
	p := v.g.s.Printer
	c := &consents{v: v, boxes: map[string]*kit.Check{}}
	row := kit.Flow(16)
	for _, purpose := range paperConsents {
		box := kit.NewCheck(p.Enum(data.Purpose.Name, purpose))
		box.OnEdited(func() { c.v.consent(c.contact, purpose, box.On()) })
		box.SetEnabled(!v.g.s.readOnly())
		c.boxes[purpose] = box
		row.Add(box)
	}
	c.content = kit.VStack(6, kit.NewText(p.T("people.consents_on_paper"), kit.TextStyle{Size: kit.TextSmall, Token: kit.TokenMuted, Wrap: true}), row)
	return c
}

func (c *consents) show(x *participant) {
	c.content.Hidden = x.contact == nil
	c.contact = x.a.Contact
	for purpose, box := range c.boxes {
		value := "false"
		if x.consented(purpose) {
			value = "true"
		}
		box.SetValue(value)
	}
}

// consent keeps a consent that was ticked on the paper of the event, with the scanned list as what proves it.
func (v *people) consent(contact, purpose string, given bool) {
	s := v.g.s
	if v.d == nil || s.readOnly() {
		return
	}
	p := s.Printer
	day := v.day
	if day == "" {
		day = v.d.event.Start.Day()
	}
	if day == "" {
		day = s.Workspace.Today()
	}
	ctx, stop := context.WithTimeout(context.Background(), patience)
	defer stop()
	done, err := s.Workspace.Attendances.Consent(ctx, app.ConsentParams{
		Contact: contact, Purpose: purpose, Given: given, Date: day, Evidence: v.paper(),
	})
	if err != nil {
		s.Shell.ShowError(err)
		s.reread() // the box shows again what is
		return
	}
	name := ""
	if x := v.participant(contact); x != nil {
		name = x.name
	}
	said := p.T("people.consent_taken_back", "Name", name, "Purpose", p.Enum(data.Purpose.Name, purpose))
	if given {
		said = p.T("people.consent_noted", "Name", name, "Purpose", p.Enum(data.Purpose.Name, purpose))
	}
	s.undoable(said, done)
	s.reread()
}

// paper is the scanned paper that consents were ticked on: the consent forms, else the signed list; empty where there is none.
func (v *people) paper() string {
	for _, kind := range []string{"consent_forms", "signed_list"} {
		for _, e := range v.d.evidence {
			if e.Kind == kind {
				return e.ID
			}
		}
	}
	return ""
}

// house is the organisation of somebody of whom none is known, such as one who was met at the door.
type house struct {
	v       *people
	contact *data.Contact
	combo   *kit.Combo
	content *fyne.Container
}

func newHouse(v *people) *house {
	p := v.g.s.Printer
	h := &house{v: v}
	h.combo = kit.NewCombo(kit.ComboParams{
		Exec: v.g.s.exec, Find: h.find, Unknown: p.T("events.contact_unknown"),
		Create: func(typed string) string { return p.T("people.make_organisation", "Name", p.Quote(typed)) }, OnCreate: h.found,
	})
	kit.SetName(h.combo, p.T("field.organisation"))
	h.combo.OnEdited(func() { h.join(h.combo.Value()) })
	h.content = kit.VStack(4, kit.NewText(p.T("field.organisation"), kit.TextStyle{Size: kit.TextSmall, Token: kit.TokenMuted}), h.combo)
	return h
}

func (h *house) show(x *participant) {
	h.contact = x.contact
	h.content.Hidden = x.contact == nil || x.contact.Organisation != "" || h.v.g.s.readOnly()
	if h.combo.Typed() != "" {
		h.combo.SetChoice(kit.Option{})
	}
}

func (h *house) find(ctx context.Context, typed string) ([]kit.Option, error) {
	hits, err := h.v.g.s.Workspace.Records.Search(ctx, app.Find{Text: typed, Entities: []string{"organisation"}, Limit: 8, Lang: h.v.g.s.Printer.Lang()})
	var out []kit.Option
	for _, hit := range hits.Items {
		out = append(out, kit.Option{Value: hit.ID, Text: hit.Title})
	}
	return out, err
}

// join keeps of which organisation she is.
func (h *house) join(organisation string) {
	if organisation == "" || h.contact == nil {
		return
	}
	h.keep(organisation, nil)
}

// found makes the organisation that was typed, and keeps that she is of it, as one batch.
func (h *house) found(typed string) {
	if h.contact == nil {
		return
	}
	o := &data.Organisation{Name: typed, Country: h.v.d.event.Country}
	o.ID, o.Owner = newID(), h.contact.Owner
	h.keep(o.ID, o)
}

func (h *house) keep(id string, made *data.Organisation) {
	s := h.v.g.s
	next := *h.contact
	next.Organisation = id
	ctx, stop := context.WithTimeout(context.Background(), patience)
	defer stop()
	done, err := s.Workspace.Records.Write(ctx, "saved", map[string]any{"Entity": "contact", "Record": next.ID}, func(tx *app.Tx) error {
		if made != nil {
			if err := tx.Save(made); err != nil {
				return err
			}
		}
		return tx.Save(&next)
	})
	if err != nil {
		s.Shell.ShowError(err)
		return
	}
	s.undoable(s.Printer.T("people.joined", "Name", next.Title(s.Printer.Lang())), done)
	s.reread()
}
