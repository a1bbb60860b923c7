package kit

import (
	"sync"
	"time"

	"fyne.io/fyne/v2"
)

// Exec runs work off the UI's goroutine and brings the result back to it, and does things later.
type Exec interface {
	// Go runs work, as a rule on another goroutine.
	Go(work func())
	// Apply runs f on the UI's goroutine, where widgets may be touched.
	Apply(f func())
	// After runs f on the UI's goroutine when d has passed, unless stop is called before.
	After(d time.Duration, f func()) (stop func())
}

// After runs f on the UI's goroutine when d has passed, unless stop is called before.
type After func(d time.Duration, f func()) (stop func())

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

// Inline runs everything at once on the goroutine that calls, for tests; what is to wait does not.
func Inline() Exec { return inline{} }

type background struct{}

func (background) Go(work func()) { go work() }
func (background) Apply(f func()) { fyne.Do(f) }

func (background) After(d time.Duration, f func()) (stop func()) {
	t := time.AfterFunc(d, func() { fyne.Do(f) })
	return func() { t.Stop() }
}

type inline struct{}

func (inline) Go(work func()) { work() }
func (inline) Apply(f func()) { f() }

func (inline) After(_ time.Duration, f func()) (stop func()) {
	f()
	return func() {}
}

// Given is an Exec, or that of a running window where none is given.
func Given(e Exec) Exec {
	if e == nil {
		return Background()
	}
	return e
}
