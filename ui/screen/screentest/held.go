package screentest

// Held is an Exec that does the work at once and holds the answers back, until a test gives them in an order of its own: it
// shows that an older answer does not take the place of a newer one.
type Held struct{ answers []func() }

// Go works at once.
func (h *Held) Go(work func()) { work() }

// Apply holds back.
func (h *Held) Apply(do func()) { h.answers = append(h.answers, do) }

// Newest gives the newest answer.
func (h *Held) Newest() {
	last := len(h.answers) - 1
	give := h.answers[last]
	h.answers = h.answers[:last]
	give()
}

// Backwards gives all answers, the newest first, and tells how many there were.
func (h *Held) Backwards() int {
	n := 0
	for ; len(h.answers) > 0; n++ {
		h.Newest()
	}
	return n
}
