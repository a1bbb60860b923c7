package reports

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"primadesk/assets/i18n"
	"primadesk/data"
)

// wordFile is a document that was written and opened again: its paragraphs, its tables row by row, and every part as it is.
type wordFile struct {
	result     Result
	raw        []byte
	paragraphs []string
	tables     [][][]string
	parts      map[string]string
}

// writeText makes the deliverable in words and opens it.
func writeText(t testing.TB, src Source, o Options) *wordFile {
	t.Helper()
	path := filepath.Join(t.TempDir(), "deliverable.docx")
	result, err := Write(t.Context(), src, "deliverable-text", o, path, nil)
	if err != nil {
		t.Fatalf("%+v", err)
	}
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	w := &wordFile{result: result, raw: raw}
	z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		t.Fatal(err)
	}
	w.parts = partsOf(t, z)
	w.read(t)
	return w
}

func (w *wordFile) read(t testing.TB) {
	d := xml.NewDecoder(strings.NewReader(w.parts["word/document.xml"]))
	var text strings.Builder
	var cell []string
	in := ""
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		switch e := token.(type) {
		case xml.StartElement:
			switch in = e.Name.Local; in {
			case "tbl":
				w.tables = append(w.tables, nil)
			case "tr":
				cell = nil
			case "p":
				text.Reset()
			}
		case xml.CharData:
			if in == "t" {
				text.Write(e)
			}
		case xml.EndElement:
			in = ""
			switch e.Name.Local {
			case "p":
				w.paragraphs = append(w.paragraphs, text.String())
			case "tc":
				cell = append(cell, text.String())
			case "tr":
				last := len(w.tables) - 1
				w.tables[last] = append(w.tables[last], cell)
			}
		}
	}
}

func (w *wordFile) has(text string) bool {
	return slices.ContainsFunc(w.paragraphs, func(p string) bool { return strings.Contains(p, text) })
}

// row gives the row of any table whose first cell is the text.
func (w *wordFile) row(first string) []string {
	for _, table := range w.tables {
		for _, row := range table {
			if row[0] == first {
				return row
			}
		}
	}
	return nil
}

func TestTextHasTheFiguresOfTheWorkbook(t *testing.T) {
	w := writeText(t, small(t), options("en"))
	for _, want := range []string{
		"2 events were held (Greece, Italy).", "In all, 71 participants were counted (women 39, men 30, non-binary 1, not stated 1).",
		"They came from 3 countries.", "2 organisations were represented.", "2 key learnings were recorded.", "A follow-up was agreed for 1 of them.",
		"IT-01 Round table", "What happened at Networking event.", "[FR] Un travail décent pour tous (EL-03, IT-01)", "Cooperatives need support",
	} {
		if !w.has(want) {
			t.Errorf("%q is not there", want)
		}
	}
	for first, want := range map[string][]string{
		"IT-01 Round table": {"IT-01 Round table", "33", "19", "13", "0", "1"},
		"Italy":             {"Italy", "1", "33", "19", "13", "1"},
		"I1":                {"I1", "Events", "4", "2", "50%"},
	} {
		if got := w.row(first); !slices.Equal(got, want) {
			t.Errorf("row %q is %q, want %q", first, got, want)
		}
	}
	if w.has("Kept among us") {
		t.Error("what is internal is written")
	}
	if w.result.Draft || w.result.Events != 2 || w.result.Sheets != 7 {
		t.Errorf("%+v", w.result)
	}
}

// Every column that a total stands under adds up to it, in every table of every sort of event, and the breakdowns equal the whole.
func TestTextTablesAddUp(t *testing.T) {
	w := writeText(t, mixed(t), options("en"))
	met := 0
	for _, table := range w.tables {
		last := table[len(table)-1]
		if last[0] != "Total" {
			continue
		}
		for column, header := range table[0] {
			if column == 0 || header == "Key learnings" || header == "Share" || last[column] == "" { // of several countries, of rounded parts
				continue
			}
			sum := 0
			for _, row := range table[1 : len(table)-1] {
				sum += whole(t, row[column])
			}
			if sum != whole(t, last[column]) {
				t.Errorf("%s: %d, total %s in %q", header, sum, last[column], table)
			}
			met++
		}
	}
	if met < 20 {
		t.Errorf("only %d totals are compared", met)
	}
}

