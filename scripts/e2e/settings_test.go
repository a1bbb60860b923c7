//go:build e2e

package e2e

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"primadesk/assets/i18n"
)

// Every setting is changed once and read by the command line, with the backups, the check and the workspace.
func TestSettings(t *testing.T) {
	d := newDesk(t)
	d.opener()
	d.begun("en")
	d.press("Settings")
	d.await("screen shown", "id=settings")
	d.setting("What I do", "I coordinate a region", "")
	d.fill("My name", "Ada Example")
	d.press("Save")
	d.says("Ada Example", "settings", "me")
	d.says("coordinator", "settings", "task")

	d.setting("Theme", "Dark", "restyled")
	d.says("dark", "settings", "theme")
	d.setting("Size", "90%", "restyled")
	d.says("0.9", "settings", "scale")
	d.setting("Size", "100%", "restyled")
	d.setting("Dates", "ISO", "shell ready")
	d.says("iso", "settings", "dates")
	d.setting("First day of the week", "Sunday", "shell ready")
	d.says("sunday", "settings", "week")
	d.setting("Separator in CSV files", "semicolon", "")
	d.says("semicolon", "settings", "csv")
	if out := d.cli("export", "partners", "--format", "csv"); !strings.Contains(out, "id;project;") {
		t.Errorf("the cells are not separated by semicolons: %.80s", out)
	}
	d.press("Keyboard shortcuts")
	d.await("shortcuts shown")
	d.key("Return")

	d.press("Show in folder")
	d.openedOutside(d.workspace())
	d.press("Back up now")
	d.await("backup written")
	d.says("primadesk", "backups", "--json")
	d.press("Check the workspace")
	d.await("msg=checked", "findings=0")
	d.round("Language", i18n.For("en").T("shell.other_workspace")) // which come next
	d.press("Language")
	d.at("choices")
	d.key("Down", "Down", "Return") // after English and French
	d.await("shell ready", "language=el")
	d.settle()
	d.says("el", "settings", "language")
	d.press(i18n.For("el").T("shell.other_workspace"))
	d.await("file dialog shown")
	other := filepath.Join(d.room, "data", "other")
	d.must(os.Mkdir(other, 0o700))
	d.at("find")
	d.replace(other)
	d.settle()
	d.key("Return")
	d.await("folder shown")
	d.settle()
	d.key("Return")
	d.settle()
	d.key("Return") // a new one is made
	d.await("welcome shown", "step=project")
	d.says(other, "settings", "folder")
	d.close()
}

// workspace is the folder of the workspace that the window has by default.
func (d *desk) workspace() string { return filepath.Join(d.room, "data", "primadesk", "workspace") }

// setting chooses from a list what is in force at once, and waits for what the window says of it.
func (d *desk) setting(name, word, said string) {
	d.t.Helper()
	d.press(name)
	d.at("choices")
	d.letters(word)
	d.key("Return")
	if said != "" {
		d.await(said)
	}
	d.settle()
}

// The manual, the shortcuts, the licences and the menus.
func TestHelp(t *testing.T) {
	d := newDesk(t)
	d.begun("en")
	d.key("F1")
	d.at("Search the manual")
	d.key("Escape")
	d.screen("ctrl+4", "events")
	d.press("Help")
	d.await("manual shown")
	d.at("Help")
	d.key("ctrl+f")
	d.at("Search the manual")
	d.write("stakeholder grid")
	d.key("Return")
	d.await("manual shown", "chapter=organisations")
	d.press("area") // a chapter of the list
	d.await("manual shown")
	d.tab("Hyperlink") // which leads to another
	d.key("space")
	d.await("manual shown")
	d.tab("Manual")
	d.key("Down", "End", "Home")
	d.round()
	d.key("Escape", "Escape")
	d.close()
}
