package store

import (
	"context"
	"errors"
	"testing"

	"primadesk/data"
)

// cacheSize is what SQLite says of the page cache of a Reader's connection: KiB, negative.
func cacheSize(t *testing.T, r *Reader) (size int) {
	t.Helper()
	if err := r.db.Raw("PRAGMA cache_size").Row().Scan(&size); err != nil {
		t.Fatal(err)
	}
	return size
}

func TestReadMuchKeepsFewPages(t *testing.T) {
	w := newWorld(t, "en", 20)
	usual := func() (size int) {
		t.Helper()
		if err := w.store.Read(t.Context(), func(r *Reader) error { size = cacheSize(t, r); return nil }); err != nil {
			t.Fatal(err)
		}
		return size
	}
	before := usual()
	if before >= -onceCache {
		t.Fatalf("others have a cache of %d", before)
	}
	errOwn := errors.New("of the caller")
	for name, c := range map[string]struct {
		do   func(cancel func()) error
		want error
	}{
		"done":      {func(func()) error { return nil }, nil},
		"failed":    {func(func()) error { return errOwn }, errOwn},
		"cancelled": {func(cancel func()) error { cancel(); return nil }, nil},
	} {
		ctx, cancel := context.WithCancel(t.Context())
		err := w.store.ReadMuch(ctx, func(r *Reader) error {
			if size := cacheSize(t, r); size != -onceCache {
				t.Errorf("%s: a cache of %d", name, size)
			}
			people := 0
			for rec, err := range r.Each(Query{Entity: "contact", Sort: "family_name"}) {
				if _, contact := rec.(*data.Contact); err != nil || !contact {
					t.Fatal(rec, err)
				}
				people++
			}
			if people == 0 {
				t.Errorf("%s: no contacts", name)
			}
			return c.do(cancel)
		})
		cancel()
		if !errors.Is(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
		if after := usual(); after != before {
			t.Errorf("%s: the connection goes back with a cache of %d, it had %d", name, after, before)
		}
	}
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	if err := w.store.ReadMuch(ended, func(*Reader) error { return nil }); !errors.Is(err, context.Canceled) {
		t.Errorf("after the end: %v", err)
	}
}
