//go:build e2e

package e2e

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"primadesk/assets/i18n"
)

// The plan of an event: every field, then its agenda, its checklist, and what is done with the whole event.
func TestEventPlan(t *testing.T) {
	d := newDesk(t)
	w := i18n.For("en")
	d.begun("en")
	d.events()
	d.planFields(w)
	d.planDays(w)
	d.planAgenda(w)
	d.planChecklist(w)
	d.planWhole(w)
	d.close()
}

// newEvent is the number of the event that the test plans.
const newEvent = "EL-77"

// eventHolds looks for texts in what the command line knows of an event.
func (d *desk) eventHolds(number string, texts ...string) {
	d.t.Helper()
	b, err := json.Marshal(d.eventOf(number))
	d.must(err)
	for _, text := range texts {
		if !strings.Contains(string(b), text) {
			d.t.Fatalf("%s does not say %s:\n%s", number, text, b)
		}
	}
}

// keep saves the page.
func (d *desk) keep() {
	d.t.Helper()
	d.settle()
	d.key("ctrl+s")
	d.await("msg=saved", "entity=event")
	d.settle()
}

func (d *desk) planFields(w *i18n.Printer) {
	d.t.Helper()
	field := func(id string) string { return label(w, "event", id) }
	d.press(w.T("events.new"))
	d.at(field("name"))
	d.write("Υβριδική συνάντηση")
	d.pick(field("organiser"), d.list("partners", "--where", "country=GR")[0]["short_name"].(string))
	d.settle() // the number is proposed
	d.fill(field("number"), newEvent)
	d.pick(field("type"), w.T("word.event_type.networking_event"))
	d.pick(field("status"), w.Enum("event_status", "planned"))
	d.pick(field("mode"), w.Enum("mode", "hybrid"))
	d.fill(field("start"), "3/5/2027")
	d.fill(w.T("field.time"), "10:00")
	d.fill(field("end"), "3/5/2027")
	d.fill(w.T("field.time"), "14:30")
	d.pick(field("zone"), "Athens")
	d.pick(field("country"), w.Country("GR"))
	d.fill(field("region"), "Πελοπόννησος")
	d.fill(field("city"), "Τρίπολη")
	d.fill(field("venue"), "Δημαρχείο")
	d.fill(field("address"), "Πλατεία 1")
	d.fill(field("online_link"), "https://example.org/meet")
	d.fill(field("expected"), "40")
	d.pick(field("work_package"), "WP2")
	d.pick(field("task"), "T2.2")
	d.pick(field("target_groups"), w.Enum("group", "employers"))
	d.press(w.T("events.more"))
	d.pick(field("co_organisers"), "CARDET")
	d.pick(field("languages"), w.Language("el"))
	d.pick(field("deliverable"), "D")
	d.fill(field("website"), "https://example.org/event")
	d.fill(field("description"), "Τι θα γίνει")
	d.fill(field("aims"), "Γιατί γίνεται")
	d.press(field("budget")) // folded open
	d.addLine(w.T("events.add_budget"))
	d.fill(labelOf(w, "event", "budget", "name"), "Αίθουσα")
	d.fill(labelOf(w, "event", "budget", "planned"), "250,50")
	d.fill(labelOf(w, "event", "budget", "spent"), "240")
	d.keep()
	d.eventHolds(newEvent, `"mode":"hybrid"`, `"status":"planned"`, `"start":"2027-05-03T10:00"`, `"end":"2027-05-03T14:30"`, `"zone":"Europe/Athens"`,
		`"country":"GR"`, `"region":"Πελοπόννησος"`, `"city":"Τρίπολη"`, `"venue":"Δημαρχείο"`, `"address":"Πλατεία 1"`, `"online_link":"https://example.org/meet"`,
		`"expected":40`, `"work_package":`, `"task":`, `"target_groups":["employers"]`, `"co_organisers":[`, `"languages":["el"]`, `"deliverable":`,
		`"website":"https://example.org/event"`, `"Τι θα γίνει"`, `"Γιατί γίνεται"`, `"planned":250.5`, `"spent":240`, `"Αίθουσα"`)
}

// addLine adds a line to a list, by the link that does.
func (d *desk) addLine(link string) {
	d.t.Helper()
	d.press(link)
	d.settle()
}

