package app

import (
	"cmp"
	"context"

	"primadesk/data"
	"primadesk/data/store"
)

// The types in which the store is asked and answers, under the names that screens and
// commands know them by; data/store describes them.
type (
	// Query asks for a list.
	Query = store.Query
	// Cond is one condition of a list.
	Cond = store.Cond
	// Page is a part of a list.
	Page = store.Page
	// Find is a search.
	Find = store.Find
	// Hit is a record that a search found.
	Hit = store.Hit
	// Hits are the best of them.
	Hits = store.Hits
	// Done tells what a write did.
	Done = store.Done
	// Tx is a write that goes on.
	Tx = store.Tx
	// Undone tells what an undo did.
	Undone = store.UndoResult
	// Step is one entry of a record's history.
	Step = store.Step
	// BatchOf is what somebody did in one go.
	BatchOf = store.BatchInfo
	// Dispute is a field for which two people wrote different values.
	Dispute = store.Dispute
)

// Where makes a condition; the operators are those of data/store: "=", "<=", "in", "has" …
func Where(field, op string, values ...string) Cond {
	return store.Where(field, store.Op(op), values...)
}

// Records are the workspace's records of every entity: reading, finding, changing.
type Records struct{ w *Workspace }

// Get reads one record, live or in the trash (Meta.State says which).
func (r *Records) Get(ctx context.Context, e *data.Entity, id string) (data.Record, error) {
	return r.w.store.Get(ctx, e.Name, id)
}

// Many reads records by their ids, in that order; those that are not there are left out.
func (r *Records) Many(ctx context.Context, e *data.Entity, ids []string) ([]data.Record, error) {
	recs, err := r.w.store.Many(ctx, e.Name, ids)
	r.w.Log.Debug("read", "entity", e.Name, "records", len(recs), "done", err == nil)
	return recs, err
}

// Titles gives what records are called in a language: id → title, or what stands for it; see [Called].
func (r *Records) Titles(ctx context.Context, e *data.Entity, ids []string, lang string) (map[string]string, error) {
	titles, err := r.w.store.Titles(ctx, e.Name, ids, lang)
	for id, title := range titles {
		titles[id] = called(r.w.Printer(lang), e, title)
	}
	return titles, err
}

// List gives one page of a list.
func (r *Records) List(ctx context.Context, q Query) (Page, error) {
	page, err := r.w.store.Page(ctx, q)
	r.w.Log.Debug("listed", "entity", q.Entity, "records", len(page.Records), "done", err == nil)
	return page, err
}

// IDs gives the ids of a whole list in its order, for a window over it.
func (r *Records) IDs(ctx context.Context, q Query) ([]string, error) {
	ids, err := r.w.store.IDs(ctx, q)
	if q.Search != "" {
		r.w.Log.Debug("searched", "entity", q.Entity, "found", len(ids), "done", err == nil)
	}
	return ids, err
}

// All reads all records of a list, in its order: of what a screen keeps whole, such as a project's partners.
func (r *Records) All(ctx context.Context, q Query) ([]data.Record, error) {
	ids, err := r.IDs(ctx, q)
	if err != nil {
		return nil, err
	}
	e, _ := data.EntityNamed(q.Entity) // else IDs had failed
	return r.Many(ctx, e, ids)
}

// Count is how many records a list has.
func (r *Records) Count(ctx context.Context, q Query) (int, error) { return r.w.store.Count(ctx, q) }

// Search finds records of any entity, or of some, by words.
func (r *Records) Search(ctx context.Context, f Find) (Hits, error) {
	hits, err := r.w.store.Search(ctx, f)
	for i := range hits.Items {
		hit := &hits.Items[i]
		hit.Title = called(r.w.Printer(cmp.Or(f.Lang, r.w.store.Lang())), data.EntityOf(hit.Record), hit.Title)
	}
	return hits, err
}

