package kit

import "fyne.io/fyne/v2"

// Exec runs work off the UI's goroutine and brings the result back to it.
type Exec interface {
	// Go runs work, as a rule on another goroutine.
	Go(work func())
	// Apply runs f on the UI's goroutine, where widgets may be touched.
	Apply(f func())
}

// Background is the Exec of a running window.
func Background() Exec { return background{} }

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
