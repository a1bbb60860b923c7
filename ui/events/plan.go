package events

import (
	"context"

	"fyne.io/fyne/v2"

	"primadesk/data"
	"primadesk/ui/fields"
	"primadesk/ui/kit"
)

// planForms are the forms of an event, one a card: what and when, who, and what happened.
type planForms struct {
	event, place, who, texts, account *kit.Form
	planned, told                     fyne.CanvasObject // the two tabs' bodies
}

func newPlanForms(g *page) *planForms {
	s, p := g.s, g.s.Printer
	m := fields.Maker{Printer: p, Exec: s.exec, Today: s.Workspace.Today, Choices: s.book.choices}
	col := func(id string) *data.Column { return fields.Column((*data.Event)(nil), id) }
	rows := func(ids ...[]string) [][]kit.Field { return m.Rows((*data.Event)(nil), ids...) }
	form := func(title string, edited func(string), rows [][]kit.Field) *kit.Form {
		return kit.NewForm(kit.FormParams{
			Sections: []kit.Section{{Title: title, Rows: rows}}, Required: p.T("fields.required"),
			OnDirty: func(bool) { g.note() }, OnEdited: edited,
		})
	}
	f := &planForms{}
	f.event = form(p.Entity("event"), nil, append([][]kit.Field{{m.Field(col("name"))}},
		rows([]string{"number", "type"}, []string{"status", "mode"}, []string{"start", "end"}, []string{"all_day", "zone"})...))
	f.place = form(p.T("events.where"), f.countryEdited, rows(
		[]string{"country", "region"}, []string{"city", "venue"}, []string{"address"}, []string{"online_link", "website"}))
	f.who = form(p.T("events.who"), func(id string) {
		if id == "organiser" {
			g.propose()
		}
	}, rows([]string{"organiser", "expected"}, []string{"co_organisers"}, []string{"target_groups"}, []string{"languages"},
		[]string{"work_package", "task"}, []string{"deliverable"}))
	f.texts = form(p.T("events.content"), nil, [][]kit.Field{{m.Long(col("description"), 4)}, {m.Long(col("aims"), 4)}})
	f.account = form("", nil, append([][]kit.Field{{m.Long(col("account"), 11)}}, rows([]string{"replies", "satisfaction"})...))
	f.planned = scrolled(kit.Share(16, nil,
		kit.VStack(16, kit.NewCard(f.event), kit.NewCard(f.place)),
		kit.VStack(16, kit.NewCard(f.who), kit.NewCard(f.texts))))
	f.told = scrolled(kit.Share(16, []float32{3, 1}, kit.VStack(0, kit.NewCard(f.account)),
		kit.VStack(0, kit.NewText(p.T("events.account_hint"), kit.TextStyle{Token: kit.TokenMuted, Wrap: true}))))
	return f
}

func (f *planForms) all() []*kit.Form {
	return []*kit.Form{f.event, f.place, f.who, f.texts, f.account}
}

// countryEdited follows the country with the zone, where that is still empty.
func (f *planForms) countryEdited(id string) {
	if id == "country" && f.event.Value("zone") == "" {
		f.event.SetValue("zone", fields.ZoneOf(f.place.Value("country")))
	}
}

// propose offers the organiser's next number to a new event, and its place, unless others were typed.
func (g *page) propose() {
	if !g.fresh || g.forms == nil {
		return
	}
	organiser := g.plan.who.Value("organiser")
	partner := g.s.book.partner(organiser)
	if partner == nil {
		return
	}
	g.proposePlace(partner)
	if held := g.plan.event.Value("number"); held != "" && held != g.offered {
		return
	}
	w, form := g.s.Workspace, g.plan.event
	g.numbers.Run(context.Background(),
		func(ctx context.Context) ([]string, error) { return readNumbers(ctx, w, organiser) },
		func(used []string, err error) {
			switch {
			case err != nil:
				g.s.failed(err)
			case g.plan != nil && form == g.plan.event:
				g.offered = nextNumber(partner.Code, used)
				form.SetValue("number", g.offered)
			}
		})
}

// proposePlace puts the organiser's country, region and zone in the place of the one's before.
func (g *page) proposePlace(now *data.Partner) {
	was := g.host
	g.host = now
	if was == nil {
		was = &data.Partner{}
	}
	for _, f := range []struct {
		form         *kit.Form
		id, old, new string
	}{
		{g.plan.place, "country", was.Country, now.Country}, {g.plan.place, "region", was.Region, now.Region},
		{g.plan.event, "zone", fields.ZoneOf(was.Country), fields.ZoneOf(now.Country)},
	} {
		if held := f.form.Value(f.id); held == "" || held == f.old {
			f.form.SetValue(f.id, f.new)
		}
	}
}
