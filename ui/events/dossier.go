package events

import (
	"context"
	"slices"

	"primadesk/app"
	"primadesk/assets/i18n"
	"primadesk/data"
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
}

// participant is somebody who was asked to an event, or came.
type participant struct {
	a                  *data.Attendance
	name, organisation string
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
		return readAll(ctx, w, app.Query{Entity: entity, Where: []app.Cond{app.Where(op, "=", id)}})
	}
	learned, err := of("takeaway", "events")
	if err != nil {
		return nil, err
	}
	for _, rec := range learned {
		d.takeaways = append(d.takeaways, rec.(*data.Takeaway))
	}
	slices.SortStableFunc(d.takeaways, func(a, b *data.Takeaway) int { return compare(a.Order, b.Order) })
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

// readPeople reads the attendance, and what is known of those who are named.
func (d *dossier) readPeople(ctx context.Context, w *app.Workspace, lang string) error {
	recs, err := readAll(ctx, w, app.Query{Entity: "attendance", Where: []app.Cond{app.Where("event", "=", d.event.ID)}})
	if err != nil {
		return err
	}
	var ids []string
	for _, rec := range recs {
		a := rec.(*data.Attendance)
		d.rows = append(d.rows, a)
		if a.IsCount() {
			d.counts = append(d.counts, a)
			continue
		}
		ids = append(ids, a.Contact)
	}
	contacts, err := byID[*data.Contact](ctx, w, ids)
	if err != nil {
		return err
	}
	var of []string
	for _, c := range contacts {
		if c.Organisation != "" {
			of = append(of, c.Organisation)
		}
	}
	organisations, err := byID[*data.Organisation](ctx, w, of)
	if err != nil {
		return err
	}
	d.gather(i18n.For(lang), contacts, organisations)
	return nil
}

// gather puts together who is who, and counts.
func (d *dossier) gather(p *i18n.Printer, contacts map[string]*data.Contact, organisations map[string]*data.Organisation) {
	for _, a := range d.rows {
		c := contacts[a.Contact]
		if a.IsCount() {
			continue
		}
		row := participant{a: a, name: p.T("events.somebody")}
		if c != nil && c.State == data.Live {
			row.name = c.Title(p.Lang())
			o := organisations[c.Organisation]
			if o != nil {
				row.organisation = o.Title(p.Lang())
			}
			d.facts[c.ID] = data.FactsOf(c, o)
		} else if c != nil { // a deleted contact's attendance still counts
			d.facts[c.ID] = data.FactsOf(c, organisations[c.Organisation])
		}
		d.people = append(d.people, row)
	}
	order := p.Collator()
	slices.SortStableFunc(d.people, func(a, b participant) int { return order.CompareString(a.name, b.name) })
	d.tally = data.TallyOf(d.rows, func(contact string) data.Facts { return d.facts[contact] })
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

// present counts those who came, of the named.
func (d *dossier) present() int {
	n := 0
	for _, p := range d.people {
		if p.a.Came == "yes" {
			n++
		}
	}
	return n
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
