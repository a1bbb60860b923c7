package shell

import (
	"os"
	"testing"
	"time"
)

func TestTheProgramEndsThoughTheWindowDoesNot(t *testing.T) {
	told, over, ended := make(chan os.Signal, 1), make(chan struct{}), make(chan struct{})
	told <- os.Interrupt
	endAnyway(told, over, time.Millisecond, func() { close(ended) })
	<-ended
	never := func() { t.Error("the window ended, and the program is killed") }
	close(over)
	endAnyway(told, over, time.Hour, never)
	told <- os.Interrupt
	endAnyway(told, over, time.Hour, never)
}

// A signal ends Fyne's window without a question: what is typed stays as a draft.
func TestEndingWaitsForWhatIsWritten(t *testing.T) {
	w := newWorld(t, false, nil).project()
	w.Go("contacts", "")
	contacts, waited := w.stubs[0], false
	contacts.dirty = true
	w.end(func() {
		waited = true
		if did := contacts.did; did[len(did)-1] != "closed" {
			t.Errorf("waited after %q", did)
		}
	})
	if !waited || w.work != nil || w.overlay() != nil {
		t.Errorf("waited %v, open %v, asked %v", waited, w.work != nil, w.overlay() != nil)
	}
}
