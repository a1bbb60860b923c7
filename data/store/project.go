package store

import (
	"bytes"
	"cmp"
	"database/sql"
	"database/sql/driver"
	"encoding/json"
	"errors"
	"strings"

	"primadesk/data"
	"primadesk/data/journal"
)

// A row is computed from the record's entries, and written only where it differs from what stands there.

// project computes rec from all entries of its record and brings everything up to date that follows from it.
func (tx *Tx) project(e *data.Entity, rec data.Record, p past) error {
	state := journal.Fold(p.entries, tx.isWithheld)
	if err := setRegisters(rec, state); err != nil {
		return err
	}
	stampMeta(rec.Head(), p, state, tx.isWithheld)
	if err := tx.keepConflicts(e, rec.Head().ID, state); err != nil {
		return err
	}
	return tx.updateRow(e, rec)
}

// stampMeta derives who made and last changed a record, by the clocks of those who did.
func stampMeta(m *data.Meta, p past, state *journal.State, withheld func(string) bool) {
	var first, last *journal.Entry
	for i := range p.entries {
		e := &p.entries[i]
		if withheld(e.ID) {
			continue
		}
		if first == nil || earlier(e, first) {
			first = e
		}
		if last == nil || earlier(last, e) {
			last = e
		}
	}
	m.Base = p.last()
	m.State = presence(state)
	if first == nil {
		m.State = data.Undone // all that is known of it is withheld
		return
	}
	m.CreatedAt, m.CreatedBy = first.Clock.Time(), first.Author
	m.ChangedAt, m.ChangedBy, m.Device = last.Clock.Time(), last.Author, last.Device
}

func earlier(a, b *journal.Entry) bool {
	return cmp.Or(cmp.Compare(a.Clock, b.Clock), strings.Compare(a.ID, b.ID)) < 0
}

// presence is the record's state. One whose creation has not arrived, though changes of it have, is there.
func presence(s *journal.State) data.State {
	switch s.Presence() {
	case journal.Trash:
		return data.Trash
	case journal.Undone:
		return data.Undone
	}
	return data.Live
}

func (tx *Tx) keepConflicts(e *data.Entity, id string, state *journal.State) error {
	conflicts := state.Conflicts()
	if len(conflicts) == 0 && !tx.disputes {
		return nil
	}
	tx.disputes = true
	if err := tx.exec("DELETE FROM conflicts WHERE record = ?", id); err != nil {
		return err
	}
	for _, c := range conflicts {
		if err := tx.exec("INSERT INTO conflicts (entity, record, path) VALUES (?, ?, ?)", e.Name, id, c.Path); err != nil {
			return err
		}
	}
	return nil
}

// tidy takes out of a text what its registers do not carry, so that the record is what they make of it.
func tidy(rec data.Record) { tidyColumns(data.EntityOf(rec).Columns, rec) }

func tidyColumns(columns []data.Column, rec any) {
	for i := range columns {
		switch p := columns[i].At(rec).(type) {
		case *data.Texts:
			for lang, of := range p.Of {
				if of == "" || lang == p.Original || p.In[lang] == "" {
					delete(p.Of, lang)
				}
			}
		case data.List:
			for j := range p.Len() {
				tidyColumns(columns[i].Rows.Columns, p.Row(j))
			}
		}
	}
}

// appendRow appends what stands in the layout's columns.
func (l *layout) appendRow(args []any, rec data.Record) ([]any, error) {
	m := rec.Head()
	args = append(args, m.ID, string(m.State), m.Base, stamp(m.CreatedAt), m.CreatedBy, stamp(m.ChangedAt), m.ChangedBy, m.Device)
	for i := range l.entity.Columns {
		v, err := columnValue(l.entity.Columns[i].At(rec))
		if err != nil {
			return args, err
		}
		args = append(args, v)
	}
	return args, nil
}

// columnValue is a field as SQLite keeps it, of the types that a column reads back.
func columnValue(field any) (any, error) {
	switch p := field.(type) {
	case *string:
		return *p, nil
	case *data.Date:
		return string(*p), nil
	case *data.Wall:
		return string(*p), nil
	case *bool:
		if *p {
			return int64(1), nil
		}
		return int64(0), nil
	case **int:
		if *p == nil {
			return nil, nil
		}
		return int64(**p), nil
	case **data.Decimal:
		if *p == nil {
			return nil, nil
		}
		return int64(**p), nil
	}
	return field.(driver.Valuer).Value()
}

// appendDerived appends what stands in the derived columns.
func (tx *Tx) appendDerived(l *layout, args []any, rec data.Record) ([]any, error) {
	args = append(args, foldedTitle(rec))
	for _, c := range l.keys {
		key, err := tx.keyer.sortKey(rec, c, tx.title)
		if err != nil {
			return args, err
		}
		args = append(args, key)
	}
	return args, nil
}

