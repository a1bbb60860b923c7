package kit

import (
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

// luminance and contrast are WCAG 2's.
func luminance(c color.NRGBA) float64 {
	channel := func(v uint8) float64 {
		f := float64(v) / 255
		if f <= 0.04045 {
			return f / 12.92
		}
		return math.Pow((f+0.055)/1.055, 2.4)
	}
	return 0.2126*channel(c.R) + 0.7152*channel(c.G) + 0.0722*channel(c.B)
}

func contrast(a, b color.NRGBA) float64 {
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

func TestStrongFocus(t *testing.T) {
	for _, dark := range []bool{false, true} {
		strong := colors(dark, true)
		if c := contrast(strong[TokenFocus], strong[TokenSurface]); c < 12 {
			t.Errorf("dark %v: the strong focus ring has a contrast of %.2f", dark, c)
		}
	}
}

func TestThemeCoversFyne(t *testing.T) {
	th := NewTheme(ThemeParams{Look: LookDark})
	for _, name := range []fyne.ThemeColorName{
		theme.ColorNameBackground, theme.ColorNameForeground, theme.ColorNameInputBackground, theme.ColorNameMenuBackground,
		theme.ColorNameOverlayBackground, theme.ColorNamePrimary, theme.ColorNameSelection, theme.ColorNameScrollBar,
	} {
		light := NewTheme(ThemeParams{Look: LookLight}).Color(name, theme.VariantDark)
		if dark := th.Color(name, theme.VariantLight); dark == light && name != theme.ColorNameScrollBar {
			t.Errorf("%s is the same in light and dark, or follows the desktop: %v", name, dark)
		}
	}
	system := NewTheme(ThemeParams{Look: LookSystem})
	if system.Color(theme.ColorNameBackground, theme.VariantDark) == system.Color(theme.ColorNameBackground, theme.VariantLight) {
		t.Error("the system's look does not follow the desktop")
	}
	if unknown := th.Color("no such colour", theme.VariantLight); unknown == nil {
		t.Error("an unknown name has no colour at all")
	}
}

func TestScaleIsKeptInBounds(t *testing.T) {
	for _, tc := range []struct{ asked, got float32 }{{0, 1}, {0.1, 0.75}, {1.5, 1.5}, {9, 2.5}} {
		if got := NewTheme(ThemeParams{Scale: tc.asked}).Size(sizeUnit); got != tc.got {
			t.Errorf("scale %v: %v, want %v", tc.asked, got, tc.got)
		}
	}
}

func TestWidgetsFollowThemeAndScale(t *testing.T) {
	start(t)
	text, button := NewText("Word", TextStyle{}), NewButton(ButtonPrimary, "Save", nil)
	box := VStack(10, text, button)
	show(t, box, 200, 200)
	before, height := text.lines[0].Color, box.MinSize().Height
	if height < U(10)+U(ControlHeight) {
		t.Fatalf("the column is %v high", height)
	}
	Apply(ThemeParams{Look: LookDark, Scale: 1.5})
	if text.lines[0].Color == before {
		t.Error("the text kept its colour when the theme was switched")
	}
	if got := text.lines[0].TextSize; got != 1.5*TextBody {
		t.Errorf("text size %v after scaling, want %v", got, 1.5*TextBody)
	}
	if got := button.MinSize().Height; got != 1.5*ControlHeight {
		t.Errorf("button height %v after scaling, want %v", got, 1.5*ControlHeight)
	}
	if got := box.MinSize().Height; got < 1.4*height {
		t.Errorf("the column is %v high after scaling, was %v", got, height)
	}
}

// start makes an app with our light theme for one test.
func start(t *testing.T) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(NewTheme(ThemeParams{Look: LookLight}))
}

// show puts content into a window of a size.
func show(t *testing.T, content fyne.CanvasObject, w, h float32) fyne.Canvas {
	t.Helper()
	win := fyne.CurrentApp().NewWindow("")
	win.SetPadded(false)
	win.SetContent(content)
	win.Resize(fyne.NewSize(w, h))
	t.Cleanup(win.Close)
	return win.Canvas()
}

// key sends keys to what has the focus.
func key(c fyne.Canvas, names ...fyne.KeyName) {
	for _, n := range names {
		if f := c.Focused(); f != nil {
			f.TypedKey(&fyne.KeyEvent{Name: n})
		}
	}
}

// write types into what has the focus.
func write(c fyne.Canvas, text string) {
	for _, r := range text {
		c.Focused().TypedRune(r)
	}
}
