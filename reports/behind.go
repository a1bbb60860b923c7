package reports

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"primadesk/data"
	"primadesk/reports/workbook"
)

// proof is an indicator with every record that it counts, on a sheet of its own. Who came to two partners' events stands once,
// and adds to both partners' columns.
type proof struct {
	reached
	id      string // of its sheet and table
	rows    []*behind
	parts   []portion // partners first, then periods
	periods int       // where the periods begin
}

// behind is one record with what it adds in all and to each part.
type behind struct {
	data.Behind
	at     *occasion
	org    *involved
	person *attendee
	adds   []*data.Decimal
}

// portion is what an indicator reached with one partner or in one period.
type portion struct {
	column  string // of the sheet
	label   string
	partner *data.Partner
	holds   func(*data.Event) bool
	number  *int // of the period
	target  *data.Decimal
	sum     data.Decimal
	some    bool // something was counted
	open    bool // something is still to be counted, so that the sum is not known or not all
}

// attendee is a person as a list without names has her.
type attendee struct {
	name, country, group, gender string
	events                       []string
}

// proofs are the indicators with what is behind them.
func (d *dossier) proofs(ctx context.Context, src Source) ([]*proof, error) {
	people, err := d.readCounted(ctx, src)
	if err != nil {
		return nil, err
	}
	at := make(map[string]*occasion, len(d.held))
	for _, o := range d.held {
		at[o.ID] = o
	}
	organisations := make(map[string]*involved, len(d.organisations))
	for _, o := range d.organisations {
		organisations[o.id] = o
	}
	events, groups := d.countedEvents(), d.groupOfOrganisation()
	var list []*proof
	for n, r := range d.reachedIndicators() {
		x := &proof{reached: r, id: "rows" + strconv.Itoa(n+1)}
		x.parts, x.periods = d.partsOf(r.Indicator)
		if periods, ok := d.countable(r.Indicator); ok {
			for _, b := range r.Behind(events, periods, groups) {
				row := &behind{Behind: b, org: organisations[b.Organisation], person: people[b.Person], adds: make([]*data.Decimal, len(x.parts))}
				if b.Event != nil {
					row.at = at[b.Event.ID]
				}
				x.rows = append(x.rows, row)
			}
			x.divide(events, periods, groups)
		}
		d.order(x.rows)
		if x.actual != nil {
			x.live = workbook.Expression("SUM({" + x.id + "!adds:})")
			if x.Baseline != nil {
				x.live += "+{baseline}"
			}
		}
		list = append(list, x)
	}
	return list, nil
}

// partsOf are the partners and periods that an indicator is shown by, and a remainder of each.
func (d *dossier) partsOf(i *data.Indicator) (parts []portion, periods int) {
	for n, partner := range d.partners {
		p := portion{column: "partner" + strconv.Itoa(n+1), label: partner.Title(d.p.Lang()), partner: partner}
		p.holds = func(e *data.Event) bool { return e.OrganisedBy(partner.ID) }
		for j := range i.Targets {
			if i.Targets[j].Partner == partner.ID {
				p.target = i.Targets[j].Target
			}
		}
		parts = append(parts, p)
	}
	parts = append(parts, portion{column: "partner0", label: d.p.T("report.indicators.no_partner"), holds: func(e *data.Event) bool {
		return !slices.ContainsFunc(d.partners, func(p *data.Partner) bool { return e.OrganisedBy(p.ID) })
	}})
	periods = len(parts)
	for n := range d.project.Periods {
		period := &d.project.Periods[n]
		parts = append(parts, portion{
			column: "period" + strconv.Itoa(n+1), label: d.periodDays(period), number: period.Number,
			holds: func(e *data.Event) bool { return period.Has(e.Start.Day()) },
		})
	}
	return append(parts, portion{column: "period0", label: d.p.T("report.indicators.no_period"), holds: func(e *data.Event) bool {
		return !slices.ContainsFunc(d.project.Periods, func(p data.Period) bool { return p.Has(e.Start.Day()) })
	}}), periods
}

