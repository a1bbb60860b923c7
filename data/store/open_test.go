package store

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"primadesk/data"
)

// codeOf is the code of a failure.
func codeOf(err error) string {
	if known := (*data.Error)(nil); errors.As(err, &known) {
		return known.Code
	}
	return ""
}

func TestOpenMakesAPrivateWorkspace(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Log("modes of files mean nothing on Windows")
		return
	}
	dir := filepath.Join(t.TempDir(), "new", "workspace")
	s := openIn(t, paramsOf(dir))
	save(t, s, contact("Ελένη", ""))
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		want := fileMode
		if d.IsDir() {
			want = folderMode
		}
		if info.Mode().Perm() != want {
			t.Errorf("%s has mode %o", path, info.Mode().Perm())
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"primadesk.db", "primadesk.db-wal", "evidence", "backups", "log"} {
		if _, err := os.Stat(filepath.Join(dir, name)); err != nil {
			t.Error(err)
		}
	}
}

func TestOpenRefusesAndChangesNothing(t *testing.T) {
	newer := func(t *testing.T, path string) {
		s, err := Open(context.Background(), paramsOf(filepath.Dir(path)))
		if err != nil {
			t.Fatal(err)
		}
		if err := s.writer.Exec("PRAGMA user_version = 999").Error; err != nil {
			t.Fatal(err)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	put := func(content string) func(*testing.T, string) {
		return func(t *testing.T, path string) {
			if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	for name, c := range map[string]struct {
		make func(*testing.T, string)
		code string
	}{
		"a newer version":          {newer, "db.newer"},
		"a text":                   {put("Dear Sir or Madam,"), "db.not_database"},
		"a long text":              {put(strings.Repeat("Dear Sir or Madam, ", 500)), "db.not_database"},
		"another program's SQLite": {put(headerMagic + strings.Repeat("\x00", 5000)), "db.not_database"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			path := filepath.Join(dir, databaseName)
			c.make(t, path)
			before, names := must(os.ReadFile(path)), listing(t, dir)
			for _, readOnly := range []bool{false, true} {
				p := paramsOf(dir)
				p.ReadOnly = readOnly
				s, err := Open(context.Background(), p)
				if err == nil {
					_ = s.Close()
				}
				if codeOf(err) != c.code {
					t.Errorf("got %v", err)
				}
			}
			if string(must(os.ReadFile(path))) != string(before) || listing(t, dir) != names {
				t.Errorf("changed: %s, before %s", listing(t, dir), names)
			}
		})
	}
}

func listing(t *testing.T, dir string) string {
	t.Helper()
	var names []string
	for _, e := range must(os.ReadDir(dir)) {
		names = append(names, e.Name())
	}
	return strings.Join(names, " ")
}

func TestOpenSeesANewerVersionInTheLog(t *testing.T) {
	dir, copied := t.TempDir(), t.TempDir()
	s := openIn(t, paramsOf(dir))
	if err := s.writer.Exec("PRAGMA user_version = 999").Error; err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{databaseName, databaseName + "-wal"} { // as a killed program leaves them
		if err := os.WriteFile(filepath.Join(copied, name), must(os.ReadFile(filepath.Join(dir, name))), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	names := listing(t, copied)
	_, err := Open(context.Background(), paramsOf(copied))
	if codeOf(err) != "db.newer" || listing(t, copied) != names {
		t.Errorf("got %v, left %s", err, listing(t, copied))
	}
}

func TestASecondProgramReadsOrIsToldWhoWrites(t *testing.T) {
	p := paramsOf(t.TempDir())
	s := openIn(t, p)
	c := contact("Ελένη", "")
	save(t, s, c)
	_, err := Open(context.Background(), p)
	if codeOf(err) != "workspace.locked" || !strings.Contains(err.Error(), "PID="+strconv.Itoa(os.Getpid())) {
		t.Errorf("got %v", err)
	}
	p.AllowReadOnly = true
	second := openIn(t, p)
	if readOnly, by := second.ReadOnly(); !readOnly || by.PID != os.Getpid() {
		t.Errorf("read-only %v, held by %+v", readOnly, by)
	}
	save(t, s, contact("Νίκος", ""))
	if got := load[data.Contact](t, second, c.ID); got.GivenName != "Ελένη" || strings.Count(export(t, second), "\n") != 2 {
		t.Errorf("the reader sees %+v", got)
	}
	if _, err := second.Write(context.Background(), Batch{}, func(tx *Tx) error { return nil }); codeOf(err) != "workspace.read_only" {
		t.Errorf("got %v", err)
	}
}

func TestTheLockEndsWithItsHolder(t *testing.T) {
	p := paramsOf(t.TempDir())
	for range 2 {
		s, err := Open(context.Background(), p)
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if by := folder(p.Dir).whoHolds(); by.PID != 0 {
		t.Errorf("still held by %+v", by)
	}
}

func TestOpenOnlyToRead(t *testing.T) {
	p := paramsOf(t.TempDir())
	p.ReadOnly = true
	if _, err := Open(context.Background(), p); codeOf(err) != "workspace.missing" {
		t.Errorf("got %v", err)
	}
	p.ReadOnly = false
	s, err := Open(context.Background(), p)
	if err != nil {
		t.Fatal(err)
	}
	save(t, s, contact("Ελένη", ""))
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	p.ReadOnly, p.Device = true, ""
	if got := export(t, openIn(t, p)); strings.Count(got, "\n") != 1 {
		t.Errorf("read %s", got)
	}
	p.ReadOnly = false
	if _, err := Open(context.Background(), p); codeOf(err) != "device.missing" {
		t.Errorf("got %v", err)
	}
}

func TestOpenRemovesWhatAKilledProgramLeft(t *testing.T) {
	p := paramsOf(t.TempDir())
	f := folder(p.Dir)
	if err := f.make(); err != nil {
		t.Fatal(err)
	}
	kept := filepath.Join(f.backups(), "mine.db")
	for _, path := range []string{
		filepath.Join(p.Dir, tempPrefix+"1"), filepath.Join(f.backups(), tempPrefix+"2"), filepath.Join(f.evidence(), tempPrefix+"3"), kept,
	} {
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	openIn(t, p)
	var left []string
	err := filepath.WalkDir(p.Dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && strings.HasPrefix(d.Name(), tempPrefix) {
			left = append(left, path)
		}
		return err
	})
	if err != nil || len(left) > 0 {
		t.Errorf("left %s, %v", left, err)
	}
	if _, err := os.Stat(kept); err != nil {
		t.Error(err)
	}
}

func TestFailuresHaveCodes(t *testing.T) {
	for name, c := range map[string]struct{ pragma, code string }{
		"a full disk":        {"PRAGMA max_page_count = 10", "db.full"},
		"a read-only folder": {"PRAGMA query_only = 1", "db.read_only"},
	} {
		t.Run(name, func(t *testing.T) {
			s := openStore(t)
			if err := s.writer.Exec(c.pragma).Error; err != nil {
				t.Fatal(err)
			}
			_, err := s.Write(context.Background(), Batch{}, func(tx *Tx) error {
				for p := range people(200, 1, nil) {
					if err := tx.Save(p); err != nil {
						return err
					}
				}
				return nil
			})
			if codeOf(err) != c.code || export(t, s) != "" {
				t.Errorf("got %v", err)
			}
			if err := s.writer.Exec("PRAGMA query_only = 0").Error; err != nil {
				t.Fatal(err)
			}
			if err := s.writer.Exec("PRAGMA max_page_count = 100000000").Error; err != nil {
				t.Fatal(err)
			}
		})
	}
	for err, code := range map[error]string{
		&fs.PathError{Err: fs.ErrPermission}: "db.read_only",
		&fs.PathError{Err: fs.ErrNotExist}:   "db.unreadable",
	} {
		if got := codeOf(failure(err)); got != code {
			t.Errorf("%v: %q", err, got)
		}
	}
	if err := failure(context.Canceled); !errors.Is(err, context.Canceled) || codeOf(err) != "" {
		t.Errorf("cancelled: %v", err)
	}
}
