package shell

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

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
	d := dialog.NewFileOpen(func(file fyne.URIReadCloser, err error) {
		switch {
		case err != nil:
			s.ShowError(err)
		case file != nil:
			_ = file.Close() // the service opens it by its path
			s.takeProjectFile(filepath.FromSlash(file.URI().Path()))
		}
	}, s.win)
	d.SetTitleText(s.T("shell.menu.open_project"))
	d.SetConfirmText(s.T("shell.open"))
	d.SetDismissText(s.T("shell.cancel"))
	d.SetFilter(storage.NewExtensionFileFilter([]string{projectSuffix, ".jsonl"}))
	s.showFile(d)
}

// showFile shows a file dialog at a size in which names can be read. It has no size before it is shown.
func (s *Shell) showFile(d *dialog.FileDialog) {
	d.Show()
	s.file = d
	d.SetOnClosed(func() { s.file = nil })
	d.Resize(fyne.NewSize(kit.U(860), kit.U(560)).Min(s.win.Canvas().Size().SubtractWidthHeight(40, 40)))
	s.trace.Info("file dialog shown")
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

// saveProjectFile writes the project file that a manager gives to coordinators, into a folder that is asked for. It is
// not Fyne's own dialog for saving, which empties a file as soon as it is chosen: if writing then failed, it would be lost.
func (s *Shell) saveProjectFile() {
	name := fileStem(s.frame.project.Acronym) + projectSuffix
	d := dialog.NewFolderOpen(func(folder fyne.ListableURI, err error) {
		switch {
		case err != nil:
			s.ShowError(err)
		case folder != nil:
			s.replace(filepath.Join(filepath.FromSlash(folder.Path()), name), s.writeProjectFile)
		}
	}, s.win)
	d.SetTitleText(s.T("shell.menu.save_project"))
	d.SetConfirmText(s.T("shell.save_here"))
	d.SetDismissText(s.T("shell.cancel"))
	s.showFile(d)
}

// replace writes a file, after asking where there is one already.
func (s *Shell) replace(path string, write func(path string)) {
	if _, err := os.Stat(path); err != nil {
		write(path)
		return
	}
	s.Ask(screen.Question{
		Title: s.T("shell.replace"), Text: s.T("shell.replace.text", "File", filepath.Base(path)),
		Yes: s.T("shell.replace.yes"), No: s.T("shell.cancel"), Danger: true, OnYes: func() { write(path) },
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
