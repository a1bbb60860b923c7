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
	limit, more := q.limit(), false // one more is asked for, to know whether there is one
	found := make([]keyedRecord, 0, limit)
	for _, none := range p.parts() {
		if started && c.None && !none {
			continue
		}
		sql, args := p.pageSQL(none, limit+1-len(found))
		if started && c.None == none {
			sql, args = p.pageAfterSQL(none, c, limit+1-len(found))
		}
		if found, more, err = r.findKeyed(p.layout, found, limit, sql, args); err != nil {
			return Page{}, err
		}
		if more {
			break
		}
	}
	return p.page(found, more, r.lang), nil
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

func (p *plan) page(found []keyedRecord, more bool, lang string) Page {
	out := Page{Records: make([]data.Record, len(found))}
	for i, f := range found {
		out.Records[i] = f.rec
	}
	if more {
		last := found[len(found)-1]
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

// list is the SQL of one part of the list, as rows of some columns, id among them, and for sorted parts k; in is a
// condition over those.
func (p *plan) list(columns string, none bool, in string) (string, []any) {
	value, part, by := ", x'' AS k", "", "id"
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
	sql := "SELECT * FROM (SELECT " + columns + value + " FROM " + p.entity.Table + " WHERE " + p.where(p.walk) + ")"
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
	sql, args := p.list(p.listed(), none, "")
	return p.fetch(sql, none), append(args, limit)
}

// pageAfterSQL is the page that follows a cursor: a comparison of row values, for which an index is entered at the right place.
func (p *plan) pageAfterSQL(none bool, c cursor, limit int) (string, []any) {
	after, bounds := p.after(none, c)
	sql, args := p.list(p.listed(), none, after)
	return p.fetch(sql, none), append(append(args, bounds...), limit)
}

// after is the condition for what follows a cursor in its part of the list.
func (p *plan) after(none bool, c cursor) (string, []any) {
	after, bounds := "id > ?", []any{c.ID}
	if p.order.kind != orderID && !none {
		// The space keeps gorm from taking a key for a list of bytes.
		after, bounds = "(k, id) > ( ?, ?)", []any{p.bound(c), c.ID}
	}
	if p.order.desc {
		after = strings.Replace(after, ">", "<", 1)
	}
	return after, bounds
}

// direct tells whether an index gives the records themselves in their order.
func (p *plan) direct() bool {
	return p.walk && !p.q.Trash && p.order.kind != orderRank && !isMeta(p.order.name)
}

// idsOnly are the columns by which a list is sorted and its records are then found.
const idsOnly = "seq, id"

// listed are the columns of a page's list.
func (p *plan) listed() string {
	if p.direct() {
		return strings.Join(p.columns, ", ")
	}
	return idsOnly
}

// fetch makes records of a list, once it has been cut: a sort carries only ids.
func (p *plan) fetch(list string, none bool) string {
	if p.direct() {
		return list + " LIMIT ?"
	}
	t, key, by := p.entity.Table, "CAST(p.k AS BLOB)", "p.k, p.id"
	if p.order.kind == orderID || none {
		by = "p.id"
	}
	if p.order.desc {
		by = strings.ReplaceAll(by+" DESC", ",", " DESC,")
	}
	columns := t + "." + strings.Join(p.columns, ", "+t+".")
	return "SELECT " + columns + ", " + key + " FROM (" + list + " LIMIT ?) p CROSS JOIN " + t + " ON " + t + ".seq = p.seq ORDER BY " + by
}

// findKeyed reads records until there are as many as wanted, and tells whether there are more.
func (r *Reader) findKeyed(l *layout, into []keyedRecord, wanted int, sql string, args []any) ([]keyedRecord, bool, error) {
	rows, err := r.db.Raw(sql, args...).Rows()
	if err != nil {
		return into, false, failure(err)
	}
	defer rows.Close()
	for rows.Next() {
		if len(into) == wanted {
			return into, true, nil
		}
		var f keyedRecord
		if f.rec, err = l.scan(rows, &f.key); err != nil {
			return into, false, fmt.Errorf("read a row of %s: %w", l.entity.Table, err)
		}
		into = append(into, f)
	}
	return into, false, failure(rows.Err())
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
