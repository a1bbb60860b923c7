package reports

import (
	"time"

	"primadesk/assets/i18n"
	"primadesk/reports/workbook"
)

// preview puts the beginnings of a workbook's sheets into the words of a language.
func preview(p *i18n.Printer, book workbook.Workbook, rows int) []SheetPreview {
	shown := workbook.Show(book, rows, wordsOf(p))
	list := make([]SheetPreview, len(shown))
	for i, s := range shown {
		list[i] = SheetPreview{Name: s.Sheet, Header: s.Header, Rows: s.Rows, More: s.More}
	}
	return list
}

// wordsOf write numbers and days as a language does.
func wordsOf(p *i18n.Printer) workbook.Words {
	return workbook.Words{
		Number: func(n float64, kind workbook.Kind) string {
			switch {
			case kind == workbook.KindPercent:
				return p.Percent(n)
			case kind == workbook.KindDecimal || n != float64(int(n)):
				return p.Decimal(n, 2)
			}
			return p.Number(int(n))
		},
		Date:     func(t time.Time) string { return p.ShortDate(t.Format(time.DateOnly)) },
		DateTime: func(t time.Time) string { return p.DateTime(t.Format("2006-01-02T15:04")) },
	}
}
