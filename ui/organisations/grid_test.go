package organisations

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/kit"
	"primadesk/ui/screen/screentest"
)

func TestGridFollowsTheListAndMoves(t *testing.T) {
	s, v := open(t)
	v.view(viewGrid)
	if v.List().Target() != fyne.Focusable(v.grid.picture) {
		t.Fatal("the grid does not have the table's place")
	}
	v.List().SetFilter("country", "GR")
	points, err := weigh(t.Context(), s.Work.Records, v.List().Query(), "en")
	if err != nil || len(points.points) != v.List().Count() {
		t.Fatalf("%d points of %d, %v", len(points.points), v.List().Count(), err)
	}
	id := points.points[0].ID
	before := screentest.Stored[*data.Organisation](t, s.Work, id)
	v.grid.move(id, 5, 1)
	if got := screentest.Stored[*data.Organisation](t, s.Work, id); got.Quarter() != "keep_satisfied" || got.Name != before.Name {
		t.Errorf("moved to %v, %v", got.Power, got.Interest)
	}
	if !strings.Contains(s.Last().Text, before.Name) {
		t.Errorf("told %q", s.Last().Text)
	}
	s.Last().Actions[0].Do()
	if got := screentest.Stored[*data.Organisation](t, s.Work, id); *got.Power != *before.Power {
		t.Errorf("power %v after Undo", *got.Power)
	}
	second := points.points[1].ID
	v.Open(second)
	if v.grid.picture.Chosen() != second {
		t.Error("the grid does not show what is open")
	}
}

func TestALateAnswerOfTheGridIsDropped(t *testing.T) {
	s, h := screentest.Open(t, screentest.Params{}), &screentest.Held{}
	v := newOrganisations(Params{Workspace: s.Work, Shell: s, Printer: s.Printer}, h)
	v.views.Choose(viewGrid)
	h.Backwards()
	v.grid.read() // of all countries
	v.List().SetFilter("country", "CY")
	h.Backwards()
	cyprus, err := s.Work.Records.Count(t.Context(), v.List().Query())
	if err != nil || cyprus == 0 || v.grid.points != cyprus {
		t.Errorf("%d points, %d in Cyprus, %v: a late answer overwrote a newer one", v.grid.points, cyprus, err)
	}
}

func TestTheFirstOrganisation(t *testing.T) {
	s := screentest.Open(t, screentest.Params{Empty: true, Lang: "el"})
	v := newOrganisations(Params{Workspace: s.Work, Shell: s, Printer: s.Printer}, kit.Inline())
	s.Show(t, v)
	if v.List().Count() != 0 || v.Pane().ID() != "" {
		t.Fatal("there is something")
	}
	v.view(viewGrid)
	v.New()
	v.Pane().SetValue("name", "Ένωση Αλιέων")
	if !v.Save() || v.List().Count() != 1 || v.grid.waiting != 1 {
		t.Fatalf("%d rows, %d wait: %v", v.List().Count(), v.grid.waiting, s.Errors)
	}
	v.grid.picture.Focus()
	for _, key := range []fyne.KeyName{fyne.KeyReturn, fyne.KeyUp, fyne.KeyUp, fyne.KeyRight, fyne.KeyReturn} {
		s.Win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: key})
	}
	if got := screentest.Stored[*data.Organisation](t, s.Work, v.Pane().ID()); got.Quarter() != "manage_closely" || *got.Power != 5 || *got.Interest != 4 {
		t.Errorf("placed at %v, %v", got.Power, got.Interest)
	}
	if v.grid.waiting != 0 || v.Dirty() || v.Pane().Value("power") != "5" {
		t.Errorf("%d wait, dirty %v, power %q in the form", v.grid.waiting, v.Dirty(), v.Pane().Value("power"))
	}
	s.Last().Actions[0].Do()
	if v.grid.waiting != 1 {
		t.Error("Undo did not take the place back")
	}
}

func TestFiltersAndQuarters(t *testing.T) {
	s, v := open(t)
	all, sum := v.List().Count(), 0
	for _, q := range data.Grid.Words {
		v.List().SetFilter(colQuarter, q)
		n := v.List().Count()
		sum += n
		for i := range n {
			if row, _ := v.List().Row(i); organisation(row.Record).Quarter() != q {
				t.Errorf("%s is in %s", row.Record.Title("en"), q)
			}
		}
	}
	v.List().Clear()
	placed, err := s.Work.Records.Count(t.Context(), app.Query{Entity: "organisation", Where: []app.Cond{app.Where("power", "not empty"), app.Where("interest", "not empty")}})
	if err != nil || sum != placed || sum == 0 || v.List().Count() != all {
		t.Errorf("%d in the quarters, %d placed, %v", sum, placed, err)
	}
}
