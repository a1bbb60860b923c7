package app

import (
	"context"
	"io"
	"iter"

	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/data/store"
	"primadesk/reports"
)

// figures answers a report out of one read transaction. It keeps what is known of
// organisations, which are few beside contacts, and reads attendance an event at a time.
type figures struct {
	of      *Reports
	r       *store.Reader
	project string
	orgs    map[string]*data.Organisation // nil until somebody asks: see organisations
}

var _ reports.Source = (*figures)(nil)

func newFigures(of *Reports, r *store.Reader, project string) *figures {
	return &figures{of: of, r: r, project: project}
}

// organisations are all of the workspace by id, read when first asked for: of a project at whose events nobody was named yet,
// nothing has to be known of them.
func (f *figures) organisations() (map[string]*data.Organisation, error) {
	if f.orgs != nil {
		return f.orgs, nil
	}
	orgs := map[string]*data.Organisation{}
	for _, trash := range []bool{true, false} { // a trashed one still says of which country and group its people were
		for rec, err := range f.r.Each(store.Query{Entity: "organisation", Trash: trash}) {
			if err != nil {
				return nil, err
			}
			orgs[rec.Head().ID] = rec.(*data.Organisation)
		}
	}
	f.orgs = orgs
	return orgs, nil
}

// all reads the live records of an entity that belong to the project.
func all[T any, P interface {
	*T
	data.Record
}](f *figures, conds ...store.Cond) ([]P, error) {
	e := data.EntityOf(P(new(T)))
	if e.Project {
		conds = append(conds, store.Where("project", store.Equal, f.project))
	}
	var out []P
	for rec, err := range f.r.Each(store.Query{Entity: e.Name, Where: conds}) {
		if err != nil {
			return nil, err
		}
		out = append(out, rec.(P))
	}
	return out, nil
}

// Project is the one that the report is of.
func (f *figures) Project(context.Context) (*data.Project, error) {
	return store.Get[data.Project](f.r, f.project)
}

func (f *figures) Partners(context.Context) ([]*data.Partner, error) { return all[data.Partner](f) }
func (f *figures) WorkPackages(context.Context) ([]*data.WorkPackage, error) {
	return all[data.WorkPackage](f)
}
func (f *figures) Tasks(context.Context) ([]*data.Task, error) { return all[data.Task](f) }
func (f *figures) Deliverables(context.Context) ([]*data.Deliverable, error) {
	return all[data.Deliverable](f)
}
func (f *figures) Vocabulary(context.Context) ([]*data.Vocabulary, error) {
	return all[data.Vocabulary](f)
}
func (f *figures) Indicators(context.Context) ([]*data.Indicator, error) {
	return all[data.Indicator](f)
}
func (f *figures) Takeaways(context.Context) ([]*data.Takeaway, error) { return all[data.Takeaway](f) }
func (f *figures) Milestones(context.Context) ([]*data.Milestone, error) {
	return all[data.Milestone](f)
}
func (f *figures) Risks(context.Context) ([]*data.Risk, error) { return all[data.Risk](f) }
func (f *figures) Narratives(context.Context) ([]*data.Narrative, error) {
	return all[data.Narrative](f)
}
func (f *figures) Bulletins(context.Context) ([]*data.Bulletin, error) { return all[data.Bulletin](f) }
func (f *figures) Collections(context.Context) ([]*data.Collection, error) {
	return all[data.Collection](f)
}
func (f *figures) Queries(context.Context) ([]*data.PartnerQuery, error) {
	return all[data.PartnerQuery](f)
}
func (f *figures) Communications(context.Context) ([]*data.Communication, error) {
	return all[data.Communication](f)
}

