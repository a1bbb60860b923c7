package contacts

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"primadesk/data"
	"primadesk/ui/record"
	"primadesk/ui/screen/screentest"
)

// What no name may have: all that is written in the records of this test begins with it, or is among the rest.
var secrets = []string{"quokka", "22 33 44", "maltese", "sharing"}

// quokka is somebody with something in every field and tab.
func quokka(t *testing.T, s *screentest.Shell) *data.Contact {
	t.Helper()
	event := screentest.Event(t, s.Work, "EL-02")
	event.Name = data.TextIn("en", "Quokka meeting")
	o := &data.Organisation{Name: "Quokka Cooperative", Country: "BE", Group: "employers"}
	o.ID = record.NewID()
	file := filepath.Join(t.TempDir(), "quokka.pdf")
	if err := os.WriteFile(file, []byte("%PDF-1.4"), 0o600); err != nil {
		t.Fatal(err)
	}
	paper, err := s.Work.Evidence.Take(t.Context(), file, "consent_forms")
	if err != nil {
		t.Fatal(err)
	}
	c := &data.Contact{
		Honorific: "Quokka Dr", GivenName: "Quokka", FamilyName: "Quokkason", LatinName: "Quokka Latin", Role: "Quokka keeper", Organisation: o.ID,
		Emails: data.Rows[data.Email]{{Element: data.Element{ID: record.NewID()}, Address: "quokka@example.org"}},
		Phones: data.Rows[data.Phone]{{Element: data.Element{ID: record.NewID()}, Number: "+32 81 22 33 44"}},
		Place:  "Quokkatown", Country: "BE", Languages: data.SetOf("mt"), PreferredLanguage: "fr", Tags: data.SetOf("quokka tag"), Notes: "quokka notes", Source: "quokka card",
		Consents: data.Rows[data.Consent]{{Element: data.Element{ID: record.NewID()}, Purpose: "sharing_with_partners", Date: "2026-01-02", Given: "paper", Evidence: paper.ID, NoticeVersion: "quokka 1"}},
	}
	c.ID = record.NewID()
	e := &data.Engagement{Contact: c.ID, Organisation: o.ID, Date: "2026-02-03", Channel: "call", Summary: "Quokka called", Outcome: "quokka comes"}
	e.ID = record.NewID()
	a := &data.Attendance{Event: event.ID, Contact: c.ID, Invitation: "invited"}
	a.ID = record.NewID()
	screentest.Keep(t, s.Work, event, o, paper, c, e, a)
	return c
}

// A trace says what has the keyboard, by its name: no name may have what a record holds.
func TestNamesHoldNothingOfARecord(t *testing.T) {
	s, v := show(t, screentest.Params{})
	c, p := quokka(t, s), s.Printer
	v.List().SetFilter("tags", "quokka tag")
	v.Open(c.ID)
	if v.Pane().ID() != c.ID || v.List().Count() != 1 {
		t.Fatalf("%q is shown, beside %d lines", v.Pane().ID(), v.List().Count())
	}
	v.Pane().Reveal("languages") // unfolds what is rarely needed
	for tab, has := range map[string][]string{
		record.TabForm:    {p.T("contacts.write"), p.T("contacts.copy"), p.T("record.dispute_remove", "Value", p.T("field.tags")), p.T("contacts.tag")},
		tabLog:            {p.Entity("engagement")},
		tabEvents:         {p.Entity("event")},
		tabConsents:       {p.T("record.dispute_remove", "Value", p.T("field.consents"))},
		record.TabHistory: {},
	} {
		v.Pane().SetTab(tab)
		names := s.Reached()
		for _, name := range has {
			if !slices.Contains(names, name) {
				t.Errorf("%s: nothing is called %q, but %q", tab, name, names)
			}
		}
		for _, name := range names {
			if slices.ContainsFunc(secrets, func(secret string) bool { return strings.Contains(strings.ToLower(name), secret) }) {
				t.Errorf("%s: something is called %q: it would stand in a log", tab, name)
			}
		}
	}
}
