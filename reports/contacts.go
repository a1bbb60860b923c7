package reports

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"primadesk/data"
	"primadesk/reports/workbook"
)

// person is a contact who came to an event of the workbook.
type person struct {
	*data.Contact
	organisation string
	events       string
}

// readContacts keeps those who came to the events. Whoever asked for no further contact is left out.
func (d *dossier) readContacts(ctx context.Context, src Source) ([]*person, error) {
	came := map[string][]string{}
	for _, o := range d.held {
		for _, id := range o.tally.People {
			came[id] = append(came[id], o.ID)
		}
	}
	names := make(map[string]string, len(d.organisations))
	for _, i := range d.organisations {
		names[i.id] = i.name
	}
	var list []*person
	for c, err := range src.Contacts(ctx) {
		if err != nil {
			return nil, fmt.Errorf("contacts: %w", err)
		}
		if events := came[c.ID]; len(events) > 0 && !c.Suppressed {
			list = append(list, &person{Contact: c, organisation: names[c.Organisation], events: d.eventNumbers(events)})
		}
	}
	return list, nil
}

// contactFields are the columns of the sheet of contacts, read through the declarations of the domain: one that is marked
// as special has none, whatever stands in this list.
func (d *dossier) contactColumns() []workbook.Column[*person] {
	type column = workbook.Column[*person]
	fields := []struct {
		id    string
		width float64
		value func(*person) string
	}{
		{"family_name", 20, func(p *person) string { return p.FamilyName }},
		{"given_name", 16, func(p *person) string { return p.GivenName }},
		{"latin_name", 22, func(p *person) string { return p.LatinName }},
		{"role", 22, func(p *person) string { return p.Role }},
		{"organisation", 30, func(p *person) string { return p.organisation }},
		{"emails", 28, func(p *person) string { return p.addresses() }},
		{"phones", 20, func(p *person) string { return p.numbers() }},
	}
	entity := data.EntityOf(&data.Contact{})
	columns := make([]column, 0, len(fields)+1)
	for _, f := range fields {
		c, ok := entity.Column(f.id)
		if !ok || c.Privacy == data.Special {
			continue
		}
		columns = append(columns, column{ID: f.id, Header: d.p.T(c.LabelID()), Width: f.width, Value: func(p *person) workbook.Cell {
			return workbook.Text(f.value(p))
		}})
	}
	return append(columns, column{ID: "events", Header: d.p.Field("events"), Width: 18, Value: func(p *person) workbook.Cell { return workbook.Text(p.events) }})
}

func (p *person) addresses() string {
	list := make([]string, 0, len(p.Emails))
	for _, e := range p.Emails {
		list = append(list, e.Address)
	}
	return strings.Join(slices.Compact(list), "\n")
}

func (p *person) numbers() string {
	list := make([]string, 0, len(p.Phones))
	for _, n := range p.Phones {
		list = append(list, n.Number)
	}
	return strings.Join(slices.Compact(list), "\n")
}

// contactsSheet stands last, and only where personal data were asked for.
func (d *dossier) contactsSheet(ctx context.Context) (workbook.Sheet, error) {
	people, err := d.contacts(ctx)
	if err != nil {
		return workbook.Sheet{}, err
	}
	return workbook.Sheet{
		ID: "contacts", Name: d.p.T("report.sheet.contacts"), Title: d.p.T("report.sheet.contacts"), Caption: d.p.T("report.contacts.caption"),
		Layout: workbook.Register, Freeze: 2, Tab: "B8562B",
		Blocks: []workbook.Block{workbook.Table[*person]{
			ID: "contacts", Rows: workbook.Of(people...), Expected: len(people), Empty: d.p.T("report.none"), Columns: d.contactColumns(),
		}},
	}, nil
}
