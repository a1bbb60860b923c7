//go:build e2e

package e2e

import (
	"path/filepath"
	"testing"

	"primadesk/assets/i18n"
)

// At the first start each of the three ways leads to a project: one's own, the file that a manager sent, and the sample.
func TestFirstStart(t *testing.T) {
	w := i18n.For("en")
	ways := map[string]func(d *desk){
		"shell.welcome.make": func(d *desk) {
			d.at(w.T("field.acronym"))
			d.write("DRIVEN")
			d.fill(w.T("field.grant_number"), "101999998")
			d.fill(w.T("shell.me"), "Ada Example")
			d.key("Return")
			d.await("shell ready", "sample=false")
			d.says("DRIVEN", "list", "projects", "--json")
			d.says("Ada Example", "settings", "me")
		},
		"shell.welcome.open": func(d *desk) {
			d.await("file dialog shown")
			d.at("find")
			d.write(d.home("project.primadesk"))
			d.settle()
			d.key("Return")
			d.await("shell ready", "sample=false")
			d.says("PRIMACENTERS", "list", "projects", "--json")
		},
		"shell.look_at_sample": func(d *desk) {
			d.await("shell ready", "sample=true")
			d.says("PRIMACENTERS", "--workspace", d.sample(), "list", "projects", "--json")
		},
	}
	for way, then := range ways {
		t.Run(way, func(t *testing.T) {
			d := newDesk(t)
			d.cli("--workspace", filepath.Join(d.room, "other"), "--quiet", "init", "--sample")
			d.cli("--workspace", filepath.Join(d.room, "other"), "--quiet", "project", "save", "-o", d.home("project.primadesk"))
			d.open()
			d.await("welcome shown", "step=language")
			d.raise()
			d.press("English")
			d.await("welcome shown", "step=task")
			d.press(w.T("shell.task.manager"))
			d.await("welcome shown", "step=project")
			d.says("manager", "settings", "task")
			d.press(w.T(way))
			then(d)
			d.close()
		})
	}
}
