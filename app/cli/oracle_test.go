package cli_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"primadesk/app/cli"
)

// report writes a deliverable and reads it; nil if it was refused, because the data are not fit.
func (d *desk) report(a asked) *xlsx {
	d.t.Helper()
	file := filepath.Join(d.home, "deliverable.xlsx")
	args := append([]string{"--workspace", filepath.Join(d.home, "ws"), "--lang", "en", "report", "deliverable", "-o", file}, a.args()...)
	var errs bytes.Buffer
	switch status := cli.Run(args, cli.Streams{In: strings.NewReader(""), Out: &bytes.Buffer{}, Err: &errs}, "test"); status {
	case cli.ExitDone:
		return readBook(d.t, file)
	case cli.ExitRefused:
		return nil
	default:
		d.t.Fatalf("%v: status %d\n%s", args, status, errs.String())
		return nil
	}
}

// audit writes a workbook and compares it with what the oracle makes of the same records.
func (d *desk) audit(r *raw, words map[string]string, a asked) *oracle {
	d.t.Helper()
	o := d.foretell(r, words, a)
	b := d.report(a)
	if refuse := a.final && (o.sumsOff() > 0 || o.undated() > 0); (b == nil) != refuse {
		d.t.Errorf("%+v: refused %v, want %v", a, b == nil, refuse)
		return o
	}
	if b != nil {
		o.check(b)
	}
	return o
}

func TestOracleSample(t *testing.T) {
	d := newDesk(t)
	d.run("init", "--sample")
	r, words := readRaw(t, d.run("export", "all")), english(t)
	for _, a := range []asked{
		{}, {final: true}, {period: 1}, {period: 1, final: true}, {period: 2}, {partner: "EL"}, {country: "IT"}, {country: "ES", period: 1},
	} {
		t.Run(fmt.Sprintf("%+v", a), func(t *testing.T) {
			(&desk{t: t, home: d.home}).audit(r, words, a)
		})
	}
	if n := len(r.events); n != 8 {
		t.Errorf("the sample has %d events", n)
	}
}

// seen are the cases that must have been met before the rules of counting count as checked.
type seen map[string]int

func (s seen) note(o *oracle) {
	tell := func(what string, met bool) {
		if met {
			s[what]++
		} else {
			s[what] += 0
		}
	}
	tell("draft: sums", strings.Contains(o.mark(), "add up"))
	tell("draft: incomplete", strings.Contains(o.mark(), "completed"))
	tell("no draft", o.mark() == "" && len(o.held) > 0)
	tell("final refused", o.final && o.sumsOff()+o.undated() > 0)
	tell("final written", o.final && len(o.held) > 0 && o.sumsOff()+o.undated() == 0)
	for _, h := range o.held {
		tell("no date", h.Start == "")
		tell("no country", h.Country == "")
		tell("nobody counted", !h.known)
		tell("several days", h.lastDay() > dayOf(h.Start))
		tell("days that add participations", h.participations > h.total)
		tell("names alone", h.known && len(h.people) == h.total)
		for _, by := range dimensions {
			tell("not known by "+by, h.known && h.by[by] == nil)
			tell("off by "+by, slices.Contains(h.off, by))
			tell("not stated by "+by, h.by[by][notStated] > 0)
		}
		tell("more named than counted", slices.Contains(h.off, "more named than counted"))
		tell("counted twice", slices.Contains(h.off, "counted twice"))
		for person := range h.people {
			tell("somebody in the trash", o.gone[person])
		}
	}
	for _, k := range o.lessons {
		tell("learned at several events", len(k.Events) > 1)
		tell("learned at none", len(k.Events) == 0)
	}
	for _, i := range o.indicators {
		tell(i.Count+" not known", o.actual(i) == nil)
		tell(i.Count+" known", o.actual(i) != nil)
	}
}

// missing are the cases that were never met. Indicators of some kinds are always known.
func (s seen) missing() (list []string) {
	for what, n := range s {
		always := what == "events_held not known" || what == "unique_people not known" || what == "organisations not known"
		if n == 0 && !always {
			list = append(list, what)
		}
	}
	return list
}

// made makes up a project of its own and reads it: its size, gaps and trash follow from the seed.
func (d *desk) made(seed int) *raw {
	d.run("init", "--acronym", fmt.Sprintf("GEN%d", seed), "--grant", fmt.Sprint(101000000+seed))
	contacts, events := 8+seed*7%33, seed%13
	if seed%50 == 3 {
		contacts = 100 + seed
	}
	d.run("generate", "--contacts", fmt.Sprint(contacts), "--events", fmt.Sprint(events), "--seed", fmt.Sprint(seed))
	before := d.run("export", "all")
	r := readRaw(d.t, before)
	d.in(completed(d.t, before, seed%2 == 1)+furnished(r, seed), "put")
	before = d.run("export", "all")
	r = readRaw(d.t, before)
	d.bin(r, seed)
	return d.reread(r, d.run("export", "all"))
}

