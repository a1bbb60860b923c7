package events

import (
	"slices"
	"strings"

	"primadesk/assets/i18n"
	"primadesk/data"
)

// proven is a line of the proof that the numbers of an event add up.
type proven struct {
	ok   bool
	text string
}

// proofOf puts a tally into words: for each dimension its sum, what is wrong with it, and who has not been described yet.
func proofOf(p *i18n.Printer, t *data.Tally) []proven {
	if !t.Known {
		return []proven{{text: p.T("events.proof_unknown")}}
	}
	var out []proven
	for _, by := range []string{"gender", "age_band", "country"} {
		out = append(out, dimension(p, t, by))
	}
	if n := t.By["country"].Count[data.Undisclosed]; t.By["country"].Known && n > 0 {
		out = append(out, proven{text: p.N("events.proof_no_country", n)})
	}
	for _, m := range t.Mismatches {
		switch m.Code {
		case "tally.more_named":
			out = append(out, proven{text: p.T("events.proof_more_named", "Named", p.Number(m.Sum), "Count", p.Number(m.Total))})
		case "tally.counted_twice":
			out = append(out, proven{text: p.T("events.proof_counted_twice", "Count", p.Number(m.Sum))})
		}
	}
	return out
}

// dimension is the line of one breakdown: "Gender 20 + 17 + 0 + 1 = 38".
func dimension(p *i18n.Printer, t *data.Tally, by string) proven {
	name := p.Enum(data.Dimension.Name, by)
	b := t.By[by]
	if !b.Known {
		return proven{text: p.T("events.proof_not_counted", "By", name)}
	}
	var parts []string
	for _, w := range wordsOf(by, b) {
		parts = append(parts, p.Number(b.Count[w]))
	}
	sum := b.Sum()
	text := p.T("events.proof_sum", "By", name, "Sum", strings.Join(parts, " + "), "Total", p.Number(sum))
	switch {
	case sum == t.Total:
		return proven{ok: true, text: text}
	case sum < t.Total:
		return proven{text: p.N("events.proof_too_few", t.Total-sum, "Sum", text, "Total", p.Number(t.Total))}
	}
	return proven{text: p.N("events.proof_too_many", sum-t.Total, "Sum", text, "Total", p.Number(t.Total))}
}

// wordsOf are the words of a breakdown in the order they are shown: gender and age in their own, of countries the most
// frequent first.
func wordsOf(by string, b data.Breakdown) []string {
	switch by {
	case "gender":
		return data.Gender.Words
	case "age_band":
		return data.AgeBand.Words
	}
	var out []string
	for w, n := range b.Count {
		if n > 0 {
			out = append(out, w)
		}
	}
	slices.SortFunc(out, func(x, y string) int {
		switch {
		case x == data.Undisclosed:
			return 1
		case y == data.Undisclosed:
			return -1
		case b.Count[x] != b.Count[y]:
			return b.Count[y] - b.Count[x]
		}
		return compare(x, y)
	})
	return out
}
