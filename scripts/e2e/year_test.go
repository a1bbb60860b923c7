//go:build e2e

package e2e

import (
	"testing"

	"primadesk/assets/i18n"
)

// A year's work by keyboard alone, in Greek, from an empty workspace to the workbook in French.
func TestYearByKeyboard(t *testing.T) {
	d := newDesk(t)
	w := i18n.For("el")
	d.open()
	d.begin(w)
	d.partner(w)
	d.close()
}

// begin makes the project: language, task, its name.
func (d *desk) begin(w *i18n.Printer) {
	d.t.Helper()
	d.await("welcome shown", "step=language")
	d.raise()
	d.press(i18n.Name("el"))
	d.await("welcome shown", "step=task")
	d.press(w.T("shell.task.coordinator"))
	d.await("welcome shown", "step=project")
	d.press(w.T("shell.welcome.make"))
	d.at(w.T("field.acronym"))
	d.write("ΔΟΚΙΜΗ")
	d.fill(w.T("field.grant_number"), "101999999")
	d.fill(w.T("shell.me"), "Άννα Δοκιμή")
	d.key("Return")
	d.await("shell ready", "language=el")
}

// partner makes a partner of the consortium.
func (d *desk) partner(w *i18n.Printer) {
	d.t.Helper()
	d.key("ctrl+6")
	d.await("screen shown", "id=project")
	d.press(w.Entities("partner"))
	d.key("ctrl+n")
	d.at(w.T("field.legal_name"))
	d.write("Περιφέρεια Δοκιμής")
	d.key("ctrl+s")
	d.await("msg=saved", "entity=partner")
}
