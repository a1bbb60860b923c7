package store

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"primadesk/data"
)

// Page gives the records of a query, as many as its limit, after its cursor. Besides the codes of a query's parts there is
// query.cursor.
func (r *Reader) Page(q Query) (Page, error) {
	p, err := r.plan(q)
	if err != nil {
		return Page{}, err
	}
	if p.order.kind == orderMemory {
		return r.memoryPage(p)
	}
	c, started, err := p.start(r.lang)
	if err != nil {
		return Page{}, err
	}
	if p.walk, err = r.walk(p); err != nil {
		return Page{}, err
	}
	limit := q.limit() // and one more, to know whether there is more
	found := make([]keyedRecord, 0, limit+1)
	for _, none := range p.parts() {
		if started && c.None && !none {
			continue
		}
		sql, args := p.pageSQL(none, limit+1-len(found))
		if started && c.None == none {
			sql, args = p.pageAfterSQL(none, c, limit+1-len(found))
		}
		if found, err = r.findKeyed(p.layout, found, sql, args); err != nil {
			return Page{}, err
		}
		if len(found) > limit {
			break
		}
	}
	return p.page(found, limit, r.lang), nil
}

// fewMatches is up to how many records are rather all found and sorted than met on a walk through the whole list.
const fewMatches = 2000

// walk decides how a filtered page is found. Where many records match, the list's index is walked in its order until the page
// is full, which costs the same at any depth. Where few do, such a walk would pass nearly all others in vain.
func (r *Reader) walk(p *plan) (bool, error) {
	if len(p.conds) == 0 {
		return true, nil
	}
	var n int
	err := r.db.Raw("SELECT count(*) FROM (SELECT 1 FROM "+p.entity.Table+" WHERE "+p.where(false)+" LIMIT ?)", append(slices.Clone(p.args), fewMatches+1)...).Row().Scan(&n)
	return n > fewMatches, failure(err)
}

// keyedRecord is a record with the value that it is sorted by.
type keyedRecord struct {
	rec data.Record
	key []byte
}

func (p *plan) page(found []keyedRecord, limit int, lang string) Page {
	out := Page{Records: make([]data.Record, 0, min(limit, len(found)))}
	for _, f := range found[:min(limit, len(found))] {
		out.Records = append(out.Records, f.rec)
	}
	if len(found) > limit {
		last := found[limit-1]
		out.Next = p.cursorAt(last.key, last.rec.Head().ID, lang).String()
	}
	return out
}

// parts of a list: what has a value (false), then what has none (true).
func (p *plan) parts() []bool {
	if p.order.kind == orderID {
		return []bool{false}
	}
	return []bool{false, true}
}

// list is the SQL of one part of the list, as rows of seq, id and, for sorted parts, k; in is a condition over those.
func (p *plan) list(none bool, in string) (string, []any) {
	value, part, by := "", "", "id"
	var args []any
	if p.order.kind != orderID {
		value, args = ", "+p.order.expr+" AS k", append(args, p.order.args...)
		switch part = p.order.known; {
		case none:
			part = p.order.noValue()
		case in != "": // the index is to be entered by that, not at the first value
			part, by = "+"+part, "k, id"
		default:
			by = "k, id"
		}
	}
	args = append(args, p.args...)
	sql := "SELECT * FROM (SELECT seq, id" + value + " FROM " + p.entity.Table + " WHERE " + p.where(p.walk) + ")"
	if both := joined(part, in); both != "" {
		sql += " WHERE " + both
	}
	if p.order.desc {
		by = strings.ReplaceAll(by+" DESC", ",", " DESC,")
	}
	return sql + " ORDER BY " + by, args
}

func joined(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + " AND " + b
}

// noValue is the contrary of known, in the form that an index can serve.
func (o *order) noValue() string {
	switch o.kind {
	case orderKey:
		return "k = x''"
	case orderText:
		return "k = ''"
	}
	return "k IS NULL"
}

// pageSQL is the first page of a part.
func (p *plan) pageSQL(none bool, limit int) (string, []any) {
	sql, args := p.list(none, "")
	return p.fetch(sql, none), append(args, limit)
}

// pageAfterSQL is the page that follows a cursor: a comparison of row values, for which an index is entered at the right place.
func (p *plan) pageAfterSQL(none bool, c cursor, limit int) (string, []any) {
	after, bounds := "id > ?", []any{c.ID}
	if p.order.kind != orderID && !none {
		// The space keeps gorm from taking a key for a list of bytes.
		after, bounds = "(k, id) > ( ?, ?)", []any{p.bound(c), c.ID}
	}
	if p.order.desc {
		after = strings.Replace(after, ">", "<", 1)
	}
	sql, args := p.list(none, after)
	return p.fetch(sql, none), append(append(args, bounds...), limit)
}

// fetch reads whole records for the few that a page has, after the list has been cut: a sort then carries only ids.
func (p *plan) fetch(list string, none bool) string {
	t := p.entity.Table
	key, by := "x''", "p.id"
	if p.order.kind != orderID && !none {
		key, by = "CAST(p.k AS BLOB)", "p.k, p.id"
	}
	if p.order.desc {
		by = strings.ReplaceAll(by+" DESC", ",", " DESC,")
	}
	columns := t + "." + strings.Join(p.columns, ", "+t+".")
	return "SELECT " + columns + ", " + key + " FROM (" + list + " LIMIT ?) p CROSS JOIN " + t + " ON " + t + ".seq = p.seq ORDER BY " + by
}

func (r *Reader) findKeyed(l *layout, into []keyedRecord, sql string, args []any) ([]keyedRecord, error) {
	rows, err := r.db.Raw(sql, args...).Rows()
	if err != nil {
		return into, failure(err)
	}
	defer rows.Close()
	for rows.Next() {
		var f keyedRecord
		if f.rec, err = l.scan(rows, &f.key); err != nil {
			return into, fmt.Errorf("read a row of %s: %w", l.entity.Table, err)
		}
		into = append(into, f)
	}
	return into, failure(rows.Err())
}

// Page is Reader.Page in a transaction of its own.
func (s *Store) Page(ctx context.Context, q Query) (Page, error) {
	return readOnce(ctx, s, func(r *Reader) (Page, error) { return r.Page(q) })
}

// Get is Reader.Get in a transaction of its own.
func (s *Store) Get(ctx context.Context, entity, id string) (data.Record, error) {
	return readOnce(ctx, s, func(r *Reader) (data.Record, error) { return r.Get(entity, id) })
}

// Many is Reader.Many in a transaction of its own.
func (s *Store) Many(ctx context.Context, entity string, ids []string) ([]data.Record, error) {
	return readOnce(ctx, s, func(r *Reader) ([]data.Record, error) { return r.Many(entity, ids) })
}

// Titles is Reader.Titles in a transaction of its own.
func (s *Store) Titles(ctx context.Context, entity string, ids []string, lang string) (map[string]string, error) {
	return readOnce(ctx, s, func(r *Reader) (map[string]string, error) { return r.Titles(entity, ids, lang) })
}

// Count is Reader.Count in a transaction of its own.
func (s *Store) Count(ctx context.Context, q Query) (int, error) {
	return readOnce(ctx, s, func(r *Reader) (int, error) { return r.Count(q) })
}

// IDs is Reader.IDs in a transaction of its own.
func (s *Store) IDs(ctx context.Context, q Query) ([]string, error) {
	return readOnce(ctx, s, func(r *Reader) ([]string, error) { return r.IDs(q) })
}
