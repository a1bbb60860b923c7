package store

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"time"

	"github.com/gofrs/flock"

	"primadesk/data"
)

// Holder is the program that has a workspace open for writing.
type Holder struct {
	Host    string    `json:"host"`
	PID     int       `json:"pid"`
	Started time.Time `json:"started"`
}

// lock is held by the one program that writes. The operating system lets go of it when the program ends, however it
// ends. Who holds it stands beside the lock file: on Windows a locked file cannot be read.
type lock struct {
	file *flock.Flock
	dir  folder
}

// take locks the workspace, or fails with workspace.locked, whose arguments say who holds it.
func take(dir folder, now time.Time) (*lock, error) {
	file := flock.New(dir.lock(), flock.SetPermissions(fileMode))
	held, err := file.TryLock()
	if err != nil {
		return nil, failure(err)
	}
	if !held {
		h := dir.whoHolds()
		return nil, data.Fail("workspace.locked", "Host", h.Host, "PID", h.PID, "Since", h.Started.UTC().Format(time.DateTime), "Folder", string(dir))
	}
	host, _ := os.Hostname() // empty where the system has no name for itself
	note, err := json.Marshal(Holder{Host: host, PID: os.Getpid(), Started: now.UTC().Truncate(time.Second)})
	if err == nil {
		err = writeFile(dir.holder(), note)
	}
	if err != nil {
		return nil, failure(errors.Join(err, file.Close()))
	}
	return &lock{file: file, dir: dir}, nil
}

// whoHolds reads the note beside the lock; empty if there is none.
func (f folder) whoHolds() Holder {
	var h Holder
	if note, err := os.ReadFile(f.holder()); err == nil {
		_ = json.Unmarshal(note, &h) // a note that cannot be read names nobody
	}
	return h
}

// release gives the lock back. The lock file stays: removing it would let two programs lock two different files.
func (l *lock) release() error {
	if l == nil {
		return nil
	}
	err := os.Remove(l.dir.holder())
	if errors.Is(err, fs.ErrNotExist) {
		err = nil
	}
	return errors.Join(err, l.file.Close())
}
