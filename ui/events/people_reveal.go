package events

import "primadesk/ui/screen"

// reveal implements revealer: a line of the list, with the keyboard in a field of it.
func (v *people) reveal(entity, id, field string) bool {
	if v.d == nil || entity != "attendance" {
		return v.d != nil && entity == "event" && field == "attendance" // what readiness says of all of them
	}
	for i := range v.d.people {
		for _, a := range v.d.people[i].days {
			if a.ID == id {
				v.revealPerson(&v.d.people[i], field)
				return true
			}
		}
	}
	for _, a := range v.d.counts {
		if a.ID == id {
			v.back()
			v.editCount(a)
			return true
		}
	}
	return false
}

func (v *people) revealPerson(x *participant, field string) {
	v.back()
	v.only, v.chosen = showAll, x.a.Contact
	v.fill()
	v.one.show(x)
	if v.one.form.Control(field) != nil {
		v.g.s.focus(v.one.form, field)
		return
	}
	v.table.Focus()
}

// unfold opens what is rarely needed of a person, as it was left.
func (v *people) unfold(more bool) {
	v.more = more
	content := v.one.content
	v.one = newPerson(v)
	for i, o := range v.parts.Objects {
		if o == content {
			v.parts.Objects[i] = v.one.content
		}
	}
}

// commands are what Go anywhere offers of the people of the event that is shown.
func (v *people) commands() []screen.Command {
	p := v.g.s.Printer
	to := func(do func()) func() {
		return func() {
			v.g.toTab(tabPeople)
			v.back()
			do()
		}
	}
	return []screen.Command{
		{Text: p.T("people.invite"), Do: to(v.invite)}, {Text: p.T("people.roll_call"), Do: to(v.tick)},
		{Text: p.T("people.count_heads"), Do: to(func() { v.editCount(nil) })},
	}
}

// reveal implements revealer: one piece of evidence, in the dialog that changes it where a field is asked for.
func (v *evidence) reveal(entity, id, field string) bool {
	if entity != "evidence" {
		return v.d != nil && entity == "event" && field == "evidence"
	}
	for _, e := range v.list {
		if e.ID == id {
			v.chosen = id
			v.draw()
			if field != "" {
				v.edit(e)
			}
			return true
		}
	}
	return false
}
