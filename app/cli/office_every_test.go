//go:build office

package cli_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"primadesk/app"
	"primadesk/data"
)

// large makes a project of 20 events with 20,000 attendances.
func (d *desk) large() {
	d.t.Helper()
	const events, each = 20, 1000
	d.run("init", "--acronym", "LARGE", "--grant", "101000002")
	d.run("generate", "--contacts", fmt.Sprint(2*each), "--events", fmt.Sprint(events), "--seed", "7")
	var lines strings.Builder
	people := d.ids("contacts", 2*each)
	for i, event := range d.ids("events", events) {
		for j := range each {
			fmt.Fprintf(&lines, `{"entity":"attendance","event":%q,"contact":%q,"came":"yes","evidence":"signed"}`+"\n", event, people[(i*97+j)%len(people)])
		}
	}
	d.in(lines.String(), "put", "-")
}

// Every report in every language, of the sample, of a project with nothing in it, and of a large one, is valid by the schema of
// the format, and holds what LibreOffice calculates of it.
func TestOfficeEveryReport(t *testing.T) {
	for name, fill := range map[string]func(*desk){
		"sample": func(d *desk) { d.run("init", "--sample") },
		"empty":  func(d *desk) { d.run("init", "--acronym", "EMPTY", "--grant", "101000001") },
		"large":  (*desk).large,
	} {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t)
			fill(d)
			for _, lang := range data.Languages {
				d.everyReport(t, lang)
			}
		})
	}
	t.Run("hostile", func(t *testing.T) { // its texts are the same in every language
		d := newDesk(t)
		d.hostile()
		d.everyReport(t, "en")
	})
}

func (d *desk) everyReport(t *testing.T, lang string) {
	t.Helper()
	folder := t.TempDir()
	var books []string
	for _, r := range app.ReportList() {
		args, possible := d.needed(r)
		if !possible {
			continue
		}
		path := filepath.Join(folder, r.Name+r.Ending)
		d.run(append([]string{"--lang", lang, "--quiet", "report", r.Name, "-o", path}, args...)...)
		switch r.Ending {
		case ".xlsx":
			books = append(books, path)
			valid(t, lang, path)
		case ".docx":
			valid(t, lang, path)
		}
	}
	recalculated(t, lang, books)
}

// recalculated has LibreOffice calculate workbooks anew, and compares.
func recalculated(t *testing.T, lang string, books []string) {
	t.Helper()
	out := office(t, "xlsx", books...)
	for _, path := range books {
		name := filepath.Base(path)
		stored, calculated := readBook(t, path), readBook(t, filepath.Join(out, name))
		for cell, c := range stored.formulas() {
			want := value{}
			switch n, ok := c.number(); {
			case ok:
				want = number(n)
			case c.text == "" && !strings.HasPrefix(c.formula, "IF(SUBTOTAL(102,") && !strings.HasPrefix(c.formula, "IF(COUNT("):
				continue // one that every program calculates itself
			}
			if off := stored.off(calculated.at(cell), want); off != "" {
				t.Errorf("%s %s %s =%s: calculated %s", lang, name, cell, c.formula, off)
			}
		}
	}
}

// The reports of a closed period, of which something was changed since, are as valid, in every language.
func TestOfficeClosedPeriod(t *testing.T) {
	d := newDesk(t)
	d.run("init", "--sample")
	d.run("period", "close", "1")
	d.run("delete", "event", d.ids("events", 1)[0])
	for _, lang := range data.Languages {
		folder := t.TempDir()
		var books []string
		for _, name := range []string{"deliverable", "event-register", "attendance", "takeaways", "indicators", "communication"} {
			path := filepath.Join(folder, name+".xlsx")
			d.run("--lang", lang, "--quiet", "report", name, "-o", path, "--period", "1")
			books = append(books, path)
			valid(t, lang, path)
		}
		recalculated(t, lang, books)
	}
}

// valid has the validator of the Office formats look at a file.
func valid(t *testing.T, lang, path string) {
	t.Helper()
	validator := os.Getenv("PRIMADESK_OOXML")
	if validator == "" {
		t.Fatal("PRIMADESK_OOXML names no validator; make test-office does")
	}
	if said, err := exec.CommandContext(t.Context(), validator, path).CombinedOutput(); err != nil {
		t.Errorf("%s %s: %v\n%s", lang, filepath.Base(path), err, said)
	}
}
