package journal

import (
	"slices"
	"testing"
)

func TestUndoEditsOneAfterAnother(t *testing.T) {
	s := aContact(t)
	for _, name := range []string{"one", "two", "three"} {
		s.add(name, Edit(s.seen(), map[Path]Value{"role": `"` + name + `"`}))
	}
	s.blocked([]Path{"role"}, "two")
	s.undo("undo three", "three")
	s.undo("undo two", "two")
	if got := s.seen().Shown("role"); got != `"one"` {
		t.Errorf("role %s", got)
	}
	s.undo("redo two", "undo two")
	s.undo("redo three", "undo three")
	if got := s.seen().Shown("role"); got != `"three"` {
		t.Errorf("role %s", got)
	}
	s.undo("undo three again", "three")
	s.undo("undo two again", "two")
	s.undo("undo one", "one")
	s.undo("undo made", "made")
	if got := s.seen(); got.Presence() != Undone || got.Shown("role") != Null {
		t.Errorf("presence %s, role %s", got.Presence(), got.Shown("role"))
	}
	if changes, blocked := Undo(s.seen(), s.target([]string{"made"})); len(changes)+len(blocked) != 0 {
		t.Errorf("undone twice: %v %v", changes, blocked)
	}
}

// The same value written again on purpose is a change since, though nothing looks different.
func TestSettingBackByHandBlocks(t *testing.T) {
	s := aContact(t)
	s.add("cook", Edit(s.seen(), map[Path]Value{"role": `"cook"`}))
	s.add("chef", Edit(s.seen(), map[Path]Value{"role": `"chef"`}))
	s.add("cook again", Edit(s.seen(), map[Path]Value{"role": `"cook"`}))
	s.blocked([]Path{"role"}, "cook")
}

func TestUndoOfCreation(t *testing.T) {
	s := aContact(t)
	s.undo("undo", "made")
	if got := s.entries[1].Changes; len(got) != 1 || got[Record].Value != Undone {
		t.Errorf("undo wrote %v", got)
	}
	s.undo("redo", "undo")
	s.shows(map[Path]Value{Record: Live, "given_name": `"Ελένη"`, "emails/1": Present, "emails/1/address": `"a@example.org"`})
	s.undo("undo again", "made")
	if s.seen().Presence() != Undone {
		t.Error("not undone again")
	}
}

func TestUndoBlocked(t *testing.T) {
	tests := []struct {
		name   string
		happen func(s *story)
		target string
		want   []Path
	}{
		{"created, and changed since", func(s *story) {
			s.add("later", Edit(s.seen(), map[Path]Value{"role": `"cook"`, "tags/a": Present}))
		}, "made", []Path{"role", "tags/a"}},
		{"created, and created apart", func(s *story) {
			s.add("other", Create(nil, map[Path]Value{"given_name": `"Elena"`}))
		}, "made", []Path{Record, "given_name"}},
		{"in the trash since", func(s *story) {
			s.add("edit", Edit(s.seen(), map[Path]Value{"role": `"cook"`}))
			s.add("trash", ToTrash(s.seen()))
		}, "edit", []Path{Record}},
		{"in conflict since", func(s *story) {
			s.add("edit", Edit(s.seen("made"), map[Path]Value{"role": `"cook"`, "town": `"Tripoli"`}))
			s.add("apart", Edit(s.seen("made"), map[Path]Value{"role": `"chef"`}))
		}, "edit", []Path{"role"}},
		{"removal disputed since", func(s *story) {
			s.add("removal", Edit(s.seen("made"), map[Path]Value{"emails/1": Null}))
			s.add("apart", Edit(s.seen("made"), map[Path]Value{"emails/1/address": `"b@example.org"`}))
		}, "removal", []Path{"emails/1"}},
		{"element added, and its field changed since", func(s *story) {
			s.add("phone", Edit(s.seen(), map[Path]Value{"phones/9": Present, "phones/9/number": `"1"`}))
			s.add("later", Edit(s.seen(), map[Path]Value{"phones/9/number": `"2"`}))
		}, "phone", []Path{"phones/9/number"}},
		{"element of the field removed since", func(s *story) {
			s.add("edit", Edit(s.seen(), map[Path]Value{"emails/1/address": `"b@example.org"`}))
			s.add("removal", Edit(s.seen(), map[Path]Value{"emails/1": Null}))
		}, "edit", []Path{"emails/1"}},
		{"restored, and changed since", func(s *story) {
			s.add("trash", ToTrash(s.seen()))
			s.add("restore", Restore(s.seen()))
			s.add("later", Edit(s.seen(), map[Path]Value{"role": `"cook"`}))
		}, "restore", []Path{"role"}},
		{"what stood before never arrived", func(s *story) {
			s.add("edit", map[Path]Change{"role": {Value: `"cook"`, Supersedes: []ID{"nobody has it"}}})
		}, "edit", []Path{"role"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := aContact(t)
			test.happen(s)
			s.blocked(test.want, test.target)
		})
	}
}

func TestUndoOfWhatOthersDidToTheSameRecord(t *testing.T) {
	s := aContact(t)
	s.add("edit", Edit(s.seen(), map[Path]Value{"role": `"cook"`}))
	s.add("elsewhere", Edit(s.seen(), map[Path]Value{"town": `"Tripoli"`}))
	s.undo("undo", "edit")
	s.shows(map[Path]Value{Record: Live, "given_name": `"Ελένη"`, "emails/1": Present, "emails/1/address": `"a@example.org"`, "town": `"Tripoli"`})
}

