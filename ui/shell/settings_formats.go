package shell

import (
	"fyne.io/fyne/v2"

	"primadesk/app"
	"primadesk/assets/i18n"
	"primadesk/ui/kit"
)

// sampleDay is the day that shows how dates are written.
const sampleDay = "2025-06-02"

// formatsCard is how days are written, which day weeks begin on, and what separates the cells of CSV files.
func (v *settingsScreen) formatsCard() fyne.CanvasObject {
	s := v.shell
	v.dates = kit.NewSelect(s.formatOptions(app.DateFormats, s.dateFormat), "")
	v.week = kit.NewSelect(s.formatOptions(app.WeekFormats, s.weekFormat), "")
	v.csv = kit.NewSelect(s.formatOptions(app.CSVSeparators, s.csvFormat), "")
	form := kit.NewForm(kit.FormParams{Sections: []kit.Section{{Rows: [][]kit.Field{
		{{ID: "dates", Label: s.T("shell.dates"), Control: v.dates}, {ID: "week", Label: s.T("shell.week"), Control: v.week}},
		{{ID: "csv", Label: s.T("shell.csv"), Control: v.csv}},
	}}}, OnEdited: func(field string) {
		switch field {
		case "dates":
			s.setFormat(v.dates.Value(), s.settings.SetDates)
		case "week":
			s.setFormat(v.week.Value(), s.settings.SetWeek)
		case "csv":
			if err := s.settings.SetCSV(v.csv.Value()); err != nil {
				s.ShowError(err)
			}
			v.refresh()
		}
	}})
	return kit.NewTitledCard(s.T("shell.settings.formats"), nil, form)
}

// setFormat puts another format of days into force. As with another language, the screens are made anew.
func (s *Shell) setFormat(word string, set func(string) error) {
	settings := s.nav.named(settingsID).(*settingsScreen)
	settings.refresh() // until the window has it
	s.leave(func() {
		if err := set(word); err != nil {
			s.ShowError(err)
			return
		}
		s.words = i18n.For(s.words.Lang()).With(s.settings.Custom())
		s.open(s.work.Folder)
	})
}

// formatOptions are the words of a format, the language's own first, with an example.
func (s *Shell) formatOptions(words []string, text func(word string) string) []kit.Option {
	var out []kit.Option
	for _, word := range words {
		said := text(word)
		if word == app.AsLanguage {
			said = s.T("shell.format.language", "Example", said)
		}
		out = append(out, kit.Option{Value: word, Text: said})
	}
	return out
}

func (s *Shell) dateFormat(word string) string {
	if word == app.AsLanguage {
		return i18n.For(s.words.Lang()).MediumDate(sampleDay)
	}
	return s.T("shell.format.iso", "Example", sampleDay)
}

func (s *Shell) weekFormat(word string) string {
	p := i18n.For(s.words.Lang())
	return i18n.Upper(p.WeekdayName(p.With(i18n.Custom{Sunday: word == "sunday"}).FirstWeekday()))
}

//i18n:prefix shell.csv.
func (s *Shell) csvFormat(word string) string {
	switch {
	case word != app.AsLanguage:
		return s.T("shell.csv." + word)
	case app.CSVComma(s.words.Lang()) == ',':
		return s.T("shell.csv.comma")
	}
	return s.T("shell.csv.semicolon")
}
