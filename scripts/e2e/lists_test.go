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

// Files and the trash take picked contacts together.
func TestContactsTogether(t *testing.T) {
	d := newDesk(t)
	d.contacts()
	d.fileOf("contacts")
	d.close()
}

// What the columns of a table are, and in which order, is chosen with the keys, and comes back with the program.
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
	want := []string{"family_name", "role", "group", "country", "newsletter"}
	d.screen("ctrl+4", "events")
	if got := d.columns("contacts"); !slices.Equal(got, want) {
		t.Errorf("the columns are %q, want %q", got, want)
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
	if got := d.columns("contacts"); !slices.Equal(got, []string{"family_name", "organisation", "group", "country", "newsletter"}) {
		t.Errorf("brought back, the columns are %q", got)
	}
	d.close()
}

// columns are those that a screen's table shows, in their order, as the program keeps them.
func (d *desk) columns(screen string) []string {
	d.t.Helper()
	b, err := os.ReadFile(filepath.Join(d.room, "settings", "views.json"))
	d.must(err)
	var views struct {
		Workspaces []struct{ Screens map[string]string }
	}
	d.must(json.Unmarshal(b, &views))
	var state struct {
		List struct {
			Columns []struct {
				ID     string
				Hidden bool
			}
		}
	}
	d.must(json.Unmarshal([]byte(views.Workspaces[0].Screens[screen]), &state))
	var out []string
	for _, c := range state.List.Columns {
		if !c.Hidden {
			out = append(out, c.ID)
		}
	}
	return out
}

// The list of organisations: filters, order, and what is done with picked rows.
func TestOrganisationsList(t *testing.T) {
	d := newDesk(t)
	d.organisations()
	d.tab("Table")
	d.filter("organisation", "Cyprus")
	d.tagAll("narrowed")
	d.alike("by country", d.ids("list", "organisations", "--where", "tags=narrowed"), d.ids("list", "organisations", "--where", "country=CY"))
	d.unfilter("Cyprus", "organisation")
	d.filter("organisation", "Partner in charge", "KMOP")
	d.tagAll("owned")
	partner := d.ids("list", "partners", "--where", "legal_name=KMOP")[0]
	d.alike("by owner", d.ids("list", "organisations", "--where", "tags=owned"), d.ids("list", "organisations", "--where", "owner="+partner))
	d.unfilter("Partner in charge: KMOP", "organisation")
	d.fileOf("organisations")
	d.close()
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
	d.tab("Delete") // follows Export
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
