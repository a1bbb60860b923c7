package shell

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/adrg/xdg"

	"primadesk/app"
	"primadesk/ui/kit"
	"primadesk/ui/screen"
)

// Every screen that comes into view has the keyboard where one begins, whatever had it on the one before; what is opened
// there has it first.
func TestTheKeyboardIsOnTheScreenInView(t *testing.T) {
	t.Setenv("XDG_DATA_HOME", t.TempDir())
	xdg.Reload()
	t.Cleanup(xdg.Reload)
	w := newWorld(t, false, func(p *Params) { p.Screens = Screens(kit.Inline()) })
	w.open(app.SampleFolder())
	canvas := w.win.Canvas()
	for i, s := range w.nav.screens {
		for _, from := range []screen.Screen{w.nav.screens[(i+1)%len(w.nav.screens)], w.nav.screens[(i+2)%len(w.nav.screens)]} {
			w.Go(from.ID(), "")
			w.find()
			before := canvas.Focused()
			w.Go(s.ID(), "")
			now := canvas.Focused()
			if now == nil || now == before {
				t.Errorf("from %s to %s: the keyboard is at %v", from.ID(), s.ID(), now)
				continue
			}
			if first := s.(screen.Starter).First(); now != first {
				t.Errorf("%s: the keyboard is at %s, want %s", s.ID(), kit.NameOf(now), kit.NameOf(first))
			}
			canvas.Unfocus()
			w.Go(s.ID(), "") // where one is already
			if canvas.Focused() != now {
				t.Errorf("%s again: the keyboard is at %v", s.ID(), canvas.Focused())
			}
		}
	}
	w.Go("events", screen.NewRecord)
	if _, field := canvas.Focused().(fyne.Shortcutable); !field || kit.KindOf(canvas.Focused()) == "Table" {
		t.Errorf("a new event, and the keyboard is at %v", canvas.Focused())
	}
	w.Go("contacts", "")
	test.Type(canvas.Focused(), "a")
	if got := w.win.Canvas().Focused(); got == nil {
		t.Error("typing into the list leaves the keyboard nowhere")
	}
}
