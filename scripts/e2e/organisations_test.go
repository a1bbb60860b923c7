//go:build e2e

package e2e

import (
	"strings"
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

// The record of an organisation: its fields, its people, its log and its events.
func TestOrganisationsRecord(t *testing.T) {
	d := newDesk(t)
	w := d.organisations()
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
	d.fill("Tags", "driven")
	d.key("Return")
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
	d.press("Open example.org")
	d.openedOutside("https://example.org/aa")

	d.press("People*")
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
	if n := len(d.ids("list", "contacts", "--where", "organisation="+id)); n != 2 {
		t.Errorf("%d people belong to it, want 2", n)
	}
	d.undo()

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
	d.press("History")
	d.press("Undo") // the last change is the visit's
	d.await("msg=undone")
	d.settle()

	d.close()
}

// The stakeholder grid with the keyboard and with the mouse.
func TestStakeholderGrid(t *testing.T) {
	d := newDesk(t)
	d.organisations()
	d.key("ctrl+n")
	d.at("Name")
	d.write(chosenName)
	d.key("ctrl+s")
	d.await("msg=saved", "entity=organisation")
	id := d.ids("list", "organisations", "--search", chosenName)[0]
	place := func(power, interest string) {
		d.t.Helper()
		d.await("msg=saved", "entity=organisation")
		d.says(`"power":`+power, "show", "organisation", id, "--json")
		d.says(`"interest":`+interest, "show", "organisation", id, "--json")
	}
	d.key("ctrl+f")
	d.write(chosenName)
	d.await("msg=searched", "found=1")
	d.press("Grid")
	for d.settle(); d.focus.kind != "Quadrant"; d.settle() {
		d.key("Tab")
	}
	d.key("End", "Return") // takes what waits in the tray
	d.key("Up", "Up", "Right", "Return")
	place("5", "4")
	d.undo()
	d.settle()
	d.key("ctrl+Left") // out of the tray, into the middle
	place("3", "3")
	d.settle()
	d.key("ctrl+Left")
	place("3", "2")

	d.settle()
	at := d.spot
	d.drag(at.x+at.w/2, at.y+at.h/2, at.x+at.w/2, at.y+at.h/2+5*at.h)
	d.await("msg=saved", "entity=organisation")
	if strings.Contains(d.cli("show", "organisation", id, "--json"), `"power":3`) {
		t.Error("dragging it down does not lower its power")
	}
	d.close()
}
