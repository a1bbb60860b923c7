package kit

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
)

// parsedEntry is a text field whose text stands for something: it has a canonical value, and shows it when left.
type parsedEntry struct {
	Entry
	parse func(text string) (value string, ok bool)
	show  func(value string) string // nil: as it is
	wrong string
}

// ParsedEntry is a field whose text stands for a value of the caller's, such as a month.
type ParsedEntry struct{ parsedEntry }

// ParsedParams is what a ParsedEntry is made from.
type ParsedParams struct {
	// Parse reads what is typed; an empty text is a value too where it gives ok.
	Parse func(text string) (value string, ok bool)
	// Show writes a value as people read it.
	Show  func(value string) string
	Wrong string // the sentence under what is no value
}

// NewParsedEntry makes an empty field.
func NewParsedEntry(p ParsedParams) *ParsedEntry {
	e := &ParsedEntry{}
	e.show = p.Show
	e.extend(e, p.Wrong, p.Parse)
	return e
}

// SetValue implements Control.
func (e *ParsedEntry) SetValue(v string) { e.Entry.SetValue(e.show(v)) }

func (p *parsedEntry) extend(self fyne.Widget, wrong string, parse func(string) (string, bool)) {
	p.parse, p.wrong = parse, wrong
	p.Entry.extend(self, 1)
	told := p.in.onFocus
	p.in.onFocus = func(on bool) {
		told(on)
		if value, ok := p.parse(p.in.Text); !on && ok {
			if p.show != nil {
				value = p.show(value)
			}
			p.in.set(value)
		}
	}
}

// Value implements Control: the canonical value, or what was typed where that is none.
func (p *parsedEntry) Value() string {
	if value, ok := p.parse(p.in.Text); ok {
		return value
	}
	return strings.TrimSpace(p.in.Text)
}

// Problem implements Checker.
func (p *parsedEntry) Problem() string {
	if _, ok := p.parse(p.in.Text); !ok {
		return p.wrong
	}
	return ""
}

// NumberEntry is a field for a whole number that is not negative. Empty is "unknown", which is not 0.
type NumberEntry struct{ parsedEntry }

// NewNumberEntry makes a field; wrong is the sentence under what is no number.
func NewNumberEntry(wrong string) *NumberEntry {
	e := &NumberEntry{}
	e.extend(e, wrong, parseCount)
	return e
}

// parseCount reads digits, also where they are grouped by spaces.
func parseCount(text string) (string, bool) {
	digits := strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, text)
	if digits == "" {
		return "", true
	}
	n, err := strconv.ParseUint(digits, 10, 31)
	if err != nil {
		return "", false
	}
	return strconv.FormatUint(n, 10), true
}

// TimeEntry is a field for a time of the day that may be empty. Its value is 15:04.
type TimeEntry struct{ parsedEntry }

// NewTimeEntry makes a field; wrong is the sentence under what is no time.
func NewTimeEntry(wrong string) *TimeEntry {
	e := &TimeEntry{}
	e.extend(e, wrong, parseTime)
	return e
}

// parseTime reads 9:30, 09.30, 9h30, 0930 and 9.
func parseTime(text string) (string, bool) {
	text = strings.TrimSpace(text)
	if text == "" {
		return "", true
	}
	parts := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(":.hH ", r) })
	if len(parts) == 1 && len(parts[0]) == 4 {
		parts = []string{parts[0][:2], parts[0][2:]}
	}
	if len(parts) == 1 {
		parts = append(parts, "00")
	}
	if len(parts) != 2 || len(parts[1]) != 2 {
		return "", false
	}
	h, okH := number(parts[0], 2)
	m, okM := number(parts[1], 2)
	if !okH || !okM || h > 23 || m > 59 {
		return "", false
	}
	return fmt.Sprintf("%02d:%02d", h, m), true
}
