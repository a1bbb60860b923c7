package shell

import "primadesk/ui/screen"

// anywhereState is under which name the records are kept that Go anywhere lists first.
const anywhereState = "anywhere"

// restore has each screen come back as it was left in a workspace.
func (s *Shell) restore(folder string) {
	s.nav.setVisits(s.settings.View(folder, anywhereState))
	for _, sc := range s.nav.screens {
		if r, ok := sc.(screen.Rememberer); ok {
			if state := s.settings.View(folder, sc.ID()); state != "" {
				r.SetState(state)
			}
		}
	}
}

// remember keeps how the screens look that were shown, and which one is. It is done whenever a screen is left, so that a
// crash loses little. That it cannot be kept is written to the log: nobody is stopped by it.
func (s *Shell) remember() {
	if s.nav == nil || s.nav.now == nil || s.work == nil {
		return
	}
	states := map[string]string{"": s.nav.now.ID(), anywhereState: s.nav.visits()}
	for _, sc := range s.nav.screens {
		if r, ok := sc.(screen.Rememberer); ok && s.nav.wasShown[sc.ID()] {
			states[sc.ID()] = r.State()
		}
	}
	if err := s.settings.SetViews(s.work.Folder, states); err != nil {
		s.logError(err)
	}
}
