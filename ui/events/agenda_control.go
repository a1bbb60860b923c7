package events

import (
	"encoding/json"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"primadesk/data"
	"primadesk/ui/kit"
)

// Value implements kit.Control.
func (e *agendaEditor) Value() string {
	if len(e.rows) == 0 {
		return ""
	}
	rows := make([]kit.RowValue, len(e.rows))
	for i, r := range e.rows {
		rows[i] = kit.RowValue{ID: r.id, Values: map[string]string{
			"day": r.day, "time": r.time.Value(), "name": r.name.Value(), "speaker": r.speaker.Value(), "minutes": r.minutes.Value(),
		}}
	}
	b, err := json.Marshal(rows)
	if err != nil { // strings always marshal
		return ""
	}
	return string(b)
}

// SetValue implements kit.Control. What is no list counts as none.
func (e *agendaEditor) SetValue(v string) {
	var rows []kit.RowValue
	if v != "" && json.Unmarshal([]byte(v), &rows) != nil {
		rows = nil
	}
	e.rows = nil
	for _, x := range rows {
		r := newAgendaRow(e, x.ID)
		r.day = x.Values["day"]
		r.time.SetValue(x.Values["time"])
		r.name.SetValue(x.Values["name"])
		r.speaker.SetValue(x.Values["speaker"])
		r.minutes.SetValue(x.Values["minutes"])
		r.line = r.draw(e)
		r.enable(!e.off)
		e.rows = append(e.rows, r)
	}
	for _, d := range e.sections() {
		of := e.of(d.day)
		for i, follows := range data.Follows(e.anchor(of), itemsOf(of)) {
			of[i].follows = follows || i == 0
		}
	}
	e.draw()
}

// Problem implements kit.Checker.
func (e *agendaEditor) Problem() string {
	for _, r := range e.rows {
		for _, c := range []kit.Checker{r.time, r.minutes, r.speaker} {
			if c.Problem() != "" {
				return c.Problem()
			}
		}
	}
	return ""
}

// OnEdited implements kit.Control.
func (e *agendaEditor) OnEdited(f func()) { e.told = f }

// SetInvalid implements kit.Control: the lines mark what they have.
func (e *agendaEditor) SetInvalid(on bool) {
	for _, r := range e.rows {
		r.time.SetInvalid(on && r.time.Problem() != "")
		r.minutes.SetInvalid(on && r.minutes.Problem() != "")
		r.speaker.SetInvalid(on && r.speaker.Problem() != "")
		r.name.SetInvalid(on && r.name.Value() == "")
	}
}

// SetEnabled implements kit.Control.
func (e *agendaEditor) SetEnabled(on bool) {
	e.off = !on
	for _, r := range e.rows {
		r.enable(on)
		r.line = r.draw(e)
	}
	e.draw()
}

// Target implements kit.Control.
func (e *agendaEditor) Target() fyne.Focusable { return e.target("", "") }

// target is a field of a line; of the first where there is no such line, nil where there is none.
func (e *agendaEditor) target(id, column string) fyne.Focusable {
	for _, r := range e.rows {
		if r.id == id || id == "" {
			return r.target(column)
		}
	}
	return nil
}

// Held implements kit.Holder.
func (e *agendaEditor) Held() []fyne.CanvasObject { return []fyne.CanvasObject{e.content} }

// CreateRenderer implements fyne.Widget.
func (e *agendaEditor) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(e.content)
}
