package bulletin

import (
	"context"
	"encoding/json"
	"errors"

	"fyne.io/fyne/v2"

	"primadesk/app"
	"primadesk/assets/i18n"
	"primadesk/data"
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
func New(p Params) screen.Screen { return newBulletins(p, kit.Given(p.Exec)) }

// bulletins is the screen. Its methods run on the UI's goroutine; what they read comes through exec.
type bulletins struct {
	*record.Desk
	p     Params
	exec  kit.Exec
	book  *book // nil until it was read
	books *kit.Later[*book]
	told  *told // the events of the issue that is shown
	side  *side
	both  *fyne.Container
	stop  func() // ends the subscription, while shown
	begun bool   // the desk is shown: the book was read
	job   *job   // the writing that is under way; nil if none is
	last  choice // what was written last
}

var (
	_ screen.Screen    = (*bulletins)(nil)
	_ screen.Closer    = (*bulletins)(nil)
	_ screen.Commander = (*bulletins)(nil)
)

func newBulletins(p Params, exec kit.Exec) *bulletins {
	s := &bulletins{p: p, exec: exec, books: kit.NewLater[*book](exec), last: choice{Formats: []string{"html"}}}
	s.told = newTold(s)
	s.side = newSide(s)
	s.Desk = record.NewDesk(record.DeskParams{
		Workspace: p.Workspace, Shell: p.Shell, Printer: p.Printer, Exec: exec, Entity: entity(), Bare: true,
		List: s.list(), Pane: s.form(), Arrange: s.arrange,
	})
	s.side.show()
	return s
}

// entity is that of the screen's records.
func entity() *data.Entity { return data.EntityOf((*data.Bulletin)(nil)) }

// arrange puts the preview beside list and form.
func (s *bulletins) arrange(list, pane fyne.CanvasObject) *fyne.Container {
	s.both = newColumns(list, pane, s.side.content)
	return s.both
}

func (s *bulletins) readOnly() bool {
	only, _ := s.p.Workspace.ReadOnly()
	return only
}

// ID implements screen.Screen.
func (s *bulletins) ID() string { return "bulletin" }

// Title implements screen.Screen.
func (s *bulletins) Title() string { return s.p.Printer.Entities("bulletin") }

// Icon implements screen.Screen.
func (s *bulletins) Icon() fyne.Resource { return kit.IconLetter() }

// Shown implements screen.Screen.
func (s *bulletins) Shown() {
	if s.stop == nil {
		s.stop = s.p.Workspace.Signals.Subscribe(func(c app.Changed) {
			s.exec.Apply(func() { s.changed(c) })
		})
	}
	s.readBook()
}

// Hidden implements screen.Screen. What is being written stays as it is, for when the user comes back.
func (s *bulletins) Hidden() {
	if s.stop != nil {
		s.stop()
		s.stop = nil
	}
	s.books.Cancel()
	s.side.cancel()
	if s.begun {
		s.begun = false
		s.Desk.Hidden()
	}
}

// Close implements screen.Closer: the workspace goes, so what is being written is given up.
func (s *bulletins) Close() {
	if j := s.job; j != nil {
		s.job = nil
		j.cancel()
		<-j.done
	}
}

// speaksOf are the entities that an issue, what it lacks and who gets it are made of.
var speaksOf = []string{"bulletin", "project", "partner", "event", "takeaway", "evidence", "author"}

// changed follows what was written, here or elsewhere.
func (s *bulletins) changed(c app.Changed) {
	if s.stop == nil { // the signal was under way when the screen was left
		return
	}
	if s.begun {
		s.Desk.Changed(c)
	}
	switch {
	case c.Touches(speaksOf...):
		s.readBook()
	case c.Touches("contact", "communication"):
		s.side.read()
	}
}

// readBook reads what the form chooses from, and with the first time what the screen shows.
func (s *bulletins) readBook() {
	w, lang := s.p.Workspace, s.p.Printer.Lang()
	s.books.Run(context.Background(),
		func(ctx context.Context) (*book, error) { return readBook(ctx, w, lang) },
		func(b *book, err error) {
			if err != nil {
				s.failed(err)
				return
			}
			before := s.book
			s.book = b
			s.told.learn()
			switch {
			case !s.begun:
				s.begun = true
				s.Desk.Shown()
			case before != nil && before.project != b.project:
				s.List().Reload()
			}
			s.side.read()
		})
}

// failed tells what went wrong with reading. What was given up because something newer was asked is nothing to tell.
func (s *bulletins) failed(err error) {
	if !errors.Is(err, context.Canceled) {
		s.p.Shell.ShowError(err)
	}
}

// issue is the issue that is shown, with what is typed; nil while none is.
func (s *bulletins) issue() *data.Bulletin {
	if s.Desk == nil {
		return nil
	}
	b, _ := s.Pane().Typed().(*data.Bulletin)
	return b
}

// opened is told when another issue is shown, or none.
func (s *bulletins) opened(id string) {
	if s.Desk == nil {
		return
	}
	s.side.setShown(id != "")
	s.both.Refresh()
	s.side.read()
}

// Commands implements screen.Commander.
func (s *bulletins) Commands() []screen.Command {
	t := s.p.Printer
	return []screen.Command{
		{Text: t.T("bulletinscreen.write"), Do: s.askWrite},
		{Text: t.T("bulletinscreen.write_recipients"), Do: s.writeAudience},
	}
}

// state is how the screen was left.
type state struct {
	Desk json.RawMessage `json:"desk,omitempty"`
	Lang string          `json:"lang,omitempty"`
	View string          `json:"view,omitempty"`
	Last choice          `json:"last"`
}

// State implements screen.Rememberer.
func (s *bulletins) State() string {
	b, err := json.Marshal(state{Desk: json.RawMessage(s.Desk.State()), Lang: s.side.lang, View: s.side.views.Chosen(), Last: s.last})
	if err != nil { // codes, and the desk's own JSON
		return ""
	}
	return string(b)
}

// SetState implements screen.Rememberer.
func (s *bulletins) SetState(text string) {
	var st state
	if json.Unmarshal([]byte(text), &st) != nil {
		return
	}
	s.Desk.SetState(string(st.Desk))
	s.side.restore(st.Lang, st.View)
	s.last = st.Last.known()
}
