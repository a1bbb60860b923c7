//go:build e2e

package e2e

import (
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"primadesk/assets/i18n"
)

// The plan of the project, by keyboard: the grant, a record of each part with the lists inside of it, a logo.
func TestProject(t *testing.T) {
	d := newDesk(t)
	w := i18n.For("en")
	d.begun("en")
	d.project()
	d.grant(w)
	for _, p := range planned {
		d.planRecord(w, p)
	}
	d.partnerLogo(w)
	d.close()
}

// project goes to the screen, and waits for the last of what its parts have in common.
func (d *desk) project() {
	d.t.Helper()
	d.key("ctrl+6")
	d.await("screen shown", "id=project")
	d.await("msg=read", "entity=communication")
	d.settle()
}

// entered is what is entered into a field of a form: typed, or chosen by its first letters.
type entered struct{ column, text string }

// plan is a part of the project with a record to be made there, and what the command line has to say of it.
type plan struct {
	entity, list string
	name         func(*i18n.Printer) string // of the part, where it is not called after its entity
	fields       []entered
	rows         map[string][]entered // of lists inside of the record: of one row each, by column
	tab          string               // message id of the tab that has these
	search       string
	holds        map[string]string
}

var planned = []plan{
	{
		entity: "partner", list: "partners", search: "Harbour",
		fields: []entered{{"legal_name", "Harbour Association"}, {"short_name", "HARBOUR"}, {"code", "HB"}, {"country", "Ita"}, {"region", "Sicily"}, {"role", "Ben"}},
		holds:  map[string]string{"short_name": "HARBOUR", "code": "HB", "country": "IT", "region": "Sicily", "role": "beneficiary"},
	},
	{
		entity: "work_package", list: "work-packages", search: "Harbours",
		fields: []entered{{"number", "WP9"}, {"lead", "LAND"}, {"name", "Harbours"}, {"start", "1/2/2026"}, {"end", "1/3/2026"}},
		holds:  map[string]string{"number": "WP9", "start": "2026-02-01", "end": "2026-03-01"},
	},
	{
		entity: "task", list: "tasks", search: "quays",
		fields: []entered{{"work_package", "WP9"}, {"number", "T9.1"}, {"lead", "LAND"}, {"name", "Walk the quays"}},
		holds:  map[string]string{"number": "T9.1"},
	},
	{
		entity: "deliverable", list: "deliverables", search: "Harbour book", tab: "field.versions",
		fields: []entered{{"number", "D9.1"}, {"name", "Harbour book"}, {"work_package", "WP9"}, {"lead", "LAND"}, {"status", "Sub"}, {"due", "1/4/2026"}},
		rows:   map[string][]entered{"versions": {{"version", "0.1"}, {"date", "2/4/2026"}, {"author", "Anna"}, {"changes", "First text"}}},
		holds:  map[string]string{"number": "D9.1", "status": "submitted", "due": "2026-04-01"},
	},
	{
		entity: "indicator", list: "indicators", search: "Harbours visited", tab: "project.progress",
		fields: []entered{{"code", "I9"}, {"count", "Ent"}, {"name", "Harbours visited"}, {"target", "12"}, {"baseline", "1"}},
		rows: map[string][]entered{
			"targets": {{"partner", "LAND"}, {"target", "7"}}, "values": {{"period", "1"}, {"value", "3"}},
		},
		holds: map[string]string{"code": "I9", "count": "by_hand", "target": "12", "baseline": "1"},
	},
	{
		entity: "milestone", list: "milestones", search: "All harbours",
		fields: []entered{{"number", "MS9"}, {"lead", "LAND"}, {"name", "All harbours seen"}, {"work_package", "WP9"}, {"due", "1/5/2026"}, {"achieved", "Achieved"}},
		holds:  map[string]string{"number": "MS9", "due": "2026-05-01", "achieved": "yes"},
	},
	{
		entity: "risk", list: "risks", search: "Storms",
		fields: []entered{{"number", "R9"}, {"description", "Storms"}, {"measure", "Go by train"}, {"work_package", "WP9"}},
		rows:   map[string][]entered{"states": {{"period", "1"}}},
		holds:  map[string]string{"number": "R9"},
	},
	{
		entity: "narrative", list: "narratives", search: "Quays were",
		fields: []entered{{"work_package", "WP9"}, {"partner", "LAND"}, {"period", "2"}, {"done", "Quays were walked."}, {"deviations", "None."}, {"next", "More quays."}},
		holds:  map[string]string{"period": "2"},
	},
}

// enter goes to a field and puts something into it, as its kind asks for.
func (d *desk) enter(name, text string) {
	d.t.Helper()
	d.tab(name)
	if d.focus.kind == "Select" {
		d.pick(name, text)
		return
	}
	d.replace(text)
}

