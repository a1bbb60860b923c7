//go:build unix

package app

import (
	"database/sql"
	"fmt"
	"path/filepath"
	"slices"
	"syscall"
	"testing"
	"time"

	"primadesk/reports/reporttest"
)

// crowd is how many there are of what an attendance belongs to.
type crowd struct{ contacts, events, attendances int }

var million = crowd{contacts: 20_000, events: 500, attendances: 1_000_000}

// attended is a workspace with so many attendances, put straight into its tables: no way through the journal is that quick.
func attended(b *testing.B, c crowd) (*Workspace, *sql.DB) {
	b.Helper()
	settings, err := LoadSettings(b.TempDir())
	if err != nil {
		b.Fatal(err)
	}
	folder := filepath.Join(b.TempDir(), "work")
	w, err := Create(b.Context(), Params{Folder: folder, Settings: settings, Lang: "en", Now: func() time.Time { return homeDay }})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = w.Close() })
	if _, err := w.Generate(b.Context(), GenerateParams{Contacts: c.contacts, Events: c.events, Seed: 1}); err != nil {
		b.Fatal(err)
	}
	pool, err := sql.Open("sqlite", "file:"+filepath.Join(folder, "primadesk.db")+"?_pragma=busy_timeout(5000)&_pragma=synchronous(0)&_pragma=cache_size(-262144)&_pragma=temp_store(2)")
	if err != nil {
		b.Fatal(err)
	}
	pool.SetMaxOpenConns(1)
	b.Cleanup(func() { _ = pool.Close() })
	fill(b, pool, c.attendances)
	return w, pool
}

// fill gives every event as many people: one in ten with a gender or an age band of her own, one in fifty invited in vain. Only
// the indexes that the report or its measure could use are kept, since the others take minutes.
func fill(b *testing.B, pool *sql.DB, attendances int) {
	b.Helper()
	rows, err := pool.QueryContext(b.Context(), `SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = 'attendance' AND sql IS NOT NULL`)
	if err != nil {
		b.Fatal(err)
	}
	statements := []string{`DELETE FROM attendance`}
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			b.Fatal(err)
		}
		if !slices.Contains([]string{"attendance_of_event", "attendance_of_contact"}, name) {
			statements = append(statements, `DROP INDEX "`+name+`"`)
		}
	}
	if err := rows.Close(); err != nil {
		b.Fatal(err)
	}
	statements = append(statements,
		`CREATE TEMP TABLE e AS SELECT row_number() OVER (ORDER BY id) - 1 n, id FROM events`, `CREATE UNIQUE INDEX temp.e_n ON e (n)`,
		`CREATE TEMP TABLE c AS SELECT row_number() OVER (ORDER BY id) - 1 n, id FROM contacts`, `CREATE UNIQUE INDEX temp.c_n ON c (n)`,
		fmt.Sprintf(`WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < %d - 1)
INSERT INTO attendance (id, state, pos, created_at, created_by, changed_at, changed_by, device, "event", "day", contact, "count", includes_named, parts,
	invitation, came, walk_in, mode, minutes, gender, age_band, country, "group", evidence, owner, title_fold, event_key, contact_key, owner_key)
SELECT printf('01900000-0000-7000-9000-%%012d', i), 'live', 1, '2025-01-01 00:00:00.000+00:00', '', '2025-01-01 00:00:00.000+00:00', '', '',
	(SELECT id FROM temp.e WHERE n = i / (%d / (SELECT COUNT(*) FROM temp.e) + 1)), '',
	(SELECT id FROM temp.c WHERE n = i * 7919 %% (SELECT COUNT(*) FROM temp.c)), NULL, 0, '', 'accepted',
	CASE WHEN i %% 50 = 49 THEN 'no' ELSE 'yes' END, 0, '', NULL,
	CASE WHEN i %% 10 = 3 THEN 'female' ELSE '' END, CASE WHEN i %% 10 = 4 THEN 'over_60' ELSE '' END, '', '', 'signed', '', '', x'', x'', x''
FROM n`, attendances, attendances))
	for _, statement := range statements {
		if _, err := pool.ExecContext(b.Context(), statement); err != nil {
			b.Fatalf("%v in %.60s", err, statement)
		}
	}
}

