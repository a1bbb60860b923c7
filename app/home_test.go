package app

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"primadesk/assets/i18n"
	"primadesk/data"
)

// homeDay is within the sample's plan: an event in three weeks, steps that are late.
var homeDay = time.Date(2026, 11, 23, 9, 30, 0, 0, time.UTC)

func homeWorkspace(t *testing.T) *Workspace {
	t.Helper()
	settings, err := LoadSettings(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	w, err := Create(t.Context(), Params{Folder: t.TempDir() + "/work", Settings: settings, Lang: "en", Now: func() time.Time { return homeDay }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = w.Close() })
	return w
}

func TestOverviewWithoutProject(t *testing.T) {
	if _, err := homeWorkspace(t).Home.Overview(t.Context(), "en", 60); !data.HasCode(err, "project.none") {
		t.Errorf("error %v, want project.none", err)
	}
}

func TestOverviewOfTheSample(t *testing.T) {
	w := homeWorkspace(t)
	if err := w.Projects.LoadSample(t.Context()); err != nil {
		t.Fatal(err)
	}
	o, err := w.Home.Overview(t.Context(), "en", 60)
	if err != nil {
		t.Fatal(err)
	}
	if o.Project.Acronym != "PRIMACENTERS" || o.Period == nil || *o.Period.Number != 2 || o.Events != 8 || !o.Contacts {
		t.Errorf("overview %s %+v, %d events, contacts %t", o.Project.Acronym, o.Period, o.Events, o.Contacts)
	}
	var events []Coming
	until := w.Today().AddDays(60)
	for _, c := range o.Coming {
		if c.Kind == ComingEvent {
			events = append(events, c)
		}
		if c.Date > until || (c.Late > 0) != (c.Date < w.Today()) || c.Title == "" {
			t.Errorf("%+v is not due by %s, or wrongly late", c, until)
		}
	}
	if len(events) != 1 || events[0].Date != "2026-12-11" || events[0].Status != "confirmed" || events[0].Beside == "" {
		t.Errorf("events to come: %+v", events)
	}
	if !slices.IsSortedFunc(o.Coming, func(a, b Coming) int { return strings.Compare(string(a.Date), string(b.Date)) }) {
		t.Error("not in the order of their dates")
	}
	program := slices.IndexFunc(o.Coming, func(c Coming) bool { return strings.HasPrefix(c.Title, "Οριστικό πρόγραμμα") })
	if program < 0 || o.Coming[program].Date != "2026-11-20" || o.Coming[program].Late != 3 || o.Coming[program].Kind != ComingTask {
		t.Errorf("the programme, due 21 days before the event, is not among what is late: %+v", o.Coming)
	}
	held := o.Targets[0]
	if held.Actual.String() != "6" || held.Target.String() != "12" || held.Part != 0.5 || held.Behind {
		t.Errorf("events held: %+v", held)
	}
	all, err := w.Reports.Findings(t.Context(), "en", 2)
	if err != nil || len(all) != len(o.Findings) {
		t.Errorf("%d findings, readiness has %d (%v)", len(o.Findings), len(all), err)
	}
}

func TestComingLeavesOutWhatIsDoneOrOff(t *testing.T) {
	offset := -3
	item := data.ChecklistItem{Name: "Book", Offset: &offset}
	done := item
	done.Done = "2026-11-01"
	event := func(status string, start data.Wall, items ...data.ChecklistItem) *data.Event {
		return &data.Event{Status: status, Start: start, Number: "X", Checklist: items}
	}
	for name, tc := range map[string]struct {
		event *data.Event
		want  int
	}{
		"planned, with one open item":    {event("planned", "2026-12-01", item, done), 2},
		"cancelled":                      {event("cancelled", "2026-12-01", item), 0},
		"postponed":                      {event("postponed", "2026-12-01", item), 0},
		"held, what is left to do":       {event("held", "2026-11-01", item), 1},
		"held today is no event ahead":   {event("held", "2026-11-23"), 0},
		"beyond the sixty days":          {event("planned", "2027-03-01", item), 0},
		"without a date":                 {event("planned", "", item), 0},
		"an item with a date of its own": {event("planned", "", data.ChecklistItem{Name: "Ask", Due: "2026-12-01"}), 1},
		"past, not marked as held":       {event("planned", "2026-11-01"), 0},
	} {
		c := &comings{lang: "en", today: "2026-11-23", until: "2027-01-22"}
		c.event(tc.event, nil)
		if len(c.list) != tc.want {
			t.Errorf("%s: %+v, want %d", name, c.list, tc.want)
		}
	}
}

func TestCurrentPeriod(t *testing.T) {
	one, two := 1, 2
	p := &data.Project{Periods: data.Rows[data.Period]{
		{Number: &one, From: "2024-05-01", To: "2025-10-31"}, {Number: &two, From: "2025-11-01", To: "2027-04-30"},
	}}
	for day, want := range map[data.Date]int{"2023-01-01": 1, "2024-05-01": 1, "2025-10-31": 1, "2025-11-01": 2, "2030-01-01": 2} {
		if got := CurrentPeriod(p, day); got == nil || *got.Number != want {
			t.Errorf("%s lies in %+v, want %d", day, got, want)
		}
	}
	if CurrentPeriod(&data.Project{}, "2025-01-01") != nil {
		t.Error("a project without periods has one")
	}
}

func TestLatelyTellsWhatWasDone(t *testing.T) {
	w := homeWorkspace(t)
	ctx := context.Background()
	c := &data.Contact{GivenName: "Ελένη", FamilyName: "Δοκιμή"}
	if _, err := w.Projects.Make(ctx, "ΔΟΚΙΜΗ", "101000000"); err != nil {
		t.Fatal(err)
	}
	if _, err := w.Records.Save(ctx, c); err != nil {
		t.Fatal(err)
	}
	e := data.EntityOf(c)
	if _, err := w.Records.Trash(ctx, e, c.ID); err != nil {
		t.Fatal(err)
	}
	if _, err := w.Records.Undo(ctx, ""); err != nil {
		t.Fatal(err)
	}
	deeds, err := w.Home.Lately(ctx, "en", 10)
	if err != nil {
		t.Fatal(err)
	}
	var told []string
	for _, d := range deeds {
		told = append(told, d.Text)
	}
	want := []string{"Undone: 1 record", "Deleted: Ελένη Δοκιμή", "Added: Ελένη Δοκιμή", "Project ΔΟΚΙΜΗ made"}
	if !slices.Equal(told, want) {
		t.Errorf("told %q, want %q", told, want)
	}
	if !deeds[1].Undone || deeds[2].Entity != "contact" || deeds[2].Record != c.ID {
		t.Errorf("deeds %+v", deeds)
	}
}

func TestEveryBatchHasWords(t *testing.T) {
	for _, lang := range i18n.Languages {
		p := i18n.For(lang)
		for _, kind := range []string{"made", "saved", "trashed", "restored", "put", "sample", "project.made", "project.opened", "attached", "undo", "redo", "of a later version"} {
			for _, n := range []int{1, 3} {
				b := BatchOf{Kind: kind, Entries: n, Args: map[string]any{"Entity": "contact", "Name": "X", "File": `C:\a\b.primadesk`}}
				if got := TellBatch(p, b, ""); got == "" || strings.ContainsAny(got, "[…\\") {
					t.Errorf("%s: %s is %q", lang, kind, got)
				}
			}
		}
	}
}
