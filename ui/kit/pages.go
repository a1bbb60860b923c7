package kit

import "context"

// PageQuery asks for rows First to First+Limit-1. After is the mark that came with the row before First, for keyset
// paging; it is empty for the first page and after a jump, where only First says where to begin.
type PageQuery struct {
	First, Limit int
	After        string
}

// Page is an answer: rows in their order, the number of all rows, and the mark of the last row.
type Page[T any] struct {
	Rows  []T
	Total int
	Mark  string
}

// PagesParams is what Pages is made from.
type PagesParams[T any] struct {
	Exec   Exec
	Size   int // rows a page; 100 when zero
	Keep   int // pages kept; 20 when zero
	Fetch  func(context.Context, PageQuery) (Page[T], error)
	Cells  func(T) []Cell
	ID     func(T) string // needed where rows can be picked
	Failed func(error)
}

// Pages is a window over rows that are fetched by pages: it holds some, asks for those that are needed, and drops the
// ones that were needed longest ago. All methods are called on the UI's goroutine.
type Pages[T any] struct {
	p       PagesParams[T]
	held    map[int]*heldPage[T]
	marks   map[int]string // page -> the mark of its last row
	total   int
	later   *Later[Page[T]]
	ranges  *Later[[]string]
	asked   int // the page under way
	stale   bool
	first   int
	last    int
	tick    int
	changed func()
}

type heldPage[T any] struct {
	rows []T
	used int
}

// NewPages makes a window. Nothing is fetched before Reload.
func NewPages[T any](p PagesParams[T]) *Pages[T] {
	if p.Size <= 0 {
		p.Size = 100
	}
	if p.Keep <= 0 {
		p.Keep = 20
	}
	return &Pages[T]{p: p, held: map[int]*heldPage[T]{}, marks: map[int]string{}, later: NewLater[Page[T]](p.Exec), ranges: NewLater[[]string](p.Exec)}
}

// OnChanged sets what is called when rows came or their number changed: the table's Reload.
func (s *Pages[T]) OnChanged(f func()) { s.changed = f }

// Reload asks anew for what is in view, after a filter, a sort or the data changed. The old rows stay until the answer
// is there, so that the table does not flicker.
func (s *Pages[T]) Reload() {
	s.stale = true
	s.later.Cancel()
	s.ranges.Cancel()
	clear(s.marks)
	s.ask(s.first / s.p.Size)
}

// Len implements TableSource.
func (s *Pages[T]) Len() int { return s.total }

// Item gives a row, if it is held.
func (s *Pages[T]) Item(i int) (item T, ok bool) {
	page := s.held[i/s.p.Size]
	if i < 0 || page == nil || i%s.p.Size >= len(page.rows) {
		return item, false
	}
	return page.rows[i%s.p.Size], true
}

// Row implements TableSource.
func (s *Pages[T]) Row(i int) ([]Cell, bool) {
	item, ok := s.Item(i)
	if !ok {
		return nil, false
	}
	return s.p.Cells(item), true
}

// ID implements RowIDs.
func (s *Pages[T]) ID(i int) string {
	if item, ok := s.Item(i); ok && s.p.ID != nil {
		return s.p.ID(item)
	}
	return ""
}

// Range implements RowIDs: at once where all rows are held, otherwise when they were fetched, page by page.
func (s *Pages[T]) Range(first, last int, give func(ids []string)) {
	var held []string
	for i := first; i <= last; i++ {
		if id := s.ID(i); id != "" {
			held = append(held, id)
		}
	}
	if s.p.ID == nil || len(held) == last-first+1 {
		s.ranges.Cancel()
		give(held)
		return
	}
	s.ranges.Run(context.Background(),
		func(ctx context.Context) ([]string, error) { return s.fetchIDs(ctx, first, last) },
		func(ids []string, err error) {
			if err == nil {
				give(ids)
			} else if s.p.Failed != nil {
				s.p.Failed(err)
			}
		})
}

func (s *Pages[T]) fetchIDs(ctx context.Context, first, last int) ([]string, error) {
	var ids []string
	q := PageQuery{First: first}
	for q.First <= last {
		q.Limit = min(s.p.Size, last-q.First+1)
		page, err := s.p.Fetch(ctx, q)
		if err != nil || len(page.Rows) == 0 {
			return ids, err
		}
		for _, row := range page.Rows {
			ids = append(ids, s.p.ID(row))
		}
		q.First, q.After = q.First+len(page.Rows), page.Mark
	}
	return ids, nil
}

// Find gives the index of the first held row for which match holds, -1 where there is none.
func (s *Pages[T]) Find(match func(T) bool) int {
	found := -1
	for n, page := range s.held {
		for i, row := range page.rows {
			if at := n*s.p.Size + i; match(row) && (found < 0 || at < found) {
				found = at
			}
		}
	}
	return found
}

// Need implements TableSource: rows first to last are in view.
func (s *Pages[T]) Need(first, last int) {
	s.first, s.last = max(0, first), last
	if s.stale {
		return // the answer that is awaited decides what is there
	}
	if s.later.Busy() {
		if s.asked >= s.first/s.p.Size && s.asked <= s.last/s.p.Size {
			return
		}
		s.later.Cancel() // scrolled past it
	}
	s.next()
}

// next asks for the first page in view that is not held.
func (s *Pages[T]) next() {
	for n := s.first / s.p.Size; n <= s.last/s.p.Size; n++ {
		if page := s.held[n]; page != nil {
			s.tick++
			page.used = s.tick
			continue
		}
		if n*s.p.Size < s.total {
			s.ask(n)
			return
		}
	}
}

func (s *Pages[T]) ask(n int) {
	s.asked = n
	q := PageQuery{First: n * s.p.Size, Limit: s.p.Size, After: s.marks[n-1]}
	s.later.Run(context.Background(),
		func(ctx context.Context) (Page[T], error) { return s.p.Fetch(ctx, q) },
		func(page Page[T], err error) { s.take(n, page, err) })
}

func (s *Pages[T]) take(n int, page Page[T], err error) {
	if err != nil {
		s.stale = false
		if s.p.Failed != nil {
			s.p.Failed(err)
		}
		return
	}
	if s.stale {
		s.stale = false
		clear(s.held)
	}
	s.total = page.Total
	s.tick++
	s.held[n] = &heldPage[T]{rows: page.Rows, used: s.tick}
	s.marks[n] = page.Mark
	s.drop()
	if s.changed != nil {
		s.changed()
	}
	if !s.later.Busy() {
		s.next()
	}
}

// drop lets the pages go that were needed longest ago.
func (s *Pages[T]) drop() {
	for len(s.held) > s.p.Keep {
		oldest := -1
		for n, page := range s.held {
			if oldest < 0 || page.used < s.held[oldest].used {
				oldest = n
			}
		}
		delete(s.held, oldest)
	}
}
