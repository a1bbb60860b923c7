//go:build e2e

package e2e

import (
	"testing"

	"primadesk/assets/i18n"
)

// organisations opens the sample's organisations.
func (d *desk) organisations() *i18n.Printer {
	d.t.Helper()
	d.opener()
	d.begun("en")
	d.screen("ctrl+3", "organisations")
	return i18n.For("en")
}

// chosen is the organisation that the screen shows, made in the middle of the grid by the test.
const chosenName = "Aa Example Cooperative"

// The record of an organisation: its fields, its people, its log, its events and its past.
func TestOrganisationsRecord(t *testing.T) {
	d := newDesk(t)
	w := d.organisations()
	id := d.organisation(w)
	d.organisationCopy(w, id)
	d.organisationPeople(w, id)
	d.organisationLog(w, id)
	d.organisationTabs(w)
	d.organisationWays(w)
	d.close()
	d.discreet("example.org", chosenName, "Ada", "Cammarata", "Delvaux", "driven")
}

// organisation makes one with all its fields, and gives its id.
func (d *desk) organisation(w *i18n.Printer) string {
	d.t.Helper()
	d.press("+ New organisation")
	d.at(label(w, "organisation", "name"))
	d.write(chosenName)
	d.fill(label(w, "organisation", "latin_name"), "Aa Example")
	d.pick("Country", "Greece")
	d.fill("Region", "Thessaly")
	d.fill("Place", "Volos")
	d.fill("Website", "https://example.org/aa")
	d.pick("Group", w.Enum("group", "employers"))
	d.pick("Sector", w.Enum("sector", "fisheries"))
	d.pick("Level", w.Enum("level", "regional"))
	for _, tag := range []string{"driven", "too many"} {
		d.fill("Tags", tag)
		d.key("Return")
		d.settle()
	}
	d.back(takeOut(w, "Tags"))
	d.key("Delete") // the last one
	d.settle()
	d.press("More")
	d.fill("Power (1–5)", "2")
	d.fill("Interest (1–5)", "3")
	d.pick(label(w, "organisation", "engagement"), w.Enum("engagement_level", "neutral"))
	d.pick("Wanted engagement", w.Enum("engagement_level", "supportive"))
	d.pick("Partner in charge", "KMOP")
	d.fill("Private notes", "Opens in March.")
	d.press("Save")
	d.await("msg=saved", "entity=organisation")
	id := d.ids("list", "organisations", "--search", chosenName)[0]
	for _, part := range []string{`"latin_name":"Aa Example"`, `"country":"GR"`, `"region":"Thessaly"`, `"place":"Volos"`, `"website":"https://example.org/aa"`,
		`"group":"employers"`, `"sector":"fisheries"`, `"level":"regional"`, `"tags":["driven"]`, `"power":2`, `"interest":3`, `"engagement":"neutral"`,
		`"wanted_engagement":"supportive"`, `"notes":"Opens in March."`} {
		d.says(part, "show", "organisation", id, "--json")
	}
	d.press(w.T("organisations.website", "Host", w.T("field.website")))
	d.openedOutside("https://example.org/aa")
	return id
}

// organisationCopy gives a change up, and duplicates the organisation and deletes the copy.
func (d *desk) organisationCopy(w *i18n.Printer, id string) {
	d.t.Helper()
	d.fill("Place", "Larisa")
	d.press("Cancel")
	d.settle()
	d.says(`"place":"Volos"`, "show", "organisation", id, "--json")
	d.press("Duplicate")
	d.at(label(w, "organisation", "name"))
	d.key("ctrl+s")
	d.await("msg=saved", "entity=organisation")
	if n := len(d.ids("list", "organisations", "--search", chosenName)); n != 2 {
		d.t.Fatalf("after duplicating there are %d", n)
	}
	d.settle()
	d.press("Delete")
	d.await("msg=saved", "entity=organisation")
	d.alike("after deleting the copy", d.ids("list", "organisations", "--search", chosenName), []string{id})
	d.organisationFound(chosenName)
}

// organisationFound shows an organisation by searching.
func (d *desk) organisationFound(name string) {
	d.t.Helper()
	d.key("ctrl+f")
	d.replace(name)
	d.await("msg=searched", "found=1")
	d.settle()
	d.key("Return")
	d.at("Table")
	d.key("Home")
	d.settle()
}

// organisationPeople adds somebody new and somebody who is known.
func (d *desk) organisationPeople(w *i18n.Printer, id string) {
	d.t.Helper()
	d.section("People*")
	d.tab("Add a person: type a name")
	d.write("Ada Example")
	d.settle()
	d.key("Down", "Return")
	d.await("msg=saved", "entity=contact")
	d.says(`"organisation":"`+id+`"`, "list", "contacts", "--search", "Ada Example", "--json")
	d.settle()
	d.tab("Add a person: type a name")
	d.write("Cammarata")
	d.settle()
	d.key("Return")
	d.await("msg=saved", "entity=contact")
	people := func(want int) func() {
		return func() {
			d.t.Helper()
			if n := len(d.ids("list", "contacts", "--where", "organisation="+id)); n != want {
				d.t.Errorf("%d people belong to it, want %d", n, want)
			}
		}
	}
	people(2)()
	d.undo()
	people(1)()
	d.settle()
}

