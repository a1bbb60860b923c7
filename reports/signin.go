package reports

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/reports/workbook"
)

// signInSheetReport is the list that is signed at an event. It names people, since that is what it is for, and says so; nobody's
// address or number is on it.
func signInSheetReport() Report {
	return Report{
		Name: "sign-in-sheet", Label: "report.sign_in.name", Purpose: "report.sign_in.purpose", Job: JobEvent, Ending: ".xlsx",
		Takes: []Option{OptEvent}, Needs: []Option{OptEvent},
		make: func(ctx context.Context, src Source, o Options) (document, error) {
			l, err := readSignIn(ctx, src, o)
			if err != nil {
				return nil, err
			}
			book, err := l.book()
			return &sheets{l.dossier, book}, err
		},
	}
}

// signIn is what a sign-in sheet is made from.
type signIn struct {
	*dossier
	event  *data.Event
	guests []*guest
}

// guest is somebody who was invited.
type guest struct {
	name, organisation string
	sort               string
	days               []data.Date // on which she is expected; none is all
}

// readSignIn reads the event, whatever its status, and who is invited to it. Errors: "report.one_event", "report.nothing".
func readSignIn(ctx context.Context, src Source, o Options) (*signIn, error) {
	l := &signIn{dossier: newDossier(o)}
	if len(o.Events) != 1 {
		return nil, data.Fail("report.one_event")
	}
	if err := l.readProject(ctx, src); err != nil {
		return nil, err
	}
	for figures, err := range src.Events(ctx) {
		if err != nil {
			return nil, fmt.Errorf("events: %w", err)
		}
		if e := figures.Event; e.ID == o.Events[0] || l.event == nil && e.Number == o.Events[0] {
			l.event = e
		}
	}
	if l.event == nil {
		return nil, nothing(OptEvent, o.Events[0])
	}
	return l, l.readGuests(ctx, src)
}

// readGuests takes those who were invited and did not decline, by family name.
func (l *signIn) readGuests(ctx context.Context, src Source) error {
	rows, err := src.Attendance(ctx, l.event.ID)
	if err != nil {
		return fmt.Errorf("attendance: %w", err)
	}
	days := map[string][]data.Date{}
	var ids []string
	for _, a := range rows {
		if a.Contact == "" || a.WalkIn || a.Invitation == "declined" || a.Invitation == "not_invited" {
			continue
		}
		if days[a.Contact] == nil {
			ids = append(ids, a.Contact)
		}
		days[a.Contact] = append(days[a.Contact], a.Day)
	}
	organisations := map[string]*data.Organisation{}
	for o, err := range src.Organisations(ctx) {
		if err != nil {
			return fmt.Errorf("organisations: %w", err)
		}
		organisations[o.ID] = o
	}
	people, err := src.People(ctx, ids)
	if err != nil {
		return fmt.Errorf("contacts: %w", err)
	}
	for _, c := range people {
		if c.State == data.Trash || c.State == data.Undone {
			continue
		}
		g := &guest{name: joined(" ", c.Honorific, c.Title(l.p.Lang())), sort: joined(" ", c.FamilyName, c.GivenName, c.LatinName), days: days[c.ID]}
		if o := organisations[c.Organisation]; o != nil {
			g.organisation = o.Title(l.p.Lang())
		}
		l.guests = append(l.guests, g)
	}
	slices.SortFunc(l.guests, func(a, b *guest) int { return cmp.Or(l.compare(a.sort, b.sort), cmp.Compare(a.name, b.name)) })
	return nil
}

// onDay are those who are expected on a day.
func (l *signIn) onDay(day data.Date) []*guest {
	return slices.DeleteFunc(slices.Clone(l.guests), func(g *guest) bool {
		return !slices.ContainsFunc(g.days, func(d data.Date) bool { return d == "" || day == "" || d == day })
	})
}

