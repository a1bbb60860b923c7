package app

import (
	"context"
	"strings"
	"time"

	"primadesk/assets/i18n"
	"primadesk/data"
)

// Deed is one thing that was done in the workspace, in words.
type Deed struct {
	Batch  string
	Text   string
	At     time.Time
	Entity string // with Record, what was changed, where it was one record
	Record string
	Undone bool
}

// Lately tells what was done last, the newest first.
func (s *Home) Lately(ctx context.Context, lang string, limit int) ([]Deed, error) {
	list, err := s.w.Records.Batches(ctx, limit)
	if err != nil {
		return nil, err
	}
	titles, err := s.titlesOf(ctx, list, lang)
	if err != nil {
		return nil, err
	}
	p := s.w.Printer(lang)
	deeds := make([]Deed, len(list))
	for i, b := range list {
		record := argument(b, "Record")
		deeds[i] = Deed{Batch: b.ID, Text: TellBatch(p, b, titles[record]), At: b.At, Undone: b.Undone}
		if titles[record] != "" {
			deeds[i].Entity, deeds[i].Record = argument(b, "Entity"), record
		}
	}
	return deeds, nil
}

// titlesOf reads what the records are called that batches name, a query an entity.
func (s *Home) titlesOf(ctx context.Context, list []BatchOf, lang string) (map[string]string, error) {
	ids := map[string][]string{}
	for _, b := range list {
		if record := argument(b, "Record"); record != "" {
			ids[argument(b, "Entity")] = append(ids[argument(b, "Entity")], record)
		}
	}
	titles := map[string]string{}
	for entity, of := range ids {
		e, ok := data.EntityNamed(entity)
		if !ok {
			continue
		}
		found, err := s.w.store.Titles(ctx, e.Name, of, lang) // a deed tells of one without a title by its number: “1 file”
		if err != nil {
			return nil, err
		}
		for id, title := range found {
			titles[id] = title
		}
	}
	return titles, nil
}

func argument(b BatchOf, name string) string {
	v, _ := b.Args[name].(string)
	return v
}

// TellBatch puts a batch of changes into words. Title is what the one record is called
// that it changed, where it was one and still has a name.
//
//i18n:prefix batch.
func TellBatch(p *i18n.Printer, b BatchOf, title string) string {
	what := title
	if entity := argument(b, "Entity"); what == "" && entity != "" {
		n, _ := b.Args["N"].(float64)
		what = p.Count(entity, max(1, int(n)))
	}
	if lines := strings.Fields(what); len(lines) > 0 {
		what = strings.Join(lines, " ") // a takeaway's text may have several lines
	}
	id := "batch." + b.Kind
	if !p.Has(id) {
		id = "batch.other"
	}
	args := []any{"What", what, "Name", argument(b, "Name"), "File", fileName(argument(b, "File"))}
	if !p.Plural(id) {
		return p.T(id, args...)
	}
	return p.N(id, b.Entries, args...) // what tells how many
}

// fileName is the last part of a path of whatever system.
func fileName(path string) string {
	if i := strings.LastIndexAny(path, `/\`); i >= 0 {
		return path[i+1:]
	}
	return path
}
