//go:build e2e

package e2e

import (
	"encoding/json"
	"os"
	"strconv"
	"strings"
	"testing"

	"primadesk/assets/i18n"
)

// Files are looked into before they leave: what the window finds is what the command line finds.
func TestLeaving(t *testing.T) {
	d := newDesk(t)
	w := i18n.For("en")
	d.opener()
	d.begun("en")
	path := d.home("letter.txt")
	d.must(os.WriteFile(path, []byte("Write to someone.new@example.net\nor to GR1601101250000000012300695\n"), 0o600))
	d.screen("ctrl+7", "reports")
	d.tab(w.T("reportscreen.title"))
	d.key("End")
	d.settle()
	d.lookInto(w, path, 2)
	d.must(os.WriteFile(path, []byte("Nothing about anybody.\n"), 0o600))
	d.lookInto(w, path, 0)
	d.tab("Table")
	d.key("Home", "Return")
	d.openedOutside("letter.txt")
	d.tab(w.T("leaving.clear"))
	d.key("Return")
	d.at(w.T("leaving.choose"))
	d.round(w.T("reportscreen.search"), "Table", w.T("leaving.file")) // the head of the table
	d.key("Escape")
	d.settle()
	d.tab(w.T("reportscreen.write"))
	d.close()
}

// lookInto chooses a file, and looks whether as much is found in it as the command line finds.
func (d *desk) lookInto(w *i18n.Printer, path string, want int) {
	d.t.Helper()
	d.tab(w.T("leaving.choose"))
	d.key("Return")
	d.await("file dialog shown")
	d.at("find")
	d.replace(path)
	d.settle()
	d.key("Return")
	d.await("scanned for personal data", "findings="+strconv.Itoa(want))
	d.settle()
	out, _ := d.try("--json", "privacy", "scan", path) // it refuses where something is found
	var found struct{ Findings []any }
	d.must(json.NewDecoder(strings.NewReader(out)).Decode(&found))
	if len(found.Findings) != want {
		d.t.Errorf("the command line finds %d, want %d: %s", len(found.Findings), want, out)
	}
}
