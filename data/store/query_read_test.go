package store

import (
	"bytes"
	"context"
	"errors"
	"slices"
	"testing"
	"unicode"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"primadesk/data"
)

func TestManyKeepsTheOrderAsked(t *testing.T) {
	w := newWorld(t, "en", 20)
	ids := []string{uuid7(1, 9), uuid7(99, 9), uuid7(1, 3), uuid7(1, 11)}
	recs, err := w.store.Many(t.Context(), "contact", ids)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, rec := range recs {
		got = append(got, rec.Head().ID)
		want, err := data.AppendJSON(nil, w.title[rec.Head().ID])
		have, err2 := data.AppendJSON(nil, rec)
		if err != nil || err2 != nil || !bytes.Equal(have, want) {
			t.Errorf("got %s, want %s", have, want)
		}
		if rec.Head().Base == 0 || rec.Head().CreatedAt.IsZero() {
			t.Errorf("no base or stamp: %+v", rec.Head())
		}
	}
	if want := []string{ids[0], ids[2], ids[3]}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	_, err = w.store.Get(t.Context(), "contact", uuid7(99, 9))
	wantCode(t, err, "record.missing")
	_, err = w.store.Get(t.Context(), "nobody", uuid7(1, 1))
	wantCode(t, err, "query.entity")
}

