package privacyscan

import (
	"strconv"
	"strings"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"
)

// pdfFont says which letters the codes of a text mean, and how wide they are.
type pdfFont struct {
	bytes    int // a code has: 1, or 2 of a composite font
	letters  map[int]string
	ranges   []codeRange
	alphabet *charmap.Charmap // of a simple font without a map; nil: none is known
	widths   map[int]float64  // in thousandths of the size
	usual    float64
	steps    int // that its tables took
}

// mostSteps that the tables of a font may take; one that wants more is read no further.
const mostSteps = 1 << 18

func (font *pdfFont) step() bool {
	font.steps++
	return font.steps <= mostSteps
}

// codeRange maps codes in a row to letters in a row.
type codeRange struct {
	from, to int
	first    rune
}

// mostCodes of a range are kept one by one; a longer one is kept as a range.
const mostCodes = 256

func (f *pdfFile) font(v any) *pdfFont {
	d := f.dict(v)
	font := &pdfFont{bytes: 1, letters: map[int]string{}, widths: map[int]float64{}, usual: 500}
	if d["Subtype"] == pdfName("Type0") {
		font.bytes = 2
		if inner := f.list(d["DescendantFonts"]); len(inner) > 0 {
			f.wide(font, f.dict(inner[0]))
		}
	} else {
		from := int(f.number(d["FirstChar"]))
		for i, w := range f.list(d["Widths"]) {
			font.widths[from+i] = f.number(w)
		}
		f.encoding(font, d["Encoding"])
	}
	if ref, ok := d["ToUnicode"].(pdfRef); ok && f.objects[ref] != nil {
		if b, err := f.decode(f.objects[ref]); err == nil {
			font.characterMap(b)
		}
	}
	return font
}

// wide reads the widths of a composite font: "code [w w w]" or "from to w".
func (f *pdfFile) wide(font *pdfFont, d pdfDict) {
	font.usual = 1000
	if dw := f.number(d["DW"]); dw > 0 {
		font.usual = dw
	}
	w := f.list(d["W"])
	for i := 0; i+1 < len(w); {
		from := int(f.number(w[i]))
		if list := f.list(w[i+1]); list != nil {
			for j, width := range list {
				font.widths[from+j] = f.number(width)
			}
			i += 2
			continue
		}
		if i+2 >= len(w) {
			return
		}
		to := int(f.number(w[i+1]))
		for code := from; code <= min(to, from+0xffff) && font.step(); code++ {
			font.widths[code] = f.number(w[i+2])
		}
		i += 3
	}
}

// encoding is that of a simple font: a table by name, and where it differs.
func (f *pdfFile) encoding(font *pdfFont, v any) {
	name, _ := f.at(v).(pdfName)
	d := f.dict(v)
	if base, ok := f.at(d["BaseEncoding"]).(pdfName); ok {
		name = base
	}
	font.alphabet = charmap.Windows1252
	if name == "MacRomanEncoding" {
		font.alphabet = charmap.Macintosh
	}
	code := 0
	for _, x := range f.list(d["Differences"]) {
		switch x := f.at(x).(type) {
		case float64:
			code = int(x)
		case pdfName:
			font.letters[code] = glyph(string(x))
			code++
		}
	}
}

// glyphs are the names of those that addresses, numbers and Western names are made of, beside letters and "uni…".
var glyphs = map[string]string{
	"space": " ", "period": ".", "comma": ",", "hyphen": "-", "minus": "-", "at": "@", "underscore": "_", "plus": "+", "slash": "/", "colon": ":", "semicolon": ";",
	"parenleft": "(", "parenright": ")", "quotesingle": "'", "quoteright": "’", "zero": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5",
	"six": "6", "seven": "7", "eight": "8", "nine": "9", "fi": "fi", "fl": "fl", "ff": "ff", "ffi": "ffi", "ffl": "ffl", "germandbls": "ß", "oslash": "ø",
	"ae": "æ", "oe": "œ", "lslash": "ł", "dcroat": "đ", "dotlessi": "ı", "OE": "Œ", "AE": "Æ", "Oslash": "Ø", "Lslash": "Ł",
}