// organisationLog notes a visit, changes the note, and takes that back from the record's past.
func (d *desk) organisationLog(w *i18n.Printer, id string) {
	d.t.Helper()
	d.key("ctrl+e")
	d.at("Summary")
	d.write("Visited the harbour")
	d.fill("Contact", "Ada")
	d.settle()
	d.key("Return")
	d.key("ctrl+Return")
	d.await("msg=saved", "entity=engagement")
	d.says(`"organisation":"`+id+`"`, "list", "engagements", "--search", "harbour", "--json")
	d.says(`"times":1`, "reach", id, "--json")
	d.settle()
	d.section("Organisation")
	d.fill("Place", "Larisa")
	d.key("ctrl+s")
	d.await("msg=saved", "entity=organisation")
	d.section("History")
	of := []string{"show", "organisation", id, "--json"}
	d.toasts(func() { d.says(`"place":"Volos"`, of...) }, func() { d.says(`"place":"Larisa"`, of...) })
}

// organisationTabs goes once through all that the record has, tab by tab. TestContactsRecord drives what an entry of the log has.
func (d *desk) organisationTabs(w *i18n.Printer) {
	d.t.Helper()
	over := append(listNames(w), w.T("organisations.list"), w.T("organisations.grid")) // TestStakeholderGrid
	tabs := []string{"People*", "Engagement*", "Events*", "History", "Organisation"}
	for _, tab := range tabs {
		d.section(tab)
	}
	d.section("Engagement*")
	d.press("+ New entry")
	d.at("Summary")
	d.press("Cancel")
	d.settle()
	d.press(w.Entity("engagement"))
	d.at("Summary")
	d.press("Cancel")
	d.settle()
	d.section("People*")
	d.press(w.Entity("contact"))
	d.await("msg=revealed", "entity=contact")
	d.screen("ctrl+3", "organisations")
	for _, tab := range tabs {
		d.section(tab)
		d.round(over...)
	}
}

// organisationWays goes from an organisation to somebody who belongs to it, and to an event that she was at, and comes back.
func (d *desk) organisationWays(w *i18n.Printer) {
	d.t.Helper()
	d.organisationFound("Terre-Passage")
	id := d.one("organisations", "--search", "Terre-Passage")["id"].(string)
	d.section("People*")
	d.press(w.Entity("contact"))
	d.await("msg=revealed", "entity=contact")
	d.settle()
	d.section("Person")
	d.fill("Private notes", "Where a link led")
	d.key("ctrl+s")
	d.await("msg=saved", "entity=contact")
	d.holds(d.one("contacts", "--where", "organisation="+id, "--search", "Claire Delvaux"), map[string]string{"notes": "Where a link led"})
	d.screen("ctrl+3", "organisations")
	d.section("Events*")
	d.press(w.Entity("event"))
	d.await("msg=revealed", "entity=event")
	d.settle()
	d.led(w, "BE-01")
	d.screen("ctrl+3", "organisations")
	d.section("People*")
	d.press(w.Entity("contact"))
	d.await("msg=revealed", "entity=contact")
}

// The stakeholder grid with the keyboard and with the mouse.
func TestStakeholderGrid(t *testing.T) {
	d := newDesk(t)
	w := d.organisations()
	d.key("ctrl+n")
	d.at("Name")
	d.write(chosenName)
	d.key("ctrl+s")
	d.await("msg=saved", "entity=organisation")
	id := d.ids("list", "organisations", "--search", chosenName)[0]
	d.key("ctrl+f")
	d.at(w.T("organisations.search"))
	d.write(chosenName)
	d.await("msg=searched", "found=1")
	d.press("Grid")
	d.stepTo("Tab", "Grid", "Quadrant")
	d.gridMoves(id)
	d.gridLeads(w)
	d.close()
}

// gridMoves gives an organisation a place in the grid, and others: from the tray and back, by keys, and with the mouse.
func (d *desk) gridMoves(id string) {
	d.t.Helper()
	placed := func(power, interest string) {
		d.t.Helper()
		d.await("msg=saved", "entity=organisation")
		d.says(`"power":`+power, "show", "organisation", id, "--json")
		d.says(`"interest":`+interest, "show", "organisation", id, "--json")
		d.settle()
	}
	d.key("End", "Return") // takes what waits in the tray
	d.key("Up", "Up", "Right", "Return")
	placed("5", "4")
	d.undo()
	d.lacks(`"power"`, "show", "organisation", id, "--json")
	d.settle()
	d.key("ctrl+Left") // out of the tray, into the middle
	placed("3", "3")
	d.key("ctrl+Left")
	placed("3", "2")

	at := d.spot
	x, y := at.x+at.w/2, at.y+at.h/2
	d.drag(x, y, x, y+5*at.h)
	d.await("msg=saved", "entity=organisation")
	d.lacks(`"power":3`, "show", "organisation", id, "--json")
	d.settle()
	low := d.spot
	d.drag(low.x+low.w/2, low.y+low.h/2, x, y)
	placed("3", "2")
}

// gridLeads opens the organisation that is marked, changes between the grid and the list, and looks at what else is there.
func (d *desk) gridLeads(w *i18n.Printer) {
	d.t.Helper()
	d.key("Return")
	d.at(label(w, "organisation", "name"))
	d.key("Escape")
	d.at("Grid")
	d.stepTo("shift+Tab", "List", "FilterChip")
	d.key("Return")
	d.tab("Table")
	d.stepTo("shift+Tab", "Grid", "FilterChip")
	d.key("Return")
	d.stepTo("Tab", "Grid", "Quadrant")
	d.quiet()
	d.round(w.T("listing.filter"), w.T("listing.columns"), w.T("organisations.new")) // TestOrganisationsList, TestColumns
}
