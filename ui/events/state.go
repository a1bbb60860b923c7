package events

import (
	"encoding/json"
	"slices"

	"primadesk/data"
	"primadesk/ui/screen"
)

var (
	_ screen.Rememberer = (*events)(nil)
	_ screen.Revealer   = (*events)(nil)
	_ screen.Commander  = (*events)(nil)
)

// left is how the screen was left. It holds ids and codes, nothing that was typed.
type left struct {
	View      string    `json:"view,omitempty"`
	Day       data.Date `json:"day,omitempty"` // the calendar's
	Year      int       `json:"year,omitempty"`
	NoTasks   bool      `json:"no_tasks,omitempty"`
	Status    string    `json:"status,omitempty"`
	Country   string    `json:"country,omitempty"`
	Organiser string    `json:"organiser,omitempty"`
	Type      string    `json:"type,omitempty"`
	Undated   bool      `json:"undated,omitempty"`
	Sort      string    `json:"sort,omitempty"`
	Desc      bool      `json:"desc,omitempty"`
	Open      string    `json:"open,omitempty"` // the event that is shown
	Paged     bool      `json:"paged,omitempty"`
	Tab       string    `json:"tab,omitempty"`
	More      bool      `json:"more,omitempty"` // what is rarely needed is folded open
	Person    bool      `json:"person,omitempty"`
	Counts    []string  `json:"counts,omitempty"` // the dimensions of a head count
}

// State implements screen.Rememberer.
func (s *events) State() string {
	w := s.want
	l := left{
		View: s.view, Day: data.Date(s.calendar.month.Day()), Year: s.calendar.year.Year(), NoTasks: !s.calendar.tasks,
		Status: w.status, Country: w.country, Organiser: w.organiser, Type: w.kind, Undated: w.undated, Sort: w.sort, Desc: w.desc,
		Tab: s.page.tabs.Chosen(), More: s.page.plan.more, Person: s.page.people.more,
	}
	for _, by := range countFolds {
		if s.page.people.unfolded[by] {
			l.Counts = append(l.Counts, by)
		}
	}
	if !s.page.fresh {
		l.Open, l.Paged = s.opened, s.paged
	}
	b, err := json.Marshal(l)
	if err != nil { // strings and numbers always marshal
		return ""
	}
	return string(b)
}

// SetState implements screen.Rememberer.
func (s *events) SetState(text string) {
	var l left
	if json.Unmarshal([]byte(text), &l) != nil {
		return
	}
	if slices.Contains(viewsInOrder, l.View) {
		s.view = l.View
	}
	if l.Day != "" && l.Day.Valid() {
		s.calendar.month.SetDay(string(l.Day))
		s.calendar.strip.SetYear(s.calendar.monthYear())
	}
	if l.Year > 1900 {
		s.calendar.year.SetYear(l.Year)
	}
	s.calendar.tasks = !l.NoTasks
	w := wanted{status: l.Status, country: l.Country, organiser: l.Organiser, kind: l.Type, undated: l.Undated, sort: colStart, desc: true}
	if slices.Contains([]string{colNumber, colName, colType, colCountry, colStart, colStatus}, l.Sort) {
		w.sort, w.desc = l.Sort, l.Desc
	}
	s.want = w
	s.table.SetSort(w.sort, w.desc)
	s.page.plan.more = l.More
	s.page.people.unfold(l.Person)
	for _, by := range l.Counts {
		s.page.people.unfolded[by] = true
	}
	s.tab = l.Tab
	s.views.show()
	s.bar.show()
	if l.Open != "" {
		s.chosen, s.opened, s.paged = true, l.Open, false
		if l.Paged {
			s.toPage()
		}
	}
}

// Shows implements screen.Revealer.
func (s *events) Shows() []string { return []string{"event", "attendance", "evidence"} }

// Commands implements screen.Commander: the three views, and what can be done with the event that is on its page.
func (s *events) Commands() []screen.Command {
	p := s.Printer
	show := func(view string) func() { return func() { s.leavePage(func() { s.setView(view); s.focusView() }) } }
	list := []screen.Command{
		{Text: p.T("events.show_list"), Do: show(viewList)}, {Text: p.T("events.show_month"), Do: show(viewMonth)},
		{Text: p.T("events.show_year"), Do: show(viewYear)},
	}
	if s.paged && s.page.now != nil && !s.readOnly() {
		list = append(list, screen.Command{Text: p.T("events.duplicate"), Do: s.page.askDuplicate},
			screen.Command{Text: p.T("events.move"), Do: s.page.askMove})
		list = append(list, s.page.people.commands()...)
	}
	return list
}
