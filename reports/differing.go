package reports

import (
	"context"
	"fmt"
	"slices"

	"primadesk/data"
	"primadesk/reports/workbook"
)

// differingSheet is the sheet of a workbook that is made of a period that was reported.
const differingSheet = "differences"

// readReported reads what was reported of the period, where anything was.
func (d *dossier) readReported(ctx context.Context, src Source) (err error) {
	if d.choice.period == nil {
		return nil
	}
	if d.reported, err = src.Reported(ctx, d.p, d.o.Period); err != nil {
		return fmt.Errorf("reported figures: %w", err)
	}
	return nil
}

// completed adds to a workbook of a period that was reported, also where it was opened again to be reported anew, how its figures differ from what was reported, so that no figure is another one
// silently.
func (d *dossier) completed(book workbook.Workbook) workbook.Workbook {
	if d.reported == nil || slices.ContainsFunc(book.Sheets, func(s workbook.Sheet) bool { return s.ID == differingSheet }) {
		return book
	}
	book.Sheets = append(slices.Clone(book.Sheets), d.differencesSheet())
	return book
}

// reportedNote is a line for the page that says what a document is about: that its period was closed, and whether the figures are
// still those that were reported. It is empty where nothing was.
func (d *dossier) reportedNote() string {
	r := d.reported
	if r == nil {
		return ""
	}
	closed := d.closedOn()
	switch n := len(r.Differences); {
	case r.Unreadable != nil:
		return joined(" · ", closed, d.p.T("closing.unreadable"))
	case n == 0:
		return joined(" · ", closed, d.p.T("closing.same"))
	case d.o.Public: // how many would say something of small numbers
		return joined(" · ", closed, d.p.T("closing.differs"))
	default:
		return joined(" · ", closed, d.p.N("closing.differences", n))
	}
}

// closedOn says when the period was closed, and when it was opened again.
func (d *dossier) closedOn() string {
	c := d.reported.Closing
	text := d.p.T("closing.closed_on", "Date", d.p.Date(string(c.Closed)))
	if c.Open() {
		text = joined(" · ", text, d.p.T("closing.reopened_on", "Date", d.p.Date(string(c.Reopened))))
	}
	return text
}

// statedReported is reportedNote with its label, none or one.
func (d *dossier) statedReported() []stated {
	if text := d.reportedNote(); text != "" {
		return []stated{{label: d.p.T("closing.reported"), text: text}}
	}
	return nil
}

// differencesSheet has the figures of the period as a whole, as reported and as they are now, and each difference. A version for
// the public says only that there are some: a small number could follow from them.
func (d *dossier) differencesSheet() workbook.Sheet {
	p, r := d.p, d.reported
	sheet := workbook.Sheet{
		ID: differingSheet, Name: p.T("report.sheet.differences"), Title: p.T("closing.title"), Layout: workbook.Register,
		Caption: joined(" · ", d.project.Acronym, d.periodDays(r.Period), d.closedOn(), r.Closing.File),
	}
	if d.o.Public || r.Unreadable != nil {
		sheet.Layout, sheet.Blocks = workbook.Form, []workbook.Block{workbook.Paragraph{Text: d.reportedNote()}}
		return sheet
	}
	wholes, each := d.wholes(), data.CausesFirst(r.Differences)
	sheet.Blocks = []workbook.Block{
		workbook.Table[data.Difference]{ID: "reported", Rows: workbook.Of(wholes...), Expected: len(wholes), Columns: d.wholeColumns(wholes)},
		workbook.Gap(6),
		workbook.Table[data.Difference]{
			ID: differingSheet, Heading: p.T("closing.each"), Rows: workbook.Of(each...), Expected: len(each), Empty: p.T("closing.same"),
			Columns: d.differenceColumns(each),
		},
		workbook.Paragraph{Text: p.T("closing.note"), Tone: workbook.Muted},
	}
	if r.Closing.Hash != "" {
		sheet.Blocks = append(sheet.Blocks, workbook.Paragraph{Text: p.T("field.workbook_hash") + ": " + r.Closing.Hash, Tone: workbook.Small})
	}
	return sheet
}

