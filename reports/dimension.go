package reports

import (
	"maps"
	"slices"

	"primadesk/data"
)

// dimensionWords are those of the dimensions that have closed lists; countries are in the order of the language.
var dimensionWords = map[string]*data.Enum{"gender": data.Gender, "age_band": data.AgeBand, "group": data.Group}

// wordLabel is how a word of a dimension is called.
func (d *dossier) wordLabel(by, word string) string {
	switch {
	case by == "gender" && data.Gender.Has(word):
		return d.genderHeader(word)
	case word == data.Undisclosed:
		return d.p.T("report.not_stated")
	case by == "country":
		return d.country(word)
	case dimensionWords[by] != nil && dimensionWords[by].Has(word):
		return d.p.Enum(by, word)
	}
	return word
}

// labelsOf are the words of a dimension as they are called, in the order in which they stand, and at the end "not stated".
func (d *dossier) labelsOf(by string) []string {
	var labels []string
	add := func(label string) {
		if !slices.Contains(labels, label) {
			labels = append(labels, label)
		}
	}
	if words := dimensionWords[by]; words != nil {
		for _, word := range words.Words {
			if word != data.Undisclosed {
				add(d.wordLabel(by, word))
			}
		}
	}
	var others []string
	for _, o := range d.held {
		for _, word := range slices.Sorted(maps.Keys(o.tally.By[by].Count)) {
			if label := d.wordLabel(by, word); word != data.Undisclosed && !slices.Contains(labels, label) {
				others = append(others, label)
			}
		}
	}
	slices.SortFunc(others, d.compare)
	for _, label := range others {
		add(label)
	}
	add(d.wordLabel(by, data.Undisclosed))
	return labels
}

// countsOf are the people of an event by the labels of a dimension. An event at which it was not asked has all its people under "not
// broken down"; one at which nobody was counted has none.
func (d *dossier) countsOf(o *occasion, by string) map[string]int {
	counts := map[string]int{}
	switch b := o.tally.By[by]; {
	case !o.tally.Known:
	case !b.Known:
		counts[d.p.T("report.not_broken")] = o.tally.Total
	default:
		for word, n := range b.Count {
			counts[d.wordLabel(by, word)] += n
		}
	}
	return counts
}
