package cli_test

import (
	"maps"
	"slices"
	"strings"
)

// summary: the figures by the country in which the events took place.
func (o *oracle) summary() foretold {
	f := foretold{sheet: "Summary", headers: split("Country of the events|Events|Participants|Women|Men|Non-binary|Not stated|Organisations|Key learnings"), ordered: true}
	lessons, events := map[string]int{}, map[string][]*happened{}
	for _, k := range o.lessons {
		lands := o.landsOf(k)
		if len(lands) == 0 {
			lands = []string{""}
		}
		for _, land := range lands {
			lessons[land]++
			if _, met := events[land]; !met {
				events[land] = nil
			}
		}
	}
	for _, h := range o.held {
		land := o.countryName(h.Country)
		events[land] = append(events[land], h)
	}
	lands := slices.Sorted(maps.Keys(events))
	if len(lands) > 0 && lands[0] == "" {
		lands = append(lands[1:], "")
	}
	for _, land := range lands {
		f.rows = append(f.rows, o.landRow(land, events[land], lessons[land]))
	}
	f.total = []value{text("Total"), integer(len(o.held)), integer(o.people())}
	for _, w := range genderWords {
		f.total = append(f.total, integer(o.sumOf("gender", w)))
	}
	f.summed(append(f.total, integer(len(o.who())), integer(len(o.lessons))))
	return f
}

func (o *oracle) landRow(land string, events []*happened, lessons int) []value {
	people, counted, named, organisations := 0, false, false, map[string]bool{}
	genders := map[string]*int{}
	for _, h := range events {
		people += h.total
		counted = counted || h.known
		named = named || len(h.people) > 0
		maps.Copy(organisations, h.turnout.organisations)
		for _, w := range genderWords {
			if n := h.of("gender", w); n != nil {
				if genders[w] == nil {
					genders[w] = new(int)
				}
				*genders[w] += *n
			}
		}
	}
	row := []value{text(land), integer(len(events)), {}}
	if land == "" {
		row[0] = text("Not stated")
	}
	if counted {
		row[2] = integer(people)
	}
	for _, w := range genderWords {
		row = append(row, maybe(genders[w]))
	}
	if !named {
		return append(row, value{}, integer(lessons))
	}
	return append(row, integer(len(organisations)), integer(lessons))
}

func (o *oracle) learnings() foretold {
	f := foretold{sheet: "Key learnings", headers: split("Country|Event(s)|Theme|Kind of key learning|Key learning|Target groups")}
	for _, k := range o.lessons {
		f.rows = append(f.rows, []value{
			text(strings.Join(o.landsOf(k), ", ")), text(o.numbers(k.Events)), text(o.own("theme", k.Theme)), text(o.word("takeaway_kind", k.Kind)),
			text(k.Text.en()), text(o.groupNames(k.TargetGroups)),
		})
	}
	return f
}

// agreed is what was learned and has something to be done about it.
func (o *oracle) agreed() []*rawTakeaway {
	return slices.DeleteFunc(slices.Clone(o.lessons), func(k *rawTakeaway) bool {
		return k.FollowUp+k.FollowUpOwner+k.FollowUpDue+k.FollowUpState == ""
	})
}

func (o *oracle) followUp() foretold {
	f := foretold{sheet: "Follow-up", headers: split("Status|Due date|Follow-up by|What is to be done|Country|Event(s)|Key learning")}
	for _, k := range o.agreed() {
		f.rows = append(f.rows, []value{
			text(o.word("follow_up_status", k.FollowUpState)), day(k.FollowUpDue), text(o.partners[k.FollowUpOwner].title()), text(k.FollowUp),
			text(strings.Join(o.landsOf(k), ", ")), text(o.numbers(k.Events)), text(k.Text.en()),
		})
	}
	return f
}

func (o *oracle) involved() foretold {
	f := foretold{sheet: "Organisations involved", headers: split("Group|Country|Level|Organisation|Place|Sector|Events attended")}
	for id, events := range o.who() {
		x := o.organisations[id]
		name := x.Name
		if x.LatinName != "" && x.LatinName != name {
			name += " (" + x.LatinName + ")"
		}
		if name == "" {
			name = "(record removed)"
		}
		f.rows = append(f.rows, []value{
			text(o.word("group", x.Group)), text(o.countryName(x.Country)), text(o.word("level", x.Level)), text(name), text(x.Place), text(o.word("sector", x.Sector)), integer(events),
		})
	}
	return f
}

func (o *oracle) communicated() foretold {
	f := foretold{sheet: "Communication", headers: split("Title|Description|Audience|Channel|Country|Date|Reached|Outcome|Status")}
	reached := 0
	for _, c := range o.communications {
		date := day(c.Date)
		if c.Date == "" && c.Status == "delivered" {
			date = o.gap()
		}
		if c.Reached != nil {
			reached += *c.Reached
		}
		f.rows = append(f.rows, []value{
			text(c.Name.en()), text(c.Description.en()), text(c.Audience.en()), text(o.word("communication_channel", c.Channel)), text(o.countryName(c.Country)), date,
			maybe(c.Reached), text(c.Outcome.en()), text(o.word("communication_status", c.Status)),
		})
	}
	f.summed(append(o.blank(6), integer(reached), value{}, value{}))
	return f
}