// Write does several changes as one batch: all or nothing, undone in one go. Kind is
// the message "batch." + Kind that history shows, args its placeholders; they hold no
// personal data beyond what the records themselves do.
func (r *Records) Write(ctx context.Context, kind string, args map[string]any, do func(*Tx) error) (Done, error) {
	settings := r.w.Settings
	done, err := r.w.store.Write(ctx, store.Batch{Kind: kind, Args: args, Author: settings.Author()}, func(tx *Tx) error {
		if err := do(tx); err != nil {
			return err
		}
		return sign(tx, settings)
	})
	if err != nil {
		r.w.Log.Warn("write refused", "kind", kind, "error", codeForLog(err))
		return done, err
	}
	r.w.announce(done.Batch, done.Changes)
	return done, nil
}

// sign makes sure that the author record of whoever writes is in the workspace, so that
// changes that travel have a name.
func sign(tx *Tx, s *Settings) error {
	if s.Author() == "" || s.Me() == "" {
		return nil
	}
	e, _ := data.EntityNamed("author")
	rec, err := tx.Get(e, s.Author())
	if data.HasCode(err, "record.missing") {
		a := &data.Author{Name: s.Me()}
		a.ID = s.Author()
		return tx.Save(a)
	}
	if err != nil {
		return err
	}
	if a := rec.(*data.Author); a.Name != s.Me() && a.State == data.Live {
		a.Name = s.Me()
		return tx.Save(a)
	}
	return nil
}

// codeForLog is what of an error may stand in the log: its code, never its arguments.
func codeForLog(err error) string { code, _ := codeOf(err); return code }

// Save keeps one record as a batch of its own: made if it is new.
func (r *Records) Save(ctx context.Context, rec data.Record) (Done, error) {
	kind := "saved"
	if rec.Head().Base == 0 {
		kind = "made"
	}
	if rec.Head().ID == "" {
		rec.Head().ID = newID()
	}
	args := map[string]any{"Entity": data.EntityOf(rec).Name, "Record": rec.Head().ID}
	return r.Write(ctx, kind, args, func(tx *Tx) error { return tx.Save(rec) })
}

// Trash puts records of one entity into the trash, as one batch.
func (r *Records) Trash(ctx context.Context, e *data.Entity, ids ...string) (Done, error) {
	args := map[string]any{"Entity": e.Name, "N": len(ids)}
	if len(ids) == 1 {
		args["Record"] = ids[0]
	}
	return r.Write(ctx, "trashed", args, func(tx *Tx) error {
		for _, id := range ids {
			if err := tx.Trash(e, id); err != nil {
				return err
			}
		}
		return nil
	})
}

// Restore takes records out of the trash, of whatever entity they are.
func (r *Records) Restore(ctx context.Context, ids ...string) (Done, error) {
	return r.Write(ctx, "restored", map[string]any{"N": len(ids)}, func(tx *Tx) error {
		for _, id := range ids {
			e, err := entityOf(tx, id)
			if err != nil {
				return err
			}
			if err := tx.Restore(e, id); err != nil {
				return err
			}
		}
		return nil
	})
}

// entityOf finds of which entity a record is.
func entityOf(tx *Tx, id string) (*data.Entity, error) {
	for _, e := range data.Entities() {
		_, err := tx.Get(e, id)
		if err == nil {
			return e, nil
		}
		if !data.HasCode(err, "record.missing") {
			return nil, err
		}
	}
	return nil, data.Fail("record.unknown", "ID", id)
}

// Trashed is what lies in the trash.
func (r *Records) Trashed(ctx context.Context) ([]data.Record, error) {
	var out []data.Record
	err := r.w.store.Read(ctx, func(reader *store.Reader) error {
		for _, e := range data.Entities() {
			for rec, err := range reader.Each(Query{Entity: e.Name, Trash: true}) {
				if err != nil {
					return err
				}
				out = append(out, rec)
			}
		}
		return nil
	})
	return out, err
}

// Undo undoes a batch, or with "" the last one of this device that is not undone. What
// was changed since is left alone and named in Kept.
func (r *Records) Undo(ctx context.Context, batch string) (Undone, error) {
	u, err := r.w.store.Undo(ctx, batch, r.w.Settings.Author())
	if err == nil {
		r.w.announce(u.Batch, u.Changes)
	}
	return u, err
}

