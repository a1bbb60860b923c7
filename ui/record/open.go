package record

import (
	"fyne.io/fyne/v2"

	"primadesk/app"
	"primadesk/data"
)

// Show brings a record into the pane. What the list knows of it is shown at once, the rest when it has been read; known
// may be nil, and names what its references are called.
func (r *Pane) Show(id string, known data.Record, names map[string]string) {
	switch {
	case id == "":
		r.Close()
		return
	case id == r.ID():
	case r.drafts[id] != nil && r.drafts[id].pending:
		r.read(id)
		return
	case r.drafts[id] != nil:
		r.open(r.drafts[id])
	case known != nil:
		r.open(newEditing(known, names))
	default:
		r.read(id)
		return
	}
	r.Reread()
}

// Create opens the form of a new record, or the one that was begun before and waits as a draft, unless something is
// filled in beforehand by prefill, which may be nil.
func (r *Pane) Create(prefill func(data.Record)) {
	if r.p.readOnly() {
		return
	}
	r.stash()
	e := r.waiting()
	if e == nil || prefill != nil {
		e = newEditing(r.empty(), nil)
		e.fresh = true
		if prefill != nil {
			prefill(e.rec)
		}
	}
	r.open(e)
	r.Focus()
}

// waiting is the draft of a new record; nil where there is none.
func (r *Pane) waiting() *editing {
	for _, id := range r.draftIDs() {
		if r.drafts[id].fresh {
			return r.drafts[id]
		}
	}
	return nil
}

func (r *Pane) empty() data.Record {
	var rec data.Record
	if r.p.New != nil {
		rec = r.p.New()
	} else {
		rec = r.p.Entity.New()
		if col, ok := r.p.Entity.Column("project"); ok && r.p.Entity.Project && r.sheet.book != nil {
			*col.At(rec).(*string) = r.sheet.book.project
		}
	}
	if rec.Head().ID == "" {
		rec.Head().ID = NewID()
	}
	return rec
}

// Duplicate opens the form of a new record with what the one that is shown has.
func (r *Pane) Duplicate() {
	if r.now == nil || r.p.readOnly() {
		return
	}
	from := r.now
	e := newEditing(duplicate(with(from.rec, r.sheet.changed()), r.p.NotCopied), from.names)
	e.fresh, e.copyOf = true, app.Called(r.p.Printer, from.rec)
	r.open(e)
	r.Focus()
}

// open puts a record into the form.
func (r *Pane) open(e *editing) {
	r.stash()
	r.Cancel()
	delete(r.drafts, e.id())
	r.now, r.details = e, nil
	r.fill()
	r.setShown(true)
	r.view.Tabs().SetTabs(r.tabs())
	if e.fresh {
		r.view.Tabs().Choose(TabForm)
	}
	r.showTab()
	r.marked()
	if r.p.OnShown != nil {
		r.p.OnShown(e.id())
	}
}

// fill brings the record, and its draft, into the form and the pane's title.
func (r *Pane) fill() {
	e := r.now
	draft := e.draft
	e.draft = nil
	r.sheet.load(e.rec, draft)
	if r.p.readOnly() {
		r.sheet.setEnabled(false)
	}
	r.lock()
	r.showDisputes(nil)
	r.showTop()
	setVisible(r.links, !e.fresh && !r.p.readOnly() && !r.p.Single)
	r.title()
	r.note()
}

// showTop shows what stands over the form: of a record that is there.
func (r *Pane) showTop() {
	r.top.Objects = nil
	if r.p.Top != nil && !r.now.fresh {
		if o := r.p.Top(r.now.rec); o != nil {
			r.top.Objects = []fyne.CanvasObject{o}
		}
	}
	r.top.Hidden = len(r.top.Objects) == 0
}

// Make keeps a record that was made for the one that is shown, and is written with it as long as that refers to it.
func (r *Pane) Make(rec data.Record) {
	if rec.Head().ID == "" {
		rec.Head().ID = NewID()
	}
	r.now.made[rec.Head().ID] = rec
	r.now.names[rec.Head().ID] = app.Called(r.p.Printer, rec)
}

// Name is what a record is called that the one that is shown refers to; empty where it is not known.
func (r *Pane) Name(id string) string { return r.name(id) }

// name is what a reference is called.
func (r *Pane) name(id string) string {
	if r.now == nil {
		return ""
	}
	return r.now.names[id]
}

func (r *Pane) title() {
	p, e := r.p.Printer, r.now
	switch {
	case e.copyOf != "":
		r.view.SetTitle(p.T("record.copy", "Name", e.copyOf), p.T("record.unsaved"))
	case e.fresh:
		r.view.SetTitle(p.T("record.new", "Entity", p.Entity(r.p.Entity.Name)), p.T("record.unsaved"))
	case r.p.Head != nil:
		r.view.SetTitle(r.p.Head(e.rec, e.names))
	default:
		r.view.SetTitle(app.Called(p, e.rec), "")
	}
}
