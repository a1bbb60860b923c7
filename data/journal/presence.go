package journal

import (
	"slices"
	"strconv"
	"strings"
)

// settlePresence finds, for every removal that stands, the edits below it that it had not seen. They say that what was removed is
// still wanted, and take part in what is shown. It then hides what lies under removed elements.
func (s *State) settlePresence() {
	for i := range s.registers {
		r := &s.registers[i]
		removals := r.removals()
		if len(removals) == 0 {
			continue
		}
		below := s.below(r.path)
		if len(below) == 0 {
			continue
		}
		for j := range below {
			r.unseen = appendUnseen(r.unseen, r, removals, &below[j])
		}
		if len(r.unseen) > 0 {
			r.shown = pick(s.rule, r.all())
		}
		if r.path != Record && r.shown == Null {
			for j := range below {
				below[j].hidden = true
			}
		}
	}
}

// removals are the writes that stand in a register and take away what is below it.
func (r *register) removals() []*write {
	var removals []*write
	for _, head := range r.heads {
		if IsRemoval(r.path, head.Value) {
			i, _ := r.find(head.ID)
			removals = append(removals, &r.writes[i])
		}
	}
	return removals
}

// appendUnseen appends the heads of q, a register below r, that none of the removals had seen and that were made without
// knowing of any of them.
func appendUnseen(unseen []Head, r *register, removals []*write, q *register) []Head {
	var covered map[ID]bool
	for _, head := range q.heads {
		i, _ := q.find(head.ID)
		w := &q.writes[i]
		if aware(w, removals) {
			continue
		}
		if covered == nil && q.anyWithheld() {
			covered = q.cover(removals)
		}
		if covered[head.ID] {
			continue
		}
		unseen = append(unseen, Head{Path: r.path, Below: q.path, ID: head.ID, Value: present(r.path), Author: head.Author, Clock: head.Clock})
	}
	return unseen
}

// aware says whether a removal named the edit, or the edit a removal.
func aware(w *write, removals []*write) bool {
	for _, removal := range removals {
		id := removal.entry.ID
		if id == w.entry.ID || contains(removal.change.Supersedes, w.entry.ID) ||
			len(w.change.Supersedes) > 0 && slices.Contains(w.change.Supersedes, asRemoval(id, removal.path)) {
			return true
		}
	}
	return false
}

// asRemoval names an entry for the removal that it made at a path, by the number of the path's segments: an entry can
// write many registers, and who knows one of its changes need not have accepted another.
func asRemoval(id ID, path Path) ID {
	depth := 0
	if path != Record {
		depth = 1 + strings.Count(path, "/")
	}
	return id + removalMark + strconv.Itoa(depth)
}

const removalMark = "^"

// entryOf is the entry that an id in Change.Supersedes names.
func entryOf(id ID) ID {
	entry, _, _ := strings.Cut(id, removalMark)
	return entry
}

// contains searches a sorted list; a short or unsorted one is read through.
func contains(ids []ID, id ID) bool {
	if len(ids) > 16 && ascending(ids) {
		_, ok := slices.BinarySearch(ids, id)
		return ok
	}
	return slices.Contains(ids, id)
}

func (r *register) anyWithheld() bool {
	return slices.ContainsFunc(r.writes, func(w write) bool { return w.withheld })
}

// cover is what removals had seen in a register below them, through changes that are withheld now.
func (r *register) cover(removals []*write) map[ID]bool {
	var from []ID
	for _, removal := range removals {
		from = append(from, removal.change.Supersedes...)
	}
	return reach(from, r)
}

// reach is every id that can be reached from ids through what their writes in the registers supersede, they themselves included.
func reach(ids []ID, registers ...*register) map[ID]bool {
	reached := make(map[ID]bool, len(ids))
	open := slices.Clone(ids)
	for len(open) > 0 {
		id := entryOf(open[len(open)-1])
		open = open[:len(open)-1]
		if reached[id] {
			continue
		}
		reached[id] = true
		for _, r := range registers {
			if i, ok := r.find(id); ok {
				open = append(open, r.writes[i].change.Supersedes...)
			}
		}
	}
	return reached
}
