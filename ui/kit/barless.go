package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// barless is the theme in force but for scroll bars, which have no room in a field of one line: a long text is moved
// through with the cursor.
type barless struct{}

func withoutBars(o fyne.CanvasObject) fyne.CanvasObject {
	return container.NewThemeOverride(o, barless{})
}

func inForce() fyne.Theme { return fyne.CurrentApp().Settings().Theme() }

// Color implements fyne.Theme.
func (barless) Color(n fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	if n == theme.ColorNameShadow { // which Fyne draws where a scrolled text goes on
		return color.Transparent
	}
	return inForce().Color(n, v)
}

// Font implements fyne.Theme.
func (barless) Font(s fyne.TextStyle) fyne.Resource { return inForce().Font(s) }

// Icon implements fyne.Theme.
func (barless) Icon(n fyne.ThemeIconName) fyne.Resource { return inForce().Icon(n) }

// Size implements fyne.Theme.
func (barless) Size(n fyne.ThemeSizeName) float32 {
	if n == theme.SizeNameScrollBar || n == theme.SizeNameScrollBarSmall {
		return 0
	}
	return inForce().Size(n)
}
