package takeaways

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
}

// New makes the screen. Nothing is read before it is shown.
func New(p Params) screen.Screen { return newTakeaways(p, kit.Background()) }

// takeaways is the screen. Its methods run on the UI's goroutine; what they read comes through exec.
type takeaways struct {
	Params
	exec   kit.Exec
	want   wanted
	source *source
	cards  *cards
	header *kit.Header
	bar    *bar
	record *record

	book    *book // what the form and the filters choose from; nil until it was read
	books   *kit.Later[*book]
	nothing fyne.CanvasObject // shown while nothing fits
	none    fyne.CanvasObject // shown while there is no takeaway at all
	content *fyne.Container

	stop   func() // ends the subscription, while shown
	chosen bool   // a takeaway, or the first one, has been shown
}

var (
	_ screen.Opener   = (*takeaways)(nil)
	_ screen.Searcher = (*takeaways)(nil)
	_ screen.Creator  = (*takeaways)(nil)
	_ screen.Saver    = (*takeaways)(nil)
	_ screen.Deleter  = (*takeaways)(nil)
	_ screen.Backer   = (*takeaways)(nil)
)

func newTakeaways(p Params, exec kit.Exec) *takeaways {
	s := &takeaways{Params: p, exec: exec, want: wanted{group: byCountry}, books: kit.NewLater[*book](exec)}
	s.source = newSource(p.Workspace.Records, p.Printer, exec, s.failed)
	s.cards = newCards(s)
	s.source.pages.OnChanged(s.arrived)
	s.header = kit.NewHeader(kit.HeaderParams{
		Title: p.Printer.T("takeaways.title"), Search: p.Printer.T("takeaways.search"), SearchHint: "Ctrl F", OnSearch: s.search,
		Action: p.Printer.T("takeaways.new"), OnAction: s.New,
	})
	step := p.Printer.T("takeaways.empty_step")
	if s.readOnly() {
		s.header.Action().Hide()
		step = ""
	}
	s.none = kit.NewEmpty(kit.IconBulb(), p.Printer.T("takeaways.empty"), step, s.New)
	s.nothing = kit.NewEmpty(kit.IconSearch(), p.Printer.T("takeaways.nothing"), p.Printer.T("takeaways.clear"), s.clear)
	s.none.Hide()
	s.nothing.Hide()
	s.bar = newBar(s)
	s.record = newRecord(s)
	list := kit.Framed(kit.Borders{Top: s.bar.content}, kit.Stack(s.cards, s.none, s.nothing))
	s.content = kit.Framed(kit.Borders{Top: s.header}, kit.MasterDetail(list, s.record.view))
	return s
}

func (s *takeaways) readOnly() bool {
	only, _ := s.Workspace.ReadOnly()
	return only
}

// ID implements screen.Screen.
func (s *takeaways) ID() string { return "takeaways" }

// Title implements screen.Screen.
func (s *takeaways) Title() string { return s.Printer.T("takeaways.title") }

// Icon implements screen.Screen.
func (s *takeaways) Icon() fyne.Resource { return kit.IconBulb() }

// Content implements screen.Screen.
func (s *takeaways) Content() fyne.CanvasObject { return s.content }

// Shown implements screen.Screen.
func (s *takeaways) Shown() {
	if s.stop == nil {
		s.stop = s.Workspace.Signals.Subscribe(func(c app.Changed) {
			s.exec.Apply(func() { s.changed(c) })
		})
	}
	s.readBook()
	s.record.reread()
}

// Hidden implements screen.Screen. What is being written stays as it is, for when the user comes back.
func (s *takeaways) Hidden() {
	if s.stop != nil {
		s.stop()
		s.stop = nil
	}
	s.books.Cancel()
	s.record.reading.Cancel()
}

// changed follows what was written, here or elsewhere.
func (s *takeaways) changed(c app.Changed) {
	if s.stop == nil { // the signal was under way when the screen was left
		return
	}
	switch {
	case c.Touches("partner", "event", "vocabulary", "project"):
		s.readBook() // and then the list
	case c.Touches("takeaway"):
		s.source.ask(s.want)
	default:
		return
	}
	s.record.reread()
}

// readBook reads what there is to choose from, and then the list, whose cards need its words.
func (s *takeaways) readBook() {
	w, lang := s.Workspace, s.Printer.Lang()
	s.books.Run(context.Background(),
		func(ctx context.Context) (*book, error) { return readBook(ctx, w, lang) },
		func(b *book, err error) {
			if err != nil {
				s.failed(err)
				return
			}
			s.book = b
			s.bar.show()
			s.source.ask(s.want)
			s.record.waited()
		})
}

// failed tells what went wrong with reading. What was given up because something newer was asked is nothing to tell.
func (s *takeaways) failed(err error) {
	if !errors.Is(err, context.Canceled) {
		s.Shell.ShowError(err)
	}
}

// arrived is told when cards came.
func (s *takeaways) arrived() {
	have := s.source.have()
	if have != nil {
		s.count(have)
		s.bar.followUps(have.followUps)
	}
	s.cards.reload()
	if !s.chosen && have != nil && len(have.ids) > 0 && s.book != nil {
		s.chosen = true
		s.record.open(have.ids[0])
	}
}

func (s *takeaways) count(a *answer) {
	p := s.Printer
	switch {
	case a.all == 0:
		s.header.SetSubtitle("")
	case s.want.narrowed():
		s.header.SetSubtitle(p.T("takeaways.count", "Shown", p.Number(len(a.ids)), "All", p.Number(a.all)))
	default:
		s.header.SetSubtitle(p.N("takeaways.from_events", a.events, "Count", p.Number(a.all)))
	}
	setVisible(s.none, a.all == 0)
	setVisible(s.nothing, a.all > 0 && len(a.ids) == 0)
}

func setVisible(o fyne.CanvasObject, on bool) {
	if on {
		o.Show()
	} else {
		o.Hide()
	}
}

// search narrows the list to what is typed.
func (s *takeaways) search(text string) {
	s.want.search = text
	s.narrow()
}

// narrow asks for another list, which begins at its top.
func (s *takeaways) narrow() {
	s.cards.toTop()
	s.bar.show()
	s.source.ask(s.want)
}

// clear takes search and filters away.
func (s *takeaways) clear() {
	s.header.Search().SetText("")
	s.want = wanted{group: s.want.group}
	if s.want.group == byFollowUp {
		s.want.group = byCountry
	}
	s.narrow()
}

// patience is how long a save may wait for another writer, such as an import.
const patience = 20 * time.Second

func waiting() (context.Context, context.CancelFunc) {
	return context.WithTimeout(context.Background(), patience)
}

// undoable says what was done, with the way back.
func (s *takeaways) undoable(said string, done app.Done) {
	if done.Batch == "" {
		return
	}
	s.Shell.Toast(screen.Toast{Text: said, Actions: []screen.Action{
		{Text: s.Printer.T("takeaways.undo"), Do: func() { s.Shell.Undo(done.Batch) }},
	}})
}

func entity() *data.Entity { return data.EntityOf((*data.Takeaway)(nil)) }
