package cli_test

import (
	"bytes"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"primadesk/app/cli"
)

// expected is what a workbook other than the deliverable holds.
type expected struct {
	sheets []string // in their order; nil is not looked at
	tables []foretold
	lines  map[string]map[string]value // by sheet and label
	// least are the formulas that there are at least.
	least int
	// more looks at what is neither a table nor a line.
	more func(*xlsx)
}

// audited is a report with the options that it takes and what the oracle makes of it.
type audited struct {
	name  string
	takes string
	final func(*oracle) bool // whether a final version is refused
	made  func(*oracle) expected
}

// auditedReports are all workbooks with figures but the deliverable, which every project is asked for.
var auditedReports = []audited{
	{"attendance", "period partner country final differences", unfitEvents, (*oracle).attendanceBook},
	{"event-register", "period partner country final differences", unfitRegister, (*oracle).registerBook},
	{"event-sheet", "period partner country final differences", unfitEvents, (*oracle).sheetsBook},
	{"takeaways", "period partner country differences", nil, (*oracle).takeawaysBook},
	{"indicators", "period partner country differences", nil, (*oracle).indicatorsBook},
	{"communication", "period partner country differences", nil, (*oracle).communicationBook},
	{"work-plan", "period partner", nil, (*oracle).planBook},
	{"stakeholders", "country", nil, (*oracle).stakeholdersBook},
	{"engagement-log", "period country", nil, (*oracle).logBook},
	{"collection", "period partner", nil, (*oracle).collectionBook},
	{"readiness", "period", nil, (*oracle).readinessBook},
	{"portal-desk", "period partner", nil, (*oracle).deskBook},
}

// unfitEvents: sums that are off or events without a day.
func unfitEvents(o *oracle) bool {
	return o.sumsOff() > 0 || slices.ContainsFunc(o.held, func(h *happened) bool { return h.Start == "" })
}

// unfitRegister: the events to come are in it, too.
func unfitRegister(o *oracle) bool { return o.sumsOff()+o.undated() > 0 }

// narrowedTo leaves of what is asked only what the report takes.
func (r audited) narrowedTo(a asked) asked {
	takes := strings.Fields(r.takes)
	if !slices.Contains(takes, "period") {
		a.period = 0
	}
	if !slices.Contains(takes, "partner") {
		a.partner = ""
	}
	if !slices.Contains(takes, "country") {
		a.country = ""
	}
	a.final = a.final && slices.Contains(takes, "final")
	if r.name == "portal-desk" && a.period == 0 {
		a.period = 1
	}
	return a
}

// args are the options as the command line has them.
func (a asked) args() (args []string) {
	if a.period != 0 {
		args = append(args, "--period", fmt.Sprint(a.period))
	}
	if a.partner != "" {
		args = append(args, "--partner", a.partner)
	}
	if a.country != "" {
		args = append(args, "--country", a.country)
	}
	if a.final {
		args = append(args, "--final")
	}
	return args
}

// foretell makes the oracle of what is asked of this workspace.
func (d *desk) foretell(r *raw, words map[string]string, a asked) *oracle {
	o := foretell(d.t, r, words, a)
	o.desk = d
	if d.closed != nil && d.closed.period == a.period {
		o.closed = d.closed
	}
	return o
}

// written makes the file of a report; ok is false where it was refused, because the data are not fit.
func (d *desk) written(name, ending string, more ...string) (file string, ok bool) {
	d.t.Helper()
	file = filepath.Join(d.home, name+ending)
	args := append([]string{"--workspace", filepath.Join(d.home, "ws"), "--lang", "en", "report", name, "-o", file}, more...)
	var errs bytes.Buffer
	switch status := cli.Run(args, cli.Streams{In: strings.NewReader(""), Out: &bytes.Buffer{}, Err: &errs}, "test"); status {
	case cli.ExitDone:
		return file, true
	case cli.ExitRefused:
		d.refusal = errs.String()
		return "", false
	default:
		d.t.Fatalf("%v: status %d\n%s", args, status, errs.String())
		return "", false
	}
}

// auditReport writes one report and compares it with what the oracle makes of the same records.
func (d *desk) auditReport(report audited, r *raw, words map[string]string, a asked) {
	d.t.Helper()
	a = report.narrowedTo(a)
	o := d.foretell(r, words, a)
	if report.name == "event-sheet" && len(o.held) == 0 {
		return // there is nothing to write one of
	}
	file, written := d.written(report.name, ".xlsx", a.args()...)
	if refuse := a.final && report.final(o); written == refuse {
		d.t.Errorf("%s %+v: refused %v, want %v", report.name, a, !written, refuse)
		return
	}
	if written {
		e := report.made(o)
		if o.closed != nil && slices.Contains(strings.Fields(report.takes), "differences") {
			e.sheets, e.tables = append(e.sheets, "Differences"), append(e.tables, o.differencesTables()...)
		}
		o.checkBook(report.name, readBook(d.t, file), e)
	}
}

// checkBook compares a workbook, and leaves no figure that nobody foretold.
func (o *oracle) checkBook(name string, b *xlsx, e expected) {
	o.t.Helper()
	failed := o.t.Failed()
	if got := b.names(); e.sheets != nil && !slices.Equal(got, e.sheets) {
		o.t.Errorf("%s: the sheets are %q, want %q", name, got, e.sheets)
		return
	}
	for _, f := range e.tables {
		o.checkTable(b, f)
	}
	for sheet, lines := range e.lines {
		for label, want := range lines {
			if off := b.off(b.beside(sheet, label), want); off != "" {
				o.t.Errorf("%s, %s: %s", sheet, label, off)
			}
		}
	}
	if e.more != nil {
		e.more(b)
	}
	o.checkRest(b, e.least)
	if o.t.Failed() && !failed {
		o.t.Logf("that was %s, asked for %+v", name, o.asked)
	}
}

// counts count the rows of a register by one of its columns.
func counts(sheet, header string, labels []string) foretold {
	sums := map[string]int{}
	for _, l := range labels {
		if l == "" {
			l = "Not stated"
		}
		sums[l]++
	}
	f := foretold{sheet: sheet, headers: []string{header, "Number"}, bare: true}
	for l, n := range sums {
		f.rows = append(f.rows, []value{text(l), integer(n)})
	}
	f.summed([]value{text("Total"), integer(len(labels))})
	return f
}

// Every report of the sample is what the oracle makes of its records.
func TestOracleReportsOfTheSample(t *testing.T) {
	d := newDesk(t)
	d.run("init", "--sample")
	r, words := readRaw(t, d.run("export", "all")), english(t)
	for _, report := range auditedReports {
		for _, a := range []asked{{}, {period: 1}, {period: 2, partner: "EL"}, {country: "IT"}, {period: 1, final: true}} {
			t.Run(fmt.Sprintf("%s %+v", report.name, a), func(t *testing.T) {
				(&desk{t: t, home: d.home}).auditReport(report, r, words, a)
			})
		}
	}
}
