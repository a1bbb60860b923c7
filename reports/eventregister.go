package reports

import (
	"context"
	"strconv"

	"primadesk/data"
	"primadesk/reports/workbook"
)

// eventRegisterReport is the register of events as a workbook of its own.
func eventRegisterReport() Report {
	return Report{
		Name: "event-register", Label: "report.event_register.name", Purpose: "report.event_register.purpose", Job: JobEvent, Ending: ".xlsx",
		Takes: []Option{OptPeriod, OptDates, OptPartner, OptCountry, OptType, OptWorkPackage, OptDeliverable, OptEvent, OptPublic, OptFinal},
		make:  ofEvents(eventRegister),
	}
}

func eventRegister(_ context.Context, d *dossier) (workbook.Workbook, error) {
	if err := d.refuse(); err != nil {
		return workbook.Workbook{}, err
	}
	if err := d.withhold(); err != nil {
		return workbook.Workbook{}, err
	}
	how, err := d.countingPage()
	if err != nil {
		return workbook.Workbook{}, err
	}
	book := d.frame(d.p.T("report.event_register.name"))
	book.Names, book.Properties.Category = nil, d.p.T("report.event_register.name")
	book.Sheets = []workbook.Sheet{d.registerSheet(), how}
	return book, nil
}

// registerSheet lists the events held, and below them those to come, which nothing counts.
func (d *dossier) registerSheet() workbook.Sheet {
	facts := d.eventFacts(d.required)
	facts[0].Total = workbook.Label(d.p.T("report.total"))
	columns := append(facts, d.registerCounts()...)
	columns = append(columns,
		eventColumn{ID: "status", Header: d.p.Field("status"), Width: 12, Value: func(o *occasion) workbook.Cell {
			return workbook.Text(d.p.Enum("event_status", o.Status))
		}},
		eventColumn{ID: "evidence", Header: d.p.T("report.events.evidence"), Kind: workbook.KindWrapped, Width: 22, Value: func(o *occasion) workbook.Cell {
			return workbook.Text(d.onFile(o.evidence))
		}})
	blocks := []workbook.Block{workbook.Table[*occasion]{
		ID: "events", Rows: workbook.Of(d.held...), Expected: len(d.held), Empty: d.p.T("report.none"), Columns: columns,
	}}
	if len(d.held) > 0 && d.public == nil {
		blocks = append(blocks, workbook.Chart{
			Title: d.p.T("report.events.chart"), Table: "events", Category: "number", Series: []string{"people"}, Height: 170,
		})
	}
	if len(d.coming) > 0 {
		blocks = append(blocks, workbook.Gap(6), d.comingTable())
	}
	return workbook.Sheet{
		ID: "events", Name: d.p.T("report.sheet.events"), Title: joined(" · ", d.p.T("report.event_register.name"), d.project.Acronym),
		Caption: joined(" · ", d.spanText(), d.selection(), d.eventsCaption(), d.publicCaption()), Layout: workbook.Register, Freeze: 1, Blocks: blocks,
	}
}

func (d *dossier) publicCaption() string {
	if d.public == nil {
		return ""
	}
	return d.p.T("report.public.caption", "Mark", d.p.T("report.public.mark"))
}

// registerCounts are the participants, by gender, and of how many countries they were.
func (d *dossier) registerCounts() []eventColumn {
	columns := append([]eventColumn{d.peopleColumn()}, d.genderColumns(d.genderShort)...)
	return append(columns, eventColumn{
		ID: "countries", Header: d.p.T("report.countries"), Kind: workbook.KindInt, Total: d.countriesKnown(), Value: func(o *occasion) workbook.Cell {
			if !o.tally.By["country"].Known || d.hides(o) {
				return workbook.Empty()
			}
			return workbook.Int(o.countries(d))
		},
	})
}

// countriesKnown is how many known countries people came from, over all events, which is no sum.
func (d *dossier) countriesKnown() workbook.Total {
	if len(d.held) == 0 || d.public != nil {
		return workbook.Total{}
	}
	met := map[string]bool{}
	for _, o := range d.held {
		for code, n := range o.tally.By["country"].Count {
			if code != data.Undisclosed && n > 0 {
				met[d.country(code)] = true
			}
		}
	}
	return workbook.TotalFormula(workbook.Expression(strconv.Itoa(len(met))), func() float64 { return float64(len(met)) })
}

// peopleColumn are the participants of each event.
func (d *dossier) peopleColumn() eventColumn {
	return eventColumn{
		ID: "people", Header: d.p.T("report.people"), Kind: workbook.KindInt, Total: d.peopleSum(d.attended(), d.hidesAll()),
		Value: func(o *occasion) workbook.Cell {
			if !o.tally.Known {
				return d.gap()
			}
			return d.people(&o.tally.Total, d.hides(o)).Strong()
		},
	}
}

func (d *dossier) genderColumns(header func(word string) string) []eventColumn {
	columns := make([]eventColumn, 0, len(data.Gender.Words))
	for _, word := range data.Gender.Words {
		columns = append(columns, d.wordColumn("gender", word, word, header(word)))
	}
	return columns
}

// wordColumn are the participants of each event with one word of a dimension.
func (d *dossier) wordColumn(by, word, id, header string) eventColumn {
	label, sum := d.wordLabel(by, word), d.wordSum(by, word)
	return eventColumn{
		ID: id, Header: header, Kind: workbook.KindInt, Total: d.peopleSum(sum, d.hidesSum(by, label)),
		Value: func(o *occasion) workbook.Cell { return d.people(o.tally.By[by].Of(word), d.hidesPart(o, by, label)) },
	}
}
