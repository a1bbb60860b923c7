package bulletin

import (
	"os"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"primadesk/data"
	"primadesk/ui/kit"
	"primadesk/ui/screen/screentest"
)

func TestMain(m *testing.M) { os.Exit(screentest.Main(m)) }

// desk is the screen in a window, over a workspace with the sample.
type desk struct {
	*bulletins
	sh *screentest.Shell
}

func open(t *testing.T, p screentest.Params) *desk {
	t.Helper()
	d := build(t, p, kit.Inline())
	d.sh.Show(t, d.bulletins)
	return d
}

func build(t *testing.T, p screentest.Params, exec kit.Exec) *desk {
	t.Helper()
	sh := screentest.Open(t, p)
	return &desk{newBulletins(Params{Workspace: sh.Work, Shell: sh, Printer: sh.Printer}, exec), sh}
}

// stored is an issue as it is kept.
func (d *desk) stored(t *testing.T, id string) *data.Bulletin {
	t.Helper()
	return screentest.Stored[*data.Bulletin](t, d.sh.Work, id)
}

// texts are the texts in an object, in the order of drawing.
func texts(o fyne.CanvasObject) []string {
	var out []string
	for _, child := range test.LaidOutObjects(o) {
		switch x := child.(type) {
		case *kit.Text:
			out = append(out, x.Text())
		case *kit.StatusChip:
			out = append(out, x.Text())
		}
	}
	return out
}

func (d *desk) reads(text string) bool { return slices.Contains(texts(d.side.reader), text) }

// press presses the button with these words, in an object or in what lies over the window.
func (d *desk) press(t *testing.T, within fyne.CanvasObject, text string) {
	t.Helper()
	for _, o := range test.LaidOutObjects(within) {
		if b, ok := o.(*kit.Button); ok && b.Text() == text && !b.Disabled() {
			test.Tap(b)
			return
		}
	}
	t.Fatalf("no button says %q", text)
}

// dialog is what lies over the window.
func (d *desk) dialog(t *testing.T) fyne.CanvasObject {
	t.Helper()
	top := d.sh.Win.Canvas().Overlays().Top()
	if top == nil {
		t.Fatal("no dialog is open")
	}
	return top
}

// check ticks the box with these words, or takes the tick away.
func (d *desk) check(t *testing.T, text string) {
	t.Helper()
	for _, o := range test.LaidOutObjects(d.dialog(t)) {
		if c, ok := o.(*kit.Check); ok && c.Text() == text {
			test.Tap(c)
			return
		}
	}
	t.Fatalf("no box says %q", text)
}
