package reports

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"primadesk/data"
)

// taught is small with translations in every state.
func taught(t testing.TB) *memory {
	m := small(t)
	m.takeaways[0].Text.Set("en", "Decent work for all")
	m.takeaways[1].Text.Set("fr", "Les coopératives ont besoin d’appui")
	m.takeaways[1].Text.In["en"] = "Cooperatives need much support" // the French is stale
	return m
}

func TestTakeawaysByCountryThemeAndKind(t *testing.T) {
	w := writeNamed(t, taught(t), "takeaways", options("en"))
	if got := fmt.Sprint(w.file.GetSheetList()); got != "[Cover Summary Key learnings Follow-up Languages]" || w.result.Draft {
		t.Errorf("sheets %s, draft %v", got, w.result.Draft)
	}
	check(t, "register", w.table("Key learnings", "Country", ""), []map[string]string{
		{"Country": "Greece", "Event(s)": "EL-03", "Theme": "Cooperatives", "Kind of key learning": "Need", "Key learning": "Cooperatives need much support"},
		{"Country": "Greece, Italy", "Event(s)": "EL-03, IT-01", "Key learning": "Decent work for all"},
	})
	for header, want := range map[string][]map[string]string{
		"Country":              {{"Country": "Greece", "Number": "1"}, {"Country": "Greece, Italy", "Number": "1"}, {"Number": "2"}},
		"Theme":                {{"Theme": "Cooperatives", "Number": "1"}, {"Theme": "Decent work", "Number": "1"}, {"Number": "2"}},
		"Kind of key learning": {{"Kind of key learning": "Finding", "Number": "1"}, {"Kind of key learning": "Need", "Number": "1"}, {"Number": "2"}},
	} {
		check(t, header, w.table("Summary", header, "Total"), want)
	}
	check(t, "follow-up", w.table("Follow-up", "Status", ""), []map[string]string{
		{"Status": "Open", "Due date": "45992", "Late": "", "Follow-up by": "REGION", "What is to be done": "Write to the cooperatives"},
	})
	if strings.Contains(w.bytes(), "Kept among us") {
		t.Error("what is internal is in the report")
	}
}

func TestFollowUpsThatAreLate(t *testing.T) {
	for state, late := range map[string]string{"open": "late", "in_progress": "late", "": "late", "done": "", "dropped": ""} {
		m := taught(t)
		m.takeaways[1].FollowUpDue, m.takeaways[1].FollowUpState = "2025-09-17", state
		rows := writeNamed(t, m, "takeaways", options("en")).table("Follow-up", "Status", "")
		if rows[0]["Late"] != late {
			t.Errorf("%q, due yesterday: %q", state, rows[0]["Late"])
		}
	}
	m := taught(t)
	m.takeaways[1].FollowUpDue = "2025-09-18"
	if rows := writeNamed(t, m, "takeaways", options("en")).table("Follow-up", "Status", ""); rows[0]["Late"] != "" {
		t.Error("what is due today is called late")
	}
}

