package contacts

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
	search  string
	filters filters
	sort    string
	desc    bool
}

// narrowed tells whether it asks for less than everybody.
func (w wanted) narrowed() bool { return w.search != "" || len(w.filters) > 0 }

func (w wanted) query(p *i18n.Printer) app.Query {
	return app.Query{
		Entity: entity().Name, Where: w.filters.conds(), Search: w.search,
		Sort: w.sort, Desc: w.desc, Lang: p.Lang(), Labels: p,
	}
}

// row is a contact with what its line in the table needs of its organisation.
type row struct {
	contact             *data.Contact // nil for one that was deleted since the list was read
	organisation, group string
}

// snapshot is one answer to wanted: the ids of all lines, read once, however many pages are asked of it.
type snapshot struct {
	query  app.Query
	mu     sync.Mutex
	loaded bool
	ids    []string
	all    int // contacts there are in all
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
	all := len(ids)
	if len(s.query.Where) > 0 || s.query.Search != "" {
		if all, err = records.Count(ctx, app.Query{Entity: s.query.Entity}); err != nil {
			return nil, err
		}
	}
	s.ids, s.all, s.loaded = ids, all, true
	return ids, nil
}

// source is the window over the list: the ids of all lines, and the records of those in view.
type source struct {
	records *app.Records
	printer *i18n.Printer
	latest  atomic.Pointer[snapshot] // read off the UI's goroutine
	ids     []string                 // of the lines that the table has: those of the last answer
	all     int                      // contacts there are in all
	pages   *kit.Pages[row]
}

func newSource(records *app.Records, p *i18n.Printer, exec kit.Exec, cells func(row) []kit.Cell, failed func(error)) *source {
	s := &source{records: records, printer: p}
	s.latest.Store(&snapshot{query: wanted{}.query(p)})
	s.pages = kit.NewPages(kit.PagesParams[row]{Exec: exec, Size: 60, Fetch: s.fetch, Cells: cells, Failed: failed})
	return s
}

// ask reads the list anew. The old lines stay until the answer is there.
func (s *source) ask(w wanted) {
	s.latest.Store(&snapshot{query: w.query(s.printer)})
	s.pages.Reload()
}

// settle takes over the ids of the answer that has come: pages come from the latest question only.
func (s *source) settle() {
	last := s.latest.Load()
	last.mu.Lock()
	defer last.mu.Unlock()
	if last.loaded {
		s.ids, s.all = last.ids, last.all
	}
}

// fetch reads one page: three queries at most, however long the list.
func (s *source) fetch(ctx context.Context, q kit.PageQuery) (kit.Page[row], error) {
	ids, err := s.latest.Load().load(ctx, s.records)
	if err != nil {
		return kit.Page[row]{}, err
	}
	page := kit.Page[row]{Total: len(ids)}
	first, last := min(q.First, len(ids)), min(q.First+q.Limit, len(ids))
	page.Rows, err = s.rows(ctx, ids[first:last])
	return page, err
}

func (s *source) rows(ctx context.Context, ids []string) ([]row, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	recs, err := s.records.Many(ctx, entity(), ids)
	if err != nil {
		return nil, err
	}
	found := make(map[string]*data.Contact, len(recs))
	var of []string
	for _, rec := range recs {
		c := rec.(*data.Contact)
		found[c.ID] = c
		if c.Organisation != "" {
			of = append(of, c.Organisation)
		}
	}
	organisations, err := organisationsByID(ctx, s.records, of)
	if err != nil {
		return nil, err
	}
	rows := make([]row, len(ids))
	for i, id := range ids {
		rows[i].contact = found[id]
		if found[id] == nil {
			continue
		}
		if o := organisations[found[id].Organisation]; o != nil {
			rows[i].organisation, rows[i].group = o.Title(s.printer.Lang()), o.Group
		}
	}
	return rows, nil
}

func organisationsByID(ctx context.Context, records *app.Records, ids []string) (map[string]*data.Organisation, error) {
	slices.Sort(ids)
	recs, err := records.Many(ctx, organisationEntity(), slices.Compact(ids))
	if err != nil {
		return nil, err
	}
	out := make(map[string]*data.Organisation, len(recs))
	for _, rec := range recs {
		out[rec.Head().ID] = rec.(*data.Organisation)
	}
	return out, nil
}

// index is the line of a contact, -1 where the list does not have it.
func (s *source) index(id string) int {
	if id == "" {
		return -1
	}
	return slices.Index(s.ids, id)
}

// id is the contact of a line, empty where there is none.
func (s *source) id(index int) string {
	if index < 0 || index >= len(s.ids) {
		return ""
	}
	return s.ids[index]
}

// neighbour is who comes to stand where a contact stood once that is gone: the next line, else the one before.
func (s *source) neighbour(id string) string {
	i := s.index(id)
	if i < 0 {
		return ""
	}
	return cmp.Or(s.id(i+1), s.id(i-1))
}
