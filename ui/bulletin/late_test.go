package bulletin

import (
	"slices"
	"testing"

	"primadesk/data"
	"primadesk/ui/screen/screentest"
)

// held is an Exec that answers when it is told to.
type held struct{ answers []func() }

func (h *held) Go(work func())  { work() }
func (h *held) Apply(do func()) { h.answers = append(h.answers, do) }

// backwards gives all answers, the newest first, until there are none.
func (h *held) backwards() {
	for len(h.answers) > 0 {
		last := h.answers[len(h.answers)-1]
		h.answers = h.answers[:len(h.answers)-1]
		last()
	}
}

// late is the screen, once it was read, with an Exec that holds its answers back.
func late(t *testing.T) (*desk, *held) {
	t.Helper()
	h := &held{}
	d := build(t, screentest.Params{Today: today}, h)
	d.sh.Show(t, d.bulletins)
	h.backwards()
	if d.side.look == nil || d.Pane().ID() == "" {
		t.Fatal("nothing was read")
	}
	return d, h
}

func TestALatePreviewIsDropped(t *testing.T) {
	d, h := late(t)
	d.side.choose("fr")
	d.side.choose("it")
	h.backwards()
	if !d.reads("Grecia") || d.reads("Grèce") {
		t.Errorf("Italian was asked for last, and shown is %q", texts(d.side.reader)[:6])
	}
}

func TestLateCountsOfRecipientsAreDropped(t *testing.T) {
	d, h := late(t)
	d.side.turn(viewAudience)
	h.backwards()
	d.side.choose("el")
	d.side.choose("nl")
	h.backwards()
	want, err := d.sh.Work.Bulletins.Audience(t.Context(), d.issue(), "nl")
	if err != nil || d.side.audience == nil || d.side.audience.Recipients != want.Recipients {
		t.Errorf("%+v is shown, want %+v, %v", d.side.audience, want, err)
	}
}

func TestALateBookIsDropped(t *testing.T) {
	d, h := late(t)
	d.readBook() // knows nothing yet of the event
	screentest.Keep(t, d.sh.Work, &data.Event{Project: d.book.project, Number: "XX-9", Name: data.TextIn("en", "Late")})
	d.readBook()
	h.backwards()
	if !slices.ContainsFunc(d.book.events, func(e *data.Event) bool { return e.Number == "XX-9" }) {
		t.Error("what was read first came last, and is shown")
	}
}

// What comes after the screen was left is dropped, and what waits to follow a key is given up.
func TestALeftScreenShowsNothingNew(t *testing.T) {
	d, h := late(t)
	d.side.choose("it")
	d.Hidden()
	h.backwards()
	if d.reads("Grecia") {
		t.Error("hidden, and the preview is in another language")
	}
	d.side.typed()
	if len(h.answers) != 0 || d.side.wait != nil {
		t.Error("hidden, and something is to be read")
	}
}
