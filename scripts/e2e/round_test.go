//go:build e2e

package e2e

import (
	"slices"
	"strings"
)

// begun opens the window over the sample project, as it is for somebody who has been through the first start. What is to be
// otherwise in it is done before the window has it.
func (d *desk) begun(lang string, before ...func()) {
	d.t.Helper()
	d.cli("settings", "language", lang)
	d.cli("settings", "task", "manager")
	d.cli("settings", "me", "Άννα Δοκιμή")
	d.cli("--quiet", "init", "--sample")
	for _, do := range before {
		do()
	}
	d.open()
	d.await("shell ready", "language="+lang)
	d.raise()
}

// acts tells whether a key does something to what has the keyboard, rather than to the window or to where the keyboard is.
func acts(key string) bool {
	switch key {
	case "Tab", "shift+Tab", "Escape", "F1":
		return false
	}
	return !strings.HasPrefix(key, "ctrl+") && !strings.HasPrefix(key, "alt+")
}

// drives notes that the test does something with what has the keyboard.
func (d *desk) drives() { d.driven[d.focus.name] = true }

// next goes on with Tab, once, and waits until that is done wherever it leads to.
func (d *desk) next() {
	d.t.Helper()
	d.do("key", "Tab", settles)
	d.await("msg=settled")
}

// round goes with Tab once through all that the keyboard reaches on the screen, and fails for what nothing has driven yet:
// a control that no test touches is one that nobody knows to work. What needs no driving here is named, with a star for the
// rest of a name; the rail is on every screen.
func (d *desk) round(unless ...string) {
	d.t.Helper()
	var left []string
	for _, at := range d.reached() {
		excused := at.kind == "railItem" || slices.ContainsFunc(unless, at.is)
		if name := at.name; !d.driven[name] && !excused && !slices.Contains(left, name) {
			left = append(left, name)
		}
	}
	if len(left) > 0 {
		d.t.Errorf("nothing has driven %q", left)
	}
}

// reached goes with Tab once through all that the keyboard reaches on the screen, and gives that.
func (d *desk) reached() []focus {
	d.t.Helper()
	if d.settle(); d.focus.name == "" {
		d.next()
	}
	first := d.focus
	all := []focus{first}
	for range most {
		d.next()
		if at := d.focus; at.name == first.name && at.kind == first.kind && at.x == first.x && at.y == first.y { // its size may have changed
			break
		}
		all = append(all, d.focus)
	}
	return all
}
