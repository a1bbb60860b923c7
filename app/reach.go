package app

import (
	"context"

	"primadesk/data"
	"primadesk/data/store"
)

type (
	// Reach is how often an organisation was reached, and by what.
	Reach = store.Reach
	// EventReach is one event with how many people of an organisation were invited to it and came.
	EventReach = store.EventReach
)

// Reach tells of some organisations how often they were reached: engagements with them or with their people, and events
// that these came to. It asks the same few queries of one as of a table's page.
func (r *Records) Reach(ctx context.Context, organisations []string) (map[string]Reach, error) {
	return r.w.store.Reach(ctx, organisations)
}

// OrganisationReach is what one organisation's log, events and people amount to.
type OrganisationReach struct {
	Reach
	Log    []*data.Engagement // the newest first
	Events []EventReach       // those without a date first, then the newest
	Names  map[string]string  // what the contacts of the log are called
	More   bool               // the log goes on
}

// ReachOf reads what is shown beside one organisation, from one state of the workspace; of the log at most some.
func (r *Records) ReachOf(ctx context.Context, organisation, lang string, most int) (OrganisationReach, error) {
	var out OrganisationReach
	err := r.w.store.Read(ctx, func(reader *store.Reader) error {
		all, err := reader.Reach([]string{organisation})
		if err != nil {
			return err
		}
		out.Reach = all[organisation]
		if out.Log, err = reader.EngagementsOf(organisation, most+1); err != nil {
			return err
		}
		if out.More = len(out.Log) > most; out.More {
			out.Log = out.Log[:most]
		}
		if out.Events, err = reader.EventsOf(organisation, most); err != nil {
			return err
		}
		var people []string
		for _, e := range out.Log {
			if e.Contact != "" {
				people = append(people, e.Contact)
			}
		}
		out.Names, err = reader.Titles("contact", people, lang)
		return err
	})
	return out, err
}
