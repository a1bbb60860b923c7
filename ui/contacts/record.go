package contacts

import (
	"context"
	"errors"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"primadesk/data"
	"primadesk/ui/kit"
)

// The pane's tabs.
const (
	tabPerson  = "person"
	tabEvents  = "events"
	tabHistory = "history"
)

// record is the pane beside the table: one contact, with its form, its events and its history.
type record struct {
	s       *contacts
	view    *kit.RecordPane
	bar     *kit.SaveBar
	form    *form
	person  *fyne.Container // what is to be decided, the form, the way to delete
	decide  *fyne.Container // disputes that belong to no field
	remove  *kit.Button
	now     *editing
	drafts  map[string]*editing // of those that are not shown
	facts   *details
	reading *kit.Later[*details]
	history *kit.Later[[]past]
	saving  bool
}

func newRecord(s *contacts) *record {
	p := s.Printer
	r := &record{s: s, drafts: map[string]*editing{}, reading: kit.NewLater[*details](s.exec), history: kit.NewLater[[]past](s.exec)}
	r.form = newForm(formParams{
		printer: p, exec: s.exec, today: s.Workspace.Today, window: s.Shell.Window,
		find: s.findOrganisations, create: r.createOrganisation, onDirty: func(bool) { r.note() },
	})
	r.decide = kit.VStack(6)
	r.decide.Hide()
	r.remove = kit.NewLink(p.T("contacts.delete"), s.Delete).SetToken(kit.TokenError).SetTextSize(kit.TextMedium)
	r.person = kit.VStack(16, r.decide, r.form.Form, kit.HStack(0, r.remove))
	r.bar = kit.NewSaveBar(kit.SaveBarParams{
		Save: p.T("contacts.save"), Cancel: p.T("contacts.cancel"), OnSave: func() { s.Save() }, OnCancel: r.revert,
	})
	r.view = kit.NewRecordPane(kit.PaneParams{Avatar: true, Tabs: r.tabs(), OnTab: func(string) { r.tab() }, Bar: r.bar})
	r.view.SetBody(r.person)
	r.view.Hide()
	if s.readOnly() {
		r.form.SetEnabled(false)
		r.remove.Hide()
	}
	return r
}

func (r *record) tabs() []kit.Tab {
	p := r.s.Printer
	events := p.T("contacts.tab_events")
	if r.facts != nil && len(r.facts.attended) > 0 {
		events += " " + p.Number(len(r.facts.attended))
	}
	return []kit.Tab{
		{ID: tabPerson, Text: p.T("contacts.tab_person")}, {ID: tabEvents, Text: events}, {ID: tabHistory, Text: p.T("contacts.tab_history")},
	}
}

// id is the contact that is shown; empty while none is.
func (r *record) id() string {
	if r.now == nil {
		return ""
	}
	return r.now.contact.ID
}

// drafted tells whether changes of a contact wait to be saved.
func (r *record) drafted(id string) bool {
	return r.drafts[id] != nil || r.id() == id && id != "" && r.form.Dirty()
}

// show brings a contact into the pane: at once what the list knows of it, the rest when it has been read.
func (r *record) show(id string, known row) {
	switch {
	case id == r.id():
	case r.drafts[id] != nil:
		r.open(r.drafts[id])
	case known.contact != nil:
		r.open(newEditing(known.contact, known.organisation))
	default:
		r.read(id)
		return
	}
	r.reread()
}

// create opens an empty form, or the draft of a contact that was begun before.
func (r *record) create() {
	r.stash()
	e := newEditing(newContact(), "")
	e.fresh = true
	for _, d := range r.drafts {
		if d.fresh {
			e = d
		}
	}
	r.open(e)
	r.focus()
}

// open puts a contact into the form.
func (r *record) open(e *editing) {
	r.stash()
	r.cancel()
	delete(r.drafts, e.contact.ID)
	r.now, r.facts = e, nil
	r.fill()
	r.setShown(true)
	r.view.Tabs().SetTabs(r.tabs())
	if e.fresh {
		r.view.Tabs().Choose(tabPerson)
	}
	r.tab()
	r.s.bar.show()
}

// fill brings the contact, and its draft, into the form and the pane's title.
func (r *record) fill() {
	e := r.now
	draft := e.draft
	e.draft = nil
	r.form.load(e.contact, draft, e.names)
	r.showDisputes(nil)
	setVisible(r.remove, !e.fresh && !r.s.readOnly())
	r.title()
	r.note()
}

func (r *record) title() {
	p, c := r.s.Printer, r.now.contact
	if r.now.fresh {
		r.view.SetTitle(p.T("contacts.new_title"), p.T("contacts.new_subtitle"))
		return
	}
	var words []string
	for _, s := range []string{c.LatinName, r.now.names[c.Organisation]} {
		if s != "" && s != c.Title(p.Lang()) {
			words = append(words, s)
		}
	}
	r.view.SetTitle(c.Title(p.Lang()), strings.Join(words, " · "))
}

