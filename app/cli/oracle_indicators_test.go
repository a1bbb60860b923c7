package cli_test

import (
	"maps"
	"slices"
	"strings"
)

// record is one that an indicator counts, and what it adds to the whole and to each part.
type record struct {
	tells []value
	adds  *float64            // nil: not known yet
	parts map[string]*float64 // by the part's label
}

// portion is a partner or a period of an indicator.
type portion struct {
	label  string
	target *float64
	holds  func(*happened) bool
	number int // of a period
	period bool

	sum        float64
	some, open bool
}

// indicatorsBook: every indicator in all, by partner and period, and the records behind each figure.
func (o *oracle) indicatorsBook() expected {
	all := o.reached()
	e := expected{sheets: split("Cover|Indicators|By partner|By period"), least: 2 * len(o.indicators), lines: map[string]map[string]value{"Cover": {"Indicators": integer(len(o.indicators))}}}
	var partners, periods []partLine
	for n, i := range o.indicators {
		if o.actual(i) == nil {
			all.rows[n][6] = o.gap()
		}
		name := i.Code
		if name == "" {
			name = "rows" // by its place; the sample and what is made up have codes
		}
		e.sheets = append(e.sheets, name)
		records, parts := o.proof(i)
		e.tables = append(e.tables, o.proofTable(i, name, records, parts))
		e.lines["Cover"][glued(" ", i.Code, i.Name.en())] = integer(len(records))
		var own [2][]partLine
		for _, p := range parts {
			if !p.some && !p.open && p.target == nil {
				continue
			}
			line := partLine{i, p}
			if p.period {
				periods, own[1] = append(periods, line), append(own[1], line)
			} else {
				partners, own[0] = append(partners, line), append(own[0], line)
			}
		}
		for k, lines := range own {
			if len(lines) > 0 {
				e.tables = append(e.tables, o.partTable(name, []string{"Partner", "Reporting period"}[k], lines, false))
			}
		}
	}
	e.tables = append(e.tables, all, o.partTable("By partner", "Partner", partners, true), o.partTable("By period", "Reporting period", periods, true))
	return e
}

type partLine struct {
	of *rawIndicator
	portion
}

func (o *oracle) partTable(sheet, header string, lines []partLine, of bool) foretold {
	f := foretold{sheet: sheet, headers: []string{header, "Actual"}}
	targets := slices.ContainsFunc(lines, func(l partLine) bool { return l.target != nil })
	if targets {
		f.headers = []string{header, "Target", "Actual", "Share of target"}
	}
	if of {
		f.headers = append(split("Code|Indicator"), f.headers...)
	}
	for _, l := range lines {
		actual, share, target := value{}, value{}, value{}
		switch {
		case o.actual(l.of) == nil && l.open:
			actual = o.gap()
		case l.some:
			actual = number(l.sum)
			if l.target != nil && *l.target != 0 {
				share = number(l.sum / *l.target)
			}
		}
		if l.target != nil {
			target = number(*l.target)
		}
		row := []value{text(l.label), actual}
		if targets {
			row = []value{text(l.label), target, actual, share}
		}
		if of {
			row = append([]value{text(l.of.Code), text(l.of.Name.en())}, row...)
		}
		f.rows = append(f.rows, row)
	}
	return f
}

// portions are the partners and periods, and what belongs to none.
func (o *oracle) portions(i *rawIndicator) (parts []*portion) {
	for id, p := range o.partners {
		part := &portion{label: p.title(), holds: func(h *happened) bool { return h.Organiser == id || slices.Contains(h.CoOrganisers, id) }}
		for _, t := range i.Targets {
			if t.Partner == id {
				part.target = t.Target
			}
		}
		parts = append(parts, part)
	}
	parts = append(parts, &portion{label: "No partner", holds: func(h *happened) bool {
		_, known := o.partners[h.Organiser]
		return !known && !slices.ContainsFunc(h.CoOrganisers, func(id string) bool { _, ok := o.partners[id]; return ok })
	}})
	within := func(h *happened, from, to string) bool {
		day := dayOf(h.Start)
		return day != "" && from <= day && day <= to
	}
	for _, p := range o.project.Periods {
		parts = append(parts, &portion{label: o.periodName(p.Number), period: true, number: p.Number, holds: func(h *happened) bool { return within(h, p.From, p.To) }})
	}
	return append(parts, &portion{label: "No period", period: true, holds: func(h *happened) bool {
		for _, p := range o.project.Periods {
			if within(h, p.From, p.To) {
				return false
			}
		}
		return true
	}})
}

