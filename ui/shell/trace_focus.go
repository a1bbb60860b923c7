package shell

import (
	"context"
	"log/slog"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"primadesk/ui/kit"
)

// settleKey has the trace say when all that waits for the UI's goroutine has had its turn.
var settleKey = &desktop.CustomShortcut{KeyName: fyne.KeyF12, Modifier: fyne.KeyModifierControl | fyne.KeyModifierShift}

// traceFocus has the trace say what has the keyboard, and where that is in the window, whenever it changes: a test that
// drives a real window finds its way by it. Fyne tells nobody of a change of focus, so it is looked at again and again;
// only while there is a trace. A name is a label or a button's words, never what a field holds.
func (s *Shell) traceFocus(ctx context.Context) {
	if !s.trace.Enabled(ctx, slog.LevelInfo) {
		return
	}
	var last fyne.Focusable
	var spot fyne.Position
	look := func() {
		now := s.win.Canvas().Focused()
		if at, size, ok := kit.SpotOf(now); ok {
			o, _ := now.(fyne.CanvasObject)
			if at = at.Add(fyne.CurrentApp().Driver().AbsolutePositionForObject(o)); at != spot {
				spot = at
				s.trace.Info("spot", "x", int(at.X), "y", int(at.Y), "w", int(size.Width), "h", int(size.Height))
			}
		}
		if now == last {
			return
		}
		last = now
		if now == nil {
			s.trace.Info("focus", "name", "")
			return
		}
		o, _ := now.(fyne.CanvasObject)
		at, size := fyne.CurrentApp().Driver().AbsolutePositionForObject(o), o.Size()
		s.trace.Info("focus", "name", kit.NameOf(now), "kind", kit.KindOf(now), "x", int(at.X), "y", int(at.Y), "w", int(size.Width), "h", int(size.Height))
	}
	s.win.Canvas().AddShortcut(settleKey, func(fyne.Shortcut) {
		s.exec.Apply(func() {
			look() // so that a test that waits for this knows where the keyboard has come to
			s.trace.Info("settled")
		})
	})
	tick := time.NewTicker(10 * time.Millisecond)
	go func() {
		defer tick.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case <-tick.C:
				fyne.DoAndWait(look)
			}
		}
	}()
}
