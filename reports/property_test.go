package reports

import (
	"path/filepath"
	"slices"
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"primadesk/data"
)

// Whatever was counted, the sums of each event sheet equal its total, or the version is a draft that names what is off; and the final
// version of the same is refused.
func TestSumsEqualTheTotalOrItIsADraft(t *testing.T) {
	folder := t.TempDir()
	rapid.Check(t, func(rt *rapid.T) {
		m := tidy(t)
		for i := range rapid.IntRange(1, 3).Draw(rt, "events") {
			id := "e" + strconv.Itoa(i)
			m.event(id, "EL-0"+strconv.Itoa(i), "Event", "GR", "Tripoli", "2025-06-02")
			for j := range rapid.IntRange(0, 3).Draw(rt, "rows") {
				m.attendance = append(m.attendance, attendance(rt, id, j))
			}
		}
		o := options("en")
		path := filepath.Join(folder, "x.xlsx")
		d, err := gather(t.Context(), m, o)
		if err != nil {
			rt.Fatal(err)
		}
		write := rapid.IntRange(0, 7).Draw(rt, "write") == 0 // most draws need no file
		if write {
			if _, err := Write(t.Context(), m, "deliverable", o, path, nil); err != nil {
				rt.Fatal(err)
			}
		}
		off := false
		for _, e := range d.held {
			for _, by := range []string{"gender", "country"} {
				if b := e.tally.By[by]; e.tally.Known && b.Known && b.Sum() != e.tally.Total {
					off = true
				}
			}
			if write {
				wholeSheet(t, rt, path, d, e)
			}
		}
		if off && (!d.draft || len(d.problems) == 0) {
			rt.Fatal("a sum is off and it is no draft")
		}
		o.Final = true
		if _, err := prepare(t.Context(), m, "deliverable", o); (err != nil) != (len(d.problems) > 0) {
			rt.Fatalf("final: %v, problems %v", err, d.problems)
		}
	})
}

func attendance(rt *rapid.T, event string, j int) *data.Attendance {
	a := &data.Attendance{Event: event}
	a.ID = event + "-" + strconv.Itoa(j)
	if rapid.Bool().Draw(rt, "named") {
		a.Contact, a.Came = "c"+strconv.Itoa(j), "yes"
		a.Gender = rapid.SampledFrom(append(slices.Clone(data.Gender.Words), "")).Draw(rt, "gender")
		a.Country = rapid.SampledFrom([]string{"", "GR", "IT"}).Draw(rt, "country")
		return a
	}
	a.Count = number(rapid.IntRange(0, 9).Draw(rt, "count"))
	a.IncludesNamed = rapid.Bool().Draw(rt, "includes")
	for _, by := range []string{"gender", "country"} {
		if !rapid.Bool().Draw(rt, by) {
			continue
		}
		word := map[string]string{"gender": "female", "country": "CY"}[by]
		p := a.Parts.Add(by).(*data.CountPart)
		p.By, p.Word, p.Count = by, word, number(rapid.IntRange(0, 9).Draw(rt, "part"))
	}
	return a
}

// wholeSheet reads an event sheet's own numbers back: what it sums is what it shows.
func wholeSheet(t *testing.T, rt *rapid.T, path string, d *dossier, e *occasion) {
	w := reopen(t, path)
	defer w.file.Close()
	sheet := d.eventSheetName(e)
	for header, by := range map[string]string{"Gender": "gender", "From country": "country"} {
		sum := 0
		for _, row := range w.table(sheet, header, "Total") {
			n, err := strconv.Atoi(row["Participants"])
			switch {
			case row[header] == "Total":
				if n != sum || n != e.tally.By[by].Sum() {
					rt.Fatalf("%s: %d people in the lines, %d in the sum", by, sum, n)
				}
			case e.tally.By[by].Known && err != nil:
				rt.Fatalf("%s: %v", by, row)
			default:
				sum += n
			}
		}
	}
}
