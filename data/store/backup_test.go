package store

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"primadesk/data"
)

func TestBackupIsAWholeWorkspace(t *testing.T) {
	s := openStore(t)
	save(t, s, contact("Ελένη", ""))
	here := context.Background()
	path := filepath.Join(t.TempDir(), databaseName)
	for range 2 { // the second replaces the first
		if got := must(s.Backup(here, path)); got != path {
			t.Errorf("made %s", got)
		}
	}
	if info := must(os.Stat(path)); info.Mode().Perm() != fileMode {
		t.Errorf("mode %o", info.Mode().Perm())
	}
	if restored := openIn(t, paramsOf(filepath.Dir(path))); export(t, restored) != export(t, s) {
		t.Error("the copy holds something else")
	}
	first, second := must(s.Backup(here, "")), must(s.Backup(here, ""))
	list := must(s.Backups(here))
	if first == second || len(list) != 2 || list[0].Size == 0 {
		t.Errorf("backups %+v", list)
	}
	if _, err := s.Backup(here, filepath.Join(t.TempDir(), "none", "x.db")); codeOf(err) != "db.unreadable" {
		t.Errorf("got %v", err)
	}
	cancelled, cancel := context.WithCancel(here)
	cancel()
	folder := t.TempDir()
	if _, err := s.Backup(cancelled, filepath.Join(folder, "x.db")); err == nil || listing(t, folder) != "" {
		t.Errorf("cancelled: %v, left %s", err, listing(t, folder))
	}
	reader := s.dir
	p := paramsOf(string(reader))
	p.ReadOnly = true
	if _, err := openIn(t, p).Backup(here, filepath.Join(folder, "read.db")); err != nil {
		t.Errorf("from a reader: %v", err)
	}
}

func TestCheckNamesWhatDoesNotAgree(t *testing.T) {
	for name, c := range map[string]struct {
		sql, code, field string
		damage           bool
	}{
		"a value":          {"UPDATE contacts SET role = 'other'", "row", "role", true},
		"a state":          {"UPDATE contacts SET state = 'trash'", "row", "state", true},
		"a key":            {"UPDATE contacts SET organisation_key = x'00'", "keys", "organisation_key", true},
		"a folded title":   {"UPDATE contacts SET title_fold = ''", "keys", "title_fold", true},
		"a search text":    {"INSERT INTO contacts_search (rowid, title, text) VALUES (1, '', 'other')", "search", "", true},
		"no row":           {"DELETE FROM organisations", "no_row", "", true},
		"no entries":       {"DELETE FROM journal WHERE entity = 'organisation'", "no_entries", "", true},
		"a conflict":       {"INSERT INTO conflicts SELECT 'contact', id, 'role' FROM contacts", "conflicts", "", true},
		"a reference":      {"", "reference", "owner", false},
		"an evidence file": {"", "evidence.missing", "file", true},
	} {
		t.Run(name, func(t *testing.T) {
			s := openStore(t)
			org := &data.Organisation{Name: "Λιμάνι"}
			save(t, s, org)
			person := contact("Ελένη", "Παπαδοπούλου")
			person.Organisation = org.ID
			save(t, s, person)
			sound(t, s)
			switch {
			case c.sql != "":
				if err := s.writer.Exec(c.sql).Error; err != nil {
					t.Fatal(err)
				}
			case c.field == "owner":
				person.Owner = uuid7(4, 4)
				save(t, s, person)
			default:
				sha := "aa" + data.Digest("") + data.Digest("") + data.Digest("") + data.Digest("")
				save(t, s, &data.Evidence{Kind: "minutes", File: sha[:64]})
			}
			findings, err := s.Check(context.Background(), true)
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range findings {
				if f.Code == c.code && f.Field == c.field && f.Damage == c.damage && f.Entity != "" {
					return
				}
			}
			t.Errorf("found %+v", findings)
		})
	}
}

func TestCheckAsksSQLiteToo(t *testing.T) {
	s := openStore(t)
	save(t, s, contact("Ελένη", ""))
	if findings, err := s.Check(context.Background(), false); err != nil || len(findings) != 0 {
		t.Errorf("found %+v, %v", findings, err)
	}
	if err := s.writer.Exec("PRAGMA writable_schema = 1").Error; err != nil {
		t.Fatal(err)
	}
	err := s.writer.Exec("DELETE FROM sqlite_master WHERE name = 'contacts_by_role'").Error // its pages belong to nobody now
	if err != nil {
		t.Fatal(err)
	}
	findings, err := s.Check(context.Background(), false)
	if err != nil || len(findings) == 0 || findings[0].Code != "integrity" || !findings[0].Damage {
		t.Errorf("found %+v, %v", findings, err)
	}
}
