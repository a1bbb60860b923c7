package store

import (
	"context"
	"encoding/json"

	"primadesk/data"
)

// Reach is how often an organisation was reached, and by what. What reached several of its people by one channel on one
// day, such as a mailing or an event, reached it once.
type Reach struct {
	People  int            // its contacts
	Invited int            // events that its people were invited to
	Came    int            // events that its people came to
	Times   int            // the sum of By
	By      map[string]int // by word of data.Channel; an event that its people came to counts as "event"
	Last    data.Date      // when last; empty where it never was, or nobody knows when
}

// withPeople begins a query over some organisations (a JSON array of ids) and their people.
const withPeople = `WITH org(id) AS (SELECT value FROM json_each(?)),
person(org, id) AS (SELECT org.id, c.id FROM org CROSS JOIN contacts c ON c."organisation" = org.id AND c.state = 'live')
`

// withTouches adds the days on which they were reached, by channel. UNION leaves each of them once. An event without a
// date stands for a day of its own. The plus before came, here and below, keeps SQLite from looking through all who came
// to anything, for each person again.
const withTouches = withPeople + `, touch(org, day, channel) AS (
SELECT org.id, e."date", e."channel" FROM org CROSS JOIN engagements e ON e."organisation" = org.id AND e.state = 'live'
UNION
SELECT p.org, e."date", e."channel" FROM person p CROSS JOIN engagements e ON e."contact" = p.id AND e.state = 'live'
WHERE e."organisation" = '' OR e."organisation" = p.org
UNION
SELECT p.org, CASE v."start" WHEN '' THEN v.id ELSE substr(v."start", 1, 10) END, 'event'
FROM person p CROSS JOIN attendance a ON a."contact" = p.id AND a.state = 'live' AND +a."came" = 'yes'
CROSS JOIN events v ON v.id = a."event" AND v.state = 'live')
`

// asked is the condition that an attendance says of somebody that she was invited.
const asked = `(a."invitation" <> '' AND a."invitation" <> 'not_invited')`

// The kinds of figures that the query of Reach gives.
const (
	figurePeople  = "people"
	figureTouched = "touched"
	figureInvited = "invited"
	figureCame    = "came"
)

// reachFigures are all figures at once: an organisation, the kind, a channel, a number, a day.
const reachFigures = withTouches + `SELECT org, '` + figurePeople + `', '', count(*), '' FROM person GROUP BY org
UNION ALL SELECT org, '` + figureTouched + `', channel, count(*), max(CASE length(day) WHEN 10 THEN day ELSE '' END) FROM touch GROUP BY org, channel
UNION ALL SELECT p.org, '` + figureInvited + `', '', count(DISTINCT a."event"), '' FROM person p
CROSS JOIN attendance a ON a."contact" = p.id AND a.state = 'live' AND ` + asked + ` GROUP BY p.org
UNION ALL SELECT p.org, '` + figureCame + `', '', count(DISTINCT a."event"), '' FROM person p
CROSS JOIN attendance a ON a."contact" = p.id AND a.state = 'live' AND +a."came" = 'yes' GROUP BY p.org`

// Reach tells of some organisations how often they were reached: one query, however many they are. Each of them has an
// entry, also one that was never reached.
func (r *Reader) Reach(organisations []string) (map[string]Reach, error) {
	out := make(map[string]Reach, len(organisations))
	if len(organisations) == 0 {
		return out, nil
	}
	list, err := json.Marshal(organisations)
	if err != nil {
		return nil, err
	}
	for _, id := range organisations {
		out[id] = Reach{By: map[string]int{}}
	}
	rows, err := r.db.Raw(reachFigures, string(list)).Rows()
	if err != nil {
		return nil, failure(err)
	}
	defer rows.Close()
	for rows.Next() {
		var id, kind, channel string
		var n int
		var day data.Date
		if err := rows.Scan(&id, &kind, &channel, &n, &day); err != nil {
			return nil, failure(err)
		}
		reach := out[id]
		reach.take(kind, channel, n, day)
		out[id] = reach
	}
	return out, failure(rows.Err())
}

func (r *Reach) take(kind, channel string, n int, day data.Date) {
	switch kind {
	case figurePeople:
		r.People = n
	case figureInvited:
		r.Invited = n
	case figureCame:
		r.Came = n
	case figureTouched:
		r.Times, r.By[channel], r.Last = r.Times+n, n, max(r.Last, day)
	}
}

// EngagementsOf gives the log of an organisation, the newest first and at most some: what names it, and what names one of
// its people and no other organisation.
func (r *Reader) EngagementsOf(organisation string, most int) ([]*data.Engagement, error) {
	l, err := r.layoutNamed("engagement")
	if err != nil {
		return nil, err
	}
	found, err := r.find(l, `WHERE state = 'live' AND id IN (SELECT id FROM engagements WHERE "organisation" = ?
UNION SELECT e.id FROM contacts c CROSS JOIN engagements e ON e."contact" = c.id AND +e."organisation" = ''
WHERE c."organisation" = ? AND c.state = 'live') ORDER BY +"date" DESC, id DESC LIMIT ?`, organisation, organisation, most)
	out := make([]*data.Engagement, len(found))
	for i, rec := range found {
		out[i] = rec.(*data.Engagement)
	}
	return out, err
}

// EventReach is one event with how many people of an organisation were invited to it and came.
type EventReach struct {
	Event         *data.Event
	Invited, Came int
}

// EventsOf gives the events that people of an organisation were invited to or came to: those without a date first, since
// something is to be done there, then the newest first; at most some.
func (r *Reader) EventsOf(organisation string, most int) ([]EventReach, error) {
	rows, err := r.db.Raw(`SELECT v.id, count(DISTINCT CASE WHEN `+asked+` THEN a."contact" END), count(DISTINCT CASE a."came" WHEN 'yes' THEN a."contact" END)
FROM contacts c CROSS JOIN attendance a ON a."contact" = c.id AND a.state = 'live' AND (`+asked+` OR +a."came" = 'yes')
CROSS JOIN events v ON v.id = a."event" AND v.state = 'live'
WHERE c."organisation" = ? AND c.state = 'live' GROUP BY v.id ORDER BY v."start" <> '', v."start" DESC, v.id LIMIT ?`, organisation, most).Rows()
	if err != nil {
		return nil, failure(err)
	}
	defer rows.Close()
	var ids []string
	reach := map[string]EventReach{}
	for rows.Next() {
		var id string
		var e EventReach
		if err := rows.Scan(&id, &e.Invited, &e.Came); err != nil {
			return nil, failure(err)
		}
		ids, reach[id] = append(ids, id), e
	}
	if err := rows.Err(); err != nil {
		return nil, failure(err)
	}
	events, err := r.Many("event", ids)
	var out []EventReach
	for _, rec := range events {
		e := reach[rec.Head().ID]
		e.Event = rec.(*data.Event)
		out = append(out, e)
	}
	return out, err
}

// Reach is Reader.Reach in a transaction of its own.
func (s *Store) Reach(ctx context.Context, organisations []string) (map[string]Reach, error) {
	return readOnce(ctx, s, func(r *Reader) (map[string]Reach, error) { return r.Reach(organisations) })
}
