package reports

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"primadesk/data"
	"primadesk/reports/workbook"
)

// scattered is the sample with its records given to partners, countries and days at random.
func scattered(rt *rapid.T, t testing.TB) *memory {
	m := sampleProject(t)
	partner := func(label string) string {
		n := rapid.IntRange(-1, len(m.partners)-1).Draw(rt, label)
		if n < 0 {
			return ""
		}
		return m.partners[n].ID
	}
	days := []data.Date{"", "2024-06-01", "2025-10-31", "2025-11-01", "2026-10-01"}
	for _, e := range m.events {
		e.Organiser, e.CoOrganisers = partner("organiser"), nil
		if co := partner("co-organiser"); co != "" {
			e.CoOrganisers = data.SetOf(co)
		}
		e.Start = data.Wall(rapid.SampledFrom(days).Draw(rt, "day"))
		e.Country = rapid.SampledFrom([]string{"", "GR", "IT"}).Draw(rt, "country")
		e.Status = rapid.SampledFrom([]string{"held", "reported", "planned", "cancelled"}).Draw(rt, "status")
	}
	for _, c := range m.communications {
		c.Owner, c.ReportedPeriod, c.Date = partner("owner"), nil, rapid.SampledFrom(days).Draw(rt, "date")
	}
	for _, x := range m.deliverables {
		x.Lead = partner("lead")
	}
	for _, o := range m.organisations {
		o.Country = rapid.SampledFrom([]string{"GR", "IT", "ES"}).Draw(rt, "land")
	}
	return m
}

// countRows counts the rows of a report's tables, by id.
func countRows(rt *rapid.T, t testing.TB, m *memory, name string, o Options) map[string]int {
	doc, err := prepare(t.Context(), m, name, o)
	if err != nil {
		rt.Fatal(err)
	}
	c := &rowCounter{rows: map[string]int{}}
	if err := workbook.Read(t.Context(), doc.(*sheets).book, c); err != nil {
		rt.Fatal(err)
	}
	return c.rows
}

type rowCounter struct {
	rows map[string]int
	at   string
}

func (c *rowCounter) Sheet(int, string, workbook.Sheet) error      { return nil }
func (c *rowCounter) Block(workbook.Block, []workbook.Value) error { return nil }
func (c *rowCounter) Head(h workbook.Head) error                   { c.at = h.ID; c.rows[h.ID] += 0; return nil }
func (c *rowCounter) Row([]workbook.Value) error                   { c.rows[c.at]++; return nil }
func (c *rowCounter) Foot([]workbook.Value) error                  { return nil }

// chosenOf are the ids of what a choice leaves, and of the different people who came there.
func chosenOf(rt *rapid.T, t testing.TB, m *memory, o Options) (records, people map[string]bool) {
	d, err := gather(t.Context(), m, o)
	if err != nil {
		rt.Fatal(err)
	}
	records, people = map[string]bool{}, map[string]bool{}
	participations := 0
	for _, e := range slices.Concat(d.held, d.coming) {
		records["event "+e.ID] = true
	}
	for _, e := range d.held {
		participations += e.tally.Participations
		for _, id := range e.tally.People {
			people[id] = true
		}
	}
	for _, l := range d.lessons {
		records["takeaway "+l.ID] = true
	}
	for _, c := range d.communications {
		records["communication "+c.ID] = true
	}
	if len(d.problems) == 0 && (len(people) > participations || d.participants() > participations) {
		rt.Fatalf("%d people and %d participants, but %d participations", len(people), d.participants(), participations)
	}
	return records, people
}

// What the partners have is, together, what the project has; what belongs to no partner is all that is left. So it is with periods,
// and events without a day stand in each.
func TestPartnersAndPeriodsMakeTheProject(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		m := scattered(rt, t)
		o := options("en")
		all, everybody := chosenOf(rt, t, m, o)
		union := func(choices []Options, left func(string) bool) {
			records, people := map[string]bool{}, map[string]bool{}
			for _, one := range choices {
				r, p := chosenOf(rt, t, m, one)
				for id := range r {
					if !all[id] {
						rt.Fatalf("%s is in a part and not in the whole", id)
					}
				}
				maps.Copy(records, r)
				maps.Copy(people, p)
			}
			for id := range all {
				if !records[id] && !left(id) {
					rt.Fatalf("%s is in no part", id)
				}
			}
			for id := range people {
				if !everybody[id] {
					rt.Fatalf("%s came to a part and not to the whole", id)
				}
			}
		}
		var partners, periods []Options
		for _, p := range m.partners {
			one := o
			one.Partner = p.ID
			partners = append(partners, one)
		}
		for i := range m.project.Periods {
			one := o
			one.Period = *m.project.Periods[i].Number
			periods = append(periods, one)
		}
		union(partners, func(id string) bool { return nobodys(m, id) })
		union(periods, func(id string) bool { return timeless(m, id) })
	})
}

