package store

import (
	"slices"
	"strings"

	"primadesk/data"
)

// Op is how a condition compares.
type Op string

// The operators. What is not known (empty) fulfils only Empty, and Equal or In with "".
const (
	Equal   Op = "="       // of sets: has this member
	Less    Op = "<"       // days, times and numbers, as the four below
	AtMost  Op = "<="      // a day given for a time means the whole day
	Greater Op = ">"       //
	AtLeast Op = ">="      //
	Between Op = "between" // two values, both included
	In      Op = "in"      // one of several
	Has     Op = "has"     // a member of a set, or of a list's field such as consents.purpose
	Empty   Op = "empty"
	Present Op = "not empty"
)

// Cond is one exact condition. Field is
//
//   - a column of the entity, or id, created_at, created_by, changed_at, changed_by;
//   - a column of what a reference stands for: organisation.group, events.country;
//   - a field of a list's members: consents.purpose, which any one member has to fulfil;
//   - of contacts, consent.<purpose>: one of data.NotAsked, Consented and Withdrawn, as data.Contact.ConsentFor says.
//
// Values are written as in JSON or on the command line: 2025-06-02, true, 12.5, a word, a code, an id.
type Cond struct {
	Field  string
	Op     Op
	Values []string
}

// Where makes a condition.
func Where(field string, op Op, values ...string) Cond {
	return Cond{Field: field, Op: op, Values: values}
}

// Labels puts codes into words of the language that a list is shown in, so that it can be sorted by what
// people read. The printers of the catalogues have these methods.
type Labels interface {
	Enum(enum, word string) string
	Word(vocabulary, word string) (label string, ok bool)
	Country(code string) string
	Language(code string) string
}

// Query asks for records of one entity. All conditions hold together.
type Query struct {
	Entity string // its name, plural or table
	Where  []Cond
	Search string // every word begins a word of the record's text; nothing else is found
	Sort   string // a sortable column, created_at, changed_at; empty or "id": in the order of ids
	Desc   bool   // the other way round; what is not known stays last
	Limit  int    // records of a page; 0: DefaultLimit, at most MaxLimit
	After  string // Page.Next of the page before
	Lang   string // whose order texts have; empty: that of Store.Lang
	Labels Labels // nil: words in their declared order, codes by themselves
	Trash  bool   // what is in the trash, and not what is live
}

// Records of one page, unless a query says otherwise, and at most.
const (
	DefaultLimit = 50
	MaxLimit     = 1000
)

// Page is a part of a list. Next asks for what follows it; empty at the end.
type Page struct {
	Records []data.Record
	Next    string
}

// plan is a query whose names and values have been checked.
type plan struct {
	*layout
	q     Query
	conds []string // all of which hold, besides that on the state
	args  []any
	order order
	walk  bool // see Reader.walk
}

// plan checks a query. The codes: query.entity, query.field, query.op, query.value, query.sort.
func (r *Reader) plan(q Query) (*plan, error) {
	l, err := r.layoutNamed(q.Entity)
	if err != nil {
		return nil, err
	}
	p := &plan{layout: l, q: q}
	for _, c := range q.Where {
		sql, args, err := compile(l.entity, c)
		if err != nil {
			return nil, err
		}
		p.conds, p.args = append(p.conds, sql), append(p.args, args...)
	}
	if match := matchAll(searchWords(q.Search)); match != "" {
		p.conds = append(p.conds, l.entity.Table+".seq IN (SELECT rowid FROM "+l.search+" WHERE "+l.search+" MATCH ?)")
		p.args = append(p.args, match)
	}
	p.order, err = r.order(l.entity, q)
	return p, err
}

func (q *Query) state() data.State {
	if q.Trash {
		return data.Trash
	}
	return data.Live
}

// limit is how many records a page has.
func (q *Query) limit() int {
	if q.Limit <= 0 {
		return DefaultLimit
	}
	return min(q.Limit, MaxLimit)
}

// where is the SQL of all conditions. The state is written out, not bound: only so do the indexes of what is live apply.
// Where a list is walked in its order, the other conditions are kept from choosing an index of their own.
func (p *plan) where(walk bool) string {
	var b strings.Builder
	b.WriteString(p.entity.Table + ".state = '" + string(p.q.state()) + "'")
	for _, c := range p.conds {
		b.WriteString(" AND ")
		if walk {
			c = "(" + c + ") IS TRUE"
		}
		b.WriteString(c)
	}
	return b.String()
}

func (r *Reader) layoutNamed(entity string) (*layout, error) {
	e, ok := data.EntityNamed(entity)
	if !ok {
		return nil, data.Fail("query.entity", "Entity", entity)
	}
	return r.layouts[e], nil
}

// metaText are the fields outside of the columns that conditions can name.
var metaText = []string{"id", "created_at", "created_by", "changed_at", "changed_by"}

func isMeta(field string) bool { return slices.Contains(metaText, field) }
