package kit

import (
	"strings"
	"unicode"
)

// longestWord is how much of a text goes into a file's name, in characters.
const longestWord = 40

// FileWord makes a text a part of a file's name on every system: letters and digits of any script, points, and hyphens for
// the rest, none of them at an end.
func FileWord(s string) string {
	words := strings.FieldsFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) && r != '.' && r != '_'
	})
	runes := []rune(strings.Join(words, "-"))
	return strings.Trim(string(runes[:min(len(runes), longestWord)]), "-._")
}
