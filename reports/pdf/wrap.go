package pdf

import (
	"strings"
	"unicode/utf8"
)

// wrap breaks a text into lines of a width: at its own line ends, between words, and within a word that is wider than a line.
func (c *canvas) wrap(text string, l look, width float64) []string {
	text = strings.TrimSpace(c.glyphs.fit(text))
	if text == "" {
		return nil
	}
	c.font(l)
	width += 0.01 // a column is often exactly as wide as its widest word
	var lines []string
	for paragraph := range strings.SplitSeq(text, "\n") {
		lines = c.paragraph(lines, strings.TrimRight(paragraph, " "), width)
	}
	return lines
}

// paragraph adds the lines of a text without line ends; the font is set.
func (c *canvas) paragraph(lines []string, text string, width float64) []string {
	if c.pdf.GetStringWidth(text) <= width {
		return append(lines, text)
	}
	line, used, space := "", 0.0, c.pdf.GetStringWidth(" ")
	for word := range strings.SplitSeq(text, " ") {
		wide := c.pdf.GetStringWidth(word)
		if line != "" && used+space+wide <= width {
			line, used = line+" "+word, used+space+wide
			continue
		}
		if line != "" {
			lines = append(lines, line)
		}
		for wide > width && utf8.RuneCountInString(word) > 1 {
			head := c.fitting(word, width)
			lines = append(lines, word[:head])
			word = word[head:]
			wide = c.pdf.GetStringWidth(word)
		}
		line, used = word, wide
	}
	return append(lines, line)
}

// fitting is how many bytes of a word stand in a width: at least one character.
func (c *canvas) fitting(word string, width float64) int {
	used := 0.0
	for i, r := range word {
		used += c.pdf.GetStringWidth(string(r))
		if used > width && i > 0 {
			return i
		}
	}
	return len(word)
}

// longestWord is the width of the widest word.
func (c *canvas) longestWord(text string, l look) float64 {
	c.font(l)
	widest := 0.0
	for word := range strings.FieldsFuncSeq(c.glyphs.fit(text), func(r rune) bool { return r == ' ' || r == '\n' }) {
		widest = max(widest, c.pdf.GetStringWidth(word))
	}
	return widest
}

// longestLine is the width of the widest line.
func (c *canvas) longestLine(text string, l look) float64 {
	c.font(l)
	widest := 0.0
	for line := range strings.SplitSeq(c.glyphs.fit(text), "\n") {
		widest = max(widest, c.pdf.GetStringWidth(line))
	}
	return widest
}
