package store

import (
	"database/sql"
	"iter"
	"strings"

	"primadesk/data"
)

// Count is how many records a query has in all; its order, limit and cursor do not matter.
func (r *Reader) Count(q Query) (int, error) {
	q.Sort = ""
	p, err := r.plan(q)
	if err != nil {
		return 0, err
	}
	var n int
	err = r.db.Raw("SELECT count(*) FROM "+p.entity.Table+" WHERE "+p.where(false), p.args...).Row().Scan(&n)
	return n, failure(err)
}

// Any tells whether a query has a record, which costs less than to count them. The codes are those of Count.
func (r *Reader) Any(q Query) (bool, error) {
	q.Sort = ""
	p, err := r.plan(q)
	if err != nil {
		return false, err
	}
	var found bool
	err = r.db.Raw("SELECT EXISTS (SELECT 1 FROM "+p.entity.Table+" WHERE "+p.where(false)+")", p.args...).Row().Scan(&found)
	return found, failure(err)
}

// IDs gives the ids of all records of a query in its order; its limit and cursor do not matter. A table on screen keeps
// them, and asks Many for the rows that can be seen: its scroll bar is right, and no depth costs more than another.
func (r *Reader) IDs(q Query) ([]string, error) {
	p, err := r.plan(q)
	if err != nil {
		return nil, err
	}
	if p.order.kind == orderMemory {
		sorted, err := r.memoryList(p)
		ids := make([]string, len(sorted))
		for i := range sorted {
			ids[i] = sorted[i].id
		}
		return ids, err
	}
	var ids []string
	for _, none := range p.parts() {
		list, args := p.list(idsOnly, none, "")
		if ids, err = r.joinedIDs(ids, list, args); err != nil {
			return nil, err
		}
	}
	return ids, nil
}

// joinedIDs reads all ids as one text: a hundred thousand rows would each cost a scan and a string of their own.
// SQLite keeps the order of a subquery for group_concat (its source: the ORDER BY of a subquery is left out only where the
// outer aggregates are count, min and max).
func (r *Reader) joinedIDs(into []string, list string, args []any) ([]string, error) {
	var all sql.NullString
	if err := r.db.Raw("SELECT group_concat(id, ' ') FROM ("+list+")", args...).Row().Scan(&all); err != nil {
		return into, failure(err)
	}
	if all.String == "" {
		return into, nil
	}
	if into == nil {
		return strings.Split(all.String, " "), nil
	}
	return append(into, strings.Split(all.String, " ")...), nil
}

// eachAtOnce is how many records Each reads at once.
const eachAtOnce = 500

// Each gives all records of a query, one after another, in its order: by id unless it says otherwise, which is the order of a
// canonical export. Its limit and cursor do not matter. It reads some hundred at a time, so that the loop may ask the
// Reader for other things. After an error it ends.
func (r *Reader) Each(q Query) iter.Seq2[data.Record, error] {
	if (q.Sort == "" || q.Sort == "id") && q.Search == "" {
		return r.eachPage(q)
	}
	return func(yield func(data.Record, error) bool) {
		ids, err := r.IDs(q)
		for len(ids) > 0 && err == nil {
			var found []data.Record
			n := min(eachAtOnce, len(ids))
			found, err = r.Many(q.Entity, ids[:n])
			ids = ids[n:]
			for _, rec := range found {
				if !yield(rec, nil) {
					return
				}
			}
		}
		if err != nil {
			yield(nil, err)
		}
	}
}

func (r *Reader) eachPage(q Query) iter.Seq2[data.Record, error] {
	return func(yield func(data.Record, error) bool) {
		q.Limit, q.After = eachAtOnce, ""
		for {
			page, err := r.Page(q)
			if err != nil {
				yield(nil, err)
				return
			}
			for _, rec := range page.Records {
				if !yield(rec, nil) {
					return
				}
			}
			if page.Next == "" {
				return
			}
			q.After = page.Next
		}
	}
}

// Each gives all records of a query as a type: Each[data.Contact](r, q). The query's entity is the type's.
func Each[T any, P interface {
	*T
	data.Record
}](r *Reader, q Query) iter.Seq2[P, error] {
	q.Entity = data.EntityOf(P(new(T))).Name
	return func(yield func(P, error) bool) {
		for rec, err := range r.Each(q) {
			typed, _ := rec.(P)
			if !yield(typed, err) {
				return
			}
		}
	}
}