// Events gives every event of the project with its participants and evidence.
func (f *figures) Events(context.Context) iter.Seq2[reports.EventFigures, error] {
	return func(yield func(reports.EventFigures, error) bool) {
		events, err := all[data.Event](f)
		if err != nil {
			yield(reports.EventFigures{}, err)
			return
		}
		evidence, err := f.evidence()
		if err != nil {
			yield(reports.EventFigures{}, err)
			return
		}
		tallies, err := f.tallies()
		if err != nil {
			yield(reports.EventFigures{}, err)
			return
		}
		for _, e := range events {
			tally, counted := tallies[e.ID]
			if !counted {
				tally = data.TallyOf(nil, nil)
			}
			kinds := map[string]int{}
			for _, v := range evidence[e.ID] {
				kinds[v.Kind]++
			}
			if !yield(reports.EventFigures{Event: e, Tally: tally, Evidence: kinds}, nil) {
				return
			}
		}
	}
}

// Evidence gives what is on file of the project's events.
func (f *figures) Evidence(context.Context) ([]*data.Evidence, error) { return all[data.Evidence](f) }

// OpenEvidence reads a file of evidence.
func (f *figures) OpenEvidence(sha string) (io.ReadCloser, error) { return f.of.w.Evidence.Open(sha) }

// Attendance gives an event's participants, invitations and head counts.
func (f *figures) Attendance(_ context.Context, event string) ([]*data.Attendance, error) {
	return all[data.Attendance](f, store.Where("event", store.Equal, event))
}

// People gives contacts, those in the trash too.
func (f *figures) People(_ context.Context, ids []string) ([]*data.Contact, error) {
	found, err := f.r.Many("contact", ids)
	list := make([]*data.Contact, 0, len(found))
	for _, rec := range found {
		list = append(list, rec.(*data.Contact))
	}
	return list, err
}

// Engagements gives the log of the workspace by day.
func (f *figures) Engagements(context.Context) iter.Seq2[*data.Engagement, error] {
	return func(yield func(*data.Engagement, error) bool) {
		for rec, err := range f.r.Each(store.Query{Entity: "engagement", Sort: "date"}) {
			if err != nil {
				yield(nil, err)
				return
			}
			if !yield(rec.(*data.Engagement), nil) {
				return
			}
		}
	}
}

func (f *figures) evidence() (map[string][]*data.Evidence, error) {
	list, err := all[data.Evidence](f)
	byEvent := map[string][]*data.Evidence{}
	for _, v := range list {
		byEvent[v.Event] = append(byEvent[v.Event], v)
	}
	return byEvent, err
}

// tallies counts every event of the project as tally does one, and reads of a million attendances no more than it counts.
func (f *figures) tallies() (map[string]data.Tally, error) {
	known, err := f.r.Known()
	if err != nil {
		return nil, err
	}
	if len(known) > 0 {
		orgs, err := f.organisations()
		if err != nil {
			return nil, err
		}
		for contact, facts := range known {
			known[contact] = facts.At(orgs[facts.Organisation])
		}
	}
	counts, err := all[data.Attendance](f, store.Where("contact", store.Equal, ""))
	if err != nil {
		return nil, err
	}
	counted := map[string][]*data.Attendance{}
	for _, a := range counts {
		counted[a.Event] = append(counted[a.Event], a)
	}
	facts := func(contact string) data.Facts { return known[contact] }
	tallies := map[string]data.Tally{}
	err = f.r.Presences(f.project, func(event string, came []*data.Attendance) {
		tallies[event] = data.TallyOf(append(came, counted[event]...), facts)
		delete(counted, event)
	})
	if err != nil {
		return nil, err
	}
	for event, rows := range counted {
		tallies[event] = data.TallyOf(rows, facts)
	}
	return tallies, nil
}

