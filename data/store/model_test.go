package store

import (
	"context"
	"flag"
	"fmt"
	"maps"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"primadesk/data"
)

// model is what a workspace of organisations should hold, kept as simply as can be: the whole state after each batch.
type model struct {
	live, trash map[string]organisation
}

type organisation struct {
	name, country string
	tags          string
}

func (m model) clone() model { return model{maps.Clone(m.live), maps.Clone(m.trash)} }

// Random sequences of saving, trashing, restoring, undoing and redoing leave what a simple model says, and everything
// agrees with the journal.
func TestStoreAgreesWithAModel(t *testing.T) {
	fewerChecks(t)
	rapid.Check(t, func(rt *rapid.T) {
		run := &modelRun{T: rt, store: openFor(t, rt), orgs: entityOf(t, "organisation")}
		run.states = []model{{map[string]organisation{}, map[string]organisation{}}}
		for range rapid.IntRange(1, 12).Draw(rt, "steps") {
			run.step()
			run.compare()
		}
		findings, err := run.store.Check(context.Background(), true)
		if err != nil || len(findings) > 0 {
			rt.Fatalf("check: %+v, %v", findings, err)
		}
	})
}

// fewerChecks makes rapid try 15 runs where nobody asked for another number: each opens a workspace of its own.
func fewerChecks(t *testing.T) {
	t.Helper()
	checks := flag.Lookup("rapid.checks")
	if checks == nil || checks.Value.String() != checks.DefValue {
		return
	}
	if err := checks.Value.Set("15"); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = checks.Value.Set(checks.DefValue) }) // it was a number that the flag takes
}

// openFor opens a workspace for one run of a property.
func openFor(t *testing.T, rt *rapid.T) *Store {
	s, err := Open(context.Background(), paramsOf(newFolder(t)))
	if err != nil {
		rt.Fatal(err)
	}
	rt.Cleanup(func() {
		if err := s.Close(); err != nil {
			rt.Error(err)
		}
	})
	return s
}

type modelRun struct {
	*rapid.T
	store  *Store
	orgs   *data.Entity
	states []model // after each batch that stands
	undone []model // to be redone, the next last
}

func (r *modelRun) now() model { return r.states[len(r.states)-1] }

func (r *modelRun) step() {
	here := context.Background()
	switch rapid.SampledFrom([]string{"save", "save", "save", "trash", "restore", "undo", "redo"}).Draw(r.T, "do") {
	case "save":
		r.batch(r.save)
	case "trash":
		r.batch(r.trash)
	case "restore":
		r.batch(r.restore)
	case "undo":
		u, err := r.store.Undo(here, "", "")
		if len(r.states) == 1 {
			if codeOf(err) != "undo.nothing" {
				r.Fatalf("undo of nothing: %v", err)
			}
			return
		}
		if err != nil || len(u.Kept) > 0 {
			r.Fatalf("undo: %+v, %v", u, err)
		}
		r.undone = append(r.undone, r.now())
		r.states = r.states[:len(r.states)-1]
	case "redo":
		u, err := r.store.Redo(here, "")
		if len(r.undone) == 0 {
			if codeOf(err) != "redo.nothing" {
				r.Fatalf("redo of nothing: %v", err)
			}
			return
		}
		if err != nil || len(u.Kept) > 0 {
			r.Fatalf("redo: %+v, %v", u, err)
		}
		last := len(r.undone) - 1
		r.states, r.undone = append(r.states, r.undone[last]), r.undone[:last]
	}
}

// batch does one to three things in one Write.
func (r *modelRun) batch(do func(*Tx, *model)) {
	next := r.now().clone()
	done, err := r.store.Write(context.Background(), Batch{Kind: "test"}, func(tx *Tx) error {
		for range rapid.IntRange(1, 3).Draw(r.T, "times") {
			do(tx, &next)
		}
		return nil
	})
	if err != nil {
		r.Fatal(err)
	}
	if done.Batch != "" {
		r.states, r.undone = append(r.states, next), nil
	}
}

func (r *modelRun) save(tx *Tx, m *model) {
	want := organisation{
		name:    rapid.SampledFrom([]string{"Alpha", "Ωμέγα", "Beta"}).Draw(r.T, "name"),
		country: rapid.SampledFrom([]string{"", "GR", "CY"}).Draw(r.T, "country"),
		tags:    rapid.SampledFrom([]string{"", "a", "a b", "b c"}).Draw(r.T, "tags"),
	}
	o := &data.Organisation{}
	if id := r.choose(m.live); id != "" {
		rec, err := tx.Get(r.orgs, id)
		if err != nil {
			r.Fatal(err)
		}
		o = rec.(*data.Organisation)
	}
	o.Name, o.Country, o.Tags = want.name, want.country, data.SetOf(list(want.tags)...)
	if err := tx.Save(o); err != nil {
		r.Fatal(err)
	}
	m.live[o.ID] = want
}

func (r *modelRun) trash(tx *Tx, m *model) {
	if id := r.choose(m.live); id != "" {
		if err := tx.Trash(r.orgs, id); err != nil {
			r.Fatal(err)
		}
		m.trash[id] = m.live[id]
		delete(m.live, id)
	}
}

func (r *modelRun) restore(tx *Tx, m *model) {
	if id := r.choose(m.trash); id != "" {
		if err := tx.Restore(r.orgs, id); err != nil {
			r.Fatal(err)
		}
		m.live[id] = m.trash[id]
		delete(m.trash, id)
	}
}

// choose gives one of the records, or none.
func (r *modelRun) choose(from map[string]organisation) string {
	return rapid.SampledFrom(append(slices.Sorted(maps.Keys(from)), "")).Draw(r.T, "record")
}

func (r *modelRun) compare() {
	have := model{map[string]organisation{}, map[string]organisation{}}
	l := r.store.layouts[r.orgs]
	rows, err := r.store.reader.Raw(l.selects).Rows()
	if err != nil {
		r.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		rec, err := l.scan(rows)
		if err != nil {
			r.Fatal(err)
		}
		o := rec.(*data.Organisation)
		tags := ""
		for _, tag := range o.Tags {
			tags += " " + tag
		}
		kept := organisation{o.Name, o.Country, tags[min(1, len(tags)):]}
		switch o.State {
		case data.Live:
			have.live[o.ID] = kept
		case data.Trash:
			have.trash[o.ID] = kept
		}
	}
	if want := r.now(); !maps.Equal(have.live, want.live) || !maps.Equal(have.trash, want.trash) {
		r.Fatalf("holds\n%s, want\n%s", fmt.Sprint(have), fmt.Sprint(want))
	}
}
