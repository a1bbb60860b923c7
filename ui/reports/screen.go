package reports

import (
	"context"
	"slices"
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
}

// Screen is the reports screen. Its methods run on the UI's goroutine.
type Screen struct {
	p    Params
	exec kit.Exec

	reports []app.Report // all there are
	shown   []app.Report // those that the search leaves
	asked   request      // what is chosen

	header  *kit.Header
	kinds   *kinds
	options *options
	panel   *panel
	past    *past
	views   map[bool]*kit.FilterChip // what will be written, and what was
	inPast  bool                     // what was written is shown
	middle  *fyne.Container          // holds what is shown of both
	footer  *footer
	content fyne.CanvasObject
	body    fyne.CanvasObject // options and preview
	report  *fyne.Container   // body with its footer
	leaving *leaving          // what is looked for before a file leaves
	inLeave bool              // that is shown

	menus *kit.Later[menu]
	looks *kit.Later[look]
	finds *kit.Later[data.Record] // the record that the screen is opened for
	quiet func()                  // unsubscribes from signals; nil while hidden
	job   *job                    // the writing that is under way; nil if none is
}

var (
	_ screen.Opener     = (*Screen)(nil)
	_ screen.Starter    = (*Screen)(nil)
	_ screen.Searcher   = (*Screen)(nil)
	_ screen.Writer     = (*Screen)(nil)
	_ screen.Backer     = (*Screen)(nil)
	_ screen.Closer     = (*Screen)(nil)
	_ screen.Rememberer = (*Screen)(nil)
	_ screen.Commander  = (*Screen)(nil)
	_ screen.Chaptered  = (*Screen)(nil)
	_ screen.Dropper    = (*Screen)(nil)
)

// New makes the screen. Nothing is read before it is shown.
func New(p Params) screen.Screen { return newScreen(p, kit.Given(p.Exec)) }

func newScreen(p Params, exec kit.Exec) *Screen {
	s := &Screen{p: p, exec: exec, reports: app.ReportList()}
	s.shown = s.reports
	s.asked = request{report: s.usual(), lang: p.Printer.Lang(), values: map[app.ReportOption]string{}}
	s.menus, s.looks, s.finds = kit.NewLater[menu](exec), kit.NewLater[look](exec), kit.NewLater[data.Record](exec)
	t := p.Printer
	s.header = kit.NewHeader(kit.HeaderParams{
		Title: t.T("reportscreen.title"), Subtitle: t.N("reportscreen.count", len(s.reports)),
		Search: t.T("reportscreen.search"), SearchHint: "Ctrl F", OnSearch: s.narrow,
		OnSearchDone: func(string) { s.kinds.focus() },
	})
	s.header.Search().OnDown(func() { s.kinds.focus() })
	s.kinds = newKinds(t, s.pick)
	s.options = newOptions(optionsParams{
		printer: t, today: func() time.Time { return p.Workspace.Today().Time() }, changed: s.changed, pickTemplate: s.pickTemplate,
		grown: func() {
			if s.body != nil {
				s.body.Refresh()
			}
		},
	})
	s.panel = newPanel(panelParams{printer: t, open: s.goTo})
	s.footer = newFooter(t, s.Write, s.cancel)
	s.report, s.leaving = s.right(), newLeaving(s)
	s.leaving.content.Hide()
	s.content = kit.Framed(kit.Borders{Top: s.header}, newHalves(s.kinds, kit.Stack(s.report, s.leaving.content)))
	s.list()
	s.options.show(s.asked, menu{})
	return s
}

// usual is the report that is chosen at first.
func (s *Screen) usual() app.Report {
	at := slices.IndexFunc(s.reports, func(r app.Report) bool { return r.Name == "deliverable" })
	return s.reports[max(at, 0)]
}

func (s *Screen) right() *fyne.Container {
	t := s.p.Printer
	s.past = newPast(s)
	s.views = map[bool]*kit.FilterChip{
		false: kit.NewFilterChip(t.T("reportscreen.preview"), func() { s.show(false) }),
		true:  kit.NewFilterChip(t.T("reportscreen.past"), func() { s.show(true) }),
	}
	s.panel.heading.Objects = append([]fyne.CanvasObject{s.views[false], s.views[true]}, s.panel.heading.Objects...)
	card := kit.Stack(
		kit.NewBox(kit.BoxStyle{Fill: kit.TokenSurface, Stroke: kit.TokenLine, Radius: kit.CardRadius, Shadow: true}),
		kit.Pad(kit.Even(1), s.panel.holder))
	s.middle = kit.Stack(card, s.past.content)
	s.body = kit.TallScroll(&kit.Tall{Gap: 12, Fill: true}, kit.Inset{Top: 16, Right: 22, Bottom: 2, Left: 22},
		s.options.content, s.panel.heading, s.panel.notice, kit.Sized(0, 210, s.middle))
	s.show(false)
	return kit.Framed(kit.Borders{Bottom: s.footer.content}, s.body)
}

// ID implements screen.Screen.
func (s *Screen) ID() string { return "reports" }

// Title implements screen.Screen.
func (s *Screen) Title() string { return s.p.Printer.T("reportscreen.title") }

// Icon implements screen.Screen.
func (s *Screen) Icon() fyne.Resource { return kit.IconSheet() }

// Content implements screen.Screen.
func (s *Screen) Content() fyne.CanvasObject { return s.content }

