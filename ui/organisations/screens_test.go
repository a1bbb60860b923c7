//go:build screenshots

package organisations

import (
	"testing"

	"fyne.io/fyne/v2"

	"primadesk/ui/kit"
	"primadesk/ui/screen/screentest"
)

// TestScreensOfOrganisations draws the screen: in English and Greek, in Greek and dark, and in Dutch at a large scale.
func TestScreensOfOrganisations(t *testing.T) {
	for name, p := range map[string]screentest.Params{
		"en": {Lang: "en"}, "el": {Lang: "el"}, "el-dark": {Lang: "el", Look: kit.ThemeParams{Look: kit.LookDark}},
		"nl-large": {Lang: "nl", Look: kit.ThemeParams{Scale: 1.5}},
	} {
		t.Run(name, func(t *testing.T) {
			s := screentest.Open(t, p)
			v := newOrganisations(Params{Workspace: s.Work, Shell: s, Printer: s.Printer}, kit.Inline())
			s.Show(t, v)
			id, _ := busiest(t, s.Work)
			v.Open(id)
			s.Capture(t, "organisations-"+name)
			for _, tab := range []string{tabPeople, tabLog, tabEvents} {
				v.Pane().SetTab(tab)
				if tab == tabLog {
					v.log.Begin()
				}
				s.Capture(t, "organisations-"+tab+"-"+name)
			}
			v.log.Close()
			v.Pane().SetTab("form")
			v.view(viewGrid)
			s.Capture(t, "organisations-grid-"+name)
			v.Pane().Close()
			s.Win.Canvas().Focus(v.grid.picture)
			s.Win.Resize(fyne.NewSize(1170, 742))
			s.Capture(t, "organisations-grid-alone-"+name)
		})
	}
}