var accents = map[string]string{
	"acute": "\u0301", "grave": "\u0300", "circumflex": "\u0302", "dieresis": "\u0308", "tilde": "\u0303", "cedilla": "\u0327", "caron": "\u030c", "ring": "\u030a", "ogonek": "\u0328",
}

// glyph is what a glyph's name means; "" where it is not known.
func glyph(name string) string {
	if s, ok := glyphs[name]; ok {
		return s
	}
	if len(name) == 1 {
		return name
	}
	if digits, ok := strings.CutPrefix(name, "uni"); ok && len(digits) >= 4 {
		if n, err := strconv.ParseUint(digits[:4], 16, 16); err == nil {
			return string(rune(n))
		}
	}
	if mark, ok := accents[name[min(1, len(name)):]]; ok {
		return name[:1] + mark
	}
	return ""
}

// characterMap reads a ToUnicode map (9.10.3).
func (font *pdfFont) characterMap(b []byte) {
	l := &lexer{b: b}
	var list []any
	for {
		v, ok := l.next()
		if !ok {
			return
		}
		word, isWord := v.(pdfWord)
		if !isWord {
			if len(list) < 1<<16 {
				list = append(list, v)
			}
			continue
		}
		switch word {
		case "endbfchar":
			for i := 0; i+1 < len(list); i += 2 {
				from, ok := list[i].([]byte)
				if to, also := list[i+1].([]byte); ok && also {
					font.letters[codeOf(from)] = utf16Text(to)
				}
			}
		case "endbfrange":
			for i := 0; i+2 < len(list); i += 3 {
				font.mapRange(list[i], list[i+1], list[i+2])
			}
		}
		list = list[:0]
	}
}

func (font *pdfFont) mapRange(first, last, to any) {
	a, ok := first.([]byte)
	b, also := last.([]byte)
	if !ok || !also {
		return
	}
	from, end := codeOf(a), codeOf(b)
	switch to := to.(type) {
	case []any:
		for i, x := range to {
			if text, ok := x.([]byte); ok && from+i <= end {
				font.letters[from+i] = utf16Text(text)
			}
		}
	case []byte:
		letters := []rune(utf16Text(to))
		if len(letters) == 0 {
			return
		}
		if end-from >= mostCodes {
			if len(font.ranges) < mostCodes {
				font.ranges = append(font.ranges, codeRange{from, end, letters[0]})
			}
			return
		}
		final := letters[len(letters)-1]
		for code := from; code <= end && font.step(); code++ {
			letters[len(letters)-1] = final + rune(code-from)
			font.letters[code] = string(letters)
		}
	}
}

func codeOf(b []byte) int {
	n := 0
	for _, c := range b[:min(len(b), 4)] {
		n = n<<8 | int(c)
	}
	return n
}

func utf16Text(b []byte) string {
	if len(b) == 1 {
		return string(rune(b[0]))
	}
	units := make([]uint16, 0, len(b)/2)
	for i := 0; i+1 < len(b); i += 2 {
		units = append(units, uint16(b[i])<<8|uint16(b[i+1]))
	}
	return string(utf16.Decode(units))
}

// letter is what a code means, "" where that cannot be told.
func (font *pdfFont) letter(code int) string {
	if s, ok := font.letters[code]; ok {
		return s
	}
	for _, r := range font.ranges {
		if code >= r.from && code <= r.to {
			return string(r.first + rune(code-r.from))
		}
	}
	if font.alphabet != nil && code < 256 {
		return string(font.alphabet.DecodeByte(byte(code)))
	}
	return ""
}

func (font *pdfFont) width(code int) float64 {
	if w, ok := font.widths[code]; ok {
		return w
	}
	return font.usual
}
