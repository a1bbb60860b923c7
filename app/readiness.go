package app

import (
	"cmp"
	"slices"

	"primadesk/assets/i18n"
	"primadesk/data"
)

// finder lists what a project officer or an auditor would still ask for.
type finder struct {
	books  *books
	p      *i18n.Printer
	today  data.Date
	period *data.Period // nil: everything
	found  []data.Finding
}

// find gives the findings, the gravest first.
func (f *finder) find() []data.Finding {
	f.project()
	for _, e := range f.books.events {
		if f.within(e.Event) {
			f.event(e)
		}
	}
	f.numbers()
	f.takeaways()
	f.indicators()
	f.deliverables()
	f.communications()
	f.closings()
	for _, c := range f.books.conflicts {
		f.add(data.Severe, "conflict", c.Entity, c.Record, c.Title, c.Field)
	}
	slices.SortStableFunc(f.found, func(a, b data.Finding) int {
		return cmp.Compare(rank(a.Severity), rank(b.Severity))
	})
	return f.found
}

func rank(s data.Severity) int {
	return slices.Index([]data.Severity{data.Severe, data.Warning, data.Notice}, s)
}

func (f *finder) add(s data.Severity, code, entity, id, title, field string, args ...any) {
	if e, ok := data.EntityNamed(entity); ok {
		title = called(f.p, e, title)
	}
	f.found = append(f.found, data.Finding{
		Severity: s, Code: code, Args: append([]any{"Title", title}, args...), Entity: entity, Record: id, Title: title, Field: field,
	})
}

// within tells whether an event counts for the period asked for. One without a date
// might, so it is always told.
func (f *finder) within(e *data.Event) bool {
	return f.period == nil || e.Start == "" || f.period.Has(e.Start.Day())
}

func (f *finder) project() {
	p := f.books.project
	for field, missing := range map[string]bool{
		"grant_number": p.GrantNumber == "", "call": p.Call == "", "start": p.Start == "", "end": p.End == "",
		"periods": len(p.Periods) == 0, "granting_authority": p.GrantingAuthority.Empty(), "funding": p.Funding == "",
	} {
		if missing {
			f.add(data.Warning, "project.missing", "project", p.ID, p.Acronym, field, "Field", FieldLabel(f.p, "project", field))
		}
	}
	slices.SortFunc(f.found, func(a, b data.Finding) int { return cmp.Compare(a.Field, b.Field) })
}

func (f *finder) event(e data.Counted) {
	ev := e.Event
	title := f.eventTitle(ev)
	tell := func(s data.Severity, code, field string, args ...any) {
		f.add(s, code, "event", ev.ID, title, field, args...)
	}
	if ev.Status == "cancelled" || ev.Status == "postponed" || ev.Status == "idea" {
		return
	}
	if ev.Start == "" {
		tell(data.Severe, "event.no_date", "start")
	}
	if !ev.Held() {
		if last := ev.LastDay(); last != "" && last < f.today {
			tell(data.Warning, "event.past", "status", "Date", last)
		}
		return
	}
	if ev.Number == "" {
		tell(data.Warning, "event.no_number", "number")
	}
	if ev.Organiser == "" {
		tell(data.Warning, "event.no_organiser", "organiser")
	}
	if ev.Country == "" {
		tell(data.Severe, "event.no_country", "country")
	}
	if ev.Account.Empty() {
		tell(data.Warning, "event.no_account", "account")
	}
	f.people(e, tell)
	f.evidence(e, tell)
	if !f.hasTakeaway(ev.ID) {
		tell(data.Notice, "event.no_takeaway", "takeaways")
	}
}

func (f *finder) eventTitle(e *data.Event) string {
	title := e.Title(f.p.Lang())
	if e.Number != "" && title != e.Number {
		return e.Number + " " + title
	}
	return title
}

func (f *finder) people(e data.Counted, tell func(data.Severity, string, string, ...any)) {
	if !e.Tally.Known {
		tell(data.Severe, "event.no_participants", "attendance")
		return
	}
	for _, m := range e.Tally.Mismatches {
		args := []any{"Sum", m.Sum, "Total", m.Total, "Difference", m.Difference}
		if m.By != "" {
			args = append(args, "By", m.By)
		}
		tell(data.Severe, m.Code, "attendance", args...)
	}
	for _, by := range []string{"gender", "country"} {
		if !e.Tally.By[by].Known {
			tell(data.Warning, "event.no_breakdown", "attendance", "By", by)
		}
	}
}