// proof gives the records behind an indicator, and its parts with their sums.
func (o *oracle) proof(i *rawIndicator) (records []record, shown []portion) {
	parts := o.portions(i)
	met := map[string]*record{}
	for _, h := range o.held {
		if i.Type != "" && i.Type != h.Type || i.Country != "" && i.Country != h.Country {
			continue
		}
		for key, r := range o.countedAt(i, h) {
			if met[key] == nil {
				r.parts = map[string]*float64{}
				met[key] = &r
			}
			for _, p := range parts {
				switch {
				case !p.holds(h) || met[key].parts[p.label] != nil:
				case r.adds == nil:
					p.open = true
				default:
					p.sum, p.some, met[key].parts[p.label] = p.sum+*r.adds, true, r.adds
				}
			}
		}
	}
	for _, v := range i.Values {
		if i.Count != "by_hand" || v.Value == nil || v.Period == nil || o.narrowed() || o.period != 0 && o.period != *v.Period {
			continue
		}
		r := record{tells: []value{text(o.periodName(*v.Period))}, adds: v.Value, parts: map[string]*float64{}}
		for _, p := range parts {
			if p.period && p.number == *v.Period {
				p.sum, p.some, r.parts[p.label] = p.sum+*v.Value, true, v.Value
			}
		}
		records = append(records, r)
	}
	for _, key := range slices.Sorted(maps.Keys(met)) {
		records = append(records, *met[key])
	}
	for _, p := range parts {
		shown = append(shown, *p)
	}
	return records, shown
}

// countedAt are the records of an event that an indicator counts.
func (o *oracle) countedAt(i *rawIndicator, h *happened) map[string]record {
	list, one := map[string]record{}, 1.0
	event := []value{text(h.Number), text(h.Name.en()), text(o.own("event_type", h.Type)), text(o.countryName(h.Country)), o.mustDay(dayOf(h.Start))}
	switch i.Count {
	case "events_held":
		if i.Group == "" || slices.Contains(h.TargetGroups, i.Group) {
			list[h.ID] = record{tells: event, adds: &one}
		}
	case "participations":
		r := record{tells: event}
		if of := h.of("group", i.Group); h.known && (i.Group == "" || of != nil) {
			n := float64(h.participations)
			if i.Group != "" {
				n = float64(*of)
			}
			r.adds = &n
		}
		list[h.ID] = r
	case "unique_people":
		for person, group := range h.people {
			if i.Group == "" || group == i.Group {
				list[person] = record{tells: o.unnamed(person), adds: &one}
			}
		}
	case "organisations":
		for id := range h.turnout.organisations {
			x := o.organisations[id]
			if i.Group != "" && x.Group != i.Group {
				continue
			}
			name := x.called()
			if name == "" {
				name = "(record removed)"
			}
			list[id] = record{tells: []value{text(name), text(o.word("group", x.Group)), text(o.countryName(x.Country)), text(o.word("level", x.Level))}, adds: &one}
		}
	}
	return list
}

// unnamed is what is told of somebody without her name. Her group is that of the first event that she came to.
func (o *oracle) unnamed(person string) []value {
	c := o.contacts[person]
	said := func(s string) value {
		if s == "" {
			s = "Not stated"
		}
		return text(s)
	}
	land, group, gender := o.countryName(o.organisations[c.Organisation].Country), "", ""
	if land == "" {
		land = o.countryName(c.Country)
	}
	for _, h := range o.held {
		if g, came := h.people[person]; came {
			if g != notStated {
				group = o.word("group", g)
			}
			break
		}
	}
	if gender = o.word("gender", c.Gender); c.Gender == notStated {
		gender = ""
	}
	return []value{anything(), said(land), said(group), said(gender)}
}

func (o *oracle) proofTable(i *rawIndicator, sheet string, records []record, parts []portion) foretold {
	headers := map[string]string{
		"by_hand": "Reporting period", "organisations": "Organisation|Group|Country|Level", "unique_people": "Person|Country|Group|Gender",
	}[i.Count]
	if headers == "" {
		headers = "No.|Title|Type|Country|Date"
	}
	f := foretold{sheet: sheet, headers: append(split(headers), "Counts as")}
	described := len(f.headers) - 1
	total, all := o.blank(described), 0.0
	var labels []string
	var sums []value
	for _, group := range []bool{false, true} {
		for _, p := range o.inOrder(parts) {
			if p.period == group && (p.some || p.open || p.target != nil) {
				labels, sums = append(labels, p.label), append(sums, number(p.sum))
			}
		}
	}
	f.headers = append(f.headers, labels...)
	for _, r := range records {
		row := slices.Clone(r.tells)
		if r.adds == nil {
			row = append(row, o.gap())
		} else {
			row, all = append(row, number(*r.adds)), all+*r.adds
		}
		for _, label := range labels {
			if n := r.parts[label]; n != nil {
				row = append(row, number(*n))
			} else {
				row = append(row, value{})
			}
		}
		f.rows = append(f.rows, row)
	}
	f.summed(append(append(total, number(all)), sums...))
	return f
}

// inOrder puts partners as the project has them: the coordinator first, then by name.
func (o *oracle) inOrder(parts []portion) []portion {
	rank, names := map[string]int{"No partner": 1 << 20}, map[string]string{}
	for _, p := range o.partners {
		if p.Role == "coordinator" {
			rank[p.title()] = -1
		}
		names[p.title()] = o.legalName(p.ID)
	}
	list := slices.Clone(parts)
	slices.SortStableFunc(list, func(a, b portion) int {
		switch {
		case a.period || b.period:
			return 0
		case rank[a.label] != rank[b.label]:
			return rank[a.label] - rank[b.label]
		}
		return strings.Compare(names[a.label], names[b.label])
	})
	return list
}
