package cli_test

import (
	"maps"
	"slices"
	"strings"
)

// foretold is a table as it should stand in the workbook.
type foretold struct {
	sheet   string
	headers []string
	rows    [][]value
	total   []value // nil: it has no row of totals
	ordered bool    // else only which rows there are matters
	bare    bool    // without rows nothing says so
	none    string  // what says so; "" is None
}

// split turns "Country|Number" into headers.
func split(headers string) []string { return strings.Split(headers, "|") }

// tables are all tables of the workbook but those of the event sheets and of document control.
func (o *oracle) tables() []foretold {
	list := []foretold{o.summary(), o.register(), o.participants(), o.learnings(), o.followUp(), o.involved(), o.reached(), o.communicated()}
	if len(o.coming) > 0 {
		list = append(list, o.toCome())
	}
	if len(o.held) > 0 {
		list = append(list, o.byGender(), o.byAge(), o.byEventAndCountry(), o.byCountry())
	}
	if o.closed != nil {
		list = append(list, o.differencesTables()...)
	}
	return append(list, o.countTables()...)
}

// summed is a row of totals: one over a column in which no number stands is empty, since nobody knows what it would be.
func (f *foretold) summed(total []value) {
	f.total = total
	for i := range total {
		if total[i].kind == "number" && !slices.ContainsFunc(f.rows, func(row []value) bool { return row[i].kind == "number" }) {
			f.total[i] = value{}
		}
	}
}

func (o *oracle) people() (n int) {
	for _, h := range o.held {
		n += h.total
	}
	return n
}

// sumOf adds one word of a dimension over the held events.
func (o *oracle) sumOf(by, word string) (n int) {
	for _, h := range o.held {
		n += h.by[by][word]
	}
	return n
}

// of is so many of a word at an event, nil where that is not known.
func (h *happened) of(by, word string) *int {
	sum, known := h.by[by]
	if !known {
		return nil
	}
	n := sum[word]
	return &n
}

func (h *happened) attended(o *oracle) value {
	if !h.known {
		return o.gap()
	}
	return integer(h.total)
}

// countriesOf are those that people came from, as far as known; ok is false where that was not asked.
func (o *oracle) countriesOf(h *happened) (n int, ok bool) {
	sum, ok := h.by["country"]
	for code, k := range sum {
		if k > 0 && code != notStated {
			n++
		}
	}
	return n, ok
}

func (o *oracle) severalDays() bool {
	return slices.ContainsFunc(o.held, func(h *happened) bool { return h.Start != "" && h.lastDay() > dayOf(h.Start) })
}

// facts are an event's columns up to its deliverable.
func (o *oracle) facts(e *rawEvent, must func(string) value) []value {
	row := []value{must(e.Number), must(e.Name.en()), must(o.own("event_type", e.Type)), o.mustDay(dayOf(e.Start))}
	if o.severalDays() {
		until := value{}
		if e.lastDay() > dayOf(e.Start) {
			until = day(e.lastDay())
		}
		row = append(row, until)
	}
	city := must(e.City)
	if e.City == "" && e.Mode == "online" {
		city = value{}
	}
	return append(row, city, must(o.countryName(e.Country)), must(o.partners[e.Organiser].title()),
		text(glued(" · ", o.packages[e.WorkPackage].Number, o.tasks[e.Task].Number)), text(o.deliverables[e.Deliverable].Number))
}

func (o *oracle) factHeaders() []string {
	if o.severalDays() {
		return split("No.|Title|Type|Date(s)|Last day|City|Country|Organiser|WP · task|Deliv.")
	}
	return split("No.|Title|Type|Date(s)|City|Country|Organiser|WP · task|Deliv.")
}

func (o *oracle) register() foretold {
	f := foretold{sheet: "Events", headers: append(o.factHeaders(), split("Participants|Women|Men|Non-bin.|Not stated|Countries|Org.|Evidence on file")...), ordered: true}
	for _, h := range o.held {
		row := append(o.facts(h.rawEvent, o.must), h.attended(o))
		for _, w := range genderWords {
			row = append(row, maybe(h.of("gender", w)))
		}
		countries := value{}
		if n, ok := o.countriesOf(h); ok {
			countries = integer(n)
		}
		organisations := value{}
		if len(h.people) > 0 {
			organisations = integer(len(h.turnout.organisations))
		}
		f.rows = append(f.rows, append(row, countries, organisations, text(o.onFile(h.ID))))
	}
	f.total = append(o.blank(len(o.factHeaders())), integer(o.people()))
	for _, w := range genderWords {
		f.total = append(f.total, integer(o.sumOf("gender", w)))
	}
	countries := value{}
	if len(o.held) > 0 {
		n := 0
		for code, k := range o.origins() {
			if code != notStated && k > 0 {
				n++
			}
		}
		countries = integer(n)
	}
	f.summed(append(f.total, countries, integer(len(o.who())), value{}))
	return f
}

// blank is the beginning of a row of totals.
func (o *oracle) blank(columns int) []value {
	return append([]value{text("Total")}, make([]value, columns-1)...)
}

