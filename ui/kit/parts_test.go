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
