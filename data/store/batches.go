package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"time"

	"primadesk/data"
)

// batchRow is a batch as it is kept.
type batchRow struct {
	ID, Kind, Args string
	At             time.Time
	Author, Device string
	Entries        int
	Undoes         string
}

func (tx *Tx) insertBatch() error {
	b := &tx.batch
	return tx.exec("INSERT INTO batches (id, kind, args, at, author, device, entries, undoes, undone) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0)",
		b.ID, b.Kind, b.Args, stamp(b.At), b.Author, b.Device, b.Entries, b.Undoes)
}

// column reads a query's only column.
func column[T any](rows *sql.Rows) ([]T, error) {
	defer rows.Close()
	var all []T
	for rows.Next() {
		var v T
		if err := rows.Scan(&v); err != nil {
			return nil, err
		}
		all = append(all, v)
	}
	return all, rows.Err()
}

// reverses notes which batch this one undoes.
func (b *batchRow) reverses(id string) error {
	args, err := json.Marshal(map[string]string{"batch": id})
	b.Undoes, b.Args = id, string(args)
	return err
}

// BatchInfo is a batch as people read it.
type BatchInfo struct {
	ID      string
	Kind    string
	Args    map[string]any // numbers are float64
	At      time.Time
	Author  string
	Device  string // incarnation
	Entries int    // changes of records that it made
	Undoes  string // the batch that it undid
	Undone  bool
}

const selectBatches = "SELECT id, kind, args, at, author, device, entries, undoes, undone FROM batches"

// Batches lists what was done here, the last first.
func (s *Store) Batches(ctx context.Context, limit int) ([]BatchInfo, error) {
	rows, err := s.reader.WithContext(ctx).Raw(selectBatches+" ORDER BY seq DESC LIMIT ?", limit).Rows()
	if err != nil {
		return nil, failure(err)
	}
	defer rows.Close()
	var list []BatchInfo
	for rows.Next() {
		b, err := scanBatch(rows)
		if err != nil {
			return nil, failure(err)
		}
		list = append(list, b)
	}
	return list, failure(rows.Err())
}

func scanBatch(row scanner) (BatchInfo, error) {
	var b BatchInfo
	var args string
	if err := row.Scan(&b.ID, &b.Kind, &args, &b.At, &b.Author, &b.Device, &b.Entries, &b.Undoes, &b.Undone); err != nil {
		return b, err
	}
	if err := json.Unmarshal([]byte(args), &b.Args); err != nil {
		return b, data.Fail("db.damaged", "Batch", b.ID).Because(err)
	}
	return b, nil
}
