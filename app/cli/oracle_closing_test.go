package cli_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"primadesk/app/cli"
)

// auditClosed closes a period of a project, changes records, and compares what is told of it with what the oracle makes of the exports
// before and after. It gives the differences.
func (d *desk) auditClosed(r *raw, words map[string]string, seed int) []differing {
	d.t.Helper()
	failed := d.t.Failed()
	a := asked{period: 1 + seed/2%2}
	export := d.run("export", "all")
	r = d.reread(r, export)
	export, r = d.fit(export, r, words, a)
	d.close(r, words, a, seed%2 == 0)
	d.closed = &closed{period: a.period, then: r, before: byID(d.t, export), after: byID(d.t, export)}
	if differ := d.auditDifferences(r, words); len(differ) > 0 {
		d.t.Errorf("nothing was changed, and there are differences: %v", differ)
	}
	lines, bin := changed(foretell(d.t, r, words, a), seed)
	r = d.change(r, lines, bin)
	export = d.run("export", "all")
	r = d.reread(r, export)
	d.closed.after = byID(d.t, export)
	differ := d.auditDifferences(r, words)
	switch a = d.narrow(a, seed); seed % 8 {
	case 0:
		d.audit(r, words, a)
	case 1:
		d.auditFiles(r, words, a)
	default:
		d.auditReport(withDifferences()[seed%8-2], r, words, a)
	}
	if d.t.Failed() && !failed {
		d.t.Logf("that was a closed period, changed by\n%s%q", lines, bin)
	}
	return differ
}

// noteDifferences notes of what kind the differences were, and of how many projects so many that every figure must have been another one,
// which figures.
func (s seen) noteDifferences(list []differing, projects int) {
	for _, kind := range strings.Fields("changed added trashed not_held moved") {
		s["differences: "+kind] += 0
	}
	for figure := range figureNames {
		if projects >= 1000 {
			s["differences of "+figure] += 0
		}
	}
	for _, x := range list {
		s["differences: "+x.kind]++
		figure, _, _ := strings.Cut(x.figure, "/")
		s["differences of "+figure]++
		if x.kind == "moved" && x.day != "" {
			s["differences: moved to another day"]++
		}
	}
	if len(list) == 0 {
		s["no differences"]++
	}
}

// narrow asks for a part of the project now and then: what differs is told of all of it.
func (d *desk) narrow(a asked, seed int) asked {
	switch seed / 8 % 3 {
	case 1:
		a.partner = "GR"
	case 2:
		a.country = "IT"
	}
	return a
}

// withDifferences are the reports that tell what differs; the deliverable and the pack do too.
func withDifferences() []audited {
	return slices.DeleteFunc(slices.Clone(auditedReports), func(r audited) bool { return !slices.Contains(strings.Fields(r.takes), "differences") })
}

// fit takes away the head counts that are off, after it has seen that the period is not closed with them.
func (d *desk) fit(export string, r *raw, words map[string]string, a asked) (string, *raw) {
	d.t.Helper()
	a.final = true
	o := foretell(d.t, r, words, a)
	if o.sumsOff() == 0 {
		return export, r
	}
	if status, said := d.status("period", "close", strconv.Itoa(a.period)); status != cli.ExitRefused {
		d.t.Fatalf("a period whose sums are off: status %d\n%s", status, said)
	}
	var ids []string
	for _, h := range o.held {
		for _, row := range r.attendance[h.ID] {
			if row.Contact == "" && len(h.off) > 0 {
				ids = append(ids, row.ID)
			}
		}
	}
	d.run(append([]string{"delete", "attendance"}, ids...)...)
	export = d.run("export", "all")
	return export, d.reread(r, export)
}

// close closes the period, with the workbook that it is reported in or without: that is the final version, and its hash is kept.
func (d *desk) close(r *raw, words map[string]string, a asked, written bool) {
	d.t.Helper()
	file, args := filepath.Join(d.home, "reported.xlsx"), []string{"--json", "--lang", "en", "period", "close", strconv.Itoa(a.period)}
	if written {
		args = append(args, "-o", file)
	}
	kept := decoded[struct{ File, Hash string }](d.t, d.run(args...))
	if !written {
		if kept.Hash != "" {
			d.t.Errorf("a hash of nothing: %s", kept.Hash)
		}
		return
	}
	text, err := os.ReadFile(file)
	if err != nil {
		d.t.Fatal(err)
	}
	if sum := sha256.Sum256(text); kept.Hash != hex.EncodeToString(sum[:]) || kept.File != filepath.Base(file) {
		d.t.Errorf("kept as %s with %s", kept.File, kept.Hash)
	}
	a.final = true
	foretell(d.t, r, words, a).check(readBook(d.t, file))
}

