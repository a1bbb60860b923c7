package app

import (
	"fmt"
	"time"

	"primadesk/data"
)

// The events of a made-up project are as uneven as those of a real one: some lack a date or a country, last several days, were
// counted in halves, twice or not at all, so that every rule of counting has something to count.

func (g *generator) events() error {
	numbers := map[string]int{}
	for range g.p.Events {
		l := pick(g, lands)
		e := g.event(l, numbers)
		if err := g.save(e); err != nil {
			return err
		}
		if !e.Held() {
			continue
		}
		g.held = append(g.held, e)
		for _, step := range []func(*data.Event) error{g.attendance, g.headCounts, g.evidence} {
			if err := step(e); err != nil {
				return err
			}
		}
		for range g.r.IntN(4) {
			if err := g.takeaway(e, l); err != nil {
				return err
			}
		}
	}
	return nil
}

func (g *generator) event(l land, numbers map[string]int) *data.Event {
	numbers[l.code]++
	code := l.code
	if code == "GR" {
		code = "EL"
	}
	number := fmt.Sprintf("%s-%02d", code, numbers[l.code])
	city := pick(g, l.cities)
	e := &data.Event{
		Project: g.project, Number: number, Name: data.TextIn(l.lang, city+" "+number), Type: pick(g, data.Shipped("event_type")), Mode: pick(g, data.Mode.Words),
		Country: l.code, City: city, Zone: l.zone, WorkPackage: pick(g, g.packages), TargetGroups: data.SetOf(pick(g, data.Group.Words)), Languages: data.SetOf(l.lang),
		Website: "https://example.org/" + number,
	}
	e.ID = g.id()
	for _, p := range g.partners {
		if p.Country == l.code {
			e.Organiser, e.Owner = p.ID, p.ID
		}
	}
	if g.oneIn(6) {
		e.CoOrganisers = data.SetOf(pick(g, g.partners).ID)
	}
	if g.oneIn(25) {
		e.Country = ""
	}
	e.Status = pick(g, []string{"held", "held", "held", "reported", "planned", "cancelled"})
	g.when(e)
	if e.Held() {
		e.Account = data.TextIn(l.lang, fmt.Sprintf("%s, %s: %s.", city, number, pick(g, l.families)))
	}
	return e
}

// when gives an event its days: none, one, or several.
func (g *generator) when(e *data.Event) {
	day := data.DateOf(time.Date(2024, time.May, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, g.r.IntN(1000)))
	if g.oneIn(20) {
		return
	}
	e.Start, e.End = data.Wall(day)+"T10:00", data.Wall(day)+"T16:30"
	if g.oneIn(6) {
		e.End = data.Wall(day.AddDays(1+g.r.IntN(2))) + "T13:00"
	}
}

// days are those of an event of several; of any other the event as a whole, which is no day.
func days(e *data.Event) []data.Date {
	var list []data.Date
	for day := e.Start.Day(); day < e.LastDay(); day = day.AddDays(1) {
		list = append(list, day)
	}
	if list == nil {
		return []data.Date{""}
	}
	return append(list, e.LastDay())
}

func (g *generator) attendance(e *data.Event) error {
	met := map[string]bool{}
	for range min(g.r.IntN(12), len(g.contacts)) {
		c := pick(g, g.contacts)
		if met[c.ID] {
			continue
		}
		met[c.ID] = true
		first := &data.Attendance{
			Event: e.ID, Contact: c.ID, Came: pick(g, []string{"yes", "yes", "yes", "no", "unknown"}), Invitation: pick(g, data.Invitation.Words),
			Evidence: "signed", AgeBand: pick(g, append([]string{""}, data.AgeBand.Words...)),
		}
		if g.oneIn(8) { // said otherwise at the door than in the list of contacts
			first.Gender, first.Country, first.Group = pick(g, data.Gender.Words), pick(g, lands).code, pick(g, data.Group.Words[1:])
		}
		for i, day := range days(e) {
			if i > 0 && g.oneIn(2) {
				continue
			}
			a := *first
			a.Day, a.ID, a.Owner = day, g.id(), e.Owner
			if err := g.save(&a); err != nil {
				return err
			}
		}
	}
	return nil
}

