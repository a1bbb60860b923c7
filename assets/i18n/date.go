package i18n

import (
	"strconv"
	"strings"
	"time"
)

// Days are given as ISO 8601 writes them, "2025-06-02"; a time after it
// ("2025-06-02T10:00") is left aside where only the day is asked for. What is no
// day comes back as it was given, and an empty one empty: no date is ever made up.
// Where somebody wants ISO (see Custom), a whole day is written so by all of them.

// Date writes a day in full: 2 June 2025, 1er mai 2024, 2 Ιουνίου 2025.
func (p *Printer) Date(day string) string {
	t, ok := parseDay(day)
	if !ok {
		return day
	}
	if p.custom.ISO {
		return t.Format(time.DateOnly)
	}
	return p.write(p.date, t, p.monthsInDate())
}

// LongDate is Date with the weekday: Monday 2 June 2025.
func (p *Printer) LongDate(day string) string {
	t, ok := parseDay(day)
	if !ok {
		return day
	}
	if p.custom.ISO {
		return p.weekdays[t.Weekday()] + " " + t.Format(time.DateOnly)
	}
	return p.write(p.weekdayDate, t, p.monthsInDate())
}

// MediumDate has the month abbreviated: 25 Sep 2025, 25 Σεπ 2025.
func (p *Printer) MediumDate(day string) string {
	t, ok := parseDay(day)
	if !ok {
		return day
	}
	if p.custom.ISO {
		return t.Format(time.DateOnly)
	}
	return p.write("{d} {m} {y}", t, p.monthNames)
}

// DayMonth is MediumDate without the year: 25 Sep; 09-25 where days are ISO.
func (p *Printer) DayMonth(day string) string {
	t, ok := parseDay(day)
	if !ok {
		return day
	}
	if p.custom.ISO {
		return t.Format("01-02")
	}
	return p.write("{d} {m}", t, p.monthNames)
}

// ShortDate is in figures: 02/06/2025, in Dutch 02-06-2025.
func (p *Printer) ShortDate(day string) string {
	t, ok := parseDay(day)
	if !ok {
		return day
	}
	if p.custom.ISO {
		return t.Format(time.DateOnly)
	}
	return t.Format(p.numeric)
}

// DateTime writes a wall time, "2025-06-02T10:00": 2 June 2025, 10:00. One without
// a time is written as Date.
func (p *Printer) DateTime(wall string) string {
	t, ok := parseDay(wall)
	if !ok {
		return wall
	}
	clock := p.Time(wall)
	if clock == "" {
		return p.Date(wall)
	}
	if p.custom.ISO {
		return t.Format(time.DateOnly) + " " + clock
	}
	return strings.Replace(p.write(p.dateTime, t, p.monthsInDate()), "{t}", clock, 1)
}

// Time is the time of a wall time, on the clock of 24 hours that all six languages
// use in timetables: 10:00. It takes "2025-06-02T10:00" and "10:00"; a day alone gives "".
func (p *Printer) Time(wall string) string {
	_, clock, dated := strings.Cut(wall, "T")
	if !dated {
		clock = wall
	}
	for _, layout := range []string{"15:04", "15:04:05", "15:04:05.999999999Z07:00"} {
		if t, err := time.Parse(layout, clock); err == nil {
			return t.Format("15:04")
		}
	}
	if _, ok := parseDay(wall); ok {
		return ""
	}
	return wall
}

// DateRange writes a stretch of days, as short as it stays clear: 22–23 May 2025,
// 30 May – 2 June 2025. With one end open or both the same it is a Date.
func (p *Printer) DateRange(from, to string) string {
	a, okA := parseDay(from)
	b, okB := parseDay(to)
	switch {
	case !okA && from == "":
		return p.Date(to)
	case !okB && to == "", okA && okB && a.Equal(b):
		return p.Date(from)
	case !okA || !okB || a.Year() != b.Year() || p.custom.ISO:
		return p.Date(from) + " – " + p.Date(to)
	case a.Month() == b.Month():
		return p.dayOfMonth(a) + "–" + p.Date(to)
	}
	// The pattern up to the month: "{d} {m}" or "{d} de {m}".
	start, _, _ := strings.Cut(p.date, "{m}")
	return p.write(start+"{m}", a, p.monthsInDate()) + " – " + p.Date(to)
}

// MonthName is a month by itself, as above a calendar: June, Ιούνιος.
func (p *Printer) MonthName(m time.Month) string { return pick(p.months, int(m)-1) }

// MonthShort is a month's abbreviation: Jun, Ιουν.
func (p *Printer) MonthShort(m time.Month) string { return pick(p.monthNames, int(m)-1) }

// MonthYear writes a month of a year, given as "2025-06" or any day of it: June 2025,
// Ιούνιος 2025, junio de 2025.
func (p *Printer) MonthYear(month string) string {
	t, err := time.Parse("2006-01", month[:min(len(month), 7)])
	if err != nil {
		return month
	}
	return p.write(p.monthYear, t, p.months)
}

// WeekdayName is a weekday's name: Monday.
func (p *Printer) WeekdayName(d time.Weekday) string { return pick(p.weekdays, int(d)) }

// WeekdayShort is a weekday's abbreviation: Mon.
func (p *Printer) WeekdayShort(d time.Weekday) string { return pick(p.dayNames, int(d)) }

// ExcelDateFormat is the number format of a date cell, in the codes that a file holds
// whatever Excel's language: dd/mm/yyyy.
func (p *Printer) ExcelDateFormat() string { return p.excelDate }

// ExcelDateTimeFormat is the number format of a cell with a date and a time.
func (p *Printer) ExcelDateTimeFormat() string { return p.excelDate + " hh:mm" }

// ExcelLanguageTag is the language of a document's properties, with a country: el-GR.
func (p *Printer) ExcelLanguageTag() string { return p.locale }

func parseDay(day string) (time.Time, bool) {
	day, _, _ = strings.Cut(day, "T")
	t, err := time.Parse(time.DateOnly, day)
	return t, err == nil
}

func (p *Printer) write(pattern string, t time.Time, months []string) string {
	return strings.NewReplacer(
		"{d}", p.dayOfMonth(t),
		"{m}", months[t.Month()-1],
		"{y}", strconv.Itoa(t.Year()),
		"{w}", p.weekdays[t.Weekday()],
	).Replace(pattern)
}

func (p *Printer) dayOfMonth(t time.Time) string {
	if t.Day() == 1 {
		return p.firstDay
	}
	return strconv.Itoa(t.Day())
}

func (p *Printer) monthsInDate() []string {
	if p.inDate != nil {
		return p.inDate
	}
	return p.months
}

func pick(names []string, i int) string {
	if i < 0 || i >= len(names) {
		return ""
	}
	return names[i]
}
