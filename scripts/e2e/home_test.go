//go:build e2e

package e2e

import (
	"encoding/json"
	"fmt"
	"os"
	"testing"
	"time"

	"primadesk/assets/i18n"
	"primadesk/data"
)

// Home leads to what is due, to what reports lack and to what was changed; its search leads anywhere.
func TestHome(t *testing.T) {
	d := newDesk(t)
	w := i18n.For("en")
	d.fresh()
	d.put(d.due()...)
	d.open()
	d.await("shell ready")
	d.raise()
	d.coming(w)
	d.lacking(w)
	d.lately(w)
	d.lookUp(w)

	d.atHome(w.T("home.contact_again"))
	d.press(w.T("project.activities"))
	d.await("msg=revealed", "entity=communication")
	d.await("msg=read", "entity=communication")
	if len(d.proposed()) == 0 {
		t.Error("nothing is proposed")
	}
	many := make([]record, 45)
	for i := range many {
		many[i] = d.planned(i+10, record{"number": fmt.Sprint("X-", i)})
	}
	d.close() // while the window has the workspace, no other program writes
	d.put(many...)
	d.open()
	d.await("shell ready")
	d.raise()
	d.atHome(w.T("home.contact_again"))
	d.press(w.T("home.ready.all"))
	d.await("screen shown", "id=reports")
	d.settle()
	d.key("ctrl+s") // the file that is shown is the one with all of them
	d.await("file dialog shown")
	d.key("Return")
	d.await("msg=report", "name=readiness", "written=true")
	d.settle()
	d.atHome(w.T("home.contact_again"))
	d.round(w.T("shell.show_in_folder")) // of the file's toast, which TestReports goes through
	d.close()
}

// record is one as the command line takes it.
type record map[string]any

// put puts records in.
func (d *desk) put(list ...record) {
	d.t.Helper()
	f, err := os.CreateTemp(d.room, "*.jsonl")
	d.must(err)
	for _, r := range list {
		d.must(json.NewEncoder(f).Encode(r))
	}
	d.must(f.Close())
	d.cli("put", f.Name())
}

// fresh makes a workspace with a project and nothing in it.
func (d *desk) fresh() {
	d.t.Helper()
	for _, s := range [][2]string{{"language", "en"}, {"task", "manager"}, {"me", "Ada Example"}} {
		d.cli("settings", s[0], s[1])
	}
	d.cli("--quiet", "init", "--acronym", "FRESH")
}

// madeID is the id of a record that a test makes, by a number of its own.
func madeID(n int) string { return fmt.Sprintf("01900000-0000-7000-8000-%012d", n) }

// planned is an event of the workspace's project.
func (d *desk) planned(n int, with record) record {
	d.t.Helper()
	e := record{"entity": "event", "id": madeID(n), "project": d.one("projects")["id"], "name": text(fmt.Sprint("Meeting ", n)), "status": "planned"}
	for field, value := range with {
		e[field] = value
	}
	return e
}

// text is one in English.
func text(s string) map[string]string { return map[string]string{"original": "en", "en": s} }

// due are records of each kind that home has something to tell of: what is late comes first, by its day.
func (d *desk) due() []record {
	d.t.Helper()
	project, soon := d.one("projects")["id"], time.Now().AddDate(0, 0, 10).Format(time.DateOnly)
	return []record{
		{"entity": "contact", "id": madeID(1), "given_name": "Ada", "family_name": "Late", "next_contact": "2020-01-02"},
		{"entity": "engagement", "id": madeID(2), "contact": madeID(1), "date": "2020-01-01", "channel": "call", "summary": "Called", "next_step": "Call again", "due": "2020-01-03"},
		{
			"entity": "takeaway", "id": madeID(3), "project": project, "text": text("Buses decide"), "events": []string{madeID(5)}, "kind": "need",
			"visibility": "public", "follow_up": "Ask", "follow_up_due": "2020-01-04", "follow_up_state": "open",
		},
		d.planned(4, record{"number": "A-1", "start": soon, "checklist": []record{{"id": madeID(40), "order": "50", "name": "Book a room", "due": "2020-01-05"}}}),
		d.planned(5, record{"number": "A-2", "start": "2024-05-06", "status": "held", "country": "BE"}),
		{"entity": "indicator", "id": madeID(6), "project": project, "code": "I1", "name": text("Meetings"), "count": "events_held", "target": 10},
		{"entity": "deliverable", "id": madeID(7), "project": project, "number": "D1", "name": text("Report"), "due": "2020-02-01"},
	}
}

