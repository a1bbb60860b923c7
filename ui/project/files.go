package project

import (
	"context"
	"path/filepath"
	"strings"

	"primadesk/ui/kit"
	"primadesk/ui/screen"
)

// suffix is how the files end that managers give to coordinators.
const suffix = ".primadesk"

// saveFile writes the project file: the plan, without people.
func (s *project) saveFile() {
	if s.book == nil {
		return
	}
	p := s.Printer
	s.Shell.AskSave(screen.Saving{Title: p.T("project.save_file"), Name: stem(s.book.project.Acronym) + suffix, Done: func(path string) {
		s.run(func(ctx context.Context) error { return s.Workspace.Projects.Save(ctx, path) }, func() {
			s.Shell.Toast(screen.Toast{Text: p.T("project.file_saved", "File", filepath.Base(path)), Actions: []screen.Action{
				{Text: p.T("project.show_in_folder"), Do: func() { s.Shell.ShowInFolder(path) }},
			}})
		})
	}})
}

// openFile puts a project file into the workspace, and makes its project the current one.
func (s *project) openFile() {
	p := s.Printer
	s.Shell.AskOpen(screen.Opening{Title: p.T("project.open_file"), Endings: []string{suffix, ".jsonl"}, Done: func(path string) {
		var batch string
		records := 0
		s.run(func(ctx context.Context) error {
			result, err := s.Workspace.Projects.OpenFile(ctx, path)
			batch, records = result.Batch, result.Created+result.Updated
			return err
		}, func() { s.undoable(p.N("project.file_opened", records), batch) })
	}})
}

// choose makes another project the current one.
func (s *project) choose(id string) {
	if s.book != nil && s.book.project.ID == id {
		return
	}
	s.run(func(ctx context.Context) error { return s.Workspace.Projects.Choose(ctx, id) }, func() {
		for _, other := range s.book.projects {
			if other.ID == id {
				s.Shell.Toast(screen.Toast{Text: s.Printer.T("project.chosen", "Name", other.Acronym)})
			}
		}
	})
}

// askNew asks for a new project's name and number.
func (s *project) askNew() {
	p := s.Printer
	e := entityNamed("project")
	label := func(id string) string {
		c, _ := e.Column(id)
		return p.T(c.LabelID())
	}
	form := kit.NewForm(kit.FormParams{Required: p.T("fields.required"), Sections: []kit.Section{{Rows: [][]kit.Field{
		{{ID: "acronym", Label: label("acronym"), Required: true, Control: kit.NewEntry()}},
		{{ID: "grant_number", Label: label("grant_number"), Control: kit.NewEntry()}},
	}}}})
	kit.ShowDialog(s.Shell.Window().Canvas(), kit.DialogParams{
		Title: p.T("project.new_title"), Text: p.T("project.new_text"), Body: form, Yes: p.T("project.make"), No: p.T("project.cancel"), Width: 440,
		Keep: func() bool { return !form.Check() },
		OnYes: func() {
			s.makeProject(strings.TrimSpace(form.Value("acronym")), strings.TrimSpace(form.Value("grant_number")))
		},
	})
	s.Shell.Window().Canvas().Focus(form.Control("acronym").Target())
}

func (s *project) makeProject(acronym, grant string) {
	s.run(func(ctx context.Context) error {
		_, err := s.Workspace.Projects.Make(ctx, acronym, grant)
		return err
	}, func() { s.Shell.Toast(screen.Toast{Text: s.Printer.T("project.made", "Name", acronym)}) })
}

// run does something that may take a while off the UI's goroutine, and goes on when it succeeded.
func (s *project) run(do func(context.Context) error, then func()) {
	s.exec.Go(func() {
		err := do(context.Background())
		s.exec.Apply(func() {
			if err != nil {
				s.Shell.ShowError(err)
				return
			}
			then()
		})
	})
}

// undoable says what was done, with the way back.
func (s *project) undoable(said, batch string) {
	if batch == "" {
		return
	}
	s.Shell.Toast(screen.Toast{Text: said, Actions: []screen.Action{
		{Text: s.Printer.T("project.undo"), Do: func() { s.Shell.Undo(batch) }},
	}})
}

// find looks up of which entity a record is.
func (s *project) find(id string, then func(entity string)) {
	entity := ""
	s.run(func(ctx context.Context) error {
		rec, err := s.Workspace.Records.Find(ctx, id)
		if err == nil {
			entity = entityName(rec)
		}
		return err
	}, func() { then(entity) })
}

// stem makes a name for a file out of a project's: without what a system does not allow.
func stem(name string) string {
	out := strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>|`, r) || r < ' ' {
			return '-'
		}
		return r
	}, strings.TrimSpace(name))
	if out = strings.Trim(out, ". "); out == "" {
		return "project"
	}
	return out
}
