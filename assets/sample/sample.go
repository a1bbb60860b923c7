// Package sample holds the sample project: PRIMACENTERS as its own publications
// tell of it, and around it people, organisations and figures that are invented, as
// the project's notice says.
//
// The records are JSON Lines, one file an entity, numbered in the order in which a
// canonical export writes them, each line in its canonical form. Ids are UUIDv7 of
// one moment, 2026-11-01T00:00:00Z, and readable: 01a19467-e800-7EEE-8000-NNNNNNNNNNNN,
// EEE the entity's place among the entities from 001, N the record's number; the
// members of its lists have 8LLL, the list's number in the record, and then six
// digits for the record and six for the member. The package knows nothing of what
// the records mean.
package sample

import (
	"bufio"
	"embed"
	"fmt"
	"io"
	"io/fs"
	"iter"
)

//go:embed *.jsonl
var files embed.FS

// longest is the most that one line may have, in bytes.
const longest = 1 << 20

// Open gives all records as one stream of JSON Lines, what is referred to by many
// before what refers to it.
func Open() (io.Reader, error) {
	entries, err := fs.ReadDir(files, ".")
	if err != nil {
		return nil, fmt.Errorf("list the sample's files: %w", err)
	}
	parts := make([]io.Reader, 0, len(entries))
	for _, e := range entries { // in the order of their names, which are numbered
		f, err := files.Open(e.Name())
		if err != nil {
			return nil, fmt.Errorf("open the sample's %s: %w", e.Name(), err)
		}
		parts = append(parts, f)
	}
	return io.MultiReader(parts...), nil
}

// Lines gives the same records one by one, without the line's end. A line is valid
// until the next one is asked for.
func Lines() iter.Seq2[[]byte, error] {
	return func(yield func([]byte, error) bool) {
		r, err := Open()
		if err != nil {
			yield(nil, err)
			return
		}
		sc := bufio.NewScanner(r)
		sc.Buffer(nil, longest)
		for sc.Scan() {
			if !yield(sc.Bytes(), nil) {
				return
			}
		}
		if err := sc.Err(); err != nil {
			yield(nil, fmt.Errorf("read the sample: %w", err))
		}
	}
}
