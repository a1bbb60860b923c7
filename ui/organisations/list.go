package organisations

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/fields"
	"primadesk/ui/kit"
	"primadesk/ui/listing"
	"primadesk/ui/record"
)

// The table's columns that are no fields of an organisation.
const (
	colPeople  = "people"
	colReached = "reached"
	colLast    = "last_reached"
	colQuarter = "quarter"
)

func (s *organisations) listParams() listing.Params {
	t := s.printer()
	return listing.Params{
		Words: listing.Words{
			Title: t.T("organisations.title"), Search: t.T("organisations.search"), New: t.T("organisations.new"),
			Empty: t.T("organisations.empty"), FirstStep: t.T("organisations.empty_step"), Icon: kit.IconBuildings(),
		},
		Columns: s.columns(), Filters: s.filters(), Sort: "name", Extra: s.readReach, OnAsk: s.grid.ask,
		Beside: []fyne.CanvasObject{s.views},
		Actions: record.Picked(record.PickedParams{
			Workspace: s.Workspace, Shell: s.Shell, Printer: t, Exec: s.exec, Entity: entity(),
			Unpick: func() { s.List().Unpick() }, BeforeDelete: s.beforeDeleting,
		}),
	}
}

func (s *organisations) columns() []listing.Column {
	t := s.printer()
	return []listing.Column{
		{ID: "name", Width: 170, Grow: 3},
		{ID: "latin_name", Hidden: true},
		{ID: "group", Width: 120, Grow: 1, Kind: kit.CellMuted, Least: 560},
		{ID: "country", Width: 56},
		{ID: "region", Hidden: true}, {ID: "place", Hidden: true},
		{ID: "sector", Hidden: true}, {ID: "level", Hidden: true},
		{ID: colPeople, Title: t.T("organisations.people"), Width: 58, Kind: kit.CellNumber, Least: 620, Cell: reachCell(func(r app.Reach) string { return t.Number(r.People) })},
		{ID: colReached, Title: t.T("organisations.reached"), Width: 62, Kind: kit.CellNumber, Cell: reachCell(func(r app.Reach) string { return t.Number(r.Times) })},
		{ID: colLast, Title: t.T("organisations.last_reached"), Width: 92, Least: 700, Cell: reachCell(func(r app.Reach) string {
			if r.Last == "" {
				return ""
			}
			return t.ShortDate(string(r.Last))
		})},
		{ID: "engagement", Width: 96, Kind: kit.CellChip, Least: 820, Cell: func(r listing.Row) kit.Cell { return s.stance(organisation(r.Record).Engagement) }},
		{ID: "wanted_engagement", Width: 96, Kind: kit.CellChip, Hidden: true, Cell: func(r listing.Row) kit.Cell { return s.stance(organisation(r.Record).WantedEngagement) }},
		{ID: colQuarter, Title: t.T("organisations.quarter"), Width: 120, Hidden: true, Cell: func(r listing.Row) kit.Cell {
			if q := organisation(r.Record).Quarter(); q != "" {
				return kit.Cell{Text: t.Enum(data.Grid.Name, q)}
			}
			return kit.Cell{}
		}},
		{ID: "power", Hidden: true}, {ID: "interest", Hidden: true},
		{ID: "tags", Hidden: true}, {ID: "owner", Hidden: true}, {ID: "website", Hidden: true},
	}
}

func organisation(rec data.Record) *data.Organisation {
	if o, ok := rec.(*data.Organisation); ok {
		return o
	}
	return &data.Organisation{}
}

// stance is how an organisation stands to the project, as a chip.
func (s *organisations) stance(word string) kit.Cell {
	if word == "" {
		return kit.Cell{}
	}
	return kit.Cell{Text: s.printer().Enum(data.EngagementLevel.Name, word), Tone: stanceTone(word)}
}

// stanceTone is the colour of a stance, in the table and in the grid.
func stanceTone(word string) kit.Tone {
	switch word {
	case "resistant":
		return kit.ToneLate
	case "neutral":
		return kit.TonePostponed
	case "supportive":
		return kit.TonePlanned
	case "leading":
		return kit.ToneHeld
	}
	return kit.ToneNeutral
}

// readReach reads how often the organisations of a page were reached.
func (s *organisations) readReach(ctx context.Context, recs []data.Record) (map[string]any, error) {
	ids := make([]string, len(recs))
	for i, rec := range recs {
		ids[i] = rec.Head().ID
	}
	all, err := s.Workspace.Records.Reach(ctx, ids)
	out := make(map[string]any, len(all))
	for id, reach := range all {
		out[id] = reach
	}
	return out, err
}

func reachCell(text func(app.Reach) string) func(listing.Row) kit.Cell {
	return func(r listing.Row) kit.Cell {
		reach, ok := r.Extra.(app.Reach)
		if !ok {
			return kit.Cell{}
		}
		return kit.Cell{Text: text(reach)}
	}
}

func (s *organisations) filters() []listing.Filter {
	t := s.printer()
	return []listing.Filter{
		{Field: "group", Plain: true}, {Field: "country", Plain: true}, {Field: "region", Plain: true}, {Field: "level"}, {Field: "sector"},
		{Field: "tags"}, {Field: "owner"}, {Field: "engagement"}, {Field: "wanted_engagement"},
		{Field: colQuarter, Label: t.T("organisations.quarter"), Plain: true, Conds: quarterConds, Options: func(context.Context) ([]kit.Option, error) {
			return fields.Enum(t, data.Grid), nil
		}},
	}
}

// quarterConds are the conditions that a quarter of the stakeholder grid means.
func quarterConds(word string) []app.Cond {
	within := func(field string, high bool) app.Cond {
		if high {
			return app.Where(field, ">=", strconv.Itoa(data.GridHigh))
		}
		return app.Where(field, "<", strconv.Itoa(data.GridHigh))
	}
	return []app.Cond{
		within("power", word == "manage_closely" || word == "keep_satisfied"),
		within("interest", word == "manage_closely" || word == "keep_informed"),
	}
}
