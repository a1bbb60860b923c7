package workbook

import (
	"math"
	"strings"
	"unicode"
)

// How wide text is, so that columns fit and merged text, which no spreadsheet program fits by itself, is given rows enough.
// Advance widths are those of Calibri (and of Carlito, which has the same), in 1/200 em; a 0 takes the average.

const (
	// columnUnit is one character of column width in pixels: a digit of Calibri 11 at 96 dpi (ECMA-376 part 1, 18.3.1.13).
	columnUnit = 7.0
	// cellPadding is what a cell keeps free at its sides, in pixels.
	cellPadding = 5.0
	// lineHeight of Calibri 11, in points; other sizes in proportion.
	lineHeight = 15.0
	bodySize   = 11.0
	// boldFactor is how much wider Calibri's bold is.
	boldFactor = 1.035
	// wrapMargin keeps a little of the width unused: printers and screens do not agree to the last pixel.
	wrapMargin   = 0.965
	averageWidth = 105
	wideWidth    = 200
)

var latinWidths = [...]uint8{ // U+0020 to U+007E
	45, 65, 80, 100, 101, 143, 136, 44, 61, 61, 100, 100, 50, 61, 50, 77, 101, 101, 101, 101, 101, 101, 101, 101,
	101, 101, 54, 54, 100, 100, 100, 93, 179, 116, 109, 107, 123, 98, 92, 126, 125, 50, 64, 104, 84, 171, 129, 132,
	103, 135, 109, 92, 97, 128, 113, 178, 104, 97, 94, 61, 77, 61, 100, 100, 58, 96, 105, 85, 105, 100, 61, 94,
	105, 46, 48, 91, 46, 160, 105, 105, 105, 105, 70, 78, 67, 105, 90, 143, 87, 91, 79, 63, 92, 63, 100,
}

var accentWidths = [...]uint8{ // U+00A0 to U+00FF
	45, 65, 100, 101, 100, 101, 100, 100, 79, 167, 80, 102, 100, 61, 101, 79, 68, 100, 67, 67, 58, 110, 117, 50,
	61, 49, 84, 102, 127, 134, 135, 93, 116, 116, 116, 116, 116, 116, 153, 107, 98, 98, 98, 98, 50, 50, 50, 50,
	125, 129, 132, 132, 132, 132, 132, 100, 133, 128, 128, 128, 128, 97, 103, 105, 96, 96, 96, 96, 96, 96, 155, 85,
	100, 100, 100, 100, 46, 46, 46, 46, 105, 105, 105, 105, 105, 105, 105, 100, 106, 105, 105, 105, 105, 91, 105, 91,
}

var greekWidths = [...]uint8{ // U+0384 to U+03CE
	63, 99, 116, 50, 98, 125, 50, 0, 132, 0, 97, 133, 55, 116, 109, 83, 113, 98, 94, 125, 132, 50, 104, 115, 171, 129,
	98, 132, 125, 103, 0, 92, 97, 97, 152, 104, 150, 133, 50, 97, 113, 91, 107, 55, 108, 113, 106, 89, 105, 91, 70, 107,
	106, 55, 91, 93, 110, 90, 75, 105, 111, 102, 82, 106, 77, 108, 130, 85, 142, 139, 55, 108, 105, 108, 139,
}

// runeWidth is the advance of a character in 1/200 em.
func runeWidth(r rune) float64 {
	width := uint8(0)
	switch {
	case r >= 0x20 && r <= 0x7E:
		width = latinWidths[r-0x20]
	case r >= 0xA0 && r <= 0xFF:
		width = accentWidths[r-0xA0]
	case r >= 0x384 && r <= 0x3CE:
		width = greekWidths[r-0x384]
	case r == '’', r == '‘':
		width = 50
	case r >= 0x300 && r <= 0x36F, r == 0x200B, r == 0xFE0F: // marks and joiners take no room of their own
		return 0
	case r == '—', r == '…', r >= 0x1100 && r <= 0x11FF, r >= 0x2E80 && r <= 0xD7A3, r >= 0xF900 && r <= 0xFAFF, r >= 0xFF00 && r <= 0xFF60, r >= 0x1F000:
		return wideWidth
	}
	if width == 0 {
		return averageWidth
	}
	return float64(width)
}

// font is what decides how wide text is.
type font struct {
	size float64
	bold bool
}

// scale turns 1/200 em into pixels at 96 dpi.
func (f font) scale() float64 {
	scale := f.size * 96 / 72 / 200
	if f.bold {
		scale *= boldFactor
	}
	return scale
}

// width is that of the longest line of s, in pixels.
func (f font) width(s string) float64 {
	widest, line := 0.0, 0.0
	for _, r := range s {
		if r == '\n' {
			widest, line = max(widest, line), 0
			continue
		}
		line += runeWidth(r)
	}
	return max(widest, line) * f.scale()
}

// longestWord is the width of the widest word, below which a column breaks words.
func (f font) longestWord(s string) float64 {
	widest := 0.0
	for word := range strings.FieldsSeq(s) {
		widest = max(widest, f.width(word))
	}
	return widest
}

// lines is how many lines s takes when it is wrapped at words into so many pixels; a longer word is broken.
func (f font) lines(s string, pixels float64) int {
	lines, _ := f.wrap(s, pixels)
	return lines
}

// wrap also gives the width of the widest word that had to be broken, in pixels; 0 is none.
func (f font) wrap(s string, pixels float64) (lines int, broken float64) {
	room := pixels * wrapMargin / f.scale()
	if room <= 0 {
		return 1, 0
	}
	for paragraph := range strings.SplitSeq(s, "\n") {
		n, widest := wrapped(paragraph, room)
		lines, broken = lines+n, max(broken, widest)
	}
	return lines, broken * f.scale()
}

func wrapped(paragraph string, room float64) (count int, broken float64) {
	line, word := 0.0, 0.0
	count = 1
	// place puts the finished word onto the line, or onto the next ones.
	place := func() {
		if line > 0 && line+word > room {
			count, line = count+1, 0
		}
		if word > room {
			broken = max(broken, word)
			more := math.Ceil(word/room) - 1
			count += int(more)
			word -= more * room
		}
		line, word = line+word, 0
	}
	for _, r := range paragraph {
		if unicode.IsSpace(r) && r != 0xA0 && r != 0x202F {
			place()
			line += runeWidth(r)
			continue
		}
		word += runeWidth(r)
	}
	place()
	return count, broken
}

// height of so many lines, in points.
func (f font) height(lines int) float64 {
	return math.Ceil(float64(lines) * lineHeight * f.size / bodySize)
}

// room is how many pixels of text a width in characters holds.
func room(chars float64) float64 { return max(chars*columnUnit-cellPadding, 1) }

// chars is the width in characters that so many pixels of text need.
func chars(pixels float64) float64 { return math.Ceil((pixels+cellPadding)/columnUnit*4) / 4 }
