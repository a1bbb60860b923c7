package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"

	"gorm.io/gorm"

	"primadesk/data"
	"primadesk/data/journal"
)

// Batch is what somebody does in one go. Kind and Args are put into words at the edge.
type Batch struct {
	Kind   string
	Args   map[string]any
	Author string // the record of who does it; may be empty
}

// How tells what became of a record.
type How string

// What a Write can do to a record.
const (
	Created  How = "created"
	Changed  How = "changed"
	Trashed  How = "trashed"
	Restored How = "restored"
	Unmade   How = "undone" // its creation was undone
)

// Change is what a Write did to one record.
type Change struct {
	Entity string
	Record string
	How    How
}

// Done is what a Write did. Batch is empty where nothing changed.
type Done struct {
	Batch   string
	Changes []Change // each record once, in the order in which they were first touched
}

// Tx is a transaction that writes. It belongs to the function that Write calls, and to its goroutine.
type Tx struct {
	store *Store
	ctx   context.Context
	db    *gorm.DB
	pool  gorm.ConnPool // the transaction itself
	batch batchRow

	seq     int64 // as in Store
	clock   journal.Clock
	pos     int64 // of the last entry in the journal
	entries *bulk
	tables  map[*data.Entity]*table
	// pending are the records whose rows or entries are gathered but not yet inserted.
	pending  map[string]bool
	ahead    map[string]*row // rows that were read before their turn came
	withheld map[string]bool
	disputes bool // whether any conflict is kept, or may be
	keyer    *keyer
	titles   map[string]*known
	retitled []ref
	changes  []Change
	changed  map[string]int // record → its place in changes
	bases    []savedBase
	written  int
	broken   error // a failure after which nothing may be committed
}

// table is where a transaction writes the records of one entity.
type table struct {
	*layout
	seq    int64 // the last row's
	rows   *bulk
	search *bulk
	one    []any // the row that is being put together
}

// savedBase remembers the base of a caller's record, to be put back when the transaction fails.
type savedBase struct {
	meta *data.Meta
	base int64
}

// Write runs do in one transaction and keeps all that it did, or nothing if do fails or panics. Everything that
// follows from a change is kept with it. One Write runs at a time; do must not call Write. What do saves and finds
// not changed leaves no trace, and a Write that changes nothing has no batch.
func (s *Store) Write(ctx context.Context, b Batch, do func(*Tx) error) (Done, error) {
	s.writing.Lock()
	defer s.writing.Unlock()
	if s.writer == nil {
		return Done{}, data.Fail("workspace.read_only", "Folder", string(s.dir))
	}
	row, err := s.newBatch(b)
	if err != nil {
		return Done{}, err
	}
	var tx *Tx
	committed := false
	defer func() {
		if tx != nil && !committed {
			tx.putBack()
		}
	}()
	err = s.writer.WithContext(ctx).Transaction(func(db *gorm.DB) error {
		var err error
		if tx, err = s.newTx(ctx, db, row); err != nil {
			return err
		}
		if err := do(tx); err != nil {
			return err
		}
		return tx.finish()
	})
	if err != nil && ctx.Err() != nil { // whatever the driver calls it
		err = fmt.Errorf("%w: %w", ctx.Err(), err)
	}
	if err != nil {
		return Done{}, failure(err)
	}
	committed = true
	if len(tx.changes) == 0 && tx.written == 0 {
		return Done{}, nil
	}
	s.seq, s.clock = tx.seq, tx.clock
	return Done{Batch: row.ID, Changes: tx.changes}, nil
}

func (s *Store) newBatch(b Batch) (batchRow, error) {
	args, err := json.Marshal(b.Args)
	if err != nil {
		return batchRow{}, fmt.Errorf("arguments of batch %s: %w", b.Kind, err)
	}
	if b.Args == nil {
		args = []byte("{}")
	}
	return batchRow{ID: s.newID(), Kind: b.Kind, Args: string(args), At: s.now(), Author: b.Author, Device: s.incarnation}, nil
}

