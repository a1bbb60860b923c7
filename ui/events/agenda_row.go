package events

import (
	"fyne.io/fyne/v2"

	"primadesk/data"
	"primadesk/ui/fields"
	"primadesk/ui/kit"
)

// agendaRow is one line of the programme as it is edited.
type agendaRow struct {
	id, day string
	follows bool // its time follows from the line before it
	time    *kit.TimeEntry
	name    *kit.Entry
	speaker *kit.Combo
	minutes *kit.NumberEntry
	on      *kit.Select // the day, where there are several
	until   *kit.Text
	note    *kit.Text // a gap before it, or an overlap
	line    fyne.CanvasObject
}

// agendaShares are the widths of a line's fields: time, what, who, minutes.
var agendaShares = []float32{1.1, 5, 3, 1}

func newAgendaRow(e *agendaEditor, id string) *agendaRow {
	p := e.p.Printer
	r := &agendaRow{
		id: id, time: kit.NewTimeEntry(p.T("fields.wrong_time")), name: kit.NewEntry(), minutes: kit.NewNumberEntry(p.T("fields.wrong_number")),
		until: kit.NewText("", kit.TextStyle{Size: kit.TextSmall, Token: kit.TokenMuted}),
		note:  kit.NewText("", kit.TextStyle{Size: kit.TextSmall, Token: kit.TokenWarm, Cut: true}),
	}
	r.speaker = kit.NewCombo(kit.ComboParams{
		Exec: e.p.Exec, Find: e.p.Find, Unknown: p.T("events.contact_unknown"), Word: func(code string) string { return e.names[code] },
	})
	r.time.OnEdited(func() { e.timeEdited(r) })
	r.minutes.OnEdited(e.edited)
	r.name.OnEdited(e.tell)
	r.speaker.OnEdited(func() {
		if id := r.speaker.Value(); id != "" {
			e.names[id] = r.speaker.Typed()
		}
		e.tell()
	})
	r.name.OnEnter(func(string) { e.insertAfter(r) })
	for c, id := range map[kit.Control]string{r.time: "field.time", r.name: "field.title", r.speaker: "field.speaker", r.minutes: "field.minutes"} {
		kit.SetName(c, p.T(id))
	}
	r.line = r.draw(e)
	return r
}

func (r *agendaRow) draw(e *agendaEditor) fyne.CanvasObject {
	p := e.p.Printer
	line := kit.HStack(8, kit.Grow(kit.Share(8, agendaShares, r.time, r.name, r.speaker, r.minutes)), kit.Sized(52, 0, r.until))
	if len(e.days) > 1 && !e.off {
		var options []kit.Option
		for _, d := range e.days {
			options = append(options, kit.Option{Value: string(d.day), Text: p.DayMonth(string(d.day))})
		}
		r.on = kit.NewSelect(options, "")
		kit.SetName(r.on, p.T("field.day"))
		r.on.SetValue(r.day)
		r.on.OnEdited(func() { e.toDay(r, r.on.Value()) })
		line.Add(kit.Sized(110, 0, r.on))
	}
	if !e.off {
		line.Add(kit.NewCross(p.T("events.agenda_remove"), func() { e.remove(r) }))
	}
	r.note.Hidden = r.note.Text() == ""
	return kit.VStack(2, line, r.note)
}

// item is the line as data has it.
func (r *agendaRow) item() data.AgendaItem {
	return data.AgendaItem{
		Element: data.Element{ID: r.id}, Day: data.Date(r.day), Time: r.time.Value(), Name: r.name.Value(), Speaker: r.speaker.Value(),
		Minutes: fields.Number(r.minutes.Value()),
	}
}

// tell shows when the line ends, and what is between it and the one before.
func (r *agendaRow) tell(e *agendaEditor, s data.Slot) {
	p := e.p.Printer
	until, note := "", ""
	if s.Known {
		until = "– " + p.Time("2000-01-01T"+data.MinutesClock(s.To))
	}
	switch {
	case s.Gap > 0:
		note = p.T("events.agenda_gap", "Time", minutesWords(p, s.Gap))
	case s.Gap < 0:
		note = p.T("events.agenda_overlap", "Time", minutesWords(p, -s.Gap))
	}
	r.until.SetText(until)
	r.note.SetText(note)
	r.note.Hidden = note == ""
}

func (r *agendaRow) enable(on bool) {
	for _, c := range []kit.Control{r.time, r.name, r.speaker, r.minutes} {
		c.SetEnabled(on)
	}
}

// target is the field of a line by its column; what it is about, where there is no such field.
func (r *agendaRow) target(column string) fyne.Focusable {
	switch column {
	case "time":
		return r.time.Target()
	case "speaker":
		return r.speaker.Target()
	case "minutes":
		return r.minutes.Target()
	}
	return r.name.Target()
}