// countTables count the rows of a register by one of its columns.
func (o *oracle) countTables() []foretold {
	var list []foretold
	by := func(sheet, header string, labels []string) {
		counts := map[string]int{}
		for _, l := range labels {
			if l == "" {
				l = "Not stated"
			}
			counts[l]++
		}
		f := foretold{sheet: sheet, headers: []string{header, "Number"}, total: []value{text("Total"), integer(len(labels))}}
		for l, n := range counts {
			f.rows = append(f.rows, []value{text(l), integer(n)})
		}
		list = append(list, f)
	}
	if len(o.lessons) > 0 {
		by("Key learnings", "Country", labels(o.lessons, func(k *rawTakeaway) string { return strings.Join(o.landsOf(k), ", ") }))
		by("Key learnings", "Event", labels(o.lessons, func(k *rawTakeaway) string { return o.numbers(k.Events) }))
		by("Key learnings", "Theme", labels(o.lessons, func(k *rawTakeaway) string { return o.own("theme", k.Theme) }))
	}
	if agreed := o.agreed(); len(agreed) > 0 {
		by("Follow-up", "Status", labels(agreed, func(k *rawTakeaway) string { return o.word("follow_up_status", k.FollowUpState) }))
	}
	if who := slices.Collect(maps.Keys(o.who())); len(who) > 0 {
		by("Organisations involved", "Group", labels(who, func(id string) string { return o.word("group", o.organisations[id].Group) }))
		by("Organisations involved", "Country", labels(who, func(id string) string { return o.countryName(o.organisations[id].Country) }))
		by("Organisations involved", "Level", labels(who, func(id string) string { return o.word("level", o.organisations[id].Level) }))
	}
	return list
}

func labels[T any](list []T, label func(T) string) []string {
	texts := make([]string, len(list))
	for i, x := range list {
		texts[i] = label(x)
	}
	return texts
}

// reached are the indicators.
func (o *oracle) reached() foretold {
	f := foretold{sheet: "Indicators", headers: split("Code|Indicator|Unit|How it is counted|Baseline|Target|Actual|Share of target")}
	for _, i := range o.indicators {
		filter := glued(", ", o.own("event_type", i.Type), o.word("group", i.Group), o.countryName(i.Country))
		if filter != "" {
			filter = "(" + filter + ")"
		}
		row := []value{text(i.Code), text(i.Name.en()), text(i.Unit.en()), text(glued(" ", o.word("indicator_count", i.Count), filter)), {}, {}, {}, {}}
		target, actual := o.targetOf(i), o.actual(i)
		for at, n := range []*float64{i.Baseline, target, actual} {
			if n != nil {
				row[4+at] = number(*n)
			}
		}
		if target != nil && actual != nil && *target != 0 {
			row[7] = number(*actual / *target)
		}
		f.rows = append(f.rows, row)
	}
	return f
}

// targetOf is the partner's part of the target, if the workbook is a partner's.
func (o *oracle) targetOf(i *rawIndicator) *float64 {
	if o.partner == "" {
		return i.Target
	}
	for _, t := range i.Targets {
		if o.isPartner(t.Partner) {
			return t.Target
		}
	}
	return nil
}

// actual is what was reached at the events of the workbook, plus the baseline; nil where that can't be known.
func (o *oracle) actual(i *rawIndicator) *float64 {
	n, known := 0.0, true
	distinct := map[string]bool{}
	for _, h := range o.held {
		if i.Type != "" && i.Type != h.Type || i.Country != "" && i.Country != h.Country {
			continue
		}
		switch i.Count {
		case "events_held":
			if i.Group == "" || slices.Contains(h.TargetGroups, i.Group) {
				n++
			}
		case "participations":
			switch of := h.of("group", i.Group); {
			case !h.known: // it adds nothing
			case i.Group == "":
				n += float64(h.participations)
			case of == nil:
				known = false
			default:
				n += float64(*of)
			}
		case "unique_people":
			for person, group := range h.people {
				if i.Group == "" || group == i.Group {
					distinct[person] = true
				}
			}
		case "organisations":
			for id := range h.turnout.organisations {
				if i.Group == "" || o.organisations[id].Group == i.Group {
					distinct[id] = true
				}
			}
		}
	}
	n += float64(len(distinct))
	if i.Count == "by_hand" {
		n, known = o.byHand(i)
	}
	if !known {
		return nil
	}
	if i.Baseline != nil {
		n += *i.Baseline
	}
	return &n
}

// byHand: values of the periods asked for, which can't be divided by partner or country.
func (o *oracle) byHand(i *rawIndicator) (n float64, known bool) {
	for _, v := range i.Values {
		if v.Value != nil && v.Period != nil && !o.narrowed() && (o.period == 0 || o.period == *v.Period) {
			n, known = n+*v.Value, true
		}
	}
	return n, known
}
