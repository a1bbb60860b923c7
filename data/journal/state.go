package journal

import (
	"cmp"
	"iter"
	"slices"
	"strings"
)

// State is what a set of entries makes of one record. It refers to the entries that it was made of, which must not be
// changed afterwards, and never changes itself. A nil State is that of a record without entries.
type State struct {
	rule      Rule
	entries   []Entry
	withheld  func(ID) bool
	registers []register // ascending by path
}

// register is one path of the record.
type register struct {
	path   Path
	writes []write // ascending by id
	heads  []Head  // ascending by id
	unseen []Head  // edits below that a removal standing here had not seen
	shown  Value   // by the heads here, whatever is above
	hidden bool    // something above was removed
}

// write is one entry's change of one register.
type write struct {
	path     Path
	change   Change
	entry    *Entry
	withheld bool
}

// Conflict is a register whose heads differ, or that an undo opened again.
type Conflict struct {
	Path  Path
	Shown Value  // what is shown until somebody decides
	Heads []Head // the choices, ascending by id; in place of an undo those that it brought back
}

// Fold computes the state of one record from all its entries, in any order, with any repeats. Entries for which withheld is
// true do not count, but what was made on top of them still supersedes what they superseded. withheld may be nil.
func Fold(entries []Entry, withheld func(ID) bool) *State {
	return FoldBy(FixedRule, entries, withheld)
}

// FoldBy is Fold with another rule for what is shown.
func FoldBy(rule Rule, entries []Entry, withheld func(ID) bool) *State {
	s := &State{rule: rule, entries: entries, withheld: withheld}
	writes := gather(entries, withheld)
	heads := make([]Head, 0, len(writes))
	count := 0
	for i := range writes {
		if i == 0 || writes[i].path != writes[i-1].path {
			count++
		}
	}
	s.registers = make([]register, 0, count)
	for from := 0; from < len(writes); {
		to := from + 1
		for to < len(writes) && writes[to].path == writes[from].path {
			to++
		}
		r := register{path: writes[from].path, writes: writes[from:to:to]}
		start := len(heads)
		heads = r.standing(heads)
		r.heads = heads[start:len(heads):len(heads)]
		r.shown = pick(rule, r.heads)
		s.registers = append(s.registers, r)
		from = to
	}
	s.settlePresence()
	return s
}

// With is the state with more entries.
func (s *State) With(more ...Entry) *State {
	if s == nil {
		return Fold(more, nil)
	}
	return FoldBy(s.rule, slices.Concat(s.entries, more), s.withheld)
}

// gather lists what every entry writes, by path and id, each once.
func gather(entries []Entry, withheld func(ID) bool) []write {
	size := 0
	for i := range entries {
		size += len(entries[i].Changes)
	}
	writes := make([]write, 0, size)
	for i := range entries {
		e := &entries[i]
		out := withheld != nil && withheld(e.ID)
		for path, change := range e.Changes {
			writes = append(writes, write{path: path, change: change, entry: e, withheld: out})
		}
	}
	slices.SortFunc(writes, func(a, b write) int {
		return cmp.Or(strings.Compare(a.path, b.path), strings.Compare(a.entry.ID, b.entry.ID))
	})
	return slices.CompactFunc(writes, func(a, b write) bool { return a.path == b.path && a.entry.ID == b.entry.ID })
}

// standing appends the register's heads: what nothing that counts supersedes, directly or through what is withheld.
func (r *register) standing(heads []Head) []Head {
	if len(r.writes) == 1 {
		if !r.writes[0].withheld {
			heads = append(heads, r.writes[0].head())
		}
		return heads
	}
	start := len(heads)
	superseded := r.superseded()
	for i := range r.writes {
		if !r.writes[i].withheld && !superseded[i] {
			heads = append(heads, r.writes[i].head())
		}
	}
	if len(heads) > start {
		return heads
	}
	for i := range r.writes { // entries that supersede each other in a circle were forged: then all of them stand
		if !r.writes[i].withheld {
			heads = append(heads, r.writes[i].head())
		}
	}
	return heads
}

