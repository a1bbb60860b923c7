package reports

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"primadesk/data"
	"primadesk/reports/workbook"
)

// engagementLogReport is the log of exchanges with stakeholders. It is internal; what was said, and with whom, stands in it only
// where personal data were asked for.
func engagementLogReport() Report {
	return Report{
		Name: "engagement-log", Label: "report.log.name", Purpose: "report.log.purpose", Job: JobAudit, Ending: ".xlsx",
		Takes: []Option{OptPeriod, OptDates, OptCountry, OptPersonalData},
		make: func(ctx context.Context, src Source, o Options) (document, error) {
			l := &engagementLog{dossier: newDossier(o)}
			for _, step := range []func(context.Context, Source) error{l.readProject, l.choose, l.read} {
				if err := step(ctx, src); err != nil {
					return nil, err
				}
			}
			book, err := l.book()
			return &sheets{l.dossier, book}, err
		},
	}
}

// engagementLog is a dossier with the exchanges that the choice leaves, the oldest first, those without a date last.
type engagementLog struct {
	*dossier
	list []*exchange
}

// exchange is an engagement with the names that it is shown by.
type exchange struct {
	*data.Engagement
	organisation, country, person string
}

func (l *engagementLog) read(ctx context.Context, src Source) error {
	organisations := map[string]*data.Organisation{}
	for o, err := range src.Organisations(ctx) {
		if err != nil {
			return fmt.Errorf("organisations: %w", err)
		}
		organisations[o.ID] = o
	}
	var contacts []string
	for e, err := range src.Engagements(ctx) {
		if err != nil {
			return fmt.Errorf("engagements: %w", err)
		}
		if l.choice.day(e.Date) {
			l.list = append(l.list, &exchange{Engagement: e})
			contacts = append(contacts, e.Contact)
		}
	}
	people := map[string]*data.Contact{}
	slices.Sort(contacts)
	contacts = slices.DeleteFunc(slices.Compact(contacts), func(id string) bool { return id == "" })
	for some := range slices.Chunk(contacts, 500) {
		list, err := src.People(ctx, some)
		if err != nil {
			return fmt.Errorf("people: %w", err)
		}
		for _, c := range list {
			people[c.ID] = c
		}
	}
	for _, x := range l.list {
		l.name(x, organisations, people)
	}
	if l.choice.country != "" {
		l.list = slices.DeleteFunc(l.list, func(x *exchange) bool { return x.country != l.choice.country })
	}
	slices.SortStableFunc(l.list, func(a, b *exchange) int {
		return cmp.Or(rank(a.Date == "")-rank(b.Date == ""), strings.Compare(string(a.Date), string(b.Date)), l.compare(a.organisation, b.organisation), strings.Compare(a.ID, b.ID))
	})
	return nil
}

// name fills in the organisation, of an exchange with a person hers, and the person only where personal data were asked for.
func (l *engagementLog) name(x *exchange, organisations map[string]*data.Organisation, people map[string]*data.Contact) {
	c := people[x.Contact]
	id := x.Organisation
	if id == "" && c != nil {
		id = c.Organisation
	}
	if o := organisations[id]; o != nil {
		x.organisation, x.country = o.Name, o.Country
	}
	if c != nil && l.o.WithPersonalData {
		x.person = c.Title(l.p.Lang())
	}
}

// overdue tells whether a next step should be done by now. A log keeps no state of it, so this asks, and does not accuse.
func (l *engagementLog) overdue(x *exchange) bool { return x.Due != "" && x.Due < l.today() }

func (x *exchange) hasNext() bool { return x.NextStep != "" || x.NextOwner != "" || x.Due != "" }

