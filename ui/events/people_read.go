package events

import (
	"cmp"
	"context"
	"slices"

	"primadesk/app"
	"primadesk/assets/i18n"
	"primadesk/data"
)

// participant is somebody who was asked to an event, or came, with all her days.
type participant struct {
	a                  *data.Attendance   // the event as a whole, else her first day: what is said of her beside the days
	days               []*data.Attendance // all her rows
	contact            *data.Contact      // nil where it was erased, or lies in the trash
	name, organisation string
}

// came tells whether she was there: on a day, or with none on any.
func (x *participant) came(day data.Date) string {
	word := ""
	for _, a := range x.days {
		switch {
		case day != "" && a.Day != day:
		case a.Came == "yes":
			return "yes"
		case word == "" || word == "unknown":
			word = a.Came
		}
	}
	return word
}

// present tells whether she came at all.
func (x *participant) present() bool { return x.came("") == "yes" }

// walkIn tells whether she came without having been asked.
func (x *participant) walkIn() bool {
	return slices.ContainsFunc(x.days, func(a *data.Attendance) bool { return a.WalkIn })
}

// invited tells whether she was asked.
func (x *participant) invited() bool { return x.a.Invitation != "" && x.a.Invitation != "not_invited" }

// consented tells whether she consents to something.
func (x *participant) consented(purpose string) bool {
	return x.contact != nil && x.contact.ConsentFor(purpose) == data.Consented
}

// readPeople reads the attendance, and what is known of those who are named.
func (d *dossier) readPeople(ctx context.Context, w *app.Workspace, lang string) error {
	recs, err := w.Records.All(ctx, app.Query{Entity: "attendance", Where: []app.Cond{app.Where("event", "=", d.event.ID)}})
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
	d.gather(w.Printer(lang), contacts, organisations)
	return nil
}

// gather puts together who is who, and counts. A deleted contact's attendance still counts.
func (d *dossier) gather(p *i18n.Printer, contacts map[string]*data.Contact, organisations map[string]*data.Organisation) {
	rows := map[string][]*data.Attendance{}
	for _, a := range d.rows {
		if !a.IsCount() {
			rows[a.Contact] = append(rows[a.Contact], a)
		}
	}
	for id, days := range rows {
		slices.SortFunc(days, func(a, b *data.Attendance) int {
			return cmp.Or(compare(string(a.Day), string(b.Day)), compare(a.ID, b.ID))
		})
		x := participant{a: days[0], days: days, name: p.T("events.somebody")}
		if c := contacts[id]; c != nil {
			o := organisations[c.Organisation]
			d.facts[id] = data.FactsOf(c, o)
			if c.State == data.Live {
				x.contact, x.name = c, c.Title(p.Lang())
				if o != nil {
					x.organisation = o.Title(p.Lang())
				}
			}
		}
		d.people = append(d.people, x)
	}
	order := p.Collator()
	slices.SortStableFunc(d.people, func(a, b participant) int {
		return cmp.Or(order.CompareString(a.name, b.name), compare(a.a.Contact, b.a.Contact))
	})
	d.tally = data.TallyOf(d.rows, func(contact string) data.Facts { return d.facts[contact] })
}
