//go:build e2e

package e2e

import "testing"

// What was done is looked at, narrowed and undone; what was deleted is found in the trash and restored.
func TestHistory(t *testing.T) {
	d := newDesk(t)
	d.begun("en")
	first := d.ids("list", "contacts", "--sort", "family_name")[:3]
	d.screen("ctrl+2", "contacts")
	for range 2 {
		d.tab("Table")
		d.key("Home")
		d.settle()
		d.key("Delete")
		d.await("msg=saved", "entity=contact")
		d.settle()
	}
	d.screen("ctrl+8", "history")
	d.press("Who")
	d.at("choices")
	d.key("End", "Return")
	d.await("history read")
	d.setting("Of what kind", "Contact", "history read")
	d.tab("On the day")
	d.write(today())
	d.await("history read")
	d.tab("Table")
	d.key("Home")
	d.settle()
	d.press("Undo this")
	d.await("msg=undone", "records=1")
	d.lacks(first[1], "trash", "--json")
	d.says(first[0], "trash", "--json")
	d.settle()
	d.press("Close")
	d.round("What", "What was done", "Trash", "Choose from the calendar", "Undo", "Redo")

	d.press("Trash")
	d.settle()
	d.tab("Search the trash")
	d.write("nobody")
	d.settle()
	d.key("Escape")
	d.settle()
	d.tab("Table")
	d.key("Home")
	d.settle()
	d.press("Restore")
	d.await("msg=saved", "entity=contact")
	d.lacks(first[0], "trash", "--json")
	d.settle()
	d.key("ctrl+z")
	d.await("msg=undone", "records=1")
	d.says(first[0], "trash", "--json")
	d.close()
}
