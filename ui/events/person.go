package events

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/fields"
	"primadesk/ui/kit"
)

// person is what is known of one participant at this event. A change is kept at once.
type person struct {
	v       *people
	now     *participant
	name    *kit.Text
	days    *fyne.Container // of an event of several days: on which she was there
	form    *kit.Form
	consent *consents
	house   *house
	content *fyne.Container
}

func newPerson(v *people) *person {
	s := v.g.s
	p := s.Printer
	o := &person{v: v, days: kit.Flow(6)}
	m := fields.Maker{Printer: p, Exec: s.exec, Today: s.Workspace.Today}
	rows := func(ids ...[]string) [][]kit.Field { return m.Rows((*data.Attendance)(nil), ids...) }
	o.name = kit.NewText("", kit.TextStyle{Size: kit.TextCard, Bold: true, Cut: true})
	o.form = kit.NewForm(kit.FormParams{OnEdited: o.edited, Open: map[string]bool{"person": v.more}, OnFold: func(_ string, open bool) { v.more = open }, Sections: []kit.Section{
		{Rows: rows([]string{"invitation", "evidence"}, []string{"gender", "country"})},
		{ID: "person", Title: p.T("people.more"), More: true, Rows: rows([]string{"age_band", "group"}, []string{"mode", "minutes"}, []string{"walk_in"})},
	}})
	o.consent = newConsents(v)
	o.house = newHouse(v)
	ways := kit.Flow(14, kit.NewLink(p.T("people.open_contact"), o.open).SetTextSize(kit.TextMedium))
	if s.readOnly() {
		o.form.SetEnabled(false)
	} else {
		ways.Add(kit.NewLink(p.T("events.take_off"), v.remove).SetTextSize(kit.TextMedium).SetToken(kit.TokenError))
	}
	o.content = kit.VStack(10, kit.VStack(4, o.name, ways), o.days, o.house.content, o.form, o.consent.content, kit.NewLine())
	o.content.Hide()
	return o
}

// show brings a participant into the form; nil hides it.
func (o *person) show(x *participant) {
	defer o.v.relay()
	if x == nil {
		o.now = nil
		o.content.Hide()
		return
	}
	o.now = x
	o.name.SetText(x.name)
	o.showDays()
	o.form.Load(fields.Values(x.a))
	o.consent.show(x)
	o.house.show(x)
	o.content.Show()
}

// showDays shows on which days she was there; of an event of one day, whether she was.
func (o *person) showDays() {
	v, x := o.v, o.now
	p := v.g.s.Printer
	o.days.RemoveAll()
	days := app.DaysOf(v.d.event)
	if days == nil {
		days = []data.Date{""}
	}
	for _, day := range days {
		there := x.came(day) == "yes"
		text := p.T("people.there")
		if day != "" {
			text = p.DayMonth(string(day))
		}
		chip := kit.NewFilterChip(text, func() { o.turn(day, !there) })
		chip.SetSelected(there)
		o.days.Add(chip)
	}
	o.days.Refresh()
}

// turn marks her for one day, whichever the list shows.
func (o *person) turn(day data.Date, there bool) {
	v := o.v
	shown := v.day
	v.day = day
	v.mark(o.now.a.Contact, o.now.name, there, "")
	if v.day = shown; v.d != nil {
		kit.KeepFocus(v.content, func() { v.show(v.d) })
	}
}

// open shows the contact on its own screen.
func (o *person) open() {
	if o.now != nil && o.now.contact != nil {
		o.v.g.s.Shell.Reveal("contact", o.now.contact.ID, "")
	}
}

// edited keeps one field. What the record does not take is said at the field.
func (o *person) edited(id string) {
	if o.now == nil {
		return
	}
	next := *o.now.a
	fields.Apply(&next, map[string]string{id: o.form.Value(id)})
	ctx, stop := context.WithTimeout(context.Background(), patience)
	defer stop()
	s := o.v.g.s
	_, err := s.Workspace.Records.Save(ctx, &next)
	if known, ok := errors.AsType[*data.Error](err); ok && len(known.Details) > 0 {
		o.form.SetError(id, app.TellProblem(s.Printer, known.Details[0]).Message)
		return
	}
	if err != nil {
		s.Shell.ShowError(err)
		return
	}
	s.reread()
}
