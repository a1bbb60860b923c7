package record

import (
	"context"
	"errors"
	"maps"
	"slices"

	"fyne.io/fyne/v2"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/kit"
)

// Pane is one record beside its list. Its methods run on the UI's goroutine; what it reads comes through Params.Exec.
type Pane struct {
	p       Params
	view    *kit.RecordPane
	bar     *kit.SaveBar
	sheet   *sheet
	decide  *fyne.Container // disputes that belong to no field
	locked  *fyne.Container // why the record is not to be changed
	links   *fyne.Container // duplicate, delete
	top     *fyne.Container // what stands over the form
	body    *fyne.Container // of the tab that is shown
	holder  *fyne.Container // of what can be shown and hidden beside a list
	now     *editing
	drafts  map[string]*editing // of those that are not shown
	keeper  *Keeper
	details *details
	reading *kit.Later[*details]
	books   *kit.Later[*book]
	past    *kit.Later[[]Past]
	saving  bool
	awaited string // the record that a state names
	focus   string // the field that a record that is being read is to be shown with
}

// New makes a pane that shows nothing.
func New(p Params) *Pane {
	r := &Pane{
		p: p, drafts: map[string]*editing{}, reading: kit.NewLater[*details](p.Exec), books: kit.NewLater[*book](p.Exec),
		past: kit.NewLater[[]Past](p.Exec), decide: kit.VStack(6), locked: kit.VStack(4), links: kit.HStack(16), top: kit.VStack(0),
	}
	r.keeper = NewKeeper(KeeperParams{Workspace: p.Workspace, Exec: p.Exec, Entity: p.Entity.Name, Failed: p.Shell.ShowError})
	r.decide.Hide()
	r.sheet = newSheet(&r.p, sheetFuncs{edited: r.edited, dirty: r.note, folded: func() { r.relay() }, names: r.name, use: r.Use, record: r.shownRecord, written: r.written})
	r.links.Add(kit.NewLink(p.Printer.T("record.duplicate"), r.Duplicate).SetTextSize(kit.TextMedium))
	r.links.Add(kit.NewLink(p.Printer.T("record.delete"), func() { r.Delete() }).SetToken(kit.TokenError).SetTextSize(kit.TextMedium))
	r.bar = kit.NewSaveBar(kit.SaveBarParams{
		Save: p.Printer.T("record.save"), Cancel: p.Printer.T("record.cancel"), OnSave: func() { r.Save() }, OnCancel: r.Revert,
	})
	r.view = kit.NewRecordPane(kit.PaneParams{Avatar: p.Avatar, Tabs: r.tabs(), OnTab: func(string) { r.showTab() }, Bar: r.bar})
	r.view.Hide()
	if p.readOnly() {
		r.sheet.setEnabled(false)
	}
	r.readDrafts()
	return r
}

// Content is what is shown beside the list; hidden while no record is shown.
func (r *Pane) Content() *kit.RecordPane { return r.view }

// ID is the record that is shown; empty while none is.
func (r *Pane) ID() string {
	if r.now == nil {
		return ""
	}
	return r.now.id()
}

// Record is the record that is shown as it was read, without what is typed; nil while none is. It is not to be changed.
func (r *Pane) Record() data.Record {
	if r.now == nil {
		return nil
	}
	return r.now.rec
}

// Typed is a copy of the record that is shown with what is typed; nil while none is.
func (r *Pane) Typed() data.Record {
	if r.now == nil {
		return nil
	}
	return with(r.now.rec, r.sheet.changed())
}

// shownRecord is Record, an empty one while none is shown.
func (r *Pane) shownRecord() data.Record {
	if r.now == nil {
		return r.p.Entity.New()
	}
	return r.now.rec
}

// written is the record that is shown, once it was saved.
func (r *Pane) written() (*data.Entity, string) {
	if r.now == nil || r.now.fresh {
		return r.p.Entity, ""
	}
	return r.p.Entity, r.ID()
}

// Fresh tells whether the record that is shown was never saved.
func (r *Pane) Fresh() bool { return r.now != nil && r.now.fresh }

// Facts are what Params.Facts read of the record that is shown; nil until then.
func (r *Pane) Facts() any {
	if r.details == nil {
		return nil
	}
	return r.details.facts
}

// Value is what the form holds of a column.
func (r *Pane) Value(field string) string { return r.sheet.value(field) }

