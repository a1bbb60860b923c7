//go:build e2e

package e2e

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"primadesk/assets/i18n"
	"primadesk/data"
)

// The lists of words, the project file and a project more, by keyboard.
func TestProjectWords(t *testing.T) {
	d := newDesk(t)
	w := i18n.For("en")
	d.begun("en")
	d.project()
	d.press(w.T("project.more_parts"))
	d.part(w, "vocabulary")
	d.vocabulary(w)
	d.wordKinds(w)
	d.projectFiles(w)
	d.part(w, "vocabulary")
	d.round(append(partNames(w), w.T("shell.undo"), w.T("shell.redo"))...) // TestProject presses the parts; the rest is of a toast that is still there
	d.close()
}

// wordOf is a word as the command line lists it.
type wordOf struct {
	Code, Label string
	Uses        int
}

func (d *desk) words(kind string) []wordOf {
	d.t.Helper()
	var list []wordOf
	d.must(json.Unmarshal([]byte(d.cli("--json", "project", "words", kind)), &list))
	return list
}

// wordCalled finds a word by what it is called.
func (d *desk) wordCalled(kind, label string) (wordOf, bool) {
	d.t.Helper()
	list := d.words(kind)
	i := slices.IndexFunc(list, func(x wordOf) bool { return x.Label == label })
	if i < 0 {
		return wordOf{}, false
	}
	return list[i], true
}

// vocabulary makes a word, renames it, puts another in its place, and takes one away.
func (d *desk) vocabulary(w *i18n.Printer) {
	d.t.Helper()
	kind := data.VocabularyKind.Words[0]
	made := func(label string) {
		d.press(w.T("project.new_vocabulary"))
		d.at(w.T("field.label"))
		d.write(label)
		d.key("ctrl+s")
		d.await("msg=saved", "entity=vocabulary")
		if _, there := d.wordCalled(kind, label); !there {
			d.t.Fatalf("%q is not there: %v", label, d.words(kind))
		}
		d.settle()
	}
	made("Harbour walk")
	d.translateWord(w, kind)
	relabel := func(label string) {
		d.back(w.T("field.label")) // a column of the table is called so too
		d.replace(label)
	}
	relabel("Quay walk")
	d.press(w.T("project.save"))
	d.await("msg=saved", "entity=vocabulary")
	if _, there := d.wordCalled(kind, "Quay walk"); !there || len(d.words(kind)) == 0 {
		d.t.Errorf("the word is not renamed: %v", d.words(kind))
	}
	relabel("Nothing of it")
	d.press(w.T("project.cancel"))
	d.settle()
	d.pick(w.T("project.merge_into"), "Net")
	d.press(w.T("project.merge"))
	d.await("msg=saved", "entity=vocabulary")
	for _, gone := range []string{"Harbour walk", "Quay walk", "Nothing of it"} {
		if _, there := d.wordCalled(kind, gone); there {
			d.t.Errorf("%q is still there: %v", gone, d.words(kind))
		}
	}
	d.settle()
	made("Fish market")
	d.press(w.T("project.delete_word"))
	d.await("msg=saved", "entity=vocabulary")
	if _, there := d.wordCalled(kind, "Fish market"); there {
		d.t.Errorf("the word is still there: %v", d.words(kind))
	}
	d.settle()
	d.key("ctrl+z")
	d.await("msg=undone")
	if _, there := d.wordCalled(kind, "Fish market"); !there {
		d.t.Errorf("the word is not back: %v", d.words(kind))
	}
}

