package reports

import (
	"context"
	"iter"
	"time"

	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/reports/workbook"
)

// RegisterParams is a list of one entity to be written as a sheet.
type RegisterParams struct {
	Entity  *data.Entity
	Rows    iter.Seq2[data.Record, error]
	Text    func(c *data.Column, rec any) string // puts a column into words
	Printer *i18n.Printer
	Now     time.Time
	Program string
	Path    string
	Scratch string
}

// Register writes the records of one entity with all their columns: dates and numbers
// as such, everything else as people read it. Errors of writing are *workbook.Error.
func Register(ctx context.Context, p RegisterParams) error {
	e := p.Entity
	columns := make([]workbook.Column[data.Record], 0, len(e.Columns))
	for i := range e.Columns {
		c := &e.Columns[i]
		columns = append(columns, workbook.Column[data.Record]{
			ID: c.ID, Header: p.Printer.T(c.LabelID()), Width: float64(c.Width), Kind: registerKind(c.Kind),
			Value: func(rec data.Record) workbook.Cell { return columnCell(c, rec, p.Text) },
		})
	}
	name := p.Printer.Entities(e.Name)
	book := workbook.Workbook{
		Properties: workbook.Properties{
			Title: name, Creator: p.Program, Application: p.Program, Language: p.Printer.ExcelLanguageTag(), Created: p.Now,
		},
		Formats: workbook.Formats{Date: p.Printer.ExcelDateFormat(), DateTime: p.Printer.ExcelDateTimeFormat()},
		Sheets: []workbook.Sheet{{
			Name: name, Title: name, Caption: p.Printer.DateTime(p.Now.Format("2006-01-02T15:04")), Layout: workbook.Register,
			Blocks: []workbook.Block{workbook.Table[data.Record]{ID: e.Table, Columns: columns, Rows: p.Rows}},
		}},
	}
	return workbook.WriteFile(ctx, p.Path, book, workbook.Options{Scratch: p.Scratch})
}

func registerKind(k data.Kind) workbook.Kind {
	switch k {
	case data.KindDate:
		return workbook.KindDate
	case data.KindInt:
		return workbook.KindInt
	case data.KindDecimal:
		return workbook.KindDecimal
	case data.KindLong, data.KindTexts:
		return workbook.KindWrapped
	}
	return workbook.KindText
}

// columnCell is a column of a record: a date or a number as such, everything else as text puts it.
func columnCell(c *data.Column, rec data.Record, text func(c *data.Column, rec any) string) workbook.Cell {
	switch f := c.At(rec).(type) {
	case *data.Date:
		return workbook.Date(f.Time())
	case **int:
		if *f == nil {
			return workbook.Empty()
		}
		return workbook.Int(**f)
	case **data.Decimal:
		if *f == nil {
			return workbook.Empty()
		}
		return workbook.Number((*f).Float64())
	}
	return workbook.Text(text(c, rec))
}
