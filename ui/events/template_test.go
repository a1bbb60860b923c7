package events

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"primadesk/data"
	"primadesk/ui/screen/screentest"
)

func TestTasksByTypingAndSpace(t *testing.T) {
	s, f := open(t, "en")
	s.Open(screentest.Event(t, f.Work, "BE-01").ID)
	s.page.choose(tabChecklist)
	c := s.page.checklist
	n := len(c.items)
	f.Win.Canvas().Focus(c.typed.Target())
	test.Type(c.typed.Target(), "Order the coffee")
	c.typed.Target().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if len(c.items) != n+1 || c.typed.Value() != "" || c.index() < 0 || c.items[c.index()].Name != "Order the coffee" {
		t.Fatalf("%d tasks, still typed %q", len(c.items), c.typed.Value())
	}
	c.table.Focus()
	f.Win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	row, _ := screentest.Event(t, f.Work, "BE-01").Checklist.Find(c.chosen)
	if row.(*data.ChecklistItem).Done != today {
		t.Errorf("Space does not tick the task: %+v", row)
	}
	f.Last().Actions[0].Do()
	if row, _ := screentest.Event(t, f.Work, "BE-01").Checklist.Find(c.chosen); row.(*data.ChecklistItem).Done != "" {
		t.Error("the tick is not taken back")
	}
}

func TestUsualTasksAreEditedAndBegun(t *testing.T) {
	s, f := open(t, "en")
	e := screentest.Event(t, f.Work, "CY-01")
	s.Open(e.ID)
	s.page.choose(tabChecklist)
	c := s.page.checklist
	items, own, err := f.Work.Events.Checklist(t.Context(), e.Project, "en")
	if err != nil || own || len(items) == 0 {
		t.Fatal(own, err)
	}
	form := c.templateForm(items)
	kept := templateItems(items, form.Value(templateRows))
	if len(kept) != len(items) || *kept[0].Offset != *items[0].Offset || kept[0].Phase != items[0].Phase {
		t.Fatalf("the form changes what it shows: %+v", kept[0])
	}
	if !c.keepTemplate(kept[:2]) {
		t.Fatal(f.Errors)
	}
	before := len(c.items)
	c.begin()
	if got := screentest.Event(t, f.Work, "CY-01").Checklist; len(got) != before+2 || got[before].DueOn(e.Start.Day()) != e.Start.Day().AddDays(*items[0].Offset) {
		t.Errorf("%+v", got)
	}
	c.keepAsTemplate()
	project, err := f.Work.Projects.Current(t.Context())
	if err != nil || len(project.Checklist) != before+2 {
		t.Errorf("%d tasks are usual now, %v", len(project.Checklist), err)
	}
}

func TestSignedDays(t *testing.T) {
	for _, tc := range []struct {
		days, side string
		want       int
	}{{"14", before, -14}, {"2", after, 2}, {"0", before, 0}} {
		if got := signed(tc.days, tc.side); got == nil || *got != tc.want {
			t.Errorf("%s %s: %v", tc.days, tc.side, got)
		}
	}
	if signed("", before) != nil {
		t.Error("unknown days are known")
	}
}
