//go:build e2e

package e2e

import (
	"testing"

	"primadesk/assets/i18n"
)

// contacts opens the sample's contacts.
func (d *desk) contacts() *i18n.Printer {
	d.t.Helper()
	d.opener()
	d.begun("en")
	d.key("ctrl+2")
	d.await("screen shown", "id=contacts")
	d.await("msg=read", "entity=event") // of the contact that is shown first: the screen is complete
	return i18n.For("en")
}

// The record beside the list: every field and every tab is driven once.
func TestContactsRecord(t *testing.T) {
	d := newDesk(t)
	w := d.contacts()
	d.contactPerson(w)
	d.contactReach(w)
	d.contactLog(w)
	d.contactConsents(w)
	d.contactHistory()
	d.contactTabs(w)
	d.contactEvents(w)
	d.close()
	d.discreet("example.org", "22 33 44", "Ada", "Adviser", "Παπαδοπούλου", "Terre-Passage", "driven")
}

// contactPerson makes a contact, changes it, duplicates it, deletes the duplicate and takes changes back.
func (d *desk) contactPerson(w *i18n.Printer) {
	d.t.Helper()
	d.press("+ New contact")
	d.at("Given name")
	d.write("Ada")
	d.fill("Family name", "Example")
	d.fill("Role", "Adviser")
	d.fill("Organisation", "Terre-Passage")
	d.settle()
	d.key("Return")
	d.pick("Preferred language", "Fran")
	d.pick("Country", "Belgium")
	d.fill("Next contact", "3/2/2027")
	d.settle()
	d.key("Tab") // the button beside it
	d.settle()
	d.key("Return")
	d.settle()
	d.key("Right", "Return") // a day later
	d.settle()
	d.fill("Review by", "2027-05-01")
	for _, tag := range []string{"driven", "too many"} {
		d.fill("Tags", tag)
		d.key("Return")
		d.settle()
	}
	d.back(takeOut(w, "Tags"))
	d.key("Delete") // the last one
	d.settle()
	d.fill("Private notes", "Prefers letters.")
	d.press("More")
	d.fill("Name in Latin letters", "Ada Example")
	d.fill("Title", "Ms")
	d.fill("Place", "Namur")
	d.pick("Gender", "female")
	for _, lang := range []string{"fr", "it"} {
		d.tab("Languages")
		d.write(w.Language(lang))
		d.settle()
		d.key("Return")
		d.settle()
	}
	d.back(takeOut(w, "Languages"))
	d.key("Delete")
	d.settle()
	d.fill("Source of the data", "her card")
	d.pick("Partner in charge", "KMOP")
	d.press("Save")
	d.await("msg=saved", "entity=contact")
	id := d.ids("list", "contacts", "--where", "family_name=Example")[0]
	for _, part := range []string{`"given_name":"Ada"`, `"role":"Adviser"`, `"organisation":"01a19467-e800-7009-8000-000000000006"`, `"preferred_language":"fr"`,
		`"country":"BE"`, `"next_contact":"2027-02-04"`, `"review_by":"2027-05-01"`, `"tags":["driven"]`, `"latin_name":"Ada Example"`, `"honorific":"Ms"`,
		`"place":"Namur"`, `"gender":"female"`, `"languages":["fr"]`, `"source":"her card"`, `"notes":"Prefers letters."`} {
		d.says(part, "show", "contact", id, "--json")
	}
	d.fill("Role", "Director")
	d.press("Cancel")
	d.settle()
	d.fill("Role", "Head")
	d.key("ctrl+4") // leaving asks once
	d.at("Save")
	d.press("Discard the changes")
	d.await("screen shown", "id=events")
	d.screen("ctrl+2", "contacts")
	d.says(`"role":"Adviser"`, "show", "contact", id, "--json")

	d.contactCopy(w, id)
}

