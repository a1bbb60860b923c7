package shell

import (
	"context"
	"errors"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/kit"
)

// opened is a workspace with what the frame shows of it.
type opened struct {
	work    *app.Workspace
	project *data.Project // nil: there is none yet
	backup  backupState
}

// open closes the workspace that is open and opens the one in a folder, which is made if missing. The window goes on
// showing what it shows until the answer is there.
func (s *Shell) open(folder string) {
	old := s.work
	s.forget()
	s.exec.Go(func() {
		var err error
		if old != nil {
			err = old.Close()
		}
		var o opened
		if err == nil {
			o, err = s.read(folder)
		}
		s.exec.Apply(func() {
			if err != nil {
				s.failed(folder, err)
				return
			}
			s.enter(o)
		})
	})
}

// forget leaves the workspace to whoever closes it: no screen uses it any more.
func (s *Shell) forget() {
	s.remember()
	s.nav.close()
	if s.quiet != nil {
		s.quiet()
	}
	s.nav, s.frame, s.quiet, s.work = nil, nil, nil, nil
}

// read opens a workspace, off the UI's goroutine. The sample is loaded where its workspace has no project, which is
// also so after a start that was stopped half-way.
func (s *Shell) read(folder string) (opened, error) {
	ctx := context.Background()
	p := app.Params{Folder: folder, Settings: s.settings, Lang: s.lang(), Now: s.params.Now, Version: s.params.Version, AllowReadOnly: true}
	open := app.Open
	if !app.Exists(folder) {
		open = app.Create
	}
	work, err := open(ctx, p)
	if err != nil {
		return opened{}, err
	}
	s.listen(work)
	o := opened{work: work}
	o.project, err = currentProject(ctx, work)
	if readOnly, _ := work.ReadOnly(); err == nil && o.project == nil && folder == app.SampleFolder() && !readOnly {
		if err = work.Projects.LoadSample(ctx); err == nil {
			o.project, err = currentProject(ctx, work)
		}
	}
	if err == nil {
		o.backup.last, err = work.Backups.Last(ctx)
	}
	if err != nil {
		return opened{}, errors.Join(err, work.Close())
	}
	return o, nil
}

// currentProject is nil where there is none.
func currentProject(ctx context.Context, work *app.Workspace) (*data.Project, error) {
	p, err := work.Projects.Current(ctx)
	if data.HasCode(err, "project.none") {
		return nil, nil
	}
	return p, err
}

// enter shows a workspace: the first start's next step, or the screens.
func (s *Shell) enter(o opened) {
	s.work = o.work
	s.quiet = o.work.Signals.Subscribe(func(c app.Changed) {
		s.exec.Apply(func() { s.changed(o.work, c) })
	})
	if step := s.nextStep(o.project); step != nil {
		s.welcome(step)
		return
	}
	s.build(o)
	if s.params.Crash != "" && !s.said {
		s.said = true
		s.toasts.Push(kit.Toast{Text: s.T("shell.crash"), Stay: -1, Error: true, Links: []kit.Link{
			{Text: s.T("shell.show_in_folder"), Do: func() { s.ShowInFolder(s.params.Crash) }},
		}})
	}
}

// reload reads the workspace's project anew and builds the window around it, after another project was chosen or made.
func (s *Shell) reload() {
	work := s.work
	s.remember()
	s.nav.close()
	if s.quiet != nil {
		s.quiet()
		s.quiet = nil
	}
	s.exec.Go(func() {
		o := opened{work: work}
		var err error
		if o.project, err = currentProject(context.Background(), work); err == nil {
			o.backup.last, err = work.Backups.Last(context.Background())
		}
		s.exec.Apply(func() {
			if err != nil {
				s.failed(work.Folder, err)
				return
			}
			s.enter(o)
		})
	})
}

// failed says why a workspace cannot be opened and what can be done instead; the window is of no use without one.
func (s *Shell) failed(folder string, err error) {
	s.trace.Log(context.Background(), s.logError(err), "workspace not opened", "code", app.Tell(s.words, err).Code)
	told := app.Tell(s.words, err)
	actions := kit.HStack(8, kit.NewButton(kit.ButtonPrimary, s.T("shell.try_again"), func() { s.open(folder) }))
	if folder != app.SampleFolder() {
		actions.Add(kit.NewButton(kit.ButtonSecondary, s.T("shell.look_at_sample"), func() { s.open(app.SampleFolder()) }))
	} else {
		actions.Add(kit.NewButton(kit.ButtonSecondary, s.T("shell.back_to_mine"), func() { s.open(s.folder()) }))
	}
	actions.Add(kit.NewButton(kit.ButtonSecondary, s.T("shell.show_in_folder"), func() { s.ShowInFolder(folder) }))
	s.setBareMenu()
	s.show(s.page(s.T("shell.not_opened"), told.Message, kit.VStack(14,
		kit.NewText(folder, kit.TextStyle{Size: kit.TextSmall, Token: kit.TokenMuted, Wrap: true}), actions)))
}
