package history

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"sync/atomic"

	"fyne.io/fyne/v2"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/kit"
	"primadesk/ui/screen"
)

// trash is what was deleted, an entity at a time, the last first.
type trash struct {
	s       *Screen
	entity  string // the one in view
	kinds   *kit.Select
	search  *kit.Search
	restore *kit.Button
	table   *kit.Table
	rows    *trashRows
	counts  *kit.Later[map[string]int]
	asked   atomic.Pointer[app.Query] // read off the UI's goroutine
	content fyne.CanvasObject
}

// trashed is a record in the trash.
type trashed struct{ id, title, when, who string }

// trashRows is the table's source.
type trashRows struct {
	*kit.Pages[trashed]
	t   *trash
	ids *kit.Later[[]string]
}

// ID implements kit.RowIDs.
func (r *trashRows) ID(i int) string {
	row, _ := r.Item(i)
	return row.id
}

// Range implements kit.RowIDs.
func (r *trashRows) Range(first, last int, give func([]string)) {
	q := r.t.query()
	r.ids.Run(context.Background(), func(ctx context.Context) ([]string, error) { return r.t.s.p.Workspace.Records.IDs(ctx, q) },
		func(ids []string, err error) {
			if err != nil {
				r.t.s.p.Shell.ShowError(err)
				return
			}
			give(ids[min(first, len(ids)):min(last+1, len(ids))])
		})
}

func newTrash(s *Screen) *trash {
	p := s.p.Printer
	t := &trash{s: s, counts: kit.NewLater[map[string]int](s.p.Exec)}
	t.kinds = kit.NewSelect(nil, "")
	kit.SetName(t.kinds, p.T("history.entity"))
	t.kinds.OnEdited(func() { t.entity = t.kinds.Value(); t.narrow() })
	t.search = kit.NewSearch(p.T("history.search_trash"), "Ctrl F", func(string) { t.narrow() })
	t.search.OnDown(func() { t.table.Focus() })
	t.search.OnDone(func(string) { t.table.Focus() })
	t.restore = kit.NewButton(kit.ButtonPrimary, p.T("history.restore"), t.bring)
	t.rows = &trashRows{t: t, ids: kit.NewLater[[]string](s.p.Exec), Pages: kit.NewPages(kit.PagesParams[trashed]{
		Exec: s.p.Exec, Fetch: t.fetch, Failed: s.p.Shell.ShowError,
		Cells: func(r trashed) []kit.Cell { return []kit.Cell{{Text: r.title}, {Text: r.when}, {Text: r.who}} },
	})}
	t.table = kit.NewTable(kit.TableParams{
		Columns: []kit.Column{
			{ID: "title", Title: p.T("history.record"), Width: 200, Grow: 3},
			{ID: "when", Title: p.T("history.deleted"), Width: 150},
			{ID: "who", Title: p.T("history.who"), Width: 130, Kind: kit.CellMuted},
		},
		Source: t.rows, Pick: true, OnSelect: func(int) { t.ready() }, OnPicked: func(kit.Picked) { t.ready() },
		Empty: kit.NewEmpty(kit.IconClock(), p.T("history.no_trash"), "", nil), Now: s.p.Workspace.Now,
	})
	t.rows.OnChanged(t.arrived)
	bar := kit.Pad(kit.Inset{Top: 12, Bottom: 12, Left: kit.PageMargin, Right: kit.PageMargin},
		kit.HStack(12, kit.Sized(260, 0, t.kinds), kit.Sized(300, kit.ControlHeight, t.search), kit.NewSpring(), t.restore))
	t.content = kit.Framed(kit.Borders{Top: bar}, t.table)
	return t
}

// query is what the table shows.
func (t *trash) query() app.Query {
	return app.Query{Entity: t.entity, Trash: true, Search: t.search.Text(), Sort: "changed_at", Desc: true, Lang: t.s.p.Printer.Lang()}
}

// load reads which entities have something in the trash, then what of the one in view.
func (t *trash) load() {
	t.counts.Run(context.Background(), t.s.p.Workspace.Records.TrashCounts, func(counts map[string]int, err error) {
		if err != nil {
			t.s.p.Shell.ShowError(err)
			return
		}
		t.offer(counts)
		t.reload()
	})
}

func (t *trash) offer(counts map[string]int) {
	p := t.s.p.Printer
	total := 0
	var options []kit.Option
	for _, e := range data.Entities() {
		if n := counts[e.Name]; n > 0 {
			total += n
			options = append(options, kit.Option{Value: e.Name, Text: p.Count(e.Name, n)})
		}
	}
	if counts[t.entity] == 0 {
		t.entity = "contact" // an empty list of something that could be there
		if len(options) > 0 {
			t.entity = options[0].Value
		}
	}
	t.kinds.SetOptions(options)
	t.kinds.SetValue(t.entity)
	t.kinds.SetEnabled(len(options) > 0)
	if len(options) == 0 {
		t.kinds.SetOptions([]kit.Option{{Value: t.entity, Text: p.T("history.no_trash_short")}})
	}
	t.s.header.SetSubtitle(p.N("history.in_trash", total))
}

