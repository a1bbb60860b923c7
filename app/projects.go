package app

import (
	"bufio"
	"bytes"
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"primadesk/assets/sample"
	"primadesk/data"
	"primadesk/data/store"
)

// Projects are the projects of the workspace; one is current.
type Projects struct{ w *Workspace }

// All gives the live projects by acronym.
func (s *Projects) All(ctx context.Context) ([]*data.Project, error) {
	var out []*data.Project
	err := s.w.store.Read(ctx, func(r *store.Reader) error {
		for rec, err := range r.Each(store.Query{Entity: "project", Sort: "acronym"}) {
			if err != nil {
				return err
			}
			out = append(out, rec.(*data.Project))
		}
		return nil
	})
	return out, err
}

// Current is the project chosen for this workspace, or the first there is. Its code
// where there is none is project.none.
func (s *Projects) Current(ctx context.Context) (*data.Project, error) {
	list, err := s.All(ctx)
	if err != nil {
		return nil, err
	}
	chosen := s.w.Settings.Project(s.w.Folder)
	for _, p := range list {
		if p.ID == chosen {
			return p, nil
		}
	}
	if len(list) == 0 {
		return nil, data.Fail("project.none")
	}
	return list[0], nil
}

// Choose makes a project the current one, given by id or acronym.
func (s *Projects) Choose(ctx context.Context, name string) error {
	list, err := s.All(ctx)
	if err != nil {
		return err
	}
	i := slices.IndexFunc(list, func(p *data.Project) bool { return p.ID == name || data.Fold(p.Acronym) == data.Fold(name) })
	if i < 0 {
		return data.Fail("project.unknown", "Value", name)
	}
	return s.choose(list[i].ID)
}

// choose remembers the current project, and tells the screens, since what they show belongs to it.
func (s *Projects) choose(id string) error {
	if err := s.w.Settings.SetProject(s.w.Folder, id); err != nil {
		return err
	}
	s.w.Signals.emit(Changed{Records: map[string][]string{"project": {id}}})
	return nil
}

// Make makes a project and chooses it.
func (s *Projects) Make(ctx context.Context, acronym, grant string) (*data.Project, error) {
	p := &data.Project{Acronym: acronym, GrantNumber: grant}
	p.ID = newID()
	_, err := s.w.Records.Write(ctx, "project.made", map[string]any{"Name": acronym}, func(tx *Tx) error { return tx.Save(p) })
	if err != nil {
		return nil, err
	}
	return p, s.choose(p.ID)
}

// LoadSample puts the sample project into the workspace.
func (s *Projects) LoadSample(ctx context.Context) error {
	in, err := sample.Open()
	if err != nil {
		return fmt.Errorf("sample: %w", err)
	}
	_, err = s.w.Records.put(ctx, "sample", PutParams{In: in, File: "sample"})
	return err
}

// shared are the entities of a project file: the plan, and no people.
var shared = []string{"project", "partner", "work_package", "task", "deliverable", "milestone", "vocabulary", "indicator"}

// fileHead is the first line of a project file.
type fileHead struct {
	Format  string `json:"primadesk"`
	Version int    `json:"version"`
	Acronym string `json:"acronym"`
	Project string `json:"project"`
}

const (
	projectFormat  = "project"
	projectVersion = 1
)

// fileLine is a logo in a project file.
type fileLine struct {
	File   string `json:"file"` // SHA-256
	Base64 string `json:"base64"`
}

// Save writes the project file that a manager gives to coordinators: JSON Lines, a
// head, the plan's records without any field about a person, then the logos' bytes.
func (s *Projects) Save(ctx context.Context, file string) error {
	batch, err := s.w.store.LastBatch(ctx)
	if err != nil {
		return err
	}
	project, err := s.Current(ctx)
	if err != nil {
		return err
	}
	err = s.w.writeWith(file, func(w io.Writer) error {
		out := bufio.NewWriter(w)
		if err := writeLine(out, fileHead{Format: projectFormat, Version: projectVersion, Acronym: project.Acronym, Project: project.ID}); err != nil {
			return err
		}
		if err := s.w.store.Read(ctx, func(r *store.Reader) error { return s.savePlan(r, project.ID, out) }); err != nil {
			return err
		}
		return out.Flush()
	})
	if err == nil {
		s.w.Reports.remember(Written{Path: file, Report: WrittenProjectFile, Project: project.ID, Batch: batch})
	}
	return err
}

func writeLine(w io.Writer, v any) error {
	b, err := json.Marshal(v)
	if err != nil {
		return err
	}
	_, err = w.Write(append(b, '\n'))
	return err
}

