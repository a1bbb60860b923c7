package workbook

import "strings"

// Heading is a Block: a line above what follows. Level 1 (also 0) parts a sheet, 2 stands within a part.
type Heading struct {
	Text  string
	Level int
}

func (Heading) columns() int  { return 1 }
func (Heading) expected() int { return 0 }

func (h Heading) write(s *sheet) error {
	if s.row > 0 {
		if err := s.gap(6); err != nil {
			return err
		}
	}
	style := look{size: 14, bold: true, colour: colourHeader}
	if h.Level > 1 {
		style = look{size: 12, bold: true, colour: colourHeader}
	}
	text := oneLine(h.Text)
	return s.text(text, text, style, 0, s.last(), 6)
}

// Banner is a Block: the large title of a cover, with a muted line and a short gold rule below it.
type Banner struct {
	Title, Below string
}

func (Banner) columns() int  { return 1 }
func (Banner) expected() int { return 0 }

func (b Banner) write(s *sheet) error {
	title := oneLine(b.Title)
	if err := s.text(title, title, look{size: 26, bold: true, colour: colourHeader}, 0, s.last(), 4); err != nil {
		return err
	}
	if below := oneLine(b.Below); below != "" {
		if err := s.text(below, below, look{size: 13, colour: colourMuted}, 0, s.last(), 4); err != nil {
			return err
		}
	}
	return goldRule(s, s.last()/6)
}

// goldRule is a short gold line over the first columns.
func goldRule(s *sheet, to int) error {
	style := look{below: colourGold, belowKind: 5}
	if err := s.put(8, span{from: 0, to: to, look: style, loose: true}); err != nil {
		return err
	}
	return s.gap(12)
}

// Gap is a Block: so many points of nothing.
type Gap float64

func (Gap) columns() int  { return 1 }
func (Gap) expected() int { return 0 }

func (g Gap) write(s *sheet) error { return s.gap(max(float64(g), 1)) }

// PageBreak is a Block: what follows begins a new page in print.
type PageBreak struct{}

func (PageBreak) columns() int  { return 1 }
func (PageBreak) expected() int { return 0 }

func (PageBreak) write(s *sheet) error {
	if s.row > 0 {
		s.breaks = append(s.breaks, s.row+1)
	}
	return nil
}

// Tone is how a paragraph speaks.
type Tone int

// The tones.
const (
	Body  Tone = iota
	Muted      // grey
	Small      // grey and small: a disclaimer
	Warning
)

// Paragraph is a Block: a text over the whole width, in as many lines as it needs; line breaks in it are kept.
type Paragraph struct {
	Text string
	Tone Tone
	Bold bool
}

func (Paragraph) columns() int  { return 1 }
func (Paragraph) expected() int { return 0 }

func (p Paragraph) write(s *sheet) error {
	text := strings.TrimSpace(cleanText(p.Text))
	if text == "" {
		return nil
	}
	style := look{bold: p.Bold}
	switch p.Tone {
	case Muted:
		style.colour = colourMuted
	case Small:
		style.colour, style.size = colourMuted, 8.5
	case Warning:
		style.colour, style.fill, style.across, style.indent = colourOnAmber, colourMissing, "left", 1
		if err := s.text(text, text, style, 0, s.last(), 10); err != nil {
			return err
		}
		return s.gap(8)
	}
	return s.text(text, text, style, 0, s.last(), 6)
}
