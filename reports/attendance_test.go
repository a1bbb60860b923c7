package reports

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"primadesk/data"
)

// regulars is small with people who came to both events and to two days of one, and a head count besides.
func regulars(t testing.TB) *memory {
	m := small(t)
	m.attendance = slices.DeleteFunc(m.attendance, func(a *data.Attendance) bool { return a.Contact == "" })
	m.event("e3", "IT-02", "Two days", "IT", "Palermo", "2025-07-01T09:00").End = "2025-07-02T17:00"
	for i, day := range []data.Date{"2025-07-01", "2025-07-02"} {
		a := &data.Attendance{Event: "e3", Contact: "c1", Day: day, Came: "yes"}
		a.ID = fmt.Sprint("day", i)
		m.attendance = append(m.attendance, a)
	}
	more := &data.Attendance{Event: "e2", Count: number(9)}
	more.ID = "more"
	m.attendance = append(m.attendance, more)
	return m
}

// c2 came to e1 and e2, c1 to e2 and twice to e3; nine more were counted at e2.
func TestAttendanceLeadsFromParticipationsToPeople(t *testing.T) {
	w := writeNamed(t, regulars(t), "attendance", options("en"))
	got := map[string]string{}
	for _, row := range w.table("Overview", "Step", "Different people, at least") {
		got[row["Step"]] = row["Number"]
	}
	want := map[string]string{
		"Participations": "14", "− further days": "-1", "Participants": "13", "− without names": "-9", "Named participants": "4",
		"− further events": "-2", "Different people known by name": "2", "+ without names": "9", "Different people, at most": "11",
		"Different people, at least": "11",
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("%v", got)
	}
	check(t, "times", w.table("Different people", "Events attended", "Total"), []map[string]string{
		{"Events attended": "2", "Different people known by name": "2", "Named": "4", "Further events": "2"},
		{"Different people known by name": "2", "Named": "4", "Further events": "2"},
	})
	check(t, "partners", w.table("Different people", "Organising partner", "Total"), []map[string]string{
		{"Organising partner": "REGION", "Events": "3", "Participants": "13", "Participations": "14", "Named": "4", "Different people known by name": "2"},
		{"Events": "3", "Participants": "13", "Different people known by name": "2"},
	})
	check(t, "register", w.table("By event", "Event", "Total"), []map[string]string{
		{"Event": "IT-01 Round table", "Participants": "1", "Participations": "1", "Named": "1", "Without names": "0", "Women": "1"},
		{"Event": "EL-03 Networking event", "Participants": "11", "Without names": "9", "Women": ""},
		{"Event": "IT-02 Two days", "Participants": "1", "Participations": "2", "Reporting period": "2"},
		{"Participants": "13", "Participations": "14"},
	})
	check(t, "countries", w.table("By country", "Country", "Total"), []map[string]string{
		{"Country": "Greece", "Participants": "1"}, {"Country": "Italy", "Participants": "1"}, {"Country": "Not broken down", "Participants": "11"}, {"Participants": "13"},
	})
}

func TestEveryFigureOfAttendanceIsANumberInEveryLanguage(t *testing.T) {
	for _, lang := range data.Languages {
		for _, name := range []string{"attendance", "event-register", "event-sheet"} {
			for _, src := range []*memory{sampleProject(t), tidy(t)} {
				w := writeNamed(t, src, name, options(lang))
				w.formulas(func(sheet, cell, formula, value string) {
					if !w.numbered(sheet, cell, formula, value) {
						t.Errorf("%s %s %s!%s %s: cached %q", lang, name, sheet, cell, formula, value)
					}
				})
			}
		}
	}
}

// makeBelieve is a project of made-up attendance, in which sums may be off.
func makeBelieve(rt *rapid.T, t testing.TB) *memory {
	m := small(t)
	m.attendance = nil
	for i := range rapid.IntRange(0, 3).Draw(rt, "events") {
		id := fmt.Sprint("x", i)
		m.event(id, fmt.Sprint("EL-1", i), "Event", "GR", "Tripoli", rapid.SampledFrom([]data.Wall{"", "2025-03-02", "2025-06-02"}).Draw(rt, "day")).
			Organiser = rapid.SampledFrom([]string{"p1", "p2", ""}).Draw(rt, "organiser")
		for j := range rapid.IntRange(0, 4).Draw(rt, "rows") {
			m.attendance = append(m.attendance, attendance(rt, id, j))
		}
	}
	return m
}

