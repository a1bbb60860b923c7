//go:build e2e

package e2e

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"primadesk/assets/i18n"
	"primadesk/data"
)

// The communication activities that events and newsletters propose, by keyboard.
func TestProjectActivities(t *testing.T) {
	d := newDesk(t)
	w := i18n.For("en")
	d.begun("en", d.proposesOnce)
	d.project()
	d.part(w, "communication")
	d.activityProposals(w)
	d.activityList(w)
	d.round(append(partNames(w), // which TestProject and TestProjectWords press, as they do the project's files
		w.T("project.new_communication"), w.T("project.open_file"), w.T("project.save_file"), w.T("project.new"),
		w.T("shell.undo"), w.T("shell.redo"))...) // of a toast that is still there
	d.close()
	d.stayTold()
}

// proposed are the ids of what the command line could add, the oldest first.
func (d *desk) proposed() []string {
	d.t.Helper()
	var list []struct{ ID string }
	d.must(json.Unmarshal([]byte(d.cli("--json", "project", "proposals")), &list))
	var out []string
	for _, x := range list {
		out = append(out, x.ID)
	}
	return out
}

// The sample's event that is planned for a day before all that are proposed, and a newsletter of a month before that.
const (
	heldLate   = "EL-02"
	newsletter = "01900000-0000-7000-8000-0000000000b1"
)

// proposesOnce holds an event and brings a newsletter's month: each proposes one entry.
func (d *desk) proposesOnce() {
	d.t.Helper()
	event, project := fmt.Sprint(d.one("events", "--where", "number="+heldLate)["id"]), d.one("projects")["id"]
	path := filepath.Join(d.room, "newsletter.jsonl")
	d.must(os.WriteFile(path, fmt.Appendf(nil, `{"entity":"bulletin","id":%q,"project":%q,"number":1,"month":"2025-01","language":"en","name":{"original":"en","en":"First newsletter"}}`, newsletter, project), 0o600))
	for _, x := range []struct {
		id   string
		does []string
	}{{event, []string{"event", "status", heldLate, "held"}}, {newsletter, []string{"put", path}}} {
		before := d.proposed()
		d.cli(x.does...)
		if after := d.proposed(); len(after) != len(before)+1 || slices.Contains(before, x.id) || !slices.Contains(after, x.id) {
			d.t.Errorf("%q: proposed were %q, are %q", x.does, before, after)
		}
		d.cli(x.does...) // again
		if after := d.proposed(); len(after) != len(before)+1 {
			d.t.Errorf("%q again proposes %q", x.does, after)
		}
	}
}

// activityProposals takes the activities that are proposed: one as it is, one changed, one not at all.
func (d *desk) activityProposals(w *i18n.Printer) {
	d.t.Helper()
	all, activities := d.proposed(), len(d.stored("communications"))
	if len(all) < 4 || all[0] != newsletter {
		d.t.Fatalf("proposed are %q", all)
	}
	left := func(n, added int) {
		d.t.Helper()
		if got := d.proposed(); !slices.Equal(got, all[n:]) {
			d.t.Errorf("after %d of %q there are %q", n, all, got)
		}
		if got := len(d.stored("communications")) - activities; got != added {
			d.t.Errorf("%d activities were added, want %d", got, added)
		}
	}
	d.press(w.T("project.add_proposal"))
	d.await("msg=saved", "entity=communication")
	left(1, 1)
	d.holds(d.one("communications", "--where", "bulletin="+newsletter), map[string]string{"channel": "newsletter"})

	d.settle()
	d.press(w.T("project.look_proposal"))
	d.at(label(w, "communication", "name"))
	d.replace("Una tavola rotonda sul mare")
	d.key("ctrl+s")
	d.await("msg=saved", "entity=communication")
	left(2, 2)
	if name := inLanguage(d.one("communications", "--where", "event="+all[1]), "name", "it"); name != "Una tavola rotonda sul mare" {
		d.t.Errorf("the activity is called %q", name)
	}

	d.settle()
	d.press(w.T("project.not_proposal"))
	d.await("msg=saved", "entity=communication")
	left(3, 2)
	d.settle()
	d.key("ctrl+z") // is proposed again, and then not
	d.await("msg=undone")
	left(2, 2)
	d.settle()
	d.press(w.T("project.not_proposal"))
	d.await("msg=saved", "entity=communication")
	left(3, 2)
}

// activityList narrows the list, opens a row and writes in it, searches, sorts, and hides a column.
func (d *desk) activityList(w *i18n.Printer) {
	d.t.Helper()
	reads := func(n int) {
		d.t.Helper()
		d.await("msg=read", "entity=communication", fmt.Sprintf("records=%d ", n))
		d.settle()
	}
	all, ongoing := len(d.stored("communications")), d.one("communications", "--where", "status=ongoing")
	d.settle()
	d.press(w.T("listing.filter"))
	d.at("find")
	d.write(w.Enum(data.CommunicationStatus.Name, "ongoing"))
	d.settle()
	d.key("Return")
	reads(1)
	d.key("Escape") // more values could be chosen
	d.settle()
	d.tab("Table")
	d.key("Home", "Return")
	d.at(label(w, "communication", "name"))
	d.replace("Posts on Facebook and LinkedIn")
	d.key("ctrl+s")
	d.await("msg=saved", "entity=communication")
	if rec := d.one("communications", "--where", "status=ongoing"); rec["id"] != ongoing["id"] || inLanguage(rec, "name", "en") != "Posts on Facebook and LinkedIn" {
		d.t.Errorf("the activity that was written in: %v", rec)
	}
	for range 2 { // to the list; then the record is closed
		d.key("Escape")
		d.settle()
	}
	d.key("Escape") // and the list is whole
	reads(all)
	d.key("ctrl+f")
	d.at(w.T("listing.search"))
	d.write("tavola")
	reads(1)
	d.key("Escape")
	reads(all)
	d.tab(label(w, "communication", "name")) // the list's header
	d.key("Return")
	d.await("msg=read", "entity=communication")
	d.press(w.T("listing.columns"))
	d.settle()
	d.key("space", "space") // hides the first, and shows it again
	d.settle()
	for range 3 { // closes the menu, goes to the list, and closes the record that it has
		d.key("Escape")
		d.settle()
	}
}

// stayTold looks whether what was decided stays so when an event is touched again.
func (d *desk) stayTold() {
	d.t.Helper()
	before := d.proposed()
	d.cli("event", "status", "IT-01", "reported")
	d.cli("event", "status", "IT-01", "held")
	if after := d.proposed(); !slices.Equal(before, after) {
		d.t.Errorf("proposed were %q, are %q", before, after)
	}
}
