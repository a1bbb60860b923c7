package journal

import (
	"maps"
	"slices"
)

// Undo says what an entry has to hold so that what the target entries did to this record is as it was before them: usually the
// entries of one batch. Undoing the entry that an undo made is the redo.
//
// A register cannot be undone, and is blocked, where somebody has changed it since, changed it apart (even to the same
// value), or removed something above it. If Undo takes a record or an element away again, then any change below it since
// blocks. Changes that were undone themselves do not count, so that edits are undone one after another, latest first. If
// anything is blocked, the record is to be left alone: changes is nil then, and blocked names every such path, ascending.
//
// A record that the target created becomes Undone. If a conflict stood before the target, which ended it, then what was shown
// before comes back, and so does the conflict. Targets that are withheld, were undone
// already or belong to another record change nothing.
func Undo(s *State, target map[ID]bool) (changes map[Path]Change, blocked []Path) {
	if s == nil {
		return map[Path]Change{}, nil
	}
	u := undoing{state: s, target: target, changes: map[Path]Change{}, blocked: map[Path]bool{}, settled: map[Path]bool{}, taken: map[Path]bool{}}
	for i := range s.registers { // what is above comes first
		u.register(&s.registers[i])
	}
	if len(u.blocked) > 0 {
		return nil, slices.Sorted(maps.Keys(u.blocked))
	}
	return u.changes, nil
}

type undoing struct {
	state   *State
	target  map[ID]bool
	changes map[Path]Change
	blocked map[Path]bool
	settled map[Path]bool // undone before
	taken   map[Path]bool // taken away by this undo
}

func (u *undoing) register(r *register) {
	mine := u.mine(r)
	if len(mine) == 0 {
		return
	}
	if u.disputed(r) {
		u.blocked[r.path] = true
		return
	}
	at := positions(r, r.heads, u.isTarget)
	foreign, inTarget := u.judge(at, reach(mine, r))
	switch {
	case foreign || inTarget > 0 && inTarget < len(at):
		u.blocked[r.path] = true
		return
	case inTarget == 0:
		u.settled[r.path] = true
		return
	}
	if !u.clearAbove(r, mine) {
		return
	}
	earlier, noticed, known := u.before(r, at)
	if !known {
		u.blocked[r.path] = true
		return
	}
	u.put(r, mine, earlier, u.value(r, earlier, noticed))
}

// put makes the change that brings earlier back, which showed value.
func (u *undoing) put(r *register, mine, earlier []ID, value Value) {
	if IsRemoval(r.path, value) {
		u.taken[r.path] = earlier[0] == Beginning
		u.checkBelow(r, mine, earlier)
	}
	if earlier[0] == Beginning {
		for up := range Ancestors(r.path) {
			if u.taken[up] {
				return // goes with what is above it, and comes back with it
			}
		}
	}
	change := u.state.change(r.path, value)
	change.Restores = earlier
	u.changes[r.path] = change
}

func (u *undoing) isTarget(id ID) bool { return u.target[id] }

// mine are the target's entries that wrote the register and count.
func (u *undoing) mine(r *register) []ID {
	var ids []ID
	for i := range r.writes {
		if w := &r.writes[i]; !w.withheld && u.target[w.entry.ID] {
			ids = append(ids, w.entry.ID)
		}
	}
	return ids
}

// disputed says whether somebody else edited, apart, below what the register says is removed.
func (u *undoing) disputed(r *register) bool {
	return slices.ContainsFunc(r.unseen, func(h Head) bool { return !u.target[h.ID] })
}

// positions gives the entries at which the register stands, once undos are looked through: an undo stands where it went back
// to, unless it is one to stop at.
func positions(r *register, heads []Head, stop func(ID) bool) []ID {
	var at []ID
	seen := map[ID]bool{}
	var walk func(id ID)
	walk = func(id ID) {
		if seen[id] {
			return
		}
		seen[id] = true
		i, ok := r.find(id)
		if !ok || stop(id) || len(r.writes[i].change.Restores) == 0 {
			at = append(at, id)
			return
		}
		for _, earlier := range r.writes[i].change.Restores {
			walk(earlier)
		}
	}
	for _, head := range heads {
		walk(head.ID)
	}
	return at
}

// judge says whether some position is neither the target's nor anything that the target had seen, and counts the target's.
func (u *undoing) judge(at []ID, seen map[ID]bool) (foreign bool, inTarget int) {
	for _, id := range at {
		switch {
		case u.target[id]:
			inTarget++
		case id != Beginning && !seen[id]:
			foreign = true
		}
	}
	return foreign, inTarget
}

// clearAbove says whether nothing above the register was removed, or undone, since the target wrote it.
func (u *undoing) clearAbove(r *register, mine []ID) bool {
	for up := range Ancestors(r.path) {
		if u.settled[up] {
			return false
		}
		above := u.state.register(up)
		if above == nil {
			continue
		}
		removed := slices.DeleteFunc(slices.Clone(above.heads), func(h Head) bool { return !IsRemoval(up, h.Value) })
		if len(removed) == 0 {
			continue
		}
		seen := reach(mine, r, above)
		known := func(id ID) bool { return u.target[id] || seen[id] }
		if slices.ContainsFunc(positions(above, removed, known), func(id ID) bool { return !known(id) }) {
			u.blocked[up] = true
			return false
		}
	}
	return true
}

// checkBelow blocks what was changed below since, when the register is taken away. What was written in knowledge of the removal that
// comes back, such as an edit in the trash, does not contradict it.
func (u *undoing) checkBelow(r *register, mine, earlier []ID) {
	removals := r.removalsAmong(earlier)
	below := u.state.below(r.path)
	for i := range below {
		q := &below[i]
		at := slices.DeleteFunc(positions(q, q.heads, u.isTarget), func(id ID) bool {
			j, ok := q.find(id)
			return u.target[id] || ok && (aware(&q.writes[j], removals) || u.wentBetween(r, q, &q.writes[j]))
		})
		if len(at) == 0 {
			continue
		}
		if foreign, _ := u.judge(at, reach(mine, r, q)); foreign {
			u.blocked[q.path] = true
		}
	}
}

// wentBetween says whether the write went away together with an element between r and q, whose own making was undone.
func (u *undoing) wentBetween(r, q *register, w *write) bool {
	for up := range Ancestors(q.path) {
		if up == r.path {
			return false
		}
		element := u.state.register(up)
		if element == nil {
			continue
		}
		at := positions(element, element.heads, u.isTarget)
		if len(at) == 1 && at[0] == Beginning && aware(w, element.removals()) {
			return true
		}
	}
	return false
}
