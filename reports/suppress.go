package reports

import (
	"container/heap"
	"math"
	"slices"
	"strings"
)

// fewest is the least number of people that a version for the public shows: one or two can be recognised.
const fewest = 3

func few(n int) bool { return n > 0 && n < fewest }

// withheldTotals says which events' numbers of participants a version for the public does not show.
type withheldTotals struct {
	events []bool
	// grand tells that not even the sum of all can be shown.
	grand bool
	// grouped tells that sums by the groupings (partner, period) can be shown beside.
	grouped bool
}

// withholdTotals keeps small totals back, and others with them so that no sum gives them away: neither the sum of all nor, where
// grouped, those of the groupings, each of which says to which group an event belongs. Wherever events are kept back there are two
// at least that belong to the same groups, with more people than events: who of them was where, nobody can compute.
func withholdTotals(totals []int, groupings ...[]string) withheldTotals {
	keys := make([]string, len(totals))
	for i := range keys {
		parts := make([]string, len(groupings))
		for g := range groupings {
			parts[g] = groupings[g][i]
		}
		keys[i] = strings.Join(parts, "\x00")
	}
	if hidden, ok := withholdWithin(totals, keys); ok && !smallGroup(totals, groupings) {
		return withheldTotals{events: hidden, grouped: true}
	}
	hidden, ok := withholdWithin(totals, make([]string, len(totals)))
	if !ok || few(sumOf(totals)) {
		for i := range hidden {
			hidden[i] = true
		}
		return withheldTotals{events: hidden, grand: true}
	}
	return withheldTotals{events: hidden}
}

// withholdWithin keeps back small totals, with as many of the next smallest of the same key as it takes; not ok if there are none.
func withholdWithin(totals []int, keys []string) (hidden []bool, ok bool) {
	hidden = make([]bool, len(totals))
	order := make([]int, len(totals))
	for i, n := range totals {
		hidden[i], order[i] = few(n), i
	}
	slices.SortStableFunc(order, func(a, b int) int { return totals[a] - totals[b] })
	ok = true
	for i := range totals {
		if !few(totals[i]) {
			continue
		}
		for !shared(totals, hidden, keys, keys[i]) {
			at := slices.IndexFunc(order, func(j int) bool { return keys[j] == keys[i] && totals[j] > 0 && !hidden[j] })
			if at < 0 {
				ok = false
				break
			}
			hidden[order[at]] = true
		}
	}
	return hidden, ok
}

// shared tells whether what is kept back of a key can't be told apart: two events or more, and one of them with more than one.
func shared(totals []int, hidden []bool, keys []string, key string) bool {
	events, people := 0, 0
	for i, n := range totals {
		if keys[i] == key && hidden[i] {
			events, people = events+1, people+n
		}
	}
	return events > 1 && people > events
}

func smallGroup(totals []int, groupings [][]string) bool {
	for _, grouping := range groupings {
		sums := map[string]int{}
		for i, n := range totals {
			sums[grouping[i]] += n
		}
		for _, n := range sums {
			if few(n) {
				return true
			}
		}
	}
	return few(sumOf(totals))
}

func sumOf(list []int) int {
	n := 0
	for _, v := range list {
		n += v
	}
	return n
}

// withheldTable says which cells of a table, and which of its columns' sums, a version for the public does not show.
type withheldTable struct {
	cells   [][]bool
	columns []bool
}

// withholdTable keeps small cells of a table back: people by event (rows) and by the words of one dimension (columns). The sums of
// its rows are shown, except of the events that are kept back whole; the sums of the columns are shown where they can be, and
// the sum of all. What is small is kept back with a round of other cells along which one person could be moved without any sum
// that is shown being another: so no sum gives it away.
//
// A row that is nil is of an event at which nobody was counted.
func withholdTable(cells [][]int, totals withheldTotals) withheldTable {
	n := newNet(cells, totals)
	for i := range n.edges {
		n.edges[i].hidden = n.edges[i].hidden || n.edges[i].guarded()
	}
	for i := range n.edges {
		if n.edges[i].guarded() {
			n.protect(i)
		}
	}
	return n.result(cells)
}

// net is a table as a network (after Cox, "Network Models for Complementary Cell Suppression", 1995): an edge from its row to its
// column for each cell, and one from each column to the foot for its sum. What flows into a node flows out of it, so every other
// table with the same sums differs by rounds.
type net struct {
	edges []edge
	at    [][]int // edges of each node
	rows  int
}

type edge struct {
	from, to int
	people   int
	hidden   bool
	whole    bool // of an event that is kept back whole: it may have any number, nought too
	sum      bool
}

// guarded tells whether nobody may compute the edge.
func (e *edge) guarded() bool { return !e.whole && few(e.people) }

