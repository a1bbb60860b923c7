package journal

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// The properties are told as functions that return what they find wrong, so that the same can be asked of a rule that must fail.
var properties = []struct {
	name  string
	check func(w *world) error
}{
	{"replicas agree", replicasAgree},
	{"clocks decide nothing", clocksDecideNothing},
	{"conflicts are the edits made apart", conflictsAreEditsApart},
	{"nothing disappears", nothingDisappears},
	{"a resolution ends it everywhere", resolutionEndsIt},
	{"withheld and released", withheldAndReleased},
	{"undo and redo", undoAndRedo},
}

func TestProperties(t *testing.T) {
	for _, p := range properties {
		t.Run(p.name, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				w := play(scenarios().Draw(t, "scenario"), Fold)
				w.sync()
				if err := p.check(w); err != nil {
					t.Fatalf("%v\n%s", err, w)
				}
			})
		})
	}
}

// TestLastWriterWinsFails swaps the rule for three kinds of last-writer-wins: the properties have to notice each.
func TestLastWriterWinsFails(t *testing.T) {
	for name, rule := range map[string]struct {
		fold   folder
		breaks string // the property that at least has to break
	}{
		"shown by clock":   {foldShowingLatestClock, "clocks decide nothing"},
		"shown by arrival": {foldShowingLatestArrival, "replicas agree"},
		"kept by clock":    {foldKeepingLatestClock, "nothing disappears"},
		"kept by arrival":  {foldKeepingLatestArrival, "conflicts are the edits made apart"},
	} {
		t.Run(name, func(t *testing.T) {
			broken := map[string]bool{}
			for seed := range 150 {
				w := play(scenarios().Example(seed), rule.fold)
				w.sync()
				for _, p := range properties {
					broken[p.name] = broken[p.name] || p.check(w) != nil
				}
			}
			if !broken[rule.breaks] {
				t.Errorf("%q was not found to break; found: %v", rule.breaks, broken)
			}
		})
	}
}

// TestScenariosReachEverything guards the generator: properties over stories in which nothing happens prove nothing.
func TestScenariosReachEverything(t *testing.T) {
	seen := map[string]int{}
	for seed := range 500 {
		w := play(scenarios().Example(seed), Fold)
		w.sync()
		s := Fold(w.all, nil)
		for _, c := range s.Conflicts() {
			switch {
			case slices.ContainsFunc(c.Heads, func(h Head) bool { return h.Below != "" }):
				seen["removal against edit"]++
			case c.Path == Record:
				seen["record in dispute"]++
			default:
				seen["plain conflict"]++
			}
		}
		for i := range s.registers {
			if r := &s.registers[i]; len(r.heads) > 1 && agree(r.heads) {
				seen["same value apart"]++
			}
		}
		seen["shown as "+s.Presence()]++
		seen["blocked"] += w.blocked
		seen["undone"] += w.undone
	}
	for _, what := range []string{"removal against edit", "record in dispute", "plain conflict", "same value apart",
		"shown as " + Live, "shown as " + Trash, "shown as " + Undone, "blocked", "undone"} {
		if seen[what] < 2 {
			t.Errorf("%s: %d times", what, seen[what])
		}
	}
}

func foldShowingLatestClock(held []Entry, withheld func(ID) bool) *State {
	return FoldBy(func(heads []Head) Value {
		return slices.MaxFunc(heads, func(a, b Head) int { return cmp.Or(cmp.Compare(a.Clock, b.Clock), strings.Compare(a.ID, b.ID)) }).Value
	}, held, withheld)
}

func foldShowingLatestArrival(held []Entry, withheld func(ID) bool) *State {
	return FoldBy(func(heads []Head) Value {
		arrival := func(h Head) int { return slices.IndexFunc(held, func(e Entry) bool { return e.ID == h.ID }) }
		return slices.MaxFunc(heads, func(a, b Head) int { return cmp.Compare(arrival(a), arrival(b)) }).Value
	}, held, withheld)
}

