package app

import (
	"context"
	"slices"

	"primadesk/assets/i18n"
	"primadesk/data"
)

// CollectionGrid is where each partner stands with each period.
type CollectionGrid struct {
	Periods  []int // in their order
	Partners []*data.Partner
	// Standings are by partner, then by period; nil where an associated partner was asked for nothing.
	Standings [][]*data.Standing
}

// Grid gives where each partner stands with each period of the current project, from one state of the workspace.
// Its code: project.none.
func (s *Collections) Grid(ctx context.Context, lang string) (CollectionGrid, error) {
	project, err := s.w.Projects.Current(ctx)
	if err != nil {
		return CollectionGrid{}, err
	}
	g := CollectionGrid{}
	for i := range project.Periods {
		if n := project.Periods[i].Number; n != nil && !slices.Contains(g.Periods, *n) {
			g.Periods = append(g.Periods, *n)
		}
	}
	slices.Sort(g.Periods)
	err = s.w.Reports.read(ctx, project.ID, func(f *figures) error {
		for at, period := range g.Periods {
			list, err := f.standings(ctx, i18n.For(lang), period)
			if err != nil {
				return err
			}
			for i := range list {
				g.put(&list[i], at)
			}
		}
		return nil
	})
	p := i18n.For(lang)
	g.sort(func(a, b *data.Partner) int { return p.Collator().CompareString(a.Title(lang), b.Title(lang)) })
	s.w.Log.Debug("collection read", "partners", len(g.Partners), "periods", len(g.Periods), "done", err == nil)
	return g, err
}

// put notes where a partner stands with the period at a place.
func (g *CollectionGrid) put(x *data.Standing, at int) {
	row := slices.IndexFunc(g.Partners, func(p *data.Partner) bool { return p.ID == x.Partner.ID })
	if row < 0 {
		row = len(g.Partners)
		g.Partners = append(g.Partners, x.Partner)
		g.Standings = append(g.Standings, make([]*data.Standing, len(g.Periods)))
	}
	g.Standings[row][at] = x
}

// sort brings the partners into an order: one that was asked for a later period only came last.
func (g *CollectionGrid) sort(compare func(a, b *data.Partner) int) {
	order := make([]int, len(g.Partners))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return compare(g.Partners[a], g.Partners[b]) })
	partners, standings := make([]*data.Partner, len(order)), make([][]*data.Standing, len(order))
	for i, from := range order {
		partners[i], standings[i] = g.Partners[from], g.Standings[from]
	}
	g.Partners, g.Standings = partners, standings
}
