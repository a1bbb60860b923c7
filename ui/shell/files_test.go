package shell

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"primadesk/ui/screen"
)

func TestTarget(t *testing.T) {
	folder := t.TempDir()
	for typed, want := range map[string]string{
		" report ": filepath.Join(folder, "report.xlsx"), "report.XLSX": filepath.Join(folder, "report.XLSX"),
		"D2.1": filepath.Join(folder, "D2.1.xlsx"), "sub/x.xlsx": filepath.Join(folder, "sub", "x.xlsx"),
		filepath.Join(folder, "..", "y"): filepath.Join(filepath.Dir(folder), "y.xlsx"),
	} {
		if got := target(folder, typed, ".xlsx", ""); got != want {
			t.Errorf("%q: %s, want %s", typed, got, want)
		}
	}
	if got, want := target(folder, "two.CSV", ".xlsx", ".csv"), filepath.Join(folder, "two.CSV"); got != want {
		t.Errorf("with the other ending: %s, want %s", got, want)
	}
}

// inFiles is a window whose file dialogs begin in a folder of the test's own.
func inFiles(t *testing.T, names ...string) (*world, string) {
	t.Helper()
	w := newWorld(t, false, nil).project()
	folder := t.TempDir()
	for _, name := range names {
		path := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.settings.SetFilesFolder(folder); err != nil {
		t.Fatal(err)
	}
	return w, folder
}

// press types keys where the keyboard is.
func (w *world) press(keys ...fyne.KeyName) {
	for _, k := range keys {
		if f := w.win.Canvas().Focused(); f != nil {
			f.TypedKey(&fyne.KeyEvent{Name: k})
			continue
		}
		w.key(k)
	}
}

func (w *world) write(text string) { test.Type(w.win.Canvas().Focused(), text) }

func (w *world) selected() string {
	if field, ok := w.win.Canvas().Focused().(interface{ SelectedText() string }); ok {
		return field.SelectedText()
	}
	return ""
}

func TestSavingAsksBeforeItReplaces(t *testing.T) {
	w, folder := inFiles(t, "mine.xlsx")
	var to []string
	ask := screen.Saving{Title: "Write", Name: "proposed.xlsx", Done: func(path string) { to = append(to, path) }}
	w.AskSave(ask)
	if w.selected() != "proposed.xlsx" {
		t.Fatalf("%q is selected", w.selected())
	}
	w.press(fyne.KeyDelete, fyne.KeyReturn)
	if !slices.Contains(texts(w.overlay()), w.T("shell.file.name_missing")) || len(to) > 0 {
		t.Errorf("without a name: %q", texts(w.overlay()))
	}
	w.write("no/such/folder")
	w.press(fyne.KeyReturn)
	if w.overlay() == nil || len(to) > 0 {
		t.Error("a folder that is not there was taken")
	}
	w.win.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutSelectAll{})
	w.write("mine")
	w.press(fyne.KeyReturn)
	if !slices.Contains(texts(w.overlay()), w.T("shell.replace")) {
		t.Fatalf("asked %q", texts(w.overlay()))
	}
	w.press(fyne.KeyReturn) // the focus begins on No
	if w.selected() != "mine" || len(to) > 0 {
		t.Errorf("after No %q is selected, written to %q", w.selected(), to)
	}
	w.press(fyne.KeyReturn)
	test.Tap(buttons(w.overlay())["Replace"])
	if want := filepath.Join(folder, "mine.xlsx"); !slices.Equal(to, []string{want}) {
		t.Errorf("written to %q, want %s", to, want)
	}
	w.AskSave(ask)
	w.press(fyne.KeyEscape)
	if w.asking() || len(to) != 1 {
		t.Error("Esc does not leave the dialog")
	}
}

func TestSavingInAnotherFolderIsRemembered(t *testing.T) {
	w, folder := inFiles(t, "Παραδοτέα/old.xlsx")
	inside := filepath.Join(folder, "Παραδοτέα")
	to := ""
	w.AskSave(screen.Saving{Title: "Write", Name: "proposed.xlsx", Done: func(path string) { to = path }})
	w.write("mine")
	test.Tap(buttons(w.overlay())["Another folder…"])
	w.press(fyne.KeyEscape)
	if w.selected() != "mine" || !slices.Contains(texts(w.overlay()), folder) {
		t.Fatalf("after Cancel %q is selected: %q", w.selected(), texts(w.overlay()))
	}
	test.Tap(buttons(w.overlay())["Another folder…"])
	w.write("παραδοτεα") // without accent: the folder is the only one that is left
	w.press(fyne.KeyReturn, fyne.KeyReturn)
	if !slices.Contains(texts(w.overlay()), inside) {
		t.Fatalf("the folder is not the chosen one: %q", texts(w.overlay()))
	}
	w.press(fyne.KeyReturn)
	if to != filepath.Join(inside, "mine.xlsx") || w.settings.FilesFolder() != inside {
		t.Errorf("written to %q, next time in %s", to, w.settings.FilesFolder())
	}
}

func TestOpeningBrowsesWithTheKeyboard(t *testing.T) {
	w, folder := inFiles(t, "b.pdf", "A.pdf", "notes.txt", ".hidden.pdf", "sub/c.pdf")
	from := ""
	ask := screen.Opening{Title: "Open", Endings: []string{".pdf"}, Done: func(path string) { from = path }}
	w.AskOpen(ask)
	before := w.win.Canvas().Focused()
	w.press(fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn) // "..", then "sub"
	if from != "" || w.win.Canvas().Focused() != before {
		t.Fatalf("answered %q", from)
	}
	w.press(fyne.KeyBackspace) // up again
	w.write("a")
	w.press(fyne.KeyReturn)
	if from != filepath.Join(folder, "A.pdf") || w.asking() {
		t.Errorf("answered %q", from)
	}
	w.AskOpen(ask)
	w.write(filepath.Join(folder, "sub", "c.pdf"))
	w.press(fyne.KeyReturn)
	if from != filepath.Join(folder, "sub", "c.pdf") || w.settings.FilesFolder() != filepath.Join(folder, "sub") {
		t.Errorf("answered %q, next time in %s", from, w.settings.FilesFolder())
	}
	from = ""
	w.AskOpen(ask)
	w.write("/no/such/file.pdf")
	w.press(fyne.KeyReturn)
	if from != "" || !w.asking() || !slices.Contains(texts(w.overlay()), "/no/such/file.pdf is not there.") {
		t.Errorf("a file that is not there: %q", texts(w.overlay()))
	}
	w.press(fyne.KeyEscape)
	if w.asking() {
		t.Error("Esc does not leave the dialog")
	}
}

func TestWhatAFolderShows(t *testing.T) {
	_, folder := inFiles(t, "b.PDF", "Á.pdf", "x.txt", "z/1.pdf", "Y/2.pdf")
	for _, c := range []struct {
		endings []string
		folders bool
		want    []string
	}{
		{nil, false, []string{"..", "Y", "z", "Á.pdf", "b.PDF", "x.txt"}},
		{[]string{".pdf"}, false, []string{"..", "Y", "z", "Á.pdf", "b.PDF"}},
		{nil, true, []string{"..", "Y", "z"}},
	} {
		list, err := readFolder(folder, c.endings, c.folders)
		var got []string
		for _, p := range list {
			got = append(got, p.name)
		}
		if err != nil || !slices.Equal(got, c.want) {
			t.Errorf("%v %v: %q, %v", c.endings, c.folders, got, err)
		}
	}
}
