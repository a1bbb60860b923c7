package shell

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/adrg/xdg"

	"primadesk/app"
	"primadesk/assets/i18n"
	"primadesk/data"
)

func TestFirstStartAsksOneThingAfterTheOther(t *testing.T) {
	w := newWorld(t, true, nil)
	if w.nav != nil || !w.says("Welcome") {
		t.Fatal("the first start does not begin with a welcome")
	}
	all := buttons(w.win.Content())
	for _, l := range i18n.Languages {
		if all[i18n.Name(l)] == nil {
			t.Errorf("no button says %s", i18n.Name(l))
		}
	}
	test.Tap(all["Ελληνικά"])
	if w.settings.ChosenLanguage() != "el" || w.Language() != "el" || !w.says("Τι κάνετε στο έργο;") {
		t.Fatalf("after choosing Greek: %v", texts(w.win.Content()))
	}
	w.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) // the first answer has the focus
	if w.settings.Task() != "coordinator" || !w.says("Πώς θέλετε να ξεκινήσετε;") {
		t.Fatalf("after the task %q: %v", w.settings.Task(), texts(w.win.Content()))
	}
	w.askProject()
	d := w.overlay()
	if d == nil {
		t.Fatal("no dialog asks for the project")
	}
	test.Tap(buttons(d)["Δημιουργία έργου"])
	if w.overlay() == nil || w.nav != nil {
		t.Fatal("a project without a name was made")
	}
	w.overlay().Close()
	w.makeProject(" ΔΟΚΙΜΗ ", "101000000", "Άννα")
	if w.nav == nil || w.settings.Me() != "Άννα" || !w.says("ΔΟΚΙΜΗ") {
		t.Error("the project is made, and the window does not show it")
	}
	if p, err := w.work.Projects.Current(t.Context()); err != nil || p.Acronym != "ΔΟΚΙΜΗ" || p.GrantNumber != "101000000" {
		t.Errorf("project %+v, %v", p, err)
	}
}

func TestStoppedFirstStartGoesOnWhereItWas(t *testing.T) {
	w := newWorld(t, true, func(p *Params) {
		if err := p.Settings.SetLanguage("it"); err != nil {
			t.Fatal(err)
		}
	})
	if !w.says("Di che cosa si occupa nel progetto?") {
		t.Errorf("asks %v", texts(w.win.Content()))
	}
}

func TestSampleIsAWorkspaceOfItsOwn(t *testing.T) {
	t.Setenv("XDG_DATA_HOME", t.TempDir())
	xdg.Reload()
	t.Cleanup(xdg.Reload)
	w := newWorld(t, false, nil).project()
	mine := w.work.Folder
	w.open(app.SampleFolder())
	if w.work.Folder != app.SampleFolder() || !w.says("PRIMACENTERS") || !w.says("This is a sample") {
		t.Fatalf("the sample is not shown under its banner: %v", texts(w.win.Content()))
	}
	test.Tap(buttons(w.win.Content())["Back to my workspace"])
	if w.work.Folder != mine || !w.says("TESTPROJECT") || w.says("This is a sample") {
		t.Error("the way back does not lead to the user's own workspace")
	}
	if n, err := w.work.Records.Count(t.Context(), app.Query{Entity: "contact"}); n != 0 || err != nil {
		t.Errorf("%d contacts of the sample are among the user's own (%v)", n, err)
	}
}

func TestProjectFileOfAManager(t *testing.T) {
	manager := newWorld(t, false, nil).project()
	file := filepath.Join(t.TempDir(), "plan.primadesk")
	manager.writeProjectFile(file)
	if len(manager.toasts.Texts()) == 0 {
		t.Fatal("no toast says that the file is written")
	}
	coordinator := newWorld(t, false, nil)
	coordinator.takeProjectFile(file)
	if coordinator.nav == nil || !coordinator.says("TESTPROJECT") {
		t.Error("the project of the file is not shown")
	}
	broken := filepath.Join(t.TempDir(), "broken.primadesk")
	if err := os.WriteFile(broken, []byte("no project"), 0o600); err != nil {
		t.Fatal(err)
	}
	coordinator.takeProjectFile(broken)
	if coordinator.overlay() == nil {
		t.Error("nobody is told that the file is no project file")
	}
}

func TestWorkspaceThatAnotherProgramHolds(t *testing.T) {
	first := newWorld(t, false, nil).project()
	second := newWorld(t, false, func(p *Params) { p.Folder = first.work.Folder })
	if readOnly, _ := second.work.ReadOnly(); !readOnly {
		t.Fatal("two programs write into one workspace")
	}
	if !second.says("Opened for reading only") || second.frame.status.Text() != "For reading only" {
		t.Errorf("no banner says so: %v", texts(second.win.Content()))
	}
	first.Close()
	second.open(second.work.Folder)
	if readOnly, _ := second.work.ReadOnly(); readOnly || second.says("Opened for reading only") {
		t.Error("after the other program closed, trying again still reads only")
	}
}

func TestWorkspaceThatCannotBeOpened(t *testing.T) {
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "primadesk.db"), []byte(strings.Repeat("this is no database ", 100)), 0o600); err != nil {
		t.Fatal(err)
	}
	w := newWorld(t, false, func(p *Params) { p.Folder = folder })
	if w.nav != nil || !w.says("The workspace cannot be opened") || !w.says(folder) || buttons(w.win.Content())["Try again"] == nil {
		t.Errorf("shown: %v", texts(w.win.Content()))
	}
}

func TestCrashIsTold(t *testing.T) {
	w := newWorld(t, false, func(p *Params) { p.Crash = filepath.Join(t.TempDir(), "crash.last.txt") }).project()
	if got := w.toasts.Texts(); len(got) == 0 || !strings.Contains(strings.Join(got, " "), "ended unexpectedly") {
		t.Errorf("toasts %q", got)
	}
	w.toasts.Dismiss()
	w.setLanguage("fr")
	for _, text := range w.toasts.Texts() {
		if strings.Contains(text, "inattendue") {
			t.Error("the crash is told again when the language is switched")
		}
	}
}

func TestDisplay(t *testing.T) {
	for _, tc := range []struct {
		system, env string
		want        bool
	}{{"linux", "", false}, {"linux", "DISPLAY", true}, {"freebsd", "WAYLAND_DISPLAY", true}, {"openbsd", "", false}, {"windows", "", true}, {"darwin", "", true}} {
		got := display(tc.system, func(name string) string {
			if name == tc.env {
				return ":0"
			}
			return ""
		})
		if got != tc.want {
			t.Errorf("%s with %q: %v", tc.system, tc.env, got)
		}
	}
}

func TestLanguageIsSwitchedAtOnce(t *testing.T) {
	w := newWorld(t, false, nil).project()
	w.Go(settingsID, "")
	w.setLanguage("nl")
	if w.nav.now.ID() != settingsID || !w.says("Instellingen") || w.says("Settings") {
		t.Errorf("after the switch: %v", texts(w.win.Content()))
	}
	if got := w.win.MainMenu().Items[0].Label; got != "Bestand" {
		t.Errorf("the first menu is %q", got)
	}
	if n, err := w.work.Records.Count(t.Context(), app.Query{Entity: "project"}); n != 1 || err != nil {
		t.Errorf("%d projects after the switch, %v", n, err)
	}
	if got := data.Fold(w.T("shell.settings")); got != "instellingen" {
		t.Errorf("the shell still says %q", got)
	}
}
