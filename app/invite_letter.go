package app

import (
	"context"
	"net/url"
	"slices"
	"strings"
	"time"

	"primadesk/assets/i18n"
	"primadesk/data"
)

// MostAddressees is how many blind copies one letter has: providers take letters with more of them for spam.
const MostAddressees = 100

// Letter is what is written to those who read one language: at most MostAddressees of them.
type Letter struct {
	Event    string
	Lang     string
	Subject  string
	Text     string // lines end in \n
	Short    string // event, day and place alone, for where the whole text does not fit
	To       []Invitee
	Calendar []byte // the event as a calendar file; nil while it has no date
}

// Addresses are the blind copies as mail programs take them pasted. Outlook wants a semicolon between them, and the others
// take it.
func (l *Letter) Addresses() string { return strings.Join(l.addresses(), "; ") }

func (l *Letter) addresses() []string {
	var out []string
	for _, i := range l.To {
		if !slices.Contains(out, i.Address) {
			out = append(out, i.Address)
		}
	}
	return out
}

// Contacts are the ids of those it is written to.
func (l *Letter) Contacts() []string {
	out := make([]string, len(l.To))
	for i := range l.To {
		out[i] = l.To[i].Contact
	}
	return out
}

// Letters writes to everybody who can be written to: a letter a language, in the order of data.Languages, and of more than
// MostAddressees several.
func (s *Invitations) Letters(ctx context.Context, event string, people []Invitee) ([]Letter, error) {
	e, err := s.event(ctx, event)
	if err != nil {
		return nil, err
	}
	w, err := s.occasionOf(ctx, e)
	if err != nil {
		return nil, err
	}
	var out []Letter
	for _, lang := range data.Languages {
		to := slices.DeleteFunc(slices.Clone(people), func(i Invitee) bool { return i.Lang != lang || i.Lacks != "" })
		if len(to) == 0 {
			continue
		}
		letter := w.letter(i18n.For(lang))
		letter.Event = event
		if e.Start != "" || len(e.Days) > 0 {
			if letter.Calendar, err = s.Calendar(ctx, event, lang); err != nil && !data.HasCode(err, "calendar.undated") {
				return nil, err
			}
		}
		for part := range slices.Chunk(to, MostAddressees) {
			next := letter
			next.To = part
			out = append(out, next)
		}
	}
	return out, nil
}

// occasionWords is what a letter speaks of.
type occasionWords struct {
	event     *data.Event
	project   *data.Project
	organiser *data.Partner
}

func (s *Invitations) occasionOf(ctx context.Context, e *data.Event) (occasionWords, error) {
	w := occasionWords{event: e, project: &data.Project{}, organiser: &data.Partner{}}
	for id, into := range map[string]data.Record{e.Project: w.project, e.Organiser: w.organiser} {
		if id == "" {
			continue
		}
		rec, err := s.w.Records.Get(ctx, data.EntityOf(into), id)
		switch {
		case data.HasCode(err, "record.missing"):
			continue
		case err != nil:
			return w, err
		}
		switch rec := rec.(type) {
		case *data.Project:
			w.project = rec
		case *data.Partner:
			w.organiser = rec
		}
	}
	return w, nil
}

// letter writes it in a language.
func (w occasionWords) letter(p *i18n.Printer) Letter {
	e := w.event
	name := e.Title(p.Lang())
	acronym := firstOf(w.project.Acronym, w.project.Name.Show(p.Lang()))
	l := Letter{Lang: p.Lang(), Subject: p.T("people.mail_subject", "Event", name)}
	if day := e.Start.Day(); day != "" {
		l.Subject = p.T("people.mail_subject_on", "Event", name, "Date", p.DateRange(string(day), string(e.LastDay())))
	}
	facts := w.facts(p)
	l.Short = strings.Join(append([]string{name}, facts...), "\n")
	parts := []string{p.T("people.mail_greeting"), p.T("people.mail_opening", "Event", p.Quote(name)), strings.Join(facts, "\n")}
	parts = append(parts, firstOf(e.Description.Show(p.Lang()), e.Aims.Show(p.Lang())), p.T("people.mail_reply"))
	parts = append(parts, strings.Join(slices.DeleteFunc([]string{p.T("people.mail_closing"), firstOf(w.organiser.LegalName, w.organiser.ShortName), acronym}, empty), "\n"))
	if acronym != "" {
		parts = append(parts, p.T("people.mail_privacy", "Project", acronym))
	}
	if w.project.Funding != "" {
		parts = append(parts, firstOf(w.project.FundingStatement.Show(p.Lang()), p.FundingStatement(w.project.Funding)))
	}
	l.Text = strings.Join(slices.DeleteFunc(parts, empty), "\n\n") + "\n"
	return l
}

