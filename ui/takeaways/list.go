package takeaways

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"primadesk/app"
	"primadesk/assets/i18n"
	"primadesk/data"
)

// The views: how the cards are grouped, and the board of follow-ups.
const (
	byCountry  = "country"
	byTheme    = "theme"
	byKind     = "kind"
	byGroup    = "target_group"
	byFollowUp = "follow_up"
)

// views are all of them, in the order in which they are offered.
var views = []string{byCountry, byTheme, byKind, byGroup, byFollowUp}

// wanted is what the list is asked for.
type wanted struct {
	view, search string
	filters      map[string]string // a value a filter's id
}

// narrowed tells whether it asks for less than everything.
func (w wanted) narrowed() bool { return w.search != "" || len(w.filters) > 0 }

// group is a part of the list, under one heading.
type group struct {
	heading string
	ordered bool // its order is that of the takeaways, and can be changed
	list    []*data.Takeaway
	rank    string // by which groups are sorted
}

// answer is all that the screen shows of the takeaways. There are as many as people wrote by hand: some hundreds.
type answer struct {
	groups    []group
	list      []*data.Takeaway // each once, those with a follow-up alone on the board
	all       int              // takeaways there are in all
	events    int              // that they come from
	followUps int              // that are open
}

// entity is that of the screen's records.
func entity() *data.Entity { return data.EntityOf((*data.Takeaway)(nil)) }

// readAnswer reads it, off the UI's goroutine.
func readAnswer(ctx context.Context, w *app.Workspace, want wanted, b *book) (*answer, error) {
	a := &answer{}
	recs, err := w.Records.All(ctx, want.query(b))
	if err != nil {
		return nil, err
	}
	for _, rec := range recs {
		if t := rec.(*data.Takeaway); want.fits(t) {
			a.list = append(a.list, t)
		}
	}
	always := b.always()
	if a.all, err = w.Records.Count(ctx, app.Query{Entity: "takeaway", Where: always}); err != nil {
		return nil, err
	}
	if a.followUps, err = w.Records.Count(ctx, app.Query{Entity: "takeaway", Where: append(openFollowUps(), always...)}); err != nil {
		return nil, err
	}
	of, err := w.Records.Values(ctx, entity(), "events")
	a.events = len(of)
	a.groups = b.grouped(want.view, a.list)
	return a, err
}

// query asks for what the store can tell; fits does the rest.
func (w wanted) query(b *book) app.Query {
	q := app.Query{Entity: "takeaway", Search: w.search, Where: b.always()}
	for _, f := range filters {
		if value := w.filters[f.id]; value != "" && f.op != "" {
			q.Where = append(q.Where, app.Where(f.field, f.op, value))
		}
	}
	return q
}

// fits tells what no query can: how the text stands in a language, and whether something was agreed.
func (w wanted) fits(t *data.Takeaway) bool {
	if w.view == byFollowUp && !t.HasFollowUp() {
		return false
	}
	lang, state, ok := strings.Cut(w.filters[filterLanguage], ":")
	if !ok {
		return true
	}
	if state == stale {
		return t.Text.Stale(lang)
	}
	return t.Text.In[lang] == ""
}

// openFollowUps are the conditions for what was agreed and is neither done nor dropped.
func openFollowUps() []app.Cond {
	return []app.Cond{app.Where("follow_up", "not empty"), app.Where("follow_up_state", "in", "", "open", "in_progress")}
}

// grouped puts takeaways under the headings of a view. What has no word for it comes last; the takeaways of an event
// stand together, in their order.
func (b *book) grouped(view string, list []*data.Takeaway) []group {
	byKey := map[string]*group{}
	var keys []string
	for _, t := range list {
		for _, g := range b.headings(view, t) {
			key := g.rank + "\x00" + g.heading
			if byKey[key] == nil {
				byKey[key] = &g
				keys = append(keys, key)
			}
			byKey[key].list = append(byKey[key].list, t)
		}
	}
	c := b.printer.Collator()
	slices.SortFunc(keys, func(x, y string) int {
		a, d := byKey[x], byKey[y]
		return cmp.Or(cmp.Compare(lastIfEmpty(a.rank), lastIfEmpty(d.rank)), c.CompareString(a.rank, d.rank), c.CompareString(a.heading, d.heading))
	})
	out := make([]group, 0, len(keys))
	for _, key := range keys {
		g := byKey[key]
		slices.SortStableFunc(g.list, b.compare)
		out = append(out, *g)
	}
	return out
}

func lastIfEmpty(s string) int {
	if s == "" {
		return 1
	}
	return 0
}

// compare is the order of takeaways: by their events as these took place, then as somebody put them.
func (b *book) compare(x, y *data.Takeaway) int {
	return cmp.Or(cmp.Compare(b.firstDay(x), b.firstDay(y)), cmp.Compare(strings.Join(x.Events, " "), strings.Join(y.Events, " ")),
		cmp.Compare(x.Order, y.Order), cmp.Compare(x.ID, y.ID))
}

// firstDay is the day of a takeaway's earliest event; a day after all others where it has none.
func (b *book) firstDay(t *data.Takeaway) string {
	first := "9999"
	for _, id := range t.Events {
		if e := b.events[id]; e != nil && e.Start != "" {
			first = min(first, string(e.Start))
		}
	}
	return first
}

// headings are the groups that a takeaway belongs to: one, but for target groups.
func (b *book) headings(view string, t *data.Takeaway) []group {
	p := b.printer
	named := func(word, none string) group {
		if word == "" {
			return group{heading: p.T(none)}
		}
		return group{heading: i18n.Upper(word), rank: word}
	}
	switch view {
	case byTheme:
		return []group{named(b.theme(t.Theme), "takeaways.no_theme")}
	case byKind:
		return []group{named(p.Enum(data.TakeawayKind.Name, t.Kind), "takeaways.no_kind")}
	case byGroup:
		var out []group
		for _, code := range t.TargetGroups {
			out = append(out, named(p.Enum(data.Group.Name, code), ""))
		}
		if len(out) == 0 {
			out = []group{named("", "takeaways.no_group")}
		}
		return out
	case byFollowUp:
		return nil
	}
	g := group{rank: p.Country(t.Country) + "\x00" + b.firstDay(t), ordered: len(t.Events) > 0}
	country := p.Country(t.Country)
	if t.Country == "" {
		country, g.rank = p.T("takeaways.no_country"), ""
	}
	g.heading = country + " · " + b.eventsOf(t)
	return []group{g}
}
