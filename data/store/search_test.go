package store

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"primadesk/data"
)

func titlesFound(t testing.TB, s *Store, f Find) []string {
	t.Helper()
	hits, err := s.Search(context.Background(), f)
	if err != nil {
		t.Fatalf("%q: %v", f.Text, err)
	}
	var titles []string
	for _, h := range hits.Items {
		titles = append(titles, h.Title)
	}
	return titles
}

func TestSearchIsBlindToCaseAndAccents(t *testing.T) {
	s := openLang(t, "el")
	keepAll(t, s,
		&data.Contact{GivenName: "Ελένη", FamilyName: "Παπαδόπουλος"}, &data.Contact{GivenName: "Νίκος", FamilyName: "Παπάς"},
		&data.Organisation{Name: "École d'Été"}, &data.Contact{FamilyName: "Straße", Notes: "knows Œuvrard"})
	for _, tt := range []struct {
		text string
		want []string
	}{
		{"ΠΑΠΑΔΟΠΟΥΛΟΣ", []string{"Ελένη Παπαδόπουλος"}}, {"παπαδοπουλος", []string{"Ελένη Παπαδόπουλος"}}, {"Παπαδόπουλος", []string{"Ελένη Παπαδόπουλος"}},
		{"παπ", []string{"Ελένη Παπαδόπουλος", "Νίκος Παπάς"}}, {"παπ ελ", []string{"Ελένη Παπαδόπουλος"}}, {"ecole", []string{"École d'Été"}},
		{"ÉCOLE", []string{"École d'Été"}}, {"strasse", []string{"Straße"}}, {"oeuvr", []string{"Straße"}}, {"όπουλος", nil},
	} {
		if got := titlesFound(t, s, Find{Text: tt.text}); !slices.Equal(got, tt.want) {
			t.Errorf("%q: %q, want %q", tt.text, got, tt.want)
		}
	}
}

func TestSearchIsRanked(t *testing.T) {
	s := openLang(t, "fr")
	keepAll(t, s,
		&data.Contact{GivenName: "Zoé", FamilyName: "Marin"}, &data.Contact{GivenName: "Marina", FamilyName: "Zola"}, &data.Organisation{Name: "Marché"},
		&data.Contact{GivenName: "Anne", FamilyName: "Bar", Role: "maraîchère de mars"}, &data.Contact{GivenName: "Ana", FamilyName: "Mars"})
	want := []string{"Marché", "Marina Zola", "Ana Mars", "Zoé Marin", "Anne Bar"}
	if got := titlesFound(t, s, Find{Text: "mar"}); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := titlesFound(t, s, Find{Text: "mar", Limit: 2}); !slices.Equal(got, want[:2]) {
		t.Errorf("the first two: %q", got)
	}
	if got := titlesFound(t, s, Find{Text: "mar", Entities: []string{"organisations"}}); !slices.Equal(got, want[:1]) {
		t.Errorf("organisations: %q", got)
	}
}