func (r *register) superseded() []bool {
	marks := make([]bool, len(r.writes))
	var through []int
	mark := func(i int) {
		for _, id := range r.writes[i].change.Supersedes {
			if j, ok := r.find(id); ok && j != i && !marks[j] {
				marks[j] = true
				if r.writes[j].withheld {
					through = append(through, j)
				}
			}
		}
	}
	for i := range r.writes {
		if !r.writes[i].withheld {
			mark(i)
		}
	}
	for len(through) > 0 {
		i := through[len(through)-1]
		through = through[:len(through)-1]
		mark(i)
	}
	return marks
}

func (w *write) head() Head {
	return Head{Path: w.path, ID: w.entry.ID, Value: w.change.Value, Author: w.entry.Author, Clock: w.entry.Clock}
}

// find gives the place of an entry among the register's writes.
func (r *register) find(id ID) (int, bool) {
	return slices.BinarySearchFunc(r.writes, id, func(w write, id ID) int { return strings.Compare(w.entry.ID, id) })
}

func (s *State) register(path Path) *register {
	if s == nil {
		return nil
	}
	i, ok := slices.BinarySearchFunc(s.registers, path, func(r register, p Path) int { return strings.Compare(r.path, p) })
	if !ok {
		return nil
	}
	return &s.registers[i]
}

// below gives the registers under a path. They stand together, because registers are sorted.
func (s *State) below(path Path) []register {
	if s == nil || len(s.registers) == 0 {
		return nil
	}
	if path == Record {
		if s.registers[0].path == Record {
			return s.registers[1:]
		}
		return s.registers
	}
	prefix := path + "/"
	from, _ := slices.BinarySearchFunc(s.registers, prefix, func(r register, p Path) int { return strings.Compare(r.path, p) })
	to := from
	for to < len(s.registers) && IsBelow(s.registers[to].path, path) {
		to++
	}
	return s.registers[from:to]
}

// own is what a register holds by itself, whether or not something above it was removed.
func (s *State) own(path Path) Value {
	if r := s.register(path); r != nil {
		return r.shown
	}
	return Null
}

// Presence is Live, Trash or Undone; Null of a record whose entries do not say, or that has none.
func (s *State) Presence() Value { return s.own(Record) }

// Shown is what to show for a path: Null where there is no value, and in everything under an element that was removed. The values
// of a record in the trash, or undone, are still shown; ask Presence.
func (s *State) Shown(path Path) Value {
	if r := s.register(path); r != nil && !r.hidden {
		return r.shown
	}
	return Null
}

// Heads are the changes that stand in a register, ascending by id, with the unseen edits below it if it was removed.
func (s *State) Heads(path Path) []Head {
	r := s.register(path)
	if r == nil {
		return nil
	}
	return r.all()
}

func (r *register) all() []Head {
	if len(r.unseen) == 0 {
		return r.heads
	}
	all := slices.Concat(r.heads, r.unseen)
	slices.SortStableFunc(all, func(a, b Head) int { return strings.Compare(a.ID, b.ID) })
	return all
}

// All yields every register that shows a value, ascending by path, the record's own among them.
func (s *State) All() iter.Seq2[Path, Value] {
	return func(yield func(Path, Value) bool) {
		if s == nil {
			return
		}
		for i := range s.registers {
			r := &s.registers[i]
			if !r.hidden && r.shown != Null && !yield(r.path, r.shown) {
				return
			}
		}
	}
}

// Values is All as a map of its own.
func (s *State) Values() map[Path]Value {
	if s == nil {
		return map[Path]Value{}
	}
	values := make(map[Path]Value, len(s.registers))
	for path, value := range s.All() {
		values[path] = value
	}
	return values
}

// Conflicts lists the registers that wait for a decision, ascending by path. What lies under something that is removed without
// dispute is no conflict: the removal had seen it.
func (s *State) Conflicts() []Conflict {
	if s == nil {
		return nil
	}
	var conflicts []Conflict
	gone := s.Presence() == Trash || s.Presence() == Undone
	for i := range s.registers {
		r := &s.registers[i]
		if r.hidden || gone && r.path != Record {
			continue
		}
		if r.disputed() {
			conflicts = append(conflicts, Conflict{Path: r.path, Shown: r.shown, Heads: r.choices()})
		}
	}
	return conflicts
}
