package app

import (
	"testing"
	"time"

	"primadesk/data"
)

func TestBatchPages(t *testing.T) {
	w := homeWorkspace(t)
	o := &data.Organisation{Name: "First"}
	made, err := w.Records.Save(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"Second", "Third"} {
		rec, err := w.Records.Get(t.Context(), data.EntityOf(o), o.ID)
		if err != nil {
			t.Fatal(err)
		}
		rec.(*data.Organisation).Name = name
		if _, err := w.Records.Save(t.Context(), rec); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := w.Records.Save(t.Context(), &data.Contact{FamilyName: "Somebody"}); err != nil {
		t.Fatal(err)
	}
	page := func(q BatchQuery) BatchDeeds {
		t.Helper()
		deeds, err := w.Records.BatchPage(t.Context(), q, "en")
		if err != nil {
			t.Fatal(err)
		}
		return deeds
	}
	first := page(BatchQuery{Entity: "organisation", Limit: 2})
	rest := page(BatchQuery{Entity: "organisation", Limit: 2, After: first.Next})
	if first.Total != 3 || len(first.Deeds) != 2 || len(rest.Deeds) != 1 || rest.Next != "" || rest.Deeds[0].Batch != made.Batch {
		t.Errorf("pages %+v, %+v", first, rest)
	}
	if d := rest.Deeds[0]; d.Text != "Added: Third" || d.Record != o.ID || d.Kind != "made" {
		t.Errorf("told as %+v", d)
	}
	day := w.Today().Time()
	if n := page(BatchQuery{From: day, To: day.Add(24 * time.Hour)}).Total; n != 4 {
		t.Errorf("%d of today", n)
	}
	if n := page(BatchQuery{To: day}).Total + page(BatchQuery{Author: "nobody"}).Total; n != 0 {
		t.Errorf("%d that are not there", n)
	}
	recs, total, err := w.Records.BatchRecords(t.Context(), first.Deeds[0].Batch, 0, 10)
	if err != nil || total != 1 || len(recs) != 1 || len(recs[0].Steps) != 3 || recs[0].Entity != "organisation" {
		t.Fatalf("records %+v of %d, %v", recs, total, err)
	}
	if c := recs[0].Steps[2].Changes; len(c) != 1 || c[0].Path != "name" || c[0].Old != `"Second"` {
		t.Errorf("changes %+v", c)
	}
	u, err := w.Records.Undo(t.Context(), first.Deeds[0].Batch)
	if err != nil {
		t.Fatal(err)
	}
	again, err := w.Records.Redo(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, of := range []string{u.Of, again.Of} {
		if d, err := w.Records.UndoneOf(t.Context(), of, "en"); err != nil || d.Text != "Changed: Third" {
			t.Errorf("undone %+v, %v", d, err)
		}
	}
}
