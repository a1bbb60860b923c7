//go:build e2e

package e2e

import (
	"testing"

	"primadesk/assets/i18n"
	"primadesk/data"
)

// What partners are asked for: all of them at once by a command, and a question to one.
func TestCollecting(t *testing.T) {
	d := newDesk(t)
	w := i18n.For("en")
	d.begun("en")
	d.project()
	d.press(w.T("project.more_parts"))
	d.part(w, "query")
	d.key("ctrl+n")
	d.pick(label(w, "query", "partner"), "KMOP")
	d.fill(label(w, "query", "question"), "Why 31?")
	d.key("ctrl+s")
	d.await("msg=saved", "entity=query")
	d.says(`"question":"Why 31?"`, "list", "queries", "--json")

	d.part(w, "collection")
	d.key("ctrl+k")
	d.settle()
	d.write(w.T("project.ask_partners"))
	d.settle()
	d.key("Return")
	d.await("msg=committed")
	d.says(`"state":"`+data.CollectionState.Words[1]+`"`, "collection", "--json")
	d.says(`"open_queries":1`, "collection", "--json")
	d.collectionGrid(w)
	d.close()
}

// collectionGrid goes through the grid of partners and periods, opens a record from it and what the partner was asked.
func (d *desk) collectionGrid(w *i18n.Printer) {
	d.t.Helper()
	d.settle()
	d.tab(w.T("compiling.list"))
	d.key("Return")
	d.settle()
	d.tab(w.T("compiling.grid"))
	d.key("Return")
	d.settle()
	d.key("Tab", "Tab", "Tab") // past the other view and the link, into the grid of the same name
	d.at(w.T("compiling.grid"))
	d.key("End", "Down", "Up", "Home")
	d.settle()
	d.key("Return")
	d.at(label(w, "collection", "partner"))
	d.fill(label(w, "collection", "due"), "1/3/2030")
	d.key("ctrl+s")
	d.await("msg=saved", "entity=collection")
	d.says(`"due":"2030-03-01"`, "collection", "--json", "--period", "1")
	d.settle()
	for range 3 { // to the list, to no record, to the grid
		d.key("Escape")
		d.settle()
	}
	d.at(w.T("compiling.grid"))
	d.press(w.T("compiling.queries"))
	d.settle()
	if !d.focus.is("Table") {
		d.t.Errorf("its queries are shown, and the keyboard is at %q", d.focus.name)
	}
	d.part(w, "collection")
	d.press(w.T("compiling.open_record"))
	d.at(label(w, "collection", "partner"))
}
