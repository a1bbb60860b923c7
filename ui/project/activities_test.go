package project

import (
	"image"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/kit"
	"primadesk/ui/screen/screentest"
)

func TestProposalsAreAddedEditedOrPutAside(t *testing.T) {
	w := open(t, screentest.Params{})
	w.show(partActivities)
	a := w.body().(*activities)
	list, before := w.book.proposals, w.book.counts["communication"]
	if len(list) < 3 || w.nav.parts.Note(partActivities) != "+"+w.Number(len(list)) {
		t.Fatalf("%d proposals, %q at the part", len(list), w.nav.parts.Note(partActivities))
	}
	a.add(list[0])
	if w.book.counts["communication"] != before+1 || len(w.book.proposals) != len(list)-1 || a.Pane().ID() != list[0].Draft.ID {
		t.Errorf("added: %d activities, %d proposals, %s is shown", w.book.counts["communication"], len(w.book.proposals), a.Pane().ID())
	}
	a.dismiss(list[1])
	if len(w.book.proposals) != len(list)-2 || w.book.counts["communication"] != before+1 {
		t.Errorf("put aside: %d proposals", len(w.book.proposals))
	}
	w.Last().Actions[0].Do()
	if len(w.book.proposals) != len(list)-1 {
		t.Error("undo does not propose it again")
	}
	a.look(list[2])
	a.Pane().SetValue("reached", "77")
	if !w.Save() {
		t.Fatal("the edited proposal was not saved")
	}
	c := screentest.Stored[*data.Communication](t, w.Work, a.Pane().ID())
	if c.Event != list[2].Source || *c.Reached != 77 || c.Status != "delivered" {
		t.Errorf("%+v", c)
	}
	if len(w.book.proposals) != len(list)-2 {
		t.Error("what was added is proposed again")
	}
}

// A proposal that is right as it is needs no typing to be saved.
func TestAProposalIsSavedAsItIsFilledIn(t *testing.T) {
	w := open(t, screentest.Params{})
	if w.Fresh() {
		t.Error("something new is shown before anything was begun")
	}
	w.show(partActivities)
	a := w.body().(*activities)
	list := w.book.proposals
	a.look(list[0])
	id := a.Pane().ID()
	if w.Dirty() || !w.Fresh() {
		t.Errorf("before: something to be asked about %v, new %v", w.Dirty(), w.Fresh())
	}
	if !w.Save() {
		t.Fatal("the proposal was not saved")
	}
	if c := screentest.Stored[*data.Communication](t, w.Work, id); c.Event != list[0].Source {
		t.Errorf("%+v", c)
	}
	if w.Fresh() || len(w.book.proposals) != len(list)-1 {
		t.Errorf("after: new %v, %d proposals", w.Fresh(), len(w.book.proposals))
	}
}

// Whoever goes on with the key that put one aside has the next, and the one after it: never the same twice.
func TestTheKeyboardStaysAtTheProposals(t *testing.T) {
	w, h := late(t, partActivities)
	a := w.now.body.(*activities)
	list := w.book.proposals
	press := func() {
		b, ok := w.Win.Canvas().Focused().(*kit.Button)
		if !ok || b.Text() != w.T("project.not_proposal") {
			t.Fatalf("the keyboard is at %v", w.Win.Canvas().Focused())
		}
		b.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	}
	for _, o := range test.LaidOutObjects(a.strip) {
		if b, ok := o.(*kit.Button); ok && b.Text() == w.T("project.not_proposal") {
			w.Win.Canvas().Focus(b)
		}
	}
	press()
	press() // before anything was read anew
	h.Backwards()
	if got := w.book.proposals; len(got) != len(list)-2 || got[0].Source != list[2].Source {
		t.Errorf("of %d proposals %d are left", len(list), len(got))
	}
	for range w.book.proposals {
		press()
		h.Backwards()
	}
	if b, still := w.Win.Canvas().Focused().(*kit.Button); still || w.Win.Canvas().Focused() == nil {
		t.Errorf("none is left, and the keyboard is at %v", b)
	}
}

func TestTheFinalReportSaysWhatItWouldRefuse(t *testing.T) {
	w := open(t, screentest.Params{})
	w.show(partActivities)
	a := w.body().(*activities)
	if want := w.N("project.report_open", 1); a.refusal(w.book) != want {
		t.Errorf("%q, want %q", a.refusal(w.book), want)
	}
	open := w.book.report.Open[0]
	open.Status = "cancelled"
	screentest.Keep(t, w.Work, open)
	if got := a.refusal(w.book); got != "" {
		t.Errorf("%q", got)
	}
}

func TestAReportedActivityIsLocked(t *testing.T) {
	w := open(t, screentest.Params{})
	c := first[*data.Communication](t, w)
	c.ReportedPeriod = new(1)
	screentest.Keep(t, w.Work, c)
	w.project.Reveal("communication", c.ID, "")
	pane := w.body().(*activities).Pane()
	if !pane.Locked() {
		t.Fatal("not locked")
	}
	pane.Unlock()
	pane.SetValue("reached", "31")
	if pane.Locked() || !w.Save() || *screentest.Stored[*data.Communication](t, w.Work, c.ID).Reached != 31 {
		t.Error("cannot be changed after unlocking it")
	}
	if !pane.Locked() {
		t.Error("not locked again once it was saved")
	}
}

