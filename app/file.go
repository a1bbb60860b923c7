package app

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"primadesk/data"
	"primadesk/reports/publish"
)

// writeFile writes a whole file or nothing.
func writeFile(path string, b []byte) error {
	return publish.File(path, "", func(out io.Writer, _ *publish.Room) error {
		_, err := out.Write(b)
		return err
	})
}

// writeWith is writeFile for what is written piece by piece, with the workspace's own
// folder for what is temporary.
func (w *Workspace) writeWith(path string, write func(io.Writer) error) error {
	return fileError(publish.File(path, w.scratch(), func(out io.Writer, _ *publish.Room) error { return write(out) }), path)
}

// scratch is the folder for temporary parts: in the workspace, where Open clears what a
// killed program left; or, where the workspace can't be written, beside each file.
func (w *Workspace) scratch() string {
	dir := filepath.Join(w.Folder, "tmp")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return ""
	}
	return dir
}

// endsIn refuses a file whose ending is none of those that are written: whoever opened it would be told that it is damaged. Error:
// "file.ending".
func endsIn(file string, endings []string) error {
	for _, ending := range endings {
		if n := len(file) - len(ending); n > 0 && strings.EqualFold(file[n:], ending) {
			return nil
		}
	}
	return data.Fail("file.ending", "File", file, "Endings", strings.Join(endings, ", "))
}

// folderSize is the bytes of all files in a folder.
func folderSize(folder string) (size int64, err error) {
	err = filepath.WalkDir(folder, func(_ string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if errors.Is(err, fs.ErrNotExist) { // a temporary file that has just gone
			return nil
		}
		if err == nil {
			size += info.Size()
		}
		return err
	})
	return size, err
}
