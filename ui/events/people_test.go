package events

import (
	"context"
	"slices"
	"strings"
	"testing"

	"primadesk/app"
	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/ui/kit"
	"primadesk/ui/screen/screentest"
)

func TestMarkingPeople(t *testing.T) {
	s, f := open(t, "en")
	s.Open(screentest.Event(t, f.Work, "CY-01").ID)
	v := s.page.people
	named := v.d.tally.Named
	absent := slices.IndexFunc(v.shown, func(x participant) bool { return !x.present() })
	id := v.shown[absent].a.Contact
	v.checked(absent, true)
	if v.d.tally.Named != named+1 || !v.participant(id).present() || !strings.Contains(f.Last().Text, "is marked as present") {
		t.Fatalf("%d named, toast %q", v.d.tally.Named, f.Last().Text)
	}
	f.Last().Actions[0].Do()
	if v.d.tally.Named != named {
		t.Errorf("%d named after undo, want %d", v.d.tally.Named, named)
	}
}

func TestTypingANameMarksThePerson(t *testing.T) {
	s, f := open(t, "en")
	s.Open(screentest.Event(t, f.Work, "CY-01").ID)
	v := s.page.people
	found, err := v.find(context.Background(), "ΠΑΠΑΔΟΠΟΥΛΟΣ")
	if err != nil || len(found) == 0 {
		t.Fatalf("%v, %v", found, err)
	}
	named, listed := v.d.tally.Named, len(v.d.people)
	v.combo.SetChoice(found[0])
	v.picked()
	if v.d.tally.Named != named+1 || len(v.d.people) != listed+1 || v.combo.Typed() != "" {
		t.Fatalf("%d named of %d, field %q, %v", v.d.tally.Named, len(v.d.people), v.combo.Typed(), f.Errors)
	}
	v.combo.SetChoice(found[0])
	v.picked() // again
	if len(v.d.people) != listed+1 {
		t.Error("the same person stands twice on the list")
	}
	v.only = showPresent
	v.fill()
	came := 0
	for _, x := range v.d.people {
		if x.present() {
			came++
		}
	}
	if len(v.shown) != came {
		t.Errorf("%d shown as present, %d are", len(v.shown), came)
	}
}

func TestMeetingSomebodyNew(t *testing.T) {
	s, f := open(t, "en")
	s.Open(screentest.Event(t, f.Work, "CY-01").ID)
	v := s.page.people
	named := v.d.tally.Named
	v.meet("Anna Maria Example")
	x := v.participant(v.chosen)
	if x == nil || x.name != "Anna Maria Example" || !x.walkIn() || v.d.tally.Named != named+1 {
		t.Fatalf("%+v, %v", x, f.Errors)
	}
	f.Last().Actions[0].Do()
	if v.d.tally.Named != named {
		t.Error("undo leaves the person on the list")
	}
	hits, err := f.Work.Records.Search(context.Background(), app.Find{Text: "anna example"})
	if err != nil || len(hits.Items) != 0 {
		t.Errorf("undo leaves the contact: %v, %v", hits.Items, err)
	}
}

func TestAPersonsFieldsAreKeptAtOnce(t *testing.T) {
	s, f := open(t, "en")
	s.Open(screentest.Event(t, f.Work, "CY-01").ID)
	v := s.page.people
	v.selected(0)
	id := v.chosen
	v.one.form.SetValue("invitation", "tentative")
	v.one.edited("invitation")
	if got := v.participant(id).a.Invitation; got != "tentative" {
		t.Errorf("invitation %q, %v", got, f.Errors)
	}
	v.one.form.SetValue("group", "migrants")
	v.one.edited("group")
	if v.one.form.Error("group") == "" || v.participant(id).a.Group == "migrants" {
		t.Error("a named person is put into a group that reveals a status")
	}
}

func TestHeadCount(t *testing.T) {
	s, f := open(t, "en")
	s.Open(screentest.Event(t, f.Work, "ES-01").ID)
	v := s.page.people
	a := v.newCount()
	form := newCountForm(s.Printer, a, v.unfolded)
	for id, value := range map[string]string{countNumber: "20", partID("gender", "female"): "12", partID("gender", "male"): "7"} {
		form.SetValue(id, value)
	}
	form.Control(countCountries).(*kit.RowsEditor).SetRows([]kit.RowValue{
		{ID: newID(), Values: map[string]string{"word": "ES", "count": "15"}}, {ID: newID(), Values: map[string]string{"word": "MA", "count": "5"}},
	})
	counts := len(v.d.counts)
	if !v.keepCount(a, form) || len(v.d.counts) != counts+1 {
		t.Fatalf("%v", f.Errors)
	}
	kept := v.d.counts[slices.IndexFunc(v.d.counts, func(x *data.Attendance) bool { return x.ID == a.ID })]
	if sum, _ := kept.PartSum("country"); sum != 20 || len(kept.Parts) != 4 {
		t.Errorf("parts %+v", kept.Parts)
	}
	again := countOf(kept, newCountForm(s.Printer, kept, v.unfolded).Values())
	if len(again.Parts) != 4 || again.Parts[0].ID != kept.Parts[0].ID {
		t.Errorf("the form does not give back what it was given: %+v", again.Parts)
	}
	v.editCount(kept)
	if _, button := f.Win.Canvas().Focused().(*kit.Button); button || f.Win.Canvas().Overlays().Top() == nil {
		t.Error("the dialog does not begin in its first field")
	}
	bad := newCountForm(s.Printer, v.newCount(), v.unfolded)
	bad.SetValue(countNumber, "3 many")
	if bad.Check() {
		t.Error("a number that is none is taken")
	}
}

func TestProof(t *testing.T) {
	n := func(i int) *int { return &i }
	count := func(total int, named bool, parts ...data.CountPart) *data.Attendance {
		a := &data.Attendance{Count: n(total), IncludesNamed: named, Parts: parts}
		a.ID = newID()
		return a
	}
	part := func(by, word string, i int) data.CountPart { return data.CountPart{By: by, Word: word, Count: n(i)} }
	person := &data.Attendance{Contact: "x", Came: "yes", Gender: "female", Country: "GR", AgeBand: "over_60"}
	for _, tc := range []struct {
		name string
		rows []*data.Attendance
		want []string
		ok   []bool
	}{
		{"nobody", nil, []string{"Nobody has been marked as present or counted yet."}, []bool{false}},
		{"one named", []*data.Attendance{person}, []string{"Gender: 1 + 0 + 0 + 0 = 1", "Age: 0 + 0 + 1 + 0 = 1", "Country: 1 = 1"}, []bool{true, true, true}},
		{
			"a sum that is off", []*data.Attendance{count(38, true, part("gender", "female", 20), part("gender", "male", 16))},
			[]string{"Gender: 20 + 16 + 0 + 0 = 36, but 38 were there: 2 too few", "Age: the head count does not say", "Country: the head count does not say"},
			[]bool{false, false, false},
		},
		{
			"without a country", []*data.Attendance{count(3, true, part("country", "GR", 2), part("country", "undisclosed", 1))},
			[]string{"Gender: the head count does not say", "Age: the head count does not say", "Country: 2 + 1 = 3", "1 person has no country"},
			[]bool{false, false, true, false},
		},
	} {
		tally := data.TallyOf(tc.rows, func(string) data.Facts { return data.Facts{} })
		for i, line := range proofOf(i18n.For("en"), &tally) {
			if i >= len(tc.want) || line.text != tc.want[i] || line.ok != tc.ok[i] {
				t.Errorf("%s: line %d is %v %q", tc.name, i, line.ok, line.text)
			}
		}
	}
}
