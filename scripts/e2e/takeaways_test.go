//go:build e2e

package e2e

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"testing"

	"primadesk/assets/i18n"
	"primadesk/data"
)

// Each control of the screen of takeaways, by keyboard; order and board with the mouse too.
func TestTakeaways(t *testing.T) {
	d := newDesk(t)
	w := i18n.For("en")
	d.begun("en")
	d.key("ctrl+5")
	d.await("screen shown", "id=takeaways")
	d.await("msg=read", "entity=takeaway")
	d.groupings(w)
	d.narrowings(w)
	d.takeawayOrder(w)
	id := d.takeaway(w)
	d.translations(w, id)
	d.takeawayPast(w, id)
	d.followUps(w)
	d.round(w.T("takeaways.view.follow_up")+"*", w.T("shell.redo"),
		takeOut(w, label(w, "takeaway", "events")), takeOut(w, label(w, "takeaway", "evidence"))) // these go as a target group does
	d.close()
}

// takeOut is what the chips of a field are called that take out what it has.
func takeOut(w *i18n.Printer, field string) string {
	return w.T("record.dispute_remove", "Value", field)
}

// stored gives the records that a list of the command line has, each as its JSON.
func (d *desk) stored(args ...string) []map[string]any {
	d.t.Helper()
	var page struct{ Records []map[string]any }
	d.must(json.Unmarshal([]byte(d.cli(append([]string{"--json", "list", "--limit", "500"}, args...)...)), &page))
	return page.Records
}

// one gives the only record that a list has.
func (d *desk) one(args ...string) map[string]any {
	d.t.Helper()
	list := d.stored(args...)
	if len(list) != 1 {
		d.t.Fatalf("%q finds %d records", args, len(list))
	}
	return list[0]
}

// holds looks whether a record has values, as fmt writes them, by field; a field of a list or a text is named by its path.
func (d *desk) holds(rec map[string]any, want map[string]string) {
	d.t.Helper()
	for field, value := range want {
		if got := fmt.Sprint(rec[field]); got != value {
			d.t.Errorf("%s is %q, want %q", field, got, value)
		}
	}
}

// inLanguage is a record's text in a language.
func inLanguage(rec map[string]any, field, lang string) string {
	text, _ := rec[field].(map[string]any)
	word, _ := text[lang].(string)
	return word
}

// reads waits until the window shows a list of so many takeaways.
func (d *desk) reads(n int) {
	d.t.Helper()
	d.await("msg=read", "entity=takeaway", " records="+strconv.Itoa(n)+" ")
	d.settle()
}

// groupings goes through the ways in which the cards are grouped.
func (d *desk) groupings(w *i18n.Printer) {
	d.t.Helper()
	all := len(d.stored("takeaways"))
	for _, view := range []string{"theme", "kind", "target_group", "country"} {
		d.press(w.T("takeaways.view." + view))
		d.reads(all)
	}
}

// narrowings filters and searches.
func (d *desk) narrowings(w *i18n.Printer) {
	d.t.Helper()
	all := len(d.stored("takeaways"))
	greek := len(d.stored("takeaways", "--where", "country=GR"))
	d.press(w.T("listing.filter"))
	d.at("find")
	d.write("gree") // Greece, a country
	d.settle()
	d.key("Return")
	d.reads(greek)
	d.back(w.T("listing.filter_set", "Field", w.T("field.country"), "Value", w.Country("GR")))
	d.key("Return")
	d.reads(all)
	if !d.focus.is(w.T("listing.filter")) {
		d.t.Errorf("a filter is taken away, and the keyboard is at %q", d.focus.name)
	}
	d.key("Return") // by its fields: the second is the theme
	d.at("find")
	d.key("Down", "Return")
	d.settle()
	d.key("Down", "Return")
	d.await("msg=read", "entity=takeaway")
	d.settle()
	d.key("Tab") // past the filter's button
	d.back(w.T("field.theme") + "*")
	d.key("Delete")
	d.reads(all)

	d.key("ctrl+f")
	d.at(w.T("takeaways.search"))
	d.write("organisations met")
	d.reads(1)
	d.replace("nothing is like this")
	d.reads(0)
	d.press(w.T("takeaways.clear"))
	d.reads(all)
}

// belgian are the ids of the takeaways of an event, in their order.
func (d *desk) belgian() []string {
	d.t.Helper()
	list := d.stored("takeaways", "--where", "country=BE")
	slices.SortFunc(list, func(a, b map[string]any) int { return cmp.Compare(fmt.Sprint(a["order"]), fmt.Sprint(b["order"])) })
	var out []string
	for _, rec := range list {
		out = append(out, fmt.Sprint(rec["id"]))
	}
	return out
}

