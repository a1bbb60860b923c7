package events

import (
	"cmp"
	"context"
	"slices"
	"sync"
	"sync/atomic"

	"primadesk/app"
	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/ui/kit"
)

// wanted is what the list is asked for.
type wanted struct {
	search                           string
	status, country, organiser, kind string
	undated                          bool // events without a date only
	sort                             string
	desc                             bool
}

// narrowed tells whether it asks for less than everything.
func (w wanted) narrowed() bool {
	return w.search != "" || w.undated || cmp.Or(w.status, w.country, w.organiser, w.kind) != ""
}

func (w wanted) query(p *i18n.Printer) app.Query {
	q := app.Query{Entity: "event", Search: w.search, Sort: w.sort, Desc: w.desc, Lang: p.Lang(), Labels: p}
	for _, f := range []struct{ field, value string }{
		{colStatus, w.status}, {colCountry, w.country}, {"organiser", w.organiser}, {colType, w.kind},
	} {
		if f.value != "" {
			q.Where = append(q.Where, app.Where(f.field, "=", f.value))
		}
	}
	if w.undated {
		q.Where = append(q.Where, app.Where(colStart, "empty"))
	}
	return q
}

// snapshot is one answer to wanted: the ids of all lines, read once, however many pages are asked of it.
type snapshot struct {
	query   app.Query
	mu      sync.Mutex
	loaded  bool
	ids     []string
	all     int // events there are in all
	undated int // those of them without a date
}

// load reads the ids, off the UI's goroutine. An error is not kept: the next page tries again.
func (s *snapshot) load(ctx context.Context, records *app.Records) ([]string, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.loaded {
		return s.ids, nil
	}
	ids, err := records.IDs(ctx, s.query)
	if err != nil {
		return nil, err
	}
	if s.all, err = records.Count(ctx, app.Query{Entity: "event"}); err != nil {
		return nil, err
	}
	if s.undated, err = records.Count(ctx, app.Query{Entity: "event", Where: []app.Cond{app.Where(colStart, "empty")}}); err != nil {
		return nil, err
	}
	s.ids, s.loaded = ids, true
	return ids, nil
}

// have gives what has been read, without waiting for what has not.
func (s *snapshot) have() (ids []string, all, undated int, loaded bool) {
	if !s.mu.TryLock() {
		return nil, 0, 0, false
	}
	defer s.mu.Unlock()
	return s.ids, s.all, s.undated, s.loaded
}

// source is the window over the list: the ids of all lines, and the events of those in view.
type source struct {
	records *app.Records
	printer *i18n.Printer
	latest  atomic.Pointer[snapshot] // read off the UI's goroutine
	pages   *kit.Pages[*data.Event]
}

func newSource(records *app.Records, p *i18n.Printer, exec kit.Exec, cells func(*data.Event) []kit.Cell, failed func(error)) *source {
	s := &source{records: records, printer: p}
	s.latest.Store(&snapshot{query: wanted{}.query(p)})
	s.pages = kit.NewPages(kit.PagesParams[*data.Event]{Exec: exec, Size: 60, Fetch: s.fetch, Cells: cells, Failed: failed})
	return s
}

// ask reads the list anew. The old lines stay until the answer is there.
func (s *source) ask(w wanted) {
	s.latest.Store(&snapshot{query: w.query(s.printer)})
	s.pages.Reload()
}

// fetch reads one page. A line whose event was deleted since the ids were read stays empty.
func (s *source) fetch(ctx context.Context, q kit.PageQuery) (kit.Page[*data.Event], error) {
	ids, err := s.latest.Load().load(ctx, s.records)
	if err != nil {
		return kit.Page[*data.Event]{}, err
	}
	page := kit.Page[*data.Event]{Total: len(ids)}
	part := ids[min(q.First, len(ids)):min(q.First+q.Limit, len(ids))]
	recs, err := s.records.Many(ctx, data.EntityOf((*data.Event)(nil)), part)
	if err != nil {
		return page, err
	}
	found := make(map[string]*data.Event, len(recs))
	for _, rec := range recs {
		found[rec.Head().ID] = rec.(*data.Event)
	}
	for _, id := range part {
		page.Rows = append(page.Rows, found[id])
	}
	return page, nil
}

// index is the line of an event, -1 where the list does not have it.
func (s *source) index(id string) int {
	ids, _, _, _ := s.latest.Load().have()
	if id == "" {
		return -1
	}
	return slices.Index(ids, id)
}

// id is the event of a line, empty where there is none.
func (s *source) id(line int) string {
	ids, _, _, _ := s.latest.Load().have()
	if line < 0 || line >= len(ids) {
		return ""
	}
	return ids[line]
}

// neighbour is the event that comes to stand where one stood once that is gone: the next line, else the one before.
func (s *source) neighbour(id string) string {
	i := s.index(id)
	if i < 0 {
		return ""
	}
	return cmp.Or(s.id(i+1), s.id(i-1))
}
