package events

import (
	"fyne.io/fyne/v2"

	"primadesk/data"
	"primadesk/ui/kit"
)

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
	return []kit.Column{
		{ID: colNumber, Title: p.FieldShort("number"), Width: 54, Kind: kit.CellMuted, Sortable: true},
		{ID: colName, Title: p.T("field.title"), Width: 150, Grow: 3, Sortable: true},
		{ID: colType, Title: p.FieldShort("type"), Width: 110, Grow: 1, Kind: kit.CellMuted, Sortable: true},
		{ID: colCountry, Title: p.T("field.country"), Width: 52, Sortable: true},
		{ID: colStart, Title: p.T("field.date"), Width: 104, Sortable: true},
		{ID: colStatus, Title: p.T("field.status"), Width: 88, Kind: kit.CellChip, Sortable: true},
	}
}

// cells is one event's line. A date that is not known says so, in amber.
func (s *events) cells(e *data.Event) []kit.Cell {
	if e == nil {
		return make([]kit.Cell, 6)
	}
	p := s.Printer
	date := kit.Cell{Text: days(p, e)}
	if date.Text == "" {
		date = kit.Cell{Text: p.T("events.no_date"), Tone: kit.TonePostponed, Token: kit.TokenAmber}
	}
	kind := ""
	if s.book != nil && e.Type != "" {
		kind = s.book.viewer.Words("event_type", e.Type)
	}
	return []kit.Cell{
		{Text: e.Number}, {Text: e.Title(p.Lang())}, {Text: kind}, {Text: p.CountryShort(e.Country)}, date,
		{Text: statusWord(p, e.Status), Tone: statusTone(e.Status)},
	}
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
	if !s.chosen && len(ids) > 0 {
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
}

// clear takes search and filters away.
func (s *events) clear() {
	s.header.Search().SetText("")
	s.want = wanted{sort: s.want.sort, desc: s.want.desc}
	s.narrow()
}
