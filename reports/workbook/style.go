package workbook

import "github.com/xuri/excelize/v2"

// The colours of a workbook, as RRGGBB.
const (
	colourInk      = "1B2430"
	colourMuted    = "5B6675"
	colourHeader   = "0E2350"
	colourOnHeader = "FFFFFF"
	colourHeadLine = "33497D"
	colourLine     = "E1E5EA"
	colourBand     = "F7F9FC"
	colourTotals   = "E4ECFC"
	colourAccent   = "1D4ED8"
	colourGold     = "E0A526"
	colourMissing  = "FBF0D5"
	colourOnAmber  = "8A5B00"
	colourBar      = "A9C3FF"
)

// The colours that other renderers share.
const (
	ColourInk      = colourInk
	ColourMuted    = colourMuted
	ColourHeader   = colourHeader
	ColourOnHeader = colourOnHeader
	ColourLine     = colourLine
	ColourBand     = colourBand
	ColourTotals   = colourTotals
	ColourAccent   = colourAccent
	ColourGold     = colourGold
	ColourMissing  = colourMissing
	ColourOnAmber  = colourOnAmber
	ColourBar      = colourBar
)

// fontName is Excel's own; LibreOffice shows the equally wide Carlito.
const fontName = "Calibri"

// look is a cell's style. Its zero value is body text.
type look struct {
	size      float64 // 0 is bodySize
	bold      bool
	underline bool
	colour    string // "" is colourInk
	fill      string
	format    string
	across    string // horizontal alignment, "" is Excel's own for the kind of value
	down      string // vertical alignment, "" is centre
	wrap      bool
	indent    int
	below     string // colour of the line below
	belowKind int    // excelize border style, 0 is thin
	right     string // colour of the line at the right
	rightKind int
	above     string
	aboveKind int
	turned    bool // reads from below
}

func (l look) font() font {
	if l.size == 0 {
		return font{bodySize, l.bold}
	}
	return font{l.size, l.bold}
}

// styles keeps one Excel style for each look.
type styles struct {
	file *excelize.File
	ids  map[look]int
}

func newStyles(file *excelize.File) *styles {
	return &styles{file: file, ids: make(map[look]int)}
}

func (s *styles) id(l look) (int, error) {
	if id, ok := s.ids[l]; ok {
		return id, nil
	}
	id, err := s.file.NewStyle(l.excel())
	if err != nil {
		return 0, invalid("style %+v: %w", l, err)
	}
	s.ids[l] = id
	return id, nil
}

func (l look) excel() *excelize.Style {
	colour, down := l.colour, l.down
	if colour == "" {
		colour = colourInk
	}
	if down == "" {
		down = "center"
	}
	style := &excelize.Style{
		Font:      &excelize.Font{Family: fontName, Size: l.font().size, Bold: l.bold, Color: colour},
		Alignment: &excelize.Alignment{Horizontal: l.across, Vertical: down, WrapText: l.wrap, Indent: l.indent},
	}
	if l.turned {
		style.Alignment.TextRotation = 90
	}
	if l.underline {
		style.Font.Underline = "single"
	}
	if l.fill != "" {
		style.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{l.fill}}
	}
	if l.format != "" {
		style.CustomNumFmt = &l.format
	}
	if l.below != "" {
		style.Border = append(style.Border, excelize.Border{Type: "bottom", Color: l.below, Style: max(l.belowKind, 1)})
	}
	if l.above != "" {
		style.Border = append(style.Border, excelize.Border{Type: "top", Color: l.above, Style: max(l.aboveKind, 1)})
	}
	if l.right != "" {
		style.Border = append(style.Border, excelize.Border{Type: "right", Color: l.right, Style: max(l.rightKind, 1)})
	}
	return style
}