// days are those of the event, each with a list of its own: a list proves who came when. An event without a date has one list.
func (l *signIn) days() []data.Date {
	var days []data.Date
	for i := range l.event.Days {
		if day := l.event.Days[i].Start.Day(); day != "" {
			days = append(days, day)
		}
	}
	if len(days) == 0 {
		day, last := l.event.Start.Day(), l.event.LastDay()
		for days = []data.Date{day}; day != "" && day < last && len(days) < mostDays; days = append(days, day) {
			day = day.AddDays(1)
		}
	}
	slices.Sort(days)
	return slices.Compact(days)
}

// mostDays keeps an event whose last day is mistyped from having a list for every day of a century.
const mostDays = 31

func (l *signIn) book() (workbook.Workbook, error) {
	head, err := l.letterhead()
	if err != nil {
		return workbook.Workbook{}, err
	}
	p := l.p
	book := workbook.Workbook{
		Formats: formats(p), Footer: footer(p, l.project, ""),
		Properties: workbook.Properties{
			Title: p.T("report.sign_in.title"), Subject: joined(" ", l.event.Number, l.text(&l.event.Name)), Category: p.T("report.sign_in.name"),
			Keywords: joined("; ", l.project.Acronym, l.project.GrantNumber), Description: p.T("report.sign_in.confidential"),
			Language: p.ExcelLanguageTag(), Application: l.o.Program, Created: l.o.Now,
		},
	}
	book.Footer.Left = joined(" · ", book.Footer.Left, p.T("report.cover.personal"))
	for _, day := range l.days() {
		book.Sheets = append(book.Sheets, l.sheet(head, day))
	}
	return book, nil
}

func (l *signIn) sheet(head []workbook.Block, day data.Date) workbook.Sheet {
	p := l.p
	blocks := append(slices.Clone(head), workbook.Banner{Title: p.T("report.sign_in.title"), Below: joined(" ", l.event.Number, l.text(&l.event.Name))})
	if notice := l.text(&l.project.Notice); notice != "" {
		blocks = append(blocks, workbook.Paragraph{Text: notice, Tone: workbook.Warning})
	}
	blocks = append(blocks, workbook.Pairs{Pairs: l.facts(day)}, workbook.Paragraph{Text: p.T("report.sign_in.confidential"), Tone: workbook.Warning})
	for _, in := range l.languages() {
		blocks = append(blocks, l.notice(in)...)
	}
	blocks = append(blocks, l.table("list_"+string(day), l.onDay(day)))
	name := joined(" ", l.event.Number, string(day))
	return workbook.Sheet{ID: "list " + string(day), Name: first(name, p.T("report.sign_in.title")), Layout: workbook.Form, Repeat: true, Blocks: blocks}
}

// facts of the event, as they stand above the list.
func (l *signIn) facts(day data.Date) []workbook.Pair {
	p, e := l.p, l.event
	var others []string
	for _, id := range e.CoOrganisers {
		others = append(others, l.partner(id))
	}
	when := l.when(e)
	if day != "" {
		when = p.Date(string(day))
	}
	pair := func(label, value string) workbook.Pair { return workbook.Pair{Label: label, Value: l.required(value)} }
	return []workbook.Pair{
		pair(p.Field("project"), joined(" · ", l.project.Acronym, l.project.GrantNumber)),
		pair(p.T("report.event.dates"), joined(", ", when, l.hours(day))),
		pair(p.T("report.event.location"), joined(", ", l.venue(day), e.Address, e.City, l.country(e.Country))),
		pair(p.Field("organiser"), joined(", ", append([]string{l.controller()}, others...)...)),
	}
}

// hours at which the event begins and ends on a day, as far as they are known.
func (l *signIn) hours(day data.Date) string {
	start, end := l.event.Start, l.event.End
	for i := range l.event.Days {
		if d := &l.event.Days[i]; d.Start.Day() == day && day != "" {
			start, end = d.Start, d.End
			break
		}
	}
	if l.event.AllDay || day == "" {
		return ""
	}
	var hours []string
	for _, w := range []data.Wall{start, end} {
		if w.Day() == day && strings.Contains(string(w), "T") {
			hours = append(hours, l.p.Time(string(w)))
		}
	}
	return strings.Join(hours, "–")
}

