package i18n

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// entry is one text of one language as its file has it.
type entry struct {
	file  string
	forms map[string]string // plural form → text; "" is a text without forms
}

// catalogue is a language's texts, of all parts.
type catalogue map[string]entry

// readCatalogues reads the files by itself, not through load, so that what the parser
// would forgive (an id twice in one file, an unknown form) is found.
func readCatalogues(t *testing.T) map[string]catalogue {
	t.Helper()
	all := map[string]catalogue{}
	for _, lang := range Languages {
		all[lang] = catalogue{}
	}
	names, err := fs.Glob(catalogues, "*.json")
	if err != nil || len(names) == 0 {
		t.Fatalf("no catalogues: %v", err)
	}
	for _, name := range names {
		part := strings.Split(name, ".")
		if len(part) != 3 || all[part[1]] == nil {
			t.Errorf("%s: is not called <part>.<lang>.json", name)
			continue
		}
		raw, err := catalogues.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if err := readInto(all[part[1]], name, raw); err != nil {
			t.Error(err)
		}
	}
	return all
}

func readInto(into catalogue, name string, raw []byte) error {
	d := json.NewDecoder(bytes.NewReader(raw))
	if tok, err := d.Token(); err != nil || tok != json.Delim('{') {
		return fmt.Errorf("%s: is not a JSON object (%w)", name, err)
	}
	for d.More() {
		tok, err := d.Token()
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		id := tok.(string)
		if old, twice := into[id]; twice {
			return fmt.Errorf("%s: %q stands also in %s", name, id, old.file)
		}
		var value any
		if err := d.Decode(&value); err != nil {
			return fmt.Errorf("%s: %s: %w", name, id, err)
		}
		forms, err := formsOf(value)
		if err != nil {
			return fmt.Errorf("%s: %s: %w", name, id, err)
		}
		into[id] = entry{name, forms}
	}
	_, err := d.Token()
	return err
}

func formsOf(value any) (map[string]string, error) {
	switch v := value.(type) {
	case string:
		return map[string]string{"": v}, nil
	case map[string]any:
		forms := map[string]string{}
		for form, text := range v {
			s, ok := text.(string)
			if !ok {
				return nil, fmt.Errorf("form %q is no text", form)
			}
			forms[form] = s
		}
		return forms, nil
	}
	return nil, fmt.Errorf("is neither a text nor plural forms")
}

// pluralForms are those that whole numbers need (CLDR): "many" is for millions.
var pluralForms = map[string][]string{
	"en": {"one", "other"}, "el": {"one", "other"}, "nl": {"one", "other"},
	"fr": {"many", "one", "other"}, "es": {"many", "one", "other"}, "it": {"many", "one", "other"},
}

var goodID = regexp.MustCompile(`^[a-z0-9_]+(\.[a-z0-9_]+)+$`)

func TestCataloguesAgree(t *testing.T) {
	all := readCatalogues(t)
	ids := map[string]bool{}
	for _, c := range all {
		for id := range c {
			ids[id] = true
		}
	}
	for _, id := range slices.Sorted(maps.Keys(ids)) {
		if !goodID.MatchString(id) {
			t.Errorf("%s: ids are small letters, digits and _ in parts between dots", id)
		}
		checkAgreement(t, id, all)
	}
}

func checkAgreement(t *testing.T, id string, all map[string]catalogue) {
	t.Helper()
	english, ok := all["en"][id]
	for _, lang := range Languages {
		e, has := all[lang][id]
		switch {
		case !has:
			t.Errorf("%s: missing in %s", id, lang)
			continue
		case !ok:
			continue
		case partOf(e.file) != partOf(english.file):
			t.Errorf("%s: in %s and in %s", id, e.file, english.file)
		}
		_, plain := e.forms[""]
		if _, plainEnglish := english.forms[""]; plain != plainEnglish {
			t.Errorf("%s: plural forms in one of en and %s only", id, lang)
		}
		if got := slices.Sorted(maps.Keys(e.forms)); !plain && !slices.Equal(got, pluralForms[lang]) {
			t.Errorf("%s: %s has the forms %v, needs %v", id, lang, got, pluralForms[lang])
		}
		for form, s := range e.forms {
			if strings.TrimSpace(s) == "" || s != strings.TrimSpace(s) {
				t.Errorf("%s: %s %s is empty or has space around it: %q", id, lang, form, s)
			}
		}
		if got, want := placeholdersOf(e), placeholdersOf(english); !slices.Equal(got, want) {
			t.Errorf("%s: %s has the placeholders %v, en has %v", id, lang, got, want)
		}
		for form, s := range e.forms {
			if strings.Count(s, "{{") != len(placeholder.FindAllString(s, -1)) {
				t.Errorf("%s: %s %s: placeholders are written {{.Name}}: %q", id, lang, form, s)
			}
		}
	}
}

func partOf(file string) string { part, _, _ := strings.Cut(file, "."); return part }

// placeholdersOf are the names in all forms together: "one" may leave {{.N}} out.
func placeholdersOf(e entry) []string {
	names := map[string]bool{}
	for _, s := range e.forms {
		for _, found := range placeholder.FindAllStringSubmatch(s, -1) {
			names[found[1]] = true
		}
	}
	return slices.Sorted(maps.Keys(names))
}

func TestLoadNamesWhatIsWrong(t *testing.T) {
	files := fstest.MapFS{
		"a.en.json": {Data: []byte(`{"x.y": "one", "x.z": "two"}`)},
		"b.en.json": {Data: []byte(`{"x.y": "again"}`)},
		"c.en.json": {Data: []byte(`{"x.`)},
		"d.fr.json": {Data: []byte(`{"x.y": "un"}`)},
	}
	got, err := load(files, "en")
	if err == nil || !strings.Contains(err.Error(), "a.en.json and in b.en.json") || !strings.Contains(err.Error(), "c.en.json") {
		t.Errorf("error %v", err)
	}
	if len(got) != 2 {
		t.Errorf("%d texts, want the two that can be read", len(got))
	}
	for _, lang := range Languages {
		if _, err := load(catalogues, lang); err != nil {
			t.Error(err)
		}
	}
}
