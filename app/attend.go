package app

import (
	"context"
	"slices"
	"strings"

	"primadesk/data"
)

// Attendances note who was at an event.
type Attendances struct{ w *Workspace }

// DaysOf are the days of an event of several days, in order; none of an event of one day, or without a date. They are those
// of its parts; where these name only one, such as the day that has another venue, all from its start to its end.
func DaysOf(e *data.Event) []data.Date {
	var days []data.Date
	for i := range e.Days {
		if d := e.Days[i].Start.Day(); d != "" {
			days = append(days, d)
		}
	}
	slices.Sort(days)
	if days = slices.Compact(days); len(days) < 2 {
		days = stretch(e.Start.Day(), e.End.Day())
	}
	if len(days) < 2 {
		return nil
	}
	return days
}

// stretch are the days from one to another.
func stretch(from, to data.Date) []data.Date {
	const most = 31 // a longer stretch is a series, whose days are named one by one
	var days []data.Date
	for d := from; from != "" && d <= to && len(days) < most; d = d.AddDays(1) {
		days = append(days, d)
	}
	return days
}

// CameParams say who was there.
type CameParams struct {
	Event    string
	Days     []data.Date // of an event of several days; none: the event as a whole
	Contacts []string
	Came     string // a word of data.Came
	Evidence string // a word of data.AttendanceEvidence for those who have none yet; may be empty
}

// Mark notes whether people were there, as one batch. Who is not on the list yet is put there. It tells for how many that
// was a change.
func (s *Attendances) Mark(ctx context.Context, p CameParams) (done Done, changed int, err error) {
	args := map[string]any{"Entity": "event", "Record": p.Event}
	done, err = s.w.Records.Write(ctx, "came", args, func(tx *Tx) error {
		changed = 0
		list, err := newRoll(tx, p.Event)
		if err != nil {
			return err
		}
		for _, contact := range p.Contacts {
			fresh, err := list.mark(contact, p.Days, p.Came, p.Evidence)
			if err != nil {
				return err
			}
			if fresh {
				changed++
			}
		}
		return nil
	})
	return done, changed, err
}

// WalkInParams is somebody new who came without having been invited.
type WalkInParams struct {
	Event        string
	Days         []data.Date // none: the event as a whole
	Name         string
	Organisation string // id; may be empty
	Evidence     string
}

// WalkIn makes a contact and puts her on the list as present, as one batch. It gives the contact's id.
func (s *Attendances) WalkIn(ctx context.Context, p WalkInParams) (contact string, done Done, err error) {
	c := &data.Contact{Organisation: p.Organisation}
	c.GivenName, c.FamilyName = partName(p.Name)
	c.ID = newID()
	done, err = s.w.Records.Write(ctx, "walk_in", map[string]any{"Entity": "contact", "Record": c.ID}, func(tx *Tx) error {
		list, err := newRoll(tx, p.Event)
		if err != nil {
			return err
		}
		c.Owner = list.event.Owner
		if err := tx.Save(c); err != nil {
			return err
		}
		days := p.Days
		if len(days) == 0 {
			days = []data.Date{""}
		}
		for _, day := range days {
			row := list.add(c.ID, day)
			row.Came, row.WalkIn, row.Evidence = "yes", true, p.Evidence
			if err := tx.Save(row); err != nil {
				return err
			}
		}
		return nil
	})
	return c.ID, done, err
}

// partName takes the last word of a name for the family's.
func partName(name string) (given, family string) {
	words := strings.Fields(name)
	if len(words) == 0 {
		return "", ""
	}
	last := len(words) - 1
	return strings.Join(words[:last], " "), words[last]
}

// TakeOff takes people off an event's list, with all their days, as one batch.
func (s *Attendances) TakeOff(ctx context.Context, event string, contacts ...string) (Done, error) {
	return s.w.Records.Write(ctx, "taken_off", map[string]any{"Entity": "event", "Record": event}, func(tx *Tx) error {
		list, err := newRoll(tx, event)
		if err != nil {
			return err
		}
		for _, contact := range contacts {
			for _, a := range list.rows[contact] {
				if err := tx.Trash(data.EntityOf(a), a.ID); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

// ConsentParams is a consent that was ticked on paper, or its box emptied again.
type ConsentParams struct {
	Contact  string
	Purpose  string // a word of data.Purpose
	Given    bool
	Date     data.Date // of the paper: the event's day
	Evidence string    // the record of the scanned list; may be empty
	Language string    // of the notice that was signed; may be empty
}

// Consent notes a consent given on paper, or takes it back: one that was noted for the same day goes, as it was a slip; an
// older one is withdrawn today. What stands already is left as it is. A paper that is older than a withdrawal is refused:
// consent.later.
func (s *Attendances) Consent(ctx context.Context, p ConsentParams) (Done, error) {
	return s.w.Records.Write(ctx, "consent", map[string]any{"Entity": "contact", "Record": p.Contact}, func(tx *Tx) error {
		rec, err := tx.Get(data.EntityOf((*data.Contact)(nil)), p.Contact)
		if err != nil {
			return err
		}
		c := rec.(*data.Contact)
		if (c.ConsentFor(p.Purpose) == data.Consented) == p.Given {
			return nil
		}
		c.Consents = slices.Clone(c.Consents)
		if p.Given {
			k := data.Consent{Purpose: p.Purpose, Date: p.Date, Given: "paper", Evidence: p.Evidence, NoticeLanguage: p.Language}
			k.ID, k.Order = newID(), lastOrder(&c.Consents)
			c.Consents = append(c.Consents, k)
			if c.ConsentFor(p.Purpose) != data.Consented {
				return data.Fail("consent.later", "Name", c.Title(s.w.store.Lang()))
			}
		} else {
			s.unconsent(c, p)
		}
		if p.Purpose == "photographs" {
			c.PhotoConsent = ""
			if c.ConsentFor(p.Purpose) == data.Consented {
				c.PhotoConsent = "yes"
			}
		}
		return tx.Save(c)
	})
}

func (s *Attendances) unconsent(c *data.Contact, p ConsentParams) {
	slip := func(k data.Consent) bool {
		return k.Purpose == p.Purpose && k.Date == p.Date && k.Given == "paper" && k.Withdrawn == ""
	}
	if c.Consents = slices.DeleteFunc(c.Consents, slip); c.ConsentFor(p.Purpose) != data.Consented {
		return
	}
	for i := range c.Consents {
		if k := &c.Consents[i]; k.Purpose == p.Purpose && k.Withdrawn == "" {
			k.Withdrawn = max(s.w.Today(), k.Date)
		}
	}
}

// lastOrder is an order key after all of a list.
func lastOrder(list data.List) string {
	last := ""
	for i := range list.Len() {
		last = max(last, list.Row(i).Elem().Order)
	}
	return data.Between(last, "")
}
