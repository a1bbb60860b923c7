package reports

import (
	"slices"

	"primadesk/data"
	"primadesk/reports/workbook"
)

// byEventSheet is the register from which everything else follows, and its sums by gender and age band.
func (r *roll) byEventSheet() workbook.Sheet {
	p := r.p
	columns := []eventColumn{
		{ID: "event", Header: p.Field("event"), Width: 30, Total: workbook.Label(p.T("report.total")), Value: func(o *occasion) workbook.Cell {
			return r.required(r.called(o))
		}},
		{ID: "date", Header: p.T("report.event.dates"), Kind: workbook.KindDate, Width: 12, Value: func(o *occasion) workbook.Cell {
			if o.Start == "" {
				return r.gap()
			}
			return day(o.Start.Day())
		}},
		{ID: "organiser", Header: p.FieldShort("organiser"), Width: 14, Value: func(o *occasion) workbook.Cell { return workbook.Text(r.organiserLabel(o)) }},
		{ID: "period", Header: p.Field("period"), Width: 14, Value: func(o *occasion) workbook.Cell { return workbook.Text(r.periodLabel(o)) }},
		r.peopleColumn(),
	}
	columns = append(columns, r.nameColumns()...)
	columns = append(columns, r.genderColumns(r.genderShort)...)
	for _, word := range data.AgeBand.Words {
		columns = append(columns, r.wordColumn("age_band", word, "age_"+word, r.ageHeader(word)))
	}
	blocks := []workbook.Block{workbook.Table[*occasion]{
		ID: "people", Rows: workbook.Of(r.held...), Expected: len(r.held), Empty: p.T("report.none"), Columns: columns,
	}}
	if len(r.held) > 0 {
		blocks = append(blocks, workbook.Gap(4),
			r.sharesOf("genders", p.T("report.by_gender"), p.Field("gender"), "gender", r.totalsBy("gender", data.Gender.Words, r.genderHeader)),
			r.sharesOf("ages", p.T("report.by_age"), p.Field("age_band"), "age_band", r.totalsBy("age_band", data.AgeBand.Words, r.bandLabel)))
	}
	return workbook.Sheet{
		ID: "people", Name: p.T("report.by_event"), Title: p.T("report.attendance.by_event"),
		Caption: joined(" · ", p.T("report.attendance.by_event_caption"), r.publicCaption()), Layout: workbook.Register, Freeze: 1, Blocks: blocks,
	}
}

func (d *dossier) bandLabel(word string) string { return d.wordLabel("age_band", word) }

// nameColumns say of how many the names are known. One of them is soon recognised, so none is shown in public.
func (r *roll) nameColumns() []eventColumn {
	if r.public != nil {
		return nil
	}
	column := func(id, header string, of func(*data.Tally) int) eventColumn {
		return eventColumn{ID: id, Header: header, Kind: workbook.KindInt, Total: workbook.Sum(), Value: func(o *occasion) workbook.Cell {
			if !o.tally.Known {
				return workbook.Empty()
			}
			return workbook.Int(of(&o.tally))
		}}
	}
	return []eventColumn{
		column("participations", r.p.T("report.attendance.participations"), func(t *data.Tally) int { return t.Participations }),
		column("named", r.p.T("report.attendance.named"), func(t *data.Tally) int { return t.Named }),
		column("unnamed", r.p.T("report.attendance.unnamed"), func(t *data.Tally) int { return t.Counted }),
	}
}

// sharesOf is a table by one dimension: live, or in public the numbers that are shown.
func (d *dossier) sharesOf(id, heading, header, by string, lines []share) workbook.Table[share] {
	table := d.shareTable(id, heading, header, lines)
	if d.public == nil {
		return table
	}
	all := d.participants()
	table.Columns[1].Total = d.peopleSum(d.attended(), d.hidesAll())
	table.Columns[1].Value = func(s share) workbook.Cell { return d.people(s.number(), d.hidesSum(by, s.label)) }
	table.Columns[2].Value = func(s share) workbook.Cell {
		if all == 0 || s.number() == nil || d.hidesAll() || d.hidesSum(by, s.label) {
			return workbook.Empty()
		}
		return workbook.Number(float64(s.n) / float64(all))
	}
	return table
}

