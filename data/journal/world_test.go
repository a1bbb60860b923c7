package journal

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"time"

	"pgregory.net/rapid"
)

// scenario is a story of a few replicas of one record, as plain numbers, so that rapid can make it smaller and any fold can be
// told the same story.
type scenario struct {
	Replicas int
	Years    []int // how far each clock is off
	Ops      []op
	Seed     uint64
}

type op struct{ Kind, Who, A, B, C int }

const (
	opEdit = iota
	opEditTwo
	opElement
	opPresence
	opUndo
	opSendSome
	opSendAll
	opResolve
	opWithhold
)

func scenarios() *rapid.Generator[scenario] {
	kinds := []int{opEdit, opEdit, opEdit, opEditTwo, opElement, opElement, opPresence, opUndo, opUndo,
		opSendSome, opSendSome, opSendAll, opResolve, opWithhold}
	spread := rapid.Map(rapid.IntRange(0, 1<<20), func(n int) int { // rapid likes small numbers, the stories are to like all
		return int(rand.New(rand.NewPCG(uint64(n), 2)).Uint32N(1000))
	})
	ops := rapid.Custom(func(t *rapid.T) op {
		return op{Kind: kinds[spread.Draw(t, "kind")%len(kinds)], Who: spread.Draw(t, "who"), A: spread.Draw(t, "a"), B: spread.Draw(t, "b"), C: spread.Draw(t, "c")}
	})
	return rapid.Custom(func(t *rapid.T) scenario {
		return scenario{
			Replicas: rapid.IntRange(3, 5).Draw(t, "replicas"),
			Years:    rapid.SliceOfN(rapid.IntRange(-20, 20), 5, 5).Draw(t, "years"),
			Ops:      rapid.SliceOfN(ops, 10, 45).Draw(t, "ops"),
			Seed:     rapid.Uint64().Draw(t, "seed"),
		}
	})
}

// folder is how a replica makes a state of what it holds, in the order in which that arrived.
type folder func(held []Entry, withheld func(ID) bool) *State

type replica struct {
	name     string
	held     []Entry
	has      map[ID]bool
	withheld map[ID]bool
	last     Clock
	now      time.Time
	batch    ID
}

func (r *replica) receive(e Entry) {
	r.last = Observe(r.last, e.Clock, r.now)
	if !r.has[e.ID] {
		r.has[e.ID] = true
		r.held = append(r.held, e)
	}
}

func (r *replica) out(id ID) bool { return r.withheld[id] }

// world also keeps what no replica can know: what each author had seen.
type world struct {
	fold     folder
	random   *rand.Rand
	replicas []*replica
	all      []Entry
	known    map[ID]map[ID]bool   // entry -> entries that its author counted
	removed  map[ID]map[Path]bool // entry -> what its author saw as removed
	blocked  int
	undone   int
}

var (
	scalars  = []Path{"given_name", "role", "title/en", "tags/harbour", "tags/farm"}
	elements = []Path{"emails/1", "emails/2"}
	fields   = []Path{"emails/1/address", "emails/1/label", "emails/2/address"}
	words    = []Value{`"a"`, `"b"`, `"Ελένη"`, `"longer"`, Null}
)

func play(sc scenario, fold folder) *world {
	w := &world{fold: fold, random: rand.New(rand.NewPCG(sc.Seed, 1)), known: map[ID]map[ID]bool{}, removed: map[ID]map[Path]bool{}}
	for i := range sc.Replicas {
		now := time.Date(2025, 6, 2, 10, 0, 0, 0, time.UTC).AddDate(sc.Years[i], 0, 0)
		w.replicas = append(w.replicas, &replica{name: fmt.Sprint(i), has: map[ID]bool{}, withheld: map[ID]bool{}, now: now})
	}
	first := w.replicas[0]
	w.write(first, first.held, Create(nil, map[Path]Value{
		"given_name": `"Ελένη"`, "tags/farm": Present, "emails/1": Present, "emails/1/address": `"a"`}), true)
	if sc.Seed%4 != 0 { // otherwise two may create the record apart
		for _, r := range w.replicas {
			r.receive(w.all[0])
		}
	}
	for _, o := range sc.Ops {
		w.do(w.replicas[o.Who%sc.Replicas], o)
	}
	for _, r := range w.replicas {
		clear(r.withheld)
	}
	return w
}

func (w *world) do(r *replica, o op) {
	base := r.held[:max(len(r.held)-max(o.A%6-3, 0), 0)] // often what is held, sometimes what a form had loaded before
	switch o.Kind {
	case opEdit:
		w.edit(r, base, o, map[Path]Value{scalars[o.B%len(scalars)]: word(scalars[o.B%len(scalars)], o.C)})
	case opEditTwo:
		w.edit(r, base, o, map[Path]Value{fields[o.B%len(fields)]: word("", o.C), scalars[o.C%2]: word("", o.B)})
	case opElement:
		path := elements[o.B%len(elements)]
		wanted := map[Path]Value{path: Null}
		if o.C%5 < 3 {
			wanted = map[Path]Value{path: Present, path + "/address": word("", o.C)}
		}
		w.edit(r, base, o, wanted)
	case opPresence:
		switch state := w.fold(base, r.out); {
		case state.Presence() == Null: // nobody deletes what he does not know
		case o.C%2 == 0:
			w.write(r, base, ToTrash(state), false)
		default:
			w.write(r, base, Restore(state), false)
		}
	case opUndo:
		w.undo(r, o)
	case opSendSome, opSendAll:
		w.send(r, w.replicas[(o.Who+1+o.A%(len(w.replicas)-1))%len(w.replicas)], o.Kind == opSendAll)
	case opResolve:
		if conflicts := w.fold(r.held, r.out).Conflicts(); len(conflicts) > 0 {
			c := conflicts[o.A%len(conflicts)]
			w.write(r, r.held, Resolve(w.fold(r.held, r.out), c.Path, c.Heads[o.B%len(c.Heads)].Value), false)
		}
	case opWithhold:
		if len(r.held) > 1 && o.A%2 == 0 {
			id := r.held[o.B%len(r.held)].ID
			r.withheld[id] = !r.withheld[id]
		} else {
			clear(r.withheld)
		}
	}
}

