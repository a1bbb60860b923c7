package shell

import (
	"os"
	"slices"
	"testing"
	"time"
)

func TestTheProgramEndsThoughTheWindowDoesNot(t *testing.T) {
	for name, tt := range map[string]struct {
		begin func(told chan os.Signal, closed, over chan struct{})
		want  []int // the status with which it is ended, if it has to be
		asked int   // how often the window is asked to close what is open
	}{
		"told, and nothing happens": {func(told chan os.Signal, _, _ chan struct{}) { told <- os.Interrupt }, []int{1}, 1},
		"closed, and it stays":      {func(_ chan os.Signal, closed, _ chan struct{}) { close(closed) }, []int{0}, 0},
		"the window is gone":        {func(_ chan os.Signal, _, over chan struct{}) { close(over) }, nil, 0},
	} {
		told, closed, over := make(chan os.Signal, 1), make(chan struct{}), make(chan struct{})
		asked, got := 0, []int(nil)
		tt.begin(told, closed, over)
		ending{
			told: told, closed: closed, over: over, patience: time.Millisecond,
			tell: func() { asked++ }, exit: func(code int) { got = append(got, code) },
		}.watch()
		if !slices.Equal(got, tt.want) || asked != tt.asked {
			t.Errorf("%s: ended with %v, want %v; asked %d times", name, got, tt.want, asked)
		}
	}
}

// Who closes all that is open when told to ends well, though the window stays.
func TestToldToEnd(t *testing.T) {
	told, closed := make(chan os.Signal, 1), make(chan struct{})
	told <- os.Interrupt
	got := -1
	ending{told: told, closed: closed, patience: 20 * time.Millisecond, tell: func() { close(closed) }, exit: func(code int) { got = code }}.watch()
	if got != 0 {
		t.Errorf("ended with %d", got)
	}
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
