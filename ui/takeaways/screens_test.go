//go:build screenshots

package takeaways

import (
	"testing"

	"primadesk/ui/fields"
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
		s, sh := open(t, screentest.Params{Lang: x.lang, Look: x.look, Today: "2026-12-05"})
		id := s.ids()[4]
		change(t, sh, id, outdate)
		s.setFilter(filterLanguage, "fr:"+stale)
		s.setFilter(filterLanguage, "")
		s.Open(id)
		s.pane.Control("text").(*fields.Texts).Choose("it")
		sh.Capture(t, "takeaways"+x.name)
		s.look(byFollowUp)
		sh.Capture(t, "takeaways-follow-ups"+x.name)
	}
}
