package pdf

import (
	"primadesk/reports/workbook"
)

// cellPad is at both sides of a cell's text, rowPad above and below it.
const (
	cellPad = 4.0
	rowPad  = 2.6
)

// table draws a table: all its columns side by side, or, where they would be too narrow to read, in groups one below the
// other, each with the columns that stay in view.
func (c *canvas) table(t *table) {
	if t.Heading != "" && c.plan.Layout != workbook.Register {
		c.heading(workbook.Heading{Text: t.Heading})
	}
	c.second = c.second && c.plan.Layout == workbook.Register
	fit := c.measureTable(t)
	c.second = true
	for i, group := range fit.groups {
		if i > 0 {
			c.y += 14
			c.need(90)
		}
		c.group(t, group, fit.size)
	}
	if c.plan.Layout != workbook.Register {
		c.y += 12
		return
	}
	c.y += 8
}

// placed is a column with its place on the page.
type placed struct {
	column   int
	x, width float64 // of the text
}

// group draws some of a table's columns.
func (c *canvas) group(t *table, columns []placed, size float64) {
	header := c.headerStrip(t, columns, size)
	again := func() { c.strip(&header) }
	c.begin(t, columns, &header, size)
	c.strip(&header)
	if len(t.rows) == 0 {
		last := columns[len(columns)-1]
		width := last.x + last.width - columns[0].x
		style := look{size: size, colour: workbook.ColourMuted}
		c.strip(&strip{pad: rowPad, side: cellPad, below: workbook.ColourLine, boxes: []box{
			{x: columns[0].x, width: width, lines: c.wrap(t.Empty, style, width), look: style},
		}})
	}
	for i := range t.rows {
		row := c.row(t, columns, i, size)
		row.again = again
		if i == len(t.rows)-1 && t.totals != nil { // totals stand below a row, not alone on a page
			foot := c.totals(t, columns, size)
			if c.y+row.height()+foot.height() > c.bottom && !c.fresh() && row.height() < 100 {
				c.page()
				again()
			}
		}
		c.strip(&row)
	}
	if t.totals != nil {
		foot := c.totals(t, columns, size)
		foot.again = again
		c.strip(&foot)
	}
}

// begin leaves a page that has no room for the first row; one that has not enough for the whole of a small table, too.
func (c *canvas) begin(t *table, columns []placed, header *strip, size float64) {
	height := header.height() + rowPad*2 + size*1.32
	if len(t.rows) <= smallTable {
		whole := header.height()
		for i := range t.rows {
			row := c.row(t, columns, i, size)
			whole += row.height()
		}
		if t.totals != nil {
			foot := c.totals(t, columns, size)
			whole += foot.height()
		}
		if whole <= (c.bottom-c.top())*0.6 {
			height = max(height, whole)
		}
	}
	c.need(height)
}

// smallTable is up to how many rows a table is kept together.
const smallTable = 15

// row is one row of the table.
func (c *canvas) row(t *table, columns []placed, i int, size float64) strip {
	s := strip{pad: rowPad, side: cellPad, below: workbook.ColourLine}
	if i%2 == 1 {
		s.fill = workbook.ColourBand
	}
	for _, p := range columns {
		s.boxes = append(s.boxes, c.cell(t, p, t.rows[i][p.column], size))
	}
	return s
}

func (c *canvas) totals(t *table, columns []placed, size float64) strip {
	s := strip{pad: rowPad + 0.6, side: cellPad, fill: workbook.ColourTotals, above: workbook.ColourLine, below: workbook.ColourLine}
	for _, p := range columns {
		b := c.cell(t, p, t.totals[p.column], size)
		b.look.bold, b.bar = true, 0
		b.lines = c.wrap(t.totals[p.column].text, b.look, p.width)
		s.boxes = append(s.boxes, b)
	}
	return s
}

func (c *canvas) headerStrip(t *table, columns []placed, size float64) strip {
	s := strip{pad: rowPad + 1.4, side: cellPad, fill: workbook.ColourHeader}
	for _, p := range columns {
		column := t.Columns[p.column]
		style := look{size: size, bold: true, colour: workbook.ColourOnHeader, align: column.Align}
		s.boxes = append(s.boxes, box{x: p.x, width: p.width, lines: c.wrap(column.Header, style, p.width), look: style})
	}
	return s
}

func (c *canvas) cell(t *table, p placed, v shown, size float64) box {
	column := t.Columns[p.column]
	b := box{x: p.x, width: p.width, look: look{size: size, bold: v.Strong, align: column.Align}, sheet: v.Sheet, address: v.Address}
	switch {
	case v.Kind == workbook.ValueMissing:
		b.fill, b.look.colour, b.look.align = workbook.ColourMissing, workbook.ColourOnAmber, workbook.AlignLeft
	case v.Sheet != "", v.Address != "":
		b.look.colour = workbook.ColourAccent
	}
	if column.Bar && v.Kind == workbook.ValueNumber && t.greatest[p.column] > 0 {
		b.bar = v.Number / t.greatest[p.column]
	}
	b.lines = c.wrap(v.text, b.look, p.width)
	return b
}
