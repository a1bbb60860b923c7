package store

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"gorm.io/gorm"

	"primadesk/data"
	"primadesk/data/journal"
)

// Finding is something that is not as it should be.
type Finding struct {
	Code                  string // message id "check." + Code
	Args                  []any  // key, value, key, value ...
	Entity, Record, Field string
	Damage                bool // something kept is broken; false: it is whole, and somebody may want to look at it
}

// Check looks whether the workspace is whole, and names everything that is not. Without deep it asks SQLite whether
// the file is. With deep it also computes every record anew from the journal, and all that is derived of it, compares
// them with what is kept, looks for references to records that are not here, and reads every evidence file.
//
// The codes: integrity, row, no_row, no_entries, keys, search, conflicts, reference, evidence.missing, evidence.damaged,
// evidence.unreferenced.
func (s *Store) Check(ctx context.Context, deep bool) ([]Finding, error) {
	c := &checking{store: s, findings: []Finding{}}
	mode := checkup
	if s.lock == nil && failureCode(s.probe()) != "" {
		mode = unchanged
	}
	db, err := connect(s.dir.database(), mode)
	if err != nil {
		return nil, failure(err)
	}
	err = c.integrity(db.WithContext(ctx))
	if err == nil && deep && len(c.findings) == 0 {
		err = c.deep(ctx, db)
	}
	if err = errors.Join(err, disconnect(db)); err != nil {
		return nil, failure(err)
	}
	if deep {
		for v, err := range s.VerifyEvidence(ctx) {
			if err != nil {
				return nil, err
			}
			if v.Code != "" {
				c.find("evidence", v.Record, "file", v.Code, "File", v.File)
			}
		}
	}
	return c.findings, nil
}

// probe says whether the readers can read.
func (s *Store) probe() error { return s.reader.Exec("SELECT 1 FROM meta").Error }

type checking struct {
	store    *Store
	tx       *Tx // reads only
	findings []Finding
	rows     map[string]int // rows found, by entity
	expected map[string]map[int64]uint64
	disputes map[string][]string
}

func (c *checking) find(entity, record, field, code string, args ...any) {
	harmless := code == "reference" || code == "evidence.unreferenced"
	c.findings = append(c.findings, Finding{Code: code, Args: args, Entity: entity, Record: record, Field: field, Damage: !harmless})
}

func (c *checking) integrity(db *gorm.DB) error {
	rows, err := db.Raw("PRAGMA integrity_check").Rows()
	if err != nil {
		return err
	}
	messages, err := column[string](rows)
	for _, m := range messages {
		if m != "ok" {
			c.find("", "", "", "integrity", "Message", m)
		}
	}
	return err
}

// deep compares everything with the journal, as it was at one moment.
func (c *checking) deep(ctx context.Context, db *gorm.DB) error {
	return db.WithContext(ctx).Transaction(func(db *gorm.DB) error {
		var err error
		if c.tx, err = c.store.newTx(ctx, db, batchRow{}); err != nil {
			return err
		}
		c.rows, c.expected = map[string]int{}, map[string]map[int64]uint64{}
		if c.disputes, err = c.keptConflicts(); err != nil {
			return err
		}
		rows, err := c.tx.query(selectEntries + " ORDER BY record, pos")
		if err != nil {
			return err
		}
		defer rows.Close()
		if err := eachPast(rows, c.record); err != nil {
			return err
		}
		for _, e := range data.Entities() {
			if err := errors.Join(c.count(e), c.search(e), c.references(e)); err != nil {
				return err
			}
		}
		return nil
	})
}

func (c *checking) keptConflicts() (map[string][]string, error) {
	rows, err := c.tx.query("SELECT record, path FROM conflicts ORDER BY record, path")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	kept := map[string][]string{}
	for rows.Next() {
		var record, path string
		if err := rows.Scan(&record, &path); err != nil {
			return nil, err
		}
		kept[record] = append(kept[record], path)
	}
	return kept, rows.Err()
}

