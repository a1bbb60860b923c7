package organisations

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/kit"
	"primadesk/ui/screen"
)

// How many organisations the grid shows: bubbles keep that legible, and whoever has more filters.
const (
	mostPlaced  = 2000
	mostWaiting = 500
)

// grid is the stakeholder grid: the organisations that the list is filtered to, by power and interest.
type grid struct {
	s       *organisations
	picture *kit.Quadrant
	later   *kit.Later[weighed]
	note    *kit.Text
	content fyne.CanvasObject
	waiting int // organisations without a place
	points  int // those that the picture shows
}

// weighed are the organisations as the grid shows them.
type weighed struct {
	points  []kit.QuadrantPoint
	waiting int // those without a place, also those that are not among the points
	more    bool
}

func newGrid(s *organisations) *grid {
	t := s.printer()
	g := &grid{s: s, later: kit.NewLater[weighed](s.exec), note: kit.NewText("", kit.TextStyle{Size: kit.TextSmall, Token: kit.TokenMuted, Cut: true})}
	p := kit.QuadrantParams{
		Up: t.Field("power"), Across: t.Field("interest"), High: data.GridHigh,
		Tray:     func(int) string { return t.N("organisations.waiting", g.waiting) },
		TrayHint: t.T("organisations.waiting_hint"),
		OnPick:   func(id string) { s.Open(id) }, OnOpen: func(string) { s.Pane().Focus() },
	}
	for i, quarter := range []string{"keep_satisfied", "manage_closely", "monitor", "keep_informed"} {
		p.Quarters[i] = t.Enum(data.Grid.Name, quarter)
	}
	if !s.readOnly() {
		p.OnMove = g.move
	} else {
		p.TrayHint = ""
	}
	p.OnRune = func(r rune) {
		s.FocusSearch()
		s.Search(s.List().Searched() + string(r))
	}
	g.picture = kit.NewQuadrant(p)
	g.picture.SetName(t.T("organisations.grid"))
	legend := kit.Flow(14)
	for _, word := range data.EngagementLevel.Words {
		legend.Add(kit.HStack(6, kit.NewDot(stanceTone(word).Dot()), kit.NewText(t.Enum(data.EngagementLevel.Name, word), kit.TextStyle{Size: kit.TextSmall, Token: kit.TokenMuted})))
	}
	g.note.Hide()
	g.content = kit.Pad(kit.Inset{Top: 2, Right: kit.PageMargin, Bottom: 14, Left: kit.PageMargin},
		kit.Framed(kit.Borders{Bottom: kit.Pad(kit.Inset{Top: 10}, kit.VStack(4, legend, g.note))}, g.picture))
	return g
}

// ask is told when the list asks for other records.
func (g *grid) ask() {
	if g.s.Desk != nil && g.s.inGrid() {
		g.read()
	}
}

// read asks for what the list is filtered to.
func (g *grid) read() {
	query, records, lang := g.s.List().Query(), g.s.Workspace.Records, g.s.printer().Lang()
	g.later.Run(context.Background(),
		func(ctx context.Context) (weighed, error) { return weigh(ctx, records, query, lang) },
		func(w weighed, err error) {
			switch {
			case errors.Is(err, context.Canceled):
			case err != nil:
				g.s.Shell.ShowError(err)
			default:
				g.show(w)
			}
		})
}

func (g *grid) show(w weighed) {
	g.waiting, g.points = w.waiting, len(w.points)
	g.note.Hidden = !w.more && len(w.points) > 0
	g.note.SetText(g.s.printer().N("organisations.grid_first", mostPlaced))
	if len(w.points) == 0 {
		g.note.SetText(g.s.printer().T("listing.nothing"))
	}
	chosen := g.picture.Chosen()
	g.picture.SetPoints(w.points)
	if id := g.s.Pane().ID(); chosen != id {
		g.picture.Choose(id)
	}
	g.content.Refresh()
}

// weigh reads the organisations of a query by their places, and then those without one, off the UI's goroutine.
func weigh(ctx context.Context, records *app.Records, q app.Query, lang string) (weighed, error) {
	var out weighed
	where := q.Where
	with := func(conds ...app.Cond) app.Query {
		next := q
		next.Where = append(append([]app.Cond(nil), where...), conds...)
		return next
	}
	placed := with(app.Where("power", "not empty"), app.Where("interest", "not empty"))
	points, more, err := readPoints(ctx, records, placed, mostPlaced, lang)
	if err != nil {
		return out, err
	}
	out.points, out.more = points, more
	for _, missing := range [][]app.Cond{{app.Where("power", "empty")}, {app.Where("power", "not empty"), app.Where("interest", "empty")}} {
		points, _, err := readPoints(ctx, records, with(missing...), mostWaiting, lang)
		if err != nil {
			return out, err
		}
		n, err := records.Count(ctx, with(missing...))
		if err != nil {
			return out, err
		}
		out.points, out.waiting = append(out.points, points...), out.waiting+n
	}
	return out, nil
}

// pagePoints is how many organisations one query of the grid brings.
const pagePoints = 500

func readPoints(ctx context.Context, records *app.Records, q app.Query, most int, lang string) (points []kit.QuadrantPoint, more bool, err error) {
	for len(points) < most {
		q.Limit = min(pagePoints, most-len(points))
		page, err := records.List(ctx, q)
		if err != nil {
			return nil, false, err
		}
		for _, rec := range page.Records {
			points = append(points, pointOf(rec.(*data.Organisation), lang))
		}
		if page.Next == "" {
			return points, false, nil
		}
		q.After = page.Next
	}
	return points, true, nil
}

func pointOf(o *data.Organisation, lang string) kit.QuadrantPoint {
	p := kit.QuadrantPoint{ID: o.ID, Label: o.Title(lang), Tone: stanceTone(o.Engagement)}
	if o.Placed() {
		p.Up, p.Across = *o.Power, *o.Interest
	}
	return p
}

// move writes a place, and says so.
func (g *grid) move(id string, power, interest int) {
	s, t := g.s, g.s.printer()
	ctx, stop := context.WithTimeout(context.Background(), patience)
	defer stop()
	done, err := s.Workspace.Records.PlaceInGrid(ctx, id, power, interest)
	if err != nil {
		s.Shell.ShowError(err)
		g.read()
		return
	}
	name := ""
	if row, ok := s.List().Known(id); ok {
		name = row.Record.Title(t.Lang())
	} else if rec := s.Pane().Record(); rec != nil && rec.Head().ID == id {
		name = rec.Title(t.Lang())
	}
	s.Shell.Toast(screen.Toast{
		Text:    t.T("organisations.placed", "Name", name, "Power", t.Number(power), "Interest", t.Number(interest)),
		Actions: []screen.Action{{Text: t.T("record.undo"), Do: func() { s.Shell.Undo(done.Batch) }}},
	})
}
