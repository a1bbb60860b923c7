package journal

import (
	"slices"
	"testing"
)

func TestEditsMadeApart(t *testing.T) {
	tests := []struct {
		name      string
		a, b      map[Path]Value
		conflicts []Path
		shown     Value // of given_name
	}{
		{"different fields", map[Path]Value{"role": `"cook"`}, map[Path]Value{"given_name": `"Elena"`}, nil, `"Elena"`},
		{"same value", map[Path]Value{"given_name": `"Elena"`}, map[Path]Value{"given_name": `"Elena"`}, nil, `"Elena"`},
		{"the longer is shown", map[Path]Value{"given_name": `"Elena"`}, map[Path]Value{"given_name": `"El"`}, []Path{"given_name"}, `"Elena"`},
		{"the greater of the same length", map[Path]Value{"given_name": `"a"`}, map[Path]Value{"given_name": `"b"`}, []Path{"given_name"}, `"b"`},
		{"a value before none", map[Path]Value{"given_name": Null}, map[Path]Value{"given_name": `"b"`}, []Path{"given_name"}, `"b"`},
		{"two additions to a set", map[Path]Value{"tags/a": Present}, map[Path]Value{"tags/b": Present}, nil, `"Ελένη"`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := aContact(t)
			s.add("a", Edit(s.seen("made"), test.a))
			s.add("b", Edit(s.seen("made"), test.b))
			s.conflicts(test.conflicts...)
			if got := s.seen().Shown("given_name"); got != test.shown {
				t.Errorf("shows %s, expected %s", got, test.shown)
			}
		})
	}
}

func TestARemovalThatHadNotSeenAnEdit(t *testing.T) {
	s := aContact(t)
	s.add("removed", Edit(s.seen("made"), map[Path]Value{"emails/1": Null}))
	s.add("edited", Edit(s.seen("made"), map[Path]Value{"emails/1/address": `"b@example.org"`}))
	s.conflicts("emails/1")
	s.shows(map[Path]Value{Record: Live, "given_name": `"Ελένη"`, "emails/1": Present, "emails/1/address": `"b@example.org"`})
	conflict := s.seen().Conflicts()[0]
	if len(conflict.Heads) != 2 || conflict.Heads[0].Below != "emails/1/address" || conflict.Heads[0].Value != Present || conflict.Heads[1].Value != Null {
		t.Errorf("heads %+v", conflict.Heads)
	}

	s.add("decided", Resolve(s.seen(), "emails/1", Null))
	s.conflicts()
	s.shows(map[Path]Value{Record: Live, "given_name": `"Ελένη"`})
	s.undo("undone", "decided")
	s.shows(map[Path]Value{Record: Live, "given_name": `"Ελένη"`, "emails/1": Present, "emails/1/address": `"b@example.org"`})
}

func TestTrashAgainstAnEdit(t *testing.T) {
	s := aContact(t)
	s.add("trashed", ToTrash(s.seen("made")))
	s.add("edited", Edit(s.seen("made"), map[Path]Value{"role": `"cook"`}))
	s.conflicts(Record)
	if s.seen().Presence() != Live {
		t.Error("a record in dispute is not shown as live")
	}
	if got := len(Edit(s.seen(), map[Path]Value{Record: Live})); got != 0 {
		t.Error("a form that changes nothing settles a dispute")
	}
	s.add("kept", Restore(s.seen()))
	s.conflicts()
	if len(Restore(s.seen())) != 0 {
		t.Error("a live record is restored")
	}
}

func TestAnEditInTheTrashIsNoConflict(t *testing.T) {
	s := aContact(t)
	s.add("trashed", ToTrash(s.seen()))
	s.add("edited", Edit(s.seen(), map[Path]Value{"role": `"cook"`}))
	s.conflicts()
	if got := s.seen(); got.Presence() != Trash || got.Shown("role") != `"cook"` {
		t.Errorf("presence %s, role %s", got.Presence(), got.Shown("role"))
	}
	if again := ToTrash(s.seen()); len(again) != 0 {
		t.Errorf("trashed twice: %v", again)
	}
}

// An entry that removes an element and the record is accepted for the one removal only by an edit that has the other in dispute.
func TestAnEditKnowsOneRemovalOfAnEntry(t *testing.T) {
	s := aContact(t)
	s.add("removed both", Edit(s.seen("made"), map[Path]Value{Record: Trash, "emails/1": Null}))
	s.add("apart", Edit(s.seen("made"), map[Path]Value{"role": `"cook"`}))
	s.add("in the element", Edit(s.seen(), map[Path]Value{"emails/1/address": `"c@example.org"`}))
	s.conflicts(Record)
	below := 0
	for _, h := range s.seen().Heads(Record) {
		if h.Below == "emails/1/address" {
			below++
		}
	}
	if below != 1 {
		t.Errorf("heads %+v", s.seen().Heads(Record))
	}
}

