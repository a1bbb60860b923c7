package organisations

import (
	"context"
	"net/url"
	"strings"

	"fyne.io/fyne/v2"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/engagements"
	"primadesk/ui/kit"
	"primadesk/ui/record"
	"primadesk/ui/screen"
)

// The tabs of the record, beside those that every pane has.
const (
	tabPeople = "people"
	tabLog    = "engagement"
	tabEvents = "events"
)

// Most that the tabs show of one organisation.
const (
	mostPeople = 200
	mostLines  = 100
)

// facts are what the tabs show.
type facts struct {
	app.OrganisationReach
	people []*data.Contact // the first ones by name
}

func (s *organisations) paneParams() record.Params {
	t := s.printer()
	count := func(of func(*facts) int) func(any) int {
		return func(f any) int {
			if known, ok := f.(*facts); ok {
				return of(known)
			}
			return 0
		}
	}
	return record.Params{
		Avatar: true, Head: s.head, Top: s.website, Facts: s.readFacts, BeforeDelete: s.beforeDelete, OnShown: s.shown,
		Touches: []string{"contact", "engagement", "attendance", "event"},
		Sections: []record.Section{
			{ID: "identity", Title: t.T("organisations.identity"), Rows: [][]string{{"name"}, {"latin_name"}}},
			{ID: "where", Title: t.T("organisations.where"), Rows: [][]string{{"country", "region"}, {"place", "website"}}},
			{ID: "stakeholder", Title: t.T("organisations.stakeholder"), Rows: [][]string{{"group"}, {"sector", "level"}, {"tags"}}},
			{ID: "more", More: true, Rows: [][]string{{"power", "interest"}, {"engagement", "wanted_engagement"}, {"owner"}, {"notes"}}},
		},
		Tabs: []record.Tab{
			{ID: tabPeople, Title: t.T("organisations.people"), Count: count(func(f *facts) int { return f.People }), Body: s.peopleTab},
			{ID: tabLog, Title: t.T("organisations.engagement"), Count: count(func(f *facts) int { return f.Times }), Body: s.logTab},
			{ID: tabEvents, Title: t.T("organisations.events"), Count: count(func(f *facts) int { return len(f.Events) }), Body: s.eventsTab},
		},
	}
}

// head says who it is: under the name the Latin one, the group and the place.
func (s *organisations) head(rec data.Record, _ map[string]string) (title, subtitle string) {
	o := organisation(rec)
	var parts []string
	if o.LatinName != "" && o.LatinName != o.Name {
		parts = append(parts, o.LatinName)
	}
	if o.Group != "" {
		parts = append(parts, s.printer().Enum(data.Group.Name, o.Group))
	}
	if o.Place != "" {
		parts = append(parts, o.Place)
	}
	return o.Name, strings.Join(parts, " · ")
}

// website is the way to the organisation's pages; nil where there is none.
func (s *organisations) website(rec data.Record) fyne.CanvasObject {
	address := organisation(rec).Website
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" {
		return nil
	}
	t := s.printer()
	chip := kit.NewFilterChip(t.T("organisations.website", "Host", u.Host), func() { s.Shell.OpenLink(address) })
	chip.SetName(t.T("organisations.website", "Host", t.Field("website")))
	return kit.Flow(8, chip)
}

// readFacts reads what the tabs show, off the UI's goroutine.
func (s *organisations) readFacts(ctx context.Context, rec data.Record) (any, error) {
	id, lang := rec.Head().ID, s.printer().Lang()
	f := &facts{}
	var err error
	if f.OrganisationReach, err = s.Workspace.Records.ReachOf(ctx, id, lang, mostLines); err != nil {
		return nil, err
	}
	page, err := s.Workspace.Records.List(ctx, app.Query{
		Entity: contacts().Name, Where: []app.Cond{app.Where("organisation", "=", id)}, Sort: "family_name", Lang: lang, Limit: mostPeople,
	})
	if err != nil {
		return nil, err
	}
	for _, c := range page.Records {
		f.people = append(f.people, c.(*data.Contact))
	}
	return f, nil
}

// shown has the grid follow what the pane shows.
func (s *organisations) shown(id string) {
	if id != s.grid.picture.Chosen() {
		s.grid.picture.Choose(id)
	}
}

// logTab is the log of contacts made.
func (s *organisations) logTab(rec data.Record, of any) fyne.CanvasObject {
	f, ok := of.(*facts)
	if !ok {
		return kit.NewText("", kit.TextStyle{})
	}
	s.log.Show(engagements.Shown{Of: rec.Head().ID, Lines: f.Log, Names: f.Names, More: f.More})
	if s.entry != "" && s.log.Open(s.entry) {
		s.entry = ""
	}
	return kit.VStack(12, s.summary(f), s.log.Content())
}