// The parts of every dimension, of partners and of periods are the whole, the steps add up, and there are never more people than
// participations.
func TestAttendanceAddsUp(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		m := makeBelieve(rt, t)
		d, err := gatherEvents(t.Context(), m, options("en"))
		if err != nil {
			rt.Fatal(err)
		}
		r := &roll{dossier: d, turnout: d.turnout()}
		all := 0
		for _, s := range r.steps() {
			if s.result && s.label == "Different people, at least" {
				continue // a bound of its own
			}
			if s.result && all != s.n && s.label != "Participations" {
				rt.Fatalf("%s is %d, the lines above add up to %d", s.label, s.n, all)
			}
			if s.result {
				all = s.n
			} else {
				all += s.n
			}
		}
		x := r.turnout
		if most := x.known + x.unnamed; x.known > x.named || x.people > x.participations || len(d.problems) == 0 && (most > x.people || max(x.known, x.largest) > most) {
			rt.Fatalf("%+v", x)
		}
		for _, by := range data.Dimension.Words {
			sum := 0
			for _, line := range r.linesOf(by, "t") {
				sum += line.n
			}
			if len(d.problems) == 0 && sum != d.participants() {
				rt.Fatalf("by %s %d, all %d", by, sum, d.participants())
			}
		}
		for _, by := range []groupsBy{{label: r.organiserLabel, name: r.organiserLabel}, {label: r.periodLabel, name: r.periodName}} {
			events, people := 0, 0
			for _, g := range r.groups(by) {
				events, people = events+len(g.events), people+g.sum(func(t *data.Tally) int { return t.Total })
			}
			if events != len(d.held) || people != d.participants() {
				rt.Fatalf("%d events and %d people, not %d and %d", events, people, len(d.held), d.participants())
			}
		}
	})
}

// Somebody who was already in a head count that includes the named changes no number of people when she is named.
func TestNamingWhoWasCountedAddsNobody(t *testing.T) {
	before, after := small(t), small(t)
	after.present("e1", "c1")
	numbers := func(m *memory) string {
		d, err := gatherEvents(t.Context(), m, options("en"))
		if err != nil {
			t.Fatal(err)
		}
		x := d.turnout()
		return fmt.Sprint(x.participations, x.people)
	}
	if numbers(before) != numbers(after) {
		t.Errorf("%s, then %s", numbers(before), numbers(after))
	}
}

func TestPublicAttendanceShowsNobody(t *testing.T) {
	o := options("en")
	o.Public = true
	m := small(t)
	w := writeNamed(t, m, "attendance", o)
	register := w.table("By event", "Event", "Total")
	for _, row := range register {
		for header, value := range row {
			if n, err := strconv.Atoi(value); err == nil && n > 0 && n < fewest && header != "Reporting period" {
				t.Errorf("%s: %s is %d", row["Event"], header, n)
			}
		}
		for _, header := range []string{"Named", "Without names", "Participations"} {
			if _, shown := row[header]; shown {
				t.Errorf("%s is shown", header)
			}
		}
	}
	if row := register[1]; row["Non-bin."] != "[c]" || row["Not stated"] != "0" && row["Not stated"] != "[c]" {
		t.Errorf("%v", row)
	}
	// Nowhere does a formula add what is withheld: the sums are numbers, or marks.
	w.formulas(func(sheet, cell, formula, value string) {
		if strings.Contains(formula, "SUM(") || strings.Contains(formula, "SUBTOTAL(109") && sheet != "Different people" {
			t.Errorf("%s!%s =%s (%s)", sheet, cell, formula, value)
		}
	})
	for _, text := range []string{"Version for the public", "Different people known by name"} {
		if strings.Contains(w.bytes(), text) != (text == "Version for the public") {
			t.Errorf("%q", text)
		}
	}
	// The register of events withholds the same.
	events := writeNamed(t, m, "event-register", o).table("Events", "No.", "Total")
	for i, row := range events {
		for _, header := range []string{"Participants", "Women", "Men", "Non-bin.", "Not stated"} {
			if row[header] != register[i][header] {
				t.Errorf("%s: %q in the register, %q in the attendance", header, row[header], register[i][header])
			}
		}
	}
}

func TestNoPublicVersionOfWrongSums(t *testing.T) {
	m := small(t)
	*m.attendance[0].Parts[0].Count++
	o := options("en")
	o.Public = true
	for _, name := range []string{"attendance", "event-register"} {
		if _, err := prepare(t.Context(), m, name, o); codeOf(t, err).Code != "report.public_sums" {
			t.Errorf("%s: %v", name, err)
		}
	}
}