// headCounts are none, one for each day, or one of those who are named and another of those at the screen.
func (g *generator) headCounts(e *data.Event) error {
	if g.oneIn(4) {
		return nil
	}
	for _, day := range days(e) {
		a := g.headCount(e, day, g.oneIn(2))
		if err := g.save(a); err != nil {
			return err
		}
		if g.oneIn(6) {
			if err := g.save(g.headCount(e, day, a.IncludesNamed && g.oneIn(3))); err != nil {
				return err
			}
		}
	}
	return nil
}

// headCount counts people without names. Mostly its parts add up in every dimension; sometimes one dimension or all were not
// asked, all were of one kind, or somebody miscounted.
func (g *generator) headCount(e *data.Event, day data.Date, including bool) *data.Attendance {
	a := &data.Attendance{Event: e.ID, Day: day, IncludesNamed: including, Evidence: "counted"}
	a.ID, a.Owner = g.id(), e.Owner
	n := g.r.IntN(40)
	if including {
		n += 12 // more than are ever named
	}
	a.Count = &n
	switch g.r.IntN(12) {
	case 0:
		return a
	case 1:
		a.Gender, a.AgeBand, a.Country, a.Group = pick(g, data.Gender.Words), pick(g, data.AgeBand.Words), pick(g, lands).code, pick(g, data.Group.Words)
		return a
	case 2:
		n = g.r.IntN(6) // fewer than are named, now and then
	}
	for _, d := range []struct {
		by    string
		words []string
	}{
		{"gender", data.Gender.Words}, {"age_band", data.AgeBand.Words}, {"country", []string{"GR", "BE", "IT", "CY", "ES", data.Undisclosed}}, {"group", data.Group.Words},
	} {
		if !g.oneIn(15) {
			g.split(a, d.by, d.words)
		}
	}
	return a
}

// split parts a head count in one dimension.
func (g *generator) split(a *data.Attendance, by string, words []string) {
	left := *a.Count
	if g.oneIn(30) {
		left++ // miscounted
	}
	for i, word := range words {
		k := g.r.IntN(left + 1)
		if i == len(words)-1 {
			k = left
		}
		left -= k
		a.Parts = append(a.Parts, data.CountPart{Element: data.Element{ID: g.id(), Order: data.Ranks(40)[len(a.Parts)]}, By: by, Word: word, Count: &k})
	}
}

func (g *generator) evidence(e *data.Event) error {
	for range g.r.IntN(4) {
		v := &data.Evidence{Project: g.project, Event: e.ID, Kind: pick(g, data.EvidenceKind.Words), OriginalAt: "binder " + e.Number}
		v.ID, v.Owner = g.id(), e.Owner
		if err := g.save(v); err != nil {
			return err
		}
	}
	return nil
}

func (g *generator) takeaway(e *data.Event, l land) error {
	t := &data.Takeaway{
		Project: g.project, Events: data.SetOf(e.ID), Country: l.code, Kind: pick(g, data.TakeawayKind.Words), Theme: pick(g, data.Shipped("theme")),
		Visibility: pick(g, data.Visibility.Words), TargetGroups: data.SetOf(pick(g, data.Group.Words)), Order: pick(g, data.Ranks(30)),
	}
	switch g.r.IntN(8) {
	case 0:
		t.Events, t.Country = data.SetOf(e.ID, pick(g, g.held).ID), ""
	case 1:
		t.Events = nil
	case 2:
		t.Theme = ""
	}
	t.ID, t.Owner = g.id(), e.Owner
	t.Text = data.TextIn(l.lang, fmt.Sprintf("%s %d", pick(g, l.families), g.n))
	if g.oneIn(3) {
		t.FollowUp, t.FollowUpState, t.FollowUpOwner = pick(g, l.cities), pick(g, append([]string{""}, data.FollowUpStatus.Words...)), e.Owner
		t.FollowUpDue = data.Date("2025-01-01").AddDays(g.r.IntN(700))
	}
	return g.save(t)
}
