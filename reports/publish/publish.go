// Package publish writes files that appear whole or not at all: made under another name
// beside their place, put on the disk, and renamed. What a killed process leaves behind
// can be told from work that is going on, and is removed by Clean. It knows nothing of
// what is written.
package publish

import (
	"bufio"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"github.com/gofrs/flock"
)

// mark begins the name of everything temporary, so that Clean knows it again.
const mark = ".primadesk-"

const (
	lockName = "lock"
	// noteName is the file in a private folder that says where the unfinished file is.
	noteName = "target"
	tempEnd  = ".tmp"
	// fresh is how long a private folder may be without its lock: its process is just making it.
	fresh = time.Minute
)

// Room is the private folder of one writing. A lock that dies with its process tells Clean whether it is in use.
type Room struct {
	folder string
	lock   *flock.Flock
}

// NewRoom makes a private folder (0700) in parent.
func NewRoom(parent string) (*Room, error) {
	folder, err := os.MkdirTemp(parent, mark) // 0700
	if err != nil {
		return nil, err
	}
	room := &Room{folder: folder, lock: flock.New(filepath.Join(folder, lockName), flock.SetPermissions(0o600))}
	if _, err := room.lock.TryLock(); err != nil && errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	// Any other error: a network folder without locks. Clean cannot lock there either and leaves the folder alone.
	return room, nil
}

// Folder is where temporary parts go.
func (s *Room) Folder() string { return s.folder }

// Remove takes the folder away with all that is in it.
func (s *Room) Remove() {
	_ = s.lock.Close()         // on Windows an open file cannot be removed
	_ = os.RemoveAll(s.folder) // what cannot be removed now, Clean removes later
}

// Target is the unfinished file beside the place where it will be.
type Target struct {
	file      *os.File
	buffer    *bufio.Writer
	published bool
}

// Beside opens the unfinished file in the folder of path, and first notes in the private folder where it is.
func (s *Room) Beside(path string) (*Target, error) {
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
	if located, ok := errors.AsType[*fs.PathError](err); ok {
		located.Path = path // nobody knows the unfinished file by its name
	}
	if err != nil {
		return nil, err
	}
	return &Target{file: file, buffer: bufio.NewWriterSize(file, 256<<10)}, nil
}

// Write adds to the unfinished file.
func (t *Target) Write(b []byte) (int, error) { return t.buffer.Write(b) }

// Publish puts the file on the disk and in its place.
func (t *Target) Publish(path string) error {
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

// Discard removes the unfinished file, unless it was published.
func (t *Target) Discard() {
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

// File writes path with what write gives it; scratch is the folder for the private room, "" the folder of path. A new file
// is for its owner alone (0600), one that is replaced keeps its mode; where path is a link, what it leads to is replaced.
func File(path, scratch string, write func(out io.Writer, room *Room) error) error {
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target
	}
	if scratch == "" {
		scratch = filepath.Dir(path)
	}
	room, err := NewRoom(scratch)
	if err != nil {
		return err
	}
	defer room.Remove()
	file, err := room.Beside(path)
	if err != nil {
		return err
	}
	defer file.Discard()
	if err := write(file, room); err != nil {
		return err
	}
	return file.Publish(path)
}

// Clean removes what killed processes left in a folder that was given as Scratch (or, without one, where files were written), and
// the unfinished files that belong to it, wherever they are. Work that is going on, in this process or another, is left alone.
// A folder that does not exist is clean.
func Clean(folder string) error {
	entries, err := os.ReadDir(folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	var failed []error
	for _, entry := range entries {
		if entry.IsDir() && strings.HasPrefix(entry.Name(), mark) {
			failed = append(failed, cleanOne(filepath.Join(folder, entry.Name())))
		}
	}
	return errors.Join(failed...)
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
		return nil // in use, or in a place without locks
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
