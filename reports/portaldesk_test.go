package reports

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"primadesk/assets/portal"
	"primadesk/data"
)

// reported is a small project with narratives, a late deliverable and a risk.
func reported(t testing.TB) *memory {
	m := small(t)
	for i, n := range []data.Narrative{
		{WorkPackage: "wp2", Partner: "p1", Period: number(2), Done: texts("en", "en", "We held an event.\r\nAll came.", "el", "Κάναμε εκδήλωση.")},
		{WorkPackage: "wp2", Partner: "p2", Period: number(2), Done: texts("it", "it", "Due tavole rotonde.")},
		{WorkPackage: "wp2", Partner: "p1", Period: number(1), Done: texts("en", "en", "Another period.")},
	} {
		n.ID = "n" + strconv.Itoa(i)
		m.narratives = append(m.narratives, &n)
	}
	m.deliverables[0].RevisedDue = "2025-12-31"
	r := &data.Risk{Number: "R1", Description: texts("en", "en", strings.Repeat("é", 1001)), Measure: texts("en", "en", "A measure", "fr", "Une mesure")}
	r.ID = "r1"
	r.Measure.Set("en", "Another measure")
	m.risks = []*data.Risk{r}
	return m
}

func desked(t testing.TB, m *memory, lang string) []*deskText {
	t.Helper()
	o := options(lang)
	o.Period = 2
	doc, err := prepare(t.Context(), m, "portal-desk", o)
	if err != nil {
		t.Fatal(err)
	}
	return doc.(*portalDesk).list
}

func TestPortalDeskSaysWhatIsWrong(t *testing.T) {
	find := func(list []*deskText, of, id string) *deskText {
		i := slices.IndexFunc(list, func(x *deskText) bool { return x.of == of && x.ID == id })
		if i < 0 {
			t.Fatalf("no %s of %s", id, of)
		}
		return list[i]
	}
	list := desked(t, reported(t), "en")
	for _, c := range []struct {
		of, id, text string
		marks        []deskMark
	}{
		{"project", "public_summary", "We held an event.\nAll came.\n\nDue tavole rotonde.", []deskMark{deskOther}},
		{"work_package", "narrative_done", "REGION\nWe held an event.\nAll came.\n\nSECOND\nDue tavole rotonde.", []deskMark{deskOther}},
		{"work_package", "deviations", "", []deskMark{deskMissing}},
		{"deliverable", "delay_reason", "", []deskMark{deskMissing}},
		{"risk", "description", strings.Repeat("é", 1001), []deskMark{deskOver}},
		{"risk", "measure", "Another measure", nil},
		{"event", "account", "What happened at Round table.", nil},
		{"event", "participants", "33", nil},
	} {
		x := find(list, c.of, c.id)
		if x.text != c.text || !slices.Equal(x.marks, c.marks) {
			t.Errorf("%s of %s: %q %v", c.id, c.of, x.text, x.marks)
		}
	}
	if x := find(desked(t, reported(t), "fr"), "risk", "measure"); x.text != "Une mesure" || !slices.Equal(x.marks, []deskMark{deskStale}) {
		t.Errorf("stale: %q %v", x.text, x.marks)
	}
	m := reported(t)
	m.narratives = nil
	if x := find(desked(t, m, "en"), "project", "public_summary"); x.text != "What happened at Round table.\n\nWhat happened at Networking event." {
		t.Errorf("without narratives: %q", x.text)
	}
}

func TestPortalDeskInEveryLanguage(t *testing.T) {
	for _, lang := range data.Languages {
		for name, m := range map[string]*memory{"reported": reported(t), "sample": sampleProject(t), "empty": tidy(t)} {
			o := options(lang)
			o.Period = 1
			p := o.Printer
			dir := t.TempDir()
			if _, err := Write(t.Context(), m, "portal-desk", o, filepath.Join(dir, "desk.xlsx"), nil); err != nil {
				t.Fatalf("%s %s: %v", lang, name, err)
			}
			w := reopen(t, filepath.Join(dir, "desk.xlsx"))
			rows := w.table(w.file.GetSheetList()[0], p.T("report.desk.section"), "")
			if above, err := w.file.GetCellValue(w.file.GetSheetList()[0], "A2"); err != nil || !strings.Contains(above, p.Field("period")+" 1 · ") {
				t.Errorf("%s %s: the period stands nowhere above the texts: %q", lang, name, above)
			}
			if _, err := Write(t.Context(), m, "portal-desk", o, filepath.Join(dir, "desk.txt"), nil); err != nil {
				t.Fatalf("%s %s: %v", lang, name, err)
			}
			plain, err := os.ReadFile(filepath.Join(dir, "desk.txt"))
			if err != nil || len(rows) == 0 || strings.Count(string(plain), "=== ") != len(rows) {
				t.Fatalf("%s %s: %d rows, %v", lang, name, len(rows), err)
			}
			for _, row := range rows {
				text, limit := row[p.T("report.desk.text")], row[p.T("report.desk.limit")]
				n, _ := strconv.Atoi(row[p.T("report.desk.characters")])
				if n > 0 && (n != utf8.RuneCountInString(text) || !strings.Contains(string(plain), text)) {
					t.Errorf("%s %s: %d characters in %q", lang, name, n, text)
				}
				if most, err := strconv.Atoi(limit); err == nil && row[p.T("report.desk.left")] != strconv.Itoa(most-n) {
					t.Errorf("%s %s: %v", lang, name, row)
				}
			}
		}
	}
}

// TestWhatIsTooLongIsMarked counts the characters another way than the report does.
func TestWhatIsTooLongIsMarked(t *testing.T) {
	m := tidy(t)
	n := &data.Narrative{WorkPackage: "wp2", Partner: "p1", Period: number(2)}
	n.ID = "n"
	m.narratives = []*data.Narrative{n}
	rapid.Check(t, func(r *rapid.T) {
		letter := rapid.SampledFrom([]string{"a", "é", "Ω", "😀", "a\n", "\r\na"}).Draw(r, "letter")
		times := rapid.IntRange(7300, 7600).Draw(r, "times") / len([]rune(strings.ReplaceAll(letter, "\r", "")))
		text := "x" + strings.Repeat(letter, times) + "x"
		n.Done = texts("en", "en", text)
		summary := desked(t, m, "en")[0]
		length := 0
		for _, c := range text {
			if c != '\r' {
				length++
			}
		}
		if summary.characters() != length || slices.Contains(summary.marks, deskOver) != (length > 7480) {
			r.Fatalf("%d characters, marked %v, want %d", summary.characters(), summary.marks, length)
		}
	})
}

func TestPortalFields(t *testing.T) {
	sections, err := portal.Sections()
	if err != nil || len(sections) == 0 {
		t.Fatal(err)
	}
	list := desked(t, reported(t), "en")
	for _, s := range sections {
		for _, f := range s.Fields {
			if f.Source != "help" && f.Source != "general" {
				t.Errorf("%s: source %q", f.ID, f.Source)
			}
			if s.Of != "milestone" && !slices.ContainsFunc(list, func(x *deskText) bool { return x.of == s.Of && x.ID == f.ID && x.label != "" }) {
				t.Errorf("%s of %s is not on the desk", f.ID, s.Of)
			}
		}
	}
	if sections[0].Fields[0].Limit != 7480 {
		t.Errorf("summary of %d characters", sections[0].Fields[0].Limit)
	}
}
