package app

import (
	"slices"
	"testing"

	"primadesk/data"
)

func TestChangesOfSeveralAreOneBatch(t *testing.T) {
	w := homeWorkspace(t)
	if err := w.Projects.LoadSample(t.Context()); err != nil {
		t.Fatal(err)
	}
	e := data.EntityOf((*data.Organisation)(nil))
	ids, err := w.Records.IDs(t.Context(), Query{Entity: e.Name})
	if err != nil || len(ids) < 10 {
		t.Fatal(ids, err)
	}
	tagged := func(tag string) int {
		n, err := w.Records.Count(t.Context(), Query{Entity: e.Name, Where: []Cond{Where("tags", "has", tag)}})
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	done, err := w.Records.Tag(t.Context(), e, ids, "harbour")
	if err != nil || tagged("harbour") != len(ids) {
		t.Fatalf("%d of %d tagged, %v", tagged("harbour"), len(ids), err)
	}
	if again, err := w.Records.Tag(t.Context(), e, ids, "harbour"); err != nil || len(again.Changes) != 0 {
		t.Errorf("tagged again: %+v, %v", again, err)
	}
	if _, err := w.Records.Untag(t.Context(), e, ids[:3], "harbour"); err != nil || tagged("harbour") != len(ids)-3 {
		t.Errorf("%d are left, %v", tagged("harbour"), err)
	}
	if _, err := w.Records.Undo(t.Context(), ""); err != nil || tagged("harbour") != len(ids) {
		t.Errorf("%d after Undo, %v", tagged("harbour"), err)
	}
	if _, err := w.Records.Undo(t.Context(), done.Batch); err != nil || tagged("harbour") != 0 {
		t.Errorf("%d after Undo of all, %v", tagged("harbour"), err)
	}
	partners, err := w.Records.IDs(t.Context(), Query{Entity: "partner"})
	if err != nil {
		t.Fatal(err)
	}
	if _, err = w.Records.Own(t.Context(), e, ids, partners[0]); err != nil {
		t.Fatal(err)
	}
	n, err := w.Records.Count(t.Context(), Query{Entity: e.Name, Where: []Cond{Where("owner", "=", partners[0])}})
	if err != nil || n != len(ids) {
		t.Errorf("%d of %d have the owner, %v", n, len(ids), err)
	}
}

func TestPlaceInGrid(t *testing.T) {
	w := homeWorkspace(t)
	o := &data.Organisation{Name: "Union"}
	if _, err := w.Records.Save(t.Context(), o); err != nil {
		t.Fatal(err)
	}
	if _, err := w.Records.PlaceInGrid(t.Context(), o.ID, 4, 2); err != nil {
		t.Fatal(err)
	}
	rec, err := w.Records.Find(t.Context(), o.ID)
	if got := rec.(*data.Organisation); err != nil || got.Quarter() != "keep_satisfied" || got.Name != "Union" {
		t.Errorf("placed %+v, %v", got, err)
	}
	if _, err := w.Records.PlaceInGrid(t.Context(), o.ID, 9, 2); !data.HasCode(err, "invalid") {
		t.Errorf("placed outside: %v", err)
	}
	list, err := w.Records.Batches(t.Context(), 5)
	if err != nil || !slices.ContainsFunc(list, func(b BatchOf) bool { return b.Kind == "placed" }) {
		t.Errorf("batches %+v, %v", list, err)
	}
}