func (s *Store) newTx(ctx context.Context, db *gorm.DB, batch batchRow) (*Tx, error) {
	tx := &Tx{
		store: s, ctx: ctx, db: db, pool: db.Statement.ConnPool, batch: batch, seq: s.seq, clock: s.clock,
		entries: newBulk("journal", journalColumns), tables: map[*data.Entity]*table{}, pending: map[string]bool{}, ahead: map[string]*row{},
		withheld: map[string]bool{}, keyer: newKeyer(s.lang), titles: map[string]*known{}, changed: map[string]int{},
	}
	var conflicts int
	err := tx.row("SELECT coalesce((SELECT max(pos) FROM journal), 0), EXISTS (SELECT 1 FROM conflicts)").Scan(&tx.pos, &conflicts)
	if err != nil {
		return nil, err
	}
	tx.disputes = conflicts == 1
	tx.withheld, err = loadWithheld(tx.db)
	return tx, err
}

// quiet is the context of single statements. Watching for cancellation costs a goroutine a statement; the
// transaction's own context ends it anyway, and Save looks at it.
func (tx *Tx) quiet() context.Context { return context.WithoutCancel(tx.ctx) }

func (tx *Tx) row(query string, args ...any) *sql.Row {
	return tx.pool.QueryRowContext(tx.quiet(), query, args...)
}

func (tx *Tx) query(query string, args ...any) (*sql.Rows, error) {
	return tx.pool.QueryContext(tx.quiet(), query, args...)
}

func (tx *Tx) exec(query string, args ...any) error {
	_, err := tx.pool.ExecContext(tx.quiet(), query, args...)
	return err
}

// table gives where the records of an entity are written.
func (tx *Tx) table(e *data.Entity) (*table, error) {
	if t := tx.tables[e]; t != nil {
		return t, nil
	}
	l := tx.store.layouts[e]
	columns := append([]string{"seq"}, l.columns...)
	t := &table{
		layout: l, rows: newBulk(e.Table, append(columns, l.derived...)),
		search: newBulk(l.search, []string{"rowid", "title", "text"}),
	}
	if err := tx.row("SELECT coalesce(max(seq), 0) FROM " + e.Table).Scan(&t.seq); err != nil {
		return nil, err
	}
	tx.tables[e] = t
	return t, nil
}

// settle inserts what was gathered, if the record is among it.
func (tx *Tx) settle(id string) error {
	if !tx.pending[id] {
		return nil
	}
	return tx.flush()
}

func (tx *Tx) flush() error {
	ctx := tx.quiet()
	for _, t := range tx.tables {
		if err := t.rows.flush(ctx, tx.pool); err != nil {
			return err
		}
		if err := t.search.flush(ctx, tx.pool); err != nil {
			return err
		}
	}
	clear(tx.pending)
	return tx.entries.flush(ctx, tx.pool)
}

// finish keeps what is left when the work is done.
func (tx *Tx) finish() error {
	if tx.broken != nil {
		return tx.broken
	}
	if err := tx.flush(); err != nil {
		return err
	}
	if tx.written == 0 && len(tx.changes) == 0 {
		return nil
	}
	if err := tx.follow(); err != nil {
		return err
	}
	tx.batch.Entries = tx.written
	if err := tx.insertBatch(); err != nil {
		return err
	}
	if err := tx.exec("UPDATE devices SET seq = ? WHERE id = ?", tx.seq, tx.store.incarnation); err != nil {
		return err
	}
	return setMeta(tx.db, metaClock, int64(tx.clock))
}

// putBack undoes in the callers' records what a failed transaction wrote into them.
func (tx *Tx) putBack() {
	for _, b := range tx.bases {
		b.meta.Base = b.base
	}
}

// note remembers what became of a record, for the signals after the commit.
func (tx *Tx) note(e *data.Entity, id string, how How) {
	at, ok := tx.changed[id]
	if !ok {
		tx.changed[id] = len(tx.changes)
		tx.changes = append(tx.changes, Change{Entity: e.Name, Record: id, How: how})
		return
	}
	if how != Changed { // what was created, trashed or restored here stays so when it is changed too
		tx.changes[at].How = how
	}
}
