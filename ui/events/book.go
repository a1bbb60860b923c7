package events

import (
	"context"

	"primadesk/app"
	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/ui/fields"
	"primadesk/ui/kit"
)

// book is what an event's forms and the list's filters choose from.
type book struct {
	viewer    *app.Viewer
	project   *data.Project // nil where there is none
	partners  []*data.Partner
	authors   map[string]*data.Author
	options   map[string][]kit.Option // by entity, or vocabulary
	packageOf map[string]string       // the work package of a task
	countries []kit.Option            // those that events are in
}

// readBook reads it, off the UI's goroutine.
func readBook(ctx context.Context, w *app.Workspace, lang string) (*book, error) {
	b := &book{options: map[string][]kit.Option{}, authors: map[string]*data.Author{}, packageOf: map[string]string{}}
	var err error
	if b.viewer, err = w.Viewer(ctx, lang); err != nil {
		return nil, err
	}
	b.project, err = w.Projects.Current(ctx)
	if err != nil && !data.HasCode(err, "project.none") {
		return nil, err
	}
	if err := b.readReferences(ctx, w, lang); err != nil {
		return nil, err
	}
	for _, kind := range []string{"event_type", "theme"} {
		recs, err := w.Records.All(ctx, app.Query{Entity: "vocabulary", Where: []app.Cond{app.Where("kind", "=", kind)}, Sort: "order"})
		if err != nil {
			return nil, err
		}
		var codes []string
		for _, rec := range recs {
			codes = append(codes, rec.(*data.Vocabulary).Code)
		}
		b.options[kind] = fields.Words(kind, codes, b.viewer.Words)
	}
	return b, b.readUsed(ctx, w, w.Printer(lang))
}

// readReferences reads the records that an event refers to.
func (b *book) readReferences(ctx context.Context, w *app.Workspace, lang string) error {
	for entity, sort := range map[string]string{"partner": "", "work_package": "number", "task": "number", "deliverable": "number", "author": ""} {
		recs, err := w.Records.All(ctx, app.Query{Entity: entity, Sort: sort})
		if err != nil {
			return err
		}
		for _, rec := range recs {
			switch r := rec.(type) {
			case *data.Partner:
				b.partners = append(b.partners, r)
			case *data.Task:
				b.packageOf[r.ID] = r.WorkPackage
			case *data.Author:
				b.authors[r.ID] = r
			}
			b.options[entity] = append(b.options[entity], kit.Option{Value: rec.Head().ID, Text: app.Called(w.Printer(lang), rec)})
		}
	}
	return nil
}

// readUsed reads which countries events are in.
func (b *book) readUsed(ctx context.Context, w *app.Workspace, p *i18n.Printer) error {
	e := data.EntityOf((*data.Event)(nil))
	codes, err := w.Records.Values(ctx, e, "country")
	if err != nil {
		return err
	}
	for _, code := range codes {
		if code != "" {
			b.countries = append(b.countries, kit.Option{Value: code, Text: p.Country(code)})
		}
	}
	fields.SortOptions(p, b.countries)
	return nil
}

// choices are what a column of an event is chosen from.
func (b *book) choices(col *data.Column) []kit.Option {
	if col.Vocabulary != "" {
		return b.options[col.Vocabulary]
	}
	return b.options[col.Ref]
}

// partner finds a partner by its id; nil where there is none.
func (b *book) partner(id string) *data.Partner {
	for _, p := range b.partners {
		if p.ID == id {
			return p
		}
	}
	return nil
}
