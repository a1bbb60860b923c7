package store

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Names inside a workspace folder.
const (
	databaseName = "primadesk.db"
	evidenceName = "evidence"
	backupsName  = "backups"
	logName      = "log"
	lockName     = "primadesk.lock"
	holderName   = "primadesk.holder.json"
	instanceName = "primadesk.instance"

	// tempPrefix begins the name of every file that is being written and not yet renamed. What a killed program
	// leaves is removed when the workspace is next opened for writing.
	tempPrefix = ".tmp-"
)

// A workspace holds personal data: nobody else on the machine may read it.
const (
	folderMode fs.FileMode = 0o700
	fileMode   fs.FileMode = 0o600
)

// folder is the place of a workspace.
type folder string

func (f folder) database() string { return filepath.Join(string(f), databaseName) }
func (f folder) evidence() string { return filepath.Join(string(f), evidenceName) }
func (f folder) backups() string  { return filepath.Join(string(f), backupsName) }
func (f folder) log() string      { return filepath.Join(string(f), logName) }
func (f folder) lock() string     { return filepath.Join(string(f), lockName) }
func (f folder) holder() string   { return filepath.Join(string(f), holderName) }

// Exists tells whether a folder holds a workspace.
func Exists(dir string) bool {
	info, err := os.Stat(folder(dir).database())
	return err == nil && info.Mode().IsRegular()
}

// make creates what is missing. A folder that holds other things already keeps its mode: it is not ours alone.
func (f folder) make() error {
	entries, err := os.ReadDir(string(f))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := os.MkdirAll(string(f), folderMode); err != nil {
		return err
	}
	if len(entries) == 0 || Exists(string(f)) {
		if err := os.Chmod(string(f), folderMode); err != nil && !errors.Is(err, fs.ErrPermission) {
			return err
		}
	}
	for _, dir := range []string{f.evidence(), f.backups(), f.log()} {
		if err := os.MkdirAll(dir, folderMode); err != nil {
			return err
		}
	}
	return nil
}

// private creates the database file with its mode before SQLite does: the -wal and -shm files take theirs from it.
func (f folder) private() error {
	file, err := os.OpenFile(f.database(), os.O_RDWR|os.O_CREATE, fileMode)
	if err != nil {
		return err
	}
	if err := file.Close(); err != nil {
		return err
	}
	for _, name := range []string{f.database(), f.database() + "-wal", f.database() + "-shm"} {
		if err := os.Chmod(name, fileMode); err != nil && !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, fs.ErrPermission) {
			return err
		}
	}
	return nil
}

// sweep removes what a killed program left half written.
func (f folder) sweep() error {
	for _, dir := range []string{f.evidence(), f.backups(), f.log()} {
		err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasPrefix(d.Name(), tempPrefix) {
				return err
			}
			return os.Remove(path)
		})
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	entries, err := os.ReadDir(string(f))
	if err != nil {
		return err
	}
	for _, e := range entries {
		if !e.IsDir() && strings.HasPrefix(e.Name(), tempPrefix) {
			if err := os.Remove(filepath.Join(string(f), e.Name())); err != nil {
				return err
			}
		}
	}
	return nil
}

// writeFile puts a small file in place whole or not at all.
func writeFile(path string, content []byte) error {
	temp, err := os.CreateTemp(filepath.Dir(path), tempPrefix+"*") // has mode 0600
	if err != nil {
		return err
	}
	_, err = temp.Write(content)
	if err == nil {
		err = temp.Sync()
	}
	err = errors.Join(err, temp.Close())
	if err == nil {
		err = os.Rename(temp.Name(), path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(temp.Name()))
	}
	return nil
}
