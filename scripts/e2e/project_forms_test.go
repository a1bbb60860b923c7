//go:build e2e

package e2e

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"primadesk/assets/i18n"
)

// The plan of the project, by keyboard: each part's list, and a record of it with every field of its form.
func TestProjectPlan(t *testing.T) { driveParts(t, "work_package", "task", "deliverable", "milestone") }

// What is reported of the project, in the same way.
func TestProjectReporting(t *testing.T) {
	driveParts(t, "indicator", "risk", "narrative", "collection", "query")
}

func driveParts(t *testing.T, entities ...string) {
	d := newDesk(t)
	w := i18n.For("en")
	d.begun("en")
	d.project()
	d.press(w.T("project.more_parts"))
	for _, p := range planned {
		if !slices.Contains(entities, p.entity) {
			continue
		}
		d.drivePart(w, p)
	}
	d.close()
}

// drivePart drives a part, and looks whether that was all of it: each tab of the record.
func (d *desk) drivePart(w *i18n.Printer, p plan) {
	d.t.Helper()
	d.driven = map[string]bool{} // a field of another part may be called the same
	id := d.planRecord(w, p)
	d.partPast(w, p, id)
	d.partList(w, p)
	if p.entity == "indicator" {
		d.tabOf(w.T("project.how_far")) // only shows
		d.tabOf(w.Entity(p.entity))
	}
	d.round(partShell(w)...)
	if p.tab != "" {
		d.tabOf(w.T(p.tab))
		if p.entity == "deliverable" {
			d.press(w.T("project.write_action"))
			d.await("screen shown", "id=reports")
			d.screen("ctrl+6", "project")
		}
		d.round(partShell(w)...)
	}
}

// tabOf shows a tab of the record.
func (d *desk) tabOf(name string) {
	d.t.Helper()
	d.back(name)
	d.key("Return")
	d.settle()
}

// partShell are what each part has beside its own, with what drives it.
func partShell(w *i18n.Printer) []string {
	out := append(partNames(w), w.T("project.open_file"), w.T("project.save_file"), w.T("project.new"))                          // TestProjectWords
	out = append(out, w.T("compiling.grid"), w.T("project.ask_partners"))                                                        // TestCollecting
	out = append(out, w.T("shell.undo"), w.T("shell.redo"))                                                                      // of a toast that is still there
	for _, id := range []string{"open_calendar", "translate", "all_languages", "two_languages", "still_right", "show_changes"} { // TestTakeaways
		out = append(out, w.T("fields."+id)) //i18n:prefix fields.
	}
	out = append(out, w.T("fields.remove_line"), w.T("field.logo"))   // TestProject
	out = append(out, w.FieldShort("number"), w.FieldShort("period")) // a table's title; TestProjectActivities sorts by one
	for _, lang := range i18n.Languages {
		out = append(out, i18n.Upper(w.Language(lang)), strings.ToUpper(lang), strings.ToUpper(lang)+" !")
	}
	return out
}

// planRecord makes a record of a part with all that its form has, looks at what became of it, and gives its id.
func (d *desk) planRecord(w *i18n.Printer, p plan) string {
	d.t.Helper()
	d.part(w, p.entity)
	if p.entity == "collection" {
		d.press(w.T("compiling.list")) // the grid comes first
		d.settle()
	}
	d.press(w.T("project.new_" + p.entity)) //i18n:prefix project.new_
	d.settle()
	for _, f := range p.fields {
		d.enter(label(w, p.entity, f.column), f.text)
	}
	if len(p.more) > 0 {
		d.press(w.T(p.moreTitle()))
		d.settle()
		for _, f := range p.more {
			d.enter(label(w, p.entity, f.column), f.text)
		}
	}
	if p.tab != "" {
		d.tabOf(w.T(p.tab))
	}
	for _, row := range p.rows {
		d.addRow(w, row.list)
		for _, f := range row.fields {
			d.enter(labelOf(w, p.entity, row.list, f.column), f.text)
		}
	}
	d.press(w.T("record.save"))
	d.await("msg=saved", "entity="+p.entity)
	rec := d.one(p.list, "--search", p.search)
	d.holds(rec, p.holds)
	for _, f := range slices.Concat(p.fields, p.more) {
		if v := fmt.Sprint(rec[f.column]); rec[f.column] == nil || v == "" || v == "false" {
			d.t.Errorf("%s of the %s was entered, and the command line says %v", f.column, p.entity, rec[f.column])
		}
	}
	for _, row := range p.rows {
		if rows, _ := rec[row.list].([]any); len(rows) != 1 {
			d.t.Errorf("%s of the %s: %v", row.list, p.entity, rec[row.list])
		}
	}
	d.settle()
	return fmt.Sprint(rec["id"])
}

