package reports

import (
	"context"
	"path/filepath"
	"slices"

	"primadesk/app"
	"primadesk/ui/screen"
)

// job is a file that is being written.
type job struct {
	cancel context.CancelFunc
	done   chan struct{} // closed when nothing is written any more
}

// Write asks for a file and writes the report into it, unless one is being written (Ctrl+S, the main button).
func (s *Screen) Write() {
	if s.job != nil || s.inLeave {
		return
	}
	if wrong := s.options.wrong(); wrong != nil {
		s.p.Shell.Window().Canvas().Focus(wrong)
		return
	}
	asked := s.asked.copy()
	s.p.Shell.AskSave(screen.Saving{
		Title: s.action(), Name: asked.fileName(s.options.menu.acronym, s.options.menu.subject(asked)), Other: asked.report.Also,
		Done: func(path string) { s.write(asked, path) },
	})
}

// action is what the main button says: most reports are workbooks.
func (s *Screen) action() string {
	if s.asked.report.Ending == ".xlsx" {
		return s.p.Printer.T("reportscreen.write")
	}
	return s.p.Printer.T("reportscreen.write_file")
}

// cancel gives up what is being written; the file that was there before stays.
func (s *Screen) cancel() {
	if s.job != nil {
		s.job.cancel()
	}
}

func (s *Screen) write(asked request, path string) {
	if s.job != nil {
		return
	}
	ctx, cancel := context.WithCancel(context.Background())
	j := &job{cancel: cancel, done: make(chan struct{})}
	s.job = j
	s.warn(nil)
	s.footer.begin(s.p.Printer.T("reportscreen.gathering"))
	params := asked.params()
	params.File = path
	params.Progress = s.progress(j, s.panel.names())
	service := s.p.Workspace.Reports
	s.exec.Go(func() {
		result, err := service.Write(ctx, params)
		stopped := ctx.Err() != nil
		close(j.done)
		cancel()
		s.exec.Apply(func() {
			if s.job != j { // the screen was closed meanwhile
				return
			}
			s.job = nil
			s.end(result, err, err != nil && stopped)
		})
	})
}

// progress tells the footer, no more often than there is something new to see.
func (s *Screen) progress(j *job, names []string) app.ReportProgress {
	shown, percent := "", -1
	return func(done, total int, sheet string) {
		now := 100 * done / max(total, 1)
		if now == percent && sheet == shown {
			return
		}
		percent, shown = now, sheet
		s.exec.Apply(func() {
			if s.job == j {
				s.footer.progress.Set(s.writing(sheet, names), float64(done)/float64(max(total, 1)))
			}
		})
	}
}

// writing says which sheet is being written; its place is known where the preview has it.
func (s *Screen) writing(sheet string, names []string) string {
	p := s.p.Printer
	at := slices.Index(names, sheet)
	if at < 0 {
		return p.T("reportscreen.writing", "Sheet", p.Quote(sheet))
	}
	return p.T("reportscreen.writing_of", "Sheet", p.Quote(sheet), "Number", p.Number(at+1), "Total", p.Number(len(names)))
}

// end says what came of the writing.
func (s *Screen) end(result app.ReportResult, err error, stopped bool) {
	p := s.p.Printer
	switch {
	case stopped:
		s.footer.end(p.T("reportscreen.cancelled"))
		s.p.Shell.Toast(screen.Toast{Text: p.T("reportscreen.cancelled")})
		return
	case err != nil:
		s.footer.end("")
		s.p.Shell.ShowError(err)
		if told := app.Tell(p, err); len(told.Details) > 0 {
			s.panel.refuse(told)
		}
		return
	}
	s.past.load()
	name := filepath.Base(result.Path)
	text := p.T("reportscreen.written", "File", name)
	if result.Draft {
		why := p.T("report.draft.incomplete")
		if len(result.Problems) > 0 {
			why = p.T("report.draft.sums")
		}
		text = p.T("reportscreen.written_draft", "File", name, "Why", why)
		s.warn(details(s, result))
	}
	s.footer.end(text)
	s.p.Shell.Toast(screen.Toast{Text: text, Actions: []screen.Action{
		{Text: p.T("reportscreen.open"), Do: func() { s.p.Shell.OpenFile(result.Path) }},
		{Text: p.T("reportscreen.show_in_folder"), Do: func() { s.p.Shell.ShowInFolder(result.Path) }},
	}})
}

// details are the sums that are off, in words.
func details(s *Screen, result app.ReportResult) []app.Detail {
	var out []app.Detail
	for _, problem := range result.Problems {
		out = append(out, app.TellProblem(s.p.Printer, problem))
	}
	return out
}
