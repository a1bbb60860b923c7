package events

import (
	"strings"
	"testing"
	"time"

	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/ui/kit"
	"primadesk/ui/screen/screentest"
)

func TestPlanShowsWhatTheModeAsksFor(t *testing.T) {
	s, f := open(t, "en")
	s.Open(screentest.Event(t, f.Work, "EL-02").ID)
	plan := s.page.plan
	for _, tc := range []struct {
		mode        string
		venue, link bool
	}{{"in_situ", true, false}, {"online", false, true}, {"hybrid", true, true}} {
		plan.event.SetValue("mode", tc.mode)
		plan.edited("mode")
		if plan.venue.Visible() != tc.venue || plan.link.Visible() != tc.link {
			t.Errorf("%s: venue %v, link %v", tc.mode, plan.venue.Visible(), plan.link.Visible())
		}
	}
	if plan.days.Visible() {
		t.Error("an event of one day has a list of days")
	}
	plan.event.SetValue("end", "2026-12-13")
	plan.edited("end")
	if !plan.days.Visible() {
		t.Error("an event of three days has no list of days")
	}
}

func TestTasksAreThoseOfTheWorkPackage(t *testing.T) {
	s, f := open(t, "en")
	s.Open(screentest.Event(t, f.Work, "EL-02").ID)
	who := s.page.plan.who
	if who.Value("task") == "" || s.Dirty() {
		t.Fatalf("task %q, dirty %v", who.Value("task"), s.Dirty())
	}
	other := ""
	for _, o := range s.book.options["work_package"] {
		if o.Value != who.Value("work_package") {
			other = o.Value
		}
	}
	who.SetValue("work_package", other)
	s.page.plan.edited("work_package")
	if who.Value("task") != "" {
		t.Error("a task of another work package stays")
	}
}

func TestBudgetIsSavedAndAddedUp(t *testing.T) {
	s, f := open(t, "en")
	s.Open(screentest.Event(t, f.Work, "EL-02").ID)
	plan := s.page.plan
	if !strings.Contains(plan.sums.Text(), "1,580.00") || !strings.Contains(plan.sums.Text(), "86.40") {
		t.Errorf("sums %q", plan.sums.Text())
	}
	editor := plan.budget.Control("budget").(*kit.RowsEditor)
	rows := editor.Rows()
	rows[0].Values["spent"] = "340.5"
	editor.SetRows(rows)
	plan.total()
	if !strings.Contains(plan.sums.Text(), "426.90") || !s.Save() {
		t.Fatalf("%q, %v", plan.sums.Text(), f.Errors)
	}
	if got := screentest.Event(t, f.Work, "EL-02").Budget; got[0].Spent == nil || got[0].Spent.String() != "340.5" || len(got) != 4 {
		t.Errorf("%+v", got)
	}
}

func TestLocalTime(t *testing.T) {
	p := i18n.For("en")
	here, err := time.LoadLocation("Europe/Brussels")
	if err != nil {
		t.Fatal(err)
	}
	for _, tc := range []struct {
		at   data.Wall
		zone string
		want string
	}{
		{"2025-06-02T16:00", "Europe/Athens", "16:00 at the venue (Athens), 15:00 here"},
		{"2025-06-02T00:30", "Europe/Athens", "00:30 at the venue (Athens), 1 Jun, 23:30 here"},
		{"2025-06-02T16:00", "Europe/Paris", ""}, {"2025-06-02", "Europe/Athens", ""}, {"2025-06-02T16:00", "Atlantis", ""},
	} {
		if got := localTime(p, tc.at, tc.zone, here); got != tc.want {
			t.Errorf("%s %s: %q, want %q", tc.at, tc.zone, got, tc.want)
		}
	}
}

func TestNextStep(t *testing.T) {
	for _, tc := range []struct{ status, start, want string }{
		{"idea", "", "planned"}, {"planned", "2025-07-01", "confirmed"}, {"planned", "2025-06-01", "held"}, {"confirmed", "2025-07-01", ""},
		{"confirmed", "2025-06-12T10:00", "held"}, {"held", "2025-06-01", "reported"}, {"cancelled", "2025-06-01", ""}, {"reported", "", ""},
	} {
		if got := nextStep(&data.Event{Status: tc.status, Start: data.Wall(tc.start)}, today); got != tc.want {
			t.Errorf("%s on %s: %q, want %q", tc.status, tc.start, got, tc.want)
		}
	}
}

func TestStatusIsChangedAtOnce(t *testing.T) {
	s, f := open(t, "en")
	s.Open(screentest.Event(t, f.Work, "BE-02").ID)
	if s.page.step.Text() != "Confirm" || !s.page.step.Visible() {
		t.Fatalf("step %q", s.page.step.Text())
	}
	s.page.plan.place.SetValue("city", "Charleroi") // typed, and saved with it
	s.page.setStatus("confirmed")
	if e := screentest.Event(t, f.Work, "BE-02"); e.Status != "confirmed" || e.City != "Charleroi" || s.Dirty() {
		t.Errorf("%s in %s", e.Status, e.City)
	}
	if s.page.step.Visible() || s.page.plan.event.Value("status") != "confirmed" {
		t.Error("the page does not follow")
	}
	f.Last().Actions[0].Do()
	if e := screentest.Event(t, f.Work, "BE-02"); e.Status != "planned" {
		t.Errorf("undone: %s", e.Status)
	}
}

func TestDuplicateShowsTheNewEvent(t *testing.T) {
	s, f := open(t, "en")
	s.Open(screentest.Event(t, f.Work, "EL-02").ID)
	if !s.page.duplicate("") {
		t.Fatal(f.Errors)
	}
	e := screentest.Event(t, f.Work, "EL-03")
	if s.opened != e.ID || e.Start != "" || e.Status != "planned" || len(e.Agenda) != 7 || s.page.plan.event.Value("number") != "EL-03" {
		t.Errorf("%+v", e)
	}
	f.Last().Actions[0].Do()
	if len(s.numbers()) != 8 {
		t.Errorf("undone: %v", s.numbers())
	}
}
