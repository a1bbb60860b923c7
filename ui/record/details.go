package record

import (
	"context"

	"primadesk/app"
	"primadesk/data"
)

// details is what belongs to a record beside its own fields.
type details struct {
	rec      data.Record
	names    map[string]string // of what it refers to
	disputes []app.Dispute
	authors  map[string]string
	viewer   *app.Viewer
	facts    any
}

// readDetails reads what the pane shows, off the UI's goroutine.
func (p *Params) readDetails(ctx context.Context, id string) (*details, error) {
	w, lang := p.Workspace, p.Printer.Lang()
	rec, err := w.Records.Get(ctx, p.Entity, id)
	if err != nil {
		return nil, err
	}
	d := &details{rec: rec}
	if d.viewer, err = w.Viewer(ctx, lang); err != nil {
		return nil, err
	}
	if d.names, err = w.Records.Names(ctx, p.Entity, []data.Record{rec}, lang); err != nil {
		return nil, err
	}
	if d.disputes, err = w.Records.Conflicts(ctx, id); err != nil {
		return nil, err
	}
	var people []string
	for _, x := range d.disputes {
		for _, h := range x.Heads {
			people = append(people, h.Author)
		}
	}
	if d.authors, err = authorsOf(ctx, w, lang, people); err != nil {
		return nil, err
	}
	if p.Facts != nil {
		d.facts, err = p.Facts(ctx, rec)
	}
	return d, err
}

// Reread asks for the record that is shown again, after it or what belongs to it may have changed.
func (r *Pane) Reread() {
	if r.now != nil && !r.now.fresh && !r.saving {
		r.read(r.ID())
	}
}

func (r *Pane) read(id string) {
	p := &r.p
	r.reading.Run(context.Background(),
		func(ctx context.Context) (*details, error) { return p.readDetails(ctx, id) },
		func(d *details, err error) {
			switch {
			case data.HasCode(err, "record.missing") || err == nil && d.rec.Head().State != data.Live:
				r.gone(id)
			case err != nil:
				r.failed(err)
			default:
				r.take(d)
			}
		})
}

// take shows what has been read. A form that somebody is writing in keeps what it was opened with.
func (r *Pane) take(d *details) {
	switch {
	case r.now == nil || r.ID() != d.rec.Head().ID:
		waits := r.drafts[d.rec.Head().ID]
		if waits != nil && waits.pending && !waits.settle(d.rec, d.names) {
			r.forget(d.rec.Head().ID) // it was saved just before the program ended
			waits = nil
		}
		if waits == nil {
			waits = newEditing(d.rec, d.names)
		}
		r.open(waits)
	case r.sheet.dirty():
		r.now.later = d.rec.Head().Base > r.now.rec.Head().Base
		r.learn(d.names)
		r.note()
	case d.rec.Head().Base != r.now.rec.Head().Base || r.renamed(d.names):
		r.now = newEditing(d.rec, d.names)
		r.fill()
	}
	r.details = d
	r.showDisputes(disputesOf(NewTeller(r.p.Printer, r.p.Entity, d.viewer, r.now.names), d.rec, d.disputes, d.authors))
	r.view.Tabs().SetTabs(r.tabs())
	if r.Tab() != TabForm {
		r.showTab()
	}
	if field := r.focus; field != "" {
		r.focus = ""
		r.Reveal(field)
	}
}

func (r *Pane) renamed(names map[string]string) bool {
	for id, name := range names {
		if r.now.names[id] != name {
			return true
		}
	}
	return false
}

// gone follows a deletion: the pane closes, unless somebody was writing in it.
func (r *Pane) gone(id string) {
	if waits := r.drafts[id]; waits != nil && waits.pending {
		r.forget(id)
	}
	if r.ID() != id {
		return
	}
	if r.sheet.dirty() {
		r.now.later = true
		r.note()
		return
	}
	r.Close()
}

// showDisputes puts what is to be decided at the fields, or over the form.
func (r *Pane) showDisputes(list []dispute) {
	elsewhere := r.sheet.showDisputes(list, r.resolve)
	r.decide.Objects = disputeLines(elsewhere, r.sheet.disputeTitle, r.resolve)
	r.decide.Hidden = len(elsewhere) == 0
	r.relay()
}
