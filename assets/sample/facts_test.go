package sample

import (
	"strings"
	"testing"

	"primadesk/data"
)

func TestProjectFacts(t *testing.T) {
	all := read(t)
	projects := of[*data.Project](all)
	if len(projects) != 1 {
		t.Fatalf("%d projects", len(projects))
	}
	p := projects[0]
	got := []string{p.Acronym, p.GrantNumber, p.Call, string(p.Start), string(p.End), p.Funding}
	want := "PRIMACENTERS 101140836 AMIF-2023-TF2-AG-CALL-04-LABOUR 2024-05-01 2027-04-30 co_funded_by"
	if strings.Join(got, " ") != want {
		t.Errorf("project is %v", got)
	}
	if p.Website != "" || len(p.SocialLinks) > 0 {
		t.Error("addresses that were not published were put in")
	}
	if len(p.Periods) == 0 || p.Periods[0].From != p.Start || p.Periods[len(p.Periods)-1].To != p.End {
		t.Error("the periods do not cover the project")
	}
	for i := 1; i < len(p.Periods); i++ {
		if p.Periods[i].From != p.Periods[i-1].To.AddDays(1) {
			t.Errorf("a gap before period %d", i+1)
		}
	}
	for _, partner := range of[*data.Partner](all) {
		if partner.PIC != "" || partner.Country == "ES" {
			t.Errorf("%s: what is not known was put in", partner.LegalName)
		}
		if (partner.Role == "coordinator") != (partner.Code == "EL") {
			t.Errorf("%s: role %q", partner.LegalName, partner.Role)
		}
	}
	if n := len(of[*data.WorkPackage](all)); n != 5 {
		t.Errorf("%d strands, not five", n)
	}
}

// The events of the newsletter: number, country, zone, date and the total of people
// that the sample invents.
var heldEvents = []struct {
	number, country, zone string
	start                 data.Wall
	total, learned        int
}{
	{"CY-01", "CY", "Asia/Nicosia", "2025-03-31", 30, 3},
	{"IT-01", "IT", "Europe/Rome", "2025-05-22", 26, 3},
	{"IT-02", "IT", "Europe/Rome", "2025-05-23", 21, 3},
	{"BE-01", "BE", "Europe/Brussels", "2025-05-28", 25, 3},
	{"EL-01", "GR", "Europe/Athens", "2025-06-02", 42, 3},
	{"ES-01", "ES", "Europe/Madrid", "", 0, 3},
}

func TestHeldEvents(t *testing.T) {
	all := read(t)
	events := of[*data.Event](all)
	for i, want := range heldEvents {
		e := events[i]
		if e.Number != want.number || e.Country != want.country || e.Zone != want.zone || e.Start != want.start || e.End != "" || !e.Held() {
			t.Errorf("%s is %s %s %q in %s, %s", want.number, e.Number, e.Country, e.Start, e.Zone, e.Status)
		}
		if e.City != "" || e.Venue != "" {
			t.Errorf("%s: a place that the newsletter does not name", e.Number)
		}
		if (e.Organiser == "") != (e.Country == "ES") {
			t.Errorf("%s: organiser %q", e.Number, e.Organiser)
		}
		learned := 0
		for _, k := range of[*data.Takeaway](all) {
			if k.Events.Has(e.ID) && k.Country == e.Country {
				learned++
			}
		}
		if learned != want.learned {
			t.Errorf("%s: %d key learnings, want %d", e.Number, learned, want.learned)
		}
	}
	for _, e := range events[len(heldEvents):] {
		if e.Held() || e.Start.Clock() == "" || len(e.Agenda) == 0 || len(e.Budget) == 0 || len(e.Checklist) == 0 {
			t.Errorf("%s is not a planned event with agenda, budget and checklist", e.Number)
		}
	}
}

func TestCountsAddUp(t *testing.T) {
	all := read(t)
	totals, withNamed, withoutNamed := map[string]int{}, 0, 0
	for _, e := range of[*data.Event](all) {
		named, counted, included := tally(t, all, e)
		switch {
		case counted == nil:
		case included:
			withNamed++
			for word, n := range named {
				if n > counted[word] {
					t.Errorf("%s: %d named of %s, %d counted", e.Number, n, word, counted[word])
				}
			}
			totals[e.Number] = counted["all"]
		default:
			withoutNamed++
			totals[e.Number] = counted["all"] + named["all"]
		}
		if e.Number == "ES-01" && (counted != nil || named["all"] > 0) {
			t.Error("figures for the event that has none")
		}
	}
	for _, want := range heldEvents {
		if totals[want.number] != want.total {
			t.Errorf("%s: %d people, want %d", want.number, totals[want.number], want.total)
		}
	}
	if withNamed == 0 || withoutNamed == 0 {
		t.Error("both kinds of head count are to be shown")
	}
}

