package pdf

import (
	"maps"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/text/unicode/norm"
)

// glyphs makes texts fit for the font: what it has no sign for is written with the signs that it has, or as a hollow square.
type glyphs struct {
	font     *sfnt.Font
	buffer   sfnt.Buffer
	known    map[rune]bool
	replaced map[rune]bool
}

// hollow stands for a character that cannot be written.
const hollow = '□'

func newGlyphs() *glyphs {
	font, err := sfnt.Parse(goregular.TTF)
	if err != nil { // the font is part of the program
		panic(err)
	}
	return &glyphs{font: font, known: make(map[rune]bool), replaced: make(map[rune]bool)}
}

// has tells whether the font has a sign for a character.
func (g *glyphs) has(r rune) bool {
	known, asked := g.known[r]
	if !asked {
		index, err := g.font.GlyphIndex(&g.buffer, r)
		known = err == nil && index != 0 && r <= 0xFFFF
		g.known[r] = known
	}
	return known
}

// fit writes a text with the signs of the font. Line ends stay.
func (g *glyphs) fit(s string) string {
	plain := true
	for _, r := range s {
		if r < ' ' && r != '\n' || r > '~' && !g.has(r) {
			plain = false
			break
		}
	}
	if plain {
		return s
	}
	var out strings.Builder
	for _, r := range norm.NFC.String(s) {
		g.write(&out, r)
	}
	return out.String()
}

func (g *glyphs) write(out *strings.Builder, r rune) {
	switch {
	case r == '\n', r >= ' ' && g.has(r):
		out.WriteRune(r)
	case r == '\t', unicode.Is(unicode.Zs, r) && r != '\u202f' && r != '\u2007':
		out.WriteByte(' ')
	case unicode.Is(unicode.Zs, r): // narrow, or as wide as a figure, and not to be broken at
		out.WriteRune('\u00a0')
	case r == '\u2010', r == '\u2011':
		out.WriteByte('-')
	case r < ' ', unicode.Is(unicode.Cf, r), unicode.Is(unicode.Mn, r):
	default:
		g.decomposed(out, r)
	}
}

// missing are the characters that were replaced, each once.
func (g *glyphs) missing() string { return string(slices.Sorted(maps.Keys(g.replaced))) }

// decomposed writes what a character is made of, as far as that can be written: ἀ as α, Ⅳ as IV.
func (g *glyphs) decomposed(out *strings.Builder, r rune) {
	var short strings.Builder
	for _, whole := range norm.NFKC.String(string(r)) {
		if g.has(whole) {
			short.WriteRune(whole)
			continue
		}
		for _, p := range norm.NFKD.String(string(whole)) {
			switch {
			case g.has(p):
				short.WriteRune(p)
			case !unicode.Is(unicode.Mn, p):
				g.replaced[r] = true
				out.WriteRune(hollow)
				return
			}
		}
	}
	out.WriteString(short.String())
}