// contactCopy duplicates somebody, with an organisation that is made on the way, and deletes the copy. Then a change waits as a
// draft while somebody else is looked at.
func (d *desk) contactCopy(w *i18n.Printer, id string) {
	d.t.Helper()
	d.press("Duplicate")
	d.at("Given name")
	d.fill("Organisation", "Made Example")
	d.settle()
	d.key("Return") // it is nowhere: it can be made
	d.at(label(w, "organisation", "name"))
	d.pick("Group", w.Enum("group", "media"))
	d.pick("Country", "Italy")
	d.round(label(w, "organisation", "name"), "Apply") // the name was typed before; the rest comes next
	d.press("Apply")
	d.settle()
	d.key("ctrl+s")
	d.await("msg=saved", "entity=contact")
	if n := len(d.ids("list", "contacts", "--search", "Example Adviser")); n != 2 {
		d.t.Fatalf("after duplicating there are %d", n)
	}
	made := d.one("organisations", "--where", "group=media", "--where", "country=IT")
	d.holds(made, map[string]string{"name": "Made Example"})
	d.says(`"organisation":"`+made["id"].(string)+`"`, "list", "contacts", "--where", "family_name=Example", "--json")
	d.settle()
	d.press("Delete")
	d.await("msg=saved", "entity=contact")
	d.alike("after deleting the duplicate", d.ids("list", "contacts", "--where", "family_name=Example"), []string{id})

	d.contactFound("Ada Example")
	d.fill("Role", "Chair")
	d.tab("Table")
	d.key("ctrl+f")
	d.replace("Παπαδοπούλου Ελένη")
	d.await("msg=searched", "found=1")
	d.settle()
	d.key("Return")
	d.settle()
	d.key("Home")
	d.settle()
	d.press(w.N("record.drafts", 1))
	d.settle()
	d.key("ctrl+s")
	d.await("msg=saved", "entity=contact")
	d.says(`"role":"Chair"`, "show", "contact", id, "--json")
	d.contactFound("Ada Example")
}

// contactFound shows somebody by searching.
func (d *desk) contactFound(name string) {
	d.t.Helper()
	d.key("ctrl+f")
	d.replace(name)
	d.await("msg=searched", "found=1")
	d.settle()
	d.key("Return")
	d.settle()
	d.key("Home")
	d.settle()
}

// contactReach has addresses and numbers written in their international form, and hands them on with one key.
func (d *desk) contactReach(w *i18n.Printer) {
	d.t.Helper()
	address := labelOf(w, "contact", "emails", "address")
	d.press("+ E-mail address")
	d.pick(labelOf(w, "contact", "emails", "label"), w.Enum("contact_label", "home"))
	d.fill(address, "ada@example.org")
	d.press("+ E-mail address")
	d.fill(address, "gone@example.org")
	d.press(w.T("fields.remove_line"))
	d.press("+ Telephone number")
	d.fill(labelOf(w, "contact", "phones", "number"), "081 22 33 44")
	d.key("ctrl+s")
	d.await("msg=saved", "entity=contact")
	ada := []string{"list", "contacts", "--where", "family_name=Example", "--json"}
	d.says(`"label":"home","address":"ada@example.org"`, ada...)
	d.says(`"number":"+32 81 22 33 44"`, ada...)
	d.lacks("gone@example.org", ada...)
	d.press(w.T("contacts.write"))
	d.openedOutside("mailto:ada@example.org")
	d.press(w.T("contacts.copy"))
	d.settle()
	if got := d.clipboard(); got != "+32 81 22 33 44" {
		d.t.Errorf("on the clipboard is %q", got)
	}
}

// listNames is what stands over the table: TestContactsList and TestColumns drive it.
func listNames(w *i18n.Printer) []string {
	return []string{w.T("listing.filter"), w.T("listing.columns"), "Name"}
}

// contactLog makes an entry in two keystrokes and what one types, changes it and deletes it.
func (d *desk) contactLog(w *i18n.Printer) {
	d.t.Helper()
	d.key("ctrl+e")
	d.at("Summary")
	d.write("Called about the spring meeting")
	d.key("ctrl+Return")
	d.await("msg=saved", "entity=engagement")
	d.says(`"summary":"Called about the spring meeting"`, "list", "engagements", "--json")
	d.press(w.Entity("engagement"))
	d.at("Summary")
	d.press("More")
	d.at("Outcome")
	d.write("She comes")
	d.fill("Next step", "send the agenda")
	d.fill("Due date", "1/3/2027")
	d.pick("Direction", w.Enum("direction", "incoming"))
	d.back("Date")
	d.replace("27/11/2026")
	d.pick("Channel", w.Enum("channel", "call"))
	d.press("Save")
	d.await("msg=saved", "entity=engagement")
	for _, part := range []string{`"outcome":"She comes"`, `"next_step":"send the agenda"`, `"due":"2027-03-01"`, `"direction":"incoming"`, `"channel":"call"`, `"date":"2026-11-27"`} {
		d.says(part, "list", "engagements", "--search", "spring meeting", "--json")
	}
	d.press("+ New entry")
	d.at("Summary")
	d.press("Cancel")
	d.settle()
	d.press(w.Entity("engagement"))
	d.at("Summary")
	d.press("Delete this entry")
	d.await("msg=saved", "entity=engagement")
	d.lacks("spring meeting", "list", "engagements", "--json")
	d.undo()
	d.says("spring meeting", "list", "engagements", "--json")
	d.settle()
}
