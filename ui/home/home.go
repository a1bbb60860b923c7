// Package home is the first screen: what is due in the next sixty days, what the current period's reports still lack,
// how far the targets are, and what was done last. It knows app, the widgets and the catalogues, and no other screen.
package home

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"primadesk/app"
	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/ui/kit"
	"primadesk/ui/screen"
)

// Params is what the screen is made from.
type Params struct {
	Workspace *app.Workspace
	Shell     screen.Shell
	Printer   *i18n.Printer
	Exec      kit.Exec // nil: that of a running window
	Sample    func()   // opens the sample project, in a workspace of its own; nil: it is not offered
}

// Screen is the first screen.
type Screen struct {
	Params
	header  *kit.Header
	body    *fyne.Container
	results *results
	content fyne.CanvasObject
	latest  *kit.Later[view]
	seen    view
	quiet   func()
	begun   bool // all was read since the screen came into view
}

var (
	_ screen.Starter  = (*Screen)(nil)
	_ screen.Searcher = (*Screen)(nil)
	_ screen.Creator  = (*Screen)(nil)
	_ screen.Backer   = (*Screen)(nil)
)

const (
	// days is how far ahead the screen looks: two months, the time that an event takes to prepare.
	days = 60
	// deeds is how many of the last changes it tells.
	deeds = 12
)

// view is all that the screen shows.
type view struct {
	app.Overview
	lately []app.Deed
}

// New makes the screen; it reads when it is shown.
func New(p Params) *Screen {
	p.Exec = kit.Given(p.Exec)
	s := &Screen{Params: p, body: kit.Stack(), latest: kit.NewLater[view](p.Exec)}
	s.results = newResults(s)
	s.header = kit.NewHeader(kit.HeaderParams{
		Title: p.Printer.T("home.title"), Search: p.Printer.T("home.search"), SearchHint: "Ctrl F",
		OnSearch: s.results.search, OnSearchDone: func(string) { s.results.openFirst() },
		Action: p.Printer.T("home.new_event"), OnAction: s.New,
	})
	s.header.Search().OnDown(s.results.focus)
	s.content = kit.Framed(kit.Borders{Top: s.header}, s.body)
	return s
}

// ID is the screen's name in links.
func (s *Screen) ID() string { return "home" }

// Title is its name in the rail.
func (s *Screen) Title() string { return s.Printer.T("home.title") }

// Icon is what the rail shows before the title.
func (s *Screen) Icon() fyne.Resource { return kit.IconHome() }

// Content is the whole screen.
func (s *Screen) Content() fyne.CanvasObject { return s.content }

// Shown reads all anew and follows what changes.
func (s *Screen) Shown() {
	s.header.SetSubtitle(i18n.Upper(s.Printer.LongDate(string(s.Workspace.Today()))))
	s.begun = false
	s.quiet = s.Workspace.Signals.Subscribe(func(app.Changed) { s.Exec.Apply(s.follow) })
	s.load()
}

// Hidden stops following.
func (s *Screen) Hidden() {
	if s.quiet != nil {
		s.quiet()
		s.quiet = nil
	}
	s.latest.Cancel()
	s.results.clear()
}

// follow reads anew after a change, unless the screen was left meanwhile.
func (s *Screen) follow() {
	if s.quiet != nil {
		s.load()
	}
}

// New asks for the form of a new event.
func (s *Screen) New() { s.Shell.Go("events", screen.NewRecord) }

// First implements screen.Starter: the first line of what is due, or the first step.
func (s *Screen) First() fyne.Focusable { return kit.First(s.body) }

// FocusSearch puts the keyboard into the search field.
func (s *Screen) FocusSearch() { s.header.Search().Focus() }

// Search searches as if the text had been typed.
func (s *Screen) Search(text string) {
	s.header.Search().SetText(text)
	s.results.search(text)
}

// Back takes the search away.
func (s *Screen) Back() bool {
	if s.header.Search().Text() == "" {
		return false
	}
	s.results.clear()
	return true
}

// load reads what the screen shows.
func (s *Screen) load() {
	s.latest.Run(context.Background(), s.fetch, func(v view, err error) {
		if err != nil {
			s.Shell.ShowError(err)
			return
		}
		s.seen = v
		s.apply()
		s.Workspace.Log.Debug("home read", "coming", len(v.Coming), "findings", len(v.Findings))
		if !s.begun {
			s.begun = true
			kit.Begin(s.Shell.Window().Canvas(), s.First())
		}
	})
}

func (s *Screen) fetch(ctx context.Context) (v view, err error) {
	if v.Overview, err = s.Workspace.Home.Overview(ctx, s.Printer.Lang(), days); err != nil {
		return v, err
	}
	v.lately, err = s.Workspace.Home.Lately(ctx, s.Printer.Lang(), deeds)
	return v, err
}

// apply shows what was read, or what the search found.
func (s *Screen) apply() {
	var shown fyne.CanvasObject
	switch {
	case s.header.Search().Text() != "":
		shown = s.results.content
	case s.seen.Project == nil:
		shown = kit.NewBox(kit.BoxStyle{})
	case s.seen.Events == 0 || !s.seen.Contacts:
		shown = s.firstSteps()
	default:
		shown = s.cards()
	}
	kit.KeepFocus(s.body, func() {
		s.body.Objects = []fyne.CanvasObject{shown}
		s.body.Refresh()
	})
}

// opens gives what opens a record, with the keyboard in a field of it; nil where there is none.
func (s *Screen) opens(entity, record, field string) func() {
	if entity == "" || record == "" {
		return nil
	}
	return func() { s.Shell.Reveal(entity, record, field) }
}

// when writes a moment as short as it stays clear: the time of today, "yesterday", a day.
func (s *Screen) when(t time.Time) string {
	now := s.Workspace.Now()
	t = t.In(now.Location())
	switch day := data.DateOf(t); day {
	case data.DateOf(now):
		return t.Format("15:04")
	case data.DateOf(now).AddDays(-1):
		return s.Printer.T("home.yesterday")
	default:
		return s.Printer.DayMonth(string(day))
	}
}
