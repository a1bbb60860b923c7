package data

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// PeriodBooks are the records of a project that the figures of one of its reporting periods follow from.
type PeriodBooks struct {
	Project        *Project
	Period         *Period
	Partners       []*Partner
	Events         []Counted // of the whole project
	Evidence       map[string][]*Evidence
	Takeaways      []*Takeaway
	Indicators     []*Indicator
	Communications []*Communication
	// Organisation gives what is known of an organisation; nil where there is none.
	Organisation func(id string) *Organisation
}

// figuring adds the figures of a period up.
type figuring struct {
	b        *PeriodBooks
	held     []Counted
	lessons  []*Takeaway
	lands    map[string]string // event → country, of the whole project
	numbers  map[string]string // event → number
	visits   map[string]int    // person → events that she came to
	of       map[[2]string]*RecordFigures
	distinct map[[2]string]map[string]map[string]bool // record → figure → what was counted
}

// Figures are those of the period: of the events that were held in it, as a final report of the period counts them, with what
// was learned there, the indicators, and the communication activities of the period.
func (b *PeriodBooks) Figures() Figures {
	f := &figuring{b: b, lands: map[string]string{}, numbers: map[string]string{}, visits: map[string]int{}, of: map[[2]string]*RecordFigures{}, distinct: map[[2]string]map[string]map[string]bool{}}
	f.pick()
	f.whole()
	for i := range f.held {
		f.event(&f.held[i])
	}
	f.involved()
	f.learned()
	f.indicators()
	f.communications()
	f.count()
	out := Figures{Version: FiguresVersion, Of: make([]RecordFigures, 0, len(f.of))}
	for _, r := range f.of {
		out.Of = append(out.Of, *r)
	}
	slices.SortFunc(out.Of, func(x, y RecordFigures) int {
		return cmp.Or(entityRank(x.Entity)-entityRank(y.Entity), strings.Compare(x.Code, y.Code), strings.Compare(x.ID, y.ID))
	})
	return out
}

// pick keeps the events held in the period, and what was learned at its events.
func (f *figuring) pick() {
	listed := map[string]bool{}
	for _, e := range f.b.Events {
		f.lands[e.Event.ID], f.numbers[e.Event.ID] = e.Event.Country, e.Event.Number
		if !f.b.Period.Has(e.Event.Start.Day()) {
			continue
		}
		if e.Event.Held() {
			f.held = append(f.held, e)
		}
		if e.Event.Listed() {
			listed[e.Event.ID] = true
		}
	}
	for _, t := range f.b.Takeaways {
		if t.Visibility != "internal" && slices.ContainsFunc(t.Events, func(id string) bool { return listed[id] }) {
			f.lessons = append(f.lessons, t)
		}
	}
}

func (f *figuring) record(entity, id, code string) *RecordFigures {
	key := [2]string{entity, id}
	if f.of[key] == nil {
		f.of[key] = &RecordFigures{Entity: entity, ID: id, Code: code, Values: map[string]Decimal{}}
	}
	return f.of[key]
}

func (r *RecordFigures) add(figure string, n int) { r.Values[figure] += DecimalOf(n) }

// addSome is add for the words of a breakdown, of which those that nobody chose are left out.
func (r *RecordFigures) addSome(figure string, n int) {
	if n != 0 {
		r.add(figure, n)
	}
}

func (r *RecordFigures) set(figure string, n *Decimal) {
	if n != nil {
		r.Values[figure] = *n
	}
}

// among counts something once, however often it is met.
func (f *figuring) among(r *RecordFigures, figure string, things ...string) {
	key := [2]string{r.Entity, r.ID}
	if f.distinct[key] == nil {
		f.distinct[key] = map[string]map[string]bool{}
	}
	if f.distinct[key][figure] == nil {
		f.distinct[key][figure] = map[string]bool{}
	}
	for _, thing := range things {
		f.distinct[key][figure][thing] = true
	}
}

func (f *figuring) count() {
	for key, figures := range f.distinct {
		for figure, things := range figures {
			f.of[key].Values[figure] = DecimalOf(len(things))
		}
	}
}