// nobodys tells whether a record belongs to no partner: an event by its organisers, a takeaway by those of its events.
func nobodys(m *memory, id string) bool {
	event := func(e *data.Event) bool { return e.Organiser == "" && len(e.CoOrganisers) == 0 }
	for _, e := range m.events {
		if id == "event "+e.ID {
			return event(e)
		}
	}
	for _, c := range m.communications {
		if id == "communication "+c.ID {
			return c.Owner == ""
		}
	}
	return takenFrom(m, id, event)
}

// timeless tells whether what is left belongs to no period: only a takeaway of no event, since a day lies in one and no day in all.
func timeless(m *memory, id string) bool {
	return takenFrom(m, id, func(*data.Event) bool { return false })
}

func takenFrom(m *memory, id string, none func(*data.Event) bool) bool {
	for _, k := range m.takeaways {
		if id != "takeaway "+k.ID {
			continue
		}
		return !slices.ContainsFunc(m.events, func(e *data.Event) bool {
			return k.Events.Has(e.ID) && (e.Held() || e.Status == "planned" || e.Status == "confirmed") && !none(e)
		})
	}
	return false
}

// A register that is asked for in parts has as many rows in them as in all.
func TestRegistersOfPartsHaveTheRowsOfTheWhole(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		m := scattered(rt, t)
		o := options("en")
		sum := func(name, table string, parts []Options, left int) {
			whole, n := countRows(rt, t, m, name, o)[table], 0
			for _, one := range parts {
				n += countRows(rt, t, m, name, one)[table]
			}
			if n+left != whole {
				rt.Fatalf("%s, %s: %d rows in parts and %d in none, %d in all", name, table, n, left, whole)
			}
		}
		var partners, lands, periods []Options
		for _, p := range m.partners {
			one := o
			one.Partner = p.ID
			partners = append(partners, one)
		}
		for _, land := range []string{"GR", "IT", "ES"} {
			one := o
			one.Country = land
			lands = append(lands, one)
		}
		for i := range m.project.Periods {
			if p := &m.project.Periods[i]; p.From <= data.DateOf(o.Now) {
				one := o
				one.Period = *p.Number
				periods = append(periods, one)
			}
		}
		unled := 0
		for _, x := range m.deliverables {
			if x.Lead == "" {
				unled++
			}
		}
		sum("stakeholders", "stakeholders", lands, 0)
		sum("stakeholders", "placed", lands, 0)
		sum("engagement-log", "log", lands, 0)
		sum("work-plan", "deliverables", partners, unled)
		sum("collection", "standings", partners, 0)
		sum("collection", "queries", partners, 0)
		sum("collection", "standings", periods, 0)
		sum("collection", "queries", periods, 0)
	})
}

// Somebody who was already in a head count that includes the named changes no number of people when she is named, in whatever
// dimension the head count is broken down, and in no report.
func TestNamingWhoWasCountedChangesNothing(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		m := small(t)
		m.attendance = nil
		words := map[string][]string{"gender": data.Gender.Words, "age_band": data.AgeBand.Words, "country": {"GR", "IT", "CY"}, "group": data.Group.Words}
		counted := rapid.IntRange(2, 40).Draw(rt, "counted")
		named := rapid.IntRange(0, min(counted, 3)-1).Draw(rt, "named")
		all := &data.Attendance{Event: "e1", Count: &counted, IncludesNamed: true}
		all.ID = "all"
		for _, by := range data.Dimension.Words {
			first := rapid.IntRange(0, counted).Draw(rt, by)
			for i, n := range []int{first, counted - first} {
				p := all.Parts.Add(fmt.Sprint(by, i)).(*data.CountPart)
				p.By, p.Word, p.Count = by, words[by][(i+1)%len(words[by])], &n
			}
		}
		m.attendance = append(m.attendance, all)
		for i := range named {
			m.present("e1", fmt.Sprint("somebody", i))
		}
		m.present("e2", "c1")
		before := figures(rt, t, m)
		m.present("e1", "somebody else")
		if after := figures(rt, t, m); before != after {
			rt.Fatalf("%s\nthen\n%s", before, after)
		}
	})
}

// figures are the numbers of people of all reports that count them.
func figures(rt *rapid.T, t testing.TB, m *memory) string {
	d, err := gather(t.Context(), m, options("en"))
	if err != nil {
		rt.Fatal(err)
	}
	x := d.turnout()
	said := fmt.Sprint(x.participations, x.people, x.largest, d.draft, d.problems)
	for _, by := range data.Dimension.Words {
		for _, o := range d.held {
			counts := d.countsOf(o, by)
			for _, label := range slices.Sorted(maps.Keys(counts)) {
				said += fmt.Sprintf("; %s %s %s %d", o.Number, by, label, counts[label])
			}
		}
	}
	for _, l := range d.summaryLands() {
		said += fmt.Sprint("; ", l.name, l.events, l.people, l.genders)
	}
	for _, r := range d.reachedIndicators() {
		if r.Count == "participations" || r.Count == "events_held" {
			said += fmt.Sprint("; ", r.Code, *r.actual)
		}
	}
	return said
}
