package bulletin

import (
	"cmp"

	"primadesk/assets/i18n"
	"primadesk/data"
)

// Lack says in which way something is not there.
type Lack string

// The ways.
const (
	Missing Lack = "missing" // in every language, or a fact is not known
	Foreign Lack = "foreign" // it is there in another language only
	Stale   Lack = "stale"   // the original has changed since it was translated
)

// Gap is something that an issue lacks in a language.
type Gap struct {
	Entity string `json:"entity"`
	Record string `json:"id"`
	Title  string `json:"title"` // what the record is called, as far as it is known
	Field  string `json:"field"`
	Lang   string `json:"lang"`
	Lack   Lack   `json:"lack"`
	Have   string `json:"have,omitempty"` // the language in which a foreign text is there
	// Refuse tells that the issue is not written before this is decided.
	Refuse bool `json:"refuse"`
}

// Problem is the gap as one of a record's problems (message ids "problem.bulletin." and the lack).
//
//i18n:prefix problem.bulletin.
func (g Gap) Problem(p *i18n.Printer) data.Problem {
	return data.Problem{
		Entity: g.Entity, Record: g.Record, Field: g.Field, Code: "bulletin." + string(g.Lack), Refuse: g.Refuse,
		Args: []any{"Record", cmp.Or(g.Title, p.Entity(g.Entity)), "Have", p.Language(g.Have)},
	}
}

// gaps are gathered in the order of the text.
type gaps struct {
	lang string
	list []Gap
}

// Gaps lists what an issue lacks in a language, in the order in which it would stand. Texts that are missing, stale or there in
// another language only refuse; facts that are not known, and parts that an issue may do without, are told.
func Gaps(i Issue, lang string) []Gap {
	g := &gaps{lang: lang}
	b := i.Bulletin
	g.text(b, "name", &b.Name, true)
	if b.Month == "" {
		g.fact(b, "month")
	}
	g.text(b, "intro", &b.Intro, false)
	lands := i.lands()
	if len(lands) == 0 || i.gone() {
		g.fact(b, "events")
	}
	for _, l := range lands {
		for _, m := range l.meetings {
			g.event(m)
		}
		g.lessons(l.shared)
	}
	g.text(b, "next_steps", &b.NextSteps, false)
	if len(b.Links) == 0 && i.Project.Website == "" && len(i.Project.SocialLinks) == 0 {
		g.fact(b, "links")
	}
	for _, own := range []struct {
		field string
		text  *data.Texts
	}{{"notice", &i.Project.Notice}, {"funding_statement", &i.Project.FundingStatement}, {"disclaimer", &i.Project.Disclaimer}} {
		if !own.text.Empty() { // without one there is the official wording, in every language
			g.text(i.Project, own.field, own.text, true)
		}
	}
	if i.Project.Disclaimer.Empty() && !i.Project.GrantingAuthority.Empty() {
		g.text(i.Project, "granting_authority", &i.Project.GrantingAuthority, true)
	}
	if i.Project.GrantNumber == "" {
		g.fact(i.Project, "grant_number")
	}
	return g.list
}

func (g *gaps) event(m *meeting) {
	g.text(m.Event, "name", &m.Name, true)
	for _, fact := range []struct {
		field   string
		missing bool
	}{{"start", m.Start == ""}, {"country", m.Country == "" && m.Mode != "online"}, {"organiser", m.Organiser == ""}} {
		if fact.missing {
			g.fact(m.Event, fact.field)
		}
	}
	text, field := account(m.Event)
	if field != "account" && m.Held() { // the plan stands in its place, and is no account
		g.fact(m.Event, "account")
	}
	g.text(m.Event, field, text, true)
	g.lessons(m.lessons)
}

func (g *gaps) lessons(list []*data.Takeaway) {
	for _, t := range list {
		g.text(t, "text", &t.Text, true)
	}
}

// text notes what a text lacks. One that is nowhere refuses only where an issue can't do without it.
func (g *gaps) text(rec data.Record, field string, t *data.Texts, needed bool) {
	_, in := t.Get(g.lang)
	switch {
	case in == "":
		g.add(Gap{Field: field, Lack: Missing, Refuse: needed}, rec)
	case in != g.lang:
		g.add(Gap{Field: field, Lack: Foreign, Have: in, Refuse: true}, rec)
	case t.Stale(g.lang):
		g.add(Gap{Field: field, Lack: Stale, Refuse: true}, rec)
	}
}

func (g *gaps) fact(rec data.Record, field string) { g.add(Gap{Field: field, Lack: Missing}, rec) }

func (g *gaps) add(gap Gap, rec data.Record) {
	gap.Entity, gap.Record, gap.Title, gap.Lang = data.EntityOf(rec).Name, rec.Head().ID, rec.Title(g.lang), g.lang
	g.list = append(g.list, gap)
}

// Refusals are the gaps for which an issue is not written.
func Refusals(list []Gap) []Gap {
	var refuse []Gap
	for _, gap := range list {
		if gap.Refuse {
			refuse = append(refuse, gap)
		}
	}
	return refuse
}
