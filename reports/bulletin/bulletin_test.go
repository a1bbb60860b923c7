package bulletin

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/reports/docx"
)

func TestEventsStandInTheEditorsOrder(t *testing.T) {
	i := small()
	var got []string
	for _, l := range i.lands() {
		for _, m := range l.meetings {
			got = append(got, l.country+" "+m.ID)
			for _, k := range m.lessons {
				got = append(got, m.ID+": "+k.ID)
			}
		}
		for _, k := range l.shared {
			got = append(got, "all: "+k.ID)
		}
	}
	want := []string{"IT e1", "e1: k2", "IT e2", "e2: k5", "all: k1", " e3"}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestGapsOfASmallIssue(t *testing.T) {
	list := func(i Issue, lang string) []string {
		var got []string
		for _, g := range Gaps(i, lang) {
			line := strings.Join([]string{g.Record, g.Field, string(g.Lack), g.Have}, " ")
			if g.Refuse {
				line += " !"
			}
			got = append(got, line)
		}
		return got
	}
	i := small()
	i.Bulletin.ID, i.Project.ID = "b", "p"
	i.Events[2].Account = data.Texts{}
	common := []string{"b events missing ", "e3 start missing ", "e3 organiser missing ", "e3 account missing  !"}
	got := list(i, "en")
	want := append(slices.Clone(common), "b next_steps foreign fr !", "b links missing ")
	if !slices.Equal(got, want) {
		t.Errorf("en: got  %q\nwant %q", got, want)
	}
	i.Events[1].Status = "held" // what was planned is no account of what happened
	if got = list(i, "en"); !slices.Contains(got, "e2 account missing ") {
		t.Errorf("the plan of an event that was held stands silently for its account: %q", got)
	}
	i.Bulletin.Events = slices.DeleteFunc(i.Bulletin.Events, func(row data.BulletinEvent) bool { return row.Event == "gone" })
	if slices.Contains(list(i, "en"), "b events missing ") {
		t.Error("an event is missed that nobody chose")
	}
	i.Bulletin.Name.In["en"] = "Other news"
	got = list(i, "fr")
	for _, want := range []string{"b name stale  !", "b intro foreign en !", "k1 text foreign en !", "e2 description foreign en !"} {
		if !slices.Contains(got, want) {
			t.Errorf("fr lacks %q in %q", want, got)
		}
	}
	for _, never := range []string{"k3", "k4"} {
		if strings.Contains(strings.Join(got, "\n"), never) {
			t.Errorf("%s is not in the issue, and its gaps are listed", never)
		}
	}
}

// The two translations that the sample leaves undone are found, and nothing else refuses.
func TestGapsOfTheSample(t *testing.T) {
	i := sampleIssue(t)
	for lang, want := range map[string]string{"el": "stale 01a19467-e800-7014-8000-000000000005", "nl": "foreign 01a19467-e800-7014-8000-000000000014", "fr": "", "en": "", "es": "", "it": ""} {
		var got []string
		for _, g := range Refusals(Gaps(i, lang)) {
			got = append(got, string(g.Lack)+" "+g.Record)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %q refuse, want %q", lang, got, want)
		}
	}
}

// The window's preview says what the files say, in the same order, in every language.
func TestThePageSaysWhatTheFileSays(t *testing.T) {
	for _, i := range []Issue{sampleIssue(t), small()} {
		for _, lang := range data.Languages {
			p := i18n.For(lang)
			blocks, err := Page(i, p)
			if err != nil {
				t.Fatal(err)
			}
			page, err := HTML(i, p)
			if err != nil {
				t.Fatal(err)
			}
			rest := strings.Join(strings.Fields(shown(t, page)), " ")
			for _, b := range blocks {
				for _, said := range []string{b.Text, b.Note} {
					at := strings.Index(rest, strings.Join(strings.Fields(said), " "))
					if at < 0 {
						t.Errorf("%s: the file does not say %q, or before what stands over it", lang, said)
						continue
					}
					rest = rest[at:]
				}
			}
		}
	}
}

// The French issue of July 2025 has every part of the newsletter that the project wrote by hand.
func TestTheFrenchIssueIsWhole(t *testing.T) {
	i := sampleIssue(t)
	p := i18n.For("fr")
	page, err := HTML(i, p)
	if err != nil {
		t.Fatal(err)
	}
	markdown, err := Markdown(i, p)
	if err != nil {
		t.Fatal(err)
	}
	document, err := Word(i, p, Stamp{})
	if err != nil {
		t.Fatal(err)
	}
	var word bytes.Buffer
	if err := docx.Write(&word, document); err != nil {
		t.Fatal(err)
	}
	inOrder := []string{
		"nº 2", "PRIMACENTERS", "Le printemps a été celui des rencontres", // title, introduction
		"Grèce", "2 juin 2025", "Organisé par Region of Peloponnese", "a convié ses parties prenantes", "Principaux enseignements", "Encourager ce qui dure",
		"Belgique", "28 mai 2025", "Organisé par KMOP", "KMOP a fait se rencontrer", "Principaux enseignements", "une aide manque encore",
		"Espagne", "En Espagne, une rencontre", "Principaux enseignements", "coopérative et la durabilité",
		"Italie", "22 mai 2025", "Organisé par LAND", "la première de deux tables rondes", "23 mai 2025", "La deuxième table ronde", "Principaux enseignements", "se parlent davantage",
		"Chypre", "31 mars 2025", "Organisé par CARDET et Cyprus Labour Institute PEO", "Principaux enseignements", "ont été réunies",
		"Prochaines étapes", "nourrit maintenant le cadre du projet", "Facebook", "LinkedIn",
		"Partenaires", "Region of Peloponnese", "CARDET", "Headway", "KMOP", "LAND", "Cofinancé par l’Union européenne", "Les points de vue et avis exprimés", "101140836",
	}
	for name, content := range map[string]string{"html": shown(t, page), "md": markdown, "docx": wordText(t, word.Bytes())} {
		if !strings.Contains(content, "juillet 2025") {
			t.Errorf("%s lacks the month", name)
		}
		rest := content
		for _, want := range inOrder {
			at := strings.Index(rest, want)
			if at < 0 {
				t.Errorf("%s lacks %q, or has it too early", name, want)
				continue
			}
			rest = rest[at+len(want):]
		}
		if strings.Count(content, "se parlent davantage") != 1 {
			t.Errorf("%s: what both round tables taught stands more than once", name)
		}
	}
}

// shown is the text that a reader sees.
func shown(t testing.TB, page string) string {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var text strings.Builder
	for n := range root.Descendants() {
		if n.Type == html.TextNode {
			text.WriteString(n.Data)
		}
	}
	return text.String()
}

func wordText(t testing.TB, content []byte) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	b, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestAnotherLanguageIsMarked(t *testing.T) {
	i := small()
	page, err := HTML(i, i18n.For("fr"))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`<span lang="en">It happened.</span> <small style="color:#8a4b00;">[texte en anglais]</small>`, `<span lang="en">First.</span></p>`, "Nos nouvelles</h1>", "Ensuite</p>"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	markdown, err := Markdown(i, i18n.For("fr"))
	if err != nil {
		t.Fatal(err)
	}
	if want := `<span lang="en">It happened.</span> *\[texte en anglais\]*`; !strings.Contains(markdown, want) {
		t.Errorf("the Markdown lacks %s", want)
	}
	document, err := Word(i, i18n.For("fr"), Stamp{})
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := docx.Write(&out, document); err != nil {
		t.Fatal(err)
	}
	if want := `<w:lang w:val="en-GB"/></w:rPr><w:t xml:space="preserve">It happened.</w:t>`; !strings.Contains(wordText(t, out.Bytes()), want) {
		t.Errorf("the document lacks %s", want)
	}
}

func TestWhatUsersWriteIsText(t *testing.T) {
	i := small()
	const evil = "<script>alert(1)</script> [x](javascript:alert(2)) # *bold* & \"quotes\""
	i.Bulletin.Name, i.Events[0].Name, i.Takeaways[0].Text = texts("en", evil), texts("en", evil), texts("en", evil)
	i.Bulletin.Links = nil
	for n, address := range []string{"javascript:alert(3)", "data:text/html,x", "https://example.org/<b>", "mailto:a@example.org", "ftp://example.org"} {
		row := i.Bulletin.Links.Add(string(rune('a' + n))).(*data.Link)
		row.Label, row.URL = evil, address
	}
	page, err := HTML(i, i18n.For("en"))
	if err != nil {
		t.Fatal(err)
	}
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	checkPage(t, "evil", root)
	if n := strings.Count(shown(t, page), evil); n != 6 { // the tab's title, the heading, an event, a takeaway, two links
		t.Errorf("the text is shown %d times", n)
	}
	markdown, err := Markdown(i, i18n.For("en"))
	if err != nil {
		t.Fatal(err)
	}
	for _, never := range []string{"<script", "x](javascript", "](<data", "ftp:", " [x]"} {
		if strings.Contains(markdown, never) {
			t.Errorf("the Markdown holds %q", never)
		}
	}
}

func TestMarkdownEscapes(t *testing.T) {
	for s, want := range map[string]string{
		"# no heading": `\# no heading`, "- no item": `\- no item`, "+30 210": `\+30 210`, "1. no list": `1\. no list`, "2025 was": "2025 was", "a_b*c": `a\_b\*c`,
		"<b>&": "&lt;b&gt;&amp;", "a\nb": "a b", " x ": "x", "": "", "12": "12", "=": `\=`,
	} {
		if got := escaped(s); got != want {
			t.Errorf("%q gives %q, want %q", s, got, want)
		}
	}
}

func TestFormats(t *testing.T) {
	for _, c := range []struct{ asked, file, want string }{
		{"", "a.html", "html"}, {"", "a.HTM", "html"}, {"", "a.docx", "docx"}, {"", "a.md", "md"}, {"md", "a.txt", "md"}, {"DOCX", "a", "docx"}, {"", "a.txt", ""}, {"", "a", ""}, {"pdf", "a.html", ""},
	} {
		got, err := FormatFor(c.asked, c.file)
		if string(got) != c.want || (err == nil) != (c.want != "") {
			t.Errorf("%q %q gives %q, %v", c.asked, c.file, got, err)
		}
	}
}

func TestWritingRefusesUnlessToldOtherwise(t *testing.T) {
	folder := t.TempDir()
	for _, format := range Formats {
		path := filepath.Join(folder, "issue."+string(format))
		params := Params{Issue: sampleIssue(t), Printer: i18n.For("nl"), Path: path, Format: format, Stamp: Stamp{Now: time.Date(2025, 9, 1, 0, 0, 0, 0, time.UTC)}}
		_, err := Write(t.Context(), params)
		failed, ok := errors.AsType[*data.Error](err)
		if !ok || failed.Code != "bulletin.gaps" || len(failed.Details) != 1 || failed.Details[0].Code != "bulletin.foreign" {
			t.Fatalf("%s: %v", format, err)
		}
		if _, err := os.Stat(path); err == nil {
			t.Errorf("%s: it is written all the same", format)
		}
		params.AsIs = true
		var written [2][]byte
		for n := range written {
			gaps, err := Write(t.Context(), params)
			if err != nil || len(Refusals(gaps)) != 1 {
				t.Fatalf("%s as it is: %v, gaps %v", format, err, gaps)
			}
			if written[n], err = os.ReadFile(path); err != nil {
				t.Fatal(err)
			}
		}
		if !bytes.Equal(written[0], written[1]) {
			t.Errorf("%s: two writings differ", format)
		}
		ended, cancel := context.WithCancel(t.Context())
		cancel()
		if _, err := Write(ended, params); !errors.Is(err, context.Canceled) {
			t.Errorf("%s cancelled gives %v", format, err)
		}
	}
}

// An issue with nothing in it is written too; what it lacks is listed.
func TestEmptyIssue(t *testing.T) {
	i := Issue{Bulletin: &data.Bulletin{}, Project: &data.Project{}}
	for _, lang := range i18n.Languages {
		page, err := HTML(i, i18n.For(lang))
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(page, "<h2") || strings.Contains(page, "[") {
			t.Errorf("%s: headings over nothing, or a text that is not there", lang)
		}
	}
	if got := Refusals(Gaps(i, "en")); len(got) != 1 || got[0].Field != "name" {
		t.Errorf("refuses for %v", got)
	}
}
