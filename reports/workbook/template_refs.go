package workbook

import (
	"bytes"
	"errors"
	"html"
	"regexp"
	"strconv"
	"strings"
)

// rangePattern is a reference to a cell or to a range in a formula: sheet (quoted or not), first cell, last cell.
var rangePattern = regexp.MustCompile(`(?:('(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(\$?[A-Z]{1,3}\$?)(\d+)(?::(\$?[A-Z]{1,3}\$?)(\d+))?`)

// references rewrites the references of a formula, outside the texts in it. here is the sheet that those without a sheet mean.
func references(formula, here string, rewrite func(sheet string, from, to int) (int, int)) string {
	parts := strings.Split(formula, `"`)
	for i := 0; i < len(parts); i += 2 {
		parts[i] = rangePattern.ReplaceAllStringFunc(parts[i], func(s string) string {
			m := rangePattern.FindStringSubmatch(s)
			sheet, prefix := here, ""
			if m[1] != "" {
				sheet, prefix = unquoted(m[1]), m[1]+"!"
			}
			from, err := strconv.Atoi(m[3])
			if err != nil {
				return s
			}
			if m[5] == "" {
				first, _ := rewrite(sheet, from, from)
				return prefix + m[2] + strconv.Itoa(first)
			}
			to, err := strconv.Atoi(m[5])
			if err != nil {
				return s
			}
			from, to = rewrite(sheet, from, to)
			return prefix + m[2] + strconv.Itoa(from) + ":" + m[4] + strconv.Itoa(to)
		})
	}
	return strings.Join(parts, `"`)
}

func unquoted(sheet string) string {
	if bare, ok := strings.CutPrefix(sheet, "'"); ok {
		return strings.ReplaceAll(strings.TrimSuffix(bare, "'"), "''", "'")
	}
	return sheet
}

// stretch leads every range that ends in a row of a sheet to the next row, in formulas and in names.
func (t *template) stretch(sheet string, row int) error {
	longer := func(formula, here string) string {
		return references(formula, here, func(of string, from, to int) (int, int) {
			if strings.EqualFold(of, sheet) && to == row {
				return from, to + 1
			}
			return from, to
		})
	}
	for _, s := range t.sheets {
		if err := t.rewriteFormulas(s.name, longer); err != nil {
			return err
		}
	}
	for _, name := range t.file.GetDefinedName() {
		refers := longer(name.RefersTo, "")
		if refers == name.RefersTo {
			continue
		}
		if err := t.file.DeleteDefinedName(&name); err != nil {
			return err
		}
		name.RefersTo = refers
		if err := t.file.SetDefinedName(&name); err != nil {
			return err
		}
	}
	return nil
}

// rewriteFormulas passes each formula of a sheet through.
func (t *template) rewriteFormulas(sheet string, rewrite func(formula, here string) string) error {
	columns, rows, err := t.size(sheet)
	if err != nil {
		return err
	}
	for row := 1; row <= rows; row++ {
		for column := range columns {
			cell := cellName(column, row)
			formula, err := t.file.GetCellFormula(sheet, cell)
			if err != nil {
				return err
			}
			if next := rewrite(formula, sheet); next != formula {
				if err := t.file.SetCellFormula(sheet, cell, next); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// size is how many columns and rows of a sheet hold something.
func (t *template) size(sheet string) (columns, rows int, err error) {
	all, err := t.file.Rows(sheet)
	if err != nil {
		return 0, 0, err
	}
	for all.Next() {
		cells, err := all.Columns()
		if err != nil {
			return 0, 0, errors.Join(err, all.Close())
		}
		rows++
		columns = max(columns, len(cells))
	}
	return columns, rows, errors.Join(all.Error(), all.Close())
}

// moved is where rows of a template's sheet are once the lists are in: a range that ends in a repeated row has grown.
func (t *template) moved(sheet string, from, to int) (int, int) {
	first, last := from, to
	for _, s := range t.sheets {
		if !strings.EqualFold(s.name, sheet) {
			continue
		}
		for _, r := range s.repeats {
			if r.row < from {
				first += r.n - 1
			}
			if r.row <= to {
				last += r.n - 1
			}
		}
	}
	return first, last
}

// tableReferences are the ranges of native tables as the template has them, by the part that declares the table.
func (t *template) tableReferences() map[string][]string {
	out := map[string][]string{}
	for _, s := range t.sheets {
		tables, err := t.file.GetTables(s.name)
		if err != nil {
			continue
		}
		for _, table := range tables {
			out[table.Name] = []string{s.name, table.Range}
		}
	}
	return out
}

var (
	tablesName = regexp.MustCompile(`\bdisplayName="([^"]*)"`)
	tableRef   = regexp.MustCompile(`(<(?:table|autoFilter)\b[^>]*?\bref=")([^"]*)(")`)
	chartRef   = regexp.MustCompile(`(<(?:c:)?f>)([^<]*)(</(?:c:)?f>)`)
	chartOld   = regexp.MustCompile(`(?s)<((?:c:)?(?:numCache|strCache|multiLvlStrCache))>.*?</((?:c:)?(?:numCache|strCache|multiLvlStrCache))>`)
)

// parts passes the parts of the package below a folder through.
func (t *template) parts(folder string, rewrite func([]byte) []byte) {
	t.file.Pkg.Range(func(key, value any) bool {
		name, _ := key.(string)
		content, ok := value.([]byte)
		if ok && strings.HasPrefix(name, folder) && strings.HasSuffix(name, ".xml") {
			if next := rewrite(content); !bytes.Equal(next, content) {
				t.file.Pkg.Store(name, next)
			}
		}
		return true
	})
}

// moveTables has native tables hold the rows that came in.
func (t *template) moveTables() {
	t.parts("xl/tables/", func(part []byte) []byte {
		m := tablesName.FindSubmatch(part)
		if m == nil || t.tables[html.UnescapeString(string(m[1]))] == nil {
			return part
		}
		was := t.tables[html.UnescapeString(string(m[1]))]
		grown := references(was[1], was[0], t.moved)
		return tableRef.ReplaceAll(part, []byte("${1}"+strings.ReplaceAll(grown, "$", "")+"${3}"))
	})
}

// moveCharts has charts draw the rows that came in; what they remember of the template's cells goes.
func (t *template) moveCharts() {
	t.parts("xl/charts/", func(part []byte) []byte {
		part = replaced(chartRef, part, func(ref string) string { return references(ref, "", t.moved) })
		return chartOld.ReplaceAll(part, nil)
	})
}
