//go:build e2e

package e2e

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"primadesk/assets/i18n"
	"primadesk/data"
)

// A year's work by keyboard alone, in Greek, from an empty workspace to the workbook in French.
func TestYearByKeyboard(t *testing.T) {
	d := newDesk(t)
	w := i18n.For("el")
	d.open()
	d.begin(w)
	d.partner(w)
	d.contact(w)
	d.event(w)
	d.people(w)
	d.held(w)
	d.learned(w)
	d.proof(w)
	d.sheet(w)
	workbook := d.workbook(w)
	d.close()
	d.french(workbook)
}

// begin makes the project: language, task, its name.
func (d *desk) begin(w *i18n.Printer) {
	d.t.Helper()
	d.await("welcome shown", "step=language")
	d.raise()
	d.press(i18n.Name("el"))
	d.await("welcome shown", "step=task")
	d.press(w.T("shell.task.coordinator"))
	d.await("welcome shown", "step=project")
	d.press(w.T("shell.welcome.make"))
	d.at(w.T("field.acronym"))
	d.write("ΔΟΚΙΜΗ")
	d.fill(w.T("field.grant_number"), "101999999")
	d.fill(w.T("shell.me"), "Άννα Δοκιμή")
	d.key("Return")
	d.await("shell ready", "language=el")
}

// partner makes a partner of the consortium.
func (d *desk) partner(w *i18n.Printer) {
	d.t.Helper()
	d.key("ctrl+6")
	d.await("screen shown", "id=project")
	d.press(w.Entities("partner"))
	d.key("ctrl+n")
	d.at(w.T("field.legal_name"))
	d.write("Περιφέρεια Δοκιμής")
	d.fill(w.T("field.code"), "EL")
	d.pick(w.T("field.country"), w.Country("GR"))
	d.key("ctrl+s")
	d.await("msg=saved", "entity=partner")
}

// contact makes a person, and in the same form the organisation that she works for.
func (d *desk) contact(w *i18n.Printer) {
	d.t.Helper()
	d.key("ctrl+2")
	d.await("screen shown", "id=contacts")
	d.key("ctrl+n")
	d.at(w.T("field.given_name"))
	d.write("Ελένη")
	d.fill(w.T("field.family_name"), "Δοκιμάκη")
	d.fill(w.T("field.organisation"), "Συνεταιρισμός Δοκιμής")
	d.settle()
	d.key("Down", "Return")
	d.at(label(w, "organisation", "name"))
	d.pick(w.T("field.group"), w.Enum("group", "employers"))
	d.pick(w.T("field.country"), w.Country("GR"))
	d.press(w.T("contacts.apply"))
	d.press(w.T("contacts.add_email"))
	d.fill(labelOf(w, "contact", "emails", "address"), "eleni@example.org")
	d.key("ctrl+s")
	d.await("msg=saved", "entity=contact")
	d.says(`"name":"Συνεταιρισμός Δοκιμής"`, "list", "organisations", "--json")
	d.says(`"address":"eleni@example.org"`, "list", "contacts", "--json")

	d.key("ctrl+z") // the person and the organisation are one step
	d.await("msg=undone")
	if list := d.cli("list", "organisations", "--json"); strings.Contains(list, "Δοκιμής") {
		d.t.Errorf("undone, and still there: %s", list)
	}
	d.key("ctrl+shift+z")
	d.await("msg=redone")
	d.says("Δοκιμάκη", "list", "contacts", "--json")
}

// event plans an event with its checklist.
func (d *desk) event(w *i18n.Printer) {
	d.t.Helper()
	d.key("ctrl+4")
	d.await("screen shown", "id=events")
	d.key("ctrl+n")
	d.at(label(w, "event", "name"))
	d.write("Εκδήλωση δοκιμής")
	d.pick(label(w, "event", "type"), w.T("word.event_type.networking_event"))
	d.fill(label(w, "event", "start"), "2/6/2026")
	d.pick(label(w, "event", "country"), w.Country("GR"))
	d.fill(label(w, "event", "city"), "Τρίπολη")
	d.key("ctrl+s")
	d.await("msg=saved", "entity=event")
	d.says(`"start":"2026-06-02`, "list", "events", "--json")

	d.press(w.T("field.checklist"))
	d.press(w.T("events.begin_tasks"))
	d.await("msg=saved", "entity=event")
	d.tab("Table")
	d.key("space")
	d.await("msg=saved", "entity=event")
	d.says(`"done":"`, "list", "events", "--json")
}

