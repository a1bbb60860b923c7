package cli_test

import (
	"slices"
	"strings"
	"testing"
)

// asked is what a workbook is asked for.
type asked struct {
	period           int
	partner, country string // a code of a partner, a country as ISO 3166 writes it
	final            bool
}

func (a asked) narrowed() bool { return a.partner != "" || a.country != "" }

// oracle foretells one workbook.
type oracle struct {
	*raw
	asked
	t     testing.TB
	words map[string]string
	desk  *desk // that wrote it
	// closed is what was reported of the period, where it is closed.
	closed *closed

	held           []*happened
	coming         []*rawEvent
	lessons        []*rawTakeaway
	communications []*rawCommunication
}

// happened is a held event with its participants.
type happened struct {
	*rawEvent
	turnout
}

func foretell(t testing.TB, r *raw, words map[string]string, a asked) *oracle {
	o := &oracle{raw: r, asked: a, t: t, words: words}
	for _, e := range r.events {
		switch {
		case !o.has(e):
		case e.held():
			o.held = append(o.held, &happened{e, r.turnout(e.ID)})
		case e.coming():
			o.coming = append(o.coming, e)
		}
	}
	slices.SortFunc(o.held, func(a, b *happened) int { return byDay(a.rawEvent, b.rawEvent) })
	slices.SortFunc(o.coming, byDay)
	for _, k := range r.takeaways {
		if k.Visibility != "internal" && o.learnedHere(k) {
			o.lessons = append(o.lessons, k)
		}
	}
	for _, c := range r.communications {
		if o.communicatedHere(c) {
			o.communications = append(o.communications, c)
		}
	}
	return o
}

// byDay puts those without a date last.
func byDay(a, b *rawEvent) int {
	if (a.Start == "") != (b.Start == "") {
		return strings.Compare(b.Start, a.Start)
	}
	return 4*strings.Compare(a.Start, b.Start) + 2*strings.Compare(a.Number, b.Number) + strings.Compare(a.ID, b.ID)
}

// inTime: an event without a date belongs to no period, but stands in a draft of every one.
func (o *oracle) inTime(day string) bool {
	if o.period == 0 {
		return true
	}
	if day == "" {
		return !o.final
	}
	for _, p := range o.project.Periods {
		if p.Number == o.period {
			return p.From <= day && day <= p.To
		}
	}
	o.t.Fatalf("no period %d", o.period)
	return false
}

func (o *oracle) isPartner(id string) bool { return id != "" && o.partners[id].Code == o.partner }

func (o *oracle) has(e *rawEvent) bool {
	return (o.partner == "" || o.isPartner(e.Organiser) || slices.ContainsFunc(e.CoOrganisers, o.isPartner)) &&
		(o.country == "" || e.Country == o.country) && o.inTime(dayOf(e.Start))
}

func (o *oracle) listed(event string) bool {
	return slices.ContainsFunc(o.held, func(h *happened) bool { return h.ID == event }) ||
		slices.ContainsFunc(o.coming, func(e *rawEvent) bool { return e.ID == event })
}

// learnedHere: by its events; what has none belongs to everything, or to its country.
func (o *oracle) learnedHere(k *rawTakeaway) bool {
	if len(k.Events) > 0 {
		return slices.ContainsFunc(k.Events, o.listed)
	}
	return o.period == 0 && o.partner == "" && (o.country == "" || o.country == k.Country)
}

func (o *oracle) communicatedHere(c *rawCommunication) bool {
	switch {
	case o.partner != "" && !o.isPartner(c.Owner), o.country != "" && c.Country != o.country:
		return false
	case o.period != 0 && c.ReportedPeriod != nil:
		return *c.ReportedPeriod == o.period
	}
	return o.inTime(c.Date)
}

// sumsOff are the sums that forbid a final version.
func (o *oracle) sumsOff() (n int) {
	for _, h := range o.held {
		n += len(h.off)
	}
	return n
}

func (o *oracle) undated() (n int) {
	for _, h := range o.held {
		if h.Start == "" {
			n++
		}
	}
	for _, e := range o.coming {
		if e.Start == "" {
			n++
		}
	}
	return n
}

// incomplete tells whether something would have to be marked as to be completed.
func (o *oracle) incomplete() bool {
	for _, h := range o.held {
		p := o.partners[h.Organiser]
		there := h.known && h.by["gender"] != nil && h.by["country"] != nil && h.Start != "" && h.Country != "" && (h.City != "" || h.Mode == "online") &&
			p.PIC != "" && p.LegalName+p.ShortName != "" && h.Number != "" && h.Name.en() != "" && h.Type != "" && h.Mode != "" && h.Website != "" &&
			h.Account.en()+h.Description.en() != ""
		if !there {
			return true
		}
	}
	for _, e := range o.coming {
		if e.Start == "" {
			return true
		}
	}
	return slices.ContainsFunc(o.communications, func(c *rawCommunication) bool { return c.Date == "" && c.Status == "delivered" })
}

// mark is what the cover says of a draft; "" is none.
func (o *oracle) mark() string {
	switch {
	case o.final:
		return ""
	case o.sumsOff() > 0:
		return "DRAFT · Some numbers do not add up yet: not to be handed in."
	case o.incomplete():
		return "DRAFT · Some information is still to be completed."
	}
	return ""
}