func (s *Projects) savePlan(r *store.Reader, project string, out io.Writer) error {
	logos := map[string]bool{}
	for _, name := range shared {
		e, _ := data.EntityNamed(name)
		for rec, err := range r.Each(ofProject(e, project)) {
			if err != nil {
				return err
			}
			if p, ok := rec.(*data.Partner); ok && p.Logo != "" {
				logos[p.Logo] = true
			}
			if err := writePlanRecord(out, e, rec); err != nil {
				return err
			}
		}
	}
	for id := range logos {
		if err := s.saveLogo(r, id, out); err != nil {
			return err
		}
	}
	return nil
}

func ofProject(e *data.Entity, project string) store.Query {
	q := store.Query{Entity: e.Name}
	switch {
	case e.Name == "project":
		q.Where = []store.Cond{store.Where("id", store.Equal, project)}
	case e.Project:
		q.Where = []store.Cond{store.Where("project", store.Equal, project)}
	}
	return q
}

func writePlanRecord(out io.Writer, e *data.Entity, rec data.Record) error {
	data.WithoutPeople(rec)
	b, err := data.AppendJSON(nil, rec)
	if err != nil {
		return fmt.Errorf("%s %s: %w", e.Name, rec.Head().ID, err)
	}
	_, err = out.Write(append(b, '\n'))
	return err
}

// saveLogo writes a logo's record and bytes. A logo whose file is not here is left out:
// the partner's own workspace has it.
func (s *Projects) saveLogo(r *store.Reader, id string, out io.Writer) error {
	v, err := store.Get[data.Evidence](r, id)
	if data.HasCode(err, "record.missing") || err == nil && v.File == "" {
		return nil
	}
	if err != nil {
		return err
	}
	b, err := s.w.Evidence.bytes(v.File)
	if data.HasCode(err, "evidence.missing") {
		return nil
	}
	if err != nil {
		return err
	}
	e, _ := data.EntityNamed("evidence")
	if err := writePlanRecord(out, e, v); err != nil {
		return err
	}
	return writeLine(out, fileLine{File: v.File, Base64: base64.StdEncoding.EncodeToString(b)})
}

// OpenFile puts a project file into the workspace and makes its project the current
// one. Records that are here already take the file's values; fields that the file does
// not have stay. All or nothing.
func (s *Projects) OpenFile(ctx context.Context, file string) (PutResult, error) {
	f, err := os.Open(file)
	if err != nil {
		return PutResult{}, err
	}
	defer func() { _ = f.Close() }() // it was only read
	in := bufio.NewReader(f)
	first, err := readLine(in)
	var head fileHead
	if err != nil || json.Unmarshal(first, &head) != nil || head.Format != projectFormat {
		return PutResult{}, data.Fail("project.file", "File", file).Because(err)
	}
	if head.Version > projectVersion {
		return PutResult{}, data.Fail("project.newer", "File", file)
	}
	records := *bytes.NewBufferString("\n") // so that rows count as in the file
	if err := s.split(ctx, in, &records, file); err != nil {
		return PutResult{}, err
	}
	result, err := s.w.Records.put(ctx, "project.opened", PutParams{In: &records, File: file, only: append(slices.Clone(shared), "evidence")})
	if err != nil {
		return PutResult{}, err
	}
	return result, s.choose(head.Project)
}

// split keeps the logos of a project file and leaves its records for put. A logo kept
// for a file that is then refused does no harm: it lies under its own hash.
func (s *Projects) split(ctx context.Context, in *bufio.Reader, records io.Writer, file string) error {
	for {
		line, err := readLine(in)
		if errors.Is(err, errLong) || err != nil && !errors.Is(err, io.EOF) {
			return data.Fail("project.file", "File", file).Because(err)
		}
		var logo fileLine
		if bytes.HasPrefix(line, []byte(`{"file":`)) && json.Unmarshal(line, &logo) == nil {
			b, bad := base64.StdEncoding.DecodeString(logo.Base64)
			if bad != nil {
				return data.Fail("project.file", "File", file).Because(bad)
			}
			if sha, _, err := s.w.store.PutEvidence(ctx, bytes.NewReader(b)); err != nil || sha != logo.File {
				return data.Fail("project.file", "File", file).Because(err)
			}
			line = []byte("\n") // keeps the rows' numbers
		}
		if _, full := records.Write(line); full != nil {
			return full
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
	}
}

func fileError(err error, file string) error {
	if err == nil {
		return nil
	}
	if _, ok := errors.AsType[*data.Error](err); ok {
		return err
	}
	if pe, ok := errors.AsType[*os.PathError](err); ok {
		return data.Fail(fileCode(pe.Err), "File", file).Because(err)
	}
	return data.Fail(fileCode(err), "File", file).Because(err)
}
