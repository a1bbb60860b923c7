package cli_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"primadesk/app"
	"primadesk/assets/i18n"
)

// pageXML is what a sheet says of itself beside its cells (ECMA-376 part 1, 18.3).
type pageXML struct {
	Dimension struct {
		Ref string `xml:"ref,attr"`
	} `xml:"dimension"`
	Fit struct {
		ToPage bool `xml:"fitToPage,attr"`
	} `xml:"sheetPr>pageSetUpPr"`
	Setup struct {
		Paper       int    `xml:"paperSize,attr"`
		Orientation string `xml:"orientation,attr"`
		Width       string `xml:"fitToWidth,attr"`
		Height      string `xml:"fitToHeight,attr"`
	} `xml:"pageSetup"`
	Footer string `xml:"headerFooter>oddFooter"`
	Links  []struct {
		At       string `xml:"ref,attr"`
		Location string `xml:"location,attr"`
	} `xml:"hyperlinks>hyperlink"`
	Validations []struct {
		At    string `xml:"sqref,attr"`
		Kind  string `xml:"type,attr"`
		First string `xml:"formula1"`
	} `xml:"dataValidations>dataValidation"`
	Tables []struct {
		ID string `xml:"http://schemas.openxmlformats.org/officeDocument/2006/relationships id,attr"`
	} `xml:"tableParts>tablePart"`
}

type tableXML struct {
	Name    string `xml:"displayName,attr"`
	Ref     string `xml:"ref,attr"`
	Columns []struct {
		Name string `xml:"name,attr"`
	} `xml:"tableColumns>tableColumn"`
}

// sound is a workbook whose parts are held against each other.
type sound struct {
	t      testing.TB
	called string
	parts  map[string][]byte
	book   *xlsx
	tables map[string]bool
	gap    string // what stands in a draft where something is still to be completed
	// charts and links are how many there are.
	charts, links int
}

// checkSound wants a workbook whose tables, charts, links, names and lists of choices lead to cells that are there and hold what is asked
// of them, and whose sheets print on A4, a page wide, with their number. Printing is the author's own of a form.
func checkSound(t testing.TB, lang, file string) *sound {
	t.Helper()
	s := &sound{t: t, called: filepath.Base(file), parts: unzipped(t, file), book: readBook(t, file), tables: map[string]bool{}, gap: i18n.For(lang).T("report.to_complete")}
	for name, target := range s.targets("xl/workbook.xml") {
		if strings.Contains(target, "worksheets/") {
			s.page(s.sheetNamed(name), target)
		}
	}
	for name, text := range s.parts {
		if strings.HasPrefix(name, "xl/charts/chart") {
			s.chart(name, text)
		}
	}
	var book struct {
		Names []struct {
			Name string `xml:"name,attr"`
			Of   string `xml:",chardata"`
		} `xml:"definedNames>definedName"`
	}
	s.parse("xl/workbook.xml", &book)
	for _, n := range book.Names {
		for _, ref := range strings.Split(n.Of, ",") {
			if sheet, _, _ := s.split(ref); sheet == nil {
				s.off("the name %s is %q", n.Name, ref)
			}
		}
	}
	return s
}

func (s *sound) off(format string, args ...any) {
	s.t.Helper()
	s.t.Errorf("%s: "+format, append([]any{s.called}, args...)...)
}

func (s *sound) parse(name string, into any) {
	s.t.Helper()
	if err := xml.Unmarshal(s.parts[name], into); err != nil {
		s.t.Fatalf("%s %s: %v", s.called, name, err)
	}
}

// targets are the parts that a part leads to, by the id of the link.
func (s *sound) targets(name string) map[string]string {
	var links struct {
		Links []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
		} `xml:"Relationship"`
	}
	s.parse(path.Join(path.Dir(name), "_rels", path.Base(name)+".rels"), &links)
	targets := map[string]string{}
	for _, l := range links.Links {
		targets[l.ID] = path.Join(path.Dir(name), l.Target)
		if strings.HasPrefix(l.Target, "/") {
			targets[l.ID] = l.Target[1:]
		}
	}
	return targets
}

