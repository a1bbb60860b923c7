//go:build e2e

package e2e

import (
	"testing"

	"primadesk/assets/i18n"
	"primadesk/data"
)

// The list with its filters and its order. What came of it is read by the command line.
func TestContactsList(t *testing.T) {
	d := newDesk(t)
	w := d.contacts()
	d.contactList()
	d.narrows("contacts", "contact", contactNarrowings(w))
	d.contactOrder()
	d.contactSearch()
	d.contactToasts()
	d.bare()
	d.round("Columns") // TestColumns
	d.close()
}

// What can be done with contacts that are picked, one by one and all.
func TestContactsPicked(t *testing.T) {
	d := newDesk(t)
	d.contacts()
	d.contactPicks()
	d.fileOf("contacts")
	d.bare()
	d.pickAll()
	d.round("Name", "Search contacts", "+ New contact") // TestContactsList
	d.close()
}

// contactList narrows the list. Which contacts are in it is told by giving them tags.
func (d *desk) contactList() {
	d.t.Helper()
	d.filter("contact", "Cyprus")
	d.tagAll("narrowed")
	d.alike("by country", d.ids("list", "contacts", "--where", "tags=narrowed"), d.ids("list", "contacts", "--where", "country=CY"))
	d.unfilter("Cyprus", "contact")

	d.filter("contact", "Consent: newsletter", "withdrawn")
	d.tagAll("withdrawn")
	d.says(`"withdrawn":"20`, "list", "contacts", "--where", "tags=withdrawn", "--json")
	d.unfilter("Consent: newsletter: withdrawn", "contact")

	d.filter("contact", "Review by", "past")
	d.tagAll("overdue")
	d.alike("by review date", d.ids("list", "contacts", "--where", "tags=overdue"), d.ids("list", "contacts", "--where", "review_by<"+today()))
	d.unfilter("Review by: in the past", "contact")
}

// contactNarrowings are the filters, with those of which contactList looks at the records too.
func contactNarrowings(w *i18n.Printer) []narrowing {
	consent := func(purpose, state string) narrowing {
		field := w.T("contacts.consent_for", "Purpose", i18n.Lower(w.Enum(data.Purpose.Name, purpose)))
		word := w.T("contacts.consent." + state)
		return narrowing{[]string{field, word}, field + ": " + word, []string{"consent." + purpose + "=" + state}}
	}
	partner := w.T("field.owner")
	return []narrowing{
		{[]string{"Spain"}, "Spain", []string{"country=ES"}},
		{[]string{"Group", w.Enum("group", "employers")}, w.Enum("group", "employers"), []string{"organisation.group=employers"}},
		{[]string{"Tag", "fisheries"}, "Tag", []string{"tags=fisheries"}},
		{[]string{partner, "KMOP"}, partner + ": KMOP", []string{"owner=" + kmop}},
		{[]string{"Preferred language", "Fran"}, "Preferred language: " + i18n.Name("fr"), []string{"preferred_language=fr"}},
		{[]string{"Review by", "past"}, "Review by: in the past", []string{"review_by<" + today()}},
		{[]string{"Next contact", "no date"}, "Next contact: no date", []string{"next_contact="}},
		consent("newsletter", data.Withdrawn), consent("photographs", data.Consented),
		consent("project_contact", data.NotAsked), consent("sharing_with_partners", data.NotAsked),
		{[]string{"No further contact", "No"}, "No further contact: No", []string{"suppressed=false"}},
	}
}

// kmop is a partner of the sample.
const kmop = "01a19467-e800-7003-8000-000000000003"

// contactOrder sorts by two columns, and back.
func (d *desk) contactOrder() {
	d.t.Helper()
	d.tab("Name") // the titles of the columns
	d.key("Return")
	d.await("msg=read", "entity=contact")
	d.firstIs("last", "-family_name")
	d.back("Name")
	d.key("Right", "Return") // the next column
	d.await("msg=read", "entity=contact")
	d.firstIs("first by organisation", "organisation")
	d.back("Organisation")
	d.key("Left", "Return")
	d.await("msg=read", "entity=contact")
	d.firstIs("first", "family_name")
}

// firstIs gives the first line a tag, and looks whether it is the first one in an order of the command line.
func (d *desk) firstIs(tag, order string) {
	d.t.Helper()
	d.tab("Table")
	d.key("Home", "space")
	d.tagPicked(tag)
	d.alike(order, d.ids("list", "contacts", "--where", "tags="+tag), d.ids("list", "contacts", "--sort", order)[:1])
}

// contactSearch searches, and makes somebody from the header.
func (d *desk) contactSearch() {
	d.t.Helper()
	d.key("ctrl+f")
	d.at("Search contacts")
	d.write("cammarata")
	read := d.await("msg=searched", "entity=contact")
	if got, want := number(read, "found"), len(d.ids("list", "contacts", "--search", "cammarata")); got != want || want == 0 {
		d.t.Errorf("%d are found, the command line finds %d", got, want)
	}
	d.bare()
	d.press("+ New contact")
	d.at("Given name")
	d.fill("Family name", "Fromheader")
	d.key("ctrl+s")
	d.await("msg=saved", "entity=contact")
	d.one("contacts", "--where", "family_name=Fromheader")
	d.settle()
}

// contactToasts has a tag taken back, and given again, by the toasts that tell of it.
func (d *desk) contactToasts() {
	d.t.Helper()
	d.bare()
	d.tab("Table")
	d.key("Home", "space")
	d.tagPicked("told")
	tagged := func(want int) func() {
		return func() {
			d.t.Helper()
			if got := len(d.ids("list", "contacts", "--where", "tags=told")); got != want {
				d.t.Errorf("%d contacts have the tag, want %d", got, want)
			}
		}
	}
	tagged(1)()
	d.key("Escape") // closes the record: the toast follows the list
	d.settle()
	d.toasts(tagged(0), tagged(1))
}

// contactPicks does with picked rows what can be done with them.
func (d *desk) contactPicks() {
	d.t.Helper()
	first := d.picks("contact", "contacts", "family_name", "CARDET")
	d.pickTwo()
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
