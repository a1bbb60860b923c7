package reports

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"golang.org/x/text/collate"

	"primadesk/assets/i18n"
	"primadesk/data"
)

// dossier is everything that the sheets of one deliverable speak of, gathered and sorted before the first is written.
type dossier struct {
	o       Options
	p       *i18n.Printer
	sort    *collate.Collator
	project *data.Project
	choice  *choice

	partners     []*data.Partner // the coordinator first
	packages     map[string]*data.WorkPackage
	tasks        map[string]*data.Task
	deliverables []*data.Deliverable // by number
	words        map[string]*data.Vocabulary

	held    []*occasion // by day and number, those without a date last
	coming  []*occasion // planned or confirmed: listed, not counted
	numbers map[string]string
	lands   map[string]string // event → country, of all events of the project

	lessons        []*lesson
	organisations  []*involved
	communications []*data.Communication
	indicators     []*data.Indicator
	contacts       func(context.Context) ([]*person, error)

	reported *data.Reported // of a closed period
	public   *publicView    // what a version for the public withholds
	problems data.Problems  // sums that are off
	draft    bool
}

// occasion is an event with its figures and its place in the workbook.
type occasion struct {
	*data.Event
	tally    data.Tally
	evidence map[string]int
	sheet    string // its event sheet's id; tables there are called after it
}

func newDossier(o Options) *dossier {
	return &dossier{o: o, p: o.Printer, sort: o.Printer.Collator(), numbers: map[string]string{}, lands: map[string]string{}}
}

// gather reads the source once.
func gather(ctx context.Context, src Source, o Options) (*dossier, error) {
	d := newDossier(o)
	return d, d.read(ctx, src, d.readTakeaways, d.readOrganisations, d.readReporting)
}

// gatherEvents reads the events and what names them, for a report of events alone.
func gatherEvents(ctx context.Context, src Source, o Options) (*dossier, error) {
	d := newDossier(o)
	return d, d.read(ctx, src)
}

// read takes the project, its plan and the events that the choice leaves, then what else a report is about; at last it is known
// whether this is a draft.
func (d *dossier) read(ctx context.Context, src Source, more ...func(context.Context, Source) error) error {
	steps := []func(context.Context, Source) error{d.readProject, d.readPlan, d.choose, d.readReported, d.readEvents}
	for _, step := range append(steps, more...) {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := step(ctx, src); err != nil {
			return err
		}
	}
	d.problems = d.sumsOff()
	d.draft = !d.o.Final && (len(d.problems) > 0 || d.incomplete())
	return nil
}

func (d *dossier) readProject(ctx context.Context, src Source) (err error) {
	if d.project, err = src.Project(ctx); err != nil {
		return fmt.Errorf("project: %w", err)
	}
	if d.partners, err = src.Partners(ctx); err != nil {
		return fmt.Errorf("partners: %w", err)
	}
	d.partners = slices.Clone(d.partners)
	slices.SortFunc(d.partners, func(a, b *data.Partner) int {
		if first := rank(b.Role == "coordinator") - rank(a.Role == "coordinator"); first != 0 {
			return first
		}
		return d.compare(a.LegalName, b.LegalName)
	})
	vocabulary, err := src.Vocabulary(ctx)
	if err != nil {
		return fmt.Errorf("vocabulary: %w", err)
	}
	d.words = make(map[string]*data.Vocabulary, len(vocabulary))
	for _, v := range vocabulary {
		d.words[v.Kind+"/"+v.Code] = v
	}
	return nil
}

func rank(first bool) int {
	if first {
		return 1
	}
	return 0
}

func (d *dossier) readPlan(ctx context.Context, src Source) error {
	packages, err := src.WorkPackages(ctx)
	if err != nil {
		return fmt.Errorf("work packages: %w", err)
	}
	d.packages = byID(packages)
	tasks, err := src.Tasks(ctx)
	if err != nil {
		return fmt.Errorf("tasks: %w", err)
	}
	d.tasks = byID(tasks)
	deliverables, err := src.Deliverables(ctx)
	if err != nil {
		return fmt.Errorf("deliverables: %w", err)
	}
	d.deliverables = slices.Clone(deliverables)
	slices.SortFunc(d.deliverables, func(a, b *data.Deliverable) int { return natural(a.Number, b.Number) })
	return nil
}

