package store

import (
	"context"
	"errors"
	"os"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"primadesk/data"
)

// thisDevice and otherDevice are ids of devices.
const (
	thisDevice  = "01980000-0000-7d00-8000-000000000001"
	otherDevice = "01980000-0000-7d00-8000-000000000002"
)

var morning = time.Date(2025, 6, 2, 8, 0, 0, 0, time.UTC)

// paramsOf are those of a workspace in dir, whose clock advances by a second each time it is asked.
func paramsOf(dir string) Params {
	var ticks atomic.Int64
	return Params{
		Dir: dir, Device: thisDevice, Lang: "en",
		Now: func() time.Time { return morning.Add(time.Duration(ticks.Add(1)) * time.Second) },
	}
}

// emptyDatabase is a database as a new workspace has it. Making the tables takes far longer than copying them.
var emptyDatabase = sync.OnceValues(func() ([]byte, error) {
	dir, err := os.MkdirTemp("", "primadesk-test-")
	if err != nil {
		return nil, err
	}
	s, err := Open(context.Background(), paramsOf(dir))
	if err == nil {
		err = s.Close()
	}
	var content []byte
	if err == nil {
		content, err = os.ReadFile(folder(dir).database())
	}
	return content, errors.Join(err, os.RemoveAll(dir))
})

// newFolder is a folder with an empty workspace.
func newFolder(t testing.TB) string {
	t.Helper()
	dir := t.TempDir()
	content, err := emptyDatabase()
	if err == nil {
		err = os.WriteFile(folder(dir).database(), content, fileMode)
	}
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

// openStore opens a new workspace for the time of a test.
func openStore(t testing.TB) *Store {
	t.Helper()
	return openIn(t, paramsOf(newFolder(t)))
}

func openIn(t testing.TB, p Params) *Store {
	t.Helper()
	s, err := Open(context.Background(), p)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// entityOf finds an entity that is known to exist.
func entityOf(t testing.TB, name string) *data.Entity {
	t.Helper()
	e, ok := data.EntityNamed(name)
	if !ok {
		t.Fatalf("no entity %q", name)
	}
	return e
}

// write writes as one batch, and fails the test if it cannot.
func write(t testing.TB, s *Store, do func(*Tx) error) Done {
	t.Helper()
	done, err := s.Write(context.Background(), Batch{Kind: "test"}, do)
	if err != nil {
		t.Fatal(err)
	}
	return done
}

// save writes records as one batch.
func save(t testing.TB, s *Store, records ...data.Record) Done {
	t.Helper()
	return write(t, s, func(tx *Tx) error {
		for _, rec := range records {
			if err := tx.Save(rec); err != nil {
				return err
			}
		}
		return nil
	})
}

// load reads a record as it is kept.
func load[T any, P interface {
	*T
	data.Record
}](t testing.TB, s *Store, id string) P {
	t.Helper()
	var out P
	err := s.Read(context.Background(), func(r *Reader) error {
		var err error
		out, err = Get[T, P](r, id)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func contact(given, family string) *data.Contact {
	return &data.Contact{GivenName: given, FamilyName: family, Country: "GR"}
}

// export is the canonical form of all live records, in the order of ids.
func export(t testing.TB, s *Store) string {
	t.Helper()
	var b []byte
	for _, e := range data.Entities() {
		rows, err := s.reader.Raw(s.layouts[e].selects + " WHERE state = 'live' ORDER BY id").Rows()
		if err != nil {
			t.Fatal(err)
		}
		for rows.Next() {
			rec, err := s.layouts[e].scan(rows)
			if err != nil {
				t.Fatal(err)
			}
			if b, err = data.AppendJSON(b, rec); err != nil {
				t.Fatal(err)
			}
			b = append(b, '\n')
		}
		if err := rows.Close(); err != nil {
			t.Fatal(err)
		}
	}
	return string(b)
}
