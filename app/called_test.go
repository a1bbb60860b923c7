package app

import (
	"strings"
	"testing"

	"primadesk/assets/i18n"
	"primadesk/data"
)

// Evidence without a caption and a file name, and a narrative without what was done, are called by what they are, wherever they are named.
func TestRecordsWithoutATitleAreCalledByTheirEntity(t *testing.T) {
	w := sampleWorkspace(t)
	held, err := w.Events.Find(t.Context(), "EL-01")
	if err != nil {
		t.Fatal(err)
	}
	photos := &data.Evidence{Event: held.ID, Kind: "photographs", OriginalAt: "Binder 3"}
	photos.ID = newID()
	learned := &data.Takeaway{Project: held.Project, Text: data.TextIn("en", "Trees"), Evidence: photos.ID}
	period := 1
	account := &data.Narrative{Project: held.Project, WorkPackage: held.WorkPackage, Period: &period, Next: data.TextIn("en", "Zanzibar")}
	for _, rec := range []data.Record{photos, learned, account} {
		if _, err := w.Records.Save(t.Context(), rec); err != nil {
			t.Fatal(err)
		}
	}
	if got := Called(i18n.For("en"), &data.Author{}); got != "" {
		t.Errorf("whoever signs without a name is called %q", got)
	}
	for _, lang := range data.Languages {
		p := i18n.For(lang)
		found, err := w.Reports.Findings(t.Context(), lang, 0)
		if err != nil {
			t.Fatal(err)
		}
		told := 0
		for _, f := range found {
			what, _ := TellFinding(p, f)
			if strings.HasPrefix(strings.TrimSpace(what), ":") {
				t.Errorf("%s: %q", lang, what)
			}
			if f.Record == photos.ID && strings.Contains(what, p.Entity("evidence")) {
				told++
			}
		}
		if told == 0 {
			t.Errorf("%s: nothing is told of the photographs", lang)
		}
		for rec, want := range map[data.Record]string{photos: p.Entity("evidence"), account: p.Entity("narrative"), held: held.Title(lang)} {
			e := data.EntityOf(rec)
			if got := Called(p, rec); got != want {
				t.Errorf("%s: a record is called %q, want %q", lang, got, want)
			}
			if titles, err := w.Records.Titles(t.Context(), e, []string{rec.Head().ID}, lang); err != nil || titles[rec.Head().ID] != want {
				t.Errorf("%s: %q, %v, want %q", lang, titles, err, want)
			}
		}
		hits, err := w.Records.Search(t.Context(), Find{Text: "Zanzibar", Lang: lang})
		if err != nil || len(hits.Items) != 1 || hits.Items[0].Title != p.Entity("narrative") {
			t.Errorf("%s: found %+v, %v", lang, hits.Items, err)
		}
		names, err := w.Records.Names(t.Context(), data.EntityOf(learned), []data.Record{learned}, lang)
		if err != nil || names[photos.ID] != p.Entity("evidence") {
			t.Errorf("%s: the files are called %q, %v", lang, names, err)
		}
	}
}

// Who types the code that a partner's events are numbered by wants that partner first.
func TestPartnersAreFoundByTheirCode(t *testing.T) {
	w := sampleWorkspace(t)
	hits, err := w.Records.Search(t.Context(), Find{Text: "el", Lang: "en"})
	if err != nil || len(hits.Items) < 2 {
		t.Fatalf("%+v, %v", hits, err)
	}
	if p, ok := hits.Items[0].Record.(*data.Partner); !ok || p.Code != "EL" {
		t.Errorf("first comes %+v", hits.Items[0])
	}
}
