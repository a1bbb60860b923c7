package store

import (
	"database/sql"
	"encoding/json"
	"fmt"

	"gorm.io/gorm"

	"primadesk/data"
	"primadesk/data/journal"
)

var journalColumns = []string{"pos", "id", "batch", "device", "seq", "clock", "author", "entity", "record", "schema", "changes"}

const selectEntries = "SELECT pos, id, batch, device, seq, clock, author, entity, record, schema, changes FROM journal"

// past is all that the journal holds of one record, in the order in which it arrived.
type past struct {
	entries []journal.Entry
	pos     []int64
}

// upTo is the part that had arrived at a position.
func (p past) upTo(base int64) []journal.Entry {
	n := len(p.pos)
	for n > 0 && p.pos[n-1] > base {
		n--
	}
	return p.entries[:n:n]
}

// last is the position of the last entry.
func (p past) last() int64 {
	if len(p.pos) == 0 {
		return 0
	}
	return p.pos[len(p.pos)-1]
}

func scanEntry(row scanner) (journal.Entry, int64, error) {
	var e journal.Entry
	var pos int64
	var changes sql.RawBytes
	rows, ok := row.(*sql.Rows)
	if !ok {
		return e, 0, fmt.Errorf("scan an entry of a %T", row)
	}
	err := rows.Scan(&pos, &e.ID, &e.Batch, &e.Device, &e.Seq, &e.Clock, &e.Author, &e.Entity, &e.Record, &e.Schema, &changes)
	if err != nil {
		return e, 0, err
	}
	e.Changes, err = journal.Decode(changes)
	if err != nil {
		return e, 0, data.Fail("db.damaged", "Entry", e.ID).Because(err)
	}
	return e, pos, nil
}

// collect reads entries by record.
func collect(rows *sql.Rows) (map[string]past, error) {
	defer rows.Close()
	all := map[string]past{}
	for rows.Next() {
		e, pos, err := scanEntry(rows)
		if err != nil {
			return nil, err
		}
		p := all[e.Record]
		p.entries, p.pos = append(p.entries, e), append(p.pos, pos)
		all[e.Record] = p
	}
	return all, rows.Err()
}

// eachPast calls do with record after record, of rows that are in the order of records.
func eachPast(rows *sql.Rows, do func(past) error) error {
	var p past
	for rows.Next() {
		e, pos, err := scanEntry(rows)
		if err != nil {
			return err
		}
		if len(p.entries) > 0 && p.entries[0].Record != e.Record {
			if err := do(p); err != nil {
				return err
			}
			p = past{}
		}
		p.entries, p.pos = append(p.entries, e), append(p.pos, pos)
	}
	if err := rows.Err(); err != nil || len(p.entries) == 0 {
		return err
	}
	return do(p)
}

// past reads what the journal holds of a record.
func (tx *Tx) past(id string) (past, error) {
	if err := tx.settle(id); err != nil {
		return past{}, err
	}
	rows, err := tx.query(selectEntries+" WHERE record = ? ORDER BY pos", id)
	if err != nil {
		return past{}, err
	}
	all, err := collect(rows)
	return all[id], err
}

// pasts reads what the journal holds of several records.
func (tx *Tx) pasts(ids []string) (map[string]past, error) {
	if err := tx.flush(); err != nil {
		return nil, err
	}
	list, err := json.Marshal(ids)
	if err != nil {
		return nil, err
	}
	rows, err := tx.query(selectEntries+" WHERE record IN (SELECT value FROM json_each(?)) ORDER BY pos", string(list))
	if err != nil {
		return nil, err
	}
	return collect(rows)
}

// newEntry makes the next entry of this device.
func (tx *Tx) newEntry(e *data.Entity, record string, changes map[journal.Path]journal.Change) journal.Entry {
	tx.seq++
	tx.clock = journal.Next(tx.clock, tx.batch.At)
	return journal.Entry{
		ID: tx.store.newID(), Batch: tx.batch.ID, Device: tx.store.incarnation, Seq: tx.seq, Clock: tx.clock,
		Author: tx.batch.Author, Entity: e.Name, Record: record, Schema: SchemaVersion, Changes: changes,
	}
}

// keep writes an entry into the journal and gives its position.
func (tx *Tx) keep(e journal.Entry) (int64, error) {
	changes, err := journal.Encode(e.Changes)
	if err != nil {
		return 0, fmt.Errorf("%s %s: %w", e.Entity, e.Record, err)
	}
	tx.pos++
	tx.pending[e.Record] = true
	tx.entries.args = append(tx.entries.args, tx.pos, e.ID, e.Batch, e.Device, e.Seq, int64(e.Clock), e.Author, e.Entity, e.Record,
		e.Schema, string(changes))
	if tx.entries.isFull() {
		return tx.pos, tx.entries.flush(tx.quiet(), tx.pool)
	}
	return tx.pos, nil
}

func (tx *Tx) isWithheld(id string) bool { return tx.withheld[id] }

func loadWithheld(db *gorm.DB) (map[string]bool, error) {
	var ids []string
	if err := db.Raw("SELECT entry FROM withheld").Scan(&ids).Error; err != nil {
		return nil, err
	}
	set := make(map[string]bool, len(ids))
	for _, id := range ids {
		set[id] = true
	}
	return set, nil
}
