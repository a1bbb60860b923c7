package contacts

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

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
}

// New makes the screen. Nothing is read before it is shown.
func New(p Params) screen.Screen { return newContacts(p, kit.Background()) }

// contacts is the screen. Its methods run on the UI's goroutine; what they read comes through exec.
type contacts struct {
	Params
	exec   kit.Exec
	want   wanted
	source *source
	table  *kit.Table
	shown  []kit.Column // the table's, as many as there is room for
	header *kit.Header
	bar    *filterBar
	record *record

	nobody  fyne.CanvasObject // shown while there is no contact at all
	nothing fyne.CanvasObject // shown while nobody fits
	content fyne.CanvasObject

	stop   func() // ends the subscription, while shown
	asked  bool   // the list has been read at least once
	chosen bool   // somebody, or the first one, has been shown
	place  int    // the selected line, to keep the view where it is
}

// The screen can do all that the shell asks screens for.
var (
	_ screen.Opener   = (*contacts)(nil)
	_ screen.Searcher = (*contacts)(nil)
	_ screen.Creator  = (*contacts)(nil)
	_ screen.Saver    = (*contacts)(nil)
	_ screen.Deleter  = (*contacts)(nil)
	_ screen.Backer   = (*contacts)(nil)
)

func newContacts(p Params, exec kit.Exec) *contacts {
	s := &contacts{Params: p, exec: exec, want: wanted{filters: filters{}, sort: colName}, place: -1}
	s.source = newSource(p.Workspace.Records, p.Printer, exec, s.cells, s.failed)
	s.record = newRecord(s)
	s.header = kit.NewHeader(kit.HeaderParams{
		Title: p.Printer.T("contacts.title"), Search: p.Printer.T("contacts.search"), SearchHint: "Ctrl F",
		OnSearch: s.search, OnSearchDone: func(string) { s.table.Focus() },
		Action: p.Printer.T("contacts.new"), OnAction: s.New,
	})
	if s.readOnly() {
		s.header.Action().Hide()
	}
	s.header.Search().OnDown(func() { s.table.Focus() })
	s.nobody = kit.NewEmpty(kit.IconPeople(), p.Printer.T("contacts.empty"), s.firstStep(), s.New)
	s.nothing = kit.NewEmpty(kit.IconSearch(), p.Printer.T("contacts.nothing"), p.Printer.T("contacts.nothing_clear"), s.clear)
	s.nothing.Hide()
	s.shown = s.allColumns()
	s.table = kit.NewTable(kit.TableParams{
		Columns: s.shown, Source: s.source.pages, OnSelect: s.picked, OnOpen: func(int) { s.record.focus() },
		OnSort: s.sorted, Empty: kit.Stack(s.nobody, s.nothing), Now: p.Workspace.Now,
	})
	s.table.SetSort(s.want.sort, s.want.desc)
	s.source.pages.OnChanged(s.arrived)
	s.bar = newFilterBar(s)
	list := kit.Framed(kit.Borders{Top: s.bar.content}, container.New(fitting{s}, s.table))
	s.content = kit.Framed(kit.Borders{Top: s.header}, kit.MasterDetail(list, s.record.view))
	return s
}

func (s *contacts) firstStep() string {
	if s.readOnly() {
		return ""
	}
	return s.Printer.T("contacts.empty_step")
}

func (s *contacts) readOnly() bool {
	only, _ := s.Workspace.ReadOnly()
	return only
}

// ID implements screen.Screen.
func (s *contacts) ID() string { return "contacts" }

// Title implements screen.Screen.
func (s *contacts) Title() string { return s.Printer.T("contacts.title") }

// Icon implements screen.Screen.
func (s *contacts) Icon() fyne.Resource { return kit.IconPeople() }

// Content implements screen.Screen.
func (s *contacts) Content() fyne.CanvasObject { return s.content }

// Shown implements screen.Screen.
func (s *contacts) Shown() {
	if s.stop == nil {
		s.stop = s.Workspace.Signals.Subscribe(func(c app.Changed) {
			s.exec.Apply(func() { s.changed(c) })
		})
	}
	s.source.ask(s.want)
	s.bar.read(s.bar.show)
	s.record.reread()
}

