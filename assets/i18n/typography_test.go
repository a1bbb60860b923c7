package i18n

import (
	"encoding/json"
	"flag"
	"io/fs"
	"os"
	"regexp"
	"strings"
	"testing"
	"unicode"
)

// go test ./assets/i18n -run Typography -fix mends in the files what has one right form:
// the French spaces, and the apostrophes.
var fix = flag.Bool("fix", false, "mend spaces and apostrophes in the catalogues")

func TestTypography(t *testing.T) {
	if *fix {
		mendFiles(t)
	}
	for lang, c := range readCatalogues(t) {
		for id, e := range c {
			for _, s := range e.forms {
				for _, problem := range typography(lang, placeholder.ReplaceAllString(s, "{}")) {
					t.Errorf("%s: %s: %s: %q", e.file, id, problem, s)
				}
			}
		}
	}
}

var (
	straight      = regexp.MustCompile(`\pL'\pL|\pL'\{`)
	frenchTight   = regexp.MustCompile(`[^\s\x{a0}\x{202f}!?;:.…»)][;!?:](\s|$|[\x{a0}\x{202f}»)])|«[^\x{a0}\x{202f}]|[^\x{a0}\x{202f}]»`)
	frenchLoose   = regexp.MustCompile(`[ ][;!?:»]|« `)
	spaceInside   = regexp.MustCompile(` {2,}`)
	greekWord     = regexp.MustCompile(`\pL[\pL\pM]*`)
	greekSyllable = regexp.MustCompile(`(ει|οι|υι|ι|υ)(αι|ει|οι|ου|[αεηιουω])|αι|ει|οι|υι|ου|αυ|ευ|ηυ|[αεηιουωϊϋ]`)
)

func typography(lang, s string) (problems []string) {
	if spaceInside.MatchString(s) {
		problems = append(problems, "two spaces")
	}
	switch lang {
	case "fr":
		if straight.MatchString(s) {
			problems = append(problems, "a straight apostrophe; write ’")
		}
		if frenchTight.MatchString(s) || frenchLoose.MatchString(s) {
			problems = append(problems, "no no-break space before ; : ? ! or inside « »")
		}
	case "it":
		if straight.MatchString(s) {
			problems = append(problems, "a straight apostrophe; write ’")
		}
	case "es":
		if strings.Count(s, "?") != strings.Count(s, "¿") || strings.Count(s, "!") != strings.Count(s, "¡") {
			problems = append(problems, "¿ ? and ¡ ! come in pairs")
		}
	case "el":
		problems = append(problems, greekProblems(s)...)
	}
	return problems
}

func greekProblems(s string) (problems []string) {
	if strings.Contains(s, "?") {
		problems = append(problems, "the Greek question mark is ;")
	}
	for _, at := range greekWord.FindAllStringIndex(s, -1) {
		word := s[at[0]:at[1]]
		greek, latin := 0, 0
		for _, r := range word {
			switch {
			case unicode.Is(unicode.Greek, r):
				greek++
			case unicode.Is(unicode.Latin, r):
				latin++
			}
		}
		switch abbreviated := strings.HasPrefix(s[at[1]:], "."); {
		case greek > 0 && latin > 0:
			problems = append(problems, "Greek and Latin letters in the word "+word)
		case greek > 0 && !abbreviated && lacksTonos(word):
			problems = append(problems, "no accent on "+word)
		}
	}
	return problems
}

// lacksTonos tells whether a Greek word of certainly more than one syllable has no accent.
// Capitals throughout have none. Iota and upsilon before a vowel may be one syllable with
// it (για, ποιος), so they count as one.
func lacksTonos(word string) bool {
	if word == strings.ToUpper(word) || strings.ContainsAny(word, "άέήίόύώΐΰΆΈΉΊΌΎΏ") {
		return false
	}
	return len(greekSyllable.FindAllString(strings.ToLower(word), -1)) > 1
}

func TestTypographyFindsWhatIsWrong(t *testing.T) {
	for _, c := range []struct {
		lang, text string
		wrong      bool
	}{
		{"fr", "L'événement", true},
		{"fr", "L’événement", false},
		{"fr", "Le fichier {}: introuvable", true},
		{"fr", "Le fichier {} : introuvable", true},
		{"fr", "Le fichier {}\u00a0: introuvable", false},
		{"fr", "Supprimer\u202f?", false},
		{"fr", "Supprimer?", true},
		{"fr", "«\u00a0{}\u00a0» à 10:00", false},
		{"fr", "« {} »", true},
		{"it", "L'evento", true},
		{"es", "Borrar?", true},
		{"es", "¿Borrar?", false},
		{"el", "Εκδηλωση", true},
		{"el", "Εκδήλωση για ποιον;", false},
		{"el", "Eκδήλωση", true}, // a Latin E
		{"el", "ΠΡΟΣΩΠΟ και τηλ. {}", false},
		{"el", "Αρχείο JSON", false},
		{"el", "Διαγραφή?", true},
		{"en", "Two  spaces", true},
	} {
		if got := typography(c.lang, c.text); (len(got) > 0) != c.wrong {
			t.Errorf("%s %q: %v", c.lang, c.text, got)
		}
	}
}

