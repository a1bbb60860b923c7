package cli_test

import (
	"maps"
	"slices"
	"strconv"
	"strings"
)

// kept are the figures of a period as closing it keeps them: by record ("event/ID"; "project/" is the period as a whole, "country/GR" a
// country in which events took place) and figure ("people", "gender/female").
type kept map[string]map[string]float64

func (k kept) set(record, figure string, n float64) {
	if k[record] == nil {
		k[record] = map[string]float64{}
	}
	k[record][figure] = n
}

func (k kept) add(record, figure string, n int) {
	k.set(record, figure, k[record][figure]+float64(n))
}

func (k kept) maybe(record, figure string, n *float64) {
	if n != nil {
		k.set(record, figure, *n)
	}
}

const wholePeriod = "project/"

// figures are those of the period that the oracle was asked for, as its final version counts them.
func (o *oracle) figures() kept {
	k := kept{}
	k.turnout(wholePeriod, o.held)
	for _, by := range dimensions {
		k.words(wholePeriod, by, o.held)
	}
	for n, people := range o.turnoutOf(o.held).times {
		k.add(wholePeriod, "attended/"+strconv.Itoa(n), people)
	}
	lands := map[string]bool{}
	for code, n := range o.origins() {
		if code != notStated && n > 0 {
			lands[code] = true
		}
	}
	k.add(wholePeriod, "countries", len(lands))
	for id, events := range o.who() {
		x := o.organisations[id]
		k.add("organisation/"+id, "events", events)
		k.add(wholePeriod, "organisations_by_group/"+x.Group, 1)
		k.add(wholePeriod, "organisations_by_country/"+x.Country, 1)
		k.add(wholePeriod, "organisations_by_level/"+x.Level, 1)
	}
	o.keepPlaces(k)
	for _, h := range o.held {
		o.keepEvent(k, h)
	}
	o.keepLessons(k)
	o.keepIndicators(k)
	o.keepActivities(k)
	return k
}

// turnout keeps how many events some are, and how many came.
func (k kept) turnout(record string, events []*happened) {
	different, organisations := map[string]bool{}, map[string]bool{}
	k.add(record, "events", len(events))
	for _, figure := range []string{"people", "participations"} {
		k.add(record, figure, 0)
	}
	for _, h := range events {
		k.add(record, "people", h.total)
		k.add(record, "participations", h.participations)
		for person := range h.people {
			different[person] = true
		}
		maps.Copy(organisations, h.turnout.organisations)
	}
	k.add(record, "unique_people", len(different))
	k.add(record, "organisations", len(organisations))
}

// words keeps those who came by the words of a dimension.
func (k kept) words(record, by string, events []*happened) {
	for _, h := range events {
		for word, n := range h.by[by] {
			k.add(record, by+"/"+word, n)
		}
	}
}

// keepPlaces keeps the figures of countries and partners, who have those that they organised themselves apart.
func (o *oracle) keepPlaces(k kept) {
	lands := map[string][]*happened{}
	for _, h := range o.held {
		lands[h.Country] = append(lands[h.Country], h)
	}
	for land, events := range lands {
		k.turnout("country/"+land, events)
		k.words("country/"+land, "gender", events)
	}
	for id := range o.partners {
		if all := o.organisedBy(id); len(all) > 0 {
			k.turnout("partner/"+id, all)
		}
		led := map[string]bool{}
		for _, h := range o.held {
			if h.Organiser == id {
				k.add("partner/"+id, "led", 1)
				for person := range h.people {
					led[person] = true
				}
			}
		}
		if len(led) > 0 {
			k.add("partner/"+id, "led_unique", len(led))
		}
	}
}

func (o *oracle) organisedBy(partner string) (events []*happened) {
	for _, h := range o.held {
		if h.Organiser == partner || slices.Contains(h.CoOrganisers, partner) {
			events = append(events, h)
		}
	}
	return events
}

