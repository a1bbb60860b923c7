package store

import (
	"context"
	"errors"
	"io/fs"
	"syscall"

	sqlite "github.com/glebarez/go-sqlite"

	"primadesk/data"
)

// SQLite's primary result codes that mean something to a user (https://www.sqlite.org/rescode.html).
const (
	sqliteBusy     = 5
	sqliteLocked   = 6
	sqliteReadOnly = 8
	sqliteInput    = 10
	sqliteCorrupt  = 11
	sqliteFull     = 13
	sqliteCantOpen = 14
	sqliteNotADB   = 26
)

// failure turns what SQLite and the file system say into data.Error codes, here and nowhere else. What is a
// data.Error already, and what has no code of its own, stays as it is.
//
// The codes: db.read_only, db.full, db.not_database, db.damaged, db.busy, db.unreadable.
func failure(err error) error {
	if err == nil || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	if known := (*data.Error)(nil); errors.As(err, &known) {
		return err
	}
	if code := failureCode(err); code != "" {
		return data.Fail(code).Because(err)
	}
	return err
}

// ofCaller is failure for what a caller's function gives back: only what SQLite said is told anew, because a file that
// the caller could not write has nothing to do with the database.
func ofCaller(err error) error {
	if e := (*sqlite.Error)(nil); errors.As(err, &e) {
		return failure(err)
	}
	return err
}

func failureCode(err error) string {
	if e := (*sqlite.Error)(nil); errors.As(err, &e) {
		switch e.Code() & 0xff {
		case sqliteReadOnly:
			return "db.read_only"
		case sqliteFull:
			return "db.full"
		case sqliteNotADB:
			return "db.not_database"
		case sqliteCorrupt:
			return "db.damaged"
		case sqliteBusy, sqliteLocked:
			return "db.busy"
		case sqliteCantOpen, sqliteInput:
			return "db.unreadable"
		}
		return ""
	}
	switch {
	case errors.Is(err, syscall.ENOSPC):
		return "db.full"
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return "db.read_only"
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, syscall.ENOTDIR):
		return "db.unreadable"
	}
	return ""
}
