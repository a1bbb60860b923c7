package kit

import (
	"testing"
	"time"
)

func TestWorkIsAwaited(t *testing.T) {
	var e Awaited
	if !e.Wait(time.Minute) {
		t.Error("nothing is at work, and it is waited for")
	}
	begun, end := make(chan struct{}), make(chan struct{})
	done := false
	e.Go(func() {
		close(begun)
		<-end
		done = true
	})
	<-begun
	if e.Wait(time.Millisecond) {
		t.Error("what is at work counts as done")
	}
	close(end)
	if !e.Wait(time.Minute) || !done {
		t.Error("what is done is not known to be")
	}
}
