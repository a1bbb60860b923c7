package history

import (
	"os"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"primadesk/data"
	"primadesk/ui/kit"
	"primadesk/ui/screen/screentest"
)

func TestMain(m *testing.M) { os.Exit(screentest.Main(m)) }

func shown(t *testing.T, p screentest.Params) (*Screen, *screentest.Shell) {
	t.Helper()
	shell := screentest.Open(t, p)
	s := New(Params{Workspace: shell.Work, Shell: shell, Printer: shell.Printer, Exec: kit.Inline()})
	shell.Show(t, s)
	return s, shell
}

func texts(o fyne.CanvasObject) string {
	var out []string
	for _, x := range test.LaidOutObjects(o) {
		switch x := x.(type) {
		case *kit.Text:
			out = append(out, x.Text())
		case *kit.Button:
			out = append(out, x.Text())
		}
	}
	return strings.Join(out, "|")
}

// edited makes an organisation and changes its name.
func edited(t *testing.T, shell *screentest.Shell) *data.Organisation {
	t.Helper()
	o := &data.Organisation{Name: "Before"}
	if _, err := shell.Work.Records.Save(t.Context(), o); err != nil {
		t.Fatal(err)
	}
	o = screentest.Stored[*data.Organisation](t, shell.Work, o.ID)
	o.Name = "After"
	if _, err := shell.Work.Records.Save(t.Context(), o); err != nil {
		t.Fatal(err)
	}
	return o
}

func TestWhatWasDoneOpensToFieldsAndIsUndone(t *testing.T) {
	s, shell := shown(t, screentest.Params{Empty: true})
	o := edited(t, shell) // the list follows
	if n := s.changes.pages.Len(); n != 2 {
		t.Fatalf("%d changes", n)
	}
	s.changes.table.Focus()
	shell.Win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	said := texts(s.changes.pane.content)
	for _, want := range []string{"Changed: After", "1 record changed", "Before", "After"} {
		if !strings.Contains(said, want) {
			t.Errorf("no %q in %s", want, said)
		}
	}
	if names := shell.Reached(); slices.Contains(names, "After") || !slices.Contains(names, "Organisation") {
		t.Errorf("of %q one is called like the record, or none like its kind", names) // a trace has these names
	}
	for _, x := range test.LaidOutObjects(s.changes.pane.content) {
		if b, ok := x.(*kit.Button); ok && b.Text() == "After" {
			test.Tap(b)
		}
	}
	if !slices.Contains(shell.Went, "organisation "+o.ID+" ") {
		t.Errorf("went to %q", shell.Went)
	}
	test.Tap(s.changes.pane.undo)
	if got := screentest.Stored[*data.Organisation](t, shell.Work, o.ID); got.Name != "Before" {
		t.Errorf("after the undo it is called %s", got.Name)
	}
	if !s.changes.pane.undo.Disabled() || s.changes.pages.Len() != 3 {
		t.Errorf("the screen does not follow: %d changes", s.changes.pages.Len())
	}
	if !s.Back() || s.changes.pane.content.Visible() || s.Back() {
		t.Error("Esc does not close what is open, or more than that")
	}
}

func TestFiltersOfWhatWasDone(t *testing.T) {
	s, shell := shown(t, screentest.Params{})
	edited(t, shell)
	all := s.changes.pages.Len()
	s.changes.what.SetValue("organisation")
	s.changes.narrow()
	if n := s.changes.pages.Len(); n == 0 || n > all {
		t.Errorf("%d of %d for organisations", n, all)
	}
	s.changes.what.SetValue("bulletin")
	s.changes.narrow()
	some := s.changes.pages.Len()
	s.changes.what.SetValue("")
	s.changes.who.SetValue(shell.Work.Settings.Author())
	s.changes.day.SetValue(string(screentest.Today))
	s.changes.narrow()
	mine := s.changes.pages.Len()
	s.changes.day.SetValue("2020-01-01")
	s.changes.narrow()
	if some >= all || mine < 2 || s.changes.pages.Len() != 0 {
		t.Errorf("%d for newsletters, %d mine, %d long ago, %d in all", some, mine, s.changes.pages.Len(), all)
	}
	state := s.State()
	again := New(Params{Workspace: shell.Work, Shell: shell, Printer: shell.Printer, Exec: kit.Inline()})
	again.SetState(state)
	again.SetState("{broken")
	again.Shown()
	defer again.Hidden()
	if again.State() != state {
		t.Errorf("comes back as %s, was %s", again.State(), state)
	}
}

