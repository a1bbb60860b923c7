package store

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"

	"primadesk/data"
)

// The tables have the keys of one language. A list in the order of another is sorted here: exactly as the database would, but
// at the cost of making a key for every record of the query.

// keyedID is a record's place in a list.
type keyedID struct {
	key []byte
	id  string
}

func (p *plan) compareIDs(a, b keyedID) int {
	if known := len(b.key) - len(a.key); (len(a.key) == 0) != (len(b.key) == 0) {
		return known
	}
	n := cmp.Or(bytes.Compare(a.key, b.key), cmp.Compare(a.id, b.id))
	if p.order.desc {
		return -n
	}
	return n
}

// memoryList is the whole list of a query, in order.
func (r *Reader) memoryList(p *plan) ([]keyedID, error) {
	recs, err := r.partial(p)
	if err != nil {
		return nil, err
	}
	titles, err := r.titlesOf(recs, p.order.col, p.q.Lang)
	if err != nil {
		return nil, err
	}
	title := func(_, id string) (string, error) { return titles[id], nil }
	k := newKeyer(p.q.Lang)
	list := make([]keyedID, 0, len(recs))
	for _, rec := range recs {
		key, err := k.sortKey(rec, p.order.col, title)
		if err != nil {
			return nil, err
		}
		list = append(list, keyedID{key, rec.Head().ID})
	}
	slices.SortFunc(list, p.compareIDs)
	return list, nil
}

// keyParts are the columns that a column's key is made of.
func keyParts(e *data.Entity, col *data.Column) []*data.Column {
	if e.Name != "contact" || col.ID != "family_name" {
		return []*data.Column{col}
	}
	parts := []*data.Column{col}
	for _, id := range []string{"given_name", "latin_name"} {
		if c, ok := e.Column(id); ok {
			parts = append(parts, c)
		}
	}
	return parts
}

// partial reads of all records of a query only what their keys are made of.
func (r *Reader) partial(p *plan) ([]data.Record, error) {
	parts := keyParts(p.entity, p.order.col)
	var names strings.Builder
	for _, c := range parts {
		names.WriteString(", " + quote(c.ID))
	}
	rows, err := r.db.Raw("SELECT id"+names.String()+" FROM "+p.entity.Table+" WHERE "+p.where(false), p.args...).Rows()
	if err != nil {
		return nil, failure(err)
	}
	defer rows.Close()
	var out []data.Record
	for rows.Next() {
		rec := p.entity.New()
		dest := []any{&rec.Head().ID}
		for _, c := range parts {
			dest = append(dest, c.At(rec))
		}
		if err := rows.Scan(dest...); err != nil {
			return nil, fmt.Errorf("read a row of %s: %w", p.entity.Table, err)
		}
		out = append(out, rec)
	}
	return out, failure(rows.Err())
}

// titlesOf gives the titles of what records refer to by a column: id → title. Empty for other columns.
func (r *Reader) titlesOf(recs []data.Record, col *data.Column, lang string) (map[string]string, error) {
	titles := map[string]string{}
	if col.Kind != data.KindRef {
		return titles, nil
	}
	for _, rec := range recs {
		titles[*col.At(rec).(*string)] = ""
	}
	delete(titles, "")
	var ids []string
	for id := range titles {
		ids = append(ids, id)
	}
	for chunk := range slices.Chunk(ids, eachAtOnce) {
		some, err := r.Titles(col.Ref, chunk, lang)
		if err != nil {
			return nil, err
		}
		for id, title := range some {
			titles[id] = title
		}
	}
	return titles, nil
}

func (r *Reader) memoryPage(p *plan) (Page, error) {
	c, started, err := p.start(r.lang)
	if err != nil {
		return Page{}, err
	}
	list, err := r.memoryList(p)
	if err != nil {
		return Page{}, err
	}
	if started {
		at, found := slices.BinarySearchFunc(list, keyedID{c.Key, c.ID}, p.compareIDs)
		if found {
			at++
		}
		list = list[at:]
	}
	limit := p.q.limit()
	shown := list[:min(limit, len(list))]
	ids := make([]string, len(shown))
	for i := range shown {
		ids[i] = shown[i].id
	}
	var out Page
	if out.Records, err = r.Many(p.entity.Name, ids); err != nil {
		return Page{}, err
	}
	if len(list) > limit {
		last := shown[limit-1]
		out.Next = p.cursorAt(last.key, last.id, r.lang).String()
	}
	return out, nil
}