// takeawayOrder moves a card by its grip, with the keyboard and with the mouse, and opens cards.
func (d *desk) takeawayOrder(w *i18n.Printer) {
	d.t.Helper()
	before := d.belgian()
	if len(before) < 3 {
		d.t.Fatalf("%d takeaways of one event", len(before))
	}
	d.tab(w.T("takeaways.move"))
	d.key("alt+Down")
	d.await("msg=saved", "entity=takeaway")
	d.reads(len(d.stored("takeaways")))
	moved := slices.Clone(before)
	moved[0], moved[1] = moved[1], moved[0]
	if got := d.belgian(); !slices.Equal(got, moved) {
		d.t.Fatalf("by keys: %q, want %q", got, moved)
	}
	if !d.focus.is(w.T("takeaways.move")) {
		d.t.Errorf("the card is moved, and the keyboard is at %q", d.focus.name)
	}
	d.key("Up")
	d.settle()
	first := d.focus
	d.key("Down")
	d.settle()
	second := d.focus
	d.drag(first.x+first.w/2, first.y+first.h/2, second.x+second.w/2, second.y+second.h)
	d.await("msg=saved", "entity=takeaway")
	d.reads(len(d.stored("takeaways")))
	if got := d.belgian(); !slices.Equal(got, before) {
		d.t.Fatalf("by mouse: %q, want %q", got, before)
	}

	card := w.Entity("takeaway")
	d.tab(card)
	d.key("Down")
	d.settle()
	at := d.focus
	d.key("Return") // shows it, and the keyboard stays
	d.settle()
	if d.focus.kind != at.kind {
		d.t.Errorf("a card is opened, and the keyboard is at %q", d.focus.name)
	}
	d.key("Return")
	d.at(label(w, "takeaway", "text"))
}

// takeaway writes one with all its fields, and gives its id.
func (d *desk) takeaway(w *i18n.Printer) string {
	d.t.Helper()
	d.back(w.T("takeaways.new"))
	d.key("Return")
	d.at(label(w, "takeaway", "text"))
	d.press(i18n.Upper(w.Language("en"))) // in which language it begins
	d.settle()
	d.key("Down", "Return") // English, the first of them
	d.settle()
	d.back(label(w, "takeaway", "text"))
	d.write("Buses decide who can take a job.")
	d.choose(w.T("fields.translate"), 1) // French, the first after the original
	d.at(i18n.Upper(w.Language("fr")))
	d.write("Les bus décident de qui peut travailler.")
	d.pick(label(w, "takeaway", "kind"), w.Enum("takeaway_kind", "need"))
	d.pick(label(w, "takeaway", "theme"), w.T("word.theme.decent_work"))
	d.pick(label(w, "takeaway", "events"), "Belgium")
	d.pick(label(w, "takeaway", "visibility"), w.Enum("visibility", "public"))
	d.fill(label(w, "takeaway", "follow_up"), "Ask the bus company")
	d.pick(label(w, "takeaway", "follow_up_owner"), "LAND")
	d.fill(label(w, "takeaway", "follow_up_due"), "30/9/2027")
	d.settle()
	d.key("Tab") // the button beside it
	d.settle()
	d.key("Return")
	d.settle()
	d.key("Right", "Return") // a day later
	d.settle()
	d.pick(label(w, "takeaway", "follow_up_state"), w.Enum("follow_up_status", "in_progress"))
	d.press(w.T("record.more"))
	d.pick(label(w, "takeaway", "country"), w.Country("BE"))
	for _, word := range []string{"migrants", "employers"} {
		d.pick(label(w, "takeaway", "target_groups"), w.Enum("group", word))
	}
	d.back(takeOut(w, label(w, "takeaway", "target_groups")))
	d.key("shift+Tab") // from the last one to the one before
	d.settle()
	d.key("Delete")
	d.settle()
	d.pick(label(w, "takeaway", "evidence"), inLanguage(d.stored("evidence")[0], "caption", "en"))
	d.press(w.T("record.save"))
	d.await("msg=saved", "entity=takeaway")
	rec := d.one("takeaways", "--search", "buses decide")
	d.holds(rec, map[string]string{
		"kind": "need", "theme": "decent_work", "country": "BE", "follow_up": "Ask the bus company", "follow_up_due": "2027-10-01",
		"follow_up_state": "in_progress", "visibility": "public", "target_groups": "[employers]",
	})
	if got := inLanguage(rec, "text", "fr"); got != "Les bus décident de qui peut travailler." {
		d.t.Errorf("in French: %q", got)
	}
	return fmt.Sprint(rec["id"])
}

// choose presses a button that opens a menu, and takes a line of it, counted from 1.
func (d *desk) choose(button string, line int) {
	d.t.Helper()
	d.press(button)
	d.settle()
	for range line {
		d.key("Down")
	}
	d.key("Return")
}

// stale tells whether the command line counts a takeaway's French as older than its original.
func (d *desk) stale(id string) bool {
	d.t.Helper()
	var rec struct {
		Text struct{ Stale map[string]string }
	}
	d.must(json.Unmarshal([]byte(d.cli("--json", "show", "takeaway", id)), &rec))
	return rec.Text.Stale["fr"] != ""
}

