package journal

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Value is what a register holds, as canonical JSON, so that "the same value" is a comparison of bytes: compact; the keys of
// an object ascending by bytes, none twice; strings escaped as encoding/json does without HTML escaping and no more;
// numbers as exact plain decimals without exponent, needless zeros or a minus before zero.
type Value = string

// The values that the journal itself knows.
const (
	Null    Value = "null"     // no value
	Present Value = "true"     // an element or a member of a set is there
	Live    Value = `"live"`   // of the record itself: it is there
	Trash   Value = `"trash"`  // it was deleted, and can be restored
	Undone  Value = `"undone"` // its creation was undone
)

var (
	// ErrValue is wrapped by the errors about values that have no canonical form.
	ErrValue = errors.New("not a canonical value")
	// ErrMalformed is wrapped by the errors about entries and changes that are not of the form that this program writes.
	ErrMalformed = errors.New("malformed")
)

func malformed(format string, args ...any) error {
	return fmt.Errorf("%w: %s", ErrMalformed, fmt.Sprintf(format, args...))
}

func notCanonical(path Path) error { return fmt.Errorf("%w: in %q", ErrValue, path) }

const (
	maxDepth  = 32 // nesting of arrays and objects
	maxDigits = 64 // of a number without exponent
)

// Canonical gives the canonical JSON of a value. Strings, booleans, numbers, and maps and slices of them are written directly;
// anything else as encoding/json has it. The error wraps ErrValue: text that is not UTF-8, numbers of more than 64 digits.
func Canonical(v any) (Value, error) {
	b, err := appendCanonical(make([]byte, 0, 32), v, 0)
	if err != nil {
		return "", err
	}
	return Value(b), nil
}

func appendCanonical(b []byte, v any, depth int) ([]byte, error) {
	if depth > maxDepth {
		return b, fmt.Errorf("%w: nested too deep", ErrValue)
	}
	switch v := v.(type) {
	case nil:
		return append(b, Null...), nil
	case string:
		return appendString(b, v)
	case bool:
		return strconv.AppendBool(b, v), nil
	case int:
		return strconv.AppendInt(b, int64(v), 10), nil
	case int64:
		return strconv.AppendInt(b, v, 10), nil
	case json.Number:
		return appendNumber(b, string(v))
	case []any:
		return appendArray(b, v, depth)
	case []string:
		return appendArray(b, v, depth)
	case map[string]any:
		return appendObject(b, v, depth)
	case map[string]string:
		return appendObject(b, v, depth)
	}
	return appendOther(b, v, depth)
}

// appendOther goes through encoding/json, and so through its rules for structs and its interfaces.
func appendOther(b []byte, v any, depth int) ([]byte, error) {
	text, err := json.Marshal(v)
	if err != nil {
		return b, fmt.Errorf("%w: %w", ErrValue, err)
	}
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	var plain any
	if err := decoder.Decode(&plain); err != nil {
		return b, fmt.Errorf("%w: %w", ErrValue, err)
	}
	return appendCanonical(b, plain, depth)
}

func appendArray[T any](b []byte, items []T, depth int) ([]byte, error) {
	var err error
	b = append(b, '[')
	for i, item := range items {
		if i > 0 {
			b = append(b, ',')
		}
		if b, err = appendCanonical(b, item, depth+1); err != nil {
			return b, err
		}
	}
	return append(b, ']'), nil
}

func appendObject[T any](b []byte, members map[string]T, depth int) ([]byte, error) {
	var err error
	b = append(b, '{')
	for i, key := range slices.Sorted(maps.Keys(members)) {
		if i > 0 {
			b = append(b, ',')
		}
		if b, err = appendString(b, key); err != nil {
			return b, err
		}
		b = append(b, ':')
		if b, err = appendCanonical(b, members[key], depth+1); err != nil {
			return b, err
		}
	}
	return append(b, '}'), nil
}

// appendString escapes as encoding/json does without HTML escaping, U+2028 and U+2029 included, so that what others in this
// program marshal has the same bytes.
func appendString(b []byte, s string) ([]byte, error) {
	if !utf8.ValidString(s) {
		return b, fmt.Errorf("%w: text is not UTF-8", ErrValue)
	}
	const hex = "0123456789abcdef"
	b = append(b, '"')
	from := 0
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= 0x20 && c != '"' && c != '\\' && c != 0xe2 {
			continue
		}
		if c == 0xe2 {
			if !isLineSeparator(s[i:]) {
				continue
			}
			b = append(append(b, s[from:i]...), `\u202`...)
			b = append(b, hex[s[i+2]&0xf])
			i += 2
			from = i + 1
			continue
		}
		b = append(b, s[from:i]...)
		from = i + 1
		if short := strings.IndexByte("\"\\\b\f\n\r\t", c); short >= 0 {
			b = append(b, '\\', `"\bfnrt`[short])
		} else {
			b = append(b, `\u00`...)
			b = append(b, hex[c>>4], hex[c&0xf])
		}
	}
	return append(append(b, s[from:]...), '"'), nil
}

func isLineSeparator(s string) bool {
	return strings.HasPrefix(s, "\u2028") || strings.HasPrefix(s, "\u2029")
}

// appendNumber writes a JSON number as an exact plain decimal.
func appendNumber(b []byte, text string) ([]byte, error) {
	digits, negative := strings.CutPrefix(text, "-")
	mantissa, exponent, _ := strings.Cut(strings.ToLower(digits), "e")
	whole, fraction, _ := strings.Cut(mantissa, ".")
	shift, err := strconv.Atoi(exponent)
	if err != nil && exponent != "" || shift > maxDigits || shift < -maxDigits || len(mantissa) > maxDigits {
		return b, fmt.Errorf("%w: number %.80s", ErrValue, text)
	}
	all := whole + fraction
	if strings.Trim(all, "0123456789") != "" || whole == "" {
		return b, fmt.Errorf("%w: number %.80s", ErrValue, text)
	}
	point := len(whole) + shift
	if point < 0 {
		all, point = strings.Repeat("0", -point)+all, 0
	}
	if point > len(all) {
		all += strings.Repeat("0", point-len(all))
	}
	whole, fraction = strings.TrimLeft(all[:point], "0"), strings.TrimRight(all[point:], "0")
	if len(whole)+len(fraction) > maxDigits {
		return b, fmt.Errorf("%w: number %.80s", ErrValue, text)
	}
	if negative && whole+fraction != "" {
		b = append(b, '-')
	}
	if whole == "" {
		whole = "0"
	}
	b = append(b, whole...)
	if fraction != "" {
		b = append(append(b, '.'), fraction...)
	}
	return b, nil
}
