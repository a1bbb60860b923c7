package app

import (
	"os"

	"github.com/adrg/xdg"
)

// FilesFolder is where the file was that the user last saved or opened on this computer, while it is still there;
// else the user's documents, else the user's own folder.
func (s *Settings) FilesFolder() string {
	last := s.read(func(v settingValues) string { return v.Files })
	for _, folder := range []string{last, xdg.UserDirs.Documents, xdg.Home} {
		if info, err := os.Stat(folder); folder != "" && err == nil && info.IsDir() {
			return folder
		}
	}
	return "."
}

// SetFilesFolder remembers the folder of a file that was saved or opened.
func (s *Settings) SetFilesFolder(folder string) error {
	return s.change(func(v *settingValues) { v.Files = folder })
}

// UserFolders are the folders that a file dialog offers, without those that are not there: the user's own, documents,
// downloads, desktop.
func UserFolders() []string {
	var out []string
	for _, folder := range []string{xdg.Home, xdg.UserDirs.Documents, xdg.UserDirs.Download, xdg.UserDirs.Desktop} {
		if info, err := os.Stat(folder); folder != "" && err == nil && info.IsDir() {
			out = append(out, folder)
		}
	}
	return out
}
