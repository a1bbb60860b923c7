package events

import (
	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/record"
	"primadesk/ui/screen"
)

// drafts keep what is typed into the page's forms on the disk until it is saved, and bring it back after a crash.
type drafts struct {
	g      *page
	keeper *record.Keeper
	found  map[string]app.Draft
	read   bool
}

func newDrafts(g *page) *drafts {
	s := g.s
	return &drafts{g: g, found: map[string]app.Draft{}, keeper: record.NewKeeper(record.KeeperParams{
		Workspace: s.Workspace, Exec: s.exec, Entity: "event", Failed: s.failed,
	})}
}

// typed has what the forms hold written, soon.
func (d *drafts) typed() {
	if !d.g.s.readOnly() {
		d.keeper.Typed(d.draft)
	}
}

// draft is what the forms hold now; nothing where that is as it was read.
func (d *drafts) draft() (app.Draft, bool) {
	g := d.g
	if g.event == nil || g.forms == nil || !g.dirty() {
		return app.Draft{}, false
	}
	draft := app.Draft{
		Entity: "event", Record: g.event.ID, Fresh: g.fresh, Base: g.event.Base, Values: g.forms.Changed(), At: g.s.Workspace.Now(),
	}
	if g.fresh { // what was filled in beforehand is not among the changes
		for id, value := range map[string]string{"organiser": g.event.Organiser, "start": string(g.event.Start)} {
			if _, typed := draft.Values[id]; !typed && value != "" {
				draft.Values[id] = value
			}
		}
	}
	return draft, true
}

// drop forgets the draft of an event, which was saved or thrown away.
func (d *drafts) drop(id string) {
	delete(d.found, id)
	if !d.g.s.readOnly() {
		d.keeper.Drop(id)
	}
}

// load reads what was typed before the program ended, once, and says so where it was a new event.
func (d *drafts) load() {
	s := d.g.s
	if d.read || s.readOnly() {
		return
	}
	d.read = true
	list, err := s.Workspace.Drafts.List("event")
	if err != nil {
		s.failed(err)
		return
	}
	for _, x := range list {
		d.found[x.Record] = x
		if !x.Fresh {
			continue
		}
		s.Shell.Toast(screen.Toast{Text: s.Printer.T("events.draft_found"), Actions: []screen.Action{
			{Text: s.Printer.T("events.draft_open"), Do: func() { d.begin(x) }},
		}})
	}
}

// begin opens the form of a new event that was not saved.
func (d *drafts) begin(x app.Draft) {
	s := d.g.s
	if _, waits := d.found[x.Record]; !waits || s.book == nil {
		return
	}
	s.leavePage(func() {
		e := newEvent(s.book, s.Workspace.Settings.Author(), x.Values["organiser"])
		e.ID = x.Record
		s.create(e)
		d.restore(e)
	})
}

// restore puts what was typed into the forms of an event that were just loaded. What is typed supersedes what its user had
// seen, not what came since.
func (d *drafts) restore(e *data.Event) {
	x, ok := d.found[e.ID]
	if !ok {
		return
	}
	delete(d.found, e.ID)
	g := d.g
	if x.Base < e.Base && !g.fresh {
		next := *e
		next.Base, g.later = x.Base, true
		g.event = &next
	}
	for _, f := range g.allForms() {
		for id, value := range x.Values {
			if f.Control(id) != nil {
				f.SetValue(id, value)
			}
		}
	}
	g.plan.fit()
	g.note()
}
