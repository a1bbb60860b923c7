package cli_test

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

// auditLists compares what is made of single events and of other people's forms: the list that is signed, the audit file, and a template.
func (d *desk) auditLists(r *raw, words map[string]string, a asked, seed int) {
	d.t.Helper()
	o := d.foretell(r, words, a)
	failed := d.t.Failed()
	if len(r.events) > 0 {
		e := r.events[seed%len(r.events)]
		if file, ok := d.written("sign-in-sheet", ".xlsx", "--event", e.ID); ok {
			o.checkBook("sign-in-sheet", readBook(d.t, file), o.signInBook(e))
		} else {
			d.t.Errorf("%s: no list to sign: %s", e.Number, d.refusal)
		}
	}
	d.auditTemplate(o)
	a = asked{period: max(a.period, 1), partner: a.partner}
	d.auditAudit(d.foretell(r, words, a))
	if d.t.Failed() && !failed {
		d.t.Logf("that was a list, asked for %+v", a)
	}
}

// signInBook is a list for each day of an event, with whoever was invited to it and rows for others.
func (o *oracle) signInBook(e *rawEvent) expected {
	days := []string{dayOf(e.Start)}
	for dayOf(e.Start) != "" && days[len(days)-1] < e.lastDay() {
		last, err := time.Parse(time.DateOnly, days[len(days)-1])
		if err != nil {
			o.t.Fatal(err)
		}
		days = append(days, last.AddDate(0, 0, 1).Format(time.DateOnly))
	}
	book := expected{}
	for _, day := range days {
		name := glued(" ", e.Number, day)
		if name == "" {
			name = "Attendance list"
		}
		book.sheets = append(book.sheets, name)
		f := foretold{sheet: name, headers: split("No.|Name|Organisation|Signature|Photos|News")}
		invited := map[string]bool{}
		for _, a := range o.attendance[e.ID] {
			expected := a.Contact != "" && !a.WalkIn && a.Invitation != "declined" && a.Invitation != "not_invited"
			if expected && !o.gone[a.Contact] && (a.Day == "" || day == "" || a.Day == day) {
				invited[a.Contact] = true
			}
		}
		for range max(len(invited)+10, 20) {
			f.rows = append(f.rows, []value{integer(len(f.rows) + 1), {}, {}, {}, text("☐"), text("☐")})
		}
		book.tables = append(book.tables, foretold{sheet: name, headers: f.headers, rows: o.signed(f, invited)})
	}
	return book
}

// signed puts those who were invited into the first rows, in whatever order.
func (o *oracle) signed(f foretold, invited map[string]bool) [][]value {
	for i, id := range sortedKeys(invited) {
		c := o.contacts[id]
		f.rows[i][0], f.rows[i][1], f.rows[i][2] = anything(), text(glued(" ", c.Honorific, c.GivenName, c.FamilyName)), text(o.organisations[c.Organisation].Name)
	}
	return f.rows
}

// form is a workbook with marks, as somebody might send it.
func (d *desk) form() string {
	d.t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	lines := [][]string{
		{"Held", "{{total.events}}"}, {"Came", "{{total.people}}"}, {"Involved", "{{total.organisations}}"}, {"Lands", "{{total.countries}}"}, {"Learned", "{{total.takeaways}}"},
		{"Women", "{{total.gender.female}}"}, {"Old", "{{total.age_band.over_60}}"}, {},
		{"Event", "People", "Named", "Organisations", "From", "Women", "Not told", "Young", "On"},
		{
			"{{#events}}{{event.number}}", "{{event.people}}", "{{event.named}}", "{{event.organisations}}", "{{event.countries}}", "{{event.gender.female}}",
			"{{event.gender.undisclosed}}", "{{event.age_band.under_18}}", "{{event.start}}",
		}, {},
		{"Indicator", "Aim", "Reached", "Part"}, {"{{#indicators}}{{indicator.code}}", "{{indicator.target}}", "{{indicator.actual}}", "{{indicator.share}}"}, {},
		{"Lesson", "Lands"}, {"{{#takeaways}}{{takeaway.kind}}", "{{takeaway.country}}"}, {},
	}
	for i, cells := range lines {
		if err := f.SetSheetRow("Sheet1", "A"+strconv.Itoa(i+1), &cells); err != nil {
			d.t.Fatal(err)
		}
	}
	style, err := f.NewStyle(&excelize.Style{NumFmt: 14})
	file := filepath.Join(d.home, "form.xlsx")
	if err == nil {
		err = f.SetCellStyle("Sheet1", "I10", "I10", style)
	}
	if err == nil {
		err = f.SaveAs(file)
	}
	if err != nil {
		d.t.Fatal(err)
	}
	return file
}

