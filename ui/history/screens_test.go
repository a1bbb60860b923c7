//go:build screenshots

package history

import (
	"os"
	"testing"

	"primadesk/data"
	"primadesk/ui/kit"
	"primadesk/ui/screen/screentest"
)

// TestScreensHistory draws what was done and the trash into PRIMADESK_SCREENS.
func TestScreensHistory(t *testing.T) {
	if os.Getenv("PRIMADESK_SCREENS") == "" {
		t.Fatal("PRIMADESK_SCREENS names no folder")
	}
	for _, look := range []struct {
		lang, suffix string
		theme        kit.ThemeParams
	}{
		{"en", "", kit.ThemeParams{Look: kit.LookLight}}, {"el", "", kit.ThemeParams{Look: kit.LookLight}},
		{"el", "-dark", kit.ThemeParams{Look: kit.LookDark}},
		{"nl", "-large", kit.ThemeParams{Look: kit.LookLight, Scale: 1.5}},
	} {
		t.Run(look.lang, func(t *testing.T) {
			s, shell := shown(t, screentest.Params{Lang: look.lang, Look: look.theme})
			o := edited(t, shell)
			s.changes.table.Select(0)
			s.changes.selected(0)
			shell.Capture(t, "history-"+look.lang+look.suffix)
			if _, err := shell.Work.Records.Trash(t.Context(), data.EntityOf(o), o.ID); err != nil {
				t.Fatal(err)
			}
			s.Commands()[0].Do()
			shell.Capture(t, "trash-"+look.lang+look.suffix)
		})
	}
}