func TestLanguagesSideBySide(t *testing.T) {
	o := options("en")
	o.Languages = []string{"fr", "en", "el"}
	w := writeNamed(t, taught(t), "takeaways", o)
	check(t, "languages", w.table("Languages", "Event(s)", ""), []map[string]string{
		{"Event(s)": "EL-03", "Original in": "English", "Original": "Cooperatives need much support",
			"French": "Les coopératives ont besoin d’appui", "Status (fr)": "Stale",
			"English": "Cooperatives need much support", "Status (en)": "Original", "Greek": "", "Status (el)": "Missing"},
		{"Event(s)": "EL-03, IT-01", "Original in": "French", "Original": "Un travail décent pour tous",
			"French": "Un travail décent pour tous", "Status (fr)": "Original", "English": "Decent work for all", "Status (en)": "Up to date"},
	})
	check(t, "states", w.table("Languages", "Language", ""), []map[string]string{
		{"Language": "French", "Original": "1", "Up to date": "0", "Stale": "1", "Missing": "0"},
		{"Language": "English", "Original": "1", "Up to date": "1", "Stale": "0", "Missing": "0"},
		{"Language": "Greek", "Original": "0", "Up to date": "0", "Stale": "0", "Missing": "2"},
	})
	row := w.find("Languages", "EL-03", 1)
	style, _ := w.file.GetCellStyle("Languages", fmt.Sprint("G", row))
	if look, _ := w.file.GetStyle(style); len(look.Fill.Color) == 0 || look.Fill.Color[0] != "FBF0D5" {
		t.Errorf("what is stale is not marked: %v", look.Fill)
	}
	own := writeNamed(t, taught(t), "takeaways", options("fr"))
	sheet := own.file.GetSheetList()[4]
	if row := own.table(sheet, "Événement(s)", "")[0]; row["Français"] == "" || row["Statut (fr)"] != "Périmée" || len(row) != 7 {
		t.Errorf("without a choice: %q", row)
	}
	o.Languages = []string{"fr", "de"}
	if _, err := Preview(t.Context(), taught(t), "takeaways", o, 3); codeOf(t, err).Code != "report.language" {
		t.Errorf("a language that there is none of: %v", err)
	}
}

func TestTakeawaysOfNothingAndOfTheSample(t *testing.T) {
	for _, lang := range data.Languages {
		empty := writeNamed(t, tidy(t), "takeaways", options(lang))
		if n := len(empty.file.GetSheetList()); n != 5 {
			t.Errorf("%s: %d sheets of an empty project", lang, n)
		}
		o := options(lang)
		o.Languages = data.Languages
		cachedNumbers(t, writeNamed(t, sampleProject(t), "takeaways", o), 20)
	}
}

// cachedNumbers wants every formula to have a number as its value, or none where it looks for numbers and finds none, and so many
// formulas at least.
func cachedNumbers(t *testing.T, w *written, least int) {
	t.Helper()
	n := 0
	w.formulas(func(sheet, cell, formula, value string) {
		n++
		if !w.numbered(sheet, cell, formula, value) {
			t.Errorf("%s!%s %s: cached %q", sheet, cell, formula, value)
		}
	})
	if n < least {
		t.Errorf("only %d formulas", n)
	}
}

// Whatever was learned where, each breakdown adds up to the number of rows.
func TestTakeawayCountsAddUp(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		m := small(t)
		m.takeaways = nil
		for i := range rapid.IntRange(0, 12).Draw(rt, "takeaways") {
			k := &data.Takeaway{
				Country: rapid.SampledFrom([]string{"", "GR", "IT", "ZZ"}).Draw(rt, "country"),
				Theme:   rapid.SampledFrom([]string{"", "decent_work", "of our own"}).Draw(rt, "theme"),
				Kind:    rapid.SampledFrom(append([]string{""}, data.TakeawayKind.Words...)).Draw(rt, "kind"),
				Events:  rapid.SampledFrom([]data.Set{nil, data.SetOf("e1"), data.SetOf("e1", "e2"), data.SetOf("gone")}).Draw(rt, "events"),
				Text:    texts("en", "en", "Something"),
			}
			k.ID = fmt.Sprint("k", i)
			m.takeaways = append(m.takeaways, k)
		}
		d, err := gather(t.Context(), m, options("en"))
		if err != nil {
			rt.Fatal(err)
		}
		for name, groups := range map[string][]tallied{
			"country": tally(d, d.lessons, func(l *lesson) string { return l.country }),
			"theme":   tally(d, d.lessons, func(l *lesson) string { return l.theme }),
			"kind":    tally(d, d.lessons, d.lessonKind),
		} {
			sum := 0
			for _, g := range groups {
				sum += g.n
			}
			if sum != len(d.lessons) {
				rt.Fatalf("by %s there are %d, not %d", name, sum, len(d.lessons))
			}
		}
	})
}