func (l *signIn) venue(day data.Date) string {
	for i := range l.event.Days {
		if d := &l.event.Days[i]; d.Start.Day() == day && d.Venue != "" {
			return d.Venue
		}
	}
	return l.event.Venue
}

// controller is who answers for the list: the organiser.
func (l *signIn) controller() string {
	partner := l.partnerRecord(l.event.Organiser)
	if partner == nil {
		partner = l.coordinator()
	}
	if partner == nil {
		return ""
	}
	return first(partner.LegalName, partner.ShortName)
}

// languages are those in which the event is held, as far as there is a notice in them; else the report's.
func (l *signIn) languages() []*i18n.Printer {
	var list []*i18n.Printer
	for _, lang := range data.Languages {
		if l.event.Languages.Has(lang) {
			list = append(list, i18n.For(lang))
		}
	}
	if len(list) == 0 {
		list = append(list, l.p)
	}
	return list
}

// notice says what the list is for (GDPR, article 13), before anybody signs: in the project's own words where it has some in
// the language, else in the program's. What the boxes mean stands under either.
func (l *signIn) notice(p *i18n.Printer) []workbook.Block {
	var lines []string
	if own := strings.TrimSpace(l.project.PrivacyNotice.In[p.Lang()]); own != "" {
		lines = paragraphs(own)
	} else {
		lines = []string{
			p.T("report.notice.purpose", "Grant", l.project.GrantNumber),
			p.T("report.notice.controller", "Controller", first(l.controller(), l.project.Acronym), "Project", l.project.Acronym),
			p.T("report.notice.basis"), p.T("report.notice.retention"), p.T("report.notice.rights"),
		}
	}
	blocks := []workbook.Block{workbook.Paragraph{Text: p.T("report.notice.title"), Bold: true}}
	for _, line := range append(lines, p.T("report.sign_in.consents")) {
		blocks = append(blocks, workbook.Paragraph{Text: line, Tone: workbook.Small})
	}
	return append(blocks, workbook.Gap(6))
}

// At least so many rows are empty, and so many stand on a list.
const (
	emptyRows = 10
	leastRows = 20
)

// line of the list; an empty one is for a guest of no name.
type line struct {
	*guest
	n int
}

// table is the list: whoever was invited, and empty rows for whoever comes besides.
func (l *signIn) table(id string, guests []*guest) workbook.Table[line] {
	rows := make([]line, len(guests)+max(emptyRows, leastRows-len(guests)))
	for i := range rows {
		rows[i] = line{n: i + 1, guest: &guest{}}
		if i < len(guests) {
			rows[i].guest = guests[i]
		}
	}
	type column = workbook.Column[line]
	box := func(line) workbook.Cell { return workbook.Text("☐") }
	empty := func(line) workbook.Cell { return workbook.Empty() }
	return workbook.Table[line]{ID: id, Rows: workbook.Of(rows...), Expected: len(rows), RowHeight: 27, Columns: []column{
		{ID: "n", Header: l.p.FieldShort("number"), Width: 6, Kind: workbook.KindInt, Value: func(g line) workbook.Cell { return workbook.Int(g.n) }},
		{ID: "name", Header: l.p.T("report.sign_in.person"), Width: 26, Value: func(g line) workbook.Cell { return workbook.Text(g.name) }},
		{ID: "organisation", Header: l.p.Field("organisation"), Width: 24, Value: func(g line) workbook.Cell { return workbook.Text(g.organisation) }},
		{ID: "signature", Header: l.p.T("report.sign_in.signature"), Width: 26, Value: empty},
		{ID: "photographs", Header: l.p.T("report.sign_in.photographs"), Width: 9, Align: workbook.AlignCentre, Value: box},
		{ID: "newsletter", Header: l.p.T("report.sign_in.newsletter"), Width: 9, Align: workbook.AlignCentre, Value: box},
	}}
}
