package kit

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"time"
)

// queue is an Exec whose work waits until the test lets it go, in any order.
type queue struct{ work []func() }

func (q *queue) Go(work func()) { q.work = append(q.work, work) }
func (*queue) Apply(f func())   { f() }

func (*queue) After(time.Duration, func()) func() { panic("nothing waits here") }

func (q *queue) let(i int) {
	work := q.work[i]
	q.work = append(q.work[:i:i], q.work[i+1:]...)
	work()
}

func TestLaterLatestWins(t *testing.T) {
	q := &queue{}
	later := NewLater[string](q)
	var got []string
	var contexts []context.Context
	ask := func(name string) {
		later.Run(t.Context(), func(ctx context.Context) (string, error) {
			contexts = append(contexts, ctx)
			return name, ctx.Err()
		}, func(v string, err error) { got = append(got, fmt.Sprint(v, err)) })
	}
	ask("old")
	ask("new")
	if !later.Busy() {
		t.Error("not busy while an answer is awaited")
	}
	q.let(1)
	q.let(0) // late
	if fmt.Sprint(got) != "[new<nil>]" {
		t.Errorf("applied %v, want the newer answer alone", got)
	}
	if !errors.Is(contexts[1].Err(), context.Canceled) || later.Busy() {
		t.Error("the older fetch was not cancelled, or it is still busy")
	}
	ask("dropped")
	later.Cancel()
	q.let(0)
	if len(got) != 1 {
		t.Errorf("applied %v after Cancel", got)
	}
}

func TestLaterInline(t *testing.T) {
	later := NewLater[int](Inline())
	got := 0
	later.Run(t.Context(), func(context.Context) (int, error) { return 7, nil }, func(v int, _ error) { got = v })
	if got != 7 || later.Busy() {
		t.Errorf("got %d, busy %v", got, later.Busy())
	}
}

// pagesOf makes a window over n numbered rows and notes what it asks for.
func pagesOf(exec Exec, n *int, asked *[]PageQuery) *Pages[int] {
	return NewPages(PagesParams[int]{
		Exec: exec, Size: 10, Keep: 3,
		Fetch: func(_ context.Context, q PageQuery) (Page[int], error) {
			*asked = append(*asked, q)
			page := Page[int]{Total: *n}
			for i := q.First; i < min(q.First+q.Limit, *n); i++ {
				page.Rows = append(page.Rows, i)
				page.Mark = fmt.Sprint("after ", i)
			}
			return page, nil
		},
		Cells: func(i int) []Cell { return []Cell{{Text: fmt.Sprint(i)}} },
	})
}

func TestPagesFetchWhatIsInView(t *testing.T) {
	n, asked := 1000, []PageQuery{}
	p := pagesOf(Inline(), &n, &asked)
	changes := 0
	p.OnChanged(func() { changes++ })
	p.Reload()
	p.Need(5, 15)
	if row, ok := p.Row(12); !ok || row[0].Text != "12" || p.Len() != 1000 || changes != 2 {
		t.Fatalf("row %v %v, %d rows, %d changes", row, ok, p.Len(), changes)
	}
	p.Need(500, 512)
	want := []PageQuery{{0, 10, ""}, {10, 10, "after 9"}, {500, 10, ""}, {510, 10, "after 509"}}
	if fmt.Sprint(asked) != fmt.Sprint(want) {
		t.Errorf("asked %v\nwant  %v", asked, want)
	}
	if _, ok := p.Row(3); ok || len(p.held) != 3 {
		t.Errorf("%d pages are held, the one needed longest ago among them: %v", len(p.held), ok)
	}
	if p.Find(func(i int) bool { return i%7 == 0 && i > 20 }) != 504 {
		t.Error("Find does not give the first held row")
	}
}

func TestPagesDropWhatWasScrolledPast(t *testing.T) {
	n, asked, q := 1000, []PageQuery{}, &queue{}
	p := pagesOf(q, &n, &asked)
	p.Reload()
	q.let(0)
	p.Need(100, 108)
	p.Need(300, 308) // the knob is dragged on
	q.let(1)
	q.let(0)
	if _, ok := p.Row(300); !ok {
		t.Error("what is in view did not come")
	}
	if _, ok := p.Row(100); ok {
		t.Error("a late answer was taken")
	}
}

func TestPagesKeepOldRowsUntilNewCome(t *testing.T) {
	n, asked, q := 100, []PageQuery{}, &queue{}
	p := pagesOf(q, &n, &asked)
	p.Reload()
	q.let(0)
	n = 4
	p.Reload()
	if _, ok := p.Row(5); !ok {
		t.Error("the old rows went before the new were there")
	}
	q.let(0)
	if _, ok := p.Row(5); ok || p.Len() != 4 {
		t.Errorf("old rows stay; %d rows", p.Len())
	}
}

func TestPagesTellFailures(t *testing.T) {
	var told error
	broken := errors.New("broken")
	p := NewPages(PagesParams[int]{
		Exec: Inline(), Failed: func(err error) { told = err },
		Fetch: func(context.Context, PageQuery) (Page[int], error) { return Page[int]{}, broken },
		Cells: func(int) []Cell { return nil },
	})
	p.Reload()
	if !errors.Is(told, broken) {
		t.Errorf("told %v", told)
	}
}
