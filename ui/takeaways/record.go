package takeaways

import (
	"cmp"
	"context"
	"errors"
	"maps"
	"slices"

	"fyne.io/fyne/v2"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/fields"
	"primadesk/ui/kit"
)

// record is the pane beside the cards: one takeaway in a form.
type record struct {
	s       *takeaways
	view    *kit.RecordPane
	bar     *kit.SaveBar
	body    *fyne.Container
	remove  *kit.Button
	form    *kit.Form
	group   *fields.Group
	made    map[string][]kit.Option // what the form was made with
	now     *data.Takeaway          // as it was read: its Base says what the user has seen; nil while none is shown
	fresh   bool                    // not yet written at all
	later   bool                    // it was changed since it was read into the form
	saving  bool
	wait    string // what is to be shown once the book was read
	reading *kit.Later[*data.Takeaway]
}

func newRecord(s *takeaways) *record {
	p := s.Printer
	r := &record{s: s, reading: kit.NewLater[*data.Takeaway](s.exec), body: kit.VStack(16)}
	r.remove = kit.NewLink(p.T("takeaways.delete"), s.Delete).SetToken(kit.TokenError).SetTextSize(kit.TextMedium)
	r.bar = kit.NewSaveBar(kit.SaveBarParams{
		Save: p.T("takeaways.save"), Cancel: p.T("takeaways.cancel"), OnSave: func() { r.save() }, OnCancel: r.cancel,
	})
	r.view = kit.NewRecordPane(kit.PaneParams{Bar: r.bar})
	r.view.Hide()
	return r
}

// id is the takeaway that is shown, or about to be; empty while none is.
func (r *record) id() string {
	if r.now == nil {
		return r.wait
	}
	return r.now.ID
}

// written is the takeaway that is shown, once it was written.
func (r *record) written() (*data.Entity, string) {
	if r.now == nil || r.fresh {
		return entity(), ""
	}
	return entity(), r.now.ID
}

func (r *record) dirty() bool { return r.now != nil && r.form != nil && r.form.Dirty() }

// open reads a takeaway and shows it.
func (r *record) open(id string) {
	r.now, r.fresh, r.wait = nil, false, id
	r.s.cards.reload()
	r.read(id)
}

func (r *record) read(id string) {
	if r.s.book == nil {
		return
	}
	w := r.s.Workspace
	r.reading.Run(context.Background(), func(ctx context.Context) (*data.Takeaway, error) {
		rec, err := w.Records.Get(ctx, entity(), id)
		if err != nil {
			return nil, err
		}
		return rec.(*data.Takeaway), nil
	}, func(t *data.Takeaway, err error) {
		known, ok := errors.AsType[*data.Error](err)
		switch {
		case ok && known.Code == "record.missing" || err == nil && t.State != data.Live:
			if !r.dirty() {
				r.close()
			}
		case err != nil:
			r.s.failed(err)
		default:
			r.take(t)
		}
	})
}

// waited goes on with what was asked for before the book was there.
func (r *record) waited() {
	if r.now == nil && r.wait != "" {
		r.read(r.wait)
	}
}

// reread asks for the takeaway that is shown again.
func (r *record) reread() {
	if r.id() != "" && !r.fresh && !r.saving {
		r.read(r.id())
	}
}

// take shows what has been read. A form that somebody is writing in keeps what it was opened with.
func (r *record) take(t *data.Takeaway) {
	switch {
	case r.now == nil || r.now.ID != t.ID:
		r.fresh = false
		r.load(t)
		r.s.cards.reveal(r.s.source.index(t.ID))
	case r.dirty():
		r.later = t.Base > r.now.Base
		r.note()
	case r.now.Base != t.Base || !r.current():
		r.load(t)
	}
}

// create opens an empty form.
func (r *record) create() {
	if r.s.book == nil {
		return
	}
	r.reading.Cancel()
	r.fresh = true
	r.load(newTakeaway(r.s.book, r.s.Workspace.Settings.Author()))
	r.s.cards.reload()
	r.s.Shell.Window().Canvas().Focus(r.form.Control("text").Target()) // not drawn yet, so the form cannot find its window
}

// current tells whether the form offers what there is to choose from now.
func (r *record) current() bool { return maps.EqualFunc(r.made, r.s.book.options, slices.Equal) }

// load brings a takeaway into the form.
func (r *record) load(t *data.Takeaway) {
	r.now, r.later, r.wait = t, false, ""
	if r.form == nil || !r.current() {
		r.build()
	}
	r.group.Load(fields.Values(t))
	if r.s.readOnly() {
		r.group.SetEnabled(false)
	}
	setVisible(r.remove, !r.fresh && !r.s.readOnly())
	r.title()
	r.view.Show()
	r.note()
	r.s.content.Refresh()
}

