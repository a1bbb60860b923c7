package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestPartsAreChosenByKeysAndPointer(t *testing.T) {
	test.NewTempApp(t)
	var chosen []string
	folds := 0
	s := NewParts(PartsParams{
		Parts: []Part{{ID: "grant", Text: "Grant"}, {ID: "plan", Text: "Plan"}, {ID: "tasks", Text: "Tasks", Inset: true}, {ID: "risks", Text: "Risks", More: true}},
		More:  "More parts", Chosen: func(id string) { chosen = append(chosen, id) }, OnFold: func(bool) { folds++ },
	})
	w := test.NewTempWindow(t, s)
	w.Resize(fyne.NewSize(208, 400))
	s.Focus()
	item := func() *partItem { return w.Canvas().Focused().(*partItem) }
	item().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	item().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	item().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	item().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown}) // the fold is closed
	if got := item().Text(); got != "Tasks" || s.Chosen() != "plan" || len(chosen) != 1 {
		t.Errorf("the focus is on %s, chosen are %v", got, chosen)
	}
	s.more.Tapped(nil)
	item().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	item().TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if !s.Open() || folds != 1 || s.Chosen() != "risks" || len(chosen) != 2 {
		t.Errorf("open %t, %d folds, chosen %v", s.Open(), folds, chosen)
	}
	s.SetOpen(false)
	s.SetNote("risks", "3", true)
	s.Choose("risks")
	if !s.Open() || s.Note("risks") != "3" || len(chosen) != 2 {
		t.Error("a part behind the fold is chosen without opening it, or with calling back")
	}
}

func TestFlowGivesASpringWhatItsLineLeaves(t *testing.T) {
	test.NewTempApp(t)
	a, b, c := NewSpace(100, 20), NewSpace(60, 30), NewSpace(80, 20)
	row := Flow(10, a, NewSpring(), b, c)
	row.Resize(fyne.NewSize(400, 100))
	if row.MinSize().Height != U(30) || a.Position().Y != U(5) || c.Position().X+c.Size().Width != 400 {
		t.Errorf("in one line: %v, %v, %v", row.MinSize(), a.Position(), c.Position())
	}
	row.Resize(fyne.NewSize(U(200), 100))
	if row.MinSize().Height != U(60) || c.Position() != fyne.NewPos(0, U(40)) {
		t.Errorf("in two lines: %v, %v", row.MinSize(), c.Position())
	}
}

func TestACheckGoesOnInTheNextLine(t *testing.T) {
	test.NewTempApp(t)
	c := NewCheck("The participants agreed that photographs of them are shown in the reports of the project")
	if c.MinSize().Width > U(checkLeast) {
		t.Errorf("asks for %v", c.MinSize())
	}
	c.Resize(fyne.NewSize(U(900), U(ControlHeight)))
	if one := c.MinSize().Height; one != U(ControlHeight) {
		t.Errorf("%v high in one line", one)
	}
	c.Resize(fyne.NewSize(U(160), U(ControlHeight)))
	high := c.MinSize().Height
	c.Resize(fyne.NewSize(U(160), high))
	if lines := len(c.label.lines); lines < 3 || high < c.label.MinSize().Height {
		t.Errorf("%d lines in %v", lines, high)
	}
}