// planDays makes it an event of two days, with a part of its own.
func (d *desk) planDays(w *i18n.Printer) {
	d.t.Helper()
	d.fill(label(w, "event", "end"), "4/5/2027")
	d.addLine(w.T("events.add_day"))
	d.write("Δεύτερη μέρα")
	d.fill(labelOf(w, "event", "days", "start"), "4/5/2027")
	d.fill(w.T("field.time"), "09:00")
	d.fill(labelOf(w, "event", "days", "venue"), "Εργατικό Κέντρο")
	d.keep()
	d.eventHolds(newEvent, `"end":"2027-05-04T14:30"`, `"Δεύτερη μέρα"`, `"2027-05-04T09:00"`, `"Εργατικό Κέντρο"`)
	d.press(label(w, "event", "all_day"))
	d.keep()
	d.eventHolds(newEvent, `"all_day":true`)
	d.press(label(w, "event", "all_day"))
	d.keep()
}

// planAgenda writes two lines, whose times follow on, and changes their order with keys and with the mouse.
func (d *desk) planAgenda(w *i18n.Printer) {
	d.t.Helper()
	d.press(w.T("field.agenda"))
	d.press(w.T("events.agenda_add"))
	d.at(w.T("field.title"))
	d.write("Χαιρετισμός")
	d.fill(w.T("field.minutes"), "30")
	d.back(w.T("field.title"))
	d.key("Return") // the next line
	d.settle()
	d.write("Συζήτηση")
	d.pick(w.T("field.speaker"), "Αναγνωστόπουλος")
	d.fill(w.T("field.minutes"), "60")
	d.keep()
	d.inAgenda("10:00 Χαιρετισμός", "10:30 Συζήτηση")

	d.back(w.T("events.agenda_move")) // of the second line
	d.key("alt+Up")
	d.keep()
	d.inAgenda("10:00 Συζήτηση", "11:00 Χαιρετισμός")
	d.back(w.T("events.agenda_move"))
	d.key("Home")
	d.settle()
	f := d.focus
	d.drag(f.x+f.w/2, f.y+f.h/2, f.x+f.w/2, f.y+f.h/2+60)
	d.keep()
	d.inAgenda("10:00 Χαιρετισμός", "10:30 Συζήτηση")

	d.tab(w.T("field.time"))
	d.replace("11:15")
	d.pick(w.T("field.day"), "4")
	d.keep()
	d.press(w.T("events.agenda_remove"))
	d.keep()
	if n := len(d.eventOf(newEvent)["agenda"].([]any)); n != 1 {
		d.t.Errorf("%d lines after one of two was removed", n)
	}
}

// inAgenda looks at the lines of the agenda, in their order.
func (d *desk) inAgenda(want ...string) {
	d.t.Helper()
	var got []string
	lines, _ := d.eventOf(newEvent)["agenda"].([]any)
	for _, line := range lines {
		item := line.(map[string]any)
		got = append(got, fmt.Sprint(item["time"], " ", item["name"]))
	}
	if strings.Join(got, ", ") != strings.Join(want, ", ") {
		d.t.Fatalf("the agenda is %q, want %q", got, want)
	}
}

// planChecklist takes the usual tasks over, adds, changes, ticks and removes one, and edits the list that new events begin with.
func (d *desk) planChecklist(w *i18n.Printer) {
	d.t.Helper()
	d.press(w.T("field.checklist"))
	d.press(w.T("events.begin_tasks"))
	d.await("msg=saved", "entity=event")
	usual := len(d.eventOf(newEvent)["checklist"].([]any))
	d.fill(w.T("events.new_task"), "Κλείσιμο αίθουσας")
	d.key("Return")
	d.await("msg=saved", "entity=event")
	d.eventHolds(newEvent, "Κλείσιμο αίθουσας")
	d.press(w.T("events.add_task"))
	d.at(labelOf(w, "event", "checklist", "name"))
	d.write("Πρόσκληση εισηγητών")
	d.fill(w.T("field.offset"), "14")
	d.pick(w.T("field.phase"), w.Enum("phase", "before"))
	d.fill(labelOf(w, "event", "checklist", "due"), "1/4/2026") // long ago: late
	d.fill(labelOf(w, "event", "checklist", "who"), "Άννα")
	d.key("Return")
	d.await("msg=saved", "entity=event")
	d.eventHolds(newEvent, "Πρόσκληση εισηγητών", `"offset":-14`, `"due":"2026-04-01"`, `"who":"Άννα"`)

	d.tab("Table")
	d.key("Home", "space") // by due day: the late one
	d.await("msg=saved", "entity=event")
	d.eventHolds(newEvent, `"done":"`)
	d.settle()
	d.key("space")
	d.await("msg=saved", "entity=event")
	d.press(w.T("events.edit_task"))
	d.at(labelOf(w, "event", "checklist", "name"))
	d.replace("Πρόσκληση ομιλητών")
	d.key("Return")
	d.await("msg=saved", "entity=event")
	d.eventHolds(newEvent, "Πρόσκληση ομιλητών")
	d.press(w.T("events.remove_task"))
	d.await("msg=saved", "entity=event")
	if n := len(d.eventOf(newEvent)["checklist"].([]any)); n != usual+1 {
		d.t.Errorf("%d tasks, want %d", n, usual+1)
	}
	d.round(append(shellNames(w), d.pageNames(w)...)...)

	list := w.T("field.checklist_template")
	d.menu(list, 3) // keep this list for new events
	d.await("msg=saved", "entity=project")
	d.says("Κλείσιμο αίθουσας", "list", "projects", "--json")
	d.settle()
	d.menu(list, 2)
	d.at(labelOf(w, "event", "checklist", "name"))
	d.replace("Πρώτη εργασία")
	d.back(w.T("events.move_task"))
	d.key("alt+Down")
	d.press(w.T("events.save"))
	d.await("msg=saved", "entity=project")
	d.says("Πρώτη εργασία", "list", "projects", "--json")
	d.settle()
	d.menu(list, 2)
	d.at(labelOf(w, "event", "checklist", "name"))
	d.press(w.T("events.reset_tasks"))
	d.await("msg=saved", "entity=project")
	if out := d.cli("list", "projects", "--json"); strings.Contains(out, "Πρώτη εργασία") {
		d.t.Error("the list of new events is not the program's own again")
	}
}

