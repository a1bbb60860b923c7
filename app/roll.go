package app

import (
	"slices"

	"primadesk/data"
)

// roll is an event's attendance inside a write: who is on the list, by contact and day.
type roll struct {
	tx    *Tx
	event *data.Event
	rows  map[string][]*data.Attendance // by contact, in the order of ids
}

func newRoll(tx *Tx, event string) (*roll, error) {
	rec, err := tx.Get(data.EntityOf((*data.Event)(nil)), event)
	if err != nil {
		return nil, err
	}
	reader, err := tx.Reader()
	if err != nil {
		return nil, err
	}
	rows, err := rowsOf(reader, event)
	if err != nil {
		return nil, err
	}
	l := &roll{tx: tx, event: rec.(*data.Event), rows: map[string][]*data.Attendance{}}
	for _, a := range rows {
		if a.Contact != "" {
			l.rows[a.Contact] = append(l.rows[a.Contact], a)
		}
	}
	return l, nil
}

// add puts a contact on the list of a day, unsaved; the day is empty for the event as a whole.
func (l *roll) add(contact string, day data.Date) *data.Attendance {
	a := &data.Attendance{Event: l.event.ID, Contact: contact, Day: day}
	a.ID, a.Owner = newID(), l.event.Owner
	if l.event.Mode != "hybrid" {
		a.Mode = l.event.Mode
	}
	l.rows[contact] = append(l.rows[contact], a)
	return a
}

// main is a contact's row for the event as a whole, else the first.
func (l *roll) main(contact string) *data.Attendance {
	rows := l.rows[contact]
	if i := slices.IndexFunc(rows, func(a *data.Attendance) bool { return a.Day == "" }); i >= 0 {
		return rows[i]
	}
	if len(rows) > 0 {
		return rows[0]
	}
	return nil
}

// invite puts a contact among the invited, and tells whether she was not there before.
func (l *roll) invite(contact string) (fresh bool, err error) {
	known, err := l.alive(contact)
	if err != nil || !known {
		return false, err
	}
	for _, a := range l.rows[contact] {
		if a.Invitation != "" && a.Invitation != "not_invited" {
			return false, nil
		}
	}
	a := l.main(contact)
	if a == nil {
		a = l.add(contact, "")
	}
	a.Invitation = "invited"
	return true, l.tx.Save(a)
}

// alive tells whether a contact is there and not in the trash.
func (l *roll) alive(contact string) (bool, error) {
	rec, err := l.tx.Get(data.EntityOf((*data.Contact)(nil)), contact)
	if data.HasCode(err, "record.missing") {
		return false, nil
	}
	return err == nil && rec.Head().State == data.Live, err
}

// mark notes whether a contact was there on some days, and tells whether that is a change. Without days it is the event as a
// whole: who was there has one row that says so, who was not has none.
func (l *roll) mark(contact string, days []data.Date, word, evidence string) (changed bool, err error) {
	rows := l.rows[contact]
	var marked []*data.Attendance
	switch {
	case len(days) > 0:
		for _, day := range days {
			i := slices.IndexFunc(rows, func(a *data.Attendance) bool { return a.Day == day })
			if i < 0 && word != "yes" {
				continue // who is on no list of the day has nothing to take back
			}
			if i < 0 {
				marked = append(marked, l.add(contact, day))
				continue
			}
			marked = append(marked, rows[i])
		}
	case word != "yes":
		marked = rows
	case slices.ContainsFunc(rows, func(a *data.Attendance) bool { return a.Came == "yes" }):
		return false, nil
	case len(rows) == 0:
		marked = append(marked, l.add(contact, ""))
	default:
		marked = append(marked, l.main(contact))
	}
	for _, a := range marked {
		note := a.Evidence
		if note == "" {
			note = evidence
		}
		if a.Came == word && a.Evidence == note {
			continue
		}
		a.Came, a.Evidence, changed = word, note, true
		if err := l.tx.Save(a); err != nil {
			return changed, err
		}
	}
	return changed, nil
}
