//go:build e2e

package e2e

import (
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"primadesk/assets/i18n"
)

// What comes after an event: its account in two languages, what was learned, the evidence, the event sheet.
func TestEventAfter(t *testing.T) {
	d := newDesk(t)
	w := i18n.For("en")
	d.opener()
	d.begun("en")
	d.events()
	d.eventPage(w, "fish farmers")
	d.account(w)
	d.eventTakeaway(w)
	d.evidence(w)
	d.eventSheet(w)
	d.close()
}

func (d *desk) account(w *i18n.Printer) {
	d.t.Helper()
	field := func(id string) string { return label(w, "event", id) }
	d.press(w.T("field.account"))
	d.settle()
	d.key("Tab") // from the tab, which has the field's name
	d.fill(field("account"), "Forty people met.")
	d.menu(w.T("fields.translate"), 2) // after Greek, the event's own
	d.await("msg=focus ", "kind=lines")
	d.write("Quarante personnes se sont rencontrées.")
	d.press(w.T("events.more"))
	d.fill(field("replies"), "12")
	d.fill(field("satisfaction"), "4.5")
	d.keep()
	d.eventHolds("EL-02", "Forty people met.", "Quarante personnes", `"replies":12`, `"satisfaction":4.5`)
}

func (d *desk) eventTakeaway(w *i18n.Printer) {
	d.t.Helper()
	of := func(id string) string { return label(w, "takeaway", id) }
	d.press(w.T("events.add_takeaway"))
	d.at(of("text"))
	d.write("Services do not talk to each other.")
	d.pick(of("kind"), w.Enum("takeaway_kind", "challenge"))
	d.pick(of("theme"), w.T("word.theme.access_to_services"))
	d.press(w.T("events.save"))
	d.await("msg=saved", "entity=takeaway")
	for _, text := range []string{"Services do not talk to each other.", `"kind":"challenge"`, `"theme":"access_to_services"`, d.id("EL-02")} {
		d.says(text, "list", "takeaways", "--search", "talk", "--json")
	}
	for _, link := range []string{w.Entity("takeaway"), w.T("events.to_takeaways")} {
		d.settle()
		d.press(link)
		d.await("screen shown", "id=takeaways")
		d.key("ctrl+4")
		d.await("screen shown", "id=events")
	}
}

// attach chooses a file in the dialog.
func (d *desk) attach(w *i18n.Printer, path string) {
	d.t.Helper()
	d.settle()
	d.press(w.T("events.attach"))
	d.await("file dialog shown")
	d.at("find")
	d.replace(path)
	d.settle()
	d.key("Return")
	d.await("msg=saved", "entity=evidence")
	d.says(filepath.Base(path), "list", "evidence", "--where", "event="+d.id("EL-02"), "--json")
}

func (d *desk) evidence(w *i18n.Printer) {
	d.t.Helper()
	of := func(id string) string { return label(w, "evidence", id) }
	home := filepath.Join(d.room, "home")
	d.must(os.WriteFile(filepath.Join(home, "list.pdf"), []byte("%PDF-1.4\n%%EOF\n"), 0o600))
	photo, err := os.Create(filepath.Join(home, "IMG_1.png"))
	d.must(err)
	d.must(png.Encode(photo, image.NewGray(image.Rect(0, 0, 40, 30))))
	d.must(photo.Close())

	d.settle()
	d.press(w.Entities("evidence"))
	d.attach(w, filepath.Join(home, "list.pdf"))
	d.attach(w, filepath.Join(home, "IMG_1.png"))
	d.settle()
	d.press(w.T("events.edit"))
	d.at(of("kind"))
	d.choosing(of("kind"), w.Enum("evidence_kind", "screenshot"))
	d.settle()
	d.fill(of("caption"), "The screen of the meeting")
	d.fill(of("original_at"), "Office, binder 7")
	d.press(of("consent_checked"))
	d.press(w.T("events.apply"))
	d.await("msg=saved", "entity=evidence")
	for _, text := range []string{`"kind":"screenshot"`, "The screen of the meeting", "Office, binder 7", `"consent_checked":true`} {
		d.says(text, "list", "evidence", "--where", "event="+d.id("EL-02"), "--json")
	}
	d.settle()
	d.press(w.T("events.open"))
	if path := d.opened(); !strings.Contains(path, "IMG_1") {
		d.t.Errorf("opened %q", path)
	}
	d.press(w.T("events.save_copy"))
	d.file(d.saveAs(".png"), "PNG")
	d.press(w.T("evidence.verify"))
	d.settle()
	d.cli("evidence", "verify")

	d.press(w.T("events.add_original"))
	d.at(of("kind"))
	d.fill(of("original_at"), "Town hall, archive")
	d.key("Return")
	d.await("msg=saved", "entity=evidence")
	d.says("Town hall, archive", "list", "evidence", "--where", "event="+d.id("EL-02"), "--json")
	d.settle()
	d.press(w.Enum("evidence_kind", "screenshot"))
	d.settle()
	d.key("Return") // the card that is chosen opens its file
	if path := d.opened(); !strings.Contains(path, "IMG_1") {
		d.t.Errorf("opened %q", path)
	}
	d.round(append(append(shellNames(w), d.pageNames(w)...), w.Enum("evidence_kind", "signed_list"), w.T("events.delete"), w.Enum("evidence_kind", "other"))...)
	before := d.found("evidence")
	d.press(w.T("events.delete"))
	d.await("msg=saved", "entity=evidence")
	if now := d.found("evidence"); now != before-1 {
		d.t.Errorf("%d pieces of evidence, of %d before", now, before)
	}
	d.key("ctrl+z")
	d.await("msg=undone")
	d.settle()
}

func (d *desk) eventSheet(w *i18n.Printer) {
	d.t.Helper()
	tab := w.T("eventsheet.tab")
	d.press(tab)
	d.settle()
	d.choosing(w.T("field.language"), w.Language("fr"))
	d.settle()
	d.press(w.T("eventsheet.enter")) // what is missing first, of the partner
	d.await("msg=revealed", "entity=partner", "field=pic")
	d.events()
	d.press(tab)
	d.settle()
	d.press(w.T("eventsheet.write"))
	d.await("screen shown", "id=reports")
}
