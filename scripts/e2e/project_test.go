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

// The project itself and its partners, by keyboard: every field of the forms, the lists inside of them, a logo.
func TestProject(t *testing.T) {
	d := newDesk(t)
	w := i18n.For("en")
	d.begun("en")
	d.project()
	d.grant(w)
	d.drivePart(w, planned[0])
	d.partnerLogo(w)
	d.round(partShell(w)...)
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

// enter goes to a field and puts something into it, as its kind asks for.
func (d *desk) enter(name, text string) {
	d.t.Helper()
	d.tab(name)
	switch d.focus.kind {
	case "Select":
		d.pick(name, text)
	case "find":
		d.replace(text)
		d.settle()
		d.key("Return")
		d.settle()
	case "Check":
		d.key("space")
	default:
		d.replace(text)
	}
}

// part shows a part of the project; those that are seldom needed are unfolded first.
func (d *desk) part(w *i18n.Printer, entity string) {
	d.t.Helper()
	d.tab(w.Entity("project") + "*") // the rail, so that the list of parts comes next
	name := w.Entities(entity)
	switch entity {
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

// addRow adds a row to a list inside of a record: "Add a version".
func (d *desk) addRow(w *i18n.Printer, list string) {
	d.t.Helper()
	d.press(w.T("project.add_" + strings.TrimSuffix(list, "s"))) //i18n:prefix project.add_
	d.settle()
}

// grant changes the project itself, on each of its tabs.
func (d *desk) grant(w *i18n.Printer) {
	d.t.Helper()
	saved := func() {
		d.t.Helper()
		d.press(w.T("record.save"))
		d.await("msg=saved", "entity=project")
		d.settle()
	}
	for _, f := range []entered{
		{"acronym", "HARBOURS"}, {"grant_number", "101999994"}, {"programme", "AMIF-2023"}, {"name", "Harbours for all"}, {"call", "AMIF-1"}, {"start", "2/5/2024"},
		{"end", "29/4/2027"}, {"granting_authority", "Harbour Agency"}, {"balance_paid", "1/9/2027"},
	} {
		d.enter(label(w, "project", f.column), f.text)
	}
	saved()
	d.tabOf(w.T("record.history"))
	d.press(w.T("record.undo"))
	d.await("msg=undone")
	d.key("ctrl+shift+z")
	d.await("msg=redone")
	d.settle()
	d.tabOf(w.T("project.grant"))
	d.round(append(partShell(w), w.T("field.periods"), w.T("project.statements"), w.T("project.web"))...) // the tabs that come next
	d.tabOf(w.T("field.periods"))
	d.addRow(w, "periods")
	d.replace("9")
	d.fill(labelOf(w, "project", "periods", "from"), "1/5/2027")
	d.fill(labelOf(w, "project", "periods", "to"), "31/8/2027")
	saved()
	d.closing(w)
	d.addRow(w, "periods") // and takes it away again
	d.press(w.T("fields.remove_line"))
	d.settle()
	d.round(append(partShell(w), w.T("project.statements"), w.T("project.web"))...)
	d.statements(w)
	saved()
	d.round(append(partShell(w), w.T("project.web"))...)
	d.tabOf(w.T("project.web"))
	d.fill(label(w, "project", "website"), "https://example.org")
	d.press(w.T("project.add_link"))
	d.settle()
	d.replace("Posts")
	d.fill(labelOf(w, "project", "social_links", "url"), "https://example.org/posts")
	d.fill(label(w, "project", "notice"), "Harbours are closed.")
	saved()
	d.round(partShell(w)...)
	d.granted()
}

// closing closes a period with its figures alone, and opens it again.
func (d *desk) closing(w *i18n.Printer) {
	d.t.Helper()
	d.press(w.T("project.close_period"))
	d.at(w.T("project.close_with"))
	d.pick(w.T("project.close_with"), w.T("project.close_only"))
	d.press(w.T("project.close_go"))
	d.await("msg=saved", "entity=closing")
	d.says(`"state":"closed"`, "period", "list", "--json")
	d.settle()
	d.press(w.T("project.reopen_period"))
	d.await("msg=saved", "entity=closing")
	d.lacks(`"state":"closed"`, "period", "list", "--json")
	d.settle()
}

// statements writes the project's own wording of one statement, and takes that of another back.
func (d *desk) statements(w *i18n.Printer) {
	d.t.Helper()
	d.tabOf(w.T("project.statements"))
	d.pick(label(w, "project", "funding"), "Fun")
	d.press("EL") // the official wording in another language
	d.settle()
	for _, column := range []string{"funding_statement", "disclaimer"} {
		d.press(label(w, "project", column)) // writes a wording of one's own, which begins as the official one
		for range most {
			if d.next(); d.focus.kind == "lines" {
				break
			}
		}
		d.write(column + " ")
	}
	d.settle()
	d.fill(label(w, "project", "privacy_notice"), "Our own notice.")
	d.settle()
}

// granted looks at what the command line has of the project.
func (d *desk) granted() {
	d.t.Helper()
	one := d.one("projects")
	d.holds(one, map[string]string{
		"acronym": "HARBOURS", "grant_number": "101999994", "programme": "AMIF-2023", "call": "AMIF-1", "start": "2024-05-02", "end": "2027-04-29",
		"balance_paid": "2027-09-01", "website": "https://example.org", "funding": "funded_by",
	})
	for field, want := range map[string]string{"name": "Harbours for all", "granting_authority": "Harbour Agency", "notice": "Harbours are closed."} {
		if got := inLanguage(one, field, "en"); got != want {
			d.t.Errorf("%s is %q, want %q", field, got, want)
		}
	}
	if got := inLanguage(one, "privacy_notice", "en"); got != "Our own notice." {
		d.t.Errorf("sign-in sheets say %q", got)
	}
	for list, want := range map[string]string{"periods": "number:9", "social_links": "url:https://example.org/posts"} {
		if rows, _ := one[list].([]any); !slices.ContainsFunc(rows, func(x any) bool { return strings.Contains(fmt.Sprint(x), want) }) {
			d.t.Errorf("%s: %v", list, one[list])
		}
	}
	for _, field := range []string{"funding_statement", "disclaimer"} {
		if inLanguage(one, field, "el") == "" || !strings.HasPrefix(inLanguage(one, field, "en"), field) {
			d.t.Errorf("there is no %s of the project's own: %v", field, one[field])
		}
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
