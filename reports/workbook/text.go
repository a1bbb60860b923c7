package workbook

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Limits of the format, from Microsoft's "Excel specifications and limits". Lengths count UTF-16 units.
const (
	MaxRows      = 1_048_576
	MaxColumns   = 16_384
	MaxText      = 32_767
	maxSheetName = 31
)

// cutMark ends a text that was too long for a cell.
const cutMark = " […]"

// cleanText makes a string fit for a cell: characters that XML 1.0 cannot carry (section 2.2) and broken UTF-8 are
// dropped, all line ends are \n, and what is longer than a cell can hold is cut and ends in "[…]".
func cleanText(s string) string {
	if plain(s) {
		return cut(s)
	}
	var b strings.Builder
	b.Grow(len(s))
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && size == 1:
		case r == '\r':
			if !strings.HasPrefix(s[i+size:], "\n") {
				b.WriteByte('\n')
			}
		case legalXML(r):
			b.WriteString(s[i : i+size])
		}
		i += size
	}
	return cut(b.String())
}

// plain reports whether nothing in s needs a second look; almost every text is like that.
func plain(s string) bool {
	ascii := true
	for i := range len(s) {
		c := s[i]
		if c < 0x20 && c != '\n' && c != '\t' {
			return false
		}
		ascii = ascii && c < utf8.RuneSelf
	}
	if ascii {
		return true
	}
	for i, r := range s {
		if r == utf8.RuneError {
			if _, size := utf8.DecodeRuneInString(s[i:]); size == 1 {
				return false
			}
		}
		if !legalXML(r) {
			return false
		}
	}
	return true
}

func legalXML(r rune) bool {
	return r == '\t' || r == '\n' || r == '\r' ||
		r >= 0x20 && r <= 0xD7FF || r >= 0xE000 && r <= 0xFFFD || r >= 0x10000 && r <= 0x10FFFF
}

func cut(s string) string {
	if len(s) <= MaxText || units(s) <= MaxText {
		return s
	}
	return head(s, MaxText-units(cutMark)) + cutMark
}

// units is the length of s in UTF-16.
func units(s string) int {
	n := 0
	for _, r := range s {
		n += runeUnits(r)
	}
	return n
}

func runeUnits(r rune) int {
	if r >= 0x10000 {
		return 2
	}
	return 1
}

// head is as much of s as fits into so many UTF-16 units, whole characters only.
func head(s string, limit int) string {
	for i, r := range s {
		if limit -= runeUnits(r); limit < 0 {
			return s[:i]
		}
	}
	return s
}

// oneLine is cleanText for headers and names, where a line break has no place.
func oneLine(s string) string {
	return strings.Join(strings.FieldsFunc(cleanText(s), unicode.IsSpace), " ")
}

// SheetNames gives the names that sheets wished to be called so will have, in the same order: at most 31 characters,
// none of : \ / ? * [ ] (a dash stands for them), no apostrophe at either end, not empty, not Excel's own "History", and no
// two alike in any case of letters: the second becomes "name (2)".
func SheetNames(wished []string) []string {
	names := make([]string, len(wished))
	taken := make(map[string]bool, len(wished))
	for i, wish := range wished {
		base := sheetName(wish)
		name := base
		for n := 2; taken[strings.ToLower(name)] || strings.EqualFold(name, "history"); n++ {
			suffix := fmt.Sprintf(" (%d)", n)
			name = strings.TrimRight(head(base, maxSheetName-len(suffix)), " '") + suffix
		}
		taken[strings.ToLower(name)] = true
		names[i] = name
	}
	return names
}

func sheetName(wish string) string {
	name := strings.Map(func(r rune) rune {
		if strings.ContainsRune(`:\/?*[]`, r) {
			return '-'
		}
		if !unicode.IsPrint(r) {
			return -1
		}
		return r
	}, oneLine(wish))
	// "_x0041_" stands for a character, and who reads the name finds another than formulas refer to.
	name = strings.ReplaceAll(name, "_x", "_ x")
	name = strings.Trim(head(strings.Trim(name, " '"), maxSheetName), " '")
	if name == "" {
		return "Sheet"
	}
	return name
}

// quoteSheet is a sheet's name as it stands in a reference.
func quoteSheet(name string) string { return "'" + strings.ReplaceAll(name, "'", "''") + "'" }

// tableName is a table's name in Excel, from its id. The prefix keeps it from looking like a cell ("EV1").
func tableName(id string) string {
	return "Table_" + strings.Map(func(r rune) rune {
		if r == '_' || r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' {
			return r
		}
		return '_'
	}, id)
}
