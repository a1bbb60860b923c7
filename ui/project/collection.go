package project

import (
	"context"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/fields"
	"primadesk/ui/kit"
	"primadesk/ui/listing"
	"primadesk/ui/record"
)

// tones of a collection's states.
var collectionTones = map[string]kit.Tone{
	"not_asked": kit.ToneNeutral, "asked": kit.TonePlanned, "reminded": kit.TonePostponed, "late": kit.ToneLate,
	"received": kit.ToneConfirmed, "queried": kit.TonePostponed, "checked": kit.ToneHeld,
}

// newCollections is the list of what partners were asked for.
func (s *project) newCollections() *record.Desk {
	p := s.Printer
	return s.desk("collection", listing.Params{
		Sort: "period",
		Columns: []listing.Column{
			{ID: "partner", Grow: 2, Width: 120}, {ID: "period", Width: 70},
			{ID: "state", Title: p.T("project.collection_now"), Width: 110, Kind: kit.CellChip, Cell: s.collectionCell},
			{ID: "due", Width: 100}, {ID: "received", Width: 100}, {ID: "asked", Hidden: true}, {ID: "checked", Hidden: true}, {ID: "owner", Hidden: true},
		},
		Filters: []listing.Filter{{Field: "period", Options: s.periodOptions}, {Field: "partner"}},
	}, record.Params{
		New: func() data.Record {
			return &data.Collection{Project: s.book.project.ID, Period: s.currentPeriod(), Asked: s.Workspace.Today()}
		},
		Head: func(rec data.Record, names map[string]string) (title, subtitle string) {
			c := rec.(*data.Collection)
			if c.Period != nil {
				subtitle = p.T("project.period", "N", p.Number(*c.Period))
			}
			return names[c.Partner], subtitle
		},
		Sections: []record.Section{
			{ID: "collection", Rows: [][]string{{"partner"}, {"period"}, {"asked", "due"}, {"reminders"}, {"received", "checked"}, {"notes"}}},
			{ID: "more", More: true, Rows: [][]string{{"owner"}}},
		},
		Lines: map[string]int{"notes": 3},
		Rows:  map[string]fields.RowsOf{"reminders": s.rows(p.T("project.add_reminder"), "date", "channel")},
	})
}

func (s *project) currentPeriod() *int {
	if current := app.CurrentPeriod(s.book.project, s.Workspace.Today()); current != nil {
		return current.Number
	}
	return nil
}

// collectionCell is how far a collection is.
func (s *project) collectionCell(r listing.Row) kit.Cell {
	c := r.Record.(*data.Collection)
	open := 0
	if s.book != nil && c.Period != nil {
		open = s.book.open[owing{c.Partner, *c.Period}]
	}
	state := c.State(open, s.Workspace.Today())
	return kit.Cell{Text: s.Printer.Enum(data.CollectionState.Name, state), Tone: collectionTones[state]}
}

// owing is a partner with a period about which it has not answered everything.
type owing struct {
	partner string
	period  int
}

// readOpen counts the queries that are not answered.
func (b *book) readOpen(ctx context.Context, w *app.Workspace) error {
	queries, err := w.Records.All(ctx, b.of("query", app.Where("answered", "=", "")))
	if err != nil {
		return err
	}
	b.open = map[owing]int{}
	for _, rec := range queries {
		if q := rec.(*data.PartnerQuery); q.Period != nil {
			b.open[owing{q.Partner, *q.Period}]++
		}
	}
	return nil
}

// newQueries is the part of questions to partners.
func (s *project) newQueries() body {
	return s.desk("query", listing.Params{
		Sort: "asked", Desc: true,
		Columns: []listing.Column{
			{ID: "partner", Grow: 1, Width: 110}, {ID: "period", Width: 70}, {ID: "question", Grow: 3, Width: 160}, {ID: "due", Width: 100}, {ID: "answered", Width: 100},
			{ID: "event", Hidden: true}, {ID: "asked", Hidden: true}, {ID: "owner", Hidden: true},
		},
		Filters: []listing.Filter{{Field: "partner"}, {Field: "period", Options: s.periodOptions}, {Field: "event"}},
	}, record.Params{
		New: func() data.Record {
			return &data.PartnerQuery{Project: s.book.project.ID, Period: s.currentPeriod(), Asked: s.Workspace.Today()}
		},
		Sections: []record.Section{
			{ID: "query", Rows: [][]string{{"partner"}, {"period"}, {"event"}, {"question"}, {"asked", "due"}, {"answer"}, {"answered"}}},
			{ID: "more", More: true, Rows: [][]string{{"owner"}}},
		},
		Lines: map[string]int{"question": 4, "answer": 4},
	})
}

// askPartners begins the collection of the current period with every partner that was not asked yet.
func (s *project) askPartners() {
	lang := s.Printer.Lang()
	var done app.Done
	var n, period int
	s.run(func(ctx context.Context) (err error) {
		done, n, period, err = s.Workspace.Collections.Ask(ctx, lang, 0, "")
		return err
	}, func() {
		s.show(partCollections)
		s.undoable(s.Printer.N("project.partners_asked", n, "Period", s.Printer.Number(period)), done.Batch)
	})
}
