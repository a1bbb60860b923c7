package store

import (
	"strings"
	"time"

	"primadesk/data"
)

// metaColumns stand before the declared ones in every table of records. pos is the journal's position of the last
// entry that made the row what it is, and becomes Meta.Base.
var metaColumns = []string{"id", "state", "pos", "created_at", "created_by", "changed_at", "changed_by", "device"}

// titleFold is the column of the folded title, by which search orders its hits. It and the collation keys (<id>_key)
// stand behind what the record itself has.
const titleFold = "title_fold"

// stampLayout is how instants are kept, in UTC: a form that SQLite sorts as text and the driver reads as a time.
const stampLayout = "2006-01-02 15:04:05.000+00:00"

func stamp(t time.Time) string { return t.UTC().Format(stampLayout) }

// layout is how the records of one entity lie in their table: which columns there are, and the statements over them.
type layout struct {
	entity  *data.Entity
	columns []string       // quoted names of what scan reads, in its order: metaColumns, then the entity's
	derived []string       // quoted names of what follows from those: titleFold, then the keys
	keys    []*data.Column // those that have a collation key
	refs    []*data.Column // those that refer to one record
	code    *data.Column   // what people call a record by beside its title; nil: nothing

	selects string // SELECT columns FROM table
	wholes  string // SELECT columns, seq, derived FROM table
	search  string // the search table's name
}

// layouts describes all tables once, at Open.
func layouts() map[*data.Entity]*layout {
	all := make(map[*data.Entity]*layout)
	for _, e := range data.Entities() {
		all[e] = layoutOf(e)
	}
	return all
}

func layoutOf(e *data.Entity) *layout {
	l := &layout{entity: e, search: e.Table + "_search"}
	for _, name := range metaColumns {
		l.columns = append(l.columns, quote(name))
	}
	for i := range e.Columns {
		c := &e.Columns[i]
		l.columns = append(l.columns, quote(c.ID))
		if keyed(c) {
			l.keys = append(l.keys, c)
		}
		if c.Kind == data.KindRef {
			l.refs = append(l.refs, c)
		}
		if c.Code {
			l.code = c
		}
	}
	l.derived = append(l.derived, quote(titleFold))
	for _, c := range l.keys {
		l.derived = append(l.derived, quote(keyName(c)))
	}
	l.selects = "SELECT " + strings.Join(l.columns, ", ") + " FROM " + e.Table
	l.wholes = "SELECT " + strings.Join(l.columns, ", ") + ", seq, " + strings.Join(l.derived, ", ") + " FROM " + e.Table
	return l
}

// quote makes a name safe where it is a word of SQL: group, order, to.
func quote(name string) string { return `"` + name + `"` }

// scanner is a row of a query that selects a layout's columns.
type scanner interface{ Scan(dest ...any) error }

// scan reads one row, and into more what the query selects after the layout's columns.
func (l *layout) scan(row scanner, more ...any) (data.Record, error) {
	rec := l.entity.New()
	m := rec.Head()
	dest := make([]any, 0, len(l.columns)+len(more))
	dest = append(dest, &m.ID, &m.State, &m.Base, &m.CreatedAt, &m.CreatedBy, &m.ChangedAt, &m.ChangedBy, &m.Device)
	for i := range l.entity.Columns {
		dest = append(dest, l.entity.Columns[i].At(rec))
	}
	if err := row.Scan(append(dest, more...)...); err != nil {
		return nil, err
	}
	return rec, nil
}
