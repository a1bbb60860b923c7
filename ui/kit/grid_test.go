package kit

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestGridIsDrivenByKeysAndMouse(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(NewTheme(ThemeParams{}))
	var told []string
	g := NewGrid(GridParams{
		Name:     "Partners by period",
		OnSelect: func(row, column int) { told = append(told, fmt.Sprintf("select %d %d", row, column)) },
		OnOpen:   func(row, column int) { told = append(told, fmt.Sprintf("open %d %d", row, column)) },
	})
	w := test.NewTempWindow(t, g)
	w.Resize(fyne.NewSize(500, 300))
	full, empty := GridCell{Text: "asked", Tone: TonePlanned, Notes: []string{"due 1 Feb"}}, GridCell{}
	g.Set([]string{"1", "2", "3"}, []string{"A", "B"}, [][]GridCell{{full, empty, full}, {full, full, full}})
	say := func(want ...string) {
		t.Helper()
		if fmt.Sprint(told) != fmt.Sprint(want) {
			t.Errorf("told %q, want %q", told, want)
		}
		told = nil
	}
	w.Canvas().Focus(g)
	if NameOf(g) != "Partners by period" || g.grounds[0][0].style.Stroke != TokenFocus {
		t.Error("where the keyboard is cannot be seen")
	}
	key := func(names ...fyne.KeyName) {
		for _, name := range names {
			g.TypedKey(&fyne.KeyEvent{Name: name})
		}
	}
	key(fyne.KeyRight) // over the empty one
	say("select 0 2")
	key(fyne.KeyRight, fyne.KeyUp)
	say()
	key(fyne.KeyDown, fyne.KeyHome, fyne.KeyReturn)
	say("select 1 2", "select 1 0", "open 1 0")
	key(fyne.KeyLeft, fyne.KeyEnd, fyne.KeyUp)
	say("select 1 2", "select 0 2")
	at, size := g.layout.spot(1, 1)
	click := func(p fyne.Position) { g.Tapped(&fyne.PointEvent{Position: p.Subtract(g.scroll.Offset)}) }
	middle := at.AddXY(size.Width/2, size.Height/2)
	click(middle)
	say("select 1 1")
	click(middle)
	say("open 1 1")
	empties, _ := g.layout.spot(0, 1)
	click(empties.AddXY(5, 5))
	click(fyne.NewPos(10, middle.Y)) // the title
	click(fyne.NewPos(middle.X, 5000))
	say()
	g.Select(1, 2)
	g.Set([]string{"1"}, []string{"A"}, [][]GridCell{{full}})
	if row, column := g.Selected(); row != 0 || column != 0 {
		t.Errorf("of what is left, %d %d is selected", row, column)
	}
	g.Set(nil, nil, nil)
	key(fyne.KeyReturn, fyne.KeyDown)
	say()
}

// What does not fit is scrolled to when the keyboard comes there.
func TestGridScrollsToItsSelection(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(NewTheme(ThemeParams{}))
	g := NewGrid(GridParams{})
	w := test.NewTempWindow(t, g)
	w.Resize(fyne.NewSize(300, 120))
	var rows []string
	var cells [][]GridCell
	for range 12 {
		rows = append(rows, "partner")
		cells = append(cells, []GridCell{{Text: "a"}, {Text: "b"}, {Text: "c"}, {Text: "d"}})
	}
	g.Set([]string{"1", "2", "3", "4"}, rows, cells)
	g.Select(11, 3)
	at, size := g.layout.spot(11, 3)
	off, view := g.scroll.Offset, g.scroll.Size()
	if at.Y+size.Height > off.Y+view.Height+1 || at.X+size.Width > off.X+view.Width+1 || off.Y == 0 || off.X == 0 {
		t.Errorf("the cell at %v is out of view at %v of %v", at, off, view)
	}
}
