package shell

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"primadesk/app"
	"primadesk/assets/licences"
)

func TestAnotherWorkspaceIsMadeOnlyWhenAsked(t *testing.T) {
	w := newWorld(t, false, nil).project()
	first, second := w.work.Folder, filepath.Join(t.TempDir(), "second")
	w.useWorkspace(second)
	test.Tap(buttons(w.overlay())["Cancel"])
	if app.Exists(second) || w.work.Folder != first {
		t.Fatal("a workspace was made without an answer")
	}
	w.useWorkspace(second)
	test.Tap(buttons(w.overlay())["Make a workspace"])
	if w.work.Folder != second || w.folder() != second || w.settings.DefaultFolder() != second {
		t.Errorf("open is %s, next time %s", w.work.Folder, w.settings.DefaultFolder())
	}
	w.useWorkspace(first)
	if w.asking() || w.work.Folder != first || !w.says("TESTPROJECT") {
		t.Error("the way back asks")
	}
}

func TestTheWorkspaceIsChecked(t *testing.T) {
	w := newWorld(t, false, nil).project()
	w.Go(settingsID, "")
	test.Tap(w.nav.now.(*settingsScreen).check)
	if got := w.toasts.Texts(); w.overlay() != nil || !slices.Contains(got, w.T("shell.check.whole")) {
		t.Errorf("told %q", got)
	}
}

func TestAboutShowsLicences(t *testing.T) {
	w := newWorld(t, false, nil).project()
	w.showAbout()
	all := strings.Join(texts(w.overlay()), "\n")
	for _, m := range licences.All() {
		if !strings.Contains(all, m.Path) {
			t.Errorf("%s is not named", m.Path)
		}
	}
	w.overlay().Close()
	w.showLicence(licences.All()[0])
	if w.overlay() == nil {
		t.Error("a licence is not shown")
	}
}

func TestTheManualOpensOverTheScreen(t *testing.T) {
	w := newWorld(t, false, nil).project()
	w.Go("contacts", "")
	w.stubs[0].dirty = true // F1 in the middle of a form
	w.help()
	if !w.asking() || w.nav.now.ID() != "contacts" || w.overlay() != nil {
		t.Fatal("F1 leaves the form, or asks about it")
	}
	w.press("Escape")
	if w.asking() {
		t.Error("Esc does not lead back")
	}
	w.stubs[0].dirty = false
	w.Go("help", "about")
	if w.nav.now.ID() != "help" || !w.says("github.com/adrg/xdg") {
		t.Error("the page about the program is not shown")
	}
}

func TestFormatsAreInForceAtOnce(t *testing.T) {
	w := newWorld(t, false, nil).project()
	w.Go(settingsID, "")
	w.setFormat("iso", w.settings.SetDates)
	w.setFormat("sunday", w.settings.SetWeek)
	v := w.nav.named(settingsID).(*settingsScreen)
	if got := w.words.MediumDate("2025-06-02"); got != "2025-06-02" || w.words.FirstWeekday() != time.Sunday {
		t.Errorf("the window writes %q, weeks begin on %v", got, w.words.FirstWeekday())
	}
	if v.dates.Value() != "iso" || v.week.Value() != "sunday" || v.csv.Value() != app.AsLanguage {
		t.Errorf("the settings show %q, %q, %q", v.dates.Value(), v.week.Value(), v.csv.Value())
	}
	if texts := w.formatOptions(app.CSVSeparators, w.csvFormat); texts[0].Text != "As the language: comma" {
		t.Errorf("the separators are %v", texts)
	}
	w.setFormat("never", w.settings.SetDates)
	if w.settings.Dates() != "iso" || w.words.MediumDate("2025-06-02") != "2025-06-02" {
		t.Error("what is no format was taken")
	}
}
