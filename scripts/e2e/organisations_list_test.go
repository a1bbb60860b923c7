//go:build e2e

package e2e

import (
	"testing"

	"primadesk/assets/i18n"
)

// The list of organisations: filters, order, search, and what is done with picked rows.
func TestOrganisationsList(t *testing.T) {
	d := newDesk(t)
	w := d.organisations()
	d.tab("Table")
	d.filter("organisation", "Cyprus")
	d.tagAll("narrowed")
	d.alike("by country", d.ids("list", "organisations", "--where", "tags=narrowed"), d.ids("list", "organisations", "--where", "country=CY"))
	d.unfilter("Cyprus", "organisation")
	d.narrows("organisations", "organisation", organisationNarrowings(w))
	d.organisationOrder()
	d.organisationSearch(w)
	d.bare()
	d.round("Columns", w.T("organisations.list"), w.T("organisations.grid")) // TestColumns, TestStakeholderGrid
	d.close()
}

// What can be done with organisations that are picked.
func TestOrganisationsPicked(t *testing.T) {
	d := newDesk(t)
	w := d.organisations()
	d.picks("organisation", "organisations", "name", "KMOP")
	d.fileOf("organisations")
	d.bare()
	d.pickAll()
	d.round("Name", w.T("organisations.search"), w.T("organisations.new")) // TestOrganisationsList
	d.close()
}

// organisationNarrowings are the filters.
func organisationNarrowings(w *i18n.Printer) []narrowing {
	set := func(field, word string) string { return w.T("listing.filter_set", "Field", field, "Value", word) }
	group, quarter, partner := w.Enum("group", "employers"), w.Enum("grid", "manage_closely"), w.T("field.owner")
	level, sector := w.Enum("level", "local"), w.Enum("sector", "agriculture")
	stance, wanted := w.Enum("engagement_level", "neutral"), w.Enum("engagement_level", "leading")
	return []narrowing{
		{[]string{w.T("field.group"), group}, group, []string{"group=employers"}},
		{[]string{"Belgium"}, "Belgium", []string{"country=BE"}},
		{[]string{"Sicilia"}, w.T("field.region"), []string{"region=Sicilia"}},
		{[]string{w.T("field.level"), level}, set(w.T("field.level"), level), []string{"level=local"}},
		{[]string{w.T("field.sector"), sector}, set(w.T("field.sector"), sector), []string{"sector=agriculture"}},
		{[]string{w.T("field.tags"), "research"}, w.T("field.tags"), []string{"tags=research"}},
		{[]string{partner, "KMOP"}, set(partner, "KMOP"), []string{"owner=" + kmop}},
		{[]string{w.T("field.engagement_level"), stance}, set(w.T("field.engagement_level"), stance), []string{"engagement=neutral"}},
		{[]string{w.T("field.wanted_engagement"), wanted}, set(w.T("field.wanted_engagement"), wanted), []string{"wanted_engagement=leading"}},
		{[]string{w.T("organisations.quarter"), quarter}, quarter, []string{"power>=4", "interest>=4"}},
	}
}

// organisationOrder turns the order round, and back.
func (d *desk) organisationOrder() {
	d.t.Helper()
	for _, x := range []struct{ tag, order string }{{"last", "-name"}, {"first", "name"}} {
		d.tab("Name")
		d.key("Return")
		d.await("msg=read", "entity=organisation")
		d.tab("Table")
		d.key("Home", "space")
		d.tagPicked(x.tag)
		d.alike(x.order, d.ids("list", "organisations", "--where", "tags="+x.tag), d.ids("list", "organisations", "--sort", x.order)[:1])
	}
}

// organisationSearch searches, and makes an organisation from the header.
func (d *desk) organisationSearch(w *i18n.Printer) {
	d.t.Helper()
	d.key("ctrl+f")
	d.at(w.T("organisations.search"))
	d.write("terre")
	read := d.await("msg=searched", "entity=organisation")
	if got, want := number(read, "found"), len(d.ids("list", "organisations", "--search", "terre")); got != want || want == 0 {
		d.t.Errorf("%d are found, the command line finds %d", got, want)
	}
	d.bare()
	d.press(w.T("organisations.new"))
	d.at(label(w, "organisation", "name"))
	d.write("Aa From the header")
	d.key("ctrl+s")
	d.await("msg=saved", "entity=organisation")
	d.one("organisations", "--search", "Aa From the header")
	d.settle()
}