// people invites, marks who came, and counts the others.
func (d *desk) people(w *i18n.Printer) {
	d.t.Helper()
	d.press(w.T("events.tab_people") + "*")
	d.press(w.T("people.invite"))
	d.tab("Table")
	d.key("ctrl+a")
	d.press(w.T("people.write_to"))
	d.press(w.T("people.copy_addresses"))
	d.await("msg=saved", "entity=attendance")
	d.says(`"invitation":"invited"`, "list", "attendance", "--json")
	d.says(`"channel":"email"`, "list", "engagements", "--json")

	d.settle()
	d.key("Escape")          // to the list of the event's people
	d.present(w, "δοκιμακη") // a few letters, without accents
	d.says(`"came":"yes"`, "list", "attendance", "--json")
	if n := d.found("contacts"); n != 1 {
		d.t.Errorf("%d people are known after the one who is was marked", n)
	}
	d.present(w, "Νίκος Περαστικός") // nobody knows him yet
	d.says(`"walk_in":true`, "list", "attendance", "--json")

	d.press(w.T("events.add_count"))
	d.at(w.T("field.count"))
	d.write("5")
	d.fill(w.Enum("gender", "female"), "3")
	d.fill(w.Enum("gender", "male"), "2")
	d.key("Return")
	d.await("msg=saved", "entity=attendance")
	d.says(`"count":5`, "list", "attendance", "--json")
}

// held says that the event has taken place: from then on it counts.
func (d *desk) held(w *i18n.Printer) {
	d.t.Helper()
	for _, step := range []string{"planned", "held"} {
		d.press(w.T("events.step_" + step))
		d.await("msg=saved", "entity=event")
	}
	d.says(`"status":"held"`, "list", "events", "--json")
}

// learned writes what was learned at the event, in Greek and in French.
func (d *desk) learned(w *i18n.Printer) {
	d.t.Helper()
	d.press(w.T("field.account") + "*")
	d.press(w.T("events.add_takeaway"))
	d.at(label(w, "takeaway", "text"))
	d.write("Οι υπηρεσίες δεν συντονίζονται.")
	d.press(w.T("fields.translate"))
	d.settle()
	d.key("Down", "Down", "Return") // after English
	d.await("msg=focus ", "kind=lines")
	d.write("Les services ne sont pas coordonnés.")
	d.pick(label(w, "takeaway", "visibility"), w.Enum("visibility", "public"))
	d.press(w.T("events.save"))
	d.await("msg=saved", "entity=takeaway")
	d.says("Les services ne sont pas coordonnés.", "list", "takeaways", "--json")
}

// proof attaches the signed list.
func (d *desk) proof(w *i18n.Printer) {
	d.t.Helper()
	scan := filepath.Join(d.room, "home", "signed list.pdf")
	d.must(os.WriteFile(scan, []byte("%PDF-1.4\n%%EOF\n"), 0o600))
	d.press(w.Entities("evidence") + "*")
	d.press(w.T("events.attach"))
	d.await("file dialog shown")
	d.at("find")
	d.replace(scan)
	d.settle()
	d.key("Return")
	d.await("msg=saved", "entity=evidence")
	d.says("signed list.pdf", "list", "evidence", "--json")
	d.cli("evidence", "verify")
}

// sheet looks at the event sheet as it will be written.
func (d *desk) sheet(w *i18n.Printer) {
	d.t.Helper()
	d.press(w.T("eventsheet.tab"))
	d.settle()
	d.press(w.T("eventsheet.write"))
	d.await("screen shown", "id=reports")
}

// workbook writes the deliverable in French, which stands before Greek in the list of languages.
func (d *desk) workbook(w *i18n.Printer) string {
	d.t.Helper()
	d.tab(w.T("reportscreen.title"))
	d.key("Down", "Down", "Down") // from the event sheets, to which the event's page led
	d.await("msg=previewed", "name=deliverable", "done=true")
	d.press(w.T("field.language"))
	d.at("choices")
	d.key("Up", "Return")
	d.await("msg=previewed", "name=deliverable", "done=true")
	d.key("ctrl+1")
	d.await("screen shown", "id=home")
	return d.deliverable("ctrl+7") // with the choice that was made
}

