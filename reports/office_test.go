//go:build office

package reports

import (
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/xuri/excelize/v2"

	"primadesk/data"
)

// always tells LibreOffice to calculate every formula when it opens a file.
const always = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`

// recalculated is the workbook as LibreOffice saves it again.
func recalculated(t *testing.T, path string) *written {
	t.Helper()
	folder := t.TempDir()
	profile := filepath.Join(folder, "profile")
	if err := os.MkdirAll(filepath.Join(profile, "user"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(profile, "user", "registrymodifications.xcu"), []byte(always), 0o600); err != nil {
		t.Fatal(err)
	}
	command := exec.CommandContext(t.Context(), "soffice", "-env:UserInstallation=file://"+profile, "--headless", "--convert-to", "xlsx",
		"--outdir", filepath.Join(folder, "out"), path)
	if said, err := command.CombinedOutput(); err != nil {
		t.Fatalf("soffice: %v\n%s", err, said)
	}
	return reopen(t, filepath.Join(folder, "out", filepath.Base(path)))
}

// same compares every formula of a with the value of the same cell in b.
func same(t *testing.T, a, b *written) {
	t.Helper()
	sameFrom(t, a, b, 50)
}

// sameFrom wants so many formulas at least.
func sameFrom(t *testing.T, a, b *written, least int) {
	t.Helper()
	n := 0
	a.formulas(func(sheet, cell, formula, value string) {
		n++
		if value == "" { // it counts numbers, and there are none
			if calculated := b.raw(sheet, cell); calculated != "" {
				t.Errorf("%s!%s =%s: %s, not empty", sheet, cell, formula, calculated)
			}
			return
		}
		want, _ := strconv.ParseFloat(value, 64)
		got, err := strconv.ParseFloat(b.raw(sheet, cell), 64)
		if err != nil || math.Abs(got-want) > 1e-9 {
			t.Errorf("%s!%s =%s: %s, not %s", sheet, cell, formula, b.raw(sheet, cell), value)
		}
	})
	if n < least {
		t.Errorf("only %d formulas", n)
	}
}

func TestCachedValuesAreWhatLibreOfficeCalculates(t *testing.T) {
	for lang, src := range map[string]*memory{"en": small(t), "el": sampleProject(t), "fr": mixed(t)} {
		w := write(t, src, options(lang))
		same(t, w, recalculated(t, w.path))
	}
}

func TestOfficeCalculatesTheReportsOfEvents(t *testing.T) {
	for lang, src := range map[string]*memory{"en": regulars(t), "el": sampleProject(t)} {
		for _, name := range []string{"attendance", "event-sheet", "event-register"} {
			w := writeNamed(t, src, name, options(lang))
			sameFrom(t, w, recalculated(t, w.path), 5)
		}
	}
}

// One more woman from Greece, typed into the event sheet, shows everywhere as if the project had recorded her.
func TestOfficeTotalsFollowAnInput(t *testing.T) {
	before, after := small(t), small(t)
	for _, a := range after.attendance {
		if a.ID != "count-e2" {
			continue
		}
		more(a, "gender", "female")
		more(a, "country", "GR")
		more(a, "age_band", "over_60")
		*a.Count++
	}
	want := write(t, after, options("en"))
	w := write(t, before, options("en"))
	sheet := "EL-03 2025-06-02"
	set := func(sheet, label string, from int, column string) {
		row := w.find(sheet, label, from)
		if formula, _ := w.file.GetCellFormula(sheet, column+strconv.Itoa(row)); row == 0 || formula != "" {
			t.Fatalf("%s %s is no input: row %d %q", sheet, label, row, formula)
		}
		n, err := strconv.Atoi(w.raw(sheet, column+strconv.Itoa(row)))
		if err != nil {
			t.Fatal(err)
		}
		if err := w.file.SetCellValue(sheet, column+strconv.Itoa(row), n+1); err != nil {
			t.Fatal(err)
		}
	}
	set(sheet, "Women", 1, "I")
	set(sheet, "Greece", 1, "I")
	set("Participants", "EL-03 Networking event", 1, "I")
	changed := filepath.Join(t.TempDir(), "changed.xlsx")
	if err := w.file.SaveAs(changed, excelize.Options{}); err != nil {
		t.Fatal(err)
	}
	differ := 0
	want.formulas(func(sheet, cell, _, value string) {
		if w.raw(sheet, cell) != value {
			differ++
		}
	})
	if differ < 20 {
		t.Errorf("only %d figures depend on the inputs", differ)
	}
	same(t, want, recalculated(t, changed))
}

func more(a *data.Attendance, by, word string) {
	for i := range a.Parts {
		if p := &a.Parts[i]; p.By == by && p.Word == word {
			*p.Count++
		}
	}
}
