package app

import (
	"context"
	"path/filepath"
	"strconv"
	"sync"
	"time"

	"primadesk/data"
	"primadesk/reports"
)

// Closings are what was reported of the reporting periods of the current project.
type Closings struct {
	w  *Workspace
	mu sync.Mutex // held while a period is closed or opened again
}

// CloseParams closes a period.
type CloseParams struct {
	Period int
	Lang   string // of the workbook that is written
	// File is where the deliverable of the period is written, as a final version; its hash is kept.
	File string
	// Workbook is one that was handed in already; its hash is kept. With neither, only the figures are.
	Workbook string
	Progress ReportProgress
}

// ClosedPeriod is a period that was just closed.
type ClosedPeriod struct {
	Done
	Closing *data.Closing
	Path    string // of the workbook that was written; empty where none was
}

// closingReport is the workbook that a period is reported with.
const closingReport = "deliverable"

// Close keeps the figures of a period as they are now, with the hash of the workbook that they were reported in. The figures
// are those of the workbook that is written: both are of one state of the workspace. The codes: project.none, report.period,
// period.closed, period.not_begun, period.two_workbooks; report.sums and report.undated, where the numbers are not fit to be
// reported: then nothing is written or closed.
func (s *Closings) Close(ctx context.Context, p CloseParams) (ClosedPeriod, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if p.File != "" && p.Workbook != "" {
		return ClosedPeriod{}, data.Fail("period.two_workbooks")
	}
	project, period, closings, err := s.period(ctx, p.Period)
	if err != nil {
		return ClosedPeriod{}, err
	}
	if c := data.StandingOf(closings); c != nil {
		return ClosedPeriod{}, data.Fail("period.closed", "N", p.Period, "Date", c.Closed)
	}
	if s.w.Today() < period.From {
		return ClosedPeriod{}, data.Fail("period.not_begun", "N", p.Period, "Date", period.From)
	}
	c := &data.Closing{Project: project.ID, Period: &p.Period, Closed: s.w.Today()}
	c.ID = newID()
	path, err := s.report(ctx, p, project.ID, period, c)
	if err != nil {
		return ClosedPeriod{}, err
	}
	args := map[string]any{"Entity": "closing", "Record": c.ID, "Name": strconv.Itoa(p.Period)}
	done, err := s.w.Records.Write(ctx, "period.closed", args, func(tx *Tx) error {
		if err := tx.Save(c); err != nil {
			return err
		}
		return mark(tx, project.ID, p.Period, true)
	})
	return ClosedPeriod{done, c, path}, err
}

// report takes the figures, and writes the workbook or hashes the one that was handed in.
func (s *Closings) report(ctx context.Context, p CloseParams, project string, period *data.Period, c *data.Closing) (path string, err error) {
	report := ReportParams{Name: closingReport, File: p.File, Lang: p.Lang, Project: project, Progress: p.Progress}
	report.Options.Period, report.Options.Final = p.Period, true
	take := func(f *figures) error {
		b, err := f.books(ctx)
		if err != nil {
			return err
		}
		now := b.ofPeriod(period).Figures()
		c.Figures, err = now.Encode()
		return err
	}
	if p.File != "" {
		result, err := s.w.Reports.write(ctx, report, take)
		if err != nil {
			return "", err
		}
		path = result.Path
		c.File = filepath.Base(path)
		c.Hash, err = sumOf(path)
		return path, fileError(err, path)
	}
	if p.Workbook != "" {
		c.File = filepath.Base(p.Workbook)
		if c.Hash, err = sumOf(p.Workbook); err != nil {
			return "", fileError(err, p.Workbook)
		}
	}
	if err := s.w.Reports.fill(&report); err != nil {
		return "", err
	}
	return "", s.w.Reports.read(ctx, project, func(f *figures) error {
		// What a final version would be refused for, closing is refused for too.
		if _, err := reports.Preview(ctx, f, report.Name, report.Options, 0); err != nil {
			return err
		}
		return take(f)
	})
}

