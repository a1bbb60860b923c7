package store

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"testing/iotest"

	"primadesk/data"
)

func put(t *testing.T, s *Store, content string) string {
	t.Helper()
	sha, size, err := s.PutEvidence(t.Context(), strings.NewReader(content))
	if err != nil || size != int64(len(content)) {
		t.Fatalf("put %q: %d bytes, %v", content, size, err)
	}
	return sha
}

func readEvidence(s *Store, sha string) (string, error) {
	r, err := s.OpenEvidence(sha)
	if err != nil {
		return "", err
	}
	b, err := io.ReadAll(r)
	return string(b), errors.Join(err, r.Close())
}

func wantCode(t *testing.T, err error, code string) {
	t.Helper()
	got := (*data.Error)(nil)
	if !errors.As(err, &got) || got.Code != code {
		t.Errorf("got %v, want %s", err, code)
	}
}

// files lists what is below evidence/, by their paths there.
func files(t *testing.T, s *Store) []string {
	t.Helper()
	var out []string
	root := filepath.Join(s.Dir(), "evidence")
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			rel, _ := filepath.Rel(root, path)
			out = append(out, filepath.ToSlash(rel))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestEvidenceLiesUnderItsHash(t *testing.T) {
	s := openLang(t, "en")
	for _, content := range []string{"", "παρουσιολόγιο", strings.Repeat("x", 3*copyAtOnce+5)} {
		sum := sha256.Sum256([]byte(content))
		want := hex.EncodeToString(sum[:])
		for range 2 { // the second time it is there already
			if sha := put(t, s, content); sha != want {
				t.Fatalf("put under %s, want %s", sha, want)
			}
		}
		if got, err := readEvidence(s, want); err != nil || got != content {
			t.Errorf("read %d bytes, %v; want %d", len(got), err, len(content))
		}
		info, err := os.Stat(filepath.Join(s.Dir(), "evidence", want[:2], want))
		if err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
			t.Errorf("%v, %v", info, err)
		}
	}
	if n := len(files(t, s)); n != 3 {
		t.Errorf("%d files, want 3", n)
	}
}

func TestDamagedEvidenceIsNoticed(t *testing.T) {
	s := openLang(t, "en")
	sha := put(t, s, "signed list")
	path := filepath.Join(s.Dir(), "evidence", sha[:2], sha)
	if err := os.WriteFile(path, []byte("signed lisT"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := readEvidence(s, sha)
	wantCode(t, err, "evidence.damaged")
	put(t, s, "signed list") // mends it
	if got, err := readEvidence(s, sha); err != nil || got != "signed list" {
		t.Errorf("after putting it again: %q, %v", got, err)
	}
	for _, sha := range []string{strings.Repeat("0", 64), "", "..", "../../etc/passwd", strings.Repeat("G", 64)} {
		_, err := s.OpenEvidence(sha)
		wantCode(t, err, "evidence.missing")
	}
}

// endless is a file larger than any limit.
type endless struct{}

func (endless) Read(p []byte) (int, error) { return len(p), nil }

func TestEvidenceThatCannotBeKept(t *testing.T) {
	s := openLang(t, "en")
	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	_, _, err := s.putEvidence(t.Context(), endless{}, 100)
	wantCode(t, err, "evidence.large")
	if _, size, err := s.putEvidence(t.Context(), strings.NewReader(strings.Repeat("x", 100)), 100); err != nil || size != 100 {
		t.Errorf("exactly the limit: %d, %v", size, err)
	}
	_, _, err = s.PutEvidence(t.Context(), iotest.ErrReader(&os.PathError{Op: "write", Path: "x", Err: syscall.ENOSPC}))
	wantCode(t, err, "db.full")
	if _, _, err = s.PutEvidence(cancelled, strings.NewReader("x")); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
	if got := files(t, s); len(got) != 1 {
		t.Errorf("left behind: %v", got)
	}
	look, err := Open(t.Context(), Params{Dir: s.Dir(), ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer look.Close()
	_, _, err = look.PutEvidence(t.Context(), strings.NewReader("x"))
	wantCode(t, err, "workspace.read_only")
}

func TestHalfWrittenEvidenceIsRemovedAtOpen(t *testing.T) {
	dir := t.TempDir()
	s, err := Open(t.Context(), Params{Dir: dir, Device: queryDevice})
	if err != nil {
		t.Fatal(err)
	}
	sha := put(t, s, "whole")
	if err := errors.Join(s.Close(), os.WriteFile(filepath.Join(dir, "evidence", tempPrefix+"123"), []byte("ha"), 0o600)); err != nil {
		t.Fatal(err)
	}
	if s, err = Open(t.Context(), Params{Dir: dir, Device: queryDevice}); err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if got := files(t, s); len(got) != 1 || !strings.HasSuffix(got[0], sha) {
		t.Errorf("files %v", got)
	}
}

func TestVerifyEvidence(t *testing.T) {
	s := openLang(t, "en")
	whole, damaged, stray := put(t, s, "whole"), put(t, s, "damaged"), put(t, s, "stray")
	missing := strings.Repeat("ab", 32)
	recs := []data.Record{}
	for _, sha := range []string{whole, damaged, missing, whole} {
		recs = append(recs, &data.Evidence{Kind: "agenda", File: sha})
	}
	keepAll(t, s, append(recs, &data.Evidence{Kind: "agenda", OriginalAt: "archive"})...)
	trash(t, s, recs[1])
	path := filepath.Join(s.Dir(), "evidence", damaged[:2], damaged)
	if err := os.WriteFile(path, bytes.Repeat([]byte("x"), 7), 0o600); err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for v, err := range s.VerifyEvidence(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		if _, twice := got[v.File]; twice || (v.Record == "") != (v.File == stray) {
			t.Errorf("unexpected: %+v", v)
		}
		got[v.File] = v.Code
	}
	want := map[string]string{whole: "", damaged: "evidence.damaged", missing: "evidence.missing", stray: "evidence.unreferenced"}
	for sha, code := range want {
		if got[sha] != code {
			t.Errorf("%s: %q, want %q", sha, got[sha], code)
		}
	}
	if len(got) != len(want) {
		t.Errorf("%d files, want %d", len(got), len(want))
	}
}
