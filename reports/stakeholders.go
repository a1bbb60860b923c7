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

// stakeholdersReport is the register of organisations with their place in the power and interest grid. It is internal: power,
// interest and engagement never go to the officer.
func stakeholdersReport() Report {
	return Report{
		Name: "stakeholders", Label: "report.stakeholders.name", Purpose: "report.stakeholders.purpose", Job: JobAudit, Ending: ".xlsx",
		Takes: []Option{OptCountry, OptPersonalData},
		make: func(ctx context.Context, src Source, o Options) (document, error) {
			d := newDossier(o)
			s := &stakeholders{dossier: d, names: map[string]string{}, lands: map[string]string{}}
			for _, step := range []func(context.Context, Source) error{d.readProject, d.choose, s.read} {
				if err := step(ctx, src); err != nil {
					return nil, err
				}
			}
			book, err := s.book(ctx, src)
			return &sheets{d, book}, err
		},
	}
}

// stakeholders is a dossier with the live organisations of the workspace, and the place of each in the register.
type stakeholders struct {
	*dossier
	list   []*data.Organisation // by group, country, level and name
	placed []placedAt           // those with a place in the grid, by quarter
	names  map[string]string
	lands  map[string]string
}

// placedAt is an organisation in the grid; row is its place in the register.
type placedAt struct {
	*data.Organisation
	row int
}

// quarters in the order in which they ask for attention.
var quarters = []string{"manage_closely", "keep_satisfied", "keep_informed", "monitor"}

func (s *stakeholders) read(ctx context.Context, src Source) error {
	for o, err := range src.Organisations(ctx) {
		if err != nil {
			return fmt.Errorf("organisations: %w", err)
		}
		if o.State == data.Trash || o.State == data.Undone {
			continue
		}
		s.names[o.ID], s.lands[o.ID] = o.Name, o.Country
		if s.choice.country == "" || o.Country == s.choice.country {
			s.list = append(s.list, o)
		}
	}
	countries := map[string]string{}
	for _, o := range s.list {
		countries[o.Country] = s.country(o.Country)
	}
	slices.SortFunc(s.list, func(a, b *data.Organisation) int {
		return cmp.Or(
			order(data.Group, a.Group)-order(data.Group, b.Group), s.compare(countries[a.Country], countries[b.Country]),
			order(data.Level, a.Level)-order(data.Level, b.Level), s.compare(a.Name, b.Name), strings.Compare(a.ID, b.ID))
	})
	for n, o := range s.list {
		if o.Placed() {
			s.placed = append(s.placed, placedAt{o, n + 1})
		}
	}
	slices.SortStableFunc(s.placed, func(a, b placedAt) int {
		return cmp.Or(slices.Index(quarters, a.Quarter())-slices.Index(quarters, b.Quarter()), *b.Power-*a.Power, *b.Interest-*a.Interest)
	})
	return nil
}

// order is a word's place in its list; one that is not there stands last.
func order(e *data.Enum, word string) int {
	if n := slices.Index(e.Words, word); n >= 0 {
		return n
	}
	return len(e.Words)
}

func (s *stakeholders) book(ctx context.Context, src Source) (workbook.Workbook, error) {
	p := s.p
	links := []workbook.Link{
		content("grid", p.T("report.sheet.grid"), "", 0), content("placed", p.T("report.stakeholders.quarters"), "placed", len(s.placed)),
		content("stakeholders", p.Entities("organisation"), "stakeholders", len(s.list)),
	}
	if s.o.WithPersonalData {
		links = append(links, workbook.Link{Text: p.Entities("contact"), Sheet: "contacts", Value: workbook.CountOf("contacts")})
	}
	title := p.T("report.stakeholders.title")
	cover, err := s.frontSheet(front{
		title: title, internal: true, personal: true, links: links, notes: []workbook.Pair{
			note(p.T("report.sheet.grid"), p.T("report.stakeholders.grid_note")), note(p.Entities("contact"), p.T("report.stakeholders.people_note")),
		},
	})
	book := s.bound(title)
	book.Sheets = []workbook.Sheet{cover, s.gridSheet(), s.quartersSheet(), s.registerSheet()}
	if s.o.WithPersonalData {
		book.Sheets = append(book.Sheets, s.peopleSheet(ctx, src))
	}
	return book, err
}

