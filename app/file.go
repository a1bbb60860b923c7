package app

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// tempPattern marks files that are being written. What is left of it after a crash
// is removed when the folder is used next.
const tempPattern = ".primadesk-*.part"

// writeFile writes a whole file or nothing: beside, synced, then renamed.
func writeFile(path string, b []byte) error {
	return writeWith(path, func(w io.Writer) error {
		_, err := w.Write(b)
		return err
	})
}

// writeWith is writeFile for what is written piece by piece. If write fails, the file
// that was there before stays as it was.
func writeWith(path string, write func(io.Writer) error) (err error) {
	f, err := os.CreateTemp(filepath.Dir(path), tempPattern) // 0600
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = f.Close()
			_ = os.Remove(f.Name())
		}
	}()
	if err = write(f); err != nil {
		return err
	}
	if err = f.Sync(); err != nil {
		return err
	}
	if err = f.Close(); err != nil {
		return err
	}
	if err = os.Rename(f.Name(), path); err != nil {
		return err
	}
	return syncFolder(filepath.Dir(path))
}

// syncFolder makes a rename last through a power cut. Not every system can.
func syncFolder(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return nil //nolint:nilerr // the file itself is written; the folder can't be opened on Windows
	}
	_ = d.Sync()
	return d.Close()
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
