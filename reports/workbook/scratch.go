package workbook

import (
	"bufio"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"github.com/gofrs/flock"
)

// mark begins the name of everything temporary, so that Clean knows it again.
const mark = ".workbook-"

const (
	lockName = "lock"
	// noteName is the file in a private folder that says where the unfinished workbook is.
	noteName = "target"
	tempEnd  = ".tmp"
	// fresh is how long a private folder may be without its lock: its process is just making it.
	fresh = time.Minute
)

// scratch is the private folder of one writing. A lock that dies with its process tells Clean whether it is in use.
type scratch struct {
	folder string
	lock   *flock.Flock
}

func newScratch(parent string) (*scratch, error) {
	folder, err := os.MkdirTemp(parent, mark) // 0700
	if err != nil {
		return nil, err
	}
	room := &scratch{folder: folder, lock: flock.New(filepath.Join(folder, lockName), flock.SetPermissions(0o600))}
	if _, err := room.lock.TryLock(); err != nil && errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	// Any other error: a network folder without locks. Clean cannot lock there either and leaves the folder alone.
	return room, nil
}

func (s *scratch) remove() {
	_ = s.lock.Close()         // on Windows an open file cannot be removed
	_ = os.RemoveAll(s.folder) // what cannot be removed now, Clean removes later
}

// target is the unfinished workbook beside the place where it will be.
type target struct {
	file      *os.File
	buffer    *bufio.Writer
	published bool
}

// beside opens the unfinished workbook in the folder of path, and first notes in the private folder where it is.
func (s *scratch) beside(path string) (*target, error) {
	if info, err := os.Stat(path); err == nil {
		if info.IsDir() {
			return nil, &fs.PathError{Op: "write", Path: path, Err: errors.New("is a folder")}
		}
		// A rename would replace a write-protected file all the same; who protected it did not want that.
		if info.Mode().Perm()&0o200 == 0 {
			return nil, &fs.PathError{Op: "write", Path: path, Err: fs.ErrPermission}
		}
	}
	folder, err := filepath.Abs(filepath.Dir(path))
	if err != nil {
		return nil, err
	}
	name := filepath.Join(folder, filepath.Base(s.folder)+tempEnd)
	if err := os.WriteFile(filepath.Join(s.folder, noteName), []byte(name), 0o600); err != nil {
		return nil, err
	}
	file, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return nil, err
	}
	return &target{file: file, buffer: bufio.NewWriterSize(file, 256<<10)}, nil
}

func (t *target) Write(b []byte) (int, error) { return t.buffer.Write(b) }

// publish puts the workbook on the disk and in its place.
func (t *target) publish(path string) error {
	if err := t.buffer.Flush(); err != nil {
		return err
	}
	if info, err := os.Stat(path); err == nil {
		if err := t.file.Chmod(info.Mode().Perm()); err != nil && runtime.GOOS != "windows" {
			return err
		}
	}
	if err := t.file.Sync(); err != nil {
		return err
	}
	if err := t.file.Close(); err != nil {
		return err
	}
	if err := os.Rename(t.file.Name(), path); err != nil {
		return err
	}
	t.published = true
	return syncFolder(filepath.Dir(path))
}

// discard removes the unfinished workbook, unless it was published.
func (t *target) discard() {
	if t.published {
		return
	}
	_ = t.file.Close()
	_ = os.Remove(t.file.Name())
}

// syncFolder makes a rename last. Windows has no such thing, and some network folders refuse; the file itself is on the disk.
func syncFolder(folder string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	f, err := os.Open(folder)
	if err != nil {
		return nil //nolint:nilerr // a folder that may be written to but not read
	}
	_ = f.Sync()
	return f.Close()
}

// Clean removes what killed processes left in a folder that was given as Scratch (or, without one, where files were written), and
// the unfinished workbooks that belong to it, wherever they are. Work that is going on, in this process or another, is left alone.
// A folder that does not exist is clean.
func Clean(folder string) error {
	entries, err := os.ReadDir(folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return classify(err)
	}
	var failed []error
	for _, entry := range entries {
		if entry.IsDir() && strings.HasPrefix(entry.Name(), mark) {
			failed = append(failed, cleanOne(filepath.Join(folder, entry.Name())))
		}
	}
	if err := errors.Join(failed...); err != nil {
		return classify(err)
	}
	return nil
}

func cleanOne(folder string) error {
	path := filepath.Join(folder, lockName)
	if _, err := os.Lstat(path); err != nil {
		if info, err := os.Stat(folder); err != nil || time.Since(info.ModTime()) < fresh {
			return nil
		}
	}
	lock := flock.New(path, flock.SetPermissions(0o600))
	if mine, err := lock.TryLock(); err != nil || !mine {
		return nil //nolint:nilerr // in use, or in a place without locks
	}
	defer func() { _ = lock.Close() }()
	if note, err := os.ReadFile(filepath.Join(folder, noteName)); err == nil {
		// Only a file with this folder's own name is ours, whatever the note says.
		name := string(note)
		if info, err := os.Lstat(name); err == nil && info.Mode().IsRegular() && filepath.Base(name) == filepath.Base(folder)+tempEnd {
			if err := os.Remove(name); err != nil {
				return err
			}
		}
	}
	_ = lock.Close()
	return os.RemoveAll(folder)
}
