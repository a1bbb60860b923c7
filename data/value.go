package data

import (
	"bytes"
	"database/sql/driver"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
)

// ErrForm is returned by the value types for text that is not of their form.
var ErrForm = errors.New("not of the expected form")

// Date is a calendar day, "2025-06-02", or empty: not known.
type Date string

// Valid tells whether d is empty or a day that exists.
func (d Date) Valid() bool {
	if d == "" {
		return true
	}
	t, err := time.Parse(time.DateOnly, string(d))
	return err == nil && t.Year() >= 1900 && t.Year() < 2200
}

// Time is midnight UTC of the day; the zero time if d is empty or no day.
func (d Date) Time() time.Time {
	t, _ := time.Parse(time.DateOnly, string(d))
	return t
}

// AddDays counts calendar days; an empty date stays empty.
func (d Date) AddDays(n int) Date {
	if d == "" || !d.Valid() {
		return ""
	}
	return DateOf(d.Time().AddDate(0, 0, n))
}

// DateOf is the calendar day of t where t is.
func DateOf(t time.Time) Date { return Date(t.Format(time.DateOnly)) }

// Wall is a day at the venue, with its time where that is known: "2025-06-02" or
// "2025-06-02T10:00", never with an offset. Empty is not known.
type Wall string

const wallLayout = "2006-01-02T15:04"

// Valid tells whether w is empty, a day, or a day with a time.
func (w Wall) Valid() bool {
	if w == "" || len(w) == len(time.DateOnly) {
		return Date(w).Valid()
	}
	_, err := time.Parse(wallLayout, string(w))
	return err == nil && w.Day().Valid()
}

// Day is the calendar day.
func (w Wall) Day() Date {
	if len(w) < len(time.DateOnly) {
		return ""
	}
	return Date(w[:len(time.DateOnly)])
}

// Clock is "10:00", or empty where only the day is known.
func (w Wall) Clock() string {
	if len(w) != len(wallLayout) {
		return ""
	}
	return string(w[len(time.DateOnly)+1:])
}

// Instant is the moment of the wall time in a zone. A time that the clock skips
// moves forward by the gap, one that it repeats is the first (as RFC 5545 says).
func (w Wall) Instant(zone *time.Location) (time.Time, bool) {
	naive, err := time.Parse(wallLayout, string(w))
	if err != nil {
		return time.Time{}, false
	}
	_, before := naive.Add(-24 * time.Hour).In(zone).Zone()
	_, after := naive.Add(24 * time.Hour).In(zone).Zone()
	first := naive.Add(-time.Duration(before) * time.Second)
	second := naive.Add(-time.Duration(after) * time.Second)
	for _, t := range []time.Time{first, second} {
		if t.In(zone).Format(wallLayout) == string(w) {
			return t.In(zone), true
		}
	}
	return first.In(zone), true
}

// Decimal is an exact number with four decimals: amounts, targets, averages.
type Decimal int64

const decimalUnit = 10_000

// DecimalOf makes a Decimal of a whole number.
func DecimalOf(n int) Decimal { return Decimal(n) * decimalUnit }

// ParseDecimal reads "12", "-3.5" or "0.0001".
func ParseDecimal(s string) (Decimal, error) {
	digits, negative := strings.CutPrefix(s, "-")
	whole, frac, point := strings.Cut(digits, ".")
	if whole == "" || len(whole) > 14 || len(frac) > 4 || point && frac == "" {
		return 0, fmt.Errorf("decimal %q: %w", s, ErrForm)
	}
	n, err := strconv.ParseUint(whole+frac+strings.Repeat("0", 4-len(frac)), 10, 63)
	if err != nil {
		return 0, fmt.Errorf("decimal %q: %w", s, ErrForm)
	}
	if negative {
		return -Decimal(n), nil
	}
	return Decimal(n), nil
}

// Float64 is for showing and for Excel; sums are made with Decimal.
func (d Decimal) Float64() float64 { return float64(d) / decimalUnit }

// String writes the shortest exact form.
func (d Decimal) String() string {
	sign, n := "", int64(d)
	if n < 0 {
		sign, n = "-", -n
	}
	s := fmt.Sprintf("%s%d.%04d", sign, n/decimalUnit, n%decimalUnit)
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
}

// MarshalJSON writes a JSON number.
func (d Decimal) MarshalJSON() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalJSON reads a JSON number of at most four decimals.
func (d *Decimal) UnmarshalJSON(b []byte) error {
	n, err := ParseDecimal(string(b))
	if err != nil {
		return err
	}
	*d = n
	return nil
}

// Set is a set of words or ids, kept sorted and without repeats.
type Set []string

// SetOf makes a set of any words; empty ones are left out.
func SetOf(words ...string) Set {
	s := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return w == "" })
	slices.Sort(s)
	return Set(slices.Compact(s))
}

// Has tells whether w is in the set.
func (s Set) Has(w string) bool { return slices.Contains(s, w) }

// UnmarshalJSON reads an array of strings.
func (s *Set) UnmarshalJSON(b []byte) error {
	var words []string
	if err := json.Unmarshal(b, &words); err != nil {
		return err
	}
	*s = SetOf(words...)
	return nil
}

// Value keeps the set as JSON text in one database column.
func (s Set) Value() (driver.Value, error) {
	if len(s) == 0 {
		return "", nil
	}
	return marshal([]string(s))
}

// Scan reads what Value wrote.
func (s *Set) Scan(src any) error { return scanJSON(src, s) }

func scanJSON(src, into any) error {
	var b []byte
	switch v := src.(type) {
	case nil:
		return nil
	case string:
		b = []byte(v)
	case []byte:
		b = v
	default:
		return fmt.Errorf("a %T in a JSON column: %w", src, ErrForm)
	}
	if len(b) == 0 {
		return nil
	}
	return json.Unmarshal(b, into)
}

// marshal is JSON as the whole program writes it: compact, no HTML escapes.
func marshal(v any) (string, error) {
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return "", err
	}
	return strings.TrimSuffix(buf.String(), "\n"), nil
}
