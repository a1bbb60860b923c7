package reports

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"primadesk/data"
	"primadesk/reports/workbook"
)

// mixed is small with events of every kind of knowledge: without a date, over two days, not counted, without a breakdown, of
// several countries, planned.
func mixed(t testing.TB) *memory {
	m := small(t)
	m.event("e3", "ES-01", "No date yet", "ES", "", "")
	long := m.event("e4", "CY-01", "Two days", "CY", "Nicosia", "2025-03-31")
	long.End = "2025-04-01"
	m.event("e5", "BE-02", "Only a total", "BE", "Brussels", "2025-05-28")
	m.event("e6", "BE-10", "No country", "", "", "2025-06-10").Account = data.Texts{}
	for _, planned := range []string{"planned", "confirmed", "idea", "cancelled", "postponed"} {
		m.event("x-"+planned, "X-"+planned, planned, "IT", "Roma", "2025-11-03").Status = planned
	}
	m.counts("e4", 5, 5, 0, 0, map[string]int{"CY": 10})
	total := &data.Attendance{Event: "e5", Count: number(25)}
	total.ID = "count-e5"
	m.attendance = append(m.attendance, total)
	m.counts("e6", 3, 4, 0, 0, map[string]int{"NL": 7})
	return m
}

func codeOf(t *testing.T, err error) *data.Error {
	t.Helper()
	var failed *data.Error
	if !errors.As(err, &failed) {
		t.Fatalf("%v is no *data.Error", err)
	}
	return failed
}

func TestEventWithoutADate(t *testing.T) {
	for _, c := range []struct {
		lang, word string
		period     int
	}{{"en", "to complete", 0}, {"fr", "à compléter", 1}, {"el", "προς συμπλήρωση", 2}} {
		o := options(c.lang)
		o.Period = c.period
		w := write(t, mixed(t), o)
		if !w.result.Draft || !slices.Contains(w.file.GetSheetList(), "ES-01") {
			t.Fatalf("%s: draft %v, sheets %q", c.lang, w.result.Draft, w.file.GetSheetList())
		}
		sheet := w.file.GetSheetList()[3]
		row := w.find(sheet, "ES-01", 1)
		cell := fmt.Sprint("D", row)
		style, _ := w.file.GetCellStyle(sheet, cell)
		look, _ := w.file.GetStyle(style)
		if w.raw(sheet, cell) != c.word || len(look.Fill.Color) == 0 || look.Fill.Color[0] != "FBF0D5" {
			t.Errorf("%s: %q %v", c.lang, w.raw(sheet, cell), look.Fill)
		}
	}
	o := options("en")
	o.Final = true
	path := filepath.Join(t.TempDir(), "x.xlsx")
	_, err := Write(t.Context(), mixed(t), "deliverable", o, path, nil)
	failed := codeOf(t, err)
	if failed.Code != "report.undated" || len(failed.Details) != 1 || failed.Details[0].Record != "e3" {
		t.Errorf("final of everything: %v", err)
	}
	if entries, _ := os.ReadDir(filepath.Dir(path)); len(entries) != 0 {
		t.Errorf("something was written: %v", entries)
	}
	o.Period = 2
	w := write(t, mixed(t), o)
	if w.result.Draft || w.find("Events", "ES-01", 1) != 0 || w.result.Events != 4 {
		t.Errorf("final of a period: %+v", w.result)
	}
	if strings.Contains(w.bytes(), "to complete") || strings.Contains(w.bytes(), "DRAFT") {
		t.Error("a final version marks what is missing")
	}
}

func TestSumsThatAreOff(t *testing.T) {
	m := small(t)
	*m.attendance[1].Count += 3
	w := write(t, m, options("en"))
	if !w.result.Draft || len(w.result.Problems) != 3 {
		t.Fatalf("%+v", w.result)
	}
	cover, _ := w.file.GetHeaderFooter("Cover")
	if !strings.Contains(cover.OddFooter, "DRAFT") || !strings.Contains(w.bytes(), "do not add up") {
		t.Errorf("footer %q", cover.OddFooter)
	}
	events := w.table("Events", "No.", "Total")
	if events[1]["Participants"] != "41" || events[1]["Women"] != "20" {
		t.Errorf("the numbers are not as they were counted: %v", events[1])
	}
	o := options("en")
	o.Final = true
	path := filepath.Join(t.TempDir(), "x.xlsx")
	_, err := Write(t.Context(), m, "deliverable", o, path, nil)
	failed := codeOf(t, err)
	if failed.Code != "report.sums" || len(failed.Details) != 3 {
		t.Fatalf("%v", err)
	}
	d := failed.Details[0]
	message := o.Printer.T("problem."+d.Code, spoken(o.Printer, d.Args)...)
	if message != "EL-03 Networking event: the sum by gender is 38, the total 41 (difference −3)." {
		t.Errorf("message %q", message)
	}
	if _, err := os.Stat(path); !errors.Is(err, os.ErrNotExist) {
		t.Error("a file was written")
	}
}

