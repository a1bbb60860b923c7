package cli_test

import (
	"archive/zip"
	"encoding/csv"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// auditFiles compares what is no workbook: the report in words, the tables of a pack, and the newsletter with its recipients.
func (d *desk) auditFiles(r *raw, words map[string]string, a asked) {
	d.t.Helper()
	o := d.foretell(r, words, a)
	failed := d.t.Failed()
	if file, ok := d.written("deliverable-text", ".docx", a.args()...); ok {
		o.checkWords(docxTables(d.t, file))
	} else if !a.final || !unfitEvents(o) && o.undated() == 0 {
		d.t.Errorf("%+v: the report in words was refused", a)
	}
	draft := a
	draft.final = false
	o = d.foretell(r, words, draft)
	if file, ok := d.written("pack", ".zip", draft.args()...); ok {
		o.checkTables(packTables(d.t, file))
		o.checkPack(d, file)
	} else {
		d.t.Errorf("%+v: the pack was refused: %s", draft, d.refusal)
	}
	o.checkNewsletter(d)
	if d.t.Failed() && !failed {
		d.t.Logf("that was a file, asked for %+v", a)
	}
}

// textTable is a table of texts, its header first.
type textTable [][]string

func docxTables(t testing.TB, file string) (tables []textTable) {
	t.Helper()
	z, err := zip.OpenReader(file)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	var document struct {
		Tables []struct {
			Rows []struct {
				Cells []struct {
					Paragraphs []struct {
						Runs []struct {
							Texts []string `xml:"t"`
						} `xml:"r"`
					} `xml:"p"`
				} `xml:"tc"`
			} `xml:"tr"`
		} `xml:"body>tbl"`
	}
	for _, f := range z.File {
		if f.Name == "word/document.xml" {
			part(t, f, &document)
		}
	}
	for _, table := range document.Tables {
		var rows textTable
		for _, row := range table.Rows {
			var cells []string
			for _, cell := range row.Cells {
				said := ""
				for _, p := range cell.Paragraphs {
					for _, r := range p.Runs {
						said += strings.Join(r.Texts, "")
					}
				}
				cells = append(cells, said)
			}
			rows = append(rows, cells)
		}
		tables = append(tables, rows)
	}
	return tables
}

func packTables(t testing.TB, file string) (tables []textTable) {
	t.Helper()
	z, err := zip.OpenReader(file)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	for _, f := range z.File {
		if !strings.HasPrefix(f.Name, "csv/") {
			continue
		}
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		plain, marked := strings.CutPrefix(string(text), "\ufeff")
		rows, err := csv.NewReader(strings.NewReader(plain)).ReadAll()
		if err != nil || !marked {
			t.Fatalf("%s: %v, in UTF-8 by its mark: %v", f.Name, err, marked)
		}
		tables = append(tables, rows)
	}
	return tables
}

// spoken is a value as a text in English.
func (v value) spoken(percent bool) string {
	switch {
	case v.kind == "text":
		return v.text
	case v.kind != "number":
		return ""
	case percent:
		return grouped(int(math.Round(v.n*100))) + "%"
	}
	whole, rest, _ := strings.Cut(strconv.FormatFloat(v.n, 'f', -1, 64), ".")
	n, _ := strconv.Atoi(whole)
	return glued(".", grouped(n), rest)
}

// bare is a value as other programs read it: nothing of it may be taken for a formula.
func (v value) bare() string {
	switch v.kind {
	case "text":
		if v.text == "to complete" { // other programs have no colour for it
			return ""
		}
		if strings.ContainsAny(v.text[:1], "=+-@\t\r\n") {
			return "'" + v.text
		}
		return v.text
	case "number":
		return strconv.FormatFloat(v.n, 'f', -1, 64)
	case "day":
		return dateOf(v)
	}
	return ""
}

// found looks for a table with this header and these rows; the rows count in any order where they are sorted by language.
func (o *oracle) find(tables []textTable, called string, header []string, rows [][]string, ordered bool) {
	o.t.Helper()
	line := func(cells []string) string { return strings.Join(cells, "|") }
	want := make([]string, len(rows))
	for i := range rows {
		want[i] = line(rows[i])
	}
	if !ordered {
		slices.Sort(want)
	}
	nearest := ""
	for _, table := range tables {
		if len(table) == 0 || line(table[0]) != line(header) {
			continue
		}
		var got []string
		for _, row := range table[1:] {
			got = append(got, line(row))
		}
		if !ordered {
			slices.Sort(got)
		}
		if slices.Equal(got, want) {
			return
		}
		nearest = fmt.Sprintf("%q", got)
	}
	o.t.Errorf("%s: no table %q with %q, but %s", called, header, want, nearest)
}

// checkTables wants every table of the workbook as one of the pack, without its totals.
func (o *oracle) checkTables(tables []textTable) {
	o.t.Helper()
	for _, f := range o.tables() {
		var rows [][]string
		for _, row := range f.rows {
			var cells []string
			for _, v := range row {
				cells = append(cells, v.bare())
			}
			rows = append(rows, cells)
		}
		o.find(tables, "csv of "+f.sheet, f.headers, rows, f.ordered)
	}
}

// checkWords wants the figures of the report in words.
func (o *oracle) checkWords(tables []textTable) {
	o.t.Helper()
	check := func(f foretold, header string, columns ...int) {
		o.t.Helper()
		var rows [][]string
		all := f.rows
		if f.total != nil {
			all = append(slices.Clone(all), f.total)
		}
		for _, row := range all {
			var cells []string
			for at, column := range columns {
				cells = append(cells, row[column].spoken(strings.HasPrefix(split(header)[at], "Share")))
			}
			rows = append(rows, cells)
		}
		o.find(tables, "in words", split(header), rows, f.ordered)
	}
	if sums := o.summary(); len(sums.rows) > 0 {
		check(sums, "Country|Events|Participants|Women|Men|Key learnings", 0, 1, 2, 3, 4, 8)
	}
	if len(o.indicators) > 0 {
		check(o.reached(), "Code|Indicator|Target|Actual|Share of target", 0, 1, 5, 6, 7)
	}
	if len(o.held) == 0 {
		return
	}
	check(o.participants(), "Event|Participants|Women|Men|Non-bin.|Not stated", 0, 1, 2, 3, 4, 5)
	for _, f := range []foretold{o.byAge(), o.byCountry()} {
		if n := o.people(); n > 0 && f.total[1].kind == "number" {
			f.total[2] = number(f.total[1].n / float64(n))
		}
		check(f, strings.Join(f.headers, "|"), 0, 1, 2)
	}
	for _, h := range o.held {
		people, countries := h.attended(o), o.gap()
		if n, asked := o.countriesOf(h); asked {
			countries = integer(n)
		}
		want := textTable{{"Total participants", people.spoken(false)}, {"Total countries", countries.spoken(false)}}
		if !slices.ContainsFunc(tables, func(t textTable) bool { return fmt.Sprint(t) == fmt.Sprint(want) }) {
			o.t.Errorf("in words: no event sheet has %q", want)
		}
	}
}

// checkNewsletter counts who may get the issue and who may not, and the events in it.
func (o *oracle) checkNewsletter(d *desk) {
	o.t.Helper()
	for _, b := range o.bulletins {
		if b.Number == nil {
			continue
		}
		list, others := o.recipients(b)
		number := strconv.Itoa(*b.Number)
		file := filepath.Join(d.home, "recipients.csv")
		_ = os.Remove(file)
		said := decoded[struct {
			Recipients int
			Others     map[string]int
		}](o.t, d.run("--json", "--lang", "en", "bulletin", number, "--recipients", "-o", file))
		if said.Recipients != len(list) || fmt.Sprint(said.Others) != fmt.Sprint(others) {
			o.t.Errorf("newsletter: %d recipients and %v, want %d and %v", said.Recipients, said.Others, len(list), others)
		}
		rows, err := os.ReadFile(file)
		if err != nil || strings.Count(string(rows), "\r\n") != len(list)+1 {
			o.t.Errorf("newsletter: %v, %d rows of %d recipients", err, strings.Count(string(rows), "\r\n")-1, len(list))
		}
		page := filepath.Join(d.home, "newsletter.md")
		_ = os.Remove(page)
		d.run("--lang", "en", "bulletin", number, "--as-is", "-o", page)
		text, err := os.ReadFile(page)
		if err != nil {
			o.t.Fatal(err)
		}
		chosen := map[string]bool{}
		for _, row := range b.Events {
			if slices.ContainsFunc(o.events, func(e *rawEvent) bool { return e.ID == row.Event }) {
				chosen[row.Event] = true
			}
		}
		if n := strings.Count(string(text), "\n#### "); n != len(chosen) {
			o.t.Errorf("newsletter: %d events, want %d", n, len(chosen))
		}
	}
}

// recipients may get an issue in English; the others are counted by the first reason that holds.
func (o *oracle) recipients(b rawBulletin) (list []string, others map[string]int) {
	others = map[string]int{}
	for _, id := range sortedKeys(o.contacts) {
		c := o.contacts[id]
		if o.gone[id] {
			continue
		}
		consent, last := "", ""
		for _, k := range c.Consents {
			if k.Purpose == "newsletter" && (consent == "" || k.Date >= last) {
				consent, last = "given", k.Date
				if k.Withdrawn != "" {
					consent = "withdrawn"
				}
			}
		}
		address, language := "", c.PreferredLanguage
		for _, e := range c.Emails {
			if address == "" && strings.Contains(e.Address, "@") {
				address = strings.ToLower(strings.TrimSpace(e.Address))
			}
		}
		if language == "" {
			language = b.Language
		}
		switch {
		case c.Suppressed:
			others["suppressed"]++
		case consent == "withdrawn":
			others["withdrawn"]++
		case consent == "":
			others["not_asked"]++
		case address == "":
			others["no_address"]++
		case language != "en":
			others["other_language"]++
		case slices.Contains(list, address):
			others["same_address"]++
		default:
			list = append(list, address)
		}
	}
	return list, others
}

// The report in words, the tables of the pack and the newsletter of the sample are what the oracle makes of its records.
func TestOracleFilesOfTheSample(t *testing.T) {
	d := newDesk(t)
	d.run("init", "--sample")
	r, words := readRaw(t, d.run("export", "all")), english(t)
	for _, a := range []asked{{}, {period: 1}, {partner: "EL"}, {country: "IT"}} {
		t.Run(fmt.Sprintf("%+v", a), func(t *testing.T) {
			(&desk{t: t, home: d.home}).auditFiles(r, words, a)
		})
	}
}
