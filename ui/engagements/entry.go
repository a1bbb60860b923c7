package engagements

import (
	"fyne.io/fyne/v2"
	"github.com/google/uuid"

	"primadesk/data"
	"primadesk/ui/fields"
	"primadesk/ui/kit"
)

func newID() string { return uuid.Must(uuid.NewV7()).String() }

// entry is one line of the log in a form.
type entry struct {
	l       *Log
	rec     *data.Engagement
	form    *kit.Form
	more    bool // what is rarely needed is shown, too
	content *fyne.Container
	holder  *fyne.Container
}

func newEntry(l *Log, rec *data.Engagement) *entry {
	e := &entry{l: l, rec: rec, holder: kit.VStack(0)}
	e.more = rec.Outcome != "" || rec.NextStep != "" || rec.Due != "" || rec.NextOwner != ""
	e.build()
	save := kit.NewButton(kit.ButtonPrimary, l.p.Printer.T("record.save"), func() { l.Save() })
	cancel := kit.NewButton(kit.ButtonSecondary, l.p.Printer.T("record.cancel"), func() { l.Close() })
	buttons := kit.HStack(8)
	if !e.fresh() {
		buttons.Add(kit.NewLink(l.p.Printer.T("engagements.delete"), l.remove).SetToken(kit.TokenError).SetTextSize(kit.TextMedium))
	} else {
		buttons.Add(kit.NewKeycap("Ctrl Enter"))
	}
	buttons.Add(kit.NewSpring())
	buttons.Add(cancel)
	buttons.Add(save)
	e.content = kit.Stack(kit.NewCard(kit.VStack(12, e.holder, buttons)))
	return e
}

// fresh tells whether the entry was never saved.
func (e *entry) fresh() bool { return e.rec.Base == 0 }

// build makes the form, with what is rarely needed or without.
func (e *entry) build() {
	l, p := e.l, e.l.p.Printer
	m := fields.Maker{Printer: p, Exec: l.p.Exec, Today: l.p.Workspace.Today, Choices: func(*data.Column) []kit.Option { return nil }}
	m.Own = func(c *data.Column) kit.Control {
		switch {
		case c.ID == "contact":
			return kit.NewCombo(kit.ComboParams{Exec: l.p.Exec, Find: l.p.People, Unknown: p.T("record.reference_unknown"), Word: func(id string) string { return l.shown.Names[id] }})
		case c.Kind == data.KindLong:
			return kit.NewTextArea(2)
		}
		return nil
	}
	ids := [][]string{{"date", "channel"}}
	if l.p.People != nil {
		ids = append(ids, []string{"contact"})
	}
	ids = append(ids, []string{"summary"})
	if e.more {
		ids = append(ids, []string{"outcome"}, []string{"next_step", "due"}, []string{"direction"})
	}
	e.form = kit.NewForm(kit.FormParams{
		Sections: []kit.Section{{Rows: m.Rows(e.rec, ids...)}}, Required: p.T("record.required"), OnEdited: func(string) { l.typed() },
	})
	e.form.Load(fields.Values(e.rec))
	e.holder.Objects = []fyne.CanvasObject{e.form}
	if !e.more {
		e.holder.Objects = append(e.holder.Objects, kit.Pad(kit.Inset{Top: 8}, kit.HStack(0, kit.NewLink(p.T("record.more"), e.unfold).SetTextSize(kit.TextMedium))))
	}
}

// unfold shows what is rarely needed; what is typed stays.
func (e *entry) unfold() {
	values := e.form.Values()
	e.more = true
	e.build()
	e.fill(values)
	e.l.changed()
	e.form.Focus("outcome")
}

// fill brings values into the form as if they had been typed.
func (e *entry) fill(values map[string]string) {
	for id, value := range values {
		if e.form.Control(id) != nil && e.form.Value(id) != value {
			e.form.SetValue(id, value)
		}
	}
}

// record is the entry with what is in the form.
func (e *entry) record() *data.Engagement {
	next, values := *e.rec, map[string]string{}
	for _, id := range e.form.Changed() {
		values[id] = e.form.Value(id)
	}
	fields.Apply(&next, values)
	return &next
}
