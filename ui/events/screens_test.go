//go:build screenshots

package events

import (
	"testing"

	"primadesk/ui/kit"
	"primadesk/ui/screen/screentest"
)

// TestScreens draws the screen for the manual, into the folder that PRIMADESK_SCREENS names.
func TestScreens(t *testing.T) {
	for _, x := range []struct {
		name, lang string
		look       kit.ThemeParams
	}{
		{"-en", "en", kit.ThemeParams{Look: kit.LookLight}},
		{"-en-dark", "en", kit.ThemeParams{Look: kit.LookDark}},
		{"-el", "el", kit.ThemeParams{Look: kit.LookLight}},
		{"-el-dark", "el", kit.ThemeParams{Look: kit.LookDark}},
		{"-nl-large", "nl", kit.ThemeParams{Look: kit.LookLight, Scale: 1.5}},
	} {
		s, f := build(t, screentest.Params{Lang: x.lang, Look: x.look})
		f.Show(t, s)
		draw := func(screen string) { f.Capture(t, screen+x.name) }
		s.Open("")
		s.choose(screentest.Event(t, f.Work, "EL-01").ID)
		draw("events")
		s.setView(viewMonth)
		s.calendar.month.SetDay("2026-12-11")
		draw("events-month")
		s.setView(viewYear)
		s.calendar.year.SetYear(2025)
		s.calendar.read()
		draw("events-year")
		s.setView(viewList)
		s.toPage()
		for _, tab := range []string{tabPlan, tabAgenda, tabChecklist, tabPeople, tabAccount, tabEvidence} {
			if number := map[string]string{tabPlan: "EL-02", tabPeople: "EL-01"}[tab]; number != "" {
				s.Open(screentest.Event(t, f.Work, number).ID)
			}
			s.page.choose(tab)
			if tab == tabPeople {
				s.page.people.selected(0)
				s.page.people.table.Select(0)
			}
			draw("event-" + tab)
		}
	}
}
