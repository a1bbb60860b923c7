package kit

import (
	"testing"

	"fyne.io/fyne/v2"
)

func TestMasterDetailStacksAtALargeScale(t *testing.T) {
	for _, c := range []struct {
		scale   float32
		stacked bool
	}{{1, false}, {1.5, false}, {1.75, true}, {2, true}} {
		start(t)
		fyne.CurrentApp().Settings().SetTheme(NewTheme(ThemeParams{Scale: c.scale}))
		list, pane := NewBox(BoxStyle{}), NewBox(BoxStyle{})
		both := MasterDetail(list, pane)
		both.Resize(fyne.NewSize(1000, 600))
		if got := pane.Position().X == 0 && pane.Position().Y == list.Size().Height; got != c.stacked {
			t.Errorf("at %v the pane is at %v", c.scale, pane.Position())
		}
		if width := pane.Size().Width; width < 400 {
			t.Errorf("at %v the pane is %v wide", c.scale, width)
		}
		pane.Hide()
		both.Refresh()
		both.Resize(fyne.NewSize(1001, 600))
		if list.Size() != fyne.NewSize(1001, 600) {
			t.Errorf("at %v the list alone is %v", c.scale, list.Size())
		}
	}
}