func TestUnknownIsEmptyAndZeroIsZero(t *testing.T) {
	o := options("en")
	o.Final, o.Period = true, 2
	w := write(t, mixed(t), o)
	for _, row := range w.table("Events", "No.", "Total") {
		switch row["No."] {
		case "BE-02":
			if row["Participants"] != "25" || row["Women"] != "" || row["Countries"] != "" || row["Org."] != "" {
				t.Errorf("only a total: %v", row)
			}
		case "IT-01":
			if row["Non-bin."] != "0" {
				t.Errorf("zero: %v", row)
			}
		case "BE-10":
			if row["Country"] != "" || row["City"] != "" || row["Participants"] != "7" {
				t.Errorf("no country: %v", row)
			}
		}
	}
	if row := w.find("Summary", "Not stated", 1); row == 0 || w.raw("Summary", fmt.Sprint("C", row)) != "7" {
		t.Errorf("summary of events without a country: row %d", row)
	}
	if row := w.find("BE-02 2025-05-28", "Total", 1); row != 0 {
		t.Error("an unknown breakdown has a sum")
	}
}

func TestPlannedEventsAreListedAndNotCounted(t *testing.T) {
	w := write(t, mixed(t), options("en"))
	title := w.find("Events", "Events to come (not counted)", 1)
	for number, listed := range map[string]bool{"X-planned": true, "X-confirmed": true, "X-idea": false, "X-cancelled": false, "X-postponed": false} {
		if row := w.find("Events", number, 1); row > title != listed {
			t.Errorf("%s: row %d", number, row)
		}
	}
	if w.result.Events != 6 {
		t.Errorf("%d events", w.result.Events)
	}
}

