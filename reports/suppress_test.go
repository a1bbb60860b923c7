package reports

import (
	"fmt"
	"math/big"
	"testing"

	"pgregory.net/rapid"
)

// puzzle is a version for the public as somebody sees it who wants to know what is withheld: a number each for the cells and
// totals that are not shown, and every sum that ties them to what is shown.
type puzzle struct {
	names  map[string]int
	sums   []sum
	counts []int
}

type sum struct {
	of     []int // unknowns, each once
	people int
}

func (p *puzzle) unknown(name string, people int) int {
	i, ok := p.names[name]
	if !ok {
		i = len(p.counts)
		p.names[name], p.counts = i, append(p.counts, people)
	}
	return i
}

// add ties what is not shown of a sum to what is shown of it. parts and whole are shown where hidden is false.
func (p *puzzle) add(parts []figure, whole int) {
	s := sum{people: whole}
	for _, f := range parts {
		if f.hidden {
			s.of = append(s.of, p.unknown(f.name, f.people))
		} else {
			s.people -= f.people
		}
	}
	if len(s.of) > 0 {
		p.sums = append(p.sums, s)
	}
}

type figure struct {
	name   string
	people int
	hidden bool
}

// solved tells by elimination which unknowns the sums determine, as fractions without error.
func (p *puzzle) solved() map[int]bool {
	width := len(p.counts)
	var rows [][]*big.Rat
	for _, s := range p.sums {
		row := make([]*big.Rat, width)
		for i := range row {
			row[i] = new(big.Rat)
		}
		for _, i := range s.of {
			row[i].Add(row[i], big.NewRat(1, 1))
		}
		rows = append(rows, row)
	}
	top := 0
	for column := 0; column < width && top < len(rows); column++ {
		pivot := -1
		for r := top; r < len(rows); r++ {
			if rows[r][column].Sign() != 0 {
				pivot = r
				break
			}
		}
		if pivot < 0 {
			continue
		}
		rows[top], rows[pivot] = rows[pivot], rows[top]
		scale := new(big.Rat).Inv(rows[top][column])
		for c := range width {
			rows[top][c].Mul(rows[top][c], scale)
		}
		for r := range rows {
			if r == top || rows[r][column].Sign() == 0 {
				continue
			}
			times := new(big.Rat).Set(rows[r][column])
			for c := range width {
				rows[r][c].Sub(rows[r][c], new(big.Rat).Mul(times, rows[top][c]))
			}
		}
		top++
	}
	found := map[int]bool{}
	for _, row := range rows[:top] {
		at, n := -1, 0
		for c := range width {
			if row[c].Sign() != 0 {
				at, n = c, n+1
			}
		}
		if n == 1 {
			found[at] = true
		}
	}
	return found
}

// bounded narrows every unknown by every sum until nothing changes, since people are whole and none is less than nought; it gives
// those that have one value left.
func (p *puzzle) bounded() map[int]bool {
	low, high := make([]int, len(p.counts)), make([]int, len(p.counts))
	for i := range high {
		high[i] = 1_000_000
	}
	for changed := true; changed; {
		changed = false
		for _, s := range p.sums {
			lows, highs := 0, 0
			for _, i := range s.of {
				lows, highs = lows+low[i], highs+high[i]
			}
			for _, i := range s.of {
				if most := s.people - (lows - low[i]); most < high[i] {
					highs += most - high[i]
					high[i], changed = most, true
				}
				if least := s.people - (highs - high[i]); least > low[i] {
					lows += least - low[i]
					low[i], changed = least, true
				}
			}
		}
	}
	found := map[int]bool{}
	for i := range low {
		if low[i] == high[i] {
			found[i] = true
		}
	}
	return found
}

// published is made-up events with the people of each by two dimensions, as a version for the public shows them.
type published struct {
	totals    []int
	tables    [][][]int
	groupings [][]string
	hidden    withheldTotals
	withheld  []withheldTable
}

func publish(rt *rapid.T) *published {
	p := &published{}
	events := rapid.IntRange(1, 7).Draw(rt, "events")
	widths := []int{rapid.IntRange(1, 4).Draw(rt, "words"), rapid.IntRange(1, 5).Draw(rt, "countries")}
	p.tables = make([][][]int, len(widths))
	p.groupings = [][]string{make([]string, events), make([]string, events)}
	for i := range events {
		var row []int
		for range widths[0] {
			row = append(row, rapid.SampledFrom([]int{0, 0, 1, 1, 2, 3, 5, 12}).Draw(rt, "people"))
		}
		total := sumOf(row)
		p.totals, p.tables[0] = append(p.totals, total), append(p.tables[0], row)
		other := make([]int, widths[1])
		for range total {
			other[rapid.IntRange(0, widths[1]-1).Draw(rt, "country")]++
		}
		p.tables[1] = append(p.tables[1], other)
		p.groupings[0][i] = rapid.SampledFrom([]string{"a", "b"}).Draw(rt, "partner")
		p.groupings[1][i] = rapid.SampledFrom([]string{"1", "2"}).Draw(rt, "period")
	}
	p.hidden = withholdTotals(p.totals, p.groupings...)
	for _, table := range p.tables {
		p.withheld = append(p.withheld, withholdTable(table, p.hidden))
	}
	return p
}

