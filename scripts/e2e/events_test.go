//go:build e2e

package e2e

import (
	"encoding/json"
	"fmt"
	"testing"
	"time"

	"primadesk/assets/i18n"
	"primadesk/data"
)

// The events by keyboard and mouse: the list with its filters, the month, the year.
func TestEventsScreen(t *testing.T) {
	d := newDesk(t)
	w := i18n.For("en")
	d.begun("en")
	d.events()
	d.eventFilters(w)
	d.eventList(w)
	d.eventMonth(w)
	d.eventYear(w)
	d.close()
}

// events goes to the screen of events, and waits until it is complete.
func (d *desk) events() {
	d.t.Helper()
	d.key("ctrl+4")
	d.await("screen shown", "id=events")
	d.settle()
}

// eventPage opens the page of the only event that a search finds, from anywhere on the screen.
func (d *desk) eventPage(w *i18n.Printer, typed string) {
	d.t.Helper()
	d.key("ctrl+f")
	d.at(w.T("events.search"))
	d.replace(typed)
	d.await("msg=searched", "entity=event", "found=1")
	d.await("msg=read", "entity=event", "records=1")
	d.settle()
	d.key("Return")
	d.at("Table")
	d.settle()
	d.key("Return")
	d.at(w.T("events.tab_plan"))
}

// found is how many records the command line lists.
func (d *desk) found(args ...string) int {
	d.t.Helper()
	return len(d.list(args...))
}

// list are the records that the command line lists.
func (d *desk) list(args ...string) []map[string]any {
	d.t.Helper()
	var out struct {
		Records []map[string]any `json:"records"`
	}
	d.must(json.Unmarshal([]byte(d.cli(append([]string{"list"}, append(args, "--json")...)...)), &out))
	return out.Records
}

// event is what the command line knows of the event with a number.
func (d *desk) eventOf(number string) map[string]any {
	d.t.Helper()
	all := d.list("events", "--where", "number="+number)
	if len(all) != 1 {
		d.t.Fatalf("%d events have the number %s", len(all), number)
	}
	return all[0]
}

// menu opens the list under a button or a chip, and takes its nth entry.
func (d *desk) menu(button string, nth int) {
	d.t.Helper()
	d.press(button)
	d.at("PopUpMenu")
	for range nth {
		d.key("Down")
	}
	d.key("Return")
}

// eventFilters narrows the list by each chip, and takes each filter away again.
func (d *desk) eventFilters(w *i18n.Printer) {
	d.t.Helper()
	held := 2 // all, then the words in their order
	for i, word := range data.EventStatus.Words {
		if word == "held" {
			held += i
		}
	}
	for _, x := range []struct {
		chip, set string
		nth       int
		where     string
	}{
		{w.T("events.all_statuses"), w.Enum("event_status", "held"), held, "status=held"},
		{w.T("events.all_countries"), w.Country("BE"), 2, "country=BE"},
		{w.T("events.all_organisers"), "", 2, ""},
		{w.T("events.all_types"), "", 2, ""},
	} {
		d.menu(x.chip, x.nth)
		if x.where == "" {
			d.await("msg=read", "entity=event")
		} else {
			d.await("msg=read", "entity=event", fmt.Sprint("records=", d.found("events", "--where", x.where)))
			d.driven[x.set] = true
		}
		d.settle()
		d.key("Escape")
		d.await("msg=read", "entity=event", fmt.Sprint("records=", d.found("events")))
		d.settle()
	}
	undated := w.N("events.undated", 1)
	d.press(undated)
	d.await("msg=read", "entity=event", "records=1")
	d.press(undated)
	d.await("msg=read", "entity=event", fmt.Sprint("records=", d.found("events")))
	d.press(w.T("events.new"))
	d.at(label(w, "event", "name"))
	d.settle()
	d.key("Escape")
	d.at("Table")
}

// eventList sorts, opens, deletes and brings back.
func (d *desk) eventList(w *i18n.Printer) {
	d.t.Helper()
	d.key("Home", "Down")
	d.settle()
	d.key("shift+Tab") // the titles
	d.settle()
	d.key("Home", "Right", "Return") // by name
	d.await("msg=read", "entity=event")
	d.settle()
	d.key("Down")
	d.at("Table")

	all := d.found("events")
	d.key("Delete")
	d.await("msg=saved", "entity=event")
	if now := d.found("events"); now != all-1 {
		d.t.Errorf("%d events after one was deleted of %d", now, all)
	}
	d.key("ctrl+z")
	d.await("msg=undone")
	d.settle()

	d.press(w.T("events.delete")) // of the pane beside the list
	d.await("msg=saved", "entity=event")
	d.key("ctrl+z")
	d.await("msg=undone")
	d.settle()
	d.press(w.T("events.open"))
	d.at(w.T("events.tab_plan"))
	d.key("Escape")
	d.at("Table")
	d.round(append(shellNames(w), w.T("field.title"), w.T("events.view_list"), w.T("events.view_month"), w.T("events.view_year"), w.T("events.search"))...)
}

// shellNames are what is on every screen, and driven with it elsewhere.
func shellNames(w *i18n.Printer) []string { return []string{"", w.T("shell.undo"), w.T("shell.redo")} }

// far is a month in which the sample has nothing.
const far = 24

