package workbook

// Pair is a label and its value.
type Pair struct {
	Label string
	Value Cell
	// Kind shows a number as a column of that kind would; dates and times show as such without it.
	Kind Kind
}

// Pairs is a Block: labels on the left, values beside them. Long values are wrapped, and run over pages if they must.
type Pairs struct {
	Pairs []Pair
	// Lined draws a thin line below each pair.
	Lined bool
}

func (Pairs) columns() int  { return 2 }
func (Pairs) expected() int { return 0 }

func (p Pairs) write(s *sheet) error {
	for _, pair := range p.Pairs {
		if err := p.pair(s, pair); err != nil {
			return err
		}
	}
	return nil
}

func (p Pairs) pair(s *sheet, pair Pair) error {
	edge := labelEdge(s)
	label := oneLine(pair.Label)
	labelLook := look{colour: colourMuted, wrap: true}
	valueLook := look{bold: pair.Value.strong}
	if p.Lined {
		labelLook.below, valueLook.below = colourLine, colourLine
	}
	value, words, err := s.single(pair.Value, pair.Kind, &valueLook)
	if err != nil {
		return err
	}
	if pair.Value.link != "" {
		if err := s.link(cellName(edge+1, s.row+1), pair.Value); err != nil {
			return err
		}
	}
	beside := span{from: 0, to: edge, value: label, look: labelLook}
	// A label of more lines than its value makes the row as high as it needs.
	padding := 6.0
	style := font{size: bodySize}
	missing := style.lines(label, s.room(0, edge)) - valueLook.font().lines(words, s.room(edge+1, s.last()))
	if missing > 0 {
		padding += style.height(missing)
	}
	return s.text(value, words, valueLook, edge+1, s.last(), padding, beside)
}

// labelEdge is the last column of labels: a third of a Form's grid, the first column elsewhere.
func labelEdge(s *sheet) int {
	if s.plan.Layout == Form {
		return gridColumns/3 - 1
	}
	return 0
}

// single gives what stands in a cell outside a table, the words to measure, and completes its look.
func (s *sheet) single(c Cell, kind Kind, style *look) (value any, words string, err error) {
	style.across = "left"
	if c.link != "" {
		style.colour = colourAccent
	}
	switch c.kind {
	case cellEmpty:
		return nil, "", nil
	case cellText:
		return c.text, c.text, nil
	case cellMissing:
		style.fill, style.colour = colourMissing, colourOnAmber
		return c.text, c.text, nil
	case cellDate:
		kind = KindDate
	case cellDateTime:
		kind = KindDateTime
	case cellTotal, cellCount, cellFormula:
		resolved, err := s.resolve(c, here{row: s.row + 1})
		if kind == KindText {
			kind = KindInt
		}
		style.format = kind.format(s.formats)
		return resolved, "0", err
	}
	if kind == KindText {
		kind = KindInt
		if c.number != float64(int64(c.number)) {
			kind = KindDecimal
		}
	}
	style.format = kind.format(s.formats)
	return number(c.number), "0", nil
}

// Link is one line of Links: a text that leads to a sheet or an address, and a value at the far end, such as a count.
type Link struct {
	Text string
	// Sheet is the id of a sheet; or else Address is one that [Cell.LinkOut] takes.
	Sheet, Address string
	Value          Cell
}

// Links is a Block: a list of contents with counts.
type Links struct{ Links []Link }

func (Links) columns() int  { return 2 }
func (Links) expected() int { return 0 }

func (l Links) write(s *sheet) error {
	for _, link := range l.Links {
		text := oneLine(link.Text)
		cell := Text(text)
		if link.Sheet != "" {
			cell = cell.LinkTo(link.Sheet)
		} else {
			cell = cell.LinkOut(link.Address)
		}
		if cell.link != "" {
			if err := s.link(cellName(0, s.row+1), cell); err != nil {
				return err
			}
		}
		edge := max(s.last()-max(len(s.widths)/6, 1), 0)
		nameLook := look{below: colourLine, wrap: true}
		if cell.link != "" {
			nameLook.colour = colourAccent
		}
		valueLook := look{below: colourLine}
		value, _, err := s.single(link.Value, KindText, &valueLook)
		if err != nil {
			return err
		}
		valueLook.across, valueLook.colour = "right", ""
		spans := []span{{from: 0, to: edge, value: text, look: nameLook}}
		if edge < s.last() {
			spans = append(spans, span{from: edge + 1, to: s.last(), value: value, look: valueLook})
		}
		lines := font{size: bodySize}.lines(text, s.room(0, edge))
		if err := s.put(font{size: bodySize}.height(lines)+8, spans...); err != nil {
			return err
		}
	}
	return nil
}

// link makes a cell a link. It must be the top left one of merged cells.
func (s *sheet) link(cell string, c Cell) error {
	if s.links >= maxLinks {
		return nil
	}
	s.links++
	if c.external {
		return wrapInvalid(s.file.SetCellHyperLink(s.name, cell, c.link, "External"))
	}
	name, ok := s.names[c.link]
	if !ok {
		return invalid("link to sheet %q, which is not there", c.link)
	}
	return wrapInvalid(s.file.SetCellHyperLink(s.name, cell, quoteSheet(name)+"!A1", "Location"))
}

func wrapInvalid(err error) error {
	if err != nil {
		return invalid("%w", err)
	}
	return nil
}
