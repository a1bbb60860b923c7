package store

import (
	"context"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"primadesk/data"
)

// A window anywhere in any list, by its place or after a mark, shows what the whole list has there, with what its records
// refer to; and each record knows its place.
func TestWindowsAreExact(t *testing.T) {
	w := newWorld(t, "el", 150)
	refs := map[string]string{"contact": "organisation", "event": "organiser"}
	rapid.Check(t, func(t *rapid.T) {
		ctx, q := context.Background(), drawQuery(t)
		want := w.naive(q)
		first := rapid.IntRange(0, len(want)+3).Draw(t, "first")
		span := Span{First: first, With: []string{refs[q.Entity]}}
		if rapid.Bool().Draw(t, "counted before") {
			span.Total = len(want)
		}
		got := w.window(t, q, span, want, first)
		if got.Next != "" {
			q.After = got.Next
			w.window(t, q, Span{Total: len(want), With: span.With}, want, first+len(got.Records))
			q.After = ""
		}
		if len(want) > 0 {
			i := rapid.IntRange(0, len(want)-1).Draw(t, "place")
			if at, err := w.store.Place(ctx, q, want[i]); err != nil || at != i {
				t.Fatalf("place of %s in %+v: %d, %v; want %d", want[i], q, at, err, i)
			}
		}
		if at, err := w.store.Place(ctx, q, uuid7(77, 7)); err != nil || at != -1 {
			t.Fatalf("place of nobody: %d, %v", at, err)
		}
	})
}

func (w *world) window(t *rapid.T, q Query, span Span, list []string, first int) Window {
	got, err := w.store.Window(context.Background(), q, span)
	if err != nil {
		t.Fatalf("window of %+v at %+v: %v", q, span, err)
	}
	want := list[min(first, len(list)):min(first+q.Limit, len(list))]
	var ids []string
	for i, rec := range got.Records {
		ids = append(ids, rec.Head().ID)
		w.sameRefs(t, rec, got.Refs[i], span.With)
	}
	if !slices.Equal(ids, want) || got.Total != len(list) {
		t.Fatalf("window of %+v at %+v: %d of %d\n got %v\nwant %v", q, span, len(ids), got.Total, ids, want)
	}
	if more := first+q.Limit < len(list); more != (got.Next != "") {
		t.Fatalf("window of %+v at %+v: next %q", q, span, got.Next)
	}
	return got
}

func (w *world) sameRefs(t *rapid.T, rec data.Record, refs map[string]data.Record, with []string) {
	for _, column := range with {
		c, _ := data.EntityOf(rec).Column(column)
		to := w.title[*c.At(rec).(*string)]
		switch got := refs[column]; {
		case to == nil:
			if got != nil {
				t.Fatalf("%s refers to nothing, got %s", rec.Head().ID, got.Head().ID)
			}
		case got == nil || got.Head().ID != to.Head().ID || got.Title("el") != to.Title("el") || got.Head().State != to.Head().State:
			t.Fatalf("%s refers to %s, got %v", rec.Head().ID, to.Head().ID, got)
		}
	}
}

// A table's keystroke costs two queries: one counts, one reads the rows with what they refer to. Scrolling costs one.
func TestWindowAsksNoMoreThanItNeeds(t *testing.T) {
	var asked []string
	s, err := Open(t.Context(), Params{Dir: t.TempDir(), Device: queryDevice, Lang: "en", OnRead: func(sql string) {
		if strings.Contains(sql, "contacts") {
			asked = append(asked, sql)
		}
	}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	for c := range people(200, 3, []string{""}) {
		keepAll(t, s, c)
	}
	q := Query{Entity: "contact", Search: "a", Sort: "family_name", Limit: 60}
	asked = nil
	got, err := s.Window(t.Context(), q, Span{With: []string{"organisation"}})
	if err != nil || len(asked) != 2 || len(got.Records) == 0 {
		t.Fatalf("a keystroke asks %d queries, %v:\n%s", len(asked), err, strings.Join(asked, "\n"))
	}
	asked, q.Search, q.After = nil, "", ""
	got, err = s.Window(t.Context(), q, Span{Total: 200, First: 60, With: []string{"organisation"}})
	if err != nil || len(asked) != 1 || len(got.Records) != 60 {
		t.Fatalf("scrolling asks %d queries for %d rows, %v", len(asked), len(got.Records), err)
	}
}
