package events

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"primadesk/app"
	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/ui/kit"
	"primadesk/ui/screen/screentest"
)

func TestMonthShowsEventsAndWhatIsDue(t *testing.T) {
	s, f := open(t, "en")
	s.setView(viewMonth)
	s.calendar.month.SetDay("2026-12-01")
	e := screentest.Event(t, f.Work, "EL-02")
	got := monthEntries(s.Printer, s.calendar.events, true, false)
	i := slices.IndexFunc(got, func(x kit.MonthEntry) bool { return x.ID == e.ID })
	if i < 0 || got[i].First != "2026-12-11" || got[i].Tone != kit.ToneConfirmed || got[i].Fixed {
		t.Fatalf("the event is not in the month: %+v", got)
	}
	late := slices.ContainsFunc(got, func(x kit.MonthEntry) bool {
		return strings.HasPrefix(x.ID, e.ID+taskMark) && x.First == "2026-12-13" && x.Tone == kit.ToneNeutral
	})
	if !late {
		t.Errorf("what is due two days after the event is not shown: %+v", got)
	}
	if without := monthEntries(s.Printer, s.calendar.events, false, false); len(without) != len(s.calendar.events) {
		t.Errorf("%d entries without tasks", len(without))
	}
	s.bar.set(s.bar.filters[1], "BE")
	if slices.ContainsFunc(s.calendar.events, func(x *data.Event) bool { return x.Country != "BE" }) {
		t.Error("the month is not filtered like the list")
	}
}

func TestYearByCountry(t *testing.T) {
	p := i18n.For("en")
	events := []*data.Event{
		{Name: data.TextIn("en", "A"), Country: "GR", Start: "2025-06-02T10:00", Status: "held"},
		{Name: data.TextIn("en", "B"), Start: "2025-07-02"}, {Name: data.TextIn("en", "C"), Country: "GR", Start: "2024-07-02"},
	}
	rows, dots := stripOf(p, events, []kit.Option{{Value: "GR", Text: "Greece"}}, 2025)
	if len(rows) != 2 || rows[1].Text != "No country" || len(dots) != 2 || dots[0].Row != "GR" || !strings.Contains(dots[0].Text, "2 Jun") {
		t.Errorf("%+v %+v", rows, dots)
	}
}

func TestMoveOnTheCalendarWithUndo(t *testing.T) {
	s, f := open(t, "en")
	s.setView(viewMonth)
	e := screentest.Event(t, f.Work, "EL-02")
	s.calendar.month.SetDay("2026-12-11")
	s.focusView()
	if f.Win.Canvas().Focused() != s.calendar.month {
		t.Fatal("the month does not take the keyboard")
	}
	s.calendar.month.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyDown, Modifier: fyne.KeyModifierControl})
	if got := screentest.Event(t, f.Work, "EL-02").Start; got != "2026-12-18T10:00" {
		t.Fatalf("moved to %q, %v", got, f.Errors)
	}
	if said := f.Last().Text; !strings.Contains(said, "18 Dec 2026") || !strings.Contains(said, "5 tasks") {
		t.Errorf("said %q", said)
	}
	f.Last().Actions[0].Do()
	if got := screentest.Event(t, f.Work, "EL-02").Start; got != e.Start {
		t.Errorf("undone: %q", got)
	}
	item := e.Checklist[len(e.Checklist)-1]
	s.calendar.move(e.ID+taskMark+item.ID, "2026-12-21", "2026-12-30")
	if row, _ := screentest.Event(t, f.Work, "EL-02").Checklist.Find(item.ID); row.(*data.ChecklistItem).Due != "2026-12-30" {
		t.Errorf("the task is due on %+v", row)
	}
}

