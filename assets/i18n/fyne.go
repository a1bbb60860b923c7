package i18n

import "embed"

//go:embed fyne/*.json
var fyneFiles embed.FS

// FyneTranslations is the catalogue of Fyne's own words in a language (dialogs, file
// chooser, edit menu, weekdays), as JSON for its package lang; English for a language
// that the program does not have. Every file has every key of Fyne's, so that one
// replaces the other completely when the language is switched.
func FyneTranslations(lang string) []byte {
	raw, err := fyneFiles.ReadFile("fyne/base." + lang + ".json")
	if err != nil && lang != "en" {
		return FyneTranslations("en")
	}
	return raw
}