func (o *oracle) keepEvent(k kept, h *happened) {
	record := "event/" + h.ID
	if h.known {
		k.set(record, "people", float64(h.total))
		k.set(record, "participations", float64(h.participations))
		k.set(record, "named", float64(len(h.people)))
		k.set(record, "counted", float64(h.unnamed))
		k.set(record, "organisations", float64(len(h.turnout.organisations)))
		for _, by := range dimensions {
			if h.by[by] == nil {
				k.add(record, "unbroken/"+by, 1)
			}
			k.words(record, by, []*happened{h})
		}
	} else {
		k.add(record, "uncounted", 1)
	}
	for _, e := range o.evidence[h.ID] {
		k.add(record, "evidence/"+e.Kind, 1)
	}
	if h.Expected != nil {
		k.add(record, "expected", *h.Expected)
	}
	if h.Replies != nil {
		k.add(record, "replies", *h.Replies)
	}
	k.maybe(record, "satisfaction", h.Satisfaction)
}

// keepLessons keeps what was learned: once in all, and at each of its events.
func (o *oracle) keepLessons(k kept) {
	k.add(wholePeriod, "takeaways", len(o.lessons))
	k.add(wholePeriod, "follow_ups", len(o.agreed()))
	for _, x := range o.agreed() {
		k.add(wholePeriod, "follow_up/"+x.FollowUpState, 1)
	}
	for _, x := range o.lessons {
		var lands, numbers []string
		for _, e := range o.events {
			if slices.Contains(x.Events, e.ID) {
				lands, numbers = append(lands, e.Country), append(numbers, e.Number)
			}
		}
		if x.Country != "" {
			lands = []string{x.Country}
		}
		k.add(wholePeriod, "takeaways_by_country/"+joinedWords(lands), 1)
		k.add(wholePeriod, "takeaways_by_event/"+joinedWords(numbers), 1)
		k.add(wholePeriod, "takeaways_by_theme/"+x.Theme, 1)
		k.add(wholePeriod, "takeaways_by_kind/"+x.Kind, 1)
		for _, h := range o.held {
			if slices.Contains(x.Events, h.ID) {
				k.add("event/"+h.ID, "takeaways", 1)
			}
		}
	}
}

// joinedWords are different words in order, "" not among them.
func joinedWords(words []string) string {
	return glued("+", slices.Compact(slices.Sorted(slices.Values(words)))...)
}

// keepIndicators keeps what was promised and reached, in all and by partner, where the baseline is nobody's.
func (o *oracle) keepIndicators(k kept) {
	for _, i := range o.indicators {
		record := "indicator/" + i.ID
		if k[record] == nil {
			k[record] = map[string]float64{}
		}
		k.maybe(record, "target", i.Target)
		k.maybe(record, "baseline", i.Baseline)
		k.maybe(record, "actual", o.actual(i))
		for _, t := range i.Targets {
			k.maybe(record, "target/"+t.Partner, t.Target)
		}
		if i.Count == "by_hand" {
			continue
		}
		bare := *i
		bare.Baseline = nil
		for id := range o.partners {
			own := *o
			own.held = o.organisedBy(id)
			k.maybe(record, "actual/"+id, own.actual(&bare))
		}
	}
}

func (o *oracle) keepActivities(k kept) {
	for _, figure := range strings.Fields("activities delivered reached") {
		k.add(wholePeriod, figure, 0)
	}
	for _, c := range o.communications {
		record := "communication/" + c.ID
		k.add(record, "delivered", 0)
		if c.Status == "delivered" {
			k.add(record, "delivered", 1)
			k.add(wholePeriod, "delivered", 1)
		}
		k.add(wholePeriod, "activities", 1)
		k.add(wholePeriod, "activities_by_status/"+c.Status, 1)
		k.add(wholePeriod, "activities_by_channel/"+c.Channel, 1)
		if c.Reached != nil {
			k.add(record, "reached", *c.Reached)
			k.add(wholePeriod, "reached", *c.Reached)
		}
	}
}
