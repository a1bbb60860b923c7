package store

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"gorm.io/gorm"

	"primadesk/data"
)

// The tables that all migrations together make have the columns that data declares, and no others: a new field
// asks for a new migration.
func TestTablesHaveTheDeclaredColumns(t *testing.T) {
	s := openStore(t)
	for _, e := range data.Entities() {
		want := []string{"seq INTEGER"}
		for _, c := range metaColumns {
			want = append(want, c+" "+map[string]string{"pos": "INTEGER", "created_at": "DATETIME", "changed_at": "DATETIME"}[c])
		}
		for i := range e.Columns {
			want = append(want, e.Columns[i].ID+" "+sqlType(&e.Columns[i]))
		}
		want = append(want, titleFold+" TEXT")
		for i := range e.Columns {
			if keyed(&e.Columns[i]) {
				want = append(want, keyName(&e.Columns[i])+" BLOB")
			}
		}
		for i := range want {
			if strings.HasSuffix(want[i], " ") {
				want[i] += "TEXT"
			}
		}
		rows, err := s.reader.Raw("SELECT name || ' ' || type FROM pragma_table_info(?)", e.Table).Rows()
		if err != nil {
			t.Fatal(err)
		}
		have := must(column[string](rows))
		slices.Sort(want)
		slices.Sort(have)
		if !slices.Equal(want, have) {
			t.Errorf("table %s has\n%q, but data declares\n%q:\nadd a migration", e.Table, have, want)
		}
	}
}

func sqlType(c *data.Column) string {
	switch c.Kind {
	case data.KindInt, data.KindDecimal, data.KindBool:
		return "INTEGER"
	}
	return "TEXT"
}

func TestEverySortableColumnHasAnIndex(t *testing.T) {
	s := openStore(t)
	for _, e := range data.Entities() {
		for i := range e.Columns {
			c := &e.Columns[i]
			name := c.ID
			if keyed(c) {
				name = keyName(c)
			}
			var n int
			err := s.reader.Raw("SELECT count(*) FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql LIKE ?",
				e.Table, `%("`+name+`", id)%`).Row().Scan(&n)
			if err != nil || (n == 1) != c.Sort {
				t.Errorf("%s has %d indexes for sorting by %s (%v)", e.Table, n, c.ID, err)
			}
		}
	}
}

func TestMigrateFromAnOlderVersion(t *testing.T) {
	p := paramsOf(t.TempDir())
	s := openIn(t, p)
	c := contact("Ελένη", "")
	save(t, s, c)
	list := must(migrations())
	last := len(list)
	list = append(list, migration{version: last + 1, name: "more", sql: "CREATE TABLE more (id TEXT); INSERT INTO more VALUES ('x')"})
	if err := s.migrate(list); err != nil {
		t.Fatal(err)
	}
	files := must(s.Backups(context.Background()))
	if len(files) != 1 || !strings.Contains(files[0].Path, fmt.Sprintf("before-migration-from-%d", last)) {
		t.Fatalf("backups %+v", files)
	}
	if version := must(inspect(files[0].Path)); version != last {
		t.Errorf("the copy has version %d", version)
	}
	if version := must(inspect(s.dir.database())); version != last+1 {
		t.Errorf("migrated to version %d", version)
	}
	rows, err := s.reader.Raw("SELECT version FROM migrations ORDER BY version").Rows()
	if err != nil {
		t.Fatal(err)
	}
	if got := must(column[int](rows)); len(got) != last+1 || got[last] != last+1 {
		t.Errorf("recorded %v", got)
	}
	if got := load[data.Contact](t, s, c.ID); got.GivenName != "Ελένη" {
		t.Errorf("kept %+v", got)
	}
}

// Partners that were written before their code was searched are found by it once the workspace was opened.
func TestPartnersFromBeforeAreFoundByTheirCode(t *testing.T) {
	p := paramsOf(t.TempDir())
	s := openIn(t, p)
	project := &data.Project{Acronym: "TEST"}
	save(t, s, project)
	partner := &data.Partner{Project: project.ID, LegalName: "Κέντρο", Code: "ΕΛ"}
	save(t, s, partner)
	err := s.writer.Transaction(func(db *gorm.DB) error { // as version 5 had it
		return errors.Join(db.Exec("DELETE FROM partners_search").Error,
			db.Exec("INSERT INTO partners_search (rowid, title, text) SELECT seq, 'κεντρο', '' FROM partners").Error,
			db.Exec("DELETE FROM migrations WHERE version > 5").Error, db.Exec("PRAGMA user_version = 5").Error)
	})
	if err != nil {
		t.Fatal(err)
	}
	if hits := must(s.Search(t.Context(), Find{Text: "ελ"})); len(hits.Items) != 0 {
		t.Fatalf("before: %+v", hits)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s = openIn(t, p)
	if hits := must(s.Search(t.Context(), Find{Text: "ελ"})); len(hits.Items) != 1 || hits.Items[0].ID != partner.ID {
		t.Errorf("found %+v", hits)
	}
	sound(t, s)
}

func TestAMigrationIsWholeOrNotAtAll(t *testing.T) {
	s := openStore(t)
	list := must(migrations())
	last := len(list)
	list = append(list, migration{version: last + 1, name: "broken", sql: "CREATE TABLE half (id TEXT); CREATE TABLE half (id TEXT)"})
	if err := s.migrate(list); err == nil {
		t.Fatal("it did not fail")
	}
	var tables, version int
	err := s.writer.Transaction(func(db *gorm.DB) error {
		if err := db.Raw("SELECT count(*) FROM sqlite_master WHERE name = 'half'").Scan(&tables).Error; err != nil {
			return err
		}
		return db.Raw("PRAGMA user_version").Scan(&version).Error
	})
	if err != nil || tables != 0 || version != last {
		t.Errorf("left %d tables, version %d, %v", tables, version, err)
	}
}
