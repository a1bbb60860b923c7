package store

import (
	"slices"
	"strings"

	"primadesk/data"
)

// Who came to the events of a project is a million rows where it is long, and a report counts them all. A row of a query costs the
// driver ten times what SQLite spends on it, so that SQLite hands out one row an event, with everybody in it: between two people
// stands a record separator, between the columns of one a unit separator. Most people have nothing but an id there.
const (
	unitSeparator   = "\x1f"
	recordSeparator = "\x1e"
)

// The plus keeps SQLite from taking the index by came, which nearly every row has.
const presenceQuery = `SELECT "event", group_concat(
	CASE WHEN "day" = '' AND gender = '' AND age_band = '' AND country = '' AND "group" = '' THEN contact
	ELSE contact || char(31) || "day" || char(31) || gender || char(31) || age_band || char(31) || country || char(31) || "group" || char(31) || id END,
	char(30))
FROM attendance
WHERE "event" IN (SELECT id FROM events WHERE project = ? AND state = 'live') AND +state = 'live' AND +came = 'yes' AND +contact <> ''
GROUP BY "event"`

const presenceOfOne = `SELECT contact, "day", gender, age_band, country, "group", id FROM attendance
WHERE "event" = ? AND +state = 'live' AND +came = 'yes' AND +contact <> ''`

// Presences calls each for every event of a project to which named people came, with their attendance: contact, day and what is
// counted of them, and the id where it is needed to tell which of two rows of a person is the first. The rows are used again for the
// next event, so that each keeps none.
func (r *Reader) Presences(project string, each func(event string, came []*data.Attendance)) error {
	rows, err := r.db.Raw(presenceQuery, project).Rows()
	if err != nil {
		return failure(err)
	}
	defer rows.Close()
	var list presences
	var unclear []string
	for rows.Next() {
		var event, people string
		if err := rows.Scan(&event, &people); err != nil {
			return failure(err)
		}
		if list.read(people) {
			each(event, slices.Clip(list.rows)) // whoever appends to them must not write into the next event's
		} else {
			unclear = append(unclear, event)
		}
	}
	if err := rows.Err(); err != nil {
		return failure(err)
	}
	for _, event := range unclear {
		came, err := r.presencesOf(event)
		if err != nil {
			return err
		}
		each(event, came)
	}
	return nil
}

// presencesOf reads one event row by row.
func (r *Reader) presencesOf(event string) ([]*data.Attendance, error) {
	rows, err := r.db.Raw(presenceOfOne, event).Rows()
	if err != nil {
		return nil, failure(err)
	}
	defer rows.Close()
	var list []*data.Attendance
	for rows.Next() {
		a := &data.Attendance{Came: "yes"}
		if err := rows.Scan(&a.Contact, &a.Day, &a.Gender, &a.AgeBand, &a.Country, &a.Group, &a.ID); err != nil {
			return nil, failure(err)
		}
		list = append(list, a)
	}
	return list, failure(rows.Err())
}

// presences are the people of one event, in memory that serves for all.
type presences struct {
	slab []data.Attendance
	rows []*data.Attendance
}

// fieldsOfPresence are those of somebody of whom more is known than who she is.
const fieldsOfPresence = 7

// read takes an event's people apart; false means that they have to be read one by one: somebody is there twice, and only one of the
// rows says which of them is the first, or a text holds a separator.
func (p *presences) read(people string) bool {
	n := strings.Count(people, recordSeparator) + 1
	if cap(p.slab) < n {
		p.slab = make([]data.Attendance, n)
		p.rows = make([]*data.Attendance, n)
		for i := range p.slab {
			p.rows[i] = &p.slab[i]
		}
	}
	p.slab, p.rows = p.slab[:n], p.rows[:n]
	known := 0
	for i := range n {
		one, rest, _ := strings.Cut(people, recordSeparator)
		people = rest
		a := &p.slab[i]
		*a = data.Attendance{Came: "yes", Contact: one}
		if strings.Contains(one, unitSeparator) {
			if !fill(a, one) {
				return false
			}
			known++
		}
	}
	return known == 0 || known == n || !p.twice()
}

func fill(a *data.Attendance, one string) bool {
	if strings.Count(one, unitSeparator) != fieldsOfPresence-1 {
		return false
	}
	next := func() (field string) {
		field, one, _ = strings.Cut(one, unitSeparator)
		return field
	}
	a.Contact, a.Day, a.Gender, a.AgeBand = next(), data.Date(next()), next(), next()
	a.Country, a.Group, a.ID = next(), next(), next()
	return true
}

// twice tells whether somebody has several rows. Where no row says more than who came, or all have their ids, it makes no difference.
func (p *presences) twice() bool {
	met := make(map[string]bool, len(p.rows))
	for _, a := range p.rows {
		if met[a.Contact] {
			return true
		}
		met[a.Contact] = true
	}
	return false
}

// Known gives what every contact who came to anything, live or in the trash, says of a participant, for what the attendance itself does not say: by
// contact, without what her organisation adds.
func (r *Reader) Known() (map[string]data.Facts, error) {
	rows, err := r.db.Raw(`SELECT id, gender, country, organisation FROM contacts
		WHERE id IN (SELECT contact FROM attendance WHERE came = 'yes')`).Rows()
	if err != nil {
		return nil, failure(err)
	}
	defer rows.Close()
	known := map[string]data.Facts{}
	for rows.Next() {
		var id string
		var f data.Facts
		if err := rows.Scan(&id, &f.Gender, &f.Country, &f.Organisation); err != nil {
			return nil, failure(err)
		}
		known[id] = f
	}
	return known, failure(rows.Err())
}
