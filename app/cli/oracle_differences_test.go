package cli_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"
)

// closed is a period that was closed, with the records as they were then.
type closed struct {
	period int
	then   *raw
	// lines are those of the export by their record's id, before and after: what differs was touched.
	before, after map[string]string
}

// differing is a figure that is not what was reported.
type differing struct {
	kind, record, figure string
	then, now            *float64
	day                  string // of a record that was moved
}

func (x differing) String() string {
	said := func(n *float64) string {
		if n == nil {
			return "?"
		}
		return fmt.Sprint(*n)
	}
	return fmt.Sprintf("%s %s %s: %s, %s", x.record, x.figure, x.kind, said(x.then), said(x.now))
}

// comesAndGoes has the figure that is told of a record that is on one side alone. Of others each figure is compared.
var comesAndGoes = map[string]string{"event": "people", "indicator": "actual", "communication": "reached"}

func entityOf(record string) string { return record[:strings.Index(record, "/")] }
func idOf(record string) string     { return record[strings.Index(record, "/")+1:] }

// zeroed tells whether a figure that is not there is zero: sums are, and the number of a word that nobody chose. What is not known is not.
func zeroed(record, figure string) bool {
	_, main := comesAndGoes[entityOf(record)]
	kind, _, part := strings.Cut(figure, "/")
	return !main || kind == "takeaways" || kind == "uncounted" || part && kind != "actual" && kind != "target"
}

func valueOf(of map[string]float64, record, figure string) *float64 {
	n, there := of[figure]
	if !there && !zeroed(record, figure) {
		return nil
	}
	return &n
}

func equal(a, b *float64) bool { return a == nil && b == nil || a != nil && b != nil && *a == *b }

// asThen foretells the same workbook of the records as they were when the period was closed: of the whole period, as its final version.
func (o *oracle) asThen() *oracle {
	return foretell(o.t, o.closed.then, o.words, asked{period: o.closed.period, final: true})
}

// asNow is the whole period as it is now, whatever the workbook is narrowed to.
func (o *oracle) asNow() *oracle {
	return foretell(o.t, o.raw, o.words, asked{period: o.closed.period, final: true})
}

// differences are all between what was reported and what would be reported now.
func (o *oracle) differences() (list []differing) {
	then, now := o.asThen().figures(), o.asNow().figures()
	records := maps.Clone(then)
	maps.Copy(records, now)
	for _, record := range sortedKeys(records) {
		was, were := then[record]
		is, are := now[record]
		main, goes := comesAndGoes[entityOf(record)]
		switch {
		case goes && !were:
			list = append(list, differing{kind: "added", record: record, figure: main, now: valueOf(is, record, main)})
			continue
		case goes && !are:
			x := differing{record: record, figure: main, then: valueOf(was, record, main)}
			x.kind, x.day = o.fate(record)
			list = append(list, x)
			continue
		}
		figures := maps.Clone(was)
		if figures == nil {
			figures = map[string]float64{}
		}
		maps.Copy(figures, is)
		for _, figure := range sortedKeys(figures) {
			if a, b := valueOf(was, record, figure), valueOf(is, record, figure); !equal(a, b) {
				list = append(list, differing{kind: "changed", record: record, figure: figure, then: a, now: b})
			}
		}
	}
	return list
}

// fate says why a record does not count any more: it is in the trash, was not held after all, or belongs to another time.
func (o *oracle) fate(record string) (kind, day string) {
	day, held, there := "", true, false
	for _, e := range o.events {
		if e.ID == idOf(record) {
			day, held, there = dayOf(e.Start), e.held(), true
		}
	}
	for _, c := range o.communications0() {
		if c.ID == idOf(record) {
			day, there = c.Date, true
		}
	}
	switch {
	case !there:
		return "trashed", ""
	case !held:
		return "not_held", ""
	case o.asNow().inTime(day):
		day = ""
	}
	return "moved", day
}

// communications0 are all, whatever the workbook is narrowed to.
func (o *oracle) communications0() []*rawCommunication { return o.raw.communications }

