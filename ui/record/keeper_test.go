package record

import (
	"testing"
	"time"

	"primadesk/app"
	"primadesk/ui/screen/screentest"
)

// A crash loses nothing that was typed more than two seconds ago: the first key sets the clock, and no later one puts it off.
func TestWhatIsTypedIsSoonOnTheDisk(t *testing.T) {
	s := screentest.Open(t, screentest.Params{})
	exec, id := &screentest.Idle{}, NewID()
	k := NewKeeper(KeeperParams{
		Workspace: s.Work, Exec: exec, Entity: "organisation", Failed: func(err error) { t.Error(err) },
	})
	typed := func(text string) {
		k.Typed(func() (app.Draft, bool) {
			return app.Draft{Entity: "organisation", Record: id, Fresh: true, Values: map[string]string{"name": text}}, true
		})
	}
	typed("O")
	typed("On")
	if len(exec.Waits) != 1 || exec.Waits[0] > 2*time.Second {
		t.Fatalf("the clock was set %d times: %v", len(exec.Waits), exec.Waits)
	}
	exec.Due[0]()
	for _, work := range exec.Work {
		work()
	}
	kept, err := s.Work.Drafts.List("organisation")
	if err != nil || len(kept) != 1 || kept[0].Values["name"] != "On" {
		t.Errorf("kept %v, %v", kept, err)
	}
	typed("One")
	if len(exec.Waits) != 2 {
		t.Error("what is typed later is not kept")
	}
}
