package journal

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
)

// withheldAndReleased: without entries that nothing else was made on top of, the state is as if they had never come; with
// any entries withheld, heads are what nothing that counts had seen; released, all is as before.
func withheldAndReleased(w *world) error {
	held := w.replicas[0].held
	full := picture(w.fold(held, nil))
	withheld := map[ID]bool{w.all[w.random.IntN(len(w.all))].ID: true}
	for range w.all {
		for _, e := range w.all {
			for id := range withheld {
				withheld[e.ID] = withheld[e.ID] || w.known[e.ID][id]
			}
		}
	}
	without := slices.DeleteFunc(slices.Clone(held), func(e Entry) bool { return withheld[e.ID] })
	if a, b := picture(w.fold(held, func(id ID) bool { return withheld[id] })), picture(w.fold(without, nil)); a != b {
		return fmt.Errorf("withheld: %s\nnever come: %s", a, b)
	}
	random := rand.New(rand.NewPCG(uint64(len(held)), 3))
	some := map[ID]bool{}
	for _, e := range w.all {
		some[e.ID] = random.IntN(3) == 0
	}
	s := w.fold(held, func(id ID) bool { return some[id] })
	for _, path := range writtenPaths(w) {
		if err := headsWithout(w, s, path, some); err != nil {
			return err
		}
	}
	if again := picture(w.fold(held, func(ID) bool { return false })); again != full {
		return fmt.Errorf("before: %s\nreleased: %s", full, again)
	}
	return nil
}

// headsWithout walks from every write that counts to what it supersedes, through what is withheld.
func headsWithout(w *world, s *State, path Path, withheld map[ID]bool) error {
	gone := map[ID]bool{}
	var walk func(e Entry)
	walk = func(e Entry) {
		for _, o := range w.all {
			if _, writes := o.Changes[path]; writes && w.known[e.ID][o.ID] && !gone[o.ID] {
				gone[o.ID] = true
				walk(o)
			}
		}
	}
	for _, e := range w.all {
		if _, writes := e.Changes[path]; writes && !withheld[e.ID] {
			walk(e)
		}
	}
	for _, e := range w.all {
		if _, writes := e.Changes[path]; !writes {
			continue
		}
		stands := slices.ContainsFunc(s.register(path).heads, func(h Head) bool { return h.ID == e.ID })
		if want := !withheld[e.ID] && !gone[e.ID]; stands != want {
			return fmt.Errorf("%q: %s stands %t, expected %t", path, e.ID, stands, want)
		}
	}
	return nil
}

// undoAndRedo: some batches on top of whatever is there, undone one after another, latest first, and redone in turn.
func undoAndRedo(w *world) error {
	r := w.replicas[1]
	for _, path := range slices.Concat([]Path{Record}, elements) { // what lies in a disputed record or element cannot be undone
		if s := w.fold(r.held, nil); s.register(path) != nil && s.register(path).disputed() {
			w.write(r, r.held, Resolve(s, path, s.own(path)), false)
		}
	}
	if p := w.fold(r.held, nil).Presence(); p == Undone || p == Null {
		w.write(r, r.held, Create(w.fold(r.held, nil), map[Path]Value{"role": `"again"`}), false)
	}
	shown := []string{standing(w.fold(r.held, nil))}
	var batches []ID
	for range 3 {
		r.batch = ""
		for range 1 + w.random.IntN(2) {
			before := len(w.all)
			kind := []int{opEdit, opEditTwo, opElement, opPresence, opResolve}[w.random.IntN(5)]
			keep := r.batch
			w.do(r, op{Kind: kind, A: 0, B: w.random.IntN(60), C: w.random.IntN(60)})
			if keep != "" && len(w.all) > before {
				w.rebatch(r, keep)
			}
		}
		if r.batch != "" {
			batches = append(batches, r.batch)
			shown = append(shown, standing(w.fold(r.held, nil)))
		}
	}
	var undos []ID
	for i := len(batches) - 1; i >= 0; i-- {
		id, err := w.undoOne(r, entriesOf(r.held, batches[i]), shown[i])
		if err != nil {
			return fmt.Errorf("undo %d: %w", i, err)
		}
		undos = append(undos, id)
	}
	for i := range batches {
		if _, err := w.undoOne(r, map[ID]bool{undos[len(undos)-1-i]: true}, shown[i+1]); err != nil {
			return fmt.Errorf("redo %d: %w", i, err)
		}
	}
	return nil
}

// rebatch puts the last entry into an earlier batch.
func (w *world) rebatch(r *replica, batch ID) {
	r.held[len(r.held)-1].Batch = batch
	w.all[len(w.all)-1].Batch = batch
	r.batch = batch
}

// standing is what a record shows, and between which values there is still to be decided.
func standing(s *State) string {
	lines := []string{values(s)}
	for _, c := range s.Conflicts() {
		var open []string
		for _, h := range c.Heads {
			open = append(open, h.Value)
		}
		lines = append(lines, fmt.Sprintf("%q: %s", c.Path, sorted(open)))
	}
	return strings.Join(lines, "\n")
}

var errBlocked = errors.New("blocked")

func (w *world) undoOne(r *replica, target map[ID]bool, want string) (ID, error) {
	changes, blocked := Undo(w.fold(r.held, nil), target)
	if len(blocked) > 0 {
		return "", fmt.Errorf("%w at %q", errBlocked, blocked)
	}
	id := w.write(r, r.held, changes, false)
	if got := standing(w.fold(r.held, nil)); got != want {
		return "", fmt.Errorf("shows %s\nexpected %s", got, want)
	}
	return id, nil
}
