package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestTips(t *testing.T) {
	start(t)
	clock := &clock{due: map[int]func(){}}
	tips := NewTips(clock.after)
	button := newIconButton(iconCross(), nil)
	button.SetTip("Take the row away")
	plain := NewTip(NewText("A text that is cut", TextStyle{Cut: true, Min: 40}), "A text that is cut")
	table := NewTable(TableParams{Columns: []Column{{ID: "a", Width: 60}}, Source: fixedRows{{{Text: "A cell with a good deal more words than fit into its column, even so"}}}})
	content := VStack(0, HStack(0, button, plain), Sized(300, 100, table))
	c := show(t, Stack(content, tips), 300, 200)
	rest := func(x, y float32) string {
		test.MoveMouse(c, fyne.NewPos(x, y))
		test.MoveMouse(c, fyne.NewPos(x+1, y))
		clock.ring()
		return tips.Text()
	}
	if got := rest(5, 5); got != "Take the row away" {
		t.Errorf("the button's tip is %q", got)
	}
	if box := tips.rect; box.Position().Y < button.Size().Height || box.Position().X < 0 {
		t.Errorf("the tip stands at %v", box.Position())
	}
	test.MoveMouse(c, fyne.NewPos(290, 5))
	if tips.Text() != "" {
		t.Error("the tip stays when the pointer goes")
	}
	if got := rest(40, 8); got != "A text that is cut" {
		t.Errorf("the text's tip is %q", got)
	}
	if got := rest(60, 80); got != "A cell with a good deal more words than fit into its column, even so" {
		t.Errorf("the cell's tip is %q", got)
	}
	test.MoveMouse(c, fyne.NewPos(5, 5))
	test.Tap(button)
	clock.ring()
	if tips.Text() != "" {
		t.Error("a tip comes after the click")
	}
	c.Focus(button)
	clock.ring()
	if tips.Text() == "" || NameOf(button) != "Take the row away" {
		t.Errorf("with the keyboard on it the tip is %q, and it is called %q", tips.Text(), NameOf(button))
	}
}

func TestTipsWithoutALayer(t *testing.T) {
	start(t)
	button := newIconButton(iconCross(), nil)
	button.SetTip("Nowhere to be shown")
	c := show(t, button, 300, 200)
	c.Focus(button)
	test.MoveMouse(c, fyne.NewPos(5, 5))
	if tipsOf(button) != nil {
		t.Error("a layer out of nothing")
	}
}
