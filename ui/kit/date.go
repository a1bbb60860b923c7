package kit

import (
	"strconv"
	"strings"
	"time"
	"unicode"
)

// DateWords are the words of a language that dates are written and read with, January and Monday first.
type DateWords struct {
	Months   [12]string             // over the calendar: June, Ιούνιος
	InDates  [12]string             // in a date: June, Ιουνίου; or short: Jun, Ιουν
	Weekdays [7]string              // short, over the calendar's columns
	Sunday   bool                   // weeks begin on Sunday, not on Monday
	Format   func(time.Time) string // a date as the language writes it; ISO when nil
	Wrong    string                 // the sentence under a date that does not exist
	Open     string                 // what the button that opens the calendar is called
}

// weekday is what a calendar's column is called.
func (w DateWords) weekday(column int) string {
	if w.Sunday {
		column += 6
	}
	return w.Weekdays[column%7]
}

// column is where a day stands in its week.
func (w DateWords) column(day time.Time) int {
	if w.Sunday {
		return int(day.Weekday())
	}
	return (int(day.Weekday()) + 6) % 7
}

// firstOf is the day that the first line of a month's calendar begins with: on or before the first of the month.
func (w DateWords) firstOf(month time.Time) time.Time {
	start := time.Date(month.Year(), month.Month(), 1, 0, 0, 0, 0, time.UTC)
	return start.AddDate(0, 0, -w.column(start))
}

// ParseDate reads a date as people type it: 2025-06-02, or day first with any mark between (2/6/2025, 2.6.25,
// 02-06-2025, 2 6 2025), or with the month as a word (2 Jun 2025, 2 Ιουνίου 2025). Two digits of a year are 20xx. It
// tells whether there is such a day.
func ParseDate(text string, words DateWords) (time.Time, bool) {
	parts := strings.FieldsFunc(text, func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune("/.-,", r)
	})
	if len(parts) > 3 { // "2 de junio de 2025", "2 juin 2025"
		parts = withoutParticles(parts)
	}
	if len(parts) != 3 {
		return time.Time{}, false
	}
	if len(parts[0]) == 4 {
		return dayOf(parts[0], parts[1], parts[2], words)
	}
	return dayOf(parts[2], parts[1], parts[0], words)
}

// withoutParticles drops words of one or two letters, such as the "de" of Spanish dates.
func withoutParticles(parts []string) []string {
	var out []string
	for _, p := range parts {
		if len([]rune(p)) > 2 || unicode.IsDigit(rune(p[0])) {
			out = append(out, p)
		}
	}
	return out
}

func dayOf(year, month, day string, words DateWords) (time.Time, bool) {
	y, okY := number(year, 4)
	if len(year) == 2 {
		y += 2000
	} else if len(year) != 4 {
		okY = false
	}
	m, okM := number(month, 2)
	if !okM {
		m, okM = monthNamed(month, words)
	}
	d, okD := number(strings.TrimRight(day, "ºª°erη"), 2)
	if !okY || !okM || !okD || m < 1 || m > 12 {
		return time.Time{}, false
	}
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	return t, t.Day() == d && int(t.Month()) == m && y >= 1800
}

func number(s string, most int) (int, bool) {
	if s == "" || len(s) > most || strings.Trim(s, "0123456789") != "" {
		return 0, false
	}
	n, err := strconv.Atoi(s)
	return n, err == nil
}

// monthNamed finds the one month that a word of three letters or more begins.
func monthNamed(word string, words DateWords) (int, bool) {
	word = fold(strings.TrimSuffix(word, "."))
	if len([]rune(word)) < 3 {
		return 0, false
	}
	found := 0
	for i := range 12 {
		for _, name := range []string{fold(words.Months[i]), fold(words.InDates[i])} {
			name = strings.TrimSuffix(name, ".")
			if name == word {
				return i + 1, true
			}
			if name != "" && (strings.HasPrefix(name, word) || strings.HasPrefix(word, name) && len([]rune(name)) >= 3) {
				if found != 0 && found != i+1 {
					return 0, false
				}
				found = i + 1
			}
		}
	}
	return found, found != 0
}