// tally counts an event's people by gender, age band and country: the named who
// came, and the head count, nil if there is none.
func tally(t *testing.T, all []record, e *data.Event) (named, counted map[string]int, included bool) {
	t.Helper()
	named = map[string]int{}
	for _, a := range of[*data.Attendance](all) {
		switch {
		case a.Event != e.ID:
		case a.IsCount():
			if counted != nil {
				t.Errorf("%s: two head counts", e.Number)
			}
			counted, included = map[string]int{"all": *a.Count}, a.IncludesNamed
			for _, p := range a.Parts {
				counted[p.By+" "+p.Word] = *p.Count
			}
			for _, by := range []string{"gender", "age_band", "country"} {
				if sum, _ := a.PartSum(by); sum != *a.Count {
					t.Errorf("%s: %s adds up to %d of %d", e.Number, by, sum, *a.Count)
				}
			}
		case a.Came == "yes":
			for _, word := range []string{"all", "gender " + a.Gender, "age_band " + a.AgeBand, "country " + a.Country} {
				named[word]++
			}
		case !e.Held() && a.Came != "":
			t.Errorf("%s: somebody came before it was held", e.Number)
		}
	}
	return named, counted, included
}

func TestPeopleAreMarkedAsInvented(t *testing.T) {
	all := read(t)
	contacts, organisations := of[*data.Contact](all), of[*data.Organisation](all)
	if len(contacts) != 40 || len(organisations) != 25 {
		t.Errorf("%d contacts in %d organisations", len(contacts), len(organisations))
	}
	marks := []string{"επινοημέν", "inventé", "inventad", "inventat", "verzonnen"}
	countries := map[string]int{}
	addresses := map[string]string{}
	for _, c := range contacts {
		countries[c.Country]++
		if !marked(c.Source, marks) || c.Notes != "" {
			t.Errorf("%s: source %q, notes %q", c.ID, c.Source, c.Notes)
		}
		for _, m := range c.Emails {
			if !strings.HasSuffix(m.Address, "@example.org") {
				t.Errorf("%s: %s", c.ID, m.Address)
			}
			if other := addresses[m.Address]; other != "" {
				t.Errorf("%s has the address of %s", c.ID, other)
			}
			addresses[m.Address] = c.ID
		}
		for _, k := range c.Phones {
			if !strings.Contains(k.Number, "000") {
				t.Errorf("%s: %s could be somebody's", c.ID, k.Number)
			}
		}
		if (c.LatinName == "") == (c.Country == "GR" || c.Country == "CY") {
			t.Errorf("%s: Latin spelling %q in %s", c.ID, c.LatinName, c.Country)
		}
	}
	if len(countries) != 5 {
		t.Errorf("contacts in %v", countries)
	}
	for _, o := range organisations {
		if !marked(o.Notes, marks) || !strings.HasPrefix(o.Website, "https://example.org/") {
			t.Errorf("%s: notes %q, website %q", o.Name, o.Notes, o.Website)
		}
	}
}

func marked(s string, marks []string) bool {
	for _, m := range marks {
		if strings.Contains(strings.ToLower(s), m) {
			return true
		}
	}
	return false
}

func TestConsentsAndBasesAgree(t *testing.T) {
	for _, c := range of[*data.Contact](read(t)) {
		for _, b := range c.LegalBases {
			if b.Basis == "consent" && c.ConsentFor(b.Purpose) == data.NotAsked {
				t.Errorf("%s: the basis for %s is a consent that is not there", c.ID, b.Purpose)
			}
		}
		if (c.PhotoConsent == "yes") != (c.ConsentFor("photographs") == data.Consented) {
			t.Errorf("%s: photographs %q and %s", c.ID, c.PhotoConsent, c.ConsentFor("photographs"))
		}
	}
}

func TestSearchHasItsPeople(t *testing.T) {
	for _, word := range []string{"ΠΑΠΑΔΟΠΟΥΛΟΣ", "παπαδοπουλου", "Papadopoulou", "ecole"} {
		found := 0
		for _, r := range read(t) {
			if strings.Contains(data.SearchText(r.rec), data.Fold(word)) {
				found++
			}
		}
		if found == 0 {
			t.Errorf("nothing has %q", word)
		}
	}
}
