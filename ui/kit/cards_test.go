package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// pressed finds what of a card or a row takes the pointer and the keyboard.
func pressed(t *testing.T, o fyne.CanvasObject) *area {
	t.Helper()
	for _, inner := range o.(*fyne.Container).Objects {
		if a, ok := inner.(*area); ok {
			return a
		}
	}
	t.Fatal("nothing can be pressed")
	return nil
}

// Whatever stands for a card or a row to be pressed is pressed with the pointer, with Enter and with Space.
func TestCardsAndRowsArePressed(t *testing.T) {
	start(t)
	n := 0
	tapped := func() { n++ }
	stepped, target := NewStepCard(NewText("d", TextStyle{}), true, tapped, func(int) {})
	all := []fyne.CanvasObject{
		NewTapCard(NewText("a", TextStyle{}), false, tapped), NewChoiceRow("b", "for this", false, tapped),
		NewIndexRow("c", "of that", true, tapped), stepped, NewPressRow(NewText("e", TextStyle{}), tapped),
	}
	c := show(t, VStack(4, all...), 300, 400)
	for i, o := range all {
		a := pressed(t, o)
		n = 0
		test.Tap(a)
		c.Focus(a)
		key(c, fyne.KeyReturn, fyne.KeySpace)
		if n != 3 {
			t.Errorf("%d: pressed three times, told %d times", i, n)
		}
	}
	if NameOf(pressed(t, all[1])) != "b" || target != fyne.Focusable(pressed(t, stepped)) {
		t.Error("a row to choose has no name, or the card's keyboard is elsewhere")
	}
}

func TestAmongCardsUpAndDownLead(t *testing.T) {
	start(t)
	var steps []int
	o, target := NewStepCard(NewText("a", TextStyle{}), false, nil, func(by int) { steps = append(steps, by) })
	c := show(t, o, 300, 100)
	c.Focus(target)
	key(c, fyne.KeyDown, fyne.KeyUp)
	if len(steps) != 3 || steps[0] != 0 || steps[1] != 1 || steps[2] != -1 {
		t.Errorf("steps %v", steps)
	}
}

func TestTheChosenCardHasAnEdge(t *testing.T) {
	start(t)
	edge := func(o fyne.CanvasObject) BoxStyle { return o.(*fyne.Container).Objects[0].(*Box).style }
	plain, chosen := edge(NewTapCard(NewSpace(1, 1), false, nil)), edge(NewTapCard(NewSpace(1, 1), true, nil))
	if chosen.Stroke != TokenAccent || plain.Stroke == TokenAccent || chosen.StrokeWidth <= plain.StrokeWidth {
		t.Errorf("chosen %+v, others %+v", chosen, plain)
	}
	for _, make := range []func(chosen bool) fyne.CanvasObject{
		func(chosen bool) fyne.CanvasObject { return NewChoiceRow("a", "b", chosen, nil) },
		func(chosen bool) fyne.CanvasObject { return NewIndexRow("a", "b", chosen, nil) },
	} {
		if edge(make(true)).Fill != TokenSelected || edge(make(false)).Fill == TokenSelected {
			t.Error("the chosen row looks like the others")
		}
	}
}

func TestACrossIsNamedAndPressed(t *testing.T) {
	start(t)
	n := 0
	cross := NewCross("Remove the photograph", func() { n++ })
	c := show(t, cross, 40, 40)
	test.Tap(cross)
	c.Focus(cross)
	key(c, fyne.KeyReturn)
	if n != 2 || NameOf(cross) != "Remove the photograph" {
		t.Errorf("pressed twice, told %d times; it is called %q", n, NameOf(cross))
	}
}

func TestAFoldOpensAndCloses(t *testing.T) {
	start(t)
	var told []bool
	body := NewText("seldom", TextStyle{})
	f := NewFold(FoldParams{Title: "More", OnFold: func(open bool) { told = append(told, open) }}, body)
	c := show(t, f, 200, 100)
	closed := f.MinSize().Height
	if f.Open() || body.Visible() || NameOf(f.head) != "More" {
		t.Fatal("it is not closed, or has no name")
	}
	test.Tap(f.head)
	if !f.Open() || !body.Visible() || f.MinSize().Height <= closed {
		t.Error("a click does not open it")
	}
	c.Focus(f.head)
	key(c, fyne.KeyRight) // is open already
	key(c, fyne.KeyLeft, fyne.KeyLeft, fyne.KeyRight, fyne.KeyReturn)
	if f.Open() || body.Visible() || len(told) != 4 || told[0] != true || told[1] != false || told[2] != true || told[3] != false {
		t.Errorf("told %v", told)
	}
	f.SetOpen(true)
	if !body.Visible() || len(told) != 4 {
		t.Error("what the program opens is not shown, or told")
	}
}
