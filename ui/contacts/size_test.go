package contacts

import (
	"fmt"
	"os"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"primadesk/app"
	"primadesk/ui/screen/screentest"
)

// TestLongListIsAWindow holds the screen to a few pages of rows, however far one scrolls, and to a right count.
func TestLongListIsAWindow(t *testing.T) {
	const n = 3000
	s, v := show(t, screentest.Params{Lang: "el", Empty: true})
	crowd(t, s.Work, n)
	if v.List().Count() != n {
		t.Fatalf("%d lines", v.List().Count())
	}
	for line := 0; line < n; line += 200 {
		v.List().Table().Select(line)
	}
	held := 0
	for i := range n {
		if _, ok := v.List().Row(i); ok {
			held++
		}
	}
	if held == 0 || held > 25*60 {
		t.Errorf("%d of %d rows are held", held, n)
	}
	v.List().Table().Select(n - 1)
	if _, ok := v.List().Row(n - 1); !ok {
		t.Error("the last line in view is not there")
	}
	v.Search("lef clai")
	want, err := s.Work.Records.Count(t.Context(), app.Query{Entity: "contact", Search: "lef clai"})
	if err != nil || v.List().Count() != want || want == 0 || want == n {
		t.Errorf("%d lines of %d that fit, %v", v.List().Count(), want, err)
	}
	if _, ok := v.List().Row(0); !ok {
		t.Error("after a search the list does not begin at its top")
	}
}

// benchContacts is how many contacts the benchmarks have: PRIMADESK_BENCH_CONTACTS, or 100,000.
func benchContacts(b *testing.B) int {
	b.Helper()
	text := os.Getenv("PRIMADESK_BENCH_CONTACTS")
	if text == "" {
		return 100_000
	}
	n, err := strconv.Atoi(text)
	if err != nil {
		b.Fatal(err)
	}
	return n
}

// counted is a screen over many contacts, and what it asks for.
type counted struct {
	*contacts
	asked int // queries over contacts
	rows  int // of those, queries that read rows
}

func many(b *testing.B, n int) *counted {
	b.Helper()
	c := &counted{}
	s, v := show(b, screentest.Params{Lang: "el", Empty: true, OnRead: func(sql string) {
		if !strings.Contains(sql, "contacts") {
			return
		}
		c.asked++
		if !strings.HasPrefix(sql, "SELECT count(") {
			c.rows++
		}
	}})
	c.contacts = v
	v.Hidden()
	crowd(b, s.Work, n)
	v.Shown()
	return c
}

// allocated is how many bytes something allocates.
func allocated(do func()) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	do()
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}

// BenchmarkKeystroke is what typing one more letter costs, from the key to the lines that are shown: at most two queries,
// at most two pages of rows, and no allocation that grows with the table: over all contacts at most 1.5 times as much as
// over a fiftieth of them.
func BenchmarkKeystroke(b *testing.B) {
	typed := []string{"π", "πα", "παπ", "παπα", "παπαδ", "c", "cl", "clai", "g", "ge", "δ", ""}
	n := benchContacts(b)
	few, all := many(b, max(n/50, 500)), many(b, n)
	for b.Loop() {
		var slowest time.Duration
		var small, large uint64
		asked, pages := 0, 0
		for _, text := range typed {
			small += allocated(func() { few.Search(text) })
			all.asked, all.rows = 0, 0
			start := time.Now()
			large += allocated(func() { all.Search(text) })
			slowest = max(slowest, time.Since(start))
			asked, pages = max(asked, all.asked), max(pages, all.rows)
		}
		b.ReportMetric(float64(slowest.Milliseconds()), "ms-slowest")
		within(b, "queries", float64(asked), 2)
		within(b, "pages", float64(pages), 2)
		within(b, "bytes-large/small", float64(large)/float64(small), 1.5)
	}
}

// BenchmarkScroll goes down 10,000 lines, a screenful at a time: one query a page of rows, and no more memory held in the
// second half than in the first (at most 1.1 times, for what the collector leaves).
func BenchmarkScroll(b *testing.B) {
	v := many(b, max(benchContacts(b), 10_000))
	heap := func() uint64 {
		var m runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	scroll := func(from, to int) {
		for line := from; line < to; line += 15 {
			v.List().Table().Select(line)
		}
	}
	for b.Loop() {
		v.List().Table().Select(0)
		v.rows = 0
		scroll(0, 5000)
		first := heap()
		scroll(5000, 10_000)
		within(b, "bytes-second/first", float64(heap())/float64(first), 1.1)
		within(b, "queries", float64(v.rows), float64(10_000/60+2))
	}
}

// within reports a figure together with its limit, and fails where it is more.
func within(b *testing.B, name string, got, limit float64) {
	b.Helper()
	b.ReportMetric(got, fmt.Sprintf("%s<=%g", name, limit))
	if got > limit {
		b.Errorf("%s is %.2f, more than %g", name, got, limit)
	}
}