// tally counts one event. Contacts in the trash still say what is known of them, so
// that deleting a contact changes no figure.
func (f *figures) tally(event string) (data.Tally, error) {
	rows, err := f.Attendance(context.Background(), event)
	if err != nil {
		return data.Tally{}, err
	}
	var came []string
	for _, a := range rows {
		if a.Contact != "" && a.Came == "yes" {
			came = append(came, a.Contact)
		}
	}
	people, err := f.r.Many("contact", came)
	if err != nil {
		return data.Tally{}, err
	}
	orgs, err := f.organisations()
	if err != nil {
		return data.Tally{}, err
	}
	known := make(map[string]data.Facts, len(people))
	for _, rec := range people {
		c := rec.(*data.Contact)
		known[c.ID] = data.FactsOf(c, orgs[c.Organisation])
	}
	return data.TallyOf(rows, func(contact string) data.Facts { return known[contact] }), nil
}

// Organisations gives the live organisations of the workspace, and those in the trash
// that people came from: they were involved.
func (f *figures) Organisations(context.Context) iter.Seq2[*data.Organisation, error] {
	return func(yield func(*data.Organisation, error) bool) {
		orgs, err := f.organisations()
		if err != nil {
			yield(nil, err)
			return
		}
		for _, o := range orgs {
			if !yield(o, nil) {
				return
			}
		}
	}
}

// Text puts a record's fields into words. What a reference stands for is read once.
func (f *figures) Text(ctx context.Context, p *i18n.Printer) (func(*data.Column, any) string, error) {
	view, err := f.of.w.Viewer(ctx, p.Lang())
	if err != nil {
		return nil, err
	}
	known := map[string]string{}
	view.Names = func(entity, id string) string {
		name, met := known[id]
		if !met {
			titles, err := f.r.Titles(entity, []string{id}, p.Lang())
			if err != nil {
				f.of.w.Log.Error("title", "entity", entity, "error", err)
			}
			name = titles[id]
			known[id] = name
		}
		return name
	}
	return view.Text, nil
}

// Findings are put into the words of a language.
func (f *figures) Findings(ctx context.Context, p *i18n.Printer, period int) ([]data.Finding, error) {
	found, err := f.of.findings(ctx, f, p, period)
	return spoken(p, found), err
}

// Contacts gives the workspace's contacts by name.
func (f *figures) Contacts(context.Context) iter.Seq2[*data.Contact, error] {
	return func(yield func(*data.Contact, error) bool) {
		for rec, err := range f.r.Each(store.Query{Entity: "contact", Sort: "family_name"}) {
			if err != nil {
				yield(nil, err)
				return
			}
			if !yield(rec.(*data.Contact), nil) {
				return
			}
		}
	}
}

// books are a project's records as readiness and the home screen look at them.
type books struct {
	project        *data.Project
	events         []data.Counted
	evidence       map[string][]*data.Evidence
	takeaways      []*data.Takeaway
	indicators     []*data.Indicator
	deliverables   []*data.Deliverable
	communications []*data.Communication
	partners       []*data.Partner
	closings       []*data.Closing
	conflicts      []Undecided
	groupOf        data.GroupOf
	organisation   func(id string) *data.Organisation
}

func (f *figures) books(ctx context.Context) (*books, error) {
	b := &books{organisation: func(id string) *data.Organisation { return f.orgs[id] }, groupOf: func(org string) string {
		if o := f.orgs[org]; o != nil {
			return o.Group
		}
		return ""
	}}
	for e, err := range f.Events(ctx) {
		if err != nil {
			return nil, err
		}
		b.events = append(b.events, data.Counted{Event: e.Event, Tally: e.Tally})
	}
	var err error
	for _, read := range []func() error{
		func() error { b.project, err = f.Project(ctx); return err },
		func() error { b.evidence, err = f.evidence(); return err },
		func() error { b.takeaways, err = f.Takeaways(ctx); return err },
		func() error { b.indicators, err = f.Indicators(ctx); return err },
		func() error { b.deliverables, err = f.Deliverables(ctx); return err },
		func() error { b.communications, err = f.Communications(ctx); return err },
		func() error { b.partners, err = f.Partners(ctx); return err },
		func() error { b.closings, err = f.Closings(ctx); return err },
	} {
		if err := read(); err != nil {
			return nil, err
		}
	}
	return b, nil
}
