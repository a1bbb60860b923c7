//go:build screenshots

package takeaways

import (
	"testing"

	"fyne.io/fyne/v2/test"

	"primadesk/ui/fields"
	"primadesk/ui/kit"
	"primadesk/ui/screen/screentest"
)

// TestScreens draws the screen into the folder that PRIMADESK_SCREENS names.
func TestScreens(t *testing.T) {
	for _, x := range screentest.Looks {
		s, sh := build(t, screentest.Params{Lang: x.Lang, Look: x.Theme, Today: "2026-12-05"})
		if err := sh.Work.Settings.SetSecond("it"); err != nil {
			t.Fatal(err)
		}
		sh.Show(t, s)
		id := s.ids()[4]
		change(t, sh, id, outdate)
		s.Open(id)
		texts := s.pane.Control("text").(*fields.Texts)
		for _, o := range test.LaidOutObjects(texts) {
			if b, ok := o.(*kit.Button); ok && b.Text() == sh.T("fields.show_changes") {
				test.Tap(b)
			}
		}
		sh.Win.Resize(sh.Win.Canvas().Size().AddWidthHeight(0, 40)) // the test's window does not follow what grows within it
		sh.Win.Resize(sh.Win.Canvas().Size().AddWidthHeight(0, -40))
		sh.Capture(t, "takeaways"+x.Name)
		s.look(byFollowUp)
		sh.Capture(t, "takeaways-follow-ups"+x.Name)
	}
}
