package events

import (
	"slices"

	"primadesk/data"
	"primadesk/ui/kit"
)

// yearRows is the list under the year: its events by date.
type yearRows struct {
	c     *calendar
	rows  []*data.Event
	table *kit.Table
}

func newYearRows(c *calendar) *yearRows {
	s := c.s
	p := s.Printer
	r := &yearRows{c: c}
	r.table = kit.NewTable(kit.TableParams{
		Columns: []kit.Column{
			{ID: colStart, Title: p.T("field.date"), Width: 130},
			{ID: colName, Title: p.T("field.title"), Width: 160, Grow: 4},
			{ID: colCountry, Title: p.T("field.country"), Width: 60, Kind: kit.CellMuted},
			{ID: colStatus, Title: p.T("field.status"), Width: s.statusWidth(), Kind: kit.CellChip},
		},
		Source: r, OnSelect: r.selected, OnOpen: func(i int) { s.Open(r.rows[i].ID) }, Now: s.Workspace.Now,
		Empty: kit.NewEmpty(kit.IconCalendar(), p.T("events.empty_year"), "", nil),
	})
	return r
}

// show lists the events of a year.
func (r *yearRows) show(events []*data.Event, year int) {
	r.rows = r.rows[:0:0]
	for _, e := range events {
		if e.Start.Day().Time().Year() == year {
			r.rows = append(r.rows, e)
		}
	}
	r.table.Reload()
	r.mark(r.c.s.opened)
}

// mark selects an event.
func (r *yearRows) mark(id string) {
	r.table.Select(slices.IndexFunc(r.rows, func(e *data.Event) bool { return e.ID == id }))
}

func (r *yearRows) selected(i int) {
	r.c.year.Pick(r.rows[i].ID)
	r.c.s.choose(r.rows[i].ID)
}

// Len implements kit.TableSource.
func (r *yearRows) Len() int { return len(r.rows) }

// Need implements kit.TableSource: all rows are there.
func (r *yearRows) Need(int, int) {}

// Row implements kit.TableSource.
func (r *yearRows) Row(i int) ([]kit.Cell, bool) {
	p, e := r.c.s.Printer, r.rows[i]
	return []kit.Cell{
		{Text: days(p, e)}, {Text: e.Title(p.Lang())}, {Text: p.CountryShort(e.Country)}, {Text: statusWord(p, e.Status), Tone: statusTone(e.Status)},
	}, true
}
