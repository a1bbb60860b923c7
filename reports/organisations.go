package reports

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"primadesk/data"
	"primadesk/reports/workbook"
)

// involved is an organisation whose people came to the events, with how many of these. Power, interest, engagement and
// notes are not even kept.
type involved struct {
	id, name, group, sector, level, country, place string
	events                                         int
}

// readOrganisations keeps the organisations that the events' tallies name. One whose record is no longer there still counts.
func (d *dossier) readOrganisations(ctx context.Context, src Source) error {
	found := map[string]*involved{}
	for _, o := range d.held {
		for _, id := range o.tally.Organisations {
			if found[id] == nil {
				found[id] = &involved{id: id}
				d.organisations = append(d.organisations, found[id])
			}
			found[id].events++
		}
	}
	for record, err := range src.Organisations(ctx) {
		if err != nil {
			return fmt.Errorf("organisations: %w", err)
		}
		if i := found[record.ID]; i != nil {
			d.describe(i, record)
		}
	}
	slices.SortFunc(d.organisations, func(a, b *involved) int {
		return cmp.Or(
			slices.Index(data.Group.Words, a.group)-slices.Index(data.Group.Words, b.group), d.compare(d.country(a.country), d.country(b.country)),
			slices.Index(data.Level.Words, a.level)-slices.Index(data.Level.Words, b.level), d.compare(a.name, b.name), strings.Compare(a.id, b.id))
	})
	return nil
}

func (d *dossier) describe(i *involved, o *data.Organisation) {
	i.name, i.group, i.sector, i.level, i.country, i.place = o.Name, o.Group, o.Sector, o.Level, o.Country, o.Place
	if o.LatinName != "" && o.LatinName != o.Name {
		i.name += " (" + o.LatinName + ")"
	}
}

func (d *dossier) groupOf(i *involved) string { return d.enum(data.Group, i.group) }
func (d *dossier) levelOf(i *involved) string { return d.enum(data.Level, i.level) }
func (d *dossier) landOf(i *involved) string  { return d.country(i.country) }

// enum is a word of a closed list; no word is empty.
func (d *dossier) enum(e *data.Enum, word string) string {
	if word == "" {
		return ""
	}
	return d.p.Enum(e.Name, word)
}

// organisationsSheet lists who was involved by group, country and level.
func (d *dossier) organisationsSheet() workbook.Sheet {
	type column = workbook.Column[*involved]
	blocks := []workbook.Block{workbook.Table[*involved]{
		ID: "organisations", Rows: workbook.Of(d.organisations...), Expected: len(d.organisations), Empty: d.p.T("report.none"),
		Columns: []column{
			{ID: "group", Header: d.p.Field("group"), Width: 30, Value: func(i *involved) workbook.Cell { return workbook.Text(d.groupOf(i)) }},
			{ID: "country", Header: d.p.Field("country"), Width: 16, Value: func(i *involved) workbook.Cell { return workbook.Text(d.landOf(i)) }},
			{ID: "level", Header: d.p.Field("level"), Width: 14, Value: func(i *involved) workbook.Cell { return workbook.Text(d.levelOf(i)) }},
			{ID: "name", Header: d.p.Entity("organisation"), Width: 46, Value: func(i *involved) workbook.Cell {
				if i.name == "" {
					return workbook.Text(d.p.T("report.organisations.removed"))
				}
				return workbook.Text(i.name)
			}},
			{ID: "place", Header: d.p.Field("place"), Width: 18, Value: func(i *involved) workbook.Cell { return workbook.Text(i.place) }},
			{ID: "sector", Header: d.p.Field("sector"), Width: 18, Value: func(i *involved) workbook.Cell { return workbook.Text(d.enum(data.Sector, i.sector)) }},
			{ID: "events", Header: d.p.T("report.organisations.events"), Kind: workbook.KindInt, Value: func(i *involved) workbook.Cell { return workbook.Int(i.events) }},
		},
	}}
	if len(d.organisations) > 0 {
		blocks = append(blocks, workbook.Gap(4),
			d.countTable("organisations", "group", d.p.T("report.by_group"), d.p.Field("group"), tally(d, d.organisations, d.groupOf)),
			d.countTable("organisations", "country", d.p.T("report.by_country"), d.p.Field("country"), tally(d, d.organisations, d.landOf)),
			d.countTable("organisations", "level", d.p.T("report.by_level"), d.p.Field("level"), tally(d, d.organisations, d.levelOf)))
	}
	return workbook.Sheet{
		ID: "organisations", Name: d.p.T("report.sheet.organisations"), Title: d.p.T("report.sheet.organisations"),
		Caption: d.p.T("report.organisations.caption"), Layout: workbook.Register, Late: true, Blocks: blocks,
	}
}
