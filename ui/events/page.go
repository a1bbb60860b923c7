package events

import (
	"context"
	"errors"
	"maps"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/fields"
	"primadesk/ui/kit"
)

// The page's tabs.
const (
	tabPlan      = "plan"
	tabAccount   = "account"
	tabPeople    = "people"
	tabChecklist = "checklist"
	tabTakeaways = "takeaways"
	tabEvidence  = "evidence"
)

// page is one event's own page. Plan and account are forms that Save keeps together; what stands on the other tabs is kept
// at once.
type page struct {
	s       *events
	event   *data.Event // as it was read: its Base says what the user has seen; nil while none is shown
	fresh   bool        // not yet written at all
	later   bool        // the event was changed since it was read into the forms
	now     *dossier    // the newest; nil for a fresh event
	forms   *fields.Group
	plan    *planForms
	offered string        // the number that was proposed last
	host    *data.Partner // whose place was proposed last
	saving  bool
	choices map[string][]kit.Option // what the forms were made with
	numbers *kit.Later[[]string]

	title, subtitle *kit.Text
	tabs            *kit.Tabs
	remove          *kit.Button
	state           *kit.StatusChip
	bar             *kit.SaveBar
	body            *fyne.Container
	people          *people
	checklist       *checklist
	evidence        *evidence
	view            *fyne.Container
}

func newPage(s *events) *page {
	p := s.Printer
	g := &page{s: s, numbers: kit.NewLater[[]string](s.exec), body: kit.Stack()}
	g.title = kit.NewText("", kit.TextStyle{Size: kit.TextTitle, Bold: true, Cut: true})
	g.subtitle = kit.NewText("", kit.TextStyle{Size: kit.TextSmall, Token: kit.TokenMuted, Cut: true})
	g.state = kit.NewStatusChip("", kit.ToneNeutral)
	g.remove = kit.NewLink(p.T("events.delete"), s.deleteEvent).SetToken(kit.TokenError).SetTextSize(kit.TextMedium)
	g.tabs = kit.NewTabs(g.tabList(), func(string) { g.tab() })
	g.bar = kit.NewSaveBar(kit.SaveBarParams{
		Save: p.T("events.save"), Cancel: p.T("events.cancel"), OnSave: func() { g.save() }, OnCancel: g.cancel,
	})
	back := kit.NewLink("‹ "+p.T("events.title"), func() { s.Back() })
	head := kit.Sized(0, kit.HeaderHeight, kit.Stack(kit.NewBox(kit.BoxStyle{Fill: kit.TokenSurface}), kit.Framed(
		kit.Borders{Bottom: kit.NewLine()}, kit.Pad(kit.Sides(6, kit.PageMargin),
			kit.HStack(16, back, kit.Grow(kit.VStack(1, g.title, g.subtitle)), g.state, g.remove)))))
	tabs := kit.Stack(kit.NewBox(kit.BoxStyle{Fill: kit.TokenSurface}),
		kit.Framed(kit.Borders{Bottom: kit.NewLine()}, kit.Pad(kit.Sides(0, kit.PageMargin), kit.HStack(0, g.tabs, kit.NewSpring()))))
	g.people, g.checklist, g.evidence = newPeople(g), newChecklist(g), newEvidence(g)
	g.view = kit.Framed(kit.Borders{Top: kit.VStack(0, head, tabs), Bottom: g.bar}, g.body)
	return g
}

func (g *page) tabList() []kit.Tab {
	p := g.s.Printer
	n := func(text string, count int) string {
		if count == 0 {
			return text
		}
		return text + " " + p.Number(count)
	}
	list := []kit.Tab{{ID: tabPlan, Text: p.T("events.tab_plan")}, {ID: tabAccount, Text: p.T("field.account")}}
	if g.now == nil {
		return list
	}
	ticked := p.T("field.checklist")
	if all := len(g.now.event.Checklist); all > 0 {
		ticked += " " + p.Number(g.now.done()) + "/" + p.Number(all)
	}
	return append(list,
		kit.Tab{ID: tabPeople, Text: n(p.T("events.tab_people"), g.now.tally.Total)},
		kit.Tab{ID: tabChecklist, Text: ticked},
		kit.Tab{ID: tabTakeaways, Text: n(p.Entities("takeaway"), len(g.now.takeaways))},
		kit.Tab{ID: tabEvidence, Text: n(p.Entities("evidence"), len(g.now.evidence))})
}

