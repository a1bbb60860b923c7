package events

import (
	"context"
	"slices"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/kit"
)

// newFinder is the field that marks by typing a few letters and Enter.
func (v *people) newFinder() *kit.Combo {
	p := v.g.s.Printer
	combo := kit.NewCombo(kit.ComboParams{
		Exec: v.g.s.exec, Find: v.find, Unknown: p.T("events.contact_unknown"),
		Create:   func(typed string) string { return p.T("events.contact_create", "Name", p.Quote(typed)) },
		OnCreate: v.meet,
	})
	kit.SetName(combo, p.T("events.mark_hint"))
	combo.OnEdited(v.picked)
	return combo
}

// showDays offers the days of an event of several days: today's, or the first, is chosen.
func (v *people) showDays() {
	p := v.g.s.Printer
	days := app.DaysOf(v.d.event)
	begins := v.days.Hidden && days != nil // it has come to have several
	if begins || v.dayOf != v.d.event.ID || v.day != "" && !slices.Contains(days, v.day) {
		v.dayOf, v.day = v.d.event.ID, ""
		if today := v.g.s.Workspace.Today(); slices.Contains(days, today) {
			v.day = today
		} else if days != nil {
			v.day = days[0]
		}
	}
	v.days.RemoveAll()
	v.days.Hidden = days == nil
	if days == nil {
		return
	}
	for _, day := range append(days, "") {
		text := p.T("people.all_days")
		if day != "" {
			text = p.DayMonth(string(day))
		}
		chip := kit.NewFilterChip(text, func() { v.toDay(day) })
		chip.SetSelected(day == v.day)
		v.days.Add(chip)
	}
	v.days.Refresh()
}

// toDay shows who was there on a day; the empty day is all of them.
func (v *people) toDay(day data.Date) {
	v.day = day
	kit.KeepFocus(v.content, func() { v.show(v.d) })
}

// marked are the days for which somebody is marked now.
func (v *people) marked() []data.Date {
	if v.day != "" {
		return []data.Date{v.day}
	}
	return app.DaysOf(v.d.event)
}

// find looks a contact up while one types.
func (v *people) find(ctx context.Context, typed string) ([]kit.Option, error) {
	w, lang := v.g.s.Workspace, v.g.s.Printer.Lang()
	hits, err := w.Records.Search(ctx, app.Find{Text: typed, Entities: []string{"contact"}, Limit: 8, Lang: lang})
	if err != nil {
		return nil, err
	}
	var of []string
	for _, h := range hits.Items {
		if c, ok := h.Record.(*data.Contact); ok && c.Organisation != "" {
			of = append(of, c.Organisation)
		}
	}
	titles, err := w.Records.Titles(ctx, data.EntityOf((*data.Organisation)(nil)), of, lang)
	if err != nil {
		return nil, err
	}
	var out []kit.Option
	for _, h := range hits.Items {
		o := kit.Option{Value: h.ID, Text: h.Title}
		if c, ok := h.Record.(*data.Contact); ok {
			o.Note = titles[c.Organisation]
		}
		out = append(out, o)
	}
	return out, nil
}

// picked marks the contact that was picked as present.
func (v *people) picked() {
	id, name := v.combo.Value(), v.combo.Typed()
	if id == "" || v.d == nil {
		return
	}
	v.combo.SetChoice(kit.Option{})
	v.chosen = id
	v.mark(id, name, true, "")
}

// mark keeps whether somebody was there.
func (v *people) mark(contact, name string, there bool, evidence string) {
	s := v.g.s
	if s.readOnly() {
		return
	}
	p := s.Printer
	came, said := "no", p.T("events.marked_absent", "Name", name)
	if there {
		came, said = "yes", p.T("events.marked_present", "Name", name)
	}
	ctx, stop := context.WithTimeout(context.Background(), patience)
	defer stop()
	done, _, err := s.Workspace.Attendances.Mark(ctx, app.CameParams{
		Event: v.d.event.ID, Days: v.marked(), Contacts: []string{contact}, Came: came, Evidence: evidence,
	})
	if err != nil {
		s.Shell.ShowError(err)
		return
	}
	s.undoable(said, done)
	s.reread()
}

// meet makes a contact of a name that nobody has yet, and marks it as present without having registered. Both are one
// batch, undone in one go.
func (v *people) meet(typed string) {
	s := v.g.s
	if v.d == nil || s.readOnly() {
		return
	}
	ctx, stop := context.WithTimeout(context.Background(), patience)
	defer stop()
	contact, done, err := s.Workspace.Attendances.WalkIn(ctx, app.WalkInParams{Event: v.d.event.ID, Days: v.marked(), Name: typed})
	if err != nil {
		s.Shell.ShowError(err)
		return
	}
	v.combo.SetChoice(kit.Option{})
	v.chosen = contact
	s.undoable(s.Printer.T("events.met", "Name", typed), done)
	s.reread()
}

// remove takes the selected one off the list, with all her days.
func (v *people) remove() {
	s := v.g.s
	x := v.participant(v.chosen)
	if x == nil || s.readOnly() {
		return
	}
	ctx, stop := context.WithTimeout(context.Background(), patience)
	defer stop()
	done, err := s.Workspace.Attendances.TakeOff(ctx, v.d.event.ID, v.chosen)
	if err != nil {
		s.Shell.ShowError(err)
		return
	}
	v.chosen = ""
	s.undoable(s.Printer.T("events.taken_off", "Name", x.name), done)
	s.reread()
}

// count is a head count of the day that is shown, unsaved.
func (v *people) newCount() *data.Attendance {
	e := v.d.event
	a := &data.Attendance{Event: e.ID, Day: v.day}
	a.ID, a.Owner = newID(), e.Owner
	if e.Mode != "hybrid" {
		a.Mode = e.Mode
	}
	return a
}
