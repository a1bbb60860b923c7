package store

import (
	"context"
	"slices"
	"testing"

	"primadesk/data"
	"primadesk/data/journal"
)

// entriesOf are all entries of a store.
func entriesOf(t *testing.T, s *Store) []journal.Entry {
	t.Helper()
	rows, err := s.reader.Raw(selectEntries + " ORDER BY record, pos").Rows()
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	var all []journal.Entry
	if err := eachPast(rows, func(p past) error { all = append(all, p.entries...); return nil }); err != nil {
		t.Fatal(err)
	}
	return all
}

func appendAll(t *testing.T, s *Store, entries []journal.Entry) Done {
	t.Helper()
	return write(t, s, func(tx *Tx) error { return tx.Append(entries) })
}

// twoStores have the same contact, which one of them made.
func twoStores(t *testing.T) (a, b *Store, id string) {
	t.Helper()
	a = openStore(t)
	p := paramsOf(t.TempDir())
	p.Device = otherDevice
	b = openIn(t, p)
	c := contact("Ελένη", "Παπαδοπούλου")
	c.Role = "teacher"
	save(t, a, c)
	appendAll(t, b, entriesOf(t, a))
	return a, b, c.ID
}

func TestAppendTakesInEachEntryOnce(t *testing.T) {
	a, b, id := twoStores(t)
	if got := export(t, b); got != export(t, a) {
		t.Errorf("the other has %s", got)
	}
	if done := appendAll(t, b, entriesOf(t, a)); done.Batch != "" {
		t.Errorf("again: %+v", done)
	}
	got, made := load[data.Contact](t, b, id), load[data.Contact](t, a, id)
	if got.Meta != made.Meta {
		t.Errorf("stamps %+v, want %+v", got.Meta, made.Meta)
	}
	broken := entriesOf(t, a)[0]
	broken.Changes = nil
	_, err := b.Write(context.Background(), Batch{}, func(tx *Tx) error { return tx.Append([]journal.Entry{broken}) })
	if codeOf(err) != "entry.malformed" {
		t.Errorf("got %v", err)
	}
	sound(t, b)
}

func TestEditsMadeApartAreAConflictUntilResolved(t *testing.T) {
	a, b, id := twoStores(t)
	here := context.Background()
	for s, role := range map[*Store]string{a: "dean", b: "headmistress"} {
		c := load[data.Contact](t, s, id)
		c.Role = role
		save(t, s, c)
	}
	appendAll(t, a, entriesOf(t, b))
	appendAll(t, b, entriesOf(t, a))
	for _, s := range []*Store{a, b} {
		disputes, err := s.Conflicts(here, "")
		if err != nil || len(disputes) != 1 || disputes[0].Path != "role" || disputes[0].Record != id || len(disputes[0].Heads) != 2 {
			t.Fatalf("conflicts %+v, %v", disputes, err)
		}
		if c := load[data.Contact](t, s, id); c.Role != "headmistress" {
			t.Errorf("shows %s", c.Role)
		}
		sound(t, s)
	}
	write(t, a, func(tx *Tx) error { return tx.Resolve(entityOf(t, "contact"), id, "role", `"dean"`) })
	appendAll(t, b, entriesOf(t, a))
	for _, s := range []*Store{a, b} {
		if disputes := must(s.Conflicts(here, id)); len(disputes) != 0 {
			t.Errorf("still %+v", disputes)
		}
		if c := load[data.Contact](t, s, id); c.Role != "dean" {
			t.Errorf("shows %s", c.Role)
		}
		sound(t, s)
	}
	_, err := a.Undo(here, "", "")
	appendAll(t, b, entriesOf(t, a))
	for _, s := range []*Store{a, b} {
		if disputes := must(s.Conflicts(here, "")); err != nil || len(disputes) != 1 || disputes[0].Path != "role" || len(disputes[0].Heads) != 2 {
			t.Errorf("undone, the decision is not open again: %+v, %v", disputes, err)
		}
		sound(t, s)
	}
	write(t, b, func(tx *Tx) error { return tx.Resolve(entityOf(t, "contact"), id, "role", `"headmistress"`) })
	appendAll(t, a, entriesOf(t, b))
	for _, s := range []*Store{a, b} {
		if disputes := must(s.Conflicts(here, "")); len(disputes) != 0 || load[data.Contact](t, s, id).Role != "headmistress" {
			t.Errorf("still %+v", disputes)
		}
		sound(t, s)
	}
	_, err = a.Write(here, Batch{}, func(tx *Tx) error { return tx.Resolve(entityOf(t, "contact"), id, "role", "dean") })
	if codeOf(err) != "value.form" {
		t.Errorf("got %v", err)
	}
}