func whole(t testing.TB, s string) int {
	t.Helper()
	n := 0
	for _, r := range strings.ReplaceAll(s, ",", "") {
		if r < '0' || r > '9' {
			return 0 // marked as to be completed
		}
		n = 10*n + int(r-'0')
	}
	return n
}

func TestTextInEveryLanguage(t *testing.T) {
	for name, m := range map[string]*memory{"sample": sampleProject(t), "mixed": mixed(t), "empty": {project: &data.Project{Acronym: "EMPTY"}}} {
		for _, lang := range i18n.Languages {
			w := writeText(t, m, options(lang))
			for _, p := range w.paragraphs {
				if strings.Contains(p, "{{") || strings.Contains(p, "[report") || strings.Contains(p, "…") {
					t.Errorf("%s %s: a text is not filled: %q", name, lang, p)
				}
			}
			if !strings.Contains(w.parts["word/styles.xml"], `w:val="`+i18n.For(lang).ExcelLanguageTag()+`"`) {
				t.Errorf("%s %s: the document is in another language", name, lang)
			}
			if again := writeText(t, m, options(lang)); !bytes.Equal(w.raw, again.raw) {
				t.Errorf("%s %s: two writings differ", name, lang)
			}
		}
	}
}

func TestTextDraftAndFinal(t *testing.T) {
	p := i18n.For("fr")
	w := writeText(t, mixed(t), options("fr"))
	if !w.result.Draft || !w.has(p.T("report.draft")) || !w.has(p.T("report.to_complete")) || !strings.Contains(w.parts["word/header1.xml"], p.T("report.draft")) {
		t.Error("a draft is not marked")
	}
	o := options("fr")
	o.Final = true
	path := filepath.Join(t.TempDir(), "final.docx")
	_, err := Write(t.Context(), mixed(t), "deliverable-text", o, path, nil)
	if failed := codeOf(t, err); failed.Code != "report.undated" {
		t.Errorf("final gives %v", err)
	}
	if _, err := os.Stat(path); err == nil {
		t.Error("it is written all the same")
	}
	wrong := small(t)
	wrong.attendance[0].Parts[0].Count = number(1)
	if _, err := Write(t.Context(), wrong, "deliverable-text", o, path, nil); codeOf(t, err).Code != "report.sums" {
		t.Errorf("sums that are off give %v", err)
	}
	if w := writeText(t, wrong, options("fr")); !w.has(p.T("report.draft.sums")) || !w.has("écart") || len(w.result.Problems) == 0 {
		t.Error("the sum that is off is not on the cover")
	}
	if w := writeText(t, small(t), o); w.result.Draft || w.has(p.T("report.to_complete")) || strings.Contains(w.parts["word/header1.xml"], p.T("report.draft")) {
		t.Error("a final version is marked")
	}
}

func TestTextNamesNobody(t *testing.T) {
	m, p := withPeople(t)
	content := writeText(t, m, options("en"))
	for _, part := range content.parts {
		for _, secret := range append(slices.Clone(p.special), p.personal...) {
			if strings.Contains(part, secret) {
				t.Errorf("%s is written", secret)
			}
		}
	}
	o := options("en")
	o.WithPersonalData = true
	named := writeText(t, m, o)
	if !named.has(m.deliverables[0].Authors) || !named.has("the names of authors") {
		t.Error("the authors are not named where they were asked for")
	}
	for _, secret := range p.special {
		if named.has(secret) {
			t.Errorf("%s is written", secret)
		}
	}
}

