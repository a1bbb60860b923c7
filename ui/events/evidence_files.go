package events

import (
	"context"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/kit"
	"primadesk/ui/screen"
)

// Drop implements screen.Dropper: files dropped on an event's page become its evidence.
func (s *events) Drop(paths []string, _ fyne.Position) {
	if !s.paged || s.page.now == nil || s.readOnly() {
		return
	}
	s.page.tabs.Choose(tabEvidence)
	s.page.tab()
	s.page.evidence.attach(paths...)
}

// ask lets the user choose a file to attach.
func (v *evidence) ask() {
	s := v.g.s
	if s.readOnly() {
		return
	}
	s.Shell.AskOpen(screen.Opening{Title: s.Printer.T("events.attach"), Done: func(path string) { v.attach(path) }})
}

// attach copies files into the workspace, off the UI's goroutine. Those that cannot be are named, the others are kept.
func (v *evidence) attach(paths ...string) {
	s := v.g.s
	if v.g.event == nil || len(paths) == 0 {
		return
	}
	p, event := s.Printer, v.g.event.ID
	s.Shell.Status(p.T("events.attaching", "File", filepath.Base(paths[0])))
	s.exec.Go(func() {
		list, done, err := s.Workspace.Evidence.AttachAll(context.Background(), event, paths)
		s.exec.Apply(func() {
			s.Shell.Status("")
			if err != nil {
				s.Shell.ShowError(err)
				return
			}
			v.attached(list, done)
		})
	})
}

// attached says what became of files.
func (v *evidence) attached(list []app.Attached, done app.Done) {
	s := v.g.s
	p := s.Printer
	var names, failed []string
	for _, a := range list {
		if a.Err != nil {
			failed = append(failed, app.Tell(p, a.Err).Message)
			continue
		}
		names = append(names, filepath.Base(a.File))
		v.chosen = a.Record.ID
	}
	if len(names) > 0 {
		s.undoable(p.T("events.attached", "File", strings.Join(names, ", ")), done)
		s.reread()
	}
	if len(failed) > 0 {
		kit.ShowDialog(s.canvas(), kit.DialogParams{Title: p.N("evidence.not_attached", len(failed)), Text: strings.Join(failed, "\n"), Yes: p.T("people.close")})
	}
}

// launch opens a file with the program that the desktop has for it: a private copy, so that nothing changes the evidence.
func (v *evidence) launch(e *data.Evidence) {
	s := v.g.s
	s.exec.Go(func() {
		path, err := s.Workspace.Evidence.Lend(context.Background(), e)
		s.exec.Apply(func() {
			if err != nil {
				s.Shell.ShowError(err)
				return
			}
			s.Shell.OpenFile(path)
		})
	})
}

// askCopy lets the user choose where a copy of a file goes.
func (v *evidence) askCopy(e *data.Evidence) {
	s := v.g.s
	s.Shell.AskSave(screen.Saving{Title: s.Printer.T("events.save_copy"), Name: e.FileName, Done: func(path string) { v.copy(e, path) }})
}

// copy writes a file out of the workspace, off the UI's goroutine. A file that was damaged since it was attached is not
// written.
func (v *evidence) copy(e *data.Evidence, path string) {
	s := v.g.s
	s.exec.Go(func() {
		err := s.Workspace.Evidence.SaveCopy(e, path)
		s.exec.Apply(func() {
			if err != nil {
				s.Shell.ShowError(err)
				return
			}
			s.Shell.Toast(screen.Toast{Text: s.Printer.T("events.copied", "File", filepath.Base(path)), Actions: []screen.Action{
				{Text: s.Printer.T("events.open"), Do: func() { s.Shell.OpenFile(path) }},
			}})
		})
	})
}

// verify reads a file to its end and says whether it is what was attached.
func (v *evidence) verify(e *data.Evidence) {
	s := v.g.s
	s.exec.Go(func() {
		err := s.Workspace.Evidence.Whole(context.Background(), e)
		s.exec.Apply(func() {
			said := s.Printer.T("evidence.whole")
			if err != nil {
				said = app.Tell(s.Printer, err).Message
			}
			v.pane.whole[e.File] = said
			kit.KeepFocus(v.content, func() { v.pane.show(v.one()) })
		})
	})
}