// auditTemplate fills the form.
func (d *desk) auditTemplate(o *oracle) {
	d.t.Helper()
	file, ok := d.written("template", ".xlsx", append(o.args(), "--template", d.form())...)
	if refuse := o.final && o.sumsOff()+o.undated() > 0; ok == refuse {
		d.t.Errorf("template %+v: refused %v, want %v: %s", o.asked, !ok, refuse, d.refusal)
	}
	if !ok {
		return
	}
	var lands []string
	known := func(v value) value {
		if !slices.ContainsFunc(o.held, func(h *happened) bool { return h.known }) {
			return value{}
		}
		return v
	}
	events := foretold{sheet: "Sheet1", headers: split("Event|People|Named|Organisations|From|Women|Not told|Young|On"), ordered: true, bare: true}
	for _, h := range o.held {
		lands = append(lands, h.Country)
		row := []value{text(h.Number), {}, {}, {}, {}, maybe(h.of("gender", "female")), maybe(h.of("gender", notStated)), maybe(h.of("age_band", "under_18")), day(dayOf(h.Start))}
		if h.known {
			row[1], row[2] = integer(h.total), integer(len(h.people))
		}
		if len(h.people) > 0 {
			row[3] = integer(len(h.turnout.organisations))
		}
		if n, ok := o.countriesOf(h); ok {
			row[4] = integer(n)
		}
		events.rows = append(events.rows, row)
	}
	indicators := foretold{sheet: "Sheet1", headers: split("Indicator|Aim|Reached|Part"), bare: true}
	for _, row := range o.reached().rows {
		indicators.rows = append(indicators.rows, []value{row[0], row[5], row[6], row[7]})
	}
	lessons := foretold{sheet: "Sheet1", headers: split("Lesson|Lands"), bare: true}
	for _, k := range o.lessons {
		lessons.rows = append(lessons.rows, []value{text(o.word("takeaway_kind", k.Kind)), text(o.countryName(k.Country))})
	}
	o.checkBook("template", readBook(d.t, file), expected{tables: []foretold{events, indicators, lessons}, lines: map[string]map[string]value{"Sheet1": {
		"Held": integer(len(o.held)), "Came": known(integer(o.people())), "Involved": integer(len(o.who())), "Lands": integer(len(o.names(lands))), "Learned": integer(len(o.lessons)),
		"Women": o.sumKnown("gender", "female"), "Old": o.sumKnown("age_band", "over_60"),
	}}})
}

// sumKnown is the sum of those events that tell the dimension; of none it is not known.
func (o *oracle) sumKnown(by, word string) value {
	if !slices.ContainsFunc(o.held, func(h *happened) bool { return h.by[by] != nil }) {
		return value{}
	}
	return integer(o.sumOf(by, word))
}

