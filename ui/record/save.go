package record

import (
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/screen"
)

// patience is how long a save may wait for another writer, such as an import.
const patience = 20 * time.Second

func waiting() (context.Context, context.CancelFunc) {
	return context.WithTimeout(context.Background(), patience)
}

// resolve ends a dispute with the value that was picked.
func (r *Pane) resolve(path, value string) {
	ctx, stop := waiting()
	defer stop()
	if _, err := r.p.Workspace.Records.Resolve(ctx, r.p.Entity, r.ID(), path, value); err != nil {
		r.p.Shell.ShowError(err)
	}
	r.Reread()
}

// Dirty tells whether the form that is shown has something to save: what was typed, or a duplicate as it is. Drafts of other
// records wait on the disk.
func (r *Pane) Dirty() bool { return r.now != nil && (r.sheet.dirty() || r.now.copyOf != "") }

// Save saves what is in the form, and tells whether it could be; if not, what is wrong stands at its field.
func (r *Pane) Save() bool {
	if r.now == nil || !r.sheet.dirty() && !r.now.fresh {
		return true
	}
	return r.save()
}

// save writes what was changed, and tells whether it could be. Errors stand at their fields.
func (r *Pane) save() bool {
	if wrong := r.sheet.check(); wrong != nil {
		r.reveal(wrong)
		wrong.form.FocusError()
		return false
	}
	ctx, stop := waiting()
	defer stop()
	fresh, id := r.now.fresh, r.ID()
	r.saving = true
	saved, done, err := r.write(ctx)
	r.saving = false
	if err != nil {
		r.refused(err)
		return false
	}
	r.keeper.Drop(id)
	r.now = newEditing(saved, r.now.names)
	r.fill()
	r.view.Tabs().SetTabs(r.tabs())
	r.told(saved, done, fresh)
	if r.p.OnShown != nil {
		r.p.OnShown(id)
	}
	r.Reread()
	return true
}

// write writes the record with what the form changed, and what was made for it or follows from it, as one batch.
func (r *Pane) write(ctx context.Context) (data.Record, app.Done, error) {
	next := with(r.now.rec, r.sheet.changed())
	if err := r.belong(ctx, next); err != nil {
		return nil, app.Done{}, err
	}
	made := r.made(next)
	records := r.p.Workspace.Records
	if len(made) == 0 && r.p.BeforeSave == nil {
		done, err := records.Save(ctx, next)
		return next, done, err
	}
	kind := "saved"
	if next.Head().Base == 0 {
		kind = "made"
	}
	args := map[string]any{"Entity": r.p.Entity.Name, "Record": next.Head().ID}
	done, err := records.Write(ctx, kind, args, func(tx *app.Tx) error {
		for _, rec := range made {
			if err := tx.Save(rec); err != nil {
				return err
			}
		}
		if r.p.BeforeSave != nil {
			if err := r.p.BeforeSave(tx, next, r.now.fresh); err != nil {
				return err
			}
		}
		return tx.Save(next)
	})
	return next, done, err
}

// belong gives a new record its project: a form may be opened before it is known which one is current.
func (r *Pane) belong(ctx context.Context, rec data.Record) error {
	col, ok := r.p.Entity.Column("project")
	if !ok || !r.p.Entity.Project || *col.At(rec).(*string) != "" {
		return nil
	}
	current, err := r.p.Workspace.Projects.Current(ctx)
	if err != nil {
		return err
	}
	*col.At(rec).(*string) = current.ID
	return nil
}

// made are the records that were made in the form and that the record still refers to.
func (r *Pane) made(rec data.Record) []data.Record {
	var out []data.Record
	for id, value := range data.Registers(rec) {
		if other := r.now.made[strings.Trim(value, `"`)]; other != nil && !slices.Contains(out, other) && id != "" {
			out = append(out, other)
		}
	}
	return out
}

