package shell

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/kit"
	"primadesk/ui/screen"
)

func TestShortcuts(t *testing.T) {
	w := newWorld(t, false, nil).project()
	press := func(key fyne.KeyName) { // the canvas of tests has no shortcuts
		for _, b := range w.bindings() {
			for _, on := range b.on {
				if on.ShortcutName() == ctrl(key).ShortcutName() {
					b.do()
				}
			}
		}
	}
	press(fyne.Key2)
	contacts := w.stubs[0]
	press(fyne.KeyN)
	press(fyne.KeyF)
	w.key(fyne.KeyDelete)
	w.key(fyne.KeyEscape)
	contacts.dirty, contacts.save = true, true
	press(fyne.KeyS)
	press(fyne.KeyS) // there is nothing more to be saved
	contacts.fresh = true
	press(fyne.KeyS) // but something new, into which nobody typed
	press(fyne.Key3)
	want := []string{"shown", "new", "find", "delete", "back", "save", "save", "hidden"}
	if !slices.Equal(contacts.did, want) {
		t.Errorf("the screen did %q, want %q", contacts.did, want)
	}
	if w.nav.now.ID() != "events" || w.frame.rail.Chosen() != "events" {
		t.Errorf("shown is %s, marked %s", w.nav.now.ID(), w.frame.rail.Chosen())
	}
	w.key(fyne.KeyF1)
	if !w.asking() {
		t.Fatal("F1 shows nothing")
	}
	press(fyne.Key1)
	if w.nav.now.ID() != "events" {
		t.Error("a shortcut works behind a dialog")
	}
}

func TestMenusHaveTheirShortcuts(t *testing.T) {
	w := newWorld(t, false, nil).project()
	var walk func(m *fyne.Menu)
	quits := 0
	walk = func(m *fyne.Menu) {
		for _, i := range m.Items {
			if i.IsQuit {
				quits++
			}
			if i.ChildMenu != nil {
				walk(i.ChildMenu)
			} else if !i.IsSeparator && (i.Label == "" || strings.HasPrefix(i.Label, "[") || i.Action == nil) {
				t.Errorf("menu item %+v", i)
			}
		}
	}
	for _, m := range w.win.MainMenu().Items {
		walk(m)
	}
	if quits != 1 {
		t.Errorf("%d items quit; Fyne adds its own, in English, unless one does", quits)
	}
}

func TestUnsavedChangesAreAskedAbout(t *testing.T) {
	w := newWorld(t, false, nil).project()
	w.Go("contacts", "")
	contacts := w.stubs[0]
	contacts.dirty = true
	w.Go("events", "")
	if w.overlay() == nil || w.nav.now.ID() != "contacts" || w.frame.rail.Chosen() != "contacts" {
		t.Fatal("the form was left without a question")
	}
	test.Tap(buttons(w.overlay())["Go on editing"])
	if w.nav.now.ID() != "contacts" || !contacts.dirty {
		t.Error("staying did not stay")
	}
	w.Go("events", "")
	test.Tap(buttons(w.overlay())["Save"])
	if w.nav.now.ID() != "contacts" {
		t.Error("left although saving failed")
	}
	contacts.save = true
	w.Go("events", "")
	test.Tap(buttons(w.overlay())["Save"])
	if w.nav.now.ID() != "events" || contacts.dirty {
		t.Error("not gone on after saving")
	}
	w.Go("contacts", "")
	contacts.dirty = true
	w.Close()
	if w.work == nil {
		t.Fatal("closed without a question")
	}
	test.Tap(buttons(w.overlay())["Discard the changes"])
	if w.work != nil || !slices.Contains(contacts.did, "discard") || !slices.Contains(contacts.did, "closed") {
		t.Errorf("after discarding: %q", contacts.did)
	}
}

func TestGoOpensAndMakesRecords(t *testing.T) {
	w := newWorld(t, false, nil).project()
	w.Go("contacts", "id-1")
	w.Go("contacts", "id-2")
	w.Go("events", screen.NewRecord)
	w.Go("nowhere", "")
	if got := w.stubs[0].did; !slices.Equal(got, []string{"shown", "open id-1", "open id-2", "hidden"}) {
		t.Errorf("contacts did %q", got)
	}
	if got := w.stubs[1].did; !slices.Equal(got, []string{"shown", "new"}) {
		t.Errorf("events did %q", got)
	}
}

