//go:build e2e

package e2e

import (
	"slices"
	"testing"

	"primadesk/app"
	"primadesk/assets/i18n"
)

// Where the menus are in English, at the size that the window begins with.
const menuFile, menuEdit, menuView, menuHelp = 24, 64, 106, 154

// pull opens a menu with the mouse and goes on in it with the keys.
func (d *desk) pull(x int, keys ...string) {
	d.t.Helper()
	d.settle()
	d.move(700, 400) // xdotool waits for a pointer that is there already to move
	d.move(x, 12)
	d.settle() // the window knows where the pointer is before it is pressed
	d.do("click", "1")
	for d.settle(); d.focus.kind != "menuBarItem"; {
		d.await("msg=focus ")
	}
	d.key(keys...)
}

// downs are n steps down, and Enter.
func downs(n int) []string { return append(slices.Repeat([]string{"Down"}, n), "Return") }

// Each item of the menus is taken once, with the mouse and the arrows.
func TestMenus(t *testing.T) {
	d := newDesk(t)
	w := i18n.For("en")
	d.begun("en")
	d.helpMenu()
	d.viewMenu()
	d.editMenu(w)
	d.fileMenu(w)
}

func (d *desk) helpMenu() {
	d.t.Helper()
	d.pull(menuHelp, downs(3)...)
	d.at("OK")
	d.back("area") // the last module
	d.key("Return")
	d.at("OK")
	d.key("Return")
	d.at("area")
	d.key("Escape")
	d.pull(menuHelp, downs(2)...)
	d.await("shortcuts shown")
	d.key("Return")
	d.pull(menuHelp, downs(1)...)
	d.await("manual shown")
	d.key("Escape")
}

// viewMenu goes to each screen, and changes theme, size and language.
func (d *desk) viewMenu() {
	d.t.Helper()
	for i, id := range []string{"contacts", "organisations", "events", "takeaways", "project", "reports", "bulletin", "history", "settings", "help"} {
		d.pull(menuView, downs(i+2)...)
		d.await("screen shown", "id="+id)
	}
	d.pull(menuView, downs(1)...)
	d.await("screen shown", "id=home")
	theme := func(name string) {
		d.t.Helper()
		d.pull(menuView, append([]string{"Up", "Up", "Up", "Right"}, downs(slices.Index(app.Themes, name))...)...)
		d.await("restyled", "theme="+name)
		d.says(name, "settings", "theme")
	}
	theme("dark")
	theme("light")
	d.pull(menuView, append([]string{"Up", "Up", "Right"}, downs(1)...)...) // the second size
	d.await("restyled")
	d.says("0.9", "settings", "scale")
	d.settle()
	d.anywhere("100%")
	d.await("restyled")
	d.says("1", "settings", "scale")
	d.settle()
	d.pull(menuView, append([]string{"Up", "Right"}, downs(slices.Index(i18n.Languages, "it"))...)...)
	d.await("shell ready", "language=it")
	d.says("it", "settings", "language")
	d.settle()
	d.anywhere(i18n.Name("en"))
	d.await("shell ready", "language=en")
	d.says("en", "settings", "language")
}

// editMenu makes and saves a record, takes that back and makes it again, and searches.
func (d *desk) editMenu(w *i18n.Printer) {
	d.t.Helper()
	d.screen("ctrl+2", "contacts")
	d.pull(menuEdit, downs(3)...)
	d.at(label(w, "contact", "given_name"))
	d.write("Ada")
	d.fill(label(w, "contact", "family_name"), "Menu")
	d.pull(menuEdit, downs(4)...)
	d.await("msg=saved", "entity=contact")
	d.says(`"family_name":"Menu"`, "list", "contacts", "--search", "Menu", "--json")
	d.pull(menuEdit, downs(1)...)
	d.await("msg=undone", "records=1")
	d.lacks(`"family_name":"Menu"`, "list", "contacts", "--search", "Menu", "--json")
	d.pull(menuEdit, downs(2)...)
	d.await("msg=redone", "records=1")
	d.says(`"family_name":"Menu"`, "list", "contacts", "--search", "Menu", "--json")
	d.pull(menuEdit, downs(5)...)
	d.at(w.T("contacts.search"))
	d.pull(menuEdit, "Up", "Return")
	d.await("anywhere shown")
	d.key("Escape")
}

// fileMenu saves the project, makes another one, opens the first again, looks at the sample, and quits.
func (d *desk) fileMenu(w *i18n.Printer) {
	d.t.Helper()
	first, path := d.one("projects")["acronym"].(string), d.home("saved.primadesk")
	d.pull(menuFile, downs(3)...)
	d.await("file dialog shown")
	d.at(w.T("shell.file.name"))
	d.replace(path)
	d.key("Return")
	d.settle()
	d.fileOpens(path)

	d.pull(menuFile, downs(1)...)
	d.at(label(w, "project", "acronym"))
	d.write("SECOND")
	d.fill(label(w, "project", "grant_number"), "101999995")
	d.key("Return")
	d.await("shell ready")
	d.says("SECOND", "info", "--json")
	d.pull(menuFile, downs(2)...)
	d.await("file dialog shown")
	d.at("find")
	d.replace(path)
	d.settle()
	d.key("Return")
	d.await("shell ready")
	d.says(first, "info", "--json")

	d.pull(menuFile, downs(5)...)
	d.await("backup written")
	d.says("primadesk", "backups", "--json")
	d.pull(menuFile, downs(4)...)
	d.await("shell ready", "sample=true")
	d.pull(menuFile, downs(4)...)
	d.await("shell ready", "sample=false")
	d.pull(menuFile, "Up", "Return")
	d.await("msg=closed")
	if err := d.ended(); err != nil {
		d.t.Errorf("the window ended with %v", err)
	}
	d.sound()
}

// Go anywhere finds a screen, a record and a command, and does what was chosen.
func TestGoAnywhere(t *testing.T) {
	d := newDesk(t)
	d.begun("en")
	d.anywhere("organisations")
	d.await("screen shown", "id=organisations")
	d.anywhere("cammarata")
	d.await("msg=revealed", "entity=contact")
	d.anywhere("EL-02") // IT-02 has both words in its texts
	d.await("msg=revealed", "entity=event")
	d.settle()
	d.fill("City", "Kalamata")
	d.key("ctrl+s")
	d.await("msg=saved", "entity=event")
	d.says("Kalamata", "list", "events", "--where", "number=EL-02", "--json")
	d.anywhere("back up now")
	d.await("backup written")
	d.says("primadesk", "backups", "--json")
	d.anywhere("dark")
	d.await("restyled", "theme=dark")
	d.anywhere("new record contacts")
	d.at("Given name")
	d.write("Ada")
	d.fill("Family name", "Anywhere")
	d.key("ctrl+s")
	d.await("msg=saved", "entity=contact")
	d.says("Anywhere", "list", "contacts", "--search", "Anywhere", "--json")
	d.close()
}
