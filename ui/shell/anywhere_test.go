package shell

import (
	"context"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"primadesk/app"
	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/ui/kit"
	"primadesk/ui/screen"
	"primadesk/ui/screen/screentest"
)

// places is a stub that shows contacts and organisations and has a command.
type places struct{ *stub }

func (places) Shows() []string { return []string{"contact", "organisation"} }
func (p places) Commands() []screen.Command {
	return []screen.Command{{Text: "Écrire à tous", Do: func() { p.note("commanded") }}}
}

// found lists what the box shows, headings with a mark before.
func (w *world) found(t *testing.T) []string {
	t.Helper()
	var out []string
	for _, row := range w.finder(t).Rows() {
		text := row.Text
		if row.Heading {
			text = "# " + text
		}
		out = append(out, text)
	}
	return out
}

func (w *world) finder(t *testing.T) *kit.Finder {
	t.Helper()
	sheet, ok := w.win.Canvas().Overlays().Top().(*kit.Sheet)
	if !ok {
		t.Fatal("the box is not open")
	}
	return sheet.Content().(*kit.Finder)
}

func withPlaces(t *testing.T, change func(*Params)) (*world, *stub) {
	t.Helper()
	st := &stub{id: "people"}
	w := newWorld(t, false, func(p *Params) {
		p.Screens = func(*app.Workspace, screen.Shell, *i18n.Printer) []screen.Screen {
			st.content = kit.NewEntry()
			return []screen.Screen{places{st}, &stub{id: "other", content: kit.NewText("x", kit.TextStyle{})}}
		}
		if change != nil {
			change(p)
		}
	}).project()
	for _, name := range []string{"Κέντρο Αθήνας", "Athens Agency"} {
		if _, err := w.work.Records.Save(t.Context(), &data.Organisation{Name: name}); err != nil {
			t.Fatal(err)
		}
	}
	return w, st
}

func TestGoAnywhereFindsRecordsScreensAndCommands(t *testing.T) {
	w, st := withPlaces(t, nil)
	field := st.content.(*kit.Entry).Target()
	w.win.Canvas().Focus(field)
	w.goAnywhere("")
	if got := w.found(t)[:3]; !slices.Equal(got, []string{"# Last used", "Athens Agency", "Κέντρο Αθήνας"}) {
		t.Errorf("at first %q", got)
	}
	w.press(fyne.KeyEscape)
	if w.asking() || w.win.Canvas().Focused() != field {
		t.Error("Esc does not lead back to where the keyboard was")
	}
	w.goAnywhere("")
	w.write("αθηνασ")
	if got := w.found(t); !slices.Equal(got, []string{"# Records", "Κέντρο Αθήνας"}) {
		t.Errorf("without accents: %q", got)
	}
	w.press(fyne.KeyReturn)
	if got := st.did[len(st.did)-1]; w.asking() || got[:19] != "reveal organisation" {
		t.Errorf("people did %q", st.did)
	}
	w.goAnywhere("ecrire")
	w.press(fyne.KeyReturn)
	w.goAnywhere("new people")
	w.press(fyne.KeyReturn)
	if got := st.did[len(st.did)-2:]; !slices.Equal(got, []string{"commanded", "new"}) {
		t.Errorf("people did %q", st.did)
	}
	w.goAnywhere("settings")
	w.press(fyne.KeyReturn)
	if w.nav.now.ID() != settingsID {
		t.Errorf("shown is %s", w.nav.now.ID())
	}
	w.goAnywhere("nothing that is")
	w.press(fyne.KeyReturn)
	if got := w.found(t); !slices.Equal(got, []string{"# Nothing has these words"}) {
		t.Errorf("%q", got)
	}
	w.press(fyne.KeyEscape)
	w.remember()
	if state := w.settings.View(w.work.Folder, anywhereState); len(w.nav.recent) != 1 || state != w.nav.visits() {
		t.Errorf("kept %q", state)
	}
}

func TestGoAnywhereTakesTheLatestAnswer(t *testing.T) {
	w, st := withPlaces(t, nil)
	late := &screentest.Held{}
	w.exec = late
	w.goAnywhere("ath")
	w.write("ens") // asks three times more
	w.press(fyne.KeyReturn)
	if !w.asking() {
		t.Fatal("Enter did not wait for what was typed")
	}
	late.Backwards() // the newest first
	if w.asking() || st.did[len(st.did)-1][:6] != "reveal" {
		t.Errorf("people did %q", st.did)
	}
	w.goAnywhere("ath")
	w.press(fyne.KeyEscape)
	late.Backwards() // to a box that is closed
	if w.asking() {
		t.Error("the box is open again")
	}
}

func TestWhatFitsAWord(t *testing.T) {
	spots := []spot{{text: "Αναφορές"}, {text: "Nouvelle fiche", note: "Événements"}}
	for typed, want := range map[string]int{"αναφορεσ": 1, "even fiche": 1, "fic": 1, "iche": 0, "": 2} {
		if got := len(fitting(spots, typed)); got != want {
			t.Errorf("%q fits %d", typed, got)
		}
	}
	if got, err := (asking{}).fetch(context.Background()); got != nil || err != nil {
		t.Errorf("without entities: %v, %v", got, err)
	}
}

func TestShortcutsAreWrittenAsBound(t *testing.T) {
	w := newWorld(t, false, nil).project()
	all := map[string]string{}
	for _, g := range w.shortcutGroups() {
		for _, line := range g.lines {
			if line.keys == "" || line.text == "" || line.text[0] == '[' {
				t.Errorf("line %+v", line)
			}
			all[line.keys] = line.text
		}
	}
	for _, keys := range []string{"Ctrl+K", "Ctrl+S", "Ctrl+Z", "Ctrl+Shift+Z, Ctrl+Y", "Ctrl+1 … 5", "Shift+Up, Down", "Ctrl+arrow keys", "F1"} {
		if all[keys] == "" {
			t.Errorf("no line for %s in %q", keys, all)
		}
	}
}