// sortedBy gives the records of a map by their numbers.
func sortedBy[T data.Record](m map[string]T, number func(T) string) []T {
	return slices.SortedFunc(maps.Values(m), func(a, b T) int {
		return cmp.Or(natural(number(a), number(b)), strings.Compare(a.Head().ID, b.Head().ID))
	})
}

func byID[T data.Record](list []T) map[string]T {
	m := make(map[string]T, len(list))
	for _, r := range list {
		m[r.Head().ID] = r
	}
	return m
}

// readEvents keeps the events that the choice asks for: those held, which are counted, and those planned or confirmed,
// which are listed. Ideas, postponed and cancelled events are left out.
func (d *dossier) readEvents(ctx context.Context, src Source) error {
	met := map[string]bool{}
	for figures, err := range src.Events(ctx) {
		if err != nil {
			return fmt.Errorf("events: %w", err)
		}
		e := figures.Event
		d.numbers[e.ID], d.lands[e.ID] = e.Number, e.Country
		met[e.ID], met[e.Number] = true, true
		if !d.choice.event(e) {
			continue
		}
		o := &occasion{Event: e, tally: figures.Tally, evidence: figures.Evidence}
		switch {
		case e.Held():
			d.held = append(d.held, o)
		case e.Status == "planned" || e.Status == "confirmed":
			d.coming = append(d.coming, o)
		}
	}
	for _, wanted := range d.o.Events {
		if !met[wanted] {
			return data.Fail("report.nothing", "Option", optionFlag(OptEvent), "Value", wanted)
		}
	}
	slices.SortFunc(d.held, byDay)
	slices.SortFunc(d.coming, byDay)
	for i, o := range d.held {
		o.sheet = fmt.Sprintf("event%d", i+1)
	}
	return nil
}

// byDay puts events without a date last.
func byDay(a, b *occasion) int {
	for _, c := range []int{
		rank(a.Start == "") - rank(b.Start == ""), strings.Compare(string(a.Start), string(b.Start)),
		natural(a.Number, b.Number), strings.Compare(a.ID, b.ID),
	} {
		if c != 0 {
			return c
		}
	}
	return 0
}

func (d *dossier) readReporting(ctx context.Context, src Source) error {
	communications, err := src.Communications(ctx)
	if err != nil {
		return fmt.Errorf("communication activities: %w", err)
	}
	d.communications = slices.DeleteFunc(slices.Clone(communications), func(c *data.Communication) bool { return !d.choice.communication(c, d.holds) })
	slices.SortFunc(d.communications, func(a, b *data.Communication) int {
		for _, c := range []int{
			rank(a.Date == "") - rank(b.Date == ""), strings.Compare(string(a.Date), string(b.Date)),
			d.compare(d.text(&a.Name), d.text(&b.Name)), strings.Compare(a.ID, b.ID),
		} {
			if c != 0 {
				return c
			}
		}
		return 0
	})
	indicators, err := src.Indicators(ctx)
	if err != nil {
		return fmt.Errorf("indicators: %w", err)
	}
	d.indicators = slices.Clone(indicators)
	slices.SortFunc(d.indicators, func(a, b *data.Indicator) int {
		if c := natural(a.Code, b.Code); c != 0 {
			return c
		}
		return strings.Compare(a.ID, b.ID)
	})
	d.contacts = func(ctx context.Context) ([]*person, error) { return d.readContacts(ctx, src) }
	return nil
}

// holds tells whether an event is among those listed.
func (d *dossier) holds(event string) bool {
	is := func(o *occasion) bool { return o.ID == event }
	return slices.ContainsFunc(d.held, is) || slices.ContainsFunc(d.coming, is)
}

func (d *dossier) compare(a, b string) int { return d.sort.CompareString(a, b) }

// natural compares "WP2" before "WP10": runs of digits by their value.
func natural(a, b string) int {
	for a != "" && b != "" {
		x, y := digitRun(a), digitRun(b)
		if x != "" && y != "" {
			p, q := strings.TrimLeft(x, "0"), strings.TrimLeft(y, "0")
			if c := len(p) - len(q); c != 0 {
				return c
			}
			if c := strings.Compare(p, q); c != 0 {
				return c
			}
			a, b = a[len(x):], b[len(y):]
			continue
		}
		if a[0] != b[0] {
			return int(a[0]) - int(b[0])
		}
		a, b = a[1:], b[1:]
	}
	return len(a) - len(b)
}

func digitRun(s string) string {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return s[:i]
		}
	}
	return s
}
