//go:build e2e

package e2e

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"primadesk/assets/i18n"
	"primadesk/data"
)

// Each control of the screen of the newsletter: an issue is put together, read in several languages, completed and written.
func TestBulletin(t *testing.T) {
	d := newDesk(t)
	w := i18n.For("en")
	d.opener()
	d.begun("en", d.heldSince)
	d.screen("ctrl+8", "bulletin")
	d.await("bulletin previewed")
	d.bulletinFind(w)
	d.bulletinNew(w)
	d.bulletinOrder(w)
	d.bulletinGaps(w)
	d.bulletinAudience(w)
	d.bulletinFiles(w)
	d.bulletinActivity(w)
	d.bulletinPast(w)
	excused := []string{w.T("listing.filter"), w.T("listing.columns"), "Table", w.FieldShort("number"), w.T("fields.all_languages"), w.T("fields.add"), w.T("reportscreen.show_in_folder"), w.T("shell.redo")}
	for _, lang := range data.Languages { // the chips over the preview, and the languages of the form's texts
		excused = append(excused, strings.ToUpper(lang)+"*", i18n.Upper(w.Language(lang)))
	}
	d.round(excused...)
	d.close()
}

// heldSince puts an event into the workspace that took place and that no issue tells of.
func (d *desk) heldSince() {
	d.t.Helper()
	project := d.ids("list", "projects")[0]
	path := d.home("held.jsonl")
	d.must(os.WriteFile(path, []byte(`{"entity":"event","project":"`+project+`","number":"XX-01","status":"held","start":"2025-09-01","name":{"original":"en","en":"Held since"}}`+"\n"), 0o600))
	d.cli("put", path)
}

// issue is an issue by its number, as the command line has it.
func (d *desk) issue(number int) map[string]any {
	d.t.Helper()
	return d.one("bulletins", "--where", fmt.Sprintf("number=%d", number))
}

// told are the numbers of the events that an issue tells of, in its order.
func (d *desk) told(number int) []string {
	d.t.Helper()
	events := map[string]string{}
	for _, e := range d.stored("events") {
		events[fmt.Sprint(e["id"])] = fmt.Sprint(e["number"])
	}
	rows, _ := d.issue(number)["events"].([]any)
	slices.SortFunc(rows, func(a, b any) int {
		return strings.Compare(fmt.Sprint(a.(map[string]any)["order"]), fmt.Sprint(b.(map[string]any)["order"]))
	})
	var out []string
	for _, row := range rows {
		out = append(out, events[fmt.Sprint(row.(map[string]any)["event"])])
	}
	return out
}

func (d *desk) bulletinFind(w *i18n.Printer) {
	d.t.Helper()
	d.key("ctrl+f")
	d.at(w.T("bulletinscreen.search"))
	d.write("nothing is like this")
	d.settle()
	d.replace("primacenters")
	d.settle()
	d.key("Escape")
	d.settle()
}

// bulletinNew writes an issue with all its fields.
func (d *desk) bulletinNew(w *i18n.Printer) {
	d.t.Helper()
	d.back(w.T("bulletinscreen.new"))
	d.key("Return")
	d.at(label(w, "bulletin", "number"))
	d.replace("3")
	d.fill(label(w, "bulletin", "month"), "october 2025")
	d.pick(label(w, "bulletin", "language"), "Ned")
	d.fill(label(w, "bulletin", "name"), "Our third issue")
	d.fill(label(w, "bulletin", "intro"), "What happened since.")
	for _, number := range []string{"EL-01", "CY-01"} {
		d.pick(label(w, "bulletin", "events"), number)
	}
	d.press(w.N("bulletinscreen.add_rest", 1))
	d.settle()
	d.fill(label(w, "bulletin", "next_steps"), "More is to come.")
	d.press(w.T("bulletinscreen.add_link"))
	d.settle()
	d.fill(labelOf(w, "bulletin", "links", "label"), "Our site")
	d.fill(labelOf(w, "bulletin", "links", "url"), "https://example.org")
	d.press(w.T("bulletinscreen.add_link"))
	d.settle()
	d.tab(w.T("fields.remove_line")) // of the second line, in which the keyboard is
	d.key("Return")
	d.settle()
	d.key("ctrl+s")
	d.await("msg=saved", "entity=bulletin")
	rec := d.issue(3)
	d.holds(rec, map[string]string{"month": "2025-10", "language": "nl"})
	if got := inLanguage(rec, "name", "en") + inLanguage(rec, "intro", "en") + inLanguage(rec, "next_steps", "en"); got != "Our third issueWhat happened since.More is to come." {
		d.t.Errorf("its texts: %q", got)
	}
	if links, _ := rec["links"].([]any); len(links) != 1 || !strings.Contains(fmt.Sprint(links), "https://example.org") {
		d.t.Errorf("its links: %v", rec["links"])
	}
	if got := d.told(3); !slices.Equal(got, []string{"EL-01", "CY-01", "XX-01"}) {
		d.t.Errorf("it tells of %q", got)
	}
}