func (t *trash) narrow() {
	t.table.SetPicked(kit.Picked{})
	t.table.Select(-1)
	t.table.ScrollTop()
	t.reload()
}

func (t *trash) reload() {
	q := t.query()
	t.asked.Store(&q)
	t.rows.Reload()
}

func (t *trash) cancel() {
	t.counts.Cancel()
	t.rows.ids.Cancel()
}

func (t *trash) back() bool {
	if !t.table.Picked().Empty() {
		t.table.SetPicked(kit.Picked{})
		return true
	}
	if t.search.Text() == "" {
		return false
	}
	t.search.SetText("")
	t.narrow()
	return true
}

func (t *trash) fetch(ctx context.Context, ask kit.PageQuery) (kit.Page[trashed], error) {
	q, w := *t.asked.Load(), t.s.p.Workspace
	q.Limit, q.After = ask.Limit, ask.After
	win, err := w.Records.Window(ctx, q, app.Span{First: ask.First})
	if err != nil {
		return kit.Page[trashed]{}, err
	}
	var ids, people []string
	for _, rec := range win.Records {
		ids, people = append(ids, rec.Head().ID), append(people, rec.Head().ChangedBy)
	}
	e, _ := data.EntityNamed(q.Entity)
	titles, err := w.Records.Titles(ctx, e, ids, q.Lang)
	if err != nil {
		return kit.Page[trashed]{}, err
	}
	names, err := w.Records.Titles(ctx, data.EntityOf((*data.Author)(nil)), people, q.Lang)
	page := kit.Page[trashed]{Total: win.Total, Mark: win.Next}
	for _, rec := range win.Records {
		h := rec.Head()
		page.Rows = append(page.Rows, trashed{h.ID, titles[h.ID], moment(t.s, h.ChangedAt), t.s.name(names[h.ChangedBy])})
	}
	return page, err
}

func (t *trash) arrived() {
	t.table.Reload()
	t.ready()
}

// ready says what the button would do: restore the picked records, or else the selected one.
func (t *trash) ready() {
	n := t.table.Picked().Count(t.rows.Len())
	if n == 0 && t.rows.ID(t.table.Selected()) != "" {
		n = 1
	}
	text := t.s.p.Printer.T("history.restore")
	if n > 1 {
		text = t.s.p.Printer.N("history.restore_many", n)
	}
	t.restore.SetText(text)
	if n == 0 || t.s.readOnly() {
		t.restore.Disable()
	} else {
		t.restore.Enable()
	}
}

// bring restores what is picked, or the selected record.
func (t *trash) bring() {
	picked, row := t.table.Picked(), t.rows.ID(t.table.Selected())
	q, w, s := t.query(), t.s.p.Workspace, t.s
	e, ok := data.EntityNamed(t.entity)
	if !ok || (picked.Empty() && row == "") {
		return
	}
	s.p.Exec.Go(func() {
		ids, err := picked.IDs, error(nil)
		switch {
		case picked.All:
			if ids, err = w.Records.IDs(context.Background(), q); err == nil {
				ids = slices.DeleteFunc(ids, func(id string) bool { return slices.Contains(picked.IDs, id) })
			}
		case len(ids) == 0:
			ids = []string{row}
		}
		var done app.Done
		if err == nil {
			done, err = w.Records.RestoreOf(context.Background(), e, ids...)
		}
		s.p.Exec.Apply(func() {
			if err != nil {
				s.p.Shell.ShowError(err)
				return
			}
			t.table.SetPicked(kit.Picked{})
			undo := screen.Action{Text: s.p.Printer.T("history.undo_short"), Do: func() { s.p.Shell.Undo(done.Batch) }}
			actions := []screen.Action{undo}
			if len(ids) == 1 {
				actions = append(actions, screen.Action{Text: s.p.Printer.T("history.open"), Do: func() { s.p.Shell.Reveal(e.Name, ids[0], "") }})
			}
			s.p.Shell.Toast(screen.Toast{Text: s.p.Printer.N("history.restored", len(ids)), Actions: actions})
		})
	})
}

// sorted makes options of ids and their words.
func sorted(names map[string]string) []kit.Option {
	options := make([]kit.Option, 0, len(names))
	for _, id := range slices.SortedFunc(maps.Keys(names), func(a, b string) int {
		return cmp.Or(cmp.Compare(data.Fold(names[a]), data.Fold(names[b])), cmp.Compare(a, b))
	}) {
		options = append(options, kit.Option{Value: id, Text: names[id]})
	}
	return options
}
