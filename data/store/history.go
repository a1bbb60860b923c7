package store

import (
	"context"
	"time"

	"gorm.io/gorm"

	"primadesk/data"
	"primadesk/data/journal"
)

// Step is one entry of a record's history.
type Step struct {
	Entry   string
	Batch   string
	Kind    string // of the batch, where it was done here
	At      time.Time
	Author  string
	Device  string
	Changes []journal.Shift // old and new value of each register, ascending by path
}

// History lists what happened to a record, the first first. It fails with record.missing where nothing ever did.
func (s *Store) History(ctx context.Context, e *data.Entity, id string) ([]Step, error) {
	db := s.reader.WithContext(ctx)
	all, err := readPasts(db, "WHERE record = ? ORDER BY pos", id)
	if err != nil {
		return nil, failure(err)
	}
	p := all[id]
	if len(p.entries) == 0 || p.entries[0].Entity != e.Name {
		return nil, missing(e, id)
	}
	kinds, err := batchKinds(db, id)
	if err != nil {
		return nil, failure(err)
	}
	steps := journal.History(p.entries)
	list := make([]Step, len(steps))
	for i := range steps {
		entry := &steps[i].Entry
		list[i] = Step{
			Entry: entry.ID, Batch: entry.Batch, Kind: kinds[entry.Batch], At: entry.Clock.Time(),
			Author: entry.Author, Device: entry.Device, Changes: steps[i].Changes,
		}
	}
	return list, nil
}

func readPasts(db *gorm.DB, where string, args ...any) (map[string]past, error) {
	rows, err := db.Raw(selectEntries+" "+where, args...).Rows()
	if err != nil {
		return nil, err
	}
	return collect(rows)
}

func batchKinds(db *gorm.DB, record string) (map[string]string, error) {
	rows, err := db.Raw("SELECT id, kind FROM batches WHERE id IN (SELECT batch FROM journal WHERE record = ?)", record).Rows()
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	kinds := map[string]string{}
	for rows.Next() {
		var id, kind string
		if err := rows.Scan(&id, &kind); err != nil {
			return nil, err
		}
		kinds[id] = kind
	}
	return kinds, rows.Err()
}

// Dispute is a register of a record that was changed apart, and waits for somebody's decision.
type Dispute struct {
	Entity string
	Record string
	journal.Conflict
}

// Conflicts lists what is to be decided, by record: everything where id is empty.
func (s *Store) Conflicts(ctx context.Context, id string) ([]Dispute, error) {
	list := []Dispute{}
	err := s.reader.WithContext(ctx).Transaction(func(db *gorm.DB) error {
		withheld, err := loadWithheld(db)
		if err != nil {
			return err
		}
		where, args := "WHERE record IN (SELECT record FROM conflicts) ORDER BY record, pos", []any{}
		if id != "" {
			where, args = "WHERE record = ? AND record IN (SELECT record FROM conflicts) ORDER BY pos", []any{id}
		}
		rows, err := db.Raw(selectEntries+" "+where, args...).Rows()
		if err != nil {
			return err
		}
		defer rows.Close()
		return eachPast(rows, func(p past) error {
			state := journal.Fold(p.entries, func(id string) bool { return withheld[id] })
			for _, c := range state.Conflicts() {
				list = append(list, Dispute{Entity: p.entries[0].Entity, Record: p.entries[0].Record, Conflict: c})
			}
			return nil
		})
	})
	return list, failure(err)
}
