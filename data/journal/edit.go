package journal

import "maps"

// Edit says what an entry has to hold so that the record shows what is wanted. base is the state that the author saw: what
// came in since is not superseded, and so becomes a conflict and not a loss. Paths that are not in wanted stay as
// they are, and so do those that show what is wanted already, even while they are in conflict (see Resolve). Null
// clears a register, and removes an element with everything below it. No changes give an empty map.
func Edit(base *State, wanted map[Path]Value) map[Path]Change {
	changes := make(map[Path]Change, len(wanted))
	for path, value := range wanted {
		if value != base.own(path) && !removedWith(path, wanted) {
			changes[path] = base.change(path, value)
		}
	}
	return changes
}

// removedWith says whether an element that the path lies under is being removed. Its registers are left as they were, so that
// restoring the element brings them back.
func removedWith(path Path, wanted map[Path]Value) bool {
	for up := range Ancestors(path) {
		if up == Record {
			return false
		}
		if value, ok := wanted[up]; ok && value == Null {
			return true
		}
	}
	return false
}

// Create says what the first entry of a record has to hold: Edit, and that the record is there. A record whose creation was
// undone starts afresh: what it held and what is not wanted is cleared. base is nil where there are no entries.
func Create(base *State, wanted map[Path]Value) map[Path]Change {
	all := make(map[Path]Value, len(wanted)+1)
	if base.Presence() == Undone {
		for i := range base.registers {
			all[base.registers[i].path] = Null
		}
	}
	maps.Copy(all, wanted)
	all[Record] = Live
	return Edit(base, all)
}

// Resolve ends a conflict: the register gets the value, which may well be the one shown, and all that stands there is superseded. To
// keep an element or a record that was removed, resolve it to Present or Live; to let it go, to Null or Trash.
func Resolve(base *State, path Path, value Value) map[Path]Change {
	return map[Path]Change{path: base.change(path, value)}
}

// ToTrash puts a record into the trash. It also ends a dispute over whether it belongs there.
func ToTrash(base *State) map[Path]Change { return setPresence(base, Trash) }

// Restore takes a record out of the trash, or ends a dispute over whether it belongs there.
func Restore(base *State) map[Path]Change { return setPresence(base, Live) }

func setPresence(base *State, value Value) map[Path]Change {
	if r := base.register(Record); r != nil && r.shown == value && !r.disputed() {
		return map[Path]Change{}
	}
	return Resolve(base, Record, value)
}

// change writes a value over all that the state has seen.
func (s *State) change(path Path, value Value) Change {
	if s == nil {
		return Change{Value: value}
	}
	var ids []ID
	if r := s.register(path); r != nil {
		ids = appendHeadIDs(ids, r)
		for i := range r.unseen { // who settles a dispute has seen both sides
			ids = append(ids, r.unseen[i].ID)
		}
	}
	if IsRemoval(path, value) {
		below := s.below(path)
		for i := range below {
			ids = appendHeadIDs(ids, &below[i])
		}
	}
	for up := range Ancestors(path) {
		if above := s.register(up); above != nil && IsRemoval(up, above.shown) {
			for i := range above.heads {
				ids = append(ids, asRemoval(above.heads[i].ID, up))
			}
		}
	}
	return Change{Value: value, Supersedes: sorted(ids)}
}

func appendHeadIDs(ids []ID, r *register) []ID {
	for i := range r.heads {
		ids = append(ids, r.heads[i].ID)
	}
	return ids
}
