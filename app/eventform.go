package app

import (
	"context"

	"primadesk/data"
	"primadesk/data/store"
	"primadesk/reports"
)

// The event sheet as a screen shows it, under the names of reports.
type (
	// EventForm is an event sheet line by line.
	EventForm = reports.EventForm
	// FormLine is one of its lines.
	FormLine = reports.FormLine
	// FormTable is a breakdown of its participants.
	FormTable = reports.FormTable
)

// EventForm gives the event sheet of one event in a language, as the report writes it, with what is missing marked.
func (s *Reports) EventForm(ctx context.Context, event, lang string) (form EventForm, err error) {
	rec, err := s.w.Records.Get(ctx, data.EntityOf((*data.Event)(nil)), event)
	if err != nil {
		return EventForm{}, err
	}
	p := ReportParams{Lang: lang, Project: rec.(*data.Event).Project}
	if err := s.fill(&p); err != nil {
		return EventForm{}, err
	}
	err = s.read(ctx, p.Project, func(f *figures) error {
		e, err := store.Get[data.Event](f.r, event)
		if err != nil {
			return err
		}
		tally, err := f.tally(event)
		if err != nil {
			return err
		}
		form, err = reports.Sheet(ctx, f, p.Options, reports.EventFigures{Event: e, Tally: tally})
		return err
	})
	return form, err
}
