package shell

import (
	"primadesk/ui/help"
	"primadesk/ui/kit"
	"primadesk/ui/screen"
)

// newHelp makes the manual, with the pages that only the shell can write.
func (s *Shell) newHelp() *help.Screen {
	return help.New(help.Params{Printer: s.words, Trace: s.trace, Pages: []help.Page{
		{ID: "shortcuts", Title: s.T("shell.shortcuts"), Body: s.shortcutTable},
		{ID: "about", Title: s.T("shell.about"), Body: s.aboutPage},
	}})
}

// help shows the manual at the chapter of the screen in view, over that screen: whoever is in the middle of a form comes
// back to it with Esc.
func (s *Shell) help() {
	if s.nav == nil {
		return
	}
	if h, ok := s.nav.now.(*help.Screen); ok {
		h.FocusSearch()
		return
	}
	chapter := s.nav.now.ID()
	if c, ok := s.nav.now.(screen.Chaptered); ok {
		chapter = c.Chapter()
	}
	h := s.newHelp()
	h.Open(chapter)
	size := s.win.Canvas().Size()
	room := kit.Sized(0, (size.Height-kit.U(110))/kit.U(1), h.Content())
	kit.ShowSheet(s.win.Canvas(), room, h.Target(), 1060, nil)
}
