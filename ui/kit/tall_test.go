package kit

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

// What wraps stands under each other without lying over each other, at every width, and whoever holds it is told.
func TestTallGivesWhatWrapsItsHeight(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(NewTheme(ThemeParams{}))
	first := NewText(strings.Repeat("words that wrap ", 12), TextStyle{Wrap: true})
	hidden := NewText("not shown", TextStyle{})
	hidden.Hide()
	last := NewText("the last", TextStyle{})
	grew := 0
	layout := &Tall{Gap: 5, Fill: true, Grew: func() { grew++ }}
	box := container.New(layout, first, hidden, last)
	var heights []float32
	for _, width := range []float32{600, 120} {
		box.Resize(fyne.NewSize(width, 900))
		if at := first.Size().Height + U(5); last.Position().Y != at {
			t.Errorf("at %v the last stands at %v, want %v", width, last.Position().Y, at)
		}
		if bottom := last.Position().Y + last.Size().Height; bottom != 900 {
			t.Errorf("at %v the last ends at %v, and does not fill", width, bottom)
		}
		heights = append(heights, first.Size().Height)
	}
	if heights[1] <= heights[0] || grew != 2 {
		t.Errorf("heights %v, told %d times", heights, grew)
	}
}

// A text that is renewed stays where its reader is; another one begins at its top.
func TestReaderRenews(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(NewTheme(ThemeParams{}))
	page := func() fyne.CanvasObject { return Sized(100, 2000, NewBox(BoxStyle{})) }
	r := NewReader("page", page())
	w := test.NewTempWindow(t, r)
	w.Resize(fyne.NewSize(200, 300))
	r.by(400)
	r.Renew(page())
	if r.scroll.Offset.Y != 400 {
		t.Errorf("renewed at %v", r.scroll.Offset.Y)
	}
	r.SetContent(page())
	if r.scroll.Offset.Y != 0 {
		t.Errorf("another text begins at %v", r.scroll.Offset.Y)
	}
}

func TestParsedEntryShowsItsValueInWords(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(NewTheme(ThemeParams{}))
	e := NewParsedEntry(ParsedParams{
		Parse: func(text string) (string, bool) { return strings.ToLower(text), text != "wrong" },
		Show:  strings.ToUpper, Wrong: "no value",
	})
	w := test.NewTempWindow(t, VStack(0, e, NewEntry()))
	e.SetValue("seven")
	if e.in.Text != "SEVEN" || e.Value() != "seven" {
		t.Errorf("shown %q, value %q", e.in.Text, e.Value())
	}
	w.Canvas().Focus(e.Target())
	e.in.SetText("eight")
	w.Canvas().Unfocus()
	if e.in.Text != "EIGHT" || e.Value() != "eight" || e.Problem() != "" {
		t.Errorf("left as %q, value %q", e.in.Text, e.Value())
	}
	e.in.SetText("wrong")
	if e.Problem() != "no value" || e.Value() != "wrong" {
		t.Errorf("what is no value is %q: %q", e.Value(), e.Problem())
	}
}

func TestFileWords(t *testing.T) {
	for text, want := range map[string]string{
		"D2.1": "D2.1", "a/b\\c:d*e?": "a-b-c-d-e", "  Δελτίο 2 ": "Δελτίο-2", "...": "", strings.Repeat("x", 60): strings.Repeat("x", 40),
	} {
		if got := FileWord(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
