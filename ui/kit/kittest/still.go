package kittest

import "time"

// Still is the kit's Exec for a window in which no time passes: everything is done at once, but nothing that is to wait, so that
// toasts stay and tips do not come.
type Still struct{}

// Go works at once.
func (Still) Go(work func()) { work() }

// Apply runs f at once.
func (Still) Apply(f func()) { f() }

// After never runs f.
func (Still) After(time.Duration, func()) (stop func()) { return func() {} }
