package i18n

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"testing"
	"time"
)

func TestNumbers(t *testing.T) {
	for _, c := range []struct{ lang, million, small, decimal, percent string }{
		{"en", "1,234,567", "1,208", "-1,234.50", "58%"},
		{"fr", "1\u202f234\u202f567", "1\u202f208", "-1\u202f234,50", "58\u00a0%"},
		{"el", "1.234.567", "1.208", "-1.234,50", "58%"},
		{"es", "1.234.567", "1208", "-1234,50", "58\u00a0%"},
		{"it", "1.234.567", "1.208", "-1.234,50", "58%"},
		{"nl", "1.234.567", "1.208", "-1.234,50", "58%"},
	} {
		p := For(c.lang)
		got := []string{p.Number(1234567), p.Number(1208), p.Decimal(-1234.5, 2), p.Percent(0.58)}
		if want := []string{c.million, c.small, c.decimal, c.percent}; !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", c.lang, got, want)
		}
	}
	p := For("en")
	for want, got := range map[string]string{
		"-1,000": p.Number(-1000), "0": p.Number(0), "999": p.Number(999),
		"0.0": p.Decimal(-0.04, 1), "–": p.Decimal(math.NaN(), 1), "3": p.Decimal(2.6, 0), "4%": p.Percent(0.035),
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestDates(t *testing.T) {
	for _, c := range []struct{ lang, first, weekday, medium, short, stamp, month string }{
		{"en", "1 May 2024", "Monday 2 June 2025", "25 Sep 2025", "02/06/2025", "2 June 2025, 10:00", "June 2025"},
		{"fr", "1er mai 2024", "lundi 2 juin 2025", "25 sept. 2025", "02/06/2025", "2 juin 2025 à 10:00", "juin 2025"},
		{"el", "1 Μαΐου 2024", "Δευτέρα 2 Ιουνίου 2025", "25 Σεπ 2025", "02/06/2025", "2 Ιουνίου 2025, 10:00", "Ιούνιος 2025"},
		{"es", "1 de mayo de 2024", "lunes, 2 de junio de 2025", "25 sept 2025", "02/06/2025", "2 de junio de 2025, 10:00", "junio de 2025"},
		{"it", "1º maggio 2024", "lunedì 2 giugno 2025", "25 set 2025", "02/06/2025", "2 giugno 2025, 10:00", "giugno 2025"},
		{"nl", "1 mei 2024", "maandag 2 juni 2025", "25 sep 2025", "02-06-2025", "2 juni 2025, 10:00", "juni 2025"},
	} {
		p := For(c.lang)
		got := []string{
			p.Date("2024-05-01"), p.LongDate("2025-06-02"), p.MediumDate("2025-09-25"), p.ShortDate("2025-06-02"),
			p.DateTime("2025-06-02T10:00"), p.MonthYear("2025-06"),
		}
		if want := []string{c.first, c.weekday, c.medium, c.short, c.stamp, c.month}; !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", c.lang, got, want)
		}
	}
}

func TestDatesThatAreNone(t *testing.T) {
	p := For("fr")
	for _, write := range []func(string) string{p.Date, p.LongDate, p.MediumDate, p.ShortDate, p.DayMonth, p.DateTime, p.MonthYear, p.Time} {
		for _, given := range []string{"", "2025-13-40", "soon"} {
			if got := write(given); got != given {
				t.Errorf("%q becomes %q", given, got)
			}
		}
	}
}

func TestTimes(t *testing.T) {
	p := For("el")
	for given, want := range map[string]string{
		"2025-06-02T10:00": "10:00", "09:05": "09:05", "2025-06-02": "", "2025-06-02T23:59:59": "23:59", "2025-06-02T08:12:00Z": "08:12",
	} {
		if got := p.Time(given); got != want {
			t.Errorf("%s: %q, want %q", given, got, want)
		}
	}
	if got := p.DateTime("2025-06-02"); got != "2 Ιουνίου 2025" {
		t.Errorf("a day without a time: %q", got)
	}
}

func TestDateRanges(t *testing.T) {
	for _, c := range []struct{ lang, from, to, want string }{
		{"en", "2025-05-22", "2025-05-23", "22–23 May 2025"},
		{"en", "2025-05-30", "2025-06-02", "30 May – 2 June 2025"},
		{"en", "2024-12-31", "2025-01-01", "31 December 2024 – 1 January 2025"},
		{"en", "2025-06-02", "2025-06-02", "2 June 2025"},
		{"en", "2025-06-02", "", "2 June 2025"},
		{"en", "", "2025-06-02", "2 June 2025"},
		{"en", "", "", ""},
		{"es", "2025-05-22", "2025-05-23", "22–23 de mayo de 2025"},
		{"es", "2025-05-30", "2025-06-02", "30 de mayo – 2 de junio de 2025"},
		{"el", "2025-05-30", "2025-06-02", "30 Μαΐου – 2 Ιουνίου 2025"},
		{"fr", "2025-05-01", "2025-05-02", "1er–2 mai 2025"},
		{"it", "2025-05-22", "2025-05-23", "22–23 maggio 2025"},
		{"en", "soon", "2025-06-02", "soon – 2 June 2025"},
	} {
		if got := For(c.lang).DateRange(c.from, c.to); got != c.want {
			t.Errorf("%s %s %s: %q, want %q", c.lang, c.from, c.to, got, c.want)
		}
	}
}

