package app

import "testing"

// What is shown beside an organisation agrees with what the table says of it.
func TestReachOfTheSample(t *testing.T) {
	w := homeWorkspace(t)
	if err := w.Projects.LoadSample(t.Context()); err != nil {
		t.Fatal(err)
	}
	ids, err := w.Records.IDs(t.Context(), Query{Entity: "organisation"})
	if err != nil {
		t.Fatal(err)
	}
	all, err := w.Records.Reach(t.Context(), ids)
	if err != nil {
		t.Fatal(err)
	}
	reached := 0
	for _, id := range ids {
		one, err := w.Records.ReachOf(t.Context(), id, "en", 100)
		if err != nil {
			t.Fatal(err)
		}
		if one.Times != all[id].Times || one.People != all[id].People || one.Last != all[id].Last || one.More {
			t.Errorf("alone %+v, among all %+v", one.Reach, all[id])
		}
		came := 0
		for _, e := range one.Events {
			if e.Came > 0 {
				came++
			}
		}
		if came != one.Came {
			t.Errorf("came to %d events, of which %d are listed", one.Came, came)
		}
		for _, e := range one.Log {
			if e.Contact != "" && one.Names[e.Contact] == "" {
				t.Errorf("nobody knows who %s is", e.Contact)
			}
		}
		reached += one.Times
	}
	if reached == 0 {
		t.Error("the sample reached nobody")
	}
	log, err := w.Records.ReachOf(t.Context(), ids[0], "en", 0)
	if err != nil || len(log.Log) != 0 || len(log.Events) != 0 {
		t.Errorf("of no lines %+v, %v", log, err)
	}
}