// part shows a part of the project; those that are seldom needed are unfolded first.
func (d *desk) part(w *i18n.Printer, entity string) {
	d.t.Helper()
	d.tab(w.Entity("project") + "*") // the rail, so that the list of parts comes next
	name := w.Entities(entity)
	switch entity {
	case "milestone":
		d.press(w.T("project.more_parts"))
	case "project":
		name = w.T("project.grant")
	case "communication":
		name = w.T("project.activities")
	case "vocabulary":
		name = w.T("project.words")
	}
	d.press(name)
	d.settle()
}

// planRecord makes a record of a part with a list inside of it, and looks at what became of it.
func (d *desk) planRecord(w *i18n.Printer, p plan) {
	d.t.Helper()
	d.part(w, p.entity)
	d.press(w.T("project.new_" + p.entity)) //i18n:prefix project.new_
	for _, f := range p.fields {
		d.enter(label(w, p.entity, f.column), f.text)
	}
	if p.tab != "" {
		d.back(w.T(p.tab))
		d.key("Return")
		d.settle()
	}
	for list, row := range p.rows {
		d.addRow(w, list)
		for _, f := range row {
			d.enter(labelOf(w, p.entity, list, f.column), f.text)
		}
	}
	d.key("ctrl+s")
	d.await("msg=saved", "entity="+p.entity)
	rec := d.one(p.list, "--search", p.search)
	d.holds(rec, p.holds)
	for list := range p.rows {
		if rows, _ := rec[list].([]any); len(rows) != 1 {
			d.t.Errorf("%s of the %s: %v", list, p.entity, rec[list])
		}
	}
}

// addRow adds a row to a list inside of a record: "Add a version".
func (d *desk) addRow(w *i18n.Printer, list string) {
	d.t.Helper()
	d.press(w.T("project.add_" + strings.TrimSuffix(list, "s"))) //i18n:prefix project.add_
	d.settle()
}

// grant changes the project itself, on each of its tabs.
func (d *desk) grant(w *i18n.Printer) {
	d.t.Helper()
	d.fill(label(w, "project", "programme"), "AMIF-2023")
	d.fill(label(w, "project", "balance_paid"), "1/9/2027")
	d.key("ctrl+s")
	d.await("msg=saved", "entity=project")
	d.back(w.T("field.periods"))
	d.key("Return")
	d.addRow(w, "periods")
	d.replace("9")
	d.fill(labelOf(w, "project", "periods", "from"), "1/5/2027")
	d.fill(labelOf(w, "project", "periods", "to"), "31/8/2027")
	d.key("ctrl+s")
	d.await("msg=saved", "entity=project")
	d.back(w.T("project.statements"))
	d.key("Return")
	d.settle()
	d.press("EL") // the official wording in another language
	d.settle()
	d.press(label(w, "project", "funding_statement")) // writes a wording of one's own
	d.settle()
	d.fill(label(w, "project", "privacy_notice"), "Our own notice.")
	d.key("ctrl+s")
	d.await("msg=saved", "entity=project")
	d.back(w.T("project.web"))
	d.key("Return")
	d.settle()
	d.fill(label(w, "project", "website"), "https://example.org")
	d.key("ctrl+s")
	d.await("msg=saved", "entity=project")
	one := d.one("projects")
	d.holds(one, map[string]string{"programme": "AMIF-2023", "balance_paid": "2027-09-01", "website": "https://example.org"})
	if rows, _ := one["periods"].([]any); !slices.ContainsFunc(rows, func(x any) bool { return strings.Contains(fmt.Sprint(x), "number:9") }) {
		d.t.Errorf("the periods: %v", one["periods"])
	}
	if got := inLanguage(one, "privacy_notice", "en"); got != "Our own notice." {
		d.t.Errorf("sign-in sheets say %q", got)
	}
	if inLanguage(one, "funding_statement", "el") == "" {
		d.t.Error("there is no wording of the project's own")
	}
}

// partnerLogo gives a partner a picture, and takes it away.
func (d *desk) partnerLogo(w *i18n.Printer) {
	d.t.Helper()
	path := filepath.Join(d.room, "home", "logo.png")
	f, err := os.Create(path)
	d.must(err)
	d.must(png.Encode(f, image.NewRGBA(image.Rect(0, 0, 40, 20))))
	d.must(f.Close())
	d.part(w, "partner")
	d.tab(w.T("field.logo"))
	d.key("Return")
	d.settle()
	d.press(w.T("project.pick_logo"))
	d.await("file dialog shown")
	d.at("find")
	d.replace(path)
	d.settle()
	d.key("Return")
	d.await("msg=saved", "entity=partner")
	has := func() bool {
		return slices.ContainsFunc(d.stored("partners", "--search", "Harbour"), func(p map[string]any) bool { return p["logo"] != nil && p["logo"] != "" })
	}
	if !has() {
		d.t.Error("the partner has no logo")
	}
	d.settle()
	d.press(w.T("project.remove_logo"))
	d.await("msg=saved", "entity=partner")
	if has() {
		d.t.Error("the logo is still there")
	}
}
