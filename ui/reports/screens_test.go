//go:build screenshots

package reports

import (
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"primadesk/ui/kit"
)

// TestScreens draws the screen as it is in docs/screens.
func TestScreens(t *testing.T) {
	folder := os.Getenv("PRIMADESK_SCREENS")
	if folder == "" {
		folder = t.TempDir()
	}
	test.NewTempApp(t)
	for _, shot := range []struct {
		name, lang, report string
		look               kit.Look
	}{
		{"reports-en", "en", "", kit.LookLight},
		{"reports-el-dark", "el", "", kit.LookDark},
		{"reports-readiness-en", "en", findingsOf, kit.LookLight},
	} {
		kit.Apply(kit.ThemeParams{Look: shot.look})
		d := open(t, sampled, shot.lang, kit.Inline())
		d.Open(shot.report)
		d.shell.win.SetContent(kit.Stack(kit.NewBox(kit.BoxStyle{Fill: kit.TokenGround}), d.Content()))
		d.shell.win.Resize(fyne.NewSize(1366-kit.U(kit.RailWidth), 768-kit.U(kit.StatusHeight)))
		if d.panel.findings != nil {
			d.panel.findings.table.Select(2)
			d.panel.findings.explain(2)
		}
		save(t, filepath.Join(folder, shot.name+".png"), d)
	}
}

func save(t *testing.T, path string, d *desk) {
	t.Helper()
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := png.Encode(f, d.shell.win.Canvas().Capture()); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}