// pageNames is what stands around every part of an event's page; planWhole drives it.
func (d *desk) pageNames(w *i18n.Printer) []string {
	return []string{"‹ " + w.T("events.title"), w.T("events.change_status"), w.T("events.step_confirmed"), w.T("field.done"), w.T("field.came"), w.T("events.more"), w.T("events.tab_plan"),
		w.T("field.agenda"), w.T("field.checklist") + "*", w.T("events.tab_people") + "*", w.T("field.account") + "*", w.Entities("evidence") + "*",
		w.T("eventsheet.tab"), w.T("events.save"), w.T("events.cancel"), w.T("field.checklist_template")}
}

// planWhole changes the event's status, moves it with its checklist, duplicates and deletes it.
func (d *desk) planWhole(w *i18n.Printer) {
	d.t.Helper()
	d.settle()
	d.press(w.T("events.step_confirmed"))
	d.await("msg=saved", "entity=event")
	d.eventHolds(newEvent, `"status":"confirmed"`)
	d.menu(w.T("events.change_status"), 6)
	d.await("msg=saved", "entity=event")
	d.eventHolds(newEvent, `"status":"postponed"`)
	d.settle()

	d.press(w.T("field.checklist") + "*") // something that is due on a day of its own
	d.press(w.T("events.add_task"))
	d.at(labelOf(w, "event", "checklist", "name"))
	d.write("Μικρόφωνα")
	d.fill(labelOf(w, "event", "checklist", "due"), "30/4/2027")
	d.key("Return")
	d.await("msg=saved", "entity=event")
	d.eventHolds(newEvent, `"due":"2027-04-30"`)
	d.settle()
	d.press(w.T("events.tab_plan"))
	d.settle()

	more := w.T("events.more")
	d.tab(w.T("events.change_status")) // the list is beside it; the plan has a fold of the same name
	d.menu(more, 2)
	d.at(label(w, "event", "start"))
	d.replace("10/5/2027")
	d.key("Return")
	d.await("msg=saved", "entity=event")
	d.eventHolds(newEvent, `"start":"2027-05-10T10:00"`, `"end":"2027-05-11T14:30"`, `"2027-05-11T09:00"`, `"due":"2027-05-07"`)
	d.settle()
	before := d.found("events")
	d.tab(w.T("events.change_status"))
	d.menu(more, 1)
	d.at(label(w, "event", "start"))
	d.write("7/6/2027")
	d.key("Return")
	d.await("msg=saved", "entity=event")
	if n := len(d.list("events", "--where", "start=2027-06-07T10:00")); n != 1 || d.found("events") != before+1 {
		d.t.Errorf("%d events like it, of %d", n, d.found("events"))
	}
	d.settle()
	d.tab(w.T("events.change_status"))
	d.menu(more, 3)
	d.await("msg=saved", "entity=event")
	if d.found("events") != before {
		d.t.Error("the copy is not deleted")
	}
	d.at("Table")
}
