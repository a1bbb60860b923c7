package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"gorm.io/gorm"

	"primadesk/data"
)

// Reader reads the workspace as it was at one moment: all that it gives agrees. It lives as long as the function that
// Read or Write hands it to, and is for one goroutine.
type Reader struct {
	db      *gorm.DB // a transaction, with its context
	layouts map[*data.Entity]*layout
	lang    string // of the collation keys
}

// readerOn makes a Reader over a transaction.
func readerOn(tx *gorm.DB, layouts map[*data.Entity]*layout) (*Reader, error) {
	r := &Reader{db: tx, layouts: layouts, lang: "en"}
	err := tx.Raw("SELECT value FROM meta WHERE key = ?", metaLang).Row().Scan(&r.lang)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return nil, failure(err)
	}
	return r, nil
}

// Read runs do in one read transaction: a report's sheets, a list and its count. It waits for no writer and holds none
// up; but while it lasts the log of changes cannot be cut, so that screens ask for pages and do not keep a Reader.
func (s *Store) Read(ctx context.Context, do func(*Reader) error) error {
	return s.readThrough(ctx, s.reader.WithContext(ctx), do)
}

// onceCache is the page cache of who goes through everything once, in KiB. It really is more than twice as much: what SQLite allocates
// here is rounded up to a power of two, and a page of 4 KB is a little more than that.
const onceCache = 4096

// ReadMuch is as Read, for who goes through much of the workspace once, like a report: pages that nobody asks for again need no memory.
func (s *Store) ReadMuch(ctx context.Context, do func(*Reader) error) error {
	pool, err := s.reader.DB()
	if err != nil {
		return failure(err)
	}
	conn, err := pool.Conn(ctx)
	if err != nil {
		return failure(err)
	}
	defer func() { _ = conn.Close() }() // it goes back to the others
	var usual int
	if err := conn.QueryRowContext(ctx, "PRAGMA cache_size").Scan(&usual); err != nil {
		return failure(err)
	}
	if _, err := conn.ExecContext(ctx, fmt.Sprintf("PRAGMA cache_size = -%d", onceCache)); err != nil {
		return failure(err)
	}
	defer func() {
		_, _ = conn.ExecContext(context.WithoutCancel(ctx), fmt.Sprintf("PRAGMA cache_size = %d", usual)) // else it stays small: a search is slower
	}()
	db := s.reader.Session(&gorm.Session{NewDB: true, Context: ctx})
	db.Statement.ConnPool = conn
	return s.readThrough(ctx, db, do)
}

// readThrough runs do in one read transaction of a database, or of one connection to it.
func (s *Store) readThrough(ctx context.Context, db *gorm.DB, do func(*Reader) error) error {
	tx := db.Begin(&sql.TxOptions{ReadOnly: true})
	if tx.Error != nil {
		return failure(tx.Error)
	}
	defer tx.Rollback() // there is nothing to commit
	r, err := readerOn(tx, s.layouts)
	if err == nil {
		err = ofCaller(do(r))
	}
	if err != nil && ctx.Err() != nil { // which SQLite only calls interrupted
		return errors.Join(ctx.Err(), err)
	}
	return err
}

// Reader reads lists and searches as the transaction sees them, for as long as nothing more is written.
func (tx *Tx) Reader() (*Reader, error) {
	if err := tx.flush(); err != nil {
		return nil, failure(err)
	}
	return readerOn(tx.db, tx.store.layouts)
}

// readOnce gives what a function reads in a transaction of its own.
func readOnce[T any](ctx context.Context, s *Store, do func(*Reader) (T, error)) (out T, err error) {
	err = s.Read(ctx, func(r *Reader) error {
		out, err = do(r)
		return err
	})
	return out, err
}

// Get gives one record, live, in the trash or undone: Meta.State says which. The code is record.missing.
func (r *Reader) Get(entity, id string) (data.Record, error) {
	l, err := r.layoutNamed(entity)
	if err != nil {
		return nil, err
	}
	found, err := r.find(l, "WHERE id = ?", id)
	if err != nil {
		return nil, err
	}
	if len(found) == 0 {
		return nil, missing(l.entity, id)
	}
	return found[0], nil
}

// Many gives the records with these ids, in their order, in one query. Ids of which there is no record are passed over.
func (r *Reader) Many(entity string, ids []string) ([]data.Record, error) {
	l, err := r.layoutNamed(entity)
	if err != nil || len(ids) == 0 {
		return nil, err
	}
	list, err := json.Marshal(ids)
	if err != nil {
		return nil, err
	}
	found, err := r.find(l, "WHERE id IN (SELECT value FROM json_each(?))", string(list))
	if err != nil {
		return nil, err
	}
	byID := make(map[string]data.Record, len(found))
	for _, rec := range found {
		byID[rec.Head().ID] = rec
	}
	found = found[:0]
	for _, id := range ids {
		if rec, ok := byID[id]; ok {
			found = append(found, rec)
		}
	}
	return found, nil
}

// Titles gives what the records with these ids are called in a language: id → title.
func (r *Reader) Titles(entity string, ids []string, lang string) (map[string]string, error) {
	titles := make(map[string]string, len(ids))
	found, err := r.Many(entity, ids)
	for _, rec := range found {
		if rec.Head().State != data.Undone {
			titles[rec.Head().ID] = rec.Title(lang)
		}
	}
	return titles, err
}

// find reads the rows of a layout that a WHERE clause gives.
func (r *Reader) find(l *layout, where string, args ...any) ([]data.Record, error) {
	rows, err := r.db.Raw(l.selects+" "+where, args...).Rows()
	if err != nil {
		return nil, failure(err)
	}
	defer rows.Close()
	var out []data.Record
	for rows.Next() {
		rec, err := l.scan(rows)
		if err != nil {
			return nil, fmt.Errorf("read a row of %s: %w", l.entity.Table, err)
		}
		out = append(out, rec)
	}
	return out, failure(rows.Err())
}

// texts reads a query's one column.
func (r *Reader) texts(query string, args ...any) ([]string, error) {
	rows, err := r.db.Raw(query, args...).Rows()
	if err != nil {
		return nil, failure(err)
	}
	defer rows.Close()
	var out []string
	for rows.Next() {
		var s string
		if err := rows.Scan(&s); err != nil {
			return nil, failure(err)
		}
		out = append(out, s)
	}
	return out, failure(rows.Err())
}

// Get gives one record of a type, such as Get[data.Contact].
func Get[T any, P interface {
	*T
	data.Record
}](r *Reader, id string) (P, error) {
	rec, err := r.Get(data.EntityOf(P(new(T))).Name, id)
	if err != nil {
		return nil, err
	}
	return rec.(P), nil
}
