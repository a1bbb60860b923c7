package listing

import (
	"context"
	"sync"
	"sync/atomic"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/kit"
)

// wanted is what the list is asked for.
type wanted struct {
	search  string
	filters map[string][]string // by the filter's field
	sort    string
	desc    bool
}

// narrowed tells whether it asks for less than all.
func (w wanted) narrowed() bool { return w.search != "" || len(w.filters) > 0 }

// question is one thing that was asked. Pages of it are counted once.
type question struct {
	query  app.Query
	always []app.Cond // of the query's conditions those that always hold
	narrow bool       // the query asks for less than all
	with   []string
	mu     sync.Mutex
	total  int
	all    int // records there are in all; -1: not known
}

// source is the window over the list. It holds the rows of some pages and nothing of the others, not even their ids.
type source struct {
	records *app.Records
	lang    string
	latest  atomic.Pointer[question] // read off the UI's goroutine
	extra   func(context.Context, []data.Record) (map[string]any, error)
	pages   *kit.Pages[Row]
}

// pageSize is how many rows a query brings: a screenful and what is scrolled next.
const pageSize = 60

func newSource(p *Params, cells func(Row) []kit.Cell, failed func(error)) *source {
	s := &source{records: p.Workspace.Records, lang: p.Printer.Lang(), extra: p.Extra}
	s.latest.Store(&question{query: app.Query{Entity: p.Entity.Name}})
	s.pages = kit.NewPages(kit.PagesParams[Row]{Exec: p.Exec, Size: pageSize, Fetch: s.fetch, Cells: cells, ID: Row.ID, Failed: failed})
	return s
}

// ask reads the list anew. The old rows stay until the answer is there.
func (s *source) ask(q *question) {
	s.latest.Store(q)
	s.pages.Reload()
}

// fetch reads one page: a query for its rows and what they refer to, and with the first page of a question one that counts.
func (s *source) fetch(ctx context.Context, at kit.PageQuery) (kit.Page[Row], error) {
	q := s.latest.Load()
	q.mu.Lock()
	total, all := q.total, q.all
	q.mu.Unlock()
	query := q.query
	query.Limit, query.After = at.Limit, at.After
	window, err := s.records.Window(ctx, query, app.Span{First: at.First, Total: total, With: q.with})
	if err != nil {
		return kit.Page[Row]{}, err
	}
	switch {
	case !q.narrow:
		all = window.Total
	case all < 0:
		if all, err = s.records.Count(ctx, app.Query{Entity: query.Entity, Where: q.always}); err != nil {
			return kit.Page[Row]{}, err
		}
	}
	q.mu.Lock()
	q.total, q.all = window.Total, all
	q.mu.Unlock()
	page := kit.Page[Row]{Total: window.Total, Mark: window.Next, Rows: make([]Row, len(window.Records))}
	var extra map[string]any
	if s.extra != nil && len(window.Records) > 0 {
		if extra, err = s.extra(ctx, window.Records); err != nil {
			return kit.Page[Row]{}, err
		}
	}
	for i, rec := range window.Records {
		page.Rows[i] = Row{Record: rec, Refs: window.Refs[i], Extra: extra[rec.Head().ID], lang: s.lang}
	}
	return page, nil
}

// counted are how many rows the list has, and how many there are in all.
func (s *source) counted() (total, all int) {
	q := s.latest.Load()
	q.mu.Lock()
	defer q.mu.Unlock()
	return q.total, max(q.all, 0)
}

// index is the line of a record among the rows that are held, -1 where they do not have it.
func (s *source) index(id string) int {
	if id == "" {
		return -1
	}
	return s.pages.Find(func(r Row) bool { return r.ID() == id })
}

// row is a line's, if it is held.
func (s *source) row(i int) (Row, bool) {
	if i < 0 {
		return Row{}, false
	}
	r, ok := s.pages.Item(i)
	return r, ok && r.Record != nil
}

// known is a record that is held.
func (s *source) known(id string) (Row, bool) { return s.row(s.index(id)) }
