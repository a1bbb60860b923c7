package shell

import (
	"reflect"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
)

// State and those that follow make a stub a screen of all capabilities.
func (s *stub) State() string                        { return s.state }
func (s *stub) SetState(state string)                { s.state = state; s.note("state " + state) }
func (s *stub) Shows() []string                      { return []string{s.id + "_entity"} }
func (s *stub) Reveal(entity, id, field string)      { s.note("reveal " + entity + " " + id + " " + field) }
func (s *stub) Drop(paths []string, _ fyne.Position) { s.note("drop " + paths[0]) }

func TestScreensComeBackAsTheyWereLeft(t *testing.T) {
	w := newWorld(t, false, nil).project()
	w.Go("contacts", "")
	w.stubs[0].state = `{"sort":"country"}`
	w.stubs[1].state = "never shown"
	w.setLanguage("fr") // all is built anew
	if w.nav.now.ID() != "contacts" || w.stubs[0].state != `{"sort":"country"}` || w.stubs[1].state != "" {
		t.Errorf("shown %s, states %q and %q", w.nav.now.ID(), w.stubs[0].state, w.stubs[1].state)
	}
	if !slices.Equal(w.stubs[0].did, []string{`state {"sort":"country"}`, "shown"}) {
		t.Errorf("contacts did %q", w.stubs[0].did)
	}
	w.stubs[0].state = "narrowed"
	w.Go("events", "")
	if got := w.settings.View(w.work.Folder, "contacts"); got != "narrowed" {
		t.Errorf("kept on leaving: %q", got)
	}
	w.Close()
	if got := w.settings.View(w.params.Folder, ""); got != "events" {
		t.Errorf("at the end %q is kept as the last screen", got)
	}
}

func TestRevealFindsTheScreen(t *testing.T) {
	w := newWorld(t, false, nil).project()
	if !w.Reveal("events_entity", "1", "starts") || w.Reveal("nobody", "1", "") {
		t.Error("the wrong answer")
	}
	if got := w.stubs[1].did; !slices.Equal(got, []string{"shown", "reveal events_entity 1 starts"}) {
		t.Errorf("events did %q", got)
	}
	w.stubs[1].dirty = true
	w.Reveal("contacts_entity", "2", "")
	if w.overlay() == nil || w.nav.now.ID() != "events" {
		t.Error("a form with changes is left for a record without a question")
	}
}

func TestDroppedFilesGoToTheScreen(t *testing.T) {
	w := newWorld(t, false, nil).project()
	w.dropped(fyne.Position{}, []fyne.URI{storage.NewFileURI("/tmp/a.pdf")})
	if len(w.toasts.Texts()) == 0 {
		t.Error("nobody says that Home takes no files")
	}
	w.Go("events", "")
	w.dropped(fyne.Position{}, []fyne.URI{storage.NewFileURI("/tmp/a.pdf")})
	if !slices.Contains(w.stubs[1].did, "drop /tmp/a.pdf") {
		t.Errorf("events did %q", w.stubs[1].did)
	}
}

func TestTheShellStaysSmall(t *testing.T) {
	if n := reflect.TypeFor[Shell]().NumField(); n >= 20 {
		t.Errorf("the shell has %d fields: what belongs together is to be a part of its own", n)
	}
}

func TestTheWindowHasItsSizeAgain(t *testing.T) {
	w := newWorld(t, false, nil).project()
	size := fyne.NewSize(1180, 812)
	w.win.Resize(size)
	w.Close()
	p := w.params
	if again := New(p); again.lastSize() != size || again.win.Canvas().Size() != size {
		t.Errorf("the window comes back as %v, %v; it was %v", again.lastSize(), again.win.Canvas().Size(), size)
	}
}
