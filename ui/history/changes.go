package history

import (
	"context"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/fields"
	"primadesk/ui/kit"
)

// changes is the list of what was done, with what one of them did beside it.
type changes struct {
	s       *Screen
	who     *kit.Select
	what    *kit.Select
	day     *kit.DateEntry
	table   *kit.Table
	pages   *kit.Pages[app.BatchDeed]
	people  *kit.Later[map[string]string]
	pane    *pane
	asked   atomic.Pointer[app.BatchQuery] // read off the UI's goroutine
	content fyne.CanvasObject
}

func newChanges(s *Screen) *changes {
	p := s.p.Printer
	c := &changes{s: s, people: kit.NewLater[map[string]string](s.p.Exec)}
	c.who = kit.NewSelect(nil, p.T("history.anybody"))
	var entities []kit.Option
	for _, e := range data.Entities() {
		entities = append(entities, kit.Option{Value: e.Name, Text: p.Entity(e.Name)})
	}
	c.what = kit.NewSelect(entities, p.T("history.anything"))
	c.day = kit.NewDateEntry(fields.DateWords(p), func() time.Time { return s.p.Workspace.Now() })
	for _, control := range []kit.Control{c.who, c.what, c.day} {
		control.OnEdited(c.narrow)
	}
	kit.SetName(c.who, p.T("history.who"))
	kit.SetName(c.what, p.T("history.entity"))
	kit.SetName(c.day, p.T("history.day"))
	c.pages = kit.NewPages(kit.PagesParams[app.BatchDeed]{
		Exec: s.p.Exec, Fetch: c.fetch, Cells: c.cells, Failed: s.p.Shell.ShowError,
	})
	c.table = kit.NewTable(kit.TableParams{
		Columns: []kit.Column{
			{ID: "what", Title: p.T("history.what"), Width: 230, Grow: 3},
			{ID: "when", Title: p.T("history.when"), Width: 140},
			{ID: "who", Title: p.T("history.who"), Width: 110, Kind: kit.CellMuted},
			{ID: "state", Title: "", Width: 90, Kind: kit.CellChip},
		},
		Source: c.pages, OnSelect: c.selected, OnOpen: c.selected,
		Empty: kit.NewEmpty(kit.IconClock(), p.T("history.nothing"), "", nil),
		Now:   s.p.Workspace.Now,
	})
	c.pages.OnChanged(c.arrived)
	c.pane = newPane(s)
	labelled := func(text string, o fyne.CanvasObject) fyne.CanvasObject {
		return kit.VStack(4, kit.NewText(text, kit.TextStyle{Size: kit.TextSmall, Token: kit.TokenMuted}), o)
	}
	filters := kit.Pad(kit.Inset{Top: 12, Bottom: 12, Left: kit.PageMargin, Right: kit.PageMargin}, kit.Share(12, nil,
		labelled(p.T("history.who"), c.who), labelled(p.T("history.entity"), c.what), labelled(p.T("history.day"), c.day)))
	c.content = kit.MasterDetail(kit.Framed(kit.Borders{Top: filters}, c.table), c.pane.content)
	return c
}

// query is what the filters ask for. A day that is not one yet narrows nothing.
func (c *changes) query() app.BatchQuery {
	q := app.BatchQuery{Author: c.who.Value(), Entity: c.what.Value()}
	if day, err := time.ParseInLocation(time.DateOnly, c.day.Value(), c.s.p.Workspace.Now().Location()); err == nil {
		q.From, q.To = day, day.AddDate(0, 0, 1)
	}
	return q
}

func (c *changes) load() {
	c.people.Run(context.Background(), func(ctx context.Context) (map[string]string, error) {
		return c.s.p.Workspace.Records.Authors(ctx, c.s.p.Printer.Lang())
	}, func(names map[string]string, err error) {
		if err != nil {
			c.s.p.Shell.ShowError(err)
			return
		}
		c.who.SetOptions(sorted(names))
	})
	c.reload()
	c.pane.reload()
}

func (c *changes) cancel() {
	c.people.Cancel()
	c.pane.later.Cancel()
}

func (c *changes) narrow() {
	c.table.ScrollTop()
	c.table.Select(-1)
	c.reload()
}

func (c *changes) reload() {
	q := c.query()
	c.asked.Store(&q)
	c.pages.Reload()
}

func (c *changes) fetch(ctx context.Context, q kit.PageQuery) (kit.Page[app.BatchDeed], error) {
	ask := *c.asked.Load()
	ask.First, ask.Limit, ask.After = q.First, q.Limit, q.After
	deeds, err := c.s.p.Workspace.Records.BatchPage(ctx, ask, c.s.p.Printer.Lang())
	return kit.Page[app.BatchDeed]{Rows: deeds.Deeds, Total: deeds.Total, Mark: deeds.Next}, err
}

func (c *changes) arrived() {
	c.s.header.SetSubtitle(c.s.p.Printer.N("history.count", c.pages.Len()))
	c.table.Reload()
}

func (c *changes) cells(d app.BatchDeed) []kit.Cell {
	state := kit.Cell{}
	if d.Undone {
		state = kit.Cell{Text: c.s.p.Printer.T("history.undone"), Tone: kit.ToneCancelled}
	}
	return []kit.Cell{{Text: d.Text}, {Text: moment(c.s, d.At)}, {Text: c.s.name(d.Who)}, state}
}

func (c *changes) selected(row int) {
	if d, ok := c.pages.Item(row); ok {
		c.pane.open(d)
	}
}

// open shows one batch, whether it is in view or not.
func (c *changes) open(id string) {
	if row := c.pages.Find(func(d app.BatchDeed) bool { return d.Batch == id }); row >= 0 {
		c.table.Select(row)
	}
	c.pane.openID(id)
}

func (c *changes) back() bool {
	if !c.pane.content.Visible() {
		return false
	}
	c.pane.close()
	c.table.Focus()
	return true
}

// moment is a time as the lists show it.
func moment(s *Screen, t time.Time) string {
	t = t.In(s.p.Workspace.Now().Location())
	return s.p.Printer.MediumDate(t.Format(time.DateOnly)) + ", " + t.Format("15:04")
}

func (s *Screen) name(who string) string {
	if who == "" {
		return s.p.Printer.T("history.somebody")
	}
	return who
}
