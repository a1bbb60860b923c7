//go:build e2e

package e2e

import (
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// sample is the workspace of the sample project.
func (d *desk) sample() string { return filepath.Join(d.room, "data", "primadesk", "sample") }

// Without a display what to do is said, and the command line works.
func TestNoDisplay(t *testing.T) {
	d := newDesk(t)
	d.env = slices.DeleteFunc(d.env, func(v string) bool { return strings.HasPrefix(v, "DISPLAY=") })
	_, err := d.try()
	if err == nil || !strings.Contains(err.Error(), "DISPLAY") {
		t.Errorf("the window without a display: %v", err)
	}
	if out := d.cli("version"); out == "" {
		t.Error("no version without a display")
	}
}

// The first day: the first start, the sample, a new contact with a Greek name, its search without accents, delete and undo,
// the deliverable workbook, close.
func TestFirstDay(t *testing.T) {
	const given, family, unaccented = "Ευγενία", "Δοκιμαστοπούλου", "δοκιμαστοπουλου"
	d := newDesk(t)
	d.open()
	d.await("welcome shown", "step=language")
	d.raise()
	d.key("Return")
	d.await("welcome shown", "step=task")
	d.key("Return")
	d.await("welcome shown", "step=project")
	d.key("Tab", "Tab", "Return")
	d.await("shell ready", "sample=true")

	d.key("ctrl+2")
	d.await("msg=read", "entity=event") // of the contact that is shown first: the screen is complete
	d.key("ctrl+n")
	d.at("Given name")
	d.write(given)
	d.tab("Family name")
	d.write(family)
	d.key("ctrl+s")
	d.await("msg=saved", "entity=contact")

	d.key("ctrl+1")
	d.await("screen shown", "id=home")
	d.key("ctrl+2")
	d.await("screen shown", "id=contacts")
	d.key("ctrl+f")
	d.write(unaccented)
	d.await("msg=searched", "entity=contact", "found=1")
	d.await("msg=read", "entity=contact", "records=1")
	d.settle()
	d.key("Return") // from the field to the table
	d.settle()
	d.key("Delete")
	d.await("msg=saved", "entity=contact")
	if trash := d.cli("--workspace", d.sample(), "--json", "trash"); !strings.Contains(trash, family) {
		t.Fatalf("the new contact is not what was found and deleted: %s", trash)
	}
	d.key("ctrl+z")
	d.await("msg=undone", "records=1")

	workbook := d.deliverable("ctrl+7")
	d.close()

	again := filepath.Join(d.room, "again.xlsx")
	d.cli("--workspace", d.sample(), "--quiet", "report", "deliverable", "-o", again)
	if a, b := d.sheets(workbook), d.sheets(again); !slices.Equal(a, b) || len(a) == 0 {
		t.Errorf("the command line writes other sheets %q than the window did %q", b, a)
	}
	if found := d.cli("--workspace", d.sample(), "--json", "search", unaccented); !strings.Contains(found, family) {
		t.Errorf("the contact is not there after the undo: %s", found)
	}
	d.cli("--workspace", d.sample(), "--quiet", "check")
}

// deliverable writes the deliverable workbook from the screen of reports, under the name that is proposed.
func (d *desk) deliverable(reports string) string {
	d.t.Helper()
	d.key(reports)
	d.await("screen shown", "id=reports")
	d.await("msg=previewed", "name=deliverable", "done=true")
	d.key("ctrl+s")
	d.key("Return")
	d.await("msg=report", "name=deliverable", "written=true")
	found, err := filepath.Glob(filepath.Join(d.room, "home", "*", "*.xlsx"))
	d.must(err)
	more, err := filepath.Glob(filepath.Join(d.room, "home", "*.xlsx"))
	d.must(err)
	if found = append(found, more...); len(found) != 1 {
		d.t.Fatalf("the workbooks in the user's folder: %q", found)
	}
	return found[0]
}

var sheetName = regexp.MustCompile(`<sheet [^>]*name="([^"]*)"`)

// sheets are the names of a workbook's sheets, as its zip has them.
func (d *desk) sheets(workbook string) []string {
	d.t.Helper()
	d.tool("unzip", "-tqq", workbook)
	text, err := exec.Command("unzip", "-p", workbook, "xl/workbook.xml").Output()
	d.must(err)
	var names []string
	for _, m := range sheetName.FindAllStringSubmatch(string(text), -1) {
		names = append(names, m[1])
	}
	return names
}
