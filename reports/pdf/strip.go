package pdf

// box is a text within a strip.
type box struct {
	x, width float64 // of the text, without padding
	lines    []string
	look     look
	fill     string
	// bar is a data bar's share of the box, drawn behind the text.
	bar float64
	// sheet or address is what it leads to.
	sheet, address string
}

// strip is a row of boxes, which are as high as the highest of them.
type strip struct {
	boxes []box
	// pad is above and below the lines, side at both sides of each box.
	pad, side float64
	fill      string
	below     string // colour of the line below
	above     string
	// again is drawn at the top of the next page, where the strip goes on there.
	again func()
	least float64
}

func (s *strip) line() float64 {
	line := 0.0
	for _, b := range s.boxes {
		line = max(line, b.look.line())
	}
	return line
}

func (s *strip) count() int {
	count := 1
	for _, b := range s.boxes {
		count = max(count, len(b.lines))
	}
	return count
}

func (s *strip) height() float64 { return max(float64(s.count())*s.line()+2*s.pad, s.least) }

// strip draws a row. One that does not fit goes to the next page; one that is higher than a page is cut between its lines.
func (c *canvas) strip(s *strip) {
	from, count := 0, s.count()
	// A strip that a page of its own would hold is not cut.
	whole := int((c.bottom - c.top() - 2*s.pad) / s.line())
	for turned := c.fresh(); ; turned = true {
		room := int((c.bottom - c.y - 2*s.pad + 0.01) / s.line())
		rest := count - from
		if rest <= room {
			c.part(s, from, rest)
			return
		}
		if turned || room >= 3 && rest > whole-4 {
			room = min(max(room, 1), rest)
			c.part(s, from, room)
			if from += room; from == count {
				return
			}
		}
		c.page()
		if s.again != nil {
			s.again()
		}
	}
}

// part draws so many lines of a strip at the cursor, and moves it below.
func (c *canvas) part(s *strip, from, count int) {
	height := float64(count)*s.line() + 2*s.pad
	if from == 0 && count == s.count() {
		height = s.height()
	}
	top := c.y
	if s.fill != "" {
		c.rectangle(c.left, top, s.end()-c.left, height, s.fill)
	}
	for _, b := range s.boxes {
		if b.fill != "" {
			c.rectangle(b.x-s.side, top, b.width+2*s.side, height, b.fill)
		}
		if b.bar > 0 && from == 0 {
			c.rectangle(b.x-s.side+1, top+2, (b.width+2*s.side-2)*min(b.bar, 1), height-4, barColour)
		}
		lines := b.lines
		lines = lines[min(from, len(lines)):min(from+count, len(lines))]
		for i, line := range lines {
			c.write(line, b.look, b.x, top+s.pad+float64(i)*s.line(), b.width)
		}
		if len(lines) == 0 {
			continue
		}
		deep := float64(len(lines))*s.line() + s.pad
		if link, ok := c.sheets[b.sheet]; ok && b.sheet != "" {
			c.pdf.Link(b.x*c.zoom, top*c.zoom, b.width*c.zoom, deep*c.zoom, link)
		} else if b.address != "" {
			c.pdf.LinkString(b.x*c.zoom, top*c.zoom, b.width*c.zoom, deep*c.zoom, b.address)
		}
	}
	c.y = top + height
	if s.below != "" {
		c.rectangle(c.left, c.y-0.5, s.end()-c.left, 0.5, s.below)
	}
	if s.above != "" && from == 0 {
		c.rectangle(c.left, top, s.end()-c.left, 0.5, s.above)
	}
}

// end is the right edge of the last box.
func (s *strip) end() float64 {
	last := s.boxes[len(s.boxes)-1]
	return last.x + last.width + s.side
}