// atHome goes to the screen from another one, so that the keyboard comes to the first line.
func (d *desk) atHome(first string) {
	d.t.Helper()
	d.screen("ctrl+3", "organisations") // where nothing on it leads
	d.key("ctrl+1")
	d.await("home read")
	d.settle()
	d.at(first)
}

// coming opens each line of what is due, which leads to the record, and to the field that has the day.
func (d *desk) coming(w *i18n.Printer) {
	d.t.Helper()
	for i, x := range []struct{ name, entity, field, label string }{
		{"home.contact_again", "contact", "next_contact", label(w, "contact", "next_contact")},
		{"home.follow_up", "engagement", "next_step", label(w, "engagement", "next_step")},
		{"home.follow_up", "takeaway", "follow_up", label(w, "takeaway", "follow_up")},
		{"home.task", "event", "checklist/" + madeID(40), ""},
		{"home.event", "event", `""`, ""},
	} {
		d.atHome(w.T("home.contact_again"))
		for range i {
			d.next()
		}
		if !d.focus.is(w.T(x.name)) { //i18n:prefix home.
			d.t.Errorf("line %d is %q, want %q", i, d.focus.name, w.T(x.name))
		}
		d.key("Return")
		d.await("msg=revealed", "entity="+x.entity, "field="+x.field)
		if x.label != "" {
			d.at(x.label)
		}
		d.settle()
	}
}

// lacking opens whatever readiness finds: each leads to the field that lacks something.
func (d *desk) lacking(w *i18n.Printer) {
	d.t.Helper()
	var found []struct{ Code, Entity, Field string }
	d.must(json.Unmarshal([]byte(d.cli("--json", "readiness")), &found))
	if len(found) < 8 {
		d.t.Fatalf("readiness finds %v", found)
	}
	inForms := 0
	for i, f := range found {
		d.atHome(w.T("home.contact_again"))
		d.tab(w.T("home.open"))
		for range i {
			d.next()
		}
		d.key("Return")
		d.await("msg=revealed", "entity="+f.Entity, "field="+f.Field)
		d.settle()
		if e, _ := data.EntityNamed(f.Entity); f.Field != "" {
			if c, ok := e.Column(f.Field); ok && c.Kind != data.KindRows && c.Kind != data.KindTexts && c.Kind != data.KindSet {
				d.at(w.T(c.LabelID()))
				inForms++
			}
		}
	}
	if inForms < 4 {
		d.t.Errorf("%d of %v lead into a field", inForms, found)
	}
}

// lately opens the last change and the one before: a record, and all that was put in at once.
func (d *desk) lately(w *i18n.Printer) {
	d.t.Helper()
	d.screen("ctrl+2", "contacts")
	d.key("ctrl+n")
	d.at(label(w, "contact", "given_name"))
	d.write("Bea")
	d.fill(label(w, "contact", "family_name"), "New")
	d.key("ctrl+s")
	d.await("msg=saved", "entity=contact")
	d.settle()
	for i, entity := range []string{"contact", "batch"} {
		d.atHome(w.T("home.contact_again"))
		d.tab(w.T("home.lately"))
		for range i {
			d.next()
		}
		d.key("Return")
		d.await("msg=revealed", "entity="+entity)
		d.settle()
	}
}

// lookUp searches from home, by Enter and in the list, and begins a new event.
func (d *desk) lookUp(w *i18n.Printer) {
	d.t.Helper()
	d.atHome(w.T("home.contact_again"))
	d.key("ctrl+f")
	d.at(w.T("home.search"))
	d.write("buses")
	d.key("Return")
	d.await("msg=revealed", "entity=takeaway")
	d.settle()
	d.screen("ctrl+1", "home")
	d.key("ctrl+f")
	d.at(w.T("home.search"))
	d.write("meetings")
	d.settle()
	d.key("Down")
	d.at("Table")
	d.key("Return")
	d.await("msg=revealed", "entity=indicator")
	d.settle()
	d.screen("ctrl+1", "home")
	d.press(w.T("home.new_event"))
	d.await("screen shown", "id=events")
	d.at(label(w, "event", "name"))
	d.key("Escape")
	d.settle()
}