func TestTextNarratives(t *testing.T) {
	m := small(t)
	other := &data.WorkPackage{Number: "WP10", Name: texts("en", "en", "Later")}
	other.ID = "wp10"
	m.packages = append(m.packages, other)
	for i, n := range []data.Narrative{
		{WorkPackage: "wp10", Partner: "p1", Period: number(1), Done: texts("en", "en", "Done in ten")},
		{WorkPackage: "wp2", Partner: "p2", Period: number(2), Done: texts("en", "en", "Done by second\n\nAnd more"), Deviations: texts("fr", "fr", "Un écart")},
		{WorkPackage: "wp2", Partner: "p1", Period: number(1), Done: texts("en", "en", "Done by region")},
	} {
		n.ID = string(rune('a' + i))
		m.narratives = append(m.narratives, &n)
	}
	for _, c := range []struct {
		name   string
		choose func(*Options)
		want   []string
	}{
		{"everything", func(*Options) {}, []string{"WP2 Networking", "REGION · period 1", "Done by region", "SECOND · period 2", "Done by second", "And more", "Deviations", "[FR] Un écart", "WP10 Later", "Done in ten"}},
		{"work package", func(o *Options) { o.WorkPackage = "WP10" }, []string{"WP10 Later", "Done in ten"}},
		{"deliverable", func(o *Options) { o.Deliverable = "D2.1" }, []string{"Done by region", "Done by second"}},
		{"period", func(o *Options) { o.Period = 2 }, []string{"Done by second"}},
		{"partner", func(o *Options) { o.Partner = "REGION" }, []string{"Done by region", "Done in ten"}},
		{"country", func(o *Options) { o.Country = "IT" }, nil},
	} {
		o := options("en")
		c.choose(&o)
		w := writeText(t, m, o)
		at := 0
		for _, want := range c.want {
			next := slices.IndexFunc(w.paragraphs[at:], func(p string) bool { return p == want })
			if next < 0 {
				t.Errorf("%s: %q is not there, or too early", c.name, want)
				continue
			}
			at += next
		}
		for _, text := range []string{"Done in ten", "Done by second", "Done by region"} {
			if w.has(text) != slices.Contains(c.want, text) {
				t.Errorf("%s: %q is there: %v", c.name, text, w.has(text))
			}
		}
	}
}

func TestTextPreview(t *testing.T) {
	list, err := Preview(t.Context(), small(t), "deliverable-text", options("en"), 2)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, s := range list {
		names = append(names, s.Name)
		if len(s.Rows) > 2 {
			t.Errorf("%s has %d rows", s.Name, len(s.Rows))
		}
	}
	want := []string{"Document control", "Executive summary", "Events", "Participants", "Indicators", "How it was counted", "Annex: event sheets"}
	if !slices.Equal(names, want) {
		t.Errorf("chapters %q, want %q", names, want)
	}
	if events := list[2]; events.Header == nil || !slices.Equal(events.Rows[0][:2], []string{"IT-01", "Round table"}) || !events.More {
		t.Errorf("%+v", events)
	}
}

// The key learnings of an event stand as they were ordered, and so alike in every language; the register groups them by words.
func TestTextKeepsTheOrderOfLearnings(t *testing.T) {
	m := small(t)
	m.takeaways = nil
	for i, order := range []string{"c", "a", "b"} {
		l := &data.Takeaway{Events: data.Set{m.events[0].ID}, Order: order, Theme: []string{"cooperatives", "decent_work", "labour_exploitation"}[i], Text: texts("en", "en", "Learned "+order)}
		l.ID = "l" + order
		m.takeaways = append(m.takeaways, l)
	}
	for _, lang := range i18n.Languages {
		w := writeText(t, m, options(lang))
		var got []string
		for _, p := range w.paragraphs {
			if _, learned, ok := strings.Cut(p, "Learned "); ok {
				got = append(got, learned)
			}
		}
		if !slices.Equal(got, []string{"a", "b", "c"}) {
			t.Errorf("%s: %q", lang, got)
		}
	}
}
