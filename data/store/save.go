package store

import (
	"database/sql"
	"errors"
	"strings"

	"primadesk/data"
	"primadesk/data/journal"
)

// Get reads a record as the transaction sees it, those in the trash too. It fails with record.missing where there is
// none, or its creation was undone.
func (tx *Tx) Get(e *data.Entity, id string) (data.Record, error) {
	rec, err := tx.find(e, id)
	if err == nil && (rec == nil || rec.Head().State == data.Undone) {
		err = missing(e, id)
	}
	if err != nil {
		return nil, failure(err)
	}
	return rec, nil
}

func missing(e *data.Entity, id string) error {
	return data.Fail("record.missing", "Entity", e.Name, "Record", id)
}

// find is Get that gives nil for a record that is not there, and also those that were undone.
func (tx *Tx) find(e *data.Entity, id string) (data.Record, error) {
	if err := tx.settle(id); err != nil {
		return nil, err
	}
	l := tx.store.layouts[e]
	rec, err := l.scan(tx.row(l.selects+" WHERE id = ?", id))
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	return rec, err
}

// state tells the state of a record without reading it; empty where there is none. An id belongs to one record of one
// entity: where another has it, it is taken.
func (tx *Tx) state(e *data.Entity, id string) (data.State, error) {
	if err := tx.settle(id); err != nil {
		return "", err
	}
	var known bool
	if err := tx.row("SELECT EXISTS (SELECT 1 FROM journal WHERE record = ?)", id).Scan(&known); err != nil || !known {
		return "", err
	}
	var state data.State
	err := tx.row("SELECT state FROM "+e.Table+" WHERE id = ?", id).Scan(&state)
	if errors.Is(err, sql.ErrNoRows) {
		return data.Live, nil
	}
	return state, err
}

// Save keeps a record: a new one if its Base is 0, and otherwise what differs from what was read at its Base. What
// came in since is not superseded, and becomes a conflict. It cleans the record first, gives it an id if it has none,
// and leaves in it what the workspace now shows. Nothing is kept where nothing differs.
//
// It fails with invalid, and every reason in Details; with record.exists for a new record whose id is taken; with
// record.missing for one that is no longer there.
func (tx *Tx) Save(rec data.Record) error {
	if err := tx.ctx.Err(); err != nil {
		return err
	}
	e, m := data.EntityOf(rec), rec.Head()
	if m.ID == "" {
		m.ID = tx.store.newID()
	}
	data.Clean(rec)
	if err := check(e, rec); err != nil {
		return err
	}
	tx.bases = append(tx.bases, savedBase{m, m.Base})
	if m.Base == 0 {
		return tx.guard(tx.create(e, rec))
	}
	return tx.guard(tx.edit(e, rec))
}

// guard keeps a transaction from being committed after a failure that came when part of a change was written. What
// was refused before anything was written is the caller's to decide about.
func (tx *Tx) guard(err error) error {
	err = failure(err)
	if known := (*data.Error)(nil); err != nil && (!errors.As(err, &known) || known.Cause != nil || strings.HasPrefix(known.Code, "db.")) {
		tx.broken = errors.Join(tx.broken, err)
	}
	return err
}

func check(e *data.Entity, rec data.Record) error {
	problems := data.Validate(rec)
	if id := rec.Head().ID; !journal.ValidID(id) {
		problems = append(problems, data.Problem{Entity: e.Name, Record: id, Field: "id", Code: "id.form", Args: []any{"Value", id}, Refuse: true})
	}
	if refused := problems.Refused(); len(refused) > 0 {
		return &data.Error{Code: "invalid", Args: []any{"Entity", e.Name, "N", len(refused)}, Details: refused}
	}
	return nil
}

