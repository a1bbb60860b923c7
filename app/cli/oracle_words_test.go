package cli_test

import (
	"slices"
	"strconv"
	"strings"
	"time"
)

var (
	genderWords   = []string{"female", "male", "non_binary", notStated}
	ageWords      = []string{"under_18", "from_18_to_60", "over_60", notStated}
	groupWords    = []string{"migrants", "employers", "authorities", "employment_services", "labour_market_actors", "civil_society", "local_communities", "policy_makers", "research_education", "media", "other"}
	evidenceWords = []string{"invitation", "agenda", "signed_list", "consent_forms", "photographs", "presentation", "minutes", "evaluation", "press", "screenshot", "other"}
	genderHeaders = []string{"Women", "Men", "Non-binary", "Not stated"}
	ageHeaders    = []string{"Under 18", "18 to 60", "Over 60", "Not stated"}
	countryNames  = map[string]string{
		"": "", "BE": "Belgium", "CY": "Cyprus", "ES": "Spain", "FR": "France", "GR": "Greece", "IT": "Italy", "LU": "Luxembourg",
	}
)

func (o *oracle) countryName(code string) string {
	name, ok := countryNames[code]
	if !ok {
		o.t.Fatalf("country %q has no name here", code)
	}
	return name
}

// names are countries in order, each once.
func (o *oracle) names(codes []string) []string {
	var names []string
	for _, c := range codes {
		if n := o.countryName(c); n != "" {
			names = append(names, n)
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// word is a word of a closed list.
func (o *oracle) word(list, word string) string {
	if word == "" {
		return ""
	}
	return o.words["enum."+list+"."+word]
}

// own is a word of a list that users edit.
func (o *oracle) own(list, code string) string {
	if s := o.labels[list+"/"+code].en(); s != "" {
		return s
	}
	if s := o.words["word."+list+"."+code]; s != "" {
		return s
	}
	return code
}

// gap is the cell of what should be there.
func (o *oracle) gap() value {
	if o.final {
		return value{}
	}
	return text("to complete")
}

func (o *oracle) must(s string) value {
	if s == "" {
		return o.gap()
	}
	return text(s)
}

// day is a real date: the days since 30 December 1899.
func day(date string) value {
	t, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return value{}
	}
	return value{kind: "day", n: t.Sub(time.Date(1899, time.December, 30, 0, 0, 0, 0, time.UTC)).Hours() / 24}
}

// dateOf turns a day back.
func dateOf(v value) string {
	return time.Date(1899, time.December, 30, 0, 0, 0, 0, time.UTC).AddDate(0, 0, int(v.n)).Format(time.DateOnly)
}

func (o *oracle) mustDay(date string) value {
	if date == "" {
		return o.gap()
	}
	return day(date)
}

func glued(between string, parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), between)
}

func (e *rawEvent) called() string { return glued(" ", e.Number, e.Name.en()) }

// sheet is the name of an event's sheet.
func (e *rawEvent) sheet() string { return glued(" ", e.Number, dayOf(e.Start)) }

// days are those of an event of several, in words.
func (e *rawEvent) days() string {
	return daysOf(dayOf(e.Start), e.lastDay())
}

func daysOf(first, last string) string {
	from, _ := time.Parse(time.DateOnly, first)
	to, _ := time.Parse(time.DateOnly, last)
	short := "2"
	switch {
	case from.Year() != to.Year():
		short = "2 January 2006"
	case from.Month() != to.Month():
		short = "2 January"
	}
	between := "–"
	if short != "2" {
		between = " – "
	}
	return from.Format(short) + between + to.Format("2 January 2006")
}

func (o *oracle) onFile(event string) string {
	counts := map[string]int{}
	for _, e := range o.evidence[event] {
		counts[e.Kind]++
	}
	var parts []string
	for _, w := range evidenceWords {
		switch n := counts[w]; {
		case n == 1:
			parts = append(parts, o.word("evidence_kind", w))
		case n > 1:
			parts = append(parts, o.word("evidence_kind", w)+" ("+strconv.Itoa(n)+")")
		}
	}
	return strings.Join(parts, ", ")
}

func (o *oracle) groupNames(set []string) string {
	var names []string
	for _, w := range groupWords {
		if slices.Contains(set, w) {
			names = append(names, o.word("group", w))
		}
	}
	return strings.Join(names, ", ")
}

func (o *oracle) numbers(events []string) string {
	var list []string
	for _, e := range o.events {
		if slices.Contains(events, e.ID) && e.Number != "" {
			list = append(list, e.Number)
		}
	}
	slices.Sort(list)
	return strings.Join(slices.Compact(list), ", ")
}

// landsOf are the countries of what was learned: its own, else those of its events.
func (o *oracle) landsOf(k *rawTakeaway) []string {
	if k.Country != "" {
		return o.names([]string{k.Country})
	}
	var codes []string
	for _, e := range o.events {
		if slices.Contains(k.Events, e.ID) {
			codes = append(codes, e.Country)
		}
	}
	return o.names(codes)
}

func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}
