package app

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"sync"

	"github.com/adrg/xdg"
	"github.com/google/uuid"

	"primadesk/assets/i18n"
	"primadesk/data"
)

// Themes are the looks of the window; "system" follows the desktop.
var Themes = []string{"system", "light", "dark"}

// Bounds of the window's scale.
const (
	MinScale = 0.75
	MaxScale = 2.0
)

// Settings are the user's own, kept in the user's configuration folder and not in a
// workspace: a workspace that is copied to another laptop must not take the device's
// identity along.
type Settings struct {
	mu   sync.Mutex
	path string
	v    settingValues
}

type settingValues struct {
	Device   string            `json:"device"`
	Language string            `json:"language,omitempty"`
	Theme    string            `json:"theme,omitempty"`
	Scale    float64           `json:"scale,omitempty"`
	Me       string            `json:"me,omitempty"`       // the name that changes are signed with
	Author   string            `json:"author,omitempty"`   // the id of its author record
	Task     string            `json:"task,omitempty"`     // coordinator or manager
	Folder   string            `json:"folder,omitempty"`   // the workspace opened last
	Files    string            `json:"files,omitempty"`    // the folder of the file saved or opened last
	Projects map[string]string `json:"projects,omitempty"` // workspace folder → current project
	Dates    string            `json:"dates,omitempty"`    // a word of DateFormats
	Week     string            `json:"week,omitempty"`     // a word of WeekFormats
	CSV      string            `json:"csv,omitempty"`      // a word of CSVSeparators
	Second   string            `json:"second,omitempty"`   // the language beside a text's original
}

// ConfigFolder is where settings are kept: PRIMADESK_CONFIG, or the user's own
// configuration folder as the system has it.
func ConfigFolder() string {
	if dir := os.Getenv("PRIMADESK_CONFIG"); dir != "" {
		return dir
	}
	return filepath.Join(xdg.ConfigHome, "primadesk")
}

// DefaultFolder is where the workspace is kept when nothing else is said:
// PRIMADESK_WORKSPACE, the one opened last, or a folder in the user's data.
func (s *Settings) DefaultFolder() string {
	if dir := os.Getenv("PRIMADESK_WORKSPACE"); dir != "" {
		return dir
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.v.Folder != "" {
		return s.v.Folder
	}
	return filepath.Join(xdg.DataHome, "primadesk", "workspace")
}

// SampleFolder is where the sample project is opened, beside no real records.
func SampleFolder() string { return filepath.Join(xdg.DataHome, "primadesk", "sample") }

// LoadSettings reads the settings in a folder. Where there are none yet, it starts
// with a new device; a file that can't be read as settings is kept aside, so that
// nobody is locked out by it.
func LoadSettings(folder string) (*Settings, error) {
	s := &Settings{path: filepath.Join(folder, "settings.json")}
	b, err := os.ReadFile(s.path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return nil, data.Fail("settings.read", "File", s.path).Because(err)
	case json.Unmarshal(b, &s.v) != nil:
		s.v = settingValues{}
		if err := os.Rename(s.path, s.path+".broken"); err != nil {
			return nil, data.Fail("settings.read", "File", s.path).Because(err)
		}
	}
	if s.v.Device == "" {
		s.v.Device = newID()
		if err := s.save(); err != nil {
			return nil, err
		}
	}
	return s, nil
}

func newID() string { return uuid.Must(uuid.NewV7()).String() }

// save writes the file beside and renames it, readable by the user alone.
func (s *Settings) save() error {
	b, err := json.MarshalIndent(s.v, "", "  ")
	if err == nil {
		err = os.MkdirAll(filepath.Dir(s.path), 0o700)
	}
	if err == nil {
		err = writeFile(s.path, append(b, '\n'))
	}
	if err != nil {
		return data.Fail("settings.write", "File", s.path).Because(err)
	}
	return nil
}

// change applies f and saves; if saving fails, nothing has changed.
func (s *Settings) change(f func(*settingValues)) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	before := s.v
	f(&s.v)
	if err := s.save(); err != nil {
		s.v = before
		return err
	}
	return nil
}

func (s *Settings) read(f func(settingValues) string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return f(s.v)
}

// Folder is the user's configuration folder.
func (s *Settings) Folder() string { return filepath.Dir(s.path) }

// Device is this installation's id.
func (s *Settings) Device() string { return s.read(func(v settingValues) string { return v.Device }) }

// Language is the one chosen, or the system's where none was.
func (s *Settings) Language() string {
	if l := s.ChosenLanguage(); l != "" {
		return l
	}
	return i18n.Match(os.Getenv("LC_ALL"), os.Getenv("LC_MESSAGES"), os.Getenv("LANG"))
}

// ChosenLanguage is empty until somebody chose one.
func (s *Settings) ChosenLanguage() string {
	return s.read(func(v settingValues) string { return v.Language })
}

