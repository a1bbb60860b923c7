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
	keeper  *keeper
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
	r.keeper = newKeeper(&r.p)
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
	e.fresh, e.copyOf = true, from.rec.Title(r.p.Printer.Lang())
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
	r.now.names[rec.Head().ID] = rec.Title(r.p.Printer.Lang())
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
		r.view.SetTitle(e.rec.Title(p.Lang()), "")
	}
}

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
	r.keeper.flush()
}

// names of a record's references, for a list that shows them.
func (r *Pane) learn(names map[string]string) { maps.Copy(r.now.names, names) }

// draftIDs are the records that have drafts which are not shown, in a fixed order.
func (r *Pane) draftIDs() []string { return slices.Sorted(maps.Keys(r.drafts)) }
