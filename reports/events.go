package reports

import (
	"slices"

	"primadesk/data"
	"primadesk/reports/workbook"
)

// eventsSheet is the register of the events held, and below it of those to come, which nothing counts.
func (d *dossier) eventsSheet() workbook.Sheet {
	register := workbook.Table[*occasion]{
		ID: "events", Rows: workbook.Of(d.held...), Expected: len(d.held), Empty: d.p.T("report.none"), Columns: d.eventColumns(),
	}
	blocks := []workbook.Block{register}
	if len(d.held) > 0 {
		blocks = append(blocks, workbook.Chart{
			Title: d.p.T("report.events.chart"), Table: "events", Category: "number", Series: []string{"people"}, Height: 170,
		})
	}
	if len(d.coming) > 0 {
		blocks = append(blocks, workbook.Gap(6), d.comingTable())
	}
	return workbook.Sheet{
		ID: "events", Name: d.p.T("report.sheet.events"), Title: d.p.T("report.sheet.events"), Caption: d.eventsCaption(),
		Layout: workbook.Register, Freeze: 1, Late: true, Blocks: blocks,
	}
}

// eventsCaption has no figure that a corrected cell would change: a caption can't follow.
func (d *dossier) eventsCaption() string {
	s := joined(" · ", d.p.N("report.events.held", len(d.held)), d.p.N("report.events.countries", len(d.eventCountries())))
	if len(d.coming) > 0 {
		s = joined(" · ", s, d.p.N("report.events.coming", len(d.coming)))
	}
	return s
}

// participants is the total over the events held.
func (d *dossier) participants() int {
	n := 0
	for _, o := range d.held {
		n += o.tally.Total
	}
	return n
}

// attended is the same, nil where no event has a number.
func (d *dossier) attended() *int {
	if !slices.ContainsFunc(d.held, func(o *occasion) bool { return o.tally.Known }) {
		return nil
	}
	n := d.participants()
	return &n
}

// wordSum are the participants of all events with one word of a dimension, nil where no event was asked for it.
func (d *dossier) wordSum(by, word string) *int {
	n, known := 0, false
	for _, o := range d.held {
		n, known = n+o.tally.By[by].Count[word], known || o.tally.By[by].Known
	}
	if !known {
		return nil
	}
	return &n
}

// whereNumbers is a formula over a column that stands already, and empty where that has no number, as its total is.
func whereNumbers(column string, formula workbook.Expression, n int, some bool) workbook.Cell {
	cached := workbook.NoNumber()
	if some {
		cached = float64(n)
	}
	return workbook.Formula(workbook.Expression("IF(COUNT({"+column+":})=0,\"\",")+formula+")", cached)
}

// eventCountries are the countries in which events were held.
func (d *dossier) eventCountries() []string {
	var codes []string
	for _, o := range d.held {
		codes = append(codes, o.Country)
	}
	return d.countryNames(codes)
}

type eventColumn = workbook.Column[*occasion]

func (d *dossier) eventColumns() []eventColumn {
	facts := d.eventFacts(d.required)
	facts[0].Value = func(o *occasion) workbook.Cell { return d.required(o.Number).LinkTo(o.sheet) }
	facts[0].Total = workbook.Label(d.p.T("report.total"))
	columns := append(facts, d.eventCounts()...)
	return append(columns,
		eventColumn{
			ID: "organisations", Header: d.p.T("report.short.organisations"), Kind: workbook.KindInt, Total: d.totalOf("organisations", len(d.organisations)),
			Value: func(o *occasion) workbook.Cell {
				if o.tally.Named == 0 { // a head count names no organisations
					return workbook.Empty()
				}
				return workbook.Int(len(o.tally.Organisations))
			},
		},
		eventColumn{
			ID: "evidence", Header: d.p.T("report.events.evidence"), Kind: workbook.KindWrapped, Width: 22,
			Value: func(o *occasion) workbook.Cell { return workbook.Text(d.onFile(o.evidence)) },
		})
}

// totalOf is the number of rows of a register that stands behind, which is no sum: who came twice is one.
func (d *dossier) totalOf(table string, n int) workbook.Total {
	return workbook.TotalFormula(workbook.Expression("{"+table+"!#}"), func() float64 { return float64(n) })
}