// whole begins the totals, which a period without any event has too.
func (f *figuring) whole() {
	r := f.record("project", f.b.Project.ID, "")
	for _, figure := range []string{FigureEvents, FigurePeople, FigureParticipations, FigureTakeaways, FigureFollowUps, FigureActivities, FigureDelivered, FigureReached} {
		r.Values[figure] = 0
	}
	for _, figure := range []string{FigureUnique, FigureOrganisations, FigureCountries} {
		f.among(r, figure)
	}
}

// event adds an event: to itself, to the project, to its partners, and to its country.
func (f *figuring) event(e *Counted) {
	own := f.record("event", e.Event.ID, e.Event.Number)
	f.own(own, e)
	sums := []*RecordFigures{f.record("project", f.b.Project.ID, ""), f.record(CountryFigures, e.Event.Country, "")}
	for _, p := range f.b.Partners {
		if e.Event.OrganisedBy(p.ID) {
			sums = append(sums, f.record("partner", p.ID, p.Code))
		}
	}
	for _, r := range sums {
		r.add(FigureEvents, 1)
		r.add(FigurePeople, e.Tally.Total)
		r.add(FigureParticipations, e.Tally.Participations)
		f.among(r, FigureUnique, e.Tally.People...)
		f.among(r, FigureOrganisations, e.Tally.Organisations...)
	}
	for by, b := range e.Tally.By {
		for word, n := range b.Count {
			own.addSome(by+"/"+word, n)
			for _, r := range sums {
				if r.Entity == "project" || r.Entity == CountryFigures && by == "gender" { // what summaries show
					r.addSome(by+"/"+word, n)
				}
			}
		}
	}
	f.among(sums[0], FigureCountries, e.Tally.Countries()...)
	f.came(e)
}

// came adds what follows from who came, and for the partner that organised the event itself.
func (f *figuring) came(e *Counted) {
	for _, person := range e.Tally.People {
		f.visits[person]++
	}
	for _, id := range e.Tally.Organisations {
		f.record("organisation", id, "").add(FigureEvents, 1)
	}
	for _, p := range f.b.Partners {
		if e.Event.Organiser == p.ID {
			r := f.record("partner", p.ID, p.Code)
			r.add(FigureLed, 1)
			f.among(r, FigureLedUnique, e.Tally.People...)
		}
	}
}

// involved counts different people by how often they came, and organisations by what they are.
func (f *figuring) involved() {
	whole := f.record("project", f.b.Project.ID, "")
	for _, n := range f.visits {
		whole.add(FigureAttended+"/"+strconv.Itoa(n), 1)
	}
	for key := range f.of {
		if key[0] != "organisation" {
			continue
		}
		o := f.organisation(key[1])
		whole.add(FigureOrgGroup+"/"+o.Group, 1)
		whole.add(FigureOrgCountry+"/"+o.Country, 1)
		whole.add(FigureOrgLevel+"/"+o.Level, 1)
	}
}

func (f *figuring) organisation(id string) Organisation {
	if o := f.b.Organisation(id); o != nil {
		return *o
	}
	return Organisation{}
}

func (f *figuring) group(organisation string) string { return f.organisation(organisation).Group }

func (f *figuring) own(r *RecordFigures, e *Counted) {
	if !e.Tally.Known {
		r.add(FigureUncounted, 1)
	} else {
		r.add(FigurePeople, e.Tally.Total)
		r.add(FigureNamed, e.Tally.Named)
		r.add(FigureCounted, e.Tally.Counted)
		r.add(FigureParticipations, e.Tally.Participations)
		f.among(r, FigureOrganisations, e.Tally.Organisations...)
		for _, by := range Dimension.Words {
			if !e.Tally.By[by].Known {
				r.add(FigureUnbroken+"/"+by, 1)
			}
		}
	}
	for _, v := range f.b.Evidence[e.Event.ID] {
		r.add(FigureEvidence+"/"+v.Kind, 1)
	}
	for figure, n := range map[string]*int{FigureExpected: e.Event.Expected, FigureReplies: e.Event.Replies} {
		if n != nil {
			r.add(figure, *n)
		}
	}
	r.set(FigureSatisfaction, e.Event.Satisfaction)
}

