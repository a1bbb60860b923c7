package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

// A link that gives way is cut to its room, and asks for little; with room enough it is whole.
func TestLinkGivesWay(t *testing.T) {
	const title = "Networking event on inclusive farming"
	whole, cut := NewLink(title, nil), NewLink(title, nil).SetCut()
	w := test.NewTempWindow(t, container.NewWithoutLayout(whole, cut))
	w.Resize(fyne.NewSize(600, 200))
	if cut.MinSize().Width >= whole.MinSize().Width {
		t.Errorf("asks for %v of %v", cut.MinSize(), whole.MinSize())
	}
	for _, room := range []float32{100, 180, 400} {
		cut.Resize(fyne.NewSize(room, 20))
		if shown := cut.label.Text; cut.label.MinSize().Width > room || (shown == title) != (room == 400) {
			t.Errorf("in %v it says %q", room, shown)
		}
		cut.Refresh()
		if cut.label.MinSize().Width > room {
			t.Errorf("in %v it says %q once it was drawn anew", room, cut.label.Text)
		}
	}
	if cut.Text() != title {
		t.Errorf("its words are %q", cut.Text())
	}
}
