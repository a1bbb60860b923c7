package reports

import (
	"slices"
	"strconv"

	"primadesk/data"
	"primadesk/reports/workbook"
)

// participantsSheet shows the participants by event, gender, age band and country. Gender and country refer to the event sheets; age
// bands, which the form does not have, are numbers here.
func (d *dossier) participantsSheet() workbook.Sheet {
	blocks := []workbook.Block{d.participantsRegister()}
	if len(d.held) > 0 {
		origins := d.originTotals()
		blocks = append(blocks,
			workbook.Gap(4), d.shareTable("genders", d.p.T("report.by_gender"), d.p.Field("gender"), d.totalsBy("gender", data.Gender.Words, d.genderHeader)),
			d.shareTable("ages", d.p.T("report.by_age"), d.p.Field("age_band"), d.totalsBy("age_band", data.AgeBand.Words, d.ageWord)),
			d.originRegister(),
			d.shareTable("origins", d.p.T("report.by_country"), d.p.Field("country"), origins),
			workbook.Chart{
				Kind: workbook.BarChart, Title: d.p.T("report.participants.chart"), Table: "origins", Category: "name", Series: []string{"people"},
			})
	}
	return workbook.Sheet{
		ID: "participants", Name: d.p.T("report.sheet.participants"), Title: d.p.T("report.sheet.participants"),
		Caption: d.p.T("report.participants.caption"), Layout: workbook.Register, Freeze: 1, Late: true, Blocks: blocks,
	}
}

func (d *dossier) ageWord(word string) string { return d.p.Enum("age_band", word) }

// ageHeader is the word above a column of an age band, beside those of genders.
func (d *dossier) ageHeader(word string) string {
	if word == data.Undisclosed {
		return d.p.T("report.participants.age_unknown")
	}
	return d.ageWord(word)
}

func (d *dossier) participantsRegister() workbook.Table[*occasion] {
	columns := []eventColumn{
		{ID: "event", Header: d.p.Field("event"), Width: 34, Total: workbook.Label(d.p.T("report.total")), Value: func(o *occasion) workbook.Cell {
			return d.required(d.called(o))
		}},
		{ID: "people", Header: d.p.T("report.people"), Kind: workbook.KindInt, Total: workbook.Sum(), Value: func(o *occasion) workbook.Cell {
			if !o.tally.Known {
				return d.gap()
			}
			return o.people().Strong()
		}},
	}
	for i, word := range data.Gender.Words {
		columns = append(columns, eventColumn{
			ID: word, Header: d.genderHeader(word), Kind: workbook.KindInt, Total: workbook.Sum(),
			Value: func(o *occasion) workbook.Cell {
				return ref(o.genderTable(), "people", i+1, o.tally.By["gender"].Of(word))
			},
		})
	}
	for _, word := range data.AgeBand.Words {
		columns = append(columns, eventColumn{
			ID: "age_" + word, Header: d.ageHeader(word), Kind: workbook.KindInt, Total: workbook.Sum(),
			Value: func(o *occasion) workbook.Cell { return optional(o.tally.By["age_band"].Of(word)) },
		})
	}
	return workbook.Table[*occasion]{
		ID: "people", Rows: workbook.Of(d.held...), Expected: len(d.held), Empty: d.p.T("report.none"), Columns: columns,
	}
}

// share is a line of a table by one dimension; its number follows the register above.
type share struct {
	label   string
	n       int
	formula workbook.Expression
	// column has the numbers that the formula adds; none is not known then, but where it is "".
	column string
	none   bool
	// known lines are words of the dimension, the others say why there is none.
	known bool
}

// number is nil where no event has one.
func (s *share) number() *int {
	if s.none {
		return nil
	}
	return &s.n
}

func (s *share) cell() workbook.Cell {
	if s.column == "" {
		return workbook.Formula(s.formula, float64(s.n))
	}
	return whereNumbers(s.column, s.formula, s.n, !s.none)
}

// totalsBy adds one dimension over all events: each word is the total of its column. People of events at which it was not asked
// are a line of their own, so that every sum is the total.
func (d *dossier) totalsBy(by string, words []string, label func(string) string) []share {
	column := ""
	if by == "age_band" {
		column = "age_"
	}
	lines := make([]share, 0, len(words)+1)
	for _, word := range words {
		rows := "people!" + column + word
		line := share{label: label(word), formula: workbook.Expression("SUM({" + rows + ":})"), column: rows, known: word != data.Undisclosed, none: true}
		if n := d.wordSum(by, word); n != nil {
			line.n, line.none = *n, false
		}
		lines = append(lines, line)
	}
	if n, some := d.notBroken(by); some {
		formula := "SUMPRODUCT(--ISBLANK({people!" + column + words[0] + ":}),{people!people:})"
		lines = append(lines, share{label: d.p.T("report.not_broken"), n: n, formula: workbook.Expression(formula)})
	}
	return lines
}

