package shell

import (
	"primadesk/assets/i18n"
	"primadesk/ui/kit"
)

// look puts the theme and the scale of the settings into force.
func (s *Shell) look() {
	kit.Apply(kit.ThemeParams{Look: kit.Look(s.settings.Theme()), Scale: float32(s.settings.Scale())})
}

func (s *Shell) setTheme(theme string) { s.restyle(s.settings.SetTheme(theme)) }

func (s *Shell) setScale(scale float64) { s.restyle(s.settings.SetScale(scale)) }

// restyle follows a changed setting of the look; menus and settings show what is chosen.
func (s *Shell) restyle(err error) {
	if err != nil {
		s.ShowError(err)
		return
	}
	s.look()
	s.setMenu()
	if screen, ok := s.nav.named(settingsID).(*settingsScreen); ok {
		screen.refresh()
	}
	s.trace.Info("restyled", "theme", s.settings.Theme(), "scale", s.settings.Scale())
}

// setLanguage switches the window to another language at once. The workspace is opened anew, because the order of its
// lists is the language's.
func (s *Shell) setLanguage(lang string) {
	s.leave(func() {
		if err := s.settings.SetLanguage(lang); err != nil {
			s.ShowError(err)
			return
		}
		s.params.Lang = ""
		s.words = i18n.For(lang).With(s.settings.Custom())
		s.fyne.speak(lang)
		folder := s.folder()
		if s.work != nil {
			folder = s.work.Folder
		}
		s.open(folder)
	})
}

// tasks are what the settings keep of who somebody is.
var tasks = []string{"coordinator", "manager"}

//i18n:prefix shell.task.
func (s *Shell) taskName(task string) string { return s.T("shell.task." + task) }
