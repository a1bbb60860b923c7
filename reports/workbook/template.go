package workbook

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"regexp"
	"strings"

	"github.com/xuri/excelize/v2"

	"primadesk/reports/publish"
)

// Slots are what the marks of a template stand for. A mark is a name between braces, such as {{event.name}}.
type Slots struct {
	// Value gives what stands for a mark; ok is false for one that nobody knows.
	Value func(mark string) (cell Cell, ok bool)
	// Lists are the rows that {{#name}} repeats a row of the template for, each with the marks of its own; what it does not
	// know, Value is asked for.
	Lists map[string]TemplateList
	// Status is kept among the properties of the file: "DRAFT".
	Status string
	// Words put numbers and days that stand within a text into the language.
	Words Words
}

// TemplateList is something that a row is repeated for.
type TemplateList struct {
	// Knows tells whether the rows have a mark, even where there are none.
	Knows func(mark string) bool
	Rows  []func(mark string) Cell
}

// UnknownMark is a mark of a template that nothing stands for; its cell is empty where it stands above or below the printed page.
type UnknownMark struct{ Sheet, Cell, Mark string }

// TemplateError says that a template cannot be filled: every mark that is not known, with its cell.
type TemplateError struct{ Marks []UnknownMark }

// Error names the first of them.
func (e *TemplateError) Error() string {
	m := e.Marks[0]
	return fmt.Sprintf("%s!%s: mark %q is not known (%d such marks)", m.Sheet, m.Cell, m.Mark, len(e.Marks))
}

// The most that a template may unpack to, in bytes, and how many cells of a sheet are looked at: a template is a form.
const (
	templateSize  = 256 << 20
	templateCells = 1_000_000
)

var markPattern = regexp.MustCompile(`\{\{\s*(#?)\s*([^{}]*?)\s*\}\}`)

// Fill writes a copy of the template at from to path, whole or not at all, with its marks replaced. A cell that is one mark takes
// the value with its type, and keeps its own number format; a mark within a text becomes part of it. A row with {{#name}} is
// repeated for each row of that list, with its height, styles, merges and formulas; ranges that end in it grow, in formulas,
// names, tables and charts. A list without rows leaves one empty row. Everything else of the template stays as it is.
//
// Errors are of type *[TemplateError] or *[Error]; a template that cannot be opened is "workbook.template".
func Fill(ctx context.Context, from, path string, slots Slots, options Options) (err error) {
	defer func() {
		if _, ok := err.(*TemplateError); err != nil && !ok { //nolint:errorlint // it is returned as it is
			located := *classify(err)
			if located.Path == "" {
				located.Path = path
			}
			err = &located
		}
	}()
	return publish.File(path, options.Scratch, func(out io.Writer, room *publish.Room) error {
		t, err := openTemplate(ctx, from, slots, room.Folder())
		if err != nil {
			return err
		}
		defer func() { _ = t.file.Close() }() // what it unpacked is in the private folder, which goes as a whole
		if err := t.fill(); err != nil {
			return err
		}
		if err := t.write(out); err != nil {
			return err
		}
		return ctx.Err()
	})
}

// template is one while it is filled.
type template struct {
	ctx     context.Context
	file    *excelize.File
	slots   Slots
	sheets  []*templateSheet
	tables  map[string][]string // name → sheet and range, as the template has them
	unknown []UnknownMark
}

// templateSheet is a sheet of cells with the rows that are repeated, from the top.
type templateSheet struct {
	name    string
	repeats []repeat
	filter  string // range of its filter in the template
}

// repeat is a row of the template that stands for a list.
type repeat struct {
	row  int // in the template
	list string
	n    int // rows that it becomes
}

// openTemplate opens and reads a template, and refuses one with unknown marks.
func openTemplate(ctx context.Context, from string, slots Slots, folder string) (*template, error) {
	if _, err := os.Stat(from); err != nil {
		return nil, &Error{Code: CodeTemplate, Path: from, Cause: err}
	}
	file, err := excelize.OpenFile(from, excelize.Options{TmpDir: folder, UnzipSizeLimit: templateSize})
	if err != nil {
		return nil, &Error{Code: CodeTemplate, Path: from, Cause: err}
	}
	t := &template{ctx: ctx, file: file, slots: slots}
	err = t.look(from)
	if _, known := errors.AsType[*Error](err); err != nil && !known {
		err = &Error{Code: CodeTemplate, Path: from, Cause: err}
	}
	if err == nil {
		err = t.read()
	}
	if err != nil {
		_ = file.Close()
		return nil, err
	}
	if len(t.unknown) > 0 {
		_ = file.Close()
		return nil, &TemplateError{Marks: t.unknown}
	}
	t.tables = t.tableReferences()
	return t, nil
}

// read looks at every cell, and at headers and footers.
func (t *template) read() error {
	for _, sheet := range t.sheets {
		name := sheet.name
		rows, err := t.file.GetRows(name, excelize.Options{RawCellValue: true})
		if err != nil {
			return err
		}
		cells := 0
		for i, row := range rows {
			if cells += len(row); cells > templateCells {
				return &Error{Code: CodeTooManyRows, Sheet: name}
			}
			if err := t.ctx.Err(); err != nil {
				return err
			}
			t.readRow(sheet, i+1, row)
		}
		if err := t.readMargins(name); err != nil {
			return err
		}
	}
	return nil
}

func (t *template) readRow(sheet *templateSheet, row int, cells []string) {
	list := ""
	for column, text := range cells {
		for _, m := range marksOf(text) {
			if !m.list {
				continue
			}
			if _, ok := t.slots.Lists[m.name]; !ok || list != "" && list != m.name {
				t.refuse(sheet.name, cellName(column, row), "#"+m.name)
			}
			list = m.name
		}
	}
	for column, text := range cells {
		for _, m := range marksOf(text) {
			if !m.list && !t.known(list, m.name) {
				t.refuse(sheet.name, cellName(column, row), m.name)
			}
		}
	}
	if list != "" {
		sheet.repeats = append(sheet.repeats, repeat{row: row, list: list, n: max(len(t.slots.Lists[list].Rows), 1)})
	}
}

// readMargins looks for unknown marks in what is printed above and below each page.
func (t *template) readMargins(sheet string) error {
	opts, err := t.file.GetHeaderFooter(sheet)
	if err != nil || opts == nil {
		return err
	}
	for _, text := range margins(opts) {
		for _, m := range marksOf(*text) {
			if m.list || !t.known("", m.name) {
				t.refuse(sheet, "", m.name)
			}
		}
	}
	return nil
}

func (t *template) known(list, name string) bool {
	if l, ok := t.slots.Lists[list]; ok && l.Knows(name) {
		return true
	}
	_, ok := t.slots.Value(name)
	return ok
}

func (t *template) refuse(sheet, cell, mark string) {
	t.unknown = append(t.unknown, UnknownMark{sheet, cell, mark})
}

// mark is one in a text; list tells that it repeats its row.
type mark struct {
	name string
	list bool
}

func marksOf(text string) []mark {
	if !strings.Contains(text, "{{") {
		return nil
	}
	var out []mark
	for _, m := range markPattern.FindAllStringSubmatch(text, -1) {
		out = append(out, mark{m[2], m[1] == "#"})
	}
	return out
}
