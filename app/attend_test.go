package app

import (
	"slices"
	"testing"

	"primadesk/data"
)

func TestDaysOf(t *testing.T) {
	for _, tc := range []struct {
		e    data.Event
		want []data.Date
	}{
		{data.Event{}, nil},
		{data.Event{Start: "2026-12-11T10:00", End: "2026-12-11T13:00"}, nil},
		{data.Event{Start: "2026-12-11", End: "2026-12-13"}, []data.Date{"2026-12-11", "2026-12-12", "2026-12-13"}},
		{data.Event{Start: "2026-12-11", Days: data.Rows[data.EventDay]{{Start: "2027-01-14T09:00"}, {Start: "2026-12-11"}, {Start: "2026-12-11T14:00"}}}, []data.Date{"2026-12-11", "2027-01-14"}},
		{data.Event{Start: "2026-12-11", End: "2026-12-12", Days: data.Rows[data.EventDay]{{Start: "2026-12-12T09:00"}}}, []data.Date{"2026-12-11", "2026-12-12"}},
		{data.Event{Start: "2026-12-11", Days: data.Rows[data.EventDay]{{Start: "2026-12-11T14:00"}}}, nil},
	} {
		if got := DaysOf(&tc.e); !slices.Equal(got, tc.want) {
			t.Errorf("%v, want %v", got, tc.want)
		}
	}
}

func TestMarkByDay(t *testing.T) {
	w, event, ids := invited(t)
	mark := func(days []data.Date, came string, want int, who ...string) {
		t.Helper()
		_, n, err := w.Attendances.Mark(t.Context(), CameParams{Event: event.ID, Days: days, Contacts: who, Came: came, Evidence: "signed"})
		if err != nil || n != want {
			t.Errorf("%d changed, want %d, %v", n, want, err)
		}
	}
	mark([]data.Date{"2026-12-11"}, "yes", 2, ids[0], ids[1])
	mark([]data.Date{"2026-12-11"}, "yes", 0, ids[0], ids[1])
	mark([]data.Date{"2026-12-12"}, "yes", 1, ids[0])
	mark([]data.Date{"2026-12-12"}, "no", 0, ids[1])
	mark([]data.Date{"2026-12-12"}, "no", 1, ids[0])
	mark(nil, "yes", 0, ids[0], ids[1])
	mark(nil, "no", 2, ids[0], ids[1])
	mark(nil, "yes", 1, ids[0])
	if got := counts(t, w); got[0] != 3 {
		t.Errorf("%d rows", got[0])
	}
	if _, err := w.Attendances.TakeOff(t.Context(), event.ID, ids[0]); err != nil || counts(t, w)[0] != 1 {
		t.Errorf("%v, %v", counts(t, w), err)
	}
}

func TestWalkInIsOneBatch(t *testing.T) {
	w, event, _ := invited(t)
	contact, done, err := w.Attendances.WalkIn(t.Context(), WalkInParams{Event: event.ID, Name: "Maria Anna Example"})
	if err != nil || counts(t, w)[0] != 1 {
		t.Fatalf("%v, %v", counts(t, w), err)
	}
	rec, err := w.Records.Find(t.Context(), contact)
	if c, ok := rec.(*data.Contact); err != nil || !ok || c.GivenName != "Maria Anna" || c.FamilyName != "Example" {
		t.Errorf("%+v, %v", rec, err)
	}
	if _, err := w.Records.Undo(t.Context(), done.Batch); err != nil || counts(t, w)[0] != 0 {
		t.Errorf("%v rows left, %v", counts(t, w), err)
	}
}

func TestConsentOnPaper(t *testing.T) {
	w, _, ids := invited(t)
	tick := func(given bool) data.Contact {
		t.Helper()
		if _, err := w.Attendances.Consent(t.Context(), ConsentParams{Contact: ids[0], Purpose: "photographs", Given: given, Date: "2026-11-20"}); err != nil {
			t.Fatal(err)
		}
		rec, err := w.Records.Find(t.Context(), ids[0])
		if err != nil {
			t.Fatal(err)
		}
		return *rec.(*data.Contact)
	}
	if c := tick(true); c.ConsentFor("photographs") != data.Consented || c.Consents[0].Given != "paper" || c.PhotoConsent != "yes" {
		t.Errorf("%+v", c.Consents)
	}
	if c := tick(true); len(c.Consents) != 1 {
		t.Errorf("ticked twice: %+v", c.Consents)
	}
	if c := tick(false); len(c.Consents) != 0 || c.PhotoConsent != "" {
		t.Errorf("a slip stays: %+v", c.Consents)
	}
	c := tick(true)
	c.Consents[0].Date = "2026-11-01" // given earlier, on another paper
	if _, err := w.Records.Save(t.Context(), &c); err != nil {
		t.Fatal(err)
	}
	if c := tick(false); len(c.Consents) != 1 || c.Consents[0].Withdrawn != w.Today() {
		t.Errorf("not withdrawn: %+v", c.Consents)
	}
}
