package engagements

import (
	"context"
	"os"
	"testing"

	"fyne.io/fyne/v2"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/kit"
	"primadesk/ui/screen/screentest"
)

func TestMain(m *testing.M) { os.Exit(screentest.Main(m)) }

// logOf is the log of an organisation with one person, in a window, which follows what is written.
func logOf(t *testing.T, s *screentest.Shell, organisation string) *Log {
	t.Helper()
	l := New(Params{
		Workspace: s.Work, Shell: s, Printer: s.Printer, Exec: kit.Inline(),
		Begin: func() *data.Engagement { return &data.Engagement{Organisation: organisation} },
		People: func(ctx context.Context, _ string) ([]kit.Option, error) {
			page, err := s.Work.Records.List(ctx, app.Query{Entity: "contact"})
			var out []kit.Option
			for _, rec := range page.Records {
				out = append(out, kit.Option{Value: rec.Head().ID, Text: rec.Title("en")})
			}
			return out, err
		},
	})
	read := func() {
		of, err := s.Work.Records.ReachOf(t.Context(), organisation, "en", 10)
		if err != nil {
			t.Fatal(err)
		}
		l.Show(Shown{Of: organisation, Lines: of.Log, Names: of.Names, More: of.More})
	}
	read()
	t.Cleanup(s.Work.Signals.Subscribe(func(c app.Changed) {
		if c.Touches("engagement") {
			read()
		}
	}))
	s.Win.SetContent(l.Content())
	s.Win.Resize(fyne.NewSize(404, 700))
	return l
}

func union(t *testing.T, s *screentest.Shell) *data.Organisation {
	t.Helper()
	o := &data.Organisation{Name: "Harbour union"}
	o.ID = newID()
	screentest.Keep(t, s.Work, o)
	return o
}

func TestAnEntryIsWrittenChangedAndDeleted(t *testing.T) {
	s := screentest.Open(t, screentest.Params{})
	o := union(t, s)
	l := logOf(t, s, o.ID)
	l.Begin()
	if f := s.Win.Canvas().Focused(); f == nil || kit.NameOf(f) != "Summary" {
		t.Errorf("the keyboard is in %v", f)
	}
	if l.Save() || l.entry.form.Error("summary") == "" {
		t.Error("an entry without a word was saved")
	}
	l.entry.form.SetValue("summary", "Asked for a room")
	l.entry.unfold()
	l.entry.form.SetValue("next_step", "Send the programme")
	l.entry.form.SetValue("due", "2025-06-20")
	if !l.Dirty() || !l.Save() {
		t.Fatal(s.Errors)
	}
	if l.entry != nil || len(l.shown.Lines) != 1 {
		t.Fatalf("%d lines after saving", len(l.shown.Lines))
	}
	e := l.shown.Lines[0]
	if e.Date != screentest.Today || e.Channel != "email" || e.Summary != "Asked for a room" || e.NextStep == "" || e.Due != "2025-06-20" || e.Organisation != o.ID {
		t.Errorf("stored %+v", e)
	}
	if !l.Open(e.ID) || l.entry.fresh() || !l.entry.more {
		t.Fatal("the entry does not open whole")
	}
	l.entry.form.SetValue("outcome", "She agreed")
	if !l.Save() || screentest.Stored[*data.Engagement](t, s.Work, e.ID).Outcome != "She agreed" {
		t.Error("the change was not saved", s.Errors)
	}
	l.Open(e.ID)
	l.remove()
	if len(l.shown.Lines) != 0 || l.entry != nil {
		t.Error("the entry is still there")
	}
	s.Last().Actions[0].Do()
	if len(l.shown.Lines) != 1 {
		t.Error("Undo did not bring it back")
	}
}

func TestWhatIsTypedSurvives(t *testing.T) {
	s := screentest.Open(t, screentest.Params{})
	o, other := union(t, s), union(t, s)
	l := logOf(t, s, o.ID)
	l.Begin()
	s.Win.Canvas().Focused().TypedRune('C')
	s.Win.Canvas().Focused().TypedRune('a')
	again := logOf(t, s, o.ID)
	if again.entry == nil || again.entry.form.Value("summary") != "Ca" || !again.Dirty() {
		t.Fatal("what was typed is gone")
	}
	if elsewhere := logOf(t, s, other.ID); elsewhere.entry != nil {
		t.Error("what was typed about one stands in the log of another")
	}
	if !again.Save() {
		t.Fatal(s.Errors)
	}
	if left, err := s.Work.Drafts.List(""); err != nil || len(left) != 0 {
		t.Errorf("drafts left: %v, %v", left, err)
	}
	s.Win.SetContent(again.Content())
	again.Begin()
	s.Win.Canvas().Focused().TypedRune('X')
	if !again.Close() || again.Dirty() {
		t.Error("the entry is still open")
	}
	if left, err := s.Work.Drafts.List(""); err != nil || len(left) != 0 {
		t.Errorf("drafts left after closing: %v, %v", left, err)
	}
}

func TestALateWriteLeavesNoDraft(t *testing.T) {
	s := screentest.Open(t, screentest.Params{})
	o, h := union(t, s), &screentest.Idle{}
	l := New(Params{
		Workspace: s.Work, Shell: s, Printer: s.Printer, Exec: h, Begin: func() *data.Engagement { return &data.Engagement{Organisation: o.ID} },
	})
	s.Win.SetContent(l.Content())
	l.Show(Shown{Of: o.ID})
	l.Begin()
	s.Win.Canvas().Focused().TypedRune('C')
	h.Due[0]()
	l.Close()
	if len(h.Work) != 2 {
		t.Fatalf("%d writes", len(h.Work))
	}
	h.Work[1]()
	h.Work[0]()
	if left, err := s.Work.Drafts.List(""); err != nil || len(left) != 0 {
		t.Errorf("drafts left: %v, %v", left, err)
	}
}

func TestNewLinesLeaveAnOpenEntryAlone(t *testing.T) {
	s := screentest.Open(t, screentest.Params{})
	o := union(t, s)
	l := logOf(t, s, o.ID)
	l.Begin()
	l.entry.form.SetValue("summary", "half a sen")
	screentest.Keep(t, s.Work, &data.Engagement{Meta: data.Meta{ID: newID()}, Date: "2025-06-01", Organisation: o.ID, Channel: "call", Summary: "Somebody else called"})
	if len(l.shown.Lines) != 1 || l.entry == nil || l.entry.form.Value("summary") != "half a sen" {
		t.Errorf("%d lines, entry %v", len(l.shown.Lines), l.entry)
	}
	if l.usual() != "call" {
		t.Errorf("the usual channel is %s", l.usual())
	}
}
