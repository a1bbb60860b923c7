package record

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/kit"
	"primadesk/ui/listing"
	"primadesk/ui/screen/screentest"
)

// pickedOf are the actions on organisations, and how often the picks were taken away.
func pickedOf(t *testing.T) (s *screentest.Shell, actions []listing.Action, ids []string, unpicked *int) {
	t.Helper()
	s = screentest.Open(t, screentest.Params{})
	s.Win.Resize(screentest.Size)
	unpicked = new(int)
	actions = Picked(PickedParams{
		Workspace: s.Work, Shell: s, Printer: s.Printer, Exec: kit.Inline(), Entity: organisation(), Unpick: func() { *unpicked++ },
	})
	ids, err := s.Work.Records.IDs(t.Context(), app.Query{Entity: "organisation"})
	if err != nil || len(actions) != 5 {
		t.Fatalf("%d actions, %v", len(actions), err)
	}
	return s, actions, ids, unpicked
}

// answer types into the dialog's field and says yes.
func answer(t *testing.T, s *screentest.Shell, text string) {
	t.Helper()
	c := s.Win.Canvas()
	if c.Overlays().Top() == nil {
		t.Fatal("nothing is asked")
	}
	for _, r := range text {
		c.Focused().TypedRune(r)
	}
	for range 3 { // picks what completes, then says yes
		if c.Overlays().Top() != nil && c.Focused() != nil {
			c.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		}
	}
	if c.Overlays().Top() != nil {
		t.Fatal("the question is still there")
	}
}

func TestPickedRowsAreTaggedAndDeleted(t *testing.T) {
	s, actions, ids, unpicked := pickedOf(t)
	actions[0].Do(ids[:3])
	answer(t, s, "lighthouse")
	n, err := s.Work.Records.Count(t.Context(), app.Query{Entity: "organisation", Where: []app.Cond{app.Where("tags", "has", "lighthouse")}})
	if err != nil || n != 3 || *unpicked != 1 {
		t.Fatalf("%d tagged, unpicked %d times, %v %v", n, *unpicked, err, s.Errors)
	}
	s.Last().Actions[0].Do()
	if got := screentest.Stored[*data.Organisation](t, s.Work, ids[0]); slices.Contains(got.Tags, "lighthouse") {
		t.Error("Undo left the tag")
	}
	actions[4].Do(ids[:2])
	if got := screentest.Stored[*data.Organisation](t, s.Work, ids[1]); got.State != data.Trash {
		t.Error("it was not deleted")
	}
	s.Last().Actions[0].Do()
	if got := screentest.Stored[*data.Organisation](t, s.Work, ids[1]); got.State != data.Live {
		t.Error("Undo did not bring it back")
	}
}

func TestPickedRowsAloneAreExported(t *testing.T) {
	s, actions, ids, _ := pickedOf(t)
	s.SaveTo = filepath.Join(t.TempDir(), "picked.csv")
	actions[3].Do(ids[:2])
	text, err := os.ReadFile(s.SaveTo)
	if err != nil {
		t.Fatal(err, s.Errors)
	}
	if lines := strings.Count(string(text), "\r\n"); lines != 3 || !strings.Contains(string(text), ids[1]) || strings.Contains(string(text), ids[2]) {
		t.Errorf("%d lines", lines)
	}
}
