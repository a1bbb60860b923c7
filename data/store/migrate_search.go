package store

import (
	"context"

	"gorm.io/gorm"

	"primadesk/data"
)

// indexedAnew are the entities whose records go into the search index anew, by the migration since which other columns of theirs are
// searched.
var indexedAnew = map[int][]string{6: {"partner"}}

// reindex puts the records of all entities into the search index anew that need it after a migration from a version. It belongs
// into the transaction of the last migration, when the tables are as the program knows them.
func (s *Store) reindex(db *gorm.DB, from, to int) error {
	entities := map[string]bool{}
	for version := from + 1; version <= to; version++ {
		for _, name := range indexedAnew[version] {
			entities[name] = true
		}
	}
	if from == 0 || len(entities) == 0 { // in a new workspace there is nothing to be found
		return nil
	}
	tx, err := s.newTx(context.Background(), db, batchRow{})
	if err != nil {
		return err
	}
	for _, e := range data.Entities() {
		if entities[e.Name] {
			if err := tx.indexAll(s.layouts[e]); err != nil {
				return err
			}
		}
	}
	return nil
}

// indexAll puts every record of a table into the search index anew.
func (tx *Tx) indexAll(l *layout) error {
	return tx.everyRow(l, func(r *row) error {
		title, text, err := searchText(r.rec, tx.everyTitle)
		if err != nil {
			return err
		}
		return tx.index(l, r.seq, title, text)
	})
}
