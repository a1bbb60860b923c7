package events

import (
	"slices"

	"fyne.io/fyne/v2"

	"primadesk/data"
	"primadesk/ui/kit"
)

// narrow is the width, at scale 1, under which the list leaves out what is said beside it too.
const narrow = 560

// The table's columns are named after the fields that they are sorted by.
const (
	colNumber  = "number"
	colName    = "name"
	colType    = "type"
	colCountry = "country"
	colStart   = "start"
	colStatus  = "status"
)

func (s *events) columns() []kit.Column {
	p := s.Printer
	cols := []kit.Column{
		{ID: colNumber, Title: p.FieldShort("number"), Width: 52, Kind: kit.CellMuted, Sortable: true},
		{ID: colName, Title: p.T("field.title"), Width: 120, Grow: 4, Sortable: true},
		{ID: colStart, Title: p.T("field.date"), Width: max(96, chipWidth(p.T("events.no_date"))), Kind: kit.CellMark, Sortable: true},
		{ID: colStatus, Title: p.T("field.status"), Width: s.statusWidth(), Kind: kit.CellChip, Sortable: true},
	}
	if s.slim {
		return cols
	}
	return slices.Insert(cols, 2,
		kit.Column{ID: colType, Title: p.FieldShort("type"), Width: 96, Grow: 1, Kind: kit.CellMuted, Sortable: true},
		kit.Column{ID: colCountry, Title: p.T("field.country"), Width: 50, Sortable: true})
}

// statusWidth is the width of the longest state's chip in the language, at scale 1.
func (s *events) statusWidth() float32 {
	width := float32(60)
	for _, status := range data.EventStatus.Words {
		width = max(width, chipWidth(statusWord(s.Printer, status)))
	}
	return width
}

func chipWidth(text string) float32 {
	return fyne.MeasureText(text, kit.TextSmall, fyne.TextStyle{}).Width + 20
}

// fit chooses the columns by the width that the list has.
func (s *events) fit(width float32) {
	if now := width < kit.U(narrow); now != s.slim {
		s.slim = now
		s.table.SetColumns(s.columns())
	}
}

// fitted is the layout of the list: it tells the screen its width.
type fitted struct{ s *events }

// MinSize implements fyne.Layout.
func (fitted) MinSize(objs []fyne.CanvasObject) fyne.Size { return objs[0].MinSize() }

// Layout implements fyne.Layout.
func (f fitted) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	f.s.fit(size.Width)
	objs[0].Resize(size)
}

// cells is one event's line. A date that is not known says so, in amber.
func (s *events) cells(e *data.Event) []kit.Cell {
	if e == nil {
		return make([]kit.Cell, 6)
	}
	p := s.Printer
	date := kit.Cell{Text: days(p, e)}
	if date.Text == "" {
		date = kit.Cell{Text: p.T("events.no_date"), Tone: kit.TonePostponed}
	}
	cells := []kit.Cell{
		{Text: e.Number}, {Text: e.Title(p.Lang())}, date, {Text: statusWord(p, e.Status), Tone: statusTone(e.Status)},
	}
	if s.slim {
		return cells
	}
	kind := ""
	if s.book != nil && e.Type != "" {
		kind = s.book.viewer.Words("event_type", e.Type)
	}
	return slices.Insert(cells, 2, kit.Cell{Text: kind}, kit.Cell{Text: p.CountryShort(e.Country)})
}

// arrived is told when lines came: the table shows them, the header counts them, the chosen one stays selected.
func (s *events) arrived() {
	ids, all, undated, loaded := s.source.latest.Load().have()
	if loaded {
		s.count(len(ids), all)
		s.bar.undated(undated)
	}
	s.table.Reload()
	s.mark()
	if !s.chosen && len(ids) > 0 && s.view == viewList {
		s.chosen = true
		s.choose(ids[0])
	}
}

func (s *events) count(shown, all int) {
	p := s.Printer
	switch {
	case all == 0:
		s.header.SetSubtitle("")
	case s.want.narrowed():
		s.header.SetSubtitle(p.T("events.count", "Shown", p.Number(shown), "All", p.Number(all)))
	default:
		s.header.SetSubtitle(p.Number(all))
	}
	setVisible(s.none, all == 0)
	setVisible(s.nothing, all > 0)
}

func setVisible(o fyne.CanvasObject, on bool) {
	if on {
		o.Show()
	} else {
		o.Hide()
	}
}

// mark selects the line of the event that is shown.
func (s *events) mark() {
	if i := s.source.index(s.opened); i != s.table.Selected() {
		s.table.Select(i)
	}
}

// picked is told when the user selects a line.
func (s *events) picked(line int) {
	if id := s.source.id(line); id != "" {
		s.choose(id)
	}
}

// search narrows the list to what is typed.
func (s *events) search(text string) {
	s.want.search = text
	s.narrow()
}

func (s *events) sorted(column string, desc bool) {
	s.want.sort, s.want.desc = column, desc
	s.narrow()
}

// narrow asks for another list, which begins at its top.
func (s *events) narrow() {
	s.table.Select(-1)
	s.table.ScrollTop()
	s.bar.show()
	s.source.ask(s.want)
	s.calendar.read()
}

// clear takes search and filters away.
func (s *events) clear() {
	s.header.Search().SetText("")
	s.want = wanted{sort: s.want.sort, desc: s.want.desc}
	s.narrow()
}
