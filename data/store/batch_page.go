package store

import (
	"context"
	"database/sql"
	"errors"
	"strings"
	"time"

	"primadesk/data"
	"primadesk/data/journal"
)

// BatchQuery asks for what was done here, the last first.
type BatchQuery struct {
	Author string    // an author's id; empty: anybody
	Entity string    // an entity's name: what changed records of it; empty: any
	From   time.Time // not before; the zero time: from the beginning
	To     time.Time // before it; the zero time: to the end
	After  string    // BatchPage.Next of the page before
	First  int       // without After: how many stand before the part
	Limit  int       // batches of a page; 0: 100
}

// BatchPage is a part of what was done.
type BatchPage struct {
	Batches []BatchInfo
	Total   int    // of the whole list
	Next    string // for BatchQuery.After; empty at the end
}

// where are the conditions of a query and their arguments. What changed nothing is left out.
func (q BatchQuery) where() (string, []any) {
	parts, args := []string{"entries > 0"}, []any{}
	add := func(part string, arg any) {
		parts, args = append(parts, part), append(args, arg)
	}
	if q.Author != "" {
		add("author = ?", q.Author)
	}
	if q.Entity != "" {
		add("EXISTS (SELECT 1 FROM journal WHERE journal.batch = batches.id AND journal.entity = ?)", q.Entity)
	}
	if !q.From.IsZero() {
		add("at >= ?", stamp(q.From))
	}
	if !q.To.IsZero() {
		add("at < ?", stamp(q.To))
	}
	return " WHERE " + strings.Join(parts, " AND "), args
}

// BatchPage gives a part of what was done here, the last first.
func (s *Store) BatchPage(ctx context.Context, q BatchQuery) (BatchPage, error) {
	if q.Limit <= 0 {
		q.Limit = 100
	}
	where, args := q.where()
	db := s.reader.WithContext(ctx)
	var page BatchPage
	if err := db.Raw("SELECT count(*) FROM batches"+where, args...).Scan(&page.Total).Error; err != nil {
		return page, failure(err)
	}
	skip := q.First
	if q.After != "" {
		skip = 0
		where += " AND seq < (SELECT seq FROM batches WHERE id = ?)"
		args = append(args, q.After)
	}
	rows, err := db.Raw(selectBatches+where+" ORDER BY seq DESC LIMIT ? OFFSET ?", append(args, q.Limit, skip)...).Rows()
	if err != nil {
		return page, failure(err)
	}
	defer rows.Close()
	for rows.Next() {
		b, err := scanBatch(rows)
		if err != nil {
			return page, failure(err)
		}
		page.Batches = append(page.Batches, b)
	}
	if n := len(page.Batches); n == q.Limit {
		page.Next = page.Batches[n-1].ID
	}
	return page, failure(rows.Err())
}

// Batch reads one batch. It fails with undo.unknown.
func (s *Store) Batch(ctx context.Context, id string) (BatchInfo, error) {
	b, err := scanBatch(s.reader.WithContext(ctx).Raw(selectBatches+" WHERE id = ?", id).Row())
	if errors.Is(err, sql.ErrNoRows) {
		return b, data.Fail("undo.unknown", "Batch", id)
	}
	return b, failure(err)
}

// BatchRecord is a record that a batch changed, with all that ever happened to it, the first first: what the batch did
// are the steps that bear its id.
type BatchRecord struct {
	Entity, Record string
	Steps          []Step
}

// BatchRecords gives records that a batch changed, in the order in which it did, and how many they are in all.
func (s *Store) BatchRecords(ctx context.Context, batch string, first, limit int) ([]BatchRecord, int, error) {
	db := s.reader.WithContext(ctx)
	var total int
	if err := db.Raw("SELECT count(DISTINCT record) FROM journal WHERE batch = ?", batch).Scan(&total).Error; err != nil {
		return nil, 0, failure(err)
	}
	rows, err := db.Raw("SELECT record FROM journal WHERE batch = ? GROUP BY record ORDER BY min(pos) LIMIT ? OFFSET ?", batch, limit, first).Rows()
	if err != nil {
		return nil, 0, failure(err)
	}
	ids, err := column[string](rows)
	if err != nil || len(ids) == 0 {
		return nil, total, failure(err)
	}
	pasts, err := readPasts(db, "WHERE record IN ? ORDER BY pos", ids)
	if err != nil {
		return nil, total, failure(err)
	}
	out := make([]BatchRecord, 0, len(ids))
	for _, id := range ids {
		entries := pasts[id].entries
		if len(entries) == 0 {
			continue
		}
		one := BatchRecord{Entity: entries[0].Entity, Record: id}
		for _, step := range journal.History(entries) {
			e := step.Entry
			one.Steps = append(one.Steps, Step{
				Entry: e.ID, Batch: e.Batch, At: e.Clock.Time(), Author: e.Author, Device: e.Device, Changes: step.Changes,
			})
		}
		out = append(out, one)
	}
	return out, total, nil
}

// BatchAuthors are the ids of those who did something here.
func (s *Store) BatchAuthors(ctx context.Context) ([]string, error) {
	rows, err := s.reader.WithContext(ctx).Raw("SELECT DISTINCT author FROM batches WHERE author <> ''").Rows()
	if err != nil {
		return nil, failure(err)
	}
	ids, err := column[string](rows)
	return ids, failure(err)
}
