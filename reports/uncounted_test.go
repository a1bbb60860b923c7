package reports

import (
	"slices"
	"strings"
	"testing"

	"primadesk/data"
)

// uncounted is a project with two held events at which nobody was counted.
func uncounted(t testing.TB) *memory {
	m := small(t)
	m.attendance, m.indicators = nil, nil
	return m
}

// What nobody counted is not known, in totals as in the rows above them: no formula over participants shows a zero.
func TestTotalsOverEventsWithoutNumbersAreEmpty(t *testing.T) {
	people := map[string][]string{
		"deliverable":    {"Participants", "Women", "Men", "Non-binary", "Non-bin.", "Not stated", "Under 18", "Countries", "Share"},
		"attendance":     {"Participants", "Participations", "Known by name", "Women", "Men", "Under 18"},
		"event-register": {"Participants", "Women", "Men", "Countries"},
	}
	for name, headers := range people {
		w := writeNamed(t, uncounted(t), name, options("en"))
		checked := 0
		for _, sheet := range w.file.GetSheetList() {
			rows, err := w.file.GetRows(sheet)
			if err != nil {
				t.Fatal(err)
			}
			var header []string
			for at, row := range rows {
				if len(row) == 0 {
					header = nil
				}
				if len(row) > 1 && header == nil {
					header = row
					continue
				}
				for i, cell := range row {
					if i == 0 || i >= len(header) || !slices.Contains(headers, header[i]) {
						continue
					}
					checked++
					if cell != "" && cell != "to complete" {
						t.Errorf("%s, %s, row %d, %s: %q", name, sheet, at+1, header[i], cell)
					}
				}
			}
		}
		if checked < 8 {
			t.Errorf("%s: only %d cells looked at", name, checked)
		}
		n := 0
		w.formulas(func(sheet, cell, formula, value string) {
			n++
			if !w.numbered(sheet, cell, formula, value) {
				t.Errorf("%s %s!%s %s: cached %q", name, sheet, cell, formula, value)
			}
		})
		if n < 6 {
			t.Errorf("%s: only %d formulas", name, n)
		}
	}
}

// The numbers of the workbook's cover, of the document in words and of tables for other programs are not zero either.
func TestUncountedIsNoZeroElsewhere(t *testing.T) {
	w := write(t, uncounted(t), options("en"))
	rows, err := w.file.GetRows("Cover")
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		if len(row) > 1 && row[0] == "Participants" && strings.Join(row[1:], "") != "" {
			t.Errorf("the cover says %q", row)
		}
	}
	d := gatheredFrom(t, uncounted(t), options("en"))
	if d.attended() != nil || d.wordSum("gender", "female") != nil {
		t.Error("a sum of nothing is a number")
	}
	for name, text := range pack1(t, uncounted(t), options("en")).files {
		if strings.HasSuffix(name, ".csv") && strings.Contains(string(text), "\nTotal,0") {
			t.Errorf("%s has a total of 0:\n%s", name, text)
		}
	}
	o := options("en")
	o.Public = true
	public := writeNamed(t, uncounted(t), "event-register", o)
	for _, row := range public.table("Events", "No.", "Total") {
		if row["Participants"] != "" && row["Participants"] != "to complete" {
			t.Errorf("public: %q", row)
		}
	}
}

func gatheredFrom(t testing.TB, src Source, o Options) *dossier {
	t.Helper()
	d, err := gather(t.Context(), src, o)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// One event with a number gives the sum its number, whatever is not known of the others.
func TestOneNumberIsASum(t *testing.T) {
	m := uncounted(t)
	row := &data.Attendance{Event: m.events[0].ID, Count: number(0)}
	row.ID = "a1"
	m.attendance = append(m.attendance, row)
	if n := gatheredFrom(t, m, options("en")).attended(); n == nil || *n != 0 {
		t.Errorf("nobody came, and the sum is %v", n)
	}
}
