package data

import (
	"encoding/json"
	"slices"
	"strings"
)

// FiguresVersion is the form in which Figures are encoded now.
const FiguresVersion = 1

// Figures are the numbers of one reporting period, as reports show them: no text, no name, nothing about a person.
type Figures struct {
	Version int             `json:"version"`
	Of      []RecordFigures `json:"of"` // in the order of figuredEntities, then by code and id
}

// RecordFigures are the numbers of one record: an event, an indicator, a communication activity, a partner, an organisation,
// the project as a whole, or a country, whose id is its code (empty: events without one). What is not known has no value, which is not zero.
type RecordFigures struct {
	Entity string             `json:"entity"`
	ID     string             `json:"id"`
	Code   string             `json:"code,omitempty"` // the number or code by which people call it
	Values map[string]Decimal `json:"values"`         // by figure: "people", "gender/female"
}

// Figures that the records have. Those of a breakdown have its word behind a slash: "gender/female", "evidence/signed_list";
// several words stand with "+" between them. Those of an indicator by partner have the partner's id: "actual/…".
const (
	FigureEvents         = "events" // held in the period
	FigureLed            = "led"    // of a partner: those that it organised itself, alone or before others
	FigurePeople         = "people" // Tally.Total
	FigureUncounted      = "uncounted"
	FigureParticipations = "participations" // Tally.Participations
	FigureUnique         = "unique_people"  // different named people over the period
	FigureLedUnique      = "led_unique"     // at the events that a partner organised itself
	FigureAttended       = "attended"       // attended/2: different named people who came to two events
	FigureNamed          = "named"          // Tally.Named
	FigureCounted        = "counted"        // Tally.Counted
	FigureUnbroken       = "unbroken"       // unbroken/gender 1: the head count does not tell
	FigureCountries      = "countries"      // that people came from
	FigureOrganisations  = "organisations"
	FigureOrgGroup       = "organisations_by_group"
	FigureOrgCountry     = "organisations_by_country"
	FigureOrgLevel       = "organisations_by_level"
	FigureTakeaways      = "takeaways"
	FigureLearnedLand    = "takeaways_by_country" // of the takeaway, else of its events
	FigureLearnedAt      = "takeaways_by_event"   // by the numbers of their events
	FigureLearnedTheme   = "takeaways_by_theme"
	FigureLearnedKind    = "takeaways_by_kind"
	FigureFollowUps      = "follow_ups"
	FigureFollowUp       = "follow_up" // by state
	FigureEvidence       = "evidence"  // by kind
	FigureExpected       = "expected"
	FigureReplies        = "replies"
	FigureSatisfaction   = "satisfaction"
	FigureActual         = "actual"
	FigureTarget         = "target"
	FigureBaseline       = "baseline"
	FigureActivities     = "activities" // of communication
	FigureByStatus       = "activities_by_status"
	FigureByChannel      = "activities_by_channel"
	FigureDelivered      = "delivered"
	FigureReached        = "reached"
)

// figureOrder is the order in which the figures of a record are told.
var figureOrder = slices.Concat([]string{
	FigureEvents, FigureLed, FigurePeople, FigureUncounted, FigureParticipations, FigureUnique, FigureLedUnique, FigureAttended, FigureNamed, FigureCounted,
}, Dimension.Words, []string{
	FigureUnbroken, FigureCountries, FigureOrganisations, FigureOrgGroup, FigureOrgCountry, FigureOrgLevel,
	FigureTakeaways, FigureLearnedLand, FigureLearnedAt, FigureLearnedTheme, FigureLearnedKind, FigureFollowUps, FigureFollowUp,
	FigureEvidence, FigureExpected, FigureReplies, FigureSatisfaction, FigureActual, FigureTarget, FigureBaseline,
	FigureActivities, FigureByStatus, FigureByChannel, FigureDelivered, FigureReached,
})

// figuredEntities is the order in which records are told: the whole first, then what makes it up.
var figuredEntities = []string{"project", "event", "indicator", "communication", "partner", "country", "organisation"}

// CountryFigures is the Entity of the figures of a country, which is no record.
const CountryFigures = "country"

// Encode gives the figures as a text to be kept: JSON, in a definite order.
func (f *Figures) Encode() (string, error) {
	b, err := json.Marshal(f)
	return string(b), err
}

// DecodeFigures reads figures that were kept. Errors: "figures.newer", "figures.form".
func DecodeFigures(s string) (Figures, error) {
	var head struct {
		Version int `json:"version"`
	}
	if err := json.Unmarshal([]byte(s), &head); err != nil {
		return Figures{}, Fail("figures.form").Because(err)
	}
	switch {
	case head.Version > FiguresVersion:
		return Figures{}, Fail("figures.newer", "Version", head.Version, "Known", FiguresVersion)
	case head.Version < 1:
		return Figures{}, Fail("figures.form")
	}
	var f Figures
	if err := json.Unmarshal([]byte(s), &f); err != nil {
		return Figures{}, Fail("figures.form").Because(err)
	}
	return f, nil
}

// Record finds the figures of a record; nil where it has none.
func (f *Figures) Record(entity, id string) *RecordFigures {
	for i := range f.Of {
		if f.Of[i].Entity == entity && f.Of[i].ID == id {
			return &f.Of[i]
		}
	}
	return nil
}

// Whole are the figures of the project as a whole; nil where there are none.
func (f *Figures) Whole() *RecordFigures {
	for i := range f.Of {
		if f.Of[i].Entity == "project" {
			return &f.Of[i]
		}
	}
	return nil
}

// Value is one figure; nil where it is not known. It may be asked of nil.
func (r *RecordFigures) Value(figure string) *Decimal {
	if r == nil {
		return nil
	}
	n, ok := r.Values[figure]
	if !ok {
		return nil
	}
	return &n
}

// SplitFigure parts a figure from the word of its breakdown: "gender/female" is "gender" and "female".
func SplitFigure(figure string) (kind, word string) {
	kind, word, _ = strings.Cut(figure, "/")
	return kind, word
}

func compareFigures(a, b string) int {
	x, v := SplitFigure(a)
	y, w := SplitFigure(b)
	if n := figureRank(x) - figureRank(y); n != 0 {
		return n
	}
	return strings.Compare(v, w)
}

// figureRank puts figures that this version does not know last.
func figureRank(kind string) int {
	if i := slices.Index(figureOrder, kind); i >= 0 {
		return i
	}
	return len(figureOrder)
}

func entityRank(entity string) int {
	if i := slices.Index(figuredEntities, entity); i >= 0 {
		return i
	}
	return len(figuredEntities)
}
