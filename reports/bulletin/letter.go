package bulletin

import (
	"net/url"
	"strings"

	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/reports/docx"
)

// letter is an issue in one language: every word that will be read, and nothing of how it looks.
type letter struct {
	Lang, Tag string // fr, fr-FR
	Title     text
	Issue     string // "PRIMACENTERS · Issue 2 · July 2025"
	Acronym   string
	Notice    []text
	Intro     []text

	Activities    string // the heading over the countries
	Lands         []chapter
	NextTitle     string
	Next          []text
	LinksTitle    string
	Links         []link
	PartnersTitle string
	Partners      []member

	Emblem     string // what is to be seen on it
	Funding    text
	Disclaimer []text
	Number     string // "Project number: 101140836"
}

// text is a text, with its language where that is another one than the letter's, and the words that say so.
type text struct{ S, Lang, Note string }

// chapter is what is told of one country.
type chapter struct {
	Country  string
	Meetings []told
	Lessons  lessons
}

// told is one event.
type told struct {
	Name    text
	Facts   string // "2 June 2025 · Sicily · Organised by …"
	Account []text
	Lessons lessons
}

// lessons is a list under its heading; without items there is none.
type lessons struct {
	Title string
	Items []text
}

type link struct{ Label, URL string }

type member struct {
	Name, Country string
	Logo          []byte
}

// composer puts the records into words.
type composer struct {
	Issue
	p *i18n.Printer
}

func compose(i Issue, p *i18n.Printer) *letter {
	c := &composer{i, p}
	b := i.Bulletin
	l := &letter{
		Lang: p.Lang(), Tag: p.ExcelLanguageTag(), Title: c.text(&b.Name), Issue: c.issueLine(), Acronym: i.Project.Acronym,
		Notice: c.paragraphs(&i.Project.Notice), Intro: c.paragraphs(&b.Intro),
		Activities: p.T("bulletin.activities"), NextTitle: p.Field("next_steps"), Next: c.paragraphs(&b.NextSteps),
		LinksTitle: p.T("bulletin.follow"), Links: c.links(), PartnersTitle: p.Entities("partner"),
		Emblem: p.T("report.cover.emblem"), Funding: c.funding(), Disclaimer: c.disclaimer(),
	}
	if l.Title.S == "" {
		l.Title.S = l.Issue
	}
	for _, land := range i.lands() {
		l.Lands = append(l.Lands, c.chapter(land))
	}
	for _, partner := range i.consortium(p.Collator().CompareString) {
		country := ""
		if partner.Country != "" {
			country = p.Country(partner.Country)
		}
		l.Partners = append(l.Partners, member{partner.Title(p.Lang()), country, i.Logos[partner.ID]})
	}
	if i.Project.GrantNumber != "" {
		l.Number = p.T("bulletin.project_number", "Number", i.Project.GrantNumber)
	}
	return l
}

func (c *composer) issueLine() string {
	parts := []string{c.Project.Acronym}
	if n := c.Bulletin.Number; n != nil {
		parts = append(parts, c.p.T("bulletin.issue", "N", c.p.Number(*n)))
	}
	if c.Bulletin.Month != "" {
		parts = append(parts, c.p.MonthYear(c.Bulletin.Month))
	}
	return joined(parts...)
}

func (c *composer) chapter(l *land) chapter {
	out := chapter{Country: c.p.T("bulletin.elsewhere"), Lessons: c.lessons(l.shared)}
	if l.country != "" {
		out.Country = c.p.Country(l.country)
	}
	for _, m := range l.meetings {
		account, _ := account(m.Event)
		out.Meetings = append(out.Meetings, told{c.text(&m.Name), c.facts(m.Event), c.paragraphs(account), c.lessons(m.lessons)})
	}
	return out
}

// facts are the day, the place and who organised it, as far as they are known.
func (c *composer) facts(e *data.Event) string {
	day, place, by := "", strings.Join(given(e.City, e.Region), ", "), ""
	if e.Start != "" {
		day = c.p.DateRange(string(e.Start.Day()), string(e.LastDay()))
	}
	if place == "" && e.Mode == "online" {
		place = c.p.Enum("mode", e.Mode)
	}
	var names []string
	for _, id := range append([]string{e.Organiser}, e.CoOrganisers...) {
		for _, partner := range c.Partners {
			if id != "" && partner.ID == id {
				names = append(names, partner.Title(c.p.Lang()))
			}
		}
	}
	if len(names) > 0 {
		by = c.p.T("bulletin.organised_by", "Who", c.p.List(names))
	}
	return joined(day, place, by)
}

func (c *composer) lessons(list []*data.Takeaway) lessons {
	out := lessons{Title: c.p.T("bulletin.takeaways")}
	for _, t := range list {
		out.Items = append(out.Items, c.text(&t.Text))
	}
	return out
}

// links are the issue's own and the project's, each address once; one that leads nowhere safe is left out.
func (c *composer) links() []link {
	var out []link
	met := map[string]bool{}
	add := func(label, address string) {
		address = docx.Address(address)
		if address == "" || met[address] {
			return
		}
		met[address] = true
		if u, err := url.Parse(address); label == "" && err == nil {
			label = strings.TrimPrefix(u.Host+strings.TrimSuffix(u.Path, "/")+u.Opaque, "www.")
		}
		out = append(out, link{label, address})
	}
	for _, l := range c.Bulletin.Links {
		add(l.Label, l.URL)
	}
	add("", c.Project.Website)
	for _, l := range c.Project.SocialLinks {
		add(l.Label, l.URL)
	}
	return out
}

// funding is the project's own statement, or the official one.
func (c *composer) funding() text {
	if !c.Project.FundingStatement.Empty() {
		return c.text(&c.Project.FundingStatement)
	}
	return text{S: c.p.FundingStatement(c.Project.Funding)}
}

func (c *composer) disclaimer() []text {
	if !c.Project.Disclaimer.Empty() {
		return c.paragraphs(&c.Project.Disclaimer)
	}
	return []text{{S: c.p.Disclaimer(c.Project.GrantingAuthority.Show(c.p.Lang()))}}
}

// text is a text in the letter's language, or marked with the one that it is in.
func (c *composer) text(t *data.Texts) text {
	s, in := t.Get(c.p.Lang())
	if in == "" || in == c.p.Lang() {
		return text{S: s}
	}
	return text{s, in, c.p.T("bulletin.text_in", "Language", c.p.Language(in))}
}

// paragraphs parts a text at its line breaks; the note that it is in another language stands behind the last.
func (c *composer) paragraphs(t *data.Texts) []text {
	whole := c.text(t)
	var out []text
	for line := range strings.Lines(whole.S) {
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, text{S: line, Lang: whole.Lang})
		}
	}
	if len(out) > 0 {
		out[len(out)-1].Note = whole.Note
	}
	return out
}

func joined(parts ...string) string { return strings.Join(given(parts...), " · ") }

// given are those that are not empty.
func given(parts ...string) []string {
	var out []string
	for _, s := range parts {
		if s != "" {
			out = append(out, s)
		}
	}
	return out
}