// create writes a record that nobody has seen yet. This is the way of every imported row, and so it reads nothing
// back: the row follows from the record as well as from its only entry.
func (tx *Tx) create(e *data.Entity, rec data.Record) error {
	m := rec.Head()
	switch state, err := tx.state(e, m.ID); {
	case err != nil:
		return err
	case state == data.Undone:
		return tx.recreate(e, rec)
	case state != "":
		return data.Fail("record.exists", "Entity", e.Name, "Record", m.ID)
	}
	tidy(rec)
	entry := tx.newEntry(e, m.ID, journal.Create(nil, data.Registers(rec)))
	pos, err := tx.keep(entry)
	if err != nil {
		return err
	}
	at := entry.Clock.Time()
	m.State, m.Base, m.Device = data.Live, pos, entry.Device
	m.CreatedAt, m.CreatedBy, m.ChangedAt, m.ChangedBy = at, entry.Author, at, entry.Author
	tx.written++
	tx.note(e, m.ID, Created)
	return tx.insertRow(e, rec)
}

// recreate writes a record anew whose creation was undone.
func (tx *Tx) recreate(e *data.Entity, rec data.Record) error {
	p, err := tx.past(rec.Head().ID)
	if err != nil {
		return err
	}
	state := journal.Fold(p.entries, tx.isWithheld)
	return tx.write(e, rec.Head().ID, p, journal.Create(state, data.Registers(rec)), rec)
}

// edit writes what differs from what the caller had read.
func (tx *Tx) edit(e *data.Entity, rec data.Record) error {
	id := rec.Head().ID
	p, err := tx.past(id)
	if err != nil {
		return err
	}
	if len(p.entries) == 0 {
		return missing(e, id)
	}
	base := journal.Fold(p.upTo(rec.Head().Base), tx.isWithheld)
	seen := e.New()
	seen.Head().ID = id
	if err := setRegisters(seen, base); err != nil {
		return err
	}
	return tx.write(e, id, p, journal.Edit(base, difference(data.Registers(seen), data.Registers(rec))), rec)
}

// difference is what has to be written to make one record the other. Registers that the record has but does not know,
// of a newer version of the program, are in neither, and stay.
func difference(from, to map[string]string) map[string]string {
	wanted := map[string]string{}
	for path, value := range to {
		if from[path] != value {
			wanted[path] = value
		}
	}
	for path := range from {
		if _, ok := to[path]; !ok {
			wanted[path] = journal.Null
		}
	}
	return wanted
}

// setRegisters makes a record what a state shows.
func setRegisters(rec data.Record, state *journal.State) error {
	if err := data.SetRegisters(rec, state.Values()); err != nil {
		return data.Fail("db.damaged").Because(err)
	}
	return nil
}

// write keeps changes of one record as an entry and brings its row up to date, by way of rec where the caller has one.
func (tx *Tx) write(e *data.Entity, id string, p past, changes map[journal.Path]journal.Change, rec data.Record) error {
	if len(changes) == 0 {
		return nil
	}
	entry := tx.newEntry(e, id, changes)
	pos, err := tx.keep(entry)
	if err != nil {
		return err
	}
	tx.written++
	p.entries, p.pos = append(p.entries, entry), append(p.pos, pos)
	if rec == nil {
		rec = e.New()
		rec.Head().ID = id
	}
	return tx.project(e, rec, p)
}

// Trash puts a record into the trash. It stays in its table, so that what refers to it can still be counted.
func (tx *Tx) Trash(e *data.Entity, id string) error { return tx.turn(e, id, journal.ToTrash) }

// Restore takes a record out of the trash.
func (tx *Tx) Restore(e *data.Entity, id string) error { return tx.turn(e, id, journal.Restore) }

// Resolve ends a conflict: the register has the value from now on.
func (tx *Tx) Resolve(e *data.Entity, id, path, value string) error {
	if !journal.ValidPath(path) || !journal.IsCanonical(value) {
		return data.Fail("value.form", "Field", path, "Value", value)
	}
	return tx.turn(e, id, func(s *journal.State) map[journal.Path]journal.Change { return journal.Resolve(s, path, value) })
}

func (tx *Tx) turn(e *data.Entity, id string, change func(*journal.State) map[journal.Path]journal.Change) error {
	p, err := tx.past(id)
	if err != nil {
		return tx.guard(err)
	}
	state := journal.Fold(p.entries, tx.isWithheld)
	if len(p.entries) == 0 || p.entries[0].Entity != e.Name || state.Presence() == journal.Undone {
		return missing(e, id)
	}
	return tx.guard(tx.write(e, id, p, change(state), nil))
}
