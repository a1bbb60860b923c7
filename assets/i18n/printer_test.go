package i18n

import (
	"fmt"
	"strings"
	"sync"
	"testing"
)

func TestEveryLanguageHasItsPrinter(t *testing.T) {
	for _, lang := range Languages {
		p := For(lang)
		if p.Lang() != lang || !strings.HasPrefix(p.ExcelLanguageTag(), lang+"-") {
			t.Errorf("For(%s) is %s, %s", lang, p.Lang(), p.ExcelLanguageTag())
		}
		if len(p.texts) != len(For("en").texts) {
			t.Errorf("%s: %d texts", lang, len(p.texts))
		}
	}
	if For("de").Lang() != "en" || For("").Lang() != "en" {
		t.Error("an unknown language is not English")
	}
	if Name("el") != "Ελληνικά" || Name("nl") != "Nederlands" {
		t.Error("names in their own words")
	}
}

func TestMatch(t *testing.T) {
	for _, c := range []struct {
		given []string
		want  string
	}{
		{[]string{"el_GR.UTF-8"}, "el"},
		{[]string{"fr-BE"}, "fr"},
		{[]string{"nl_BE@euro"}, "nl"},
		{[]string{"it"}, "it"},
		{[]string{"es-419"}, "es"},
		{[]string{"de_DE.UTF-8", "it_IT.UTF-8"}, "it"},
		{[]string{"C.UTF-8"}, "en"},
		{[]string{"POSIX"}, "en"},
		{[]string{"", "zz-ZZ-ZZ"}, "en"},
		{nil, "en"},
		{[]string{"en_US"}, "en"},
		{[]string{"ja"}, "en"},
	} {
		if got := Match(c.given...); got != c.want {
			t.Errorf("Match(%q) = %s, want %s", c.given, got, c.want)
		}
	}
}

func TestTexts(t *testing.T) {
	en, el := For("en"), For("el")
	if got := el.T("enum.event_status.confirmed"); got != "Επιβεβαιωμένη" {
		t.Errorf("a plain text: %q", got)
	}
	if got := en.T("statement.authority.other", "Name", "<A & B>"); got != "the <A & B>" {
		t.Errorf("a placeholder: %q", got)
	}
	if got := en.T("statement.authority.other"); got != "the …" {
		t.Errorf("a placeholder without a value: %q", got)
	}
	if got := en.T("statement.authority.other", "Name"); got != "the …" {
		t.Errorf("a name without a value: %q", got)
	}
	if got := el.T("no.such_text"); got != "[no.such_text]" || el.Has("no.such_text") {
		t.Errorf("an unknown id: %q", got)
	}
	if got := el.N("no.such_text", 3); got != "[no.such_text]" {
		t.Errorf("an unknown plural: %q", got)
	}
}

func TestPlurals(t *testing.T) {
	for _, c := range []struct {
		lang string
		n    int
		want string
	}{
		{"en", 0, "0 events"}, {"en", 1, "1 event"}, {"en", 1208, "1,208 events"},
		{"fr", 0, "0 événement"}, {"fr", 1, "1 événement"}, {"fr", 2, "2 événements"}, {"fr", 1000000, "1\u202f000\u202f000 d’événements"},
		{"el", 1, "1 εκδήλωση"}, {"el", 1208, "1.208 εκδηλώσεις"},
		{"es", 1, "1 evento"}, {"es", 1208, "1208 eventos"}, {"es", 2000000, "2.000.000 de eventos"},
		{"it", 1, "1 evento"}, {"it", 3, "3 eventi"}, {"it", 1000000, "1.000.000 di eventi"},
		{"nl", 1, "1 evenement"}, {"nl", 5, "5 evenementen"},
	} {
		if got := For(c.lang).Count("event", c.n); got != c.want {
			t.Errorf("%s %d: %q, want %q", c.lang, c.n, got, c.want)
		}
	}
}

func TestWordsOfTheDictionary(t *testing.T) {
	fr := For("fr")
	if got := fr.Enum("gender", "female") + fr.Enum("gender", ""); got != "Femme" {
		t.Errorf("enum %q", got)
	}
	if got, ok := fr.Word("event_type", "round_table"); got != "Table ronde" || !ok {
		t.Errorf("word %q", got)
	}
	if got, ok := fr.Word("event_type", "picnic"); got != "picnic" || ok {
		t.Errorf("a word that users added: %q %v", got, ok)
	}
	if fr.Entity("work_package") != "Lot de travail" || fr.Entities("work_package") != "Lots de travail" {
		t.Error("names of records")
	}
	if fr.FieldShort("work_package") != "Lot" || fr.FieldShort("country") != "Pays" {
		t.Error("short labels")
	}
}

func TestStatements(t *testing.T) {
	const commission = "Funded by the European Union. Views and opinions expressed are however those of the author(s) only and do not necessarily reflect those of the European Union or the European Commission. Neither the European Union nor the granting authority can be held responsible for them."
	for _, authority := range []string{"", "European Commission", "the European Commission", "Ευρωπαϊκή Επιτροπή"} {
		if got := For("en").Disclaimer(authority); got != commission {
			t.Errorf("%q: %q", authority, got)
		}
	}
	if got := For("it").Disclaimer("European Commission"); !strings.Contains(got, "o della Commissione europea. Né l’Unione") {
		t.Errorf("Italian: %q", got)
	}
	if got := For("el").Disclaimer("REA"); !strings.Contains(got, "ή της χορηγούσας αρχής (REA).") {
		t.Errorf("another authority: %q", got)
	}
	if For("nl").FundingStatement("co_funded_by") != "Medegefinancierd door de Europese Unie" ||
		For("nl").FundingStatement("funded_by") != "Gefinancierd door de Europese Unie" {
		t.Error("funding statements")
	}
}

func TestPrintersServeManyAtOnce(t *testing.T) {
	var all sync.WaitGroup
	for i := range 24 {
		all.Go(func() {
			p := For(Languages[i%len(Languages)])
			for n := range 50 {
				if got := p.Count("contact", n); !strings.HasPrefix(got, fmt.Sprint(n)) {
					t.Errorf("%s: %q", p.Lang(), got)
				}
				p.Country("GR")
				p.Collator().CompareString("α", "β")
			}
		})
	}
	all.Wait()
}

func BenchmarkT(b *testing.B) {
	p := For("el")
	for b.Loop() {
		p.T("enum.event_status.confirmed")
	}
}

func BenchmarkN(b *testing.B) {
	p := For("el")
	for b.Loop() {
		p.N("entity.event", 1208)
	}
}