// puzzle is everything that is shown.
func (p *published) puzzle() *puzzle {
	z := &puzzle{names: map[string]int{}}
	var totals []figure
	for i, n := range p.totals {
		totals = append(totals, figure{fmt.Sprint("total ", i), n, p.hidden.events[i]})
	}
	if !p.hidden.grand {
		z.add(totals, sumOf(p.totals))
	}
	if p.hidden.grouped {
		for _, grouping := range p.groupings {
			of := map[string][]figure{}
			sums := map[string]int{}
			for i, f := range totals {
				of[grouping[i]] = append(of[grouping[i]], f)
				sums[grouping[i]] += f.people
			}
			for group, parts := range of {
				z.add(parts, sums[group])
			}
		}
	}
	for k, table := range p.tables {
		columns := make([][]figure, len(table[0]))
		for i, row := range table {
			var parts []figure
			for j, n := range row {
				f := figure{fmt.Sprint(k, " ", i, " ", j), n, p.withheld[k].cells[i][j]}
				parts, columns[j] = append(parts, f), append(columns[j], f)
			}
			if !p.hidden.events[i] {
				z.add(parts, p.totals[i])
			}
		}
		var sums []figure
		for j, parts := range columns {
			n := 0
			for _, f := range parts {
				n += f.people
			}
			if !p.withheld[k].columns[j] {
				z.add(parts, n)
			}
			sums = append(sums, figure{fmt.Sprint(k, " sum ", j), n, p.withheld[k].columns[j]})
		}
		if !p.hidden.grand {
			z.add(sums, sumOf(p.totals))
		}
	}
	return z
}

func (p *published) each(see func(name string, people int, hidden bool)) {
	for i, n := range p.totals {
		see(fmt.Sprint("total ", i), n, p.hidden.events[i])
	}
	for k, table := range p.tables {
		for j := range table[0] {
			n := 0
			for i := range table {
				n += table[i][j]
				see(fmt.Sprint(k, " ", i, " ", j), table[i][j], p.withheld[k].cells[i][j])
			}
			see(fmt.Sprint(k, " sum ", j), n, p.withheld[k].columns[j])
		}
	}
}

// Nothing small is shown, and what is withheld can't be computed back from every sum that is.
func TestWithheldCellsCannotBeComputedBack(t *testing.T) {
	withheld := 0
	rapid.Check(t, func(rt *rapid.T) {
		p := publish(rt)
		z := p.puzzle()
		known, narrowed := z.solved(), z.bounded()
		p.each(func(name string, people int, hidden bool) {
			if !few(people) {
				return
			}
			if !hidden {
				rt.Fatalf("%s shows %d people: %+v", name, people, p)
			}
			withheld++
			i, tied := z.names[name]
			if tied && (known[i] || narrowed[i]) {
				rt.Fatalf("%s (%d people) can be computed: %+v", name, people, p)
			}
		})
	})
	if withheld == 0 {
		t.Fatal("nothing was withheld")
	}
}

// Where nothing is small nothing is withheld; sums of columns go last.
func TestOnlyWhatIsNeededIsWithheld(t *testing.T) {
	for name, c := range map[string]struct {
		cells         [][]int
		cellsHidden   int
		columnsHidden int
	}{
		"nothing small":     {[][]int{{5, 7}, {3, 0}}, 0, 0},
		"one of four":       {[][]int{{1, 7, 9}, {8, 6, 4}, {9, 9, 9}}, 4, 0},
		"one event":         {[][]int{{1, 7, 9}}, 2, 2},
		"no other woman":    {[][]int{{1, 7}, {0, 6}}, 2, 2},
		"two in one column": {[][]int{{2, 9}, {2, 9}}, 4, 0},
	} {
		totals := make([]int, len(c.cells))
		for i, row := range c.cells {
			totals[i] = sumOf(row)
		}
		w := withholdTable(c.cells, withholdTotals(totals))
		cells, columns := 0, 0
		for i := range w.cells {
			for j := range w.cells[i] {
				cells += rank(w.cells[i][j])
			}
		}
		for j := range w.columns {
			columns += rank(w.columns[j])
		}
		if cells != c.cellsHidden || columns != c.columnsHidden {
			t.Errorf("%s: %d cells and %d sums are withheld: %v", name, cells, columns, w)
		}
	}
}

func TestTotalsAreWithheldWithTheirLike(t *testing.T) {
	for name, c := range map[string]struct {
		totals  []int
		by      []string
		want    string
		grand   bool
		grouped bool
	}{
		"none":               {[]int{5, 7}, []string{"a", "b"}, "[false false]", false, true},
		"with the next":      {[]int{2, 9, 5}, []string{"a", "a", "a"}, "[true false true]", false, true},
		"of its own group":   {[]int{2, 9, 5}, []string{"a", "a", "b"}, "[true true false]", false, true},
		"alone in its group": {[]int{2, 9, 5}, []string{"a", "b", "b"}, "[true false true]", false, false},
		"ones and ones":      {[]int{1, 1, 4, 9}, []string{"a", "a", "a", "a"}, "[true true true false]", false, true},
		"hardly anybody":     {[]int{2}, []string{"a"}, "[true]", true, false},
		"ones only":          {[]int{1, 1, 1}, []string{"a", "a", "a"}, "[true true true]", true, false},
	} {
		w := withholdTotals(c.totals, c.by)
		if fmt.Sprint(w.events) != c.want || w.grand != c.grand || w.grouped != c.grouped {
			t.Errorf("%s: %+v", name, w)
		}
	}
}
