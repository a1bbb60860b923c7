package workbook

import (
	"math"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"
)

// fill puts everything in: the repeated rows from the bottom up, so that those above keep their places, then the cells, then
// what refers to the rows that came in.
func (t *template) fill() error {
	for _, sheet := range t.sheets {
		for i := len(sheet.repeats) - 1; i >= 0; i-- {
			if err := t.spread(sheet, sheet.repeats[i]); err != nil {
				return err
			}
		}
	}
	for _, sheet := range t.sheets {
		if err := t.fillSheet(sheet); err != nil {
			return err
		}
	}
	t.moveTables()
	t.moveCharts()
	if err := t.status(); err != nil {
		return err
	}
	if err := t.file.UpdateLinkedValue(); err != nil { // values of formulas that no longer hold
		return err
	}
	full := true
	return t.file.SetCalcProps(&excelize.CalcPropsOptions{FullCalcOnLoad: &full})
}

// status is kept where other programs show it, beside what the template says of itself.
func (t *template) status() error {
	props, err := t.file.GetDocProps()
	if err != nil {
		return err
	}
	props.ContentStatus = t.slots.Status
	return t.file.SetDocProps(props)
}

// spread makes room for a list. A row that is taken away at the end stands behind meanwhile: ranges that end in the repeated row
// are led to it, and so grow with every row that comes in between.
func (t *template) spread(sheet *templateSheet, r repeat) error {
	if r.n < 2 {
		return nil
	}
	if err := t.file.InsertRows(sheet.name, r.row+1, 1); err != nil {
		return err
	}
	if err := t.stretch(sheet.name, r.row); err != nil {
		return err
	}
	for range r.n - 1 {
		if err := t.ctx.Err(); err != nil {
			return err
		}
		if err := t.file.DuplicateRow(sheet.name, r.row); err != nil {
			return err
		}
	}
	return t.file.RemoveRow(sheet.name, r.row+r.n)
}

// fillSheet puts values in the place of marks.
func (t *template) fillSheet(sheet *templateSheet) error {
	rows, err := t.file.GetRows(sheet.name, excelize.Options{RawCellValue: true})
	if err != nil {
		return err
	}
	merged, err := t.mergedWidths(sheet.name)
	if err != nil {
		return err
	}
	for i, row := range rows {
		value, filled := t.valuesOf(sheet, i+1), false
		for column, text := range row {
			if len(marksOf(text)) == 0 {
				continue
			}
			if err := t.fillCell(sheet.name, cellName(column, i+1), text, value); err != nil {
				return err
			}
			filled = true
		}
		if filled {
			if err := t.fit(sheet.name, i+1, len(row), merged); err != nil {
				return err
			}
		}
	}
	// How far a sheet reaches need not be said, and what the template said is no longer so: there are readers that look no further.
	if err := t.file.SetSheetDimension(sheet.name, ""); err != nil {
		return err
	}
	return t.fillMargins(sheet.name)
}

// valuesOf are the values of the marks in a row as it now stands: those of the list's element that it is for, then those of all.
func (t *template) valuesOf(sheet *templateSheet, row int) func(string) Cell {
	common := func(name string) Cell {
		c, _ := t.slots.Value(name)
		return c
	}
	added := 0
	for _, r := range sheet.repeats {
		if first := r.row + added; row >= first && row < first+r.n {
			list := t.slots.Lists[r.list]
			return func(name string) Cell {
				switch {
				case !list.Knows(name):
					return common(name)
				case row-first < len(list.Rows):
					return list.Rows[row-first](name)
				}
				return Empty()
			}
		}
		added += r.n - 1
	}
	return common
}

