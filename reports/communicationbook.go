package reports

import (
	"context"
	"fmt"
	"slices"

	"primadesk/data"
	"primadesk/reports/workbook"
)

// communicationReport is the Portal's table of communication activities, with what its final report would refuse.
func communicationReport() Report {
	return Report{
		Name: "communication", Label: "report.communication.name", Purpose: "report.communication.purpose", Job: JobPeriod, Ending: ".xlsx",
		Takes: []Option{OptPeriod, OptDates, OptPartner, OptCountry, OptFinal},
		make: func(ctx context.Context, src Source, o Options) (document, error) {
			d, err := gather(ctx, src, o)
			if err != nil {
				return nil, err
			}
			issues, err := src.Bulletins(ctx)
			if err != nil {
				return nil, fmt.Errorf("bulletins: %w", err)
			}
			refusals := d.refusals()
			if o.Final && len(refusals) > 0 {
				return nil, &data.Error{Code: "report.portal", Args: []any{"N", len(refusals)}, Details: refusals}
			}
			d.settled()
			d.draft = len(refusals) > 0
			book, err := d.communicationBook(refusals, byID(issues))
			return &sheets{d, d.completed(book)}, err
		},
	}
}

// refusals are what the Portal's final report would not take: nothing delivered, what is not finished, and what a delivered
// activity lacks.
func (d *dossier) refusals() data.Problems {
	var ps data.Problems
	add := func(c *data.Communication, field, code string, args ...any) {
		p := data.Problem{Entity: "communication", Field: field, Code: code, Refuse: true, Args: args}
		if c != nil {
			p.Record, p.Args = c.ID, append([]any{"Activity", d.text(&c.Name)}, args...)
		}
		ps = append(ps, p)
	}
	report := data.FinalReportOf(d.communications)
	if report.Delivered == 0 {
		add(nil, "status", "report.none_delivered")
	}
	for _, c := range d.communications {
		if slices.Contains(report.Open, c) {
			add(c, "status", "report.not_finished", "Status", d.enum(data.CommunicationStatus, c.Status))
		}
		for _, field := range c.Lacks() {
			code := "report.activity_lacks"
			if field == "emblem_checked" {
				code = "report.emblem_unchecked"
			}
			add(c, field, code, "Field", d.p.Field(field))
		}
	}
	return ps
}

func (d *dossier) communicationBook(refusals data.Problems, issues map[string]*data.Bulletin) (workbook.Workbook, error) {
	p := d.p
	report := data.FinalReportOf(d.communications)
	verdict := p.T("report.communication.taken")
	if len(refusals) > 0 {
		verdict = p.N("report.communication.refused", len(refusals))
	}
	title := p.Entities("communication")
	cover, err := d.frontSheet(front{
		title: title, draft: verdict,
		pairs: []workbook.Pair{
			{Label: d.enum(data.CommunicationStatus, "delivered"), Value: workbook.Formula(d.statusCount("delivered"), float64(report.Delivered))},
			note(p.T("report.communication.final_report"), verdict),
		},
		links: []workbook.Link{
			content("communication", title, "communication", len(d.communications)),
			content("refusals", p.T("report.communication.refusals"), "refusals", len(refusals)),
		},
		notes: []workbook.Pair{
			note(p.T("report.communication.final_report"), p.T("report.communication.rules")),
			note(p.Field("reported_period"), p.T("report.communication.locked")),
		},
	})
	book := d.bound(title)
	book.Sheets = []workbook.Sheet{cover, d.portalSheet(issues), d.refusalSheet(refusals)}
	return book, err
}

func (d *dossier) statusCount(word string) workbook.Expression {
	return workbook.Expression("SUMPRODUCT(--EXACT({communication!status:}," + quoted(d.enum(data.CommunicationStatus, word)) + "))")
}

