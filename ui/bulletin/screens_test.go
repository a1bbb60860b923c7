//go:build screenshots

package bulletin

import (
	"testing"

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
		{"-el", "el", kit.ThemeParams{Look: kit.LookLight}},
		{"-el-dark", "el", kit.ThemeParams{Look: kit.LookDark}},
		{"-nl-large", "nl", kit.ThemeParams{Look: kit.LookLight, Scale: 1.5}},
	} {
		d := open(t, screentest.Params{Lang: x.lang, Look: x.look, Today: "2025-09-25"})
		d.sh.Capture(t, "bulletin"+x.name)
		d.Pane().Reveal("events")
		d.side.choose("nl")
		d.side.turn(viewGaps)
		d.sh.Capture(t, "bulletin-gaps"+x.name)
		d.side.turn(viewAudience)
		d.Pane().SetTab("logos")
		d.sh.Capture(t, "bulletin-recipients"+x.name)
		d.askWrite()
		d.sh.Capture(t, "bulletin-write"+x.name)
	}
}
