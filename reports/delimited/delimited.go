// Package delimited writes the tables of a workbook's declaration as CSV, one file a table, for programs that read such files
// and for the spreadsheets of people: RFC 4180 with CRLF, in UTF-8 with its mark, so that Excel knows the script.
//
// Numbers are written with a point and nothing between thousands, days as 2025-06-02, moments as 2025-06-02T10:00, so that
// they are the same in every language; what is missing is empty, and totals are left out, since a program adds up itself. Texts
// that a spreadsheet would take for a formula are made harmless.
package delimited

import (
	"bufio"
	"context"
	"io"
	"strconv"
	"strings"
	"time"
	"unicode"

	"primadesk/reports/workbook"
)

// Table says which table a file is of.
type Table struct {
	// At is the place of its sheet among the tabs, Sheet the sheet's id.
	At      int
	Sheet   string
	ID      string
	Heading string
}

// Options of writing.
type Options struct {
	// Separator between cells: comma, semicolon or tab.
	Separator rune
	// Only, if set, says which sheets are wanted.
	Only func(workbook.Sheet) bool
	// Create opens the file of a table. It is closed before the next is opened. Tables come in the order in which sheets are
	// written, not as tabs stand.
	Create func(Table) (io.WriteCloser, error)
}

// Write writes a file for each table. What Create and its files give as errors is within a *[workbook.Error], as is what is wrong
// with the declaration.
func Write(ctx context.Context, w workbook.Workbook, o Options) error {
	files := &files{o: o}
	err := workbook.Read(ctx, w, files)
	if files.open != nil {
		_ = files.open.Close() // there is an error already
	}
	return err
}

// files is a workbook while it is written.
type files struct {
	o     Options
	table Table
	skip  bool
	open  io.WriteCloser
	out   *bufio.Writer
}

var _ workbook.Reader = (*files)(nil)

// mark says that a file is in UTF-8.
const mark = "\ufeff"

// Sheet notes where tables stand.
func (f *files) Sheet(at int, name string, s workbook.Sheet) error {
	f.table = Table{At: at, Sheet: s.ID}
	if s.ID == "" {
		f.table.Sheet = name
	}
	f.skip = f.o.Only != nil && !f.o.Only(s)
	return nil
}

// Block is nothing that a table holds.
func (f *files) Block(workbook.Block, []workbook.Value) error { return nil }

// Head opens the file of a table and writes its headers.
func (f *files) Head(h workbook.Head) (err error) {
	if f.skip {
		return nil
	}
	f.table.ID, f.table.Heading = h.ID, h.Heading
	if f.open, err = f.o.Create(f.table); err != nil {
		return err
	}
	f.out = bufio.NewWriter(f.open)
	_, _ = f.out.WriteString(mark) // an error is told by Flush
	for i, c := range h.Columns {
		f.cell(i, harmless(c.Header))
	}
	return f.end()
}

// Row writes a row.
func (f *files) Row(values []workbook.Value) error {
	if f.skip {
		return nil
	}
	for i, v := range values {
		f.cell(i, plain(v))
	}
	return f.end()
}

// Foot closes the file.
func (f *files) Foot([]workbook.Value) error {
	if f.skip {
		return nil
	}
	err := f.out.Flush()
	if closed := f.open.Close(); err == nil {
		err = closed
	}
	f.open = nil
	return err
}

// cell writes one cell, within quotes where it holds anything that a program may take for an end: any separator, since not
// every program asks for the right one.
func (f *files) cell(i int, text string) {
	if i > 0 {
		_, _ = f.out.WriteRune(f.o.Separator)
	}
	if strings.ContainsAny(text, ",;\t\"\r\n") || strings.TrimSpace(text) != text {
		text = `"` + strings.ReplaceAll(text, `"`, `""`) + `"`
	}
	_, _ = f.out.WriteString(text)
}

func (f *files) end() error {
	_, err := f.out.WriteString("\r\n")
	return err
}

// plain is a value as programs read it.
func plain(v workbook.Value) string {
	switch v.Kind {
	case workbook.ValueText:
		return harmless(v.Text)
	case workbook.ValueNumber:
		return strconv.FormatFloat(v.Number, 'f', -1, 64)
	case workbook.ValueDate:
		return v.Time.Format(time.DateOnly)
	case workbook.ValueDateTime:
		if v.Time.Second() != 0 {
			return v.Time.Format("2006-01-02T15:04:05")
		}
		return v.Time.Format("2006-01-02T15:04")
	}
	return ""
}

// formulas are the characters with which a spreadsheet lets a formula begin, those of full width too (OWASP, "CSV Injection").
const formulas = "=+-@\t\r\n＝＋－＠"

// harmless puts an apostrophe before a text that a spreadsheet would calculate, also where what cannot be seen stands before it.
func harmless(text string) string {
	if text == "" {
		return ""
	}
	seen := strings.TrimLeftFunc(text, func(r rune) bool { return r == ' ' || r == '\u00a0' || unicode.Is(unicode.Cf, r) })
	if strings.ContainsAny(text[:1], "\t\r\n") || seen != "" && strings.ContainsRune(formulas, []rune(seen)[0]) {
		return "'" + text
	}
	return text
}
