package takeaways

import (
	"context"
	"slices"
	"strings"

	"github.com/google/uuid"

	"primadesk/app"
	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/ui/fields"
	"primadesk/ui/kit"
)

// book is what cards and filters are put into words with.
type book struct {
	printer  *i18n.Printer
	viewer   *app.Viewer
	project  string // the current one's id; empty where there is none
	partner  string // that whoever works here belongs to; empty where that is not known
	events   map[string]*data.Event
	partners map[string]string       // what they are called
	options  map[string][]kit.Option // by filter
}

// readBook reads it, off the UI's goroutine.
func readBook(ctx context.Context, w *app.Workspace, lang string) (*book, error) {
	b := &book{printer: w.Printer(lang), events: map[string]*data.Event{}, partners: map[string]string{}, options: map[string][]kit.Option{}}
	var err error
	if b.viewer, err = w.Viewer(ctx, lang); err != nil {
		return nil, err
	}
	project, err := w.Projects.Current(ctx)
	switch {
	case err == nil:
		b.project = project.ID
	case !data.HasCode(err, "project.none"):
		return nil, err
	}
	if b.partner, err = w.MyPartner(ctx); err != nil {
		return nil, err
	}
	return b, b.readOptions(ctx, w)
}

func (b *book) readOptions(ctx context.Context, w *app.Workspace) error {
	p := b.printer
	var themes []string
	for _, q := range []app.Query{
		{Entity: "partner", Where: b.always()}, {Entity: "event", Where: b.always(), Sort: "number"},
		{Entity: "vocabulary", Where: []app.Cond{app.Where("kind", "=", "theme")}, Sort: "order"},
	} {
		recs, err := w.Records.All(ctx, q)
		if err != nil {
			return err
		}
		for _, rec := range recs {
			switch r := rec.(type) {
			case *data.Partner:
				b.partners[r.ID] = r.Title(p.Lang())
			case *data.Event:
				b.events[r.ID] = r
				b.options["event"] = append(b.options["event"], kit.Option{Value: r.ID, Text: strings.TrimSpace(r.Number + " " + r.Title(p.Lang()))})
			case *data.Vocabulary:
				themes = append(themes, r.Code)
			}
		}
	}
	codes, err := w.Records.Values(ctx, entity(), "country")
	if err != nil {
		return err
	}
	for _, code := range codes {
		if code != "" {
			b.options[byCountry] = append(b.options[byCountry], kit.Option{Value: code, Text: p.Country(code)})
		}
	}
	fields.SortOptions(p, b.options[byCountry])
	b.options[byTheme] = fields.Words("theme", themes, b.viewer.Words)
	b.options[byKind] = fields.Enum(p, data.TakeawayKind)
	b.options[byGroup] = fields.Enum(p, data.Group)
	b.options["visibility"] = fields.Enum(p, data.Visibility)
	for _, lang := range data.Languages {
		name := i18n.Upper(p.Language(lang))
		b.options[filterLanguage] = append(b.options[filterLanguage],
			kit.Option{Value: lang + ":" + missing, Text: p.T("fields.language_missing", "Language", name)},
			kit.Option{Value: lang + ":" + stale, Text: p.T("fields.language_stale", "Language", name)})
	}
	return nil
}

// always are the conditions that every list has: of the current project alone.
func (b *book) always() []app.Cond {
	if b.project == "" {
		return nil
	}
	return []app.Cond{app.Where("project", "=", b.project)}
}

// theme is a theme in words; empty for none.
func (b *book) theme(code string) string {
	if code == "" {
		return ""
	}
	return b.viewer.Words("theme", code)
}

// eventsOf are the events of a takeaway with their days, in the order they took place.
func (b *book) eventsOf(t *data.Takeaway) string {
	p := b.printer
	var events []*data.Event
	for _, id := range t.Events {
		if e := b.events[id]; e != nil {
			events = append(events, e)
		}
	}
	slices.SortStableFunc(events, func(x, y *data.Event) int { return strings.Compare(string(x.Start), string(y.Start)) })
	var out []string
	for _, e := range events {
		text := e.Title(p.Lang())
		if day := e.Start.Day(); day != "" {
			text = p.T("takeaways.event_on", "Event", text, "Date", p.MediumDate(string(day)))
		}
		out = append(out, text)
	}
	if len(out) == 0 {
		return p.T("takeaways.no_event")
	}
	return p.List(out)
}

func newID() string { return uuid.Must(uuid.NewV7()).String() }
