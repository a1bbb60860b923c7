package events

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"primadesk/ui/kit"
	"primadesk/ui/screen/screentest"
)

// again is the screen as after a crash: made anew over what is on the disk.
func again(t *testing.T, f *screentest.Shell) *events {
	t.Helper()
	s := newEvents(Params{Workspace: f.Work, Shell: f, Printer: f.Printer}, kit.Inline())
	f.Win.SetContent(s.Content())
	s.Shown()
	t.Cleanup(s.Hidden)
	return s
}

func TestWhatIsTypedOutlivesACrash(t *testing.T) {
	s, f := open(t, "en")
	e := screentest.Event(t, f.Work, "EL-02")
	s.Open(e.ID)
	s.page.plan.place.SetValue("city", "Nafplio")
	s.page.typed()
	s.Hidden()
	s = again(t, f)
	s.Open(e.ID)
	if !s.Dirty() || s.page.plan.place.Value("city") != "Nafplio" {
		t.Fatalf("city %q", s.page.plan.place.Value("city"))
	}
	if !s.Save() || screentest.Event(t, f.Work, "EL-02").City != "Nafplio" {
		t.Fatal(f.Errors)
	}
	if left, err := f.Work.Drafts.List("event"); err != nil || len(left) != 0 {
		t.Errorf("%d drafts stay after saving, %v", len(left), err)
	}
}

func TestANewEventOutlivesACrash(t *testing.T) {
	s, f := open(t, "en")
	s.New()
	id := s.page.event.ID
	s.page.plan.place.SetValue("city", "Sparta")
	s.page.typed()
	s.Hidden()
	s = again(t, f)
	f.Last().Actions[0].Do()
	if !s.page.fresh || s.page.event.ID != id || s.page.plan.place.Value("city") != "Sparta" {
		t.Fatalf("fresh %v, city %q", s.page.fresh, s.page.plan.place.Value("city"))
	}
	s.page.cancel()
	if left, err := f.Work.Drafts.List("event"); err != nil || len(left) != 0 {
		t.Errorf("%d drafts stay after throwing it away, %v", len(left), err)
	}
}

func TestWhatTwoPeopleWroteIsDecidedOnThePage(t *testing.T) {
	s, f := open(t, "en")
	e := screentest.Event(t, f.Work, "CY-01")
	s.Open(e.ID)
	s.page.plan.place.SetValue("city", "Nicosia")
	other := *e
	other.City = "Limassol"
	if _, err := f.Work.Records.Save(t.Context(), &other); err != nil {
		t.Fatal(err)
	}
	if !s.Save() {
		t.Fatal(f.Errors)
	}
	d := s.page.now.disputes
	if d.Len() != 1 || d.Fields()[0] != "city" || !s.page.disputed.Visible() {
		t.Fatalf("%d disputes", d.Len())
	}
	var chips []*kit.FilterChip
	for _, o := range test.LaidOutObjects(s.page.plan.place) {
		if c, ok := o.(*kit.FilterChip); ok && strings.HasPrefix(c.Text(), "Limassol") {
			chips = append(chips, c)
		}
	}
	if len(chips) != 1 {
		t.Fatalf("%d times at the field", len(chips))
	}
	test.Tap(chips[0])
	if s.page.disputed.Visible() || s.page.plan.place.Value("city") != "Limassol" {
		t.Errorf("after deciding: %q", s.page.plan.place.Value("city"))
	}
}
