package i18n

import (
	"testing"
	"time"
)

func TestCustom(t *testing.T) {
	const day, wall = "2025-06-01", "2025-06-01T10:00"
	for _, lang := range Languages {
		p := For(lang)
		iso := p.With(Custom{ISO: true})
		for name, got := range map[string]string{
			"Date": iso.Date(day), "MediumDate": iso.MediumDate(day), "ShortDate": iso.ShortDate(day), "Date of a wall time": iso.Date(wall),
		} {
			if got != day {
				t.Errorf("%s: %s is %q", lang, name, got)
			}
		}
		for _, c := range [][2]string{
			{iso.DateTime(wall), "2025-06-01 10:00"}, {iso.DayMonth(day), "06-01"}, {iso.LongDate(day), p.WeekdayName(time.Sunday) + " " + day},
			{iso.DateRange(day, "2025-06-03"), "2025-06-01 – 2025-06-03"}, {iso.DateRange(day, day), day}, {iso.Date("soon"), "soon"},
		} {
			if c[0] != c[1] {
				t.Errorf("%s: %q, want %q", lang, c[0], c[1])
			}
		}
		if p.Date(day) == day || p.MonthYear(day) != iso.MonthYear(day) {
			t.Errorf("%s: the language's own printer writes %q", lang, p.Date(day))
		}
		if p.FirstWeekday() != time.Monday || iso.With(Custom{Sunday: true}).FirstWeekday() != time.Sunday {
			t.Errorf("%s: weeks begin on %v", lang, p.FirstWeekday())
		}
		if p.With(Custom{}) != p || iso.With(Custom{}).Date(day) != p.Date(day) {
			t.Errorf("%s: a custom stays", lang)
		}
	}
}
