package store

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"primadesk/data"
)

// Span says which part of a list is wanted, and what is to come along.
type Span struct {
	// First is how many records of the list stand before the part. It is passed over where the query has a cursor, which
	// costs the same at any depth; a place in the middle, after a jump, is counted from the beginning.
	First int
	// Total is how many records the list has, as the window before it told; 0: it is counted.
	Total int
	// With are columns of the entity that refer to one record: those are read along.
	With []string
}

// Window is a part of a list as a table shows it.
type Window struct {
	Page
	// Refs are what each record refers to, by column; only the entity's own fields, its id and state. Nil where there is
	// nothing, or something whose making was undone.
	Refs []map[string]data.Record
	// Total is how many records the list has.
	Total int
}

// Window gives a part of a list: its records, what they refer to and how long the list is, in one query over the records
// and one that counts them. Nothing that it allocates grows with the list, unless the list is in the order of another
// language than the tables' (see Rekey). Besides the codes of Page there is query.field for a column that refers to nothing.
func (r *Reader) Window(q Query, s Span) (Window, error) {
	p, err := r.plan(q)
	if err != nil {
		return Window{}, err
	}
	with, err := r.joins(p, s.With)
	if err != nil {
		return Window{}, err
	}
	out := Window{Total: s.Total}
	if out.Total <= 0 {
		if out.Total, err = r.countPlan(p); err != nil {
			return Window{}, err
		}
	}
	if p.order.kind == orderMemory {
		return r.memoryWindow(p, s, out)
	}
	c, started, err := p.start(r.lang)
	if err != nil {
		return Window{}, err
	}
	p.walk = len(p.conds) == 0 || out.Total > fewMatches
	w := windowRead{reader: r, plan: p, with: with, skip: max(0, s.First), limit: q.limit()}
	if started {
		w.skip = 0
	}
	for _, none := range p.parts() {
		if started && c.None && !none {
			continue
		}
		after := ""
		var bounds []any
		if started && c.None == none {
			after, bounds = p.after(none, c)
		}
		if err := w.part(none, after, bounds); err != nil {
			return Window{}, err
		}
		if w.more || len(w.found) >= out.Total { // nothing is left for the other part
			break
		}
	}
	out.Page, out.Refs = p.page(w.found, w.more, r.lang), w.refs
	return out, nil
}

// countPlan is how many records a plan has.
func (r *Reader) countPlan(p *plan) (n int, err error) {
	err = r.db.Raw("SELECT count(*) FROM "+p.entity.Table+" WHERE "+p.where(false), p.args...).Row().Scan(&n)
	return n, failure(err)
}

// join is a column that refers to a record, with the table that it is found in.
type join struct {
	column *data.Column
	to     *layout
	alias  string
}

func (r *Reader) joins(p *plan, columns []string) ([]join, error) {
	var out []join
	for i, id := range columns {
		c, ok := p.entity.Column(id)
		if !ok || c.Kind != data.KindRef {
			return nil, data.Fail("query.field", "Entity", p.entity.Name, "Field", id)
		}
		to, err := r.layoutNamed(c.Ref)
		if err != nil {
			return nil, err
		}
		out = append(out, join{column: c, to: to, alias: "w" + strconv.Itoa(i)})
	}
	return out, nil
}

// selected are the columns of a join, never NULL where the record's field cannot be.
func (j join) selected() string {
	var b strings.Builder
	fmt.Fprintf(&b, ", coalesce(%[1]s.id, ''), coalesce(%[1]s.state, '')", j.alias)
	for i := range j.to.entity.Columns {
		c := &j.to.entity.Columns[i]
		name := j.alias + "." + quote(c.ID)
		switch c.Kind {
		case data.KindInt, data.KindDecimal:
			b.WriteString(", " + name)
		case data.KindBool:
			b.WriteString(", coalesce(" + name + ", 0)")
		default:
			b.WriteString(", coalesce(" + name + ", '')")
		}
	}
	return b.String()
}

func (j join) sql(from string) string {
	return fmt.Sprintf(" LEFT JOIN %s %s ON %s.id = %s.%s AND %s.state <> '%s'",
		j.to.entity.Table, j.alias, j.alias, from, quote(j.column.ID), j.alias, data.Undone)
}

// target is where a row's columns of a join go.
func (j join) target() (data.Record, []any) {
	rec := j.to.entity.New()
	dest := []any{&rec.Head().ID, &rec.Head().State}
	for i := range j.to.entity.Columns {
		dest = append(dest, j.to.entity.Columns[i].At(rec))
	}
	return rec, dest
}

// windowRead gathers a window's records from the parts of a list.
type windowRead struct {
	reader *Reader
	plan   *plan
	with   []join
	skip   int // records that still stand before the window
	limit  int
	found  []keyedRecord
	refs   []map[string]data.Record
	more   bool
}

// part reads on in one part of the list.
func (w *windowRead) part(none bool, after string, bounds []any) error {
	list, args := w.plan.list(idsOnly, none, after)
	before := len(w.found)
	sql := w.plan.window(list, none, w.with)
	if err := w.read(sql, append(append(args, bounds...), w.limit+1-before, w.skip)); err != nil {
		return err
	}
	if len(w.found) > before || w.skip == 0 {
		w.skip = 0
		return nil
	}
	var n int // the part is shorter than what is to be skipped
	err := w.reader.db.Raw("SELECT count(*) FROM ("+list+")", append(args[:len(args):len(args)], bounds...)...).Row().Scan(&n)
	w.skip = max(0, w.skip-n)
	return failure(err)
}

