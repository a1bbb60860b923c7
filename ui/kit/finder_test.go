package kit

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestFinderMarksAndChooses(t *testing.T) {
	start(t)
	var chosen []int
	var typed string
	backs := 0
	f := NewFinder(FinderParams{
		Rows: 4, OnTyped: func(s string) { typed = s }, OnChosen: func(i int) { chosen = append(chosen, i) },
		OnEnter: func(s string) { typed = "entered " + s }, OnBack: func() bool { backs++; return true },
	})
	c := show(t, f, 400, 200)
	c.Focus(f.Target())
	write(c, "ab")
	if typed != "ab" {
		t.Errorf("typed %q", typed)
	}
	key(c, fyne.KeyReturn)
	if typed != "entered ab" {
		t.Errorf("Enter without a line: %q", typed)
	}
	rows := []FinderRow{{Text: "One", Heading: true}, {Text: "a", Note: "x", Icon: IconFlag()}, {Text: "b"}, {Text: "Two", Heading: true}, {Text: "c"}}
	for i := range 20 {
		rows = append(rows, FinderRow{Text: fmt.Sprint(i)})
	}
	f.SetRows(rows, true)
	if f.Marked() != 1 {
		t.Fatalf("marked %d", f.Marked())
	}
	key(c, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn) // over the heading
	key(c, fyne.KeyUp, fyne.KeyUp, fyne.KeyUp)         // above the first line there is only its heading
	if f.Marked() != 1 || f.list.top != 0 {
		t.Errorf("marked %d under %d", f.Marked(), f.list.top)
	}
	key(c, fyne.KeyPageDown, fyne.KeyPageDown, fyne.KeyReturn)
	if got := fmt.Sprint(chosen); got != "[4 7]" {
		t.Errorf("chosen %s", got)
	}
	if at := f.list.at; at < f.list.top || at >= f.list.top+f.list.seen() {
		t.Errorf("line %d is not in view from %d", at, f.list.top)
	}
	f.list.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.Delta{DY: -50}})
	test.Tap(f.list.lines[0])
	if len(chosen) != 3 {
		t.Error("a click chooses nothing")
	}
	key(c, fyne.KeyBackspace, fyne.KeyBackspace, fyne.KeyBackspace)
	if f.Text() != "" || backs != 1 {
		t.Errorf("%q, %d steps back", f.Text(), backs)
	}
}

func TestSheetGivesTheKeyboardBack(t *testing.T) {
	start(t)
	e, in := NewEntry(), NewEntry()
	c := show(t, e, 600, 400)
	c.Focus(e.Target())
	seen := 0
	c.SetOnTypedKey(func(*fyne.KeyEvent) { seen++ })
	closed := 0
	s := ShowSheet(c, in, in.Target(), 300, func() { closed++ })
	if c.Focused() != in.Target() {
		t.Fatal("the sheet has not got the keyboard")
	}
	test.TapCanvas(c, s.card.Position().AddXY(4, 4))
	if closed != 0 {
		t.Fatal("a click on the card closes it")
	}
	key(c, fyne.KeyEscape)
	if closed != 1 || c.Focused() != e.Target() || c.Overlays().Top() != nil {
		t.Error("Esc does not lead back")
	}
	c.OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyF1})
	if seen != 1 {
		t.Error("the window has lost its keys")
	}
	ShowSheet(c, in, in.Target(), 300, func() { closed++ })
	test.TapCanvas(c, fyne.NewPos(4, 4))
	if closed != 2 {
		t.Error("a click beside it does not close it")
	}
}