// completed gives the project its periods, and, in every other one, what else an event sheet asks for.
func completed(t testing.TB, export string, whole bool) string {
	var b strings.Builder
	for line := range strings.Lines(export) {
		switch r := decoded[struct{ Entity, ID string }](t, line); {
		case r.Entity == "project":
			fmt.Fprintf(&b, `{"entity":"project","id":%q,"periods":[{"id":"01900000-0000-7000-9000-000000000001","order":"a","number":1,"from":"2024-05-01","to":"2025-10-31"},`, r.ID)
			b.WriteString(`{"id":"01900000-0000-7000-9000-000000000002","order":"b","number":2,"from":"2025-11-01","to":"2027-04-30"}]}` + "\n")
		case r.Entity == "partner" && whole:
			fmt.Fprintf(&b, `{"entity":"partner","id":%q,"pic":"999999999"}`+"\n", r.ID)
		}
	}
	return b.String()
}

// bin puts somebody who came into the trash, and an organisation: no figure may change.
func (d *desk) bin(r *raw, seed int) {
	if seed%3 != 0 {
		return
	}
	var came []string
	for _, rows := range r.attendance {
		for _, a := range rows {
			if a.Came == "yes" {
				came = append(came, a.Contact)
			}
		}
	}
	slices.Sort(came)
	if came = slices.Compact(came); len(came) == 0 {
		return
	}
	d.run("delete", "contact", came[seed%len(came)])
	if org := r.contacts[came[0]].Organisation; org != "" {
		d.run("delete", "organisation", org)
	}
}

// reportsOfEach is how many of the reports a made-up project is asked for beside its deliverable, in turns.
const reportsOfEach = 3

// projects is how many projects TestOracleGenerated makes up: PRIMADESK_PROJECTS, or as many as there is time for.
func projects(t *testing.T) int {
	s := os.Getenv("PRIMADESK_PROJECTS")
	if s == "" {
		return generatedProjects
	}
	n, err := strconv.Atoi(s)
	if err != nil || n < 1 {
		t.Fatalf("PRIMADESK_PROJECTS=%s: %v", s, err)
	}
	return n
}

// Every figure of the workbooks of projects that were made up is what the oracle makes of them. As many are looked at
// at the same time as there are processors.
func TestOracleGenerated(t *testing.T) {
	newDesk(t) // one folder of settings for all
	words, met, many := english(t), seen{}, projects(t)
	var once sync.Mutex
	var all sync.WaitGroup
	for worker := range runtime.GOMAXPROCS(0) {
		all.Go(func() {
			for seed := worker + 1; seed <= many && !t.Failed(); seed += runtime.GOMAXPROCS(0) {
				t.Run(fmt.Sprint(seed), func(t *testing.T) {
					d := &desk{t: t, home: t.TempDir()}
					r := d.made(seed)
					o := d.audit(r, words, askedOf(seed))
					if seed%len(auditedReports) < reportsOfEach {
						d.auditFiles(r, words, askedOf(seed/len(auditedReports)))
					}
					for n := range reportsOfEach {
						d.auditReport(auditedReports[(seed*reportsOfEach+n)%len(auditedReports)], r, words, askedOf(seed/len(auditedReports)))
					}
					if seed%4 == 0 {
						d.auditLists(r, words, askedOf(seed/4), seed)
					}
					closed, differ := seed%2 == 0, []differing(nil)
					if closed {
						differ = d.auditClosed(r, words, seed/2)
					}
					once.Lock()
					defer once.Unlock()
					met.note(o)
					if closed {
						met.noteDifferences(differ, many)
					}
				})
			}
		})
	}
	all.Wait()
	if missing := met.missing(); len(missing) > 0 && many >= 200 && !t.Failed() {
		slices.Sort(missing)
		t.Errorf("in %d projects this was never met: %q", many, missing)
	}
}

// askedOf is which workbook of a made-up project is looked at.
func askedOf(seed int) asked {
	switch seed % 6 {
	case 1:
		return asked{final: true}
	case 2:
		return asked{period: 1}
	case 3:
		return asked{partner: []string{"GR", "IT", "BE"}[seed/6%3]}
	case 4:
		return asked{country: []string{"GR", "CY", "ES"}[seed/6%3]}
	case 5:
		return asked{period: 1, final: true}
	}
	return asked{}
}

// An empty project has a workbook too, and all of it is empty.
func TestOracleEmpty(t *testing.T) {
	d := newDesk(t)
	d.run("init", "--acronym", "NOUGHT", "--grant", "101000001")
	d.audit(readRaw(t, d.run("export", "all")), english(t), asked{})
}
