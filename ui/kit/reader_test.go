package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestALongTextIsReadWithTheKeys(t *testing.T) {
	r := NewReader("Text", NewSpace(10, 2000))
	w := test.NewWindow(r)
	defer w.Close()
	w.Resize(fyne.NewSize(300, 240))
	w.Canvas().Focus(r)
	for _, step := range []struct {
		key  fyne.KeyName
		more bool // further down than before
	}{{fyne.KeyDown, true}, {fyne.KeyPageDown, true}, {fyne.KeyUp, false}, {fyne.KeyEnd, true}, {fyne.KeyPageUp, false}, {fyne.KeyHome, false}, {fyne.KeySpace, true}} {
		before := r.scroll.Offset.Y
		r.TypedKey(&fyne.KeyEvent{Name: step.key})
		if after := r.scroll.Offset.Y; after == before || after > before != step.more {
			t.Errorf("%s goes from %v to %v", step.key, before, after)
		}
	}
	r.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	end := r.scroll.Offset.Y
	r.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	if r.scroll.Offset.Y != end || NameOf(r) != "Text" {
		t.Errorf("past the end: %v, %v", end, r.scroll.Offset.Y)
	}
	r.SetContent(NewSpace(10, 1000))
	if r.scroll.Offset.Y != 0 {
		t.Error("another text does not begin at its top")
	}
}
