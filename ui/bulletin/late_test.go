package bulletin

import (
	"slices"
	"testing"

	"primadesk/data"
	"primadesk/ui/screen/screentest"
)

// late is the screen, once it was read, with an Exec that holds its answers back.
func late(t *testing.T) (*desk, *screentest.Held) {
	t.Helper()
	h := &screentest.Held{}
	d := build(t, screentest.Params{Today: today}, h)
	d.sh.Show(t, d.bulletins)
	h.Backwards()
	if d.side.look == nil || d.Pane().ID() == "" {
		t.Fatal("nothing was read")
	}
	return d, h
}

func TestALatePreviewIsDropped(t *testing.T) {
	d, h := late(t)
	d.side.choose("fr")
	d.side.choose("it")
	h.Backwards()
	if !d.reads("Grecia") || d.reads("Grèce") {
		t.Errorf("Italian was asked for last, and shown is %q", texts(d.side.reader)[:6])
	}
}

func TestLateCountsOfRecipientsAreDropped(t *testing.T) {
	d, h := late(t)
	d.side.turn(viewAudience)
	h.Backwards()
	d.side.choose("el")
	d.side.choose("nl")
	h.Backwards()
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
	h.Backwards()
	if !slices.ContainsFunc(d.book.events, func(e *data.Event) bool { return e.Number == "XX-9" }) {
		t.Error("what was read first came last, and is shown")
	}
}

// What comes after the screen was left is dropped, and what waits to follow a key is given up.
func TestALeftScreenShowsNothingNew(t *testing.T) {
	d, h := late(t)
	d.side.choose("it")
	d.Hidden()
	h.Backwards()
	if d.reads("Grecia") {
		t.Error("hidden, and the preview is in another language")
	}
	d.side.typed()
	if h.Backwards() != 0 || d.side.wait != nil {
		t.Error("hidden, and something is to be read")
	}
}
