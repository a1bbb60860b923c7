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
	d.close()
}