// sheetNamed is the sheet behind a link of the workbook.
func (s *sound) sheetNamed(id string) *xlsxSheet {
	s.t.Helper()
	var book struct {
		Sheets []struct {
			Name string `xml:"name,attr"`
			ID   string `xml:"http://schemas.openxmlformats.org/officeDocument/2006/relationships id,attr"`
		} `xml:"sheets>sheet"`
	}
	s.parse("xl/workbook.xml", &book)
	for _, x := range book.Sheets {
		if x.ID == id {
			return s.book.sheet(x.Name)
		}
	}
	s.t.Fatalf("%s: no sheet %s", s.called, id)
	return nil
}

func (s *sound) page(sheet *xlsxSheet, part string) {
	s.t.Helper()
	var p pageXML
	s.parse(part, &p)
	if !strings.Contains(s.called, "template") {
		if p.Setup.Paper != 9 || !p.Fit.ToPage || p.Setup.Width != "1" || p.Setup.Height == "" || !slices.Contains([]string{"portrait", "landscape"}, p.Setup.Orientation) {
			s.off("%s prints as %+v, fitted %v", sheet.name, p.Setup, p.Fit.ToPage)
		}
		if !strings.Contains(p.Footer, "&P") || len([]rune(p.Footer)) > 255 {
			s.off("the footer of %s is %q", sheet.name, p.Footer)
		}
	}
	if last := corner(p.Dimension.Ref); p.Dimension.Ref != "" && (last[0] < len(sheet.rows) || last[1] < sheet.width()) {
		s.off("%s says that it is %s, and holds %d rows of %d columns", sheet.name, p.Dimension.Ref, len(sheet.rows), sheet.width())
	}
	for _, l := range p.Links {
		s.links++
		if l.Location == "" {
			continue // it leads out
		}
		if to, from, _ := s.split(l.Location); to == nil || from[0] > max(len(to.rows), 1) {
			s.off("%s!%s leads to %q", sheet.name, l.At, l.Location)
		}
	}
	for _, v := range p.Validations {
		if v.Kind != "list" {
			continue
		}
		if choices, quoted := strings.CutPrefix(v.First, `"`); quoted {
			if len([]rune(v.First)) > 257 || choices == `"` {
				s.off("%s!%s offers %q", sheet.name, v.At, v.First)
			}
		} else if to, _, _ := s.split(v.First); to == nil {
			s.off("%s!%s offers what is in %q", sheet.name, v.At, v.First)
		}
	}
	if len(p.Tables) == 0 {
		return
	}
	targets := s.targets(part)
	for _, x := range p.Tables {
		s.table(sheet, targets[x.ID])
	}
}

// width is the number of columns that hold something.
func (s *xlsxSheet) width() (n int) {
	for _, row := range s.rows {
		n = max(n, len(row))
	}
	return n
}

// table wants the columns of a table to be called what stands above them.
func (s *sound) table(sheet *xlsxSheet, part string) {
	s.t.Helper()
	var x tableXML
	s.parse(part, &x)
	from, to := ends(x.Ref)
	if s.tables[x.Name] || to[0] <= from[0] || to[1]-from[1]+1 != len(x.Columns) {
		s.off("%s: the table %s is %s with %d columns", sheet.name, x.Name, x.Ref, len(x.Columns))
	}
	s.tables[x.Name] = true
	for i, column := range x.Columns {
		said := ""
		if c := sheet.cell(from[0]-1, from[1]-1+i); c != nil {
			said = c.text
		}
		if said != escaped(column.Name) {
			s.off("%s: column %d of %s is %q, and above it stands %q", sheet.name, i+1, x.Name, column.Name, said)
		}
	}
}

// escaped undoes what XML writes of line ends in the name of a column.
func escaped(name string) string {
	return strings.NewReplacer("_x000a_", "\n", "_x000A_", "\n").Replace(name)
}