// bulletinOrder moves an event by its grip, with the keyboard and with the mouse, and leaves one out.
func (d *desk) bulletinOrder(w *i18n.Printer) {
	d.t.Helper()
	d.back(w.T("bulletinscreen.move_event"))
	d.key("End")
	d.settle()
	d.key("alt+Up")
	d.drives()
	d.settle()
	second := d.focus
	d.key("Home")
	d.settle()
	first := d.focus
	d.drag(second.x+second.w/2, second.y+second.h/2, first.x+first.w/2, first.y+2)
	d.settle()
	d.key("ctrl+s")
	d.await("msg=saved", "entity=bulletin")
	if got := d.told(3); !slices.Equal(got, []string{"XX-01", "EL-01", "CY-01"}) {
		d.t.Errorf("moved: %q", got)
	}
	d.settle()
	d.tab(w.T("bulletinscreen.remove_event"))
	d.key("Return")
	d.settle()
	d.key("ctrl+s")
	d.await("msg=saved", "entity=bulletin")
	if got := d.told(3); len(got) != 2 {
		d.t.Errorf("one is left out: %q", got)
	}
}

// bulletinGaps reads the issue in Dutch, goes from a gap to its field, and fills it.
func (d *desk) bulletinGaps(w *i18n.Printer) {
	d.t.Helper()
	d.settle()
	d.press("NL*")
	d.await("bulletin previewed", "language=nl")
	d.settle()
	d.tab(w.T("bulletinscreen.gaps") + "*")
	d.key("Return")
	d.settle()
	d.press(w.T("bulletinscreen.go_to_field"))
	d.at(i18n.Upper(w.Language("nl")))
	d.write("Ons derde nummer")
	d.settle()
	d.key("ctrl+s")
	d.await("msg=saved", "entity=bulletin")
	if got := inLanguage(d.issue(3), "name", "nl"); got != "Ons derde nummer" {
		d.t.Errorf("in Dutch it is called %q", got)
	}
	d.settle()
	d.tab(w.T("bulletinscreen.page"))
	d.key("Return")
	d.settle()
}

// bulletinAudience counts who may get the issue, and writes the list.
func (d *desk) bulletinAudience(w *i18n.Printer) {
	d.t.Helper()
	d.tab(w.T("bulletinscreen.audience"))
	d.key("Return")
	d.settle()
	d.press(w.T("bulletinscreen.write_recipients"))
	path := d.saveAs(".csv")
	d.await("msg=recipients", "language=nl")
	d.settle()
	again := d.home("again.csv")
	d.cli("--lang", "nl", "bulletin", "3", "--recipients", "-o", again)
	one, err := os.ReadFile(path)
	d.must(err)
	if other, err := os.ReadFile(again); err != nil || string(one) != string(other) {
		d.t.Errorf("the window's list is not the command line's, %v", err)
	}
}

