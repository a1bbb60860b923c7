package record

import (
	"context"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/kit"
)

// mostFound is how many records complete what is typed.
const mostFound = 20

// reference is a field that finds a record by typing, and offers to make it where that is possible.
func (s *sheet) reference(col *data.Column) kit.Control {
	p := s.p.Printer
	params := kit.ComboParams{
		Exec: s.p.Exec, Word: s.names, Unknown: p.T("record.reference_unknown"),
		Find: func(ctx context.Context, typed string) ([]kit.Option, error) {
			return FindRecords(ctx, s.p.Workspace, s.p.Printer.Lang(), col.Ref, typed)
		},
	}
	if s.p.Create[col.ID] != nil && !s.p.readOnly() {
		params.Create = func(typed string) string { return p.T("record.create", "Name", p.Quote(typed)) }
		params.OnCreate = func(typed string) { s.create(col, typed) }
	}
	return kit.NewCombo(params)
}

// FindRecords completes what is typed with records of an entity. Where nothing is typed, it finds nothing.
func FindRecords(ctx context.Context, w *app.Workspace, lang, entity, typed string) ([]kit.Option, error) {
	hits, err := w.Records.Search(ctx, app.Find{Text: typed, Entities: []string{entity}, Limit: mostFound, Lang: lang})
	if err != nil {
		return nil, err
	}
	out := make([]kit.Option, 0, len(hits.Items))
	for _, h := range hits.Items {
		out = append(out, kit.Option{Value: h.ID, Text: h.Title, Note: noteOf(h.Record)})
	}
	return out, nil
}

// noteOf tells records apart that are called the same.
func noteOf(rec data.Record) string {
	switch r := rec.(type) {
	case *data.Organisation:
		return r.Place
	case *data.Contact:
		return r.Role
	case *data.Event:
		return r.Number
	}
	return ""
}
