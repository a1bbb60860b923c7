package events

import (
	"sync"
	"time"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/kit"
	"primadesk/ui/screen"
)

// keepAfter is how long after the first key that is not on the disk a draft is written.
const keepAfter = time.Second

// drafts keep what is typed into the page's forms on the disk until it is saved, and bring it back after a crash.
type drafts struct {
	g     *page
	after kit.After
	stop  func() // of the write that is due; nil while none is
	found map[string]app.Draft
	read  bool

	mu   sync.Mutex
	turn int
	done int // the last turn that was written
}

func newDrafts(g *page) *drafts {
	return &drafts{g: g, after: kit.WallAfter, found: map[string]app.Draft{}}
}

// typed has what the forms hold written, soon.
func (d *drafts) typed() {
	switch {
	case d.g.s.exec == kit.Inline(): // of tests: all at once
		d.keep()
	case d.stop == nil:
		d.stop = d.after(keepAfter, func() {
			d.stop = nil
			d.keep()
		})
	}
}

// keep writes what the forms hold now.
func (d *drafts) keep() {
	g := d.g
	if g.event == nil || g.forms == nil || !g.dirty() {
		return
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
	d.do(func() error { return g.s.Workspace.Drafts.Keep(draft) })
}

// drop forgets the draft of an event, which was saved or thrown away.
func (d *drafts) drop(id string) {
	if d.stop != nil {
		d.stop()
		d.stop = nil
	}
	delete(d.found, id)
	d.do(func() error { return d.g.s.Workspace.Drafts.Drop("event", id) })
}

// do does one thing with the drafts on the disk, in the order in which it was asked.
func (d *drafts) do(work func() error) {
	s := d.g.s
	if s.readOnly() {
		return
	}
	d.turn++
	turn := d.turn
	s.exec.Go(func() {
		d.mu.Lock()
		defer d.mu.Unlock()
		if turn < d.done {
			return
		}
		d.done = turn
		if err := work(); err != nil {
			s.exec.Apply(func() { s.failed(err) })
		}
	})
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