// TestGreekIsGreek finds texts left in English: a Greek text has Greek letters unless the
// English one is only names and abbreviations.
func TestGreekIsGreek(t *testing.T) {
	all := readCatalogues(t)
	for id, e := range all["el"] {
		for form, s := range e.forms {
			s = placeholder.ReplaceAllString(s, "")
			hasGreek := strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Greek, r) })
			hasWord := regexp.MustCompile(`\p{Ll}{3}`).MatchString(s)
			if !hasGreek && hasWord && !onlyNames.MatchString(s) {
				t.Errorf("%s: %s %s is not Greek: %q", e.file, id, form, s)
			}
		}
	}
}

// onlyNames matches a text of nothing but names that stay Latin in Greek.
var onlyNames = regexp.MustCompile(`^[\s\d\pP]*((Primadesk|PRIMADESK|Excel|Word|Outlook|LibreOffice|JSON Lines|Markdown|SQLite|Facebook|LinkedIn|Ctrl|Shift|Enter|Esc|Escape|Alt|Tab|primadesk|jsonl|csv|xlsx)[\s\d\pP+]*)+$`)

var (
	mendApostrophe = regexp.MustCompile(`(\pL)'(\pL|\{)`)
	mendMark       = regexp.MustCompile(`([^\s\x{a0}\x{202f}!?;:.…»)\\])? ?([;!?:])(["\s»)\\])`)
	mendOpen       = regexp.MustCompile(`«[ ]?([^\x{a0}\x{202f} ])`)
	mendClose      = regexp.MustCompile(`([^\x{a0}\x{202f} ])[ ]?»`)
)

// mend gives a text its one right form: U+00A0 before a colon and inside « », U+202F
// before ; ! and ?.
func mend(lang, s string) string {
	if lang == "fr" || lang == "it" {
		s = mendApostrophe.ReplaceAllString(s, "$1’$2")
	}
	if lang != "fr" {
		return s
	}
	s = mendOpen.ReplaceAllString(s, "«\u00a0$1")
	s = mendClose.ReplaceAllString(s, "$1\u00a0»")
	s = mendMark.ReplaceAllStringFunc(s+" ", func(m string) string {
		found := mendMark.FindStringSubmatch(m)
		if found[1] == "" {
			return m
		}
		space := narrow
		if found[2] == ":" {
			space = nbsp
		}
		return found[1] + space + found[2] + found[3]
	})
	return strings.TrimSuffix(s, " ")
}

func TestMend(t *testing.T) {
	for given, want := range map[string]string{
		"L'hôte: « a »":      "L’hôte\u00a0: «\u00a0a\u00a0»",
		"Vraiment ?":         "Vraiment\u202f?",
		"{{.N}} dates; fin!": "{{.N}} dates\u202f; fin\u202f!",
		"à 10:00":            "à 10:00",
	} {
		if got := mend("fr", given); got != want {
			t.Errorf("%q becomes %q, want %q", given, got, want)
		}
	}
}

var jsonText = regexp.MustCompile(`(:\s*)("(?:[^"\\]|\\.)*")`)

// mendFiles changes the texts in place and leaves the files' layout as it is.
func mendFiles(t *testing.T) {
	t.Helper()
	names, err := fs.Glob(os.DirFS("."), "*.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		lang := strings.Split(name, ".")[1]
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		mended := jsonText.ReplaceAllStringFunc(string(raw), func(m string) string {
			found := jsonText.FindStringSubmatch(m)
			var s string
			if json.Unmarshal([]byte(found[2]), &s) != nil || mend(lang, s) == s {
				return m
			}
			var b strings.Builder
			e := json.NewEncoder(&b)
			e.SetEscapeHTML(false)
			if e.Encode(mend(lang, s)) != nil {
				return m
			}
			return found[1] + strings.TrimSuffix(b.String(), "\n")
		})
		if mended == string(raw) {
			continue
		}
		if err := os.WriteFile(name, []byte(mended), 0o644); err != nil {
			t.Fatal(err)
		}
		t.Errorf("%s: mended; run the test again", name)
	}
}
