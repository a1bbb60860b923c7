//go:build office

package cli_test

import (
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"primadesk/app"
	"primadesk/assets/i18n"
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
	export := d.run("export", "all")
	d.in(completed(d.t, export, true)+furnished(readRaw(d.t, export), 7), "put")
}

// empty makes a project that has its periods, and nothing else.
func (d *desk) empty() {
	d.run("init", "--acronym", "EMPTY", "--grant", "101000001")
	d.in(completed(d.t, d.run("export", "all"), false), "put")
}

// Every report in every language, of the sample, of a project with nothing in it, and of a large one, is valid by the schema of
// the format, sound in its parts, and holds what LibreOffice calculates of it. So is what is packed in a ZIP.
func TestOfficeEveryReport(t *testing.T) {
	for name, fill := range map[string]func(*desk){"sample": func(d *desk) { d.run("init", "--sample") }, "empty": (*desk).empty, "large": (*desk).large} {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t)
			fill(d)
			for _, lang := range data.Languages {
				t.Run(lang, func(t *testing.T) { d.everyReport(t, lang) })
			}
		})
	}
	t.Run("hostile", func(t *testing.T) { // its texts are the same in every language
		d := newDesk(t)
		d.hostile()
		d.everyReport(t, "en")
		path := filepath.Join(d.home, "newsletter.docx")
		d.run("--lang", "en", "--quiet", "bulletin", "1", "--as-is", "-o", path)
		valid(t, "en", path)
	})
}

// everyReport writes what there is, with more arguments where a report takes that option.
func (d *desk) everyReport(t *testing.T, lang string, more ...app.ReportOption) (books, documents []string) {
	t.Helper()
	d = &desk{t: t, home: d.home}
	folder, judging, judges := t.TempDir(), sync.WaitGroup{}, make(chan struct{}, runtime.GOMAXPROCS(0))
	defer judging.Wait()
	for _, r := range app.ReportList() {
		args, possible := d.needed(r)
		for _, option := range more {
			switch {
			case !slices.Contains(r.Takes, option):
				possible = false
			case option != app.OptPeriod:
				args = append(args, map[app.ReportOption]string{app.OptPersonalData: "--with-personal-data", app.OptPublic: "--public"}[option])
			case !slices.Contains(r.Needs, option):
				args = append(args, "--period", fmt.Sprint(d.period()))
			}
		}
		if !possible {
			continue
		}
		path := filepath.Join(folder, r.Name+r.Ending)
		d.run(append([]string{"--lang", lang, "--quiet", "report", r.Name, "-o", path}, args...)...)
		for _, file := range officeFiles(t, path) {
			judging.Go(func() {
				judges <- struct{}{}
				valid(t, lang, file)
				<-judges
			})
			if filepath.Ext(file) == ".xlsx" {
				checkSound(t, lang, file)
				books = append(books, file)
			} else {
				documents = append(documents, file)
			}
		}
	}
	recalculated(t, lang, books)
	judging.Wait()
	return books, documents
}

// officeFiles are the workbooks and documents of a report: itself, or those that it packed, under names of their own.
func officeFiles(t *testing.T, path string) (files []string) {
	t.Helper()
	if filepath.Ext(path) != ".zip" {
		return []string{path}
	}
	parts := unzipped(t, path)
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		if ending := filepath.Ext(name); ending != ".xlsx" && ending != ".docx" {
			continue
		}
		file := strings.TrimSuffix(path, ".zip") + "-" + strings.ReplaceAll(name, "/", "-")
		if err := os.WriteFile(file, parts[name], 0o600); err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
	}
	if len(files) == 0 {
		t.Errorf("%s holds nothing of Office", filepath.Base(path))
	}
	return files
}

// recalculated has LibreOffice calculate workbooks anew, and compares.
func recalculated(t *testing.T, lang string, books []string) {
	t.Helper()
	out := office(t, "xlsx", books...)
	for _, path := range books {
		name := filepath.Base(path)
		stored, calculated := readBook(t, path), readBook(t, filepath.Join(out, name)).cells()
		for cell, c := range stored.formulas() {
			want := value{}
			switch n, ok := c.number(); {
			case ok:
				want = number(n)
			case c.text == "" && !strings.HasPrefix(c.formula, "IF(SUBTOTAL(102,") && !strings.HasPrefix(c.formula, "IF(COUNT("):
				continue // one that every program calculates itself
			}
			if off := stored.off(calculated[cell], want); off != "" {
				t.Errorf("%s %s %s =%s: calculated %s", lang, name, cell, c.formula, off)
			}
		}
	}
}

