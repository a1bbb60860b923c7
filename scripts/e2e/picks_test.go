//go:build e2e

package e2e

// pickTwo picks the first two rows of the table.
func (d *desk) pickTwo() {
	d.t.Helper()
	d.tab("Table")
	d.key("Home", "space", "Down", "space")
	d.settle()
}

// picks does with the first two rows what can be done with those of any list: unpicks them, tags and untags them, and gives them to a
// partner. It gives their ids.
func (d *desk) picks(entity, list, sort, partner string) []string {
	d.t.Helper()
	first := d.ids("list", list, "--sort", sort)[:2]
	d.pickTwo()
	d.back("None")
	d.key("Return")
	d.at("Table")

	d.pickTwo()
	d.tagPicked("picked")
	d.alike("picked", d.ids("list", list, "--where", "tags=picked"), first)

	d.pickTwo()
	d.act("Remove a tag", "Tags")
	d.pick("Tags", "picked")
	d.press("Apply")
	d.await("msg=saved", "entity="+entity)
	if left := d.ids("list", list, "--where", "tags=picked"); len(left) > 0 {
		d.t.Errorf("the tag is left on %d %s", len(left), list)
	}
	d.settle()

	d.pickTwo()
	d.act("Change partner", "Partner in charge")
	d.pick("Partner in charge", partner)
	d.press("Apply")
	d.await("msg=saved", "entity="+entity)
	owner := d.ids("list", "partners", "--where", "legal_name="+partner)[0]
	for _, id := range first {
		d.says(`"owner":"`+owner+`"`, "show", entity, id, "--json")
	}
	d.settle()
	return first
}