// Reopen opens a period again. What was reported stays kept, with the day on which the period was opened. The codes:
// project.none, report.period, period.open.
func (s *Closings) Reopen(ctx context.Context, number int) (Done, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	project, _, closings, err := s.period(ctx, number)
	if err != nil {
		return Done{}, err
	}
	standing := data.StandingOf(closings)
	if standing == nil {
		return Done{}, data.Fail("period.open", "N", number)
	}
	args := map[string]any{"Entity": "closing", "Record": standing.ID, "Name": strconv.Itoa(number)}
	return s.w.Records.Write(ctx, "period.reopened", args, func(tx *Tx) error {
		for _, c := range closings {
			if c.Open() {
				continue
			}
			c.Reopened = max(s.w.Today(), c.Closed)
			if err := tx.Save(c); err != nil {
				return err
			}
		}
		return mark(tx, project.ID, number, false)
	})
}

// mark keeps the period's own mark in step, which goes to the coordinators with the project file.
func mark(tx *Tx, project string, number int, closed bool) error {
	e := data.EntityOf(&data.Project{})
	rec, err := tx.Get(e, project)
	if err != nil {
		return err
	}
	period, ok := rec.(*data.Project).Period(number)
	if !ok || period.Closed == closed {
		return nil
	}
	period.Closed = closed
	return tx.Save(rec)
}

// period reads a period of the current project with its closings, the newest first.
func (s *Closings) period(ctx context.Context, number int) (*data.Project, *data.Period, []*data.Closing, error) {
	project, err := s.w.Projects.Current(ctx)
	if err != nil {
		return nil, nil, nil, err
	}
	period, ok := project.Period(number)
	if !ok {
		return nil, nil, nil, data.Fail("report.period", "Value", number)
	}
	var closings []*data.Closing
	err = s.w.Reports.read(ctx, project.ID, func(f *figures) error {
		closings, err = all[data.Closing](f)
		return err
	})
	return project, period, data.ClosingsOf(closings, number), err
}

// Differences compares what was reported of a period with what would be reported now; of a period that was opened again,
// what was reported last. The codes: project.none, report.period, period.open.
func (s *Closings) Differences(ctx context.Context, lang string, number int) (*data.Reported, error) {
	project, period, _, err := s.period(ctx, number)
	if err != nil {
		return nil, err
	}
	var out *data.Reported
	err = s.w.Reports.read(ctx, project.ID, func(f *figures) error {
		b, err := f.books(ctx)
		if err != nil {
			return err
		}
		if out = b.reported(period, true); out == nil {
			return data.Fail("period.open", "N", number)
		}
		return f.explain(lang, out)
	})
	return out, err
}

// PeriodState is a reporting period with what was reported of it.
type PeriodState struct {
	Period   *data.Period
	Closings []ClosingOf    // the newest first
	Reported *data.Reported // nil where it was never closed; of one that was opened again, what was reported last
}

// Closed tells whether the period is closed.
func (s *PeriodState) Closed() bool { return s.Reported != nil && !s.Reported.Closing.Open() }

// ClosingOf is a closing with who closed the period and when.
type ClosingOf struct {
	*data.Closing
	By string // empty where nobody gave a name
	At time.Time
}

// States tells of each period of the current project how it stands, in the order of the project. Its code where there is none
// is project.none.
func (s *Closings) States(ctx context.Context, lang string) ([]PeriodState, error) {
	project, err := s.w.Projects.Current(ctx)
	if err != nil {
		return nil, err
	}
	var out []PeriodState
	err = s.w.Reports.read(ctx, project.ID, func(f *figures) error {
		closings, err := all[data.Closing](f)
		if err != nil {
			return err
		}
		var b *books
		if len(closings) > 0 { // only then there is something to compare
			if b, err = f.books(ctx); err != nil {
				return err
			}
		}
		for i := range project.Periods {
			state, err := f.state(&project.Periods[i], closings, b, lang)
			if err != nil {
				return err
			}
			out = append(out, state)
		}
		return nil
	})
	return out, err
}

func (f *figures) state(period *data.Period, closings []*data.Closing, b *books, lang string) (PeriodState, error) {
	state := PeriodState{Period: period}
	if period.Number == nil {
		return state, nil
	}
	for _, c := range data.ClosingsOf(closings, *period.Number) {
		names, err := f.r.Titles("author", []string{c.CreatedBy}, lang)
		if err != nil {
			return state, err
		}
		state.Closings = append(state.Closings, ClosingOf{c, names[c.CreatedBy], c.CreatedAt})
	}
	if len(state.Closings) == 0 {
		return state, nil
	}
	state.Reported = b.reported(period, true)
	return state, f.explain(lang, state.Reported)
}