// eventMonth makes, moves and opens an event on the calendar, first with keys, then with the mouse.
func (d *desk) eventMonth(w *i18n.Printer) {
	d.t.Helper()
	before := d.found("events")
	d.press(w.T("events.view_month"))
	d.settle()
	d.menu(w.T("events.all_statuses"), 1)
	d.settle()
	d.press(w.T("events.show_tasks"))
	d.press(w.T("events.show_tasks"))
	d.press(w.T("events.month_before"))
	d.await("msg=read", "entity=event")
	d.press(w.T("events.month_after"))
	d.await("msg=read", "entity=event")
	d.tab(w.T("events.show_month"))
	for range far {
		d.key("Next")
	}
	now := time.Now()
	month := time.Date(now.Year(), now.Month()+far, 1, 0, 0, 0, 0, time.UTC)
	for at := min(now.Day(), month.AddDate(0, 1, -1).Day()); at != 15; {
		if at < 15 {
			d.key("Right")
			at++
		} else {
			d.key("Left")
			at--
		}
	}
	d.key("Home")
	d.settle()
	first := monday(month.AddDate(0, 0, 14))
	m := func() calendarAt { return monthAt(d.focus, first) } // a new row of the year under it makes it lower
	d.onCalendar(w, "Keys", func() { d.key("Return") }, first)
	d.key("ctrl+Right")
	d.await("msg=saved", "entity=event")
	d.onDay("Keys", first.AddDate(0, 0, 1))
	d.key("ctrl+z")
	d.await("msg=undone")
	d.onDay("Keys", first)

	d.settle()
	x, y := m().chip(first)
	to := first.AddDate(0, 0, 2)
	tx, ty := m().low(to)
	d.drag(x, y, tx, ty)
	d.await("msg=saved", "entity=event")
	d.onDay("Keys", to)
	d.settle()
	other := first.AddDate(0, 0, 1)
	d.click(m().low(other))
	d.onCalendar(w, "Mouse", func() { d.key("Return") }, other)
	d.click(m().chip(other)) // opens it
	d.at(w.T("events.tab_plan"))
	d.settle()
	d.key("Escape")
	d.at(w.T("events.show_month"))
	double := first.AddDate(0, 0, 3)
	d.onCalendar(w, "Twice", func() {
		d.move(m().low(double))
		d.do("click", "--repeat", "2", "--delay", "10", "1")
	}, double)
	d.onCalendar(w, "Beside", func() { d.key("ctrl+n") }, double) // on a day that has an event
	if after := d.found("events"); after != before+4 {
		d.t.Errorf("%d events, of %d before and 4 new ones", after, before)
	}

	d.tab(w.T("events.show_year")) // the year under the month
	d.key("Right", "Left", "Return")
	d.at(w.T("events.tab_plan"))
	d.settle()
	d.key("Escape")
	d.at(w.T("events.show_month"))
	d.round(append(shellNames(w), w.T("events.view_list"), w.T("events.view_year"), w.T("events.search"))...)
}

// onCalendar makes an event on a day of the calendar, and goes back to it.
func (d *desk) onCalendar(w *i18n.Printer, name string, begin func(), day time.Time) {
	d.t.Helper()
	begin()
	d.at(label(w, "event", "name"))
	d.write(name)
	d.key("ctrl+s")
	d.await("msg=saved", "entity=event")
	d.onDay(name, day)
	d.settle()
	d.key("Escape")
	d.at(w.T("events.show_month"))
	d.settle()
}

// onDay looks whether an event is on a day.
func (d *desk) onDay(name string, day time.Time) {
	d.t.Helper()
	for _, e := range d.list("events", "--search", name) {
		if e["start"] == day.Format(time.DateOnly) {
			return
		}
	}
	d.t.Fatalf("%s is not on %s: %v", name, day.Format(time.DateOnly), d.list("events", "--search", name))
}

// eventYear looks at a year by country, with its list under it.
func (d *desk) eventYear(w *i18n.Printer) {
	d.t.Helper()
	d.press(w.T("events.view_year"))
	d.await("msg=read", "entity=event")
	d.press(w.T("events.year_before"))
	d.await("msg=read", "entity=event")
	d.press(w.T("events.year_after"))
	d.await("msg=read", "entity=event")
	d.tab(w.T("events.show_year"))
	for range time.Now().Year() - 2025 { // in which the sample's events were held
		d.key("Prior")
		d.await("msg=read", "entity=event")
	}
	d.settle()
	d.key("Down", "Right", "Left", "Up", "Return")
	d.at(w.T("events.tab_plan"))
	d.settle()
	d.key("Escape")
	d.at(w.T("events.show_year"))
	d.tab("Table")
	d.key("End", "Home", "Return")
	d.at(w.T("events.tab_plan"))
	d.settle()
	d.key("Escape")
	d.at(w.T("events.show_year"))
}

// calendarAt is where the days of a month calendar are in the window.
type calendarAt struct {
	x, y, w, h int
	day        time.Time // the one that is marked
}

func monthAt(f focus, day time.Time) calendarAt { return calendarAt{f.x, f.y, f.w, f.h, day} }

// monday is the first day of a day's week.
func monday(day time.Time) time.Time { return day.AddDate(0, 0, -(int(day.Weekday())+6)%7) }

// cell is the upper left corner of a day, and its size.
func (c calendarAt) cell(day time.Time) (x, y, w, h int) {
	const head = 24
	start := time.Date(c.day.Year(), c.day.Month(), 1, 0, 0, 0, 0, time.UTC)
	next := start.AddDate(0, 1, 0)
	start = monday(start)
	weeks := (int(next.Sub(start).Hours()/24) + 6) / 7
	i := int(day.Sub(start).Hours() / 24)
	w, h = c.w/7, (c.h-head)/weeks
	return c.x + c.w*(i%7)/7, c.y + head + (c.h-head)*(i/7)/weeks, w, h
}

// chip is a place on the first event of a day, low one under all of them.
func (c calendarAt) chip(day time.Time) (int, int) {
	x, y, _, _ := c.cell(day)
	return x + 24, y + 34
}

func (c calendarAt) low(day time.Time) (int, int) {
	x, y, w, h := c.cell(day)
	return x + w/2, y + h - 6
}