func newNet(cells [][]int, totals withheldTotals) *net {
	n := &net{rows: len(cells)}
	width := 0
	for _, row := range cells {
		width = max(width, len(row))
	}
	foot := n.rows + width
	sums := make([]int, width)
	for i, row := range cells {
		for j, people := range row {
			whole := totals.events[i]
			n.edges = append(n.edges, edge{from: i, to: n.rows + j, people: people, hidden: whole || totals.grand, whole: whole || totals.grand})
			sums[j] += people
		}
	}
	for j, people := range sums {
		n.edges = append(n.edges, edge{from: n.rows + j, to: foot, people: people, hidden: totals.grand, whole: totals.grand, sum: true})
	}
	n.at = make([][]int, foot+1)
	for i, e := range n.edges {
		n.at[e.from] = append(n.at[e.from], i)
		n.at[e.to] = append(n.at[e.to], i)
	}
	return n
}

// protect hides the cheapest round through an edge. Whoever reads takes a mark for one person at least, so nothing is made nought on
// the way; only where there is no other round it is, and then a nought of the same row is hidden too.
func (n *net) protect(i int) {
	if n.hideRound(i, 1) {
		return
	}
	if e := n.edges[i]; !e.sum {
		for _, j := range n.at[e.from] {
			if n.edges[j].people == 0 && n.hideRound(j, 0) {
				n.edges[j].hidden = true
				break
			}
		}
	}
	n.hideRound(i, 0)
}

// hideRound looks for a round on which the edge becomes one more, and one on which it becomes one less, and hides the cheaper.
func (n *net) hideRound(i, least int) bool {
	e := n.edges[i]
	best, cost := []int(nil), math.MaxInt
	if path, c := n.path(e.to, e.from, i, least); path != nil {
		best, cost = path, c
	}
	if e.people > least {
		if path, c := n.path(e.from, e.to, i, least); path != nil && c < cost {
			best = path
		}
	}
	for _, j := range best {
		n.edges[j].hidden = true
	}
	return best != nil
}

// cost of hiding an edge: as little as possible is lost, a sum last.
func (e *edge) cost() int {
	switch {
	case e.hidden:
		return 1
	case e.sum:
		return 100_000 + e.people
	case e.people == 0:
		return 200
	}
	return 20 + e.people
}

// passes tells whether one person more (forward) or less can flow along an edge.
func (e *edge) passes(forward bool, least int) bool {
	if forward {
		return true
	}
	if e.whole {
		least = 0
	}
	return e.people > least
}

// path is the cheapest way between two nodes without an edge, after Dijkstra; nil if there is none.
func (n *net) path(from, to, without, least int) ([]int, int) {
	costs := make([]int, len(n.at))
	by := make([]int, len(n.at))
	for i := range costs {
		costs[i], by[i] = math.MaxInt, -1
	}
	costs[from] = 0
	queue := &frontier{{from, 0}}
	for queue.Len() > 0 {
		here := heap.Pop(queue).(arrival)
		if here.node == to {
			break
		}
		if here.cost > costs[here.node] {
			continue
		}
		for _, i := range n.at[here.node] {
			e := &n.edges[i]
			next, forward := e.to, e.from == here.node
			if !forward {
				next = e.from
			}
			if cost := here.cost + e.cost(); i != without && cost < costs[next] && e.passes(forward, least) {
				costs[next], by[next] = cost, i
				heap.Push(queue, arrival{next, cost})
			}
		}
	}
	if by[to] < 0 {
		return nil, 0
	}
	var path []int
	for at := to; at != from; {
		e := n.edges[by[at]]
		path = append(path, by[at])
		at = e.from + e.to - at
	}
	return path, costs[to]
}

type arrival struct{ node, cost int }

// frontier is a heap of nodes by their cost.
type frontier []arrival

func (f frontier) Len() int           { return len(f) }
func (f frontier) Less(i, j int) bool { return f[i].cost < f[j].cost }
func (f frontier) Swap(i, j int)      { f[i], f[j] = f[j], f[i] }
func (f *frontier) Push(x any)        { *f = append(*f, x.(arrival)) }
func (f *frontier) Pop() any {
	last := (*f)[len(*f)-1]
	*f = (*f)[:len(*f)-1]
	return last
}

func (n *net) result(cells [][]int) withheldTable {
	w := withheldTable{cells: make([][]bool, len(cells)), columns: make([]bool, len(n.at)-1-n.rows)}
	for i, row := range cells {
		w.cells[i] = make([]bool, len(row))
	}
	for _, e := range n.edges {
		if e.sum {
			w.columns[e.from-n.rows] = e.hidden
		} else {
			w.cells[e.from][e.to-n.rows] = e.hidden
		}
	}
	return w
}
