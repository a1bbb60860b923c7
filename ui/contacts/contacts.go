package contacts

import (
	"context"

	"fyne.io/fyne/v2"

	"primadesk/app"
	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/ui/engagements"
	"primadesk/ui/kit"
	"primadesk/ui/listing"
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
func New(p Params) screen.Screen { return newContacts(p, kit.Given(p.Exec)) }

// contacts is the screen: a list with a record beside it, and the log of what was said. Its methods run on the UI's
// goroutine; what they read comes through exec.
type contacts struct {
	*record.Desk
	p        Params
	exec     kit.Exec
	log      *engagements.Log
	keys     func() // takes the log's shortcuts away, while the screen is shown
	entry    string // an entry of the log that is to be opened once the log was read
	field    string // of that entry, which gets the keyboard
	consents *consentsField
	finding  *kit.Later[data.Record]
	inviting *kit.Later[app.Round]
	writing  *kit.Later[app.Done]
	printer  *i18n.Printer
}

var (
	_ screen.Screen     = (*contacts)(nil)
	_ screen.Commander  = (*contacts)(nil)
	_ screen.Revealer   = (*contacts)(nil)
	_ screen.Rememberer = (*contacts)(nil)
)

func newContacts(p Params, exec kit.Exec) *contacts {
	s := &contacts{
		p: p, exec: exec, printer: p.Printer, finding: kit.NewLater[data.Record](exec), inviting: kit.NewLater[app.Round](exec),
		writing: kit.NewLater[app.Done](exec),
	}
	s.log = engagements.New(engagements.Params{
		Workspace: p.Workspace, Shell: p.Shell, Printer: p.Printer, Exec: exec, Begin: s.begin,
	})
	t := p.Printer
	s.Desk = record.NewDesk(record.DeskParams{
		Workspace: p.Workspace, Shell: p.Shell, Printer: t, Exec: exec, Entity: entity(),
		List: listing.Params{
			Words: listing.Words{
				Title: t.T("contacts.title"), Search: t.T("contacts.search"), New: t.T("contacts.new"),
				Empty: t.T("contacts.empty"), FirstStep: t.T("contacts.empty_step"), Icon: kit.IconPeople(),
			},
			Columns: s.columns(), Filters: s.filters(), Sort: colName, With: []string{"organisation"}, Actions: s.actions(),
		},
		Pane: s.pane(),
	})
	return s
}

// ID implements screen.Screen.
func (s *contacts) ID() string { return "contacts" }

// Title implements screen.Screen.
func (s *contacts) Title() string { return s.printer.T("contacts.title") }

// Icon implements screen.Screen.
func (s *contacts) Icon() fyne.Resource { return kit.IconPeople() }

// Shown implements screen.Screen.
func (s *contacts) Shown() {
	s.Desk.Shown()
	if s.keys == nil {
		s.keys = s.log.Keys(s.p.Shell.Window().Canvas(), s.showLog)
	}
}

// Hidden implements screen.Screen.
func (s *contacts) Hidden() {
	if s.keys != nil {
		s.keys()
		s.keys = nil
	}
	s.finding.Cancel()
	s.inviting.Cancel()
	s.Desk.Hidden()
}

// Dirty implements screen.Saver: an entry of the log counts, too.
func (s *contacts) Dirty() bool { return s.Desk.Dirty() || s.log.Dirty() }

// Save implements screen.Saver.
func (s *contacts) Save() bool {
	logged := s.log.Save()
	return s.Desk.Save() && logged
}

// Discard implements screen.Saver.
func (s *contacts) Discard() {
	s.log.Close()
	s.Desk.Discard()
}

// Back implements screen.Backer: an entry of the log that nothing was typed into is closed first.
func (s *contacts) Back() bool {
	if !s.log.Dirty() && s.log.Close() {
		return true
	}
	return s.Desk.Back()
}

// Shows implements screen.Revealer.
func (s *contacts) Shows() []string { return []string{entity().Name, "engagement"} }

// Reveal implements screen.Revealer. An entry of the log is shown with whom it is about; where that is an organisation
// alone, with that.
func (s *contacts) Reveal(of, id, field string) {
	if of != "engagement" {
		s.Desk.Reveal(of, id, field)
		return
	}
	records := s.p.Workspace.Records
	s.finding.Run(context.Background(),
		func(ctx context.Context) (data.Record, error) {
			return records.Get(ctx, data.EntityOf((*data.Engagement)(nil)), id)
		},
		func(rec data.Record, err error) {
			if err != nil {
				s.p.Shell.ShowError(err)
				return
			}
			e := rec.(*data.Engagement)
			if e.Contact == "" {
				s.p.Shell.Reveal("organisation", e.Organisation, "log/"+id)
				return
			}
			s.entry, s.field = id, field
			s.Open(e.Contact)
			s.Pane().SetTab(tabLog)
			s.Pane().Reread()
		})
}

// Commands implements screen.Commander.
func (s *contacts) Commands() []screen.Command {
	if only, _ := s.p.Workspace.ReadOnly(); only {
		return nil
	}
	t := s.printer
	return []screen.Command{
		{Text: t.T("contacts.command_log"), Do: func() {
			if s.showLog() {
				s.log.Begin()
			}
		}},
		{Text: t.T("contacts.command_review"), Do: func() {
			s.List().Clear()
			s.List().SetFilter("review_by", listing.Past)
		}},
		{Text: t.T("contacts.command_pick"), Do: func() {
			s.List().PickAll()
			s.List().Focus()
		}},
		{Text: t.T("contacts.command_duplicate"), Do: func() { s.Pane().Duplicate() }},
	}
}

// showLog brings the log of the contact that is shown into view; it tells whether there is one.
func (s *contacts) showLog() bool {
	if s.Pane().ID() == "" || s.Pane().Fresh() {
		return false
	}
	if s.Pane().Tab() != tabLog {
		s.Pane().SetTab(tabLog)
	}
	return true
}

// begin makes an entry of the log about the contact that is shown, and the organisation that she belongs to.
func (s *contacts) begin() *data.Engagement {
	e := &data.Engagement{}
	if c, ok := s.Pane().Record().(*data.Contact); ok {
		e.Contact, e.Organisation, e.Owner = c.ID, c.Organisation, c.Owner
	}
	return e
}

func entity() *data.Entity { return data.EntityOf((*data.Contact)(nil)) }
