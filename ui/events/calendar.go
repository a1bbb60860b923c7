package events

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"primadesk/app"
	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/ui/fields"
	"primadesk/ui/kit"
)

// around is how many days beyond a month its calendar reads: as long before an event as something may be due for it.
const around = 150

// span is what a calendar reads: a year, and what lies around the days of a month.
type span struct{ first, last data.Date }

func spanOf(year int, first, last data.Date) span {
	return span{
		first: min(data.Date(fmt.Sprintf("%04d-01-01", year)), first.AddDays(-around)),
		last:  max(data.Date(fmt.Sprintf("%04d-12-31", year)), last.AddDays(around)),
	}
}

// readCalendar reads the events of a span, off the UI's goroutine, narrowed as the list is.
func readCalendar(ctx context.Context, w *app.Workspace, q app.Query, of span) ([]*data.Event, error) {
	q.Sort, q.Desc = colStart, false
	q.Where = append(slices.Clone(q.Where), app.Where(colStart, "between", string(of.first), string(of.last)))
	recs, err := w.Records.All(ctx, q)
	var out []*data.Event
	for _, rec := range recs {
		out = append(out, rec.(*data.Event))
	}
	return out, err
}

// taskMark parts an event's id from that of an item of its checklist in the id of a calendar's entry.
const taskMark = "/"

// monthEntries are what a month shows: events in the colours of their states, and on demand what is due for them.
func monthEntries(p *i18n.Printer, events []*data.Event, tasks, readOnly bool) []kit.MonthEntry {
	var out []kit.MonthEntry
	for _, e := range events {
		out = append(out, kit.MonthEntry{
			ID: e.ID, Text: shortTitle(p, e), Tone: statusTone(e.Status), First: string(e.Start.Day()), Last: string(e.LastDay()),
			Fixed: readOnly || e.Held(),
		})
		if !tasks || e.Status == "cancelled" {
			continue
		}
		for i := range e.Checklist {
			item := &e.Checklist[i]
			if due := item.DueOn(e.Start.Day()); due != "" && item.Done == "" {
				out = append(out, kit.MonthEntry{
					ID: e.ID + taskMark + item.ID, Text: item.Name, Tone: kit.ToneNeutral, First: string(due), Fixed: readOnly,
				})
			}
		}
	}
	return out
}

// shortTitle is an event as a chip of a calendar has room for it: where it is, and what it is called.
func shortTitle(p *i18n.Printer, e *data.Event) string {
	title := e.Title(p.Lang())
	if e.City == "" || strings.Contains(data.Fold(title), data.Fold(e.City)) {
		return title
	}
	return e.City + ", " + title
}

// stripOf is a year by country: a row for each country in which there are events, and for those without one.
func stripOf(p *i18n.Printer, events []*data.Event, countries []kit.Option, year int) ([]kit.StripRow, []kit.StripDot) {
	var rows []kit.StripRow
	for _, c := range countries {
		rows = append(rows, kit.StripRow{ID: c.Value, Text: c.Text})
	}
	var dots []kit.StripDot
	nowhere := false
	for _, e := range events {
		if e.Start.Day().Time().Year() != year {
			continue
		}
		nowhere = nowhere || e.Country == ""
		dots = append(dots, kit.StripDot{
			ID: e.ID, Row: e.Country, Day: string(e.Start.Day()), Text: e.Title(p.Lang()) + " · " + days(p, e), Token: statusTone(e.Status).Dot(),
		})
	}
	if nowhere {
		rows = append(rows, kit.StripRow{Text: p.T("events.no_country")})
	}
	return rows, dots
}

// calendar is the month with the year under it, and the year alone.
type calendar struct {
	s       *events
	reading *kit.Later[[]*data.Event]
	events  []*data.Event
	tasks   bool // what is due for events is shown too
	month   *kit.Month
	strip   *kit.Strip // under the month
	year    *kit.Strip // alone
	rows    *yearRows  // under it
}

