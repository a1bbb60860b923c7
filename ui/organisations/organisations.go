package organisations

import (
	"encoding/json"
	"strings"

	"fyne.io/fyne/v2"

	"primadesk/app"
	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/ui/engagements"
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
func New(p Params) screen.Screen { return newOrganisations(p, kit.Given(p.Exec)) }

// organisations is the screen: a desk, whose table the grid can take the place of.
type organisations struct {
	*record.Desk
	Params
	exec   kit.Exec
	grid   *grid
	log    *engagements.Log
	views  *kit.Segments
	entry  string // of the log, that is to be opened once it is there
	unbind func() // takes the log's keys from the window, while shown
}

// What the screen can do, beside what a desk can.
var (
	_ screen.Opener     = (*organisations)(nil)
	_ screen.Searcher   = (*organisations)(nil)
	_ screen.Creator    = (*organisations)(nil)
	_ screen.Saver      = (*organisations)(nil)
	_ screen.Deleter    = (*organisations)(nil)
	_ screen.Backer     = (*organisations)(nil)
	_ screen.Revealer   = (*organisations)(nil)
	_ screen.Rememberer = (*organisations)(nil)
	_ screen.Commander  = (*organisations)(nil)
)

// The two ways to look at the organisations.
const (
	viewList = "list"
	viewGrid = "grid"
)

func entity() *data.Entity   { return data.EntityOf((*data.Organisation)(nil)) }
func contacts() *data.Entity { return data.EntityOf((*data.Contact)(nil)) }

func newOrganisations(p Params, exec kit.Exec) *organisations {
	s := &organisations{Params: p, exec: exec}
	t := p.Printer
	s.grid = newGrid(s)
	s.log = engagements.New(engagements.Params{
		Workspace: p.Workspace, Shell: p.Shell, Printer: t, Exec: exec,
		Begin: s.beginEntry, People: s.findPeople, OnChanged: func() { s.Pane().Content().Refresh() },
	})
	s.views = kit.NewSegments([]kit.Tab{{ID: viewList, Text: t.T("organisations.list")}, {ID: viewGrid, Text: t.T("organisations.grid")}}, s.view)
	s.Desk = record.NewDesk(record.DeskParams{
		Workspace: p.Workspace, Shell: p.Shell, Printer: t, Exec: exec, Entity: entity(),
		List: s.listParams(), Pane: s.paneParams(), OnChanged: s.changed,
	})
	return s
}

// Params and Desk both have a printer; it is the same.
func (s *organisations) printer() *i18n.Printer { return s.Params.Printer }

func (s *organisations) readOnly() bool {
	only, _ := s.Workspace.ReadOnly()
	return only
}

// ID implements screen.Screen.
func (s *organisations) ID() string { return "organisations" }

// Title implements screen.Screen.
func (s *organisations) Title() string { return s.printer().T("organisations.title") }

// Icon implements screen.Screen.
func (s *organisations) Icon() fyne.Resource { return kit.IconBuildings() }

// Shown implements screen.Screen.
func (s *organisations) Shown() {
	s.Desk.Shown()
	if s.unbind == nil {
		s.unbind = s.log.Keys(s.Shell.Window().Canvas(), s.logInView)
	}
}

// Hidden implements screen.Screen.
func (s *organisations) Hidden() {
	if s.unbind != nil {
		s.unbind()
		s.unbind = nil
	}
	s.grid.later.Cancel()
	s.Desk.Hidden()
}

// changed follows what the table's own cells show of other entities.
func (s *organisations) changed(c app.Changed) {
	if c.Touches("contact", "engagement", "attendance", "event") && !c.Touches(entity().Name) {
		s.List().Reload()
	}
}

// view shows the list or the grid.
func (s *organisations) view(id string) {
	s.views.Choose(id)
	if id == viewGrid {
		s.List().Instead(s.grid.content, s.grid.picture)
		s.grid.read()
		return
	}
	s.List().Instead(nil, nil)
}

// inGrid tells whether the grid stands in the table's place.
func (s *organisations) inGrid() bool { return s.views.Chosen() == viewGrid }

// Dirty implements screen.Saver: the form or an entry of the log has something to save.
func (s *organisations) Dirty() bool { return s.Desk.Dirty() || s.log.Dirty() }

// Save implements screen.Saver.
func (s *organisations) Save() bool {
	if s.log.Dirty() && !s.log.Save() {
		s.Pane().SetTab(tabLog)
		return false
	}
	return s.Desk.Save()
}

// Discard implements screen.Saver.
func (s *organisations) Discard() {
	s.log.Close()
	s.Desk.Discard()
}

// Back implements screen.Backer: an entry of the log that is empty closes first.
func (s *organisations) Back() bool {
	if s.Pane().Tab() == tabLog && !s.log.Dirty() && s.log.Close() {
		return true
	}
	return s.Desk.Back()
}

// entryField begins what Reveal is given as a field for an entry of the log: log/ID.
const entryField = "log/"

// Reveal implements screen.Revealer.
func (s *organisations) Reveal(of, id, field string) {
	entry, isEntry := strings.CutPrefix(field, entryField)
	if !isEntry {
		s.Desk.Reveal(of, id, field)
		return
	}
	s.entry = entry
	s.Open(id)
	s.Pane().SetTab(tabLog)
	s.Pane().Reread()
}

// Commands implements screen.Commander.
func (s *organisations) Commands() []screen.Command {
	t := s.printer()
	out := []screen.Command{
		{Text: t.T("organisations.show_grid"), Do: func() { s.view(viewGrid); s.List().Focus() }},
		{Text: t.T("organisations.show_list"), Do: func() { s.view(viewList); s.List().Focus() }},
	}
	if s.Pane().ID() != "" && !s.readOnly() {
		out = append(out, screen.Command{Text: t.T("organisations.begin_entry"), Do: func() {
			if s.logInView() {
				s.log.Begin()
			}
		}})
	}
	return out
}

// state is the desk's, and which view is shown.
type state struct {
	Desk json.RawMessage `json:"desk,omitempty"`
	View string          `json:"view,omitempty"`
}

// State implements screen.Rememberer.
func (s *organisations) State() string {
	b, err := json.Marshal(state{Desk: json.RawMessage(s.Desk.State()), View: s.views.Chosen()})
	if err != nil { // the desk's state is JSON
		return ""
	}
	return string(b)
}

// SetState implements screen.Rememberer.
func (s *organisations) SetState(text string) {
	var st state
	if json.Unmarshal([]byte(text), &st) != nil {
		return
	}
	s.Desk.SetState(string(st.Desk))
	if st.View == viewGrid {
		s.view(viewGrid)
	}
}
