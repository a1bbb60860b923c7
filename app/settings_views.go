package app

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"

	"primadesk/data"
)

// Bounds of what is kept of how the window was left.
const (
	mostViewBytes  = 16 << 10 // of one screen
	mostViewPlaces = 12       // workspaces; the one used longest ago goes first
)

// views is the file of how screens were left in each workspace. It stands beside the settings, because it is of this
// computer and changes often: a workspace that is copied need not take it along.
type views struct {
	Places []viewPlace `json:"workspaces"` // the one used last first
}

type viewPlace struct {
	Folder  string            `json:"folder"`
	Screens map[string]string `json:"screens"`
}

func (s *Settings) viewsPath() string { return filepath.Join(s.Folder(), "views.json") }

// readViews reads the file; one that is missing or broken is the same as none, since nothing hangs on it.
func (s *Settings) readViews() views {
	var v views
	b, err := os.ReadFile(s.viewsPath())
	if err != nil || json.Unmarshal(b, &v) != nil {
		return views{}
	}
	return v
}

// View is how a screen was left in a workspace; empty where nothing is known. The screen "" stands for the window: its
// state is the id of the screen that was shown last.
func (s *Settings) View(folder, screen string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, p := range s.readViews().Places {
		if p.Folder == folder {
			return p.Screens[screen]
		}
	}
	return ""
}

// SetViews keeps how screens were left in a workspace; screens that are not named stay as they are kept. A state that
// is too long to be one is not kept. States hold no personal data: that is for the screens to see to.
func (s *Settings) SetViews(folder string, states map[string]string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	v := s.readViews()
	at := slices.IndexFunc(v.Places, func(p viewPlace) bool { return p.Folder == folder })
	here := viewPlace{Folder: folder, Screens: map[string]string{}}
	if at >= 0 {
		if v.Places[at].Screens != nil {
			here = v.Places[at]
		}
		v.Places = slices.Delete(v.Places, at, at+1)
	}
	changed := at != 0
	for screen, state := range states {
		if len(state) <= mostViewBytes && here.Screens[screen] != state {
			here.Screens[screen], changed = state, true
		}
	}
	if !changed {
		return nil
	}
	v.Places = slices.Insert(v.Places, 0, here)
	v.Places = v.Places[:min(len(v.Places), mostViewPlaces)]
	return s.writeViews(v)
}

func (s *Settings) writeViews(v views) error {
	b, err := json.MarshalIndent(v, "", "  ")
	if err == nil {
		err = os.MkdirAll(s.Folder(), 0o700)
	}
	if err == nil {
		err = writeFile(s.viewsPath(), append(b, '\n'))
	}
	if err != nil {
		return data.Fail("settings.write", "File", s.viewsPath()).Because(err)
	}
	return nil
}
