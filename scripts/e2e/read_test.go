//go:build e2e

package e2e

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// ids are the records that a list of the command line has, in its order.
func (d *desk) ids(args ...string) []string {
	d.t.Helper()
	var list struct {
		Records []struct{ ID string }
	}
	d.must(json.Unmarshal([]byte(d.cli(append(args, "--limit", "500", "--json")...)), &list))
	var out []string
	for _, r := range list.Records {
		out = append(out, r.ID)
	}
	return out
}

// same fails unless two lists have the same records, in whatever order, and some.
func (d *desk) alike(what string, got, want []string) {
	d.t.Helper()
	got, want = slices.Clone(got), slices.Clone(want)
	slices.Sort(got)
	slices.Sort(want)
	if len(want) == 0 || !slices.Equal(got, want) {
		d.t.Fatalf("%s: the window has %d records, the command line %d", what, len(got), len(want))
	}
}

// lacks fails where the command line says a text.
func (d *desk) lacks(text string, args ...string) {
	d.t.Helper()
	if out := d.cli(args...); strings.Contains(out, text) {
		d.t.Fatalf("primadesk %s says %s:\n%s", strings.Join(args, " "), text, out)
	}
}

// written waits until a file has a text, and gives all that it then holds.
func (d *desk) written(file, text string) string {
	d.t.Helper()
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); d.settle() {
		if b, err := os.ReadFile(file); err == nil && strings.Contains(string(b), text) {
			return string(b)
		}
	}
	d.t.Fatalf("%s is not written", filepath.Base(file))
	return ""
}

// home is a file in the user's own folder.
func (d *desk) home(name string) string { return filepath.Join(d.room, "home", name) }

// undo takes the last change back.
func (d *desk) undo() {
	d.t.Helper()
	d.key("ctrl+z")
	d.await("msg=undone")
}

// screen goes to a screen by its number on the rail.
func (d *desk) screen(key, id string) {
	d.t.Helper()
	d.key(key)
	d.await("screen shown", "id="+id)
	d.settle()
}

// filter narrows a list by typing a field's or a value's name, and gives what the trace says of the reading.
func (d *desk) filter(entity string, words ...string) (read string) {
	d.t.Helper()
	d.back("+ Filter") // from the table it is near
	d.key("Return")
	d.at("find")
	for i, word := range words {
		d.replace(word)
		d.settle()
		d.key("Return")
		if i == len(words)-1 {
			read = d.await("msg=read", "entity="+entity)
		}
		d.settle()
	}
	if d.focus.is("find") { // several values can be chosen
		d.key("Escape")
	}
	d.settle()
	return read
}

// narrowing is a filter of a list: what is typed for it, what its chip is then called, and the same for the command line.
type narrowing struct {
	typed []string
	chip  string
	where []string
}

// narrows sets filters, one after another, and looks whether each leaves as many records as the command line counts.
func (d *desk) narrows(list, entity string, all []narrowing) {
	d.t.Helper()
	for _, n := range all {
		args := []string{"list", list}
		for _, where := range n.where {
			args = append(args, "--where", where)
		}
		read := d.filter(entity, n.typed...)
		if got, want := number(read, "records"), len(d.ids(args...)); got != want {
			d.t.Errorf("%q leaves %d records, the command line counts %d", n.typed, got, want)
		}
		d.unfilter(n.chip, entity)
	}
}

// quiet closes the record, takes filters and toasts away, and lets go of the keyboard.
func (d *desk) quiet() {
	d.t.Helper()
	for range 8 {
		d.key("Escape")
		d.settle()
	}
}

// bare leaves nothing but the list, with the keyboard.
func (d *desk) bare() {
	d.t.Helper()
	d.quiet()
	d.tab("Table") // which shows its first record
	d.key("Escape")
	d.settle()
}

// section goes on to a tab of the record, which may be called like a screen on the rail, and presses it.
func (d *desk) section(name string) {
	d.t.Helper()
	d.stepTo("Tab", name, "tabItem")
	d.key("Return")
	d.settle()
}

// toasts takes something back by the toast that tells of it, and does it again by the toast that tells of that. What comes of
// either is looked at.
func (d *desk) toasts(undone, redone func()) {
	d.t.Helper()
	d.press("Undo")
	d.await("msg=undone")
	undone()
	d.settle()
	d.press("Redo")
	d.await("msg=redone")
	redone()
	d.settle()
}

// pickAll picks all rows of a list.
func (d *desk) pickAll() {
	d.t.Helper()
	d.tab("Table")
	d.key("ctrl+a")
	d.settle()
}

// tagAll gives all rows of a list a tag, so that the command line can tell which they are.
func (d *desk) tagAll(tag string) {
	d.t.Helper()
	d.pickAll()
	d.tagPicked(tag)
}

func (d *desk) tagPicked(tag string) {
	d.t.Helper()
	d.act("Add a tag", "Tags")
	d.write(tag)
	d.settle()
	d.key("Return")
	d.await("msg=saved")
	d.settle()
}

// act begins something with the rows that are picked, from the table, and waits for the field that it asks for.
func (d *desk) act(name, asks string) {
	d.t.Helper()
	d.back(name)
	d.key("Return")
	d.at(asks)
}

// unfilter takes a filter away by its chip.
func (d *desk) unfilter(chip, entity string) {
	d.t.Helper()
	d.back(chip)
	d.key("Return")
	d.await("msg=read", "entity="+entity)
	d.at("+ Filter")
}

// today is the day as fields take it.
func today() string { return time.Now().Format(time.DateOnly) }
