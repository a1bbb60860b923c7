package events

import (
	"fyne.io/fyne/v2"

	"primadesk/ui/kit"
)

// The page's tabs.
const (
	tabPlan      = "plan"
	tabAgenda    = "agenda"
	tabChecklist = "checklist"
	tabPeople    = "people"
	tabAccount   = "account"
	tabEvidence  = "evidence"
	tabSheet     = "sheet"
)

// part is one tab of an event's page with what stands on it.
type part interface {
	// tab is the tab's id and its words, with a count where there is something to count.
	tab() kit.Tab
	// body is what stands on it; the same object each time while nothing changed.
	body() fyne.CanvasObject
	// show brings what was read onto it, while it is in view or not.
	show(*dossier)
	// forget closes the page's event.
	forget()
}

// former is a part whose fields Save keeps together with those of the others. An event that is not written yet shows
// these parts alone.
type former interface {
	part
	// build makes the forms anew, with what there is to choose from now.
	build() []*kit.Form
	// holds tells whether a form is one of its own.
	holds(*kit.Form) bool
}

// remover is a part on which something can be chosen and deleted with the Delete key.
type remover interface{ remove() }

// makeParts are the page's parts in the order of the tabs. A new part is a line here.
func (g *page) makeParts() []part {
	g.plan, g.agenda, g.told = newPlan(g), newAgenda(g), newTold(g)
	g.people, g.checklist, g.evidence = newPeople(g), newChecklist(g), newEvidence(g)
	return []part{g.plan, g.agenda, g.checklist, g.people, g.told, g.evidence, newEventSheet(g)}
}

// part is the part of a tab; the first one where there is no such tab.
func (g *page) part(tab string) part {
	for _, x := range g.parts {
		if x.tab().ID == tab {
			return x
		}
	}
	return g.parts[0]
}

// counted is a tab's text with a count, unless there is nothing to count.
func (g *page) counted(text string, n int) string {
	if n == 0 {
		return text
	}
	return text + " " + g.s.Printer.Number(n)
}
