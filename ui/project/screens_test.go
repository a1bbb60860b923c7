//go:build screenshots

package project

import (
	"testing"

	"primadesk/ui/kit"
	"primadesk/ui/screen/screentest"
)

// TestScreens draws every part of the screen.
func TestScreens(t *testing.T) {
	for _, look := range []struct {
		name string
		p    screentest.Params
	}{
		{"en", screentest.Params{}},
		{"el-dark", screentest.Params{Lang: "el", Look: kit.ThemeParams{Look: kit.LookDark}}},
		{"nl-15", screentest.Params{Lang: "nl", Look: kit.ThemeParams{Scale: 1.5}}},
	} {
		t.Run(look.name, func(t *testing.T) {
			w := open(t, look.p)
			for _, part := range w.parts {
				w.show(part.id)
				w.Capture(t, "project-"+part.id+"-"+look.name)
				if g, ok := part.body.(*grant); ok {
					for _, tab := range []string{tabPeriods, tabStatements, tabWeb} {
						g.pane.SetTab(tab)
						w.Capture(t, "project-"+tab+"-"+look.name)
					}
					g.pane.SetTab("form")
				}
				if x, ok := part.body.(*indicators); ok {
					x.Pane().SetTab(tabProgress)
					w.Capture(t, "project-"+tabProgress+"-"+look.name)
				}
			}
		})
	}
}
