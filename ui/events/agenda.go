package events

import (
	"strings"

	"fyne.io/fyne/v2"

	"primadesk/data"
	"primadesk/ui/fields"
	"primadesk/ui/kit"
)

// agenda is the tab of the programme: what comes when, who speaks, for how long. It belongs to the page's form.
type agenda struct {
	g       *page
	editor  *agendaEditor
	form    *kit.Form
	content fyne.CanvasObject
}

func newAgenda(g *page) *agenda { return &agenda{g: g} }

func (a *agenda) tab() kit.Tab {
	return kit.Tab{ID: tabAgenda, Text: a.g.s.Printer.T("field.agenda")}
}

func (a *agenda) body() fyne.CanvasObject {
	a.editor.setDays(a.days())
	return a.content
}

// show takes the names of those who speak.
func (a *agenda) show(d *dossier) {
	if a.editor != nil {
		a.editor.learn(d.names)
	}
}

func (a *agenda) forget() {}

func (a *agenda) holds(form *kit.Form) bool { return form == a.form }

// build implements former.
func (a *agenda) build() []*kit.Form {
	g, p := a.g, a.g.s.Printer
	a.editor = newAgendaEditor(agendaParams{
		Printer: p, Exec: g.s.exec, Find: g.people.find, Hint: p.T("events.agenda_hint"),
	})
	a.form = g.form("", nil, [][]kit.Field{{{ID: "agenda", Control: a.editor}}})
	a.content = kit.NewScroll(kit.Pad(kit.Even(kit.PageMargin), kit.VStack(0, kit.NewCard(a.form))))
	return []*kit.Form{a.form}
}

// days are the days of the event as the plan's form has them, with the time at which each begins.
func (a *agenda) days() []agendaDay {
	plan := a.g.plan
	start, end := data.Wall(plan.event.Value("start")), data.Wall(plan.event.Value("end"))
	e := data.Event{Start: start, End: end}
	fields.Apply(&e, map[string]string{"days": plan.event.Value("days")})
	return agendaDays(&e)
}

// mostDays is how many days an agenda offers: beyond, an event rather has parts that are events of their own.
const mostDays = 14

// agendaDays are an event's days, the first first, each with the time at which it begins where that is known.
func agendaDays(e *data.Event) []agendaDay {
	first := e.Start.Day()
	if first == "" {
		return []agendaDay{{}}
	}
	days := []agendaDay{{day: first, start: e.Start.Clock()}}
	for day := first.AddDays(1); day <= e.LastDay() && len(days) < mostDays; day = day.AddDays(1) {
		days = append(days, agendaDay{day: day})
	}
	for i := range e.Days {
		for j := range days {
			if at := e.Days[i].Start; at.Day() == days[j].day && j > 0 && days[j].start == "" {
				days[j].start = at.Clock()
			}
		}
	}
	return days
}

// reveal implements revealer: the agenda, or a field of one line ("agenda/ID/time").
func (a *agenda) reveal(entity, _, field string) bool {
	list, rest, _ := strings.Cut(field, "/")
	if entity != "event" || list != "agenda" {
		return false
	}
	id, sub, _ := strings.Cut(rest, "/")
	if target := a.editor.target(id, sub); target != nil {
		a.g.s.canvas().Focus(target)
	}
	return true
}
