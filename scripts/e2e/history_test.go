//go:build e2e

package e2e

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"primadesk/assets/i18n"
)

// What was done is looked at, narrowed and undone; what was deleted is found in the trash and restored.
func TestHistory(t *testing.T) {
	d := newDesk(t)
	w := i18n.For("en")
	d.begun("en", d.manyTagged)
	first := d.ids("list", "contacts", "--sort", "family_name")[:2]
	d.screen("ctrl+2", "contacts")
	for range first {
		d.tab("Table")
		d.key("Home")
		d.settle()
		d.key("Delete")
		d.await("msg=saved", "entity=contact")
		d.settle()
	}
	d.screen("ctrl+9", "history")
	d.quiet() // without the toasts of the deletions
	d.pastFilters()
	d.pastUndone(first)
	d.pastMany(w)
	d.screen("ctrl+9", "history")
	d.quiet() // closes what is open beside the list
	d.tab("Table")
	d.key("Home")
	d.settle()
	d.press("Trash")
	d.settle()
	d.press("What was done")
	d.await("history read")
	d.tab("Table")
	d.round("What") // the titles, which have no order; TestColumns changes their widths
	d.trash(first)
	d.close()
}

// manyTagged changes more contacts in one go than are told at once, and deletes an organisation.
func (d *desk) manyTagged() {
	d.cli(append([]string{"tag", "contacts", "many"}, d.ids("list", "contacts")...)...)
	d.cli("delete", "organisation", d.ids("list", "organisations", "--sort", "name")[0])
}

// batches is how many changes the command line tells of.
func (d *desk) batches() int {
	d.t.Helper()
	var all []map[string]any
	d.must(json.Unmarshal([]byte(d.cli("--json", "history")), &all))
	return len(all)
}

// pastFilters narrows what was done: by who did it, by what it touched, and by the day, which is typed and then chosen.
func (d *desk) pastFilters() {
	d.t.Helper()
	d.press("Who")
	d.at("choices")
	d.key("End", "Return")
	d.await("history read")
	d.setting("Of what kind", "Contact", "history read")
	d.tab("On the day")
	d.write(time.Now().AddDate(0, 0, 1).Format(time.DateOnly))
	if read := d.await("history read"); number(read, "batches") != 0 {
		d.t.Errorf("tomorrow something was done: %s", read)
	}
	d.settle()
	d.press("Choose from the calendar")
	d.settle()
	d.key("Left", "Return") // from tomorrow to today
	read := d.await("history read")
	if all := d.batches(); number(read, "batches") != all-1 { // all but the organisation that was deleted
		d.t.Errorf("of the %d that the command line tells of today: %s", all, read)
	}
	d.settle()
}

// pastUndone takes the last deletion back, and deletes again by the toast.
func (d *desk) pastUndone(deleted []string) {
	d.t.Helper()
	last := deleted[len(deleted)-1]
	d.tab("Table")
	d.key("Home")
	d.settle()
	d.press("Undo this")
	d.await("msg=undone", "records=1")
	d.lacks(last, "trash", "--json")
	d.says(deleted[0], "trash", "--json")
	d.settle()
	d.press("Redo") // of the toast
	d.await("msg=redone")
	d.says(last, "trash", "--json")
	d.settle()
	d.press("Undo")
	d.await("msg=undone")
	d.lacks(last, "trash", "--json")
	d.settle()
	d.press("Close")
	d.settle()
}

// pastMany looks at all that one change did, and goes to one of its records.
func (d *desk) pastMany(w *i18n.Printer) {
	d.t.Helper()
	contact := w.Entity("contact")
	links := func() int {
		n := 0
		for _, at := range d.reached() {
			if at.name == contact {
				n++
			}
		}
		return n
	}
	d.tab("Table")
	d.key("End") // but for the sample's, the first that touched a contact
	d.settle()
	d.key("Up")
	d.settle()
	before := links()
	d.press(w.T("history.more"))
	d.settle()
	d.tab("Table")
	if after, all := links(), len(d.ids("list", "contacts")); before >= after || after < all {
		d.t.Errorf("of %d contacts %d are told of, then %d", all, before, after)
	}
	d.press(contact)
	d.await("msg=revealed", "entity=contact")
	d.settle()
}

// trash restores what was deleted, of either kind, and takes that back.
func (d *desk) trash(deleted []string) {
	d.t.Helper()
	choose := func(kind, entity string) {
		d.press("Of what kind")
		d.at("choices")
		d.key(kind, "Return")
		d.await("msg=read", "entity="+entity)
		d.settle()
	}
	restore := func(entity string) {
		d.tab("Table")
		d.key("Home")
		d.settle()
		d.press("Restore")
		d.await("msg=saved", "entity="+entity)
		d.settle()
	}
	d.press("Trash")
	d.settle()
	choose("End", "contact") // an organisation is there, too, and chosen at first
	restore("contact")
	d.lacks(deleted[0], "trash", "--json")
	d.press("Undo") // of the toast
	d.await("msg=undone", "records=1")
	d.says(deleted[0], "trash", "--json")
	d.settle()
	choose("End", "contact") // the last one was gone
	d.tab("Search the trash")
	d.write("nobody")
	d.await("msg=searched", "found=0")
	d.settle()
	d.key("Escape")
	d.settle()
	choose("Home", "organisation")
	restore("organisation")
	if list := d.cli("trash", "--json"); strings.Contains(list, `"entity":"organisation"`) {
		d.t.Errorf("what was restored is in the trash: %s", list)
	}
	d.press("Open") // of the toast
	d.await("msg=revealed", "entity=organisation")
	d.screen("ctrl+9", "history")
	d.tab("Table")
	d.round("Record") // the titles, which have no order; TestColumns changes their widths
}