// Hidden implements screen.Screen. What is being written stays as it is, for when she comes back.
func (s *contacts) Hidden() {
	if s.stop != nil {
		s.stop()
		s.stop = nil
	}
	s.bar.later.Cancel()
	s.record.cancel()
}

// changed follows what was written, here or elsewhere.
func (s *contacts) changed(c app.Changed) {
	if s.stop == nil { // the signal was under way when the screen was left
		return
	}
	if c.Touches(entity().Name, organisationEntity().Name) {
		s.source.ask(s.want)
	}
	if c.Touches(entity().Name, organisationEntity().Name, "attendance", "event", "vocabulary") {
		s.record.reread()
	}
}

// failed tells what went wrong with reading. What was given up because something newer was asked is nothing to tell.
func (s *contacts) failed(err error) {
	if !errors.Is(err, context.Canceled) {
		s.Shell.ShowError(err)
	}
}

// arrived is told when lines came: the table shows them, the header counts them, the selected one stays selected.
func (s *contacts) arrived() {
	s.asked = true
	s.source.settle()
	s.count(len(s.source.ids), s.source.all)
	s.table.Reload()
	s.mark()
	if first := s.source.id(0); !s.chosen && first != "" && s.record.now == nil {
		s.show(first)
	}
}

func (s *contacts) count(shown, all int) {
	p := s.Printer
	switch {
	case all == 0:
		s.header.SetSubtitle("")
	case s.want.narrowed():
		s.header.SetSubtitle(p.T("contacts.count", "Shown", p.Number(shown), "All", p.Number(all)))
	default:
		s.header.SetSubtitle(p.Number(all))
	}
	setVisible(s.nobody, all == 0)
	setVisible(s.nothing, all > 0 && shown == 0)
}

func setVisible(o fyne.CanvasObject, on bool) {
	if on {
		o.Show()
	} else {
		o.Hide()
	}
}

// mark selects the line of the contact that is shown, without moving the view when it is where it was.
func (s *contacts) mark() {
	i := s.source.index(s.record.id())
	if i != s.place || i != s.table.Selected() {
		s.place = i
		s.table.Select(i)
	}
}

// search narrows the list to what is typed.
func (s *contacts) search(text string) {
	s.want.search = text
	s.narrow()
}

// narrow asks for another list, which begins at its top.
func (s *contacts) narrow() {
	s.place = -1
	s.table.Select(-1)
	s.table.ScrollTop()
	s.bar.show()
	s.source.ask(s.want)
}

func (s *contacts) sorted(column string, desc bool) {
	s.want.sort, s.want.desc = column, desc
	s.narrow()
}

// setFilter narrows the list by a field, or with an empty value takes that filter away.
func (s *contacts) setFilter(field, value string) {
	next := filters{}
	for k, v := range s.want.filters {
		next[k] = v
	}
	next[field] = value
	if value == "" {
		delete(next, field)
	}
	s.want.filters = next
	s.narrow()
}

// clear takes search and filters away.
func (s *contacts) clear() {
	s.header.Search().SetText("")
	s.want.search, s.want.filters = "", filters{}
	s.narrow()
}

// picked is told when the user selects a line.
func (s *contacts) picked(line int) {
	id := s.source.id(line)
	if id == "" || id == s.record.id() {
		return
	}
	s.place = line
	known, _ := s.source.pages.Item(line)
	s.record.show(id, known)
}

// show opens a contact's record and selects its line, if the list has it.
func (s *contacts) show(id string) {
	s.chosen = true
	known := row{}
	if i := s.source.index(id); i >= 0 {
		known, _ = s.source.pages.Item(i)
	}
	s.record.show(id, known)
	s.mark()
}

// draftCount is how many drafts wait, the one in the form aside.
func (s *contacts) draftCount() int {
	if s.record == nil {
		return 0
	}
	return len(s.record.drafts)
}

func newContact() *data.Contact {
	c := &data.Contact{}
	c.ID = newID()
	return c
}
