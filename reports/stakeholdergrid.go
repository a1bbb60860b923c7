package reports

import (
	"context"
	"fmt"
	"iter"

	"primadesk/data"
	"primadesk/reports/workbook"
)

// gridSheet draws the grid of power and interest, and counts its quarters.
func (s *stakeholders) gridSheet() workbook.Sheet {
	p := s.p
	return workbook.Sheet{
		ID: "grid", Name: p.T("report.sheet.grid"), Title: p.T("report.sheet.grid"), Caption: joined(" · ", s.project.Acronym, s.selection()),
		Layout: workbook.Stack, OnePage: true, Late: true, Blocks: []workbook.Block{
			s.quarterCounts(),
			workbook.Scatter{
				Title: p.T("report.stakeholders.chart"), Table: "placed", X: "interest", Y: "power", XTitle: p.Field("interest"), YTitle: p.Field("power"),
				Least: 1, Most: 5, Middle: data.GridHigh - 0.5,
			},
			workbook.Paragraph{Text: p.T("report.stakeholders.grid_note"), Tone: workbook.Muted},
		},
	}
}

// quarterCounts counts, live, who has a place in which quarter, and who has none.
func (s *stakeholders) quarterCounts() workbook.Table[string] {
	type column = workbook.Column[string]
	p := s.p
	counts := map[string]int{}
	for _, o := range s.placed {
		counts[o.Quarter()]++
	}
	low, high := fmt.Sprintf("1–%d", data.GridHigh-1), fmt.Sprintf("%d–5", data.GridHigh)
	side := func(is bool) workbook.Cell {
		if is {
			return workbook.Text(high)
		}
		return workbook.Text(low)
	}
	axis := func(id string, high func(quarter string) bool) column {
		return column{ID: id, Header: p.FieldShort(id), Width: 14, Align: workbook.AlignCentre, Value: func(q string) workbook.Cell {
			if q == "" {
				return workbook.Empty()
			}
			return side(high(q))
		}}
	}
	return workbook.Table[string]{ID: "quarters", Rows: workbook.Of(append(quarters[:len(quarters):len(quarters)], "")...), Columns: []column{
		{ID: "quarter", Header: p.T("report.stakeholders.quarter"), Width: 40, Total: workbook.Label(p.T("report.total")), Value: func(q string) workbook.Cell {
			if q == "" {
				return workbook.Text(p.T("report.stakeholders.not_placed"))
			}
			return workbook.Text(s.enum(data.Grid, q)).LinkTo("placed")
		}},
		axis("power", func(q string) bool { return q == "manage_closely" || q == "keep_satisfied" }),
		axis("interest", func(q string) bool { return q == "manage_closely" || q == "keep_informed" }),
		{ID: "n", Header: p.Entities("organisation"), Kind: workbook.KindInt, Total: workbook.Sum(), Value: func(q string) workbook.Cell {
			if q == "" {
				return workbook.Formula("{stakeholders!#}-{placed!#}", float64(len(s.list)-len(s.placed)))
			}
			return workbook.Formula("SUMPRODUCT(--EXACT({placed!quarter:},{quarter}))", float64(counts[q]))
		}},
	}}
}

// quartersSheet lists who has a place in the grid, by quarter; power and interest follow the register.
func (s *stakeholders) quartersSheet() workbook.Sheet {
	type column = workbook.Column[placedAt]
	p := s.p
	text := func(id, header string, width float64, value func(*data.Organisation) string) column {
		return column{ID: id, Header: header, Width: width, Value: func(o placedAt) workbook.Cell { return workbook.Text(value(o.Organisation)) }}
	}
	return workbook.Sheet{
		ID: "placed", Name: p.T("report.stakeholders.quarters"), Title: p.T("report.stakeholders.quarters"), Caption: p.T("report.stakeholders.quarters_caption"),
		Back: workbook.Link{Text: "← " + p.T("report.sheet.grid"), Sheet: "grid"}, Layout: workbook.Register, Late: true,
		Blocks: []workbook.Block{workbook.Table[placedAt]{
			ID: "placed", Rows: workbook.Of(s.placed...), Expected: len(s.placed), Empty: p.T("report.none"), Columns: []column{
				text("quarter", p.T("report.stakeholders.quarter"), 22, func(o *data.Organisation) string { return s.enum(data.Grid, o.Quarter()) }),
				text("name", p.Entity("organisation"), 46, s.called),
				{ID: "power", Header: p.FieldShort("power"), Kind: workbook.KindInt, Value: func(o placedAt) workbook.Cell { return ref("stakeholders", "power", o.row, o.Power) }},
				{ID: "interest", Header: p.FieldShort("interest"), Kind: workbook.KindInt, Value: func(o placedAt) workbook.Cell { return ref("stakeholders", "interest", o.row, o.Interest) }},
				text("engagement", p.Field("engagement_level"), 16, s.engagement),
				text("wanted", p.Field("wanted_engagement"), 16, func(o *data.Organisation) string { return s.enum(data.EngagementLevel, o.WantedEngagement) }),
				text("group", p.Field("group"), 30, s.group), text("country", p.Field("country"), 16, s.land),
			},
		}},
	}
}

// peopleSheet streams the contacts with their organisation, addresses and numbers: they are read while they are written. Whoever
// asked for no further contact is left out.
func (s *stakeholders) peopleSheet(ctx context.Context, src Source) workbook.Sheet {
	rows := func(yield func(*person, error) bool) {
		var p person // one for all: a row is written before the next is read
		for c, err := range src.Contacts(ctx) {
			if err != nil {
				yield(nil, fmt.Errorf("contacts: %w", err))
				return
			}
			if c.Suppressed || !s.near(c) {
				continue
			}
			p = person{Contact: c, organisation: s.names[c.Organisation]}
			if !yield(&p, nil) {
				return
			}
		}
	}
	columns := s.contactColumns()
	columns = columns[:len(columns)-1] // without the events
	if c, ok := data.EntityOf(&data.Contact{}).Column("country"); ok && s.shows(data.EntityOf(&data.Contact{}).Column, c.ID) {
		columns = append(columns, workbook.Column[*person]{ID: c.ID, Header: s.p.T(c.LabelID()), Width: 16, Value: func(p *person) workbook.Cell {
			return workbook.Text(s.country(first(s.lands[p.Organisation], p.Country)))
		}})
	}
	return workbook.Sheet{
		ID: "contacts", Name: s.p.T("report.sheet.contacts"), Title: s.p.T("report.sheet.contacts"), Caption: s.p.T("report.stakeholders.people_caption"),
		Layout: workbook.Register, Freeze: 2, Tab: "B8562B", Blocks: []workbook.Block{workbook.Table[*person]{
			ID: "contacts", Rows: iter.Seq2[*person, error](rows), Empty: s.p.T("report.none"), Columns: columns,
		}},
	}
}

// near tells whether a contact belongs to the country asked for: her organisation's, else her own.
func (s *stakeholders) near(c *data.Contact) bool {
	return s.choice.country == "" || first(s.lands[c.Organisation], c.Country) == s.choice.country
}
