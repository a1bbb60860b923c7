package app

import (
	"cmp"
	"context"
	"slices"

	"primadesk/data"
	"primadesk/data/store"
)

// Home is what somebody who sits down to work wants to see first.
type Home struct{ w *Workspace }

// ComingKind says what a line of the days ahead is about.
type ComingKind string

const (
	ComingEvent    ComingKind = "event"
	ComingTask     ComingKind = "task"      // an item of an event's checklist
	ComingFollowUp ComingKind = "follow_up" // agreed in a takeaway or an engagement
	ComingContact  ComingKind = "contact"   // somebody to be contacted again
	ComingMore     ComingKind = "more"      // further people to be contacted again, who are only counted
)

// Coming is one thing to come, or one that is late.
type Coming struct {
	Kind   ComingKind
	Date   data.Date
	Title  string
	Beside string // an event's organiser, a task's event; empty where there is none
	Status string // of an event: a word of data.EventStatus
	Late   int    // days; 0 when not late
	More   int    // of ComingMore: how many
	Entity string // with Record and Field, what is opened
	Record string
	Field  string // a column's id or a register's path; empty for the record as a whole
}

// Target is an indicator beside what it is to reach.
type Target struct {
	Record, Title, Unit string
	Actual, Target      *data.Decimal // nil: not known
	Part                float64       // of the target, from 0; over 1 when exceeded
	Behind              bool          // reached less than half of what the time that has passed would ask for
}

// Overview is the home screen's content, read from one state of the workspace.
type Overview struct {
	Project  *data.Project
	Period   *data.Period // the current one; nil where the project has none
	Coming   []Coming
	Findings []data.Finding
	Targets  []Target
	Elapsed  float64 // of the project's time, from 0 to 1; 0 where its dates are not known
	Events   int
	Contacts bool // whether there are any
	Partners bool
	Proposed int // communication activities that could be added
}

// How many engagements are listed, and how many people to be contacted again: of those who are late, and of those whose day is to
// come. A workspace may hold 100,000 contacts, among whom nobody would find an event.
const (
	mostEngagements = 200
	mostPeople      = 12
)

// Overview reads what is due within some days, what the current period's reports lack,
// and how far the targets are. Its code where there is no project is project.none.
func (s *Home) Overview(ctx context.Context, lang string, days int) (Overview, error) {
	project, err := s.w.Projects.Current(ctx)
	if err != nil {
		return Overview{}, err
	}
	today := s.w.Today()
	o := Overview{Project: project, Period: CurrentPeriod(project, today), Elapsed: elapsed(project, today)}
	err = s.w.Reports.read(ctx, project.ID, func(f *figures) error {
		b, err := f.books(ctx)
		if err != nil {
			return err
		}
		if o.Findings, err = s.w.Reports.findings(ctx, f, s.w.Printer(lang), o.periodNumber()); err != nil {
			return err
		}
		o.Events = len(b.events)
		if o.Contacts, err = f.r.Any(Query{Entity: "contact"}); err != nil {
			return err
		}
		if o.Partners, err = f.r.Any(Query{Entity: "partner", Where: []Cond{store.Where("project", store.Equal, project.ID)}}); err != nil {
			return err
		}
		o.Targets = targets(b, lang, o.Elapsed)
		if o.Proposed, err = s.proposed(f, b); err != nil {
			return err
		}
		o.Coming, err = coming(f, b, lang, today, today.AddDays(days))
		return err
	})
	return o, err
}

func (o *Overview) periodNumber() int {
	if o.Period == nil || o.Period.Number == nil {
		return 0
	}
	return *o.Period.Number
}

// CurrentPeriod is the reporting period that a day lies in, else the last that began
// before it, else the first; nil where the project has none.
func CurrentPeriod(p *data.Project, day data.Date) *data.Period {
	var last *data.Period
	for i := range p.Periods {
		period := &p.Periods[i]
		if period.Has(day) {
			return period
		}
		if period.From <= day && (last == nil || period.From > last.From) {
			last = period
		}
	}
	if last == nil && len(p.Periods) > 0 {
		last = &p.Periods[0]
	}
	return last
}

// elapsed is how much of the project's time has passed, from 0 to 1.
func elapsed(p *data.Project, today data.Date) float64 {
	if !p.Start.Valid() || !p.End.Valid() || p.End <= p.Start || !today.Valid() {
		return 0
	}
	whole := p.End.Time().Sub(p.Start.Time())
	return min(max(float64(today.Time().Sub(p.Start.Time()))/float64(whole), 0), 1)
}

