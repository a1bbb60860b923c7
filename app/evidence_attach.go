package app

import (
	"context"
	"os"
	"path/filepath"

	"primadesk/data"
)

// Attached is what became of one file that was to be attached.
type Attached struct {
	File   string
	Record *data.Evidence // nil where it failed
	Err    error
}

// AttachAll copies files into the workspace and records them as evidence of an event, each of the kind that its name
// suggests, as one batch. A file that cannot be read or is too large does not hold up the others.
func (s *Evidence) AttachAll(ctx context.Context, event string, files []string) ([]Attached, Done, error) {
	e, err := s.w.Events.Find(ctx, event)
	if err != nil {
		return nil, Done{}, err
	}
	out := make([]Attached, len(files))
	kind := ""
	for i, file := range files {
		out[i].File = file
		v, err := s.take(ctx, e, file)
		if err != nil {
			out[i].Err = fileError(err, file)
			continue
		}
		out[i].Record, kind = v, v.Kind
	}
	done, err := s.w.Records.Write(ctx, "attached", map[string]any{"Kind": kind}, func(tx *Tx) error {
		for _, a := range out {
			if a.Record == nil {
				continue
			}
			if err := tx.Save(a.Record); err != nil {
				return err
			}
		}
		return nil
	})
	return out, done, err
}

// take copies a file into the workspace, and gives its record, unsaved.
func (s *Evidence) take(ctx context.Context, e *data.Event, file string) (*data.Evidence, error) {
	info, err := os.Stat(file)
	if err != nil {
		return nil, err
	}
	if info.IsDir() {
		return nil, data.Fail("file.folder", "File", file)
	}
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // it was only read
	sha, size, err := s.w.store.PutEvidence(ctx, f)
	if err != nil {
		return nil, err
	}
	n := int(size)
	v := &data.Evidence{Project: e.Project, Event: e.ID, Kind: GuessKind(file), File: sha, FileName: filepath.Base(file), Size: &n}
	v.ID, v.Owner = newID(), e.Owner
	return v, nil
}
