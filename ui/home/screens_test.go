//go:build screenshots

package home

import (
	"testing"

	"primadesk/data"
	"primadesk/ui/kit"
	"primadesk/ui/screen/screentest"
)

// TestScreens draws the screen into the folder that PRIMADESK_SCREENS names.
func TestScreens(t *testing.T) {
	for _, x := range []struct {
		name, lang string
		look       kit.ThemeParams
	}{
		{"-en", "en", kit.ThemeParams{Look: kit.LookLight}},
		{"-el-dark", "el", kit.ThemeParams{Look: kit.LookDark}},
		{"-nl-large", "nl", kit.ThemeParams{Look: kit.LookLight, Scale: 1.5}},
	} {
		_, sh := shown(t, screentest.Params{Lang: x.lang, Look: x.look, Today: day}, nil)
		sh.Capture(t, "home"+x.name)
		_, sh = shown(t, screentest.Params{Lang: x.lang, Look: x.look, Today: day, Empty: true}, made)
		screentest.Keep(t, sh.Work, &data.Contact{GivenName: "Μαρία", FamilyName: "Δοκιμή"})
		sh.Capture(t, "home-first"+x.name)
	}
}
