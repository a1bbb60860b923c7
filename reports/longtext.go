package reports

import (
	"strings"
	"unicode/utf8"
)

// longest is how many characters stand in one cell of a form. A cell can't be taller than a page, and what is merged over several
// rows is cut at the page's end by some programs.
const longest = 1000

// partLength is how many characters a cell has at most where a text needs several: pages are then filled better.
const partLength = 600

// paragraphs cuts a text into cells: a short one stays whole, a long one is cut at its line breaks, and what is still too long
// behind a sentence, else between words.
func paragraphs(text string) []string {
	text = strings.TrimSpace(text)
	if utf8.RuneCountInString(text) <= longest && strings.Count(text, "\n") < 8 {
		return []string{text}
	}
	var parts []string
	for line := range strings.SplitSeq(text, "\n") {
		for line = strings.TrimSpace(line); line != ""; {
			end := cut(line)
			parts = append(parts, strings.TrimSpace(line[:end]))
			line = strings.TrimSpace(line[end:])
		}
	}
	return parts
}

// cut is where a line has to end, in bytes.
func cut(line string) int {
	n, space, sentence := 0, 0, 0
	last := ' '
	for i, r := range line {
		if n == partLength {
			for _, end := range []int{sentence, space} {
				if end > 0 {
					return end
				}
			}
			return i
		}
		if r == ' ' {
			space = i
			if strings.ContainsRune(".!?;…", last) {
				sentence = i
			}
		}
		last = r
		n++
	}
	return len(line)
}

// roomFor is the width of a column of long texts, in characters, in which the longest of them still fits into the greatest height
// that a row can have (409 points, 27 lines).
func roomFor[T any](list []T, text func(T) string, least float64) float64 {
	width := least
	for _, record := range list {
		s := text(record)
		width = max(width, float64(utf8.RuneCountInString(s))/float64(max(22-strings.Count(s, "\n"), 8)))
	}
	return min(width, 220)
}
