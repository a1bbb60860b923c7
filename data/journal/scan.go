package journal

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// IsCanonical says whether a text is the canonical JSON of some value.
func IsCanonical(v Value) bool {
	s := scanner{text: v}
	return s.value(0) && s.at == len(v)
}

// scanner passes over canonical JSON without building anything. Its methods are false at what is not canonical.
type scanner struct {
	text string
	at   int
}

func (s *scanner) byte(c byte) bool {
	if s.at < len(s.text) && s.text[s.at] == c {
		s.at++
		return true
	}
	return false
}

func (s *scanner) word(w string) bool {
	if strings.HasPrefix(s.text[s.at:], w) {
		s.at += len(w)
		return true
	}
	return false
}

func (s *scanner) value(depth int) bool {
	if s.at >= len(s.text) || depth > maxDepth {
		return false
	}
	switch s.text[s.at] {
	case '"':
		return s.string()
	case 'n':
		return s.word("null")
	case 't':
		return s.word("true")
	case 'f':
		return s.word("false")
	case '[':
		return s.array(depth + 1)
	case '{':
		return s.object(depth + 1)
	}
	return s.number()
}

func (s *scanner) array(depth int) bool {
	s.at++
	if s.byte(']') {
		return true
	}
	for s.value(depth) {
		if s.byte(']') {
			return true
		}
		if !s.byte(',') {
			return false
		}
	}
	return false
}

func (s *scanner) object(depth int) bool {
	s.at++
	if s.byte('}') {
		return true
	}
	last := ""
	for first := true; ; first = false {
		key, ok := s.key()
		if !ok || !first && key <= last {
			return false
		}
		last = key
		if !s.byte(':') || !s.value(depth) {
			return false
		}
		if s.byte('}') {
			return true
		}
		if !s.byte(',') {
			return false
		}
	}
}

// key reads a string, and gives what it says.
func (s *scanner) key() (string, bool) {
	from := s.at
	if !s.string() {
		return "", false
	}
	raw := s.text[from+1 : s.at-1]
	if !strings.Contains(raw, `\`) {
		return raw, true
	}
	return unescape(raw), true
}

func (s *scanner) string() bool {
	if !s.byte('"') {
		return false
	}
	from := s.at
	for s.at < len(s.text) {
		switch c := s.text[s.at]; {
		case c == '"':
			s.at++
			return utf8.ValidString(s.text[from : s.at-1])
		case c == '\\':
			if !s.escape() {
				return false
			}
		case c < 0x20, c == 0xe2 && isLineSeparator(s.text[s.at:]):
			return false
		default:
			s.at++
		}
	}
	return false
}

// escape passes over an escape that has to be one.
func (s *scanner) escape() bool {
	rest := s.text[s.at:]
	if len(rest) >= 2 && strings.IndexByte(`"\bfnrt`, rest[1]) >= 0 {
		s.at += 2
		return true
	}
	if len(rest) < 6 || rest[1] != 'u' {
		return false
	}
	s.at += 6
	if rest[2:6] == "2028" || rest[2:6] == "2029" {
		return true
	}
	const hex, short = "0123456789abcdef", "\b\f\n\r\t"
	code := strings.IndexByte(hex, rest[5])
	if code < 0 || rest[2:4] != "00" || rest[4] != '0' && rest[4] != '1' {
		return false
	}
	if rest[4] == '1' {
		code += 16
	}
	return strings.IndexByte(short, byte(code)) < 0
}

// unescape reads canonical escapes.
func unescape(raw string) string {
	var b strings.Builder
	for i := 0; i < len(raw); i++ {
		if raw[i] != '\\' {
			b.WriteByte(raw[i])
			continue
		}
		i++
		if raw[i] == 'u' {
			code, _ := strconv.ParseUint(raw[i+1:i+5], 16, 16) // the scanner has seen four digits
			b.WriteRune(rune(code))
			i += 4
			continue
		}
		b.WriteByte("\"\\\b\f\n\r\t"[strings.IndexByte(`"\bfnrt`, raw[i])])
	}
	return b.String()
}

func (s *scanner) number() bool {
	from := s.at
	s.byte('-')
	whole := s.digits()
	if whole == "" || len(whole) > 1 && whole[0] == '0' {
		return false
	}
	fraction := ""
	if s.byte('.') {
		if fraction = s.digits(); fraction == "" || fraction[len(fraction)-1] == '0' {
			return false
		}
	}
	if whole == "0" {
		whole = ""
	}
	return len(whole)+len(fraction) <= maxDigits && s.text[from:s.at] != "-0"
}

func (s *scanner) digits() string {
	from := s.at
	for s.at < len(s.text) && s.text[s.at] >= '0' && s.text[s.at] <= '9' {
		s.at++
	}
	return s.text[from:s.at]
}
