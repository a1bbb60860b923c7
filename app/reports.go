package app

import (
	"context"
	"errors"
	"path/filepath"
	"slices"

	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/data/store"
	"primadesk/reports"
)

// Reports writes what the Commission and the consortium ask for.
type Reports struct{ w *Workspace }

// ReportParams is a report to be written.
type ReportParams struct {
	Name     string
	File     string
	Lang     string
	Project  string          // empty: the current one
	Options  reports.Options // Printer, Now and Program are filled in
	Progress reports.Progress
}

// Write writes a report into a file, from one state of the workspace. The file appears
// whole or not at all.
func (s *Reports) Write(ctx context.Context, p ReportParams) (reports.Result, error) {
	return s.write(ctx, p, nil)
}

// write is Write; before the report is written, first reads what belongs to it from the same state.
func (s *Reports) write(ctx context.Context, p ReportParams, first func(*figures) error) (reports.Result, error) {
	if err := s.fill(&p); err != nil {
		return reports.Result{}, err
	}
	path, err := filepath.Abs(p.File)
	if err != nil {
		return reports.Result{}, data.Fail("file.failed", "File", p.File).Because(err)
	}
	r, err := reports.Named(p.Name)
	if err != nil {
		return reports.Result{}, err
	}
	folder := r.Folder && isFolder(p.File)
	if folder {
		path += string(filepath.Separator)
	} else if err := endsIn(p.File, r.Endings()); err != nil {
		return reports.Result{}, err
	}
	started := s.w.now()
	batch, err := s.w.store.LastBatch(ctx) // before the data are read: what comes in between counts as changed since
	if err != nil {
		return reports.Result{}, err
	}
	if p.Name == "pack" && !p.Options.WithPersonalData {
		scanner, err := s.w.Privacy.Scanner(ctx) // before the report begins to read
		if err != nil {
			return reports.Result{}, err
		}
		p.Options.Scanner = &packScanner{scanner, p.Options.Printer}
	}
	var result reports.Result
	err = s.w.store.ReadMuch(ctx, func(r *store.Reader) error {
		f := newFigures(s, r, p.Project)
		if first != nil {
			if err := first(f); err != nil {
				return err
			}
		}
		result, err = reports.Write(ctx, f, p.Name, p.Options, path, p.Progress)
		return err
	})
	s.w.Log.Info("report", "name", p.Name, "language", p.Lang, "seconds", s.w.now().Sub(started).Seconds(), "written", err == nil)
	if err == nil {
		s.remember(Written{
			Path: path, Report: p.Name, Lang: p.Lang, Project: p.Project, Options: optionsWritten(&p.Options), Draft: result.Draft, Batch: batch,
		})
	}
	return result, err
}

// Preview gives the first rows of each sheet as they would be written.
func (s *Reports) Preview(ctx context.Context, p ReportParams, rows int) (sheets []reports.SheetPreview, err error) {
	if err := s.fill(&p); err != nil {
		return nil, err
	}
	err = s.read(ctx, p.Project, func(f *figures) error {
		sheets, err = reports.Preview(ctx, f, p.Name, p.Options, rows)
		return err
	})
	s.w.Log.Debug("previewed", "name", p.Name, "sheets", len(sheets), "done", err == nil)
	return sheets, err
}

// Findings lists what an officer or an auditor would still ask for, gravest first.
// Period 0 is the whole project.
func (s *Reports) Findings(ctx context.Context, lang string, period int) (found []data.Finding, err error) {
	project, err := s.w.Projects.Current(ctx)
	if err != nil {
		return nil, err
	}
	err = s.read(ctx, project.ID, func(f *figures) error {
		found, err = s.findings(ctx, f, s.w.Printer(lang), period)
		return err
	})
	return found, err
}

func (s *Reports) fill(p *ReportParams) error {
	if p.Project == "" {
		current, err := s.w.Projects.Current(context.Background())
		if err != nil {
			return err
		}
		p.Project = current.ID
	}
	p.Options.Printer = i18n.For(p.Lang)
	p.Options.Now = s.w.now()
	p.Options.Program = s.w.Program()
	p.Options.Scratch = s.w.scratch()
	return nil
}

func (s *Reports) read(ctx context.Context, project string, do func(*figures) error) error {
	return s.w.store.Read(ctx, func(r *store.Reader) error {
		return do(newFigures(s, r, project))
	})
}

// findings are what is still to be done, in the order of their gravity.
func (s *Reports) findings(ctx context.Context, f *figures, p *i18n.Printer, number int) ([]data.Finding, error) {
	b, err := f.books(ctx)
	if err != nil {
		return nil, err
	}
	find := &finder{books: b, p: p, today: s.w.Today()}
	if number != 0 {
		period, ok := b.project.Period(number)
		if !ok {
			return nil, data.Fail("report.period", "Value", number)
		}
		find.period = period
	}
	if b.conflicts, err = s.w.Records.Undecided(ctx, "", p.Lang()); err != nil {
		return nil, err
	}
	return find.find(), nil
}

// spoken puts the findings' arguments into words, for a report that only has texts.
func spoken(p *i18n.Printer, found []data.Finding) []data.Finding {
	out := slices.Clone(found)
	for i := range out {
		out[i].Args = words(p, out[i].Args)
	}
	return out
}

// TellFinding puts a finding into words: what is lacking, and what to do about it.
//
//i18n:prefix finding. remedy.
func TellFinding(p *i18n.Printer, f data.Finding) (what, remedy string) {
	return p.T("finding."+f.Code, words(p, f.Args)...), p.T("remedy."+f.Code, words(p, f.Args)...)
}

// Refused tells whether an error means that the data are not fit for what was asked,
// and nothing was written (exit status 3 of the command line).
func Refused(err error) bool {
	e, ok := errors.AsType[*data.Error](err)
	if !ok {
		return false
	}
	switch e.Code {
	case "report.sums", "report.undated", "report.template", "report.portal", "report.unready", "report.personal", "bulletin.gaps", "put.refused",
		"invalid", "report.public_sums", "report.audit", "privacy.found", "privacy.unread":
		return true
	}
	return false
}
