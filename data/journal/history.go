package journal

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// Step is one entry of a record's history, as people read it.
type Step struct {
	Entry   Entry
	Changes []Shift // ascending by path
}

// Shift is what an entry did to one register.
type Shift struct {
	Path     Path
	Old, New Value // Old is what the author saw there: Null for nothing, and where it was not received
}

// History lists what happened to a record by clock, then by id; but never a change before one that it supersedes, however wrong a
// clock was. Entries may come in any order and more than once. It asks for all of them, those withheld too.
func History(entries []Entry) []Step {
	s := Fold(entries, nil)
	order := inOrder(entries)
	steps := make([]Step, len(order))
	for i, e := range order {
		shifts := make([]Shift, 0, len(e.Changes))
		for _, path := range slices.Sorted(maps.Keys(e.Changes)) {
			r := s.register(path)
			at, _ := r.find(e.ID)
			old := Null
			if previous := r.previous(&r.writes[at]); len(previous) > 0 {
				old = s.valueOf(r, previous)
			}
			shifts = append(shifts, Shift{Path: path, Old: old, New: e.Changes[path].Value})
		}
		steps[i] = Step{Entry: *e, Changes: shifts}
	}
	return steps
}

// inOrder gives the entries, each once, by clock and id, those that are superseded first.
func inOrder(entries []Entry) []*Entry {
	order := make([]*Entry, len(entries))
	for i := range entries {
		order[i] = &entries[i]
	}
	slices.SortFunc(order, func(a, b *Entry) int {
		return cmp.Or(cmp.Compare(a.Clock, b.Clock), strings.Compare(a.ID, b.ID))
	})
	known := make(map[ID]*Entry, len(order))
	order = slices.DeleteFunc(order, func(e *Entry) bool {
		repeated := known[e.ID] != nil
		known[e.ID] = e
		return repeated
	})
	visit := visiting{known: known, begun: make(map[ID]bool, len(order)), sorted: make([]*Entry, 0, len(order))}
	for _, e := range order {
		visit.entry(e)
	}
	return visit.sorted
}

// visiting lists entries in the order in which they are asked for, but what an entry supersedes before it.
type visiting struct {
	known  map[ID]*Entry
	begun  map[ID]bool
	sorted []*Entry
}

func (v *visiting) entry(e *Entry) {
	if v.begun[e.ID] {
		return
	}
	v.begun[e.ID] = true
	var first []*Entry
	for _, change := range e.Changes {
		for _, id := range change.Supersedes {
			if earlier := v.known[entryOf(id)]; earlier != nil && !v.begun[earlier.ID] {
				first = append(first, earlier)
			}
		}
	}
	slices.SortFunc(first, func(a, b *Entry) int {
		return cmp.Or(cmp.Compare(a.Clock, b.Clock), strings.Compare(a.ID, b.ID))
	})
	for _, earlier := range first {
		v.entry(earlier)
	}
	v.sorted = append(v.sorted, e)
}
