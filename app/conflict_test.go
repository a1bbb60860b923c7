package app

import (
	"testing"

	"primadesk/data"
)

// Whoever decides takes one of the changes that there are to choose from.
func TestConflictsAreDecidedByTheirChoices(t *testing.T) {
	w := homeWorkspace(t)
	e := data.EntityOf((*data.Contact)(nil))
	c := &data.Contact{GivenName: "Ελένη", Role: "teacher"}
	if _, err := w.Records.Save(t.Context(), c); err != nil {
		t.Fatal(err)
	}
	for _, role := range []string{"dean", "headmistress"} {
		mine := *c
		mine.Role = role
		if _, err := w.Records.Save(t.Context(), &mine); err != nil {
			t.Fatal(err)
		}
	}
	list, err := w.Records.Undecided(t.Context(), "", "en")
	if err != nil || len(list) != 1 || list[0].Title != "Ελένη" || list[0].Field != "role" || len(list[0].Choices) != 2 {
		t.Fatalf("%+v, %v", list, err)
	}
	for _, choice := range list[0].Choices {
		if _, err := w.Records.Decide(t.Context(), DecideParams{Record: c.ID, Head: choice.Head}); err != nil {
			t.Fatal(err)
		}
		rec, err := w.Records.Get(t.Context(), e, c.ID)
		if err != nil || `"`+rec.(*data.Contact).Role+`"` != choice.Value {
			t.Errorf("%+v is kept instead of %s, %v", rec, choice.Value, err)
		}
		if _, err := w.Records.Decide(t.Context(), DecideParams{Record: c.ID, Head: choice.Head}); !data.HasCode(err, "conflict.none") {
			t.Errorf("decided twice: %v", err)
		}
		if _, err := w.Records.Undo(t.Context(), ""); err != nil {
			t.Fatal(err)
		}
	}
}
