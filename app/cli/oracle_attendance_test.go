package cli_test

import (
	"maps"
	"slices"
	"strconv"
)

// registerBook is the register of events, without the organisations that the deliverable has, and with the status.
func (o *oracle) registerBook() expected {
	f := o.register()
	at := len(f.headers) - 2
	f.headers = slices.Replace(slices.Clone(f.headers), at, at+1, "Status")
	for i, h := range o.held {
		f.rows[i][at] = text(o.word("event_status", h.Status))
	}
	f.total[at] = value{}
	e := expected{sheets: split("Events|Definitions"), tables: []foretold{f}, least: 5}
	if len(o.coming) > 0 {
		e.tables = append(e.tables, o.toCome())
	}
	return e
}

// sheetsBook are the event sheets alone.
func (o *oracle) sheetsBook() expected {
	e := expected{more: func(b *xlsx) {
		for _, h := range o.held {
			o.checkEventSheet(b, h)
		}
	}}
	for _, h := range o.held {
		e.sheets = append(e.sheets, h.sheet())
	}
	return e
}

// attendanceBook: who came, and how many different people they were.
func (o *oracle) attendanceBook() expected {
	sheets := split("Overview|By event|Different people|By country|By group|Definitions")
	tables := []foretold{o.attended(), o.reckoning(), o.timesCame(), o.byPartner(), o.byPeriod()}
	if len(o.held) > 0 {
		gender, age := o.byGender(), o.byAge()
		gender.sheet, age.sheet = "By event", "By event"
		tables = append(tables, gender, age)
	}
	for _, by := range []string{"country", "group"} {
		tables = append(tables, o.placedBy(by)...)
	}
	return expected{sheets: sheets, tables: tables, least: 20, lines: map[string]map[string]value{"Overview": {"Events": integer(len(o.held))}}}
}

func (o *oracle) attended() foretold {
	f := foretold{sheet: "By event", ordered: true, headers: split(
		"Event|Date(s)|Organiser|Reporting period|Participants|Participations|Named|Without names|Women|Men|Non-bin.|Not stated|Under 18|18 to 60|Over 60|Age not stated")}
	for _, h := range o.held {
		row := []value{o.must(h.called()), o.mustDay(dayOf(h.Start)), text(o.organiser(h)), text(o.periodOf(h, false)), h.attended(o)}
		if h.known {
			row = append(row, integer(h.participations), integer(len(h.people)), integer(h.unnamed))
		} else {
			row = append(row, value{}, value{}, value{})
		}
		for _, w := range genderWords {
			row = append(row, maybe(h.of("gender", w)))
		}
		for _, w := range ageWords {
			row = append(row, maybe(h.of("age_band", w)))
		}
		f.rows = append(f.rows, row)
	}
	t := o.turnoutOf(o.held)
	total := append(o.blank(4), integer(t.people), integer(t.participations), integer(t.named), integer(t.unnamed))
	for _, w := range genderWords {
		total = append(total, integer(o.sumOf("gender", w)))
	}
	for _, w := range ageWords {
		total = append(total, integer(o.sumOf("age_band", w)))
	}
	f.summed(total)
	return f
}

func (o *oracle) organiser(h *happened) string {
	if s := o.partners[h.Organiser].title(); s != "" {
		return s
	}
	return "Not stated"
}

func (o *oracle) periodOf(h *happened, days bool) string {
	for _, p := range o.project.Periods {
		if day := dayOf(h.Start); day != "" && p.From <= day && day <= p.To {
			if days {
				return o.periodName(p.Number)
			}
			return strconv.Itoa(p.Number)
		}
	}
	if h.Start == "" {
		return "No date"
	}
	return "In no reporting period"
}

// periodName is a period with its days.
func (o *oracle) periodName(number int) string {
	for _, p := range o.project.Periods {
		if p.Number == number {
			return strconv.Itoa(number) + " · " + daysOf(p.From, p.To)
		}
	}
	return strconv.Itoa(number)
}

// gathering are the people of some events.
type gathering struct {
	known, named, unnamed, people, participations, largest, different int
	times                                                             map[int]int
}

func (o *oracle) turnoutOf(events []*happened) gathering {
	g, came := gathering{times: map[int]int{}}, map[string]int{}
	for _, h := range events {
		if h.known {
			g.known++
		}
		g.named, g.unnamed, g.people = g.named+len(h.people), g.unnamed+h.unnamed, g.people+h.total
		g.participations, g.largest = g.participations+h.participations, max(g.largest, h.total)
		for person := range h.people {
			came[person]++
		}
	}
	for _, n := range came {
		g.times[n]++
	}
	g.different = len(came)
	return g
}