// translations changes the original, looks at what changed, and says that the translation is right all the same.
func (d *desk) translations(w *i18n.Printer, id string) {
	d.t.Helper()
	text := label(w, "takeaway", "text")
	d.back(text)
	d.key("ctrl+End")
	d.write(" And who can keep it.")
	d.key("ctrl+s")
	d.await("msg=saved", "entity=takeaway")
	if !d.stale(id) {
		d.t.Error("the original is changed, and its translation is not stale")
	}
	d.press(w.T("fields.show_changes"))
	d.settle()
	d.key("Return") // the same link hides it
	d.press(w.T("fields.still_right"))
	d.at(i18n.Upper(w.Language("fr")))
	d.key("ctrl+s")
	d.await("msg=saved", "entity=takeaway")
	if d.stale(id) {
		d.t.Error("the translation is still right, and it is stale")
	}
	d.back(w.T("fields.all_languages"))
	d.key("Return")
	d.tab(i18n.Upper(w.Language("it")))
	d.write("Gli autobus decidono chi può lavorare.")
	d.key("ctrl+s")
	d.await("msg=saved", "entity=takeaway")
	if got := inLanguage(d.one("takeaways", "--search", "buses decide"), "text", "it"); got != "Gli autobus decidono chi può lavorare." {
		d.t.Errorf("in Italian: %q", got)
	}
	d.back(w.T("fields.two_languages"))
	d.key("Return")
	d.back(i18n.Upper(w.Language("fr"))) // beside the original, as last time
	d.key("Return")
	d.settle()
	d.key("Down", "Down", "Return")
	d.at(i18n.Upper(w.Language("el")))
	d.write("Τα λεωφορεία κρίνουν ποιος μπορεί να εργαστεί.")
	d.key("ctrl+s")
	d.await("msg=saved", "entity=takeaway")
	d.says(`"el":"Τα λεωφορεία κρίνουν`, "--json", "show", "takeaway", id)
}

// takeawayPast takes back the last change from its history, duplicates the takeaway, and deletes the copy.
func (d *desk) takeawayPast(w *i18n.Printer, id string) {
	d.t.Helper()
	d.back(w.T("record.history"))
	d.key("Return")
	d.settle()
	d.press(w.T("record.undo"))
	d.await("msg=undone")
	if got := inLanguage(d.one("takeaways", "--search", "buses decide"), "text", "el"); got != "" {
		d.t.Errorf("Greek was taken back, and is %q", got)
	}
	d.settle()
	d.back(w.Entity("takeaway"))
	d.key("Return")
	d.settle()
	all := len(d.stored("takeaways"))
	d.press(w.T("record.duplicate"))
	d.settle()
	d.key("ctrl+s")
	d.await("msg=saved", "entity=takeaway")
	if got := len(d.stored("takeaways")); got != all+1 {
		d.t.Fatalf("duplicated: %d, want %d", got, all+1)
	}
	d.press(w.T("record.delete"))
	d.await("msg=saved", "entity=takeaway")
	if got := len(d.stored("takeaways")); got != all {
		d.t.Fatalf("deleted: %d, want %d", got, all)
	}
	d.key("ctrl+z")
	d.await("msg=undone")
	d.key("ctrl+shift+z")
	d.await("msg=redone")
	d.says(fmt.Sprintf(`"id":%q`, id), "--json", "list", "takeaways", "--search", "buses decide")
}

// states are the follow-ups by their state, as the board has its columns.
func (d *desk) states() map[string][]string {
	d.t.Helper()
	out := map[string][]string{}
	for _, rec := range d.stored("takeaways") {
		if rec["follow_up"] != nil {
			state := cmp.Or(fmt.Sprint(rec["follow_up_state"]), "open")
			out[state] = append(out[state], fmt.Sprint(rec["id"]))
		}
	}
	return out
}

// followUps moves a card on the board by keys, then another one by mouse.
func (d *desk) followUps(w *i18n.Printer) {
	d.t.Helper()
	d.back(w.T("takeaways.view.follow_up") + "*")
	d.key("Return")
	d.await("msg=read", "entity=takeaway")
	before := d.states()
	d.tab(w.T("takeaways.follow_ups"))
	d.key("Right", "Right", "Right", "Left", "Left", "Left", "Left") // to the first column, whatever was picked
	d.settle()
	d.key("ctrl+Right")
	d.drives()
	d.await("msg=saved", "entity=takeaway")
	after := d.states()
	if len(after["open"]) != len(before["open"])-1 || len(after["in_progress"]) != len(before["in_progress"])+1 {
		d.t.Errorf("by keys: %v, then %v", before, after)
	}
	d.key("Return") // opens the card
	d.at(label(w, "takeaway", "follow_up"))
	d.key("Escape")
	d.at(w.T("takeaways.follow_ups"))

	board, columns := d.focus, len(data.FollowUpStatus.Words)
	width := board.w / columns
	x, y := board.x+width/2, board.y+60 // within the first card of the first column; the second column has some, too
	d.drag(x, y, x+2*width, y+20)
	d.await("msg=saved", "entity=takeaway")
	if last := d.states(); len(last["open"]) != len(after["open"])-1 || len(last["done"]) != len(after["done"])+1 {
		d.t.Errorf("by mouse: %v, then %v", after, last)
	}
	d.settle()
	d.click(x+width, y)
	d.at(label(w, "takeaway", "follow_up"))
}
