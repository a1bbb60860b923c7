package project

import (
	"context"
	"strconv"

	"primadesk/app"
	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/ui/kit"
)

// book is what the parts have in common.
type book struct {
	project   *data.Project
	projects  []*data.Project // all of the workspace
	counts    map[string]int  // by entity
	late      int             // deliverables that are overdue
	proposals []app.Proposal
	report    data.FinalReport
	partners  map[string]string // what they are called
	open      map[owing]int     // queries that are not answered
}

// counted are the entities that the list of parts counts.
var counted = []string{"partner", "work_package", "task", "deliverable", "indicator", "communication", "milestone", "risk", "narrative", "collection", "query"}

// readBook reads it, off the UI's goroutine. Its code where there is no project is project.none.
func readBook(ctx context.Context, w *app.Workspace, lang string) (*book, error) {
	b := &book{counts: map[string]int{}, partners: map[string]string{}}
	var err error
	if b.project, err = w.Projects.Current(ctx); err != nil {
		return nil, err
	}
	if b.projects, err = w.Projects.All(ctx); err != nil {
		return nil, err
	}
	for _, name := range counted {
		if b.counts[name], err = w.Records.Count(ctx, b.of(name)); err != nil {
			return nil, err
		}
	}
	if b.proposals, err = w.Proposals.List(ctx, lang); err != nil {
		return nil, err
	}
	return b, b.readPlan(ctx, w, lang)
}

func (b *book) readPlan(ctx context.Context, w *app.Workspace, lang string) error {
	partners, err := b.all(ctx, w, "partner")
	if err != nil {
		return err
	}
	for _, rec := range partners {
		b.partners[rec.Head().ID] = rec.Title(lang)
	}
	deliverables, err := b.all(ctx, w, "deliverable")
	if err != nil {
		return err
	}
	for _, rec := range deliverables {
		if overdue(&rec.(*data.Deliverable).Delivery, w.Today()) {
			b.late++
		}
	}
	activities, err := b.all(ctx, w, "communication")
	if err != nil {
		return err
	}
	list := make([]*data.Communication, len(activities))
	for i, rec := range activities {
		list[i] = rec.(*data.Communication)
	}
	b.report = data.FinalReportOf(list)
	return b.readOpen(ctx, w)
}

// of asks for the project's records of an entity.
func (b *book) of(name string, conds ...app.Cond) app.Query {
	return app.Query{Entity: name, Where: append(conds, app.Where("project", "=", b.project.ID))}
}

func (b *book) all(ctx context.Context, w *app.Workspace, name string) ([]data.Record, error) {
	return w.Records.All(ctx, b.of(name))
}

// periods are the reporting periods to choose from, by number.
func (b *book) periods(p *i18n.Printer) []kit.Option {
	var out []kit.Option
	for i := range b.project.Periods {
		period := &b.project.Periods[i]
		if period.Number == nil {
			continue
		}
		out = append(out, kit.Option{Value: strconv.Itoa(*period.Number), Text: p.Number(*period.Number), Note: p.DateRange(string(period.From), string(period.To))})
	}
	return out
}

// overdue tells whether something that is due was not delivered in time.
func overdue(d *data.Delivery, today data.Date) bool {
	due := d.DueDate()
	return due != "" && due < today && d.Delivered == "" && d.Status != "submitted" && d.Status != "approved"
}
