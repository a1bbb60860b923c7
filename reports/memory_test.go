package reports

import (
	"context"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"
	"testing"
	"time"

	"primadesk/assets/i18n"
	"primadesk/data"
)

// memory is a Source over slices: what a workspace holds, for tests.
type memory struct {
	project        *data.Project
	partners       []*data.Partner
	packages       []*data.WorkPackage
	tasks          []*data.Task
	deliverables   []*data.Deliverable
	vocabulary     []*data.Vocabulary
	organisations  []*data.Organisation
	contacts       []*data.Contact
	events         []*data.Event
	attendance     []*data.Attendance
	evidence       []*data.Evidence
	takeaways      []*data.Takeaway
	communications []*data.Communication
	indicators     []*data.Indicator
	collections    []*data.Collection
	queries        []*data.PartnerQuery
	closed         map[int]*data.Closing // by period
	milestones     []*data.Milestone
	risks          []*data.Risk
	narratives     []*data.Narrative
	bulletins      []*data.Bulletin
	engagements    []*data.Engagement
	files          map[string]string // evidence by its SHA-256
	findings       []data.Finding
	// fail, if set, is the error with which the events end.
	fail error
}

func (m *memory) Project(context.Context) (*data.Project, error)            { return m.project, nil }
func (m *memory) Partners(context.Context) ([]*data.Partner, error)         { return m.partners, nil }
func (m *memory) WorkPackages(context.Context) ([]*data.WorkPackage, error) { return m.packages, nil }
func (m *memory) Tasks(context.Context) ([]*data.Task, error)               { return m.tasks, nil }
func (m *memory) Deliverables(context.Context) ([]*data.Deliverable, error) {
	return m.deliverables, nil
}
func (m *memory) Vocabulary(context.Context) ([]*data.Vocabulary, error) { return m.vocabulary, nil }
func (m *memory) Communications(context.Context) ([]*data.Communication, error) {
	return m.communications, nil
}
func (m *memory) Indicators(context.Context) ([]*data.Indicator, error) { return m.indicators, nil }
func (m *memory) Takeaways(context.Context) ([]*data.Takeaway, error)   { return m.takeaways, nil }

func (m *memory) Milestones(context.Context) ([]*data.Milestone, error)   { return m.milestones, nil }
func (m *memory) Risks(context.Context) ([]*data.Risk, error)             { return m.risks, nil }
func (m *memory) Narratives(context.Context) ([]*data.Narrative, error)   { return m.narratives, nil }
func (m *memory) Collections(context.Context) ([]*data.Collection, error) { return m.collections, nil }
func (m *memory) Queries(context.Context) ([]*data.PartnerQuery, error)   { return m.queries, nil }
func (m *memory) Bulletins(context.Context) ([]*data.Bulletin, error)     { return m.bulletins, nil }
func (m *memory) Evidence(context.Context) ([]*data.Evidence, error)      { return m.evidence, nil }
func (m *memory) Engagements(context.Context) iter.Seq2[*data.Engagement, error] {
	return each(m.engagements)
}

func (m *memory) OpenEvidence(sha string) (io.ReadCloser, error) {
	content, ok := m.files[sha]
	if !ok {
		return nil, data.Fail("evidence.missing", "File", sha)
	}
	return io.NopCloser(strings.NewReader(content)), nil
}

func (m *memory) Attendance(_ context.Context, event string) (rows []*data.Attendance, err error) {
	for _, a := range m.attendance {
		if a.Event == event {
			rows = append(rows, a)
		}
	}
	return rows, nil
}

func (m *memory) People(_ context.Context, ids []string) (list []*data.Contact, err error) {
	for _, c := range m.contacts {
		if slices.Contains(ids, c.ID) {
			list = append(list, c)
		}
	}
	return list, nil
}

// Text knows columns of plain texts, which is what the tests ask for.
func (m *memory) Text(_ context.Context, p *i18n.Printer) (func(*data.Column, any) string, error) {
	return func(c *data.Column, rec any) string {
		switch f := c.At(rec).(type) {
		case *string:
			return *f
		case *data.Texts:
			return f.Show(p.Lang())
		case *data.Wall:
			return string(*f)
		}
		return ""
	}, nil
}

func (m *memory) Findings(_ context.Context, p *i18n.Printer, _ int) ([]data.Finding, error) {
	found := slices.Clone(m.findings)
	for i := range found {
		found[i].Args = spoken(p, found[i].Args)
	}
	return found, nil
}

func (m *memory) Events(context.Context) iter.Seq2[EventFigures, error] {
	return func(yield func(EventFigures, error) bool) {
		for _, e := range m.events {
			if !yield(m.figures(e), nil) {
				return
			}
		}
		if m.fail != nil {
			yield(EventFigures{}, m.fail)
		}
	}
}

