package record

import (
	"testing"
	"time"

	"primadesk/app"
	"primadesk/ui/screen/screentest"
)

// A crash loses nothing that was typed more than two seconds ago: the first key sets the clock, and no later one puts it off.
// waitingExec keeps what is to run until a test lets it.
type waitingExec struct{ work []func() }

func (e *waitingExec) Go(work func()) { e.work = append(e.work, work) }
func (e *waitingExec) Apply(f func()) { f() }

func TestWhatIsTypedIsSoonOnTheDisk(t *testing.T) {
	s := screentest.Open(t, screentest.Params{})
	exec, id := &waitingExec{}, NewID()
	var waits []time.Duration
	var due func()
	k := NewKeeper(KeeperParams{
		Workspace: s.Work, Exec: exec, Entity: "organisation", Failed: func(err error) { t.Error(err) },
		After: func(d time.Duration, f func()) func() {
			waits, due = append(waits, d), f
			return func() {}
		},
	})
	typed := func(text string) {
		k.Typed(func() (app.Draft, bool) {
			return app.Draft{Entity: "organisation", Record: id, Fresh: true, Values: map[string]string{"name": text}}, true
		})
	}
	typed("O")
	typed("On")
	if len(waits) != 1 || waits[0] > 2*time.Second {
		t.Fatalf("the clock was set %d times: %v", len(waits), waits)
	}
	due()
	for _, work := range exec.work {
		work()
	}
	kept, err := s.Work.Drafts.List("organisation")
	if err != nil || len(kept) != 1 || kept[0].Values["name"] != "On" {
		t.Errorf("kept %v, %v", kept, err)
	}
	typed("One")
	if len(waits) != 2 {
		t.Error("what is typed later is not kept")
	}
}