// What a form saves supersedes what it had read, and not what came in while it was open.
func TestAChangeThatCameBetweenIsAConflict(t *testing.T) {
	s := openStore(t)
	c := contact("Ελένη", "")
	c.Role = "teacher"
	save(t, s, c)
	form, other := load[data.Contact](t, s, c.ID), load[data.Contact](t, s, c.ID)
	other.Role, other.Place = "dean", "Τρίπολη"
	save(t, s, other)
	form.Role = "headmistress"
	save(t, s, form)
	if form.Place != "Τρίπολη" {
		t.Errorf("the form was not brought up to date: %+v", form)
	}
	disputes := must(s.Conflicts(context.Background(), c.ID))
	if len(disputes) != 1 || disputes[0].Path != "role" {
		t.Errorf("conflicts %+v", disputes)
	}
	form.Role = "headmistress of two schools"
	save(t, s, form)
	if left := must(s.Conflicts(context.Background(), "")); len(left) != 0 {
		t.Errorf("still %+v", left)
	}
	sound(t, s)
}

func TestEntriesOfANewerProgramAreKept(t *testing.T) {
	a, b, id := twoStores(t)
	newer := slices.Clone(entriesOf(t, a))[0]
	newer.Changes = map[journal.Path]journal.Change{"favourite_crop": {Value: `"olives"`}}
	newer.ID, newer.Seq = uuid7(6, 1), 2
	appendAll(t, b, []journal.Entry{newer})
	c := load[data.Contact](t, b, id)
	c.Role = "dean"
	save(t, b, c)
	steps := must(b.History(context.Background(), entityOf(t, "contact"), id))
	if len(steps) != 3 || len(steps[2].Changes) != 1 {
		t.Errorf("history %+v", steps)
	}
	sound(t, b)
}

// Of a period that was closed in two workspaces that did not know of each other, both closings stay, whoever takes in first; one
// that was opened again elsewhere keeps what was reported.
func TestClosingsMadeApartAreBothKept(t *testing.T) {
	a, b, _ := twoStores(t)
	period := 1
	closing := func(id, figures string) *data.Closing {
		c := &data.Closing{Project: "p", Period: &period, Closed: "2026-01-10", Figures: figures}
		c.ID = id
		return c
	}
	mine, other := closing("01900000-0000-7000-8000-00000000000a", `{"version":1,"of":[]}`), closing("01900000-0000-7000-8000-00000000000b", `{"version":1,"of":[{"entity":"project","id":"p","values":{"people":3}}]}`)
	save(t, a, mine)
	save(t, b, other)
	appendAll(t, a, entriesOf(t, b))
	appendAll(t, b, entriesOf(t, a))
	again := load[data.Closing](t, b, mine.ID)
	again.Reopened = "2026-02-01"
	save(t, b, again)
	appendAll(t, a, entriesOf(t, b))
	for _, s := range []*Store{a, b} {
		x, y := load[data.Closing](t, s, mine.ID), load[data.Closing](t, s, other.ID)
		if x.Figures != mine.Figures || x.Reopened != "2026-02-01" || y.Figures != other.Figures || y.Open() {
			t.Errorf("%+v\n%+v", x, y)
		}
		sound(t, s)
	}
	if export(t, a) != export(t, b) {
		t.Error("they differ")
	}
}