// note says in the bar how things stand, and marks the line.
func (r *record) note() {
	p := r.s.Printer
	dirty := r.form.Dirty()
	text := ""
	switch {
	case r.now == nil:
	case dirty && r.now.later:
		text = p.T("contacts.changed_meanwhile")
	case dirty:
		text = p.T("contacts.draft")
	}
	r.bar.SetDirty(dirty || r.now != nil && r.now.fresh, text)
	if r.s.table != nil {
		r.s.table.Reload()
	}
}

// stash keeps what was changed in the form as a draft, when somebody turns to another contact.
func (r *record) stash() {
	if r.now == nil {
		return
	}
	if r.form.Dirty() {
		r.now.draft = r.form.changed()
		r.now.names[r.form.company.Value()] = r.form.company.Typed()
		r.drafts[r.id()] = r.now
	}
	r.now = nil
}

// tab shows the body of the tab that is chosen.
func (r *record) tab() {
	switch r.view.Tabs().Chosen() {
	case tabEvents:
		var list []attended
		if r.facts != nil {
			list = r.facts.attended
		}
		r.view.SetBody(r.eventLines(list))
	case tabHistory:
		r.readHistory()
	default:
		r.view.SetBody(r.person)
	}
}

func (r *record) readHistory() {
	if r.now == nil || r.now.fresh {
		r.view.SetBody(r.historyLines(nil))
		return
	}
	id, w, lang := r.id(), r.s.Workspace, r.s.Printer.Lang()
	r.history.Run(context.Background(), func(ctx context.Context) ([]past, error) {
		steps, t, authors, err := readHistory(ctx, w, lang, id)
		if err != nil {
			return nil, err
		}
		return tellHistory(t, steps, authors, w.Now().Location()), nil
	}, func(list []past, err error) {
		switch {
		case err != nil:
			r.s.failed(err)
		case r.view.Tabs().Chosen() == tabHistory:
			r.view.SetBody(r.historyLines(list))
		}
	})
}

// reread asks for the contact that is shown again, after it or what belongs to it may have changed.
func (r *record) reread() {
	if r.now != nil && !r.now.fresh && !r.saving {
		r.read(r.id())
	}
}

func (r *record) read(id string) {
	w, lang := r.s.Workspace, r.s.Printer.Lang()
	r.reading.Run(context.Background(),
		func(ctx context.Context) (*details, error) { return readDetails(ctx, w, lang, id) },
		func(d *details, err error) {
			switch {
			case isMissing(err) || err == nil && d.contact.State != data.Live:
				r.gone(id)
			case err != nil:
				r.s.failed(err)
			default:
				r.take(d)
			}
		})
}

func isMissing(err error) bool {
	known, ok := errors.AsType[*data.Error](err)
	return ok && known.Code == "record.missing"
}

// take shows what has been read. A form that somebody is writing in keeps what it was opened with.
func (r *record) take(d *details) {
	switch {
	case r.now == nil || r.now.contact.ID != d.contact.ID:
		r.open(newEditing(d.contact, d.organisation))
	case r.form.Dirty():
		r.now.later = d.contact.Base > r.now.contact.Base
		r.note()
	case d.contact.Base != r.now.contact.Base || r.now.names[d.contact.Organisation] != d.organisation:
		r.now = newEditing(d.contact, d.organisation)
		r.fill()
	}
	r.facts = d
	r.showDisputes(disputesOf(newTeller(r.s.Printer, d.viewer, r.now.names), d.contact, d.disputes, d.authors))
	r.view.Tabs().SetTabs(r.tabs())
	if r.view.Tabs().Chosen() != tabPerson {
		r.tab()
	}
	r.s.mark()
}

// gone follows a deletion: the pane closes, unless somebody was writing in it.
func (r *record) gone(id string) {
	if r.id() != id {
		return
	}
	if r.form.Dirty() {
		r.now.later = true
		r.note()
		return
	}
	r.close()
}

func (r *record) close() {
	r.stash()
	r.cancel()
	r.now, r.facts = nil, nil
	r.setShown(false)
	r.s.mark()
	r.s.bar.show()
}

// setShown gives the pane its room beside the list, or the list all of it.
func (r *record) setShown(on bool) {
	if r.view.Visible() == on {
		return
	}
	setVisible(r.view, on)
	r.s.content.Refresh()
}

func (r *record) cancel() {
	r.reading.Cancel()
	r.history.Cancel()
}

// showDisputes puts what is to be decided at the fields, or over the form.
func (r *record) showDisputes(list []dispute) {
	elsewhere := r.form.showDisputes(list, r.resolve)
	r.decide.Objects = disputeLines(elsewhere, r.form.disputeTitle, r.resolve)
	r.decide.Hidden = len(elsewhere) == 0
	r.person.Refresh()
}

// focus puts the keyboard into the form.
func (r *record) focus() {
	if r.now == nil {
		return
	}
	r.view.Tabs().Choose(tabPerson)
	r.tab()
	r.form.Focus("given_name")
}

// ids of drafts, in a fixed order.
func (r *record) draftIDs() []string {
	var ids []string
	for id := range r.drafts {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return ids
}