type organisationColumn = workbook.Column[*data.Organisation]

func (s *stakeholders) columns() []organisationColumn {
	p := s.p
	text := func(id, header string, width float64, value func(*data.Organisation) string) organisationColumn {
		return organisationColumn{ID: id, Header: header, Width: width, Value: func(o *data.Organisation) workbook.Cell { return workbook.Text(value(o)) }}
	}
	return []organisationColumn{
		text("group", p.Field("group"), 30, s.group), text("country", p.Field("country"), 16, s.land), text("level", p.Field("level"), 12, s.level),
		text("name", p.Entity("organisation"), 42, s.called),
		text("sector", p.Field("sector"), 16, func(o *data.Organisation) string { return s.enum(data.Sector, o.Sector) }),
		text("region", p.Field("region"), 18, func(o *data.Organisation) string { return o.Region }),
		text("place", p.Field("place"), 18, func(o *data.Organisation) string { return o.Place }),
		text("engagement", p.Field("engagement_level"), 14, s.engagement),
		text("wanted", p.Field("wanted_engagement"), 14, func(o *data.Organisation) string { return s.enum(data.EngagementLevel, o.WantedEngagement) }),
		{ID: "power", Header: p.FieldShort("power"), Kind: workbook.KindInt, Value: func(o *data.Organisation) workbook.Cell { return optional(o.Power) }},
		{ID: "interest", Header: p.FieldShort("interest"), Kind: workbook.KindInt, Value: func(o *data.Organisation) workbook.Cell { return optional(o.Interest) }},
		text("quarter", p.T("report.stakeholders.quarter"), 18, func(o *data.Organisation) string { return s.enum(data.Grid, o.Quarter()) }),
	}
}

func (s *stakeholders) group(o *data.Organisation) string { return s.enum(data.Group, o.Group) }
func (s *stakeholders) land(o *data.Organisation) string  { return s.dossier.country(o.Country) }
func (s *stakeholders) level(o *data.Organisation) string { return s.enum(data.Level, o.Level) }
func (s *stakeholders) engagement(o *data.Organisation) string {
	return s.enum(data.EngagementLevel, o.Engagement)
}

// called is the name in its own script, with the Latin one behind it.
func (s *stakeholders) called(o *data.Organisation) string {
	if o.LatinName != "" && o.LatinName != o.Name {
		return o.Name + " (" + o.LatinName + ")"
	}
	return o.Name
}

// registerSheet lists every organisation, and counts them by group, country, level and engagement.
func (s *stakeholders) registerSheet() workbook.Sheet {
	p := s.p
	blocks := []workbook.Block{workbook.Table[*data.Organisation]{
		ID: "stakeholders", Rows: workbook.Of(s.list...), Expected: len(s.list), Empty: p.T("report.none"), Columns: s.columns(),
	}}
	if len(s.list) > 0 {
		blocks = append(blocks, workbook.Gap(4),
			s.countTable("stakeholders", "group", p.T("report.by_group"), p.Field("group"), tally(s.dossier, s.list, s.group)),
			s.countTable("stakeholders", "country", p.T("report.by_country"), p.Field("country"), tally(s.dossier, s.list, s.land)),
			s.countTable("stakeholders", "level", p.T("report.by_level"), p.Field("level"), tally(s.dossier, s.list, s.level)),
			s.countTable("stakeholders", "engagement", p.T("report.stakeholders.by_engagement"), p.Field("engagement_level"), tally(s.dossier, s.list, s.engagement)))
	}
	return workbook.Sheet{
		ID: "stakeholders", Name: p.Entities("organisation"), Title: p.Entities("organisation"), Caption: p.T("report.stakeholders.caption"),
		Layout: workbook.Register, Freeze: 4, Blocks: blocks,
	}
}
