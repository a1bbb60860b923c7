package contacts

import (
	"context"
	"net/url"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/engagements"
	"primadesk/ui/fields"
	"primadesk/ui/kit"
	"primadesk/ui/record"
)

// The pane's own tabs.
const (
	tabLog      = "log"
	tabEvents   = "events"
	tabConsents = "consents"
)

// pane is the record beside the table.
func (s *contacts) pane() record.Params {
	t := s.p.Printer
	return record.Params{
		Avatar: true, TabTitle: t.T("contacts.tab_person"), Sections: s.sections(), Head: s.head, Top: s.reach, Control: s.control,
		Rows: map[string]fields.RowsOf{
			"emails":      {Columns: []string{"label", "address"}, Add: t.T("contacts.add_email"), Weights: map[string]float32{"address": 2}},
			"phones":      {Columns: []string{"label", "number"}, Add: t.T("contacts.add_phone"), Weights: map[string]float32{"number": 2}},
			"legal_bases": {Add: t.T("contacts.add_basis")},
		},
		Create:    map[string]func(string, func(data.Record)){"organisation": s.createOrganisation},
		Facts:     s.readFacts,
		Touches:   []string{"attendance", "event", "engagement"},
		NotCopied: []string{"emails", "phones", "consents", "photo_consent", "legal_bases", "next_contact", "review_by", "suppressed"},
		Tabs: []record.Tab{
			{ID: tabLog, Title: t.T("contacts.tab_log"), Count: func(f any) int { return len(factsOf(f).log) }, Body: s.logBody},
			{ID: tabEvents, Title: t.T("contacts.tab_events"), Count: func(f any) int { return len(factsOf(f).attended) }, Body: s.eventsBody},
			{ID: tabConsents, Title: t.T("contacts.tab_consents")},
		},
	}
}

// sections are the form's. Every column that people edit is named once.
func (s *contacts) sections() []record.Section {
	t := s.p.Printer
	return []record.Section{
		{ID: "person", Title: t.T("contacts.section_person"), Rows: [][]string{{"given_name", "family_name"}, {"role", "organisation"}}},
		{ID: "reach", Title: t.T("contacts.section_reach"), Rows: [][]string{{"emails"}, {"phones"}, {"preferred_language", "country"}}},
		{ID: "touch", Title: t.T("contacts.section_touch"), Rows: [][]string{{"next_contact", "review_by"}, {"tags"}, {"notes"}}},
		{ID: "more", More: true, Rows: [][]string{{"latin_name", "honorific"}, {"place", "gender"}, {"languages"}, {"source", "owner"}}},
		{ID: "consents", Tab: tabConsents, Rows: [][]string{{"consents"}, {"photo_consent"}, {"suppressed"}}},
		{ID: "legal", Tab: tabConsents, Title: t.T("contacts.section_legal"), More: true, Rows: [][]string{{"legal_bases"}}},
	}
}

// control makes the controls that other forms do not have: consents, and telephone numbers that get their international
// form as one leaves them.
func (s *contacts) control(col *data.Column) kit.Control {
	switch {
	case col.ID == "consents":
		s.consents = newConsentsField(s, col)
		return s.consents
	case col.Kind == data.KindPhone:
		return kit.NewEntry().OnLeave(func(text string) string { return app.Phone(text, s.Pane().Value("country")) })
	}
	return nil
}

// head is the name, over its Latin spelling and the organisation.
func (s *contacts) head(rec data.Record, names map[string]string) (title, subtitle string) {
	c := rec.(*data.Contact)
	title = c.Title(s.p.Printer.Lang())
	var words []string
	for _, word := range []string{c.LatinName, names[c.Organisation]} {
		if word != "" && word != title {
			words = append(words, word)
		}
	}
	return title, strings.Join(words, " · ")
}

// reach are the ways to reach somebody, a click each: a letter in the mail program, a number on the clipboard. Each is called
// by what it does: the address is nothing for a log.
func (s *contacts) reach(rec data.Record) fyne.CanvasObject {
	c, t := rec.(*data.Contact), s.p.Printer
	if c.Suppressed {
		return kit.NewText(t.T("contacts.suppressed"), kit.TextStyle{Token: kit.TokenWarm, Wrap: true})
	}
	chips := kit.Flow(8)
	add := func(text, tip string, icon fyne.Resource, act func()) {
		chip := kit.NewFilterChip(text, act).SetIcon(icon)
		chip.SetTip(tip)
		chips.Add(chip)
	}
	for i := range c.Emails {
		address := c.Emails[i].Address
		add(address, t.T("contacts.write"), theme.MailComposeIcon(), func() {
			s.p.Shell.OpenLink((&url.URL{Scheme: "mailto", Opaque: url.PathEscape(address)}).String())
		})
	}
	for i := range c.Phones {
		number := c.Phones[i].Number
		add(number, t.T("contacts.copy"), theme.ContentCopyIcon(), func() {
			s.p.Shell.Copy(number)
			s.p.Shell.Status(t.T("contacts.copied", "Number", number))
		})
	}
	if len(chips.Objects) == 0 {
		return nil
	}
	return chips
}

// facts are what belongs to a contact beside her own fields.
type facts struct {
	attended []attended
	log      []*data.Engagement // the newest first
	more     bool               // the log goes on
	papers   map[string]string  // what the evidence of consents is called, by id
}

func factsOf(f any) facts {
	known, ok := f.(facts)
	if !ok {
		return facts{}
	}
	return known
}

// mostLogged is how many entries of the log are shown.
const mostLogged = 200

// readFacts reads them, off the UI's goroutine.
func (s *contacts) readFacts(ctx context.Context, rec data.Record) (any, error) {
	c := rec.(*data.Contact)
	var f facts
	var err error
	if f.papers, err = readPapers(ctx, s.p.Workspace, s.p.Printer.Lang(), c); err != nil {
		return nil, err
	}
	page, err := s.p.Workspace.Records.List(ctx, app.Query{
		Entity: "engagement", Where: []app.Cond{app.Where("contact", "=", c.ID)}, Sort: "date", Desc: true, Limit: mostLogged,
	})
	if err != nil {
		return nil, err
	}
	for _, rec := range page.Records {
		f.log = append(f.log, rec.(*data.Engagement))
	}
	f.more = page.Next != ""
	f.attended, err = readAttended(ctx, s.p.Workspace, c.ID)
	return f, err
}

// readPapers reads what the files are called that prove consents.
func readPapers(ctx context.Context, w *app.Workspace, lang string, c *data.Contact) (map[string]string, error) {
	var ids []string
	for i := range c.Consents {
		if id := c.Consents[i].Evidence; id != "" {
			ids = append(ids, id)
		}
	}
	if len(ids) == 0 {
		return nil, nil
	}
	return w.Records.Titles(ctx, data.EntityOf((*data.Evidence)(nil)), ids, lang)
}

// logBody shows the log. Until it was read, nothing is said of it.
func (s *contacts) logBody(rec data.Record, f any) fyne.CanvasObject {
	known, ok := f.(facts)
	if !ok {
		return kit.VStack(0)
	}
	s.log.Show(engagements.Shown{Of: rec.Head().ID, Lines: known.log, More: known.more})
	if id := s.entry; id != "" {
		s.entry = ""
		s.log.Open(id)
		s.exec.Apply(func() { s.log.Focus(s.field) }) // once the tab is in the window
	}
	return s.log.Content()
}
