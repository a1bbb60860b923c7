package app

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"

	"primadesk/data"
)

// Evidence are the files that prove something, kept in the workspace under their hash.
type Evidence struct {
	w    *Workspace
	lent lent
}

// AttachParams is a file to be kept as evidence of an event.
type AttachParams struct {
	Event string // id or number
	File  string
	Kind  string // a word of data.EvidenceKind
}

// Attach copies a file into the workspace and records it as evidence of an event.
func (s *Evidence) Attach(ctx context.Context, p AttachParams) (*data.Evidence, error) {
	if !data.EvidenceKind.Has(p.Kind) {
		return nil, &data.Error{Code: "invalid", Details: data.Problems{{
			Entity: "evidence", Field: "kind", Code: "word.unknown", Refuse: true,
			Args: []any{"Value", p.Kind, "Allowed", joinWords(data.EvidenceKind.Words)},
		}}}
	}
	event, err := s.w.Events.Find(ctx, p.Event)
	if err != nil {
		return nil, err
	}
	f, err := os.Open(p.File)
	if err != nil {
		return nil, fileError(err, p.File)
	}
	defer func() { _ = f.Close() }() // it was only read
	sha, size, err := s.w.store.PutEvidence(ctx, f)
	if err != nil {
		return nil, fileError(err, p.File)
	}
	n := int(size)
	v := &data.Evidence{Project: event.Project, Event: event.ID, Kind: p.Kind, File: sha, FileName: filepath.Base(p.File), Size: &n}
	v.ID, v.Owner = newID(), event.Owner
	_, err = s.w.Records.Write(ctx, "attached", map[string]any{"Kind": p.Kind}, func(tx *Tx) error { return tx.Save(v) })
	return v, err
}

// Open reads a piece of evidence; what was changed on the disk is an error at its end.
func (s *Evidence) Open(sha string) (io.ReadCloser, error) { return s.w.store.OpenEvidence(sha) }

func (s *Evidence) bytes(sha string) ([]byte, error) {
	r, err := s.Open(sha)
	if err != nil {
		return nil, err
	}
	b, err := io.ReadAll(r)
	return b, errors.Join(err, r.Close())
}

// Verify reads every evidence file. It gives how many there are and what is wrong:
// files that are missing or damaged (refused), and files that no record names.
func (s *Evidence) Verify(ctx context.Context) (files int, found data.Problems, err error) {
	for v, err := range s.w.store.VerifyEvidence(ctx) {
		if err != nil {
			return files, found, err
		}
		files++
		if v.Code != "" {
			found = append(found, data.Problem{
				Entity: "evidence", Record: v.Record, Field: "file", Code: v.Code, Args: []any{"File", v.File}, Refuse: v.Record != "",
			})
		}
	}
	return files, found, nil
}
