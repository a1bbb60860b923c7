package data

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"time"
)

// How a figure differs from what was reported.
const (
	DifferenceChanged = "changed"  // it is another number
	DifferenceAdded   = "added"    // the record was not reported
	DifferenceGone    = "gone"     // the record is not in the workspace any more
	DifferenceTrashed = "trashed"  // it lies in the trash
	DifferenceMoved   = "moved"    // its day lies outside the period now
	DifferenceNotHeld = "not_held" // it does not count as held any more
)

// Difference is a figure that is not what was reported.
type Difference struct {
	Kind       string
	Entity, ID string   // of RecordFigures
	Code       string   // as reported, else as now
	Figure     string   // of a record that came or went, its main one
	Then, Now  *Decimal // nil: not known, or no such record
	Day        Date     // of a record that was moved, where it lies now

	// What whoever compares knows beside the numbers.
	Title string    // what the record is called
	Of    string    // what the word of the figure is called, where that is a record: its partner, or a theme of the users
	By    string    // the author of the latest change, where known
	At    time.Time // and its moment
}

// Differences compares figures as they were reported with those of now: the whole first, then what makes it up. Of a record
// that came or went, one main figure is told. Figures without a difference are not told; the same figures have none.
func Differences(then, now *Figures) []Difference {
	var out []Difference
	old, fresh := then.byRecord(), now.byRecord()
	for _, key := range slices.Sorted(maps.Keys(merged(old, fresh))) {
		x, y := old[key], fresh[key]
		some := cmp.Or(x, y)
		if x == nil || y == nil {
			if d, ok := some.cameOrWent(x, y); ok {
				out = append(out, d)
				continue
			}
		}
		for _, figure := range figuresOf(x, y) {
			if d, differs := difference(some, figure, x.Value(figure), y.Value(figure)); differs {
				out = append(out, d)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Difference) int {
		return cmp.Or(entityRank(a.Entity)-entityRank(b.Entity), strings.Compare(a.Code, b.Code), strings.Compare(a.ID, b.ID))
	})
	return out
}

// causes is the order of CausesFirst.
var causes = []string{"event", "communication", "indicator", "partner", "organisation", CountryFigures, "project"}

// CausesFirst puts differences of what was changed before those that follow from it: events, activities and indicators before
// the sums over them.
func CausesFirst(list []Difference) []Difference {
	out := slices.Clone(list)
	slices.SortStableFunc(out, func(a, b Difference) int { return slices.Index(causes, a.Entity) - slices.Index(causes, b.Entity) })
	return out
}

func (f *Figures) byRecord() map[string]*RecordFigures {
	m := make(map[string]*RecordFigures, len(f.Of))
	for i := range f.Of {
		m[f.Of[i].Entity+"/"+f.Of[i].ID] = &f.Of[i]
	}
	return m
}

func merged[K comparable, V any](a, b map[K]V) map[K]V {
	m := maps.Clone(a)
	maps.Copy(m, b)
	return m
}

// cameOrWent is the one difference of a record that is on one side alone. The project, partners and countries neither come
// nor go: their figures do.
func (r *RecordFigures) cameOrWent(then, now *RecordFigures) (Difference, bool) {
	figure := ""
	switch r.Entity {
	case "event":
		figure = FigurePeople
	case "indicator":
		figure = FigureActual
	case "communication":
		figure = FigureReached
	default:
		return Difference{}, false
	}
	d := Difference{Kind: DifferenceAdded, Entity: r.Entity, ID: r.ID, Code: r.Code, Figure: figure, Then: then.Value(figure), Now: now.Value(figure)}
	if now == nil {
		d.Kind = DifferenceGone
	}
	return d, true
}

func figuresOf(a, b *RecordFigures) []string {
	names := map[string]bool{}
	for _, r := range []*RecordFigures{a, b} {
		if r != nil {
			for figure := range r.Values {
				names[figure] = true
			}
		}
	}
	return slices.SortedFunc(maps.Keys(names), compareFigures)
}

func difference(r *RecordFigures, figure string, then, now *Decimal) (Difference, bool) {
	if isPart(figure) || isSum(r.Entity) { // a word that nobody chose has no figure, nor has a country without events
		then, now = cmp.Or(then, new(Decimal)), cmp.Or(now, new(Decimal))
	}
	if then == nil && now == nil || then != nil && now != nil && *then == *now {
		return Difference{}, false
	}
	return Difference{Kind: DifferenceChanged, Entity: r.Entity, ID: r.ID, Code: r.Code, Figure: figure, Then: then, Now: now}, true
}

// isSum tells whether the figures of an entity are sums over other records.
func isSum(entity string) bool {
	return entity == "project" || entity == "partner" || entity == CountryFigures || entity == "organisation"
}

// isPart tells whether a figure is the number of those with one word of a breakdown.
func isPart(figure string) bool {
	kind, _ := SplitFigure(figure)
	return strings.Contains(figure, "/") && kind != FigureActual && kind != FigureTarget || kind == FigureTakeaways || kind == FigureUncounted
}

// Reported is what was reported of a closed period beside what would be reported now.
type Reported struct {
	Period      *Period
	Closing     *Closing
	Others      []*Closing // further closings of the period that stand, or stood
	Then, Now   Figures
	Differences []Difference
	Unreadable  error // why the figures cannot be compared
}

// Twice tells whether the period is closed more than once: by workspaces that did not know of each other.
func (r *Reported) Twice() bool {
	return slices.ContainsFunc(r.Others, func(c *Closing) bool { return !c.Open() })
}

// Figure is a figure of the project as a whole, as reported and as it is now.
func (r *Reported) Figure(figure string) (then, now *Decimal) {
	return r.Then.Whole().Value(figure), r.Now.Whole().Value(figure)
}
