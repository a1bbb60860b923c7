package project

import (
	"context"
	"errors"
	"slices"

	"fyne.io/fyne/v2"

	"primadesk/app"
	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/ui/kit"
	"primadesk/ui/screen"
)

// Params is what the screen needs. It is made anew when the window's language changes.
type Params struct {
	Workspace *app.Workspace
	Shell     screen.Shell
	Printer   *i18n.Printer
	Exec      kit.Exec // nil: that of a running window
}

// New makes the screen. Nothing is read before it is shown.
func New(p Params) screen.Screen { return newProject(p, kit.Given(p.Exec)) }

// project is the screen. Its methods run on the UI's goroutine; what they read comes through exec.
type project struct {
	Params
	exec  kit.Exec
	parts []*part
	now   *part // which is shown; nil before the book was read
	nav   *nav

	book  *book // nil until it was read, and where there is no project
	books *kit.Later[*book]

	holder  *fyne.Container
	content *fyne.Container
	stop    func() // ends the subscription, while shown
	wait    func() // what is to be shown once the book was read
}

var (
	_ screen.Opener     = (*project)(nil)
	_ screen.Starter    = (*project)(nil)
	_ screen.Searcher   = (*project)(nil)
	_ screen.Creator    = (*project)(nil)
	_ screen.Beginner   = (*project)(nil)
	_ screen.Deleter    = (*project)(nil)
	_ screen.Backer     = (*project)(nil)
	_ screen.Revealer   = (*project)(nil)
	_ screen.Rememberer = (*project)(nil)
	_ screen.Commander  = (*project)(nil)
	_ screen.Dropper    = (*project)(nil)
)

func newProject(p Params, exec kit.Exec) *project {
	s := &project{Params: p, exec: exec, books: kit.NewLater[*book](exec), holder: kit.Stack()}
	s.parts = s.makeParts()
	s.nav = newNav(s)
	s.content = newSides(s.nav.column, s.nav.bar, s.holder)
	return s
}

func (s *project) readOnly() bool {
	only, _ := s.Workspace.ReadOnly()
	return only
}

// ID implements screen.Screen.
func (s *project) ID() string { return "project" }

// Title implements screen.Screen.
func (s *project) Title() string { return s.Printer.T("project.title") }

// Icon implements screen.Screen.
func (s *project) Icon() fyne.Resource { return kit.IconFlag() }

// Content implements screen.Screen.
func (s *project) Content() fyne.CanvasObject { return s.content }

// Shown implements screen.Screen.
func (s *project) Shown() {
	if s.stop == nil {
		s.stop = s.Workspace.Signals.Subscribe(func(c app.Changed) {
			s.exec.Apply(func() { s.changed(c) })
		})
	}
	s.readBook()
	if s.now != nil {
		s.now.body.Shown()
	}
}

// Hidden implements screen.Screen. What is being written stays as it is, for when the user comes back.
func (s *project) Hidden() {
	if s.stop != nil {
		s.stop()
		s.stop = nil
	}
	s.books.Cancel()
	if s.now != nil {
		s.now.body.Hidden()
	}
}

// touching are the entities of which the list of parts tells something.
var touching = []string{
	"project", "partner", "work_package", "task", "deliverable", "milestone", "indicator", "communication", "risk", "narrative", "collection", "query",
	"event", "attendance", "bulletin",
}

func (s *project) changed(c app.Changed) {
	if s.stop == nil { // the signal was under way when the screen was left
		return
	}
	if v, ok := s.body().(changer); ok {
		v.Changed(c)
	}
	if c.Touches(touching...) {
		s.readBook()
	}
}

// readBook reads what the parts have in common.
func (s *project) readBook() {
	w, lang := s.Workspace, s.Printer.Lang()
	s.books.Run(context.Background(),
		func(ctx context.Context) (*book, error) { return readBook(ctx, w, lang) },
		func(b *book, err error) {
			if err != nil {
				s.failed(err)
				return
			}
			s.take(b)
		})
}

// take goes on with what was read. Another project than before asks for other parts.
func (s *project) take(b *book) {
	before := s.book
	s.book = b
	s.nav.show(b)
	switch {
	case before == nil:
	case before.project.ID != b.project.ID:
		s.forget()
	case !slices.Equal(before.periods(s.Printer), b.periods(s.Printer)):
		s.renew()
	}
	if s.now == nil {
		s.show(s.nav.chosen())
	}
	for _, part := range s.parts {
		if f, ok := part.body.(follower); ok {
			f.follow(b)
		}
	}
	if then := s.wait; then != nil {
		s.wait = nil
		then()
	}
}

// forget takes all parts down: they show another project.
func (s *project) forget() {
	if s.now != nil {
		s.now.body.Hidden()
	}
	s.now = nil
	for _, part := range s.parts {
		part.body, part.state = nil, ""
	}
}

// renew has parts made anew that offer reporting periods to choose from, but for the one in view, in which the periods are
// edited, and those that somebody is writing in.
func (s *project) renew() {
	writing := s.dirty()
	for _, part := range s.parts {
		if part == s.now || part.body == nil || slices.Contains(writing, part) {
			continue
		}
		if r, ok := part.body.(screen.Rememberer); ok {
			part.state = r.State()
		}
		part.body = nil
	}
}

// failed tells what went wrong with reading. What was given up because something newer was asked is nothing to tell, and
// where there is no project, the screen says so itself.
func (s *project) failed(err error) {
	known, ok := errors.AsType[*data.Error](err)
	switch {
	case ok && known.Code == "project.none":
		s.forget()
		s.book = nil
		s.nav.show(nil)
		s.holder.Objects = []fyne.CanvasObject{s.none()}
		s.holder.Refresh()
	case !errors.Is(err, context.Canceled):
		s.Shell.ShowError(err)
	}
}

// none is shown while there is no project.
func (s *project) none() fyne.CanvasObject {
	step := s.Printer.T("project.none_step")
	if s.readOnly() {
		step = ""
	}
	return kit.NewEmpty(kit.IconFlag(), s.Printer.T("project.none"), step, s.askNew)
}

// show brings a part into view.
func (s *project) show(id string) {
	next := s.part(id)
	if next == nil || s.book == nil {
		return
	}
	s.nav.choose(id)
	if next == s.now {
		return
	}
	if s.now != nil {
		s.now.body.Hidden()
	}
	s.now = next
	next.ready(s.book)
	s.holder.Objects = []fyne.CanvasObject{next.body.Content()}
	s.holder.Refresh()
	if s.stop != nil {
		next.body.Shown()
	}
}

// later does something once the book was read.
func (s *project) later(do func()) {
	if s.book == nil {
		s.wait = do
		return
	}
	do()
}

func (s *project) part(id string) *part {
	i := slices.IndexFunc(s.parts, func(p *part) bool { return p.id == id })
	if i < 0 {
		return nil
	}
	return s.parts[i]
}

// showing is the part that has a place for records of an entity.
func (s *project) showing(entity string) *part {
	i := slices.IndexFunc(s.parts, func(p *part) bool { return slices.Contains(p.entities, entity) })
	if i < 0 {
		return nil
	}
	return s.parts[i]
}