// A report sees the workspace as it was when it began, whatever is written meanwhile.
func TestReadIsOneMoment(t *testing.T) {
	w := newWorld(t, "en", 1200)
	q := Query{Entity: "contact"}
	want := len(w.naive(q))
	err := w.store.Read(t.Context(), func(r *Reader) error {
		n := 0
		last := ""
		for c, err := range Each[data.Contact](r, q) {
			if err != nil {
				return err
			}
			if n++; n == 10 {
				keepAll(t, w.store, &data.Contact{Meta: data.Meta{ID: uuid7(8, 1)}, FamilyName: "Late"})
			}
			if c.ID <= last {
				t.Errorf("%s after %s", c.ID, last)
			}
			last = c.ID
			if c.Organisation != "" && n%100 == 0 { // other questions may be asked on the way
				if _, err := r.Titles("organisation", []string{c.Organisation}, "en"); err != nil {
					return err
				}
			}
		}
		if n != want {
			t.Errorf("%d contacts, want %d", n, want)
		}
		counted, err := r.Count(q)
		if err != nil || counted != want {
			t.Errorf("counted %d, %v; want %d", counted, err, want)
		}
		if _, err := Get[data.Contact](r, uuid7(8, 1)); err == nil {
			t.Error("a later contact is seen")
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if n, err := w.store.Count(t.Context(), q); err != nil || n != want+1 {
		t.Errorf("afterwards %d, %v; want %d", n, err, want+1)
	}
}

func TestEachSortedAndCancelled(t *testing.T) {
	w := newWorld(t, "en", 1200)
	q := Query{Entity: "contact", Sort: "organisation", Desc: true, Search: "a", Where: []Cond{Where("country", Present)}}
	want := w.naive(q)
	ctx, cancel := context.WithCancel(t.Context())
	err := w.store.Read(ctx, func(r *Reader) error {
		var got []string
		for rec, err := range r.Each(q) {
			if err != nil {
				return err
			}
			got = append(got, rec.Head().ID)
		}
		if !slices.Equal(got, want) {
			t.Errorf("got %d, want %d", len(got), len(want))
		}
		cancel()
		for _, err := range r.Each(q) {
			return err
		}
		return nil
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

// Lists work the same for who may only read, and inside of a transaction that writes.
func TestListsElsewhere(t *testing.T) {
	w := newWorld(t, "el", 40)
	q := Query{Entity: "contact", Sort: "family_name"}
	want := w.naive(q)
	look, err := Open(t.Context(), Params{Dir: w.store.Dir(), ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer look.Close()
	if got, err := look.IDs(t.Context(), q); err != nil || !slices.Equal(got, want) {
		t.Errorf("read-only: %v, %v", got, err)
	}
	_, err = w.store.Write(t.Context(), Batch{Kind: "test"}, func(tx *Tx) error {
		if err := tx.Save(&data.Contact{Meta: data.Meta{ID: uuid7(8, 1)}, FamilyName: "ωωω"}); err != nil {
			return err
		}
		r, err := tx.Reader()
		if err != nil {
			return err
		}
		got, err := r.IDs(q)
		if !slices.Contains(got, uuid7(8, 1)) || len(got) != len(want)+1 {
			t.Errorf("in a transaction: %v", got)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// After Rekey the lists of every language are what they were when sorted in memory, and the other way round.
func TestRekey(t *testing.T) {
	w := newWorld(t, "en", 120)
	queries := []Query{}
	for _, sort := range []string{"family_name", "organisation", "role"} {
		queries = append(queries, Query{Entity: "contact", Sort: sort})
	}
	queries = append(queries, Query{Entity: "event", Sort: "name"}, Query{Entity: "organisation", Sort: "name", Desc: true})
	different := 0
	for _, keys := range []string{"es", "el", "en", "es", "nl"} {
		page, err := w.store.Page(t.Context(), Query{Entity: "contact", Sort: "family_name", Limit: 1})
		if err != nil {
			t.Fatal(err)
		}
		if err := w.store.Rekey(t.Context(), keys); err != nil {
			t.Fatal(err)
		}
		if got := w.store.Lang(); got != keys {
			t.Fatalf("keys are in %s, want %s", got, keys)
		}
		_, err = w.store.Page(t.Context(), Query{Entity: "contact", Sort: "family_name", Limit: 1, After: page.Next})
		wantCode(t, err, "query.cursor")
		for _, q := range queries {
			base := w.naive(q)
			for _, q.Lang = range data.Languages {
				want := w.naive(q)
				if got, err := w.store.IDs(t.Context(), q); err != nil || !slices.Equal(got, want) {
					t.Errorf("keys %s, list %s by %s in %s: %v\n got %v\nwant %v", keys, q.Entity, q.Sort, q.Lang, err, got, want)
				}
				if !slices.Equal(base, want) {
					different++
				}
			}
		}
	}
	if different == 0 {
		t.Error("all languages give one order: nothing was tested")
	}
	wantCode(t, w.store.Rekey(t.Context(), "de"), "language.unknown")
}

// Languages that are said to have one alphabet make the same keys, of every letter that they use, and of any two in a row.
func TestAlphabets(t *testing.T) {
	var letters []rune
	for r := rune(1); r < 0x2000; r++ {
		if unicode.IsPrint(r) && (r < 0x250 || r >= 0x370 && r < 0x400 || r >= 0x1e00) {
			letters = append(letters, r)
		}
	}
	keysIn := func(lang string) [][]byte {
		c := collate.New(language.Make(lang), collate.Numeric)
		var buf collate.Buffer
		var keys [][]byte
		for _, a := range letters {
			keys = append(keys, bytes.Clone(c.KeyFromString(&buf, string(a))))
			for _, b := range "chljrgzeuoαισχ1" {
				buf.Reset()
				keys = append(keys, bytes.Clone(c.KeyFromString(&buf, string(a)+string(b))))
			}
			buf.Reset()
		}
		return keys
	}
	root := keysIn("en")
	for _, lang := range data.Languages {
		same := slices.EqualFunc(root, keysIn(lang), bytes.Equal)
		if same != (alphabet(lang) == "root") {
			t.Errorf("%s has the keys of English: %v, but its alphabet is %s", lang, same, alphabet(lang))
		}
	}
}

func TestKeysPutNumbersInOrder(t *testing.T) {
	k := newKeyer("el")
	in := []string{"", "D2.9", "D2.10", "École", "école 2", "EL-2", "EL-10", "œuf", "Zoe", "ά", "Άλφα", "αλφάβητο", "βήτα", "Ωμέγα"}
	for i := 1; i < len(in); i++ {
		if bytes.Compare(k.key(in[i-1]), k.key(in[i])) >= 0 {
			t.Errorf("%q is not before %q", in[i-1], in[i])
		}
	}
	if len(k.key("")) != 0 || len(k.key("\u0301")) == 0 {
		t.Error("only an empty text has an empty key")
	}
}
