//go:build screenshots

package help

import (
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"primadesk/ui/kit"
)

// TestScreensHelp draws a chapter into PRIMADESK_SCREENS.
func TestScreensHelp(t *testing.T) {
	for _, look := range []struct {
		lang, suffix string
		theme        kit.ThemeParams
	}{
		{"en", "", kit.ThemeParams{Look: kit.LookLight}}, {"el", "", kit.ThemeParams{Look: kit.LookLight}},
		{"el", "-dark", kit.ThemeParams{Look: kit.LookDark}}, {"nl", "-large", kit.ThemeParams{Scale: 1.5}},
	} {
		s, w := open(t, look.lang)
		fyne.CurrentApp().Settings().SetTheme(kit.NewTheme(look.theme))
		s.Open("contacts")
		w.Resize(fyne.NewSize(1171, 742))
		f, err := os.Create(filepath.Join(os.Getenv("PRIMADESK_SCREENS"), "help-"+look.lang+look.suffix+".png"))
		if err != nil {
			t.Fatal(err)
		}
		if err := png.Encode(f, w.Canvas().Capture()); err != nil {
			t.Fatal(err)
		}
		_ = f.Close()
	}
}