// summary says how often it was reached, by what, and when last.
func (s *organisations) summary(f *facts) fyne.CanvasObject {
	t := s.printer()
	if f.Times == 0 {
		return kit.NewText(t.T("organisations.reached_never"), kit.TextStyle{Token: kit.TokenMuted, Wrap: true})
	}
	words := t.N("organisations.reached_times", f.Times)
	if f.Last != "" {
		words = t.N("organisations.reached_last", f.Times, "Date", t.MediumDate(string(f.Last)))
	}
	chips := kit.Flow(6)
	for _, channel := range data.Channel.Words {
		if n := f.By[channel]; n > 0 {
			chips.Add(kit.NewStatusChip(t.Enum(data.Channel.Name, channel)+" "+t.Number(n), kit.ToneNeutral))
		}
	}
	return kit.VStack(8, kit.NewText(words, kit.TextStyle{Wrap: true}), chips)
}

// logInView brings the log of the record that is shown into view; false where there is none.
func (s *organisations) logInView() bool {
	if s.Pane().ID() == "" || s.Pane().Fresh() || s.Pane().Facts() == nil {
		return false
	}
	if s.Pane().Tab() != tabLog {
		s.Pane().SetTab(tabLog)
	}
	return true
}

// beginEntry makes an entry of the log about the organisation that is shown.
func (s *organisations) beginEntry() *data.Engagement {
	return &data.Engagement{Organisation: s.Pane().ID(), Meta: data.Meta{Owner: s.owner()}}
}

// owner is the partner in charge of the organisation that is shown.
func (s *organisations) owner() string {
	if rec := s.Pane().Record(); rec != nil {
		return rec.Head().Owner
	}
	return ""
}

// eventsTab lists the events that its people were invited to or came to, each a way to it.
func (s *organisations) eventsTab(_ data.Record, of any) fyne.CanvasObject {
	t := s.printer()
	f, ok := of.(*facts)
	if !ok {
		return kit.NewText("", kit.TextStyle{})
	}
	if len(f.Events) == 0 {
		return kit.NewText(t.T("organisations.events_none"), kit.TextStyle{Token: kit.TokenMuted, Wrap: true})
	}
	box := kit.VStack(0)
	for i, e := range f.Events {
		when := t.T("organisations.undated")
		if e.Event.Start != "" {
			when = t.MediumDate(string(e.Event.Start.Day()))
		}
		beside := when + " · " + e.Event.Number
		chip := kit.NewStatusChip(t.N("organisations.invited", e.Invited), kit.TonePlanned)
		if e.Came > 0 {
			chip = kit.NewStatusChip(t.N("organisations.came", e.Came), kit.ToneHeld)
		}
		box.Add(s.way("event", e.Event.ID, e.Event.Title(t.Lang()), beside, chip, i == len(f.Events)-1))
	}
	return box
}

// way is a line that leads to a record; it is called by what that is, for whose it is, is nothing for a log.
func (s *organisations) way(of, id, title, beside string, right fyne.CanvasObject, last bool) fyne.CanvasObject {
	words := kit.VStack(1, kit.NewText(title, kit.TextStyle{Cut: true, Token: kit.TokenAccent}),
		kit.NewText(beside, kit.TextStyle{Size: kit.TextSmall, Token: kit.TokenMuted, Cut: true}))
	row := kit.HStack(10, kit.Grow(words))
	if right != nil {
		row.Add(right)
	}
	line := kit.Named(s.printer().Entity(of), kit.NewPressRow(kit.Pad(kit.Sides(6, 0), row), func() { s.Shell.Reveal(of, id, "") }))
	if last {
		return line
	}
	return kit.Framed(kit.Borders{Bottom: kit.NewLine()}, line)
}

// beforeDelete asks first where people would be left without their organisation.
func (s *organisations) beforeDelete(rec data.Record, of any, do func()) {
	f, ok := of.(*facts)
	if !ok || f.People == 0 {
		do()
		return
	}
	s.ask(s.printer().T("organisations.delete_title", "Name", rec.Title(s.printer().Lang())), f.People, do)
}

// beforeDeleting is the same of several at once.
func (s *organisations) beforeDeleting(ids []string, do func()) {
	all, err := s.Workspace.Records.Reach(context.Background(), ids)
	if err != nil {
		s.Shell.ShowError(err)
		return
	}
	people := 0
	for _, r := range all {
		people += r.People
	}
	if people == 0 {
		do()
		return
	}
	s.ask(s.printer().T("organisations.delete_title", "Name", s.printer().Count(entity().Name, len(ids))), people, do)
}

func (s *organisations) ask(title string, people int, do func()) {
	t := s.printer()
	s.Shell.Ask(screen.Question{
		Title: title, Text: t.N("organisations.delete_people", people), Yes: t.T("record.delete"), No: t.T("record.cancel"), Danger: true, OnYes: do,
	})
}
