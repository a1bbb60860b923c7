package app

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"primadesk/data"
)

// Moved is what came of moving an event.
type Moved struct {
	Done
	Days  int // by how many days, negative for earlier; 0 for an event that had no date
	Tasks int // of the checklist that are not done and now due on another day
}

// Move puts an event on another day, and with it its days, the days of its agenda, and what is due for it: all in one batch.
// Times of day stay. What is done stays with the day on which it was done. An event without a date begins on that day, at a
// time that is not known.
func (e *Events) Move(ctx context.Context, id string, to data.Date) (Moved, error) {
	var moved Moved
	if to == "" || !to.Valid() {
		return moved, data.Fail("event.day", "Value", string(to))
	}
	args := map[string]any{"Entity": "event", "Record": id}
	var err error
	moved.Done, err = e.w.Records.Write(ctx, "event.moved", args, func(tx *Tx) error {
		event, err := stored[*data.Event](tx, id)
		if err != nil {
			return err
		}
		next, days := shifted(event, to)
		moved.Days = days
		for i := range next.Checklist {
			if next.Checklist[i].Done == "" && next.Checklist[i].DueOn(to) != event.Checklist[i].DueOn(event.Start.Day()) {
				moved.Tasks++
			}
		}
		return tx.Save(next)
	})
	return moved, err
}

// shifted is a copy of an event that begins on another day.
func shifted(e *data.Event, to data.Date) (next *data.Event, days int) {
	out := *e
	from := e.Start.Day()
	if from == "" {
		out.Start = data.Wall(to)
		return &out, 0
	}
	days = int(to.Time().Sub(from.Time()).Hours() / 24)
	out.Start, out.End = shiftWall(e.Start, days), shiftWall(e.End, days)
	out.Days, out.Agenda, out.Checklist = slices.Clone(e.Days), slices.Clone(e.Agenda), slices.Clone(e.Checklist)
	for i := range out.Days {
		out.Days[i].Start, out.Days[i].End = shiftWall(out.Days[i].Start, days), shiftWall(out.Days[i].End, days)
	}
	for i := range out.Agenda {
		out.Agenda[i].Day = out.Agenda[i].Day.AddDays(days)
	}
	for i := range out.Checklist {
		if out.Checklist[i].Done == "" {
			out.Checklist[i].Due = out.Checklist[i].Due.AddDays(days)
		}
	}
	return &out, days
}

// shiftWall moves a wall time by calendar days.
func shiftWall(w data.Wall, days int) data.Wall {
	if w == "" {
		return ""
	}
	day := w.Day().AddDays(days)
	if clock := w.Clock(); clock != "" {
		return data.Wall(string(day) + "T" + clock)
	}
	return data.Wall(day)
}

// SetStatus brings an event into a state.
func (e *Events) SetStatus(ctx context.Context, id, status string) (Done, error) {
	args := map[string]any{"Entity": "event", "Record": id}
	return e.w.Records.Write(ctx, "event.status", args, func(tx *Tx) error {
		event, err := stored[*data.Event](tx, id)
		if err != nil {
			return err
		}
		next := *event
		next.Status = status
		return tx.Save(&next)
	})
}

// Duplicate makes a new event of an event: its plan, agenda and checklist, to be held on another day, or with an empty day
// without a date. It gets the organiser's next number and is planned; who came, what happened, what proves it, what was
// spent and what is done belong to the event that was.
func (e *Events) Duplicate(ctx context.Context, id string, day data.Date) (*data.Event, Done, error) {
	if !day.Valid() {
		return nil, Done{}, data.Fail("event.day", "Value", string(day))
	}
	rec, err := e.w.Records.Get(ctx, data.EntityOf((*data.Event)(nil)), id)
	if err != nil {
		return nil, Done{}, err
	}
	next := copied(rec.(*data.Event), day)
	if next.Number, err = e.NextNumber(ctx, next.Organiser); err != nil {
		return nil, Done{}, err
	}
	args := map[string]any{"Entity": "event", "Record": next.ID}
	done, err := e.w.Records.Write(ctx, "event.duplicated", args, func(tx *Tx) error { return tx.Save(next) })
	return next, done, err
}

// copied is a new event like e.
func copied(e *data.Event, day data.Date) *data.Event {
	var next data.Event
	if day != "" {
		moved, _ := shifted(e, day)
		next = *moved
	} else {
		next = *e
		next.Start, next.End, next.Days = "", "", nil
		next.Agenda, next.Checklist = slices.Clone(e.Agenda), slices.Clone(e.Checklist)
		for i := range next.Agenda {
			next.Agenda[i].Day = ""
		}
	}
	next.Meta = data.Meta{ID: newID(), Owner: e.Owner}
	next.Status, next.Website, next.OnlineLink = "planned", "", ""
	next.Account, next.Replies, next.Satisfaction = data.Texts{}, nil, nil
	next.Budget = slices.Clone(e.Budget)
	for i := range next.Budget {
		next.Budget[i].ID, next.Budget[i].Spent = newID(), nil
	}
	for i := range next.Days {
		next.Days[i].ID = newID()
	}
	for i := range next.Agenda {
		next.Agenda[i].ID = newID()
	}
	for i := range next.Checklist {
		undone(&next.Checklist[i], &e.Checklist[i], e.Start.Day(), day)
	}
	return &next
}

// undone makes an item of the checklist before one that is to be done. An own day becomes the days from the event where
// those are known, so that it has a day again as soon as the event has.
func undone(item, before *data.ChecklistItem, was, day data.Date) {
	item.ID, item.Done = newID(), ""
	if before.Due == "" {
		return
	}
	item.Due = ""
	switch {
	case before.Offset != nil:
	case was != "":
		offset := int(before.Due.Time().Sub(was.Time()).Hours() / 24)
		item.Offset, item.Phase = &offset, phaseOf(offset)
	case day != "":
		item.Due = before.Due
	}
}

// NextNumber is the number after the highest that a partner has given to an event: its code and two digits at least. Gaps are
// not filled, so that the number of an event that was deleted does not come to stand for another. Empty where the
// partner has no code.
func (e *Events) NextNumber(ctx context.Context, partner string) (string, error) {
	if partner == "" {
		return "", nil
	}
	rec, err := e.w.Records.Get(ctx, data.EntityOf((*data.Partner)(nil)), partner)
	if data.HasCode(err, "record.missing") {
		return "", nil
	}
	if err != nil {
		return "", err
	}
	q := Query{Entity: "event", Where: []Cond{Where("organiser", "=", partner)}}
	ids, err := e.w.Records.IDs(ctx, q)
	if err != nil {
		return "", err
	}
	recs, err := e.w.Records.Many(ctx, data.EntityOf((*data.Event)(nil)), ids)
	var used []string
	for _, x := range recs {
		used = append(used, x.(*data.Event).Number)
	}
	return nextNumber(rec.(*data.Partner).Code, used), err
}

func nextNumber(code string, used []string) string {
	if code == "" {
		return ""
	}
	highest := 0
	for _, number := range used {
		digits, ours := strings.CutPrefix(number, code+"-")
		if n, err := strconv.Atoi(digits); ours && err == nil {
			highest = max(highest, n)
		}
	}
	return fmt.Sprintf("%s-%02d", code, highest+1)
}
