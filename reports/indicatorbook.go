package reports

import (
	"context"
	"slices"
	"strings"

	"primadesk/data"
	"primadesk/reports/workbook"
)

// indicatorsReport shows what was promised and what was reached, with the records behind every figure.
func indicatorsReport() Report {
	return Report{
		Name: "indicators", Label: "report.indicators.name", Purpose: "report.indicators.purpose", Job: JobPeriod, Ending: ".xlsx",
		Takes: []Option{
			OptPeriod, OptDates, OptPartner, OptCountry, OptType, OptWorkPackage, OptDeliverable, OptEvent, OptFinal, OptPersonalData,
		},
		make: func(ctx context.Context, src Source, o Options) (document, error) {
			d, err := gather(ctx, src, o)
			if err != nil {
				return nil, err
			}
			if err := d.refuse(); err != nil {
				return nil, err
			}
			proofs, err := d.proofs(ctx, src)
			if err != nil {
				return nil, err
			}
			d.draft = !o.Final && (len(d.problems) > 0 || unknown(proofs))
			book, err := d.indicatorBook(proofs)
			return &sheets{d, d.completed(book)}, err
		},
	}
}

// unknown tells whether an actual value, or an event's number of people, is still to be completed.
func unknown(proofs []*proof) bool {
	for _, x := range proofs {
		if x.actual == nil {
			return true
		}
		for _, row := range x.rows {
			if row.uncounted() {
				return true
			}
		}
	}
	return false
}

// uncounted tells whether nobody was counted at an event whose people count.
func (b *behind) uncounted() bool { return !b.Known || b.at != nil && b.Adds == 0 && !b.at.tally.Known }

func (d *dossier) indicatorBook(proofs []*proof) (workbook.Workbook, error) {
	p := d.p
	reason := p.T("report.draft.incomplete")
	if len(d.problems) > 0 {
		reason = p.T("report.draft.sums")
	}
	links := []workbook.Link{
		content("indicators", p.Entities("indicator"), "indicators", len(proofs)),
		content("partners", p.T("report.indicators.by_partner"), "", 0), content("periods", p.T("report.indicators.by_period"), "", 0),
	}
	for _, x := range proofs {
		links = append(links, content(x.id, joined(" ", x.Code, d.text(&x.Name)), x.id, len(x.rows)))
	}
	cover, err := d.frontSheet(front{
		title: p.Entities("indicator"), draft: reason, personal: true, links: links,
		notes: []workbook.Pair{
			note(p.T("report.indicators.actual"), p.T("report.define.indicators")),
			note(p.T("report.indicators.rows"), p.T("report.indicators.rows_note")),
			note(p.T("report.indicators.parts"), p.T("report.indicators.parts_note")),
		},
	})
	book := d.bound(p.Entities("indicator"))
	book.Sheets = []workbook.Sheet{cover, d.provedSheet(proofs), d.partsSheet("partners", proofs), d.partsSheet("periods", proofs)}
	for _, x := range proofs {
		book.Sheets = append(book.Sheets, d.proofSheet(x))
	}
	return book, err
}

// provedSheet is the register of indicators; each actual leads to the records behind it.
func (d *dossier) provedSheet(proofs []*proof) workbook.Sheet {
	list, ids, measured := make([]reached, 0, len(proofs)), map[string]string{}, false
	for _, x := range proofs {
		list = append(list, x.reached)
		ids[x.ID] = x.id
		_, ok := x.share()
		measured = measured || ok
	}
	columns := d.indicatorColumns(list)
	for n := range columns {
		switch value := columns[n].Value; columns[n].ID {
		case "code":
			columns[n].Value = func(r reached) workbook.Cell { return value(r).LinkTo(ids[r.ID]) }
		case "actual":
			columns[n].Value = func(r reached) workbook.Cell {
				if r.actual == nil {
					return d.gap()
				}
				return value(r).LinkTo(ids[r.ID])
			}
		}
	}
	blocks := []workbook.Block{workbook.Table[reached]{
		ID: "indicators", Rows: workbook.Of(list...), Expected: len(list), Empty: d.p.T("report.none"), Columns: columns,
	}}
	if measured {
		blocks = append(blocks, workbook.Chart{
			Kind: workbook.BarChart, Title: d.p.T("report.indicators.chart"), Table: "indicators", Category: "code", Series: []string{"share"}, Percent: true,
		})
	}
	return workbook.Sheet{
		ID: "indicators", Name: d.p.T("report.sheet.indicators"), Title: d.p.T("report.sheet.indicators"), Caption: d.p.T("report.indicators.caption"),
		Layout: workbook.Register, Late: true, Blocks: blocks,
	}
}

