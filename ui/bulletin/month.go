package bulletin

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/ui/kit"
)

// newMonthEntry makes a field for a month, typed in digits or words: 2025-07, 7/2025, July 2025. Its value is 2025-07.
func newMonthEntry(p *i18n.Printer) *kit.ParsedEntry {
	return kit.NewParsedEntry(kit.ParsedParams{
		Parse: func(text string) (string, bool) { return parseMonth(p, text) },
		Show:  func(value string) string { return i18n.Upper(p.MonthYear(value)) },
		Wrong: p.T("bulletinscreen.wrong_month"),
	})
}

// parseMonth reads a month: a year and a number, in either order, or a year and the beginning of a name.
func parseMonth(p *i18n.Printer, text string) (string, bool) {
	words := strings.FieldsFunc(data.Fold(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if len(words) == 0 {
		return "", strings.TrimSpace(text) == ""
	}
	year, month := 0, 0
	for _, word := range words {
		n, err := strconv.Atoi(word)
		switch {
		case err == nil && len(word) == 4:
			year = n
		case err == nil && n >= 1 && n <= 12 && month == 0:
			month = n
		case err != nil && month == 0:
			month = monthNamed(p, word)
		default:
			return "", false
		}
	}
	if year < 1900 || month == 0 {
		return "", false
	}
	return fmt.Sprintf("%04d-%02d", year, month), true
}

// leastOfName is how many letters of a month's name tell which it is, in each of the languages.
const leastOfName = 3

// monthNamed is the month whose name begins so; 0 where none does, or several do.
func monthNamed(p *i18n.Printer, word string) int {
	found := 0
	for m := 1; m <= 12 && len([]rune(word)) >= leastOfName; m++ {
		name := data.Fold(p.MonthYear(fmt.Sprintf("2025-%02d", m)))
		if !strings.HasPrefix(name, word) && !strings.Contains(name, " "+word) {
			continue
		}
		if found != 0 {
			return 0
		}
		found = m
	}
	return found
}
