package store

import (
	"encoding/json"

	"primadesk/data"
)

// ref names a record.
type ref struct{ entity, id string }

// known is by what texts a record is referred to.
type known struct {
	title string // in the language of the keys
	every string // in all languages
}

// manyTitles is how many titles a transaction remembers before it starts anew.
const manyTitles = 50_000

// title is a referred record's, for collation keys.
func (tx *Tx) title(entity, id string) (string, error) {
	k, err := tx.knownAs(entity, id)
	return k.title, err
}

// everyTitle is a referred record's in all languages, for search.
func (tx *Tx) everyTitle(entity, id string) (string, error) {
	k, err := tx.knownAs(entity, id)
	return k.every, err
}

func (tx *Tx) knownAs(entity, id string) (*known, error) {
	if k := tx.titles[id]; k != nil {
		return k, nil
	}
	none := &known{}
	e, ok := data.EntityNamed(entity)
	if !ok || id == "" {
		return none, nil
	}
	rec, err := tx.find(e, id)
	if err != nil {
		return none, err
	}
	if rec == nil {
		tx.remember(id, none)
		return none, nil
	}
	return tx.learn(e, rec), nil
}

// learn takes over the title of a record that was just read or written.
func (tx *Tx) learn(e *data.Entity, rec data.Record) *known {
	k := &known{}
	if rec.Head().State != data.Undone {
		k.title, k.every = rec.Title(tx.keyer.lang), allTitles(rec)
	}
	if len(tx.store.referrers(e)) > 0 {
		tx.remember(rec.Head().ID, k)
	}
	return k
}

func (tx *Tx) remember(id string, k *known) {
	if len(tx.titles) >= manyTitles {
		clear(tx.titles)
	}
	tx.titles[id] = k
}

// retitle says that what refers to a record has to follow it.
func (tx *Tx) retitle(e *data.Entity, id string) {
	if len(tx.store.referrers(e)) > 0 {
		tx.retitled = append(tx.retitled, ref{e.Name, id})
	}
}

// referrer is a column of a table by which records are referred to, and whose key or search text has their title.
type referrer struct {
	layout *layout
	column *data.Column
}

// referrers lists the columns that refer to records of an entity.
func (s *Store) referrers(e *data.Entity) []referrer { return s.referring[e.Name] }

func referring(all map[*data.Entity]*layout) map[string][]referrer {
	by := map[string][]referrer{}
	for _, e := range data.Entities() {
		l := all[e]
		for _, c := range l.refs {
			if keyed(c) || c.Search {
				by[c.Ref] = append(by[c.Ref], referrer{l, c})
			}
		}
	}
	return by
}

// followAtOnce is how many records one query asks about.
const followAtOnce = 500

// follow brings the keys and search texts up to date of everything that refers to a record whose title changed.
func (tx *Tx) follow() error {
	ids := map[string][]string{}
	for _, r := range tx.retitled {
		ids[r.entity] = append(ids[r.entity], r.id)
	}
	for _, e := range data.Entities() {
		if len(ids[e.Name]) == 0 {
			continue
		}
		for _, r := range tx.store.referrers(e) {
			if err := tx.followIn(r, ids[e.Name]); err != nil {
				return err
			}
		}
	}
	tx.retitled = nil
	return tx.flush()
}

func (tx *Tx) followIn(r referrer, ids []string) error {
	var rows int
	if err := tx.row("SELECT EXISTS (SELECT 1 FROM " + r.layout.entity.Table + ")").Scan(&rows); err != nil || rows == 0 {
		return err
	}
	for len(ids) > 0 {
		n := min(followAtOnce, len(ids))
		list, err := json.Marshal(ids[:n])
		if err != nil {
			return err
		}
		ids = ids[n:]
		if err := tx.refresh(r, string(list)); err != nil {
			return err
		}
	}
	return nil
}

// refresh writes anew what is derived of the rows that refer to some records, a JSON array of ids.
func (tx *Tx) refresh(r referrer, ids string) error {
	rows, err := tx.query("SELECT id FROM "+r.layout.entity.Table+" WHERE "+quote(r.column.ID)+" IN (SELECT value FROM json_each(?))", ids)
	if err != nil {
		return err
	}
	found, err := column[string](rows)
	if err != nil {
		return err
	}
	for _, id := range found {
		if err := tx.refreshRow(r, id); err != nil {
			return err
		}
	}
	return nil
}

func (tx *Tx) refreshRow(r referrer, id string) error {
	old, err := tx.readRow(r.layout, id)
	if err != nil || old == nil {
		return err
	}
	derived, err := tx.appendDerived(r.layout, nil, old.rec)
	if err != nil {
		return err
	}
	blank := make([]any, len(r.layout.columns)) // the record itself stays as it is
	if err := tx.updateColumns(r.layout, old.seq, append(blank, old.derived...), append(blank, derived...)); err != nil {
		return err
	}
	if !r.column.Search {
		return nil
	}
	title, text, err := searchText(old.rec, tx.everyTitle)
	if err != nil {
		return err
	}
	return tx.index(r.layout, old.seq, title, text)
}
