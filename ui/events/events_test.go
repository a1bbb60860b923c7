package events

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"fyne.io/fyne/v2/test"

	"primadesk/data"
	"primadesk/ui/fields"
	"primadesk/ui/kit"
	"primadesk/ui/screen/screentest"
)

// numbers are the events of the list, in its order.
func (s *events) numbers() []string {
	var out []string
	for i := range s.source.pages.Len() {
		e, _ := s.source.pages.Item(i)
		out = append(out, e.Number)
	}
	return out
}

func TestListSearchesSortsAndFilters(t *testing.T) {
	s, _ := open(t, "en")
	if got := len(s.numbers()); got != 8 {
		t.Fatalf("%d events", got)
	}
	if got := s.numbers(); got[0] != "BE-02" || got[7] != "ES-01" {
		t.Errorf("by date, latest first, no date last: %v", got)
	}
	s.Search("sicily round")
	if got := fmt.Sprint(s.numbers()); got != "[IT-02 IT-01]" {
		t.Errorf("search: %s", got)
	}
	s.Search("")
	s.sorted(colNumber, false)
	if got := s.numbers(); !slices.IsSorted(got) {
		t.Errorf("by number: %v", got)
	}
	s.bar.set(s.bar.filters[0], "planned")
	if got := fmt.Sprint(s.numbers()); got != "[BE-02]" || !s.bar.filters[0].chip.Selected() {
		t.Errorf("planned: %s", got)
	}
	s.clear()
	test.Tap(s.bar.dates)
	if got := fmt.Sprint(s.numbers()); got != "[ES-01]" || s.bar.dates.Text() != "1 event has no date" {
		t.Errorf("%s: %s", s.bar.dates.Text(), got)
	}
	cells, _ := s.source.pages.Row(0)
	if !slices.ContainsFunc(cells, func(c kit.Cell) bool { return c.Text == "no date" && c.Tone == kit.TonePostponed }) {
		t.Errorf("the missing date is not shown: %v", cells)
	}
}

func TestTitlesAreInTheWindowsLanguage(t *testing.T) {
	s, f := open(t, "el")
	cells, _ := s.source.pages.Row(s.source.index(screentest.Event(t, f.Work, "CY-01").ID))
	if cells[1].Text != "Πρώτη εκδήλωση δικτύωσης στην Κύπρο" {
		t.Errorf("title %q", cells[1].Text)
	}
	s.Search("ΔΙΚΤΥΩΣΗΣ κυπρο")
	if got := fmt.Sprint(s.numbers()); got != "[CY-01]" {
		t.Errorf("unaccented search: %s", got)
	}
}

func TestEditAndSave(t *testing.T) {
	s, f := open(t, "en")
	s.Open(screentest.Event(t, f.Work, "ES-01").ID)
	plan := s.page.plan
	plan.place.SetValue("city", "Valencia")
	plan.event.SetValue("start", "2025-05-15T10:00")
	if !s.Dirty() || !s.Save() || s.Dirty() {
		t.Fatalf("not saved: %v", f.Errors)
	}
	if e := screentest.Event(t, f.Work, "ES-01"); e.City != "Valencia" || e.Start != "2025-05-15T10:00" || len(e.Account.In) == 0 {
		t.Errorf("kept: %+v", e)
	}
	if s.bar.dates.Visible() {
		t.Error("the list still counts an event without a date")
	}
	f.Last().Actions[0].Do()
	if e := screentest.Event(t, f.Work, "ES-01"); e.City != "" || e.Start != "" {
		t.Errorf("undone: %q %q", e.City, e.Start)
	}
	if got := s.page.plan.place.Value("city"); got != "" {
		t.Errorf("the form still has %q", got)
	}
}

func TestErrorsStandAtTheirFields(t *testing.T) {
	s, f := open(t, "en")
	s.Open(screentest.Event(t, f.Work, "CY-01").ID)
	before := screentest.Event(t, f.Work, "CY-01").Base
	s.page.tabs.Choose(tabPeople)
	s.page.tab()
	s.page.plan.event.SetValue("end", "2025-03-30")
	if s.Save() {
		t.Fatal("an end before the start is saved")
	}
	if s.page.plan.event.Error("end") == "" || s.page.tabs.Chosen() != tabPlan {
		t.Errorf("error %q on tab %s", s.page.plan.event.Error("end"), s.page.tabs.Chosen())
	}
	s.page.plan.link.SetValue("online_link", "not a link")
	s.page.plan.event.SetValue("end", "")
	if s.Save() || s.page.plan.link.Error("online_link") == "" {
		t.Error("a wrong link has no error at its field")
	}
	if got := screentest.Event(t, f.Work, "CY-01").Base; got != before {
		t.Error("something was written")
	}
	s.Discard()
	if s.Dirty() || s.page.plan.link.Error("online_link") != "" {
		t.Error("taking back leaves something")
	}
}

