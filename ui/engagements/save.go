package engagements

import (
	"context"
	"errors"
	"strings"
	"time"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/fields"
	"primadesk/ui/screen"
)

// patience is how long a save may wait for another writer, such as an import.
const patience = 20 * time.Second

func entity() *data.Entity { return data.EntityOf((*data.Engagement)(nil)) }

// Save saves the entry that is open, and tells whether that could be done; if not, what is wrong stands at its field.
func (l *Log) Save() bool {
	if l.entry == nil {
		return true
	}
	if !l.entry.form.Check() {
		return false
	}
	if !l.entry.fresh() && !l.entry.form.Dirty() {
		return l.Close()
	}
	ctx, stop := context.WithTimeout(context.Background(), patience)
	defer stop()
	open, rec := l.entry, l.entry.record()
	l.entry = nil // so that the lines which the signal brings are drawn without it
	done, err := l.p.Workspace.Records.Save(ctx, rec)
	if err != nil {
		l.entry = open
		l.refused(err)
		return false
	}
	l.keeper.Drop(rec.ID)
	l.changed()
	id := "engagements.saved"
	if open.fresh() {
		id = "engagements.made"
	}
	l.told(id, done)
	return true
}

// refused shows why an entry could not be saved: at the fields what belongs to them.
func (l *Log) refused(err error) {
	known, ok := errors.AsType[*data.Error](err)
	if !ok || len(known.Details) == 0 {
		l.p.Shell.ShowError(err)
		return
	}
	if _, elsewhere := fields.NewGroup(l.p.Printer, l.entry.form).SetProblems(known.Details); len(elsewhere) > 0 {
		l.p.Shell.ShowError(&data.Error{Code: known.Code, Args: known.Args, Details: elsewhere})
	}
}

// remove deletes the entry that is open.
func (l *Log) remove() {
	ctx, stop := context.WithTimeout(context.Background(), patience)
	defer stop()
	open := l.entry
	l.entry = nil
	done, err := l.p.Workspace.Records.Trash(ctx, entity(), open.rec.ID)
	if err != nil {
		l.entry = open
		l.p.Shell.ShowError(err)
		return
	}
	l.keeper.Drop(open.rec.ID)
	l.changed()
	l.told("engagements.deleted", done)
}

//i18n:prefix engagements.saved engagements.made engagements.deleted
func (l *Log) told(id string, done app.Done) {
	l.p.Shell.Toast(screen.Toast{Text: l.p.Printer.T(id), Actions: []screen.Action{{
		Text: l.p.Printer.T("record.undo"), Do: func() { l.p.Shell.Undo(done.Batch) },
	}}})
}

// typed has what is typed written, soon.
func (l *Log) typed() {
	e := l.entry
	l.keeper.Typed(func() (app.Draft, bool) {
		if e == nil || !e.form.Dirty() {
			return app.Draft{}, false
		}
		rec := e.record()
		return app.Draft{Entity: entity().Name, Record: rec.ID, Fresh: e.fresh(), Base: rec.Base, Values: fields.Values(rec)}, true
	})
}

// found opens what was typed about the record before the program ended and was not saved.
func (l *Log) found() {
	if l.shown.Of == "" || l.readOnly() {
		return
	}
	list, err := l.p.Workspace.Drafts.List(entity().Name)
	if err != nil {
		l.p.Shell.ShowError(err)
		return
	}
	for _, d := range list {
		if rec := l.drafted(d); rec != nil {
			l.entry = newEntry(l, rec)
			l.entry.more = l.entry.more || d.Values["outcome"] != "" || d.Values["next_step"] != "" || d.Values["due"] != ""
			l.entry.build()
			l.entry.fill(d.Values)
			return
		}
	}
}

// drafted is the entry that a draft belongs to, where that is one of this log; otherwise nil.
func (l *Log) drafted(d app.Draft) *data.Engagement {
	if !d.Fresh {
		for _, e := range l.shown.Lines {
			if e.ID == d.Record {
				rec := *e
				return &rec
			}
		}
		return nil
	}
	about := l.p.Begin()
	if strings.TrimSpace(d.Values["summary"]) == "" || d.Values["organisation"] != about.Organisation ||
		about.Contact != "" && d.Values["contact"] != about.Contact {
		return nil
	}
	about.ID = d.Record
	return about
}