// The reports of a closed period, of which something was changed since, are as right in every language: for the public, for everybody,
// and with those who changed it by name. A version for the public is refused where sums are off, as those are that are changed last.
func TestOfficeClosedPeriod(t *testing.T) {
	d := newDesk(t)
	d.run("init", "--sample")
	d.run("settings", "me", "Somebody Else")
	d.run("period", "close", "1")
	d.run("delete", "event", d.ids("events", 1)[0])
	for _, lang := range data.Languages[:2] {
		t.Run("public "+lang, func(t *testing.T) { d.everyReport(t, lang, app.OptPeriod, app.OptPublic) })
	}
	words, r := english(t), readRaw(t, d.run("export", "all"))
	for seed := range 6 {
		lines, bin := changed(foretell(t, r, words, asked{period: 1}), seed)
		r = d.change(r, lines, bin)
		r = d.reread(r, d.run("export", "all"))
	}
	for i, lang := range data.Languages {
		t.Run(lang, func(t *testing.T) {
			d.tellsDifferences(t, lang)
			if i < 2 {
				d.everyReport(t, lang, app.OptPeriod, app.OptPersonalData)
			}
		})
	}
}

// tellsDifferences writes every report of a closed period, most of which tell what differs.
func (d *desk) tellsDifferences(t *testing.T, lang string) {
	t.Helper()
	books, documents := d.everyReport(t, lang, app.OptPeriod)
	told := 0
	for _, file := range books {
		if slices.Contains(readBook(t, file).names(), i18n.For(lang).T("report.sheet.differences")) {
			told++
		}
	}
	if told < 8 || len(books) < 10 || len(documents) == 0 {
		t.Errorf("%d workbooks, of which %d tell what differs, and %d documents", len(books), told, len(documents))
	}
}

// What is written prints on A4: workbooks with a page for each of their sheets at least, and documents.
func TestOfficeEveryReportPrints(t *testing.T) {
	d := newDesk(t)
	d.run("init", "--sample")
	books, documents := d.everyReport(t, "el")
	out := office(t, "pdf", append(books, documents...)...)
	for _, file := range append(books, documents...) {
		name := strings.TrimSuffix(filepath.Base(file), filepath.Ext(file)) + ".pdf"
		if strings.HasPrefix(name, "template") {
			continue // its author's
		}
		said, err := exec.CommandContext(t.Context(), "pdfinfo", "-f", "1", "-l", "-1", filepath.Join(out, name)).CombinedOutput()
		if err != nil {
			t.Fatalf("pdfinfo: %v\n%s", err, said)
		}
		pages, sheets := pageSize.FindAllStringSubmatch(string(said), -1), 1
		if filepath.Ext(file) == ".xlsx" {
			sheets = len(readBook(t, file).sheets)
		}
		if len(pages) < sheets || len(pages) > 4*sheets+4 && filepath.Ext(file) == ".xlsx" {
			t.Errorf("%s: %d pages of %d sheets", name, len(pages), sheets)
		}
		for _, p := range pages {
			if p[1] != "A4" {
				t.Errorf("%s has a page of %s", name, p[0])
			}
		}
	}
}

var pageSize = regexp.MustCompile(`(?m)^Page +\d+ size: +[\d.]+ x [\d.]+ pts(?: \((\w+)\))?`)

// valid has the validator of the Office formats look at a file.
func valid(t *testing.T, lang, path string) {
	t.Helper()
	validator := os.Getenv("PRIMADESK_OOXML")
	if validator == "" {
		t.Error("PRIMADESK_OOXML names no validator; make test-office does")
		return
	}
	if said, err := exec.CommandContext(t.Context(), validator, path).CombinedOutput(); err != nil {
		t.Errorf("%s %s: %v\n%s", lang, filepath.Base(path), err, said)
	}
}