// window makes records of a list, once it has been cut, and joins what they refer to.
func (p *plan) window(list string, none bool, with []join) string {
	t, by := p.entity.Table, "p.k, p.id"
	if p.order.kind == orderID || none {
		by = "p.id"
	}
	if p.order.desc {
		by = strings.ReplaceAll(by+" DESC", ",", " DESC,")
	}
	columns := t + "." + strings.Join(p.columns, ", "+t+".") + ", CAST(p.k AS BLOB)"
	joined := ""
	for _, j := range with {
		columns += j.selected()
		joined += j.sql(t)
	}
	return "SELECT " + columns + " FROM (" + list + " LIMIT ? OFFSET ?) p CROSS JOIN " + t + " ON " + t + ".seq = p.seq" + joined + " ORDER BY " + by
}

func (w *windowRead) read(sql string, args []any) error {
	rows, err := w.reader.db.Raw(sql, args...).Rows()
	if err != nil {
		return failure(err)
	}
	defer rows.Close()
	for rows.Next() {
		if len(w.found) == w.limit {
			w.more = true
			return nil
		}
		var f keyedRecord
		dest, refs := []any{&f.key}, make(map[string]data.Record, len(w.with))
		for _, j := range w.with {
			rec, into := j.target()
			dest, refs[j.column.ID] = append(dest, into...), rec
		}
		if f.rec, err = w.plan.scan(rows, dest...); err != nil {
			return fmt.Errorf("read a row of %s: %w", w.plan.entity.Table, err)
		}
		for column, rec := range refs {
			if rec.Head().ID == "" {
				delete(refs, column)
			}
		}
		w.found, w.refs = append(w.found, f), append(w.refs, refs)
	}
	return failure(rows.Err())
}

// memoryWindow is Window for lists that are sorted in Go.
func (r *Reader) memoryWindow(p *plan, s Span, out Window) (Window, error) {
	var err error
	if p.q.After == "" && s.First > 0 {
		list, err := r.memoryList(p)
		if err != nil || s.First >= len(list) {
			return out, err
		}
		before := list[s.First-1]
		p.q.After = p.cursorAt(before.key, before.id, r.lang).String()
	}
	if out.Page, err = r.memoryPage(p); err != nil {
		return Window{}, err
	}
	out.Refs = make([]map[string]data.Record, len(out.Records))
	for i := range out.Refs {
		out.Refs[i] = map[string]data.Record{}
	}
	for _, column := range s.With {
		if err := r.referred(p.layout, column, out); err != nil {
			return Window{}, err
		}
	}
	return out, nil
}

// referred reads what a window's records refer to by a column.
func (r *Reader) referred(l *layout, column string, out Window) error {
	c, _ := l.entity.Column(column)
	var ids []string
	for _, rec := range out.Records {
		if id := *c.At(rec).(*string); id != "" {
			ids = append(ids, id)
		}
	}
	found, err := r.Many(c.Ref, ids)
	byID := make(map[string]data.Record, len(found))
	for _, rec := range found {
		if rec.Head().State != data.Undone {
			byID[rec.Head().ID] = rec
		}
	}
	for i, rec := range out.Records {
		if to := byID[*c.At(rec).(*string)]; to != nil {
			out.Refs[i][column] = to
		}
	}
	return err
}

// Place is how many records of a list stand before one; -1 where the list does not have it.
func (r *Reader) Place(q Query, id string) (int, error) {
	q.After = ""
	p, err := r.plan(q)
	if err != nil {
		return 0, err
	}
	if p.order.kind == orderMemory {
		list, err := r.memoryList(p)
		for i := range list {
			if list[i].id == id {
				return i, err
			}
		}
		return -1, err
	}
	for _, none := range p.parts() {
		list, args := p.list(idsOnly, none, "id = ?")
		key, found, err := r.keyIn(list, append(args, id))
		if err != nil {
			return 0, err
		}
		if found {
			return r.countBefore(p, none, p.cursorAt(key, id, r.lang))
		}
	}
	return -1, nil
}

// keyIn is the value that the one record of a list is sorted by.
func (r *Reader) keyIn(list string, args []any) (key []byte, found bool, err error) {
	rows, err := r.db.Raw("SELECT CAST(k AS BLOB) FROM ("+list+")", args...).Rows()
	if err != nil {
		return nil, false, failure(err)
	}
	defer rows.Close()
	if rows.Next() {
		if err := rows.Scan(&key); err != nil {
			return nil, false, failure(err)
		}
		found = true
	}
	return key, found, failure(rows.Err())
}

// countBefore counts what stands before a record in its part, and all of the part before that.
func (r *Reader) countBefore(p *plan, none bool, c cursor) (int, error) {
	before, bounds := p.after(none, c)
	if strings.Contains(before, "<") {
		before = strings.Replace(before, "<", ">", 1)
	} else {
		before = strings.Replace(before, ">", "<", 1)
	}
	total := 0
	count := func(none bool, in string, bounds []any) error {
		list, args := p.list(idsOnly, none, in)
		var n int
		err := r.db.Raw("SELECT count(*) FROM ("+list+")", append(args, bounds...)...).Row().Scan(&n)
		total += n
		return failure(err)
	}
	err := count(none, before, bounds)
	if err == nil && none && p.order.kind != orderID {
		err = count(false, "", nil)
	}
	return total, err
}

// Window is Reader.Window in a transaction of its own.
func (s *Store) Window(ctx context.Context, q Query, span Span) (Window, error) {
	return readOnce(ctx, s, func(r *Reader) (Window, error) { return r.Window(q, span) })
}

// Place is Reader.Place in a transaction of its own.
func (s *Store) Place(ctx context.Context, q Query, id string) (int, error) {
	return readOnce(ctx, s, func(r *Reader) (int, error) { return r.Place(q, id) })
}