// Theme is a word of Themes.
func (s *Settings) Theme() string {
	return s.read(func(v settingValues) string {
		if v.Theme == "" {
			return Themes[0]
		}
		return v.Theme
	})
}

// Scale is the window's size factor, 1 unless changed.
func (s *Settings) Scale() float64 {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.v.Scale == 0 {
		return 1
	}
	return s.v.Scale
}

// Me is the name that changes are signed with.
func (s *Settings) Me() string { return s.read(func(v settingValues) string { return v.Me }) }

// Author is the id of the record of whoever signs; empty until there is a name.
func (s *Settings) Author() string { return s.read(func(v settingValues) string { return v.Author }) }

// Task is what the user does: "coordinator" or "manager"; empty before the first start.
func (s *Settings) Task() string { return s.read(func(v settingValues) string { return v.Task }) }

// Project is the current project of a workspace folder; empty if none was chosen.
func (s *Settings) Project(folder string) string {
	return s.read(func(v settingValues) string { return v.Projects[folder] })
}

// SetLanguage chooses one of the six languages.
func (s *Settings) SetLanguage(lang string) error {
	if !slices.Contains(i18n.Languages, lang) {
		return data.Fail("settings.language", "Value", lang)
	}
	return s.change(func(v *settingValues) { v.Language = lang })
}

// SetTheme chooses a word of Themes.
func (s *Settings) SetTheme(theme string) error {
	if !slices.Contains(Themes, theme) {
		return data.Fail("settings.theme", "Value", theme)
	}
	return s.change(func(v *settingValues) { v.Theme = theme })
}

// SetScale sets the window's size factor, within MinScale and MaxScale.
func (s *Settings) SetScale(scale float64) error {
	if !(scale >= MinScale && scale <= MaxScale) {
		return data.Fail("settings.scale", "Value", scale, "Low", MinScale, "High", MaxScale)
	}
	return s.change(func(v *settingValues) { v.Scale = scale })
}

// SetMe sets the name that changes are signed with. The author keeps its id, so that
// a corrected name stays the same author.
func (s *Settings) SetMe(name string) error {
	return s.change(func(v *settingValues) {
		v.Me = name
		if v.Author == "" {
			v.Author = newID()
		}
	})
}

// SetTask remembers what the user does.
func (s *Settings) SetTask(task string) error {
	return s.change(func(v *settingValues) { v.Task = task })
}

// SetProject makes a project the current one of a workspace folder.
func (s *Settings) SetProject(folder, project string) error {
	return s.change(func(v *settingValues) { v.Projects = with(v.Projects, folder, project) })
}

// SetFolder remembers the workspace opened last.
func (s *Settings) SetFolder(folder string) error {
	return s.change(func(v *settingValues) { v.Folder = folder })
}

// with copies a map before it changes it, so that a failed save can go back.
func with(m map[string]string, key, value string) map[string]string {
	next := map[string]string{key: value}
	for k, v := range m {
		if k != key {
			next[k] = v
		}
	}
	return next
}

// SettingKeys are the settings that Get and Set know, in the order they are shown.
var SettingKeys = []string{"language", "theme", "scale", "dates", "week", "csv", "me", "task", "project", "device", "folder"}

// Get is a setting as text; folder is the workspace that "project" is of.
func (s *Settings) Get(key, folder string) (string, error) {
	switch key {
	case "language":
		return s.Language(), nil
	case "theme":
		return s.Theme(), nil
	case "scale":
		return strconv.FormatFloat(s.Scale(), 'g', -1, 64), nil
	case "dates":
		return s.Dates(), nil
	case "week":
		return s.Week(), nil
	case "csv":
		return s.CSV(), nil
	case "me":
		return s.Me(), nil
	case "task":
		return s.Task(), nil
	case "project":
		return s.Project(folder), nil
	case "device":
		return s.Device(), nil
	case "folder":
		return s.DefaultFolder(), nil
	}
	return "", data.Fail("settings.unknown", "Key", key)
}

// Set changes a setting given as text. The device can't be changed.
func (s *Settings) Set(key, value, folder string) error {
	switch key {
	case "language":
		return s.SetLanguage(value)
	case "theme":
		return s.SetTheme(value)
	case "scale":
		f, err := strconv.ParseFloat(value, 64)
		if err != nil {
			return data.Fail("settings.scale", "Value", value, "Low", MinScale, "High", MaxScale)
		}
		return s.SetScale(f)
	case "dates":
		return s.SetDates(value)
	case "week":
		return s.SetWeek(value)
	case "csv":
		return s.SetCSV(value)
	case "me":
		return s.SetMe(value)
	case "task":
		if value != "coordinator" && value != "manager" {
			return data.Fail("settings.task", "Value", value)
		}
		return s.SetTask(value)
	case "project":
		return s.SetProject(folder, value)
	case "folder":
		return s.SetFolder(value)
	case "device":
		return data.Fail("settings.device")
	}
	return data.Fail("settings.unknown", "Key", key)
}
