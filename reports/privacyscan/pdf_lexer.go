package privacyscan

import (
	"bytes"
	"strconv"
)

// The values of ISO 32000-1, 7.3. Numbers are float64, strings []byte, arrays []any.
type (
	pdfName    string
	pdfWord    string // a keyword or an operator
	pdfDict    map[pdfName]any
	pdfRef     int // number of an object; generations are not told apart
	pdfClosing byte
)

// mostNested is how deep arrays and dictionaries may lie in each other.
const mostNested = 64

// lexer reads values out of a PDF's objects, contents and character maps.
type lexer struct {
	b     []byte
	at    int
	depth int
}

func isSpace(c byte) bool { return c == ' ' || c >= 9 && c <= 13 || c == 0 }

func isDelimiter(c byte) bool { return bytes.IndexByte([]byte("()<>[]{}/%"), c) >= 0 }

func (l *lexer) space() {
	for l.at < len(l.b) {
		switch c := l.b[l.at]; {
		case isSpace(c):
			l.at++
		case c == '%':
			for l.at < len(l.b) && l.b[l.at] != '\n' && l.b[l.at] != '\r' {
				l.at++
			}
		default:
			return
		}
	}
}

// next gives the next value; ok is false at the end.
func (l *lexer) next() (v any, ok bool) {
	l.space()
	if l.at >= len(l.b) {
		return nil, false
	}
	c := l.b[l.at]
	pair := l.at+1 < len(l.b) && l.b[l.at+1] == c
	switch {
	case c == '/':
		l.at++
		return l.name(), true
	case c == '(':
		return l.literal(), true
	case c == '<' && pair:
		l.at += 2
		return l.dict(), true
	case c == '<':
		return l.hex(), true
	case c == '[':
		l.at++
		return l.list(']'), true
	case c == '>' && pair:
		l.at += 2
		return pdfClosing('>'), true
	case isDelimiter(c):
		l.at++
		return pdfClosing(c), true
	}
	start := l.at
	for l.at < len(l.b) && !isSpace(l.b[l.at]) && !isDelimiter(l.b[l.at]) {
		l.at++
	}
	text := string(l.b[start:l.at])
	if c == '+' || c == '-' || c == '.' || c >= '0' && c <= '9' {
		if f, err := strconv.ParseFloat(text, 64); err == nil {
			return f, true
		}
	}
	return pdfWord(text), true
}

func (l *lexer) name() pdfName {
	var out []byte
	for l.at < len(l.b) && !isSpace(l.b[l.at]) && !isDelimiter(l.b[l.at]) {
		c := l.b[l.at]
		if c == '#' && l.at+2 < len(l.b) {
			if n, err := strconv.ParseUint(string(l.b[l.at+1:l.at+3]), 16, 8); err == nil {
				c = byte(n)
				l.at += 2
			}
		}
		out = append(out, c)
		l.at++
	}
	return pdfName(out)
}

func (l *lexer) literal() []byte {
	out := []byte{}
	depth := 0
	for ; l.at < len(l.b); l.at++ {
		c := l.b[l.at]
		switch c {
		case '(':
			if depth++; depth == 1 {
				continue
			}
		case ')':
			if depth--; depth == 0 {
				l.at++
				return out
			}
		case '\\':
			out = l.escape(out)
			continue
		}
		out = append(out, c)
	}
	return out
}

// escape reads what stands after a backslash, and leaves the last byte of it to be passed over.
func (l *lexer) escape(out []byte) []byte {
	if l.at++; l.at >= len(l.b) {
		return out
	}
	c := l.b[l.at]
	if i := bytes.IndexByte([]byte("nrtbf"), c); i >= 0 {
		return append(out, "\n\r\t\b\f"[i])
	}
	switch {
	case c == '\r' && l.at+1 < len(l.b) && l.b[l.at+1] == '\n':
		l.at++
		return out
	case c == '\r', c == '\n':
		return out
	case c >= '0' && c <= '7':
		n := 0
		for i := 0; i < 3 && l.at < len(l.b) && l.b[l.at] >= '0' && l.b[l.at] <= '7'; i++ {
			n = n*8 + int(l.b[l.at]-'0')
			l.at++
		}
		l.at--
		return append(out, byte(n))
	}
	return append(out, c)
}

func (l *lexer) hex() []byte {
	out := []byte{}
	digit, n := 0, byte(0)
	for l.at++; l.at < len(l.b); l.at++ {
		c := l.b[l.at]
		if c == '>' {
			l.at++
			break
		}
		v := bytes.IndexByte([]byte("0123456789abcdef"), c|0x20)
		if c < '0' || v < 0 {
			continue
		}
		if n = n<<4 | byte(v); digit == 1 {
			out = append(out, n)
			n = 0
		}
		digit = 1 - digit
	}
	if digit == 1 {
		out = append(out, n<<4)
	}
	return out
}

// list reads up to its closing bracket; a number, a number and R are a reference.
func (l *lexer) list(end pdfClosing) []any {
	list := []any{}
	if l.depth++; l.depth > mostNested {
		l.at = len(l.b)
	}
	defer func() { l.depth-- }()
	for {
		v, ok := l.next()
		if !ok || v == end {
			return list
		}
		if v == pdfWord("R") && len(list) >= 2 {
			if n, ok := list[len(list)-2].(float64); ok {
				list = append(list[:len(list)-2], pdfRef(int(n)))
				continue
			}
		}
		if word, ok := v.(pdfWord); ok && (word == "endobj" || word == "stream") {
			return list // a bracket that was never closed
		}
		list = append(list, v)
	}
}

func (l *lexer) dict() pdfDict {
	list := l.list('>')
	d := make(pdfDict, len(list)/2)
	for i := 0; i+1 < len(list); i += 2 {
		if name, ok := list[i].(pdfName); ok {
			d[name] = list[i+1]
		}
	}
	return d
}
