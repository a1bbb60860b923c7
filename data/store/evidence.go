package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"hash"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"primadesk/data"
)

// Evidence files lie in evidence/, each under the SHA-256 of its bytes, in a folder of its first two digits: evidence/ab/abcd….
// The name says what the bytes have to be, the same file is kept once however often it is attached, and none is ever
// written over by another.

// MaxEvidence is the size of the largest file that is kept, in bytes.
const MaxEvidence = 1 << 30

// copyAtOnce is how much is copied between two looks at the context.
const copyAtOnce = 1 << 20

func (f folder) evidenceFile(sha string) string {
	return filepath.Join(f.evidence(), sha[:2], sha)
}

// isHash tells whether a text is a SHA-256 as it is written here, and so a safe name for a file.
func isHash(sha string) bool {
	return len(sha) == hex.EncodedLen(sha256.Size) && strings.Trim(sha, "0123456789abcdef") == ""
}

// PutEvidence keeps what r gives, and says under which SHA-256 and how many bytes there were. It is written beside its place
// under a temporary name, synced, and renamed. The codes: evidence.large, db.full, db.read_only, workspace.read_only.
func (s *Store) PutEvidence(ctx context.Context, r io.Reader) (sha string, size int64, err error) {
	return s.putEvidence(ctx, r, MaxEvidence)
}

func (s *Store) putEvidence(ctx context.Context, r io.Reader, limit int64) (sha string, size int64, err error) {
	if readOnly, _ := s.ReadOnly(); readOnly {
		return "", 0, data.Fail("workspace.read_only", "Folder", string(s.dir))
	}
	if err := os.MkdirAll(s.dir.evidence(), folderMode); err != nil {
		return "", 0, failure(err)
	}
	temp, err := os.CreateTemp(s.dir.evidence(), tempPrefix+"*") // has mode 0600
	if err != nil {
		return "", 0, failure(err)
	}
	sum := sha256.New()
	size, err = copyAll(ctx, io.MultiWriter(temp, sum), io.LimitReader(r, limit+1))
	if err == nil && size > limit {
		err = data.Fail("evidence.large", "Limit", limit)
	}
	if err == nil {
		err = temp.Sync()
	}
	err = errors.Join(err, temp.Close())
	sha = hex.EncodeToString(sum.Sum(nil))
	if err == nil {
		err = s.place(temp.Name(), sha)
	}
	if err != nil {
		_ = os.Remove(temp.Name()) // what cannot be removed now is when the workspace is next opened
		return "", 0, failure(err)
	}
	return sha, size, nil
}

// place gives a written file its name. One that is there already stays if it is whole: somebody may be reading it.
func (s *Store) place(temp, sha string) error {
	target := s.dir.evidenceFile(sha)
	if s.checkFile(context.Background(), sha) == nil {
		return os.Remove(temp)
	}
	if err := os.MkdirAll(filepath.Dir(target), folderMode); err != nil {
		return err
	}
	if err := os.Rename(temp, target); err != nil {
		return err
	}
	return errors.Join(syncFolder(filepath.Dir(target)), syncFolder(s.dir.evidence()))
}

// syncFolder makes a rename last. Windows neither needs nor allows it.
func syncFolder(path string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	dir, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(dir.Sync(), dir.Close())
}

func copyAll(ctx context.Context, to io.Writer, from io.Reader) (int64, error) {
	var size int64
	for {
		if err := ctx.Err(); err != nil {
			return size, err
		}
		n, err := io.CopyN(to, from, copyAtOnce)
		size += n
		if errors.Is(err, io.EOF) {
			return size, nil
		}
		if err != nil {
			return size, err
		}
	}
}

// OpenEvidence reads a file. Its reader fails with evidence.damaged in place of the end where the bytes are not those that
// were put, so that nobody who reads to the end is deceived. The codes: evidence.missing, evidence.damaged, db.read_only.
func (s *Store) OpenEvidence(sha string) (io.ReadCloser, error) {
	if !isHash(sha) {
		return nil, data.Fail("evidence.missing", "File", sha)
	}
	file, err := os.Open(s.dir.evidenceFile(sha))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, data.Fail("evidence.missing", "File", sha).Because(err)
	}
	if err != nil {
		return nil, failure(err)
	}
	return &verified{file: file, sum: sha256.New(), sha: sha}, nil
}

// verified is a file whose bytes are summed while they are read.
type verified struct {
	file *os.File
	sum  hash.Hash
	sha  string
}

func (v *verified) Read(p []byte) (int, error) {
	n, err := v.file.Read(p)
	v.sum.Write(p[:n]) // never fails, as hash.Hash promises
	if errors.Is(err, io.EOF) && hex.EncodeToString(v.sum.Sum(nil)) != v.sha {
		err = data.Fail("evidence.damaged", "File", v.sha)
	}
	return n, err
}

func (v *verified) Close() error { return v.file.Close() }

// checkFile reads a file to its end.
func (s *Store) checkFile(ctx context.Context, sha string) error {
	file, err := s.OpenEvidence(sha)
	if err != nil {
		return err
	}
	_, err = copyAll(ctx, io.Discard, file)
	return errors.Join(err, file.Close())
}