// insertRow gathers the row of a new record.
func (tx *Tx) insertRow(e *data.Entity, rec data.Record) error {
	t, err := tx.table(e)
	if err != nil {
		return err
	}
	t.seq++
	// Looking up a title may flush what was gathered, so that the row joins it only when it is whole.
	if t.one, err = t.appendRow(append(t.one[:0], t.seq), rec); err != nil {
		return err
	}
	if t.one, err = tx.appendDerived(t.layout, t.one, rec); err != nil {
		return err
	}
	t.rows.args = append(t.rows.args, t.one...)
	title, text, err := searchText(rec, tx.everyTitle)
	if err != nil {
		return err
	}
	t.search.args = append(t.search.args, t.seq, title, text)
	tx.pending[rec.Head().ID] = true
	tx.learn(e, rec)
	tx.retitle(e, rec.Head().ID)
	if t.rows.isFull() {
		if err := t.rows.flush(tx.quiet(), tx.pool); err != nil {
			return err
		}
	}
	if t.search.isFull() {
		return t.search.flush(tx.quiet(), tx.pool)
	}
	return nil
}

// updateRow brings the row of a record up to date, or inserts it if there is none.
func (tx *Tx) updateRow(e *data.Entity, rec data.Record) error {
	if err := tx.settle(rec.Head().ID); err != nil {
		return err
	}
	l := tx.store.layouts[e]
	old, err := tx.readRow(l, rec.Head().ID)
	if err != nil {
		return err
	}
	if old == nil {
		tx.note(e, rec.Head().ID, Created)
		return tx.insertRow(e, rec)
	}
	tx.note(e, rec.Head().ID, turned(old.rec.Head().State, rec.Head().State))
	if allTitles(old.rec) != allTitles(rec) || (old.rec.Head().State == data.Undone) != (rec.Head().State == data.Undone) {
		tx.learn(e, rec)
		tx.retitle(e, rec.Head().ID)
	}
	if err := tx.updateSearch(l, old, rec); err != nil {
		return err
	}
	before, err := l.appendRow(nil, old.rec)
	if err != nil {
		return err
	}
	after, err := l.appendRow(nil, rec)
	if err == nil {
		after, err = tx.appendDerived(l, after, rec)
	}
	if err != nil {
		return err
	}
	return tx.updateColumns(l, old.seq, append(before, old.derived...), after)
}

func turned(from, to data.State) How {
	switch {
	case from == to:
		return Changed
	case to == data.Trash:
		return Trashed
	case to == data.Undone:
		return Unmade
	case from == data.Undone:
		return Created
	}
	return Restored
}

// updateColumns writes only what differs: every column that is named costs the indexes over it.
func (tx *Tx) updateColumns(l *layout, seq int64, before, after []any) error {
	var set strings.Builder
	var args []any
	for i, v := range after {
		if sameValue(before[i], v) {
			continue
		}
		if len(args) > 0 {
			set.WriteString(", ")
		}
		if i < len(l.columns) {
			set.WriteString(l.columns[i])
		} else {
			set.WriteString(l.derived[i-len(l.columns)])
		}
		set.WriteString(" = ?")
		args = append(args, v)
	}
	if len(args) == 0 {
		return nil
	}
	return tx.exec("UPDATE "+l.entity.Table+" SET "+set.String()+" WHERE seq = ?", append(args, seq)...)
}

func sameValue(a, b any) bool {
	if x, ok := a.([]byte); ok {
		y, ok := b.([]byte)
		return ok && bytes.Equal(x, y)
	}
	if _, ok := b.([]byte); ok {
		return false
	}
	return a == b
}

// row is what stands in a table: the record, and what was derived of it.
type row struct {
	seq     int64
	rec     data.Record
	derived []any
}

// readRow reads a row with all that is in it; nil where there is none.
func (tx *Tx) readRow(l *layout, id string) (*row, error) {
	if r, ok := tx.ahead[id]; ok {
		delete(tx.ahead, id) // it is about to change
		return r, nil
	}
	r, err := l.scanRow(tx.row(l.wholes+" WHERE id = ?", id))
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	return r, err
}

// readAhead reads rows that are about to be changed, each once, with one query.
func (tx *Tx) readAhead(l *layout, ids []string) error {
	list, err := json.Marshal(ids)
	if err != nil {
		return err
	}
	rows, err := tx.query(l.wholes+" WHERE id IN (SELECT value FROM json_each(?))", string(list))
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		r, err := l.scanRow(rows)
		if err != nil {
			return err
		}
		tx.ahead[r.rec.Head().ID] = r
	}
	return rows.Err()
}

func (l *layout) scanRow(from scanner) (*row, error) {
	r := &row{}
	var fold string
	keys := make([][]byte, len(l.keys))
	dest := []any{&r.seq, &fold}
	for i := range keys {
		dest = append(dest, &keys[i])
	}
	var err error
	if r.rec, err = l.scan(from, dest...); err != nil {
		return nil, err
	}
	r.derived = append(r.derived, fold)
	for _, key := range keys {
		r.derived = append(r.derived, key)
	}
	return r, nil
}

// updateSearch replaces what search knows of a record, if that differs.
func (tx *Tx) updateSearch(l *layout, old *row, rec data.Record) error {
	oldTitle, oldText, err := searchText(old.rec, tx.everyTitle)
	if err != nil {
		return err
	}
	title, text, err := searchText(rec, tx.everyTitle)
	if err != nil || title == oldTitle && text == oldText {
		return err
	}
	return tx.index(l, old.seq, title, text)
}

func (tx *Tx) index(l *layout, seq int64, title, text string) error {
	if err := tx.exec("DELETE FROM "+l.search+" WHERE rowid = ?", seq); err != nil {
		return err
	}
	return tx.exec("INSERT INTO "+l.search+" (rowid, title, text) VALUES (?, ?, ?)", seq, title, text)
}