func (d *dossier) periodDays(p *data.Period) string {
	number := ""
	if p.Number != nil {
		number = d.p.Number(*p.Number)
	}
	return joined(" · ", number, span(d, p.From, p.To))
}

// divide counts the indicator again over each part's events, and notes what each record adds there.
func (x *proof) divide(events []data.Counted, periods []int, groups data.GroupOf) {
	rows := make(map[string]*behind, len(x.rows))
	for _, row := range x.rows {
		rows[keyOf(row.Behind)] = row
	}
	for n := range x.parts {
		p := &x.parts[n]
		among := slices.DeleteFunc(slices.Clone(events), func(e data.Counted) bool { return !p.holds(e.Event) })
		for _, b := range x.Behind(among, periods, groups) {
			if b.Value != nil && (p.number == nil || *p.number != *b.Value.Period) {
				continue // by hand, of another period; partners have none
			}
			row := rows[keyOf(b)]
			if row.uncounted() {
				p.open = true
				continue
			}
			p.sum, p.some = p.sum+b.Adds, true
			adds := b.Adds
			row.adds[n] = &adds
		}
	}
}

func keyOf(b data.Behind) string {
	switch {
	case b.Event != nil:
		return b.Event.ID
	case b.Value != nil:
		return b.Value.ID
	}
	return b.Person + b.Organisation
}

// shown are the parts with a target or a record, so that no column is empty for nothing.
func (x *proof) shown(from, to int) []int {
	var list []int
	for n := from; n < to; n++ {
		if p := &x.parts[n]; p.some || p.open || p.target != nil {
			list = append(list, n)
		}
	}
	return list
}

// readCounted reads what is known of the people whom indicators count one by one.
func (d *dossier) readCounted(ctx context.Context, src Source) (map[string]*attendee, error) {
	if !slices.ContainsFunc(d.indicators, func(i *data.Indicator) bool { return i.Count == "unique_people" }) {
		return nil, nil
	}
	people, ids := map[string]*attendee{}, []string{}
	for _, o := range d.held {
		for _, id := range o.tally.People {
			if people[id] == nil {
				people[id] = &attendee{group: o.tally.GroupOf[id]}
				ids = append(ids, id)
			}
			people[id].events = append(people[id].events, o.ID)
		}
	}
	lands := make(map[string]string, len(d.organisations))
	for _, o := range d.organisations {
		lands[o.id] = o.country
	}
	for some := range slices.Chunk(ids, 500) {
		list, err := src.People(ctx, some)
		if err != nil {
			return nil, fmt.Errorf("people: %w", err)
		}
		for _, c := range list {
			p := people[c.ID]
			p.country, p.gender = first(lands[c.Organisation], c.Country), c.Gender
			if d.o.WithPersonalData && !c.Suppressed {
				p.name = joined(" ", c.FamilyName, c.GivenName)
			}
		}
	}
	return people, nil
}

// order puts people by country, group, gender and name, organisations by group, country and name, values by period; events keep the register's
// order. A list without names must not tell them by its order, so ids break ties.
func (d *dossier) order(rows []*behind) {
	slices.SortStableFunc(rows, func(a, b *behind) int {
		switch {
		case a.person != nil && b.person != nil:
			return cmp.Or(
				d.compare(d.country(a.person.country), d.country(b.person.country)),
				slices.Index(data.Group.Words, a.person.group)-slices.Index(data.Group.Words, b.person.group),
				slices.Index(data.Gender.Words, a.person.gender)-slices.Index(data.Gender.Words, b.person.gender),
				d.compare(a.person.name, b.person.name), strings.Compare(a.Person, b.Person))
		case a.Value != nil && b.Value != nil:
			return *a.Value.Period - *b.Value.Period
		case a.org != nil && b.org != nil:
			return slices.Index(d.organisations, a.org) - slices.Index(d.organisations, b.org)
		}
		return 0
	})
}