// whoCame are the rows that count.
const whoCame = `a."event" IN (SELECT id FROM events WHERE state = 'live') AND +a.state = 'live' AND +a.came = 'yes' AND +a.contact <> ''`

// What the report shows, as one would ask SQL for it: the people of every event by gender, age band, country and group, where what the
// attendance does not say is the contact's or her organisation's; and how often each came.
var figuresInSQL = []string{
	`SELECT a."event", coalesce(nullif(a.gender, ''), c.gender), a.age_band, coalesce(nullif(a.country, ''), nullif(o.country, ''), c.country),
	coalesce(nullif(a."group", ''), o."group"), COUNT(*)
FROM attendance a LEFT JOIN contacts c ON c.id = a.contact LEFT JOIN organisations o ON o.id = c.organisation WHERE ` + whoCame + ` GROUP BY 1, 2, 3, 4, 5`,
	`SELECT times, COUNT(*) FROM (SELECT a.contact, COUNT(DISTINCT a."event") times FROM attendance a WHERE ` + whoCame + ` GROUP BY a.contact) GROUP BY times`,
}

// The rows that it counts, of which only what is counted is read.
var rowsInSQL = []string{
	`SELECT a."event", a.contact, a."day", a.gender, a.age_band, a.country, a."group" FROM attendance a WHERE ` + whoCame + ` ORDER BY a."event"`,
	`SELECT id, gender, country, organisation FROM contacts`,
}

// ask runs queries and reads their rows to the end.
func ask(b *testing.B, pool *sql.DB, queries []string) (n int) {
	b.Helper()
	for _, query := range queries {
		rows, err := pool.QueryContext(b.Context(), query)
		if err != nil {
			b.Fatal(err)
		}
		columns, err := rows.Columns()
		if err != nil {
			b.Fatal(err)
		}
		values, dest := make([]sql.NullString, len(columns)), make([]any, len(columns))
		for i := range dest {
			dest[i] = &values[i]
		}
		for rows.Next() {
			if err := rows.Scan(dest...); err != nil {
				b.Fatal(err)
			}
			n++
		}
		if err := rows.Close(); err != nil {
			b.Fatal(err)
		}
	}
	return n
}

// processor is the time that this process has spent computing.
func processor(b *testing.B) time.Duration {
	b.Helper()
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		b.Fatal(err)
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}

// The attendance report over a million attendances against the SQL that it needs, written bare: at most 1.5 times its CPU, both as
// figures that SQL adds up and as rows that are read and not looked at.
func BenchmarkAttendanceReport(b *testing.B) {
	w, pool := attended(b, million)
	file := filepath.Join(b.TempDir(), "attendance.xlsx")
	events := 0
	sides := []func(){
		func() {
			result, err := w.Reports.Write(b.Context(), ReportParams{Name: "attendance", Lang: "en", File: file})
			if err != nil {
				b.Fatal(err)
			}
			events = result.Events
		},
		func() { ask(b, pool, figuresInSQL) },
		func() {
			if n := ask(b, pool, rowsInSQL); n < million.attendances*9/10 {
				b.Fatalf("only %d rows are counted", n)
			}
		},
	}
	times := make([][]time.Duration, len(sides))
	for range 3 {
		for i, do := range sides {
			start := processor(b)
			do()
			times[i] = append(times[i], processor(b)-start)
		}
	}
	medians := make([]time.Duration, len(sides))
	for i := range times {
		slices.Sort(times[i])
		medians[i] = times[i][len(times[i])/2]
	}
	b.Logf("%d events held: the report %v, figures in SQL %v, rows in SQL %v", events, medians[0], medians[1], medians[2])
	for i, name := range []string{"report/figures", "report/rows"} {
		reporttest.Within(b, name, float64(medians[0])/float64(medians[i+1]), 1.5)
	}
	b.ReportMetric(0, "ns/op")
}
