package bulletin

import (
	"fyne.io/fyne/v2"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/fields"
	"primadesk/ui/kit"
	"primadesk/ui/listing"
	"primadesk/ui/record"
)

// list is the issues, the latest first.
func (s *bulletins) list() listing.Params {
	t := s.p.Printer
	l := listing.Params{
		Words: listing.Words{
			Title: s.Title(), Search: t.T("bulletinscreen.search"), New: t.T("bulletinscreen.new"), FirstStep: t.T("bulletinscreen.new"),
			Empty: t.T("bulletinscreen.empty"), Icon: kit.IconLetter(),
		},
		Sort: "number", Desc: true,
		Columns: []listing.Column{
			{ID: "number", Width: 44}, {ID: "month", Width: 100, Grow: 1, Cell: s.month}, {ID: "name", Width: 160, Grow: 3, Least: 460},
			{ID: "language", Hidden: true}, {ID: "owner", Hidden: true},
		},
		Filters: []listing.Filter{{Field: "language"}},
		Where: func() []app.Cond {
			if s.book == nil {
				return nil
			}
			return []app.Cond{app.Where("project", "=", s.book.project)}
		},
	}
	if !s.readOnly() {
		l.Actions = record.Picked(record.PickedParams{
			Workspace: s.p.Workspace, Shell: s.p.Shell, Printer: t, Exec: s.exec, Entity: entity(), Unpick: func() { s.List().Unpick() },
		})
	}
	return l
}

func (s *bulletins) month(r listing.Row) kit.Cell {
	return kit.Cell{Text: s.p.Printer.MonthYear(r.Record.(*data.Bulletin).Month)}
}

// form is the issue beside the list.
func (s *bulletins) form() record.Params {
	t := s.p.Printer
	return record.Params{
		TabTitle: t.T("bulletinscreen.issue"),
		New:      func() data.Record { return s.fresh() },
		Head: func(rec data.Record, _ map[string]string) (title, subtitle string) {
			b := rec.(*data.Bulletin)
			if b.Number != nil {
				subtitle = t.T("bulletin.issue", "N", t.Number(*b.Number))
			}
			if b.Month != "" {
				subtitle += " · " + t.MonthYear(b.Month)
			}
			return b.Title(t.Lang()), subtitle
		},
		Control: s.control,
		Rows: map[string]fields.RowsOf{
			"links": {Columns: []string{"label", "url"}, Add: t.T("bulletinscreen.add_link"), Weights: map[string]float32{"url": 2}},
		},
		Sections: []record.Section{
			{ID: "issue", Rows: [][]string{{"number", "month"}, {"language"}, {"name"}, {"intro"}}},
			{ID: "events", Rows: [][]string{{"events"}}},
			{ID: "end", Rows: [][]string{{"next_steps"}, {"links"}}},
		},
		Lines:     map[string]int{"intro": 5, "next_steps": 4},
		NotCopied: []string{"number", "month"},
		Tabs: []record.Tab{
			{ID: "logos", Title: t.T("bulletinscreen.logos"), Body: func(data.Record, any) fyne.CanvasObject { return s.logos() }},
		},
		OnEdited: func(string) { s.side.typed() },
		OnShown:  s.opened,
		OnMark:   func() { s.side.typed() },
	}
}

func (s *bulletins) control(col *data.Column) kit.Control {
	switch col.ID {
	case "month":
		return newMonthEntry(s.p.Printer)
	case "events":
		return s.told
	}
	return nil
}

// fresh is an issue to be written: the next one, of this month, in the window's language.
func (s *bulletins) fresh() *data.Bulletin {
	b := &data.Bulletin{Month: string(s.p.Workspace.Today())[:len("2006-01")], Language: s.p.Printer.Lang()}
	b.ID = record.NewID()
	if s.book != nil {
		n := s.book.next()
		b.Project, b.Owner, b.Number = s.book.project, s.book.partner, &n
	}
	return b
}

// logos says which partners' logos stand under the issue; where one is missing, its partner is a press away.
func (s *bulletins) logos() fyne.CanvasObject {
	t := s.p.Printer
	box := kit.VStack(10, kit.NewText(t.T("bulletinscreen.logos_text"), kit.TextStyle{Token: kit.TokenMuted, Wrap: true}))
	if s.book == nil {
		return box
	}
	for _, partner := range s.book.partners {
		chip := kit.NewStatusChip(t.T("bulletinscreen.logo_missing"), kit.TonePostponed)
		if partner.Logo != "" {
			chip = kit.NewStatusChip(t.T("bulletinscreen.logo_there"), kit.ToneHeld)
		}
		name := partner.Title(t.Lang())
		open := kit.NewLink(t.T("bulletinscreen.open_partner"), func() { s.p.Shell.Reveal("partner", partner.ID, "") }).SetTextSize(kit.TextMedium)
		box.Add(kit.HStack(10, kit.Grow(kit.NewText(name, kit.TextStyle{Cut: true})), chip, open))
	}
	return box
}
