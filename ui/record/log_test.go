package record

import (
	"testing"

	"fyne.io/fyne/v2"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/kit"
	"primadesk/ui/screen/screentest"
)

func newLog(s *screentest.Shell) *Log {
	return NewLog(LogParams{
		Workspace: s.Work, Shell: s, Printer: s.Printer, Exec: kit.Inline(),
		About: func(rec data.Record, e *data.Engagement) { e.Organisation = rec.Head().ID },
		Where: func(rec data.Record) []app.Cond { return []app.Cond{app.Where("organisation", "=", rec.Head().ID)} },
	})
}

// put shows the log of a record in the window, as a tab does.
func put(t *testing.T, s *screentest.Shell, l *Log, rec data.Record) {
	t.Helper()
	entries, err := l.Read(t.Context(), rec)
	if err != nil {
		t.Fatal(err)
	}
	s.Win.SetContent(l.Body(rec, entries))
	s.Win.Resize(fyne.NewSize(400, 600))
}

func TestLogInTwoKeystrokes(t *testing.T) {
	s := screentest.Open(t, screentest.Params{Empty: true})
	one, other := &data.Organisation{Name: "One"}, &data.Organisation{Name: "Other"}
	screentest.Keep(t, s.Work, one, other)
	l := newLog(s)
	put(t, s, l, one)
	l.p.OnDraw = func() { put(t, s, l, l.about) }
	l.Shown()
	t.Cleanup(l.Hidden)
	l.New() // Ctrl+E
	if s.Win.Canvas().Focused() != l.form.boxes["summary"].Target() {
		t.Error("the keyboard is not in the summary")
	}
	if l.form.value("date") != string(screentest.Today) || l.form.value("channel") != "email" {
		t.Errorf("date %q, channel %q", l.form.value("date"), l.form.value("channel"))
	}
	if l.Save() {
		t.Error("an entry without a summary was saved")
	}
	l.form.setValue("summary", "Agreed to a visit")
	l.form.setValue("channel", "call")
	l.typed()
	put(t, s, l, other) // somebody else is looked at meanwhile
	if l.now != nil || l.Dirty() {
		t.Error("the entry is in another log")
	}
	put(t, s, l, one)
	if !l.Dirty() || l.form.value("summary") != "Agreed to a visit" {
		t.Fatalf("what was begun is lost: %q", l.form.value("summary"))
	}

	again := newLog(s) // after the power went
	put(t, s, again, one)
	if again.form.value("summary") != "Agreed to a visit" || again.now.rec.(*data.Engagement).Organisation != one.ID {
		t.Errorf("found %q of %+v", again.form.value("summary"), again.now)
	}
	if !l.Save() {
		t.Fatal(s.Errors)
	}
	entries, err := l.Read(t.Context(), one)
	if err != nil || len(entries.List) != 1 || entries.List[0].Channel != "call" || entries.List[0].Organisation != one.ID {
		t.Fatalf("%+v, %v", entries.List, err)
	}
	if left, err := s.Work.Drafts.List(""); err != nil || len(left) != 0 {
		t.Errorf("drafts left: %v, %v", left, err)
	}
	l.Change(entries.List[0].ID)
	l.form.setValue("next_step", "Send the programme")
	if !l.Save() || screentest.Stored[*data.Engagement](t, s.Work, entries.List[0].ID).NextStep != "Send the programme" {
		t.Error("the entry could not be changed", s.Errors)
	}
	l.delete(entries.List[0])
	s.Last().Actions[0].Do()
	if entries, _ = l.Read(t.Context(), one); len(entries.List) != 1 {
		t.Error("Undo did not bring the entry back")
	}
}