func foldKeepingLatestClock(held []Entry, withheld func(ID) bool) *State {
	ordered := slices.Clone(held)
	slices.SortFunc(ordered, func(a, b Entry) int { return cmp.Or(cmp.Compare(a.Clock, b.Clock), strings.Compare(a.ID, b.ID)) })
	return foldKeepingLatestArrival(ordered, withheld)
}

// foldKeepingLatestArrival lets every change supersede what came before it.
func foldKeepingLatestArrival(held []Entry, withheld func(ID) bool) *State {
	rewritten := slices.Clone(held)
	for i := range rewritten {
		changes := map[Path]Change{}
		for path, change := range rewritten[i].Changes {
			change.Supersedes = nil
			for _, earlier := range held[:i] {
				change.Supersedes = append(change.Supersedes, earlier.ID)
			}
			changes[path] = change
		}
		rewritten[i].Changes = changes
	}
	return Fold(rewritten, withheld)
}

func replicasAgree(w *world) error {
	first := picture(w.fold(w.replicas[0].held, nil))
	for _, r := range w.replicas[1:] {
		if other := picture(w.fold(slices.Concat(r.held, r.held), nil)); other != first {
			return fmt.Errorf("replica 0 shows %s\nreplica %s shows %s", first, r.name, other)
		}
	}
	return nil
}

func clocksDecideNothing(w *world) error {
	held := w.replicas[0].held
	other := slices.Clone(held)
	for i := range other {
		other[i].Clock = Clock(w.random.Int64N(1 << 60))
	}
	if a, b := picture(w.fold(held, nil)), picture(w.fold(other, nil)); a != b {
		return fmt.Errorf("shown %s\nwith other clocks %s", a, b)
	}
	return nil
}

// standingByKnowledge is the oracle for heads: the writes of a path that no other writer of it had seen.
func standingByKnowledge(w *world, path Path) []Entry {
	var heads []Entry
	for _, e := range w.all {
		if _, writes := e.Changes[path]; !writes {
			continue
		}
		if !slices.ContainsFunc(w.all, func(o Entry) bool { _, ok := o.Changes[path]; return ok && w.known[o.ID][e.ID] }) {
			heads = append(heads, e)
		}
	}
	slices.SortFunc(heads, func(a, b Entry) int { return strings.Compare(a.ID, b.ID) })
	return heads
}

// unseenByKnowledge is the oracle for disputes over a removal.
func unseenByKnowledge(w *world, path Path, paths []Path) int {
	removals := slices.DeleteFunc(standingByKnowledge(w, path), func(e Entry) bool { return !IsRemoval(path, e.Changes[path].Value) })
	if len(removals) == 0 {
		return 0
	}
	count := 0
	for _, below := range paths {
		if !IsBelow(below, path) {
			continue
		}
		for _, edit := range standingByKnowledge(w, below) {
			aware := slices.ContainsFunc(removals, func(r Entry) bool {
				return r.ID == edit.ID || w.known[r.ID][edit.ID] || w.known[edit.ID][r.ID] && w.removed[edit.ID][path]
			})
			if !aware {
				count++
			}
		}
	}
	return count
}

func writtenPaths(w *world) []Path {
	var paths []Path
	for _, e := range w.all {
		for path := range e.Changes {
			paths = append(paths, path)
		}
	}
	return sorted(paths)
}

func conflictsAreEditsApart(w *world) error {
	s := w.fold(w.replicas[0].held, nil)
	told := map[Path]int{}
	for _, c := range s.Conflicts() {
		told[c.Path]++
	}
	paths := writtenPaths(w)
	for _, path := range paths {
		heads := standingByKnowledge(w, path)
		unseen := unseenByKnowledge(w, path, paths)
		open := map[Value]bool{}
		for _, h := range heads {
			openBy(w, h, path, open)
		}
		apart := unseen > 0 || len(open) > 1
		if s.register(path).hidden || path != Record && s.Presence() != Live && s.Presence() != Null {
			apart = false
		}
		want := 0
		if apart {
			want = 1
		}
		if told[path] != want {
			return fmt.Errorf("%q: told %d times, expected %d", path, told[path], want)
		}
		if got := len(s.Heads(path)); got != len(heads)+unseen {
			return fmt.Errorf("%q: %d heads, expected %d and %d unseen", path, got, len(heads), unseen)
		}
	}
	return nil
}