func (m *memory) figures(e *data.Event) EventFigures {
	rows, _ := m.Attendance(context.Background(), e.ID)
	f := EventFigures{Event: e, Tally: data.TallyOf(rows, m.facts), Evidence: map[string]int{}}
	for _, v := range m.evidence {
		if v.Event == e.ID {
			f.Evidence[v.Kind]++
		}
	}
	return f
}

func (m *memory) facts(contact string) data.Facts {
	for _, c := range m.contacts {
		if c.ID != contact {
			continue
		}
		for _, o := range m.organisations {
			if o.ID == c.Organisation {
				return data.FactsOf(c, o)
			}
		}
		return data.FactsOf(c, nil)
	}
	return data.Facts{}
}

func (m *memory) Organisations(context.Context) iter.Seq2[*data.Organisation, error] {
	return each(m.organisations)
}

func (m *memory) Contacts(context.Context) iter.Seq2[*data.Contact, error] { return each(m.contacts) }

func each[T any](list []T) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for _, v := range list {
			if !yield(v, nil) {
				return
			}
		}
	}
}

// options of a report in a language, at a fixed moment.
func options(lang string) Options {
	return Options{Printer: i18n.For(lang), Now: time.Date(2025, 9, 18, 10, 42, 0, 0, time.UTC), Program: "Primadesk test"}
}

func number(n int) *int { return &n }

func exact(n int) *data.Decimal {
	v := data.DecimalOf(n)
	return &v
}

func texts(original string, pairs ...string) data.Texts {
	var t data.Texts
	for i := 0; i < len(pairs); i += 2 {
		t.Set(pairs[i], pairs[i+1])
	}
	t.Original = original
	return t
}

// counts adds a head count of everybody, broken down by gender, age and country.
func (m *memory) counts(event string, women, men, others, unknown int, countries map[string]int) {
	total := women + men + others + unknown
	a := &data.Attendance{Event: event, Count: &total, IncludesNamed: true, Evidence: "signed"}
	a.ID = "count-" + event
	part := func(by, word string, n int) {
		row := a.Parts.Add(fmt.Sprintf("%s-%s", by, word)).(*data.CountPart)
		row.By, row.Word, row.Count = by, word, &n
	}
	part("gender", "female", women)
	part("gender", "male", men)
	part("gender", "non_binary", others)
	part("gender", data.Undisclosed, unknown)
	part("age_band", "under_18", 0)
	part("age_band", "from_18_to_60", total-2)
	part("age_band", "over_60", 2)
	for country, n := range countries {
		part("country", country, n)
	}
	m.attendance = append(m.attendance, a)
}

// present marks a contact as one who came.
func (m *memory) present(event string, contacts ...string) {
	for _, c := range contacts {
		a := &data.Attendance{Event: event, Contact: c, Came: "yes"}
		a.ID = event + "-" + c
		m.attendance = append(m.attendance, a)
	}
}

func (m *memory) event(id, number, name, country, city string, day data.Wall) *data.Event {
	e := &data.Event{
		Number: number, Name: texts("en", "en", name), Type: "networking_event", Mode: "in_situ", Country: country, City: city, Start: day,
		Organiser: "p1", WorkPackage: "wp2", Task: "t21", Deliverable: "d21", Status: "held", Website: "https://example.org/" + id,
		Account: texts("en", "en", "What happened at "+name+"."),
	}
	e.ID = id
	m.events = append(m.events, e)
	return e
}

