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
	book := d.frame(d.p.T("report.event_register.name"))
	book.Names, book.Properties.Category = nil, d.p.T("report.event_register.name")
	book.Sheets = []workbook.Sheet{d.registerSheet(), d.countingSheet()}
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

// countingSheet says how everything was counted and of which moment the data are.
func (d *dossier) countingSheet(more ...workbook.Pair) workbook.Sheet {
	p := d.p
	term := func(label, text string) workbook.Pair { return workbook.Pair{Label: label, Value: workbook.Text(text)} }
	pairs := []workbook.Pair{
		term(p.T("report.people"), p.T("report.define.people")),
		term(p.T("report.define.head_counts_term"), p.T("report.define.head_counts")),
		term(p.T("report.define.several_days_term"), p.T("report.define.several_days")),
		term(p.T("report.not_stated"), p.T("report.define.not_stated")),
		term(p.T("report.not_broken"), p.T("report.define.not_broken")),
		term(p.T("report.define.empty_term"), p.T("report.define.empty")),
		term(p.Field("country"), p.T("report.define.country")),
	}
	pairs = append(pairs, more...)
	if mark := p.T("report.public.mark"); d.public != nil {
		pairs = append(pairs, term(mark, p.T("report.public.define", "Mark", mark, "Fewest", p.Number(fewest))))
	}
	return workbook.Sheet{
		ID: "definitions", Name: p.T("report.sheet.definitions"), Title: p.T("report.sheet.definitions"),
		Caption: p.T("report.define.caption"), Layout: workbook.Form, Blocks: []workbook.Block{
			workbook.Heading{Text: p.T("report.define.cut"), Level: 2},
			workbook.Pairs{Lined: true, Pairs: append([]workbook.Pair{
				{Label: p.T("report.cover.data_of"), Value: workbook.DateTime(d.o.Now)},
				term(p.Field("period"), d.spanText()),
				term(p.T("report.cover.selection"), first(d.selection(), p.T("report.define.no_selection"))),
			}, pairsOf(d.statedReported())...)},
			workbook.Heading{Text: p.T("report.define.counting"), Level: 2},
			workbook.Pairs{Lined: true, Pairs: pairs},
			workbook.Heading{Text: p.T("report.define.contents"), Level: 2},
			workbook.Pairs{Lined: true, Pairs: []workbook.Pair{
				term(p.T("report.sheet.events"), p.T("report.define.events_counted")),
				term(p.Field("period"), p.T("report.define.period")),
				term(p.T("report.cover.personal"), p.T("report.define.no_personal_data")),
			}},
			workbook.Gap(8), workbook.Paragraph{Text: d.fundingStatement() + "\n" + d.disclaimer(), Tone: workbook.Small},
		},
	}
}
