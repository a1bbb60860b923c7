package app

import (
	"testing"

	"primadesk/data"
)

func TestNextNumber(t *testing.T) {
	for _, tc := range []struct {
		code string
		used []string
		want string
	}{
		{"EL", nil, "EL-01"}, {"EL", []string{"EL-01", "EL-04", "BE-09", "EL-x"}, "EL-05"},
		{"EL", []string{"EL-99"}, "EL-100"}, {"", []string{"7"}, ""},
	} {
		if got := nextNumber(tc.code, tc.used); got != tc.want {
			t.Errorf("%v: %q, want %q", tc.used, got, tc.want)
		}
	}
}

// planned is an event of three days with an agenda, a checklist and a budget.
func planned(t *testing.T, w *Workspace) *data.Event {
	t.Helper()
	n := func(v int) *int { return &v }
	spent := data.DecimalOf(80)
	project, err := w.Projects.Make(t.Context(), "TEST", "")
	if err != nil {
		t.Fatal(err)
	}
	e := &data.Event{
		Project: project.ID, Name: data.TextIn("en", "Workshop"), Status: "held", Start: "2025-10-25T09:00", End: "2025-10-27T17:00", Zone: "Europe/Athens",
		Account: data.TextIn("en", "It went well"), OnlineLink: "https://example.org/room", Expected: n(30), Replies: n(4),
	}
	e.ID = newID()
	e.Days = data.Rows[data.EventDay]{{Element: data.Element{ID: newID(), Order: "a"}, Name: "Last", Start: "2025-10-27T09:00", End: "2025-10-27T17:00"}}
	e.Agenda = data.Rows[data.AgendaItem]{{Element: data.Element{ID: newID(), Order: "a"}, Day: "2025-10-27", Time: "09:00", Name: "Opening", Minutes: n(20)}}
	e.Budget = data.Rows[data.BudgetLine]{{Element: data.Element{ID: newID(), Order: "a"}, Category: "venue", Spent: &spent}}
	e.Checklist = data.Rows[data.ChecklistItem]{
		{Element: data.Element{ID: newID(), Order: "a"}, Name: "Book the hall", Phase: "before", Offset: n(-14), Done: "2025-10-01"},
		{Element: data.Element{ID: newID(), Order: "b"}, Name: "Send the invitations", Phase: "before", Due: "2025-10-04"},
		{Element: data.Element{ID: newID(), Order: "c"}, Name: "Thank everybody", Phase: "after", Offset: n(2)},
	}
	if _, err := w.Records.Save(t.Context(), e); err != nil {
		t.Fatal(err)
	}
	return storedEvent(t, w, e.ID)
}

func storedEvent(t *testing.T, w *Workspace, id string) *data.Event {
	t.Helper()
	rec, err := w.Records.Get(t.Context(), data.EntityOf((*data.Event)(nil)), id)
	if err != nil {
		t.Fatal(err)
	}
	return rec.(*data.Event)
}

func TestMoveTakesTheChecklistAlong(t *testing.T) {
	w := homeWorkspace(t)
	e := planned(t, w)
	moved, err := w.Events.Move(t.Context(), e.ID, "2025-11-05") // over the change of the clocks
	if err != nil || moved.Days != 11 || moved.Tasks != 2 {
		t.Fatalf("%+v, %v", moved, err)
	}
	now := storedEvent(t, w, e.ID)
	if now.Start != "2025-11-05T09:00" || now.End != "2025-11-07T17:00" || now.Days[0].Start != "2025-11-07T09:00" || now.Agenda[0].Day != "2025-11-07" {
		t.Errorf("%s to %s, %+v, %+v", now.Start, now.End, now.Days, now.Agenda)
	}
	if now.Checklist[0].Done != "2025-10-01" || now.Checklist[1].Due != "2025-10-15" || now.Checklist[2].DueOn(now.Start.Day()) != "2025-11-07" {
		t.Errorf("%+v", now.Checklist)
	}
	if _, err := w.Records.Undo(t.Context(), moved.Batch); err != nil {
		t.Fatal(err)
	}
	if back := storedEvent(t, w, e.ID); back.Start != e.Start || back.Checklist[1].Due != "2025-10-04" || back.Agenda[0].Day != "2025-10-27" {
		t.Errorf("undone: %+v", back)
	}
	for _, day := range []data.Date{"", "2025-02-30"} {
		if _, err := w.Events.Move(t.Context(), e.ID, day); !data.HasCode(err, "event.day") {
			t.Errorf("moving to %q: %v", day, err)
		}
	}
}

func TestDuplicateLeavesWhatHappenedBehind(t *testing.T) {
	w := homeWorkspace(t)
	e := planned(t, w)
	for _, day := range []data.Date{"", "2026-03-02"} {
		next, done, err := w.Events.Duplicate(t.Context(), e.ID, day)
		if err != nil || done.Batch == "" {
			t.Fatal(err)
		}
		now := storedEvent(t, w, next.ID)
		if now.Start.Day() != day || now.Status != "planned" || !now.Account.Empty() || now.Replies != nil || now.OnlineLink != "" || *now.Expected != 30 {
			t.Errorf("%q: %+v", day, now)
		}
		if now.Agenda[0].ID == e.Agenda[0].ID || now.Agenda[0].Time != "09:00" || now.Budget[0].Spent != nil || now.Checklist[0].Done != "" {
			t.Errorf("%q: %+v %+v %+v", day, now.Agenda, now.Budget, now.Checklist)
		}
		if o := now.Checklist[1].Offset; o == nil || *o != -21 || now.Checklist[1].Due != "" {
			t.Errorf("%q: an own date did not become days from the event: %+v", day, now.Checklist[1])
		}
		if day != "" && (now.Agenda[0].Day != "2026-03-04" || len(now.Days) != 1) || day == "" && (now.Agenda[0].Day != "" || len(now.Days) != 0) {
			t.Errorf("%q: days %+v, agenda %+v", day, now.Days, now.Agenda)
		}
	}
	if again := storedEvent(t, w, e.ID); again.Base != e.Base {
		t.Error("the event that was duplicated changed")
	}
}

func TestChecklistOfNewEvents(t *testing.T) {
	ctx := t.Context()
	w := homeWorkspace(t)
	e := planned(t, w)
	done, err := w.Events.BeginChecklist(ctx, e.ID, "en")
	if err != nil || done.Batch == "" {
		t.Fatal(err)
	}
	if n := len(storedEvent(t, w, e.ID).Checklist); n != 3+len(shippedTasks)-1 {
		t.Errorf("%d tasks: “Send the invitations” was there", n)
	}
	if again, err := w.Events.BeginChecklist(ctx, e.ID, "en"); err != nil || again.Batch != "" {
		t.Errorf("a second time: %+v, %v", again, err)
	}
	if _, err := w.Events.KeepChecklist(ctx, e.Project, e.Checklist); err != nil {
		t.Fatal(err)
	}
	items, own, err := w.Events.Checklist(ctx, e.Project, "fr")
	if err != nil || !own || len(items) != 3 || items[0].Done != "" || items[1].Due != "" || items[0].Name != "Book the hall" {
		t.Errorf("%v %+v %v", own, items, err)
	}
}
