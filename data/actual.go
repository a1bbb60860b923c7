package data

import (
	"maps"
	"slices"
)

// Counted is a held event with its participants, as indicators count them.
type Counted struct {
	Event *Event
	Tally Tally
}

// GroupOf says which group an organisation belongs to.
type GroupOf func(organisation string) string

// Actual is what an indicator has reached over the held events given, plus its
// baseline where it has one. It is nil where it can't be known: no value entered by
// hand, or a group asked for that a head count does not tell. Events at which nobody
// was counted add nothing; readiness asks for their numbers.
//
//   - events_held: events, of the type, country and (as a target group) group asked for
//   - participations: people at those events; with a group, those of the group
//   - unique_people: distinct named contacts at those events; head counts have no names
//   - organisations: distinct organisations of those contacts
//   - by_hand: the values of the periods asked for (all, if none is)
func (i *Indicator) Actual(events []Counted, periods []int, group GroupOf) *Decimal {
	var sum Decimal
	behind := i.Behind(events, periods, group)
	known := i.Count != "by_hand" || len(behind) > 0
	for _, b := range behind {
		sum, known = sum+b.Adds, known && b.Known
	}
	if !known {
		return nil
	}
	if i.Baseline != nil {
		sum += *i.Baseline
	}
	return &sum
}

// Behind is one of the records that an indicator counts, with what it adds: an event (events_held, participations), a named
// contact (unique_people), an organisation, or the value of a period (by_hand). Known is false for an event whose head count
// does not tell the group asked for.
type Behind struct {
	Event        *Event
	Person       string
	Organisation string
	Value        *PeriodValue
	Adds         Decimal
	Known        bool
}

// Behind lists the records behind Actual, each once: events in the order given, people and organisations in that of their
// ids. What they add, and the baseline, is what Actual gives.
func (i *Indicator) Behind(events []Counted, periods []int, group GroupOf) []Behind {
	var list []Behind
	switch i.Count {
	case "by_hand":
		for j := range i.Values {
			v := &i.Values[j]
			if v.Value != nil && v.Period != nil && (len(periods) == 0 || slices.Contains(periods, *v.Period)) {
				list = append(list, Behind{Value: v, Adds: *v.Value, Known: true})
			}
		}
	case "events_held", "participations":
		for _, e := range i.among(events) {
			n, known := i.ofEvent(e)
			list = append(list, Behind{Event: e.Event, Adds: DecimalOf(n), Known: known})
		}
	case "unique_people":
		for _, person := range i.people(events) {
			list = append(list, Behind{Person: person, Adds: DecimalOf(1), Known: true})
		}
	case "organisations":
		for _, o := range i.organisations(events, group) {
			list = append(list, Behind{Organisation: o, Adds: DecimalOf(1), Known: true})
		}
	}
	return list
}

func (i *Indicator) among(events []Counted) []Counted {
	return slices.DeleteFunc(slices.Clone(events), func(e Counted) bool {
		return !e.Event.Held() || i.Type != "" && e.Event.Type != i.Type || i.Country != "" && e.Event.Country != i.Country ||
			i.Count == "events_held" && i.Group != "" && !e.Event.TargetGroups.Has(i.Group)
	})
}

func (i *Indicator) ofEvent(e Counted) (n int, known bool) {
	switch {
	case i.Count == "events_held":
		return 1, true
	case !e.Tally.Known:
		return 0, true
	case i.Group == "":
		return e.Tally.Participations, true
	}
	of := e.Tally.By["group"].Of(i.Group)
	if of == nil {
		return 0, false
	}
	return *of, true
}

func (i *Indicator) people(events []Counted) Set {
	found := map[string]bool{}
	for _, e := range i.among(events) {
		for _, p := range e.Tally.People {
			if i.Group == "" || e.Tally.GroupOf[p] == i.Group {
				found[p] = true
			}
		}
	}
	return SetOf(slices.Collect(maps.Keys(found))...)
}

func (i *Indicator) organisations(events []Counted, group GroupOf) Set {
	found := map[string]bool{}
	for _, e := range i.among(events) {
		for _, o := range e.Tally.Organisations {
			if i.Group == "" || group(o) == i.Group {
				found[o] = true
			}
		}
	}
	return SetOf(slices.Collect(maps.Keys(found))...)
}