func TestUndoShowsWhatCameOfIt(t *testing.T) {
	w := newWorld(t, false, nil).project()
	o := &data.Organisation{Name: "Example"}
	done, err := w.work.Records.Save(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	e := data.EntityOf(o)
	trashed, err := w.work.Records.Trash(t.Context(), e, o.ID)
	if err != nil {
		t.Fatal(err)
	}
	w.Undo(trashed.Batch)
	rec, err := w.work.Records.Get(t.Context(), e, o.ID)
	if err != nil || rec.Head().State != data.Live {
		t.Fatalf("after the undo: %v, %v", rec, err)
	}
	if got := w.toasts.Texts(); !slices.Contains(got, "Undone · Deleted: Example") {
		t.Errorf("toasts %q", got)
	}
	changed := rec.(*data.Organisation)
	changed.Name = "Changed since"
	if _, err := w.work.Records.Save(t.Context(), changed); err != nil {
		t.Fatal(err)
	}
	w.Undo(done.Batch)
	d := w.overlay()
	if d == nil || !slices.ContainsFunc(texts(d), func(s string) bool { return strings.Contains(s, "Changed since") }) {
		t.Error("the record that was changed since is not named")
	}
}

func TestNothingToUndoIsNoError(t *testing.T) {
	w := newWorld(t, false, nil).project()
	w.redo()
	if w.overlay() != nil || len(w.toasts.Texts()) == 0 {
		t.Error("that there is nothing to redo is not told in a toast")
	}
}

func TestErrorsInWords(t *testing.T) {
	w := newWorld(t, false, nil).project()
	w.ShowError(data.Fail("file.missing", "File", "/a/b.xlsx").Because(errors.New("cause")))
	if w.overlay() == nil || !slices.ContainsFunc(texts(w.overlay()), func(s string) bool { return strings.Contains(s, "b.xlsx") }) {
		t.Fatal("the error's own words are not shown")
	}
	w.overlay().Close()
	w.ShowError(nil)
	w.ShowError(t.Context().Err())
	if w.overlay() != nil {
		t.Error("a dialog shows no error")
	}
	log, err := os.ReadFile(filepath.Join(w.work.Folder, "log", "primadesk.log"))
	if err != nil || !strings.Contains(string(log), "cause=cause") || strings.Contains(string(log), "b.xlsx") {
		t.Errorf("the log has %s (%v)", log, err)
	}
}

// What the rules refuse is a warning in the log; an error is where a cause lies outside of them.
func TestRefusalsAreNoErrorsInTheLog(t *testing.T) {
	w := newWorld(t, false, nil).project()
	refused, broken := data.Fail("report.sums", "N", 2), errors.New("cause")
	for _, c := range []struct {
		err  error
		want slog.Level
	}{
		{refused, slog.LevelWarn}, {fmt.Errorf("write: %w", refused), slog.LevelWarn}, {data.Fail("file.missing").Because(refused), slog.LevelWarn},
		{errors.Join(refused, nil), slog.LevelWarn}, {errors.Join(refused, broken), slog.LevelError},
		{broken, slog.LevelError}, {data.Fail("file.missing").Because(broken), slog.LevelError}, {fs.ErrPermission, slog.LevelError},
	} {
		var log bytes.Buffer
		w.work.Log = slog.New(slog.NewTextHandler(&log, nil))
		if got := w.logError(c.err); got != c.want || !strings.Contains(log.String(), "level="+c.want.String()) {
			t.Errorf("%v: %v, %s", c.err, got, log.String())
		}
		if caused := strings.Contains(log.String(), "cause="+broken.Error()); caused != errors.Is(c.err, broken) {
			t.Errorf("%v: %s", c.err, log.String())
		}
	}
}

func TestFilesAreOpenedWithoutAShell(t *testing.T) {
	w := newWorld(t, false, nil).project()
	dir := t.TempDir()
	file := filepath.Join(dir, "-a b; rm.xlsx")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for system, want := range map[string][][]string{
		"linux":   {{"xdg-open", file}, {"xdg-open", dir}},
		"darwin":  {{"open", file}, {"open", "-R", file}},
		"windows": {{"rundll32", "url.dll,FileProtocolHandler", file}, {"rundll32", "url.dll,FileProtocolHandler", dir}},
	} {
		w.launched = nil
		w.desk.system = system
		w.OpenFile(file)
		w.ShowInFolder(file)
		if len(w.launched) != 2 || !slices.Equal(w.launched[0], want[0]) || !slices.Equal(w.launched[1], want[1]) {
			t.Errorf("%s started %q, want %q", system, w.launched, want)
		}
	}
	w.OpenFile(filepath.Join(dir, "gone.xlsx"))
	if w.overlay() == nil {
		t.Error("a file that is not there is opened without a word")
	}
}

func TestLookFollowsTheMenu(t *testing.T) {
	w := newWorld(t, false, nil).project()
	w.setTheme("dark")
	w.setScale(1.5)
	theme, ok := w.params.App.Settings().Theme().(*kit.Theme)
	if !ok || !theme.Dark(0) || theme.Params().Scale != 1.5 || w.settings.Theme() != "dark" || w.settings.Scale() != 1.5 {
		t.Errorf("theme %+v", theme.Params())
	}
	set := w.nav.named(settingsID).(*settingsScreen)
	if set.theme.Value() != "dark" || set.scale.Value() != "1.5" {
		t.Errorf("the settings show %s, %s", set.theme.Value(), set.scale.Value())
	}
}

func TestSettingsKeepTheName(t *testing.T) {
	w := newWorld(t, false, nil).project()
	w.Go(settingsID, "")
	v := w.nav.now.(*settingsScreen)
	if v.Dirty() {
		t.Fatal("dirty at first")
	}
	v.form.SetValue("me", "")
	if v.Save() || w.settings.Me() != "Someone" {
		t.Error("an empty name was saved")
	}
	v.form.SetValue("me", "Ελένη")
	w.Go("contacts", "")
	if w.overlay() == nil {
		t.Fatal("the name is left without a question")
	}
	test.Tap(buttons(w.overlay())["Save"])
	if w.settings.Me() != "Ελένη" || w.nav.now.ID() != "contacts" {
		t.Errorf("kept %q", w.settings.Me())
	}
}

func TestBackups(t *testing.T) {
	w := newWorld(t, false, nil).project()
	if got := w.frame.status.Text(); got != "Saved · no backup yet" {
		t.Errorf("status %q", got)
	}
	w.Go(settingsID, "")
	w.backUp()
	list, err := w.work.Backups.Backups(t.Context())
	if err != nil || len(list) != 1 {
		t.Fatalf("backups %v, %v", list, err)
	}
	if got := w.frame.status.Text(); got != "Saved · last backup today 09:30" {
		t.Errorf("status %q", got)
	}
	if !w.says(filepath.Base(list[0].Path)) {
		t.Error("the settings do not list it")
	}
}

func TestProjectBlockFollows(t *testing.T) {
	w := newWorld(t, false, nil).project()
	p, err := w.work.Projects.Current(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	p.Acronym = "RENAMED"
	if _, err := w.work.Records.Save(t.Context(), p); err != nil {
		t.Fatal(err)
	}
	if !w.says("RENAMED") {
		t.Error("the rail keeps the old name")
	}
}

func TestUndoInAFieldUndoesTyping(t *testing.T) {
	w := newWorld(t, false, nil).project()
	w.Go(settingsID, "")
	v := w.nav.now.(*settingsScreen)
	v.form.Focus("me")
	field := w.win.Canvas().Focused()
	for _, r := range "abc" {
		field.TypedRune(r)
	}
	typed := v.form.Value("me")
	w.undoHere()
	if v.form.Value("me") == typed {
		t.Error("typing is not undone")
	}
	if list, err := w.work.Records.Batches(t.Context(), 10); err != nil || slices.ContainsFunc(list, func(b app.BatchOf) bool { return b.Kind == "undo" }) {
		t.Errorf("a saved change was undone instead: %v, %v", list, err)
	}
	v.Discard()
}
