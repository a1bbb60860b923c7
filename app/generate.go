package app

import (
	"context"
	"fmt"
	"math/rand/v2"

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
	case !data.HasCode(err, "project.none"):
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
	held     []*data.Event
	promised int // indicators
}

// id gives ids of the form of UUIDv7, in ascending order, that depend on the seed alone.
func (g *generator) id() string {
	g.n++
	return fmt.Sprintf("01900000-%04x-7%03x-8%03x-%012x", g.p.Seed>>16&0xffff, g.p.Seed>>4&0xfff, g.p.Seed&0xf, g.n)
}

// oneIn tells whether something happens that happens once in n times.
func (g *generator) oneIn(n int) bool { return g.r.IntN(n) == 0 }

func pick[T any](g *generator, list []T) T { return list[g.r.IntN(len(list))] }

func (g *generator) all() error {
	for _, step := range []func() error{g.plan, g.organisations, g.people, g.events, g.communications, g.indicators} {
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
		if g.oneIn(2) {
			c.GivenName, c.Gender = pick(g, l.women), "female"
		} else {
			c.GivenName, c.Gender = pick(g, l.men), "male"
		}
		if g.oneIn(10) {
			c.Gender = ""
		}
		c.ID, c.Owner = g.id(), pick(g, g.partners).ID
		if !g.oneIn(5) {
			c.Organisation = pick(g, g.orgs).ID
		}
		if g.oneIn(15) {
			c.Country = ""
		}
		c.Emails = data.Rows[data.Email]{{Element: data.Element{ID: g.id(), Order: "i"}, Label: "work", Address: fmt.Sprintf("contact%d@example.org", i+1)}}
		if g.oneIn(3) {
			c.Consents = data.Rows[data.Consent]{{Element: data.Element{ID: g.id(), Order: "i"}, Purpose: "newsletter", Date: "2025-01-15", Given: "paper"}}
		}
		g.contacts = append(g.contacts, c)
		if err := g.save(c); err != nil {
			return err
		}
	}
	return nil
}
