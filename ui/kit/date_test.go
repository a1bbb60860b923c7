package kit

import (
	"testing"
	"time"
)

func greekWords() DateWords {
	return DateWords{
		Months:  [12]string{"Ιανουάριος", "Φεβρουάριος", "Μάρτιος", "Απρίλιος", "Μάιος", "Ιούνιος", "Ιούλιος", "Αύγουστος", "Σεπτέμβριος", "Οκτώβριος", "Νοέμβριος", "Δεκέμβριος"},
		InDates: [12]string{"Ιανουαρίου", "Φεβρουαρίου", "Μαρτίου", "Απριλίου", "Μαΐου", "Ιουνίου", "Ιουλίου", "Αυγούστου", "Σεπτεμβρίου", "Οκτωβρίου", "Νοεμβρίου", "Δεκεμβρίου"},
	}
}

func spanishWords() DateWords {
	return DateWords{
		Months: [12]string{"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"},
	}
}

func TestParseDate(t *testing.T) {
	for _, tc := range []struct {
		text  string
		words DateWords
		iso   string // empty: no such day
	}{
		{"2025-06-02", words(), "2025-06-02"},
		{"2/6/2025", words(), "2025-06-02"},
		{"2.6.2025", words(), "2025-06-02"},
		{"02-06-2025", words(), "2025-06-02"},
		{" 2 6 25 ", words(), "2025-06-02"},
		{"2 Jun 2025", words(), "2025-06-02"},
		{"2 JUNE 2025", words(), "2025-06-02"},
		{"2 June, 2025", words(), "2025-06-02"},
		{"2 sept 2025", words(), "2025-09-02"},
		{"2 Ιουνίου 2025", greekWords(), "2025-06-02"},
		{"2 ιουνιου 2025", greekWords(), "2025-06-02"},
		{"2 Ιουν 2025", greekWords(), "2025-06-02"},
		{"18 Μαΐου 2025", greekWords(), "2025-05-18"},
		{"2 de junio de 2025", spanishWords(), "2025-06-02"},
		{"29/2/2024", words(), "2024-02-29"},
		{"29/2/2025", words(), ""},
		{"31/4/2025", words(), ""},
		{"6/13/2025", words(), ""}, // the day comes first, everywhere
		{"0/6/2025", words(), ""},
		{"2 Ιου 2025", greekWords(), ""}, // June or July
		{"2/6", words(), ""},
		{"2/6/202", words(), ""},
		{"2/6/0025", words(), ""},
		{"20250602", words(), ""},
		{"yesterday", words(), ""},
		{"", words(), ""},
		{"-1/6/2025", words(), "2025-06-01"},
	} {
		day, ok := ParseDate(tc.text, tc.words)
		if ok != (tc.iso != "") || ok && day.Format(time.DateOnly) != tc.iso {
			t.Errorf("%q: %v %v, want %q", tc.text, day.Format(time.DateOnly), ok, tc.iso)
		}
	}
}

func FuzzParseDate(f *testing.F) {
	for _, s := range []string{"2025-06-02", "2/6/2025", "2 Ιουνίου 2025", "31/02/2024", "﷽/1/2000", "1 \xff 2000"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		day, ok := ParseDate(text, greekWords())
		if !ok {
			return
		}
		again, ok := ParseDate(day.Format(time.DateOnly), greekWords())
		if !ok || !again.Equal(day) {
			t.Errorf("%q gives %v, which reads as %v", text, day, again)
		}
	})
}

func TestParseTimeAndCount(t *testing.T) {
	for _, tc := range []struct {
		parse       func(string) (string, bool)
		text, value string
		ok          bool
	}{
		{parseTime, "9:30", "09:30", true}, {parseTime, "0930", "09:30", true}, {parseTime, "9h30", "09:30", true},
		{parseTime, "14", "14:00", true}, {parseTime, "", "", true}, {parseTime, "24:00", "", false},
		{parseTime, "9:60", "", false}, {parseTime, "9:3", "", false}, {parseTime, "noon", "", false},
		{parseCount, "", "", true}, {parseCount, "0", "0", true}, {parseCount, " 1 208 ", "1208", true},
		{parseCount, "007", "7", true}, {parseCount, "-1", "", false}, {parseCount, "1.5", "", false}, {parseCount, "99999999999", "", false},
	} {
		if value, ok := tc.parse(tc.text); value != tc.value || ok != tc.ok {
			t.Errorf("%q: %q %v, want %q %v", tc.text, value, ok, tc.value, tc.ok)
		}
	}
}

func TestWeeksBeginOnTheChosenDay(t *testing.T) {
	for first, want := range map[bool]struct {
		begin, heads string
		column       int
	}{
		false: {"2025-05-26", "Mon Tue Wed Thu Fri Sat Sun", 6},
		true:  {"2025-06-01", "Sun Mon Tue Wed Thu Fri Sat", 0},
	} {
		w := words()
		w.Weekdays = [7]string{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"}
		w.Sunday = first
		sunday := time.Date(2025, 6, 1, 0, 0, 0, 0, time.UTC)
		heads := ""
		for i, h := range newCalendar(w, sunday, false).heads {
			if i > 0 {
				heads += " "
			}
			heads += h.Text
		}
		if got := w.firstOf(sunday).Format(time.DateOnly); got != want.begin || heads != want.heads || w.column(sunday) != want.column {
			t.Errorf("Sunday first %v: June begins with %s under %q, the first in column %d", first, got, heads, w.column(sunday))
		}
	}
}
