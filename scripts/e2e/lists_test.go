//go:build e2e

package e2e

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// What the columns of a table are, in which order and how wide, is chosen with the keys, and comes back with the program.
func TestColumns(t *testing.T) {
	d := newDesk(t)
	d.contacts()
	d.tab("Columns")
	d.key("Return")
	d.at("columnList")
	d.key("Home", "Down", "space")                 // without the organisation
	d.key("Down", "Down", "Down", "Down", "space") // with the role
	d.key("alt+Up", "alt+Up", "alt+Up", "alt+Up")  // before the organisation
	d.settle()
	d.key("Escape")
	d.at("Columns")
	d.tab("Name")
	for range 3 {
		d.key("alt+Right") // wider
	}
	d.drives()
	d.settle()
	want := []string{"family_name", "role", "group", "country", "newsletter"}
	d.screen("ctrl+4", "events")
	got, widths := d.columns("contacts")
	if !slices.Equal(got, want) || widths["family_name"] == 0 {
		t.Errorf("the columns are %q, want %q; the widths are %v", got, want, widths)
	}
	d.close()

	d.open()
	d.await("screen shown", "id=events") // the last one
	d.raise()
	d.screen("ctrl+2", "contacts")
	d.tab("Columns")
	d.key("Return")
	d.at("columnList")
	d.key("End", "space") // as they are declared
	d.settle()
	d.key("Escape")
	d.at("Columns")
	d.screen("ctrl+4", "events")
	got, widths = d.columns("contacts")
	if !slices.Equal(got, []string{"family_name", "organisation", "group", "country", "newsletter"}) || widths["family_name"] != 0 {
		t.Errorf("brought back, the columns are %q, the widths %v", got, widths)
	}
	d.close()
}

// shownColumn is a column that a table shows, with its width where somebody changed it.
type shownColumn struct {
	ID     string
	Width  float64
	Hidden bool
}

// columns are those that a screen's table shows, in their order, as the program keeps them.
func (d *desk) columns(screen string) (ids []string, widths map[string]float64) {
	d.t.Helper()
	b, err := os.ReadFile(filepath.Join(d.room, "settings", "views.json"))
	d.must(err)
	var views struct {
		Workspaces []struct{ Screens map[string]string }
	}
	d.must(json.Unmarshal(b, &views))
	var state struct {
		List struct{ Columns []shownColumn }
	}
	d.must(json.Unmarshal([]byte(views.Workspaces[0].Screens[screen]), &state))
	widths = map[string]float64{}
	for _, c := range state.List.Columns {
		if !c.Hidden {
			ids = append(ids, c.ID)
		}
		widths[c.ID] = c.Width
	}
	return ids, widths
}

// fileOf writes picked rows into a file, asks before it replaces one, and deletes them all with one way back.
func (d *desk) fileOf(list string) {
	d.t.Helper()
	first := d.ids("list", list, "--sort", map[string]string{"contacts": "family_name", "organisations": "name"}[list])[:2]
	file := d.home("two.csv")
	d.must(os.WriteFile(file, []byte("before"), 0o600))
	pick := func() {
		d.tab("Table")
		d.key("Home", "space", "Down", "space")
		d.settle()
	}
	export := func(answer string) {
		d.act("Export", "File name")
		d.replace(file)
		d.key("Return")
		d.at("Another name")
		d.press(answer)
	}
	pick()
	export("Another name")
	d.at("File name")
	d.key("Escape")
	d.at("Export")
	if b, err := os.ReadFile(file); err != nil || string(b) != "before" {
		d.t.Errorf("not to be replaced, the file holds %q: %v", b, err)
	}
	d.settle()
	export("Replace")
	text := d.written(file, first[0])
	for _, id := range d.ids("list", list) {
		if strings.Contains(text, "\n"+id+",") != slices.Contains(first, id) {
			d.t.Errorf("the file has other rows than those that were picked: %s", id)
		}
	}
	d.press("Open") // of the toast
	d.openedOutside(file)
	d.tab("Table")
	d.back("Delete") // of the picked rows
	d.key("Return")
	if list == "organisations" { // asks what is to become of their people
		d.at("Cancel")
		d.press("Delete")
	}
	d.await("msg=saved", "records=2")
	for _, id := range first {
		d.says(id, "trash", "--json")
	}
	d.settle()
	d.undo()
	d.lacks(first[0], "trash", "--json")
	d.lacks(first[1], "trash", "--json")
}
