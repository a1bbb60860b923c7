package listing

import (
	"cmp"
	"context"
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"primadesk/app"
	"primadesk/ui/kit"
)

// List is a table over the records of an entity, with its header and its filters. Its methods run on the UI's goroutine.
type List struct {
	p       Params
	columns []Column        // completed
	hidden  map[string]bool // which of them are not shown
	first   string          // the first one that is shown
	custom  bool            // the user has chosen columns
	width   float32         // the table's, at scale 1
	want    wanted
	all     int // records there are in all; -1: not known
	source  *source
	table   *kit.Table
	header  *kit.Header // nil where the list has none
	search  *kit.Search
	bar     *filterBar
	viewer  *app.Viewer
	places  *kit.Later[int]
	gather  *kit.Later[[]string]

	empty   fyne.CanvasObject // shown while there is nothing at all
	nothing fyne.CanvasObject // shown while nothing fits
	area    *fyne.Container   // the table, and what is shown in its place
	target  fyne.Focusable    // of what is shown in its place; nil: the table is shown
	body    *fyne.Container

	id    string // the record that is shown beside the list
	place int    // its line, to keep the view where it is; -1: none
	asked bool   // rows have come at least once

	insist string // a record that filters must not hide; empty: none
}

// New makes a list. Nothing is read before it is shown.
func New(p Params) *List {
	l := &List{p: p, place: -1, all: -1, places: kit.NewLater[int](p.Exec), gather: kit.NewLater[[]string](p.Exec)}
	l.want = wanted{sort: p.Sort, desc: p.Desc, filters: map[string][]string{}}
	l.columns = p.shape()
	var states []kit.ColumnState
	for _, c := range l.columns {
		states = append(states, kit.ColumnState{ID: c.ID, Hidden: c.Hidden})
	}
	l.take(states)
	l.source = newSource(&l.p, l.cells, l.failed)
	l.source.pages.OnChanged(l.arrived)
	l.makeHeader()
	step := p.Words.FirstStep
	if p.readOnly() || p.OnNew == nil {
		step = ""
	}
	empty := cmp.Or(p.Words.Empty, p.Printer.T("listing.empty"))
	l.empty = kit.NewEmpty(p.Words.Icon, empty, step, func() { p.OnNew() })
	l.nothing = kit.NewEmpty(kit.IconSearch(), p.Printer.T("listing.nothing"), p.Printer.T("listing.show_all"), l.Clear)
	l.empty.Hide()
	l.nothing.Hide()
	l.table = kit.NewTable(kit.TableParams{
		Columns: l.declared(), Source: l.source.pages, OnSelect: l.selected, OnOpen: func(int) { l.open() }, OnSort: l.sorted,
		OnColumns: l.chosen, Pick: len(p.Actions) > 0 && !p.readOnly(), OnPicked: func(kit.Picked) { l.bar.show() }, OnRune: l.typed,
		Empty: kit.Stack(l.empty, l.nothing), Now: p.Workspace.Now, Waits: p.Waits,
	})
	l.table.SetSort(l.sortedColumn(), l.want.desc)
	l.bar = newFilterBar(l)
	l.area = kit.Stack(container.New(fitting{l}, l.table))
	l.body = kit.Framed(kit.Borders{Top: l.bar.content}, l.area)
	return l
}

func (l *List) makeHeader() {
	p, w := l.p.Printer, l.p.Words
	if w.Title == "" {
		l.search = kit.NewSearch(l.p.search(), "Ctrl F", l.searched)
		l.search.OnDone(func(string) { l.Focus() })
	} else {
		l.header = kit.NewHeader(kit.HeaderParams{
			Title: w.Title, Search: l.p.search(), SearchHint: "Ctrl F", OnSearch: l.searched,
			OnSearchDone: func(string) { l.Focus() }, Action: cmp.Or(w.New, p.T("listing.new")), OnAction: l.p.OnNew,
		})
		l.search = l.header.Search()
		if l.p.readOnly() || l.p.OnNew == nil {
			l.header.Action().Hide()
		}
	}
	l.search.OnDown(l.Focus)
}

// Header is the title with the search field and the main action; nil where Words have no title.
func (l *List) Header() *kit.Header { return l.header }

// Body is the filters and the table.
func (l *List) Body() *fyne.Container { return l.body }

// Table is the table, for its focus.
func (l *List) Table() *kit.Table { return l.table }

// Shown reads the list.
func (l *List) Shown() {
	l.all = -1
	l.bar.read(l.bar.show)
	l.ask()
}

// Hidden gives up what is being read.
func (l *List) Hidden() {
	l.bar.later.Cancel()
	l.places.Cancel()
	l.gather.Cancel()
}

// Changed follows what was written, here or elsewhere.
func (l *List) Changed(c app.Changed) {
	entities := []string{l.p.Entity.Name}
	for _, id := range l.with() {
		if col, ok := l.p.Entity.Column(id); ok {
			entities = append(entities, col.Ref)
		}
	}
	if c.Touches("vocabulary") {
		l.bar.read(l.bar.show)
	}
	if c.Touches(entities...) {
		l.all = -1
		l.ask()
	}
}

// Reload reads the list anew, after something that its cells show changed.
func (l *List) Reload() { l.ask() }

