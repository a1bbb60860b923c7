package project

import (
	"context"
	"encoding/json"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/kit"
	"primadesk/ui/record"
)

// The views of what partners were asked for.
const (
	viewGrid = "grid"
	viewList = "list"
)

// compiling is the part of what partners were asked for: a grid of partner by period that shows how far all of it is, and the
// list of the records that it comes from.
type compiling struct {
	*record.Desk
	s       *project
	views   *kit.Segments
	grid    *kit.Grid
	detail  *fyne.Container // of the cell that is selected
	read    *kit.Later[app.CollectionGrid]
	now     app.CollectionGrid
	shown   bool
	over    *fyne.Container // the grid, with what is said of a cell
	none    fyne.CanvasObject
	content *fyne.Container
}

func newCompiling(s *project) *compiling {
	p := s.Printer
	c := &compiling{s: s, Desk: s.newCollections(), read: kit.NewLater[app.CollectionGrid](s.exec), detail: kit.Stack()}
	c.views = kit.NewSegments([]kit.Tab{{ID: viewGrid, Text: p.T("compiling.grid")}, {ID: viewList, Text: p.T("compiling.list")}}, func(string) { c.turned() })
	c.grid = kit.NewGrid(kit.GridParams{Name: p.T("compiling.grid"), OnSelect: func(int, int) { c.tell() }, OnOpen: c.open})
	ask := kit.NewLink(p.T("project.ask_partners"), s.askPartners).SetTextSize(kit.TextMedium)
	ask.Hidden = s.readOnly()
	bar := kit.Pad(kit.Inset{Top: 12, Right: kit.PageMargin, Bottom: 10, Left: kit.PageMargin}, kit.HStack(8, c.views, kit.NewSpring(), ask))
	c.none = kit.NewEmpty(kit.IconFlag(), p.T("compiling.none"), "", nil)
	card := kit.Stack(
		kit.NewBox(kit.BoxStyle{Fill: kit.TokenSurface, Stroke: kit.TokenLine, Radius: kit.CardRadius}),
		kit.Pad(kit.Even(8), kit.Stack(c.grid, c.none)))
	c.over = kit.Framed(kit.Borders{Bottom: c.detail}, kit.Pad(kit.Inset{Right: kit.PageMargin, Bottom: 12, Left: kit.PageMargin}, card))
	c.content = kit.Framed(kit.Borders{Top: bar}, kit.Stack(c.over, c.Desk.Content()))
	c.turned()
	return c
}

// Content implements body.
func (c *compiling) Content() fyne.CanvasObject { return c.content }

// Shown implements body.
func (c *compiling) Shown() {
	c.shown = true
	c.Desk.Shown()
	c.load()
}

// Hidden implements body.
func (c *compiling) Hidden() {
	c.shown = false
	c.read.Cancel()
	c.Desk.Hidden()
}

// Changed implements changer. What an event lacks is part of what is shown.
func (c *compiling) Changed(what app.Changed) {
	c.Desk.Changed(what)
	if c.shown && what.Touches("collection", "query", "partner", "project", "event", "attendance", "takeaway", "evidence") {
		c.load()
	}
}

// load reads the grid anew. What is shown stays until the answer is there.
func (c *compiling) load() {
	w, lang := c.s.Workspace, c.s.Printer.Lang()
	c.read.Run(context.Background(),
		func(ctx context.Context) (app.CollectionGrid, error) { return w.Collections.Grid(ctx, lang) },
		func(g app.CollectionGrid, err error) {
			if err != nil {
				c.s.failed(err)
				return
			}
			c.now = g
			c.draw()
		})
}

func (c *compiling) draw() {
	p := c.s.Printer
	var columns, rows []string
	for _, n := range c.now.Periods {
		title := p.T("project.period", "N", p.Number(n))
		if period, ok := c.s.book.project.Period(n); ok {
			title += " · " + p.MediumDate(string(period.From)) + " – " + p.MediumDate(string(period.To))
		}
		columns = append(columns, title)
	}
	cells := make([][]kit.GridCell, len(c.now.Partners))
	for i, partner := range c.now.Partners {
		rows = append(rows, partner.Title(p.Lang()))
		for _, x := range c.now.Standings[i] {
			cells[i] = append(cells[i], c.cell(x))
		}
	}
	setVisible(c.none, len(columns) == 0 || len(rows) == 0)
	c.grid.Set(columns, rows, cells)
	c.tell()
}

// cell is where a partner stands with a period, in a word and what belongs to it.
func (c *compiling) cell(x *data.Standing) kit.GridCell {
	if x == nil {
		return kit.GridCell{}
	}
	p := c.s.Printer
	out := kit.GridCell{Text: p.Enum(data.CollectionState.Name, x.State), Tone: collectionTones[x.State]}
	if day := deadline(x); day != "" {
		out.Notes = append(out.Notes, p.Field("due")+" "+p.MediumDate(day))
	}
	if x.Open > 0 {
		out.Notes = append(out.Notes, p.N("compiling.open", x.Open))
	}
	if x.Missing > 0 {
		out.Notes = append(out.Notes, p.N("compiling.missing", x.Missing))
	}
	return out
}

// deadline is the day by which something is still awaited.
func deadline(x *data.Standing) string {
	if x.Collection == nil || x.Collection.Received != "" {
		return ""
	}
	return string(x.Collection.Due)
}

// chosen is what is selected; nil where nothing is.
func (c *compiling) chosen() *data.Standing {
	row, at := c.grid.Selected()
	if row >= len(c.now.Standings) || at >= len(c.now.Periods) {
		return nil
	}
	return c.now.Standings[row][at]
}

