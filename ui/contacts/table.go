package contacts

import (
	"context"

	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/ui/kit"
	"primadesk/ui/listing"
)

// colName is the column under which contacts are sorted by their family names.
const colName = "family_name"

// columns are those of the table. What the usual work needs is shown, the others can be chosen.
func (s *contacts) columns() []listing.Column {
	t := s.p.Printer
	lang := t.Lang()
	return []listing.Column{
		{ID: colName, Title: t.T("contacts.name"), Width: 150, Grow: 3, Cell: func(r listing.Row) kit.Cell { return kit.Cell{Text: r.Record.Title(lang)} }},
		{ID: "organisation", Width: 150, Grow: 3},
		{ID: "group", Title: t.T("field.group"), Width: 120, Grow: 2, Kind: kit.CellMuted, Least: 600, Cell: s.group},
		{ID: "country", Width: 56, Least: 440},
		{ID: "newsletter", Title: t.T("contacts.newsletter"), Width: 94, Kind: kit.CellChip, Cell: s.newsletter},
		{ID: "role", Grow: 2, Hidden: true}, {ID: "emails", Width: 160, Grow: 2, Hidden: true}, {ID: "phones", Width: 130, Hidden: true},
		{ID: "place", Hidden: true}, {ID: "preferred_language", Width: 90, Hidden: true}, {ID: "tags", Grow: 1, Hidden: true},
		{ID: "next_contact", Hidden: true}, {ID: "review_by", Hidden: true}, {ID: "owner", Hidden: true},
		{ID: "latin_name", Grow: 2, Hidden: true}, {ID: "gender", Hidden: true}, {ID: "photo_consent", Hidden: true}, {ID: "source", Hidden: true},
	}
}

// group is that of the organisation: a person has none.
func (s *contacts) group(r listing.Row) kit.Cell {
	o, ok := r.Refs["organisation"].(*data.Organisation)
	if !ok {
		return kit.Cell{}
	}
	return kit.Cell{Text: s.p.Printer.Enum(data.Group.Name, o.Group)}
}

func (s *contacts) newsletter(r listing.Row) kit.Cell {
	state := r.Record.(*data.Contact).ConsentFor("newsletter")
	return kit.Cell{Text: consentWord(s.p.Printer, state), Tone: consentTone(state)}
}

// filters are what the list can be narrowed by. Countries and groups speak for themselves.
func (s *contacts) filters() []listing.Filter {
	t := s.p.Printer
	out := []listing.Filter{
		{Field: "country", Plain: true}, {Field: "organisation.group", Label: t.T("field.group"), Plain: true}, {Field: "tags", Label: t.T("contacts.tag")},
		{Field: "owner"}, {Field: "preferred_language"}, {Field: "review_by"}, {Field: "next_contact"},
	}
	for _, purpose := range data.Purpose.Words {
		out = append(out, listing.Filter{
			Field: "consent." + purpose, Label: t.T("contacts.consent_for", "Purpose", i18n.Lower(t.Enum(data.Purpose.Name, purpose))),
			Options: func(context.Context) ([]kit.Option, error) { return consentOptions(t), nil },
		})
	}
	return append(out, listing.Filter{Field: "suppressed"})
}

func consentOptions(t *i18n.Printer) []kit.Option {
	var out []kit.Option
	for _, state := range []string{data.NotAsked, data.Consented, data.Withdrawn} {
		out = append(out, kit.Option{Value: state, Text: consentWord(t, state)})
	}
	return out
}

// consentTone is the colour of a consent's state, as in the table's column.
func consentTone(state string) kit.Tone {
	switch state {
	case data.Consented:
		return kit.ToneHeld
	case data.Withdrawn:
		return kit.ToneWarm
	}
	return kit.ToneNeutral
}

// consentWord is the state in words.
//
//i18n:prefix contacts.consent.
func consentWord(t *i18n.Printer, state string) string { return t.T("contacts.consent." + state) }