// targets are the indicators that have a target, in the order of their codes.
func targets(b *books, lang string, elapsed float64) []Target {
	list := slices.Clone(b.indicators)
	slices.SortStableFunc(list, func(a, c *data.Indicator) int { return cmp.Compare(a.Code, c.Code) })
	var out []Target
	for _, i := range list {
		if i.Target == nil {
			continue
		}
		t := Target{Record: i.ID, Title: i.Name.Show(lang), Unit: i.Unit.Show(lang), Target: i.Target}
		t.Actual = i.Actual(b.events, nil, b.groupOf)
		if t.Title == "" {
			t.Title = i.Code
		}
		if t.Actual != nil && *i.Target > 0 {
			t.Part = t.Actual.Float64() / i.Target.Float64()
		}
		t.Behind = t.Part < elapsed/2
		out = append(out, t)
	}
	return out
}

// coming lists what is due until a day, what is late included, by date.
func coming(f *figures, b *books, lang string, today, until data.Date) ([]Coming, error) {
	partners, err := all[data.Partner](f)
	if err != nil {
		return nil, err
	}
	names := map[string]string{}
	for _, p := range partners {
		names[p.ID] = p.Title(lang)
	}
	c := &comings{lang: lang, today: today, until: until}
	for _, e := range b.events {
		c.event(e.Event, names)
	}
	for _, t := range b.takeaways {
		if t.FollowUpState == "open" || t.FollowUpState == "in_progress" {
			c.add(Coming{Kind: ComingFollowUp, Date: t.FollowUpDue, Title: cmp.Or(t.FollowUp, t.Title(lang)), Beside: names[t.FollowUpOwner], Entity: "takeaway", Record: t.ID, Field: "follow_up"})
		}
	}
	if err := c.people(f); err != nil {
		return nil, err
	}
	slices.SortStableFunc(c.list, func(a, b Coming) int { return cmp.Compare(a.Date, b.Date) })
	return c.list, nil
}

type comings struct {
	lang         string
	today, until data.Date
	list         []Coming
}

// add takes what is due by then. What has no date is nobody's next step.
func (c *comings) add(line Coming) {
	if line.Date == "" || line.Date > c.until {
		return
	}
	if line.Date < c.today {
		line.Late = int(c.today.Time().Sub(line.Date.Time()).Hours() / 24)
	}
	c.list = append(c.list, line)
}

// event adds an event that is still to come or going on, and what is to do for it. An
// event of the past that nobody marked as held is what readiness asks about.
func (c *comings) event(e *data.Event, partners map[string]string) {
	if e.Status == "cancelled" || e.Status == "postponed" {
		return
	}
	title := e.Title(c.lang)
	day := e.Start.Day()
	if !e.Held() && day != "" && e.LastDay() >= c.today {
		c.add(Coming{Kind: ComingEvent, Date: max(day, c.today), Title: title, Beside: partners[e.Organiser], Status: e.Status, Entity: "event", Record: e.ID})
	}
	for i := range e.Checklist {
		item := &e.Checklist[i]
		if item.Done != "" {
			continue
		}
		due := item.Due
		if due == "" && day != "" {
			due = item.DueOn(day)
		}
		c.add(Coming{Kind: ComingTask, Date: due, Title: item.Name, Beside: title, Entity: "event", Record: e.ID, Field: "checklist/" + item.ID})
	}
}

// people adds next contacts and the next steps of engagements.
func (c *comings) people(f *figures) error {
	late, soon := store.Where("next_contact", store.Less, string(c.today)), store.Where("next_contact", store.Between, string(c.today), string(c.until))
	for _, cond := range []store.Cond{late, soon} {
		if err := c.contacts(f, cond); err != nil {
			return err
		}
	}
	engagements, err := f.r.Page(store.Query{Entity: "engagement", Sort: "due", Limit: mostEngagements, Where: []store.Cond{
		store.Where("due", store.AtMost, string(c.until)),
	}})
	if err != nil {
		return err
	}
	for _, rec := range engagements.Records {
		e := rec.(*data.Engagement)
		if e.NextStep != "" {
			c.add(Coming{Kind: ComingFollowUp, Date: e.Due, Title: e.NextStep, Entity: "engagement", Record: e.ID, Field: "next_step"})
		}
	}
	return nil
}

// contacts adds the first people to be contacted again, and how many more there are.
func (c *comings) contacts(f *figures, due store.Cond) error {
	q := store.Query{Entity: "contact", Sort: "next_contact", Limit: mostPeople, Where: []store.Cond{due}}
	page, err := f.r.Page(q)
	if err != nil {
		return err
	}
	var last data.Date
	for _, rec := range page.Records {
		last = rec.(*data.Contact).NextContact
		c.add(Coming{Kind: ComingContact, Date: last, Title: rec.Title(c.lang), Entity: "contact", Record: rec.Head().ID, Field: "next_contact"})
	}
	if page.Next == "" {
		return nil
	}
	all, err := f.r.Count(q)
	if err != nil {
		return err
	}
	c.add(Coming{Kind: ComingMore, Date: last, More: all - len(page.Records), Entity: "contact", Field: "next_contact"})
	return nil
}
