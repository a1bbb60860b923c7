package events

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"primadesk/data"
	"primadesk/ui/fields"
	"primadesk/ui/kit"
)

// plan is the tab of all that is planned: what and when, where, who and for what.
type plan struct {
	g                        *page
	event, place, who, texts *kit.Form
	content                  fyne.CanvasObject
	more                     bool // what is rarely needed is folded open

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

func (f *plan) all() []*kit.Form { return []*kit.Form{f.event, f.place, f.who, f.texts} }

// column is a column of an event.
func (g *page) column(id string) *data.Column { return fields.Column((*data.Event)(nil), id) }

func (g *page) maker() fields.Maker {
	s := g.s
	return fields.Maker{Printer: s.Printer, Exec: s.exec, Today: s.Workspace.Today, Choices: s.book.choices}
}

// form makes one card's form.
func (g *page) form(title string, edited func(string), rows [][]kit.Field) *kit.Form {
	return kit.NewForm(kit.FormParams{
		Sections: []kit.Section{{Title: title, Rows: rows}}, Required: g.s.Printer.T("fields.required"),
		OnDirty: func(bool) { g.note() }, OnEdited: edited,
	})
}

// build implements former.
func (f *plan) build() []*kit.Form {
	g, p, m := f.g, f.g.s.Printer, f.g.maker()
	rows := func(ids ...[]string) [][]kit.Field { return m.Rows((*data.Event)(nil), ids...) }
	f.event = g.form(p.Entity("event"), nil, append([][]kit.Field{{m.Field(g.column("name"))}},
		rows([]string{"number", "type"}, []string{"status", "mode"}, []string{"start", "end"}, []string{"all_day", "zone"})...))
	f.place = g.form(p.T("events.where"), f.countryEdited, rows(
		[]string{"country", "region"}, []string{"city", "venue"}, []string{"address"}, []string{"online_link", "website"}))
	f.who = g.form(p.T("events.who"), func(id string) {
		if id == "organiser" {
			f.propose()
		}
	}, rows([]string{"organiser", "expected"}, []string{"co_organisers"}, []string{"target_groups"}, []string{"languages"},
		[]string{"work_package", "task"}, []string{"deliverable"}))
	f.texts = g.form(p.T("events.content"), nil, [][]kit.Field{{m.Long(g.column("description"), 4)}, {m.Long(g.column("aims"), 4)}})
	f.content = scrolled(kit.Share(16, nil,
		kit.VStack(16, kit.NewCard(f.event), kit.NewCard(f.place)),
		kit.VStack(16, kit.NewCard(f.who), kit.NewCard(f.texts))))
	return f.all()
}

// countryEdited follows the country with the zone, where that is still empty.
func (f *plan) countryEdited(id string) {
	if id == "country" && f.event.Value("zone") == "" {
		f.event.SetValue("zone", fields.ZoneOf(f.place.Value("country")))
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
