package cli

import (
	"fmt"
	"io"
	"os"
	"time"

	"primadesk/app"
	"primadesk/data"
)

type initCmd struct {
	Sample  bool   `help:"${init_sample}"`
	Acronym string `placeholder:"A" help:"${init_acronym}"`
	Grant   string `placeholder:"N" help:"${init_grant}"`
}

// Run makes a workspace. If something fails, a folder that was not there before is
// taken away again.
func (c *initCmd) Run(s *session) (err error) {
	folder := s.folder()
	_, stat := os.Stat(folder)
	fresh := os.IsNotExist(stat)
	w, err := app.Create(s.ctx, s.params(false))
	if err != nil {
		return err
	}
	err = c.fill(s, w)
	if closing := w.Close(); err == nil {
		err = closing
	}
	if err != nil {
		if fresh {
			_ = os.RemoveAll(folder) // just made, by us
		}
		return err
	}
	return s.result(map[string]any{"workspace": w.Folder}, s.say("cli.init.done", "Folder", w.Folder))
}

func (c *initCmd) fill(s *session, w *app.Workspace) error {
	if c.Sample {
		if err := w.Projects.LoadSample(s.ctx); err != nil {
			return err
		}
	}
	if c.Acronym == "" {
		return nil
	}
	_, err := w.Projects.Make(s.ctx, c.Acronym, c.Grant)
	return err
}

type infoCmd struct{}

// Run prints what the workspace is and holds.
func (c *infoCmd) Run(s *session) error {
	return s.reading(func(w *app.Workspace) error {
		info, err := w.Info(s.ctx)
		if err != nil {
			return err
		}
		return s.result(info, func(out io.Writer) { s.printInfo(out, info) })
	})
}

func (s *session) printInfo(out io.Writer, info app.Info) {
	backup := s.p.T("cli.info.no_backup")
	if info.LastBackup != nil {
		backup = s.p.DateTime(info.LastBackup.Local().Format("2006-01-02T15:04"))
	}
	rows := [][]string{
		{s.p.T("cli.info.version"), info.Version},
		{s.p.T("cli.info.folder"), info.Folder},
		{s.p.T("cli.info.project"), info.Acronym},
		{s.p.T("cli.info.size"), s.p.Decimal(float64(info.Bytes)/(1<<20), 1) + " MB"},
		{s.p.T("cli.info.backup"), backup},
	}
	for _, e := range data.Entities() {
		rows = append(rows, []string{s.p.Entities(e.Name), s.p.Number(info.Records[e.Name])})
	}
	rows = append(rows, []string{s.p.T("cli.info.trash"), s.p.Number(info.Trash)})
	table(out, nil, rows)
}

type backupCmd struct {
	Output string `short:"o" placeholder:"FILE" help:"${output}"`
}

// Run copies the database.
func (c *backupCmd) Run(s *session) error {
	return s.reading(func(w *app.Workspace) error {
		path, err := w.Backups.Backup(s.ctx, c.Output)
		if err != nil {
			return err
		}
		return s.result(map[string]any{"file": path}, s.say("cli.backup.done", "File", path))
	})
}

type backupsCmd struct{}

// Run lists the backups in the workspace.
func (c *backupsCmd) Run(s *session) error {
	return s.reading(func(w *app.Workspace) error {
		list, err := w.Backups.Backups(s.ctx)
		if err != nil {
			return err
		}
		type backup struct {
			File  string    `json:"file"`
			Bytes int64     `json:"bytes"`
			At    time.Time `json:"at"`
		}
		out := make([]backup, 0, len(list))
		for _, b := range list {
			out = append(out, backup{File: b.Path, Bytes: b.Size, At: b.At})
		}
		return s.result(out, func(w io.Writer) {
			if len(out) == 0 {
				fmt.Fprintln(w, s.p.T("cli.backups.none"))
			}
			for _, b := range out {
				fmt.Fprintf(w, "%s  %s MB  %s\n", s.p.DateTime(b.At.Local().Format("2006-01-02T15:04")), s.p.Decimal(float64(b.Bytes)/(1<<20), 1), b.File)
			}
		})
	})
}

type checkCmd struct {
	Deep bool `help:"${check_deep}"`
}

// Run looks whether the workspace is whole; findings that are damage fail.
func (c *checkCmd) Run(s *session) error {
	return s.reading(func(w *app.Workspace) error {
		found, err := w.Backups.Check(s.ctx, c.Deep)
		if err != nil {
			return err
		}
		out := make([]app.Detail, 0, len(found))
		damaged := false
		for _, f := range found {
			damaged = damaged || f.Damage
			out = append(out, app.TellCheck(s.p, f))
		}
		err = s.result(map[string]any{"whole": !damaged, "findings": out}, func(w io.Writer) {
			for _, d := range out {
				fmt.Fprintln(w, s.placed(d))
			}
			if !damaged {
				fmt.Fprintln(w, s.p.T("cli.check.whole"))
			}
		})
		if err == nil && damaged {
			return data.Fail("check.damaged", "N", len(found))
		}
		return err
	})
}

type settingsCmd struct {
	Key   string `arg:"" optional:"" placeholder:"KEY" help:"${settings_key}"`
	Value string `arg:"" optional:"" placeholder:"VALUE" help:"${settings_value}"`
}

// Run shows all settings or one, or changes one.
func (c *settingsCmd) Run(s *session) error {
	folder := s.folder()
	if c.Value != "" {
		if err := c.set(s, folder); err != nil {
			return err
		}
	}
	keys := app.SettingKeys
	if c.Key != "" {
		keys = []string{c.Key}
	}
	values := map[string]string{}
	for _, key := range keys {
		value, err := s.settings.Get(key, folder)
		if err != nil {
			return err
		}
		values[key] = value
	}
	return s.result(values, func(w io.Writer) {
		if c.Key != "" {
			fmt.Fprintln(w, values[c.Key])
			return
		}
		for _, key := range keys {
			fmt.Fprintf(w, "%-10s %s\n", key, values[key])
		}
	})
}

func (c *settingsCmd) set(s *session, folder string) error {
	if c.Key != "project" {
		return s.settings.Set(c.Key, c.Value, folder)
	}
	return s.reading(func(w *app.Workspace) error { return w.Projects.Choose(s.ctx, c.Value) })
}

type generateCmd struct {
	Contacts int    `default:"1000" placeholder:"N" help:"${generate_contacts}"`
	Events   int    `default:"50" placeholder:"N" help:"${generate_events}"`
	Seed     uint64 `default:"1" placeholder:"S" help:"${generate_seed}"`
}

// Run makes records up.
func (c *generateCmd) Run(s *session) error {
	return s.writing(func(w *app.Workspace) error {
		done, err := w.Generate(s.ctx, app.GenerateParams{Contacts: c.Contacts, Events: c.Events, Seed: c.Seed})
		if err != nil {
			return err
		}
		return s.result(done, s.say("cli.generate.done", "N", s.p.Number(done.Created)))
	})
}

type versionCmd struct{}

// Run prints the program's version.
func (c *versionCmd) Run(s *session) error {
	return s.result(map[string]any{"version": s.version}, func(w io.Writer) { fmt.Fprintln(w, "Primadesk", s.version) })
}
