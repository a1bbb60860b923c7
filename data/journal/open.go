package journal

import (
	"cmp"
	"slices"
	"strings"
)

// disputed says whether a register waits for somebody's decision.
func (r *register) disputed() bool {
	return len(r.unseen) > 0 || !agree(r.heads) || r.reopened()
}

// fewestReopened is how many writes a register has at least in which an undo took a decision back: what was decided, the decision,
// and the undo. All others are spared the search.
const fewestReopened = 3

// reopened says whether an undo stands in the register that brought a conflict back.
func (r *register) reopened() bool {
	return len(r.writes) >= fewestReopened && slices.ContainsFunc(r.heads, func(h Head) bool { return len(r.broughtBack(h)) > 0 })
}

// choices are the changes between which there is to be decided, ascending by id.
func (r *register) choices() []Head {
	var all []Head
	for _, head := range r.heads {
		if back := r.broughtBack(head); len(back) > 0 {
			all = append(all, back...)
		} else {
			all = append(all, head)
		}
	}
	all = append(all, r.unseen...)
	slices.SortStableFunc(all, func(a, b Head) int { return cmp.Or(strings.Compare(a.ID, b.ID), strings.Compare(a.Below, b.Below)) })
	return slices.CompactFunc(all, func(a, b Head) bool { return a.ID == b.ID && a.Below == b.Below })
}

// broughtBack are the changes among which an undo left the choice as it was before; none where it brought back a single value.
// An undo that keeps what was removed, because an edit had not seen the removal, is itself one of the choices.
func (r *register) broughtBack(head Head) []Head { return r.broughtBackBy(head, map[ID]bool{}) }

func (r *register) broughtBackBy(head Head, seen map[ID]bool) []Head {
	i, ok := r.find(head.ID)
	if !ok || len(r.writes[i].change.Restores) == 0 || seen[head.ID] { // a circle was forged
		return nil
	}
	seen[head.ID] = true
	var back []Head
	for _, id := range r.writes[i].change.Restores {
		j, ok := r.find(id)
		if !ok || r.writes[j].withheld || seen[id] {
			continue
		}
		earlier := r.writes[j].head()
		if further := r.broughtBackBy(earlier, seen); len(further) > 0 {
			back = append(back, further...)
		} else {
			back = append(back, earlier)
		}
	}
	same := func(h Head) bool { return h.Value == head.Value }
	switch {
	case !slices.ContainsFunc(back, func(h Head) bool { return !same(h) }):
		return nil
	case !slices.ContainsFunc(back, same):
		back = append(back, head)
	}
	return back
}
