package journal

import "slices"

// before walks back from the target's entries to what stood in the register ahead of them. It is Beginning where nothing did, and
// not known where it was not received. noticed is everything that the target's entries superseded.
func (u *undoing) before(r *register, from []ID) (earlier, noticed []ID, known bool) {
	seen := map[ID]bool{}
	missing := false
	open := slices.Clone(from)
	for len(open) > 0 {
		id := open[len(open)-1]
		open = open[:len(open)-1]
		i, _ := r.find(id)
		if seen[id] {
			continue
		}
		seen[id] = true
		w := &r.writes[i]
		noticed = append(noticed, w.change.Supersedes...)
		previous := r.previous(w)
		missing = missing || len(previous) == 0 && !u.state.holdsAll(w.change.Supersedes)
		for _, p := range previous {
			if j, _ := r.find(p); u.target[p] || r.writes[j].withheld {
				open = append(open, p)
			} else {
				earlier = append(earlier, p)
			}
		}
	}
	if len(earlier) == 0 {
		return []ID{Beginning}, nil, !missing
	}
	return r.latest(sorted(earlier)), noticed, true
}

// previous are the entries whose values a write replaced in its register, ascending.
func (r *register) previous(w *write) []ID {
	var ids []ID
	for _, id := range w.change.Supersedes {
		if _, ok := r.find(id); ok && id != w.entry.ID {
			ids = append(ids, id)
		}
	}
	return r.latest(ids)
}

// latest leaves out the entries that others among them supersede. A removal names such: an entry can stand in a register
// below, and be superseded here.
func (r *register) latest(ids []ID) []ID {
	if len(ids) < 2 {
		return ids
	}
	kept := make([]ID, 0, len(ids))
	for _, id := range ids {
		others := slices.DeleteFunc(slices.Clone(ids), func(other ID) bool { return other == id })
		if !reach(others, r)[id] {
			kept = append(kept, id)
		}
	}
	return kept
}

// value is what the register showed while those entries stood in it, as far as the target noticed.
func (u *undoing) value(r *register, ids, noticed []ID) Value {
	if ids[0] == Beginning {
		if r.path == Record {
			return Undone
		}
		return Null
	}
	value := u.state.valueOf(r, ids)
	if IsRemoval(r.path, value) && u.wasDisputed(r, ids, noticed) {
		return present(r.path)
	}
	return value
}

// wasDisputed says whether the target noticed edits below the register that the removals among ids had not seen.
func (u *undoing) wasDisputed(r *register, ids, noticed []ID) bool {
	removals := r.removalsAmong(ids)
	below := u.state.below(r.path)
	for i := range below {
		q := &below[i]
		for _, id := range noticed {
			if j, ok := q.find(id); ok && !u.target[id] && !aware(&q.writes[j], removals) {
				return true
			}
		}
	}
	return false
}

// removalsAmong gives those of the entries that took away what is below the register.
func (r *register) removalsAmong(ids []ID) []*write {
	var removals []*write
	for _, id := range ids {
		if i, ok := r.find(id); ok && IsRemoval(r.path, r.writes[i].change.Value) {
			removals = append(removals, &r.writes[i])
		}
	}
	return removals
}

func (s *State) valueOf(r *register, ids []ID) Value {
	heads := make([]Head, 0, len(ids))
	for _, id := range ids {
		i, _ := r.find(id)
		heads = append(heads, r.writes[i].head())
	}
	return pick(s.rule, heads)
}

func (s *State) holdsAll(ids []ID) bool {
	for _, id := range ids {
		if !slices.ContainsFunc(s.entries, func(e Entry) bool { return e.ID == entryOf(id) }) {
			return false
		}
	}
	return true
}
