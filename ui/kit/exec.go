package kit

import (
	"sync"
	"time"

	"fyne.io/fyne/v2"
)

// Exec runs work off the UI's goroutine and brings the result back to it.
type Exec interface {
	// Go runs work, as a rule on another goroutine.
	Go(work func())
	// Apply runs f on the UI's goroutine, where widgets may be touched.
	Apply(f func())
}

// Background is the Exec of a running window.
func Background() Exec { return background{} }

// Awaited is the Exec of a running window whose work can be waited for when the window is gone.
type Awaited struct {
	background
	work sync.WaitGroup
}

// Go implements Exec.
func (a *Awaited) Go(work func()) { a.work.Go(work) }

// Wait waits until all work is done, but not longer than some time, and tells whether it is.
func (a *Awaited) Wait(most time.Duration) bool {
	done := make(chan struct{})
	go func() {
		a.work.Wait()
		close(done)
	}()
	late := time.NewTimer(most)
	defer late.Stop()
	select {
	case <-done:
		return true
	case <-late.C:
		return false
	}
}

// Inline runs everything at once on the goroutine that calls, for tests.
func Inline() Exec { return inline{} }

type background struct{}

func (background) Go(work func()) { go work() }
func (background) Apply(f func()) { fyne.Do(f) }

type inline struct{}

func (inline) Go(work func()) { work() }
func (inline) Apply(f func()) { f() }

// Given is an Exec, or that of a running window where none is given.
func Given(e Exec) Exec {
	if e == nil {
		return Background()
	}
	return e
}
