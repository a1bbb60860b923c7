package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"gorm.io/gorm"
)

const backupSuffix = ".db"

// BackupFile is a copy of the database in backups/.
type BackupFile struct {
	Path string
	At   time.Time // when it was made
	Size int64     // bytes
}

// Backup makes a whole copy of the database while it is in use, and says where; "" is a new file in backups/. The copy
// is written beside its place, and replaces what is there only when it is complete. Evidence files are not in it.
func (s *Store) Backup(ctx context.Context, path string) (string, error) {
	if path == "" {
		path = s.dir.backup("primadesk", s.now())
	}
	if s.lock == nil { // the readers' connections cannot even write a copy
		db, err := connect(s.dir.database(), checkup)
		if err != nil {
			return path, failure(err)
		}
		return path, failure(errors.Join(copyDatabase(ctx, db, path), disconnect(db)))
	}
	s.writing.Lock()
	defer s.writing.Unlock()
	if err := copyDatabase(ctx, s.writer, path); err != nil {
		return path, failure(err)
	}
	return path, failure(s.leave(ctx)) // so that the copy is known for one when it is put back
}

// backup names a copy that does not exist yet.
func (f folder) backup(what string, at time.Time) string {
	base := filepath.Join(f.backups(), what+"-"+at.UTC().Format("20060102-150405"))
	for n := 1; ; n++ {
		path := base + backupSuffix
		if n > 1 {
			path = fmt.Sprintf("%s-%d%s", base, n, backupSuffix)
		}
		if _, err := os.Lstat(path); errors.Is(err, os.ErrNotExist) {
			return path
		}
	}
}

// backupBefore copies the database as a migration finds it.
func (s *Store) backupBefore(version int) error {
	path := s.dir.backup(fmt.Sprintf("before-migration-from-%d", version), s.now())
	if err := copyDatabase(context.Background(), s.writer, path); err != nil {
		return fmt.Errorf("back up before migrating: %w", err)
	}
	s.log.Info("backed up before migrating", "file", filepath.Base(path))
	return nil
}

func copyDatabase(ctx context.Context, db *gorm.DB, path string) error {
	temp, err := os.CreateTemp(filepath.Dir(path), tempPrefix+"*") // has mode 0600, which SQLite leaves as it is
	if err != nil {
		return err
	}
	err = temp.Close()
	if err == nil {
		err = db.WithContext(ctx).Exec("VACUUM INTO ?", temp.Name()).Error
	}
	if err == nil {
		err = syncFile(temp.Name())
	}
	if err == nil {
		err = os.Rename(temp.Name(), path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(temp.Name()))
	}
	return syncFolder(filepath.Dir(path))
}

func syncFile(path string) error {
	file, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(file.Sync(), file.Close())
}

// Backups lists the copies in backups/, the newest first.
func (s *Store) Backups(context.Context) ([]BackupFile, error) {
	entries, err := os.ReadDir(s.dir.backups())
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return nil, failure(err)
	}
	list := []BackupFile{}
	for _, e := range entries {
		if e.IsDir() || !strings.HasSuffix(e.Name(), backupSuffix) || strings.HasPrefix(e.Name(), tempPrefix) {
			continue
		}
		info, err := e.Info()
		if err != nil {
			return nil, failure(err)
		}
		list = append(list, BackupFile{Path: filepath.Join(s.dir.backups(), e.Name()), At: info.ModTime(), Size: info.Size()})
	}
	slices.SortStableFunc(list, func(a, b BackupFile) int { return b.At.Compare(a.At) })
	return list, nil
}