// auditAudit wants a line for each piece of evidence and for each that an auditor asks for in vain, and sums that hold.
func (d *desk) auditAudit(o *oracle) {
	d.t.Helper()
	file, ok := d.written("audit-file", ".zip", append(o.args(), "--incomplete")...)
	if !ok {
		d.t.Errorf("audit file: %s", d.refusal)
		return
	}
	parts := unzipped(d.t, file)
	f := foretold{sheet: "Index", headers: split("Number|Event|Date|Kind of evidence|Status|File|Where the original is kept|Caption|Consent checked|Bytes|SHA-256"), bare: true}
	var states []string
	line := func(e *rawEvent, kind, state, at string, consent value) {
		states = append(states, state)
		f.rows = append(f.rows, []value{text(e.Number), text(e.Name.en()), day(dayOf(e.Start)), text(o.word("evidence_kind", kind)), text(state), {}, text(at), anything(), consent, {}, {}})
	}
	of := func(e *rawEvent, held bool) {
		has := map[string]bool{"agenda": len(e.Agenda) > 0}
		for _, x := range o.evidence[e.ID] {
			has[x.Kind] = true
			consent := value{}
			if x.Kind == "photographs" {
				consent = text(map[bool]string{true: "yes", false: "no"}[x.ConsentChecked])
			}
			line(e, x.Kind, "On paper only", x.OriginalAt, consent)
		}
		for _, kind := range []string{"signed_list", "agenda", "photographs", "consent_forms"} {
			if held && !has[kind] && (kind != "consent_forms" || has["photographs"]) {
				line(e, kind, "Nothing on file", "", value{})
			}
		}
	}
	for _, h := range o.held {
		of(h.rawEvent, true)
	}
	for _, e := range o.coming {
		of(e, false)
	}
	index := filepath.Join(d.home, "index.xlsx")
	if err := os.WriteFile(index, parts["Index.xlsx"], 0o600); err != nil {
		d.t.Fatal(err)
	}
	o.checkBook("audit-file", readBook(d.t, index), expected{
		sheets: split("Index|About this file"), tables: []foretold{f, counts("About this file", "Status", states)},
		more: func(b *xlsx) { b.noFigures("About this file", 0) },
	})
	sums := strings.Split(strings.TrimSpace(string(parts["SHA256SUMS"])), "\n")
	if len(sums) != len(parts)-1 {
		d.t.Errorf("audit file: %d sums of %d files", len(sums), len(parts))
	}
	for _, s := range sums {
		sum, name, _ := strings.Cut(s, "  ")
		if sumOf(parts[name]) != sum {
			d.t.Errorf("audit file: %s is not %s", name, sum)
		}
	}
}

func sumOf(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}

// unzipped are the files of a ZIP.
func unzipped(t testing.TB, file string) map[string][]byte {
	t.Helper()
	z, err := zip.OpenReader(file)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	parts := map[string][]byte{}
	for _, f := range z.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if parts[f.Name], err = io.ReadAll(in); err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
	}
	return parts
}

// checkPack wants every file of a pack in its index as it is, an event sheet for each event held, and in its workbook what the oracle
// foretold.
func (o *oracle) checkPack(d *desk, file string) {
	o.t.Helper()
	parts := unzipped(o.t, file)
	rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(parts["index.csv"], []byte("\ufeff")))).ReadAll()
	if err != nil || len(rows) != len(parts) { // one is the header, and the index itself is not in it
		o.t.Fatalf("the index of %d files has %d rows: %v", len(parts), len(rows), err)
	}
	for _, row := range rows[1:] {
		if content, there := parts[row[0]]; !there || row[2] != fmt.Sprint(len(content)) || row[3] != sumOf(content) {
			o.t.Errorf("the index says %q", row)
		}
	}
	sheets := 0
	for name, content := range parts {
		switch {
		case strings.HasPrefix(name, "event-sheets/"):
			sheets++
		case strings.HasSuffix(name, ".xlsx"):
			book := filepath.Join(d.home, "packed.xlsx")
			if err := os.WriteFile(book, content, 0o600); err != nil {
				o.t.Fatal(err)
			}
			o.check(readBook(o.t, book))
		}
	}
	if sheets != len(o.held) {
		o.t.Errorf("%d event sheets of %d events", sheets, len(o.held))
	}
}

// The lists, the audit file and the filled form of the sample are what the oracle makes of its records.
func TestOracleListsOfTheSample(t *testing.T) {
	d := newDesk(t)
	d.run("init", "--sample")
	r, words := readRaw(t, d.run("export", "all")), english(t)
	for seed, a := range []asked{{}, {period: 1}, {period: 2, partner: "EL"}, {country: "IT"}, {final: true}, {}, {}, {}} {
		t.Run(fmt.Sprintf("%d %+v", seed, a), func(t *testing.T) {
			(&desk{t: t, home: d.home}).auditLists(r, words, a, seed)
		})
	}
}