func (l *engagementLog) book() (workbook.Workbook, error) {
	p := l.p
	next := slices.DeleteFunc(slices.Clone(l.list), func(x *exchange) bool { return !x.hasNext() })
	slices.SortStableFunc(next, func(a, b *exchange) int {
		return cmp.Or(rank(a.Due == "")-rank(b.Due == ""), strings.Compare(string(a.Due), string(b.Due)))
	})
	title := p.T("report.log.name")
	monthly := l.months()
	cover, err := l.frontSheet(front{
		title: title, internal: true, personal: true,
		links: []workbook.Link{
			content("log", p.Entities("engagement"), "log", len(l.list)), content("next", p.Field("next_steps"), "next", len(next)),
			content("months", p.T("report.log.months"), "", 0),
		},
		notes: []workbook.Pair{note(p.Entities("engagement"), p.T("report.log.note"))},
	})
	book := l.bound(title)
	book.Sheets = []workbook.Sheet{cover, l.logSheet(), l.nextSheet(next), l.monthsSheet(monthly)}
	return book, err
}

type exchangeColumn = workbook.Column[*exchange]

func (l *engagementLog) text(id, header string, width float64, value func(*exchange) string) exchangeColumn {
	return exchangeColumn{ID: id, Header: header, Width: width, Value: func(x *exchange) workbook.Cell { return workbook.Text(value(x)) }}
}

// said is a column of what was written about a person; the mark of the field decides whether it is there.
func (l *engagementLog) said(field string, width float64, value func(*exchange) string) []exchangeColumn {
	if !l.shows(data.EntityOf(&data.Engagement{}).Column, field) {
		return nil
	}
	c := l.text(field, l.p.Field(field), roomFor(l.list, value, width), value)
	c.Kind = workbook.KindWrapped
	return []exchangeColumn{c}
}

func (l *engagementLog) organisation(x *exchange) string { return x.organisation }
func (l *engagementLog) channel(x *exchange) string      { return l.enum(data.Channel, x.Channel) }
func (l *engagementLog) direction(x *exchange) string    { return l.enum(data.Direction, x.Direction) }

func (l *engagementLog) logSheet() workbook.Sheet {
	p := l.p
	columns := []exchangeColumn{
		{ID: "date", Header: p.Field("date"), Kind: workbook.KindDate, Value: func(x *exchange) workbook.Cell { return day(x.Date) }},
		l.text("organisation", p.Entity("organisation"), 40, l.organisation),
	}
	columns = append(columns, l.said("contact", 26, func(x *exchange) string { return x.person })...)
	columns = append(columns, l.text("channel", p.Field("channel"), 16, l.channel), l.text("direction", p.Field("direction"), 14, l.direction))
	columns = append(columns, l.said("summary", 46, func(x *exchange) string { return x.Summary })...)
	columns = append(columns, l.said("outcome", 36, func(x *exchange) string { return x.Outcome })...)
	columns = append(columns, l.said("next_step", 30, func(x *exchange) string { return x.NextStep })...)
	columns = append(columns,
		exchangeColumn{ID: "due", Header: p.Field("due"), Kind: workbook.KindDate, Value: func(x *exchange) workbook.Cell { return day(x.Due) }},
		l.text("owner", p.Field("next_owner"), 20, func(x *exchange) string { return l.partner(x.NextOwner) }))
	blocks := []workbook.Block{workbook.Table[*exchange]{
		ID: "log", Rows: workbook.Of(l.list...), Expected: len(l.list), Empty: p.T("report.none"), Columns: columns,
	}}
	if len(l.list) > 0 {
		blocks = append(blocks, workbook.Gap(4),
			l.countTable("log", "channel", p.T("report.log.by_channel"), p.Field("channel"), tally(l.dossier, l.list, l.channel)),
			l.countTable("log", "direction", p.T("report.log.by_direction"), p.Field("direction"), tally(l.dossier, l.list, l.direction)),
			l.countTable("log", "organisation", p.T("report.log.by_organisation"), p.Entity("organisation"), tally(l.dossier, l.list, l.organisation)))
	}
	return workbook.Sheet{
		ID: "log", Name: p.Entities("engagement"), Title: p.T("report.log.name"), Caption: joined(" · ", l.project.Acronym, l.spanText()),
		Layout: workbook.Register, Freeze: 2, Blocks: blocks,
	}
}

