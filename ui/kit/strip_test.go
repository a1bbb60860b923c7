package kit

import (
	"fmt"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func testStrip(log *told) *Strip {
	s := NewStrip(StripParams{Words: words(), Year: 2025,
		Today:  func() time.Time { return time.Date(2025, 7, 1, 0, 0, 0, 0, time.UTC) },
		OnYear: func(y int) { log.add("year", y) }, OnPick: func(id string) { log.add("pick", id) }, OnOpen: func(id string) { log.add("open", id) }})
	s.Set([]StripRow{{"a", "Greece"}, {"b", "Belgium"}, {"c", "Italy"}}, []StripDot{
		{ID: "2", Row: "a", Day: "2025-09-15", Text: "Second", Token: TonePlanned.Dot()},
		{ID: "1", Row: "a", Day: "2025-05-30", Text: "First", Token: ToneHeld.Dot()},
		{ID: "3", Row: "c", Day: "2025-05-22", Text: "Third", Token: ToneHeld.Dot()},
		{ID: "4", Row: "c", Day: "2025-05-22", Text: "Στρογγυλή τράπεζα στο Παλέρμο", Token: ToneReported.Dot()},
		{ID: "5", Row: "c", Day: "2025-12-31", Text: "Fifth", Token: TonePostponed.Dot()},
		{ID: "old", Row: "a", Day: "2024-05-30"}, {ID: "nowhere", Row: "x", Day: "2025-05-30"}, {ID: "none", Row: "a"},
	})
	return s
}

func TestStripKeyboard(t *testing.T) {
	start(t)
	var log told
	s := testStrip(&log)
	c := show(t, VStack(0, NewEntry(), s), 700, 200)
	c.Focus(s)
	key(c, fyne.KeyRight, fyne.KeyRight, fyne.KeyDown, fyne.KeyHome, fyne.KeyUp, fyne.KeyReturn, fyne.KeyDown, fyne.KeyEnd, fyne.KeyPageUp, fyne.KeyReturn)
	want := "pick 2; pick 5; pick 3; pick 1; open 1; pick 3; pick 5; year 2024"
	if got := log.take(); got != want {
		t.Errorf("told %q, want %q", got, want)
	}
	if s.Picked() != "" || s.nav.text != "2024" {
		t.Errorf("in %s %q is picked", s.nav.text, s.Picked())
	}
	key(c, fyne.KeyRight, fyne.KeyPageDown)
	if got := log.take(); got != "pick old; year 2025" || s.Year() != 2025 {
		t.Errorf("told %q", got)
	}
}

func TestStripMouse(t *testing.T) {
	start(t)
	var log told
	s := testStrip(&log)
	now := time.Date(2025, 5, 1, 9, 0, 0, 0, time.UTC)
	s.p.Now = func() time.Time { return now }
	c := show(t, VStack(0, s, s.Nav()), 700, 200)
	third, fourth := s.dots[s.at("3")].shape, s.dots[s.at("4")].shape
	if apart := fourth.Position().X - third.Position().X; apart < 10 {
		t.Errorf("dots of one day are %v apart", apart)
	}
	test.TapAt(s, fourth.Position().AddXY(8, 8))
	if !s.caption.text.Visible() || s.caption.text.Text != "Στρογγυλή τράπεζα στο Παλέρμο" {
		t.Errorf("the caption says %q", s.caption.text.Text)
	}
	test.TapAt(s, fourth.Position().AddXY(8, 8))
	now = now.Add(time.Minute)
	test.TapAt(s, fyne.NewPos(2, 2)) // beside the dots
	test.MoveMouse(c, third.Position().AddXY(2, 7))
	if s.captioned() != s.at("3") {
		t.Error("the caption does not follow the pointer")
	}
	test.Tap(s.nav.forth)
	if got := log.take(); got != "pick 4; open 4; year 2026" {
		t.Errorf("told %q", got)
	}
}

func TestSpread(t *testing.T) {
	for _, tc := range []struct{ in, want []float32 }{
		{nil, []float32{}}, {[]float32{5, 50}, []float32{5, 50}}, {[]float32{5, 5, 6}, []float32{5, 15, 25}},
		{[]float32{95, 100, 100}, []float32{80, 90, 100}},
	} {
		if got := spread(tc.in, 10, 100); fmt.Sprint(got) != fmt.Sprint(tc.want) {
			t.Errorf("%v spread to %v, want %v", tc.in, got, tc.want)
		}
	}
}

func TestMonthWords(t *testing.T) {
	start(t)
	french := [12]string{"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"}
	if got := monthWords(french, 1000, 10); got != french {
		t.Errorf("with room enough: %v", got)
	}
	if got := monthWords(french, 30, 10); got[5] != "juin" || got[6] != "juil" || got[8] != "sep" {
		t.Errorf("cut: %v", got)
	}
	if got := monthWords(french, 10, 10); got[8] != "s" {
		t.Errorf("initials: %v", got)
	}
}

func TestGalleryStrip(t *testing.T) {
	for name, scale := range map[string]float32{"strip": 1, "strip-large": 1.5} {
		picture(t, name, scale, fyne.NewSize(900, 320), func() (fyne.CanvasObject, func(fyne.Canvas)) {
			var log told
			s := testStrip(&log)
			s.Pick("4")
			return Pad(Even(20), VStack(10, HStack(0, s.Nav()), NewCard(s))), func(c fyne.Canvas) { c.Focus(s) }
		})
	}
}