func empty(s string) bool { return s == "" }

// facts are when, where and on which link, a line each.
func (w occasionWords) facts(p *i18n.Printer) []string {
	e := w.event
	var out []string
	if when := whenWords(p, e); when != "" {
		out = append(out, p.T("people.mail_when", "When", when))
	}
	if where := placeOf(p, e, e.Venue); where != "" {
		out = append(out, p.T("people.mail_where", "Where", where))
	}
	if e.OnlineLink != "" {
		out = append(out, p.T("people.mail_online", "Link", e.OnlineLink))
	}
	return out
}

// whenWords are an event's days and hours at the venue, whose zone is named: who is invited may live in another.
func whenWords(p *i18n.Printer, e *data.Event) string {
	day := e.Start.Day()
	if day == "" {
		return ""
	}
	if e.LastDay() > day {
		return p.DateRange(string(day), string(e.LastDay()))
	}
	words := p.LongDate(string(day))
	if e.AllDay || e.Start.Clock() == "" {
		return words
	}
	words += ", " + p.Time(string(e.Start))
	if e.End.Clock() != "" {
		words += "–" + p.Time(string(e.End))
	}
	if zone := zoneOf(e); zone != nil {
		if at, ok := e.Start.Instant(zone); ok {
			words += " (" + zoneWords(at) + ")"
		}
	}
	return words
}

// zoneWords is a zone as people in other ones read it: UTC+03:00.
func zoneWords(at time.Time) string {
	if words := at.Format("-07:00"); words != "+00:00" {
		return "UTC" + words
	}
	return "UTC"
}

// mostMailto is how long a mailto address may be: Windows hands no longer one to a program.
const mostMailto = 2000

// Mailtos are addresses (RFC 6068) that open the letter in the mail program, with everybody in blind copy. An address takes
// about 2,000 characters: where the text does not fit beside one addressee, it opens with the short one, and whole tells
// that the text is to be pasted; the addressees are shared out over as many drafts as it takes.
func (l *Letter) Mailtos() (links []string, whole bool) {
	text, whole := l.Text, true
	room := func(text string) int {
		return mostMailto - len("mailto:?bcc=&subject=&body=") - len(mailtoEscape(l.Subject)) - len(mailtoEscape(crlf(text)))
	}
	longest := 0
	to := l.addresses()
	for _, a := range to {
		longest = max(longest, len(mailtoEscape(a))+1)
	}
	for _, shorter := range []string{l.Short, ""} {
		if room(text) >= min(longest*len(to), 4*longest) {
			break
		}
		text, whole = shorter, false
	}
	for len(to) > 0 {
		n, used := 0, 0
		for n < len(to) && (n == 0 || used+len(mailtoEscape(to[n]))+1 <= room(text)) {
			used += len(mailtoEscape(to[n])) + 1
			n++
		}
		links = append(links, l.mailto(to[:n], text))
		to = to[n:]
	}
	return links, whole
}

func (l *Letter) mailto(to []string, text string) string {
	escaped := make([]string, len(to))
	for i, a := range to {
		escaped[i] = mailtoEscape(a)
	}
	link := "mailto:?bcc=" + strings.Join(escaped, ",") + "&subject=" + mailtoEscape(l.Subject)
	if text != "" {
		link += "&body=" + mailtoEscape(crlf(text))
	}
	return link
}

// mailtoEscape writes spaces as %20: in these addresses a plus is a plus. The @ may stand.
func mailtoEscape(s string) string {
	return strings.NewReplacer("+", "%20", "%40", "@").Replace(url.QueryEscape(s))
}

func crlf(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") }