// tell says all that is known of the cell that is selected, with the ways to its record and its queries.
func (c *compiling) tell() {
	p, x := c.s.Printer, c.chosen()
	c.detail.Objects = nil
	c.detail.Hidden = x == nil
	if x != nil {
		row, at := c.grid.Selected()
		title := x.Partner.Title(p.Lang()) + " · " + p.T("project.period", "N", p.Number(x.Period))
		open := kit.NewLink(p.T("compiling.open_record"), func() { c.open(row, at) }).SetTextSize(kit.TextMedium)
		if x.Collection == nil {
			open.SetText(p.T("compiling.begin"))
			open.Hidden = c.s.readOnly()
		}
		queries := kit.NewLink(p.T("compiling.queries"), func() { c.queries(x) }).SetTextSize(kit.TextMedium)
		words := container.New(&kit.Tall{Gap: 2}, kit.NewText(title, kit.TextStyle{Bold: true, Cut: true}), kit.NewText(c.sentence(x), kit.TextStyle{Token: kit.TokenMuted, Wrap: true}))
		c.detail.Objects = []fyne.CanvasObject{kit.Stack(kit.NewBox(kit.BoxStyle{Fill: kit.TokenSurface}), kit.Framed(kit.Borders{Top: kit.NewLine()},
			kit.Pad(kit.Sides(12, kit.PageMargin), kit.HStack(16, kit.Grow(words), open, queries))))}
	}
	kit.KeepFocus(c.content, func() { c.content.Refresh() })
}

// sentence is when a partner was asked, reminded, when it came and was checked, and what is open.
func (c *compiling) sentence(x *data.Standing) string {
	p := c.s.Printer
	var parts []string
	add := func(label string, day data.Date) {
		if day != "" {
			parts = append(parts, label+" "+p.MediumDate(string(day)))
		}
	}
	if r := x.Collection; r != nil {
		add(p.Field("asked"), r.Asked)
		add(p.Field("due"), r.Due)
		if n := len(r.Reminders); n > 0 {
			parts = append(parts, p.N("compiling.reminded", n))
		}
		add(p.Field("received"), r.Received)
		add(p.Field("checked"), r.Checked)
	} else {
		parts = append(parts, p.Enum(data.CollectionState.Name, x.State))
	}
	parts = append(parts, p.N("compiling.open", x.Open), p.N("compiling.missing", x.Missing))
	return strings.Join(parts, " · ")
}

// open shows the record of a cell in the list; a partner that was not asked yet gets one.
func (c *compiling) open(int, int) {
	x := c.chosen()
	if x == nil || x.Collection == nil && c.s.readOnly() {
		return
	}
	c.turn(viewList)
	if x.Collection != nil {
		c.Desk.Open(x.Collection.ID)
		c.Pane().Focus()
		return
	}
	c.Pane().Create(func(rec data.Record) {
		r := rec.(*data.Collection)
		r.Partner, r.Period = x.Partner.ID, &x.Period
	})
}

// queries shows what the partner was asked about the period.
func (c *compiling) queries(x *data.Standing) {
	c.s.show(partQueries)
	if d, ok := c.s.body().(*record.Desk); ok {
		d.List().SetFilter("partner", x.Partner.ID)
		d.List().SetFilter("period", strconv.Itoa(x.Period))
		d.List().Focus()
	}
}

// turn shows another view.
func (c *compiling) turn(view string) {
	c.views.Choose(view)
	c.turned()
}

func (c *compiling) turned() {
	list := c.views.Chosen() == viewList
	c.over.Hidden = list
	setVisible(c.Desk.Content(), list)
	c.content.Refresh()
}

// Open implements screen.Opener, as Reveal does screen.Revealer: a record is shown in the list.
func (c *compiling) Open(id string) {
	c.turn(viewList)
	c.Desk.Open(id)
}

// Reveal implements screen.Revealer.
func (c *compiling) Reveal(entity, id, field string) {
	c.turn(viewList)
	c.Desk.Reveal(entity, id, field)
}

// New implements screen.Creator.
func (c *compiling) New() {
	c.turn(viewList)
	c.Desk.New()
}

// Search implements screen.Searcher.
func (c *compiling) Search(text string) {
	c.turn(viewList)
	c.Desk.Search(text)
}

// FocusSearch implements screen.Searcher.
func (c *compiling) FocusSearch() {
	c.turn(viewList)
	c.Desk.FocusSearch()
}

// Delete implements screen.Deleter: what is in view in the list alone.
func (c *compiling) Delete() {
	if c.views.Chosen() == viewList {
		c.Desk.Delete()
	}
}

// Back implements screen.Backer: within the list, then to the grid.
func (c *compiling) Back() bool {
	if c.views.Chosen() != viewList {
		return false
	}
	if !c.Desk.Back() {
		c.turn(viewGrid)
		kit.Focus(c.grid)
	}
	return true
}

// compilingState is how the part was left.
type compilingState struct {
	View string          `json:"view,omitempty"`
	Desk json.RawMessage `json:"desk,omitempty"`
}

// State implements screen.Rememberer.
func (c *compiling) State() string {
	b, err := json.Marshal(compilingState{c.views.Chosen(), json.RawMessage(c.Desk.State())})
	if err != nil { // the desk's own JSON
		return ""
	}
	return string(b)
}

// SetState implements screen.Rememberer.
func (c *compiling) SetState(text string) {
	var st compilingState
	if json.Unmarshal([]byte(text), &st) != nil {
		return
	}
	if st.View == viewList {
		c.turn(viewList)
	}
	c.Desk.SetState(string(st.Desk))
}