// Home of an empty workspace is the first steps: each can be taken from there, and the last brings what home is for.
func TestFirstSteps(t *testing.T) {
	d := newDesk(t)
	w := i18n.For("en")
	d.fresh()
	d.open()
	d.await("shell ready", "sample=false")
	d.raise()
	project := w.T("home.first.project")
	d.atHome(project)
	d.press(w.T("home.first.sample"))
	d.await("shell ready", "sample=true")
	d.settle()
	d.anywhere(w.T("shell.back_to_mine"))
	d.await("shell ready", "sample=false")
	d.says("FRESH", "info", "--json")

	d.projectStep(w)
	d.atHome(project)
	d.press(w.T("home.first.partners"))
	d.await("msg=revealed", "entity=partner")
	d.at(label(w, "partner", "legal_name"))
	d.write("Harbour Association")
	d.pick(label(w, "partner", "country"), w.Country("BE"))
	d.key("ctrl+s")
	d.await("msg=saved", "entity=partner")
	d.says("Harbour Association", "list", "partners", "--json")

	d.atHome(project)
	d.press(w.T("home.first.event"))
	d.await("screen shown", "id=events")
	d.at(label(w, "event", "name"))
	d.write("Harbour day")
	d.key("ctrl+s")
	d.await("msg=saved", "entity=event")
	d.says("Harbour day", "list", "events", "--json")

	d.atHome(project)
	d.press(w.T("home.first.contact"))
	d.await("screen shown", "id=contacts")
	d.at(label(w, "contact", "given_name"))
	d.key("Escape")
	d.atHome(project)
	d.round(w.T("home.search"), w.T("home.new_event"), w.T("shell.undo")) // of TestHome, and of a toast
	d.tab(w.T("home.first.contact"))
	d.key("Return")
	d.at(label(w, "contact", "given_name"))
	d.write("Ada")
	d.fill(label(w, "contact", "family_name"), "First")
	d.key("ctrl+s")
	d.await("msg=saved", "entity=contact")
	d.says("First", "list", "contacts", "--json")
	d.screen("ctrl+1", "home")
	d.tab(w.T("home.lately"))
	d.close()
}

// projectStep goes to the first field that the project lacks, as often as it lacks one.
func (d *desk) projectStep(w *i18n.Printer) {
	d.t.Helper()
	for _, x := range []struct{ field, value string }{{"grant_number", "101999996"}, {"start", "1/5/2024"}, {"end", "30/4/2027"}} {
		d.atHome(w.T("home.first.project"))
		d.key("Return")
		d.await("msg=revealed", "entity=project", "field="+x.field)
		d.at(label(w, "project", x.field))
		d.replace(x.value)
		d.key("ctrl+s")
		d.await("msg=saved", "entity=project")
		d.settle()
	}
	d.atHome(w.T("home.first.project"))
	d.key("Return")
	d.await("msg=revealed", "entity=project", "field=periods")
	d.settle()
	d.addRow(w, "periods")
	d.replace("1")
	d.fill(labelOf(w, "project", "periods", "from"), "1/5/2024")
	d.fill(labelOf(w, "project", "periods", "to"), "30/4/2027")
	d.key("ctrl+s")
	d.await("msg=saved", "entity=project")
	d.holds(d.one("projects"), map[string]string{"grant_number": "101999996", "start": "2024-05-01", "end": "2027-04-30"})
	d.says(`"from":"2024-05-01"`, "--json", "list", "projects")
	d.settle()
}

// anywhere goes to what Ctrl+K finds first.
func (d *desk) anywhere(text string) {
	d.t.Helper()
	d.key("ctrl+k")
	d.await("anywhere shown")
	d.at("find")
	d.write(text)
	d.await("anywhere found")
	d.settle()
	d.key("Return")
}
