package app

import (
	"context"
	"slices"
	"strings"
	"time"

	"primadesk/data"
	"primadesk/data/store"
)

// Backups copies the workspace's database and looks after its health.
type Backups struct{ w *Workspace }

// Backup writes a consistent copy of the database: into file, or with "" among the
// workspace's own backups. It gives the copy's path.
func (s *Backups) Backup(ctx context.Context, file string) (string, error) {
	path, err := s.w.store.Backup(ctx, file)
	s.w.Log.Info("backup", "written", err == nil)
	return path, fileError(err, path)
}

// Backups lists the copies in the workspace, the newest first.
func (s *Backups) Backups(ctx context.Context) ([]store.BackupFile, error) {
	return s.w.store.Backups(ctx)
}

// Last is when the newest backup was made; the zero time if there is none.
func (s *Backups) Last(ctx context.Context) (time.Time, error) {
	list, err := s.Backups(ctx)
	if err != nil || len(list) == 0 {
		return time.Time{}, err
	}
	return list[0].At, nil
}

// Check looks whether the database is whole; deep also proves that every row, search
// text and key agrees with the journal, and that evidence files are what they were.
func (s *Backups) Check(ctx context.Context, deep bool) ([]store.Finding, error) {
	found, err := s.w.store.Check(ctx, deep)
	s.w.Log.Info("check", "deep", deep, "findings", len(found), "done", err == nil)
	return found, err
}

// Info is what a workspace is and holds.
type Info struct {
	Version    string         `json:"version"`
	Schema     int            `json:"schema"`
	Folder     string         `json:"folder"`
	ReadOnly   bool           `json:"read_only"`
	Project    string         `json:"project,omitempty"`
	Acronym    string         `json:"acronym,omitempty"`
	Records    map[string]int `json:"records"`
	Trash      int            `json:"trash"`
	Bytes      int64          `json:"bytes"`
	LastBackup *time.Time     `json:"last_backup,omitempty"`
}

// Info counts the workspace's records and bytes.
func (w *Workspace) Info(ctx context.Context) (Info, error) {
	readOnly, _ := w.ReadOnly()
	info := Info{Version: w.version, Schema: store.SchemaVersion, Folder: w.Folder, ReadOnly: readOnly, Records: map[string]int{}}
	switch p, err := w.Projects.Current(ctx); {
	case err == nil:
		info.Project, info.Acronym = p.ID, p.Acronym
	case !data.HasCode(err, "project.none"):
		return info, err
	}
	err := w.store.Read(ctx, func(r *store.Reader) error {
		for _, e := range data.Entities() {
			live, err := r.Count(Query{Entity: e.Name})
			if err != nil {
				return err
			}
			trash, err := r.Count(Query{Entity: e.Name, Trash: true})
			if err != nil {
				return err
			}
			info.Records[e.Name] = live
			info.Trash += trash
		}
		return nil
	})
	if err != nil {
		return info, err
	}
	if info.Bytes, err = folderSize(w.Folder); err != nil {
		return info, fileError(err, w.Folder)
	}
	last, err := w.Backups.Last(ctx)
	if !last.IsZero() {
		info.LastBackup = &last
	}
	return info, err
}

func joinWords(words []string) string { return strings.Join(slices.Clone(words), ", ") }
