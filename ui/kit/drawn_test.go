package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestABarIsAsLongAsItsPart(t *testing.T) {
	start(t)
	b := NewBar(0, TokenAccent)
	show(t, Sized(200, 8, b), 200, 20)
	width := func(part float64) float32 {
		b.Set(part)
		if b.fill.Hidden {
			return 0
		}
		return b.fill.Size().Width
	}
	whole := b.track.Size().Width
	for _, c := range []struct {
		part float64
		want float32
	}{{0, 0}, {-1, 0}, {0.5, whole / 2}, {1, whole}, {1.7, whole}, {0.001, b.fill.Size().Height}} {
		if got := width(c.part); got < c.want-0.5 || got > c.want+0.5 {
			t.Errorf("%v of %v is drawn %v long, want %v", c.part, whole, got, c.want)
		}
	}
	if b.Set(3); b.Part() != 1 {
		t.Errorf("part %v", b.Part())
	}
}

func TestAnAvatarHasTheInitials(t *testing.T) {
	start(t)
	for name, want := range map[string]string{"Anna Rossi": "AR", "άννα του ήλιου": "ΑΗ", "Prince": "P", "": "", "Jean-Luc d’Arc": "JD", "(7)": ""} {
		if got := NewAvatar(name).text.Text(); got != want {
			t.Errorf("%q has %q, want %q", name, got, want)
		}
	}
}

// An icon, a keycap and a heading follow scale and theme; lines are as thin as they can be.
func TestSmallPartsFollowTheTheme(t *testing.T) {
	start(t)
	icon, keycap, heading := NewIcon(IconSearch(), TokenMuted, 16), NewKeycap("Ctrl F"), NewHeading("Reach")
	all := []fyne.CanvasObject{icon, keycap, heading}
	show(t, VStack(0, append(all, NewLine(), HStack(0, Sized(0, 30, NewUpright())))...), 200, 200)
	var before []fyne.Size
	for _, o := range all {
		before = append(before, o.MinSize())
	}
	light := icon.image.Resource.Name()
	Apply(ThemeParams{Look: LookDark, Scale: 2})
	test.WidgetRenderer(icon).Refresh()
	for i, o := range all {
		o.Refresh()
		if now := o.MinSize(); now.Height < before[i].Height*1.8 || now.Width < before[i].Width*1.8 {
			t.Errorf("%d: %v at scale 1, %v at scale 2", i, before[i], now)
		}
	}
	icon.SetToken(TokenAccent)
	if icon.image.Resource.Name() == light {
		t.Error("the icon keeps its colour")
	}
	if h, w := NewLine().MinSize().Height, NewUpright().MinSize().Width; h <= 0 || h > 2 || w <= 0 || w > 2 {
		t.Errorf("lines of %v and %v", h, w)
	}
}