func (o *oracle) toCome() foretold {
	f := foretold{sheet: "Events", headers: append(o.factHeaders(), "Status"), ordered: true}
	for _, e := range o.coming {
		f.rows = append(f.rows, append(o.facts(e, text), text(o.word("event_status", e.Status))))
	}
	return f
}

// who are the organisations that people came from, with the number of events.
func (o *oracle) who() map[string]int {
	events := map[string]int{}
	for _, h := range o.held {
		for id := range h.turnout.organisations {
			events[id]++
		}
	}
	return events
}

// origins adds the countries of all events.
func (o *oracle) origins() map[string]int {
	sum := map[string]int{}
	for _, h := range o.held {
		for code, n := range h.by["country"] {
			sum[code] += n
		}
	}
	return sum
}

func (o *oracle) participants() foretold {
	f := foretold{sheet: "Participants", headers: split("Event|Participants|Women|Men|Non-binary|Not stated|Under 18|18 to 60|Over 60|Age not stated"), ordered: true}
	for _, h := range o.held {
		row := []value{o.must(h.called()), h.attended(o)}
		for _, w := range genderWords {
			row = append(row, maybe(h.of("gender", w)))
		}
		for _, w := range ageWords {
			row = append(row, maybe(h.of("age_band", w)))
		}
		f.rows = append(f.rows, row)
	}
	f.total = append(o.blank(1), integer(o.people()))
	for _, w := range genderWords {
		f.total = append(f.total, integer(o.sumOf("gender", w)))
	}
	for _, w := range ageWords {
		f.total = append(f.total, integer(o.sumOf("age_band", w)))
	}
	f.summed(f.total)
	return f
}

// shares are lines with their part of all participants. People of events at which the dimension was not asked are a line of
// their own.
func (o *oracle) shares(by, header string, labels []string, sums []int) foretold {
	f := foretold{sheet: "Participants", headers: []string{header, "Participants", "Share"}, ordered: true}
	unasked, some, asked := 0, false, false
	for _, h := range o.held {
		asked = asked || h.by[by] != nil
		if h.known && h.by[by] == nil {
			unasked, some = unasked+h.total, true
		}
	}
	if some {
		labels, sums = append(slices.Clone(labels), "Not broken down"), append(sums, unasked)
	}
	all := 0
	for i, label := range labels {
		if !asked && label != "Not broken down" {
			f.rows = append(f.rows, []value{text(label), {}, {}})
			continue
		}
		share := value{}
		if n := o.people(); n > 0 {
			share = number(float64(sums[i]) / float64(n))
		}
		f.rows = append(f.rows, []value{text(label), integer(sums[i]), share})
		all += sums[i]
	}
	f.summed([]value{text("Total"), integer(all), {}})
	return f
}

func (o *oracle) byGender() foretold {
	var sums []int
	for _, w := range genderWords {
		sums = append(sums, o.sumOf("gender", w))
	}
	return o.shares("gender", "Gender", genderHeaders, sums)
}

func (o *oracle) byAge() foretold {
	var sums []int
	for _, w := range ageWords {
		sums = append(sums, o.sumOf("age_band", w))
	}
	return o.shares("age_band", "Age band", ageHeaders, sums)
}

func (o *oracle) byCountry() foretold {
	origins := o.origins()
	byName := map[string]int{}
	asked := false
	for code, n := range origins {
		if code != notStated {
			byName[o.countryName(code)] += n
		}
	}
	for _, h := range o.held {
		asked = asked || h.by["country"] != nil
	}
	labels := slices.Sorted(maps.Keys(byName))
	var sums []int
	for _, l := range labels {
		sums = append(sums, byName[l])
	}
	if asked {
		labels, sums = append(labels, "Not stated"), append(sums, origins[notStated])
	}
	return o.shares("country", "Country", labels, sums)
}

// from are the lines of one event by country.
func (o *oracle) from(h *happened) (labels []string, sums []int) {
	sum := h.by["country"]
	byName := map[string]int{}
	for code, n := range sum {
		if code != notStated {
			byName[o.countryName(code)] += n
		}
	}
	labels = slices.Sorted(maps.Keys(byName))
	for _, l := range labels {
		sums = append(sums, byName[l])
	}
	return append(labels, "Not stated"), append(sums, sum[notStated])
}

func (o *oracle) byEventAndCountry() foretold {
	f := foretold{sheet: "Participants", headers: split("Event|Participants|Country"), ordered: true}
	all := 0
	line := func(h *happened, n int, label string) {
		f.rows = append(f.rows, []value{text(h.Number), integer(n), text(label)})
		all += n
	}
	for _, h := range o.held {
		switch {
		case !h.known:
		case h.by["country"] == nil:
			line(h, h.total, "Not broken down")
		default:
			labels, sums := o.from(h)
			for i := range labels {
				line(h, sums[i], labels[i])
			}
		}
	}
	f.summed([]value{text("Total"), integer(all), {}})
	return f
}
