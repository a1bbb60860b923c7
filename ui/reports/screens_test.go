//go:build screenshots

package reports

import (
	"testing"

	"fyne.io/fyne/v2"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/screen/screentest"
)

// TestScreens draws the screen into the folder that PRIMADESK_SCREENS names.
func TestScreens(t *testing.T) {
	for _, x := range screentest.Looks {
		d := open(t, screentest.Params{Lang: x.Lang, Look: x.Theme, Today: day})
		d.shell.Capture(t, "reports"+x.Name)
		d.set(app.OptPeriod, days)
		d.options.setMore(true)
		d.shell.Capture(t, "reports-more"+x.Name)
		d.set(app.OptPeriod, all)
		d.shell.SaveTo = t.TempDir()
		d.Write()
		screentest.Keep(t, d.shell.Work, &data.Contact{GivenName: "Μαρία"})
		d.set(app.OptCountry, "GR")
		d.Write()
		d.show(true)
		d.shell.Capture(t, "reports-written"+x.Name)
		d.Open(findingsOf)
		d.panel.findings.table.Select(2)
		d.panel.findings.explain(2)
		d.shell.Capture(t, "reports-readiness"+x.Name)
		d.leaver(t)
		d.Drop([]string{
			letter(t, "invitation.txt", "Write to xenia@example.org\nor ring 2710 123 456\nor pay to GR1601101250000000012300695"), letter(t, "agenda.md", "# Agenda"),
		}, fyne.Position{})
		d.shell.Capture(t, "reports-leaving"+x.Name)
	}
}