func TestOpeningFromTheCalendar(t *testing.T) {
	s, f := open(t, "en")
	s.setView(viewMonth)
	e := screentest.Event(t, f.Work, "EL-02")
	s.calendar.month.SetDay("2026-12-11")
	s.calendar.open(e.ID + taskMark + e.Checklist[2].ID)
	if !s.paged || s.page.tabs.Chosen() != tabChecklist || s.page.checklist.chosen != e.Checklist[2].ID {
		t.Errorf("the task is not shown: %s, %s", s.page.tabs.Chosen(), s.page.checklist.chosen)
	}
	if s.Back(); s.paged || s.view != viewMonth {
		t.Error("the way back does not lead to the month")
	}
	s.calendar.begin("2026-12-24")
	if got := s.page.plan.event.Value("start"); got != "2026-12-24" || !s.page.fresh {
		t.Errorf("a new event begins on %q", got)
	}
}

func TestUndatedChipShowsTheList(t *testing.T) {
	s, _ := open(t, "en")
	s.setView(viewMonth)
	test.Tap(s.bar.dates)
	if s.view != viewList || len(s.numbers()) != 1 {
		t.Errorf("%s, %v", s.view, s.numbers())
	}
}

func TestStateComesBack(t *testing.T) {
	s, f := open(t, "en")
	s.setView(viewYear)
	s.bar.set(s.bar.filters[1], "GR")
	s.sorted(colNumber, false)
	s.Search("something that is nobody's business")
	s.Open(screentest.Event(t, f.Work, "EL-02").ID)
	s.page.choose(tabChecklist)
	text := s.State()
	if strings.Contains(text, "business") {
		t.Fatal("the search is kept")
	}
	again := newEvents(Params{Workspace: f.Work, Shell: f, Printer: f.Printer}, kit.Inline())
	again.SetState(text)
	f.Win.SetContent(again.Content())
	again.Shown()
	defer again.Hidden()
	if again.view != viewYear || again.want.country != "GR" || again.want.sort != colNumber || !again.paged || again.page.tabs.Chosen() != tabChecklist {
		t.Errorf("%s came back as %s", text, again.State())
	}
	again.SetState("no JSON")
	again.SetState(`{"view":"week","sort":"shoe_size","day":"2026-02-31"}`)
	if again.view != viewYear {
		t.Error("what makes no sense is not passed over")
	}
}

func TestRevealLeadsToTheField(t *testing.T) {
	s, f := open(t, "en")
	e := screentest.Event(t, f.Work, "EL-01")
	s.Reveal("event", e.ID, "city")
	if s.page.tabs.Chosen() != tabPlan || f.Win.Canvas().Focused() != s.page.plan.place.Control("city").Target() {
		t.Errorf("city: %s", s.page.tabs.Chosen())
	}
	s.Reveal("event", e.ID, "account")
	if s.page.tabs.Chosen() != tabAccount {
		t.Errorf("account: %s", s.page.tabs.Chosen())
	}
	s.Reveal("evidence", evidenceOf(t, f, e.ID), "")
	if !s.paged || s.opened != e.ID {
		t.Error("a piece of evidence does not lead to its event")
	}
}

func TestALateMonthDoesNotReplaceANewerOne(t *testing.T) {
	_, f := open(t, "en")
	q := &screentest.Held{}
	s := newEvents(Params{Workspace: f.Work, Shell: f, Printer: f.Printer}, q)
	f.Win.SetContent(s.Content())
	s.Shown()
	t.Cleanup(s.Hidden)
	s.setView(viewMonth)
	s.want.country = "BE"
	s.calendar.read()
	s.want.country = "IT"
	s.calendar.read()
	q.Backwards()
	if len(s.calendar.events) == 0 || slices.ContainsFunc(s.calendar.events, func(e *data.Event) bool { return e.Country != "IT" }) {
		t.Errorf("%d events, not those that were asked for last", len(s.calendar.events))
	}
	s.calendar.events = nil
	s.Hidden()
	s.changed(app.Changed{Records: map[string][]string{"event": nil}})
	if q.Backwards() > 0 || s.calendar.events != nil {
		t.Error("a hidden calendar reads")
	}
}
