package bulletin

import (
	"testing"

	"primadesk/data"
	"primadesk/reports/reporttest"
)

// sampleIssue is the newsletter of the project that the program ships.
func sampleIssue(t testing.TB) Issue {
	t.Helper()
	var i Issue
	reporttest.Sample(t, func(rec data.Record) {
		switch r := rec.(type) {
		case *data.Bulletin:
			i.Bulletin = r
		case *data.Project:
			i.Project = r
		case *data.Partner:
			i.Partners = append(i.Partners, r)
		case *data.Event:
			i.Events = append(i.Events, r)
		case *data.Takeaway:
			i.Takeaways = append(i.Takeaways, r)
		}
	})
	return i
}

// small is an issue with two events, of which both countries' languages differ.
func small() Issue {
	number := 3
	i := Issue{
		Bulletin: &data.Bulletin{Number: &number, Month: "2025-09", Language: "en", Name: texts("en", "Our news", "fr", "Nos nouvelles"), Intro: texts("en", "First.\n\nSecond."), NextSteps: texts("fr", "Ensuite")},
		Project:  &data.Project{Acronym: "EXAMPLE", GrantNumber: "101000000", Funding: "funded_by"},
		Partners: []*data.Partner{
			{Meta: data.Meta{ID: "p2"}, LegalName: "Beta", Country: "IT"}, {Meta: data.Meta{ID: "p1"}, LegalName: "Zeta", Role: "coordinator", Country: "GR"},
		},
		Events: []*data.Event{
			{Meta: data.Meta{ID: "e1"}, Name: texts("en", "One"), Country: "IT", Start: "2025-05-22", Organiser: "p2", Account: texts("en", "It happened.")},
			{Meta: data.Meta{ID: "e2"}, Name: texts("en", "Two"), Country: "IT", Start: "2025-05-30", End: "2025-06-02", CoOrganisers: data.SetOf("p1"), Organiser: "p2", Description: texts("en", "It will happen.")},
			{Meta: data.Meta{ID: "e3"}, Name: texts("en", "Three"), Mode: "online"},
		},
		Takeaways: []*data.Takeaway{
			{Meta: data.Meta{ID: "k1"}, Events: data.SetOf("e1", "e2"), Text: texts("en", "Of both"), Order: "1"},
			{Meta: data.Meta{ID: "k2"}, Events: data.SetOf("e1"), Text: texts("en", "Of one"), Order: "2"},
			{Meta: data.Meta{ID: "k3"}, Events: data.SetOf("e1"), Text: texts("en", "Among us"), Visibility: "internal"},
			{Meta: data.Meta{ID: "k4"}, Events: data.SetOf("elsewhere"), Text: texts("en", "Of another issue")},
			{Meta: data.Meta{ID: "k5"}, Events: data.SetOf("e2", "e3"), Text: texts("en", "Of two countries"), Order: "0"},
		},
	}
	for n, at := range []struct{ order, event string }{{"3", "e3"}, {"1", "e1"}, {"25", "gone"}, {"2", "e2"}, {"4", "e1"}} {
		row := i.Bulletin.Events.Add(string(rune('a' + n))).(*data.BulletinEvent)
		row.Event, row.Order = at.event, at.order
	}
	return i
}

func texts(original, text string, more ...string) data.Texts {
	t := data.TextIn(original, text)
	for n := 0; n < len(more); n += 2 {
		t.Set(more[n], more[n+1])
	}
	return t
}
