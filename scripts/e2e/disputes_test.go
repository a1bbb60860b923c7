//go:build e2e

package e2e

import (
	"encoding/json"
	"syscall"
	"testing"

	"primadesk/assets/i18n"
)

// A record that another program changed after its form was opened: the save shows both sides of each field, and the choice holds.
// While the window has the workspace no other program may write, so the form waits as a draft.
func TestChangedMeanwhile(t *testing.T) {
	d := newDesk(t)
	w := i18n.For("en")
	d.begun("en")
	d.screen("ctrl+3", "organisations")
	d.tab("Table")
	d.key("Home", "Return")
	d.at(label(w, "organisation", "name"))
	id := d.ids("list", "organisations", "--sort", "name")[0]
	here := map[string]string{"region": "Here region", "place": "Here place", "website": "https://example.org/here"}
	there := map[string]string{"region": "There region", "place": "There place", "website": "https://example.org/there", "latin_name": "There alone"}
	for _, field := range []string{"region", "place", "website"} {
		d.fill(label(w, "organisation", field), here[field])
	}
	d.elsewhere("organisation", id, there)
	d.raise()
	d.press(w.T("record.save"))
	d.await("msg=saved", "entity=organisation")
	d.settle()

	// What nobody else touched is joined; of the others, both are shown, in the same order for each field.
	if rec := d.orgNow(id); rec["latin_name"] != there["latin_name"] {
		t.Errorf("the other program's own field holds %v", rec["latin_name"])
	}
	first := map[string]bool{}
	for field, n := range map[string]int{"region": 1, "place": 2, "website": 1} {
		d.choice(w, field, n)
		value := d.orgNow(id)[field]
		if value != here[field] && value != there[field] {
			t.Fatalf("%s is %v", field, value)
		}
		first[field] = value == here[field] == (n == 1)
	}
	if first["region"] != first["place"] || first["region"] != first["website"] {
		t.Errorf("chosen are the first of region and website and the second of place: %v", d.orgNow(id))
	}
	d.tab(label(w, "organisation", "region"))
	if d.next(); !d.focus.is(label(w, "organisation", "place")) {
		t.Errorf("all is decided, and after the region comes %q", d.focus.name)
	}
	d.close()
}

// elsewhere changes a record by the command line, and opens the window again.
func (d *desk) elsewhere(entity, id string, fields map[string]string) {
	d.t.Helper()
	d.settle()
	d.must(d.window.Process.Signal(syscall.SIGTERM))
	d.must(d.ended())
	rec := record{"entity": entity, "id": id}
	for field, value := range fields {
		rec[field] = value
	}
	d.put(rec)
	d.open()
	d.await("shell ready")
}

// orgNow is an organisation as the command line shows it.
func (d *desk) orgNow(id string) map[string]any {
	d.t.Helper()
	var rec map[string]any
	d.must(json.Unmarshal([]byte(d.cli("--json", "show", "organisation", id)), &rec))
	return rec
}

// choice takes the n-th of the two values that are offered under a field.
func (d *desk) choice(w *i18n.Printer, field string, n int) {
	d.t.Helper()
	d.tab(label(w, "organisation", field))
	for i := range 2 {
		if d.next(); !d.focus.is(w.T("record.dispute_here")) {
			d.t.Fatalf("value %d of %s is not offered, but %q", i+1, field, d.focus.name)
		}
	}
	if n == 1 {
		d.key("shift+Tab")
		d.settle()
	}
	d.key("Return")
	d.await("msg=saved", "entity=organisation")
	d.settle()
}
