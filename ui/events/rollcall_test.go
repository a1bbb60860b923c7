package events

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/screen/screentest"
)

func TestTickingNamesMovesOn(t *testing.T) {
	s, f := stage(t, screentest.Params{}, "CY-01", tabPeople)
	v := s.page.people
	v.tick()
	s.Drop([]string{scan(t, "attendance list.png")}, fyne.Position{})
	if got := v.d.evidence[len(v.d.evidence)-1]; got.Kind != "signed_list" {
		t.Fatalf("%+v, %v", got, f.Errors)
	}
	v.tick()
	r := v.ticking
	if len(r.paper.pages) == 0 || r.paper.picture.Image == nil {
		t.Fatalf("no page is shown: %v", f.Errors)
	}
	for i := range v.d.people { // nobody is there yet
		v.mark(v.d.people[i].a.Contact, "", false, "")
	}
	r.table.Select(0)
	r.table.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	r.table.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if !v.d.people[0].present() || !v.d.people[1].present() || r.table.Selected() != 2 || v.d.people[1].a.Evidence == "" {
		t.Errorf("line %d, %+v", r.table.Selected(), v.d.people[1].a)
	}
	r.table.Select(0)
	test.Type(r.table, "2")
	c := screentest.Stored[*data.Contact](t, f.Work, v.d.people[0].a.Contact)
	if c.ConsentFor("photographs") != data.Consented || c.Consents[len(c.Consents)-1].Evidence == "" || c.Consents[len(c.Consents)-1].Date != v.d.event.Start.Day() {
		t.Errorf("consents %+v, %v", c.Consents, f.Errors)
	}
}

func TestAllInvitedCame(t *testing.T) {
	s, f := stage(t, screentest.Params{}, "CY-01", tabPeople)
	v := s.page.people
	a, b := addressed(t, f, "aa", ""), addressed(t, f, "bb", "")
	if _, _, err := f.Work.Invitations.Mark(t.Context(), v.d.event.ID, []string{a.ID, b.ID}, "en"); err != nil {
		t.Fatal(err)
	}
	v.tick()
	v.ticking.allCame()
	if !v.participant(a.ID).present() || !v.participant(b.ID).present() {
		t.Error("they are not marked")
	}
	f.Last().Actions[0].Do()
	if v.participant(a.ID).present() {
		t.Error("undo leaves them marked")
	}
}

func TestAttendanceByDay(t *testing.T) {
	s, f := stage(t, screentest.Params{}, "CY-01", tabPeople)
	v := s.page.people
	e := *v.d.event
	e.End = data.Wall(e.Start.Day().AddDays(1)) + "T12:00"
	screentest.Keep(t, f.Work, &e)
	s.reread()
	days := app.DaysOf(v.d.event)
	c := addressed(t, f, "aa", "")
	if len(days) != 2 || v.day != days[0] {
		t.Fatalf("days %v, shown %q", days, v.day)
	}
	v.mark(c.ID, "aa", true, "")
	x := v.participant(c.ID)
	if x.came(days[0]) != "yes" || x.came(days[1]) == "yes" {
		t.Errorf("came %q and %q", x.came(days[0]), x.came(days[1]))
	}
	v.toDay("")
	v.mark(c.ID, "aa", true, "")
	if x = v.participant(c.ID); x.came(days[1]) != "yes" || v.evidenceOf(x) == "" {
		t.Errorf("not there on all days: %+v", x)
	}
	v.chosen = c.ID
	v.one.show(x)
	v.one.turn(days[0], false)
	if x = v.participant(c.ID); x.came(days[0]) != "no" || !x.present() || v.day != "" {
		t.Errorf("%q, %v, shown %q", x.came(days[0]), x.present(), v.day)
	}
}

func TestTheOrganisationOfAWalkIn(t *testing.T) {
	s, f := stage(t, screentest.Params{}, "CY-01", tabPeople)
	v := s.page.people
	v.meet("Anna Example")
	if v.one.house.content.Hidden {
		t.Fatal("her organisation cannot be entered")
	}
	v.one.house.found("Village cooperative (invented)")
	x := v.participant(v.chosen)
	if x.organisation != "Village cooperative (invented)" || !v.one.house.content.Hidden {
		t.Errorf("organisation %q, %v", x.organisation, f.Errors)
	}
	f.Last().Actions[0].Do()
	if x := v.participant(v.chosen); x.organisation != "" {
		t.Error("undo leaves the organisation")
	}
}

func TestGroupsOfAHeadCount(t *testing.T) {
	s, _ := stage(t, screentest.Params{}, "ES-01", tabPeople)
	v := s.page.people
	a := v.newCount()
	form := newCountForm(s.Printer, a, v.unfolded)
	form.SetValue(countNumber, "5")
	form.SetValue(countGroups, `[{"id":"1","values":{"word":"migrants","count":"3"}},{"id":"2","values":{"word":"migrants","count":"2"}}]`)
	next := countOf(a, form.Values())
	if sum, ok := next.PartSum("group"); !ok || sum != 5 || len(next.Parts) != 1 {
		t.Errorf("%+v from %q", next.Parts, form.Value(countGroups))
	}
}
