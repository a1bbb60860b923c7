package events

import (
	"maps"
	"slices"

	"fyne.io/fyne/v2"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/fields"
	"primadesk/ui/kit"
)

// page is one event's own page: its heading, the tabs with their parts, and the bar with Save. What stands in forms (see
// former) Save keeps together; what stands on the other tabs is kept at once.
type page struct {
	s       *events
	event   *data.Event // as it was read: its Base says what the user has seen; nil while none is shown
	fresh   bool        // not yet written at all
	later   bool        // the event was changed since it was read into the forms
	now     *dossier    // the newest; nil for a fresh event
	forms   *fields.Group
	made    []*kit.Form // those of the group
	saving  bool
	choices map[string][]kit.Option // what the forms were made with

	title, subtitle *kit.Text
	tabs            *kit.Tabs
	menu            *kit.FilterChip
	step            *kit.Button
	state           *kit.StatusChip
	stateRow        fyne.CanvasObject // the state, which opens the list of all
	bar             *kit.SaveBar
	body            *fyne.Container
	view            *fyne.Container

	drafts       *drafts
	translations *fields.Translations // which languages are shown, and what changed in originals
	disputed     *fyne.Container      // what two people wrote differently
	decided      []string             // the fields under which two values stand

	parts     []part
	plan      *plan
	agenda    *agenda
	told      *told
	people    *people
	checklist *checklist
	evidence  *evidence
}

func newPage(s *events) *page {
	p := s.Printer
	g := &page{s: s, body: kit.Stack()}
	g.drafts, g.disputed = newDrafts(g), kit.VStack(6)
	g.disputed.Hide()
	g.translations = fields.TranslationsOf(s.Workspace, s.exec, func() (*data.Entity, string) {
		if g.event == nil || g.fresh {
			return nil, ""
		}
		return data.EntityOf(g.event), g.event.ID
	})
	g.parts = g.makeParts()
	g.title = kit.NewText("", kit.TextStyle{Size: kit.TextTitle, Bold: true, Cut: true})
	g.subtitle = kit.NewText("", kit.TextStyle{Size: kit.TextSmall, Token: kit.TokenMuted, Cut: true})
	g.state = kit.NewStatusChip("", kit.ToneNeutral)
	g.stateRow = kit.Named(p.T("events.change_status"), kit.NewPressRow(g.state, g.statuses))
	g.step = kit.NewButton(kit.ButtonSecondary, "", nil)
	g.menu = kit.NewFilterChip(p.T("events.more"), g.actions).SetOpens()
	g.tabs = kit.NewTabs(g.tabList(), func(string) { g.tab() })
	g.bar = kit.NewSaveBar(kit.SaveBarParams{
		Save: p.T("events.save"), Cancel: p.T("events.cancel"), OnSave: func() { g.save() }, OnCancel: g.cancel,
	})
	back := kit.NewLink("‹ "+p.T("events.title"), func() { s.Back() })
	head := kit.Sized(0, kit.HeaderHeight, kit.Stack(kit.NewBox(kit.BoxStyle{Fill: kit.TokenSurface}), kit.Framed(
		kit.Borders{Bottom: kit.NewLine()}, kit.Pad(kit.Sides(6, kit.PageMargin),
			kit.HStack(16, back, kit.Grow(kit.VStack(1, g.title, g.subtitle)), g.stateRow, g.step, g.menu)))))
	tabs := kit.Stack(kit.NewBox(kit.BoxStyle{Fill: kit.TokenSurface}),
		kit.Framed(kit.Borders{Bottom: kit.NewLine()}, kit.Pad(kit.Sides(0, kit.PageMargin), kit.HStack(0, g.tabs, kit.NewSpring()))))
	g.view = kit.Framed(kit.Borders{Top: kit.VStack(0, head, tabs, g.disputed), Bottom: g.bar}, g.body)
	return g
}

// tabList are the tabs of what the page can show now: of an event that is not written yet only the forms.
func (g *page) tabList() []kit.Tab {
	var list []kit.Tab
	for _, x := range g.parts {
		if _, forms := x.(former); forms || g.now != nil {
			list = append(list, x.tab())
		}
	}
	return list
}

// create shows the forms of an event that is not written yet.
func (g *page) create(e *data.Event) {
	g.fresh, g.now = true, nil
	g.plan.begin()
	g.load(e)
	g.tabs.Choose(tabPlan)
	g.tab()
	g.plan.propose()
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
		g.drafts.restore(d.event)
	case g.dirty():
		g.later = d.event.Base > g.event.Base && !sameForms(d.event, g.event)
		g.note()
	case d.event.Base != g.event.Base:
		g.load(d.event)
	}
	kit.KeepFocus(g.view, func() {
		for _, x := range g.parts {
			x.show(d)
		}
		g.showDisputes(d)
	})
	g.heading()
	g.tabs.SetTabs(g.tabList())
	if g.s.tab != "" { // as it was left the last time
		g.tabs.Choose(g.part(g.s.tab).tab().ID)
		g.s.tab = ""
	}
	g.tab()
}

// sameForms tells whether two states of an event agree in what the forms show: all but the checklist.
func sameForms(a, b *data.Event) bool {
	other := fields.All(b)
	for id, value := range fields.All(a) {
		if other[id] != value && id != "checklist" {
			return false
		}
	}
	return true
}

// load brings an event into the forms; into new ones where there is something else to choose from.
func (g *page) load(e *data.Event) {
	g.event, g.later = e, false
	if g.forms == nil || !maps.EqualFunc(g.choices, g.s.book.options, slices.Equal) {
		g.choices = g.s.book.options
		g.made = nil
		for _, x := range g.parts {
			if f, ok := x.(former); ok {
				g.made = append(g.made, f.build()...)
			}
		}
		g.forms = fields.NewGroup(g.s.Printer, g.made...)
	}
	g.forms.Load(fields.All(e))
	g.plan.loaded()
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
	setVisible(g.menu, !g.s.readOnly() && !g.fresh)
	setVisible(g.stateRow, !g.fresh)
	g.showStep(e)
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
	setVisible(g.stateRow, e.Status != "")
	g.showStep(e)
	g.view.Refresh()
}

// tab shows the body of the tab that is chosen.
func (g *page) tab() {
	if g.forms == nil {
		return
	}
	o := g.part(g.tabs.Chosen()).body()
	if len(g.body.Objects) != 1 || g.body.Objects[0] != o {
		g.body.Objects = []fyne.CanvasObject{o}
		g.body.Refresh()
	}
	g.note()
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
	default:
		if _, forms := g.part(g.tabs.Chosen()).(former); !forms {
			text = p.T("events.kept_at_once")
		}
	}
	g.bar.SetDirty(g.dirty() || g.fresh, text)
}

// forget closes the page's event.
func (g *page) forget() {
	g.event, g.now, g.forms, g.fresh = nil, nil, nil, false
	for _, x := range g.parts {
		x.forget()
	}
}

// revert takes the changes in the forms back.
func (g *page) revert() {
	if g.event != nil {
		g.drafts.drop(g.event.ID)
	}
	switch {
	case g.event == nil:
	case g.now != nil:
		g.load(g.now.event)
		g.tab()
	default:
		g.forms.Load(fields.All(g.event))
		g.plan.loaded()
	}
}

// cancel is the bar's button: an event that was never written goes.
func (g *page) cancel() {
	if g.fresh {
		g.drafts.drop(g.event.ID)
		g.forget()
		g.s.close()
		return
	}
	g.revert()
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