// Who types a number, or a whole title, wants that record, whatever others have the words in their texts.
func TestWhatIsTypedWholeComesFirst(t *testing.T) {
	s := openLang(t, "en")
	event := func(number, name, account string) *data.Event {
		return &data.Event{Project: uuid7(1, 1), Number: number, Name: data.TextIn("en", name), Account: data.TextIn("en", account)}
	}
	keepAll(t, s, event("IT-02", "A meeting in Sicily", "As it was at EL-02 and ΕΛ-02."), event("EL-02", "Zeal", ""), event("EL-021", "Yield", ""), event("EL-01", "Harbours", "02"),
		event("ΕΛ-02", "Xenia", ""), event("", "EL-02 and what came after", ""), &data.Organisation{Name: "Harbours of Sicily"}, &data.Organisation{Name: "Harbours"},
		event("BE-01", "Harbours of Belgium", ""))
	for text, want := range map[string][]string{
		"EL-02":    {"Zeal", "EL-02 and what came after", "Yield", "A meeting in Sicily", "Harbours"},
		"el02":     nil,
		"ελ-02":    {"Xenia", "A meeting in Sicily"},
		"el":       {"Harbours", "EL-02 and what came after", "Zeal", "Yield", "A meeting in Sicily"},
		"02 el":    {"EL-02 and what came after", "A meeting in Sicily", "Harbours", "Yield", "Zeal"},
		"harbours": {"Harbours", "Harbours", "Harbours of Belgium", "Harbours of Sicily"},
	} {
		if got := titlesFound(t, s, Find{Text: text}); !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	if got := titlesFound(t, s, Find{Text: "el-02", Limit: 1}); !slices.Equal(got, []string{"Zeal"}) {
		t.Errorf("the first: %q", got)
	}
}

// A contact is found by the organisation, also after that has another name, and not by the old one.
func TestSearchFollowsTheOrganisation(t *testing.T) {
	s := openLang(t, "en")
	org := &data.Organisation{Name: "Harbour Office"}
	keepAll(t, s, org)
	person := &data.Contact{FamilyName: "Smith", Organisation: org.ID}
	keepAll(t, s, person)
	both := Find{Text: "harb", Entities: []string{"contact"}}
	if got := titlesFound(t, s, both); !slices.Equal(got, []string{"Smith"}) {
		t.Fatalf("by the organisation: %q", got)
	}
	org.Name = "Port Authority"
	keepAll(t, s, org)
	if got := titlesFound(t, s, both); got != nil {
		t.Errorf("by the old name: %q", got)
	}
	if got := titlesFound(t, s, Find{Text: "auth smi"}); !slices.Equal(got, []string{"Smith"}) {
		t.Errorf("by the new name: %q", got)
	}
	trash(t, s, person)
	if got := titlesFound(t, s, Find{Text: "smith"}); got != nil {
		t.Errorf("in the trash: %q", got)
	}
}

var strange = []string{
	"", " ", `"`, `""`, "*", "NEAR(", `NEAR("a" "b", 3)`, "a AND", "OR", "NOT", "title:", "{title} : a", "^", "-a", "+", "(", ")", "'", ";--", "a*b", "?", "@x", "%", "_",
	"😀", "👩‍👩‍👧", "\x00", "a\x00b", "\xff\xfe", "ﷺ", "日本", strings.Repeat("α", 10_000), strings.Repeat("a ", 5_000), strings.Repeat("(", 1000), strings.Repeat(`"`, 999),
}

func TestStrangeSearchesDoNoHarm(t *testing.T) {
	w := newWorld(t, "en", 30)
	for _, text := range strange {
		if _, err := w.store.Search(t.Context(), Find{Text: text}); err != nil {
			t.Errorf("%.40q: %v", text, err)
		}
		if _, err := w.store.Page(t.Context(), Query{Entity: "contact", Search: text, Sort: "family_name"}); err != nil {
			t.Errorf("a list for %.40q: %v", text, err)
		}
	}
}

// naiveSearch is the rule in plain Go, over the same folded texts.
func (w *world) naiveSearch(text string) []match {
	words := strings.Fields(data.Fold(text))
	if len(words) == 0 {
		return nil
	}
	begins := func(in string, words []string) bool {
		return !slices.ContainsFunc(words, func(word string) bool { return !strings.Contains(" "+in, " "+word) })
	}
	var out []match
	for i, e := range data.Entities() {
		for _, rec := range w.recs[e.Name] {
			if rec.Head().State != data.Live || !w.found(rec, text) {
				continue
			}
			m := match{tier: 3, title: foldedTitle(rec), entity: i, id: rec.Head().ID}
			if begins(data.Fold(allTitles(rec)), words) {
				m.tier = 2
			}
			m.rank(m.title, strings.Join(words, " "))
			if event, ok := rec.(*data.Event); ok {
				code := " " + data.Fold(event.Number)
				if m.rank(code, strings.Join(words, " ")) {
					m.title = code + m.title
				}
			}
			out = append(out, m)
		}
	}
	slices.SortFunc(out, compareMatches)
	return out
}

// rank lifts a match whose folded title or code begins with the text, and tells whether it does.
func (m *match) rank(folded, text string) bool {
	if !strings.HasPrefix(folded, " "+text) {
		return false
	}
	if m.tier = min(m.tier, 1); folded == " "+text {
		m.tier = 0
	}
	return true
}

func TestSearchFindsExactlyTheWordPrefixes(t *testing.T) {
	w := newWorld(t, "el", 150)
	var words []string
	for _, recs := range w.recs {
		for _, rec := range recs {
			words = append(words, strings.Fields(data.SearchText(rec))...)
		}
	}
	slices.Sort(words)
	words = slices.Compact(words)
	rapid.Check(t, func(t *rapid.T) {
		var parts []string
		for range rapid.IntRange(1, 3).Draw(t, "words") {
			word := []rune(rapid.SampledFrom(words).Draw(t, "word"))
			parts = append(parts, string(word[:rapid.IntRange(1, len(word)).Draw(t, "letters")]))
		}
		if rapid.IntRange(0, 4).Draw(t, "odd") == 0 {
			parts = append(parts, rapid.OneOf(rapid.String(), rapid.SampledFrom(strange[:20])).Draw(t, "part"))
		}
		text := strings.Join(parts, " ")
		want := w.naiveSearch(text)
		limit := rapid.SampledFrom([]int{1, 5, 50, MaxLimit}).Draw(t, "limit")
		hits, err := w.store.Search(context.Background(), Find{Text: text, Limit: limit})
		if err != nil || hits.Capped || len(hits.Items) != min(limit, len(want)) {
			t.Fatalf("%q: %d hits, capped %v, %v; want %d", text, len(hits.Items), hits.Capped, err, len(want))
		}
		for i, h := range hits.Items {
			if h.ID != want[i].id {
				t.Fatalf("%q: hit %d is %q; want %+v", text, i, h.Title, want[i])
			}
		}
	})
}

// Letters of any script, also those that are younger than SQLite's tables, are found as they are folded.
func TestAnyScriptIsFound(t *testing.T) {
	s := openLang(t, "en")
	rapid.Check(t, func(rt *rapid.T) {
		name := rapid.StringN(1, 12, -1).Draw(rt, "name")
		words := strings.Fields(data.Fold(name))
		if len(words) == 0 {
			return
		}
		org := &data.Organisation{Name: "x " + name}
		if _, err := s.Write(context.Background(), Batch{Kind: "put"}, func(tx *Tx) error { return tx.Save(org) }); err != nil {
			rt.Fatal(err)
		}
		hits, err := s.Search(context.Background(), Find{Text: org.Name, Limit: MaxLimit})
		if err != nil || !slices.ContainsFunc(hits.Items, func(h Hit) bool { return h.ID == org.ID }) {
			rt.Fatalf("%q (%q) is not found: %v", org.Name, words, err)
		}
	})
}

func TestSearchSaysThatItIsCapped(t *testing.T) {
	s := openLang(t, "en")
	var recs []data.Record
	for i := range SearchCap + 100 {
		recs = append(recs, &data.Contact{Meta: data.Meta{ID: uuid7(9, i)}, GivenName: "Ann", FamilyName: fmt.Sprintf("Baker %04d", 9999-i), Notes: "cap"})
	}
	keepAll(t, s, recs...)
	for _, tt := range []struct {
		text   string
		hits   int
		capped bool
	}{{"cap", DefaultLimit, true}, {"bak", DefaultLimit, true}, {"ann", DefaultLimit, false}, {"capx", 0, false}} {
		hits, err := s.Search(t.Context(), Find{Text: tt.text})
		if err != nil || hits.Capped != tt.capped || len(hits.Items) != tt.hits {
			t.Errorf("%s: %d hits, capped %v, %v", tt.text, len(hits.Items), hits.Capped, err)
		}
		for i, h := range hits.Items { // the best all the same, which here were made last
			if want := uuid7(9, SearchCap+99-i); h.ID != want {
				t.Fatalf("%s: hit %d is %s", tt.text, i, h.Title)
			}
		}
	}
}