func TestRestoringAnElementBringsBackItsFields(t *testing.T) {
	s := aContact(t)
	s.add("removed", Edit(s.seen(), map[Path]Value{"emails/1": Null, "emails/1/address": Null}))
	if got := s.entries[1].Changes; len(got) != 1 {
		t.Errorf("the removal also wrote below: %v", got)
	}
	s.add("restored", Edit(s.seen(), map[Path]Value{"emails/1": Present}))
	s.shows(map[Path]Value{Record: Live, "given_name": `"Ελένη"`, "emails/1": Present, "emails/1/address": `"a@example.org"`})
}

func TestEditWritesOnlyWhatDiffers(t *testing.T) {
	s := aContact(t)
	changes := Edit(s.seen(), map[Path]Value{"given_name": `"Ελένη"`, "role": `"cook"`, "town": Null})
	if len(changes) != 1 || changes["role"].Value != `"cook"` || changes["role"].Supersedes != nil {
		t.Errorf("changes %v", changes)
	}
}

func TestCreateAfterUndoneStartsAfresh(t *testing.T) {
	s := aContact(t)
	s.undo("undone", "made")
	s.add("again", Create(s.seen(), map[Path]Value{"role": `"cook"`}))
	s.conflicts()
	s.shows(map[Path]Value{Record: Live, "role": `"cook"`})
}

func TestNothingAtAll(t *testing.T) {
	var none *State
	if none.Presence() != Null || none.Shown("x") != Null || none.Heads("x") != nil || len(none.Values()) != 0 || none.Conflicts() != nil {
		t.Error("a nil state holds something")
	}
	for range none.All() {
		t.Error("a nil state yields something")
	}
	if changes, blocked := Undo(none, map[ID]bool{"x": true}); len(changes)+len(blocked) != 0 {
		t.Error("something to undo in nothing")
	}
	if Fold(nil, nil).Presence() != Null {
		t.Error("no entries, and a presence")
	}
	s := none.With(aContact(t).entries...)
	if s.Presence() != Live || s.With(Entry{ID: "z", Changes: ToTrash(s)}).Presence() != Trash {
		t.Error("With does not add")
	}
}

func TestForgedCircleLosesNothing(t *testing.T) {
	s := Fold([]Entry{
		{ID: "a", Changes: map[Path]Change{"x": {Value: `"1"`, Supersedes: []ID{"b"}}}},
		{ID: "b", Changes: map[Path]Change{"x": {Value: `"2"`, Supersedes: []ID{"a", "b"}}}},
	}, nil)
	if len(s.Conflicts()) != 1 || len(History(s.entries)) != 2 {
		t.Errorf("conflicts %v", s.Conflicts())
	}
}

func TestWithholdingInTheMiddle(t *testing.T) {
	s := aContact(t)
	s.add("theirs", Edit(s.seen(), map[Path]Value{"given_name": `"Elena"`, "role": `"cook"`}))
	s.add("mine", Edit(s.seen(), map[Path]Value{"given_name": `"Eleni"`}))
	withheld := Fold(s.entries, func(id ID) bool { return id == s.id("theirs") })
	if got := withheld.Shown("given_name"); got != `"Eleni"` || len(withheld.Conflicts()) != 0 {
		t.Errorf("what was made on top shows %s, conflicts %v", got, withheld.Conflicts())
	}
	if got := withheld.Shown("role"); got != Null {
		t.Errorf("withheld, and shows %s", got)
	}
}

func TestHistory(t *testing.T) {
	s := aContact(t)
	s.add("cook", Edit(s.seen(), map[Path]Value{"role": `"cook"`}))
	s.add("chef", Edit(s.seen(), map[Path]Value{"role": `"chef"`, "given_name": Null}))
	s.entries[1].Clock = ClockAt(s.entries[1].Clock.Time().AddDate(30, 0, 0)) // wrong by years, and still before what came on top of it
	slices.Reverse(s.entries)
	steps := History(slices.Concat(s.entries, s.entries))
	if len(steps) != 3 {
		t.Fatalf("%d steps", len(steps))
	}
	for i, name := range []string{"made", "cook", "chef"} {
		if steps[i].Entry.Batch != name {
			t.Errorf("step %d is %s, expected %s", i, steps[i].Entry.Batch, name)
		}
	}
	want := []Shift{{"given_name", `"Ελένη"`, Null}, {"role", `"cook"`, `"chef"`}}
	if !slices.Equal(steps[2].Changes, want) {
		t.Errorf("changes %v", steps[2].Changes)
	}
}
