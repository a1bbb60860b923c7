//go:build screenshots

package bulletin

import (
	"testing"

	"primadesk/ui/screen/screentest"
)

// TestScreens draws the screen into the folder that PRIMADESK_SCREENS names.
func TestScreens(t *testing.T) {
	for _, x := range screentest.Looks {
		d := open(t, screentest.Params{Lang: x.Lang, Look: x.Theme, Today: "2025-09-25"})
		d.sh.Capture(t, "bulletin"+x.Name)
		d.Pane().Reveal("events")
		d.side.choose("nl")
		d.side.turn(viewGaps)
		d.sh.Capture(t, "bulletin-gaps"+x.Name)
		d.side.turn(viewAudience)
		d.Pane().SetTab("logos")
		d.sh.Capture(t, "bulletin-recipients"+x.Name)
		d.askWrite()
		d.sh.Capture(t, "bulletin-write"+x.Name)
	}
}
