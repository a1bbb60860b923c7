package store

import (
	"context"
	"os"
	"path/filepath"
	"testing"
)

func TestIncarnations(t *testing.T) {
	// put opens a workspace, writes into it, and closes it.
	put := func(t *testing.T, p Params) (incarnation string, seq int64) {
		t.Helper()
		s, err := Open(context.Background(), p)
		if err != nil {
			t.Fatal(err)
		}
		save(t, s, contact("Ελένη", ""))
		incarnation, seq = s.incarnation, s.seq
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		return incarnation, seq
	}
	copyTo := func(t *testing.T, from, to string) {
		t.Helper()
		if err := os.RemoveAll(to); err != nil {
			t.Fatal(err)
		}
		if err := os.CopyFS(to, os.DirFS(from)); err != nil {
			t.Fatal(err)
		}
	}
	for name, c := range map[string]struct {
		between func(*testing.T, *Params)
		same    bool
	}{
		"opened again":   {func(*testing.T, *Params) {}, true},
		"another device": {func(_ *testing.T, p *Params) { p.Device = otherDevice }, false},
		"a copy of the folder": {func(t *testing.T, p *Params) {
			to := filepath.Join(t.TempDir(), "copy")
			copyTo(t, p.Dir, to)
			p.Dir = to
		}, false},
		"an old copy put back": {func(t *testing.T, p *Params) {
			to := filepath.Join(t.TempDir(), "copy")
			copyTo(t, p.Dir, to)
			put(t, *p)
			copyTo(t, to, p.Dir)
		}, false},
		"a copy put back before anything was done": {func(t *testing.T, p *Params) {
			to := filepath.Join(t.TempDir(), "copy")
			copyTo(t, p.Dir, to)
			copyTo(t, to, p.Dir)
		}, true},
		"a backup put back": {func(t *testing.T, p *Params) {
			s, err := Open(context.Background(), *p)
			if err != nil {
				t.Fatal(err)
			}
			path, err := s.Backup(context.Background(), "")
			if err != nil {
				t.Fatal(err)
			}
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			if err := os.Rename(path, filepath.Join(p.Dir, databaseName)); err != nil {
				t.Fatal(err)
			}
		}, false},
	} {
		t.Run(name, func(t *testing.T) {
			p := paramsOf(t.TempDir())
			p.Anchor = t.TempDir()
			first, n := put(t, p)
			if n != 1 {
				t.Errorf("numbered from %d", n)
			}
			c.between(t, &p)
			second, n := put(t, p)
			want := int64(1)
			if c.same {
				want = 2
			}
			if (first == second) != c.same || n != want {
				t.Errorf("incarnation %s after %s, number %d", second, first, n)
			}
		})
	}
}

func TestAnchorBesideTheDatabase(t *testing.T) {
	p := paramsOf(t.TempDir())
	s, err := Open(context.Background(), p)
	if err != nil {
		t.Fatal(err)
	}
	first := s.incarnation
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if second := openIn(t, p); second.incarnation != first {
		t.Errorf("incarnation %s after %s", second.incarnation, first)
	}
}
