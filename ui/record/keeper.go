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

// KeeperParams is what a Keeper is made from.
type KeeperParams struct {
	Workspace *app.Workspace
	Exec      kit.Exec
	Entity    string // whose drafts they are
	Failed    func(error)
}

// Keeper writes the drafts of a form: a moment after they were typed, off the UI's goroutine, never an older one over a newer
// one, and none after it was dropped. Its methods run on the UI's goroutine.
type Keeper struct {
	p       KeeperParams
	due     bool   // a write is to come
	stop    func() // of that write
	draw    func() (app.Draft, bool)
	turn    int // of the last thing that was asked
	mu      sync.Mutex
	written map[string]int // record → the turn of what was done last
}

// NewKeeper makes a keeper with nothing to write.
func NewKeeper(p KeeperParams) *Keeper {
	return &Keeper{p: p, written: map[string]int{}}
}

// Typed has the draft that draw gives written, soon; where draw gives none by then, nothing is.
func (k *Keeper) Typed(draw func() (app.Draft, bool)) {
	k.draw = draw
	if !k.due {
		k.due = true
		k.stop = k.p.Exec.After(keepAfter, k.Flush)
	}
}

// Flush writes what waits to be written.
func (k *Keeper) Flush() {
	if !k.cease() {
		return
	}
	draft, ok := k.draw()
	if !ok {
		return
	}
	k.do(draft.Record, func() error { return k.p.Workspace.Drafts.Keep(draft) })
}

// Drop forgets a record's draft. A write of it that is due does not happen any more.
func (k *Keeper) Drop(id string) {
	k.cease()
	k.do(id, func() error { return k.p.Workspace.Drafts.Drop(k.p.Entity, id) })
}

// cease takes back the write that is to come, and tells whether one was.
func (k *Keeper) cease() bool {
	was := k.due
	k.due = false
	if k.stop != nil {
		k.stop()
		k.stop = nil
	}
	return was
}

// do does one thing with a record's draft, unless a later one has been done.
func (k *Keeper) do(id string, work func() error) {
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
			k.p.Exec.Apply(func() { k.p.Failed(err) })
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
	r.keeper.Typed(func() (app.Draft, bool) {
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
		r.keeper.Flush()
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