// wholes are the figures of the period as a whole, also those that are as they were; without what breaks them down.
func (d *dossier) wholes() []data.Difference {
	var list []data.Difference
	for _, figure := range []string{
		data.FigureEvents, data.FigurePeople, data.FigureParticipations, data.FigureUnique, data.FigureCountries, data.FigureOrganisations,
		data.FigureTakeaways, data.FigureFollowUps, data.FigureActivities, data.FigureDelivered, data.FigureReached,
	} {
		x := data.Difference{Kind: data.DifferenceChanged, Entity: "project", Figure: figure}
		x.Then, x.Now = d.reported.Figure(figure)
		list = append(list, x)
	}
	return list
}

func (d *dossier) wholeColumns(list []data.Difference) []workbook.Column[data.Difference] {
	columns := []workbook.Column[data.Difference]{{
		ID: "figure", Header: d.p.T("difference.figure"), Width: 44, Value: func(x data.Difference) workbook.Cell {
			return workbook.Text(FigureLabel(d.p, x.Figure, x.Of))
		},
	}}
	return append(columns, d.thenAndNow(list)...)
}

// thenAndNow are a figure as reported and as it is now, with the difference as a formula.
func (d *dossier) thenAndNow(list []data.Difference) []workbook.Column[data.Difference] {
	type column = workbook.Column[data.Difference]
	kind := workbook.KindInt
	for _, x := range list {
		for _, n := range []*data.Decimal{x.Then, x.Now} {
			if n != nil && *n%data.DecimalOf(1) != 0 {
				kind = workbook.KindDecimal
			}
		}
	}
	return []column{
		{ID: "then", Header: d.p.T("difference.then"), Width: 13, Kind: kind, Value: func(x data.Difference) workbook.Cell { return decimal(x.Then) }},
		{ID: "now", Header: d.p.T("difference.now"), Width: 13, Kind: kind, Value: func(x data.Difference) workbook.Cell { return decimal(x.Now).Strong() }},
		{ID: "difference", Header: d.p.T("difference.difference"), Width: 13, Kind: kind, Value: func(x data.Difference) workbook.Cell {
			if x.Then == nil || x.Now == nil {
				return workbook.Empty()
			}
			return workbook.Formula("{now}-{then}", (*x.Now - *x.Then).Float64())
		}},
	}
}

// differenceColumns tell each difference; who made the latest change, only where people may be named.
func (d *dossier) differenceColumns(list []data.Difference) []workbook.Column[data.Difference] {
	type column = workbook.Column[data.Difference]
	columns := []column{{
		ID: "record", Header: d.p.T("difference.record"), Width: 44, Value: func(x data.Difference) workbook.Cell { return workbook.Text(DifferenceOf(d.p, x)) },
	}}
	columns = append(columns, d.thenAndNow(list)...)
	columns = append(columns,
		column{ID: "figure", Header: d.p.T("difference.figure"), Width: 32, Value: func(x data.Difference) workbook.Cell {
			return workbook.Text(FigureLabel(d.p, x.Figure, x.Of))
		}},
		column{ID: "what", Header: d.p.T("difference.what"), Kind: workbook.KindWrapped, Width: 50, Value: func(x data.Difference) workbook.Cell {
			if x.Kind == data.DifferenceChanged { // which the numbers tell
				return workbook.Empty()
			}
			return workbook.Text(TellDifference(d.p, x))
		}},
		column{ID: "changed", Header: d.p.T("difference.changed_on"), Kind: workbook.KindDate, Width: 14, Value: func(x data.Difference) workbook.Cell {
			if x.At.IsZero() {
				return workbook.Empty()
			}
			return day(data.DateOf(x.At.In(d.o.Now.Location())))
		}})
	if d.o.WithPersonalData {
		columns = append(columns, column{ID: "by", Header: d.p.T("difference.by"), Width: 24, Value: func(x data.Difference) workbook.Cell { return workbook.Text(x.By) }})
	}
	return columns
}