// learned counts what was learned: once in all, and once at each of its events of the period.
func (f *figuring) learned() {
	whole := f.record("project", f.b.Project.ID, "")
	for _, t := range f.lessons {
		whole.add(FigureTakeaways, 1)
		whole.add(FigureLearnedLand+"/"+strings.Join(t.lands(f.lands), "+"), 1)
		whole.add(FigureLearnedAt+"/"+strings.Join(each(t.Events, f.numbers), "+"), 1)
		whole.add(FigureLearnedTheme+"/"+t.Theme, 1)
		whole.add(FigureLearnedKind+"/"+t.Kind, 1)
		if t.HasFollowUp() {
			whole.add(FigureFollowUps, 1)
			whole.add(FigureFollowUp+"/"+t.FollowUpState, 1)
		}
		for _, e := range f.held {
			if t.Events.Has(e.Event.ID) {
				f.record("event", e.Event.ID, e.Event.Number).add(FigureTakeaways, 1)
			}
		}
	}
}

// lands are the countries that a takeaway is about: its own, else those of its events.
func (t *Takeaway) lands(of map[string]string) Set {
	if t.Country != "" {
		return SetOf(t.Country)
	}
	return each(t.Events, of)
}

// each are the different words that some things have, in order.
func each(things Set, of map[string]string) Set {
	var words []string
	for _, thing := range things {
		if of[thing] != "" {
			words = append(words, of[thing])
		}
	}
	return SetOf(words...)
}

// indicators have their values of the period: in all, and by the partners that organised the events.
func (f *figuring) indicators() {
	var periods []int
	if n := f.b.Period.Number; n != nil {
		periods = []int{*n}
	}
	for _, i := range f.b.Indicators {
		r := f.record("indicator", i.ID, i.Code)
		r.set(FigureTarget, i.Target)
		r.set(FigureBaseline, i.Baseline)
		r.set(FigureActual, i.Actual(f.held, periods, f.group))
		for j := range i.Targets {
			r.set(FigureTarget+"/"+i.Targets[j].Partner, i.Targets[j].Target)
		}
		if i.Count == "by_hand" { // which is not kept by partner
			continue
		}
		without := *i
		without.Baseline = nil // which is nobody's
		for _, p := range f.b.Partners {
			var own []Counted
			for _, e := range f.held {
				if e.Event.OrganisedBy(p.ID) {
					own = append(own, e)
				}
			}
			r.set(FigureActual+"/"+p.ID, without.Actual(own, periods, f.group))
		}
	}
}

func (f *figuring) communications() {
	whole := f.record("project", f.b.Project.ID, "")
	for _, c := range f.b.Communications {
		if !c.In(f.b.Period) {
			continue
		}
		r := f.record("communication", c.ID, "")
		r.add(FigureDelivered, 0)
		if c.Status == "delivered" {
			r.add(FigureDelivered, 1)
			whole.add(FigureDelivered, 1)
		}
		whole.add(FigureActivities, 1)
		whole.add(FigureByStatus+"/"+c.Status, 1)
		whole.add(FigureByChannel+"/"+c.Channel, 1)
		if c.Reached != nil {
			r.add(FigureReached, *c.Reached)
			whole.add(FigureReached, *c.Reached)
		}
	}
}

// Listed tells whether an event stands in reports: it was held, or is to be.
func (e *Event) Listed() bool { return e.Held() || e.Status == "planned" || e.Status == "confirmed" }

// OrganisedBy tells whether a partner organised the event, alone or with others.
func (e *Event) OrganisedBy(partner string) bool {
	return e.Organiser == partner || e.CoOrganisers.Has(partner)
}

// In tells whether the activity belongs to a reporting period: to that in which it was reported, else by its day.
func (c *Communication) In(p *Period) bool {
	if c.ReportedPeriod != nil && p.Number != nil {
		return *c.ReportedPeriod == *p.Number
	}
	return p.Has(c.Date)
}