// auditDifferences compares what the command tells, figure by figure, and gives what was foretold.
func (d *desk) auditDifferences(r *raw, words map[string]string) []differing {
	d.t.Helper()
	o := foretell(d.t, r, words, asked{period: d.closed.period})
	o.closed = d.closed
	said := decoded[struct {
		Reported, Now map[string]float64
		Differences   []struct {
			Kind, Entity, ID, Figure string
			Reported, Now            *float64
			ChangedAt                string `json:"changed_at"`
		}
	}](d.t, d.run("--json", "--lang", "en", "period", "differences", strconv.Itoa(d.closed.period)))
	var got, want []string
	for _, x := range said.Differences {
		record := x.Entity + "/" + x.ID
		if x.Entity == "project" {
			record = wholePeriod
		}
		got = append(got, differing{kind: x.Kind, record: record, figure: x.Figure, then: x.Reported, now: x.Now}.String())
		if touched := o.touched(record); (x.ChangedAt != "") != touched {
			d.t.Errorf("%s was changed: %v, and it is told: %q", record, touched, x.ChangedAt)
		}
	}
	differ := o.differences()
	for _, x := range differ {
		want = append(want, x.String())
	}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		d.t.Errorf("differences: told and not foretold %q, foretold and not told %q", without(got, want), without(want, got))
	}
	for what, pair := range map[string][2]map[string]float64{
		"reported": {said.Reported, o.asThen().figures()[wholePeriod]}, "now": {said.Now, o.asNow().figures()[wholePeriod]},
	} {
		for _, figures := range [][2]map[string]float64{{pair[0], pair[1]}, {pair[1], pair[0]}} {
			for figure := range figures[0] {
				if pair[0][figure] != pair[1][figure] {
					d.t.Errorf("%s: %s is %v, want %v", what, figure, pair[0][figure], pair[1][figure])
				}
			}
		}
	}
	return differ
}

func without(list, others []string) []string {
	return slices.DeleteFunc(slices.Clone(list), func(s string) bool { return slices.Contains(others, s) })
}

// status runs a command that may be refused.
func (d *desk) status(args ...string) (status int, said string) {
	var errs bytes.Buffer
	args = append([]string{"--workspace", filepath.Join(d.home, "ws"), "--lang", "en"}, args...)
	status = cli.Run(args, cli.Streams{In: strings.NewReader(""), Out: &bytes.Buffer{}, Err: &errs}, "test")
	return status, errs.String()
}

// What is told of the sample's closed periods is what the oracle makes of its records, in every report that tells it; of a period that
// was opened again nothing is.
func TestOracleClosedSample(t *testing.T) {
	d := newDesk(t)
	d.run("init", "--sample")
	words := english(t)
	export := d.run("export", "all")
	r := readRaw(t, export)
	d.close(r, words, asked{period: 1}, true)
	d.closed = &closed{period: 1, then: r, before: byID(t, export), after: byID(t, export)}
	d.auditDifferences(r, words)
	d.auditFiles(r, words, asked{period: 1})
	lines, bin := changed(foretell(t, r, words, asked{period: 1}), 4)
	r = d.change(r, lines, append(bin, [2]string{"event", r.events[0].ID}))
	export = d.run("export", "all")
	r = d.reread(r, export)
	d.closed.after = byID(t, export)
	d.auditDifferences(r, words)
	for _, a := range []asked{{period: 1}, {period: 1, partner: "EL"}, {period: 1, country: "IT"}} {
		d.audit(r, words, a)
		for _, report := range withDifferences() {
			d.auditReport(report, r, words, a)
		}
	}
	d.auditFiles(r, words, asked{period: 1})
	d.audit(r, words, asked{period: 2})
	d.run("period", "reopen", "1") // what was reported stays kept
	d.audit(r, words, asked{period: 1})
}
