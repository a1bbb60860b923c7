package events

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/ui/kit"
)

// agendaDay is one day of an event, and when it begins.
type agendaDay struct {
	day   data.Date // empty where the event has no date
	start string    // "10:00"
}

type agendaParams struct {
	Printer *i18n.Printer
	Exec    kit.Exec
	Find    func(ctx context.Context, typed string) ([]kit.Option, error) // who speaks
	Hint    string
}

// agendaEditor edits the lines of an agenda, day by day: lines are moved by their grips, and times follow on from each
// other (data.FollowOn). It is a kit.Control whose value is that of a list (kit.RowsEditor).
type agendaEditor struct {
	widget.BaseWidget
	p       agendaParams
	days    []agendaDay
	names   map[string]string
	rows    []*agendaRow
	told    func()
	off     bool
	content *fyne.Container
}

func newAgendaEditor(p agendaParams) *agendaEditor {
	e := &agendaEditor{p: p, days: []agendaDay{{}}, names: map[string]string{}, content: kit.VStack(12)}
	e.ExtendBaseWidget(e)
	e.draw()
	return e
}

// learn takes names of contacts.
func (e *agendaEditor) learn(names map[string]string) {
	for id, name := range names {
		e.names[id] = name
	}
	for _, r := range e.rows {
		if id := r.speaker.Value(); id != "" && r.speaker.Typed() == "" {
			r.speaker.SetValue(id)
		}
	}
}

// setDays says which days there are. Lines of days that are no more stay under their own heading.
func (e *agendaEditor) setDays(days []agendaDay) {
	if slices.Equal(days, e.days) {
		return
	}
	e.days = days
	for _, r := range e.rows {
		r.line = r.draw(e)
	}
	e.draw()
}

// shownDay is the day under which a line stands: its own, the first for a line without one.
func (e *agendaEditor) shownDay(r *agendaRow) data.Date {
	if r.day == "" {
		return e.days[0].day
	}
	return data.Date(r.day)
}

// sections are the event's days, and those that only lines have.
func (e *agendaEditor) sections() []agendaDay {
	out := slices.Clone(e.days)
	for _, r := range e.rows {
		day := e.shownDay(r)
		if !slices.ContainsFunc(out, func(d agendaDay) bool { return d.day == day }) {
			out = append(out, agendaDay{day: day})
		}
	}
	return out
}

// of gives the lines of a day, in their order.
func (e *agendaEditor) of(day data.Date) []*agendaRow {
	var out []*agendaRow
	for _, r := range e.rows {
		if e.shownDay(r) == day {
			out = append(out, r)
		}
	}
	return out
}

// edited follows a change that moves what comes after it.
func (e *agendaEditor) edited() {
	e.follow(nil)
	e.tell()
}

// timeEdited gives a line a time of its own, or with none lets it follow on again.
func (e *agendaEditor) timeEdited(r *agendaRow) {
	rows := e.of(e.shownDay(r))
	at := slices.Index(rows, r)
	items := itemsOf(rows)
	r.follows = at == 0 || data.Follows(e.anchor(rows), items)[at]
	e.follow(r)
	e.tell()
}

// anchor is when a day begins: at the time of its first line, else when the event does.
func (e *agendaEditor) anchor(rows []*agendaRow) string {
	if len(rows) == 0 {
		return ""
	}
	if _, ok := data.ClockMinutes(rows[0].time.Value()); ok {
		return rows[0].time.Value()
	}
	for _, d := range e.days {
		if d.day == e.shownDay(rows[0]) {
			return d.start
		}
	}
	return ""
}

// follow gives all lines that follow on their times, but leaves the field alone that is being typed in.
func (e *agendaEditor) follow(typing *agendaRow) {
	for _, d := range e.sections() {
		e.followDay(e.of(d.day), e.anchor(e.of(d.day)), typing)
	}
}

func (e *agendaEditor) followDay(rows []*agendaRow, anchor string, typing *agendaRow) {
	items, follows := itemsOf(rows), make([]bool, len(rows))
	for i, r := range rows {
		follows[i] = r.follows && r != typing
	}
	data.FollowOn(anchor, items, follows)
	for i, r := range rows {
		if r != typing && items[i].Time != r.time.Value() {
			r.time.SetValue(items[i].Time)
		}
	}
	for i, s := range data.Timeline(anchor, items) {
		rows[i].tell(e, s)
	}
	e.content.Refresh()
}

func itemsOf(rows []*agendaRow) []data.AgendaItem {
	items := make([]data.AgendaItem, len(rows))
	for i, r := range rows {
		items[i] = r.item()
	}
	return items
}

// moved follows a line that was put to another place of its day. The day still begins when it did.
func (e *agendaEditor) moved(day data.Date, from, to int) {
	rows := e.of(day)
	anchor := e.anchor(rows)
	r := rows[from]
	rows = slices.Insert(slices.Delete(rows, from, from+1), to, r)
	rows[0].follows = true
	at := 0
	for i := range e.rows {
		if e.shownDay(e.rows[i]) == day {
			e.rows[i] = rows[at]
			at++
		}
	}
	e.followDay(rows, anchor, nil)
	e.tell()
}

// toDay puts a line at the end of another day.
func (e *agendaEditor) toDay(r *agendaRow, day string) {
	if day == r.day || day == "" {
		return
	}
	r.day, r.follows = day, true
	r.time.SetValue("")
	i := slices.Index(e.rows, r)
	e.rows = append(slices.Delete(e.rows, i, i+1), r)
	e.draw()
	e.edited()
}

func (e *agendaEditor) remove(r *agendaRow) {
	i := slices.Index(e.rows, r)
	rows := e.of(e.shownDay(r))
	anchor := e.anchor(rows)
	at := slices.Index(rows, r)
	e.rows = slices.Delete(e.rows, i, i+1)
	rows = slices.Delete(rows, at, at+1)
	if at == 0 && len(rows) > 0 {
		rows[0].follows = true
	}
	e.draw()
	e.followDay(rows, anchor, nil)
	if at = min(at, len(rows)-1); at >= 0 {
		e.focus(rows[at].name.Target())
	}
	e.tell()
}

// insert adds a line at the end of a day, and puts the keyboard into it.
func (e *agendaEditor) insert(day data.Date) {
	rows := e.of(day)
	if len(rows) > 0 {
		e.insertAfter(rows[len(rows)-1])
		return
	}
	e.put(len(e.rows), day)
}

func (e *agendaEditor) insertAfter(r *agendaRow) {
	if !e.off {
		e.put(slices.Index(e.rows, r)+1, e.shownDay(r))
	}
}

func (e *agendaEditor) put(i int, day data.Date) {
	r := newAgendaRow(e, newID())
	r.follows = true
	if len(e.days) > 1 {
		r.day = string(day)
		r.line = r.draw(e)
	}
	e.rows = slices.Insert(e.rows, i, r)
	e.draw()
	e.edited()
	e.focus(r.name.Target())
}

func (e *agendaEditor) focus(f fyne.Focusable) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(e); c != nil {
		c.Focus(f)
	}
}

func (e *agendaEditor) tell() {
	if e.told != nil {
		e.told()
	}
}
