package store

import (
	"context"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"primadesk/data"
)

// benchSize is how many contacts the benchmarks write: PRIMADESK_BENCH_CONTACTS, or 100,000.
func benchSize(b *testing.B) int {
	b.Helper()
	text := os.Getenv("PRIMADESK_BENCH_CONTACTS")
	if text == "" {
		return 100_000
	}
	n, err := strconv.Atoi(text)
	if err != nil {
		b.Fatal(err)
	}
	return n
}

// BenchmarkPutAgainstRaw writes new contacts in one Write, with journal, keys and search, and then the very same rows
// with prepared statements into the same table, its indexes and its search index: at most 3 times as long.
func BenchmarkPutAgainstRaw(b *testing.B) {
	n := benchSize(b)
	for b.Loop() {
		organisations, ids := benchOrganisations(200)
		s := openStore(b)
		save(b, s, organisations...)
		records := make([]data.Record, 0, n)
		for c := range people(n, 1, ids) {
			records = append(records, c)
		}
		start := time.Now()
		save(b, s, records...)
		put := time.Since(start)
		rows, search := rawRows(b, s, records)
		raw := rawInsert(b, openStore(b), rows, search)
		b.ReportMetric(put.Seconds(), "put-s")
		b.ReportMetric(raw.Seconds(), "raw-s")
		report(b, "put/raw", put.Seconds()/raw.Seconds(), 3)
	}
}

// BenchmarkUndo undoes a batch of 10,000 records, half new and half changed.
func BenchmarkUndo(b *testing.B) {
	const half = 5_000
	for b.Loop() {
		organisations, ids := benchOrganisations(200)
		s := openStore(b)
		save(b, s, organisations...)
		var records []data.Record
		for c := range people(2*half, 1, ids) {
			records = append(records, c)
		}
		save(b, s, records[:half]...)
		for i, rec := range records[:half] {
			rec.(*data.Contact).Role = "role " + strconv.Itoa(i)
		}
		save(b, s, records...)
		start := time.Now()
		u, err := s.Undo(context.Background(), "", "")
		if err != nil || u.Undone != 2*half {
			b.Fatal(u.Undone, err)
		}
		b.ReportMetric(time.Since(start).Seconds(), "undo-s")
	}
}

func benchOrganisations(n int) (records []data.Record, ids []string) {
	for i := range n {
		o := &data.Organisation{Name: "Organisation " + strconv.Itoa(i)}
		o.ID = uuid7(5, i)
		records, ids = append(records, o), append(ids, o.ID)
	}
	return records, ids
}

// rawRows reads what a store made of records: the table's rows, and the search index's.
func rawRows(b *testing.B, s *Store, records []data.Record) (rows, search [][]any) {
	b.Helper()
	l := s.layouts[data.EntityOf(records[0])]
	found, err := s.reader.Raw("SELECT seq, " + strings.Join(append(l.columns, l.derived...), ", ") + " FROM " + l.entity.Table + " ORDER BY seq").Rows()
	if err != nil {
		b.Fatal(err)
	}
	defer found.Close()
	width := 1 + len(l.columns) + len(l.derived)
	for found.Next() {
		row, into := make([]any, width), make([]any, width)
		for i := range row {
			into[i] = &row[i]
		}
		if err := found.Scan(into...); err != nil {
			b.Fatal(err)
		}
		for i := range row {
			if t, ok := row[i].(time.Time); ok {
				row[i] = stamp(t)
			}
			if key, ok := row[i].([]byte); ok && key == nil {
				row[i] = []byte{} // the driver reads an empty key as nil
			}
		}
		rows = append(rows, row)
	}
	for i, rec := range records {
		title, text, err := searchText(rec, func(_, _ string) (string, error) { return "organisation 1", nil })
		if err != nil {
			b.Fatal(err)
		}
		search = append(search, []any{i + 1, title, text})
	}
	return rows, search
}

// rawInsert writes rows with two prepared statements in one transaction, and says how long that took.
func rawInsert(b *testing.B, s *Store, rows, search [][]any) time.Duration {
	b.Helper()
	pool, err := s.writer.DB()
	if err != nil {
		b.Fatal(err)
	}
	l := s.layouts[entityOf(b, "contact")]
	ctx := context.Background()
	start := time.Now()
	tx, err := pool.BeginTx(ctx, nil)
	if err != nil {
		b.Fatal(err)
	}
	defer tx.Rollback() // only after a failure is there anything to take back
	columns := append([]string{"seq"}, append(l.columns, l.derived...)...)
	row, err := tx.PrepareContext(ctx, "INSERT INTO contacts ("+strings.Join(columns, ", ")+") VALUES (?"+strings.Repeat(", ?", len(columns)-1)+")")
	if err != nil {
		b.Fatal(err)
	}
	index, err := tx.PrepareContext(ctx, "INSERT INTO contacts_search (rowid, title, text) VALUES (?, ?, ?)")
	if err != nil {
		b.Fatal(err)
	}
	for i := range rows {
		if _, err := row.ExecContext(ctx, rows[i]...); err != nil {
			b.Fatal(err)
		}
		if _, err := index.ExecContext(ctx, search[i]...); err != nil {
			b.Fatal(err)
		}
	}
	if err := tx.Commit(); err != nil {
		b.Fatal(err)
	}
	return time.Since(start)
}
