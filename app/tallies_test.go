package app

import (
	"fmt"
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"primadesk/data"
	"primadesk/data/store"
)

// What a report counts by a lean query is what counting each event over its whole records gives: with people on several days, twice
// on one, in the trash, with words of their own or their contact's, with head counts of every kind, and of another project's events.
func TestTalliesAreThoseOfWholeRecords(t *testing.T) {
	w := sampleWorkspace(t)
	if _, err := w.Generate(t.Context(), GenerateParams{Contacts: 60, Events: 5, Seed: 7}); err != nil {
		t.Fatal(err)
	}
	project, err := w.Projects.Current(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	people, err := w.Records.IDs(t.Context(), Query{Entity: "contact"})
	if err != nil {
		t.Fatal(err)
	}
	several := 0
	rapid.Check(t, func(rt *rapid.T) {
		_, err := w.Records.Write(t.Context(), "put", nil, func(tx *Tx) error {
			e := &data.Event{Meta: data.Meta{ID: newID()}, Project: project.ID, Status: "held", Start: "2025-06-02"}
			e.Name.Set("en", "Made up")
			if err := tx.Save(e); err != nil {
				return err
			}
			for range rapid.IntRange(0, 8).Draw(rt, "rows") {
				if err := tx.Save(somebody(rt, e.ID, people)); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			rt.Fatal(err)
		}
		err = w.Reports.read(t.Context(), project.ID, func(f *figures) error {
			tallies, err := f.tallies()
			if err != nil {
				return err
			}
			events, err := all[data.Event](f)
			if err != nil {
				return err
			}
			for _, e := range events {
				want, err := f.tally(e.ID)
				if err != nil {
					return err
				}
				got, counted := tallies[e.ID]
				if counted && !reflect.DeepEqual(got, want) || !counted && want.Known {
					return fmt.Errorf("event %s: %+v, not %+v", e.ID, got, want)
				}
				if want.Participations > want.Total {
					several++
				}
			}
			return nil
		})
		if err != nil {
			rt.Fatal(err)
		}
	})
	if several == 0 {
		t.Error("nobody came on several days")
	}
}

// somebody is a participant or a head count; few contacts and days, so that they meet.
func somebody(rt *rapid.T, event string, people []string) *data.Attendance {
	a := &data.Attendance{Meta: data.Meta{ID: newID()}, Event: event}
	a.Day = rapid.SampledFrom([]data.Date{"", "", "2025-06-02", "2025-06-03"}).Draw(rt, "day")
	if rapid.IntRange(0, 4).Draw(rt, "count") == 0 {
		n := rapid.IntRange(0, 9).Draw(rt, "people")
		a.Count, a.IncludesNamed = &n, rapid.Bool().Draw(rt, "includes")
		a.Gender = rapid.SampledFrom([]string{"", "female"}).Draw(rt, "gender")
		return a
	}
	a.Contact = rapid.SampledFrom(people[:min(4, len(people))]).Draw(rt, "contact")
	a.Came = rapid.SampledFrom([]string{"yes", "yes", "yes", "no", ""}).Draw(rt, "came")
	if rapid.Bool().Draw(rt, "own") {
		a.Gender = rapid.SampledFrom([]string{"", "female", "male"}).Draw(rt, "gender")
		a.AgeBand = rapid.SampledFrom([]string{"", "over_60"}).Draw(rt, "age")
		a.Country = rapid.SampledFrom([]string{"", "GR"}).Draw(rt, "country")
		a.Group = rapid.SampledFrom([]string{"", "media"}).Draw(rt, "group")
	}
	return a
}

// A contact in the trash still counts with what is known of her, an attendance in the trash does not.
func TestTalliesAndTheTrash(t *testing.T) {
	w := sampleWorkspace(t)
	project, err := w.Projects.Current(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	count := func() (named int) {
		t.Helper()
		err := w.Reports.read(t.Context(), project.ID, func(f *figures) error {
			tallies, err := f.tallies()
			for event, tally := range tallies {
				named += tally.Named
				if one, err := f.tally(event); err != nil || !reflect.DeepEqual(one, tally) {
					t.Errorf("%s: %+v, not %+v, %v", event, tally, one, err)
				}
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		return named
	}
	before := count()
	rows, err := w.Records.IDs(t.Context(), Query{Entity: "attendance", Where: []Cond{store.Where("came", store.Equal, "yes")}})
	if err != nil || len(rows) == 0 {
		t.Fatal(err)
	}
	rec, err := w.Records.Get(t.Context(), data.EntityOf(new(data.Attendance)), rows[0])
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Records.Trash(t.Context(), data.EntityOf(new(data.Contact)), rec.(*data.Attendance).Contact); err != nil {
		t.Fatal(err)
	}
	if now := count(); now != before {
		t.Errorf("%d named, %d after a contact went into the trash", before, now)
	}
	if _, err := w.Records.Trash(t.Context(), data.EntityOf(rec), rows[0]); err != nil {
		t.Fatal(err)
	}
	if now := count(); now != before-1 {
		t.Errorf("%d named, %d after an attendance went into the trash", before, now)
	}
}
