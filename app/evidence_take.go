package app

import (
	"context"
	"os"
	"path/filepath"

	"primadesk/data"
)

// Take copies a file into the workspace, and gives the evidence that it is, of a kind (a word of data.EvidenceKind) and of
// no event. The record is the caller's to save, together with what refers to it; until then nothing names the file.
func (s *Evidence) Take(ctx context.Context, file, kind string) (*data.Evidence, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, fileError(err, file)
	}
	defer func() { _ = f.Close() }() // it was only read
	sha, size, err := s.w.store.PutEvidence(ctx, f)
	if err != nil {
		return nil, fileError(err, file)
	}
	n := int(size)
	v := &data.Evidence{Kind: kind, File: sha, FileName: filepath.Base(file), Size: &n}
	v.ID = newID()
	return v, nil
}