// partPast duplicates the record and deletes the copy, and takes the record's last change back in its history.
func (d *desk) partPast(w *i18n.Printer, p plan, id string) {
	d.t.Helper()
	if p.tab != "" {
		d.tabOf(w.Entity(p.entity))
	}
	all := len(d.stored(p.list))
	d.press(w.T("record.duplicate"))
	d.settle()
	d.press(w.T("record.save"))
	d.await("msg=saved", "entity="+p.entity)
	if got := len(d.stored(p.list)); got != all+1 {
		d.t.Errorf("duplicated, there are %d of %s, want %d", got, p.list, all+1)
	}
	d.settle()
	d.press(w.T("record.delete"))
	d.await("msg=saved", "entity="+p.entity)
	if got := len(d.stored(p.list)); got != all {
		d.t.Errorf("deleted, there are %d of %s, want %d", got, p.list, all)
	}
	d.settle()
	d.screenSearch(w, p.search)
	d.key("Return")
	d.at("Table")
	d.key("Home", "Return")
	d.settle()
	first := p.fields[p.changes]
	d.enter(label(w, p.entity, first.column), first.text+p.other)
	d.key("ctrl+s")
	d.await("msg=saved", "entity="+p.entity)
	d.settle()
	d.tabOf(w.T("record.history"))
	d.press(w.T("record.undo"))
	d.await("msg=undone")
	d.says(fmt.Sprintf(`"id":%q`, id), "--json", "list", p.list, "--search", p.search)
	d.holds(d.one(p.list, "--search", p.search), p.holds)
	d.settle()
	d.tabOf(w.Entity(p.entity))
}

// screenSearch searches in the part's list.
func (d *desk) screenSearch(w *i18n.Printer, text string) {
	d.t.Helper()
	d.key("ctrl+f")
	d.at(w.T("listing.search"))
	d.replace(text)
	d.settle()
}

// partList narrows the list by a filter, shows all again, and hides a column for a moment; then it shows the new record.
func (d *desk) partList(w *i18n.Printer, p plan) {
	d.t.Helper()
	all, one := d.stored(p.list), d.one(p.list, "--search", p.search)
	alike := 0
	for _, rec := range all {
		if fmt.Sprint(rec[p.filter.column]) == fmt.Sprint(one[p.filter.column]) {
			alike++
		}
	}
	reads := func(n int) {
		d.t.Helper()
		d.await("msg=read", "entity="+p.entity, "records="+strconv.Itoa(n)+" ")
		d.settle()
	}
	d.widen(p, len(all))
	d.back(w.T("listing.filter"))
	d.key("Return")
	d.at("find")
	d.write(label(w, p.entity, p.filter.column))
	d.settle()
	d.key("Return")
	d.settle()
	d.write(p.filter.text)
	d.settle()
	d.key("Return")
	reads(alike)
	if d.focus.is("find") { // several values can be chosen
		d.key("Escape")
		d.settle()
	}
	d.widen(p, len(all))
	d.back(w.T("listing.columns"))
	d.key("Return")
	d.settle()
	d.key("space", "space") // hides the first, and shows it again
	d.settle()
	d.key("Escape")
	d.settle()
	d.screenSearch(w, p.search)
	d.key("Return")
	d.at("Table")
	d.key("Home", "Return")
	d.settle()
}

// widen closes what is open, and takes search and filters away, until the list has all its records.
func (d *desk) widen(p plan, n int) {
	d.t.Helper()
	d.tab("Table")
	found := false
	for range 3 {
		d.key("Escape")
		d.do("key", settles)
		for line := ""; !has(line, []string{"msg=settled"}); {
			line = d.await("msg=")
			found = found || has(line, []string{"msg=read", "entity=" + p.entity, "records=" + strconv.Itoa(n) + " "})
		}
		if found {
			return
		}
	}
	d.await("msg=read", "entity="+p.entity, "records="+strconv.Itoa(n)+" ")
	d.settle()
}