// create shows the forms of an event that is not written yet.
func (g *page) create(e *data.Event) {
	g.fresh, g.now, g.offered, g.host = true, nil, "", nil
	g.load(e)
	g.tabs.Choose(tabPlan)
	g.tab()
	g.propose()
}

// show brings what was read onto the page. Forms that somebody is writing in keep what they were opened with.
func (g *page) show(d *dossier) {
	g.now = d
	switch {
	case g.saving: // the answer to what is being saved is on its way
		return
	case g.event == nil || g.event.ID != d.event.ID || g.forms == nil:
		g.fresh = false
		g.load(d.event)
	case g.dirty():
		g.later = d.event.Base > g.event.Base && !sameForms(d.event, g.event)
		g.note()
	case d.event.Base != g.event.Base:
		g.load(d.event)
	}
	g.heading()
	g.tabs.SetTabs(g.tabList())
	g.people.show(d)
	g.checklist.show(d)
	g.evidence.show(d)
	g.tab()
}

// sameForms tells whether two states of an event agree in what the forms show.
func sameForms(a, b *data.Event) bool {
	other := fields.Values(b)
	for id, value := range fields.Values(a) {
		if other[id] != value {
			return false
		}
	}
	return true
}

// load brings an event into the forms; into new ones where there is something else to choose from.
func (g *page) load(e *data.Event) {
	g.event, g.later = e, false
	if g.plan == nil || !maps.EqualFunc(g.choices, g.s.book.options, slices.Equal) {
		g.choices = g.s.book.options
		g.plan = newPlanForms(g)
		g.forms = fields.NewGroup(g.s.Printer, g.plan.all()...)
	}
	g.forms.Load(fields.Values(e))
	if g.s.readOnly() {
		g.forms.SetEnabled(false)
	}
	g.heading()
	g.tabs.SetTabs(g.tabList())
	g.note()
}

// heading says which event it is.
func (g *page) heading() {
	p, e := g.s.Printer, g.event
	g.remove.Hidden = g.s.readOnly() || g.fresh
	g.state.Hidden = g.fresh
	if g.fresh {
		g.title.SetText(p.T("events.new_title"))
		g.subtitle.SetText(p.T("events.new_subtitle"))
		return
	}
	g.title.SetText(e.Title(p.Lang()))
	if g.now != nil {
		g.subtitle.SetText(subtitle(p, g.now))
		e = g.now.event
	}
	g.state.Set(statusWord(p, e.Status), statusTone(e.Status))
	g.state.Hidden = e.Status == ""
	g.view.Refresh()
}

// tab shows the body of the tab that is chosen.
func (g *page) tab() {
	if g.forms == nil {
		return
	}
	var o fyne.CanvasObject
	switch g.tabs.Chosen() {
	case tabAccount:
		o = g.plan.told
	case tabPeople:
		o = g.people.content
	case tabChecklist:
		o = g.checklist.content
	case tabTakeaways:
		o = scrolled(g.learned())
	case tabEvidence:
		o = g.evidence.content
	default:
		o = g.plan.planned
	}
	if len(g.body.Objects) != 1 || g.body.Objects[0] != o {
		g.body.Objects = []fyne.CanvasObject{o}
		g.body.Refresh()
	}
	g.note()
}

// scrolled puts something on the page's ground, with its margin.
func scrolled(o fyne.CanvasObject) fyne.CanvasObject {
	return container.NewVScroll(kit.Pad(kit.Even(kit.PageMargin), o))
}

// dirty tells whether the forms hold something that is not saved.
func (g *page) dirty() bool { return g.forms != nil && g.forms.Dirty() }

