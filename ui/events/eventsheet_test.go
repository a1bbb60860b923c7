package events

import (
	"strings"
	"testing"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/kit"
	"primadesk/ui/screen/screentest"
)

// sheetOf is the page's event sheet.
func sheetOf(s *events) *eventSheet { return s.page.part(tabSheet).(*eventSheet) }

func TestTheSheetFollowsWhatIsWritten(t *testing.T) {
	s, f := stage(t, screentest.Params{}, "EL-01", tabSheet)
	v := sheetOf(s)
	if v.form == nil || v.form.Total.Text != "42" || !v.form.Tables[0].Agrees {
		t.Fatalf("%+v, %v", v.form, f.Errors)
	}
	n := 3
	a := &data.Attendance{Event: v.d.event.ID, Count: &n}
	a.ID = newID()
	part := data.CountPart{By: "gender", Word: "female", Count: new(int)}
	part.ID, part.Order = newID(), "a"
	a.Parts = append(a.Parts, part)
	before := v.open()
	screentest.Keep(t, f.Work, a)
	s.reread()
	if v.form.Total.Text != "45" || v.form.Tables[0].Agrees || v.open() <= before {
		t.Errorf("total %q, %d open, was %d", v.form.Total.Text, v.open(), before)
	}
	if said := dimension(s.Printer, &v.d.tally, "gender").text; !strings.Contains(said, "3 too few") {
		t.Errorf("said %q", said)
	}
	v.toPeople()
	if s.page.tabs.Chosen() != tabPeople {
		t.Error("the number does not lead to the people")
	}
}

func TestTheSheetsLanguage(t *testing.T) {
	s, _ := stage(t, screentest.Params{}, "EL-01", tabSheet)
	v := sheetOf(s)
	english := v.form.Title
	v.lang.SetValue("el")
	v.read()
	if v.form.Title == english {
		t.Errorf("the sheet is still %q", english)
	}
}

func TestALateSheetIsDropped(t *testing.T) {
	s, _ := stage(t, screentest.Params{}, "EL-01", tabSheet)
	v := sheetOf(s)
	exec := &screentest.Idle{}
	v.loading = kit.NewLater[app.EventForm](exec)
	v.lang.SetValue("fr")
	v.read()
	v.lang.SetValue("it")
	v.read()
	exec.Work[1]()
	italian := v.form.Title
	exec.Work[0]()
	if v.form.Title != italian {
		t.Errorf("a late answer shows %q", v.form.Title)
	}
}
