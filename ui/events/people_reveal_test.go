package events

import (
	"testing"

	"primadesk/ui/screen/screentest"
)

func TestRevealingPeopleAndProof(t *testing.T) {
	s, f := stage(t, screentest.Params{}, "EL-01", tabPlan)
	v := s.page.people
	x := v.d.people[1]
	s.Reveal("attendance", x.a.ID, "country")
	if s.page.tabs.Chosen() != tabPeople || v.chosen != x.a.Contact || f.Win.Canvas().Focused() != v.one.form.Control("country").Target() {
		t.Errorf("tab %s, chosen %s, focus %T", s.page.tabs.Chosen(), v.chosen, f.Win.Canvas().Focused())
	}
	e := v.d.evidence[1]
	s.Reveal("evidence", e.ID, "")
	if s.page.tabs.Chosen() != tabEvidence || s.page.evidence.chosen != e.ID {
		t.Errorf("tab %s, chosen %s", s.page.tabs.Chosen(), s.page.evidence.chosen)
	}
	s.Reveal("event", v.d.event.ID, "attendance")
	if s.page.tabs.Chosen() != tabPeople {
		t.Errorf("what is said of all people leads to %s", s.page.tabs.Chosen())
	}
	for i, ok := range []func() bool{
		func() bool { return v.asking != nil && v.ticking == nil }, func() bool { return v.asking == nil && v.ticking != nil },
		func() bool { return v.ticking == nil && f.Win.Canvas().Overlays().Top() != nil },
	} {
		if v.commands()[i].Do(); !ok() || s.page.tabs.Chosen() != tabPeople {
			t.Errorf("command %d leads elsewhere", i)
		}
	}
}

func TestWhatIsFoldedOpenStays(t *testing.T) {
	s, f := stage(t, screentest.Params{}, "EL-01", tabPeople)
	s.page.people.more = true
	state := s.State()
	again := newEvents(Params{Workspace: f.Work, Shell: f, Printer: f.Printer}, s.exec)
	again.SetState(state)
	if !again.page.people.more || again.page.people.parts.Objects[0] != again.page.people.one.content {
		t.Error("it is folded again")
	}
}
