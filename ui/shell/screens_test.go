//go:build screenshots

package shell

import (
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"primadesk/assets/i18n"
	"primadesk/ui/kit"
)

// TestScreensShell draws the first start, Home in the frame, and the settings into PRIMADESK_SCREENS.
func TestScreensShell(t *testing.T) {
	folder := os.Getenv("PRIMADESK_SCREENS")
	if folder == "" {
		t.Fatal("PRIMADESK_SCREENS names no folder")
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	for _, look := range []struct {
		suffix, theme string
		scale         float64
		langs         []string
	}{
		{"", "light", 1, i18n.Languages},
		{"-dark", "dark", 1, []string{"en", "el"}},
		{"-large", "light", 1.5, []string{"nl"}},
		{"-huge", "light", 2, []string{"el"}},
	} {
		for _, lang := range look.langs {
			t.Run(lang+look.suffix, func(t *testing.T) {
				w := newWorld(t, true, func(p *Params) {
					p.Screens = Screens(kit.Inline())
					for _, err := range []error{p.Settings.SetTheme(look.theme), p.Settings.SetScale(look.scale)} {
						if err != nil {
							t.Fatal(err)
						}
					}
				})
				shoot := func(name string) {
					f, err := os.Create(filepath.Join(folder, name+"-"+lang+look.suffix+".png"))
					if err != nil {
						t.Fatal(err)
					}
					defer f.Close()
					w.win.Resize(fyne.NewSize(1366, 768))
					if err := png.Encode(f, w.win.Canvas().Capture()); err != nil {
						t.Fatal(err)
					}
				}
				shoot("welcome-language")
				w.setLanguage(lang)
				shoot("welcome-task")
				if err := w.settings.SetTask("coordinator"); err != nil {
					t.Fatal(err)
				}
				w.reload()
				shoot("welcome-project")
				if err := w.work.Projects.LoadSample(t.Context()); err != nil {
					t.Fatal(err)
				}
				w.reload()
				shoot("home")
				w.Go(settingsID, "")
				shoot("settings")
				w.showShortcuts()
				shoot("shortcuts")
				w.overlay().Close()
				w.showAbout()
				shoot("about")
				w.overlay().Close()
				w.goAnywhere("pal")
				shoot("anywhere")
				w.press(fyne.KeyEscape)
				w.saveProjectFile()
				shoot("save")
				w.overlay().Close()
				w.openProjectFile()
				shoot("open")
			})
		}
	}
}
