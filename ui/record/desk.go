package record

import (
	"encoding/json"
	"strings"

	"fyne.io/fyne/v2"

	"primadesk/app"
	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/ui/kit"
	"primadesk/ui/listing"
	"primadesk/ui/screen"
)

// DeskParams is what a Desk is made from. Workspace, Shell, Printer, Exec and Entity are handed on to the list and the pane.
type DeskParams struct {
	Workspace *app.Workspace
	Shell     screen.Shell
	Printer   *i18n.Printer
	Exec      kit.Exec
	Entity    *data.Entity

	List listing.Params
	Pane Params
	// Arrange puts list and pane beside each other, with what else the screen shows. Nil: kit.MasterDetail.
	Arrange func(list, pane fyne.CanvasObject) *fyne.Container
	// Bare is a desk inside of a screen that subscribes to signals itself: Shown and Hidden do not.
	Bare bool
	// OnChanged is told of every change after the list and the pane, while the desk is shown.
	OnChanged func(app.Changed)
}

// Desk is a list with a record beside it, that work together: what a screen of an entity consists of. It has the methods of
// screen.Screen but ID, Title and Icon, and those of its capabilities.
type Desk struct {
	p       DeskParams
	list    *listing.List
	pane    *Pane
	drafts  *kit.FilterChip
	content fyne.CanvasObject
	stop    func() // ends the subscription, while shown
	shown   bool
	chosen  bool // a record, or none, has been chosen
}

// A Desk can do all this; a screen that embeds it can, too.
var (
	_ screen.Opener     = (*Desk)(nil)
	_ screen.Starter    = (*Desk)(nil)
	_ screen.Searcher   = (*Desk)(nil)
	_ screen.Creator    = (*Desk)(nil)
	_ screen.Beginner   = (*Desk)(nil)
	_ screen.Deleter    = (*Desk)(nil)
	_ screen.Backer     = (*Desk)(nil)
	_ screen.Revealer   = (*Desk)(nil)
	_ screen.Rememberer = (*Desk)(nil)
)

// NewDesk makes a desk. Nothing is read before it is shown.
func NewDesk(p DeskParams) *Desk {
	d := &Desk{p: p}
	pane := p.Pane
	pane.Workspace, pane.Shell, pane.Printer, pane.Exec, pane.Entity = p.Workspace, p.Shell, p.Printer, p.Exec, p.Entity
	pane.Next = func(id string) string { return d.list.Neighbour(id) }
	pane.OnMark, pane.OnShown = d.marked(p.Pane.OnMark), d.opened(p.Pane.OnShown)
	d.drafts = kit.NewFilterChip("", func() { d.pane.NextDraft() })
	d.pane = New(pane)

	list := p.List
	list.Workspace, list.Shell, list.Printer, list.Exec, list.Entity = p.Workspace, p.Shell, p.Printer, p.Exec, p.Entity
	list.OnShow = func(row listing.Row) { d.show(row) }
	list.Waits = func() bool { return d.pane.Fresh() }
	list.OnOpen = func() { d.pane.Focus() }
	list.OnNew = d.New
	list.OnRows = d.rows
	if list.Marked == nil {
		list.Marked = func(r listing.Row) bool { return d.pane.Drafted(r.ID()) }
	}
	d.list = listing.New(list)
	arrange := p.Arrange
	if arrange == nil {
		arrange = kit.MasterDetail
	}
	both := arrange(d.list.Body(), d.pane.Content())
	d.pane.In(both)
	d.content = both
	if header := d.list.Header(); header != nil {
		d.content = kit.Framed(kit.Borders{Top: header}, both)
	}
	d.showDrafts()
	return d
}

// List is the list.
func (d *Desk) List() *listing.List { return d.list }

// Pane is the record beside it.
func (d *Desk) Pane() *Pane { return d.pane }

// Printer is that of the window's language.
func (d *Desk) Printer() *i18n.Printer { return d.p.Printer }

// Content implements screen.Screen.
func (d *Desk) Content() fyne.CanvasObject { return d.content }

// Shown implements screen.Screen.
func (d *Desk) Shown() {
	d.shown = true
	if d.stop == nil && !d.p.Bare {
		d.stop = d.p.Workspace.Signals.Subscribe(func(c app.Changed) {
			d.p.Exec.Apply(func() { d.Changed(c) })
		})
	}
	d.list.Shown()
	d.pane.Shown()
}

// Hidden implements screen.Screen. What is being written stays as it is, for when the user comes back.
func (d *Desk) Hidden() {
	d.shown = false
	if d.stop != nil {
		d.stop()
		d.stop = nil
	}
	d.list.Hidden()
	d.pane.Hidden()
}

