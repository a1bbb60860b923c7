package events

import (
	"context"
	"slices"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/record"
)

// dossier is an event with all that belongs to it.
type dossier struct {
	event     *data.Event
	names     map[string]string // what the event's references stand for
	people    []participant     // named, by name
	counts    []*data.Attendance
	rows      []*data.Attendance // both
	facts     map[string]data.Facts
	takeaways []*data.Takeaway
	evidence  []*data.Evidence
	tally     data.Tally
	disputes  *record.Disputes
}

// readDossier reads it, off the UI's goroutine.
func readDossier(ctx context.Context, w *app.Workspace, lang, id string) (*dossier, error) {
	rec, err := w.Records.Get(ctx, data.EntityOf((*data.Event)(nil)), id)
	if err != nil {
		return nil, err
	}
	d := &dossier{event: rec.(*data.Event), facts: map[string]data.Facts{}}
	if d.names, err = w.Records.Names(ctx, data.EntityOf(rec), []data.Record{rec}, lang); err != nil {
		return nil, err
	}
	if err := d.readSpeakers(ctx, w, lang); err != nil {
		return nil, err
	}
	if err := d.readPeople(ctx, w, lang); err != nil {
		return nil, err
	}
	of := func(entity, op string) ([]data.Record, error) {
		return w.Records.All(ctx, app.Query{Entity: entity, Where: []app.Cond{app.Where(op, "=", id)}})
	}
	learned, err := of("takeaway", "events")
	if err != nil {
		return nil, err
	}
	for _, rec := range learned {
		d.takeaways = append(d.takeaways, rec.(*data.Takeaway))
	}
	slices.SortStableFunc(d.takeaways, func(a, b *data.Takeaway) int { return compare(a.Order, b.Order) })
	if d.disputes, err = record.ReadDisputes(ctx, w, w.Printer(lang), d.event, d.names); err != nil {
		return nil, err
	}
	proofs, err := of("evidence", "event")
	for _, rec := range proofs {
		d.evidence = append(d.evidence, rec.(*data.Evidence))
	}
	return d, err
}

// readSpeakers reads the names of those who speak.
func (d *dossier) readSpeakers(ctx context.Context, w *app.Workspace, lang string) error {
	var ids []string
	for i := range d.event.Agenda {
		if id := d.event.Agenda[i].Speaker; id != "" {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	names, err := w.Records.Titles(ctx, data.EntityOf((*data.Contact)(nil)), slices.Compact(ids), lang)
	for id, name := range names {
		d.names[id] = name
	}
	return err
}

func compare(a, b string) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

func byID[T data.Record](ctx context.Context, w *app.Workspace, ids []string) (map[string]T, error) {
	var zero T
	slices.Sort(ids)
	recs, err := w.Records.Many(ctx, data.EntityOf(zero), slices.Compact(ids))
	if err != nil {
		return nil, err
	}
	out := make(map[string]T, len(recs))
	for _, rec := range recs {
		out[rec.Head().ID] = rec.(T)
	}
	return out, nil
}

// done counts what is ticked on the checklist.
func (d *dossier) done() int {
	n := 0
	for i := range d.event.Checklist {
		if d.event.Checklist[i].Done != "" {
			n++
		}
	}
	return n
}
