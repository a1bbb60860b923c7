package i18n

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"
)

// fyneKeys are the keys of fyne.io/fyne/v2 v2.8.1, lang/translations/base.en.json; a newer
// Fyne may have more.
const fyneKeys = `Advanced,Cancel,Confirm,Copy,Create Folder,Cut,Enter filename,Error,Favourites,File,Folder,New Folder,No,OK,Open,Paste,Quit,Redo,Save,Select all,Show Hidden Files,Undo,Yes,` +
	`file.name,file.parent,friday,friday.short,monday,monday.short,saturday,saturday.short,sunday,sunday.short,thursday,thursday.short,tuesday,tuesday.short,wednesday,wednesday.short`

func TestFyneSpeaksAllLanguages(t *testing.T) {
	want := strings.Split(fyneKeys, ",")
	for _, lang := range Languages {
		var all map[string]any
		if err := json.Unmarshal(FyneTranslations(lang), &all); err != nil {
			t.Errorf("%s: %v", lang, err)
			continue
		}
		if got := slices.Sorted(maps.Keys(all)); !slices.Equal(got, want) {
			t.Errorf("%s: keys %q", lang, got)
		}
		for key, value := range all {
			text, _ := value.(string)
			if forms, ok := value.(map[string]any); ok {
				text, _ = forms["other"].(string)
			}
			if problems := typography(lang, text); text == "" || len(problems) > 0 {
				t.Errorf("%s: %s is %q: %v", lang, key, text, problems)
			}
		}
	}
	if string(FyneTranslations("de")) != string(FyneTranslations("en")) {
		t.Error("an unknown language is not English")
	}
}
