package pdf

import (
	"context"
	"strconv"
	"strings"

	"codeberg.org/go-pdf/fpdf"

	"primadesk/reports/workbook"
)

// The measures of A4 and its margins, in points.
const (
	paperShort = 595.28
	paperLong  = 841.89
	sideMargin = 50.4
	wideSide   = 32.4 // of a register
	topMargin  = 46.0
	footMargin = 54.0
)

// bodySize is the size of plain text.
const bodySize = 9.5

// canvas is the document while it is drawn: a cursor that only moves down.
type canvas struct {
	pdf    *fpdf.Fpdf
	glyphs *glyphs
	footer workbook.Footer
	// sheets are the links to sheets by their ids.
	sheets map[string]int

	// zoom is how large things are drawn: all measures but the paper's own are as if it were 1.
	zoom   float64
	zoomed bool    // the page is being drawn so
	trial  *canvas // on which a sheet is tried out; nil until one is

	plan                   *sheet
	landscape              bool
	second                 bool // a table stands above on the sheet
	left, right, bottom, y float64
}

// look is how a text is written.
type look struct {
	size   float64 // 0 is bodySize
	bold   bool
	colour string // RRGGBB, "" is ink
	align  workbook.Align
}

func (l look) points() float64 {
	if l.size == 0 {
		return bodySize
	}
	return l.size
}

// line is how far apart lines stand.
func (l look) line() float64 { return l.points() * 1.32 }

func (c *canvas) width() float64 { return c.right - c.left }

func (c *canvas) font(l look) {
	style := ""
	if l.bold {
		style = "B"
	}
	c.pdf.SetFont(family, style, l.points())
}

// measure is how wide a text stands, in points.
func (c *canvas) measure(s string, l look) float64 {
	c.font(l)
	return c.pdf.GetStringWidth(s)
}

// write puts one line with its upper edge at y, between two margins.
func (c *canvas) write(s string, l look, x, y, width float64) {
	if s == "" {
		return
	}
	c.font(l)
	switch l.align {
	case workbook.AlignRight:
		x += width - c.pdf.GetStringWidth(s)
	case workbook.AlignCentre:
		x += (width - c.pdf.GetStringWidth(s)) / 2
	}
	colour := l.colour
	if colour == "" {
		colour = workbook.ColourInk
	}
	c.pdf.SetTextColor(rgb(colour))
	c.pdf.Text(x, y+l.points()*1.02, s)
}

func (c *canvas) rectangle(x, y, width, height float64, colour string) {
	c.pdf.SetFillColor(rgb(colour))
	c.pdf.Rect(x, y, width, height, "F")
}

// rgb reads RRGGBB.
func rgb(s string) (r, g, b int) {
	n, _ := strconv.ParseUint(s, 16, 32)
	return int(n >> 16 & 255), int(n >> 8 & 255), int(n & 255)
}

// zooms are tried in turn for what is to stand on one page. Smaller than the last nobody reads.
var zooms = []float64{1, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7}

// sheet draws a sheet, from the top of a page on; one that is to stand on one page smaller, where it needs that.
func (c *canvas) sheet(ctx context.Context, s *sheet) error {
	c.zoom = 1
	if s.OnePage {
		zoom, err := c.onePage(ctx, s)
		if err != nil {
			return err
		}
		c.zoom = zoom
	}
	return c.draw(ctx, s)
}

// mostTried is after how many pages what sheets are tried out on is thrown away, with all that was drawn on it.
const mostTried = 200

// onePage is how large a sheet fits a page; 1 where it does not fit at all.
func (c *canvas) onePage(ctx context.Context, s *sheet) (float64, error) {
	if c.trial == nil || c.trial.pdf.PageCount() > mostTried {
		c.trial = &canvas{pdf: open(workbook.Properties{}), glyphs: newGlyphs(), sheets: map[string]int{}}
	}
	for _, zoom := range zooms {
		before := c.trial.pdf.PageCount()
		c.trial.zoom = zoom
		if err := c.trial.draw(ctx, s); err != nil {
			c.trial = nil // it stays in error
			return 0, err
		}
		if c.trial.pdf.PageCount() == before+1 {
			return zoom, nil
		}
	}
	return 1, nil
}

