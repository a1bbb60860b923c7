//go:build e2e

package e2e

import (
	"os"
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

// What can be done with contacts that are picked.
func TestContactsPicked(t *testing.T) {
	d := newDesk(t)
	d.contacts()
	d.contactPicks()
	d.close()
}

// The list with its filters and its order. What came of it is read by the command line.
func TestContactsList(t *testing.T) {
	d := newDesk(t)
	d.contacts()
	d.contactList()
	d.close()
}

// The record beside the list: every field and every tab is driven once.
func TestContactsRecord(t *testing.T) {
	d := newDesk(t)
	w := d.contacts()
	d.contactPerson(w)
	d.contactReach(w)
	d.contactLog(w)
	d.contactConsents(w)
	d.contactEvents()
	d.contactHistory()
	d.close()
}

// contactList narrows and sorts the list. Which contacts are in it is told by giving them tags.
func (d *desk) contactList() {
	d.t.Helper()
	d.filter("contact", "Cyprus")
	d.tagAll("narrowed")
	d.alike("by country", d.ids("list", "contacts", "--where", "tags=narrowed"), d.ids("list", "contacts", "--where", "country=CY"))
	d.unfilter("Cyprus", "contact")

	d.filter("contact", "Partner in charge", "KMOP")
	d.tagAll("owned")
	partner := d.ids("list", "partners", "--where", "legal_name=KMOP")[0]
	d.alike("by owner", d.ids("list", "contacts", "--where", "tags=owned"), d.ids("list", "contacts", "--where", "owner="+partner))
	d.unfilter("Partner in charge: KMOP", "contact")

	d.filter("contact", "Consent: newsletter", "withdrawn")
	d.tagAll("withdrawn")
	d.says(`"withdrawn":"20`, "list", "contacts", "--where", "tags=withdrawn", "--json")
	d.unfilter("Consent: newsletter: withdrawn", "contact")

	d.filter("contact", "Review by", "past")
	d.tagAll("overdue")
	d.alike("by review date", d.ids("list", "contacts", "--where", "tags=overdue"), d.ids("list", "contacts", "--where", "review_by<2026-11-28"))
	d.unfilter("Review by: in the past", "contact")

	d.tab("Name") // the titles of the columns
	d.key("Return")
	d.await("msg=read", "entity=contact")
	d.tab("Table")
	d.key("Home", "space")
	d.tagPicked("last")
	d.alike("the last by name", d.ids("list", "contacts", "--where", "tags=last"), d.ids("list", "contacts", "--sort", "-family_name")[:1])
	d.back("Name")
	d.key("Right", "Return") // the next column
	d.await("msg=read", "entity=contact")
	d.settle()
	d.key("Left", "Return")
	d.await("msg=read", "entity=contact")
}

// contactPicks does with picked rows what can be done with them.
func (d *desk) contactPicks() {
	d.t.Helper()
	first := d.ids("list", "contacts", "--sort", "family_name")[:2]
	pick := func() {
		d.tab("Table")
		d.key("Home", "space", "Down", "space")
		d.settle()
	}
	pick()
	d.back("None")
	d.key("Return")
	d.at("Table")
	pick()
	d.tagPicked("picked")
	d.alike("picked", d.ids("list", "contacts", "--where", "tags=picked"), first)

	pick()
	d.act("Remove a tag", "Tags")
	d.pick("Tags", "picked")
	d.press("Apply")
	d.await("msg=saved", "entity=contact")
	if left := d.ids("list", "contacts", "--where", "tags=picked"); len(left) > 0 {
		d.t.Errorf("the tag is left on %d contacts", len(left))
	}
	d.settle()

	pick()
	d.act("Change partner", "Partner in charge")
	d.pick("Partner in charge", "CARDET")
	d.press("Apply")
	d.await("msg=saved", "entity=contact")
	partner := d.ids("list", "partners", "--where", "legal_name=CARDET")[0]
	for _, id := range first {
		d.says(`"owner":"`+partner+`"`, "show", "contact", id, "--json")
	}
	d.settle()

	pick()
	d.act("Invite", "Event")
	d.write("growers")
	d.settle()
	d.key("Return")
	d.press("Continue")
	d.at("Mark as invited")
	d.press("Copy the addresses for a blind copy") // is ticked already
	d.key("space")
	d.press("Mark as invited")
	d.await("msg=saved", "entity=attendance")
	if got := d.clipboard(); got != "rosalia.cammarata@example.org; chiara.bellomo@example.org" {
		d.t.Errorf("on the clipboard is %q", got)
	}
	event := d.ids("list", "events", "--where", "number=EL-02")[0]
	var invited []string
	for _, id := range first {
		invited = append(invited, d.ids("list", "attendance", "--where", "contact="+id, "--where", "event="+event, "--where", "invitation=invited")...)
	}
	if len(invited) != len(first) {
		d.t.Errorf("%d of %d are invited", len(invited), len(first))
	}
	d.settle()
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
	d.fill("Review by", "2027-05-01")
	d.fill("Tags", "driven")
	d.key("Return")
	d.fill("Private notes", "Prefers letters.")
	d.press("More")
	d.fill("Name in Latin letters", "Ada Example")
	d.fill("Title", "Ms")
	d.fill("Place", "Namur")
	d.pick("Gender", "female")
	d.tab("Languages")
	d.write(w.Language("fr"))
	d.settle()
	d.key("Return")
	d.fill("Source of the data", "her card")
	d.pick("Partner in charge", "KMOP")
	d.press("Save")
	d.await("msg=saved", "entity=contact")
	id := d.ids("list", "contacts", "--where", "family_name=Example")[0]
	for _, part := range []string{`"given_name":"Ada"`, `"role":"Adviser"`, `"organisation":"01a19467-e800-7009-8000-000000000006"`, `"preferred_language":"fr"`,
		`"country":"BE"`, `"next_contact":"2027-02-03"`, `"review_by":"2027-05-01"`, `"tags":["driven"]`, `"latin_name":"Ada Example"`, `"honorific":"Ms"`,
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

	d.press("Duplicate")
	d.at("Given name")
	d.key("ctrl+s")
	d.await("msg=saved", "entity=contact")
	if n := len(d.ids("list", "contacts", "--search", "Example Adviser")); n != 2 {
		d.t.Fatalf("after duplicating there are %d", n)
	}
	d.press("Delete")
	d.await("msg=saved", "entity=contact")
	d.alike("after deleting the duplicate", d.ids("list", "contacts", "--where", "family_name=Example"), []string{id})
	d.key("ctrl+f")
	d.write("Ada Example")
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
	d.press("+ E-mail address")
	d.fill(labelOf(w, "contact", "emails", "address"), "ada@example.org")
	d.press("+ Telephone number")
	d.fill(labelOf(w, "contact", "phones", "number"), "081 22 33 44")
	d.key("ctrl+s")
	d.await("msg=saved", "entity=contact")
	d.says(`"address":"ada@example.org"`, "list", "contacts", "--where", "family_name=Example", "--json")
	d.says(`"number":"+32 81 22 33 44"`, "list", "contacts", "--where", "family_name=Example", "--json")
	d.press("ada@example.org") // writes a letter
	d.openedOutside("mailto:ada@example.org")
	d.press("+32 81 22 33 44")
	d.settle()
	if got := d.clipboard(); got != "+32 81 22 33 44" {
		d.t.Errorf("on the clipboard is %q", got)
	}
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
	d.press("area") // the entry
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
	d.press("area")
	d.at("Summary")
	d.press("Delete this entry")
	d.await("msg=saved", "entity=engagement")
	d.lacks("spring meeting", "list", "engagements", "--json")
	d.undo()
	d.says("spring meeting", "list", "engagements", "--json")
}

// consent opens the form of a new consent; the button is called like the tab.
func (d *desk) consent() {
	d.t.Helper()
	for d.settle(); !d.focus.is("Consents") || d.focus.kind != "Button"; d.settle() {
		d.key("Tab")
	}
	d.key("Return")
	d.at("Purpose")
}

// contactConsents notes consents, what proves one, and a withdrawal.
func (d *desk) contactConsents(w *i18n.Printer) {
	d.t.Helper()
	form := d.home("consent.pdf")
	d.must(os.WriteFile(form, []byte("%PDF-1.4\n%%EOF\n"), 0o600))
	d.press("Consents*")
	d.consent()
	d.pick("Purpose", w.Enum("purpose", "newsletter"))
	d.fill("Date", "2026-11-20")
	d.pick("How given", w.Enum("consent_given", "paper"))
	d.press("Attach a file")
	d.await("file dialog shown")
	d.at("find")
	d.replace(form)
	d.settle()
	d.key("Return")
	d.settle()
	d.fill("Version of the notice", "2")
	d.pick("Language of the notice", "Fran")
	d.press("Apply")
	d.key("ctrl+s")
	d.await("msg=saved", "entity=contact")
	for _, part := range []string{`"purpose":"newsletter"`, `"date":"2026-11-20"`, `"given":"paper"`, `"evidence":"`, `"notice_version":"2"`, `"notice_language":"fr"`} {
		d.says(part, "list", "contacts", "--where", "family_name=Example", "--json")
	}
	d.says("consent.pdf", "list", "evidence", "--json")
	d.press("Change")
	d.press("Open")
	d.openedOutside("consent")
	d.key("Escape")
	d.press("Withdraw")
	d.pick("Consent to photographs", w.Enum("photo_consent", "given"))
	d.tab("No further contact")
	d.key("space")
	d.press("Save")
	d.await("msg=saved", "entity=contact")
	d.says(`"withdrawn":"`, "list", "contacts", "--where", "family_name=Example", "--json")
	d.says(`"suppressed":true`, "list", "contacts", "--where", "family_name=Example", "--json")
	d.consent()
	d.pick("Purpose", w.Enum("purpose", "photographs"))
	d.press("Apply")
	d.settle()
	d.press("Take out: " + w.Enum("purpose", "photographs"))
	d.press("Legal basis")
	d.press("+ Legal basis")
	d.pick("Purpose", w.Enum("purpose", "project_contact"))
	d.pick("Legal basis", w.Enum("legal_basis", "public_task"))
	d.key("ctrl+s")
	d.await("msg=saved", "entity=contact")
	d.says(`"basis":"public_task"`, "list", "contacts", "--where", "family_name=Example", "--json")
}

// contactEvents opens the event that somebody was invited to.
func (d *desk) contactEvents() {
	d.t.Helper()
	d.key("ctrl+f")
	d.replace("Παπαδοπούλου Ελένη")
	d.await("msg=searched", "found=1")
	d.settle()
	d.key("Return")
	d.settle()
	d.key("Home")
	d.settle()
	d.press("Events*")
	d.press("Networking event*") // the link
	d.await("msg=revealed", "entity=event")
	d.screen("ctrl+2", "contacts")
}

// contactHistory undoes one change of the record, from its history.
func (d *desk) contactHistory() {
	d.t.Helper()
	d.press("History")
	d.press("Undo")
	d.await("msg=undone")
}
