package shell

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"primadesk/assets/i18n"
)

// fyneWords puts Fyne's own words (file dialogs, the edit menu of a field) into our languages. Fyne takes its language
// from the system and has no setter; but what is added under the tag that it chose replaces its own.
type fyneWords struct{ tag fyne.Locale }

// probe is a key of ours that tells, by its value, which tag Fyne has chosen.
const probe = "primadesk.probe"

// newFyneWords finds the tag. The running app has initialised Fyne's texts by now.
func newFyneWords() *fyneWords {
	for _, tag := range []fyne.Locale{"en", "fr", "el", "es", "it", "nl", "cs", "de", "ja", "pl", "pt", "pt-BR", "ru", "sv", "ta", "uk", "zh-Hans"} {
		if err := lang.AddTranslationsForLocale(fmt.Appendf(nil, `{%q: %q}`, probe, tag), tag); err != nil {
			return &fyneWords{tag: "en"}
		}
	}
	return &fyneWords{tag: fyne.Locale(lang.X(probe, "en"))}
}

// speak replaces all of Fyne's words.
func (f *fyneWords) speak(language string) {
	// Our catalogues are checked by tests; what Fyne would not read stays in the language before.
	_ = lang.AddTranslationsForLocale(i18n.FyneTranslations(language), f.tag)
}