// tidy is a small project in which nothing is missing and every sum adds up.
func tidy(t testing.TB) *memory {
	t.Helper()
	m := &memory{project: &data.Project{
		Acronym: "EXAMPLE", Name: texts("en", "en", "An example project", "fr", "Un projet d’exemple", "el", "Ένα έργο παράδειγμα"),
		GrantNumber: "101000000", Call: "AMIF-2023-EXAMPLE", Start: "2024-05-01", End: "2027-04-30", Funding: "co_funded_by",
		GrantingAuthority: texts("en", "en", "European Commission"),
	}}
	for i, span := range [][2]data.Date{{"2024-05-01", "2025-04-30"}, {"2025-05-01", "2026-04-30"}} {
		p := m.project.Periods.Add(fmt.Sprint("period", i+1)).(*data.Period)
		p.Number, p.From, p.To = number(i+1), span[0], span[1]
	}
	m.partners = []*data.Partner{
		{LegalName: "Second Partner Ltd", ShortName: "SECOND", Code: "IT", PIC: "999999998", Country: "IT", Role: "beneficiary"},
		{LegalName: "Region of Example", ShortName: "REGION", Code: "EL", PIC: "999999999", Country: "GR", Role: "coordinator"},
	}
	m.partners[0].ID, m.partners[1].ID = "p2", "p1"
	w := &data.WorkPackage{Number: "WP2", Name: texts("en", "en", "Networking", "fr", "Réseautage", "el", "Δικτύωση"), Lead: "p1"}
	w.ID = "wp2"
	task := &data.Task{Number: "T2.1", WorkPackage: "wp2", Name: texts("en", "en", "Networking events")}
	task.ID = "t21"
	x := &data.Deliverable{Dissemination: "public", Version: "1.0", Authors: "Author Person", Reviewer: "Reviewer Person"}
	x.ID, x.Number, x.WorkPackage, x.Lead, x.Due, x.Type = "d21", "D2.1", "wp2", "p1", "2025-10-31", "Report"
	x.Name, x.Status = texts("en", "en", "Networking events", "fr", "Événements de réseautage", "el", "Εκδηλώσεις δικτύωσης"), "draft"
	v := x.Versions.Add("v1").(*data.Version)
	v.Version, v.Date, v.Author, v.Changes = "1.0", "2025-09-01", "Versioning Person", texts("en", "en", "First version", "fr", "Première version")
	m.packages, m.tasks, m.deliverables = []*data.WorkPackage{w}, []*data.Task{task}, []*data.Deliverable{x}
	return m
}

// small is tidy with two events in two countries and what belongs to them.
func small(t testing.TB) *memory {
	m := tidy(t)
	m.event("e1", "IT-01", "Round table", "IT", "Palermo", "2025-05-22T10:00").Type = "round_table"
	m.event("e2", "EL-03", "Networking event", "GR", "Tripoli", "2025-06-02")
	m.counts("e1", 19, 13, 0, 1, map[string]int{"IT": 30, data.Undisclosed: 3})
	m.counts("e2", 20, 17, 1, 0, map[string]int{"GR": 30, "CY": 8})
	for i, o := range []data.Organisation{
		{Name: "Δήμος Παραδείγματος", LatinName: "Municipality of Example", Country: "GR", Group: "authorities", Level: "local"},
		{Name: "Cooperativa Esempio", Country: "IT", Group: "employers", Level: "regional", Sector: "agriculture"},
	} {
		o.ID = fmt.Sprint("o", i+1)
		c := data.Contact{GivenName: "Given", FamilyName: fmt.Sprint("Family", i+1), Organisation: o.ID, Country: o.Country, Gender: "female"}
		c.ID = fmt.Sprint("c", i+1)
		c.Emails.Add("m").(*data.Email).Address = fmt.Sprintf("person%d@example.org", i+1)
		m.organisations, m.contacts = append(m.organisations, &o), append(m.contacts, &c)
	}
	m.present("e1", "c2")
	m.present("e2", "c1", "c2")
	photos := &data.Evidence{Event: "e2", Kind: "photographs", FileName: "people.jpg"}
	list := &data.Evidence{Event: "e2", Kind: "signed_list", FileName: "list.pdf"}
	photos.ID, list.ID = "ev1", "ev2"
	m.evidence = []*data.Evidence{photos, list}
	m.takeaways = []*data.Takeaway{
		{Events: data.SetOf("e1", "e2"), Theme: "decent_work", Kind: "finding", Text: texts("fr", "fr", "Un travail décent pour tous"), Order: "1"},
		{Events: data.SetOf("e2"), Theme: "cooperatives", Kind: "need", Text: texts("en", "en", "Cooperatives need support"), Order: "2",
			FollowUp: "Write to the cooperatives", FollowUpOwner: "p1", FollowUpDue: "2025-12-01", FollowUpState: "open"},
		{Events: data.SetOf("e2"), Theme: "cooperatives", Text: texts("en", "en", "Kept among us"), Visibility: "internal", Order: "3"},
	}
	for i, k := range m.takeaways {
		k.ID = fmt.Sprint("k", i+1)
	}
	m.communications = []*data.Communication{{
		Name: texts("en", "en", "Newsletter"), Channel: "newsletter", Date: "2025-07-01", Reached: number(120), Status: "delivered", Link: "https://example.org/news",
	}}
	m.indicators = []*data.Indicator{
		{Code: "I1", Name: texts("en", "en", "Events"), Count: "events_held", Target: exact(4)},
		{Code: "I2", Name: texts("en", "en", "Participations"), Count: "participations", Target: exact(100), Country: "GR"},
		{Code: "I3", Name: texts("en", "en", "People"), Count: "unique_people", Target: exact(10)},
		{Code: "I4", Name: texts("en", "en", "Counted by hand"), Count: "by_hand", Target: exact(10)},
	}
	for i, x := range m.indicators {
		x.ID = fmt.Sprint("i", i+1)
	}
	return m
}