// portalSheet has the activities in the Portal's order of fields, with what it would refuse marked.
func (d *dossier) portalSheet(issues map[string]*data.Bulletin) workbook.Sheet {
	p := d.p
	list := d.communications
	blocks := []workbook.Block{workbook.Table[*data.Communication]{
		ID: "communication", Rows: workbook.Of(list...), Expected: len(list), Empty: p.T("report.none"), Columns: d.portalColumns(issues),
	}}
	if len(list) > 0 {
		channel := func(c *data.Communication) string { return d.enum(data.CommunicationBy, c.Channel) }
		status := func(c *data.Communication) string { return d.enum(data.CommunicationStatus, c.Status) }
		blocks = append(blocks, workbook.Gap(4),
			d.countTable("communication", "status", p.T("report.by_status"), p.Field("status"), tally(d, list, status)),
			d.countTable("communication", "channel", p.T("report.communication.by_channel"), p.Field("channel"), tally(d, list, channel)),
			workbook.Chart{
				Kind: workbook.BarChart, Title: p.T("report.communication.chart"), Table: "communication_by_channel", Category: "name", Series: []string{"n"},
			})
	}
	return workbook.Sheet{
		ID: "communication", Name: p.T("report.sheet.communication"), Title: p.Entities("communication"),
		Caption: p.T("report.communication.order"), Layout: workbook.Register, Freeze: 1, Late: true, Blocks: blocks,
	}
}

func (d *dossier) portalColumns(issues map[string]*data.Bulletin) []activityColumn {
	p := d.p
	columns := d.activityColumns()
	for n := range columns {
		field, value := columns[n].ID, columns[n].Value
		columns[n].Value = func(c *data.Communication) workbook.Cell {
			switch {
			case field == "status" && (c.Status == "ongoing" || c.Status == "postponed"):
				return d.unfit(d.enum(data.CommunicationStatus, c.Status))
			case slices.Contains(c.Lacks(), field):
				return d.gap()
			}
			return value(c)
		}
	}
	return append(columns,
		activityColumn{ID: "link", Header: p.Field("link"), Width: 26, Value: func(c *data.Communication) workbook.Cell { return workbook.Text(c.Link).LinkOut(c.Link) }},
		activityColumn{ID: "emblem_checked", Header: p.FieldShort("emblem_checked"), Width: 14, Value: func(c *data.Communication) workbook.Cell {
			switch {
			case c.EmblemChecked:
				return workbook.Text(p.T("report.communication.checked"))
			case c.Status == "delivered":
				return d.unfit(p.T("report.communication.unchecked"))
			}
			return workbook.Text(p.T("report.communication.unchecked"))
		}},
		activityColumn{ID: "from", Header: p.T("report.communication.from"), Width: 20, Value: func(c *data.Communication) workbook.Cell {
			from := d.numbers[c.Event]
			if b := issues[c.Bulletin]; b != nil && b.Number != nil {
				from = joined(", ", from, p.Entity("bulletin")+" "+p.Number(*b.Number))
			}
			return workbook.Text(from)
		}},
		activityColumn{ID: "reported", Header: p.FieldShort("reported_period"), Kind: workbook.KindInt, Value: func(c *data.Communication) workbook.Cell { return optional(c.ReportedPeriod) }})
}

// unfit is a text that stands there and will not do; in a final version nothing is marked.
func (d *dossier) unfit(text string) workbook.Cell {
	if d.o.Final {
		return workbook.Text(text)
	}
	return workbook.Missing(text)
}

// refusalSheet says, one by one, why the Portal would refuse the table.
//
//i18n:prefix problem.report.
func (d *dossier) refusalSheet(refusals data.Problems) workbook.Sheet {
	type column = workbook.Column[data.Problem]
	p := d.p
	names := make(map[string]string, len(d.communications))
	for _, c := range d.communications {
		names[c.ID] = d.text(&c.Name)
	}
	return workbook.Sheet{
		ID: "refusals", Name: p.T("report.communication.refusals"), Title: p.T("report.communication.refusals"), Caption: p.T("report.communication.refusals_caption"),
		Layout: workbook.Register, Late: true, Blocks: []workbook.Block{workbook.Table[data.Problem]{
			ID: "refusals", Rows: workbook.Of(refusals...), Expected: len(refusals), Empty: p.T("report.communication.taken"), Columns: []column{
				{ID: "activity", Header: p.Entity("communication"), Width: 40, Value: func(x data.Problem) workbook.Cell { return workbook.Text(names[x.Record]) }},
				{ID: "field", Header: p.T("report.readiness.field"), Width: 26, Value: func(x data.Problem) workbook.Cell { return workbook.Text(p.Field(x.Field)) }},
				{ID: "why", Header: p.T("report.readiness.finding"), Kind: workbook.KindWrapped, Width: 70, Value: func(x data.Problem) workbook.Cell {
					return workbook.Text(p.T("problem."+x.Code, spoken(p, x.Args)...))
				}},
			},
		}},
	}
}