func TestUndoOfAResolutionOpensItAgain(t *testing.T) {
	s := aContact(t)
	s.add("a", Edit(s.seen("made"), map[Path]Value{"given_name": `"Elena"`}))
	s.add("b", Edit(s.seen("made"), map[Path]Value{"given_name": `"El"`}))
	s.add("decided", Resolve(s.seen(), "given_name", `"El"`))
	s.conflicts()
	choices := func(want ...string) {
		t.Helper()
		s.conflicts("given_name")
		var got []string
		for _, h := range s.seen().Conflicts()[0].Heads {
			got = append(got, h.ID+" "+h.Value)
		}
		if !slices.Equal(got, want) {
			t.Errorf("to be decided among %q", got)
		}
		if got := s.seen().Shown("given_name"); got != `"Elena"` {
			t.Errorf("shows %s", got)
		}
	}
	s.undo("undo", "decided")
	choices(`id-a "Elena"`, `id-b "El"`)
	s.undo("redo", "undo")
	s.conflicts()
	s.undo("again", "redo")
	choices(`id-a "Elena"`, `id-b "El"`)

	s.add("edit", Edit(s.seen(), map[Path]Value{"given_name": `"Helen"`})) // a decision too
	s.conflicts()
	s.undo("unedit", "edit")
	choices(`id-a "Elena"`, `id-b "El"`)
	s.blocked([]Path{"given_name"}, "a") // one of two that stand
	s.add("apart", Edit(s.seen("made", "a"), map[Path]Value{"given_name": `"Lena"`}))
	choices(`id-a "Elena"`, `id-apart "Lena"`, `id-b "El"`)
	s.add("final", Resolve(s.seen(), "given_name", `"Lena"`))
	s.conflicts()
}

// What was decided apart by somebody who knew both is no conflict by itself; an undo of it, made apart from another's decision, leaves it open.
func TestUndoOfAResolutionApartFromAnother(t *testing.T) {
	s := aContact(t)
	s.add("a", Edit(s.seen("made"), map[Path]Value{"given_name": `"Elena"`}))
	s.add("b", Edit(s.seen("made"), map[Path]Value{"given_name": `"El"`}))
	s.add("mine", Resolve(s.seen("made", "a", "b"), "given_name", `"El"`))
	s.add("yours", Resolve(s.seen("made", "a", "b"), "given_name", `"El"`))
	s.conflicts()
	mine, _ := Undo(s.seen("made", "a", "b", "mine"), s.target([]string{"mine"}))
	s.add("undo", mine)
	s.conflicts("given_name")
	if heads := s.seen().Conflicts()[0].Heads; len(heads) != 3 {
		t.Errorf("to be decided among %v", heads)
	}
	s.add("final", Resolve(s.seen(), "given_name", `"El"`))
	s.conflicts()
}

func TestUndoOfADecisionWhetherARecordIsDeletedOpensItAgain(t *testing.T) {
	for _, decided := range []Value{Trash, Live} {
		s := aContact(t)
		s.add("trash", ToTrash(s.seen("made")))
		s.add("edit", Edit(s.seen("made"), map[Path]Value{"role": `"cook"`}))
		s.conflicts(Record)
		s.add("decided", Resolve(s.seen(), Record, decided))
		s.conflicts()
		s.undo("undo", "decided")
		s.conflicts(Record)
		if got := s.seen().Presence(); got != Live {
			t.Errorf("shows %s", got)
		}
		s.add("deleted", Resolve(s.seen(), Record, Trash))
		s.conflicts()
		if got := s.seen().Presence(); got != Trash {
			t.Errorf("shows %s", got)
		}
	}
}

func TestUndoOfSeveralEntriesAtOnce(t *testing.T) {
	s := aContact(t)
	s.add("one", Edit(s.seen(), map[Path]Value{"role": `"cook"`}))
	s.add("two", Edit(s.seen(), map[Path]Value{"role": `"chef"`, "emails/1": Null}))
	s.undo("undo", "one", "two")
	s.shows(map[Path]Value{Record: Live, "given_name": `"Ελένη"`, "emails/1": Present, "emails/1/address": `"a@example.org"`})
	s.undo("redo", "undo")
	s.shows(map[Path]Value{Record: Live, "given_name": `"Ελένη"`, "role": `"chef"`})
}

func TestUndoOfAnAddedElementAndThenOfTheRecord(t *testing.T) {
	s := aContact(t)
	s.add("phone", Edit(s.seen(), map[Path]Value{"phones/9": Present, "phones/9/number": `"1"`}))
	s.undo("undo phone", "phone")
	s.undo("undo made", "made")
	s.undo("redo made", "undo made")
	s.undo("redo phone", "undo phone")
	if got := s.seen().Shown("phones/9/number"); got != `"1"` {
		t.Errorf("shows %s", got)
	}
}

func TestWithheldTargetsChangeNothing(t *testing.T) {
	s := aContact(t)
	s.add("edit", Edit(s.seen(), map[Path]Value{"role": `"cook"`}))
	state := Fold(s.entries, func(id ID) bool { return id == s.id("edit") })
	if changes, blocked := Undo(state, s.target([]string{"edit"})); len(changes)+len(blocked) != 0 {
		t.Errorf("changes %v, blocked %v", changes, blocked)
	}
}
