//go:build screenshots

package events

import (
	"testing"

	"fyne.io/fyne/v2"

	"primadesk/ui/screen/screentest"
)

// TestScreensPeople draws the parts of an event's page that are about people and proof.
func TestScreensPeople(t *testing.T) {
	for _, x := range screentest.Looks {
		t.Run(x.Name, func(t *testing.T) { drawPeople(t, x.Name, screentest.Params{Lang: x.Lang, Look: x.Theme}) })
	}
}

func drawPeople(t *testing.T, name string, p screentest.Params) {
	s, f := stage(t, p, "EL-01", tabPeople)
	v := s.page.people
	draw := func(screen string) { f.Capture(t, screen+name) }
	v.table.Select(0)
	v.selected(0)
	draw("event-people")
	var ids []string
	for _, c := range []string{"Example", "Sample"} {
		ids = append(ids, addressed(t, f, c, f.Lang()).ID)
	}
	v.invite()
	v.asking.write(ids)
	draw("event-invite")
	v.back()
	s.Drop([]string{scan(t, "IMG_1.png"), scan(t, "attendance list.png")}, fyne.Position{})
	draw("event-evidence")
	s.page.tabs.Choose(tabPeople)
	s.page.tab()
	v.tick()
	draw("event-rollcall")
	v.back()
	s.page.toTab(tabSheet)
	draw("event-sheet")
	s.page.toTab(tabPeople)
	v.editCount(nil)
	draw("event-count")
}
