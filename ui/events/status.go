package events

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"primadesk/data"
	"primadesk/ui/kit"
)

// nextStep is the state that an event most likely comes to next; empty where nothing is to be done.
func nextStep(e *data.Event, today data.Date) string {
	over := e.Start != "" && e.LastDay() <= today
	switch e.Status {
	case "", "idea", "postponed":
		return "planned"
	case "planned":
		if over {
			return "held"
		}
		return "confirmed"
	case "confirmed":
		if over {
			return "held"
		}
	case "held":
		return "reported"
	}
	return ""
}

// showStep offers the event's next step.
func (g *page) showStep(e *data.Event) {
	step := ""
	if !g.fresh && !g.s.readOnly() {
		step = nextStep(e, g.s.Workspace.Today())
	}
	g.step.Hidden = step == ""
	if step != "" {
		g.step.SetText(g.s.Printer.T("events.step_" + step)) //i18n:prefix events.step_
		g.step.OnTapped(func() { g.setStatus(step) })
	}
}

// setStatus brings the event into a state at once, and says what that means. What is typed is saved first.
func (g *page) setStatus(status string) {
	if g.now == nil || g.s.readOnly() || g.dirty() && !g.save() {
		return
	}
	p, e := g.s.Printer, g.now.event
	ctx, stop := context.WithTimeout(context.Background(), patience)
	defer stop()
	done, err := g.s.Workspace.Events.SetStatus(ctx, e.ID, status)
	if err != nil {
		g.s.Shell.ShowError(err)
		return
	}
	said := p.T("events.status_said", "Title", p.Quote(e.Title(p.Lang())), "Status", statusWord(p, status))
	if id := "events.means_" + status; p.Has(id) { //i18n:prefix events.means_
		said += " · " + p.T(id)
	}
	g.s.undoable(said, done)
	g.s.read(e.ID)
}

// statuses opens the list of all states.
func (g *page) statuses() {
	if g.now == nil || g.s.readOnly() {
		return
	}
	var items []*fyne.MenuItem
	for _, status := range data.EventStatus.Words {
		item := fyne.NewMenuItem(g.s.Printer.Enum(data.EventStatus.Name, status), func() { g.setStatus(status) })
		item.Checked = g.now.event.Status == status
		items = append(items, item)
	}
	g.popUp(g.stateRow, items)
}

// actions opens the list of what can be done with the whole event.
func (g *page) actions() {
	p := g.s.Printer
	items := []*fyne.MenuItem{
		fyne.NewMenuItem(p.T("events.duplicate"), g.askDuplicate), fyne.NewMenuItem(p.T("events.move"), g.askMove),
		fyne.NewMenuItemSeparator(), fyne.NewMenuItem(p.T("events.delete"), g.s.deleteEvent),
	}
	g.popUp(g.menu, items)
}

func (g *page) popUp(under fyne.CanvasObject, items []*fyne.MenuItem) {
	c := fyne.CurrentApp().Driver().CanvasForObject(under)
	if c == nil {
		return
	}
	widget.NewPopUpMenu(fyne.NewMenu("", items...), c).ShowAtRelativePosition(fyne.NewPos(0, under.Size().Height+kit.U(4)), under)
}

// askDay asks for a day in a dialog; then is told it, and whether the dialog can close.
func (g *page) askDay(title, text string, required bool, then func(data.Date) bool) {
	p := g.s.Printer
	m := g.maker()
	field := m.Labelled(g.column("start"), m.Control(&data.Column{ID: "day", Kind: data.KindDate}))
	field.ID, field.Required = "day", required
	form := kit.NewForm(kit.FormParams{Required: p.T("fields.required"), Sections: []kit.Section{{Rows: [][]kit.Field{{field}}}}})
	kit.ShowDialog(g.s.canvas(), kit.DialogParams{
		Title: title, Text: text, Body: form, Yes: p.T("events.apply"), No: p.T("events.cancel"),
		Keep: func() bool { return !form.Check() || !then(data.Date(form.Value("day"))) },
	})
	g.s.focus(form, "day")
}

// askMove asks to which day the event is to be moved.
func (g *page) askMove() {
	if g.now == nil || g.s.readOnly() || g.dirty() && !g.save() {
		return
	}
	p := g.s.Printer
	g.askDay(p.T("events.move_title"), p.T("events.move_text"), true, func(day data.Date) bool {
		return g.s.moveEvent(g.now.event, day)
	})
}

// askDuplicate asks for when a new event like this one is planned.
func (g *page) askDuplicate() {
	if g.now == nil || g.s.readOnly() || g.dirty() && !g.save() {
		return
	}
	p := g.s.Printer
	g.askDay(p.T("events.duplicate_title"), p.T("events.duplicate_text"), false, g.duplicate)
}

// duplicate makes a new event of this one, and shows it.
func (g *page) duplicate(day data.Date) bool {
	p, s := g.s.Printer, g.s
	ctx, stop := context.WithTimeout(context.Background(), patience)
	defer stop()
	next, done, err := s.Workspace.Events.Duplicate(ctx, g.now.event.ID, day)
	if err != nil {
		s.Shell.ShowError(err)
		return false
	}
	s.undoable(p.T("events.duplicated", "Title", p.Quote(next.Title(p.Lang())), "Number", next.Number), done)
	s.Open(next.ID)
	g.choose(tabPlan)
	return true
}
