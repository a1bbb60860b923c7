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

	// What nobody else touched is joined; of the others, both are shown.
	d.has(id, map[string]string{"latin_name": "There alone"})
	d.choice(here["place"], there["place"])
	d.has(id, map[string]string{"place": here["place"]})
	d.choice(there["website"], here["website"])
	d.has(id, map[string]string{"website": there["website"]})
	d.choice(there["region"], here["region"])
	d.has(id, map[string]string{"region": there["region"], "place": here["place"], "website": there["website"], "latin_name": "There alone"})
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

// has looks at the organisation as the command line shows it.
func (d *desk) has(id string, want map[string]string) {
	d.t.Helper()
	var rec map[string]any
	d.must(json.Unmarshal([]byte(d.cli("--json", "show", "organisation", id)), &rec))
	d.holds(rec, want)
}

// choice takes one of the two values that a field has, both of which are offered.
func (d *desk) choice(take, leave string) {
	d.t.Helper()
	d.tab(leave + " · *")
	d.tab(take + " · *")
	d.key("Return")
	d.await("msg=saved", "entity=organisation")
	d.settle()
}