// record compares one record's row with its entries.
func (c *checking) record(p past) error {
	if err := c.tx.ctx.Err(); err != nil {
		return err
	}
	e, ok := data.EntityNamed(p.entries[0].Entity)
	if !ok {
		return nil
	}
	rec := e.New()
	rec.Head().ID = p.entries[0].Record
	state := journal.Fold(p.entries, c.tx.isWithheld)
	if err := setRegisters(rec, state); err != nil {
		c.find(e.Name, rec.Head().ID, "", "row", "Cause", err.Error())
		return nil
	}
	stampMeta(rec.Head(), p, state, c.tx.isWithheld)
	l := c.store.layouts[e]
	kept, err := c.tx.readRow(l, rec.Head().ID)
	if err != nil {
		return err
	}
	if kept == nil {
		c.find(e.Name, rec.Head().ID, "", "no_row")
		return nil
	}
	c.rows[e.Name]++
	c.conflicts(e, rec.Head().ID, state)
	return c.compare(l, kept, rec)
}

func (c *checking) conflicts(e *data.Entity, id string, state *journal.State) {
	var paths []string
	for _, conflict := range state.Conflicts() {
		paths = append(paths, conflict.Path)
	}
	if !slices.Equal(paths, c.disputes[id]) {
		c.find(e.Name, id, "", "conflicts")
	}
}

func (c *checking) compare(l *layout, kept *row, rec data.Record) error {
	want, err := l.appendRow(nil, rec)
	if err != nil {
		return err
	}
	have, err := l.appendRow(nil, kept.rec)
	if err != nil {
		return err
	}
	for i := range want {
		if !sameValue(want[i], have[i]) {
			c.find(l.entity.Name, rec.Head().ID, l.field(i), "row")
		}
	}
	derived, err := c.tx.appendDerived(l, nil, rec)
	if err != nil {
		return err
	}
	for i := range derived {
		if !sameValue(derived[i], kept.derived[i]) {
			c.find(l.entity.Name, rec.Head().ID, unquote(l.derived[i]), "keys")
		}
	}
	title, text, err := searchText(rec, c.tx.everyTitle)
	if c.expected[l.entity.Name] == nil {
		c.expected[l.entity.Name] = map[int64]uint64{}
	}
	c.expected[l.entity.Name][kept.seq] = sumWords(title, 0) + sumWords(text, 1)
	return err
}

func (l *layout) field(i int) string { return unquote(l.columns[i]) }

func unquote(name string) string { return name[1 : len(name)-1] }

// count finds rows of which the journal knows nothing.
func (c *checking) count(e *data.Entity) error {
	var n int
	if err := c.tx.row("SELECT count(*) FROM " + e.Table).Scan(&n); err != nil || n == c.rows[e.Name] {
		return err
	}
	rows, err := c.tx.query("SELECT id FROM " + e.Table + " WHERE id NOT IN (SELECT record FROM journal)")
	if err != nil {
		return err
	}
	ids, err := column[string](rows)
	for _, id := range ids {
		c.find(e.Name, id, "", "no_entries")
	}
	return err
}

// references finds what refers to a record that is not here.
func (c *checking) references(e *data.Entity) error {
	for i := range e.Columns {
		col := &e.Columns[i]
		for _, q := range danglingQueries(e, col) {
			if err := c.dangling(e, q.field, q.sql); err != nil {
				return err
			}
		}
	}
	return nil
}

func (c *checking) dangling(e *data.Entity, field, query string) error {
	rows, err := c.tx.query(query)
	if err != nil {
		return fmt.Errorf("look for references in %s %s: %w", e.Name, field, err)
	}
	defer rows.Close()
	for rows.Next() {
		var record, value string
		if err := rows.Scan(&record, &value); err != nil {
			return err
		}
		c.find(e.Name, record, field, "reference", "Value", value)
	}
	return rows.Err()
}