// SetValue changes a field of the form as the user would.
func (r *Pane) SetValue(field, value string) {
	r.sheet.setValue(field, value)
	r.edited(field)
}

// Control is the control of a field, nil where the form does not have it.
func (r *Pane) Control(field string) kit.Control {
	if box := r.sheet.boxes[field]; box != nil {
		return box.inner
	}
	return nil
}

// Error is the sentence that stands under a field; empty where all is well.
func (r *Pane) Error(field string) string {
	if in := r.sheet.in[field]; in != nil {
		return in.form.Error(field)
	}
	return ""
}

// Choices are what a column is chosen from, as far as that was read.
func (r *Pane) Choices(col *data.Column) []kit.Option { return r.sheet.choices(col) }

// note says in the bar how things stand.
func (r *Pane) note() {
	if r.bar == nil || r.now == nil {
		return
	}
	p := r.p.Printer
	dirty := r.sheet.dirty()
	text := ""
	switch {
	case dirty && r.now.later:
		text = p.T("record.changed_meanwhile")
	case dirty && r.now.found:
		text = p.T("record.draft_found")
	case dirty:
		text = p.T("record.draft")
	}
	r.bar.SetDirty(dirty || r.now.fresh, text)
	r.marked()
}

func (r *Pane) marked() {
	if r.p.OnMark != nil {
		r.p.OnMark()
	}
}

// Changed follows what was written, here or elsewhere.
func (r *Pane) Changed(c app.Changed) {
	refers := r.p.Touches
	for _, col := range r.sheet.columns() {
		if col.Ref != "" {
			refers = append(refers, col.Ref)
		}
	}
	if c.Touches(append(refers, "vocabulary")...) {
		r.readBook()
	}
	if c.Touches(append(refers, r.p.Entity.Name, "vocabulary")...) {
		r.Reread()
	}
}

// Shown reads anew what may have changed while the pane's screen was not in view.
func (r *Pane) Shown() {
	r.readBook()
	if id := r.awaited; id != "" && r.now == nil {
		r.awaited = ""
		r.read(id)
		return
	}
	r.Reread()
}

// Awaited is the record that a state names and that is shown when the pane is; empty where there is none.
func (r *Pane) Awaited() string { return r.awaited }

func (r *Pane) readBook() {
	w, lang, e, cols := r.p.Workspace, r.p.Printer.Lang(), r.p.Entity, r.sheet.columns()
	r.books.Run(context.Background(),
		func(ctx context.Context) (*book, error) { return readBook(ctx, w, lang, e, cols) },
		func(b *book, err error) {
			if err != nil {
				r.failed(err)
				return
			}
			r.sheet.setBook(b)
			if r.now != nil && !r.sheet.dirty() && !r.now.fresh {
				r.sheet.load(r.now.rec, nil) // lists are made of controls that ask for their choices once
			}
		})
}

// failed tells what went wrong with reading. What was given up because something newer was asked is nothing to tell.
func (r *Pane) failed(err error) {
	if !errors.Is(err, context.Canceled) {
		r.p.Shell.ShowError(err)
	}
}

// Close shows no record. What was changed in the form waits as a draft.
func (r *Pane) Close() {
	r.stash()
	r.Cancel()
	r.now, r.details = nil, nil
	r.setShown(false)
	r.marked()
	if r.p.OnShown != nil {
		r.p.OnShown("")
	}
}

// setShown gives the pane its room beside the list, or the list all of it.
func (r *Pane) setShown(on bool) {
	if r.view.Visible() == on {
		return
	}
	setVisible(r.view, on)
	if r.holder != nil {
		r.holder.Refresh()
	}
}

// In tells the pane which container is laid out anew when it is shown or hidden.
func (r *Pane) In(holder *fyne.Container) { r.holder = holder }

// Cancel gives up what is being read.
func (r *Pane) Cancel() {
	r.reading.Cancel()
	r.past.Cancel()
}

// Hidden gives up what is being read, and keeps what is typed.
func (r *Pane) Hidden() {
	r.Cancel()
	r.books.Cancel()
	r.keeper.Flush()
}

// names of a record's references, for a list that shows them.
func (r *Pane) learn(names map[string]string) { maps.Copy(r.now.names, names) }

// draftIDs are the records that have drafts which are not shown, in a fixed order.
func (r *Pane) draftIDs() []string { return slices.Sorted(maps.Keys(r.drafts)) }
