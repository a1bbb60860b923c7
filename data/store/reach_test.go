package store

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"primadesk/data"
)

// reachWorld is two organisations: three people of the union, one of the school; two events, one without a date.
func reachWorld(t *testing.T) (s *Store, union, school string, people []string) {
	t.Helper()
	s = openStore(t)
	var recs []data.Record
	id := func(n int) data.Meta { return data.Meta{ID: uuid7(3, n)} }
	union, school = uuid7(3, 1), uuid7(3, 2)
	recs = append(recs, &data.Organisation{Meta: id(1), Name: "Union"}, &data.Organisation{Meta: id(2), Name: "School"})
	for n, of := range []string{union, union, union, school} {
		c := contact("Person", fmt.Sprint(n))
		c.Meta, c.Organisation = id(10+n), of
		recs, people = append(recs, c), append(people, c.ID)
	}
	project := &data.Project{Meta: id(29), Acronym: "P"}
	dated := &data.Event{Meta: id(30), Project: project.ID, Status: "held", Start: "2025-06-02T10:00", End: "2025-06-02T12:00", Zone: "Europe/Athens"}
	dated.Name.Set("en", "Round table")
	open := &data.Event{Meta: id(31), Project: project.ID}
	open.Name.Set("en", "To come")
	recs = append(recs, project, dated, open)
	engagement := func(n int, day data.Date, contact, organisation, channel string) {
		recs = append(recs, &data.Engagement{Meta: id(n), Date: day, Contact: contact, Organisation: organisation, Channel: channel, Summary: fmt.Sprint(n)})
	}
	engagement(40, "2025-05-01", people[0], "", "email") // a mailing to two of its people
	engagement(41, "2025-05-01", people[1], union, "email")
	engagement(42, "2025-05-20", "", union, "call")
	engagement(43, "2025-06-02", people[0], "", "event")    // the event that she came to
	engagement(44, "2025-07-01", people[0], school, "call") // for another organisation
	attend := func(n int, event, contact, invitation, came string) {
		recs = append(recs, &data.Attendance{Meta: id(n), Event: event, Contact: contact, Invitation: invitation, Came: came})
	}
	attend(50, dated.ID, people[0], "accepted", "yes")
	attend(51, dated.ID, people[1], "invited", "no")
	attend(52, open.ID, people[2], "not_invited", "")
	attend(53, open.ID, people[1], "invited", "yes")
	attend(54, dated.ID, people[3], "", "yes")
	save(t, s, recs...)
	return s, union, school, people
}

func TestReach(t *testing.T) {
	s, union, school, people := reachWorld(t)
	nobody := uuid7(3, 99)
	got, err := s.Reach(t.Context(), []string{union, school, nobody})
	if err != nil {
		t.Fatal(err)
	}
	for id, want := range map[string]string{
		union:  "{People:3 Invited:2 Came:2 Times:4 By:map[call:1 email:1 event:2] Last:2025-06-02}",
		school: "{People:1 Invited:0 Came:1 Times:2 By:map[call:1 event:1] Last:2025-07-01}",
		nobody: "{People:0 Invited:0 Came:0 Times:0 By:map[] Last:}",
	} {
		if have := fmt.Sprintf("%+v", got[id]); have != want {
			t.Errorf("%s, want %s", have, want)
		}
	}
	write(t, s, func(tx *Tx) error { return tx.Trash(entityOf(t, "contact"), people[0]) })
	got, err = s.Reach(t.Context(), []string{union})
	if err != nil || got[union].People != 2 || got[union].Came != 1 || got[union].Times != 3 {
		t.Errorf("without her: %+v, %v", got[union], err)
	}
}

func TestReachAsksNoMoreOfMany(t *testing.T) {
	p := paramsOf(newFolder(t))
	asked := 0
	p.OnRead = func(string) { asked++ }
	s := openIn(t, p)
	count := func(n int) int {
		asked = 0
		if _, err := s.Reach(t.Context(), slices.Repeat([]string{uuid7(3, 1)}, n)); err != nil {
			t.Fatal(err)
		}
		return asked
	}
	if one, many := count(1), count(60); one != many {
		t.Errorf("%d queries for one, %d for sixty", one, many)
	}
}

func TestLogAndEventsOfAnOrganisation(t *testing.T) {
	s, union, _, _ := reachWorld(t)
	err := s.Read(t.Context(), func(r *Reader) error {
		log, err := r.EngagementsOf(union, 3)
		if err != nil {
			return err
		}
		var told []string
		for _, e := range log {
			told = append(told, e.Summary)
		}
		if got := strings.Join(told, " "); got != "43 42 41" {
			t.Errorf("the log's newest: %s", got)
		}
		events, err := r.EventsOf(union, 10)
		if err != nil {
			return err
		}
		told = nil
		for _, e := range events {
			told = append(told, fmt.Sprintf("%s: %d invited, %d came", e.Event.Title("en"), e.Invited, e.Came))
		}
		if got := strings.Join(told, "; "); got != "To come: 1 invited, 1 came; Round table: 2 invited, 1 came" {
			t.Errorf("its events: %s", got)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
