package store

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"primadesk/data"
)

// sound fails the test if anything does not agree with the journal.
func sound(t *testing.T, s *Store) {
	t.Helper()
	findings, err := s.Check(context.Background(), true)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range findings {
		if f.Damage {
			t.Errorf("found %+v", f)
		}
	}
}

func undo(t *testing.T, s *Store, batch string) UndoResult {
	t.Helper()
	u, err := s.Undo(context.Background(), batch, "")
	if err != nil {
		t.Fatal(err)
	}
	return u
}

func redo(t *testing.T, s *Store) UndoResult {
	t.Helper()
	u, err := s.Redo(context.Background(), "")
	if err != nil {
		t.Fatal(err)
	}
	return u
}

func TestUndoAndRedoGoBackAndForth(t *testing.T) {
	s := openStore(t)
	people, here := entityOf(t, "contact"), context.Background()
	states := []string{export(t, s)}
	remember := func() { states = append(states, export(t, s)) }
	c := contact("Ελένη", "Παπαδοπούλου")
	c.Tags = data.SetOf("harbour")
	save(t, s, c)
	remember()
	c.Role, c.Tags = "dean", data.SetOf("sea/shore")
	save(t, s, c)
	remember()
	write(t, s, func(tx *Tx) error { return tx.Trash(people, c.ID) })
	remember()
	for round := range 2 {
		for at := len(states) - 2; at >= 0; at-- {
			undo(t, s, "")
			if got := export(t, s); got != states[at] {
				t.Errorf("round %d, undone to %d: %s, want %s", round, at, got, states[at])
			}
		}
		if _, err := s.Undo(here, "", ""); codeOf(err) != "undo.nothing" {
			t.Errorf("got %v", err)
		}
		for at := 1; at < len(states); at++ {
			redo(t, s)
			if got := export(t, s); got != states[at] {
				t.Errorf("round %d, redone to %d: %s, want %s", round, at, got, states[at])
			}
		}
		if _, err := s.Redo(here, ""); codeOf(err) != "redo.nothing" {
			t.Errorf("got %v", err)
		}
	}
	sound(t, s)
}

func TestNothingToRedoAfterOtherWork(t *testing.T) {
	s := openStore(t)
	save(t, s, contact("Ελένη", ""))
	undo(t, s, "")
	save(t, s, contact("Νίκος", ""))
	if _, err := s.Redo(context.Background(), ""); codeOf(err) != "redo.nothing" {
		t.Errorf("got %v", err)
	}
}

func TestUndoOfANamedBatch(t *testing.T) {
	s := openStore(t)
	a, b := contact("Ελένη", ""), contact("Νίκος", "")
	first := save(t, s, a)
	save(t, s, b)
	if u := undo(t, s, first.Batch); u.Of != first.Batch || u.Undone != 1 || u.Changes[0] != (Change{"contact", a.ID, Unmade}) {
		t.Errorf("undid %+v", u)
	}
	if got := export(t, s); strings.Contains(got, "Ελένη") || !strings.Contains(got, "Νίκος") {
		t.Errorf("left %s", got)
	}
	if got := load[data.Contact](t, s, a.ID); got.State != data.Undone {
		t.Errorf("state %s", got.State)
	}
	for batch, code := range map[string]string{first.Batch: "undo.already", "none": "undo.unknown"} {
		if _, err := s.Undo(context.Background(), batch, ""); codeOf(err) != code {
			t.Errorf("got %v", err)
		}
	}
	again := contact("Ελένη", "Άλλη")
	again.ID = a.ID // the id is free again, since nobody saw it
	if done := save(t, s, again); done.Changes[0].How != Created {
		t.Errorf("did %+v", done)
	}
	if got := load[data.Contact](t, s, a.ID); got.State != data.Live || got.FamilyName != "Άλλη" || got.Country != "GR" {
		t.Errorf("made anew: %+v", got)
	}
	sound(t, s)
}

// A batch of many records, half new and half changed, is undone and leaves the exports as they were; what was changed
// since is left, and named. BenchmarkUndo undoes 10,000.
func TestUndoOfALargeBatch(t *testing.T) {
	const half, since = 150, 20
	s := openStore(t)
	org := &data.Organisation{Name: "Λιμάνι"}
	save(t, s, org)
	var old []data.Record
	for c := range people(half, 1, []string{org.ID}) {
		old = append(old, c)
	}
	save(t, s, old...)
	before := export(t, s)
	var batch []data.Record
	for i, rec := range old {
		c := rec.(*data.Contact)
		c.Role, c.Tags, c.Emails = fmt.Sprintf("role %d", i), data.SetOf("new"), nil
		batch = append(batch, c)
	}
	for i := range half {
		c := contact("Νέος", fmt.Sprintf("Αριθμός %d", i))
		c.Organisation = org.ID
		batch = append(batch, c)
	}
	first := save(t, s, batch...)
	u := undo(t, s, "")
	if u.Of != first.Batch || u.Undone != 2*half || len(u.Kept) != 0 {
		t.Errorf("undid %d, kept %d", u.Undone, len(u.Kept))
	}
	if export(t, s) != before {
		t.Error("the export differs")
	}
	redo(t, s)
	changed := map[string]bool{}
	var later []data.Record
	for _, rec := range []int{0, half} {
		for i := range since / 2 {
			c := load[data.Contact](t, s, batch[rec+i].Head().ID)
			c.Role = "changed since"
			changed[c.ID] = true
			later = append(later, c)
		}
	}
	save(t, s, later...)
	u = undo(t, s, first.Batch)
	if u.Undone != 2*half-since || len(u.Kept) < since {
		t.Errorf("undid %d, kept %d", u.Undone, len(u.Kept))
	}
	named := map[string]bool{}
	for _, p := range u.Kept {
		if !changed[p.Record] || p.Code != "undo.changed" || p.Field != "role" {
			t.Errorf("kept %+v", p)
		}
		named[p.Record] = true
	}
	if len(named) != since {
		t.Errorf("named %d", len(named))
	}
	sound(t, s)
}
