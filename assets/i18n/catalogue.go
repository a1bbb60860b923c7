package i18n

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"

	goi18n "github.com/nicksnyder/go-i18n/v2/i18n"
)

// catalogues are all files <part>.<lang>.json of this folder: a new part needs no
// line of code.
//
//go:embed *.json
var catalogues embed.FS

// text is a message with what is asked of it often.
type text struct {
	other string
	plain bool     // neither placeholders nor plural forms
	forms bool     // plural forms
	names []string // of its placeholders
}

var placeholder = regexp.MustCompile(`\{\{\s*\.(\w+)\s*\}\}`)

func newText(m *goi18n.Message) text {
	t := text{other: m.Other}
	forms := strings.Join([]string{m.Zero, m.One, m.Two, m.Few, m.Many, m.Other}, "\n")
	for _, found := range placeholder.FindAllStringSubmatch(forms, -1) {
		if !slices.Contains(t.names, found[1]) {
			t.names = append(t.names, found[1])
		}
	}
	t.forms = m.One != ""
	t.plain = m.One == "" && !strings.Contains(m.Other, "{{")
	return t
}

// load reads every part of a language. What can be read is returned along with the
// errors: a file that is no catalogue, an id that two parts claim.
func load(files fs.FS, lang string) ([]*goi18n.Message, error) {
	names, err := fs.Glob(files, "*."+lang+".json")
	if err != nil {
		return nil, fmt.Errorf("catalogues of %s: %w", lang, err)
	}
	var all []*goi18n.Message
	var problems []error
	from := map[string]string{}
	for _, name := range names {
		raw, err := fs.ReadFile(files, name)
		if err != nil {
			problems = append(problems, fmt.Errorf("catalogue %s: %w", name, err))
			continue
		}
		file, err := goi18n.ParseMessageFileBytes(raw, path.Base(name), nil)
		if err != nil {
			problems = append(problems, fmt.Errorf("catalogue %s: %w", name, err))
			continue
		}
		for _, m := range file.Messages {
			if other, twice := from[m.ID]; twice {
				problems = append(problems, fmt.Errorf("%q is in %s and in %s", m.ID, other, name))
				continue
			}
			from[m.ID] = name
			all = append(all, m)
		}
	}
	return all, errors.Join(problems...)
}
