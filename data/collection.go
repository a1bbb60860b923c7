package data

import "strconv"

// Collection is what a partner was asked for of a reporting period, and how far it is: the manager's own record of the
// compiling of reports, which no deliverable shows.
type Collection struct {
	Meta
	Project   string
	Partner   string
	Period    *int
	Asked     Date
	Due       Date
	Reminders Rows[Reminder]
	Received  Date
	Checked   Date
	Notes     string
}

// Reminder is one that a partner was sent.
type Reminder struct {
	Element
	Date    Date   `json:"date,omitempty"`
	Channel string `json:"channel,omitempty"`
}

var reminderShape = &Shape{Name: "reminder", Columns: []Column{
	orderColumn(at(func(r *Reminder) any { return &r.Order })),
	{ID: "date", Kind: KindDate, Required: true, Width: 12, at: at(func(r *Reminder) any { return &r.Date })},
	{ID: "channel", Kind: KindEnum, Enum: Channel, Width: 12, at: at(func(r *Reminder) any { return &r.Channel })},
}}

var collections = entity[Collection]("collection", "collections", "collections", true,
	projectColumn(func(c *Collection) any { return &c.Project }),
	Column{ID: "partner", Kind: KindRef, Ref: "partner", Required: true, Sort: true, Filter: true, Width: 20, at: at(func(c *Collection) any { return &c.Partner })},
	Column{ID: "period", Kind: KindInt, Required: true, Sort: true, Filter: true, Width: 8, at: at(func(c *Collection) any { return &c.Period })},
	Column{ID: "asked", Kind: KindDate, Sort: true, Filter: true, Width: 12, at: at(func(c *Collection) any { return &c.Asked })},
	Column{ID: "due", Kind: KindDate, Sort: true, Filter: true, Width: 12, at: at(func(c *Collection) any { return &c.Due })},
	Column{ID: "reminders", Kind: KindRows, Rows: reminderShape, at: at(func(c *Collection) any { return &c.Reminders })},
	Column{ID: "received", Kind: KindDate, Sort: true, Filter: true, Width: 12, at: at(func(c *Collection) any { return &c.Received })},
	Column{ID: "checked", Kind: KindDate, Sort: true, Filter: true, Width: 12, at: at(func(c *Collection) any { return &c.Checked })},
	Column{ID: "notes", Kind: KindLong, Privacy: Personal, Search: true, Width: 40, at: at(func(c *Collection) any { return &c.Notes })},
)

// Title is the period; whose it is, the partner's record says.
func (c *Collection) Title(string) string {
	if c.Period == nil {
		return ""
	}
	return "P" + strconv.Itoa(*c.Period)
}

// Check wants the days in their order, and a period number from 1.
func (c *Collection) Check(ps *Problems) {
	ps.order("due", c.Asked, c.Due)
	ps.order("checked", c.Received, c.Checked)
	if c.Period != nil && *c.Period < 1 {
		ps.Reject("period", "number.positive")
	}
}

// CollectionState are the words for how far a collection is.
var CollectionState = enum("collection_state", "not_asked", "asked", "reminded", "late", "received", "queried", "checked")

// State is how far it is on a day; open tells how many queries the partner has not answered yet.
func (c *Collection) State(open int, today Date) string {
	switch {
	case c.Checked != "" && open == 0:
		return "checked"
	case c.Received != "" && open > 0:
		return "queried"
	case c.Received != "":
		return "received"
	case c.Asked == "":
		return "not_asked"
	case c.Due != "" && c.Due < today:
		return "late"
	case len(c.Reminders) > 0:
		return "reminded"
	}
	return "asked"
}

// PartnerQuery is a question to a partner about what it reported.
type PartnerQuery struct {
	Meta
	Project  string
	Partner  string
	Period   *int
	Event    string // that it is about
	Question string
	Asked    Date
	Due      Date
	Answer   string
	Answered Date
}

var partnerQueries = entity[PartnerQuery]("query", "queries", "partner_queries", true,
	projectColumn(func(q *PartnerQuery) any { return &q.Project }),
	Column{ID: "partner", Kind: KindRef, Ref: "partner", Required: true, Sort: true, Filter: true, Width: 20, at: at(func(q *PartnerQuery) any { return &q.Partner })},
	Column{ID: "period", Kind: KindInt, Required: true, Sort: true, Filter: true, Width: 8, at: at(func(q *PartnerQuery) any { return &q.Period })},
	Column{ID: "event", Kind: KindRef, Ref: "event", Sort: true, Filter: true, Width: 20, at: at(func(q *PartnerQuery) any { return &q.Event })},
	Column{ID: "question", Kind: KindLong, Privacy: Personal, Required: true, Search: true, Sort: true, Width: 40, at: at(func(q *PartnerQuery) any { return &q.Question })},
	Column{ID: "asked", Kind: KindDate, Sort: true, Filter: true, Width: 12, at: at(func(q *PartnerQuery) any { return &q.Asked })},
	Column{ID: "due", Kind: KindDate, Sort: true, Filter: true, Width: 12, at: at(func(q *PartnerQuery) any { return &q.Due })},
	Column{ID: "answer", Kind: KindLong, Privacy: Personal, Search: true, Width: 40, at: at(func(q *PartnerQuery) any { return &q.Answer })},
	Column{ID: "answered", Kind: KindDate, Sort: true, Filter: true, Width: 12, at: at(func(q *PartnerQuery) any { return &q.Answered })},
)

// Title is the question.
func (q *PartnerQuery) Title(string) string { return q.Question }

// Check wants the days in their order.
func (q *PartnerQuery) Check(ps *Problems) {
	ps.order("due", q.Asked, q.Due)
	ps.order("answered", q.Asked, q.Answered)
	if q.Period != nil && *q.Period < 1 {
		ps.Reject("period", "number.positive")
	}
}

// Open tells whether the partner still owes an answer.
func (q *PartnerQuery) Open() bool { return q.Answered == "" }

// Standing is where a partner stands with a reporting period. Where it was never asked, Collection is nil.
type Standing struct {
	Partner    *Partner
	Period     int
	Collection *Collection
	Open       int // queries that it has not answered
	Missing    int // points that an officer would still ask for, about its events
	State      string
}

// StandingsOf gives a line for each partner of a period, in the order of the partners. Associated partners report nothing, and
// have a line only where they were asked. missing counts the findings by partner.
func StandingsOf(partners []*Partner, period int, collections []*Collection, queries []*PartnerQuery, missing map[string]int, today Date) []Standing {
	var out []Standing
	for _, p := range partners {
		s := Standing{Partner: p, Period: period, Missing: missing[p.ID], State: "not_asked"}
		for _, c := range collections {
			// The latest of several, which laptops that never met may have begun.
			if c.Partner == p.ID && c.Period != nil && *c.Period == period && (s.Collection == nil || c.ID > s.Collection.ID) {
				s.Collection = c
			}
		}
		for _, q := range queries {
			if q.Partner == p.ID && q.Period != nil && *q.Period == period && q.Open() {
				s.Open++
			}
		}
		if s.Collection != nil {
			s.State = s.Collection.State(s.Open, today)
		} else if p.Role == "associated_partner" {
			continue
		}
		out = append(out, s)
	}
	return out
}

// MissingBy counts findings about events by the partner that organised them.
func MissingBy(found []Finding, organiser func(event string) string) map[string]int {
	n := map[string]int{}
	for _, f := range found {
		if f.Entity == "event" {
			if partner := organiser(f.Record); partner != "" {
				n[partner]++
			}
		}
	}
	return n
}
