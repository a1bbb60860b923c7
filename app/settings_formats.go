package app

import (
	"slices"
	"strings"

	"primadesk/assets/i18n"
	"primadesk/data"
)

// AsLanguage is the format that follows the language; it is in force until somebody chooses another one.
const AsLanguage = "language"

// The formats to choose from, the language's own first.
var (
	DateFormats   = []string{AsLanguage, "iso"}              // how days are written
	WeekFormats   = []string{AsLanguage, "monday", "sunday"} // the day that weeks begin on
	CSVSeparators = []string{AsLanguage, "semicolon", "comma"}
)

// Dates is how days are written, a word of DateFormats.
func (s *Settings) Dates() string { return s.format(func(v settingValues) string { return v.Dates }) }

// Week is the day that weeks begin on, a word of WeekFormats.
func (s *Settings) Week() string { return s.format(func(v settingValues) string { return v.Week }) }

// CSV is what stands between the cells of a CSV file, a word of CSVSeparators.
func (s *Settings) CSV() string { return s.format(func(v settingValues) string { return v.CSV }) }

func (s *Settings) format(f func(settingValues) string) string {
	if word := s.read(f); word != "" {
		return word
	}
	return AsLanguage
}

// SetDates chooses a word of DateFormats.
func (s *Settings) SetDates(word string) error {
	return s.choose("dates", word, DateFormats, func(v *settingValues) *string { return &v.Dates })
}

// SetWeek chooses a word of WeekFormats.
func (s *Settings) SetWeek(word string) error {
	return s.choose("week", word, WeekFormats, func(v *settingValues) *string { return &v.Week })
}

// SetCSV chooses a word of CSVSeparators.
func (s *Settings) SetCSV(word string) error {
	return s.choose("csv", word, CSVSeparators, func(v *settingValues) *string { return &v.CSV })
}

func (s *Settings) choose(key, word string, words []string, at func(*settingValues) *string) error {
	if !slices.Contains(words, word) {
		return data.Fail("settings.format", "Key", key, "Value", word, "Words", strings.Join(words, ", "))
	}
	return s.change(func(v *settingValues) { *at(v) = word })
}

// Custom is what is written otherwise than the language has it.
func (s *Settings) Custom() i18n.Custom {
	return i18n.Custom{ISO: s.Dates() == "iso", Sunday: s.Week() == "sunday"}
}

// CSVComma separates the cells of a CSV file.
func (s *Settings) CSVComma(lang string) rune {
	switch s.CSV() {
	case "semicolon":
		return ';'
	case "comma":
		return ','
	}
	return CSVComma(lang)
}

// CSVComma separates the cells of a CSV file as spreadsheets of a language have it.
func CSVComma(lang string) rune {
	if lang == "en" {
		return ','
	}
	return ';'
}