func TestChoice(t *testing.T) {
	for _, c := range []struct {
		name string
		set  func(*Options)
		want string
	}{
		{"all", func(*Options) {}, "CY-01 IT-01 BE-02 EL-03 BE-10 ES-01"},
		{"period", func(o *Options) { o.Period = 1 }, "CY-01 ES-01"},
		{"final period", func(o *Options) { o.Period, o.Final = 1, true }, "CY-01"},
		{"days", func(o *Options) { o.From, o.To, o.Final = "2025-05-28", "2025-06-02", true }, "BE-02 EL-03"},
		{"country", func(o *Options) { o.Country = "EL" }, "EL-03"},
		{"country by name", func(o *Options) { o.Country = "Grèce" }, "EL-03"},
		{"country in Greek capitals", func(o *Options) { o.Country = "ΕΛΛΑΔΑ" }, "EL-03"},
		{"type", func(o *Options) { o.Type = "round_table" }, "IT-01"},
		{"type by name", func(o *Options) { o.Type = "Round table" }, "IT-01"},
		{"events", func(o *Options) { o.Events = []string{"e1", "EL-03"} }, "IT-01 EL-03"},
		{"partner", func(o *Options) { o.Partner = "second" }, ""},
		{"partner by legal name", func(o *Options) { o.Partner, o.Period = "region of example", 1 }, "CY-01 ES-01"},
		{"partner by code", func(o *Options) { o.Partner, o.Final, o.Period = "EL", true, 1 }, "CY-01"},
		{"work package", func(o *Options) { o.WorkPackage, o.From = "WP2", "2025-06-05" }, "BE-10 ES-01"},
		{"deliverable", func(o *Options) { o.Deliverable, o.Type = "D2.1", "round_table" }, "IT-01"},
	} {
		o := options("en")
		c.set(&o)
		d, err := gather(t.Context(), mixed(t), o)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		var got []string
		for _, e := range d.held {
			got = append(got, e.Number)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

func TestWrongOptions(t *testing.T) {
	for code, set := range map[string]func(*Options){
		"report.period":  func(o *Options) { o.Period = 9 },
		"report.nothing": func(o *Options) { o.Deliverable = "D9.9" },
		"report.option":  func(o *Options) { o.Public = true },
		"report.days":    func(o *Options) { o.From, o.To = "2025-06-02", "2025-06-01" },
	} {
		o := options("en")
		set(&o)
		_, err := Write(t.Context(), small(t), "deliverable", o, filepath.Join(t.TempDir(), "x.xlsx"), nil)
		if failed := codeOf(t, err); failed.Code != code {
			t.Errorf("%s: %v", code, err)
		}
	}
	for _, wrong := range []func(*Options){
		func(o *Options) { o.Partner = "nobody" }, func(o *Options) { o.WorkPackage = "WP9" }, func(o *Options) { o.Events = []string{"XX-99"} },
		func(o *Options) { o.Country = "Atlantis" }, func(o *Options) { o.Type = "feast" },
	} {
		o := options("en")
		wrong(&o)
		if _, err := Preview(t.Context(), small(t), "deliverable", o, 3); codeOf(t, err).Code != "report.nothing" {
			t.Errorf("%v", err)
		}
	}
}

func TestTakeaways(t *testing.T) {
	w := write(t, small(t), options("fr"))
	all := w.bytes()
	if strings.Contains(all, "Kept among us") {
		t.Error("an internal takeaway is in the workbook")
	}
	sheet := "Principaux enseignements"
	rows := w.table(sheet, "Pays", "")
	texts := []string{rows[0]["Principal enseignement"], rows[1]["Principal enseignement"]}
	if !slices.Contains(texts, "[EN] Cooperatives need support") || !slices.Contains(texts, "Un travail décent pour tous") {
		t.Errorf("%v", texts)
	}
	if row := w.find("Couverture", sheet, 1); row == 0 || w.raw("Couverture", fmt.Sprint("K", row)) != "2" {
		t.Errorf("the cover counts %q", w.raw("Couverture", fmt.Sprint("K", max(row, 1))))
	}
}

func TestUsersWordsStandByTheirRecord(t *testing.T) {
	m := small(t)
	v := &data.Vocabulary{Kind: "event_type", Code: "harvest_day", Label: texts("el", "el", "Ημέρα συγκομιδής", "en", "Harvest day")}
	v.ID = "v1"
	m.vocabulary = append(m.vocabulary, v)
	m.events[0].Type = "harvest_day"
	m.indicators = append(m.indicators, &data.Indicator{Code: "I5", Name: texts("en", "en", "Harvests"), Count: "events_held", Type: "harvest_day", Target: exact(2)})
	w := write(t, m, options("en"))
	if events := w.table("Events", "No.", "Total"); events[0]["Type"] != "Harvest day" {
		t.Errorf("%v", events[0])
	}
	if list := w.table("Indicators", "Code", ""); list[4]["Actual"] != "1" || list[4]["How it is counted"] != "Events held (Harvest day)" {
		t.Errorf("%v", list)
	}
	w.formulas(func(sheet, cell, formula, _ string) {
		if strings.Contains(formula, "Harvest") {
			t.Errorf("%s!%s: a user's word in a formula: %s", sheet, cell, formula)
		}
	})
}

// sheetNames are the quoted names of sheets in a formula.
var sheetNames = regexp.MustCompile(`'([^']|'')*'!`)

func TestTextsThatLookLikeFormulas(t *testing.T) {
	m := small(t)
	evil := `=HYPERLINK("http://example.org","x")`
	m.events[0].Name = texts("en", "en", evil)
	m.events[0].City, m.events[0].Number = "+1+1", "=1+1"
	m.takeaways[1].Text = texts("en", "en", "@SUM(A1)")
	m.organisations[0].Name = `","=1+1`
	m.takeaways[1].Theme = `"&A1&"`
	m.project.Acronym = "-1"
	w := write(t, m, options("en"))
	if events := w.table("Events", "No.", "Total"); events[0]["Title"] != evil || events[0]["City"] != "+1+1" || events[0]["No."] != "=1+1" {
		t.Errorf("%v", events[0])
	}
	w.formulas(func(sheet, cell, formula, _ string) {
		for _, bad := range []string{"HYPERLINK", "1+1", "A1&"} {
			if strings.Contains(sheetNames.ReplaceAllString(formula, ""), bad) {
				t.Errorf("%s!%s: %s", sheet, cell, formula)
			}
		}
	})
}

func TestManyEventsHaveSheetsOfTheirOwn(t *testing.T) {
	m := tidy(t)
	for i := range 300 {
		id := fmt.Sprint("e", i)
		e := m.event(id, fmt.Sprintf("EL-%02d", i%40), "An event", "GR", "Tripoli", data.Wall(data.Date("2025-05-01").AddDays(i%7)))
		if i%50 == 0 {
			e.Number = ""
		}
		m.counts(id, 2, 2, 0, 0, map[string]int{"GR": 4})
	}
	w := write(t, m, options("nl"))
	seen := map[string]bool{}
	for _, name := range w.file.GetSheetList() {
		if seen[strings.ToLower(name)] || len([]rune(name)) > 31 {
			t.Errorf("sheet %q", name)
		}
		seen[strings.ToLower(name)] = true
	}
	if len(seen) != 311 || w.result.Events != 300 {
		t.Errorf("%d sheets, %d events", len(seen), w.result.Events)
	}
}

func TestEmptyProject(t *testing.T) {
	for _, lang := range data.Languages {
		o := options(lang)
		o.WithPersonalData = true
		w := write(t, &memory{project: &data.Project{Acronym: "NEW"}}, o)
		if w.result.Draft || w.result.Sheets != 12 {
			t.Errorf("%s: %+v", lang, w.result)
		}
		o.Final = true
		write(t, &memory{project: &data.Project{}}, o)
	}
}

func TestCalledOffOrBrokenLeavesNothing(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "x.xlsx")
	if err := os.WriteFile(path, []byte("what was there"), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	_, err := Write(ctx, sampleProject(t), "deliverable", options("en"), path, func(done, total int, _ string) {
		if done > 5 && done <= total {
			cancel()
		}
	})
	var failed *workbook.Error
	if !errors.As(err, &failed) || failed.Code != workbook.CodeCancelled {
		t.Errorf("cancelled: %v", err)
	}
	m := small(t)
	m.fail = errors.New("the disk is gone")
	if _, err := Write(t.Context(), m, "deliverable", options("en"), path, nil); !errors.Is(err, m.fail) {
		t.Errorf("broken: %v", err)
	}
	entries, _ := os.ReadDir(folder)
	if old, _ := os.ReadFile(path); string(old) != "what was there" || len(entries) != 1 {
		t.Errorf("left: %v", entries)
	}
}

func TestLongTextsAreWhole(t *testing.T) {
	for _, text := range []string{
		"Short.", strings.Repeat("Μια πρόταση για την εκδήλωση. ", 300), strings.Repeat("word ", 900), strings.Repeat("x", 4500),
		"One\n\nTwo\n" + strings.Repeat("Three. ", 500), "",
	} {
		parts := paragraphs(text)
		for _, part := range parts {
			if len([]rune(part)) > longest {
				t.Errorf("a part of %d characters", len([]rune(part)))
			}
		}
		if strings.Join(strings.Fields(strings.Join(parts, "")), "") != strings.Join(strings.Fields(text), "") {
			t.Errorf("%.20q has lost something", text)
		}
	}
	m := small(t)
	m.events[0].Account = texts("el", "el", strings.Repeat("Μια πρόταση για την εκδήλωση. ", 300)+"ΤΕΛΟΣ")
	m.takeaways[1].Text = texts("el", "el", strings.Repeat("Χρειάζεται στενότερη συνεργασία. ", 120))
	w := write(t, m, options("el"))
	sheet := "IT-01 2025-05-22"
	rows, _ := w.file.GetRows(sheet)
	for i := range rows {
		height, _ := w.file.GetRowHeight(sheet, i+1)
		lines := 0.0
		if len(rows[i]) > 0 {
			lines = float64(len([]rune(rows[i][0]))) / 110
		}
		if height < lines*15 || height > 400 {
			t.Errorf("row %d of %.0f lines is %.0f high", i+1, lines, height)
		}
	}
	if !strings.Contains(w.bytes(), "ΤΕΛΟΣ") {
		t.Error("the end is missing")
	}
	if height, _ := w.file.GetRowHeight("Βασικά συμπεράσματα", 5); height >= 409 {
		t.Errorf("a key learning is cut at %.0f points", height)
	}
}