// Shown implements screen.Screen.
func (s *Screen) Shown() {
	s.quiet = s.p.Workspace.Signals.Subscribe(func(app.Changed) {
		s.exec.Apply(func() {
			if s.quiet != nil { // what was committed just before the screen was left
				s.load()
			}
		})
	})
	s.load()
}

// Hidden implements screen.Screen. A file that is being written is still written to its end.
func (s *Screen) Hidden() {
	if s.quiet != nil {
		s.quiet()
		s.quiet = nil
	}
	s.menus.Cancel()
	s.looks.Cancel()
	s.finds.Cancel()
	s.past.reading.Cancel()
}

// Close implements screen.Closer: the workspace goes, so a file that is being written is given up.
func (s *Screen) Close() {
	for _, j := range []*job{s.job, s.leaving.job} {
		if j != nil {
			j.cancel()
		}
	}
	for _, j := range []*job{s.job, s.leaving.job} {
		if j != nil {
			<-j.done
		}
	}
	s.job, s.leaving.job = nil, nil
}

// First implements screen.Starter: the list of reports.
func (s *Screen) First() fyne.Focusable { return s.kinds }

// FocusSearch implements screen.Searcher.
func (s *Screen) FocusSearch() { s.header.Search().Focus() }

// Search implements screen.Searcher.
func (s *Screen) Search(text string) {
	s.header.Search().SetText(text)
	s.narrow(text)
}

// Back implements screen.Backer: from what was written to what will be, out of a search to all reports.
func (s *Screen) Back() bool {
	switch {
	case s.inLeave:
		s.leave(false)
		s.kinds.focus()
		return true
	case s.inPast:
		s.show(false)
		return true
	}
	if s.header.Search().Text() == "" {
		return false
	}
	s.Search("")
	return true
}

// narrow leaves the reports that have every word; the first of them is chosen where the one chosen is gone.
func (s *Screen) narrow(text string) {
	s.shown = matching(s.p.Printer, s.reports, text)
	s.header.SetSubtitle(s.p.Printer.N("reportscreen.count", len(s.shown)))
	if len(s.shown) > 0 && !slices.ContainsFunc(s.shown, func(r app.Report) bool { return r.Name == s.asked.report.Name }) {
		s.pick(s.shown[0].Name)
		return
	}
	if len(s.shown) == 0 && s.leaving.found(text) {
		s.leave(true)
		return
	}
	s.list()
}

// pick chooses a report.
func (s *Screen) pick(name string) {
	if name == leavingName {
		s.leave(true)
		return
	}
	s.leave(false)
	i := slices.IndexFunc(s.reports, func(r app.Report) bool { return r.Name == name })
	if i < 0 || name == s.asked.report.Name {
		return
	}
	next := s.asked
	next.report = s.reports[i]
	s.ask(next)
}

// changed is told of every option that the user changes.
func (s *Screen) changed(option app.ReportOption, value string) {
	if option == optLanguage {
		s.asked.lang = value
	} else {
		s.asked.values[option] = value
	}
	if option == app.OptPeriod { // days may be asked for now, or no longer
		s.options.show(s.asked, s.options.menu)
		s.body.Refresh()
	}
	s.warn(nil)
	s.footer.say("")
	s.preview()
}

// pickTemplate asks for the workbook that is to be filled.
func (s *Screen) pickTemplate() {
	s.p.Shell.AskOpen(screen.Opening{Title: s.p.Printer.T("reportscreen.pick_template"), Endings: []string{".xlsx"}, Done: func(path string) {
		s.changed(app.OptTemplate, path)
		s.options.show(s.asked, s.options.menu)
	}})
}

// warn says over the preview why what was written is a draft.
func (s *Screen) warn(problems []app.Detail) {
	s.panel.warn(problems)
	s.body.Refresh()
}

// load reads what can be chosen, then the preview.
func (s *Screen) load() {
	w, lang := s.p.Workspace, s.p.Printer.Lang()
	s.menus.Run(context.Background(), func(ctx context.Context) (menu, error) { return fetchMenu(ctx, w, lang) },
		func(m menu, err error) {
			if err != nil {
				s.panel.refuse(app.Tell(s.p.Printer, err))
				return
			}
			s.options.show(s.asked, m)
			s.past.load()
			s.preview()
		})
}

// preview reads what would be written.
func (s *Screen) preview() {
	w, asked := s.p.Workspace, s.asked.copy()
	if lacks := asked.lacks(); len(lacks) > 0 {
		s.looks.Cancel()
		s.panel.refuse(app.Told{Message: s.p.Printer.T("reportscreen.choose_first", "What", s.options.label(lacks[0]))})
		return
	}
	s.panel.wait()
	s.looks.Run(context.Background(), func(ctx context.Context) (look, error) { return fetchLook(ctx, w, asked) },
		func(l look, err error) {
			if err != nil {
				s.panel.refuse(app.Tell(s.p.Printer, err))
				return
			}
			if len(l.sheets) == 0 && !l.listed {
				s.panel.refuse(app.Told{Message: s.p.Printer.T("reportscreen.no_preview")})
				return
			}
			s.panel.show(l)
		})
}

// goTo opens the record that a problem or a finding is about, in the field that lacks.
func (s *Screen) goTo(entity, record, field string) { s.p.Shell.Reveal(entity, record, field) }
