package sample

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"primadesk/data"
)

// Two translations are left undone, so that their marks can be seen.
const (
	staleAt   = "01a19467-e800-7014-8000-000000000005 text el"
	missingAt = "01a19467-e800-7014-8000-000000000014 text nl"
)

func TestSixLanguages(t *testing.T) {
	marks := map[string]int{}
	for _, r := range read(t) {
		fields(r.entity.Columns, r.rec, func(c *data.Column, p any) {
			texts, ok := p.(*data.Texts)
			if !ok || texts.Empty() {
				return
			}
			for _, lang := range data.Languages {
				at := fmt.Sprintf("%s %s %s", r.rec.Head().ID, c.ID, lang)
				switch {
				case texts.In[lang] == "":
					marks["missing "+at]++
				case texts.Stale(lang):
					marks["stale "+at]++
				}
			}
		})
	}
	for _, want := range []string{"stale " + staleAt, "missing " + missingAt} {
		if marks[want] != 1 {
			t.Errorf("it is not so that %s", want)
		}
		delete(marks, want)
	}
	for mark := range marks {
		t.Error(mark)
	}
}

func TestTextsThatAreNeeded(t *testing.T) {
	all := read(t)
	for _, p := range of[*data.Project](all) {
		if p.Name.Empty() || p.GrantingAuthority.Empty() || p.Notice.Empty() {
			t.Error("the project lacks its title, its authority or its notice")
		}
	}
	for _, e := range of[*data.Event](all) {
		if e.Name.Empty() || e.Description.Empty() || e.Account.Empty() == e.Held() {
			t.Errorf("%s: a held event has an account, a planned one has none, all have a description", e.Number)
		}
	}
}

// sixth lists runs of words of the project's newsletter of July 2025, whose facts
// are used here and whose sentences are not.
var sixth = []string{
	"nous continuons à nouer des alliances solides afin de soutenir",
	"relient les territoires les organisations et les personnes engagées en faveur",
	"réunissant les parties prenantes afin de diffuser le projet",
	"promouvoir l inclusion et l emploi digne des migrantes",
	"créer des liens significatifs entre les migrantes et les communautés locales",
	"inspirer l emploi inclusif grâce au partage de stratégies pratiques",
	"des professionnelles des expertes et des parties prenantes du marché du travail",
	"identification des domaines nécessitant un soutien supplémentaire",
	"de promouvoir des solutions coopératives durables et inclusives dans le secteur primaire",
	"renforcement des liens entre les migrantes et les organisations locales",
	"professionnelles travaillant dans le domaine de l inclusion sociale et professionnelle",
	"le besoin urgent de systèmes de soutien plus inclusifs et coordonnés",
	"identification des lacunes dans les services et la protection des migrantes",
	"promotion du dialogue entre les parties prenantes locales et nationales",
	"ont organisé le premier événement de réseautage à chypre",
	"explorer les possibilités de collaboration avec des organisations travaillant avec",
	"soutenir l inclusion des migrantes dans l agriculture la pêche et d autres industries",
	"les partenaires continueront à affiner le cadre en s appuyant sur les idées",
}

const runLength = 6

func TestOurOwnWords(t *testing.T) {
	taken := map[string]bool{}
	for _, s := range sixth {
		for _, run := range runs(s) {
			taken[run] = true
		}
	}
	if len(taken) == 0 {
		t.Fatal("nothing to compare with")
	}
	for _, r := range read(t) {
		fields(r.entity.Columns, r.rec, func(c *data.Column, p any) {
			texts, ok := p.(*data.Texts)
			if !ok {
				return
			}
			for _, run := range runs(texts.In["fr"]) {
				if taken[run] {
					t.Errorf("%s %s: %q is the newsletter's", r.rec.Head().ID, c.ID, run)
				}
			}
		})
	}
}

// runs gives every run of six words of a text, in lower case; the point inside a
// word, as in migrant·es, is passed over.
func runs(s string) []string {
	words := strings.FieldsFunc(strings.ToLower(strings.ReplaceAll(s, "·", "")), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
	var out []string
	for i := 0; i+runLength <= len(words); i++ {
		out = append(out, strings.Join(words[i:i+runLength], " "))
	}
	return out
}

var (
	straight = regexp.MustCompile(`\pL'`)
	loose    = regexp.MustCompile(`[^\x{a0}][:»]|«[^\x{a0}]|[^\x{202f}][;!?]`)
)

func TestTypography(t *testing.T) {
	for _, r := range read(t) {
		fields(r.entity.Columns, r.rec, func(c *data.Column, p any) {
			texts, ok := p.(*data.Texts)
			if !ok {
				return
			}
			for lang, s := range texts.In {
				if straight.MatchString(s) || strings.Contains(s, "  ") {
					t.Errorf("%s %s %s: a straight apostrophe or two spaces", r.rec.Head().ID, c.ID, lang)
				}
				if lang == "fr" && loose.MatchString(s) {
					t.Errorf("%s %s: French wants a no-break space: %q", r.rec.Head().ID, c.ID, s)
				}
			}
		})
	}
}
