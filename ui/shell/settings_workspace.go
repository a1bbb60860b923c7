package shell

import (
	"context"
	"path/filepath"

	"fyne.io/fyne/v2"

	"primadesk/app"
	"primadesk/ui/kit"
	"primadesk/ui/screen"
)

func (v *settingsScreen) workspaceCard() fyne.CanvasObject {
	s := v.shell
	return kit.NewTitledCard(s.T("shell.settings.workspace"), nil, kit.VStack(10,
		kit.NewText(s.T("shell.settings.workspace.text"), kit.TextStyle{Token: kit.TokenMuted, Wrap: true}),
		kit.NewDefinition(s.T("shell.folder"), v.work.Folder),
		kit.NewDefinition(s.T("shell.device"), s.settings.Device()),
		kit.Flow(8,
			kit.NewButton(kit.ButtonSecondary, s.T("shell.show_in_folder"), func() { s.ShowInFolder(v.work.Folder) }),
			kit.NewButton(kit.ButtonSecondary, s.T("shell.other_workspace"), s.askWorkspace)),
	))
}

// askWorkspace asks for the folder of another workspace, and opens it.
func (s *Shell) askWorkspace() {
	s.leave(func() {
		s.browse(browsing{
			title: s.T("shell.other_workspace"), folder: filepath.Dir(s.work.Folder), folders: true, done: s.useWorkspace,
		})
	})
}

// useWorkspace opens the workspace in a folder and begins with it from now on. Where there is none, it asks whether one
// is to be made: a mistaken folder is not filled with a database unasked.
func (s *Shell) useWorkspace(folder string) {
	use := func() {
		if err := s.settings.SetFolder(folder); err != nil {
			s.ShowError(err)
			return
		}
		s.params.Folder = folder // what the program was started with counts no longer
		s.open(folder)
	}
	if app.Exists(folder) {
		use()
		return
	}
	s.Ask(screen.Question{
		Title: s.T("shell.make_workspace"), Text: s.T("shell.make_workspace.text", "Folder", folder),
		Yes: s.T("shell.make_workspace.yes"), No: s.T("shell.cancel"), OnYes: use,
	})
}

// checkNow looks whether the workspace is whole, record by record and file by file.
func (v *settingsScreen) checkNow() {
	s, work := v.shell, v.work
	v.check.Disable()
	s.Status(s.T("shell.checking"))
	s.exec.Go(func() {
		found, err := work.Backups.Check(context.Background(), true)
		s.exec.Apply(func() {
			v.check.Enable()
			if s.work != work || s.frame == nil {
				return
			}
			s.saved()
			if err != nil {
				s.ShowError(err)
				return
			}
			s.trace.Info("checked", "findings", len(found))
			if len(found) == 0 {
				s.Toast(screen.Toast{Text: s.T("shell.check.whole")})
				return
			}
			var list []app.Detail
			for _, f := range found {
				list = append(list, app.TellCheck(s.words, f))
			}
			s.message(s.T("shell.check"), s.N("shell.check.found", len(found)), details(s, list))
		})
	})
}
