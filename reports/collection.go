package reports

import (
	"context"

	"primadesk/data"
	"primadesk/reports/workbook"
)

// collectionReport is where each partner stands with the periods: for whoever compiles the report, not for the officer.
func collectionReport() Report {
	return Report{
		Name: "collection", Label: "report.collection.name", Purpose: "report.collection.purpose", Job: JobPeriod, Ending: ".xlsx",
		Takes: []Option{OptPeriod, OptPartner},
		make: func(ctx context.Context, src Source, o Options) (document, error) {
			d, err := gather(ctx, src, o)
			if err != nil {
				return nil, err
			}
			d.draft, d.problems = false, nil // it has no figures that could be off
			c := &collecting{dossier: d}
			if err := c.read(ctx, src); err != nil {
				return nil, err
			}
			book := d.frame(d.p.T("report.collection.name"))
			book.Names = nil
			book.Sheets = []workbook.Sheet{c.standingsSheet(), c.queriesSheet()}
			return &sheets{d, book}, nil
		},
	}
}

// collecting is what the report shows.
type collecting struct {
	*dossier
	standings []data.Standing
	queries   []*data.PartnerQuery
}

// read asks for the findings of each period that the report is about.
func (c *collecting) read(ctx context.Context, src Source) error {
	collections, err := src.Collections(ctx)
	if err != nil {
		return err
	}
	queries, err := src.Queries(ctx)
	if err != nil {
		return err
	}
	organiser := map[string]string{}
	for figures, err := range src.Events(ctx) {
		if err != nil {
			return err
		}
		organiser[figures.Event.ID] = figures.Event.Organiser
	}
	partners := c.partners
	if c.choice.partner != nil {
		partners = []*data.Partner{c.choice.partner}
	}
	for _, number := range c.periodNumbers() {
		found, err := src.Findings(ctx, c.p, number)
		if err != nil {
			return err
		}
		missing := data.MissingBy(found, func(event string) string { return organiser[event] })
		c.standings = append(c.standings, data.StandingsOf(partners, number, collections, queries, missing, data.DateOf(c.o.Now))...)
	}
	for _, q := range queries {
		if c.choice.partner != nil && q.Partner != c.choice.partner.ID || c.o.Period != 0 && (q.Period == nil || *q.Period != c.o.Period) {
			continue
		}
		c.queries = append(c.queries, q)
	}
	return nil
}

// periodNumbers are those that have begun, or the one asked for.
func (c *collecting) periodNumbers() []int {
	if c.o.Period != 0 {
		return []int{c.o.Period}
	}
	var out []int
	for i := range c.project.Periods {
		if p := &c.project.Periods[i]; p.Number != nil && p.From <= data.DateOf(c.o.Now) {
			out = append(out, *p.Number)
		}
	}
	return out
}

func (c *collecting) standingsSheet() workbook.Sheet {
	p := c.p
	type column = workbook.Column[data.Standing]
	date := func(id, header string, of func(*data.Collection) data.Date) column {
		return column{ID: id, Header: header, Kind: workbook.KindDate, Width: 13, Value: func(s data.Standing) workbook.Cell {
			if s.Collection == nil {
				return workbook.Empty()
			}
			return day(of(s.Collection))
		}}
	}
	return workbook.Sheet{
		ID: "standings", Name: p.T("report.sheet.collection"), Title: p.T("report.collection.name"), Caption: p.T("report.collection.caption"),
		Layout: workbook.Register, Freeze: 1, Blocks: []workbook.Block{workbook.Table[data.Standing]{
			ID: "standings", Rows: workbook.Of(c.standings...), Expected: len(c.standings), Empty: p.T("report.none"), Columns: []column{
				{ID: "partner", Header: p.Entity("partner"), Width: 28, Total: workbook.Label(p.T("report.total")), Value: func(s data.Standing) workbook.Cell { return workbook.Text(s.Partner.Title(p.Lang())) }},
				{ID: "period", Header: p.Field("period"), Kind: workbook.KindInt, Width: 9, Value: func(s data.Standing) workbook.Cell { return workbook.Int(s.Period) }},
				{ID: "state", Header: p.T("report.collection.state"), Width: 16, Value: func(s data.Standing) workbook.Cell {
					return workbook.Text(p.Enum(data.CollectionState.Name, s.State)).Strong()
				}},
				date("asked", p.Field("asked"), func(x *data.Collection) data.Date { return x.Asked }),
				date("due", p.Field("due"), func(x *data.Collection) data.Date { return x.Due }),
				{ID: "reminded", Header: p.T("report.collection.reminded"), Kind: workbook.KindInt, Width: 11, Total: workbook.Sum(), Value: func(s data.Standing) workbook.Cell {
					if s.Collection == nil {
						return workbook.Empty()
					}
					return workbook.Int(len(s.Collection.Reminders))
				}},
				date("received", p.Field("received"), func(x *data.Collection) data.Date { return x.Received }),
				date("checked", p.Field("checked"), func(x *data.Collection) data.Date { return x.Checked }),
				{ID: "open", Header: p.T("report.collection.open"), Kind: workbook.KindInt, Width: 11, Total: workbook.Sum(), Value: func(s data.Standing) workbook.Cell { return workbook.Int(s.Open) }},
				{ID: "missing", Header: p.T("report.collection.missing"), Kind: workbook.KindInt, Width: 11, Total: workbook.Sum(), Value: func(s data.Standing) workbook.Cell { return workbook.Int(s.Missing) }},
			},
		}},
	}
}

func (c *collecting) queriesSheet() workbook.Sheet {
	p := c.p
	type column = workbook.Column[*data.PartnerQuery]
	return workbook.Sheet{
		ID: "queries", Name: p.T("report.sheet.queries"), Title: p.Entities("query"), Caption: p.T("report.collection.caption"),
		Layout: workbook.Register, Freeze: 1, Blocks: []workbook.Block{workbook.Table[*data.PartnerQuery]{
			ID: "queries", Rows: workbook.Of(c.queries...), Expected: len(c.queries), Empty: p.T("report.none"), Columns: []column{
				{ID: "partner", Header: p.Entity("partner"), Width: 24, Value: func(q *data.PartnerQuery) workbook.Cell { return workbook.Text(c.partner(q.Partner)) }},
				{ID: "period", Header: p.Field("period"), Kind: workbook.KindInt, Width: 9, Value: func(q *data.PartnerQuery) workbook.Cell { return optional(q.Period) }},
				{ID: "event", Header: p.Field("event"), Width: 10, Value: func(q *data.PartnerQuery) workbook.Cell { return workbook.Text(c.numbers[q.Event]) }},
				{ID: "question", Header: p.Field("question"), Kind: workbook.KindWrapped, Width: 44, Value: func(q *data.PartnerQuery) workbook.Cell { return workbook.Text(q.Question) }},
				{ID: "asked", Header: p.Field("asked"), Kind: workbook.KindDate, Width: 13, Value: func(q *data.PartnerQuery) workbook.Cell { return day(q.Asked) }},
				{ID: "due", Header: p.Field("due"), Kind: workbook.KindDate, Width: 13, Value: func(q *data.PartnerQuery) workbook.Cell { return day(q.Due) }},
				{ID: "answer", Header: p.Field("answer"), Kind: workbook.KindWrapped, Width: 44, Value: func(q *data.PartnerQuery) workbook.Cell { return workbook.Text(q.Answer) }},
				{ID: "answered", Header: p.Field("answered"), Kind: workbook.KindDate, Width: 13, Value: func(q *data.PartnerQuery) workbook.Cell { return day(q.Answered) }},
			},
		}},
	}
}