func word(path Path, n int) Value {
	if IsBelow(path, "tags") {
		return []Value{Present, Null}[n%2]
	}
	return words[n%len(words)]
}

func (w *world) edit(r *replica, base []Entry, o op, wanted map[Path]Value) {
	state := w.fold(base, r.out)
	for path := range wanted { // nobody edits a field of an element that never was
		if up, _ := Parent(path); slices.Contains(elements, up) && wanted[up] == "" && state.register(up) == nil {
			delete(wanted, path)
		}
	}
	if p := state.Presence(); p == Null || p == Undone {
		w.write(r, base, Create(state, wanted), false)
		return
	}
	w.write(r, base, Edit(state, wanted), o.A%5 == 0)
}

func (w *world) undo(r *replica, o op) {
	if len(r.held) == 0 {
		return
	}
	batch := r.held[max(len(r.held)-1-o.B%4, 0)].Batch
	changes, blocked := Undo(w.fold(r.held, r.out), entriesOf(r.held, batch))
	w.blocked += len(blocked)
	if len(changes) > 0 {
		w.undone++
	}
	w.write(r, r.held, changes, false)
}

func entriesOf(held []Entry, batch ID) map[ID]bool {
	target := map[ID]bool{}
	for _, e := range held {
		if e.Batch == batch {
			target[e.ID] = true
		}
	}
	return target
}

// write makes the entry of an author who had seen base.
func (w *world) write(r *replica, base []Entry, changes map[Path]Change, sameBatch bool) ID {
	if len(changes) == 0 {
		return ""
	}
	r.now = r.now.Add(time.Second)
	r.last = Next(r.last, r.now)
	id := testID(w.random.Uint32())
	if r.batch == "" || !sameBatch {
		r.batch = id
	}
	e := Entry{ID: id, Batch: r.batch, Device: r.name, Seq: int64(len(w.all) + 1), Clock: r.last, Entity: "contact", Record: "r", Schema: 1, Changes: changes}
	w.known[id] = map[ID]bool{}
	for _, b := range base {
		if !r.withheld[b.ID] {
			w.known[id][b.ID] = true
		}
	}
	w.removed[id] = map[Path]bool{}
	state := w.fold(base, r.out)
	for _, p := range append(slices.Clone(elements), Record) {
		w.removed[id][p] = state.register(p) != nil && IsRemoval(p, state.own(p))
	}
	w.all = append(w.all, e)
	r.receive(e)
	return id
}

// testID gives ids whose order says nothing about the order in which they were made.
func testID(n uint32) ID {
	return fmt.Sprintf("01970000-0000-7000-8000-0000%08x", n)
}

func (w *world) send(from, to *replica, everything bool) {
	parcel := slices.Clone(from.held)
	w.random.Shuffle(len(parcel), func(i, j int) { parcel[i], parcel[j] = parcel[j], parcel[i] })
	if !everything {
		parcel = parcel[:(len(parcel)+1)/2]
	}
	for _, e := range parcel {
		to.receive(e)
	}
	for _, e := range parcel[:len(parcel)/2] {
		to.receive(e)
	}
}

// sync brings everything everywhere, in another order to each.
func (w *world) sync() {
	for _, r := range w.replicas {
		parcel := slices.Concat(w.all, w.all[:len(w.all)/2])
		w.random.Shuffle(len(parcel), func(i, j int) { parcel[i], parcel[j] = parcel[j], parcel[i] })
		for _, e := range parcel {
			r.receive(e)
		}
	}
}

// picture is all that a person can see of a state.
func picture(s *State) string {
	var lines []string
	for path, value := range s.All() {
		lines = append(lines, fmt.Sprintf("%q=%s", path, value))
	}
	for _, c := range s.Conflicts() {
		line := fmt.Sprintf("conflict %q shows %s:", c.Path, c.Shown)
		for _, h := range c.Heads {
			line += fmt.Sprintf(" %s(%s %s)", h.Value, h.ID[28:], h.Below)
		}
		lines = append(lines, line)
	}
	return fmt.Sprint(lines)
}

func values(s *State) string {
	all := s.Values()
	lines := make([]string, 0, len(all))
	for _, path := range slices.Sorted(maps.Keys(all)) {
		lines = append(lines, fmt.Sprintf("%q=%s", path, all[path]))
	}
	return fmt.Sprint(lines)
}
