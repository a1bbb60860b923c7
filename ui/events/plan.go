package events

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"primadesk/data"
	"primadesk/ui/fields"
	"primadesk/ui/kit"
)

// plan is the tab of all that is planned: what and when, where, who and for what, and behind More what is rarely needed.
type plan struct {
	g *page

	event, days        *kit.Form // what and when; the days of an event of several
	place, venue, link *kit.Form // where; by mode the venue, the link or both
	who, texts, budget *kit.Form
	local              *kit.Text // the venue's time as the user's clock has it
	sums               *kit.Text // of the budget
	when, where        *fyne.Container
	content            fyne.CanvasObject
	more               bool // what is rarely needed is folded open

	offered string        // the number that was proposed last
	host    *data.Partner // whose place was proposed last
	numbers *kit.Later[string]
}

func newPlan(g *page) *plan { return &plan{g: g, numbers: kit.NewLater[string](g.s.exec)} }

func (f *plan) tab() kit.Tab {
	return kit.Tab{ID: tabPlan, Text: f.g.s.Printer.T("events.tab_plan")}
}

func (f *plan) body() fyne.CanvasObject { return f.content }

func (f *plan) show(*dossier) {}

func (f *plan) forget() { f.numbers.Cancel() }

func (f *plan) holds(form *kit.Form) bool { return slices.Contains(f.all(), form) }

func (f *plan) all() []*kit.Form {
	return []*kit.Form{f.event, f.days, f.place, f.venue, f.link, f.who, f.texts, f.budget}
}

// column is a column of an event.
func (g *page) column(id string) *data.Column { return fields.Column((*data.Event)(nil), id) }

func (g *page) maker() fields.Maker {
	s := g.s
	return fields.Maker{
		Printer: s.Printer, Exec: s.exec, Today: s.Workspace.Today, Choices: s.book.choices, Translations: g.translations,
	}
}

// begin forgets what was proposed to the event before.
func (f *plan) begin() { f.offered, f.host = "", nil }

// propose offers the organiser's next number to a new event, and its place, unless others were typed.
func (f *plan) propose() {
	s := f.g.s
	if !f.g.fresh || f.g.forms == nil {
		return
	}
	organiser := f.who.Value("organiser")
	partner := s.book.partner(organiser)
	if partner == nil {
		return
	}
	f.proposePlace(partner)
	if held := f.event.Value("number"); held != "" && held != f.offered {
		return
	}
	w, form := s.Workspace, f.event
	f.numbers.Run(context.Background(),
		func(ctx context.Context) (string, error) { return w.Events.NextNumber(ctx, organiser) },
		func(next string, err error) {
			switch {
			case err != nil:
				s.failed(err)
			case form == f.event && f.g.fresh:
				f.offered = next
				form.SetValue("number", f.offered)
			}
		})
}

// proposePlace puts the organiser's country, region and zone in the place of the one's before.
func (f *plan) proposePlace(now *data.Partner) {
	was := f.host
	f.host = now
	if was == nil {
		was = &data.Partner{}
	}
	for _, x := range []struct {
		form         *kit.Form
		id, old, new string
	}{
		{f.place, "country", was.Country, now.Country}, {f.place, "region", was.Region, now.Region},
		{f.event, "zone", fields.ZoneOf(was.Country), fields.ZoneOf(now.Country)},
	} {
		if held := x.form.Value(x.id); held == "" || held == x.old {
			x.form.SetValue(x.id, x.new)
		}
	}
}

// reveal implements revealer.
func (f *plan) reveal(entity, _, field string) bool {
	return entity == "event" && f.g.s.revealIn(f.all(), field)
}
