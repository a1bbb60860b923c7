package app

import (
	"context"

	"primadesk/data"
)

// Counts are the held events of the current project with who came, from which any indicator's value follows: as it is
// written, or as somebody is just writing it.
type Counts struct {
	events  []data.Counted
	groupOf data.GroupOf
}

// Counts reads them from one state of the workspace; none where there is no project.
func (s *Projects) Counts(ctx context.Context) (*Counts, error) {
	project, err := s.Current(ctx)
	if data.HasCode(err, "project.none") {
		return &Counts{}, nil
	}
	if err != nil {
		return nil, err
	}
	var out *Counts
	err = s.w.Reports.read(ctx, project.ID, func(f *figures) error {
		b, err := f.books(ctx)
		if err != nil {
			return err
		}
		groups := map[string]string{} // by organisation, since the reader ends here
		for id, o := range f.orgs {
			groups[id] = o.Group
		}
		out = &Counts{events: b.events, groupOf: func(org string) string { return groups[org] }}
		return nil
	})
	return out, err
}

// Actual is what an indicator has reached; nil where it can't be known.
func (c *Counts) Actual(i *data.Indicator) *data.Decimal { return i.Actual(c.events, nil, c.groupOf) }

// ActualOf is what a partner has added to an indicator by the events it organised, without the baseline, which is nobody's.
// It is nil for what is counted by hand, which is not kept by partner.
func (c *Counts) ActualOf(i *data.Indicator, partner string) *data.Decimal {
	if i.Count == "by_hand" {
		return nil
	}
	own := *i
	own.Baseline = nil
	var events []data.Counted
	for _, e := range c.events {
		if e.Event.Organiser == partner {
			events = append(events, e)
		}
	}
	return own.Actual(events, nil, c.groupOf)
}
