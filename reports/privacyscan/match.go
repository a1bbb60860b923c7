package privacyscan

import (
	"slices"
	"strings"
)

// piece is a text at one place; a unit is what is read together: a paragraph, a row of cells, a page's lines. A name may run
// from a piece into the next, an address may not.
type piece struct {
	text string
	at   Place
}

// read looks for personal data in a unit.
func (s *scan) read(part string, unit []piece) error {
	if err := s.ctx.Err(); err != nil {
		return err
	}
	unit = short(unit)
	s.words = s.words[:0]
	for i := range unit {
		s.words = split(s.words, unit[i].text, i)
	}
	s.names(part, unit)
	for i := range unit {
		s.patterns(part, &unit[i])
	}
	return nil
}

// short parts long texts where there is room between words, so that what is looked for in them takes a time in proportion.
func short(unit []piece) []piece {
	if !slices.ContainsFunc(unit, func(p piece) bool { return len(p.text) > mostText }) {
		return unit
	}
	var parts []piece
	for _, p := range unit {
		for len(p.text) > mostText {
			cut := strings.LastIndexAny(p.text[:mostText], " \t\n\r,;")
			if cut <= 0 {
				cut = mostText
			}
			parts = append(parts, piece{p.text[:cut], p.at})
			p.text = p.text[cut:]
		}
		parts = append(parts, p)
	}
	return parts
}

// names finds whole names of people. What is inside a longer name of a place or an organisation is no person's.
func (s *scan) names(part string, unit []piece) {
	words := s.words
	covered := 0 // words before this are part of a phrase that may be said
	for i := 0; i < len(words); i++ {
		people, most := s.longest(i, person), s.longest(i, place)
		if longer := s.longest(i, organisation); longer > most && longer != people {
			most = longer
		}
		covered = max(covered, i+most)
		if people == 0 || i+people <= covered {
			continue
		}
		found := Finding{Part: part, Place: unit[words[i].piece].at, Kind: Name, Known: true}
		for _, w := range words[i : i+people] {
			found.Text = maskedWord(found.Text, unit[w.piece].text[w.start:w.end])
		}
		s.add(found)
		i += people - 1
	}
}

// longest is how many words from the i-th on are the longest known sequence of a kind.
func (s *scan) longest(i int, what public) int {
	best := 0
	for _, first := range [2]uint64{s.words[i].hash, s.words[i].after} {
		if first == 0 {
			continue
		}
		lengths := s.known.lengths[first]
		if lengths == 0 {
			continue
		}
		h := follow(0, first)
		for n := 2; n <= mostWords && i+n <= len(s.words); n++ {
			h = follow(h, s.words[i+n-1].hash)
			if lengths&(1<<n) != 0 && s.known.names[h]&what != 0 {
				best = max(best, n)
			}
		}
	}
	return best
}
