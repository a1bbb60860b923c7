package contacts

import (
	"context"
	"errors"
	"time"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/screen"
)

// patience is how long a save may wait for another writer, such as an import.
const patience = 20 * time.Second

// resolve ends a dispute with the value that was picked.
func (r *record) resolve(path, value string) {
	ctx, stop := context.WithTimeout(context.Background(), patience)
	defer stop()
	if _, err := r.s.Workspace.Records.Resolve(ctx, entity(), r.id(), path, value); err != nil {
		r.s.Shell.ShowError(err)
	}
	r.reread()
}

// revert takes the changes in the form back; a contact that was never saved goes.
func (r *record) revert() {
	if r.now == nil {
		return
	}
	if r.now.fresh {
		r.discard()
		return
	}
	r.now = newEditing(r.now.contact, r.now.names[r.now.contact.Organisation])
	r.fill()
	r.reread()
}

func (r *record) discard() {
	r.form.Load(nil)
	r.close()
}

// save writes what was changed, and tells whether it could be. Errors stand at their fields.
func (r *record) save() bool {
	if !r.form.Check() {
		r.view.Tabs().Choose(tabPerson)
		r.tab()
		return false
	}
	ctx, stop := context.WithTimeout(context.Background(), patience)
	defer stop()
	fresh := r.now.fresh
	r.saving = true
	saved, done, err := save(ctx, r.s.Workspace.Records, r.now, r.form.changed())
	r.saving = false
	if err != nil {
		r.refused(err)
		return false
	}
	r.now = newEditing(saved, r.form.company.Typed())
	r.fill()
	r.told(saved, done, fresh)
	r.s.mark()
	r.reread()
	return true
}

// refused shows why a record could not be saved: at the fields what belongs to them.
func (r *record) refused(err error) {
	known, ok := errors.AsType[*data.Error](err)
	if !ok || len(known.Details) == 0 {
		r.s.Shell.ShowError(err)
		return
	}
	r.view.Tabs().Choose(tabPerson)
	r.tab()
	if elsewhere := r.form.setProblems(known.Details); len(elsewhere) > 0 {
		r.s.Shell.ShowError(&data.Error{Code: known.Code, Args: known.Args, Details: elsewhere})
	}
	r.person.Refresh()
}

// told says what was done, with the way back.
func (r *record) told(c *data.Contact, done app.Done, fresh bool) {
	if done.Batch == "" {
		return
	}
	p := r.s.Printer
	text := p.T("contacts.saved", "Name", c.Title(p.Lang()))
	if fresh {
		text = p.T("contacts.made", "Name", c.Title(p.Lang()))
	}
	r.s.Shell.Toast(screen.Toast{Text: text, Actions: []screen.Action{{
		Text: p.T("contacts.undo"), Do: func() { r.s.Shell.Undo(done.Batch) },
	}}})
}
