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
	held, err := tx.held(entries)
	if err != nil {
		return nil, err
	}
	var touched []ref
	for i := range entries {
		e := &entries[i]
		if held[e.ID] {
			continue
		}
		held[e.ID] = true
		if _, err := tx.keep(*e); err != nil {
			return nil, err
		}
		tx.clock = journal.Observe(tx.clock, e.Clock, tx.batch.At)
		touched = append(touched, ref{e.Entity, e.Record})
	}
	return touched, nil
}

func (tx *Tx) held(entries []journal.Entry) (map[string]bool, error) {
	if err := tx.flush(); err != nil {
		return nil, err
	}
	ids := make([]string, len(entries))
	for i := range entries {
		ids[i] = entries[i].ID
	}
	list, err := json.Marshal(ids)
	if err != nil {
		return nil, err
	}
	rows, err := tx.query("SELECT id FROM journal WHERE id IN (SELECT value FROM json_each(?))", string(list))
	if err != nil {
		return nil, err
	}
	found, err := column[string](rows)
	held := make(map[string]bool, len(found))
	for _, id := range found {
		held[id] = true
	}
	return held, err
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
