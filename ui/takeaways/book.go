package takeaways

import (
	"context"
	"errors"

	"github.com/google/uuid"

	"primadesk/app"
	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/ui/fields"
	"primadesk/ui/kit"
)

// book is what a takeaway's form and the list's filters choose from.
type book struct {
	viewer    *app.Viewer
	project   *data.Project // nil where there is none
	authors   map[string]*data.Author
	events    map[string]*data.Event
	partners  map[string]string       // what they are called
	options   map[string][]kit.Option // by entity, or vocabulary
	countries []kit.Option            // those that takeaways are of
}

// readBook reads it, off the UI's goroutine.
func readBook(ctx context.Context, w *app.Workspace, lang string) (*book, error) {
	b := &book{
		authors: map[string]*data.Author{}, events: map[string]*data.Event{}, partners: map[string]string{}, options: map[string][]kit.Option{},
	}
	var err error
	if b.viewer, err = w.Viewer(ctx, lang); err != nil {
		return nil, err
	}
	b.project, err = w.Projects.Current(ctx)
	if known, ok := errors.AsType[*data.Error](err); err != nil && !(ok && known.Code == "project.none") {
		return nil, err
	}
	var codes []string
	for _, q := range []app.Query{
		{Entity: "author"}, {Entity: "partner"}, {Entity: "event", Sort: "number"},
		{Entity: "vocabulary", Where: []app.Cond{app.Where("kind", "=", "theme")}, Sort: "order"},
	} {
		recs, err := readAll(ctx, w, q)
		if err != nil {
			return nil, err
		}
		for _, rec := range recs {
			o := kit.Option{Value: rec.Head().ID, Text: rec.Title(lang)}
			switch r := rec.(type) {
			case *data.Author:
				b.authors[r.ID] = r
			case *data.Partner:
				b.partners[r.ID] = o.Text
			case *data.Event:
				b.events[r.ID] = r
				if r.Number != "" {
					o.Text = r.Number + " " + o.Text
				}
			case *data.Vocabulary:
				codes = append(codes, r.Code)
			}
			b.options[q.Entity] = append(b.options[q.Entity], o)
		}
	}
	b.options["theme"] = fields.Words("theme", codes, b.viewer.Words)
	return b, b.readCountries(ctx, w, i18n.For(lang))
}

func (b *book) readCountries(ctx context.Context, w *app.Workspace, p *i18n.Printer) error {
	codes, err := w.Records.Values(ctx, entity(), "country")
	for _, code := range codes {
		if code != "" {
			b.countries = append(b.countries, kit.Option{Value: code, Text: p.Country(code)})
		}
	}
	fields.SortOptions(p, b.countries)
	return err
}

// choices are what a column of a takeaway is chosen from.
func (b *book) choices(col *data.Column) []kit.Option {
	if col.Vocabulary != "" {
		return b.options[col.Vocabulary]
	}
	return b.options[col.Ref]
}

// theme is a theme in words; empty for none.
func (b *book) theme(code string) string {
	if code == "" {
		return ""
	}
	return b.viewer.Words("theme", code)
}

// readAll reads all records of a query, in its order.
func readAll(ctx context.Context, w *app.Workspace, q app.Query) ([]data.Record, error) {
	ids, err := w.Records.IDs(ctx, q)
	if err != nil {
		return nil, err
	}
	e, _ := data.EntityNamed(q.Entity)
	return w.Records.Many(ctx, e, ids)
}

func newID() string { return uuid.Must(uuid.NewV7()).String() }
