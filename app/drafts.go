package app

import (
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"

	"primadesk/data"
	"primadesk/reports/publish"
)

// Draft is what somebody typed into the form of a record and has not saved.
type Draft struct {
	Entity string            `json:"entity"`
	Record string            `json:"record"`
	Fresh  bool              `json:"fresh,omitempty"` // the record was never saved
	Base   int64             `json:"base,omitempty"`  // what the user had seen of it, as data.Meta.Base
	Values map[string]string `json:"values"`          // the form's, as far as they were changed
	Words  map[string]string `json:"words,omitempty"` // what ids among the values are called
	At     time.Time         `json:"at"`
}

// Drafts keeps what is typed, so that a crash or a power cut loses none of it. Each draft is a file of its own in the
// workspace: a draft does not wait for an import that holds the database, is not part of a backup, and is gone once it
// is dropped. In a workspace that can only be read nothing is kept.
type Drafts struct{ w *Workspace }

func (d *Drafts) folder() string { return filepath.Join(d.w.Folder, "drafts") }

// path is the file of a record's draft. Ids are checked, so that no name leads out of the folder.
func (d *Drafts) path(entity, record string) (string, error) {
	e, ok := data.EntityNamed(entity)
	if !ok {
		return "", data.Fail("query.entity", "Entity", entity)
	}
	id, err := uuid.Parse(record)
	if err != nil || id.String() != record {
		return "", data.Fail("record.unknown", "ID", record)
	}
	return filepath.Join(d.folder(), e.Name+"-"+record+".json"), nil
}

// Keep writes a draft, in place of the record's last one. When it returns, the draft is on the disk.
func (d *Drafts) Keep(draft Draft) error {
	path, err := d.path(draft.Entity, draft.Record)
	if err != nil {
		return err
	}
	if readOnly, _ := d.w.ReadOnly(); readOnly {
		return nil
	}
	draft.At = d.w.Now().UTC()
	text, err := json.Marshal(draft)
	if err != nil {
		return err
	}
	scratch := filepath.Join(d.w.Folder, "tmp")
	for _, folder := range []string{d.folder(), scratch} {
		if err := os.MkdirAll(folder, 0o700); err != nil {
			return data.Fail("file.failed", "File", folder).Because(err)
		}
	}
	err = publish.File(path, scratch, func(out io.Writer, _ *publish.Room) error {
		_, err := out.Write(text)
		return err
	})
	if err != nil {
		return data.Fail("file.failed", "File", path).Because(err)
	}
	return nil
}

// Drop forgets the draft of a record; where there is none, nothing happens.
func (d *Drafts) Drop(entity, record string) error {
	path, err := d.path(entity, record)
	if err != nil {
		return err
	}
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return data.Fail("file.failed", "File", path).Because(err)
	}
	return nil
}

// List gives the drafts of an entity, or with "" all, the oldest first. A file that is no draft is left alone.
func (d *Drafts) List(entity string) ([]Draft, error) {
	files, err := os.ReadDir(d.folder())
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, data.Fail("file.failed", "File", d.folder()).Because(err)
	}
	var out []Draft
	for _, f := range files {
		if entity != "" && !strings.HasPrefix(f.Name(), entity+"-") {
			continue
		}
		draft, err := d.read(filepath.Join(d.folder(), f.Name()))
		if err != nil {
			d.w.Log.Warn("a draft cannot be read", "error", codeForLog(err))
			continue
		}
		if entity == "" || draft.Entity == entity {
			out = append(out, draft)
		}
	}
	slices.SortStableFunc(out, func(a, b Draft) int { return a.At.Compare(b.At) })
	return out, nil
}

// read reads one draft. It has to lie where its record's does.
func (d *Drafts) read(file string) (Draft, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return Draft{}, err
	}
	var draft Draft
	if err := json.Unmarshal(text, &draft); err != nil {
		return Draft{}, err
	}
	path, err := d.path(draft.Entity, draft.Record)
	if err == nil && path != file {
		err = data.Fail("record.unknown", "ID", draft.Record)
	}
	return draft, err
}
