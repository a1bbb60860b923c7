package record

import (
	"maps"

	"github.com/google/uuid"

	"primadesk/data"
	"primadesk/ui/fields"
)

// editing is a record in the form. While somebody looks at another one, what was changed waits here as a draft.
type editing struct {
	rec     data.Record // as it was read: its Base says what the user has seen
	fresh   bool        // not yet written at all
	copyOf  string      // what the record is called that this one is a copy of
	draft   map[string]string
	made    map[string]data.Record // made in the form, written with the record
	names   map[string]string      // what the references in the form are called
	later   bool                   // the record was changed since it was read
	found   bool                   // a draft from before the program was started
	pending bool                   // such a one whose record was not read yet
}

func newEditing(rec data.Record, names map[string]string) *editing {
	e := &editing{rec: rec, made: map[string]data.Record{}, names: map[string]string{}}
	maps.Copy(e.names, names)
	return e
}

func (e *editing) id() string { return e.rec.Head().ID }

// Clone is a copy of a record that shares nothing with it.
func Clone(rec data.Record) data.Record {
	next := data.EntityOf(rec).New()
	*next.Head() = *rec.Head()
	// The registers come from a record of the same type, so that they fit.
	_ = data.SetRegisters(next, data.Registers(rec))
	return next
}

// with is a copy of a record with what a form changed.
func with(rec data.Record, changed map[string]string) data.Record {
	next := Clone(rec)
	fields.Apply(next, changed)
	return next
}

// duplicate is a copy of a record as a new one: with ids of its own, also in its lists, and without some columns.
func duplicate(rec data.Record, without []string) data.Record {
	e := data.EntityOf(rec)
	values := map[string]string{}
	for _, id := range without {
		values[id] = ""
	}
	next := with(rec, values)
	owner := next.Head().Owner
	*next.Head() = data.Meta{ID: NewID(), Owner: owner}
	for i := range e.Columns {
		if list, ok := e.Columns[i].At(next).(data.List); ok {
			for j := range list.Len() {
				list.Row(j).Elem().ID = NewID()
			}
		}
	}
	return next
}

// NewID gives the id of a new record, or of a new member of a list.
func NewID() string { return uuid.Must(uuid.NewV7()).String() }
