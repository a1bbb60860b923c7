package takeaways

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

// How the cards are grouped.
const (
	byCountry  = "country"
	byTheme    = "theme"
	byFollowUp = "follow_up" // only those that have one, by the day it is due
)

// wanted is what the list is asked for.
type wanted struct {
	group, search, kind, theme, country, visibility string
}

// narrowed tells whether it asks for less than everything.
func (w wanted) narrowed() bool {
	return w.group == byFollowUp || cmp.Or(w.search, w.kind, w.theme, w.country, w.visibility) != ""
}

func (w wanted) query(p *i18n.Printer) app.Query {
	q := app.Query{Entity: "takeaway", Search: w.search, Sort: w.group, Lang: p.Lang(), Labels: p}
	for _, f := range []struct{ field, value string }{
		{"kind", w.kind}, {"theme", w.theme}, {"country", w.country}, {"visibility", w.visibility},
	} {
		if f.value != "" {
			q.Where = append(q.Where, app.Where(f.field, "=", f.value))
		}
	}
	if w.group == byFollowUp {
		q.Sort = "follow_up_due"
		q.Where = append(q.Where, openFollowUps()...)
	}
	return q
}

// openFollowUps are the conditions for what was agreed and is neither done nor dropped.
func openFollowUps() []app.Cond {
	return []app.Cond{app.Where("follow_up", "not empty"), app.Where("follow_up_state", "in", "", "open", "in_progress")}
}

// answer is what a list has: the ids of all its cards, in order, and what the header says.
type answer struct {
	ids       []string
	all       int // takeaways there are in all
	events    int // that they come from
	followUps int // that are open
}

// snapshot is one answer to wanted, read once, however many pages are asked of it.
type snapshot struct {
	query  app.Query
	mu     sync.Mutex
	answer *answer
}

// load reads the answer, off the UI's goroutine. An error is not kept: the next page tries again.
func (s *snapshot) load(ctx context.Context, records *app.Records) (*answer, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.answer != nil {
		return s.answer, nil
	}
	var a answer
	var err error
	if a.ids, err = records.IDs(ctx, s.query); err != nil {
		return nil, err
	}
	if a.all, err = records.Count(ctx, app.Query{Entity: s.query.Entity}); err != nil {
		return nil, err
	}
	if a.followUps, err = records.Count(ctx, app.Query{Entity: s.query.Entity, Where: openFollowUps()}); err != nil {
		return nil, err
	}
	of, err := records.Values(ctx, entity(), "events")
	if err != nil {
		return nil, err
	}
	a.events = len(of)
	s.answer = &a
	return s.answer, nil
}

// source is the window over the list: the ids of all cards, and the takeaways of those in view.
type source struct {
	records *app.Records
	printer *i18n.Printer
	latest  atomic.Pointer[snapshot] // read off the UI's goroutine
	pages   *kit.Pages[*data.Takeaway]
}

func newSource(records *app.Records, p *i18n.Printer, exec kit.Exec, failed func(error)) *source {
	s := &source{records: records, printer: p}
	s.latest.Store(&snapshot{query: wanted{group: byCountry}.query(p)})
	s.pages = kit.NewPages(kit.PagesParams[*data.Takeaway]{Exec: exec, Size: 60, Fetch: s.fetch, Failed: failed})
	return s
}

// ask reads the list anew. The old cards stay until the answer is there.
func (s *source) ask(w wanted) {
	s.latest.Store(&snapshot{query: w.query(s.printer)})
	s.pages.Reload()
}

func (s *source) fetch(ctx context.Context, q kit.PageQuery) (kit.Page[*data.Takeaway], error) {
	a, err := s.latest.Load().load(ctx, s.records)
	if err != nil {
		return kit.Page[*data.Takeaway]{}, err
	}
	page := kit.Page[*data.Takeaway]{Total: len(a.ids)}
	part := a.ids[min(q.First, len(a.ids)):min(q.First+q.Limit, len(a.ids))]
	recs, err := s.records.Many(ctx, entity(), part)
	if err != nil {
		return page, err
	}
	found := make(map[string]*data.Takeaway, len(recs))
	for _, rec := range recs {
		found[rec.Head().ID] = rec.(*data.Takeaway)
	}
	for _, id := range part {
		page.Rows = append(page.Rows, found[id])
	}
	return page, nil
}

// have gives the answer, nil while it is being read.
func (s *source) have() *answer {
	latest := s.latest.Load()
	if !latest.mu.TryLock() {
		return nil
	}
	defer latest.mu.Unlock()
	return latest.answer
}

// index is the place of a takeaway in the list, -1 where the list does not have it.
func (s *source) index(id string) int {
	a := s.have()
	if a == nil || id == "" {
		return -1
	}
	return slices.Index(a.ids, id)
}

// neighbour is the takeaway that comes to stand where one stood once that is gone: the next one, else the one before.
func (s *source) neighbour(id string) string {
	i := s.index(id)
	a := s.have()
	switch {
	case i < 0 || a == nil:
		return ""
	case i+1 < len(a.ids):
		return a.ids[i+1]
	case i > 0:
		return a.ids[i-1]
	}
	return ""
}
