package store

import (
	"context"
	"slices"
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
