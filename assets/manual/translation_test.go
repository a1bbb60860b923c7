package manual

import (
	"encoding/json"
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var (
	quoted  = regexp.MustCompile(`\*\*([^*]+)\*\*`)
	leading = regexp.MustCompile(`\]\(([^)]*)\)`)
	keycap  = regexp.MustCompile("`[^`]+`")
	heading = regexp.MustCompile(`(?m)^#+ `)
	item    = regexp.MustCompile(`(?m)^(- |\d+\. )`)
)

// complete are the languages in which every chapter is there.
var complete = []string{"en", "fr", "it", "es", "el", "nl"}

// A translation says what the English chapter says: as many headings, list items and links, the same keys, and the same controls.
func TestTranslationsAgree(t *testing.T) {
	english := controls(t, "en")
	for _, lang := range complete {
		there := controls(t, lang)
		for _, name := range Chapters() {
			en, text := chapterFile(t, "en", name), chapterFile(t, lang, name)
			for what, pattern := range map[string]*regexp.Regexp{"headings": heading, "list items": item} {
				if a, b := len(pattern.FindAllString(en, -1)), len(pattern.FindAllString(text, -1)); a != b {
					t.Errorf("%s/%s.md has %d %s, not %d", lang, name, b, what, a)
				}
			}
			for what, pattern := range map[string]*regexp.Regexp{"links": leading, "keys": keycap} {
				if a, b := sorted(pattern, en), sorted(pattern, text); what == "links" && !slices.Equal(a, b) || len(a) != len(b) {
					t.Errorf("%s/%s.md has the %s %q, not %q", lang, name, what, b, a)
				}
			}
			sameControls(t, lang+"/"+name, english, there, en, text)
		}
	}
}

// Every bold name is one that the language's screens show, letter by letter; and a translation quotes what the English chapter
// quotes.
func sameControls(t *testing.T, chapter string, english, there map[string][]string, en, text string) {
	t.Helper()
	var ids []string
	for _, name := range quotes(text) {
		if there[name] == nil {
			t.Errorf("%s: no screen has a control named %q", chapter, name)
		}
		ids = append(ids, there[name]...)
	}
	if a, b := len(quotes(en)), len(quotes(text)); a != b {
		t.Errorf("%s quotes %d controls, not %d", chapter, b, a)
	}
	for _, name := range quotes(en) {
		if !slices.ContainsFunc(english[name], func(id string) bool { return slices.Contains(ids, id) }) {
			t.Errorf("%s does not quote the control that English calls %q %v", chapter, name, english[name])
		}
	}
}

// quotes are the names of controls that a chapter has in bold.
func quotes(text string) []string {
	var all []string
	for _, m := range quoted.FindAllStringSubmatch(text, -1) {
		all = append(all, m[1])
	}
	return all
}

// controls are the texts of a language's catalogues with their ids, without the dots of a button that asks first.
func controls(t *testing.T, lang string) map[string][]string {
	t.Helper()
	files := os.DirFS("../i18n")
	names, err := fs.Glob(files, "*."+lang+".json")
	if err != nil || len(names) == 0 {
		t.Fatalf("no catalogues of %s: %v", lang, err)
	}
	all := map[string][]string{}
	for _, name := range names {
		raw, err := fs.ReadFile(files, name)
		if err != nil {
			t.Fatal(err)
		}
		var catalogue map[string]any
		if err := json.Unmarshal(raw, &catalogue); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for id, value := range catalogue {
			// What counts something names no control, and the command line has none.
			if text, ok := value.(string); ok && !strings.HasPrefix(id, "cli.") {
				text = strings.TrimRight(text, "… \u00a0\u202f")
				all[text] = append(all[text], id)
			}
		}
	}
	return all
}

func chapterFile(t *testing.T, lang, name string) string {
	t.Helper()
	raw, err := files.ReadFile(lang + "/" + name + ".md")
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

func sorted(pattern *regexp.Regexp, text string) []string {
	return slices.Sorted(slices.Values(pattern.FindAllString(text, -1)))
}