func TestNamesOfMonthsAndDays(t *testing.T) {
	for _, lang := range Languages {
		p := For(lang)
		for m := time.January; m <= time.December; m++ {
			if p.MonthName(m) == "" || p.MonthShort(m) == "" {
				t.Errorf("%s: month %d has no name", lang, m)
			}
		}
		for d := time.Sunday; d <= time.Saturday; d++ {
			if p.WeekdayName(d) == "" || p.WeekdayShort(d) == "" {
				t.Errorf("%s: weekday %d has no name", lang, d)
			}
		}
		if len(p.months) != 12 || len(p.monthNames) != 12 || len(p.weekdays) != 7 || len(p.dayNames) != 7 || p.inDate != nil && len(p.inDate) != 12 {
			t.Errorf("%s: counts of names", lang)
		}
		if p.MonthName(13) != "" || p.ExcelDateFormat() == "" || !strings.HasSuffix(p.ExcelDateTimeFormat(), "hh:mm") {
			t.Errorf("%s: edges", lang)
		}
	}
}

func TestCountriesAsPeopleWriteThem(t *testing.T) {
	for written, want := range map[string]string{
		"GR": "GR", "el": "GR", "UK": "GB", "Greece": "GR", "grece": "GR", "Grèce": "GR", "ΕΛΛΑΔΑ": "GR", "Ελλάδα": "GR", "Griekenland": "GR", " Belgique ": "BE",
		"XX": "", "Atlantis": "", "": "",
	} {
		if code, ok := CountryCode(written); code != want || ok != (want != "") {
			t.Errorf("%q: %q, %t", written, code, ok)
		}
	}
}

func TestCountries(t *testing.T) {
	for _, lang := range Languages {
		p := For(lang)
		all := p.Countries()
		if len(all) != 249 {
			t.Errorf("%s: %d countries, ISO 3166-1 has 249", lang, len(all))
		}
		collator := p.Collator()
		if !slices.IsSortedFunc(all, func(a, b Country) int { return collator.CompareString(a.Name, b.Name) }) {
			t.Errorf("%s: not sorted", lang)
		}
		for _, c := range all {
			if c.Name == c.Code || c.Name == "" || strings.Contains(c.Name, "Unknown") {
				t.Errorf("%s: %s has no name", lang, c.Code)
			}
		}
		if slices.ContainsFunc(all, func(c Country) bool { return cmp.Compare(c.Code, "XK") == 0 }) {
			t.Errorf("%s: lists what ISO has not assigned", lang)
		}
	}
	el := For("el")
	for given, want := range map[string]string{"GR": "Ελλάδα", "EL": "Ελλάδα", "el": "Ελλάδα", "UK": "Ηνωμένο Βασίλειο", "MK": "Βόρεια Μακεδονία", "??": "??"} {
		if got := el.Country(given); got != want {
			t.Errorf("%s: %q, want %q", given, got, want)
		}
	}
	if el.CountryShort("GR") != "EL" || el.CountryShort("GB") != "UK" || el.CountryShort("be") != "BE" || ISOCode("uk") != "GB" {
		t.Error("short codes")
	}
	first := el.Countries()
	first[0].Name = "changed"
	if el.Countries()[0].Name == "changed" {
		t.Error("the list is shared")
	}
}

func TestNamesOfLanguages(t *testing.T) {
	for lang, want := range map[string]string{"en": "Greek", "fr": "grec", "el": "Ελληνικά", "es": "griego", "it": "greco", "nl": "Grieks"} {
		if got := For(lang).Language("el"); got != want {
			t.Errorf("%s: %q", lang, got)
		}
	}
	if got := For("fr").Language("not a code"); got != "not a code" {
		t.Errorf("unknown: %q", got)
	}
}

func TestPhrases(t *testing.T) {
	for lang, want := range map[string][]string{
		"en": {"“a”", "a, b and c"}, "fr": {"«\u00a0a\u00a0»", "a, b et c"}, "el": {"«a»", "a, b και c"},
		"es": {"«a»", "a, b y c"}, "it": {"«a»", "a, b e c"}, "nl": {"‘a’", "a, b en c"},
	} {
		p := For(lang)
		if got := []string{p.Quote("a"), p.List([]string{"a", "b", "c"})}; !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", lang, got, want)
		}
		if p.List(nil) != "" || p.List([]string{"a"}) != "a" {
			t.Errorf("%s: short lists", lang)
		}
	}
	for _, c := range []struct{ lang, last, want string }{
		{"es", "Italia", "a e Italia"}, {"es", "hijos", "a e hijos"}, {"es", "hielo", "a y hielo"}, {"es", "Índice", "a e Índice"}, {"es", "Grecia", "a y Grecia"},
		{"it", "Emilia", "a ed Emilia"}, {"it", "Italia", "a e Italia"},
	} {
		if got := For(c.lang).List([]string{"a", c.last}); got != c.want {
			t.Errorf("%s: %q, want %q", c.lang, got, c.want)
		}
	}
	if Upper("élan") != "Élan" || Upper("") != "" || Lower("Επιβεβαιωμένη") != "επιβεβαιωμένη" || Lower("EU") != "EU" || Lower("A") != "a" || Lower("") != "" {
		t.Error("first letters")
	}
}