// Redo undoes the last undo.
func (r *Records) Redo(ctx context.Context) (Undone, error) {
	u, err := r.w.store.Redo(ctx, r.w.Settings.Author())
	if err == nil {
		r.w.announce(u.Batch, u.Changes)
	}
	return u, err
}

// History lists what happened to a record, the first first.
func (r *Records) History(ctx context.Context, e *data.Entity, id string) ([]Step, error) {
	return r.w.store.History(ctx, e, id)
}

// Batches lists what was done in the workspace, the last first.
func (r *Records) Batches(ctx context.Context, limit int) ([]BatchOf, error) {
	return r.w.store.Batches(ctx, limit)
}

// Conflicts lists the fields for which two people wrote different values: of one record,
// or with "" of all.
func (r *Records) Conflicts(ctx context.Context, id string) ([]Dispute, error) {
	return r.w.store.Conflicts(ctx, id)
}

// Put reads JSON Lines into the workspace: all or nothing, one batch.
func (r *Records) Put(ctx context.Context, p PutParams) (PutResult, error) {
	if p.Project == "" {
		current, err := r.w.Projects.Current(ctx)
		if err != nil && !data.HasCode(err, "project.none") {
			return PutResult{}, err
		}
		if err == nil {
			p.Project = current.ID
		}
	}
	return r.put(ctx, "put", p)
}

func (r *Records) put(ctx context.Context, kind string, p PutParams) (PutResult, error) {
	words, err := r.vocabulary(ctx)
	if err != nil {
		return PutResult{}, err
	}
	in := &putter{PutParams: p, words: newVocabulary(words), seen: map[string]bool{}}
	done, err := r.Write(ctx, kind, map[string]any{"File": p.File}, func(tx *Tx) error {
		in.tx = tx
		return in.lines(ctx)
	})
	if err != nil {
		return PutResult{}, err
	}
	return in.result(done), nil
}

func (r *Records) vocabulary(ctx context.Context) ([]*data.Vocabulary, error) {
	var out []*data.Vocabulary
	err := r.w.store.Read(ctx, func(reader *store.Reader) error {
		for rec, err := range reader.Each(Query{Entity: "vocabulary"}) {
			if err != nil {
				return err
			}
			out = append(out, rec.(*data.Vocabulary))
		}
		return nil
	})
	return out, err
}

// announce tells the window what a commit changed.
func (w *Workspace) announce(batch string, changes []store.Change) {
	if len(changes) == 0 {
		return
	}
	const named = 1000 // beyond, a screen reads anew all it shows
	c := Changed{Batch: batch, Records: map[string][]string{}}
	for _, change := range changes {
		ids := c.Records[change.Entity]
		if len(changes) <= named {
			ids = append(ids, change.Record)
		}
		c.Records[change.Entity] = ids
	}
	w.Log.Info("committed", "batch", batch, "records", len(changes))
	w.Signals.emit(c)
}

// Find reads a record of any entity by its id alone.
func (r *Records) Find(ctx context.Context, id string) (data.Record, error) {
	for _, e := range data.Entities() {
		rec, err := r.Get(ctx, e, id)
		if !data.HasCode(err, "record.missing") {
			return rec, err
		}
	}
	return nil, data.Fail("record.unknown", "ID", id)
}

// Span says which part of a list is wanted, and what is to come along.
type Span = store.Span

// Window is a part of a list as a table shows it.
type Window = store.Window

// Window gives a part of a list for a table: its records, what they refer to, and how long the list is. It asks one
// query over the records, and counts them where Span does not say how many there are.
func (r *Records) Window(ctx context.Context, q Query, s Span) (Window, error) {
	out, err := r.w.store.Window(ctx, q, s)
	if q.Search != "" && s.Total == 0 {
		r.w.Log.Debug("searched", "entity", q.Entity, "found", out.Total, "done", err == nil)
	}
	r.w.Log.Debug("read", "entity", q.Entity, "records", len(out.Records), "done", err == nil)
	return out, err
}

// Place is how many records of a list stand before one; -1 where the list does not have it.
func (r *Records) Place(ctx context.Context, q Query, id string) (int, error) {
	return r.w.store.Place(ctx, q, id)
}