// chart wants the ranges of a chart to hold numbers where numbers are drawn, and labels for each of them.
func (s *sound) chart(name string, text []byte) {
	s.t.Helper()
	s.charts++
	var stack []string
	sizes := map[string]int{}
	in := xml.NewDecoder(bytes.NewReader(text))
	for {
		token, err := in.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			s.t.Fatalf("%s %s: %v", s.called, name, err)
		}
		switch x := token.(type) {
		case xml.StartElement:
			stack = append(stack, x.Name.Local)
			if x.Name.Local == "ser" {
				clear(sizes)
			}
		case xml.EndElement:
			stack = stack[:len(stack)-1]
			if a, b := max(sizes["cat"], sizes["xVal"]), max(sizes["val"], sizes["yVal"]); x.Name.Local == "ser" && (b == 0 || a != 0 && a != b) {
				s.off("%s draws %d values with %d labels", name, b, a)
			}
		case xml.CharData:
			if len(stack) > 2 && stack[len(stack)-1] == "f" {
				role := stack[len(stack)-3]
				sizes[role] = s.drawn(name, role, string(x))
			}
		}
	}
}

// drawn are the cells that a chart draws.
func (s *sound) drawn(name, role, ref string) (n int) {
	s.t.Helper()
	sheet, from, to := s.split(ref)
	if sheet == nil {
		s.off("%s draws %q", name, ref)
		return 0
	}
	for row := from[0]; row <= to[0]; row++ {
		for column := from[1]; column <= to[1]; column++ {
			n++
			c := sheet.cell(row-1, column-1)
			if _, number := c.number(); c != nil && c.text != "" && !number && c.text != s.gap && strings.HasSuffix(strings.ToLower(role), "val") {
				s.off("%s draws %s, which holds %q", name, c.at, c.text)
			}
		}
	}
	if from[0] > len(sheet.rows) {
		s.off("%s draws %q of a sheet of %d rows", name, ref, len(sheet.rows))
	}
	return n
}

var reference = regexp.MustCompile(`^(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$`)

// split gives the sheet of a reference and its first and last cell, by row and column from 1; no sheet is one that is not there.
func (s *sound) split(ref string) (sheet *xlsxSheet, from, to [2]int) {
	m := reference.FindStringSubmatch(ref)
	if m == nil {
		return nil, from, to
	}
	name := strings.ReplaceAll(m[1], "''", "'") + m[2]
	for _, x := range s.book.sheets {
		if strings.EqualFold(x.name, name) {
			sheet = x
		}
	}
	from, to = ends(m[3])
	return sheet, from, to
}

var cellName = regexp.MustCompile(`^\$?([A-Z]{1,3})?\$?(\d+)?$`)

// ends are the first and last cell of "$A$1:$B$2", by row and column from 1; 0 is none.
func ends(ref string) (from, to [2]int) {
	first, last, ranged := strings.Cut(ref, ":")
	if !ranged {
		last = first
	}
	for i, name := range []string{first, last} {
		m := cellName.FindStringSubmatch(name)
		if m == nil {
			return from, to
		}
		row, _ := strconv.Atoi(m[2])
		at := [2]int{row, columnOf(m[1]) + 1}
		if i == 0 {
			from = at
		}
		to = at
	}
	return from, to
}

func corner(ref string) [2]int {
	_, to := ends(ref)
	return to
}

// drawing are the reports of the sample that have charts, and which workbooks lead from one sheet to another.
var (
	drawing = []string{"event-register", "deliverable", "attendance", "takeaways", "indicators", "communication", "stakeholders", "template"}
	leading = []string{"deliverable", "indicators", "takeaways", "work-plan", "stakeholders", "readiness"}
)

// Every workbook of the sample is sound in its parts; make test-office looks at those of other projects and languages.
func TestEveryWorkbookIsSound(t *testing.T) {
	d := newDesk(t)
	d.run("init", "--sample")
	for _, r := range app.ReportList() {
		args, _ := d.needed(r)
		if r.Ending != ".xlsx" {
			continue
		}
		file := filepath.Join(d.home, r.Name+r.Ending)
		d.run(append([]string{"--lang", "el", "--quiet", "report", r.Name, "-o", file}, args...)...)
		s := checkSound(t, "el", file)
		if (s.charts > 0) != slices.Contains(drawing, r.Name) {
			t.Errorf("%s has %d charts", s.called, s.charts)
		}
		if s.links == 0 && slices.Contains(leading, r.Name) {
			t.Errorf("%s leads nowhere", s.called)
		}
	}
}
