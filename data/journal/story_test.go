package journal

import (
	"fmt"
	"testing"
	"time"
)

// story writes entries one after another under short names, so that a test reads like what happened.
type story struct {
	t       *testing.T
	entries []Entry
}

func (s *story) id(name string) ID { return "id-" + name }

// add writes an entry; its batch has its name.
func (s *story) add(name string, changes map[Path]Change) ID {
	s.t.Helper()
	if len(changes) == 0 {
		s.t.Fatalf("%s changes nothing", name)
	}
	n := len(s.entries)
	s.entries = append(s.entries, Entry{ID: s.id(name), Batch: name, Seq: int64(n + 1), Changes: changes,
		Clock: ClockAt(time.Date(2025, 6, 2, 10, n, 0, 0, time.UTC))})
	return s.id(name)
}

// seen is the state of the entries with these names; of all without names.
func (s *story) seen(names ...string) *State {
	if len(names) == 0 {
		return Fold(s.entries, nil)
	}
	var entries []Entry
	for _, e := range s.entries {
		for _, name := range names {
			if e.ID == s.id(name) {
				entries = append(entries, e)
			}
		}
	}
	if len(entries) != len(names) {
		s.t.Fatalf("no such entries: %v", names)
	}
	return Fold(entries, nil)
}

func (s *story) shows(want map[Path]Value) {
	s.t.Helper()
	if got, want := fmt.Sprint(s.seen().Values()), fmt.Sprint(want); got != want {
		s.t.Errorf("shows %s\nexpected %s", got, want)
	}
}

func (s *story) conflicts(want ...Path) {
	s.t.Helper()
	var got []Path
	for _, c := range s.seen().Conflicts() {
		got = append(got, c.Path)
	}
	if fmt.Sprintf("%q", got) != fmt.Sprintf("%q", want) {
		s.t.Errorf("conflicts at %q, expected %q", got, want)
	}
}

func (s *story) undo(name string, targets ...string) {
	s.t.Helper()
	changes, blocked := Undo(s.seen(), s.target(targets))
	if len(blocked) > 0 {
		s.t.Fatalf("undo of %v is blocked at %q", targets, blocked)
	}
	s.add(name, changes)
}

func (s *story) blocked(want []Path, targets ...string) {
	s.t.Helper()
	changes, blocked := Undo(s.seen(), s.target(targets))
	if changes != nil || fmt.Sprintf("%q", blocked) != fmt.Sprintf("%q", want) {
		s.t.Errorf("undo of %v is blocked at %q, expected %q; changes %v", targets, blocked, want, changes)
	}
}

func (s *story) target(names []string) map[ID]bool {
	target := map[ID]bool{}
	for _, name := range names {
		target[s.id(name)] = true
	}
	return target
}

// aContact starts a story with a contact that has one e-mail.
func aContact(t *testing.T) *story {
	s := &story{t: t}
	s.add("made", Create(nil, map[Path]Value{"given_name": `"Ελένη"`, "emails/1": Present, "emails/1/address": `"a@example.org"`}))
	return s
}
