package store

import (
	"encoding/json"

	"primadesk/data"
	"primadesk/data/journal"
)

// appendAtOnce is how many entries are looked up with one query.
const appendAtOnce = 500

// Append takes in entries that were made elsewhere, in any order. Those that are here already are passed over. What
// was changed apart becomes a conflict. It fails with entry.malformed, and takes in none of them, if one is not of
// the form that this program writes.
func (tx *Tx) Append(entries []journal.Entry) error {
	for i := range entries {
		e := &entries[i]
		if err := e.Check(); err != nil {
			return data.Fail("entry.malformed", "Entry", e.ID).Because(err)
		}
		if _, ok := data.EntityNamed(e.Entity); !ok {
			return data.Fail("entry.malformed", "Entry", e.ID, "Entity", e.Entity)
		}
	}
	touched := []ref{}
	for len(entries) > 0 {
		n := min(appendAtOnce, len(entries))
		fresh, err := tx.take(entries[:n])
		if err != nil {
			return tx.guard(err)
		}
		touched = append(touched, fresh...)
		entries = entries[n:]
	}
	return tx.guard(tx.projectAll(touched))
}

// take keeps those of some entries that are not here, and says whose they are.
func (tx *Tx) take(entries []journal.Entry) ([]ref, error) {
	if err := tx.flush(); err != nil {
		return nil, err
	}
	held, err := tx.held("id", entries, func(e *journal.Entry) string { return e.ID })
	if err != nil {
		return nil, err
	}
	kinds, err := tx.held("record", entries, func(e *journal.Entry) string { return e.Record })
	if err != nil {
		return nil, err
	}
	var touched []ref
	for i := range entries {
		e := &entries[i]
		if held[e.ID] != "" {
			continue
		}
		if kind := kinds[e.Record]; kind != "" && kind != e.Entity {
			return nil, data.Fail("entry.malformed", "Entry", e.ID, "Entity", e.Entity)
		}
		held[e.ID], kinds[e.Record] = e.Entity, e.Entity
		if _, err := tx.keep(*e); err != nil {
			return nil, err
		}
		tx.clock = journal.Observe(tx.clock, e.Clock, tx.batch.At)
		touched = append(touched, ref{e.Entity, e.Record})
	}
	return touched, nil
}

// held looks entries up in a column of the journal: what is found there → its entity.
func (tx *Tx) held(column string, entries []journal.Entry, value func(*journal.Entry) string) (map[string]string, error) {
	values := make([]string, len(entries))
	for i := range entries {
		values[i] = value(&entries[i])
	}
	list, err := json.Marshal(values)
	if err != nil {
		return nil, err
	}
	rows, err := tx.query("SELECT DISTINCT "+column+", entity FROM journal WHERE "+column+" IN (SELECT value FROM json_each(?))", string(list))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	found := map[string]string{}
	for rows.Next() {
		var v, entity string
		if err := rows.Scan(&v, &entity); err != nil {
			return nil, err
		}
		found[v] = entity
	}
	return found, rows.Err()
}

// projectAll brings records up to date whose entries changed.
func (tx *Tx) projectAll(touched []ref) error {
	done := make(map[string]bool, len(touched))
	for _, r := range touched {
		if done[r.id] {
			continue
		}
		done[r.id] = true
		p, err := tx.past(r.id)
		if err != nil {
			return err
		}
		e, _ := data.EntityNamed(p.entries[0].Entity)
		rec := e.New()
		rec.Head().ID = r.id
		if err := tx.project(e, rec, p); err != nil {
			return err
		}
	}
	return nil
}
