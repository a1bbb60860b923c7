package cli_test

import (
	"archive/zip"
	"encoding/xml"
	"io"
	"path"
	"regexp"
	"strconv"
	"testing"
)

// xlsx is a workbook as its XML says it, and not as a spreadsheet library would show it: what matters here is which cells
// are formulas, and of which type their stored value is (ECMA-376 part 1, 18.3).
type xlsx struct {
	t      testing.TB
	sheets []*xlsxSheet
	dates  map[int]bool // styles that show a number as a day
}

type xlsxSheet struct {
	name   string
	footer string
	rows   [][]*xlsxCell // row and column from 0; nil is an empty cell
}

// xlsxCell is a cell that holds something. Seen tells that something was expected of it.
type xlsxCell struct {
	at      string
	kind    string // attribute t
	formula string
	text    string // as stored; of a string, what it says
	style   int
	seen    bool
}

// number is the stored number; ok is false for a string, an error or no value.
func (c *xlsxCell) number() (float64, bool) {
	if c == nil || c.kind != "" && c.kind != "n" {
		return 0, false
	}
	f, err := strconv.ParseFloat(c.text, 64)
	return f, err == nil
}

func readBook(t testing.TB, file string) *xlsx {
	t.Helper()
	z, err := zip.OpenReader(file)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	parts := map[string]*zip.File{}
	for _, f := range z.File {
		parts[f.Name] = f
	}
	var book struct {
		Sheets []struct {
			Name string `xml:"name,attr"`
			ID   string `xml:"http://schemas.openxmlformats.org/officeDocument/2006/relationships id,attr"`
		} `xml:"sheets>sheet"`
	}
	var links struct {
		Links []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
		} `xml:"Relationship"`
	}
	part(t, parts["xl/workbook.xml"], &book)
	part(t, parts["xl/_rels/workbook.xml.rels"], &links)
	targets := map[string]string{}
	for _, l := range links.Links {
		targets[l.ID] = path.Join("xl", l.Target)
	}
	b := &xlsx{t: t, dates: dateStyles(t, parts["xl/styles.xml"])}
	shared := sharedTexts(t, parts["xl/sharedStrings.xml"])
	for _, s := range book.Sheets {
		b.sheets = append(b.sheets, readSheet(t, s.Name, parts[targets[s.ID]], shared))
	}
	return b
}

func part(t testing.TB, f *zip.File, into any) {
	t.Helper()
	if f == nil {
		t.Fatalf("a part for %T is not in the workbook", into)
	}
	r, err := f.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	text, err := io.ReadAll(r)
	if err == nil {
		err = xml.Unmarshal(text, into)
	}
	if err != nil {
		t.Fatalf("%s: %v", f.Name, err)
	}
}

// richText is a string in one piece or in runs.
type richText struct {
	T string `xml:"t"`
	R []struct {
		T string `xml:"t"`
	} `xml:"r"`
}

func (s richText) String() string {
	text := s.T
	for _, r := range s.R {
		text += r.T
	}
	return text
}

func sharedTexts(t testing.TB, f *zip.File) []string {
	if f == nil {
		return nil
	}
	var table struct {
		Items []richText `xml:"si"`
	}
	part(t, f, &table)
	texts := make([]string, len(table.Items))
	for i, s := range table.Items {
		texts[i] = s.String()
	}
	return texts
}

var daysInFormat = regexp.MustCompile(`(?i)d.*m|m.*d`)

func dateStyles(t testing.TB, f *zip.File) map[int]bool {
	var styles struct {
		Formats []struct {
			ID   int    `xml:"numFmtId,attr"`
			Code string `xml:"formatCode,attr"`
		} `xml:"numFmts>numFmt"`
		Cells []struct {
			Format int `xml:"numFmtId,attr"`
		} `xml:"cellXfs>xf"`
	}
	part(t, f, &styles)
	codes := map[int]string{14: "mm-dd-yy", 15: "d-mmm-yy", 22: "m/d/yy h:mm"}
	for _, format := range styles.Formats {
		codes[format.ID] = format.Code
	}
	dates := map[int]bool{}
	for i, c := range styles.Cells {
		dates[i] = daysInFormat.MatchString(codes[c.Format])
	}
	return dates
}

func readSheet(t testing.TB, name string, f *zip.File, shared []string) *xlsxSheet {
	var sheet struct {
		Rows []struct {
			R     int `xml:"r,attr"`
			Cells []struct {
				At     string   `xml:"r,attr"`
				Kind   string   `xml:"t,attr"`
				Style  int      `xml:"s,attr"`
				F      *string  `xml:"f"`
				V      string   `xml:"v"`
				Inline richText `xml:"is"`
			} `xml:"c"`
		} `xml:"sheetData>row"`
		Footer string `xml:"headerFooter>oddFooter"`
	}
	part(t, f, &sheet)
	s := &xlsxSheet{name: name, footer: sheet.Footer}
	for _, row := range sheet.Rows {
		for _, c := range row.Cells {
			cell := &xlsxCell{at: name + "!" + c.At, kind: c.Kind, style: c.Style, text: c.V}
			if c.F != nil {
				cell.formula = *c.F
			}
			switch c.Kind {
			case "inlineStr":
				cell.text = c.Inline.String()
			case "s":
				n, err := strconv.Atoi(c.V)
				if err != nil || n >= len(shared) {
					t.Fatalf("%s: no shared string %q", cell.at, c.V)
				}
				cell.text = shared[n]
			}
			if cell.text != "" || cell.formula != "" {
				s.put(row.R-1, columnOf(c.At), cell)
			}
		}
	}
	return s
}

func (s *xlsxSheet) put(row, column int, c *xlsxCell) {
	for len(s.rows) <= row {
		s.rows = append(s.rows, nil)
	}
	for len(s.rows[row]) <= column {
		s.rows[row] = append(s.rows[row], nil)
	}
	s.rows[row][column] = c
}

// columnOf is the column of "AB12", from 0.
func columnOf(at string) int {
	n := 0
	for _, r := range at {
		if r < 'A' || r > 'Z' {
			break
		}
		n = n*26 + int(r-'A') + 1
	}
	return n - 1
}

func (s *xlsxSheet) cell(row, column int) *xlsxCell {
	if row >= len(s.rows) || column >= len(s.rows[row]) {
		return nil
	}
	return s.rows[row][column]
}

func (b *xlsx) sheet(name string) *xlsxSheet {
	for _, s := range b.sheets {
		if s.name == name {
			return s
		}
	}
	b.t.Fatalf("no sheet %q among %v", name, b.names())
	return nil
}

func (b *xlsx) names() []string {
	names := make([]string, 0, len(b.sheets))
	for _, s := range b.sheets {
		names = append(names, s.name)
	}
	return names
}