// touched tells whether something about a record was changed since: itself, or who came to an event, what was learned at it or is on file.
func (o *oracle) touched(record string) bool {
	c := o.closed
	itself := func(id string) bool { return c.before[id] != c.after[id] }
	id := idOf(record)
	switch entityOf(record) {
	case "indicator", "communication", "organisation":
		return itself(id)
	case "event":
	default:
		return false // sums
	}
	if itself(id) {
		return true
	}
	for about, line := range lastOf(c) {
		row := rawAttendance{}
		switch entity := decoded[struct{ Entity string }](o.t, line).Entity; entity {
		case "attendance", "evidence":
			row = decoded[rawAttendance](o.t, line)
		case "takeaway":
			if slices.Contains(decoded[rawTakeaway](o.t, line).Events, id) {
				row.Event = id
			}
		}
		if row.Event == id && (itself(about) || row.Came == "yes" && itself(row.Contact)) {
			return true
		}
	}
	return false
}

// lastOf are the lines as they stand, or stood last.
func lastOf(c *closed) map[string]string {
	all := maps.Clone(c.before)
	maps.Copy(all, c.after)
	return all
}

// byID are the lines of an export by their record.
func byID(o interface{ Helper() }, export string) map[string]string {
	o.Helper()
	lines := map[string]string{}
	for line := range strings.Lines(export) {
		if at := strings.Index(line, `"id":"`); at >= 0 {
			id := line[at+len(`"id":"`):]
			lines[id[:strings.Index(id, `"`)]] = line
		}
	}
	return lines
}

// differencesTables are the tables of the sheet Differences.
func (o *oracle) differencesTables() []foretold {
	then, now := o.asThen().figures()[wholePeriod], o.asNow().figures()[wholePeriod]
	whole := foretold{sheet: "Differences", headers: split("Figure|Reported|Now|Difference"), ordered: true}
	for _, figure := range strings.Fields("events people participations unique_people countries organisations takeaways follow_ups activities delivered reached") {
		whole.rows = append(whole.rows, []value{text(o.figureName(figure)), number(then[figure]), number(now[figure]), number(now[figure] - then[figure])})
	}
	each := foretold{sheet: "Differences", headers: split("What|Reported|Now|Difference|Figure|What happened|Changed on"), none: "No differences from what was reported"}
	for _, x := range o.differences() {
		row := []value{text(o.recordName(x.record)), {}, {}, {}, text(o.figureName(x.figure)), text(o.told(x)), {}}
		if x.then != nil {
			row[1] = number(*x.then)
		}
		if x.now != nil {
			row[2] = number(*x.now)
		}
		if x.then != nil && x.now != nil {
			row[3] = number(*x.now - *x.then)
		}
		if o.touched(x.record) {
			row[6] = day(o.today())
		}
		each.rows = append(each.rows, row)
	}
	return []foretold{whole, each}
}

// told is what happened to a record; of a figure that changed the numbers tell it.
func (o *oracle) told(x differing) string {
	n, when := x.then, ""
	if x.kind == "added" {
		n = x.now
	}
	said := "–"
	if n != nil {
		said = number(*n).spoken(false)
	}
	if t, err := time.Parse(time.DateOnly, x.day); err == nil {
		when = t.Format("2 January 2006")
	}
	figure := o.figureName(x.figure)
	switch x.kind {
	case "added":
		return "Was not reported. " + figure + " now: " + said
	case "trashed":
		return "Is in the trash. " + figure + ", as reported: " + said
	case "not_held":
		return "Is no longer marked as held. " + figure + ", as reported: " + said
	case "moved":
		if when == "" {
			return "No longer belongs to the period. " + figure + ", as reported: " + said
		}
		return "Is now on " + when + ", outside the period. " + figure + ", as reported: " + said
	}
	return ""
}