// fillCell keeps a value's type where the cell is one mark, and the parts of a text that are written in different fonts.
func (t *template) fillCell(sheet, cell, text string, value func(string) Cell) error {
	bare := strings.TrimSpace(markPattern.ReplaceAllStringFunc(text, func(m string) string {
		if marksOf(m)[0].list {
			return ""
		}
		return m
	}))
	if m := marksOf(bare); len(m) == 1 && markPattern.FindString(bare) == bare {
		return t.set(sheet, cell, value(m[0].name))
	}
	runs, err := t.file.GetCellRichText(sheet, cell)
	if err != nil || len(runs) < 2 {
		return t.file.SetCellStr(sheet, cell, t.worded(bare, value))
	}
	for i := range runs {
		runs[i].Text = t.worded(runs[i].Text, value)
	}
	return t.file.SetCellRichText(sheet, cell, runs)
}

// worded is a text with the marks in it replaced; what repeats a row leaves nothing.
func (t *template) worded(text string, value func(string) Cell) string {
	return cleanText(markPattern.ReplaceAllStringFunc(text, func(s string) string {
		m := marksOf(s)[0]
		if m.list {
			return ""
		}
		return t.words(value(m.name))
	}))
}

// words is a cell's value within a text.
func (t *template) words(c Cell) string {
	w := t.slots.Words
	switch c.kind {
	case cellNumber, cellFormula:
		if c.number == math.Trunc(c.number) {
			return w.Number(c.number, KindInt)
		}
		return w.Number(c.number, KindDecimal)
	case cellDate:
		return w.Date(fromSerial(c.number))
	case cellDateTime:
		return w.DateTime(fromSerial(c.number))
	}
	return c.text
}

func fromSerial(n float64) time.Time {
	return epoch.Add(time.Duration(n * 24 * float64(time.Hour))).Round(time.Second)
}

// set writes a typed value. A date takes a date's format only in a cell that has none.
func (t *template) set(sheet, cell string, c Cell) error {
	switch c.kind {
	case cellText, cellMissing:
		return t.file.SetCellStr(sheet, cell, c.text)
	case cellNumber, cellFormula:
		return t.file.SetCellFloat(sheet, cell, c.number, -1, 64)
	case cellDate, cellDateTime:
		return t.setMoment(sheet, cell, c)
	}
	return t.file.SetCellValue(sheet, cell, nil)
}

// momentFormats are built into Excel, and shown as each system writes days and times (ECMA-376 part 1, 18.8.30).
var momentFormats = map[cellKind]int{cellDate: 14, cellDateTime: 22}

// setMoment sets a day or time, and gives the cell back its number format, or one where it has none: excelize puts one of its own
// choice in its place, by which the first of a month is a month.
func (t *template) setMoment(sheet, cell string, c Cell) error {
	own, err := t.file.GetCellStyle(sheet, cell)
	if err != nil {
		return err
	}
	if err := t.file.SetCellValue(sheet, cell, fromSerial(c.number)); err != nil {
		return err
	}
	style, err := t.file.GetStyle(own)
	if err != nil {
		return err
	}
	if style.NumFmt == 0 && style.CustomNumFmt == nil {
		style.NumFmt = momentFormats[c.kind]
		if own, err = t.file.NewStyle(style); err != nil {
			return err
		}
	}
	return t.file.SetCellStyle(sheet, cell, cell, own)
}

// margins are the texts above and below a printed page.
func margins(o *excelize.HeaderFooterOptions) []*string {
	return []*string{&o.OddHeader, &o.OddFooter, &o.EvenHeader, &o.EvenFooter, &o.FirstHeader, &o.FirstFooter}
}

func (t *template) fillMargins(sheet string) error {
	opts, err := t.file.GetHeaderFooter(sheet)
	if err != nil || opts == nil {
		return err
	}
	changed := false
	for _, text := range margins(opts) {
		if len(marksOf(*text)) > 0 {
			*text = t.worded(*text, func(name string) Cell {
				c, _ := t.slots.Value(name)
				return Text(strings.ReplaceAll(t.words(c), "&", "&&"))
			})
			changed = true
		}
	}
	if !changed {
		return nil
	}
	return t.file.SetHeaderFooter(sheet, opts)
}