// translateWord writes the word in French beside the original, and in Italian among all languages.
func (d *desk) translateWord(w *i18n.Printer, kind string) {
	d.t.Helper()
	d.choose(w.T("fields.translate"), 1) // French, the first after the original
	for _, x := range []struct{ lang, text string }{{"fr", "Promenade du port"}, {"it", "Passeggiata al porto"}} {
		name := i18n.Upper(w.Language(x.lang))
		if x.lang == "it" {
			d.back(w.T("fields.all_languages"))
			d.key("Return")
			d.tab(name)
		}
		d.at(name)
		d.write(x.text)
		d.key("ctrl+s")
		d.await("msg=saved", "entity=vocabulary")
		d.says(x.text, "--lang", x.lang, "project", "words", kind)
		d.settle()
	}
	d.back(w.T("fields.two_languages"))
	d.key("Return")
	d.settle()
}

// wordKinds goes from one list of words to the next, searches, and renames a word that ships.
func (d *desk) wordKinds(w *i18n.Printer) {
	d.t.Helper()
	for _, kind := range slices.Backward(data.VocabularyKind.Words) {
		d.press(w.T("project.kind_" + kind)) //i18n:prefix project.kind_
		d.settle()
	}
	const word = "round_table"
	kind := data.VocabularyKind.Words[0]
	name, _ := w.Word(kind, word)
	d.key("ctrl+f")
	d.at(w.T("project.search_words"))
	d.write(name)
	d.key("Return")
	d.at(w.T("project.words"))
	d.key("Home", "Return")
	d.at(w.T("field.label"))
	d.replace("Round of talks")
	d.key("ctrl+s")
	d.await("msg=saved", "entity=vocabulary")
	if x, there := d.wordCalled(kind, "Round of talks"); !there || x.Code != word || x.Uses == 0 {
		d.t.Errorf("the word that ships is not renamed: %v", d.words(kind))
	}
	d.settle()
	d.press(w.T("project.restore_word"))
	d.await("msg=saved", "entity=vocabulary")
	if x, there := d.wordCalled(kind, name); !there || x.Code != word {
		d.t.Errorf("the word has not its own label again: %v", d.words(kind))
	}
	d.settle()
}

// projectFiles saves the project file, makes a new project, goes back to the first one, and opens the file.
func (d *desk) projectFiles(w *i18n.Printer) {
	d.t.Helper()
	path := filepath.Join(d.room, "home", "plan.primadesk")
	d.press(w.T("project.save_file"))
	d.await("file dialog shown")
	d.at(w.T("shell.file.name"))
	d.replace(path)
	d.key("Return")
	d.settle()
	d.fileOpens(path)

	first := fmt.Sprint(d.one("projects")["acronym"])
	d.press(w.T("project.new"))
	d.at(label(w, "project", "acronym"))
	d.write("SECOND")
	d.fill(label(w, "project", "grant_number"), "101999998")
	d.key("Return")
	d.await("msg=saved", "entity=project")
	d.settle()
	d.says("SECOND", "info")
	d.pick(w.T("project.another"), first)
	d.says(first, "info")

	name := label(w, "project", "acronym")
	d.part(w, "project")
	d.fill(name, "ANOTHER")
	d.key("ctrl+s")
	d.await("msg=saved", "entity=project")
	d.settle()
	d.press(w.T("project.open_file"))
	d.await("file dialog shown")
	d.at("find")
	d.replace(path)
	d.settle()
	d.key("Return")
	d.await("msg=saved", "entity=project")
	d.says(first, "info") // as the file has it
}

// fileOpens looks whether a project file can be opened in an empty workspace.
func (d *desk) fileOpens(path string) {
	d.t.Helper()
	for range most { // it is written beside the window's own work
		if _, err := os.Stat(path); err == nil {
			break
		}
		d.settle()
	}
	other := filepath.Join(d.room, "other")
	d.cli("--quiet", "--workspace", other, "project", "open", path)
	var list struct{ Records []any }
	d.must(json.Unmarshal([]byte(d.cli("--workspace", other, "--json", "list", "partners")), &list))
	if want := len(d.stored("partners")); len(list.Records) != want {
		d.t.Errorf("the project file has %d partners, want %d", len(list.Records), want)
	}
}
