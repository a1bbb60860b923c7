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
	if isCode(err, "record.missing") {
		return false, nil
	}
	return err == nil && rec.Head().State == data.Live, err
}

// came notes whether a contact was there on a day, and tells whether that is a change.
func (l *roll) came(contact string, day data.Date, word, evidence string) (bool, error) {
	rows := l.rows[contact]
	i := slices.IndexFunc(rows, func(a *data.Attendance) bool { return a.Day == day })
	var a *data.Attendance
	switch {
	case i >= 0:
		a = rows[i]
	case word != "yes":
		return false, nil // who is on no list of the day has nothing to take back
	default:
		a = l.add(contact, day)
	}
	if a.Evidence != "" {
		evidence = a.Evidence
	}
	if a.Came == word && a.Evidence == evidence {
		return false, nil
	}
	a.Came, a.Evidence = word, evidence
	return true, l.tx.Save(a)
}