// placed is so many people with one word of a dimension at one event.
type placed struct {
	at     *occasion
	label  string
	n      int
	hidden bool
}

// placedBy are the people of all events by one dimension. An event that is withheld whole has one line: its words would tell who was
// there.
func (r *roll) placedBy(by string) []placed {
	var rows []placed
	labels := append(r.labelsOf(by), r.p.T("report.not_broken"))
	for _, o := range r.held {
		if r.hides(o) {
			rows = append(rows, placed{o, r.p.T("report.public.mark"), 0, true})
			continue
		}
		counts := r.countsOf(o, by)
		for _, label := range labels {
			if hidden := r.hidesPart(o, by, label); counts[label] > 0 || hidden {
				rows = append(rows, placed{o, label, counts[label], hidden})
			}
		}
	}
	return rows
}

// wordsSheet is who came by country or by group: event by event, and in all.
func (r *roll) wordsSheet(by string) workbook.Sheet {
	p := r.p
	rows := r.placedBy(by)
	table, totals := "by_"+by, by+"_totals"
	type column = workbook.Column[placed]
	register := workbook.Table[placed]{
		ID: table, Rows: workbook.Of(rows...), Expected: len(rows), Empty: p.T("report.none"), Columns: []column{
			{ID: "event", Header: p.Field("event"), Width: 40, Total: workbook.Label(p.T("report.total")), Value: func(row placed) workbook.Cell {
				return r.required(r.called(row.at))
			}},
			{ID: "date", Header: p.T("report.event.dates"), Kind: workbook.KindDate, Width: 12, Value: func(row placed) workbook.Cell {
				return day(row.at.Start.Day())
			}},
			{ID: "word", Header: p.Field(by), Width: 46, Value: func(row placed) workbook.Cell { return workbook.Text(row.label) }},
			{ID: "people", Header: p.T("report.people"), Kind: workbook.KindInt, Total: r.peopleSum(r.attended(), r.hidesAll()),
				Value: func(row placed) workbook.Cell { return r.people(&row.n, row.hidden) }},
		},
	}
	blocks := []workbook.Block{register}
	if lines := r.linesOf(by, table); len(lines) > 0 {
		blocks = append(blocks, workbook.Gap(4), r.sharesOf(totals, p.T("report.attendance.in_all"), p.Field(by), by, lines))
		if r.public == nil {
			blocks = append(blocks, workbook.Chart{
				Kind: workbook.BarChart, Title: p.T("report.attendance.by_" + by), Table: totals, Category: "name", Series: []string{"people"}, //i18n:prefix report.attendance.by_
			})
		}
	}
	return workbook.Sheet{
		ID: table, Name: p.T("report.by_" + by), Title: p.T("report.attendance.by_" + by), //i18n:prefix report.by_ report.attendance.by_
		Caption: joined(" · ", p.T("report.attendance.words_caption"), r.publicCaption()), Layout: workbook.Register, Freeze: 1, Blocks: blocks,
	}
}

// linesOf add a dimension over all events: every word that somebody has.
func (r *roll) linesOf(by, table string) []share {
	sums := map[string]int{}
	for _, o := range r.held {
		for label, n := range r.countsOf(o, by) {
			sums[label] += n
		}
	}
	formula := workbook.Expression("SUMPRODUCT(--EXACT({" + table + "!word:},{name}),{" + table + "!people:})")
	var lines []share
	for _, label := range append(r.labelsOf(by), r.p.T("report.not_broken")) {
		if sums[label] > 0 {
			known := !slices.Contains([]string{r.p.T("report.not_stated"), r.p.T("report.not_broken")}, label)
			lines = append(lines, share{label: label, n: sums[label], formula: formula, known: known})
		}
	}
	return lines
}