func (f *finder) evidence(e data.Counted, tell func(data.Severity, string, string, ...any)) {
	list := false
	for _, v := range f.books.evidence[e.Event.ID] {
		list = list || v.Kind == "signed_list"
		if v.Kind == "photographs" && !v.ConsentChecked {
			f.add(data.Severe, "photographs.no_consent", "evidence", v.ID, v.Title(f.p.Lang()), "consent_checked")
		}
	}
	if !list && e.Event.Mode != "online" {
		tell(data.Warning, "event.no_list", "evidence")
	}
}

func (f *finder) hasTakeaway(event string) bool {
	return slices.ContainsFunc(f.books.takeaways, func(t *data.Takeaway) bool { return t.Events.Has(event) })
}

// numbers finds event numbers that two events share: on paper they could not be told apart.
func (f *finder) numbers() {
	first := map[string]*data.Event{}
	for _, e := range f.books.events {
		n := e.Event.Number
		if n == "" {
			continue
		}
		if other := first[n]; other != nil {
			f.add(data.Severe, "event.number_twice", "event", e.Event.ID, f.eventTitle(e.Event), "number", "Number", n, "Other", f.eventTitle(other))
			continue
		}
		first[n] = e.Event
	}
}

func (f *finder) takeaways() {
	for _, t := range f.books.takeaways {
		title := t.Title(f.p.Lang())
		if len(t.Events) == 0 {
			f.add(data.Notice, "takeaway.no_event", "takeaway", t.ID, title, "events")
		}
		lang := f.p.Lang()
		switch {
		case t.Visibility == "internal":
		case t.Text.In[lang] == "":
			f.add(data.Warning, "takeaway.untranslated", "takeaway", t.ID, title, "text", "Language", f.p.Language(lang))
		case t.Text.Stale(lang):
			f.add(data.Warning, "takeaway.stale", "takeaway", t.ID, title, "text", "Language", f.p.Language(lang))
		}
		open := t.FollowUpState == "open" || t.FollowUpState == "in_progress"
		if open && t.FollowUpDue != "" && t.FollowUpDue < f.today {
			f.add(data.Notice, "follow_up.late", "takeaway", t.ID, title, "follow_up_due", "Date", t.FollowUpDue)
		}
	}
}

func (f *finder) indicators() {
	for _, i := range f.books.indicators {
		title := i.Title(f.p.Lang())
		if i.Actual(f.countedEvents(), f.periodNumbers(), f.books.groupOf) == nil {
			f.add(data.Warning, "indicator.no_value", "indicator", i.ID, title, "values")
		}
		if i.Target == nil {
			f.add(data.Notice, "indicator.no_target", "indicator", i.ID, title, "target")
		}
		for _, problem := range data.Validate(i) {
			if problem.Code == "target.parts" {
				f.add(data.Severe, problem.Code, "indicator", i.ID, title, "targets", problem.Args...)
			}
		}
	}
}

func (f *finder) countedEvents() []data.Counted {
	return slices.DeleteFunc(slices.Clone(f.books.events), func(e data.Counted) bool {
		return f.period != nil && !f.period.Has(e.Event.Start.Day())
	})
}

func (f *finder) periodNumbers() []int {
	if f.period == nil || f.period.Number == nil {
		return nil
	}
	return []int{*f.period.Number}
}

func (f *finder) deliverables() {
	for _, d := range f.books.deliverables {
		due := d.DueDate()
		if f.period != nil && !f.period.Has(due) {
			continue
		}
		title := d.Title(f.p.Lang())
		switch {
		case d.Delivered != "" || d.Status == "submitted" || d.Status == "approved":
		case due == "":
			f.add(data.Notice, "deliverable.no_due", "deliverable", d.ID, title, "due")
		case due < f.today:
			f.add(data.Severe, "deliverable.late", "deliverable", d.ID, title, "delivered", "Date", due)
		}
	}
}

// communications: the Portal's final report wants at least one activity delivered, and
// none ongoing or postponed.
func (f *finder) communications() {
	delivered := false
	for _, c := range f.books.communications {
		delivered = delivered || c.Status == "delivered"
		if f.period != nil && !f.period.Has(c.Date) {
			continue
		}
		title := c.Title(f.p.Lang())
		if c.Date == "" {
			f.add(data.Warning, "communication.no_date", "communication", c.ID, title, "date")
		}
		if (c.Status == "ongoing" || c.Status == "postponed") && c.Date != "" && c.Date < f.today {
			f.add(data.Warning, "communication.open", "communication", c.ID, title, "status")
		}
		if c.Status == "delivered" && !c.EmblemChecked {
			f.add(data.Notice, "communication.no_emblem", "communication", c.ID, title, "emblem_checked")
		}
	}
	if !delivered {
		f.add(data.Warning, "communication.none", "project", f.books.project.ID, f.books.project.Acronym, "communications")
	}
}