// proofSheet lists the records behind one indicator, and below them what it reached by partner and by period.
func (d *dossier) proofSheet(x *proof) workbook.Sheet {
	p := d.p
	table := workbook.Table[*behind]{
		ID: x.id, Rows: workbook.Of(x.rows...), Expected: len(x.rows), Empty: p.T("report.none"), Columns: d.proofColumns(x),
	}
	blocks := []workbook.Block{table, workbook.Gap(4)}
	partners, periods := x.shown(0, x.periods), x.shown(x.periods, len(x.parts))
	if len(partners) > 0 {
		blocks = append(blocks, d.partTable(x.id+"_partners", p.T("report.indicators.by_partner"), partners, []*proof{x}, false))
	}
	if len(periods) > 0 {
		blocks = append(blocks, d.partTable(x.id+"_periods", p.T("report.indicators.by_period"), periods, []*proof{x}, false))
	}
	blocks = append(blocks, d.proofChart(x, partners, periods)...)
	return workbook.Sheet{
		ID: x.id, Name: first(x.Code, x.id), Title: joined(" ", x.Code, d.text(&x.Name)), Caption: d.howCounted(x.Indicator),
		Back: workbook.Link{Text: "← " + p.Entities("indicator"), Sheet: "indicators"}, Layout: workbook.Register, Blocks: blocks,
	}
}

// proofChart draws actual and target by partner; of what has no targets, and one partner at most, by period.
func (d *dossier) proofChart(x *proof, partners, periods []int) []workbook.Block {
	chart := workbook.Chart{Category: "part", Series: []string{"actual"}}
	switch targets := slices.ContainsFunc(partners, func(n int) bool { return x.parts[n].target != nil }); {
	case targets:
		chart.Title, chart.Table, chart.Series = d.p.T("report.indicators.partner_chart"), x.id+"_partners", []string{"actual", "target"}
	case len(partners) > 1:
		chart.Title, chart.Table, chart.Kind = d.p.T("report.indicators.actual_chart"), x.id+"_partners", workbook.BarChart
	case len(periods) > 0:
		chart.Title, chart.Table, chart.Kind = d.p.T("report.indicators.period_chart"), x.id+"_periods", workbook.BarChart
	default:
		return nil
	}
	return []workbook.Block{chart}
}

// proofColumns are who or what is counted, what it adds, and to which partners and periods.
func (d *dossier) proofColumns(x *proof) []workbook.Column[*behind] {
	type column = workbook.Column[*behind]
	kind := numberKind([]reached{x.reached})
	columns := append(d.describing(x), column{
		ID: "adds", Header: d.p.T("report.indicators.adds"), Kind: kind, Total: workbook.Sum(), Value: func(b *behind) workbook.Cell {
			if b.uncounted() {
				return d.gap()
			}
			return workbook.Number(b.Adds.Float64()).Strong()
		},
	})
	for _, n := range x.shown(0, len(x.parts)) {
		header := x.parts[n].label
		// A partner may be called as another column is: LAND, beside the Dutch word for a country.
		if partner := x.parts[n].partner; partner != nil && slices.ContainsFunc(columns, func(c column) bool { return strings.EqualFold(c.Header, header) }) {
			header = first(partner.LegalName, header)
		}
		columns = append(columns, column{
			ID: x.parts[n].column, Header: header, Width: 16, Kind: kind, Total: workbook.Sum(),
			Value: func(b *behind) workbook.Cell { return decimal(b.adds[n]) },
		})
	}
	return columns
}