func newCalendar(s *events) *calendar {
	c := &calendar{s: s, reading: kit.NewLater[[]*data.Event](s.exec), tasks: true}
	words, w := fields.DateWords(s.Printer), s.Workspace
	today := func() time.Time { return w.Today().Time() }
	p := s.Printer
	c.month = kit.NewMonth(kit.MonthParams{
		Words: words, Today: today, Now: w.Now, Before: p.T("events.month_before"), After: p.T("events.month_after"), OnMonth: func(string, string) { c.turned() },
		OnOpen: c.open, OnNew: c.begin, OnMove: c.move,
	})
	c.strip = kit.NewStrip(kit.StripParams{Words: words, Year: today().Year(), Today: today, Now: w.Now, OnPick: c.toDay, OnOpen: s.Open})
	c.year = kit.NewStrip(kit.StripParams{
		Words: words, Year: today().Year(), Today: today, Now: w.Now, Before: p.T("events.year_before"), After: p.T("events.year_after"),
		OnYear: func(int) { c.read() }, OnPick: c.pick, OnOpen: s.Open,
	})
	c.month.SetName(p.T("events.show_month"))
	c.strip.SetName(p.T("events.show_year"))
	c.year.SetName(p.T("events.show_year"))
	c.rows = newYearRows(c)
	return c
}

// turned follows the month: the strip under it shows its year.
func (c *calendar) turned() {
	c.strip.SetYear(c.monthYear())
	c.read()
}

func (c *calendar) monthYear() int { return data.Date(c.month.Day()).Time().Year() }

// read asks for what the calendar shows, if it is in view.
func (c *calendar) read() {
	s := c.s
	year, of := c.monthYear(), span{}
	switch s.view {
	case viewMonth:
		first, last := c.month.Range()
		of = spanOf(year, data.Date(first), data.Date(last))
	case viewYear:
		year = c.year.Year()
		of = spanOf(year, data.Date(fmt.Sprintf("%04d-06-01", year)), data.Date(fmt.Sprintf("%04d-06-30", year)))
	default:
		return
	}
	q := s.want.query(s.Printer)
	c.reading.Run(context.Background(),
		func(ctx context.Context) ([]*data.Event, error) { return readCalendar(ctx, s.Workspace, q, of) },
		func(events []*data.Event, err error) {
			if err != nil {
				s.failed(err)
				return
			}
			c.events = events
			c.show()
		})
}

// show brings what was read into the view.
func (c *calendar) show() {
	s := c.s
	var countries []kit.Option
	if s.book != nil {
		countries = s.book.countries
	}
	if s.view == viewYear {
		c.year.Set(stripOf(s.Printer, c.events, countries, c.year.Year()))
		c.year.Pick(s.opened)
		c.rows.show(c.events, c.year.Year())
		s.views.year.Refresh() // the list stands under as many countries as there are
		return
	}
	c.month.SetEntries(monthEntries(s.Printer, c.events, c.tasks, s.readOnly()))
	c.strip.Set(stripOf(s.Printer, c.events, countries, c.monthYear()))
}

// event finds an event among those that were read.
func (c *calendar) event(id string) *data.Event {
	for _, e := range c.events {
		if e.ID == id {
			return e
		}
	}
	return nil
}

// pick shows an event that was picked on the year beside it.
func (c *calendar) pick(id string) {
	c.rows.mark(id)
	c.s.choose(id)
}

// toDay shows the day of an event that was picked on the strip.
func (c *calendar) toDay(id string) {
	if e := c.event(id); e != nil {
		c.month.SetDay(string(e.Start.Day()))
	}
}

// open shows an event's page; of something due, its checklist.
func (c *calendar) open(id string) {
	event, item, task := strings.Cut(id, taskMark)
	if task {
		c.s.Reveal("event", event, "checklist/"+item)
		return
	}
	c.s.Open(event)
}

// begin makes a new event on a day.
func (c *calendar) begin(day string) {
	if c.s.readOnly() {
		return
	}
	c.s.newOn = data.Date(day)
	c.s.New()
}
