package shell

import (
	"context"
	"path/filepath"
	"strings"

	"primadesk/data"
	"primadesk/ui/kit"
	"primadesk/ui/screen"
)

// projectSuffix is how the files end that managers give to coordinators.
const projectSuffix = ".primadesk"

// askProject asks for a new project's name and number, and for the user's name where it is not known.
func (s *Shell) askProject() {
	acronym, grant, me := kit.NewEntry(), kit.NewEntry(), kit.NewEntry()
	grant.SetPlaceholder("101140836")
	me.SetValue(s.settings.Me())
	entity, _ := data.EntityNamed("project")
	label := func(id string) string {
		c, _ := entity.Column(id)
		return s.T(c.LabelID())
	}
	form := kit.NewForm(kit.FormParams{Required: s.T("shell.required"), Sections: []kit.Section{{Rows: [][]kit.Field{
		{{ID: "acronym", Label: label("acronym"), Required: true, Control: acronym}, {ID: "grant_number", Label: label("grant_number"), Control: grant}},
		{{ID: "me", Label: s.T("shell.me"), Required: true, Hint: s.T("shell.me.hint"), Control: me}},
	}}}})
	kit.ShowDialog(s.win.Canvas(), kit.DialogParams{
		Title: s.T("shell.menu.new_project"), Body: form, Yes: s.T("shell.make"), No: s.T("shell.cancel"), Width: 480,
		Keep:  func() bool { return !form.Check() },
		OnYes: func() { s.makeProject(form.Value("acronym"), form.Value("grant_number"), form.Value("me")) },
	})
	form.Focus("acronym")
}

func (s *Shell) makeProject(acronym, grant, me string) {
	if err := s.settings.SetMe(strings.TrimSpace(me)); err != nil {
		s.ShowError(err)
		return
	}
	work := s.work
	s.exec.Go(func() {
		_, err := work.Projects.Make(context.Background(), strings.TrimSpace(acronym), strings.TrimSpace(grant))
		s.exec.Apply(func() {
			if err != nil {
				s.ShowError(err)
				return
			}
			s.reload()
			s.Toast(screen.Toast{Text: s.T("shell.project_made", "Name", strings.TrimSpace(acronym))})
		})
	})
}

// openProjectFile asks for the project file that a manager sent, and puts it into the workspace.
func (s *Shell) openProjectFile() {
	s.AskOpen(screen.Opening{Title: s.T("shell.menu.open_project"), Endings: []string{projectSuffix, ".jsonl"}, Done: s.takeProjectFile})
}

func (s *Shell) takeProjectFile(path string) {
	work := s.work
	s.exec.Go(func() {
		result, err := work.Projects.OpenFile(context.Background(), path)
		s.exec.Apply(func() {
			if err != nil {
				s.ShowError(err)
				return
			}
			s.reload()
			s.Toast(screen.Toast{
				Text:    s.N("shell.project_opened", result.Created+result.Updated),
				Actions: []screen.Action{{Text: s.T("shell.undo"), Do: func() { s.Undo(result.Batch) }}},
			})
		})
	})
}

// saveProjectFile writes the project file that a manager gives to coordinators.
func (s *Shell) saveProjectFile() {
	s.AskSave(screen.Saving{
		Title: s.T("shell.menu.save_project"), Name: fileStem(s.frame.project.Acronym) + projectSuffix, Done: s.writeProjectFile,
	})
}

func (s *Shell) writeProjectFile(path string) {
	work := s.work
	s.exec.Go(func() {
		err := work.Projects.Save(context.Background(), path)
		s.exec.Apply(func() {
			if err != nil {
				s.ShowError(err)
				return
			}
			s.Toast(s.written(path))
		})
	})
}

// written says that there is a file now.
func (s *Shell) written(path string) screen.Toast {
	return screen.Toast{
		Text:    s.T("shell.written", "File", filepath.Base(path)),
		Actions: []screen.Action{{Text: s.T("shell.show_in_folder"), Do: func() { s.ShowInFolder(path) }}},
	}
}

// fileStem makes a name for a file out of a project's: without what a system does not allow.
func fileStem(name string) string {
	stem := strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>|`, r) || r < ' ' {
			return '-'
		}
		return r
	}, strings.TrimSpace(name))
	if stem = strings.Trim(stem, ". "); stem == "" {
		return "project"
	}
	return stem
}

// backUp writes a copy of the database among the workspace's own backups.
func (s *Shell) backUp() {
	work := s.work
	s.exec.Go(func() {
		path, err := work.Backups.Backup(context.Background(), "")
		s.exec.Apply(func() {
			if err != nil {
				s.ShowError(err)
				return
			}
			s.trace.Info("backup written")
			if s.work == work && s.frame != nil {
				s.frame.backup.last = work.Now()
				s.saved()
				if screen, ok := s.nav.named(settingsID).(*settingsScreen); ok {
					screen.load()
				}
			}
			s.Toast(screen.Toast{Text: s.T("shell.backed_up"), Actions: []screen.Action{
				{Text: s.T("shell.show_in_folder"), Do: func() { s.ShowInFolder(path) }},
			}})
		})
	})
}