// note says in the bar how things stand.
func (g *page) note() {
	p := g.s.Printer
	text := ""
	switch {
	case g.dirty() && g.later:
		text = p.T("events.changed_meanwhile")
	case g.dirty():
		text = p.T("events.unsaved_note")
	case g.tabs.Chosen() != tabPlan && g.tabs.Chosen() != tabAccount:
		text = p.T("events.kept_at_once")
	}
	g.bar.SetDirty(g.dirty() || g.fresh, text)
}

// forget closes the page's event.
func (g *page) forget() {
	g.numbers.Cancel()
	g.event, g.now, g.forms, g.plan, g.fresh = nil, nil, nil, nil, false
	g.people.forget()
	g.checklist.forget()
	g.evidence.forget()
}

// revert takes the changes in the forms back.
func (g *page) revert() {
	switch {
	case g.event == nil:
	case g.now != nil:
		g.load(g.now.event)
		g.tab()
	default:
		g.forms.Load(fields.Values(g.event))
	}
}

// cancel is the bar's button: an event that was never written goes.
func (g *page) cancel() {
	if g.fresh {
		g.forget()
		g.s.close()
		return
	}
	g.revert()
}

// save writes what was changed, and tells whether it could be. Errors stand at their fields.
func (g *page) save() bool {
	if g.forms == nil || g.s.readOnly() {
		return false
	}
	if wrong := g.forms.Check(); wrong != nil {
		g.reveal(wrong)
		return false
	}
	next := *g.event
	fields.Apply(&next, g.forms.Changed())
	if g.fresh && next.Owner == "" {
		next.Owner = next.Organiser
	}
	ctx, stop := context.WithTimeout(context.Background(), patience)
	defer stop()
	g.saving = true
	done, err := g.s.Workspace.Records.Save(ctx, &next)
	g.saving = false
	if err != nil {
		g.refused(err)
		return false
	}
	g.saved(&next, done)
	return true
}

// saved goes on with the event as the workspace now has it.
func (g *page) saved(e *data.Event, done app.Done) {
	p := g.s.Printer
	said := p.T("events.saved", "Title", p.Quote(e.Title(p.Lang())))
	if g.fresh {
		said = p.T("events.made", "Title", p.Quote(e.Title(p.Lang())))
	}
	g.fresh = false
	g.load(e)
	g.tab()
	g.s.opened = e.ID
	g.s.read(e.ID)
	g.s.undoable(said, done)
}

// refused shows why the event could not be saved: at the fields what belongs to them.
func (g *page) refused(err error) {
	known, ok := errors.AsType[*data.Error](err)
	if !ok || len(known.Details) == 0 {
		g.s.Shell.ShowError(err)
		return
	}
	first, elsewhere := g.forms.SetProblems(known.Details)
	g.reveal(first)
	if len(elsewhere) > 0 {
		g.s.Shell.ShowError(&data.Error{Code: known.Code, Args: known.Args, Details: elsewhere})
	}
}

// reveal shows the tab that a form is on.
func (g *page) reveal(f *kit.Form) {
	if f == nil {
		return
	}
	g.tabs.Choose(tabPlan)
	if f == g.plan.account {
		g.tabs.Choose(tabAccount)
	}
	g.tab()
}

// deleteChosen is the Delete key: what is chosen on the tab goes, not the event.
func (g *page) deleteChosen() {
	switch g.tabs.Chosen() {
	case tabPeople:
		g.people.remove()
	case tabChecklist:
		g.checklist.remove()
	case tabEvidence:
		g.evidence.remove()
	}
}

// edit changes the event as it is now in one go, beside the forms: a list's rows, kept at once.
func (g *page) edit(change func(*data.Event)) (app.Done, bool) {
	if g.now == nil || g.s.readOnly() {
		return app.Done{}, false
	}
	next := *g.now.event
	change(&next)
	done, ok := g.s.write(&next)
	if ok {
		g.s.read(next.ID)
	}
	return done, ok
}