func (d *dossier) describing(x *proof) []workbook.Column[*behind] {
	type column = workbook.Column[*behind]
	p := d.p
	text := func(id, header string, width float64, value func(*behind) string) column {
		return column{ID: id, Header: header, Width: width, Value: func(b *behind) workbook.Cell { return workbook.Text(value(b)) }}
	}
	total := workbook.Label(p.T("report.total"))
	switch x.Count {
	case "by_hand":
		c := text("period", p.Field("period"), 34, func(b *behind) string { return d.spokenPeriod(*b.Value.Period) })
		c.Total = total
		return []column{c}
	case "organisations":
		name := text("name", p.Entity("organisation"), 46, func(b *behind) string { return first(b.org.name, p.T("report.organisations.removed")) })
		name.Total = total
		return []column{
			name, text("group", p.Field("group"), 30, func(b *behind) string { return d.groupOf(b.org) }),
			text("country", p.Field("country"), 16, func(b *behind) string { return d.landOf(b.org) }),
			text("level", p.Field("level"), 14, func(b *behind) string { return d.levelOf(b.org) }),
		}
	case "unique_people":
		return d.describingPeople(x)
	}
	number := text("number", p.FieldShort("number"), 10, func(b *behind) string { return b.Event.Number })
	number.Total = total
	return []column{
		number, text("title", p.Field("title"), 40, func(b *behind) string { return d.text(&b.Event.Name) }),
		text("type", p.FieldShort("type"), 18, func(b *behind) string { return d.eventType(b.Event) }),
		text("country", p.Field("country"), 16, func(b *behind) string { return d.country(b.Event.Country) }),
		{ID: "date", Header: p.Field("date"), Kind: workbook.KindDate, Value: func(b *behind) workbook.Cell {
			if b.Event.Start == "" {
				return d.gap()
			}
			return day(b.Event.Start.Day())
		}},
	}
}

// describingPeople numbers people; names, and the events that they came to, stand there only where personal data were asked for.
func (d *dossier) describingPeople(x *proof) []workbook.Column[*behind] {
	type column = workbook.Column[*behind]
	p := d.p
	place := make(map[*behind]int, len(x.rows))
	for n, row := range x.rows {
		place[row] = n + 1
	}
	word := func(e *data.Enum, s string) workbook.Cell {
		return workbook.Text(d.enum(e, first(s, data.Undisclosed)))
	}
	columns := []column{{
		ID: "number", Header: p.T("report.indicators.person"), Kind: workbook.KindInt, Align: workbook.AlignLeft, Total: workbook.Label(p.T("report.total")),
		Value: func(b *behind) workbook.Cell { return workbook.Int(place[b]) },
	}}
	if d.o.WithPersonalData {
		columns = append(columns,
			column{ID: "name", Header: p.Field("author_name"), Width: 30, Value: func(b *behind) workbook.Cell { return workbook.Text(b.person.name) }},
			column{ID: "events", Header: p.Field("events"), Width: 20, Value: func(b *behind) workbook.Cell { return workbook.Text(d.eventNumbers(b.person.events)) }})
	}
	return append(columns,
		column{ID: "country", Header: p.Field("country"), Width: 18, Value: func(b *behind) workbook.Cell {
			return workbook.Text(first(d.country(b.person.country), p.T("report.not_stated")))
		}},
		column{ID: "group", Header: p.Field("group"), Width: 34, Value: func(b *behind) workbook.Cell {
			if b.person.group == "" || b.person.group == data.Undisclosed {
				return workbook.Text(p.T("report.not_stated"))
			}
			return word(data.Group, b.person.group)
		}},
		column{ID: "gender", Header: p.Field("gender"), Width: 16, Value: func(b *behind) workbook.Cell { return word(data.Gender, b.person.gender) }})
}
