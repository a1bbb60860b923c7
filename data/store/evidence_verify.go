package store

import (
	"context"
	"errors"
	"io/fs"
	"iter"
	"os"
	"path/filepath"

	"primadesk/data"
)

// Verified is what became of one evidence file.
type Verified struct {
	File   string // SHA-256
	Record string // an evidence record that refers to it; empty: none does
	Code   string // empty: the file is whole. Otherwise evidence.missing, evidence.damaged or evidence.unreferenced
}

// VerifyEvidence reads every file that an evidence record refers to, in the trash too, and then lists the files to which no
// record refers. It reads the records first and holds no transaction while it reads files. After an error it ends.
func (s *Store) VerifyEvidence(ctx context.Context) iter.Seq2[Verified, error] {
	return func(yield func(Verified, error) bool) {
		files, records, err := s.evidenceRecords(ctx)
		if err != nil {
			yield(Verified{}, err)
			return
		}
		for _, sha := range files {
			v := Verified{File: sha, Record: records[sha]}
			known := (*data.Error)(nil)
			switch err := s.checkFile(ctx, sha); {
			case errors.As(err, &known) && (known.Code == "evidence.missing" || known.Code == "evidence.damaged"):
				v.Code = known.Code
			case err != nil:
				yield(v, failure(err))
				return
			}
			if !yield(v, nil) {
				return
			}
		}
		s.unreferenced(records, yield)
	}
}

// evidenceRecords lists the files that records refer to, once each, and for each the first record.
func (s *Store) evidenceRecords(ctx context.Context) ([]string, map[string]string, error) {
	var files []string
	records := map[string]string{}
	err := s.Read(ctx, func(r *Reader) error {
		for _, trash := range []bool{false, true} {
			for e, err := range Each[data.Evidence](r, Query{Trash: trash}) {
				if err != nil {
					return err
				}
				if _, ok := records[e.File]; !ok && e.File != "" {
					files, records[e.File] = append(files, e.File), e.ID
				}
			}
		}
		return nil
	})
	return files, records, err
}

func (s *Store) unreferenced(records map[string]string, yield func(Verified, error) bool) {
	err := filepath.WalkDir(s.dir.evidence(), func(_ string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !isHash(d.Name()) || records[d.Name()] != "" {
			return err
		}
		if !yield(Verified{File: d.Name(), Code: "evidence.unreferenced"}, nil) {
			return fs.SkipAll
		}
		return nil
	})
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		yield(Verified{}, failure(err))
	}
}