// eventFacts are the columns that every event has; must is the cell of what should be there.
func (d *dossier) eventFacts(must func(string) workbook.Cell) []eventColumn {
	columns := []eventColumn{
		{ID: "number", Header: d.p.FieldShort("number"), Width: 8, Value: func(o *occasion) workbook.Cell { return must(o.Number) }},
		{ID: "title", Header: d.p.Field("title"), Width: 26, Value: func(o *occasion) workbook.Cell { return must(d.text(&o.Name)) }},
		{ID: "type", Header: d.p.FieldShort("type"), Width: 14, Value: func(o *occasion) workbook.Cell { return must(d.eventType(o.Event)) }},
		{ID: "date", Header: d.p.T("report.event.dates"), Kind: workbook.KindDate, Width: 12, Value: func(o *occasion) workbook.Cell {
			if o.Start == "" {
				return d.gap()
			}
			return day(o.Start.Day())
		}},
	}
	if d.severalDays() {
		columns = append(columns, eventColumn{
			ID: "until", Header: d.p.T("report.events.until"), Kind: workbook.KindDate, Width: 12,
			Value: func(o *occasion) workbook.Cell {
				if last := o.LastDay(); last > o.Start.Day() {
					return day(last)
				}
				return workbook.Empty()
			},
		})
	}
	return append(columns, []eventColumn{
		{ID: "city", Header: d.p.Field("city"), Width: 15, Value: func(o *occasion) workbook.Cell {
			if o.City == "" && o.Mode == "online" {
				return workbook.Empty()
			}
			return must(o.City)
		}},
		{ID: "country", Header: d.p.Field("country"), Width: 15, Value: func(o *occasion) workbook.Cell { return must(d.country(o.Country)) }},
		{ID: "organiser", Header: d.p.FieldShort("organiser"), Width: 14, Value: func(o *occasion) workbook.Cell { return must(d.partner(o.Organiser)) }},
		{ID: "plan", Header: d.p.T("report.events.plan"), Width: 11, Value: func(o *occasion) workbook.Cell { return workbook.Text(d.plan(o.Event)) }},
		{ID: "deliverable", Header: d.p.T("report.short.deliverable"), Width: 8, Value: func(o *occasion) workbook.Cell {
			return workbook.Text(d.deliverableNumber(o.Deliverable))
		}},
	}...)
}

// severalDays tells whether any event lasted longer than a day.
func (d *dossier) severalDays() bool {
	for _, o := range d.held {
		if o.Start != "" && o.LastDay() > o.Start.Day() {
			return true
		}
	}
	return false
}

// eventCounts are the figures, each a live reference to the event's sheet.
func (d *dossier) eventCounts() []eventColumn {
	columns := []eventColumn{{
		ID: "people", Header: d.p.T("report.people"), Kind: workbook.KindInt, Total: workbook.Sum(),
		Value: func(o *occasion) workbook.Cell {
			if !o.tally.Known {
				return d.gap()
			}
			return o.people().Strong()
		},
	}}
	for i, word := range data.Gender.Words {
		columns = append(columns, eventColumn{
			ID: word, Header: d.genderShort(word), Kind: workbook.KindInt, Total: workbook.Sum(),
			Value: func(o *occasion) workbook.Cell {
				return ref(o.genderTable(), "people", i+1, o.tally.By["gender"].Of(word))
			},
		})
	}
	return append(columns, eventColumn{
		ID: "countries", Header: d.p.T("report.countries"), Kind: workbook.KindInt, Total: d.countriesTotal(),
		Value: func(o *occasion) workbook.Cell {
			if !o.tally.By["country"].Known {
				return workbook.Empty()
			}
			n := o.countries(d)
			return ref(o.totalTable(), "countries", 1, &n)
		},
	})
}

// genderHeader is the word above a column of people.
func (d *dossier) genderHeader(word string) string {
	switch word {
	case "female":
		return d.p.T("report.women")
	case "male":
		return d.p.T("report.men")
	}
	return d.p.Enum("gender", word)
}

// genderShort is the same where every column counts.
func (d *dossier) genderShort(word string) string {
	if word == "non_binary" {
		return d.p.T("report.short.non_binary")
	}
	return d.genderHeader(word)
}

// comingTable lists what is planned or confirmed.
func (d *dossier) comingTable() workbook.Table[*occasion] {
	columns := d.eventFacts(workbook.Text) // what is not settled yet is not missing, except the date
	columns = append(columns, eventColumn{
		ID: "status", Header: d.p.Field("status"), Value: func(o *occasion) workbook.Cell { return workbook.Text(d.p.Enum("event_status", o.Status)) },
	})
	return workbook.Table[*occasion]{ID: "coming", Heading: d.p.T("report.events.coming_title"), Columns: columns, Rows: workbook.Of(d.coming...)}
}
