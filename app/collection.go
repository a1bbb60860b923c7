package app

import (
	"context"
	"slices"

	"primadesk/assets/i18n"
	"primadesk/data"
)

// Collections is the compiling of what partners report: who was asked for which period, and how far it is.
type Collections struct{ w *Workspace }

// Standings gives a line for each partner of a period; 0 is the current one, whose number comes back.
// The codes: project.none, report.period.
func (s *Collections) Standings(ctx context.Context, lang string, period int) (list []data.Standing, number int, err error) {
	project, err := s.w.Projects.Current(ctx)
	if err != nil {
		return nil, 0, err
	}
	if number, err = s.number(project, period); err != nil {
		return nil, 0, err
	}
	err = s.w.Reports.read(ctx, project.ID, func(f *figures) error {
		list, err = f.standings(ctx, i18n.For(lang), number)
		return err
	})
	return list, number, err
}

// number resolves a period of a project; 0 is the one of today.
func (s *Collections) number(project *data.Project, period int) (int, error) {
	if period == 0 {
		if current := CurrentPeriod(project, s.w.Today()); current != nil && current.Number != nil {
			return *current.Number, nil
		}
		return 0, data.Fail("report.period", "Value", period)
	}
	if _, ok := project.Period(period); !ok {
		return 0, data.Fail("report.period", "Value", period)
	}
	return period, nil
}

func (f *figures) standings(ctx context.Context, p *i18n.Printer, period int) ([]data.Standing, error) {
	partners, err := f.Partners(ctx)
	if err != nil {
		return nil, err
	}
	slices.SortFunc(partners, func(a, b *data.Partner) int { return p.Collator().CompareString(a.Title(p.Lang()), b.Title(p.Lang())) })
	collections, err := f.Collections(ctx)
	if err != nil {
		return nil, err
	}
	queries, err := f.Queries(ctx)
	if err != nil {
		return nil, err
	}
	found, err := f.Findings(ctx, p, period)
	if err != nil {
		return nil, err
	}
	events, err := all[data.Event](f)
	if err != nil {
		return nil, err
	}
	organiser := make(map[string]string, len(events))
	for _, e := range events {
		organiser[e.ID] = e.Organiser
	}
	missing := data.MissingBy(found, func(event string) string { return organiser[event] })
	return data.StandingsOf(partners, period, collections, queries, missing, f.of.w.Today()), nil
}

// Ask begins a collection of a period (0: the current one) with every partner that has not been asked for it yet, today and with a
// day by which it is due, which may be empty. It tells how many were asked, for which period.
func (s *Collections) Ask(ctx context.Context, lang string, period int, due data.Date) (done Done, asked, number int, err error) {
	list, number, err := s.Standings(ctx, lang, period)
	if err != nil {
		return Done{}, 0, 0, err
	}
	project, err := s.w.Projects.Current(ctx)
	if err != nil {
		return Done{}, 0, 0, err
	}
	var fresh []*data.Collection
	for _, standing := range list {
		switch c := standing.Collection; {
		case c == nil:
			n := number
			x := &data.Collection{Project: project.ID, Partner: standing.Partner.ID, Period: &n, Asked: s.w.Today(), Due: due}
			x.ID = newID()
			fresh = append(fresh, x)
		case c.Asked == "":
			c.Asked, c.Due = s.w.Today(), due
			fresh = append(fresh, c)
		}
	}
	if len(fresh) == 0 {
		return Done{}, 0, number, nil
	}
	done, err = s.w.Records.Write(ctx, "asked", map[string]any{"N": len(fresh)}, func(tx *Tx) error {
		for _, x := range fresh {
			if err := tx.Save(x); err != nil {
				return err
			}
		}
		return nil
	})
	return done, len(fresh), number, err
}