// recordName is what a record is called: as it is now, or was last.
func (o *oracle) recordName(record string) string {
	id := idOf(record)
	switch entityOf(record) {
	case "project":
		return "Whole period"
	case "country":
		if id == "" {
			return "Not stated"
		}
		return o.countryName(id)
	case "partner":
		return o.partners[id].title()
	case "organisation":
		return o.organisations[id].Name
	}
	for _, r := range []*raw{o.closed.then, o.raw} { // what it was called by when it was reported stays its number
		for _, e := range r.events {
			if e.ID == id {
				return glued(" ", e.Number, o.eventTitle(id))
			}
		}
		for _, i := range r.indicators {
			if i.ID == id {
				return glued(" ", i.Code, unmarked(i.Name))
			}
		}
		for _, c := range r.communications {
			if c.ID == id {
				return unmarked(c.Name)
			}
		}
	}
	o.t.Fatalf("nobody knows %s", record)
	return ""
}

func (o *oracle) eventTitle(id string) (title string) {
	for _, r := range []*raw{o.closed.then, o.raw} {
		for _, e := range r.events {
			if e.ID == id {
				title = unmarked(e.Name)
			}
		}
	}
	return title
}

// figureNames are what the figures are called in English.
var figureNames = map[string]string{
	"events": "Events held", "led": "Events that it organised itself", "people": "Participants", "uncounted": "Nobody counted", "participations": "Participations",
	"unique_people": "Different people known by name", "led_unique": "Different people at events that it organised itself", "attended": "People by number of events",
	"named": "Named participants", "counted": "Participants from head counts", "gender": "Gender", "age_band": "Age band", "country": "Country", "group": "Group",
	"unbroken": "Not broken down", "countries": "Countries", "organisations": "Organisations", "organisations_by_group": "Organisations",
	"organisations_by_country": "Organisations", "organisations_by_level": "Organisations", "takeaways": "Takeaways", "takeaways_by_country": "Takeaways",
	"takeaways_by_event": "Takeaways", "takeaways_by_theme": "Takeaways", "takeaways_by_kind": "Takeaways", "follow_ups": "Follow-up", "follow_up": "Follow-up",
	"evidence": "Evidence", "expected": "Expected participants", "replies": "Satisfaction replies", "satisfaction": "Average satisfaction", "actual": "Actual",
	"target": "Target", "baseline": "Baseline", "activities": "Communication activities", "activities_by_status": "Communication activities",
	"activities_by_channel": "Communication activities", "delivered": "Communication activities delivered", "reached": "People reached",
}

// figureName is a figure in words: "Gender: Women".
func (o *oracle) figureName(figure string) string {
	kind, word, part := strings.Cut(figure, "/")
	name, known := figureNames[kind]
	if !known {
		o.t.Fatalf("nobody knows the figure %s", figure)
	}
	if !part {
		return name
	}
	lists := map[string]string{
		"gender": "gender", "age_band": "age_band", "group": "group", "organisations_by_group": "group", "organisations_by_level": "level", "takeaways_by_kind": "takeaway_kind",
		"follow_up": "follow_up_status", "evidence": "evidence_kind", "activities_by_status": "communication_status", "activities_by_channel": "communication_channel",
	}
	said := ""
	switch {
	case word == "" || word == notStated:
	case lists[kind] != "":
		said = o.word(lists[kind], word)
	case kind == "country" || strings.HasSuffix(kind, "_by_country"):
		var names []string
		for code := range strings.SplitSeq(word, "+") {
			names = append(names, o.countryName(code))
		}
		said = strings.Join(names, ", ")
	case kind == "takeaways_by_theme":
		if said = unmarked(o.labels["theme/"+word]); said == "" {
			said = strings.ReplaceAll(o.own("theme", word), "_", " ")
		}
	case kind == "takeaways_by_event":
		said = strings.ReplaceAll(word, "+", ", ")
	case kind == "unbroken":
		said = figureNames[word]
	case kind == "actual" || kind == "target":
		said = o.partners[word].title()
	default:
		said = word
	}
	if said == "" {
		said = "Not stated"
	}
	return name + ": " + said
}
