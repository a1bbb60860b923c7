//go:build office

package cli_test

import (
	"context"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

// calculateAlways tells LibreOffice to calculate every formula anew when it opens a workbook of Excel; else it believes the
// stored values of files that it knows to be calculated.
const calculateAlways = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`

// office has LibreOffice convert workbooks, with a profile of its own, and gives the folder of what it wrote.
func office(t *testing.T, format string, files ...string) string {
	t.Helper()
	home := t.TempDir()
	user, out := filepath.Join(home, "profile", "user"), filepath.Join(home, "out")
	if err := os.MkdirAll(user, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(user, "registrymodifications.xcu"), []byte(calculateAlways), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 5*time.Minute)
	defer cancel()
	profile := "-env:UserInstallation=file://" + filepath.ToSlash(filepath.Dir(user))
	args := append([]string{profile, "--headless", "--norestore", "--convert-to", format, "--outdir", out}, files...)
	if said, err := exec.CommandContext(ctx, "soffice", args...).CombinedOutput(); err != nil {
		t.Fatalf("soffice: %v\n%s", err, said)
	}
	return out
}

// sampleWorkbook writes the sample's deliverable and reads the records that it is made of.
func sampleWorkbook(t *testing.T) (*desk, *raw, string) {
	d := newDesk(t)
	d.run("init", "--sample")
	d.report(asked{})
	return d, readRaw(t, d.run("export", "all")), filepath.Join(d.home, "deliverable.xlsx")
}

// What LibreOffice calculates is what is stored, and what the oracle foretold: of the sample, and of made-up projects with sums
// that are off and figures that nobody knows.
func TestOfficeCalculatesWhatIsStored(t *testing.T) {
	words := english(t)
	d, r, file := sampleWorkbook(t)
	oracles := map[string]*oracle{"sample.xlsx": foretell(t, r, words, asked{})}
	files := []string{filepath.Join(d.home, "sample.xlsx")}
	if err := os.Rename(file, files[0]); err != nil {
		t.Fatal(err)
	}
	for _, seed := range []int{12, 24, 50} {
		one := &desk{t: t, home: t.TempDir()}
		r := one.made(seed)
		one.report(askedOf(seed))
		name := fmt.Sprintf("made%d.xlsx", seed)
		if err := os.Rename(filepath.Join(one.home, "deliverable.xlsx"), filepath.Join(d.home, name)); err != nil {
			t.Fatal(err)
		}
		oracles[name], files = foretell(t, r, words, askedOf(seed)), append(files, filepath.Join(d.home, name))
	}
	out := office(t, "xlsx", files...)
	for _, name := range slices.Sorted(maps.Keys(oracles)) {
		stored, calculated := readBook(t, filepath.Join(d.home, name)), readBook(t, filepath.Join(out, name))
		n, cells := 0, calculated.cells()
		for cell, c := range stored.formulas() {
			n++
			want := value{}
			if n, ok := c.number(); ok {
				want = number(n)
			}
			if off := stored.off(cells[cell], want); off != "" {
				t.Errorf("%s %s =%s: calculated %s", name, cell, c.formula, off)
			}
		}
		t.Logf("%s: %d formulas", name, n)
		oracles[name].checkFigures(calculated)
	}
}

// formulas are the cells that hold one, by sheet and cell.
func (b *xlsx) formulas() map[string]*xlsxCell {
	found := map[string]*xlsxCell{}
	for _, s := range b.sheets {
		for _, row := range s.rows {
			for _, c := range row {
				if c != nil && c.formula != "" {
					found[c.at] = c
				}
			}
		}
	}
	return found
}

// cells are those that hold something, by their name as formulas gives it.
func (b *xlsx) cells() map[string]*xlsxCell {
	found := map[string]*xlsxCell{}
	for _, s := range b.sheets {
		for _, row := range s.rows {
			for _, c := range row {
				if c != nil {
					found[c.at] = c
				}
			}
		}
	}
	return found
}

// One more woman, typed into an event's sheet, is in every total that she belongs to.
func TestOfficeTotalsFollowAnInput(t *testing.T) {
	_, r, file := sampleWorkbook(t)
	const event = "EL-01 2025-06-02"
	before := readBook(t, file)
	women := before.table(event, split("Gender|Participants"))
	row, column := women.first, women.columns[1]
	input := women.sheet.cell(row, column)
	if women.sheet.cell(row, 0).text != "Women" || input.formula != "" {
		t.Fatalf("%s is not where women are typed in", input.at)
	}
	n, _ := input.number()
	typeIn(t, file, event, row, column, int(n)+1)

	for _, e := range r.events {
		if e.sheet() != event {
			continue
		}
		oneMore(t, r.attendance[e.ID], "gender", "female")
	}
	after := readBook(t, filepath.Join(office(t, "xlsx", file), filepath.Base(file)))
	foretell(t, r, english(t), asked{}).checkFigures(after)

	followed := map[string]bool{}
	now := after.cells()
	for name, c := range before.formulas() {
		was, _ := c.number()
		if is, _ := now[name].number(); is == was+1 {
			followed[name[:strings.LastIndex(name, "!")]] = true
		}
	}
	for _, sheet := range []string{event, "Events", "Participants", "Summary", "Cover", "Indicators"} {
		if !followed[sheet] {
			t.Errorf("no total of %s followed", sheet)
		}
	}
}

// typeIn puts one number into a workbook and leaves everything else, stored values too, as it is.
func typeIn(t *testing.T, file, sheet string, row, column, n int) {
	t.Helper()
	f, err := excelize.OpenFile(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	cell, err := excelize.CoordinatesToCellName(column+1, row+1)
	if err == nil {
		err = f.SetCellInt(sheet, cell, int64(n))
	}
	if err == nil {
		err = f.Save()
	}
	if err != nil {
		t.Fatal(err)
	}
}

// oneMore adds somebody to the only head count of an event, in one dimension.
func oneMore(t *testing.T, rows []*rawAttendance, by, word string) {
	t.Helper()
	done := 0
	for _, a := range rows {
		for i := range a.Parts {
			if p := &a.Parts[i]; p.By == by && p.Word == word {
				*p.Count++
				*a.Count++
				done++
			}
		}
	}
	if done != 1 {
		t.Fatalf("%d head counts have %s", done, word)
	}
}

var pagesOf = regexp.MustCompile(`(?m)^Pages:\s+(\d+)$`)

// Every sheet prints: the PDF has a page for each at least, and more for those that are long.
func TestOfficePrints(t *testing.T) {
	_, _, file := sampleWorkbook(t)
	sheets := len(readBook(t, file).sheets)
	pdf := filepath.Join(office(t, "pdf", file), "deliverable.pdf")
	said, err := exec.CommandContext(t.Context(), "pdfinfo", pdf).CombinedOutput()
	if err != nil {
		t.Fatalf("pdfinfo: %v\n%s", err, said)
	}
	m := pagesOf.FindSubmatch(said)
	if m == nil {
		t.Fatalf("no number of pages in\n%s", said)
	}
	pages, err := strconv.Atoi(string(m[1]))
	if err != nil || pages <= sheets || pages > 2*sheets {
		t.Errorf("%d pages of %d sheets", pages, sheets)
	}
	t.Logf("%d pages of %d sheets", pages, sheets)
}
