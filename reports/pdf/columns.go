package pdf

import (
	"math"
	"slices"

	"primadesk/reports/workbook"
)

// fitted is how a table stands on its pages.
type fitted struct {
	size   float64
	groups [][]placed
}

// sizes are those in which a table is written.
var sizes = []float64{8.8, 8, 7.2, 6.6}

// crowded is how much wider than the page the columns may wish to be before a smaller size is tried.
const crowded = 1.3

// longestUnbroken is the width up to which a word is kept whole, in sizes of the font.
const longestUnbroken = 11

// extent is what a column asks for.
type extent struct {
	least, wished float64
	// weight shares out what is left.
	weight float64
}

// measureTable finds the size of the text and the columns' places: the largest in which columns are not crowded, or else one
// in which every word has room.
func (c *canvas) measureTable(t *table) fitted {
	all := make([]int, len(t.Columns))
	for i := range all {
		all[i] = i
	}
	measured := c.extents(t)
	fits := func(size, room float64) ([]extent, bool) {
		wanted, least, wished := c.scaled(t, measured, size), 0.0, 0.0
		for _, e := range wanted {
			least, wished = least+e.least, wished+e.wished
		}
		return wanted, least <= c.width() && wished <= room
	}
	for _, size := range sizes[:3] {
		if wanted, ok := fits(size, c.width()*crowded); ok {
			return fitted{size, [][]placed{c.place(all, wanted)}}
		}
	}
	for _, size := range sizes[1:] {
		if wanted, ok := fits(size, math.Inf(1)); ok {
			return fitted{size, [][]placed{c.place(all, wanted)}}
		}
	}
	return c.grouped(c.scaled(t, measured, sizes[1]))
}

// grouped parts the columns so that each group has room; those that stay in view stand in every group.
func (c *canvas) grouped(wanted []extent) fitted {
	for i := range wanted {
		wanted[i].least = min(wanted[i].least, c.width()/2)
	}
	fixed := []int{}
	used := 0.0
	for i := range min(max(c.plan.Freeze, 1), len(wanted)) {
		if used += wanted[i].least; used > c.width()/3 {
			break
		}
		fixed = append(fixed, i)
	}
	used = 0
	for _, i := range fixed {
		used += wanted[i].least
	}
	fit := fitted{size: sizes[1]}
	group, room := slices.Clone(fixed), c.width()-used
	for i := len(fixed); i < len(wanted); i++ {
		if wanted[i].least > room && len(group) > len(fixed) {
			fit.groups = append(fit.groups, c.place(group, wanted))
			group, room = slices.Clone(fixed), c.width()-used
		}
		group = append(group, i)
		room -= wanted[i].least
	}
	fit.groups = append(fit.groups, c.place(group, wanted))
	return fit
}

// unit is the size at which cells are measured; widths grow with the size.
const unit = 10.0

// extents measures every cell at the size unit, without padding.
func (c *canvas) extents(t *table) []extent {
	out := make([]extent, len(t.Columns))
	for i, column := range t.Columns {
		e := &out[i]
		most := column.Width * unit * 0.56
		take := func(v shown, bold bool) {
			style := look{size: unit, bold: bold}
			line := c.longestLine(v.text, style)
			word := line
			if v.Kind == workbook.ValueText || v.Kind == workbook.ValueMissing {
				word = min(c.longestWord(v.text, style), unit*longestUnbroken)
				line = max(min(line, most), word)
			}
			e.least, e.wished = max(e.least, word), max(e.wished, line)
		}
		heading := look{size: unit, bold: true}
		e.least = min(c.longestWord(column.Header, heading), unit*longestUnbroken)
		e.wished = max(e.least, min(c.longestLine(column.Header, heading), most)*0.6) // a header may take two lines
		for _, row := range t.rows {
			take(row[i], row[i].Strong)
		}
		if t.totals != nil {
			take(t.totals[i], true)
		}
		if column.Bar {
			e.wished = max(e.wished, unit*7)
		}
	}
	return out
}

// scaled are the extents at a size, with padding.
func (c *canvas) scaled(t *table, measured []extent, size float64) []extent {
	out := make([]extent, len(measured))
	for i, e := range measured {
		e.least, e.wished = e.least*size/unit+2*cellPad, e.wished*size/unit+2*cellPad
		e.weight = e.wished
		if c.plan.Layout == workbook.Form {
			e.weight, e.wished = t.Columns[i].Width, e.least
		}
		out[i] = e
	}
	return out
}

// place shares the width out among columns: what each needs, then what each wishes, then the rest by weight.
func (c *canvas) place(columns []int, wanted []extent) []placed {
	widths := make([]float64, len(columns))
	least, wished, weights := 0.0, 0.0, 0.0
	for _, i := range columns {
		least += wanted[i].least
		wished += wanted[i].wished
		weights += wanted[i].weight
	}
	spare := c.width() - least
	switch {
	case wished > c.width():
		for n, i := range columns {
			widths[n] = wanted[i].least + spare*(wanted[i].wished-wanted[i].least)/(wished-least)
		}
	case c.plan.Layout == workbook.Form:
		widths = c.weighed(columns, wanted, weights)
	default:
		spare = c.width() - wished
		if c.second { // a small table below a register need not be as wide
			spare = min(spare, wished*0.4)
		}
		for n, i := range columns {
			widths[n] = wanted[i].wished + spare*wanted[i].weight/weights
		}
	}
	out := make([]placed, len(columns))
	x := c.left
	for n, i := range columns {
		out[n] = placed{i, x + cellPad, widths[n] - 2*cellPad}
		x += widths[n]
	}
	return out
}

// weighed gives each column of a form its share, or what it needs where that is more.
func (c *canvas) weighed(columns []int, wanted []extent, weights float64) []float64 {
	widths := make([]float64, len(columns))
	room := c.width()
	held := make([]bool, len(columns))
	for again := true; again; {
		again = false
		for n, i := range columns {
			if !held[n] && room*wanted[i].weight/weights < wanted[i].least {
				held[n], again = true, true
				widths[n] = wanted[i].least
				room -= wanted[i].least
				weights -= wanted[i].weight
			}
		}
	}
	for n, i := range columns {
		if !held[n] {
			widths[n] = room * wanted[i].weight / weights
		}
	}
	return widths
}
