package shell

import (
	"testing"

	"primadesk/data"
	"primadesk/ui/kit"
	"primadesk/ui/screen/screentest"
)

// A screen that is shown follows what is written; one that is hidden again reads nothing any more, whatever is written.
func TestHiddenScreensFollowNothing(t *testing.T) {
	reads := 0
	sh := screentest.Open(t, screentest.Params{OnRead: func(string) { reads++ }})
	project, err := sh.Work.Projects.Current(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	change := func() int {
		reads = 0
		screentest.Keep(t, sh.Work, &data.Contact{GivenName: "Δοκιμή"}, &data.Organisation{Name: "Δοκιμή"},
			&data.Takeaway{Project: project.ID, Text: data.TextIn("en", "A test.")}, &data.Event{Project: project.ID, Name: data.TextIn("en", "A test")})
		return reads
	}
	change()
	alone := change()
	for _, s := range Screens(kit.Inline())(sh.Work, sh, sh.Printer) {
		for range 2 { // it is shown again like the first time
			sh.Win.SetContent(s.Content())
			sh.Win.Resize(screentest.Size)
			s.Shown()
			if got := change(); got <= alone {
				t.Errorf("%s does not follow what is written: %d queries, as without any screen", s.ID(), got)
			}
			s.Hidden()
			if got := change(); got != alone {
				t.Errorf("%s is hidden, and %d queries are asked for a change instead of %d", s.ID(), got, alone)
			}
		}
	}
	if len(sh.Errors) > 0 {
		t.Error(sh.Errors)
	}
}
