package bulletin

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/kit"
	"primadesk/ui/screen"
)

// job is what is being written.
type job struct {
	cancel context.CancelFunc
	done   chan struct{} // closed when nothing is written any more
}

// file is one file of those that an issue is written into.
type file struct {
	lang string
	path string
}

// files are those of a choice: the first has the name that was asked for, the others that name with their language and ending.
func (c choice) files(path string) []file {
	ending := filepath.Ext(path)
	stem := strings.TrimSuffix(strings.TrimSuffix(path, ending), "-"+c.Languages[0])
	var out []file
	for _, lang := range c.Languages {
		for _, format := range c.Formats {
			name := stem + "-" + lang + "." + format
			if len(out) == 0 {
				name = path
			}
			out = append(out, file{lang, name})
		}
	}
	return out
}

// kept is the issue that is shown, once it is saved as it stands in the form; nil while none is shown, or it can't be saved.
func (s *bulletins) kept() *data.Bulletin {
	if s.Pane().ID() == "" || (s.Dirty() || s.Pane().Fresh()) && !s.Save() {
		return nil
	}
	return s.issue()
}

// fileName suggests what a file is called, without its ending: PRIMACENTERS-Newsletter-2-2025-07-fr.
func (s *bulletins) fileName(b *data.Bulletin, what, lang string) string {
	parts := []string{what}
	if s.book != nil {
		parts = []string{s.book.acronym, what}
	}
	if b.Number != nil {
		parts = append(parts, s.p.Printer.Number(*b.Number))
	}
	var name []string
	for _, part := range append(parts, b.Month, lang) {
		if part = kit.FileWord(part); part != "" {
			name = append(name, part)
		}
	}
	return strings.Join(name, "-")
}

// write asks where to and writes the files of a choice. What is there already is replaced only when somebody says so.
func (s *bulletins) write(b *data.Bulletin, c choice, asIs bool) {
	p := s.p.Printer
	s.last = c
	s.p.Shell.AskSave(screen.Saving{
		Title: p.T("bulletinscreen.write"), Name: s.fileName(b, p.Entity("bulletin"), c.Languages[0]) + "." + c.Formats[0],
		Done: func(path string) {
			files := c.files(path)
			there := existing(files[1:]) // the first was asked for by the dialog
			if len(there) == 0 {
				s.writeAll(b, files, asIs)
				return
			}
			s.p.Shell.Ask(screen.Question{
				Title: p.N("bulletinscreen.replace", len(there)), Text: strings.Join(there, "\n"),
				Yes: p.T("shell.replace.yes"), No: p.T("record.cancel"), Danger: true, OnYes: func() { s.writeAll(b, files, asIs) },
			})
		},
	})
}

// existing are the names of those files that are there.
func existing(files []file) []string {
	var out []string
	for _, f := range files {
		if _, err := os.Stat(f.path); err == nil {
			out = append(out, filepath.Base(f.path))
		}
	}
	return out
}

// writeAll writes the files one after the other, off the UI's goroutine; as it is, where somebody decided so of what it lacks.
func (s *bulletins) writeAll(b *data.Bulletin, files []file, asIs bool) {
	if s.job != nil {
		return
	}
	p := s.p.Printer
	ctx, cancel := context.WithCancel(context.Background())
	j := &job{cancel: cancel, done: make(chan struct{})}
	s.job = j
	s.side.write.Disable()
	s.side.note.SetText(p.T("bulletinscreen.writing"))
	service := s.p.Workspace.Bulletins
	s.exec.Go(func() {
		var err error
		for _, f := range files {
			if _, err = service.Write(ctx, app.BulletinParams{Bulletin: b.ID, Lang: f.lang, File: f.path, AsIs: asIs}); err != nil {
				break
			}
		}
		close(j.done)
		cancel()
		s.exec.Apply(func() {
			if s.job != j { // the screen was closed meanwhile
				return
			}
			s.job = nil
			s.written(files, err)
		})
	})
}

// written says what came of it.
func (s *bulletins) written(files []file, err error) {
	p := s.p.Printer
	s.side.write.Enable()
	s.side.note.SetText("")
	if err != nil {
		if !errors.Is(err, context.Canceled) {
			s.p.Shell.ShowError(err)
		}
		return
	}
	text := p.T("cli.bulletin.done", "File", filepath.Base(files[0].path))
	if len(files) > 1 {
		text = p.N("bulletinscreen.written", len(files))
	}
	s.side.note.SetText(text)
	s.p.Shell.Toast(screen.Toast{Text: text, Actions: s.fileActions(files[0].path)})
}

func (s *bulletins) fileActions(path string) []screen.Action {
	p := s.p.Printer
	return []screen.Action{
		{Text: p.T("reportscreen.open"), Do: func() { s.p.Shell.OpenFile(path) }},
		{Text: p.T("reportscreen.show_in_folder"), Do: func() { s.p.Shell.ShowInFolder(path) }},
	}
}

// run does something that may take a while off the UI's goroutine, and goes on when it succeeded.
func (s *bulletins) run(do func(context.Context) error, then func()) {
	s.exec.Go(func() {
		err := do(context.Background())
		s.exec.Apply(func() {
			if err != nil {
				s.p.Shell.ShowError(err)
				return
			}
			then()
		})
	})
}

// known is a choice without what there is no longer.
func (c choice) known() choice {
	formats := make([]string, 0, len(c.Formats))
	for _, f := range app.BulletinFormats() {
		if slices.Contains(c.Formats, string(f)) {
			formats = append(formats, string(f))
		}
	}
	c.Formats = formats
	c.Languages = slices.DeleteFunc(slices.Clone(c.Languages), func(l string) bool { return !slices.Contains(data.Languages, l) })
	return c
}