func (c *canvas) draw(ctx context.Context, s *sheet) error {
	c.plan, c.second = s, false
	c.landscape = s.Layout == workbook.Register || s.Landscape
	c.page()
	defer c.end()
	c.pdf.SetLink(c.sheets[s.id()], 0, c.pdf.PageNo())
	c.font(look{})
	c.pdf.Bookmark(c.glyphs.fit(s.name), 0, 0)
	c.title()
	for _, p := range s.parts {
		if err := ctx.Err(); err != nil {
			return &workbook.Error{Code: workbook.CodeCancelled, Cause: err}
		}
		if p.table != nil {
			c.table(p.table)
			continue
		}
		if err := c.block(p); err != nil {
			return err
		}
	}
	return nil
}

// page begins a page and writes its foot.
func (c *canvas) page() {
	c.end()
	size, wide := fpdf.SizeType{Wd: paperShort, Ht: paperLong}, paperShort
	direction, side, tall := "P", sideMargin, paperLong
	if c.landscape {
		direction, wide, tall = "L", paperLong, paperShort
	}
	if c.plan.Layout == workbook.Register {
		side = wideSide
	}
	c.pdf.AddPageFormat(direction, size)
	c.left, c.right = side, wide-side
	c.foot(tall - 32)
	c.left, c.right, c.y, c.bottom = side/c.zoom, (wide-side)/c.zoom, c.top(), (tall-footMargin)/c.zoom
	if c.zoom != 1 {
		c.pdf.TransformBegin()
		c.pdf.TransformScale(c.zoom*100, c.zoom*100, 0, 0)
		c.zoomed = true
	}
}

// end ends what is drawn smaller on a page.
func (c *canvas) end() {
	if c.zoomed {
		c.pdf.TransformEnd()
		c.zoomed = false
	}
}

// top is where a page begins.
func (c *canvas) top() float64 { return topMargin / c.zoom }

// fresh tells that nothing stands on the page yet.
func (c *canvas) fresh() bool { return c.y <= c.top()+0.01 }

// need begins a new page where less than so many points are left.
func (c *canvas) need(points float64) {
	if c.y+points > c.bottom && !c.fresh() {
		c.page()
	}
}

// foot writes acronym and grant number, the sheet, and the page of how many.
func (c *canvas) foot(y float64) {
	style := look{size: 7.5, colour: workbook.ColourMuted}
	third := c.width() / 3
	c.write(c.shorten(c.footer.Left, style, third-8), style, c.left, y, third)
	name, draft := c.glyphs.fit(c.plan.name), c.glyphs.fit(c.footer.Draft)
	if draft == "" {
		style.align = workbook.AlignCentre
		c.write(c.shorten(name, style, third), style, c.left+third, y, third)
	} else {
		warning := look{size: style.size, bold: true, colour: workbook.ColourOnAmber}
		draft += " · "
		room := c.measure(draft, warning)
		name = c.shorten(name, style, third-room)
		x := c.left + third + (third-room-c.measure(name, style))/2
		c.write(draft, warning, x, y, room)
		c.write(name, style, x+room, y, third)
	}
	style.align = workbook.AlignRight
	number := strconv.Itoa(c.pdf.PageNo())
	text := strings.NewReplacer("{page}", number, "{pages}", pagesAlias).Replace(c.glyphs.fit(c.footer.Page))
	// The alias is wider than the number that will stand in its place.
	extra := c.measure(pagesAlias, style) - c.measure(number, style)
	c.write(text, style, c.left+2*third, y, third+extra)
}

// shorten cuts a line to a width.
func (c *canvas) shorten(s string, l look, width float64) string {
	s = c.glyphs.fit(s)
	if c.measure(s, l) <= width {
		return s
	}
	runes := []rune(s)
	for len(runes) > 0 && c.measure(string(runes)+"…", l) > width {
		runes = runes[:len(runes)-1]
	}
	return string(runes) + "…"
}
