package screentest

import "time"

// Held is an Exec that does the work at once and holds the answers back, until a test gives them in an order of its own: it
// shows that an older answer does not take the place of a newer one. What is to wait is held back too.
type Held struct{ answers []func() }

// Go works at once.
func (h *Held) Go(work func()) { work() }

// Apply holds back.
func (h *Held) Apply(do func()) { h.answers = append(h.answers, do) }

// After holds back; what was stopped does nothing when its turn comes.
func (h *Held) After(_ time.Duration, do func()) (stop func()) {
	stopped := false
	h.Apply(func() {
		if !stopped {
			do()
		}
	})
	return func() { stopped = true }
}

// Newest gives the newest answer.
func (h *Held) Newest() { h.give(len(h.answers) - 1) }

// Backwards gives all answers, the newest first, and tells how many there were.
func (h *Held) Backwards() int {
	n := 0
	for ; len(h.answers) > 0; n++ {
		h.Newest()
	}
	return n
}

// Forwards gives all answers, the oldest first.
func (h *Held) Forwards() {
	for len(h.answers) > 0 {
		h.give(0)
	}
}

func (h *Held) give(i int) {
	do := h.answers[i]
	h.answers = append(h.answers[:i:i], h.answers[i+1:]...)
	do()
}

// Idle is an Exec that gives answers at once and lets the work wait, until a test does it in an order of its own.
type Idle struct {
	Work  []func()
	Due   []func()        // what After was asked for
	Waits []time.Duration // and how long it is to wait
}

// Go lets the work wait.
func (e *Idle) Go(work func()) { e.Work = append(e.Work, work) }

// Apply runs f at once.
func (*Idle) Apply(f func()) { f() }

// After notes what is due.
func (e *Idle) After(d time.Duration, f func()) (stop func()) {
	e.Waits, e.Due = append(e.Waits, d), append(e.Due, f)
	return func() {}
}