// Changed follows what was written, here or elsewhere.
func (d *Desk) Changed(c app.Changed) {
	if !d.shown { // the signal was under way when the screen was left
		return
	}
	d.list.Changed(c)
	d.pane.Changed(c)
	if d.p.OnChanged != nil {
		d.p.OnChanged(c)
	}
}

// show brings the record of a row into the pane.
func (d *Desk) show(row listing.Row) {
	d.chosen = true
	d.pane.Show(row.ID(), row.Record, row.Names())
}

// rows is told when rows came: at first, the first one is shown.
func (d *Desk) rows() {
	if row, ok := d.list.First(); ok && !d.chosen && d.pane.ID() == "" {
		d.show(row)
		d.list.Select(row.ID())
	}
}

// opened has the list follow what the pane shows.
func (d *Desk) opened(then func(string)) func(string) {
	return func(id string) {
		if d.list != nil {
			d.list.Select(id)
		}
		if then != nil {
			then(id)
		}
	}
}

// marked has the list show which records have drafts.
func (d *Desk) marked(then func()) func() {
	return func() {
		d.showDrafts()
		if then != nil {
			then()
		}
	}
}

func (d *Desk) showDrafts() {
	if d.list == nil {
		return
	}
	var chips []fyne.CanvasObject
	if n := d.pane.Drafts(); n > 0 {
		d.drafts.SetText(d.p.Printer.N("record.drafts", n))
		chips = append(chips, d.drafts)
	}
	d.list.SetChips(chips...)
	d.list.Redraw()
}

// Open implements screen.Opener.
func (d *Desk) Open(id string) {
	d.chosen = true
	if id == "" {
		d.pane.Close()
		return
	}
	known, _ := d.list.Known(id)
	d.pane.Show(id, known.Record, known.Names())
	d.list.Insist(id)
}

// FocusSearch implements screen.Searcher.
func (d *Desk) FocusSearch() { d.list.FocusSearch() }

// Search implements screen.Searcher.
func (d *Desk) Search(text string) { d.list.Search(text) }

// First implements screen.Starter: the list.
func (d *Desk) First() fyne.Focusable { return d.list.Target() }

// New implements screen.Creator.
func (d *Desk) New() {
	d.chosen = true
	d.pane.Create(nil)
}

// Dirty implements screen.Saver.
func (d *Desk) Dirty() bool { return d.pane.Dirty() }

// Fresh implements screen.Beginner.
func (d *Desk) Fresh() bool { return d.pane.Fresh() }

// Save implements screen.Saver.
func (d *Desk) Save() bool { return d.pane.Save() }

// Discard implements screen.Saver.
func (d *Desk) Discard() { d.pane.Discard() }

// Delete implements screen.Deleter: the record that is shown goes, its neighbour in the list is shown.
func (d *Desk) Delete() { d.pane.Delete() }

// Back implements screen.Backer: from the form to the table, from the record to the list alone, from a search to all.
func (d *Desk) Back() bool {
	focused := d.p.Shell.Window().Canvas().Focused()
	switch {
	case d.pane.ID() != "" && focused != nil && focused != d.list.Target():
		d.list.Focus()
	case d.pane.ID() != "":
		d.pane.Close()
	case d.list.Narrowed():
		d.list.Clear()
	default:
		return false
	}
	return true
}

// Shows implements screen.Revealer.
func (d *Desk) Shows() []string { return []string{d.p.Entity.Name} }

// Reveal implements screen.Revealer.
func (d *Desk) Reveal(_, id, field string) {
	if choice, narrowed := strings.CutPrefix(id, screen.Narrowed); narrowed {
		d.list.Clear()
		d.list.SetFilter(field, choice)
		d.list.Focus()
		return
	}
	if id == screen.NewRecord {
		d.New()
	} else {
		d.Open(id)
	}
	if field != "" {
		d.pane.Reveal(field)
	}
}

// deskState is the list's and the pane's.
type deskState struct {
	List json.RawMessage `json:"list,omitempty"`
	Pane json.RawMessage `json:"pane,omitempty"`
}

// State implements screen.Rememberer.
func (d *Desk) State() string {
	b, err := json.Marshal(deskState{List: json.RawMessage(d.list.State()), Pane: json.RawMessage(d.pane.State())})
	if err != nil { // both are JSON
		return ""
	}
	return string(b)
}

// SetState implements screen.Rememberer.
func (d *Desk) SetState(text string) {
	var st deskState
	if json.Unmarshal([]byte(text), &st) != nil {
		return
	}
	d.list.SetState(string(st.List))
	d.pane.SetState(string(st.Pane))
	d.chosen = d.pane.Awaited() != ""
}
