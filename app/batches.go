package app

import (
	"context"

	"primadesk/data"
	"primadesk/data/store"
)

// The types in which history is asked for; data/store describes them.
type (
	// BatchQuery asks for what was done in the workspace.
	BatchQuery = store.BatchQuery
	// BatchRecord is a record that a batch changed.
	BatchRecord = store.BatchRecord
)

// BatchDeeds is a part of what was done, in words.
type BatchDeeds struct {
	Deeds []BatchDeed
	Total int
	Next  string // for BatchQuery.After; empty at the end
}

// BatchDeed is a Deed with who did it.
type BatchDeed struct {
	Deed
	Author  string // the id of who did it
	Who     string // its name; empty where nobody gave one
	Records int    // changes of records
	Kind    string
}

// BatchPage tells what was done, the last first. Reading is off the window's goroutine: it asks a query an entity.
func (r *Records) BatchPage(ctx context.Context, q BatchQuery, lang string) (BatchDeeds, error) {
	page, err := r.w.store.BatchPage(ctx, q)
	if err != nil {
		return BatchDeeds{}, err
	}
	deeds, err := r.tell(ctx, page.Batches, lang)
	r.w.Log.Debug("history read", "batches", len(deeds), "done", err == nil)
	return BatchDeeds{Deeds: deeds, Total: page.Total, Next: page.Next}, err
}

// Batch tells what one batch did.
func (r *Records) Batch(ctx context.Context, id, lang string) (BatchDeed, error) {
	b, err := r.w.store.Batch(ctx, id)
	if err != nil {
		return BatchDeed{}, err
	}
	deeds, err := r.tell(ctx, []BatchOf{b}, lang)
	if err != nil {
		return BatchDeed{}, err
	}
	return deeds[0], nil
}

// BatchRecords gives records that a batch changed, in the order in which it did, and how many they are in all.
func (r *Records) BatchRecords(ctx context.Context, batch string, first, limit int) ([]BatchRecord, int, error) {
	return r.w.store.BatchRecords(ctx, batch, first, limit)
}

// UndoneOf tells what an undo or a redo took back or did again: the batch that it began with, also where that was undone
// and done again before.
func (r *Records) UndoneOf(ctx context.Context, batch, lang string) (BatchDeed, error) {
	for {
		b, err := r.w.store.Batch(ctx, batch)
		if err != nil {
			return BatchDeed{}, err
		}
		if b.Undoes == "" {
			return r.Batch(ctx, batch, lang)
		}
		batch = b.Undoes
	}
}

func (r *Records) tell(ctx context.Context, list []BatchOf, lang string) ([]BatchDeed, error) {
	titles, err := r.w.Home.titlesOf(ctx, list, lang)
	if err != nil {
		return nil, err
	}
	var people []string
	for _, b := range list {
		people = append(people, b.Author)
	}
	authors, err := r.w.store.Titles(ctx, "author", people, lang)
	if err != nil {
		return nil, err
	}
	p := r.w.Printer(lang)
	out := make([]BatchDeed, len(list))
	for i, b := range list {
		record := argument(b, "Record")
		out[i] = BatchDeed{
			Deed:   Deed{Batch: b.ID, Text: TellBatch(p, b, titles[record]), At: b.At, Undone: b.Undone},
			Author: b.Author, Who: authors[b.Author], Records: b.Entries, Kind: b.Kind,
		}
		if titles[record] != "" {
			out[i].Entity, out[i].Record = argument(b, "Entity"), record
		}
	}
	return out, nil
}

// Authors are those who ever changed something here, by id, with their names.
func (r *Records) Authors(ctx context.Context, lang string) (map[string]string, error) {
	ids, err := r.w.store.BatchAuthors(ctx)
	if err != nil {
		return nil, err
	}
	return r.w.store.Titles(ctx, "author", ids, lang)
}

// TrashCounts are how many records of each entity lie in the trash; entities without any are left out.
func (r *Records) TrashCounts(ctx context.Context) (map[string]int, error) {
	out := map[string]int{}
	err := r.w.store.Read(ctx, func(reader *store.Reader) error {
		for _, e := range data.Entities() {
			n, err := reader.Count(Query{Entity: e.Name, Trash: true})
			if err != nil {
				return err
			}
			if n > 0 {
				out[e.Name] = n
			}
		}
		return nil
	})
	return out, err
}

// RestoreOf takes records of one entity out of the trash, as one batch.
func (r *Records) RestoreOf(ctx context.Context, e *data.Entity, ids ...string) (Done, error) {
	return r.Write(ctx, "restored", map[string]any{"N": len(ids)}, func(tx *Tx) error {
		for _, id := range ids {
			if err := tx.Restore(e, id); err != nil {
				return err
			}
		}
		return nil
	})
}
