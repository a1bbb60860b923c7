package kit

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
)

func TestSearch(t *testing.T) {
	start(t)
	var heard []string
	s := NewSearch("Search contacts", "Ctrl F", func(text string) { heard = append(heard, text) })
	c := show(t, s, 300, 60)
	s.OnDone(func(text string) { heard = append(heard, "done "+text) })
	s.OnDown(func() { heard = append(heard, "down") })
	s.Focus()
	if c.Focused() != s.Target() || NameOf(s.Target()) != "Search contacts" || KindOf(s.Target()) != "search" {
		t.Fatalf("the keyboard is at %v", c.Focused())
	}
	write(c, "ab")
	key(c, fyne.KeyReturn, fyne.KeyDown, fyne.KeyEscape)
	if want := []string{"a", "ab", "done ab", "down", ""}; !slices.Equal(heard, want) || s.Text() != "" {
		t.Errorf("heard %q, want %q", heard, want)
	}
	heard = nil
	s.SetText("x")
	if s.Text() != "x" || len(heard) > 0 {
		t.Errorf("%q, and heard %q", s.Text(), heard)
	}
	gone := 0
	c.SetOnTypedKey(func(ev *fyne.KeyEvent) {
		if ev.Name == fyne.KeyEscape {
			gone++
		}
	})
	key(c, fyne.KeyEscape, fyne.KeyEscape) // the second, with nothing in the field, is the window's
	if s.Text() != "" || gone != 1 {
		t.Errorf("Esc leaves %q and comes to the window %d times", s.Text(), gone)
	}
}
