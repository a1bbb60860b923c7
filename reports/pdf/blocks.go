package pdf

import (
	"bytes"
	"fmt"
	"hash/fnv"
	"strings"
	"unicode/utf16"

	"codeberg.org/go-pdf/fpdf"

	"primadesk/reports/workbook"
)

const barColour = workbook.ColourBar

// title writes a sheet's title, caption and gold rule.
func (c *canvas) title() {
	if c.plan.Title == "" && c.plan.Caption == "" {
		return
	}
	c.paragraphs(c.plan.Title, look{size: 16, bold: true, colour: workbook.ColourHeader}, 2)
	c.paragraphs(c.plan.Caption, look{colour: workbook.ColourMuted}, 2)
	c.gold(c.width() / 6)
}

func (c *canvas) gold(width float64) {
	c.rectangle(c.left, c.y+3, width, 1.6, workbook.ColourGold)
	c.y += 14
}

// paragraphs writes a text over the whole width, with room below.
func (c *canvas) paragraphs(text string, l look, below float64) {
	lines := c.wrap(text, l, c.width())
	if len(lines) == 0 {
		return
	}
	c.strip(&strip{boxes: []box{{x: c.left, width: c.width(), lines: lines, look: l}}})
	c.y += below
}

// block draws a block that is no table. Charts are left out.
func (c *canvas) block(p part) error {
	switch b := p.block.(type) {
	case workbook.Heading:
		c.heading(b)
	case workbook.Banner:
		c.need(120)
		c.paragraphs(b.Title, look{size: 24, bold: true, colour: workbook.ColourHeader}, 3)
		c.paragraphs(b.Below, look{size: 12, colour: workbook.ColourMuted}, 3)
		c.gold(c.width() / 6)
	case workbook.Gap:
		c.y += min(float64(b), 60)
	case workbook.PageBreak:
		if !c.fresh() {
			c.page()
		}
	case workbook.Paragraph:
		c.words(b)
	case workbook.Picture:
		return c.picture(b)
	case workbook.Pairs:
		c.pairs(b, p.values)
	case workbook.Links:
		c.links(b, p.values)
	}
	return nil
}

func (c *canvas) heading(h workbook.Heading) {
	style := look{size: 13, bold: true, colour: workbook.ColourHeader}
	if h.Level > 1 {
		style.size = 11
	}
	c.need(80) // a heading does not stand alone at the foot of a page
	if !c.fresh() {
		c.y += 8
	}
	c.paragraphs(strings.Join(strings.Fields(h.Text), " "), style, 4)
}

func (c *canvas) words(p workbook.Paragraph) {
	style := look{bold: p.Bold}
	switch p.Tone {
	case workbook.Muted:
		style.colour = workbook.ColourMuted
	case workbook.Small:
		style.colour, style.size = workbook.ColourMuted, 7.5
	case workbook.Warning:
		style.colour = workbook.ColourOnAmber
		lines := c.wrap(p.Text, style, c.width()-16)
		if len(lines) > 0 {
			c.strip(&strip{boxes: []box{{x: c.left + 8, width: c.width() - 16, lines: lines, look: style}}, pad: 5, side: 8, fill: workbook.ColourMissing})
			c.y += 8
		}
		return
	}
	c.paragraphs(p.Text, style, 6)
}

// picture draws a PNG with its text at the right. What it shows is said in words to those who listen (PDF 32000-1, 14.9.3).
func (c *canvas) picture(p workbook.Picture) error {
	sum := fnv.New64a()
	_, _ = sum.Write(p.PNG)
	name := fmt.Sprintf("%x", sum.Sum64())
	options := fpdf.ImageOptions{ImageType: "PNG"}
	info := c.pdf.RegisterImageOptionsReader(name, options, bytes.NewReader(p.PNG))
	if err := c.pdf.Error(); err != nil || info == nil || info.Height() == 0 {
		return &workbook.Error{Code: workbook.CodeInvalid, Cause: fmt.Errorf("picture: not a PNG: %w", err)}
	}
	height := max(p.Height, 8)
	width := info.Width() / info.Height() * height
	style := look{bold: true}
	x := c.left + width + 10
	lines := c.wrap(p.Beside, style, c.right-x)
	tall := max(height, float64(len(lines))*style.line())
	c.need(tall)
	c.pdf.RawWriteStr("/Span <</Alt <" + hexText(p.Alt) + ">>> BDC\n")
	c.pdf.ImageOptions(name, c.left, c.y, width, height, false, options, 0, "")
	c.pdf.RawWriteStr("EMC\n")
	y := c.y + (tall-float64(len(lines))*style.line())/2
	for i, line := range lines {
		c.write(line, style, x, y+float64(i)*style.line(), c.right-x)
	}
	c.y += tall + 4
	return nil
}

// hexText is a text as PDF writes it in hexadecimal: UTF-16, the greater byte first, with its mark.
func hexText(s string) string {
	out := "FEFF"
	for _, unit := range utf16.Encode([]rune(s)) {
		out += fmt.Sprintf("%04X", unit)
	}
	return out
}

func (c *canvas) pairs(p workbook.Pairs, values []shown) {
	label := look{colour: workbook.ColourMuted}
	edge := c.width() / 3
	if c.plan.Layout != workbook.Form {
		edge = 0
		for _, pair := range p.Pairs {
			edge = max(edge, c.longestLine(pair.Label, label)+12)
		}
		edge = min(edge, c.width()*0.45)
	}
	for i, pair := range p.Pairs {
		style, fill := look{bold: values[i].Strong}, ""
		switch {
		case values[i].Kind == workbook.ValueMissing:
			style.colour, fill = workbook.ColourOnAmber, workbook.ColourMissing
		case values[i].Sheet != "", values[i].Address != "":
			style.colour = workbook.ColourAccent
		}
		room := c.width() - edge - 8
		row := strip{pad: 3, side: 4, boxes: []box{
			{x: c.left, width: edge - 10, lines: c.wrap(pair.Label, label, edge-10), look: label},
			{x: c.left + edge + 4, width: room, lines: c.wrap(values[i].text, style, room), look: style, fill: fill, sheet: values[i].Sheet, address: values[i].Address},
		}}
		if p.Lined {
			row.below = workbook.ColourLine
		}
		c.strip(&row)
	}
}

func (c *canvas) links(l workbook.Links, values []shown) {
	far := c.width() / 6
	for i, link := range l.Links {
		style := look{}
		if link.Sheet != "" || link.Address != "" {
			style.colour = workbook.ColourAccent
		}
		number := look{align: workbook.AlignRight}
		address := workbook.Text(link.Text).LinkOut(link.Address).Address()
		c.strip(&strip{pad: 3.5, side: 0, below: workbook.ColourLine, boxes: []box{
			{x: c.left, width: c.width() - far, lines: c.wrap(link.Text, style, c.width()-far), look: style, sheet: link.Sheet, address: address},
			{x: c.right - far, width: far, lines: c.wrap(values[i].text, number, far), look: number},
		}})
	}
}