// nextSheet lists what was to come next, by due date.
func (l *engagementLog) nextSheet(next []*exchange) workbook.Sheet {
	p := l.p
	columns := []exchangeColumn{
		{ID: "due", Header: p.Field("due"), Kind: workbook.KindDate, Value: func(x *exchange) workbook.Cell { return day(x.Due) }},
		{ID: "past", Header: p.T("report.log.past"), Width: 16, Value: func(x *exchange) workbook.Cell {
			if l.overdue(x) {
				return workbook.Missing(p.T("report.log.past_due"))
			}
			return workbook.Empty()
		}},
		l.text("owner", p.Field("next_owner"), 24, func(x *exchange) string { return l.partner(x.NextOwner) }),
		l.text("organisation", p.Entity("organisation"), 40, l.organisation),
	}
	columns = append(columns, l.said("contact", 26, func(x *exchange) string { return x.person })...)
	columns = append(columns, l.said("next_step", 46, func(x *exchange) string { return x.NextStep })...)
	columns = append(columns, exchangeColumn{ID: "date", Header: p.T("report.log.agreed"), Kind: workbook.KindDate, Value: func(x *exchange) workbook.Cell { return day(x.Date) }})
	return workbook.Sheet{
		ID: "next", Name: p.Field("next_steps"), Title: p.Field("next_steps"), Layout: workbook.Register, Blocks: []workbook.Block{workbook.Table[*exchange]{
			ID: "next", Rows: workbook.Of(next...), Expected: len(next), Empty: p.T("report.none"), Columns: columns,
		}},
	}
}

// monthly is how often an organisation was in touch in a month.
type monthly struct {
	organisation string
	month        time.Time // its first day; zero: no date
	n            int
}

func (l *engagementLog) months() []monthly {
	type key struct {
		organisation, month string
	}
	counts := map[key]int{}
	for _, x := range l.list {
		counts[key{x.organisation, string(x.Date)[:min(7, len(x.Date))]}]++
	}
	list := make([]monthly, 0, len(counts))
	for k, n := range counts {
		m := monthly{organisation: k.organisation, n: n}
		if k.month != "" {
			m.month = data.Date(k.month + "-01").Time()
		}
		list = append(list, m)
	}
	slices.SortFunc(list, func(a, b monthly) int {
		return cmp.Or(rank(a.organisation == "")-rank(b.organisation == ""), l.compare(a.organisation, b.organisation), strings.Compare(a.organisation, b.organisation), a.month.Compare(b.month))
	})
	return list
}

// monthsSheet counts, live, by organisation and month.
func (l *engagementLog) monthsSheet(list []monthly) workbook.Sheet {
	type column = workbook.Column[monthly]
	p := l.p
	return workbook.Sheet{
		ID: "months", Name: p.T("report.log.months"), Title: p.T("report.log.months"), Layout: workbook.Register, Late: true,
		Blocks: []workbook.Block{workbook.Table[monthly]{
			ID: "months", Rows: workbook.Of(list...), Expected: len(list), Empty: p.T("report.none"), Columns: []column{
				{ID: "organisation", Header: p.Entity("organisation"), Width: 46, Total: workbook.Label(p.T("report.total")), Value: func(m monthly) workbook.Cell {
					return workbook.Text(first(m.organisation, p.T("report.not_stated")))
				}},
				{ID: "month", Header: p.T("report.log.month_from"), Kind: workbook.KindDate, Value: func(m monthly) workbook.Cell { return workbook.Date(m.month) }},
				{ID: "n", Header: p.Entities("engagement"), Kind: workbook.KindInt, Total: workbook.Sum(), Value: func(m monthly) workbook.Cell {
					who := `{organisation}`
					if m.organisation == "" {
						who = `""`
					}
					when := "({log!date:}>={month}),--({log!date:}<EDATE({month},1))"
					if m.month.IsZero() {
						when = `({log!date:}="")`
					}
					return workbook.Formula(workbook.Expression("SUMPRODUCT(--EXACT({log!organisation:},"+who+"),--"+when+")"), float64(m.n))
				}},
			},
		}},
	}
}
