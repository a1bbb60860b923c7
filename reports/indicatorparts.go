package reports

import (
	"strings"

	"primadesk/data"
	"primadesk/reports/workbook"
)

// reachedPart is a line of a table by partner or period.
type reachedPart struct {
	x *proof
	n int
}

func (r reachedPart) part() *portion { return &r.x.parts[r.n] }

// partsSheet has every indicator by partner, or by period.
func (d *dossier) partsSheet(id string, proofs []*proof) workbook.Sheet {
	title := d.p.T("report.indicators.by_partner")
	if id == "periods" {
		title = d.p.T("report.indicators.by_period")
	}
	return workbook.Sheet{
		ID: id, Name: title, Title: title, Caption: d.p.T("report.indicators.parts_caption"), Layout: workbook.Register, Late: true,
		Blocks: []workbook.Block{d.partTable(id, "", nil, proofs, true)},
	}
}

// partTable is a table of parts: those named of one indicator, or all partners or periods of several.
func (d *dossier) partTable(id, heading string, only []int, proofs []*proof, of bool) workbook.Table[reachedPart] {
	var rows []reachedPart
	targets := false
	for _, x := range proofs {
		shown := only
		switch {
		case of && id == "partners":
			shown = x.shown(0, x.periods)
		case of:
			shown = x.shown(x.periods, len(x.parts))
		}
		for _, n := range shown {
			rows = append(rows, reachedPart{x, n})
			targets = targets || x.parts[n].target != nil
		}
	}
	header := d.p.Field("partner")
	if strings.HasSuffix(id, "periods") { // it may have no rows that say so
		header = d.p.Field("period")
	}
	return workbook.Table[reachedPart]{
		ID: id, Heading: heading, Rows: workbook.Of(rows...), Expected: len(rows), Empty: d.p.T("report.none"), Columns: d.partColumns(header, rows, of, targets),
	}
}

func (d *dossier) partColumns(header string, rows []reachedPart, of, targets bool) []workbook.Column[reachedPart] {
	type column = workbook.Column[reachedPart]
	p := d.p
	kind := workbook.KindInt
	for _, r := range rows {
		for _, n := range []*data.Decimal{&r.part().sum, r.part().target} {
			if n != nil && *n%data.DecimalOf(1) != 0 {
				kind = workbook.KindDecimal
			}
		}
	}
	columns := []column{{ID: "part", Header: header, Width: 34, Value: func(r reachedPart) workbook.Cell { return workbook.Text(r.part().label) }}}
	if of {
		columns = append([]column{
			{ID: "code", Header: p.Field("code"), Width: 12, Value: func(r reachedPart) workbook.Cell { return workbook.Text(r.x.Code).LinkTo(r.x.id) }},
			{ID: "name", Header: p.Entity("indicator"), Width: 44, Value: func(r reachedPart) workbook.Cell { return workbook.Text(d.text(&r.x.Name)) }},
		}, columns...)
	}
	actual := column{ID: "actual", Header: p.T("report.indicators.actual"), Kind: kind, Value: func(r reachedPart) workbook.Cell {
		switch {
		case r.unknown():
			return d.gap()
		case !r.part().some:
			return workbook.Empty()
		}
		cell := workbook.Formula(workbook.Expression("SUM({"+r.x.id+"!"+r.part().column+":})"), r.part().sum.Float64())
		if of {
			return cell.LinkTo(r.x.id)
		}
		return cell.Strong()
	}}
	if !targets {
		return append(columns, actual)
	}
	return append(columns,
		column{ID: "target", Header: p.Field("target"), Kind: kind, Value: func(r reachedPart) workbook.Cell { return decimal(r.part().target) }},
		actual,
		column{ID: "share", Header: p.T("report.indicators.share"), Kind: workbook.KindPercent, Bar: true, Width: 24, Value: func(r reachedPart) workbook.Cell {
			target := r.part().target
			if target == nil || *target == 0 || !r.part().some || r.unknown() {
				return workbook.Empty()
			}
			return workbook.Formula("{actual}/{target}", r.part().sum.Float64()/target.Float64())
		}})
}

// unknown tells whether nobody knows the figure of a part, since something that belongs to it was not counted.
func (r reachedPart) unknown() bool { return r.x.actual == nil && r.part().open }

// spokenPeriod is a period with its days; of one that the project has no more, the number.
func (d *dossier) spokenPeriod(number int) string {
	if period, ok := d.project.Period(number); ok {
		return d.periodDays(period)
	}
	return d.p.Number(number)
}
