package contacts

import (
	"fmt"
	"os"
	"strconv"
	"testing"
	"time"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/kit"
)

// crowd fills a workspace with made-up people in a few organisations.
func crowd(t testing.TB, w *app.Workspace, n int) {
	t.Helper()
	var recs []data.Record
	var organisations []string
	for i := range 40 {
		o := &data.Organisation{Name: fmt.Sprintf("Οργανισμός %02d", i), Country: "GR", Group: data.Group.Words[1+i%9]}
		o.ID = newID()
		recs, organisations = append(recs, o), append(organisations, o.ID)
	}
	family := []string{"Παπαδόπουλος", "Lefèvre", "Rossi", "De Vries", "García", "Παπαδάκης", "Georgiou", "Νικολάου"}
	given := []string{"Ελένη", "Claire", "Giulia", "Joris", "Lucía", "Γιώργος", "Andreas", "Μαρία", "Σοφία"}
	countries := []string{"GR", "BE", "IT", "NL", "ES", "CY"}
	for i := range n {
		recs = append(recs, &data.Contact{
			GivenName: given[i%len(given)], FamilyName: fmt.Sprintf("%s %05d", family[i%len(family)], i),
			Organisation: organisations[i%len(organisations)], Country: countries[i%len(countries)], Tags: data.SetOf(fmt.Sprintf("tag %d", i%7)),
		})
	}
	keep(t, w, recs...)
}

// TestLongListIsAWindow holds the screen to a few pages of rows, however far one scrolls, and to a right count.
func TestLongListIsAWindow(t *testing.T) {
	const n = 5000
	w := workspace(t, "el", false)
	crowd(t, w, n)
	b := show(t, w, "el")
	pages := b.s.source.pages
	if pages.Len() != n {
		t.Fatalf("%d lines", pages.Len())
	}
	for line := 0; line < n; line += 200 {
		b.s.table.Select(line)
	}
	held := 0
	for i := range n {
		if _, ok := pages.Item(i); ok {
			held++
		}
	}
	if held == 0 || held > 25*60 {
		t.Errorf("%d of %d rows are held", held, n)
	}
	b.s.table.Select(n - 1)
	last, ok := pages.Row(n - 1)
	if !ok || last[0].Text == "" {
		t.Error("the last line in view is not there")
	}
	b.s.Search("lef clai")
	want, err := w.Records.Count(t.Context(), app.Query{Entity: "contact", Search: "lef clai"})
	if err != nil || pages.Len() != want || want == 0 || want == n {
		t.Errorf("%d lines of %d that fit, %v", pages.Len(), want, err)
	}
	if _, ok := pages.Item(0); !ok {
		t.Error("after a search the list does not begin at its top")
	}
}

// BenchmarkKeystroke is what typing one more letter costs: from the key to the lines that are shown. The slowest of all
// letters is reported, too; PRIMADESK_BENCH_CONTACTS is the number of contacts (100,000).
func BenchmarkKeystroke(b *testing.B) {
	n := 100_000
	if text := os.Getenv("PRIMADESK_BENCH_CONTACTS"); text != "" {
		var err error
		if n, err = strconv.Atoi(text); err != nil {
			b.Fatal(err)
		}
	}
	w := workspace(b, "el", false)
	crowd(b, w, n)
	screen := show(b, w, "el")
	typed := []string{"π", "πα", "παπ", "παπα", "παπαδ", "c", "cl", "clai", "g", "ge", "δ", ""}
	slowest := time.Duration(0)
	keys := 0
	for b.Loop() {
		for _, text := range typed {
			start := time.Now()
			screen.s.search(text)
			slowest = max(slowest, time.Since(start))
			keys++
		}
	}
	b.ReportMetric(float64(b.Elapsed().Milliseconds())/float64(keys), "ms/key")
	b.ReportMetric(float64(slowest.Milliseconds()), "ms-slowest")
}

// BenchmarkLine is what going down by one line costs, the record beside it included.
func BenchmarkLine(b *testing.B) {
	w := workspace(b, "el", false)
	crowd(b, w, 2000)
	screen := show(b, w, "el")
	i := 0
	for b.Loop() {
		i = (i + 1) % 1900
		screen.s.table.Select(i)
		screen.s.picked(i)
	}
}

// BenchmarkForm is what making the form costs, once a language.
func BenchmarkForm(b *testing.B) {
	s := show(b, workspace(b, "el", false), "el").s
	for b.Loop() {
		newForm(formParams{printer: s.Printer, exec: kit.Inline(), today: s.Workspace.Today, window: s.Shell.Window})
	}
}
