package kit

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
)

func TestFocusIsBroughtIntoView(t *testing.T) {
	start(t)
	rows := VStack(0)
	var last *Button
	for i := range 40 {
		last = NewLink(fmt.Sprint("link ", i), nil)
		rows.Add(last)
	}
	entry := NewEntry()
	rows.Add(NewPressRow(NewText("row", TextStyle{}), nil))
	rows.Add(NewForm(FormParams{Sections: []Section{{Rows: [][]Field{{{ID: "a", Label: "A", Control: entry}}}}}}))
	scroll := NewScroll(rows)
	c := show(t, Sized(300, 200, scroll), 300, 200)
	for _, f := range []fyne.Focusable{last, entry.Target(), rows.Objects[0].(*Button)} {
		c.Focus(f)
		o := f.(fyne.CanvasObject)
		top := fyne.CurrentApp().Driver().AbsolutePositionForObject(o).Y - fyne.CurrentApp().Driver().AbsolutePositionForObject(scroll).Y
		if top < 0 || top+o.Size().Height > scroll.Size().Height {
			t.Errorf("%s is at %v of a view %v high", NameOf(f), top, scroll.Size().Height)
		}
	}
}

func TestFocusStaysWhereItWas(t *testing.T) {
	start(t)
	row := VStack(0)
	fill := func(names ...string) func() {
		return func() {
			row.RemoveAll()
			for _, name := range names {
				row.Add(NewLink(name, nil))
			}
		}
	}
	fill("a", "b", "b", "c")()
	c := show(t, row, 300, 300)
	for _, step := range []struct {
		at     int
		remade []string
		want   int
	}{
		{2, []string{"a", "b", "b", "c"}, 2},
		{2, []string{"a", "new", "b", "b"}, 3},
		{2, []string{"a", "b"}, 1},
		{1, []string{"x", "y"}, 1},
		{1, []string{"x"}, 0},
	} {
		c.Focus(row.Objects[step.at].(*Button))
		KeepFocus(row, fill(step.remade...))
		if now := c.Focused(); now != fyne.Focusable(row.Objects[step.want].(*Button)) {
			t.Errorf("from %d to %v: the keyboard is at %v", step.at, step.remade, now)
		}
	}
	kept := row.Objects[0].(*Button)
	c.Focus(kept)
	KeepFocus(row, func() { row.Objects = []fyne.CanvasObject{NewLink("x", nil), kept} })
	if c.Focused() != fyne.Focusable(kept) {
		t.Error("what is still there loses the keyboard")
	}
}