func TestTheTrashGivesBack(t *testing.T) {
	s, shell := shown(t, screentest.Params{Empty: true})
	var ids []string
	for _, name := range []string{"Κέντρο", "Agency", "Bureau"} {
		o := &data.Organisation{Name: name}
		if _, err := shell.Work.Records.Save(t.Context(), o); err != nil {
			t.Fatal(err)
		}
		ids = append(ids, o.ID)
	}
	s.Commands()[0].Do()
	if !s.trash.restore.Disabled() {
		t.Error("an empty trash can be restored from")
	}
	if _, err := shell.Work.Records.Trash(t.Context(), data.EntityOf(&data.Organisation{}), ids...); err != nil {
		t.Fatal(err)
	}
	if s.trash.rows.Len() != 3 || s.trash.entity != "organisation" {
		t.Fatalf("%d records of %s", s.trash.rows.Len(), s.trash.entity)
	}
	s.Search("κεντρο")
	if row, _ := s.trash.rows.Item(0); s.trash.rows.Len() != 1 || row.title != "Κέντρο" || row.who != "Tester" {
		t.Fatalf("found %+v of %d", row, s.trash.rows.Len())
	}
	s.trash.table.Select(0)
	s.trash.ready()
	test.Tap(s.trash.restore)
	if got := screentest.Stored[*data.Organisation](t, shell.Work, ids[0]); got.State != data.Live {
		t.Errorf("it is still in the %s", got.State)
	}
	if last := shell.Last(); last.Text != "1 record restored" || len(last.Actions) != 2 {
		t.Errorf("told %+v", last)
	}
	if !s.Back() || s.trash.search.Text() != "" {
		t.Error("Esc does not empty the search")
	}
	s.trash.table.SetPicked(kit.Picked{All: true})
	s.trash.ready()
	test.Tap(s.trash.restore)
	if s.trash.rows.Len() != 0 || len(shell.Errors) > 0 {
		t.Errorf("%d left, %v", s.trash.rows.Len(), shell.Errors)
	}
}

func TestSubscriptionEnds(t *testing.T) {
	s, shell := shown(t, screentest.Params{Empty: true})
	s.Hidden()
	before := s.changes.pages.Len()
	edited(t, shell)
	if s.changes.pages.Len() != before {
		t.Error("a hidden screen goes on reading")
	}
	s.Reveal("batch", "no such batch", "")
	if len(shell.Errors) != 1 {
		t.Errorf("errors %v", shell.Errors)
	}
}

func TestLateAnswersAreDropped(t *testing.T) {
	shell, h := screentest.Open(t, screentest.Params{Empty: true}), &screentest.Held{}
	s := New(Params{Workspace: shell.Work, Shell: shell, Printer: shell.Printer, Exec: h})
	shell.Show(t, s)
	h.Backwards()
	s.changes.load() // of none
	o := edited(t, shell)
	s.changes.load()
	h.Backwards()
	if n := s.changes.pages.Len(); n != 2 {
		t.Errorf("%d changes: an older answer took the place of a newer one", n)
	}
	s.Commands()[0].Do()
	h.Backwards()
	s.trash.load() // of none
	if _, err := shell.Work.Records.Trash(t.Context(), data.EntityOf(&data.Organisation{}), o.ID); err != nil {
		t.Fatal(err)
	}
	s.trash.load()
	h.Backwards()
	if n := s.trash.rows.Len(); n != 1 {
		t.Errorf("%d records in the trash: an older answer took the place of a newer one", n)
	}
}
