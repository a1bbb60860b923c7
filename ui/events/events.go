package events

import (
	"context"
	"errors"
	"time"

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
func New(p Params) screen.Screen { return newEvents(p, kit.Given(p.Exec)) }

// events is the screen. Its methods run on the UI's goroutine; what they read comes through exec.
type events struct {
	Params
	exec   kit.Exec
	want   wanted
	source *source
	table  *kit.Table
	header *kit.Header
	bar    *filterBar
	side   *side
	page   *page

	view     string // list, month or year
	views    *views
	calendar *calendar
	finding  *kit.Later[string] // the event of a record that is to be revealed
	aim      aim
	newOn    data.Date // the day on which a new event was asked for
	tab      string    // of the page, as it was left the last time

	book    *book // what forms and filters choose from; nil until it was read
	books   *kit.Later[*book]
	reading *kit.Later[*dossier]
	opened  string // the event that is shown, beside the list or on its page; empty: none

	nothing fyne.CanvasObject // shown while no event fits
	none    fyne.CanvasObject // shown while there is no event at all
	list    fyne.CanvasObject
	content *fyne.Container

	stop   func() // ends the subscription, while shown
	paged  bool   // the event's page is shown
	chosen bool   // an event, or the first one, has been shown
	fresh  bool   // a new event was asked for before the book was read
	slim   bool   // the list is too narrow for all columns
}

var (
	_ screen.Opener   = (*events)(nil)
	_ screen.Starter  = (*events)(nil)
	_ screen.Searcher = (*events)(nil)
	_ screen.Creator  = (*events)(nil)
	_ screen.Beginner = (*events)(nil)
	_ screen.Deleter  = (*events)(nil)
	_ screen.Backer   = (*events)(nil)
)

func newEvents(p Params, exec kit.Exec) *events {
	s := &events{Params: p, exec: exec, view: viewList, want: wanted{sort: colStart, desc: true}, books: kit.NewLater[*book](exec), reading: kit.NewLater[*dossier](exec), finding: kit.NewLater[string](exec)}
	s.source = newSource(p.Workspace.Records, p.Printer, exec, s.cells, s.failed)
	s.header = kit.NewHeader(kit.HeaderParams{
		Title: p.Printer.T("events.title"), Search: p.Printer.T("events.search"), SearchHint: "Ctrl F",
		OnSearch: s.search, OnSearchDone: func(string) { s.focusView() },
		Action: p.Printer.T("events.new"), OnAction: s.New,
	})
	if s.readOnly() {
		s.header.Action().Hide()
	}
	s.header.Search().OnDown(s.focusView)
	step := p.Printer.T("events.empty_step")
	if s.readOnly() {
		step = ""
	}
	s.none = kit.NewEmpty(kit.IconCalendar(), p.Printer.T("events.empty"), step, s.New)
	s.nothing = kit.NewEmpty(kit.IconSearch(), p.Printer.T("events.nothing"), p.Printer.T("events.clear"), s.clear)
	s.nothing.Hide()
	s.table = kit.NewTable(kit.TableParams{
		Columns: s.columns(), Source: s.source.pages, OnSelect: s.picked, OnOpen: func(int) { s.toPage() },
		OnSort: s.sorted, Empty: kit.Stack(s.none, s.nothing), Now: p.Workspace.Now,
	})
	s.table.SetSort(s.want.sort, s.want.desc)
	s.source.pages.OnChanged(s.arrived)
	s.bar = newFilterBar(s)
	s.calendar = newCalendar(s)
	s.side, s.page = newSide(s), newPage(s)
	s.views = newViews(s)
	s.list = kit.Framed(kit.Borders{Top: s.header}, s.views.content)
	s.bar.show()
	s.page.view.Hide()
	s.content = kit.Stack(s.list, s.page.view)
	return s
}

func (s *events) readOnly() bool {
	only, _ := s.Workspace.ReadOnly()
	return only
}

// ID implements screen.Screen.
func (s *events) ID() string { return "events" }

// Title implements screen.Screen.
func (s *events) Title() string { return s.Printer.T("events.title") }

// Icon implements screen.Screen.
func (s *events) Icon() fyne.Resource { return kit.IconCalendar() }

// Content implements screen.Screen.
func (s *events) Content() fyne.CanvasObject { return s.content }

// Shown implements screen.Screen.
func (s *events) Shown() {
	if s.stop == nil {
		s.stop = s.Workspace.Signals.Subscribe(func(c app.Changed) {
			s.exec.Apply(func() { s.changed(c) })
		})
	}
	s.readBook()
	s.source.ask(s.want)
	s.calendar.read()
	s.reread()
}

// Hidden implements screen.Screen. What is being written stays as it is, for when the user comes back.
func (s *events) Hidden() {
	if s.stop != nil {
		s.stop()
		s.stop = nil
	}
	s.books.Cancel()
	s.reading.Cancel()
	s.calendar.reading.Cancel()
	s.finding.Cancel()
	s.fresh = false
}

// changed follows what was written, here or elsewhere.
func (s *events) changed(c app.Changed) {
	if s.stop == nil { // the signal was under way when the screen was left
		return
	}
	if c.Touches("partner", "work_package", "task", "deliverable", "vocabulary", "project", "event") {
		s.readBook()
	}
	if c.Touches("event", "vocabulary") {
		s.source.ask(s.want)
		s.calendar.read()
	}
	if c.Touches("event", "attendance", "contact", "organisation", "takeaway", "evidence", "partner", "vocabulary") {
		s.reread()
	}
}

// readBook reads what there is to choose from.
func (s *events) readBook() {
	w, lang := s.Workspace, s.Printer.Lang()
	s.books.Run(context.Background(),
		func(ctx context.Context) (*book, error) { return readBook(ctx, w, lang) },
		func(b *book, err error) {
			if err != nil {
				s.failed(err)
				return
			}
			first := s.book == nil
			s.book = b
			s.bar.show()
			s.table.Reload()
			s.calendar.show()
			if first {
				s.page.drafts.load()
				s.reread()
			}
			if s.fresh {
				s.New()
			}
		})
}

// reread asks for the event that is shown again.
func (s *events) reread() {
	if s.opened != "" {
		s.read(s.opened)
	}
}

func (s *events) read(id string) {
	w, lang := s.Workspace, s.Printer.Lang()
	s.reading.Run(context.Background(),
		func(ctx context.Context) (*dossier, error) { return readDossier(ctx, w, lang, id) },
		func(d *dossier, err error) {
			switch {
			case isMissing(err) || err == nil && d.event.State != data.Live:
				s.gone(id)
			case err != nil:
				s.failed(err)
			case s.opened == id && s.book != nil:
				s.show(d)
			}
		})
}

// show brings what was read beside the list, and onto the page.
func (s *events) show(d *dossier) {
	s.side.show(d)
	if s.paged {
		s.page.show(d)
		s.hit()
	}
	s.mark()
}

// gone follows a deletion: the page closes, unless somebody was writing in it.
func (s *events) gone(id string) {
	if s.opened != id || s.paged && s.page.dirty() {
		return
	}
	s.close()
}

// close shows the list alone.
func (s *events) close() {
	s.opened = ""
	s.reading.Cancel()
	s.page.forget()
	s.side.view.Hide()
	s.toList()
	s.mark()
}

func isMissing(err error) bool {
	known, ok := errors.AsType[*data.Error](err)
	return ok && known.Code == "record.missing"
}

// failed tells what went wrong with reading. What was given up because something newer was asked is nothing to tell.
func (s *events) failed(err error) {
	if !errors.Is(err, context.Canceled) {
		s.Shell.ShowError(err)
	}
}

// patience is how long a save may wait for another writer, such as an import.
const patience = 20 * time.Second

// write keeps a record at once. It tells what went wrong, and whether it went right.
func (s *events) write(rec data.Record) (app.Done, bool) {
	ctx, stop := context.WithTimeout(context.Background(), patience)
	defer stop()
	done, err := s.Workspace.Records.Save(ctx, rec)
	if err != nil {
		s.Shell.ShowError(err)
	}
	return done, err == nil
}

// trash deletes records of one entity, and offers to undo it.
func (s *events) trash(e *data.Entity, said string, ids ...string) bool {
	ctx, stop := context.WithTimeout(context.Background(), patience)
	defer stop()
	done, err := s.Workspace.Records.Trash(ctx, e, ids...)
	if err != nil {
		s.Shell.ShowError(err)
		return false
	}
	s.undoable(said, done)
	return true
}

// undoable says what was done, with the way back.
func (s *events) undoable(said string, done app.Done) {
	if done.Batch == "" {
		return
	}
	s.Shell.Toast(screen.Toast{Text: said, Actions: []screen.Action{
		{Text: s.Printer.T("events.undo"), Do: func() { s.Shell.Undo(done.Batch) }},
	}})
}
