package record

import (
	"maps"
	"sync"
	"time"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/fields"
	"primadesk/ui/kit"
)

// keepAfter is how long after the first key that is not on the disk a draft is written.
const keepAfter = time.Second

// keeper writes drafts: a moment after they were typed, off the UI's goroutine, never an older one over a newer one.
type keeper struct {
	p       *Params
	after   kit.After
	stop    func() // of the write that is due; nil while none is
	draw    func() (app.Draft, bool)
	turn    int // of the last thing that was asked
	mu      sync.Mutex
	written map[string]int // record → the turn of what was done last
}

func newKeeper(p *Params) *keeper {
	k := &keeper{p: p, after: p.After, written: map[string]int{}}
	if k.after == nil {
		k.after = kit.WallAfter
	}
	return k
}

// typed has the draft that draw gives written, soon.
func (k *keeper) typed(draw func() (app.Draft, bool)) {
	k.draw = draw
	switch {
	case k.p.Exec == kit.Inline(): // of tests: all at once
		k.stop = func() {}
		k.flush()
	case k.stop == nil:
		k.stop = k.after(keepAfter, k.flush)
	}
}

// flush writes what waits to be written.
func (k *keeper) flush() {
	if k.stop == nil {
		return
	}
	k.stop()
	k.stop = nil
	draft, ok := k.draw()
	if !ok {
		return
	}
	k.do(draft.Record, func() error { return k.p.Workspace.Drafts.Keep(draft) })
}

// drop forgets a draft. A write of it that is due does not happen any more.
func (k *keeper) drop(id string) {
	if k.stop != nil {
		k.stop()
		k.stop = nil
	}
	entity := k.p.Entity.Name
	k.do(id, func() error { return k.p.Workspace.Drafts.Drop(entity, id) })
}

// do does one thing with a record's draft, unless a later one has been done.
func (k *keeper) do(id string, work func() error) {
	k.turn++
	turn := k.turn
	k.p.Exec.Go(func() {
		k.mu.Lock()
		defer k.mu.Unlock()
		if k.written[id] > turn {
			return
		}
		k.written[id] = turn
		if err := work(); err != nil {
			k.p.Exec.Apply(func() { k.p.Shell.ShowError(err) })
		}
	})
}

// edited is told with every change by the user.
func (r *Pane) edited(field string) {
	if r.p.OnEdited != nil {
		r.p.OnEdited(field)
	}
	if r.now == nil || r.p.readOnly() {
		return
	}
	e := r.now
	r.keeper.typed(func() (app.Draft, bool) {
		if r.now != e { // it was put aside meanwhile, and kept then
			return app.Draft{}, false
		}
		return draftOf(r.p.Entity, e, r.sheet.changed())
	})
}

// draftOf is what is kept of a record's form; nothing where it is as it was read.
func draftOf(entity *data.Entity, e *editing, changed map[string]string) (app.Draft, bool) {
	d := app.Draft{Entity: entity.Name, Record: e.id(), Fresh: e.fresh, Base: e.rec.Head().Base, Values: changed}
	d.Words = maps.Clone(e.names)
	for id, rec := range e.made {
		if text, err := data.AppendJSON(nil, rec); err == nil {
			d.Values[madePrefix+id] = string(text)
		}
	}
	if e.fresh { // what was filled in beforehand is in no record yet
		for id, value := range fields.All(e.rec) {
			if _, typed := changed[id]; !typed && value != "" && value != "false" {
				d.Values[id] = value
			}
		}
	}
	return d, len(d.Values) > 0
}

// stash keeps what was changed in the form as a draft, when somebody turns to another record.
func (r *Pane) stash() {
	if r.now == nil {
		return
	}
	if e := r.now; r.sheet.dirty() {
		e.draft = r.sheet.changed()
		for _, box := range r.sheet.boxes {
			if c, ok := box.inner.(*kit.Combo); ok && c.Value() != "" {
				e.names[c.Value()] = c.Typed()
			}
		}
		r.drafts[e.id()] = e
		r.keeper.flush()
	}
	r.now = nil
}

// Drafts is how many records have changes that wait to be saved, the one in the form aside.
func (r *Pane) Drafts() int { return len(r.drafts) }

// Drafted tells whether changes of a record wait to be saved.
func (r *Pane) Drafted(id string) bool {
	return r.drafts[id] != nil || id != "" && r.ID() == id && r.sheet.dirty()
}

// NextDraft opens a draft that waits.
func (r *Pane) NextDraft() {
	if ids := r.draftIDs(); len(ids) > 0 {
		r.Show(ids[0], nil, nil)
	}
}
