package store

import (
	"context"
	"database/sql"
	"errors"

	"primadesk/data"
	"primadesk/data/journal"
)

// Kinds of the batches that undo and redo make. Their argument "batch" is the one that they undid.
const (
	KindUndo = "undo"
	KindRedo = "redo"
)

// UndoResult tells what an undo or a redo did.
type UndoResult struct {
	Of     string // the batch that was undone
	Batch  string // the new one; empty where nothing could be undone
	Undone int    // records
	// Kept names what was left as it is, because it was changed since: one undo.changed for each field of each record.
	Kept    []data.Problem
	Changes []Change
}

// Undo undoes a batch with new entries, which travel like any others; "" is the last batch of this device that is
// not undone. A record of which anything was changed since is left alone, and named. It fails with undo.nothing,
// undo.unknown or undo.already.
func (s *Store) Undo(ctx context.Context, batch, author string) (UndoResult, error) {
	return s.reverse(ctx, KindUndo, author, func(tx *Tx) (reversible, error) {
		if batch == "" {
			return tx.lastDone()
		}
		return tx.batchNamed(batch)
	})
}

// Redo undoes the last undo of this device, unless something else was done since. It fails with redo.nothing.
func (s *Store) Redo(ctx context.Context, author string) (UndoResult, error) {
	return s.reverse(ctx, KindRedo, author, (*Tx).lastUndone)
}

// reversible is a batch that may be undone.
type reversible struct {
	id, undoes string
	undone     bool
}

func (s *Store) reverse(ctx context.Context, kind, author string, which func(*Tx) (reversible, error)) (UndoResult, error) {
	var result UndoResult
	done, err := s.Write(ctx, Batch{Kind: kind, Author: author}, func(tx *Tx) error {
		b, err := which(tx)
		if err != nil {
			return err
		}
		if b.undone {
			return data.Fail("undo.already", "Batch", b.id)
		}
		result = UndoResult{Of: b.id}
		if err := tx.batch.reverses(b.id); err != nil {
			return err
		}
		if err := tx.undo(b.id, &result); err != nil || result.Undone == 0 {
			return err
		}
		return tx.turnBatches(b)
	})
	result.Batch, result.Changes = done.Batch, done.Changes
	return result, err
}

// turnBatches marks a batch undone; what that one had undone counts as done again, and so on.
func (tx *Tx) turnBatches(b reversible) error {
	undone := true
	for {
		if err := tx.exec("UPDATE batches SET undone = ? WHERE id = ?", undone, b.id); err != nil || b.undoes == "" {
			return err
		}
		var err error
		if b, err = tx.batchNamed(b.undoes); err != nil {
			return err
		}
		undone = !undone
	}
}

// undoAtOnce is how many records' entries are read with one query.
const undoAtOnce = 200

func (tx *Tx) undo(batch string, result *UndoResult) error {
	targets, order, err := tx.targets(batch)
	if err != nil {
		return err
	}
	for len(order) > 0 {
		if err := tx.ctx.Err(); err != nil {
			return err
		}
		n := min(undoAtOnce, len(order))
		pasts, err := tx.pasts(order[:n])
		if err != nil {
			return err
		}
		if err := tx.readPastRows(order[:n], pasts); err != nil {
			return err
		}
		for _, id := range order[:n] {
			if err := tx.undoRecord(id, pasts[id], targets[id], result); err != nil {
				return err
			}
		}
		order = order[n:]
		clear(tx.ahead) // those that were left alone
	}
	return nil
}

// readPastRows reads the rows of records ahead of their turn.
func (tx *Tx) readPastRows(ids []string, pasts map[string]past) error {
	by := map[string][]string{}
	for _, id := range ids {
		entity := pasts[id].entries[0].Entity
		by[entity] = append(by[entity], id)
	}
	for entity, some := range by {
		if e, ok := data.EntityNamed(entity); ok {
			if err := tx.readAhead(tx.store.layouts[e], some); err != nil {
				return err
			}
		}
	}
	return nil
}

// targets gives the entries of a batch by record, and the records in the order in which they were written.
func (tx *Tx) targets(batch string) (map[string]map[string]bool, []string, error) {
	rows, err := tx.query("SELECT record, id FROM journal WHERE batch = ? ORDER BY pos", batch)
	if err != nil {
		return nil, nil, err
	}
	defer rows.Close()
	targets := map[string]map[string]bool{}
	var order []string
	for rows.Next() {
		var record, id string
		if err := rows.Scan(&record, &id); err != nil {
			return nil, nil, err
		}
		if targets[record] == nil {
			targets[record] = map[string]bool{}
			order = append(order, record)
		}
		targets[record][id] = true
	}
	return targets, order, rows.Err()
}

func (tx *Tx) undoRecord(id string, p past, target map[string]bool, result *UndoResult) error {
	e, ok := data.EntityNamed(p.entries[0].Entity)
	if !ok {
		return nil // of a newer version of the program, which may undo it
	}
	changes, blocked := journal.Undo(journal.Fold(p.entries, tx.isWithheld), target)
	for _, path := range blocked {
		result.Kept = append(result.Kept, data.Problem{Entity: e.Name, Record: id, Field: path, Code: "undo.changed"})
	}
	if len(changes) == 0 {
		return nil
	}
	result.Undone++
	return tx.write(e, id, p, changes, nil)
}

// lastDone is the last batch of this device that can be undone. After a redo that is what was done again.
func (tx *Tx) lastDone() (reversible, error) {
	b, err := scanReversible(tx.row(selectReversible+` WHERE entries > 0 AND undone = 0 AND kind NOT IN (?, ?)
		AND device IN (SELECT id FROM devices WHERE device = ?) ORDER BY seq DESC LIMIT 1`, KindUndo, KindRedo, tx.store.device))
	if errors.Is(err, sql.ErrNoRows) {
		return b, data.Fail("undo.nothing")
	}
	return b, err
}

// lastUndone is the last undo of this device that was not undone itself, if only undos and redos came after it.
func (tx *Tx) lastUndone() (reversible, error) {
	const mine = "entries > 0 AND device IN (SELECT id FROM devices WHERE device = ?)"
	b, err := scanReversible(tx.row(selectReversible+` WHERE undone = 0 AND kind = ? AND `+mine+
		` AND seq > coalesce((SELECT max(seq) FROM batches WHERE kind NOT IN (?, ?) AND `+mine+`), 0) ORDER BY seq DESC LIMIT 1`,
		KindUndo, tx.store.device, KindUndo, KindRedo, tx.store.device))
	if errors.Is(err, sql.ErrNoRows) {
		return b, data.Fail("redo.nothing")
	}
	return b, err
}

func (tx *Tx) batchNamed(id string) (reversible, error) {
	b, err := scanReversible(tx.row(selectReversible+" WHERE id = ?", id))
	if errors.Is(err, sql.ErrNoRows) {
		return b, data.Fail("undo.unknown", "Batch", id)
	}
	return b, err
}

const selectReversible = "SELECT id, undoes, undone FROM batches"

func scanReversible(row scanner) (reversible, error) {
	var b reversible
	err := row.Scan(&b.id, &b.undoes, &b.undone)
	return b, err
}
