package app

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"os"
	"path/filepath"
	"strings"

	"primadesk/reports"
)

// stateOf says what has become of a file, or of a folder of files, whose path ends with a separator.
func stateOf(path, sum string) WrittenFile {
	now, err := sumOf(path)
	switch {
	case err != nil && isFolder(path) && there(path):
		return FileAltered // without its list
	case err != nil:
		return FileMissing
	case now != sum || !whole(path):
		return FileAltered
	}
	return FileKept
}

// sumOf is the SHA-256 of a file; of a folder that of its list of hashes, which says what belongs into it.
func sumOf(path string) (string, error) {
	if isFolder(path) {
		path = filepath.Join(path, reports.SumsName)
	}
	file, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer func() { _ = file.Close() }() // it was only read
	h := sha256.New()
	if _, err := io.Copy(h, file); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// whole tells whether each file that a folder's list names is there with its hash. What somebody laid beside them, as systems do
// with pictures, alters nothing.
func whole(path string) bool {
	if !isFolder(path) {
		return true
	}
	list, err := os.ReadFile(filepath.Join(path, reports.SumsName))
	if err != nil {
		return false
	}
	for line := range strings.Lines(string(list)) {
		want, name, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "  ")
		if sum, err := sumOf(filepath.Join(path, filepath.FromSlash(name))); err != nil || sum != want {
			return false
		}
	}
	return true
}

// Folder tells whether a folder was written, whose path ends with a separator.
func (w Written) Folder() bool { return isFolder(w.Path) }

func there(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

func isFolder(path string) bool { return path != "" && os.IsPathSeparator(path[len(path)-1]) }