// minute is how French writes one: "28/11/2026 17:59", "28 novembre 2026, 17:59".
var minute = regexp.MustCompile(`^\d{1,2}[/ ]\S+[/ ]\d{4},? \d{2}:\d{2}$`)

// french looks at the workbook's cells: they are what the command line shows of it in French.
func (d *desk) french(workbook string) {
	d.t.Helper()
	fr := i18n.For("fr")
	book := d.read(workbook)
	for _, want := range []struct {
		sheet string
		row   []string
	}{
		{fr.T("report.sheet.events"), []string{"EL-01", "[EL] Εκδήλωση δοκιμής", fr.T("word.event_type.networking_event"), "Τρίπολη", fr.Country("GR")}},
		{fr.T("report.sheet.participants"), []string{"EL-01 [EL] Εκδήλωση δοκιμής", "7", "3", "2"}},
		{fr.T("report.sheet.learnings"), []string{"Les services ne sont pas coordonnés."}},
		{fr.T("report.sheet.cover"), []string{"101999999"}},
	} {
		if !slices.ContainsFunc(book[want.sheet], func(row []string) bool {
			return !slices.ContainsFunc(want.row, func(cell string) bool { return !slices.Contains(row, cell) })
		}) {
			d.t.Errorf("no row of %q has %q:\n%q", want.sheet, want.row, book[want.sheet])
		}
	}
	again := filepath.Join(d.room, "again.xlsx")
	d.cli("--quiet", "--lang", "fr", "report", "deliverable", "--event", "EL-01", "-o", again)
	other := d.read(again)
	// When it was written stands in it, to the minute: that is not compared.
	cells := func(a, b string) bool { return a == b || minute.MatchString(a) && minute.MatchString(b) }
	rows := func(a, b []string) bool { return slices.EqualFunc(a, b, cells) }
	for sheet := range book {
		if !slices.EqualFunc(book[sheet], other[sheet], rows) {
			d.t.Errorf("%s: the window wrote\n%q\nthe command line\n%q", sheet, book[sheet], other[sheet])
		}
	}
	if a, b := d.sheets(workbook), d.sheets(again); !slices.Equal(a, b) {
		d.t.Errorf("the command line writes other sheets %q than the window did %q", b, a)
	}
}

// read gives the cells of each sheet of a workbook, as they are shown.
func (d *desk) read(workbook string) map[string][][]string {
	d.t.Helper()
	f, err := excelize.OpenFile(workbook)
	d.must(err)
	defer func() { d.must(f.Close()) }()
	cells := map[string][][]string{}
	for _, sheet := range f.GetSheetList() {
		cells[sheet], err = f.GetRows(sheet)
		d.must(err)
	}
	return cells
}

// label is what a field of an entity is called.
func label(w *i18n.Printer, entity, column string) string {
	e, _ := data.EntityNamed(entity)
	c, _ := e.Column(column)
	return w.T(c.LabelID())
}

// labelOf is what a field of a list within an entity is called.
func labelOf(w *i18n.Printer, entity, list, column string) string {
	e, _ := data.EntityNamed(entity)
	l, _ := e.Column(list)
	c, _ := l.Rows.Column(column)
	return w.T(c.LabelID())
}

// says looks for a text in what the command line prints.
func (d *desk) says(text string, args ...string) {
	d.t.Helper()
	if out := d.cli(args...); !strings.Contains(strings.Join(strings.Fields(out), " "), text) {
		d.t.Fatalf("primadesk %s does not say %s:\n%s", strings.Join(args, " "), text, out)
	}
}

// pick goes to a field that is chosen from a list, and chooses by typing.
func (d *desk) pick(name, word string) {
	d.t.Helper()
	d.tab(name)
	switch d.focus.kind {
	case "find":
		d.replace(word)
		d.settle()
		d.key("Down", "Return")
	default:
		d.key("Return")
		d.at("choices")
		d.letters(word)
		d.key("Return")
	}
	d.settle()
}
