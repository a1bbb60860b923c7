package takeaways

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"

	"primadesk/app"
	"primadesk/assets/i18n"
	"primadesk/ui/kit"
	"primadesk/ui/record"
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
func New(p Params) screen.Screen { return newTakeaways(p, kit.Given(p.Exec)) }

// takeaways is the screen. Its methods run on the UI's goroutine; what they read comes through exec.
type takeaways struct {
	Params
	exec   kit.Exec
	want   wanted
	book   *book   // nil until it was read
	answer *answer // nil until it was read
	books  *kit.Later[*book]
	asked  *kit.Later[*answer]

	header  *kit.Header
	bar     *bar
	cards   *cards
	board   *kit.Board
	pane    *record.Pane
	nothing fyne.CanvasObject // shown while nothing fits
	none    fyne.CanvasObject // shown while there is no takeaway at all
	both    *fyne.Container
	content fyne.CanvasObject

	stop   func() // ends the subscription, while shown
	chosen bool   // a takeaway, or none, has been chosen
	shown  string // the takeaway that the pane shows
	begun  bool   // the list was read since the screen came into view
}

var (
	_ screen.Opener     = (*takeaways)(nil)
	_ screen.Starter    = (*takeaways)(nil)
	_ screen.Searcher   = (*takeaways)(nil)
	_ screen.Creator    = (*takeaways)(nil)
	_ screen.Beginner   = (*takeaways)(nil)
	_ screen.Deleter    = (*takeaways)(nil)
	_ screen.Backer     = (*takeaways)(nil)
	_ screen.Revealer   = (*takeaways)(nil)
	_ screen.Rememberer = (*takeaways)(nil)
	_ screen.Commander  = (*takeaways)(nil)
)

func newTakeaways(p Params, exec kit.Exec) *takeaways {
	s := &takeaways{Params: p, exec: exec, want: wanted{view: byCountry, filters: map[string]string{}}}
	s.books, s.asked = kit.NewLater[*book](exec), kit.NewLater[*answer](exec)
	t := p.Printer
	s.header = kit.NewHeader(kit.HeaderParams{
		Title: t.T("takeaways.title"), Search: t.T("takeaways.search"), SearchHint: "Ctrl F", OnSearch: s.search,
		Action: t.T("takeaways.new"), OnAction: s.New,
	})
	step := t.T("takeaways.empty_step")
	if s.readOnly() {
		s.header.Action().Hide()
		step = ""
	}
	s.none = kit.NewEmpty(kit.IconBulb(), t.T("takeaways.empty"), step, s.New)
	s.nothing = kit.NewEmpty(kit.IconSearch(), t.T("takeaways.nothing"), t.T("takeaways.clear"), s.clear)
	s.cards, s.board = newCards(s), newBoard(s)
	s.pane = newPane(s)
	s.bar = newBar(s)
	body := kit.Stack(s.cards, kit.Pad(kit.Inset{Right: kit.PageMargin, Bottom: 16, Left: kit.PageMargin}, s.board), s.none, s.nothing)
	s.both = kit.MasterDetail(kit.Framed(kit.Borders{Top: s.bar.content}, body), s.pane.Content())
	s.pane.In(s.both)
	s.content = kit.Framed(kit.Borders{Top: s.header}, s.both)
	s.bar.show()
	s.draw()
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
	s.begun = false
	s.readBook()
	s.pane.Shown()
}

// Hidden implements screen.Screen. What is being written stays as it is, for when the user comes back.
func (s *takeaways) Hidden() {
	if s.stop != nil {
		s.stop()
		s.stop = nil
	}
	s.books.Cancel()
	s.asked.Cancel()
	s.pane.Hidden()
}

// changed follows what was written, here or elsewhere.
func (s *takeaways) changed(c app.Changed) {
	if s.stop == nil { // the signal was under way when the screen was left
		return
	}
	switch {
	case c.Touches("partner", "event", "vocabulary", "project", "author"):
		s.readBook() // and then the list
	case c.Touches("takeaway"):
		s.ask()
	}
	s.pane.Changed(c)
}

// readBook reads the words of cards and filters, and then the list.
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
			s.ask()
		})
}

// ask reads the list anew. What is shown stays until the answer is there.
func (s *takeaways) ask() {
	w, want, b := s.Workspace, s.want, s.book
	if b == nil {
		return
	}
	want.filters = make(map[string]string, len(s.want.filters))
	for id, value := range s.want.filters {
		want.filters[id] = value
	}
	s.asked.Run(context.Background(),
		func(ctx context.Context) (*answer, error) { return readAnswer(ctx, w, want, b) },
		func(a *answer, err error) {
			if err != nil {
				s.failed(err)
				return
			}
			s.answer = a
			s.draw()
			if !s.begun {
				s.begun = true
				kit.Begin(s.Shell.Window().Canvas(), s.First())
			}
		})
}

// failed tells what went wrong with reading. What was given up because something newer was asked is nothing to tell.
func (s *takeaways) failed(err error) {
	if !errors.Is(err, context.Canceled) {
		s.Shell.ShowError(err)
	}
}

// draw shows the answer.
func (s *takeaways) draw() {
	a := s.answer
	onBoard := s.want.view == byFollowUp
	setVisible(s.none, a != nil && a.all == 0)
	setVisible(s.nothing, a != nil && a.all > 0 && len(a.list) == 0)
	setVisible(s.cards, !onBoard)
	setVisible(s.board, onBoard && a != nil && len(a.list) > 0)
	if a == nil {
		return
	}
	s.count(a)
	s.bar.show()
	if onBoard {
		s.drawBoard()
		return
	}
	s.cards.set(a.groups)
	s.cards.grip = ""
	if !s.chosen && len(a.groups) > 0 {
		s.chosen = true
		s.pick(a.groups[0].list[0].ID)
	}
}

func (s *takeaways) count(a *answer) {
	p := s.Printer
	switch {
	case a.all == 0:
		s.header.SetSubtitle("")
	case s.want.narrowed() || s.want.view == byFollowUp:
		s.header.SetSubtitle(p.T("takeaways.count", "Shown", p.Number(len(a.list)), "All", p.Number(a.all)))
	default:
		s.header.SetSubtitle(p.N("takeaways.from_events", a.events, "Count", p.Number(a.all)))
	}
}

func setVisible(o fyne.CanvasObject, on bool) {
	if on {
		o.Show()
	} else {
		o.Hide()
	}
}