// notBroken are the people of events that were counted without a dimension.
func (d *dossier) notBroken(by string) (n int, some bool) {
	for _, o := range d.held {
		if o.tally.Known && !o.tally.By[by].Known {
			n, some = n+o.tally.Total, true
		}
	}
	return n, some
}

func (d *dossier) shareTable(id, heading, header string, lines []share) workbook.Table[share] {
	all := d.participants()
	return workbook.Table[share]{ID: id, Heading: heading, Rows: workbook.Of(lines...), Empty: d.p.T("report.none"), Columns: []workbook.Column[share]{
		{ID: "name", Header: header, Total: workbook.Label(d.p.T("report.total")), Value: func(s share) workbook.Cell { return workbook.Text(s.label) }},
		{ID: "people", Header: d.p.T("report.people"), Kind: workbook.KindInt, Total: workbook.Sum(), Value: func(s share) workbook.Cell {
			return s.cell()
		}},
		{ID: "share", Header: d.p.T("report.share"), Kind: workbook.KindPercent, Value: func(s share) workbook.Cell {
			if all == 0 || s.none {
				return workbook.Empty()
			}
			return workbook.Formula("{people}/SUM({people!people:})", float64(s.n)/float64(all))
		}},
	}}
}

// origin is so many people from one country at one event: line row of the event sheet's table.
type origin struct {
	at    *occasion
	label string
	n     int
	row   int // 0: the event's total, because its countries were not asked
}

func (d *dossier) origins() []origin {
	var list []origin
	for _, o := range d.held {
		switch {
		case !o.tally.Known:
		case !o.tally.By["country"].Known:
			list = append(list, origin{at: o, label: d.p.T("report.not_broken"), n: o.tally.Total})
		default:
			for i, p := range o.origins(d) {
				list = append(list, origin{o, p.label, *p.n, i + 1})
			}
		}
	}
	return list
}

// originRegister is who came from where to which event.
func (d *dossier) originRegister() workbook.Table[origin] {
	rows := d.origins()
	return workbook.Table[origin]{
		ID: "from", Heading: d.p.T("report.by_event_and_country"), Rows: workbook.Of(rows...), Expected: len(rows), Empty: d.p.T("report.none"),
		Columns: []workbook.Column[origin]{
			{ID: "event", Header: d.p.Field("event"), Total: workbook.Label(d.p.T("report.total")), Value: func(r origin) workbook.Cell {
				return workbook.Text(first(r.at.Number, d.called(r.at)))
			}},
			{ID: "people", Header: d.p.T("report.people"), Kind: workbook.KindInt, Total: workbook.Sum(), Value: func(r origin) workbook.Cell {
				if r.row == 0 {
					return r.at.people()
				}
				return ref(r.at.originTable(), "people", r.row, &r.n)
			}},
			{ID: "country", Header: d.p.Field("country"), Width: 22, Value: func(r origin) workbook.Cell { return workbook.Text(r.label) }},
		},
	}
}

// originTotals adds the countries over all events: those that are known first.
func (d *dossier) originTotals() []share {
	sums, known := map[string]int{}, []string{}
	notStated, notBroken := d.p.T("report.not_stated"), d.p.T("report.not_broken")
	for _, r := range d.origins() {
		if _, met := sums[r.label]; !met && r.label != notStated && r.label != notBroken {
			known = append(known, r.label)
		}
		sums[r.label] += r.n
	}
	slices.SortFunc(known, d.compare)
	lines := make([]share, 0, len(sums))
	for i, label := range append(known, notStated, notBroken) {
		if n, met := sums[label]; met {
			lines = append(lines, share{label: label, n: n, formula: "SUMPRODUCT(--EXACT({from!country:},{name}),{from!people:})", known: i < len(known)})
		}
	}
	return lines
}

// countriesTotal is how many known countries people came from, over all events.
func (d *dossier) countriesTotal() workbook.Total {
	if len(d.held) == 0 {
		return workbook.Total{}
	}
	formula, n := `COUNTIF({origins!people:},">0")`, 0
	for i, line := range d.originTotals() {
		switch {
		case !line.known:
			formula += "-(INDEX({origins!people:}," + strconv.Itoa(i+1) + ")>0)"
		case line.n > 0:
			n++
		}
	}
	return workbook.TotalFormula(workbook.Expression(formula), func() float64 { return float64(n) })
}
