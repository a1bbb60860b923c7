// Package i18n puts what a user reads into words: the catalogues of the six
// languages, and how each writes numbers, dates, lists, quotations and the names
// of countries. Any language can be asked for at any time, because a report's is
// not always the window's. It knows neither the domain nor the screen.
//
// How catalogues are written, and how to add a text: docs/decisions/0002-catalogues.md.
package i18n

import (
	"slices"
	"strings"
	"sync"

	goi18n "github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"
)

// Languages are the languages of the program (ISO 639-1), in the order of the language menu.
var Languages = []string{"en", "fr", "el", "es", "it", "nl"}

// Name is a language's name in its own words: "Ελληνικά".
func Name(lang string) string { return conventionOf(lang).name }

// Printer writes in one language. It is made once, never changes, and may be used
// from any goroutine.
type Printer struct {
	lang string
	convention
	custom    Custom
	texts     map[string]text
	localizer *goi18n.Localizer
	countries func() countryNames
}

// printers are made when first asked for: a command that speaks Greek reads no Dutch.
var printers = func() map[string]func() *Printer {
	all := make(map[string]func() *Printer, len(Languages))
	for _, lang := range Languages {
		all[lang] = sync.OnceValue(func() *Printer { return newPrinter(lang) })
	}
	return all
}()

// For gives the printer of a language; English for one that the program does not have.
func For(lang string) *Printer {
	if p, ok := printers[lang]; ok {
		return p()
	}
	return printers["en"]()
}

// Match picks the program's language that suits the first of the given locales it
// can serve, as systems write them: "el_GR.UTF-8", "fr-BE", "it". English if none.
func Match(locales ...string) string {
	ours := make([]language.Tag, len(Languages))
	for i, lang := range Languages {
		ours[i] = language.Make(lang)
	}
	matcher := language.NewMatcher(ours)
	for _, locale := range locales {
		locale, _, _ = strings.Cut(locale, ".")
		locale, _, _ = strings.Cut(locale, "@")
		tag, err := language.Parse(strings.ReplaceAll(locale, "_", "-"))
		if err != nil {
			continue
		}
		if _, i, sure := matcher.Match(tag); sure >= language.High {
			return Languages[i]
		}
	}
	return "en"
}

func newPrinter(lang string) *Printer {
	// A broken catalogue costs its own texts, which then show as their ids; the
	// tests name the file. The rest of the program stays usable.
	messages, _ := load(catalogues, lang)
	p := &Printer{lang: lang, convention: conventionOf(lang), texts: make(map[string]text, len(messages))}
	bundle := goi18n.NewBundle(p.tag)
	_ = bundle.AddMessages(p.tag, messages...) // fails only for a language without plural rules
	for _, m := range messages {
		p.texts[m.ID] = newText(m)
	}
	p.localizer = goi18n.NewLocalizer(bundle, lang)
	p.countries = sync.OnceValue(p.nameCountries)
	return p
}

// Lang is the printer's language.
func (p *Printer) Lang() string { return p.lang }

// Has tells whether there is a text of that id.
func (p *Printer) Has(id string) bool { _, ok := p.texts[id]; return ok }

// Plural tells whether a message has plural forms, and so is asked for with N.
func (p *Printer) Plural(id string) bool { return p.texts[id].forms }

// T is the text of an id. Args are pairs of a placeholder's name and its value:
// T("err.file", "File", name). A text that the language lacks is given in English,
// an unknown id in brackets; a placeholder without a value shows as "…".
func (p *Printer) T(id string, args ...any) string {
	t, ok := p.texts[id]
	switch {
	case ok && t.plain:
		return t.other
	case ok:
		return p.fill(id, t, nil, args)
	case p.lang != "en":
		return For("en").T(id, args...)
	}
	return "[" + id + "]"
}

// N is the text of an id in the plural form that n asks for. {{.N}} is n as the
// language writes it.
func (p *Printer) N(id string, n int, args ...any) string {
	t, ok := p.texts[id]
	switch {
	case ok:
		return p.fill(id, t, &n, args)
	case p.lang != "en":
		return For("en").N(id, n, args...)
	}
	return "[" + id + "]"
}

func (p *Printer) fill(id string, t text, n *int, args []any) string {
	values := make(map[string]any, len(t.names))
	for _, name := range t.names {
		values[name] = "…"
	}
	for pair := range slices.Chunk(args, 2) {
		if name, ok := pair[0].(string); ok && len(pair) == 2 {
			values[name] = pair[1]
		}
	}
	config := goi18n.LocalizeConfig{MessageID: id, TemplateData: values}
	if n != nil {
		values["N"] = p.Number(*n)
		config.PluralCount = *n
	}
	s, err := p.localizer.Localize(&config)
	if err != nil {
		return "[" + id + "]"
	}
	return s
}