// reckoning leads from participations to different people.
func (o *oracle) reckoning() foretold {
	g := o.turnoutOf(o.held)
	f := foretold{sheet: "Overview", headers: split("Step|Number|What it means"), ordered: true}
	line := func(label string, n int) {
		number := integer(n)
		if g.known == 0 {
			number = value{}
		}
		f.rows = append(f.rows, []value{text(label), number, anything()})
	}
	line("Participations", g.participations)
	line("− further days", g.people-g.participations)
	line("Participants", g.people)
	line("− without names", -g.unnamed)
	if beyond := g.named + g.unnamed - g.people; beyond != 0 {
		line("+ named beyond the head count", beyond)
	}
	line("Named participants", g.named)
	line("− further events", g.different-g.named)
	line("Different people known by name", g.different)
	line("+ without names", g.unnamed)
	line("Different people, at most", g.different+g.unnamed)
	line("Different people, at least", max(g.different, g.largest))
	return f
}

func (o *oracle) timesCame() foretold {
	g := o.turnoutOf(o.held)
	f := foretold{sheet: "Different people", headers: split("Events attended|Different people known by name|Named|Further events"), ordered: true}
	for _, n := range slices.Sorted(maps.Keys(g.times)) {
		f.rows = append(f.rows, []value{integer(n), integer(g.times[n]), integer(n * g.times[n]), integer((n - 1) * g.times[n])})
	}
	if len(f.rows) == 0 {
		f.rows = [][]value{{integer(1), integer(0), integer(0), integer(0)}}
	}
	f.total = []value{text("Total"), integer(g.different), integer(g.named), integer(g.named - g.different)}
	return f
}

func (o *oracle) byPartner() foretold { return o.groupedBy("Organising partner", o.organiser) }

func (o *oracle) byPeriod() foretold {
	return o.groupedBy("Reporting period", func(h *happened) string { return o.periodOf(h, true) })
}

func (o *oracle) groupedBy(header string, label func(*happened) string) foretold {
	groups := map[string][]*happened{}
	for _, h := range o.held {
		groups[label(h)] = append(groups[label(h)], h)
	}
	f := foretold{sheet: "Different people", headers: []string{header, "Events", "Participants", "Participations", "Named", "Different people known by name"}}
	row := func(label string, events []*happened) []value {
		g := o.turnoutOf(events)
		if g.known == 0 {
			return []value{text(label), integer(len(events)), {}, {}, {}, {}}
		}
		return []value{text(label), integer(len(events)), integer(g.people), integer(g.participations), integer(g.named), integer(g.different)}
	}
	for name, events := range groups {
		f.rows = append(f.rows, row(name, events))
	}
	f.summed(row("Total", o.held))
	return f
}

// placedBy are the people of each event by a word, and over all events.
func (o *oracle) placedBy(by string) []foretold {
	sheet, header := "By country", "Country"
	if by == "group" {
		sheet, header = "By group", "Group"
	}
	label := func(word string) string {
		switch {
		case word == notStated:
			return "Not stated"
		case by == "country":
			return o.countryName(word)
		}
		return o.word("group", word)
	}
	f := foretold{sheet: sheet, headers: []string{"Event", "Date(s)", header, "Participants"}}
	sums, all := map[string]int{}, 0
	line := func(h *happened, label string, n int) {
		if n > 0 {
			f.rows = append(f.rows, []value{o.must(h.called()), day(dayOf(h.Start)), text(label), integer(n)})
			sums[label], all = sums[label]+n, all+n
		}
	}
	for _, h := range o.held {
		switch {
		case !h.known:
		case h.by[by] == nil:
			line(h, "Not broken down", h.total)
		default:
			for word, n := range h.by[by] {
				line(h, label(word), n)
			}
		}
	}
	f.summed([]value{text("Total"), {}, {}, integer(all)})
	list := []foretold{f}
	if len(sums) == 0 {
		return list
	}
	shares := foretold{sheet: sheet, headers: []string{header, "Participants", "Share"}}
	for label, n := range sums {
		share := value{}
		if o.people() > 0 {
			share = number(float64(n) / float64(o.people()))
		}
		shares.rows = append(shares.rows, []value{text(label), integer(n), share})
	}
	shares.summed([]value{text("Total"), integer(all), {}})
	return append(list, shares)
}
