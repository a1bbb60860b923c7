package events

import (
	"strconv"

	"fyne.io/fyne/v2"

	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/ui/kit"
)

// draw puts the days under each other: heading, lines, the link that adds one.
func (e *agendaEditor) draw() {
	e.content.RemoveAll()
	sections := e.sections()
	for i, d := range sections {
		e.content.Add(e.section(i, d, len(sections) > 1))
	}
	if e.p.Hint != "" && !e.off {
		e.content.Add(kit.NewText(e.p.Hint, kit.TextStyle{Size: kit.TextSmall, Token: kit.TokenMuted, Wrap: true}))
	}
	e.content.Refresh()
}

func (e *agendaEditor) section(i int, d agendaDay, several bool) fyne.CanvasObject {
	p, rows := e.p.Printer, e.of(d.day)
	part := kit.VStack(8)
	if several {
		heading := p.T("events.agenda_day", "N", strconv.Itoa(i+1), "Date", p.WeekdayName(d.day.Time().Weekday())+" "+p.DayMonth(string(d.day)))
		part.Add(kit.NewHeading(heading))
	}
	if len(rows) > 0 {
		part.Add(e.headings())
		part.Add(e.lines(d.day, rows))
	}
	foot := kit.HStack(12)
	if !e.off {
		foot.Add(kit.NewLink(p.T("events.agenda_add"), func() { e.insert(d.day) }))
	}
	foot.Add(kit.NewSpring())
	foot.Add(kit.NewText(e.total(rows), kit.TextStyle{Size: kit.TextMedium, Token: kit.TokenMuted}))
	part.Add(foot)
	anchor := e.anchor(rows)
	for j, s := range data.Timeline(anchor, itemsOf(rows)) {
		rows[j].tell(e, s)
	}
	return part
}

// headings are the labels over the lines' fields.
func (e *agendaEditor) headings() fyne.CanvasObject {
	p := e.p.Printer
	label := func(id string) fyne.CanvasObject {
		return kit.Sized(1, 0, kit.NewText(p.T(id), kit.TextStyle{Size: kit.TextSmall, Token: kit.TokenMuted, Cut: true}))
	}
	row := kit.HStack(8, kit.Grow(kit.Share(8, agendaShares,
		label("field.time"), label("field.title"), label("field.speaker"), label("field.minutes"))), kit.NewSpace(52, 0))
	if len(e.days) > 1 && !e.off {
		row.Add(kit.Sized(110, 0, label("field.day")))
	}
	if e.off {
		return row
	}
	row.Add(kit.NewSpace(24, 0))
	return kit.Pad(kit.Inset{Left: 22}, row) // beside the grips
}

func (e *agendaEditor) lines(day data.Date, rows []*agendaRow) fyne.CanvasObject {
	var lines []fyne.CanvasObject
	for _, r := range rows {
		lines = append(lines, r.line)
	}
	if e.off {
		return kit.VStack(8, lines...)
	}
	return kit.NewOrder(kit.OrderParams{
		Gap: 8, Drop: 6, Name: e.p.Printer.T("events.agenda_move"), OnMoved: func(from, to int) { e.moved(day, from, to) },
	}, lines...)
}

// total is how long a day's agenda takes, from its first line to its last end.
func (e *agendaEditor) total(rows []*agendaRow) string {
	p, slots := e.p.Printer, data.Timeline(e.anchor(rows), itemsOf(rows))
	first, last := -1, -1
	for _, s := range slots {
		if s.From < 0 {
			continue
		}
		if first < 0 || s.From < first {
			first = s.From
		}
		last = max(last, s.To)
	}
	if first < 0 || last <= first {
		return ""
	}
	clock := func(minutes int) string { return p.Time("2000-01-01T" + data.MinutesClock(minutes)) }
	return clock(first) + "–" + clock(last) + " · " + minutesWords(p, last-first)
}

// minutesWords is a length of time: "45 min", "2 h", "4 h 30 min".
func minutesWords(p *i18n.Printer, minutes int) string {
	hours, rest := minutes/60, minutes%60
	switch {
	case hours == 0:
		return p.T("events.minutes", "M", strconv.Itoa(rest))
	case rest == 0:
		return p.T("events.hours", "H", strconv.Itoa(hours))
	}
	return p.T("events.hours", "H", strconv.Itoa(hours)) + " " + p.T("events.minutes", "M", strconv.Itoa(rest))
}