func TestNewEventHasTheNextNumber(t *testing.T) {
	s, f := open(t, "en")
	greece := screentest.Event(t, f.Work, "EL-01").Organiser
	s.bar.set(s.bar.filters[2], greece)
	s.New()
	if f.Win.Canvas().Focused() != s.page.plan.event.Control("name").Target() {
		t.Error("a new event does not begin in its title")
	}
	if got := s.page.plan.event.Value("number"); got != "EL-03" {
		t.Fatalf("number %q", got)
	}
	if s.page.plan.event.Value("zone") != "Europe/Athens" {
		t.Errorf("zone %q", s.page.plan.event.Value("zone"))
	}
	if s.Save() {
		t.Error("an event without a title is saved")
	}
	title := data.TextIn("en", "Focus group, Kalamata")
	s.page.plan.event.SetValue("name", fields.Value(fields.Column(&data.Event{}, "name"), &data.Event{Name: title}))
	s.page.plan.who.SetValue("organiser", screentest.Event(t, f.Work, "BE-01").Organiser)
	s.page.plan.propose()
	if got := s.page.plan.event.Value("number"); got != "BE-03" {
		t.Errorf("after another organiser: %q", got)
	}
	if !s.Save() {
		t.Fatal(f.Errors)
	}
	e := screentest.Event(t, f.Work, "BE-03")
	if e.Owner != e.Organiser || e.Country != "BE" || e.Zone != "Europe/Brussels" || e.Project == "" || e.Title("fr") != "Focus group, Kalamata" {
		t.Errorf("%+v", e)
	}
	s.clear()
	if s.Back(); s.paged || s.opened != e.ID {
		t.Error("the way back does not lead to the list with the new event")
	}
}

func TestDeleteAndUndo(t *testing.T) {
	s, f := open(t, "en")
	s.choose(screentest.Event(t, f.Work, "IT-01").ID)
	s.Delete()
	if len(s.numbers()) != 7 || s.opened == "" || len(f.Errors) > 0 {
		t.Fatalf("%v, opened %q, %v", s.numbers(), s.opened, f.Errors)
	}
	f.Last().Actions[0].Do()
	if len(s.numbers()) != 8 {
		t.Errorf("after undo: %v", s.numbers())
	}
}

func TestLeavingAsksAboutWhatIsNotSaved(t *testing.T) {
	s, f := open(t, "en")
	s.Open(screentest.Event(t, f.Work, "CY-01").ID)
	s.page.plan.place.SetValue("city", "Nicosia")
	s.Back()
	if !s.paged || f.Win.Canvas().Overlays().Top() == nil {
		t.Fatal("nothing was asked")
	}
	f.Win.Canvas().Overlays().Top().(*kit.Dialog).Close()
	s.Discard()
	if s.Back(); s.paged {
		t.Error("the way back is closed although nothing was changed")
	}
}

func TestAChangeFromElsewhereIsNotOverwritten(t *testing.T) {
	s, f := open(t, "en")
	e := screentest.Event(t, f.Work, "CY-01")
	s.Open(e.ID)
	s.page.plan.place.SetValue("city", "Nicosia")
	other := *e
	other.Venue = "CARDET"
	if _, err := f.Work.Records.Save(context.Background(), &other); err != nil {
		t.Fatal(err)
	}
	if !s.page.later || s.page.plan.place.Value("city") != "Nicosia" {
		t.Error("the form does not say that the event was changed, or lost what was typed")
	}
	if !s.Save() {
		t.Fatal(f.Errors)
	}
	if e := screentest.Event(t, f.Work, "CY-01"); e.City != "Nicosia" || e.Venue != "CARDET" {
		t.Errorf("city %q, venue %q", e.City, e.Venue)
	}
}

func TestStaleAccountIsConfirmed(t *testing.T) {
	s, f := open(t, "fr")
	e := screentest.Event(t, f.Work, "CY-01")
	changed := *e
	changed.Account = e.Account.Clone()
	changed.Account.In["en"] += " More."
	if _, err := f.Work.Records.Save(context.Background(), &changed); err != nil {
		t.Fatal(err)
	}
	s.Open(e.ID)
	account := s.page.told.account.Control("account").(*fields.Texts)
	if account.Chosen() != "fr" {
		t.Fatalf("shown: %q", account.Chosen())
	}
	fresh := screentest.Event(t, f.Work, "CY-01").Account
	fresh.Confirm("fr")
	s.page.told.account.SetValue("account", fields.Value(fields.Column(e, "account"), &data.Event{Account: fresh}))
	if !s.Save() || screentest.Event(t, f.Work, "CY-01").Account.Stale("fr") || !screentest.Event(t, f.Work, "CY-01").Account.Stale("nl") {
		t.Errorf("%v: French is not confirmed, or Dutch is too", f.Errors)
	}
}

