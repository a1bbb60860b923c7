package app

import (
	"slices"

	"primadesk/data"
)

// proposed is how many communication activities Proposals would list, without what fills them in.
func (s *Home) proposed(f *figures, b *books) (int, error) {
	told, err := told(f)
	if err != nil {
		return 0, err
	}
	n := 0
	for _, e := range b.events {
		if e.Event.Held() && !told[e.Event.ID] && !slices.Contains(notPublic, e.Event.Type) {
			n++
		}
	}
	bulletins, err := all[data.Bulletin](f)
	for _, x := range bulletins {
		if !told[x.ID] && s.w.Proposals.issued(x) {
			n++
		}
	}
	return n, err
}
