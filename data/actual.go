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
	known := true
	switch i.Count {
	case "by_hand":
		sum, known = i.byHand(periods)
	case "events_held", "participations":
		for _, e := range i.among(events) {
			n, ok := i.ofEvent(e)
			sum, known = sum+DecimalOf(n), known && ok
		}
	case "unique_people":
		people := map[string]bool{}
		for _, e := range i.among(events) {
			for _, p := range e.Tally.People {
				if i.Group == "" || e.Tally.GroupOf[p] == i.Group {
					people[p] = true
				}
			}
		}
		sum = DecimalOf(len(people))
	case "organisations":
		sum = DecimalOf(len(i.organisations(events, group)))
	}
	if !known {
		return nil
	}
	if i.Baseline != nil {
		sum += *i.Baseline
	}
	return &sum
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

func (i *Indicator) byHand(periods []int) (sum Decimal, known bool) {
	for j := range i.Values {
		v := &i.Values[j]
		if v.Value == nil || v.Period == nil || len(periods) > 0 && !slices.Contains(periods, *v.Period) {
			continue
		}
		sum, known = sum+*v.Value, true
	}
	return sum, known
}