// openBy adds what a change leaves open: its value, and of an undo those that it brought back.
func openBy(w *world, e Entry, path Path, open map[Value]bool) {
	open[e.Changes[path].Value] = true
	for _, earlier := range w.all {
		if _, wrote := earlier.Changes[path]; wrote && slices.Contains(e.Changes[path].Restores, earlier.ID) {
			openBy(w, earlier, path, open)
		}
	}
}

// nothingDisappears: every value ever written is in the history, and is shown, or in a conflict, or was superseded, or removed, by
// somebody who had seen it, or was written by somebody who saw that it was removed.
func nothingDisappears(w *world) error {
	held := w.replicas[len(w.replicas)-1].held
	s := w.fold(held, nil)
	told := map[string]bool{}
	for _, step := range History(held) {
		for _, shift := range step.Changes {
			told[step.Entry.ID+shift.Path+shift.New] = true
		}
	}
	disputed, offered := map[string]bool{}, map[string]bool{}
	for _, c := range s.Conflicts() {
		for _, h := range c.Heads {
			disputed[h.ID+h.Path+h.Below] = true
			offered[h.Path+" "+h.Value] = true
		}
	}
	for _, e := range w.all {
		for path, change := range e.Changes {
			if !told[e.ID+path+change.Value] {
				return fmt.Errorf("%s %q is not in the history", e.ID, path)
			}
			supersededKnowingly := slices.ContainsFunc(w.all, func(o Entry) bool { _, ok := o.Changes[path]; return ok && w.known[o.ID][e.ID] })
			if !supersededKnowingly && s.Shown(path) != change.Value && !disputed[e.ID+path] && !(len(change.Restores) > 0 && offered[path+" "+change.Value]) && !goneKnowingly(w, s, e, path) {
				return fmt.Errorf("%s %q %s has disappeared", e.ID, path, change.Value)
			}
		}
	}
	return nil
}

func goneKnowingly(w *world, s *State, e Entry, path Path) bool {
	for up := range Ancestors(path) {
		for _, h := range s.Heads(up) {
			if h.Below == "" && IsRemoval(up, h.Value) && (w.known[h.ID][e.ID] || w.removed[e.ID][up] || h.ID == e.ID) {
				return true
			}
		}
	}
	return false
}

// resolutionEndsIt: the third replica decides every conflict; a new one, to which all comes late, sees what it decided.
func resolutionEndsIt(w *world) error {
	third := w.replicas[2]
	for range 100 {
		s := w.fold(third.held, nil)
		conflicts := s.Conflicts()
		if len(conflicts) == 0 {
			break
		}
		c := conflicts[w.random.IntN(len(conflicts))]
		value := c.Heads[w.random.IntN(len(c.Heads))].Value
		w.write(third, third.held, Resolve(s, c.Path, value), false)
		after := w.fold(third.held, nil)
		if after.Shown(c.Path) != value && !after.register(c.Path).hidden {
			return fmt.Errorf("%q was resolved to %s and shows %s", c.Path, value, after.Shown(c.Path))
		}
	}
	late := &replica{name: "late", has: map[ID]bool{}, withheld: map[ID]bool{}}
	w.replicas = append(w.replicas, late)
	w.sync()
	for _, r := range w.replicas {
		if conflicts := w.fold(r.held, nil).Conflicts(); len(conflicts) > 0 {
			return fmt.Errorf("replica %s still has %v", r.name, conflicts)
		}
	}
	return replicasAgree(w)
}

func (w *world) String() string {
	var b strings.Builder
	for _, e := range w.all {
		fmt.Fprintf(&b, "%s by %s, batch %s:", e.ID[28:], e.Device, e.Batch[28:])
		for _, path := range writtenPaths(&world{all: []Entry{e}}) {
			c := e.Changes[path]
			fmt.Fprintf(&b, " %q=%s", path, c.Value)
			for _, id := range c.Supersedes {
				fmt.Fprintf(&b, " -%s", id[28:])
			}
			for _, id := range c.Restores {
				fmt.Fprintf(&b, " +%s", id[max(len(id)-8, 0):])
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}