func TestAnIndicatorsValueFollowsWhatIsTyped(t *testing.T) {
	w := open(t, screentest.Params{})
	w.show(partIndicators)
	x := w.body().(*indicators)
	row, ok := x.List().First()
	if !ok || x.actual(row) != "6" || x.part(row).Text != w.Percent(0.5) {
		t.Fatalf("%s, %s", x.actual(row), x.part(row).Text)
	}
	x.Pane().SetTab(tabProgress)
	bars := len(x.live.Objects)
	if bars < 7 {
		t.Fatalf("%d bars", bars)
	}
	x.Pane().SetValue("type", "round_table")
	if got := x.number(x.counts.Actual(x.typed())); got != "2" {
		t.Errorf("of round tables: %s", got)
	}
	x.Pane().SetValue("count", "by_hand")
	if len(x.live.Objects) >= bars || x.number(x.counts.Actual(x.typed())) != "–" {
		t.Errorf("by hand: %d lines", len(x.live.Objects))
	}
	w.Discard()
}

func picture(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "logo.png")
	f, err := os.Create(path)
	if err == nil {
		err = png.Encode(f, image.NewRGBA(image.Rect(0, 0, 60, 30)))
	}
	if err == nil {
		err = f.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return path
}

func TestALogoIsPickedDroppedAndTakenAway(t *testing.T) {
	w := open(t, screentest.Params{})
	w.show(partPartners)
	b := w.body().(*partners)
	id := b.Pane().ID()
	b.Pane().SetTab(tabLogo)
	w.OpenFrom = picture(t)
	b.pick(id)
	if l, _ := b.Pane().Facts().(logo); l.picture == nil || screentest.Stored[*data.Partner](t, w.Work, id).Logo == "" {
		t.Fatal("no logo", w.Errors)
	}
	b.remove(id)
	if l, _ := b.Pane().Facts().(logo); l.picture != nil {
		t.Error("the logo is still shown")
	}
	w.Drop([]string{picture(t)}, fyne.Position{})
	if screentest.Stored[*data.Partner](t, w.Work, id).Logo == "" {
		t.Error("nothing was taken that was dropped")
	}
	w.Drop([]string{filepath.Join(t.TempDir(), "none.png")}, fyne.Position{})
	if len(w.Errors) != 1 {
		t.Errorf("a missing file: %v", w.Errors)
	}
}

func TestTasksStandUnderTheirWorkPackage(t *testing.T) {
	w := open(t, screentest.Params{})
	task := first[*data.Task](t, w)
	w.project.Reveal("work_package", task.WorkPackage, "")
	desk := w.desk(t)
	tasks := factsOf[*data.Task](desk.Pane().Facts())
	if !slices.ContainsFunc(tasks, func(x *data.Task) bool { return x.ID == task.ID }) {
		t.Errorf("%d tasks", len(tasks))
	}
}

func TestWordsAreAddedRenamedMergedAndDeleted(t *testing.T) {
	w := open(t, screentest.Params{})
	w.show(partWords)
	b := w.body().(*words)
	at := func(shown string) int {
		return slices.IndexFunc(b.found(), func(x word) bool { return x.shown == shown })
	}
	add := func(label string) {
		b.New()
		b.pane.form.SetValue("label", `{"o":"en","t":{"en":"`+label+`"}}`)
		if !w.Save() {
			t.Fatal("not saved: ", b.pane.form.Error("label"))
		}
	}
	add("Fair")
	if at("Fair") < 0 || b.pane.now.Record == "" || b.table.Selected() != at("Fair") {
		t.Fatalf("%+v", b.pane.now)
	}
	b.New()
	b.pane.form.SetValue("label", `{"o":"en","t":{"en":"fair"}}`)
	if w.Save() || b.pane.form.Error("label") == "" {
		t.Error("the same word twice")
	}
	b.pane.revert()
	b.selected(at("Fair"))
	b.pane.form.SetValue("label", `{"o":"en","t":{"en":"Job fair"}}`)
	if !w.Save() || at("Job fair") < 0 {
		t.Fatal("not renamed")
	}
	e := screentest.Event(t, w.Work, "EL-01")
	e.Type = b.pane.now.Code
	screentest.Keep(t, w.Work, e)
	b.Changed(app.Changed{Records: map[string][]string{"event": nil}})
	if b.pane.now.Uses != 1 {
		t.Errorf("%d uses", b.pane.now.Uses)
	}
	b.pane.merge.SetValue("training")
	b.pane.mergeInto()
	if at("Job fair") >= 0 || screentest.Stored[*data.Event](t, w.Work, e.ID).Type != "training" {
		t.Error("not merged")
	}
	add("Fair two")
	b.pane.remove()
	if at("Fair two") >= 0 || b.pane.now != nil {
		t.Error("not deleted")
	}
	w.Last().Actions[0].Do()
	b.read()
	if at("Fair two") < 0 {
		t.Error("undo does not bring it back")
	}
}

func TestAWordIsRevealed(t *testing.T) {
	w := open(t, screentest.Params{})
	v := &data.Vocabulary{Kind: "theme", Code: "harbours", Label: data.TextIn("en", "Harbours")}
	screentest.Keep(t, w.Work, v)
	w.project.Reveal("vocabulary", v.ID, "label")
	b := w.body().(*words)
	if b.kind != "theme" || b.pane.now == nil || b.pane.now.Record != v.ID {
		t.Errorf("%s %+v", b.kind, b.pane.now)
	}
}
