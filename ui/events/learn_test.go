package events

import (
	"testing"

	"primadesk/data"
	"primadesk/ui/fields"
	"primadesk/ui/screen/screentest"
)

func TestSomethingLearnedIsWrittenInPlace(t *testing.T) {
	s, f := open(t, "en")
	e := screentest.Event(t, f.Work, "BE-01")
	s.Open(e.ID)
	s.page.choose(tabAccount)
	before := len(s.page.now.takeaways)
	form := s.page.told.takeawayForm()
	if s.page.told.keepTakeaway(form) {
		t.Fatal("nothing is learned, and saved")
	}
	text := data.TextIn("en", "Employers want one telephone number.")
	form.SetValue("text", fields.Value(fields.Column(&data.Takeaway{}, "text"), &data.Takeaway{Text: text}))
	form.SetValue("kind", "need")
	if !s.page.told.keepTakeaway(form) {
		t.Fatal(f.Errors)
	}
	now := s.page.now.takeaways
	if len(now) != before+1 {
		t.Fatalf("%d takeaways", len(now))
	}
	x := now[len(now)-1]
	if !x.Events.Has(e.ID) || x.Country != "BE" || x.Project != e.Project || x.Kind != "need" || x.Title("en") != "Employers want one telephone number." {
		t.Errorf("%+v", x)
	}
	f.Last().Actions[0].Do()
	if len(s.page.now.takeaways) != before {
		t.Error("it is not taken back")
	}
}