// refused shows why a record could not be saved: at the fields what belongs to them.
func (r *Pane) refused(err error) {
	problems := r.own(problemsOf(err))
	if len(problems) == 0 {
		r.p.Shell.ShowError(err)
		return
	}
	first, elsewhere := r.sheet.setProblems(problems)
	if first != nil {
		r.reveal(first)
		r.sheet.setProblems(problems) // now that it is in view, its first field gets the keyboard
	}
	if len(elsewhere) > 0 {
		r.p.Shell.ShowError(err)
	}
	r.view.Refresh()
}

// problemsOf is what is wrong with records that were refused; nothing for an error of another kind.
func problemsOf(err error) []data.Problem {
	known, ok := errors.AsType[*data.Error](err)
	if !ok {
		return nil
	}
	return known.Details
}

// own gives the problems of other records in the batch no field of this one.
func (r *Pane) own(problems []data.Problem) []data.Problem {
	out := slices.Clone(problems)
	for i := range out {
		if out[i].Entity != r.p.Entity.Name {
			out[i].Field = out[i].Entity + "." + out[i].Field
		}
	}
	return out
}

// told says what was done, with the way back.
func (r *Pane) told(rec data.Record, done app.Done, fresh bool) {
	id := "record.saved"
	if fresh {
		id = "record.made"
	}
	r.toast(id, rec, done)
}

//i18n:prefix record.saved record.made record.deleted
func (r *Pane) toast(id string, rec data.Record, done app.Done) {
	if done.Batch == "" {
		return
	}
	p := r.p.Printer
	name := strings.Join(strings.Fields(app.Called(p, rec)), " ")
	r.p.Shell.Toast(screen.Toast{Text: p.T(id, "Name", cutText(name, longestValue)), Actions: []screen.Action{{
		Text: p.T("record.undo"), Do: func() { r.p.Shell.Undo(done.Batch) },
	}}})
}

// Revert takes the changes in the form back; a record that was never saved goes.
func (r *Pane) Revert() {
	if r.now == nil {
		return
	}
	r.keeper.Drop(r.ID())
	if r.now.fresh {
		r.abandon()
		return
	}
	r.now = newEditing(r.now.rec, r.now.names)
	r.fill()
	r.Reread()
}

// abandon closes the form with all that is typed in it.
func (r *Pane) abandon() {
	r.sheet.load(nil, nil)
	r.Close()
}

// Discard takes the form's changes back. Drafts of other records stay.
func (r *Pane) Discard() { r.Revert() }

// Delete puts the record that is shown into the trash, offers Undo, and shows the next one. A record that was never saved
// goes with all that is typed.
func (r *Pane) Delete() {
	switch {
	case r.now == nil || r.p.readOnly():
	case r.now.fresh:
		r.keeper.Drop(r.ID())
		r.abandon()
	case r.p.BeforeDelete != nil:
		id := r.ID()
		r.p.BeforeDelete(r.now.rec, r.Facts(), func() {
			if r.ID() == id {
				r.trash()
			}
		})
	default:
		r.trash()
	}
}

func (r *Pane) trash() {
	r.keeper.Drop(r.ID())
	ctx, stop := waiting()
	defer stop()
	rec, next := r.now.rec, ""
	if r.p.Next != nil {
		next = r.p.Next(r.ID())
	}
	r.saving = true
	done, err := r.p.Workspace.Records.Trash(ctx, r.p.Entity, r.ID())
	r.saving = false
	if err != nil {
		r.p.Shell.ShowError(err)
		return
	}
	r.abandon()
	if next != "" {
		r.Show(next, nil, nil)
	}
	r.toast("record.deleted", rec, done)
}

// create asks for a record that is to be made where a reference is typed.
func (s *sheet) create(col *data.Column, typed string) {
	s.p.Create[col.ID](typed, func(rec data.Record) { s.use(col.ID, rec) })
}

// Use puts a record that does not exist yet into a field of the form; it is written with the pane's own.
func (r *Pane) Use(field string, rec data.Record) {
	if r.now == nil {
		return
	}
	r.Make(rec)
	r.SetValue(field, rec.Head().ID)
	r.Reveal(field)
}
