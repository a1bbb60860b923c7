package workbook

import (
	"math"
	"slices"
)

// The sides of an A4 page in points, and what its margins take, in inches.
const (
	shortSide, longSide    = 595.3, 841.9
	topMargin, footMargin  = 0.7, 0.75
	wideMargin, slimMargin = 0.7, 0.45
	pointsPerInch          = 72
)

// tight is how much of a page is reckoned with: programs differ by a few points in how high they draw what they print.
const tight = 0.985

// mostKept is how much of a page is left empty at most, for a table or text to stay in one piece.
const mostKept = 0.7

// together are rows that no page's end should part: all of them if they are few, else the first ones and the last ones.
type together struct {
	from, to int
	// lead and tail are the last row that stays with the first, and the first that stays with the last, if all are too many. Without
	// a lead, as in a chart, all stay together.
	lead, tail int
}

// hold notes which rows of the block that was just written, from a row on, stay together. What has a heading stays below it.
func (s *sheet) hold(block Block, from int, first bool) {
	begin := from
	if s.heading > 0 {
		begin = s.heading
	}
	rows := together{from: begin, to: s.inked, lead: begin + 1, tail: s.inked - 1}
	heading := 0
	switch block.(type) {
	case Heading:
		heading = begin
		if s.heading == 0 {
			heading = s.inked
		}
		rows.to = 0
	case Chart, Scatter:
		rows.to, rows.lead = s.row, 0
	case tabular:
		rows.lead, s.lastEnd = s.body+1, s.inked
		if first && s.plan.Layout == Register {
			rows.from = rows.tail
		}
	case Pairs, Links:
		rows.to = from
	}
	s.heading = heading
	if rows.to > rows.from {
		s.kept = append(s.kept, rows)
	}
}

// scale is how much smaller the sheet is printed, for all its columns to fit the page; programs take whole per cents.
func (s *sheet) scale() float64 {
	wide := shortSide
	if s.lies() {
		wide = longSide
	}
	room := (wide - 2*s.sideMargin()*pointsPerInch) / (float64(s.pixels()) * 0.75)
	return max(math.Floor(100*min(1, room))/100, 0.1)
}

// paper is how much of the sheet's own points a page holds.
func (s *sheet) paper() float64 {
	high := longSide
	if s.lies() {
		high = shortSide
	}
	return (high - (topMargin+footMargin)*pointsPerInch) / s.scale() * tight
}

// lies tells whether the paper is turned.
func (s *sheet) lies() bool { return s.plan.Layout == Register || s.plan.Landscape }

func (s *sheet) sideMargin() float64 {
	if s.plan.Layout == Register {
		return slimMargin
	}
	return wideMargin
}

const (
	// squeezed is how much smaller a sheet may become, rather than have a second page with next to nothing on it.
	squeezed = 0.85
	// ample is how much more than its rows the page holds for it to need no such care.
	ample = 1.08
	// smallest is the least scale at which that is still legible, hardlySmaller what makes no difference at any.
	smallest, hardlySmaller = 0.55, 0.92
	// longTable is from how many pages on a table's own are not begun by us: a filter would leave them empty.
	longTable = 3
)

// paginate decides where pages are begun, and whether the header stands on each. Rows are as high as they were written, so pages
// are reckoned as the programs that print cut them.
func (s *sheet) paginate() {
	room := s.paper()
	size := room / s.heightOf(1, s.row)
	squeeze := len(s.breaks) == 0 && size < ample && (size >= hardlySmaller || size >= squeezed && size*s.scale() >= smallest)
	if s.plan.OnePage || squeeze {
		s.onePage, s.breaks = true, nil
		return
	}
	cut := s.cut(room, true)
	if s.plan.Layout == Register && cut.pageOf(s.tableEnd) == 0 && cut.page > 0 {
		// A header that would stand above other blocks alone is not repeated.
		s.headerRow = 0
		cut = s.cut(room, true)
	}
	switch {
	case s.headerRow == 0 && s.body > 1 && cut.pageOf(s.body-1) < cut.pageOf(s.lastEnd) && s.heightOf(s.lastEnd+1, s.row) < room/5:
		// What the last pages are full of is the last table.
		s.headerRow = s.body - 1
		cut = s.cut(room, true)
	case cut.pageOf(s.tableEnd) >= longTable:
		cut = s.cut(room, false)
	}
	s.breaks = cut.breaks
}

// cutting is a sheet's rows while they are laid on pages.
type cutting struct {
	room     float64 // of a page
	repeated float64 // what the header takes of each page but the first
	page     int     // from 0
	used     float64
	fresh    bool // nothing but the header is on the page
	// begun are the first rows of pages, breaks those among them that are set.
	begun, breaks []int
}

func (c *cutting) next(row int) {
	c.page++
	c.used, c.fresh = c.repeated, true
	c.begun = append(c.begun, row)
}

// pageOf is the page on which a row stands.
func (c *cutting) pageOf(row int) int {
	page, _ := slices.BinarySearch(c.begun, row+1)
	return page
}

// need is how much of what begins at a row must have room on the page where that stands; the rows that stay together at its end
// come later.
func (c *cutting) need(s *sheet, rows together) (need float64, end together) {
	whole := s.heightOf(rows.from, rows.to)
	if whole <= c.room*mostKept || rows.lead == 0 {
		return whole, together{}
	}
	return s.heightOf(rows.from, min(max(rows.lead, rows.from), rows.to)), together{from: rows.tail, to: rows.to}
}

// cut lays the rows on pages of so much room. If every page is set, so that all programs begin the same ones, blocks may stand on the page
// where the table ends; else they begin one, since programs do not agree to the row where that is.
func (s *sheet) cut(room float64, every bool) *cutting {
	c := &cutting{room: room, fresh: true}
	forced, kept := s.breaks, s.kept
	end := together{}
	for i, height := range s.heights {
		row, high := i+1, float64(height)
		need := high
		if s.headerRow > 0 && row == s.headerRow+1 {
			c.repeated = float64(s.heights[s.headerRow-1])
		}
		if end.from == row {
			need = s.heightOf(row, end.to)
		}
		if len(kept) > 0 && kept[0].from == row {
			need, end = c.need(s, kept[0])
			kept = kept[1:]
		}
		asked := len(forced) > 0 && forced[0] == row
		if asked {
			forced = forced[1:]
		}
		asked = asked || !every && row == s.tableEnd+1 && c.page > 0
		over := !c.fresh && (c.used+high > room || c.used+need > room && need <= room-c.repeated)
		if asked || over {
			if every || asked || need > high || row > s.tableEnd {
				c.breaks = append(c.breaks, row)
			}
			c.next(row)
		}
		c.used, c.fresh = c.used+high, false
	}
	return c
}

// heightOf is how high these rows are together.
func (s *sheet) heightOf(from, to int) float64 {
	total := 0.0
	for _, height := range s.heights[from-1 : to] {
		total += float64(height)
	}
	return total
}