// Redraw draws the rows anew that are there, after their marks changed.
func (l *List) Redraw() {
	if l.table != nil {
		l.table.Reload()
	}
}

// Query is what the list is asked for: for what is done with all of its records.
func (l *List) Query() app.Query { return l.question().query }

func (l *List) question() *question {
	q := &question{with: l.with(), all: l.all, narrow: l.want.narrowed()}
	if l.p.Where != nil {
		q.always = l.p.Where()
	}
	field, p := l.want.sort, l.p.Printer
	if c := l.column(l.want.sort); c != nil {
		field = c.Sort
	}
	q.query = app.Query{
		Entity: l.p.Entity.Name, Search: l.want.search, Sort: field, Desc: l.want.desc, Lang: p.Lang(), Labels: p,
		Where: append(append([]app.Cond(nil), q.always...), l.conds()...),
	}
	return q
}

func (l *List) ask() {
	l.source.ask(l.question())
	if l.p.OnAsk != nil {
		l.p.OnAsk()
	}
}

// failed tells what went wrong with reading. What was given up because something newer was asked is nothing to tell.
func (l *List) failed(err error) {
	if !errors.Is(err, context.Canceled) {
		l.p.Shell.ShowError(err)
	}
}

// arrived is told when rows came: the table shows them, the header counts them, the selected one stays selected.
func (l *List) arrived() {
	l.asked = true
	total, all := l.source.counted()
	l.all = all
	l.count(total, all)
	l.table.Reload()
	l.mark()
	if l.p.OnRows != nil {
		l.p.OnRows()
	}
	if l.insist != "" && l.insist == l.id {
		l.Select(l.id)
	}
}

func (l *List) count(total, all int) {
	p := l.p.Printer
	text := p.Number(all)
	switch {
	case all == 0:
		text = ""
	case l.want.narrowed():
		text = p.T("listing.count", "Shown", p.Number(total), "All", p.Number(all))
	}
	if l.header != nil {
		l.header.SetSubtitle(text)
	}
	l.bar.counted(text)
	setVisible(l.empty, all == 0)
	setVisible(l.nothing, all > 0 && total == 0)
}

func setVisible(o fyne.CanvasObject, on bool) {
	if on {
		o.Show()
	} else {
		o.Hide()
	}
}

// Count is how many rows the list has.
func (l *List) Count() int { return l.source.pages.Len() }

// First is the first row, if it is there.
func (l *List) First() (Row, bool) { return l.source.row(0) }

// Known is what the list knows of a record.
func (l *List) Known(id string) (Row, bool) { return l.source.known(id) }

// Row is a line's, if it is there.
func (l *List) Row(i int) (Row, bool) { return l.source.row(i) }

// Neighbour is the record that comes to stand where one stood once that is gone: the next line's, else the one before;
// empty where the list does not have it in view.
func (l *List) Neighbour(id string) string {
	i := l.source.index(id)
	if i < 0 {
		return ""
	}
	next, ok := l.source.row(i + 1)
	if !ok {
		next, _ = l.source.row(i - 1)
	}
	return next.ID()
}

// Select marks the line of the record that is shown beside the list, wherever it stands; empty: none.
func (l *List) Select(id string) {
	if id != l.id {
		l.id, l.place = id, -1
	}
	l.places.Cancel()
	if l.mark() || id == "" || !l.asked {
		return
	}
	query, records := l.Query(), l.p.Workspace.Records
	l.places.Run(context.Background(),
		func(ctx context.Context) (int, error) { return records.Place(ctx, query, id) },
		func(i int, err error) {
			if err != nil {
				l.failed(err)
				return
			}
			l.placed(id, i)
		})
}

// Insist is Select for a record that somebody asked for: where a search or a filter hides it, they are taken away.
func (l *List) Insist(id string) {
	l.insist = id
	l.Select(id)
}

// placed is told where a record stands in the list; -1: nowhere.
func (l *List) placed(id string, line int) {
	insist := l.insist == id
	l.insist = ""
	switch {
	case l.id != id:
	case line >= 0:
		l.place = line
		l.table.Select(line)
	case insist && l.want.narrowed():
		l.insist = id // and look again when all rows are there
		l.Clear()
	}
}

// mark selects the line of the record that is shown, without moving the view when it is where it was. It tells whether the
// line is among those that are held.
func (l *List) mark() bool {
	i := l.source.index(l.id)
	if i >= 0 && l.insist == l.id {
		l.insist = ""
	}
	if i != l.place || i != l.table.Selected() {
		l.place = i
		l.table.Select(i)
	}
	return i >= 0
}

// selected is told when the user selects a line.
func (l *List) selected(line int) {
	row, ok := l.source.row(line)
	if !ok || row.ID() == l.id {
		return
	}
	l.id, l.place = row.ID(), line
	if l.p.OnShow != nil {
		l.p.OnShow(row)
	}
}

func (l *List) open() {
	if l.p.OnOpen != nil {
		l.p.OnOpen()
	}
}

// typed is told of letters that are typed into the table: they go on in the search field.
func (l *List) typed(r rune) {
	l.search.Focus()
	l.Search(l.want.search + string(r))
}
