package reports

import (
	"context"
	"slices"
	"strings"

	"primadesk/assets/i18n"
	"primadesk/data"
)

// choice is what the options ask for, with names and numbers resolved to records.
type choice struct {
	period      *data.Period
	from, to    data.Date
	partner     *data.Partner
	workPackage *data.WorkPackage
	deliverable *data.Deliverable
	country     string
	kind        string // of event
	events      []string
	final       bool
}

// choose resolves the options. Errors: "report.period", "report.days", "report.language", "report.nothing".
func (d *dossier) choose(context.Context, Source) error {
	c := &choice{from: d.o.From, to: d.o.To, events: d.o.Events, final: d.o.Final}
	d.choice = c
	if d.o.Period != 0 {
		period, ok := d.project.Period(d.o.Period)
		if !ok {
			return data.Fail("report.period", "Value", d.o.Period)
		}
		c.period = period
	}
	for _, lang := range d.o.Languages {
		if !slices.Contains(data.Languages, lang) {
			return data.Fail("report.language", "Value", lang, "Languages", strings.Join(data.Languages, ", "))
		}
	}
	if c.from != "" && c.to != "" && c.from > c.to {
		return data.Fail("report.days", "From", c.from, "To", c.to)
	}
	var ok bool
	if c.country, ok = i18n.CountryCode(d.o.Country); !ok && d.o.Country != "" {
		return nothing(OptCountry, d.o.Country)
	}
	if c.kind, ok = d.eventKind(d.o.Type); !ok {
		return nothing(OptType, d.o.Type)
	}
	return d.chooseRecords(c)
}

// chooseRecords resolves what is called by a number, a code or a name.
func (d *dossier) chooseRecords(c *choice) error {
	var ok bool
	if c.partner, ok = find(d.partners, d.o.Partner, func(p *data.Partner) []string { return []string{p.ID, p.Code, p.ShortName, p.LegalName} }); !ok {
		return nothing(OptPartner, d.o.Partner)
	}
	c.deliverable, ok = find(d.deliverables, d.o.Deliverable, func(x *data.Deliverable) []string { return []string{x.ID, x.Number} })
	if !ok {
		return nothing(OptDeliverable, d.o.Deliverable)
	}
	packages := make([]*data.WorkPackage, 0, len(d.packages))
	for _, w := range d.packages {
		packages = append(packages, w)
	}
	slices.SortFunc(packages, func(a, b *data.WorkPackage) int { return strings.Compare(a.ID, b.ID) })
	c.workPackage, ok = find(packages, d.o.WorkPackage, func(w *data.WorkPackage) []string { return []string{w.ID, w.Number} })
	if !ok {
		return nothing(OptWorkPackage, d.o.WorkPackage)
	}
	return nil
}

// eventKind is the code of a type of event that is called by its code or, in the report's language, by its name.
func (d *dossier) eventKind(called string) (code string, ok bool) {
	if called == "" {
		return "", true
	}
	codes := data.Shipped("event_type")
	for _, v := range d.words {
		if v.Kind == "event_type" {
			codes = append(codes, v.Code)
		}
	}
	slices.Sort(codes)
	for _, name := range []func(code string) string{
		func(code string) string { return code }, func(code string) string { label, _ := d.word("event_type", code); return label },
	} {
		if at := slices.IndexFunc(codes, func(code string) bool { return strings.EqualFold(name(code), called) }); at >= 0 {
			return codes[at], true
		}
	}
	return "", false
}

func nothing(option Option, value string) error {
	return data.Fail("report.nothing", "Option", optionFlag(option), "Value", value)
}

// find gives the record that one of its names is wanted by: an id first, then, case-blind, the others. Wanting nothing is ok.
func find[T any](list []*T, wanted string, names func(*T) []string) (*T, bool) {
	if wanted == "" {
		return nil, true
	}
	for at := range 4 {
		for _, record := range list {
			if n := names(record); at < len(n) && n[at] != "" && strings.EqualFold(n[at], wanted) {
				return record, true
			}
		}
	}
	return nil, false
}

// byTime tells whether the choice asks for some days only.
func (c *choice) byTime() bool { return c.period != nil || c.from != "" || c.to != "" }

// narrowed tells whether the choice asks for less than the whole project, apart from time.
func (c *choice) narrowed() bool {
	return c.partner != nil || c.workPackage != nil || c.deliverable != nil || c.country != "" || c.kind != "" || len(c.events) > 0
}

// day tells whether a day belongs to the choice. An unknown one belongs to no period: it is kept in a draft, so that somebody
// completes it, and in the final version of everything.
func (c *choice) day(day data.Date) bool {
	if day == "" {
		return !c.byTime() || !c.final
	}
	return (c.period == nil || c.period.Has(day)) && (c.from == "" || day >= c.from) && (c.to == "" || day <= c.to)
}

// event tells whether an event belongs to the choice; an event of several days by its first.
func (c *choice) event(e *data.Event) bool {
	switch {
	case c.partner != nil && !e.OrganisedBy(c.partner.ID):
	case c.workPackage != nil && e.WorkPackage != c.workPackage.ID:
	case c.deliverable != nil && e.Deliverable != c.deliverable.ID:
	case c.country != "" && e.Country != c.country:
	case c.kind != "" && e.Type != c.kind:
	case len(c.events) > 0 && !slices.Contains(c.events, e.ID) && (e.Number == "" || !slices.Contains(c.events, e.Number)):
	default:
		return c.day(e.Start.Day())
	}
	return false
}

// communication tells whether an activity belongs to the choice: by its day or the period in which it was reported. What narrows
// by events keeps the activities of these events.
func (c *choice) communication(a *data.Communication, holds func(event string) bool) bool {
	switch {
	case c.workPackage != nil || c.deliverable != nil || c.kind != "" || len(c.events) > 0:
		return a.Event != "" && holds(a.Event)
	case c.partner != nil && a.Owner != c.partner.ID:
		return false
	case c.country != "" && a.Country != c.country:
		return false
	case c.period != nil && a.ReportedPeriod != nil:
		return a.In(c.period)
	}
	return c.day(a.Date)
}

// takeaway tells whether what was learned belongs to the choice: by its events; one without events by its country alone, and to
// everything.
func (c *choice) takeaway(t *data.Takeaway, holds func(event string) bool) bool {
	if len(t.Events) > 0 {
		return slices.ContainsFunc(t.Events, holds)
	}
	others := *c
	others.country = ""
	return !c.byTime() && !others.narrowed() && (c.country == "" || t.Country == c.country)
}

// periods are the numbers of the reporting periods that lie wholly in the choice; all is true where it is not narrowed by time.
func (c *choice) periods(p *data.Project) (numbers []int, all bool) {
	if !c.byTime() {
		return nil, true
	}
	for i := range p.Periods {
		period := &p.Periods[i]
		switch {
		case period.Number == nil:
		case c.period != nil && period.ID != c.period.ID:
		case c.from != "" && (period.From == "" || period.From < c.from):
		case c.to != "" && (period.To == "" || period.To > c.to):
		default:
			numbers = append(numbers, *period.Number)
		}
	}
	return numbers, false
}
