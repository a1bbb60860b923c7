package workbook

import (
	"archive/zip"
	"bytes"
	"errors"
	"html"
	"io"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// mostResults is how many formulas of a template are worked out; a form has fewer. Excel works out all of them when it opens the file.
const mostResults = 20_000

// write puts the filled workbook out. What the library leaves in a part as the template had it is brought to where the rows are now.
func (t *template) write(out io.Writer) error {
	results, err := t.results()
	if err != nil {
		return err
	}
	t.file.Path = "workbook.xlsx" // a template's own kind (.xltx) is none that is opened
	var made bytes.Buffer
	if err := t.file.Write(&made); err != nil {
		return err
	}
	z, err := zip.NewReader(bytes.NewReader(made.Bytes()), int64(made.Len()))
	if err != nil {
		return err
	}
	finishing, err := t.finishing(z, results)
	if err != nil {
		return err
	}
	to := zip.NewWriter(out)
	for _, f := range z.File {
		finish := finishing[f.Name]
		if finish == nil {
			if err := to.Copy(f); err != nil {
				return err
			}
			continue
		}
		content, err := readPart(z, f.Name)
		if err != nil {
			return err
		}
		w, err := to.CreateHeader(&zip.FileHeader{Name: f.Name, Method: zip.Deflate, Modified: f.Modified})
		if err != nil {
			return err
		}
		if _, err := w.Write(finish(content)); err != nil {
			return err
		}
	}
	return to.Close()
}

// finishing says what is to be done with which part: each sheet of cells, and its notes with where they are drawn.
func (t *template) finishing(z *zip.Reader, results map[string]map[string]result) (map[string]func([]byte) []byte, error) {
	parts, err := sheetParts(z)
	if err != nil {
		return nil, err
	}
	out := map[string]func([]byte) []byte{}
	for _, p := range parts {
		if p.kind != "worksheet" {
			continue
		}
		out[p.part] = func(b []byte) []byte { return t.finish(p.name, b, results[p.name]) }
		folder, file := path.Split(p.part)
		beside, err := relations(z, folder, folder+"_rels/"+file+".rels")
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		for _, r := range beside {
			switch path.Base(r.Type) {
			case "comments", "threadedComment":
				out[r.Target] = func(b []byte) []byte { return t.notes(p.name, b) }
			case "vmlDrawing":
				out[r.Target] = func(b []byte) []byte { return t.drawn(p.name, b) }
			}
		}
	}
	return out, nil
}

var (
	noteCell   = regexp.MustCompile(`(<(?:threadedC|c)omment\b[^>]*?\bref=")([^"]*)(")`)
	drawnRow   = regexp.MustCompile(`(<x:Row>\s*)([0-9]+)(\s*</x:Row>)`)
	drawnSpace = regexp.MustCompile(`(<x:Anchor>)([^<]*)(</x:Anchor>)`)
)

// notes leads the notes of a sheet to where their cells are now.
func (t *template) notes(name string, content []byte) []byte {
	return replaced(noteCell, content, func(cell string) string { return references(cell, name, t.moved) })
}

// drawn leads what is drawn for notes, and form controls, to where their rows are now; rows count from 0 there.
func (t *template) drawn(name string, content []byte) []byte {
	row := func(s string) string {
		n, err := strconv.Atoi(strings.TrimSpace(s))
		if err != nil {
			return s
		}
		n, _ = t.moved(name, n+1, n+1)
		return strconv.Itoa(n - 1)
	}
	content = replaced(drawnRow, content, row)
	return replaced(drawnSpace, content, func(anchor string) string {
		places := strings.Split(anchor, ",") // column, offset, row, offset of both corners
		if len(places) == 8 {
			places[2], places[6] = row(places[2]), row(places[6])
		}
		return strings.Join(places, ",")
	})
}

// replaced puts something else in the place of what stands between the first and the last group of a pattern.
func replaced(pattern *regexp.Regexp, content []byte, with func(string) string) []byte {
	return pattern.ReplaceAllFunc(content, func(b []byte) []byte {
		m := pattern.FindSubmatch(b)
		return slices.Concat(m[1], []byte(escaped(with(html.UnescapeString(string(m[2]))))), m[3])
	})
}

// result is what a formula comes to: a value, and its type in a cell ("" is a number).
type result struct{ kind, value string }

// results works out the formulas, so that their values are seen where nothing is calculated: in Excel's protected view, in previews.
// What the library cannot work out stays without.
func (t *template) results() (map[string]map[string]result, error) {
	out := map[string]map[string]result{}
	n := 0
	for _, s := range t.sheets {
		found := map[string]result{}
		out[s.name] = found
		columns, rows, err := t.size(s.name)
		if err != nil {
			return nil, err
		}
		for row := 1; row <= rows && n < mostResults; row++ {
			if err := t.ctx.Err(); err != nil {
				return nil, err
			}
			for column := range columns {
				cell := cellName(column, row)
				formula, err := t.file.GetCellFormula(s.name, cell)
				if err != nil {
					return nil, err
				}
				if formula == "" {
					continue
				}
				n++
				if r, ok := t.result(s.name, cell); ok {
					found[cell] = r
				}
			}
		}
	}
	return out, nil
}

func (t *template) result(sheet, cell string) (result, bool) {
	value, err := t.file.CalcCellValue(sheet, cell, excelize.Options{RawCellValue: true})
	switch {
	case value == "#DIV/0!", value == "#N/A":
		return result{"e", value}, true
	case err != nil, strings.HasPrefix(value, "#"): // it may be a function that the library does not have
		return result{}, false
	case value == "TRUE", value == "FALSE":
		return result{"b", strconv.Itoa(len("FALSE") - len(value))}, true
	}
	if _, err := strconv.ParseFloat(value, 64); err == nil {
		return result{"", value}, true
	}
	return result{"str", value}, true
}

var (
	breaksPattern = regexp.MustCompile(`(?s)<rowBreaks\b.*?</rowBreaks>`)
	breakID       = regexp.MustCompile(`(<brk id=")(\d+)(")`)
	sheetFilter   = regexp.MustCompile(`(<autoFilter ref=")([^"]*)(")`)
	extension     = regexp.MustCompile(`(<xm:(?:sqref|f)>)([^<]*)(</xm:(?:sqref|f)>)`)
	formulaCell   = regexp.MustCompile(`<c r="([A-Z]+[0-9]+)"([^>]*)>(<f\b[^>]*>[^<]*</f>)(?:<v>[^<]*</v>)?</c>`)
	cellType      = regexp.MustCompile(` t="[^"]*"`)
)

// finish brings a sheet's XML to what the filled cells are: page breaks, filter, conditional formats and formulas' values.
func (t *template) finish(name string, content []byte, results map[string]result) []byte {
	at := slices.IndexFunc(t.sheets, func(s *templateSheet) bool { return s.name == name })
	if at < 0 {
		return content
	}
	s := t.sheets[at]
	content = breaksPattern.ReplaceAllFunc(content, func(part []byte) []byte {
		return replaced(breakID, part, func(id string) string {
			row, err := strconv.Atoi(id)
			if err != nil {
				return id
			}
			_, row = t.moved(name, row, row)
			return strconv.Itoa(row)
		})
	})
	if s.filter != "" {
		content = replaced(sheetFilter, content, func(string) string { return references(s.filter, name, t.moved) })
	}
	content = replaced(extension, content, func(ref string) string { return references(ref, name, t.moved) })
	content = t.formats(name, content)
	return formulaCell.ReplaceAllFunc(content, func(b []byte) []byte {
		m := formulaCell.FindSubmatch(b)
		r, ok := results[string(m[1])]
		if !ok {
			return b
		}
		attributes := cellType.ReplaceAllString(string(m[2]), "")
		if r.kind != "" {
			attributes += ` t="` + r.kind + `"`
		}
		return []byte(`<c r="` + string(m[1]) + `"` + attributes + `>` + string(m[3]) + `<v>` + escaped(r.value) + `</v></c>`)
	})
}

var (
	formatPart    = regexp.MustCompile(`(?s)<conditionalFormatting sqref="([^"]*)"([^>]*)>(.*?)</conditionalFormatting>`)
	formatFormula = regexp.MustCompile(`(<formula>)([^<]*)(</formula>)`)
)

// formats has each conditional format of a repeated row hold all of its rows: a data bar is measured against the others. The library
// copies a format with its row, and leaves what it refers to.
func (t *template) formats(name string, content []byte) []byte {
	copied := map[string]bool{}
	return formatPart.ReplaceAllFunc(content, func(b []byte) []byte {
		m := formatPart.FindSubmatch(b)
		cells, repeated := t.grown(name, string(m[1]))
		body := replaced(formatFormula, m[3], func(formula string) string { return references(formula, name, t.moved) })
		key := cells + "\n" + string(m[3])
		if repeated && copied[key] {
			return nil
		}
		copied[key] = true
		return []byte(`<conditionalFormatting sqref="` + cells + `"` + string(m[2]) + `>` + string(body) + `</conditionalFormatting>`)
	})
}

// grown leads cells that stand in one row of a list, where it is now, to all rows of the list.
func (t *template) grown(name, cells string) (all string, repeated bool) {
	list := strings.Fields(cells)
	for i, ref := range list {
		if !strings.Contains(ref, ":") {
			ref += ":" + ref
		}
		list[i] = references(ref, name, func(_ string, from, to int) (int, int) {
			first, last, ok := t.block(name, to)
			switch {
			case ok && from == to: // a copy of the library's
				repeated = true
				return first, last
			case ok && to == first:
				return from, last
			}
			return from, to
		})
	}
	return strings.Join(list, " "), repeated
}

// block are the rows, as they now stand, of the list that a row belongs to.
func (t *template) block(name string, row int) (first, last int, ok bool) {
	added := 0
	for _, s := range t.sheets {
		if s.name != name {
			continue
		}
		for _, r := range s.repeats {
			if first = r.row + added; row >= first && row < first+r.n {
				return first, first + r.n - 1, true
			}
			added += r.n - 1
		}
	}
	return 0, 0, false
}

func escaped(s string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(s)
}
