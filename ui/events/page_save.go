package events

import (
	"context"
	"errors"
	"strings"

	"fyne.io/fyne/v2"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/fields"
	"primadesk/ui/kit"
)

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
	g.drafts.drop(e.ID)
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
	g.plan.fit()
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
	for _, x := range g.parts {
		if has, ok := x.(former); ok && has.holds(f) {
			g.choose(x.tab().ID)
			return
		}
	}
}

// choose shows a tab.
func (g *page) choose(id string) {
	g.tabs.Choose(id)
	g.tab()
}

// deleteChosen is the Delete key: what is chosen on the tab goes, not the event.
func (g *page) deleteChosen() {
	if x, ok := g.part(g.tabs.Chosen()).(remover); ok {
		x.remove()
	}
}

// left tells what is wrong with a field that was just left, by the rules of data.
func (g *page) left(field string) string {
	if g.event == nil || g.forms == nil {
		return ""
	}
	next := *g.event
	fields.Apply(&next, g.forms.Changed())
	for _, x := range data.Validate(&next) {
		if id, _, _ := strings.Cut(x.Field, "/"); id == field && x.Code != "required" {
			return app.TellProblem(g.s.Printer, x).Message
		}
	}
	return ""
}

// typed follows every change in the forms.
func (g *page) typed() {
	g.note()
	g.drafts.typed()
}

// allForms are the forms of all parts.
func (g *page) allForms() []*kit.Form { return g.made }

// showDisputes puts what two people wrote differently under the fields, each value to be picked, and over the tabs, where it
// is seen from all of them.
func (g *page) showDisputes(d *dossier) {
	pick := func(path, value string) { g.decide(d.event, path, value) }
	var lines []fyne.CanvasObject
	below := func(id string, objs ...fyne.CanvasObject) {
		for _, f := range g.allForms() {
			f.SetBelow(id, objs...)
		}
	}
	for _, id := range g.decided {
		below(id)
	}
	g.decided = d.disputes.Fields()
	for _, id := range g.decided {
		below(id, d.disputes.Lines(id, true, pick)...)
		lines = append(lines, d.disputes.Lines(id, false, pick)...)
	}
	g.disputed.Objects = nil
	if len(lines) > 0 {
		g.disputed.Objects = []fyne.CanvasObject{kit.Pad(kit.Inset{Top: 10, Right: kit.PageMargin, Left: kit.PageMargin}, kit.VStack(6, lines...))}
	}
	setVisible(g.disputed, len(lines) > 0)
	g.view.Refresh()
}

// decide makes one of the values that two people wrote the event's.
func (g *page) decide(e *data.Event, path, value string) {
	ctx, stop := context.WithTimeout(context.Background(), patience)
	defer stop()
	done, err := g.s.Workspace.Records.Resolve(ctx, data.EntityOf(e), e.ID, path, value)
	if err != nil {
		g.s.Shell.ShowError(err)
		return
	}
	g.s.undoable(g.s.Printer.T("events.decided"), done)
	g.s.read(e.ID)
}