func (r *record) build() {
	s, p := r.s, r.s.Printer
	m := fields.Maker{
		Printer: p, Exec: s.exec, Today: s.Workspace.Today, Choices: s.book.choices,
		Translations: fields.TranslationsOf(s.Workspace, s.exec, r.written),
	}
	rows := func(ids ...[]string) [][]kit.Field { return m.Rows((*data.Takeaway)(nil), ids...) }
	r.made = s.book.options
	r.form = kit.NewForm(kit.FormParams{
		Required: p.T("fields.required"), OnDirty: func(bool) { r.note() },
		Sections: []kit.Section{
			{Rows: append([][]kit.Field{{m.Long(fields.Column((*data.Takeaway)(nil), "text"), 4)}},
				rows([]string{"kind", "theme"}, []string{"events"}, []string{"country", "visibility"}, []string{"target_groups"})...)},
			{Title: p.T("field.follow_up"), Rows: rows([]string{"follow_up"}, []string{"follow_up_owner", "follow_up_due"}, []string{"follow_up_state"})},
		},
	})
	r.group = fields.NewGroup(p, r.form)
	r.body.Objects = []fyne.CanvasObject{r.form, kit.HStack(0, r.remove, kit.NewSpring())}
	r.view.SetBody(r.body)
}

// title says which takeaway it is: theme, or kind, and its events.
func (r *record) title() {
	p, t := r.s.Printer, r.now
	if r.fresh {
		r.view.SetTitle(p.T("takeaways.new_title"), p.T("takeaways.new_subtitle"))
		return
	}
	title := r.s.book.theme(t.Theme)
	if title == "" {
		title = cmp.Or(p.Enum(data.TakeawayKind.Name, t.Kind), p.Entity("takeaway"))
	}
	r.view.SetTitle(title, r.s.eventsOf(t))
}

// note says in the bar how things stand.
func (r *record) note() {
	p := r.s.Printer
	text := ""
	switch {
	case r.dirty() && r.later:
		text = p.T("takeaways.changed_meanwhile")
	case r.dirty():
		text = p.T("takeaways.unsaved_note")
	}
	r.bar.SetDirty(r.dirty() || r.fresh, text)
}

// close shows the cards alone.
func (r *record) close() {
	r.reading.Cancel()
	r.now, r.fresh, r.wait = nil, false, ""
	r.view.Hide()
	r.s.cards.reload()
	r.s.content.Refresh()
}

// revert takes the changes in the form back.
func (r *record) revert() {
	if r.now == nil {
		return
	}
	r.load(r.now)
	r.reread()
}

// cancel is the bar's button: a takeaway that was never written goes.
func (r *record) cancel() {
	if r.fresh {
		r.close()
		return
	}
	r.revert()
}

// save writes what was changed, and tells whether it could be. Errors stand at their fields.
func (r *record) save() bool {
	if r.now == nil || r.s.readOnly() || r.group.Check() != nil {
		return false
	}
	next := *r.now
	fields.Apply(&next, r.group.Changed())
	ctx, stop := waiting()
	defer stop()
	if r.fresh {
		if err := r.place(ctx, &next); err != nil {
			r.s.Shell.ShowError(err)
			return false
		}
	}
	r.saving = true
	done, err := r.s.Workspace.Records.Save(ctx, &next)
	r.saving = false
	if err != nil {
		r.refused(err)
		return false
	}
	p := r.s.Printer
	said := p.T("takeaways.saved")
	if r.fresh {
		said = p.T("takeaways.made")
	}
	r.fresh = false
	r.load(&next)
	r.s.cards.reload()
	r.s.undoable(said, done)
	return true
}

// place puts a new takeaway behind the others of its events, and gives it their country and owner where it has none.
func (r *record) place(ctx context.Context, t *data.Takeaway) error {
	last := ""
	for _, id := range t.Events {
		recs, err := readAll(ctx, r.s.Workspace, app.Query{Entity: "takeaway", Where: []app.Cond{app.Where("events", "=", id)}})
		if err != nil {
			return err
		}
		for _, rec := range recs {
			last = max(last, rec.(*data.Takeaway).Order)
		}
		if e := r.s.book.events[id]; e != nil {
			t.Country, t.Owner = cmp.Or(t.Country, e.Country), cmp.Or(t.Owner, e.Owner)
		}
	}
	t.Order = data.Between(last, "")
	return nil
}

// refused shows why the takeaway could not be saved: at the fields what belongs to them.
func (r *record) refused(err error) {
	known, ok := errors.AsType[*data.Error](err)
	if !ok || len(known.Details) == 0 {
		r.s.Shell.ShowError(err)
		return
	}
	if _, elsewhere := r.group.SetProblems(known.Details); len(elsewhere) > 0 {
		r.s.Shell.ShowError(&data.Error{Code: known.Code, Args: known.Args, Details: elsewhere})
	}
}
