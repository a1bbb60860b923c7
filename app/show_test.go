package app_test

import (
	"testing"

	"primadesk/app"
	"primadesk/assets/i18n"
	"primadesk/data"
)

// A box that is ticked reads as yes, whatever it is about.
func TestABoxReadsAsYes(t *testing.T) {
	col, _ := data.EntityOf((*data.Contact)(nil)).Column("suppressed")
	for lang, want := range map[string]string{"en": "Yes", "fr": "Oui", "el": "Ναι"} {
		v := app.Viewer{P: i18n.For(lang)}
		if got := v.Text(col, &data.Contact{Suppressed: true}); got != want {
			t.Errorf("%s: ticked reads as %q", lang, got)
		}
		if got := v.Text(col, &data.Contact{}); got != "" {
			t.Errorf("%s: not ticked reads as %q", lang, got)
		}
	}
}
