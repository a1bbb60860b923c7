package record

import (
	"encoding/json"
	"maps"
	"strings"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/fields"
)

// madePrefix begins the keys of a draft under which the records stand that were made in its form.
const madePrefix = "made "

// readDrafts takes up what was typed before the program ended without being saved. It reads a few small files, once.
func (r *Pane) readDrafts() {
	list, err := r.p.Workspace.Drafts.List(r.p.Entity.Name)
	if err != nil {
		r.failed(err)
		return
	}
	for _, d := range list {
		r.drafts[d.Record] = readDraft(r.sheet, d)
	}
}

// readDraft is a draft as a form's owner holds it. The record is read when the draft is opened; until then its id alone is known.
func readDraft(s *sheet, d app.Draft) *editing {
	rec := s.p.Entity.New()
	e := newEditing(rec, d.Words)
	e.fresh, e.found, e.pending, e.draft = d.Fresh, true, !d.Fresh, map[string]string{}
	outside := map[string]string{} // of the form: filled in beforehand
	for id, value := range d.Values {
		made, isMade := strings.CutPrefix(id, madePrefix)
		switch {
		case isMade:
			if other := readMade(made, value); other != nil {
				e.made[made] = other
			}
		case s.in[id] == nil:
			outside[id] = value
		default:
			e.draft[id] = value
		}
	}
	fields.Apply(rec, outside)
	rec.Head().ID, rec.Head().Base = d.Record, d.Base
	return e
}

// readMade reads a record that was made in a form; nil where it cannot be read any more.
func readMade(id, text string) data.Record {
	var object map[string]json.RawMessage
	if json.Unmarshal([]byte(text), &object) != nil {
		return nil
	}
	var name string
	if json.Unmarshal(object["entity"], &name) != nil {
		return nil
	}
	e, ok := data.EntityNamed(name)
	if !ok {
		return nil
	}
	rec := e.New()
	data.ReadJSON(rec, object, NewID)
	rec.Head().ID = id
	return rec
}

// settle gives a draft from before the program was started the record that it changes. What is typed supersedes what its
// user had seen, not what came since. It tells whether anything is left to be saved.
func (e *editing) settle(rec data.Record, names map[string]string) bool {
	e.later = rec.Head().Base > e.rec.Head().Base
	base := min(rec.Head().Base, e.rec.Head().Base)
	e.rec, e.pending = Clone(rec), false
	e.rec.Head().Base = base
	maps.Copy(e.names, names)
	for id, value := range e.draft {
		if col, ok := data.EntityOf(rec).Column(id); !ok || fields.Value(col, rec) == value {
			delete(e.draft, id)
		}
	}
	return len(e.draft) > 0
}

// forget lets a draft go.
func (r *Pane) forget(id string) {
	delete(r.drafts, id)
	r.keeper.Drop(id)
	r.marked()
}
