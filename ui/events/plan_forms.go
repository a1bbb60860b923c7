package events

import (
	"primadesk/data"
	"primadesk/ui/fields"
	"primadesk/ui/kit"
)

// The sections behind a fold.
const (
	foldMore   = "more"
	foldBudget = "budget"
)

// form makes one card's form.
func (g *page) form(title string, edited func(string), rows [][]kit.Field) *kit.Form {
	return g.formOf(edited, kit.Section{Title: title, Rows: rows})
}

func (g *page) formOf(edited func(string), sections ...kit.Section) *kit.Form {
	open := map[string]bool{foldMore: g.plan.more, foldBudget: g.plan.more}
	return kit.NewForm(kit.FormParams{
		Sections: sections, Required: g.s.Printer.T("fields.required"), Open: open,
		OnDirty: func(bool) { g.note() }, OnLeft: g.left, OnFold: func(_ string, open bool) { g.plan.more = open },
		OnEdited: func(id string) {
			if edited != nil {
				edited(id)
			}
			g.typed()
		},
	})
}

// build implements former.
func (f *plan) build() []*kit.Form {
	g, p, m := f.g, f.g.s.Printer, f.g.maker()
	rows := func(ids ...[]string) [][]kit.Field { return m.Rows((*data.Event)(nil), ids...) }
	f.event = g.form(p.Entity("event"), f.edited, append([][]kit.Field{{m.Field(g.column("name"))}},
		rows([]string{"number", "type"}, []string{"status", "mode"}, []string{"start", "end"}, []string{"all_day", "zone"})...))
	f.days = g.form("", nil, [][]kit.Field{{f.listField("days", p.T("events.add_day"), []string{"name", "start", "end", "venue"},
		map[string]float32{"name": 2, "start": 3, "end": 3, "venue": 2})}})
	f.place = g.form(p.T("events.where"), f.edited, rows([]string{"country", "region"}, []string{"city"}))
	f.venue = g.form("", nil, rows([]string{"venue"}, []string{"address"}))
	f.link = g.form("", nil, rows([]string{"online_link"}))
	f.who = g.formOf(f.edited, kit.Section{Title: p.T("events.who"), Rows: rows([]string{"organiser", "expected"},
		[]string{"work_package", "task"}, []string{"target_groups"})},
		kit.Section{ID: foldMore, Title: p.T("events.more"), More: true, Rows: rows([]string{"co_organisers"}, []string{"languages"},
			[]string{"deliverable"}, []string{"website"})})
	f.texts = g.form(p.T("events.content"), nil, [][]kit.Field{{m.Long(g.column("description"), 4)}, {m.Long(g.column("aims"), 4)}})
	f.budget = g.formOf(func(string) { f.total() }, kit.Section{ID: foldBudget, Title: p.T("field.budget"), More: true, Rows: [][]kit.Field{{
		f.listField("budget", p.T("events.add_budget"), []string{"category", "name", "planned", "spent"},
			map[string]float32{"category": 3, "name": 4, "planned": 2, "spent": 2})}}})
	f.local = kit.NewText("", kit.TextStyle{Size: kit.TextSmall, Token: kit.TokenMuted, Wrap: true})
	f.sums = kit.NewText("", kit.TextStyle{Size: kit.TextMedium, Token: kit.TokenMuted, Wrap: true})
	f.when = kit.VStack(10, f.event, f.local, f.days)
	f.where = kit.VStack(10, f.place, f.venue, f.link)
	f.content = kit.NewScroll(kit.Pad(kit.Even(kit.PageMargin), kit.Share(16, nil,
		kit.VStack(16, kit.NewCard(f.when), kit.NewCard(f.where)),
		kit.VStack(16, kit.NewCard(f.who), kit.NewCard(f.texts), kit.NewCard(kit.VStack(6, f.budget, f.sums))))))
	return f.all()
}

// listField is the field of a list within the event.
func (f *plan) listField(id, add string, columns []string, weights map[string]float32) kit.Field {
	col := f.g.column(id)
	control := f.g.maker().RowsControl(col, fields.RowsOf{Columns: columns, Add: add, NewID: newID, Weights: weights})
	return kit.Field{ID: id, Label: f.g.s.Printer.T(col.LabelID()), Control: control}
}

// edited follows what one field means for others.
func (f *plan) edited(id string) {
	switch id {
	case "country":
		if f.event.Value("zone") == "" {
			f.event.SetValue("zone", fields.ZoneOf(f.place.Value("country")))
			f.clocks()
		}
	case "organiser":
		f.propose()
	case "work_package":
		f.narrow()
	case "mode", "start", "end", "zone":
		f.fit()
	}
}

// fit shows what the event's mode and days ask for.
func (f *plan) fit() {
	mode := f.event.Value("mode")
	held := func(form *kit.Form, ids ...string) bool {
		for _, id := range ids {
			if form.Value(id) != "" {
				return true
			}
		}
		return false
	}
	setVisible(f.venue, mode != "online" || held(f.venue, "venue", "address"))
	setVisible(f.link, mode == "online" || mode == "hybrid" || held(f.link, "online_link"))
	start, end := data.Wall(f.event.Value("start")), data.Wall(f.event.Value("end"))
	setVisible(f.days, start != "" && end.Day() > start.Day() || held(f.days, "days"))
	f.clocks()
	f.when.Refresh()
	f.where.Refresh()
}

// clocks tells what the venue's time is on the user's clock, where that differs.
func (f *plan) clocks() {
	w := f.g.s.Workspace
	f.local.SetText(localTime(f.g.s.Printer, data.Wall(f.event.Value("start")), f.event.Value("zone"), w.Now().Location()))
	f.local.Hidden = f.local.Text() == ""
	f.when.Refresh()
}

// narrow offers the tasks of the work package that is chosen; all of them where none is.
func (f *plan) narrow() {
	s := f.g.s
	control, ok := f.who.Control("task").(*kit.Select)
	if !ok {
		return
	}
	chosen, held := f.who.Value("work_package"), f.who.Value("task")
	options := []kit.Option{{Text: s.Printer.T("fields.unset")}}
	kept := held == ""
	for _, o := range s.book.options["task"] {
		if of := s.book.packageOf[o.Value]; chosen == "" || of == chosen || of == "" {
			options = append(options, o)
			kept = kept || o.Value == held
		}
	}
	control.SetOptions(options)
	if !kept {
		held = ""
	}
	f.who.SetValue("task", held)
}

// total adds the budget's lines up.
func (f *plan) total() {
	p := f.g.s.Printer
	var e data.Event
	fields.Apply(&e, map[string]string{"budget": f.budget.Value("budget")})
	var planned, spent data.Decimal
	for i := range e.Budget {
		if x := e.Budget[i].Planned; x != nil {
			planned += *x
		}
		if x := e.Budget[i].Spent; x != nil {
			spent += *x
		}
	}
	text := ""
	if planned != 0 || spent != 0 {
		text = p.T("events.budget_sum", "Planned", p.Decimal(planned.Float64(), 2), "Spent", p.Decimal(spent.Float64(), 2))
	}
	f.sums.SetText(text)
	f.sums.Hidden = text == ""
}

// loaded follows new values in the forms.
func (f *plan) loaded() {
	f.narrow()
	f.fit()
	f.total()
}
