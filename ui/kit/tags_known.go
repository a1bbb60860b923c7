package kit

import "slices"

// SetKnown changes the words that can be chosen. What is in the set stays.
func (t *Tags) SetKnown(known []Option) {
	t.p.Known = slices.Clone(known)
	t.show()
}
