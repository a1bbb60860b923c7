package data_test

import (
	"strings"
	"testing"

	"primadesk/data"
)

func one(ps data.Problems, field, code string) bool {
	for _, p := range ps {
		if p.Field == field && p.Code == code {
			return true
		}
	}
	return false
}

func TestValidate(t *testing.T) {
	n := func(i int) *int { return &i }
	contact := func(f func(*data.Contact)) data.Record {
		c := &data.Contact{FamilyName: "Παπαδοπούλου"}
		f(c)
		return c
	}
	event := func(f func(*data.Event)) data.Record {
		e := &data.Event{Project: "p", Name: data.TextIn("en", "Round table")}
		f(e)
		return e
	}
	tests := []struct {
		name        string
		rec         data.Record
		field, code string // empty: nothing is refused
	}{
		{"contact", contact(func(*data.Contact) {}), "", ""},
		{"no name", &data.Contact{Role: "mayor"}, "family_name", "name.missing"},
		{"no at", contact(func(c *data.Contact) {
			c.Emails = data.Rows[data.Email]{{Element: data.Element{ID: "1"}, Address: "e.example.org"}}
		}), "emails/1/address", "email.no_at"},
		{"no domain", contact(func(c *data.Contact) {
			c.Emails = data.Rows[data.Email]{{Element: data.Element{ID: "1"}, Address: "e@local"}}
		}), "emails/1/address", "email.form"},
		{"element twice", contact(func(c *data.Contact) {
			c.Phones = data.Rows[data.Phone]{{Element: data.Element{ID: "1"}, Number: "+30 1234"}, {Element: data.Element{ID: "1"}, Number: "+30 1235"}}
		}), "phones", "element.id"},
		{"phone", contact(func(c *data.Contact) {
			c.Phones = data.Rows[data.Phone]{{Element: data.Element{ID: "1"}, Number: "call me"}}
		}), "phones/1/number", "phone.form"},
		{"country", contact(func(c *data.Contact) { c.Country = "EL" }), "country", "country.unknown"},
		{"lower-case country", contact(func(c *data.Contact) { c.Country = "gr" }), "country", "country.unknown"},
		{"language", contact(func(c *data.Contact) { c.PreferredLanguage = "de" }), "preferred_language", "language.unknown"},
		{"enum", contact(func(c *data.Contact) { c.Gender = "f" }), "gender", "word.unknown"},
		{"day that does not exist", contact(func(c *data.Contact) { c.ReviewBy = "2025-02-30" }), "review_by", "date.form"},
		{"withdrawn before given", contact(func(c *data.Contact) {
			c.Consents = data.Rows[data.Consent]{{Element: data.Element{ID: "1"}, Purpose: "newsletter", Date: "2025-05-02", Withdrawn: "2025-05-01"}}
		}), "consents/1/withdrawn", "date.order"},
		{"event without a date", event(func(*data.Event) {}), "", ""},
		{"end before start", event(func(e *data.Event) { e.Start, e.End = "2025-06-02T10:00", "2025-06-02T09:00" }), "end", "date.order"},
		{"ends the same day", event(func(e *data.Event) { e.Start, e.End = "2025-06-02T10:00", "2025-06-02" }), "", ""},
		{"end without start", event(func(e *data.Event) { e.End = "2025-06-02" }), "start", "start.missing"},
		{"zone", event(func(e *data.Event) { e.Zone = "Europe/Tripoli" }), "zone", "zone.unknown"},
		{"known zone", event(func(e *data.Event) { e.Zone = "Europe/Athens" }), "", ""},
		{"no name", &data.Event{Project: "p"}, "name", "required"},
		{"expected below zero", event(func(e *data.Event) { e.Expected = n(-1) }), "expected", "number.negative"},
		{"no original", event(func(e *data.Event) { e.Name = data.Texts{Original: "el", In: map[string]string{"en": "x"}} }), "name", "texts.original"},
		{"strange language", event(func(e *data.Event) { e.Name = data.TextIn("de", "x") }), "name", "language.unknown"},
		{"agenda time", event(func(e *data.Event) {
			e.Agenda = data.Rows[data.AgendaItem]{{Element: data.Element{ID: "1"}, Name: "Welcome", Time: "9h"}}
		}), "agenda/1/time", "time.form"},
		{"nobody", &data.Attendance{Event: "e"}, "contact", "attendance.nobody"},
		{"person and count", &data.Attendance{Event: "e", Contact: "c", Count: n(3)}, "count", "attendance.both"},
		{"a status is never tied to a name", &data.Attendance{Event: "e", Contact: "c", Group: "migrants"}, "group", "attendance.migrants"},
		{"count below zero", &data.Attendance{Event: "e", Count: n(-3)}, "count", "number.negative"},
		{"part of no word", &data.Attendance{Event: "e", Count: n(3), Parts: data.Rows[data.CountPart]{{Element: data.Element{ID: "1"}, By: "gender", Word: "women", Count: n(3)}}}, "parts/1/word", "word.unknown"},
		{"power", &data.Organisation{Name: "o", Power: n(6)}, "power", "number.range"},
		{"PIC", &data.Partner{Project: "p", LegalName: "l", PIC: "12345"}, "pic", "pic.form"},
		{"link", &data.Organisation{Name: "o", Website: "example.org"}, "website", "url.form"},
		{"script in a link", &data.Organisation{Name: "o", Website: "javascript://x"}, "website", "url.form"},
		{"nowhere", &data.Evidence{Kind: "minutes"}, "file", "evidence.nowhere"},
		{"too long", &data.Organisation{Name: strings.Repeat("x", data.MaxLine+1)}, "name", "text.long"},
		{"month", &data.Bulletin{Project: "p", Number: n(2), Month: "2025-13"}, "month", "month.form"},
		{"reached nobody", &data.Engagement{Date: "2025-01-01", Summary: "s"}, "contact", "engagement.nobody"},
		{"period", &data.Project{Acronym: "P", Periods: data.Rows[data.Period]{{Element: data.Element{ID: "1"}, Number: n(1), From: "2025-01-01", To: "2024-01-01"}}}, "periods/1/to", "date.order"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			refused := data.Validate(tt.rec).Refused()
			if tt.code == "" {
				if len(refused) > 0 {
					t.Fatal(refused)
				}
				return
			}
			if !one(refused, tt.field, tt.code) {
				t.Fatalf("got %v, want %s at %s", refused, tt.code, tt.field)
			}
		})
	}
}

