package shell

import (
	"primadesk/ui/kit"
)

// leave goes on with something that takes the screen's form away, after asking about what is not saved in it.
func (s *Shell) leave(then func()) {
	saver := s.nav.dirty()
	if saver == nil {
		then()
		return
	}
	if s.asking() {
		return
	}
	var d *kit.Dialog
	discard := kit.NewLink(s.T("shell.discard"), func() {
		d.Close()
		saver.Discard()
		then()
	})
	d = kit.ShowDialog(s.win.Canvas(), kit.DialogParams{
		Title: s.T("shell.unsaved"), Text: s.T("shell.unsaved.text"), Body: kit.HStack(0, discard, kit.NewSpring()),
		Yes: s.T("shell.save"), No: s.T("shell.stay"),
		OnYes: func() {
			if saver.Save() {
				then()
			}
		},
	})
}

// asking tells whether a dialog or a list is open: then the window's shortcuts rest.
func (s *Shell) asking() bool { return s.win.Canvas().Overlays().Top() != nil }

// Close ends the program, after asking about what is not saved.
func (s *Shell) Close() {
	s.leave(func() {
		s.end(func() {})
		s.win.SetCloseIntercept(nil)
		s.params.App.Quit()
	})
}

// end gives up the workspace that is open. What was typed and not saved stays as a draft: wait returns when it is written.
func (s *Shell) end(wait func()) {
	s.keepSize()
	work := s.work
	s.forget()
	wait()
	if work != nil {
		if err := work.Close(); err != nil {
			s.logError(err)
		}
	}
	s.trace.Info("closed")
	if s.params.Ended != nil {
		s.params.Ended()
	}
}
