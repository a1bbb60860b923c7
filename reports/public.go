package reports

import (
	"slices"

	"primadesk/data"
	"primadesk/reports/workbook"
)

// publicView says which numbers of people a version for the public withholds. Register and attendance ask the same one, so that
// neither gives away what the other keeps back.
type publicView struct {
	index  map[*occasion]int
	totals withheldTotals
	tables map[string]publicTable // by dimension
}

type publicTable struct {
	labels []string // of the words; the last is for events at which the dimension was not asked
	withheldTable
}

// withhold decides what the version for the public shows. Sums that are off would be wrong in public, and would tell what is
// withheld. Error: "report.public_sums".
func (d *dossier) withhold() error {
	if !d.o.Public {
		return nil
	}
	if len(d.problems) > 0 {
		return &data.Error{Code: "report.public_sums", Args: []any{"N", len(d.problems)}, Details: d.problems}
	}
	v := &publicView{index: map[*occasion]int{}, tables: map[string]publicTable{}}
	totals := make([]int, len(d.held))
	groupings := [][]string{make([]string, len(d.held)), make([]string, len(d.held))}
	for i, o := range d.held {
		v.index[o], totals[i] = i, o.tally.Total
		groupings[0][i], groupings[1][i] = d.organiserLabel(o), d.periodLabel(o)
	}
	v.totals = withholdTotals(totals, groupings...)
	for _, by := range data.Dimension.Words {
		v.tables[by] = d.withholdBy(by, v.totals)
	}
	d.public = v
	return nil
}

func (d *dossier) withholdBy(by string, totals withheldTotals) publicTable {
	table := publicTable{labels: append(d.labelsOf(by), d.p.T("report.not_broken"))}
	cells := make([][]int, len(d.held))
	for i, o := range d.held {
		if !o.tally.Known {
			continue
		}
		cells[i] = make([]int, len(table.labels))
		for label, n := range d.countsOf(o, by) {
			cells[i][slices.Index(table.labels, label)] = n
		}
	}
	table.withheldTable = withholdTable(cells, totals)
	return table
}

// hides tells whether the people of an event are withheld.
func (d *dossier) hides(o *occasion) bool {
	return d.public != nil && o.tally.Known && d.public.totals.events[d.public.index[o]]
}

// hidesPart tells whether the people of an event with one label are withheld.
func (d *dossier) hidesPart(o *occasion, by, label string) bool {
	if d.public == nil || !o.tally.Known {
		return false
	}
	table := d.public.tables[by]
	at := slices.Index(table.labels, label)
	return at < 0 || table.cells[d.public.index[o]][at]
}

// hidesSum tells whether the people of all events with one label are withheld.
func (d *dossier) hidesSum(by, label string) bool {
	if d.public == nil {
		return false
	}
	table := d.public.tables[by]
	at := slices.Index(table.labels, label)
	return at < 0 || len(table.columns) > 0 && table.columns[at]
}

// hidesAll tells whether not even the number of all participants is shown.
func (d *dossier) hidesAll() bool { return d.public != nil && d.public.totals.grand }

// people is a number of people, or the mark of one that is withheld.
func (d *dossier) people(n *int, hidden bool) workbook.Cell {
	if hidden {
		return workbook.Text(d.p.T("report.public.mark"))
	}
	return optional(n)
}

// peopleSum is a live sum; in a version for the public the number, since a formula over the cells that are shown would be short of
// those that are withheld.
func (d *dossier) peopleSum(n *int, hidden bool) workbook.Total {
	switch {
	case hidden:
		return workbook.Label(d.p.T("report.public.mark"))
	case d.public == nil:
		return workbook.Sum()
	case n == nil: // it has a row of totals all the same
		return workbook.Label("")
	}
	return workbook.TotalNumber(float64(*n))
}

// publicNotice says what the marks mean.
func (d *dossier) publicNotice() []workbook.Block {
	if d.public == nil {
		return nil
	}
	return []workbook.Block{workbook.Paragraph{Text: d.p.T("report.public.notice", "Mark", d.p.T("report.public.mark")), Tone: workbook.Warning}}
}