// What is merely found is kept: sums that are off, targets that do not add up.
func TestFindings(t *testing.T) {
	n := func(i int) *int { return &i }
	a := &data.Attendance{Event: "e", Count: n(38), Parts: data.Rows[data.CountPart]{
		{Element: data.Element{ID: "1"}, By: "gender", Word: "female", Count: n(20)},
		{Element: data.Element{ID: "2"}, By: "gender", Word: "male", Count: n(17)},
	}}
	ps := data.Validate(a)
	if len(ps.Refused()) > 0 || !one(ps, "parts", "count.parts") {
		t.Fatalf("%v", ps)
	}
	target, half := data.DecimalOf(10), data.DecimalOf(4)
	i := &data.Indicator{Project: "p", Code: "I1", Name: data.TextIn("en", "Events"), Count: "events_held", Target: &target,
		Targets: data.Rows[data.PartnerTarget]{{Element: data.Element{ID: "1"}, Partner: "x", Target: &half}}}
	if ps := data.Validate(i); len(ps.Refused()) > 0 || !one(ps, "targets", "target.parts") {
		t.Fatalf("%v", ps)
	}
}

func TestClean(t *testing.T) {
	c := &data.Contact{GivenName: "  Ele\u0301ni\t", Notes: "a\r\nb\x00 \n", Tags: data.Set{" b ", "a", "b"}}
	data.Clean(c)
	if c.GivenName != "Eléni" || c.Notes != "a\nb" || strings.Join(c.Tags, ",") != "a,b" {
		t.Fatalf("%q %q %q", c.GivenName, c.Notes, c.Tags)
	}
}
