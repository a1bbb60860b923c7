package contacts

import (
	"primadesk/data"
	"primadesk/ui/kit"
)

// The table's columns; those that can be sorted by are named after the field.
const (
	colName         = "family_name"
	colOrganisation = "organisation"
	colGroup        = "group"
	colCountry      = "country"
	colNewsletter   = "newsletter"
)

func (s *contacts) columns() []kit.Column {
	p := s.Printer
	return []kit.Column{
		{ID: colName, Title: p.T("contacts.name"), Width: 150, Grow: 3, Sortable: true},
		{ID: colOrganisation, Title: p.T("field.organisation"), Width: 150, Grow: 3, Sortable: true},
		{ID: colGroup, Title: p.T("field.group"), Width: 120, Grow: 2, Kind: kit.CellMuted},
		{ID: colCountry, Title: p.T("field.country"), Width: 56, Sortable: true},
		{ID: colNewsletter, Title: p.T("contacts.newsletter"), Width: 94, Kind: kit.CellChip},
	}
}

// cells is one contact's line. A name with a draft that waits to be saved has a mark, in the warm colour.
func (s *contacts) cells(r row) []kit.Cell {
	if r.contact == nil {
		return make([]kit.Cell, 5)
	}
	p := s.Printer
	name := kit.Cell{Text: r.contact.Title(p.Lang())}
	if s.record.drafted(r.contact.ID) {
		name.Text, name.Token = name.Text+" •", kit.TokenWarm
	}
	state := r.contact.ConsentFor("newsletter")
	return []kit.Cell{
		name, {Text: r.organisation}, {Text: p.Enum(data.Group.Name, r.group)}, {Text: p.CountryShort(r.contact.Country)},
		{Text: consentWord(p, state), Tone: consentTone(state)},
	}
}
