package app

import (
	"context"
	"fmt"
	"math/rand/v2"
	"time"

	"primadesk/data"
)

// GenerateParams is how many records are made up. The same seed gives the same records.
type GenerateParams struct {
	Contacts int
	Events   int
	Seed     uint64
}

// Generate makes up a project's records, marked as such, for trials and benchmarks. It
// adds them to the workspace's current project, or to one of its own where there is none.
func (w *Workspace) Generate(ctx context.Context, p GenerateParams) (PutResult, error) {
	const most = 1_000_000
	if p.Contacts < 0 || p.Events < 0 || p.Contacts > most || p.Events > most {
		return PutResult{}, data.Fail("generate.range", "High", most)
	}
	g := &generator{p: p, r: rand.New(rand.NewPCG(p.Seed, 0x9e3779b97f4a7c15))}
	current, err := w.Projects.Current(ctx)
	switch {
	case err == nil:
		g.project = current.ID
	case !isCode(err, "project.none"):
		return PutResult{}, err
	}
	done, err := w.Records.Write(ctx, "generated", map[string]any{"N": p.Contacts}, func(tx *Tx) error {
		g.save = func(rec data.Record) error {
			if err := ctx.Err(); err != nil {
				return err
			}
			g.made++
			return tx.Save(rec)
		}
		return g.all()
	})
	return PutResult{Batch: done.Batch, Created: g.made}, err
}

// generator draws records in a fixed order from one source of chance.
type generator struct {
	p        GenerateParams
	r        *rand.Rand
	save     func(data.Record) error
	n        int // ids given
	made     int
	project  string
	partners []*data.Partner
	orgs     []*data.Organisation
	contacts []*data.Contact
	packages []string
}

// id gives ids of the form of UUIDv7, in ascending order, that depend on the seed alone.
func (g *generator) id() string {
	g.n++
	return fmt.Sprintf("01900000-%04x-7%03x-8%03x-%012x", g.p.Seed>>16&0xffff, g.p.Seed>>4&0xfff, g.p.Seed&0xf, g.n)
}

func pick[T any](g *generator, list []T) T { return list[g.r.IntN(len(list))] }

