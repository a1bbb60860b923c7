package bulletin

import (
	"context"
	"slices"
	"strings"

	"primadesk/app"
	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/ui/kit"
)

// book is what an issue is put together from: the project's events and partners, and which events were told already.
type book struct {
	project  string // the current one's id; empty where there is none
	acronym  string
	partner  string // that whoever works here belongs to; empty where that is not known
	events   []*data.Event
	partners []*data.Partner
	issues   []*data.Bulletin
}

// readBook reads it, off the UI's goroutine.
func readBook(ctx context.Context, w *app.Workspace, lang string) (*book, error) {
	b := &book{}
	project, err := w.Projects.Current(ctx)
	if data.HasCode(err, "project.none") {
		return b, nil
	}
	if err != nil {
		return nil, err
	}
	b.project, b.acronym = project.ID, project.Acronym
	if b.partner, err = w.MyPartner(ctx); err != nil {
		return nil, err
	}
	if b.issues, err = all[*data.Bulletin](ctx, w, b.of("bulletin")); err != nil {
		return nil, err
	}
	if b.partners, err = all[*data.Partner](ctx, w, b.of("partner")); err != nil {
		return nil, err
	}
	compare := i18n.For(lang).Collator().CompareString
	slices.SortStableFunc(b.partners, func(x, y *data.Partner) int { return compare(x.Title(lang), y.Title(lang)) })
	latest := b.of("event")
	latest.Sort, latest.Desc = "start", true
	b.events, err = all[*data.Event](ctx, w, latest)
	return b, err
}

// of asks for the project's records of an entity.
func (b *book) of(name string) app.Query {
	return app.Query{Entity: name, Where: []app.Cond{app.Where("project", "=", b.project)}}
}

// all reads all records of a query, in its order.
func all[T data.Record](ctx context.Context, w *app.Workspace, q app.Query) ([]T, error) {
	recs, err := w.Records.All(ctx, q)
	out := make([]T, 0, len(recs))
	for _, rec := range recs {
		out = append(out, rec.(T))
	}
	return out, err
}

// event is one of the project's; nil where there is no such.
func (b *book) event(id string) *data.Event {
	if b == nil {
		return nil
	}
	if i := slices.IndexFunc(b.events, func(e *data.Event) bool { return e.ID == id }); i >= 0 {
		return b.events[i]
	}
	return nil
}

// find gives the events with a word that begins like each of those that are typed, without those that are there already.
func (b *book) find(p *i18n.Printer, typed string, there []string) []kit.Option {
	words := strings.Fields(data.Fold(typed))
	var out []kit.Option
	if b == nil {
		return nil
	}
	for _, e := range b.events {
		title, note := spoken(p, e)
		said := strings.Fields(data.Fold(title + " " + note + " " + e.City + " " + e.Region))
		lacks := func(w string) bool {
			return !slices.ContainsFunc(said, func(of string) bool { return strings.HasPrefix(of, w) })
		}
		if slices.Contains(there, e.ID) || slices.ContainsFunc(words, lacks) {
			continue
		}
		if out = append(out, kit.Option{Value: e.ID, Text: title, Note: note}); len(out) == mostFound {
			break
		}
	}
	return out
}

// mostFound is how many events complete what is typed.
const mostFound = 20

// spoken is an event in words: its number and title, then country and day.
func spoken(p *i18n.Printer, e *data.Event) (title, note string) {
	title = strings.TrimSpace(e.Number + " " + e.Title(p.Lang()))
	var parts []string
	if e.Country != "" {
		parts = append(parts, p.Country(e.Country))
	}
	if e.Start != "" {
		parts = append(parts, p.DateRange(string(e.Start.Day()), string(e.LastDay())))
	} else {
		parts = append(parts, p.T("bulletinscreen.no_date"))
	}
	return title, strings.Join(parts, " · ")
}

// untold are the events that took place and that no issue tells of, in the order in which they took place; there are those
// that the form has already.
func (b *book) untold(there []string) []string {
	if b == nil {
		return nil
	}
	var out []string
	for _, e := range slices.Backward(b.events) {
		held := e.Status == "held" || e.Status == "reported"
		in := slices.ContainsFunc(b.issues, func(i *data.Bulletin) bool {
			return slices.ContainsFunc(i.Events, func(x data.BulletinEvent) bool { return x.Event == e.ID })
		})
		if held && !in && !slices.Contains(there, e.ID) {
			out = append(out, e.ID)
		}
	}
	return out
}

// next is the number of the issue that comes after all that there are.
func (b *book) next() int {
	n := 0
	for _, i := range b.issues {
		if i.Number != nil {
			n = max(n, *i.Number)
		}
	}
	return n + 1
}
