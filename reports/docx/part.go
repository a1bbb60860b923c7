package docx

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// part is an XML part of the file, as it grows.
type part struct {
	bytes.Buffer
	names []string // of the elements that are open
}

const xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

// start opens an element; attributes are pairs of name and value.
func (x *part) start(name string, attributes ...string) {
	x.tag(name, attributes)
	x.WriteByte('>')
	x.names = append(x.names, name)
}

// empty is an element with nothing in it.
func (x *part) empty(name string, attributes ...string) {
	x.tag(name, attributes)
	x.WriteString("/>")
}

// end closes the element that was opened last.
func (x *part) end() {
	last := len(x.names) - 1
	x.WriteString("</" + x.names[last] + ">")
	x.names = x.names[:last]
}

// leaf is an element with a text.
func (x *part) leaf(name, text string, attributes ...string) {
	x.start(name, attributes...)
	x.WriteString(escape(text))
	x.end()
}

func (x *part) tag(name string, attributes []string) {
	x.WriteString("<" + name)
	for i := 0; i+1 < len(attributes); i += 2 {
		x.WriteString(" " + attributes[i] + `="` + escape(oneLine(attributes[i+1])) + `"`)
	}
}

var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

func escape(s string) string { return escaper.Replace(s) }

// clean drops what XML 1.0 (section 2.2) cannot carry, and broken UTF-8; all line ends become \n.
func clean(s string) string {
	s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	var b strings.Builder
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if (r != utf8.RuneError || size > 1) && legal(r) {
			b.WriteRune(r)
		}
		i += size
	}
	return b.String()
}

func legal(r rune) bool {
	return r == '\t' || r == '\n' || r >= 0x20 && r <= 0xD7FF || r >= 0xE000 && r <= 0xFFFD || r >= 0x10000
}

// oneLine is clean without line breaks.
func oneLine(s string) string {
	return strings.NewReplacer("\n", " ", "\t", " ").Replace(clean(s))
}