// bulletinFiles writes the issue in two formats and two languages, first as complete, then as it is.
func (d *desk) bulletinFiles(w *i18n.Printer) {
	d.t.Helper()
	ask := func(other string) { // beside the language that is looked at
		d.t.Helper()
		d.press(w.T("bulletinscreen.write"))
		d.at(w.T("bulletinscreen.go_on"))
		for _, box := range []string{w.T("bulletinscreen.format.docx"), other} {
			d.tab(box)
			d.key("space")
			d.settle()
		}
		d.tab(w.T("bulletinscreen.go_on"))
		d.key("Return")
	}
	ask("French*")
	d.at(w.T("bulletinscreen.complete_first"))
	d.key("Return")
	d.settle()
	ask("Dutch*") // what is to be completed was shown in French
	d.press(w.T("bulletinscreen.write_as_is"))
	d.await("file dialog shown")
	d.at(w.T("shell.file.name"))
	d.replace(filepath.Join(d.room, "home", "third-fr.html"))
	d.key("Return")
	for range 4 {
		d.await("msg=newsletter", "written=true")
	}
	d.settle()
	for _, name := range []string{"third-fr.html", "third-fr.docx", "third-nl.html", "third-nl.docx"} {
		if _, err := os.Stat(d.home(name)); err != nil {
			d.t.Error(err)
		}
	}
	page, err := os.ReadFile(d.home("third-nl.html"))
	d.must(err)
	other := d.home("other.html")
	d.cli("--lang", "nl", "bulletin", "3", "--as-is", "-o", other)
	if same, err := os.ReadFile(other); err != nil || string(same) != string(page) {
		d.t.Errorf("the window's page is not the command line's, %v", err)
	}
	d.press(w.T("reportscreen.open"))
	d.openedOutside(filepath.Join(d.room, "home")) // the toast of the list of recipients may still stand over that of the issue
}

// bulletinActivity adds the activity that the issue proposes, takes that back, and says that it is not wanted.
func (d *desk) bulletinActivity(w *i18n.Printer) {
	d.t.Helper()
	id := fmt.Sprint(d.issue(3)["id"])
	count := func() int { return len(d.stored("communications", "--where", "bulletin="+id)) }
	d.settle()
	d.press(w.T("project.add_proposal"))
	d.await("msg=saved", "entity=communication")
	if count() != 1 {
		d.t.Errorf("%d activities", count())
	}
	d.settle()
	d.undo()
	d.settle()
	d.press(w.T("project.not_proposal"))
	d.await("msg=saved", "entity=communication")
	if count() != 0 {
		d.t.Errorf("%d activities, and none was wanted", count())
	}
	d.settle()
}

// bulletinPast looks at the logos and the history, and duplicates, deletes and brings back.
func (d *desk) bulletinPast(w *i18n.Printer) {
	d.t.Helper()
	d.tab(w.T("bulletinscreen.logos"))
	d.key("Return")
	d.settle()
	d.press(w.T("bulletinscreen.open_partner"))
	d.await("screen shown", "id=project")
	d.screen("ctrl+8", "bulletin")
	d.tab(w.T("record.history"))
	d.key("Return")
	d.settle()
	d.press(w.T("record.undo"))
	d.await("msg=undone")
	d.settle()
	d.tab(w.T("bulletinscreen.issue"))
	d.key("Return")
	d.settle()
	d.press(w.T("record.duplicate"))
	d.at(label(w, "bulletin", "number"))
	d.write("4")
	d.press(w.T("record.save"))
	d.await("msg=saved", "entity=bulletin")
	d.settle()
	d.fill(label(w, "bulletin", "month"), "11/2025")
	d.press(w.T("record.cancel"))
	d.settle()
	d.press(w.T("record.delete"))
	d.await("msg=saved", "entity=bulletin")
	if n := len(d.stored("bulletins")); n != 2 {
		d.t.Errorf("%d issues", n)
	}
	d.undo()
	if n := len(d.stored("bulletins")); n != 3 {
		d.t.Errorf("%d issues after Undo", n)
	}
	d.settle()
}
