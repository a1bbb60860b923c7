package contacts

import (
	"cmp"
	"context"

	"primadesk/app"
	"primadesk/data"
)

// editing is a contact in the form. While somebody looks at another one, what was changed waits here as a draft.
type editing struct {
	contact *data.Contact // as it was read: its Base says what the user has seen
	fresh   bool          // not yet written at all
	draft   map[string]string
	created map[string]*data.Organisation // made in the form, written with the contact
	names   map[string]string             // what organisations in the form are called
	later   bool                          // the record was changed since it was read
}

func newEditing(c *data.Contact, organisation string) *editing {
	return &editing{contact: c, created: map[string]*data.Organisation{}, names: map[string]string{c.Organisation: organisation}}
}

// details is what belongs to a contact beside its own fields.
type details struct {
	contact      *data.Contact
	organisation string // what it is called
	attended     []attended
	disputes     []app.Dispute
	authors      map[string]string
	viewer       *app.Viewer
}

// attended is one event that a contact was asked to, or came to.
type attended struct {
	event      *data.Event
	attendance *data.Attendance
}

// mostAttended is how many events of one person are shown.
const mostAttended = 200

// readDetails reads what the pane shows, off the UI's goroutine.
func readDetails(ctx context.Context, w *app.Workspace, lang, id string) (*details, error) {
	rec, err := w.Records.Get(ctx, entity(), id)
	if err != nil {
		return nil, err
	}
	d := &details{contact: rec.(*data.Contact)}
	if d.viewer, err = w.Viewer(ctx, lang); err != nil {
		return nil, err
	}
	if of := d.contact.Organisation; of != "" {
		titles, err := w.Records.Titles(ctx, organisationEntity(), []string{of}, lang)
		if err != nil {
			return nil, err
		}
		d.organisation = titles[of]
	}
	if d.disputes, err = w.Records.Conflicts(ctx, id); err != nil {
		return nil, err
	}
	if d.authors, err = authorsOf(ctx, w, lang, disputeAuthors(d.disputes)); err != nil {
		return nil, err
	}
	d.attended, err = readAttended(ctx, w, id)
	return d, err
}

func disputeAuthors(disputes []app.Dispute) []string {
	var ids []string
	for _, d := range disputes {
		for _, h := range d.Heads {
			ids = append(ids, h.Author)
		}
	}
	return ids
}

// authorsOf says who is who; people who gave no name are left out.
func authorsOf(ctx context.Context, w *app.Workspace, lang string, ids []string) (map[string]string, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	return w.Records.Titles(ctx, data.EntityOf((*data.Author)(nil)), ids, lang)
}

// readAttended reads a contact's events, the newest first.
func readAttended(ctx context.Context, w *app.Workspace, id string) ([]attended, error) {
	page, err := w.Records.List(ctx, app.Query{Entity: "attendance", Where: []app.Cond{app.Where("contact", "=", id)}, Limit: mostAttended})
	if err != nil {
		return nil, err
	}
	var out []attended
	var ids []string
	for _, rec := range page.Records {
		a := rec.(*data.Attendance)
		out = append(out, attended{attendance: a})
		ids = append(ids, a.Event)
	}
	recs, err := w.Records.Many(ctx, data.EntityOf((*data.Event)(nil)), ids)
	if err != nil {
		return nil, err
	}
	events := map[string]*data.Event{}
	for _, rec := range recs {
		events[rec.Head().ID] = rec.(*data.Event)
	}
	return newestFirst(out, events), nil
}

// save writes the contact with what the form changed, and the organisation that was made for it, as one batch.
func save(ctx context.Context, records *app.Records, e *editing, changed map[string]string) (*data.Contact, app.Done, error) {
	next := withValues(e.contact, changed)
	org := e.created[next.Organisation]
	if org == nil {
		done, err := records.Save(ctx, next)
		return next, done, err
	}
	kind := "saved"
	if next.Base == 0 {
		kind = "made"
	}
	next.ID = cmp.Or(next.ID, newID())
	args := map[string]any{"Entity": entity().Name, "Record": next.ID}
	done, err := records.Write(ctx, kind, args, func(tx *app.Tx) error {
		if err := tx.Save(org); err != nil {
			return err
		}
		return tx.Save(next)
	})
	return next, done, err
}
