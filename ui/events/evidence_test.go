package events

import (
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"primadesk/ui/screen/screentest"
)

func TestDroppedFilesBecomeEvidence(t *testing.T) {
	s, f := stage(t, screentest.Params{}, "CY-01", tabPlan)
	v := s.page.evidence
	before := len(v.list)
	s.Drop([]string{scan(t, "IMG_1.png"), filepath.Join(t.TempDir(), "gone.pdf")}, fyne.Position{})
	e := v.one()
	if s.page.tabs.Chosen() != tabEvidence || len(v.list) != before+1 || e.Kind != "photographs" || v.thumbs.done[e.File] == nil {
		t.Fatalf("%+v, %v", e, f.Errors)
	}
	if f.Win.Canvas().Overlays().Top() == nil {
		t.Error("the file that is gone is not named")
	}
	v.choose(e.ID) // a second press
	if len(f.Opened) != 1 {
		t.Fatalf("opened %v, %v", f.Opened, f.Errors)
	}
	if info, err := os.Stat(f.Opened[0]); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", info, err)
	}
	v.verify(e)
	if v.pane.whole[e.File] == "" {
		t.Error("the check says nothing")
	}
	f.SaveTo = filepath.Join(t.TempDir(), "copy.png")
	v.askCopy(e)
	if _, err := os.Stat(f.SaveTo); err != nil {
		t.Error(err)
	}
	v.remove()
	if len(v.list) != before {
		t.Error("it stays")
	}
	f.Last().Actions[0].Do()
	if len(v.list) != before+1 {
		t.Error("undo does not bring it back")
	}
}
