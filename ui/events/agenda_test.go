package events

import (
	"strings"
	"testing"

	"primadesk/data"
	"primadesk/ui/screen/screentest"
)

// times are the times of the agenda's lines as they are edited.
func (e *agendaEditor) times() string {
	var out []string
	for _, r := range e.rows {
		out = append(out, r.time.Value())
	}
	return strings.Join(out, " ")
}

func openAgenda(t *testing.T) (*events, *screentest.Shell, *agendaEditor) {
	t.Helper()
	s, f := open(t, "en")
	s.Open(screentest.Event(t, f.Work, "EL-02").ID)
	s.page.choose(tabAgenda)
	return s, f, s.page.agenda.editor
}

func TestAgendaTimesFollowOnAndAreSaved(t *testing.T) {
	s, f, e := openAgenda(t)
	if s.Dirty() || e.rows[2].speaker.Typed() == "" {
		t.Fatalf("dirty %v, speaker %q", s.Dirty(), e.rows[2].speaker.Typed())
	}
	e.rows[1].minutes.SetValue("45")
	e.edited()
	if got := e.times(); got != "10:00 10:30 11:15 12:00 12:30 13:15 14:15" {
		t.Fatalf("times %s", got)
	}
	e.rows[4].time.SetValue("13:00") // a time of its own: a break for lunch
	e.timeEdited(e.rows[4])
	if got := e.times(); got != "10:00 10:30 11:15 12:00 13:00 13:45 14:45" || e.rows[4].note.Text() == "" {
		t.Errorf("times %s, note %q", got, e.rows[4].note.Text())
	}
	if !s.Dirty() || !s.Save() || s.Dirty() {
		t.Fatal(f.Errors)
	}
	if got := screentest.Event(t, f.Work, "EL-02").Agenda; got[6].Time != "14:45" || *got[1].Minutes != 45 || got[2].Speaker == "" {
		t.Errorf("%+v", got)
	}
}

func TestAgendaLinesAreMoved(t *testing.T) {
	s, f, e := openAgenda(t)
	before := screentest.Event(t, f.Work, "EL-02").Agenda
	e.moved("2026-12-11", 0, 2) // 30, 45, then the first 30
	if got := e.times(); got != "10:00 10:30 11:15 11:45 12:15 13:00 14:00" || e.rows[2].id != before[0].ID {
		t.Fatalf("times %s", got)
	}
	e.remove(e.rows[0])
	e.insertAfter(e.rows[0])
	if f.Win.Canvas().Focused() != e.rows[1].name.Target() {
		t.Error("the new line does not have the keyboard")
	}
	if s.Save() {
		t.Error("a line without a title is saved")
	}
	e.rows[1].name.SetValue("Coffee")
	e.rows[1].minutes.SetValue("10")
	e.edited()
	if !s.Save() {
		t.Fatal(f.Errors)
	}
	after := screentest.Event(t, f.Work, "EL-02").Agenda
	if len(after) != 7 || after[0].ID != before[2].ID || after[1].Name != "Coffee" || after[1].Time != "10:45" || after[2].Time != "10:55" {
		t.Errorf("%+v", after)
	}
}

func TestAgendaOfSeveralDays(t *testing.T) {
	s, f, e := openAgenda(t)
	s.page.plan.event.SetValue("end", "2026-12-12T16:00")
	s.page.choose(tabPlan)
	s.page.choose(tabAgenda)
	if len(e.sections()) != 2 {
		t.Fatalf("%d days", len(e.sections()))
	}
	e.toDay(e.rows[0], "2026-12-12")
	if got := e.times(); !strings.HasPrefix(got, "10:30") || e.rows[6].day != "2026-12-12" {
		t.Errorf("times %s, the last on %s", got, e.rows[6].day)
	}
	e.rows[6].time.SetValue("09:00")
	e.timeEdited(e.rows[6])
	if !s.Save() {
		t.Fatal(f.Errors)
	}
	if got := screentest.Event(t, f.Work, "EL-02").Agenda; got[6].Day != "2026-12-12" || got[6].Time != "09:00" || got[0].Day != "" {
		t.Errorf("%+v", got)
	}
}

func TestAgendaDays(t *testing.T) {
	for _, tc := range []struct {
		e    data.Event
		want int
	}{{data.Event{}, 1}, {data.Event{Start: "2025-06-02"}, 1}, {data.Event{Start: "2025-06-02", End: "2025-06-04T10:00"}, 3}, {data.Event{Start: "2025-06-02", End: "2026-06-02"}, mostDays}} {
		if got := agendaDays(&tc.e); len(got) != tc.want {
			t.Errorf("%s to %s: %d days", tc.e.Start, tc.e.End, len(got))
		}
	}
}
