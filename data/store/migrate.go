package store

import (
	"embed"
	"fmt"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"

	"gorm.io/gorm"

	"primadesk/data"
)

// Migrations are SQL texts that never change once they are released: 0001_records.sql, 0002_… A test holds that the
// tables which they make have exactly the columns that data declares, so that a new field asks for a new one.
//
//go:embed migrations/*.sql
var migrationFiles embed.FS

type migration struct {
	version int
	name    string
	sql     string
}

// migrations lists them by version, from 1 without gaps.
func migrations() ([]migration, error) {
	names, err := fs.Glob(migrationFiles, "migrations/*.sql") // sorted
	if err != nil {
		return nil, err
	}
	list := make([]migration, 0, len(names))
	for i, name := range names {
		text, err := migrationFiles.ReadFile(name)
		if err != nil {
			return nil, err
		}
		number, title, _ := strings.Cut(strings.TrimSuffix(filepath.Base(name), ".sql"), "_")
		version, err := strconv.Atoi(number)
		if err != nil || version != i+1 {
			return nil, fmt.Errorf("migration %s is out of order", name)
		}
		list = append(list, migration{version: version, name: title, sql: string(text)})
	}
	return list, nil
}

// refuse says whether a database of that schema version can be opened here.
func refuse(version, known int, path string) error {
	if version > known {
		return data.Fail("db.newer", "File", path, "Version", version, "Known", known)
	}
	return nil
}

// migrate brings the database from its version to the newest, each step in a transaction with its record.
func (s *Store) migrate(list []migration) error {
	var version int
	if err := s.writer.Raw("PRAGMA user_version").Scan(&version).Error; err != nil {
		return err
	}
	if err := refuse(version, len(list), s.dir.database()); err != nil || version == len(list) {
		return err
	}
	if version > 0 {
		if err := s.backupBefore(version); err != nil {
			return err
		}
	}
	for _, m := range list[version:] {
		if err := s.writer.Transaction(func(tx *gorm.DB) error {
			if err := m.run(tx, stamp(s.now())); err != nil || m.version < len(list) {
				return err
			}
			return s.reindex(tx, version, m.version)
		}); err != nil {
			return fmt.Errorf("migration %d %s: %w", m.version, m.name, err)
		}
		s.log.Info("migrated the workspace", "version", m.version, "name", m.name)
	}
	return nil
}

func (m migration) run(tx *gorm.DB, at string) error {
	statements := []string{
		m.sql,
		fmt.Sprintf("PRAGMA user_version = %d", m.version),
		fmt.Sprintf("PRAGMA application_id = %d", applicationID),
	}
	for _, sql := range statements {
		if _, err := tx.Statement.ConnPool.ExecContext(tx.Statement.Context, sql); err != nil {
			return err
		}
	}
	return tx.Exec("INSERT INTO migrations (version, name, at) VALUES (?, ?, ?)", m.version, m.name, at).Error
}