func TestChecklist(t *testing.T) {
	s, f := open(t, "en")
	s.Open(screentest.Event(t, f.Work, "EL-02").ID)
	c := s.page.checklist
	n := len(c.items)
	if n == 0 {
		t.Fatal("the sample's event has no checklist")
	}
	first := c.items[0]
	c.tick(0, first.Done == "")
	if row, _ := screentest.Event(t, f.Work, "EL-02").Checklist.Find(first.ID); (row.(*data.ChecklistItem).Done == "") == (first.Done == "") {
		t.Error("the tick is not kept")
	}
	if !c.keep(data.ChecklistItem{}, map[string]string{"name": "Book the hall", taskDays: "14", taskSide: before}) {
		t.Fatal(f.Errors)
	}
	e := screentest.Event(t, f.Work, "EL-02")
	i := slices.IndexFunc(e.Checklist, func(i data.ChecklistItem) bool { return i.Name == "Book the hall" })
	if i < 0 || *e.Checklist[i].Offset != -14 || e.Checklist[i].DueOn(e.Start.Day()) != e.Start.Day().AddDays(-14) {
		t.Fatalf("%+v", e.Checklist)
	}
	if c.index() < 0 || c.items[c.index()].Name != "Book the hall" {
		t.Error("the new task is not chosen")
	}
	s.page.tabs.Choose(tabChecklist)
	s.Delete()
	if got := len(screentest.Event(t, f.Work, "EL-02").Checklist); got != n {
		t.Errorf("%d tasks after removing, want %d", got, n)
	}
	f.Last().Actions[0].Do()
	if got := len(screentest.Event(t, f.Work, "EL-02").Checklist); got != n+1 {
		t.Errorf("%d tasks after undo", got)
	}
}

func TestEvidence(t *testing.T) {
	s, f := open(t, "en")
	s.Open(screentest.Event(t, f.Work, "EL-01").ID)
	v := s.page.evidence
	n := len(v.list)
	path := filepath.Join(t.TempDir(), "list.pdf")
	if err := os.WriteFile(path, []byte("signed"), 0o600); err != nil {
		t.Fatal(err)
	}
	v.attach(path)
	if len(v.list) != n+1 || len(f.Errors) > 0 {
		t.Fatalf("%d pieces, %v", len(v.list), f.Errors)
	}
	i := slices.IndexFunc(v.list, func(e *data.Evidence) bool { return e.FileName == "list.pdf" })
	copied := filepath.Join(t.TempDir(), "copy.pdf")
	v.copy(v.list[i], copied)
	if b, err := os.ReadFile(copied); err != nil || string(b) != "signed" {
		t.Errorf("copy: %q, %v", b, err)
	}
	v.chosen = v.list[i].ID
	s.page.tabs.Choose(tabEvidence)
	s.Delete()
	if len(v.list) != n {
		t.Errorf("%d pieces after deleting", len(v.list))
	}
}

func TestEmptyWorkspaceOffersTheFirstStep(t *testing.T) {
	s, f := build(t, screentest.Params{Lang: "nl", Empty: true})
	if _, err := f.Work.Projects.Make(context.Background(), "NEW", ""); err != nil {
		t.Fatal(err)
	}
	f.Show(t, s)
	if !s.none.Visible() || s.side.view.Visible() {
		t.Error("an empty list says nothing")
	}
	s.New()
	if !s.paged || !s.page.fresh {
		t.Error("the first event cannot be made")
	}
}

func TestHiddenScreenFollowsNothing(t *testing.T) {
	s, f := open(t, "en")
	s.Hidden()
	if _, err := f.Work.Records.Trash(context.Background(), data.EntityOf(&data.Event{}), screentest.Event(t, f.Work, "CY-01").ID); err != nil {
		t.Fatal(err)
	}
	if len(s.numbers()) != 8 {
		t.Error("a hidden screen read the list")
	}
	s.Shown()
	if len(s.numbers()) != 7 {
		t.Error("a screen that is shown again did not read the list")
	}
}

func TestNewBeforeAnythingWasRead(t *testing.T) {
	f := screentest.Open(t, screentest.Params{})
	q := &screentest.Held{}
	s := newEvents(Params{Workspace: f.Work, Shell: f, Printer: f.Printer}, q)
	f.Show(t, s)
	s.New() // as from another screen, whose button shows this one and asks at once
	if s.paged {
		t.Fatal("there is a form without what it chooses from")
	}
	q.Forwards()
	if !s.paged || !s.page.fresh {
		t.Error("the new event that was asked for is forgotten")
	}
}
