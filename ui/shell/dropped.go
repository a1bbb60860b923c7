package shell

import (
	"path/filepath"

	"fyne.io/fyne/v2"

	"primadesk/ui/screen"
)

// dropped gives files that were dropped on the window to the screen in view, where it takes any.
func (s *Shell) dropped(at fyne.Position, items []fyne.URI) {
	if s.nav == nil || s.asking() {
		return
	}
	d, ok := s.nav.now.(screen.Dropper)
	var paths []string
	for _, item := range items {
		if item.Scheme() == "file" {
			paths = append(paths, filepath.FromSlash(item.Path()))
		}
	}
	if !ok || len(paths) == 0 {
		s.Toast(screen.Toast{Text: s.T("shell.no_drop")})
		return
	}
	s.trace.Info("dropped", "files", len(paths))
	d.Drop(paths, at)
}
