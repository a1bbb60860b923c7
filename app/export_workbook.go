package app

import (
	"context"
	"iter"
	"path/filepath"

	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/data/store"
	"primadesk/reports"
)

// exportWorkbook writes one entity as a sheet for people: labels as headers, words in
// the language, names in place of references.
func (r *Records) exportWorkbook(ctx context.Context, e *data.Entity, p ExportParams) error {
	path, err := filepath.Abs(p.File)
	if err != nil {
		return data.Fail("file.failed", "File", p.File).Because(err)
	}
	view, err := r.w.Viewer(ctx, p.Lang)
	if err != nil {
		return err
	}
	view.P = i18n.For(p.Lang) // the file may be for others
	return r.w.store.Read(ctx, func(reader *store.Reader) error {
		q := store.Query{Entity: e.Name, Where: p.Where, Search: p.Search}
		rows := withNames(reader, e, view, reader.Each(q))
		return reports.Register(ctx, reports.RegisterParams{
			Entity: e, Rows: rows, Text: view.Text, Printer: view.P, Now: r.w.now(), Program: r.w.Program(), Path: path, Scratch: r.w.scratch(),
		})
	})
}

// namesAtOnce is for how many rows the names of references are read together.
const namesAtOnce = 500

// withNames passes records on, having read beforehand what their references stand for:
// one query an entity for several hundred rows, not one a row.
func withNames(r *store.Reader, e *data.Entity, view *Viewer, rows iter.Seq2[data.Record, error]) iter.Seq2[data.Record, error] {
	names := map[string]string{}
	view.Names = func(_, id string) string {
		if name, ok := names[id]; ok && name != "" {
			return name
		}
		return id
	}
	return func(yield func(data.Record, error) bool) {
		var chunk []data.Record
		pass := func() bool {
			clear(names)
			if err := readNames(r, e, view.P.Lang(), chunk, names); err != nil {
				return yield(nil, err) && false
			}
			for _, rec := range chunk {
				if !yield(rec, nil) {
					return false
				}
			}
			chunk = chunk[:0]
			return true
		}
		for rec, err := range rows {
			if err != nil {
				yield(nil, err)
				return
			}
			if chunk = append(chunk, rec); len(chunk) == namesAtOnce && !pass() {
				return
			}
		}
		pass()
	}
}

// readNames reads the titles of all records that the given ones refer to.
func readNames(r *store.Reader, e *data.Entity, lang string, recs []data.Record, into map[string]string) error {
	for entity, ids := range references(e, recs) {
		titles, err := r.Titles(entity, ids, lang)
		if err != nil {
			return err
		}
		to, _ := data.EntityNamed(entity)
		for id, title := range titles {
			into[id] = called(i18n.For(lang), to, title)
		}
	}
	return nil
}

// references are the ids that records name, by the entity they refer to.
func references(e *data.Entity, recs []data.Record) map[string][]string {
	out := map[string][]string{}
	for _, rec := range recs {
		for i := range e.Columns {
			c := &e.Columns[i]
			if c.Ref == "" {
				continue
			}
			switch p := c.At(rec).(type) {
			case *string:
				if *p != "" {
					out[c.Ref] = append(out[c.Ref], *p)
				}
			case *data.Set:
				out[c.Ref] = append(out[c.Ref], *p...)
			}
		}
	}
	return out
}

// Names reads what the references of some records stand for, for a page of a table.
func (r *Records) Names(ctx context.Context, e *data.Entity, recs []data.Record, lang string) (map[string]string, error) {
	names := map[string]string{}
	err := r.w.store.Read(ctx, func(reader *store.Reader) error { return readNames(reader, e, lang, recs, names) })
	return names, err
}