func (g *generator) all() error {
	for _, step := range []func() error{g.plan, g.organisations, g.people, g.events, g.indicators} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// land is a country with names as they are written there.
type land struct {
	code, zone, lang     string
	women, men, families []string
	cities               []string
}

var lands = []land{
	{"GR", "Europe/Athens", "el", []string{"Ελένη", "Μαρία", "Σοφία", "Άννα", "Δέσποινα"}, []string{"Γιώργος", "Κώστας", "Νίκος", "Θανάσης", "Μιχάλης"},
		[]string{"Παπαδόπουλος", "Παπαδοπούλου", "Οικονόμου", "Γεωργίου", "Δημητρίου", "Αλεξίου", "Καραγιάννη"}, []string{"Τρίπολη", "Καλαμάτα", "Άργος", "Σπάρτη"}},
	{"BE", "Europe/Brussels", "fr", []string{"Élise", "Amélie", "Zoé", "Hélène"}, []string{"Étienne", "François", "Benoît", "Loïc"},
		[]string{"Lefèvre", "Dupont", "Peeters", "Janssens", "Lœuillet"}, []string{"Bruxelles", "Liège", "Namur"}},
	{"IT", "Europe/Rome", "it", []string{"Giulia", "Lucia", "Niccolina"}, []string{"Niccolò", "Salvatore", "Marco"},
		[]string{"D’Angelo", "Rossi", "Bianchi", "Esposito"}, []string{"Palermo", "Ragusa", "Catania"}},
	{"CY", "Asia/Nicosia", "el", []string{"Χριστίνα", "Ανδρούλα"}, []string{"Ανδρέας", "Χαράλαμπος"},
		[]string{"Χριστοδούλου", "Χαραλάμπους", "Ιωάννου"}, []string{"Λευκωσία", "Λεμεσός"}},
	{"ES", "Europe/Madrid", "es", []string{"Begoña", "Lucía", "Inés"}, []string{"Íñigo", "José", "Andrés"},
		[]string{"Muñoz", "García", "Ibáñez", "Núñez"}, []string{"Valencia", "Sevilla", "Almería"}},
}

const madeUp = "generated"

func (g *generator) plan() error {
	if g.project == "" {
		p := &data.Project{Acronym: fmt.Sprintf("GENERATED-%d", g.p.Seed), Name: data.TextIn("en", "Generated project"), Funding: "co_funded_by", Start: "2024-05-01", End: "2027-04-30"}
		p.ID = g.id()
		p.Notice = data.TextIn("en", "All records of this project were made up by the program.")
		for i, at := range []data.Date{"2024-05-01", "2025-11-01"} {
			number := i + 1
			p.Periods = append(p.Periods, data.Period{Element: data.Element{ID: g.id(), Order: data.Ranks(2)[i]}, Number: &number, From: at, To: at.AddDays(545)})
		}
		p.Periods[0].To, p.Periods[1].To = "2025-10-31", "2027-04-30"
		g.project = p.ID
		if err := g.save(p); err != nil {
			return err
		}
	}
	for i, l := range lands {
		p := &data.Partner{Project: g.project, LegalName: "Partner " + l.code, ShortName: l.code + " partner", Code: l.code, Country: l.code, Role: "beneficiary"}
		if i == 0 {
			p.Role = "coordinator"
		}
		p.ID = g.id()
		g.partners = append(g.partners, p)
		if err := g.save(p); err != nil {
			return err
		}
	}
	for i := range 3 {
		wp := &data.WorkPackage{Project: g.project, Number: fmt.Sprintf("WP%d", i+1), Name: data.TextIn("en", fmt.Sprintf("Work package %d", i+1)), Lead: g.partners[i].ID}
		wp.ID = g.id()
		g.packages = append(g.packages, wp.ID)
		if err := g.save(wp); err != nil {
			return err
		}
	}
	return nil
}

func (g *generator) organisations() error {
	for i := range max(g.p.Contacts/8, min(g.p.Contacts, 3)) {
		l := pick(g, lands)
		o := &data.Organisation{
			Name: fmt.Sprintf("%s %s %d", pick(g, l.families), pick(g, l.cities), i+1), Country: l.code, Place: pick(g, l.cities),
			Group: pick(g, data.Group.Words[1:]), Sector: pick(g, data.Sector.Words), Level: pick(g, data.Level.Words),
		}
		o.ID, o.Owner = g.id(), pick(g, g.partners).ID
		g.orgs = append(g.orgs, o)
		if err := g.save(o); err != nil {
			return err
		}
	}
	return nil
}

func (g *generator) people() error {
	for i := range g.p.Contacts {
		l := pick(g, lands)
		c := &data.Contact{FamilyName: pick(g, l.families), Country: l.code, PreferredLanguage: l.lang, Source: madeUp}
		if g.r.IntN(2) == 0 {
			c.GivenName, c.Gender = pick(g, l.women), "female"
		} else {
			c.GivenName, c.Gender = pick(g, l.men), "male"
		}
		if g.r.IntN(10) == 0 {
			c.Gender = ""
		}
		c.ID, c.Owner = g.id(), pick(g, g.partners).ID
		if g.r.IntN(5) > 0 {
			c.Organisation = pick(g, g.orgs).ID
		}
		c.Emails = data.Rows[data.Email]{{Element: data.Element{ID: g.id(), Order: "i"}, Label: "work", Address: fmt.Sprintf("contact%d@example.org", i+1)}}
		if g.r.IntN(3) == 0 {
			c.Consents = data.Rows[data.Consent]{{Element: data.Element{ID: g.id(), Order: "i"}, Purpose: "newsletter", Date: "2025-01-15", Given: "paper"}}
		}
		g.contacts = append(g.contacts, c)
		if err := g.save(c); err != nil {
			return err
		}
	}
	return nil
}

func (g *generator) events() error {
	numbers := map[string]int{}
	for range g.p.Events {
		l := pick(g, lands)
		e := g.event(l, numbers)
		if err := g.save(e); err != nil {
			return err
		}
		if !e.Held() {
			continue
		}
		if err := g.attendance(e); err != nil {
			return err
		}
		for range g.r.IntN(4) {
			if err := g.takeaway(e, l); err != nil {
				return err
			}
		}
	}
	return nil
}

func (g *generator) event(l land, numbers map[string]int) *data.Event {
	numbers[l.code]++
	code := l.code
	if code == "GR" {
		code = "EL"
	}
	number := fmt.Sprintf("%s-%02d", code, numbers[l.code])
	city := pick(g, l.cities)
	e := &data.Event{
		Project: g.project, Number: number, Name: data.TextIn(l.lang, city+" "+number), Type: pick(g, data.Shipped("event_type")), Mode: pick(g, data.Mode.Words),
		Country: l.code, City: city, Zone: l.zone, WorkPackage: pick(g, g.packages), TargetGroups: data.SetOf(pick(g, data.Group.Words)), Languages: data.SetOf(l.lang),
	}
	e.ID = g.id()
	for _, p := range g.partners {
		if p.Country == l.code {
			e.Organiser, e.Owner = p.ID, p.ID
		}
	}
	day := time.Date(2024, time.May, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, g.r.IntN(1000))
	e.Status = pick(g, []string{"held", "held", "held", "reported", "planned", "cancelled"})
	if g.r.IntN(20) > 0 {
		e.Start = data.Wall(data.DateOf(day)) + "T10:00"
		e.End = data.Wall(data.DateOf(day)) + "T16:30"
	}
	if e.Held() {
		e.Account = data.TextIn(l.lang, fmt.Sprintf("%s, %s: %s.", city, number, pick(g, l.families)))
	}
	return e
}

func (g *generator) attendance(e *data.Event) error {
	named := min(g.r.IntN(12), len(g.contacts))
	came := map[string]bool{}
	for range named {
		c := pick(g, g.contacts)
		if came[c.ID] {
			continue
		}
		came[c.ID] = true
		a := &data.Attendance{Event: e.ID, Contact: c.ID, Came: pick(g, []string{"yes", "yes", "yes", "no", "unknown"}), Invitation: pick(g, data.Invitation.Words), Evidence: "signed", AgeBand: pick(g, data.AgeBand.Words)}
		a.ID, a.Owner = g.id(), e.Owner
		if err := g.save(a); err != nil {
			return err
		}
	}
	if g.r.IntN(4) == 0 {
		return nil
	}
	return g.save(g.headCount(e, len(came)))
}

// headCount counts people without names, with parts that add up in every dimension.
func (g *generator) headCount(e *data.Event, named int) *data.Attendance {
	a := &data.Attendance{Event: e.ID, IncludesNamed: g.r.IntN(2) == 0, Evidence: "counted"}
	a.ID, a.Owner = g.id(), e.Owner
	n := g.r.IntN(40)
	if a.IncludesNamed {
		n += named
	}
	a.Count = &n
	for _, d := range []struct {
		by    string
		words []string
	}{
		{"gender", data.Gender.Words}, {"age_band", data.AgeBand.Words}, {"country", []string{"GR", "BE", "IT", "CY", "ES", data.Undisclosed}}, {"group", data.Group.Words},
	} {
		left := n
		for i, word := range d.words {
			k := g.r.IntN(left + 1)
			if i == len(d.words)-1 {
				k = left
			}
			left -= k
			a.Parts = append(a.Parts, data.CountPart{Element: data.Element{ID: g.id(), Order: data.Ranks(40)[len(a.Parts)]}, By: d.by, Word: word, Count: &k})
		}
	}
	return a
}

func (g *generator) takeaway(e *data.Event, l land) error {
	t := &data.Takeaway{
		Project: g.project, Events: data.SetOf(e.ID), Country: l.code, Kind: pick(g, data.TakeawayKind.Words), Theme: pick(g, data.Shipped("theme")),
		Visibility: pick(g, data.Visibility.Words), TargetGroups: data.SetOf(pick(g, data.Group.Words)), Order: pick(g, data.Ranks(30)),
	}
	t.ID, t.Owner = g.id(), e.Owner
	t.Text = data.TextIn(l.lang, fmt.Sprintf("%s %d", pick(g, l.families), g.n))
	if g.r.IntN(3) == 0 {
		t.FollowUp, t.FollowUpState, t.FollowUpOwner = pick(g, l.cities), pick(g, data.FollowUpStatus.Words), e.Owner
		t.FollowUpDue = data.Date("2025-01-01").AddDays(g.r.IntN(700))
	}
	return g.save(t)
}

func (g *generator) indicators() error {
	for i, count := range data.IndicatorCount.Words {
		target := data.DecimalOf(10 + g.r.IntN(200))
		n := &data.Indicator{Project: g.project, Code: fmt.Sprintf("I%d", i+1), Name: data.TextIn("en", count), Count: count, Target: &target}
		n.ID = g.id()
		if count == "by_hand" {
			value, period := data.DecimalOf(g.r.IntN(100)), 1
			n.Values = data.Rows[data.PeriodValue]{{Element: data.Element{ID: g.id(), Order: "i"}, Period: &period, Value: &value}}
		}
		if err := g.save(n); err != nil {
			return err
		}
	}
	return nil
}
