package app

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"sync"

	"primadesk/data"
	"primadesk/reports/publish"
)

// lent are the private copies that other programs were given to open. They go when the workspace closes; what a killed
// program leaves goes when it is next opened.
type lent struct {
	mu    sync.Mutex
	rooms []*publish.Room
}

// Lend copies a file of evidence into a private folder (0700) of the workspace, under the name that it came with, for the
// program that the desktop has for it. What that program changes there is lost: the evidence is what was attached.
// The codes: evidence.missing, evidence.damaged, file.full.
func (s *Evidence) Lend(ctx context.Context, v *data.Evidence) (path string, err error) {
	r, err := s.Open(v.File)
	if err != nil {
		return "", err
	}
	defer func() { _ = r.Close() }() // it was only read
	room, err := publish.NewRoom(s.w.scratch())
	if err != nil {
		return "", fileError(err, v.FileName)
	}
	s.lent.mu.Lock()
	s.lent.rooms = append(s.lent.rooms, room)
	s.lent.mu.Unlock()
	path = filepath.Join(room.Folder(), plainName(v.FileName))
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return "", fileError(err, v.FileName)
	}
	_, err = io.Copy(f, readerOf(ctx, r))
	if err = errors.Join(err, f.Close()); err != nil {
		room.Remove()
		return "", fileError(err, v.FileName)
	}
	return path, nil
}

// giveBack removes all private copies.
func (s *Evidence) giveBack() {
	s.lent.mu.Lock()
	defer s.lent.mu.Unlock()
	for _, room := range s.lent.rooms {
		room.Remove()
	}
	s.lent.rooms = nil
}

// plainName is a file's name without what could lead out of a folder; names come with packages from other workspaces.
func plainName(name string) string {
	name = filepath.Base(fileName(name))
	if name == "." || name == ".." || name == "" || name == string(filepath.Separator) {
		return "file"
	}
	return name
}

// SaveCopy writes a file of evidence to a path: whole, or, where it was damaged since it was attached, not at all.
func (s *Evidence) SaveCopy(v *data.Evidence, path string) error {
	return s.w.writeWith(path, func(out io.Writer) error {
		r, err := s.Open(v.File)
		if err != nil {
			return err
		}
		_, err = io.Copy(out, r)
		return errors.Join(err, r.Close())
	})
}

// Whole reads a file of evidence to its end, and tells whether it is what was attached: nil, or one of the codes
// evidence.missing and evidence.damaged.
func (s *Evidence) Whole(ctx context.Context, v *data.Evidence) error {
	r, err := s.Open(v.File)
	if err != nil {
		return err
	}
	_, err = io.Copy(io.Discard, readerOf(ctx, r))
	return errors.Join(err, r.Close())
}

// readerOf ends a reading when its context does.
func readerOf(ctx context.Context, r io.Reader) io.Reader { return contextReader{ctx, r} }

type contextReader struct {
	ctx context.Context
	r   io.Reader
}

func (c contextReader) Read(b []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	return c.r.Read(b)
}
