package bulletin

import (
	"cmp"
	"slices"
	"strings"

	"primadesk/data"
)

// Issue is an issue of the newsletter with the records that it speaks of. They are only read.
type Issue struct {
	Bulletin *data.Bulletin
	Project  *data.Project
	// Partners of the consortium, in any order.
	Partners []*data.Partner
	// Logos of partners by their id: PNG or JPEG.
	Logos map[string][]byte
	// Events are those of the project, in any order; the issue takes those that it names.
	Events []*data.Event
	// Takeaways of the project, in any order.
	Takeaways []*data.Takeaway
}

// land is a stretch of the issue about one country, in the editor's order.
type land struct {
	country  string
	meetings []*meeting
	// shared was learned at several of its events.
	shared []*data.Takeaway
}

// meeting is an event with what was learned there alone.
type meeting struct {
	*data.Event
	lessons []*data.Takeaway
}

// chosen are the events that the issue tells of, in the editor's order, each once. One that is not there is passed over.
func (i *Issue) chosen() []*data.Event {
	rows := slices.Clone(i.Bulletin.Events)
	slices.SortStableFunc(rows, func(a, b data.BulletinEvent) int {
		return cmp.Or(strings.Compare(a.Order, b.Order), strings.Compare(a.ID, b.ID))
	})
	var list []*data.Event
	for _, row := range rows {
		at := slices.IndexFunc(i.Events, func(e *data.Event) bool { return e.ID == row.Event })
		if at >= 0 && !slices.Contains(list, i.Events[at]) {
			list = append(list, i.Events[at])
		}
	}
	return list
}

// gone tells whether the issue names an event that is not there any more.
func (i *Issue) gone() bool {
	return slices.ContainsFunc(i.Bulletin.Events, func(row data.BulletinEvent) bool {
		return !slices.ContainsFunc(i.Events, func(e *data.Event) bool { return e.ID == row.Event })
	})
}

// lands parts the chosen events by country, as long as those of a country stand together. What was learned at several events
// stands once: with the first country, behind the last of its events there. What is internal stays inside.
func (i *Issue) lands() []*land {
	var lands []*land
	at := map[string]int{} // event → its land
	for _, e := range i.chosen() {
		if n := len(lands); n == 0 || lands[n-1].country != e.Country {
			lands = append(lands, &land{country: e.Country})
		}
		l := lands[len(lands)-1]
		l.meetings = append(l.meetings, &meeting{Event: e})
		at[e.ID] = len(lands) - 1
	}
	for _, t := range i.lessons() {
		first := len(lands)
		for _, event := range t.Events {
			if n, ok := at[event]; ok {
				first = min(first, n)
			}
		}
		if first < len(lands) {
			lands[first].learn(t)
		}
	}
	return lands
}

// learn puts a takeaway behind the one event of the land that it is from, or behind all.
func (l *land) learn(t *data.Takeaway) {
	var only *meeting
	n := 0
	for _, m := range l.meetings {
		if t.Events.Has(m.ID) {
			only = m
			n++
		}
	}
	if n == 1 {
		only.lessons = append(only.lessons, t)
		return
	}
	l.shared = append(l.shared, t)
}

// lessons are what may leave the workspace, in order.
func (i *Issue) lessons() []*data.Takeaway {
	list := slices.DeleteFunc(slices.Clone(i.Takeaways), func(t *data.Takeaway) bool { return t.Visibility == "internal" })
	slices.SortFunc(list, func(a, b *data.Takeaway) int {
		return cmp.Or(strings.Compare(a.Order, b.Order), strings.Compare(a.ID, b.ID))
	})
	return list
}

// consortium are the partners, the coordinator first, then by name.
func (i *Issue) consortium(compare func(a, b string) int) []*data.Partner {
	list := slices.Clone(i.Partners)
	first := func(p *data.Partner) int {
		if p.Role == "coordinator" {
			return 0
		}
		return 1
	}
	slices.SortFunc(list, func(a, b *data.Partner) int {
		return cmp.Or(first(a)-first(b), compare(a.Title(""), b.Title("")), strings.Compare(a.ID, b.ID))
	})
	return list
}

// account is the text that tells of an event: what happened; before that is written, what is planned.
func account(e *data.Event) (text *data.Texts, field string) {
	if e.Account.Empty() && !e.Description.Empty() {
		return &e.Description, "description"
	}
	return &e.Account, "account"
}
